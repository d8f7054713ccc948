"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  breakGlass: () => breakGlass,
  environmentsFreeze: () => environmentsFreeze,
  environmentsList: () => environmentsList,
  environmentsUnfreeze: () => environmentsUnfreeze
});
module.exports = stdin_exports;
var import_chunk_F56QLA2L = require("./chunk-F56QLA2L.cjs");
var import_chunk_XITEOA3Q = require("./chunk-XITEOA3Q.cjs");
var import_chunk_P5Y3727L = require("./chunk-P5Y3727L.cjs");
var import_chunk_U4OBTK7U = require("./chunk-U4OBTK7U.cjs");
var import_chunk_ZYJHKVA7 = require("./chunk-ZYJHKVA7.cjs");
var import_chunk_X6I64IAV = require("./chunk-X6I64IAV.cjs");
var import_chunk_X2XC5NVU = require("./chunk-X2XC5NVU.cjs");
var import_chunk_LADPJ4KD = require("./chunk-LADPJ4KD.cjs");
var import_chunk_AXPTAZ2E = require("./chunk-AXPTAZ2E.cjs");
var import_chunk_TFFOW3OJ = require("./chunk-TFFOW3OJ.cjs");
var import_chunk_DLDCVKX6 = require("./chunk-DLDCVKX6.cjs");
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_E3PGXMDL = require("./chunk-E3PGXMDL.cjs");
var import_chunk_OEK5FYWZ = require("./chunk-OEK5FYWZ.cjs");
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_BTVMKBHD = require("./chunk-BTVMKBHD.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var ENVIRONMENT = { name: "ENVIRONMENT", doc: "As environments.yml names it." };
var environmentsList = {
  name: "environments list",
  summary: "Show environments, their quorum, and what stops them now.",
  options: import_chunk_X6I64IAV.OPERATOR_OPTIONS,
  examples: ["sallyport environments list"],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const reply = await client.call("environments", { params: void 0, body: void 0 });
    const { environments } = (0, import_chunk_LADPJ4KD.unwrap)(reply, "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, environments })}
`);
    else for (const environment of environments) call.ports.stdout(`${describe(environment)}
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
var environmentsFreeze = {
  name: "environments freeze",
  summary: "Sign no approval of an environment, until a time or until it is unfrozen.",
  details: "What was approved before may still be deployed: revoke it, or freeze on the agent (agent.yml), to stop that.",
  positionals: [ENVIRONMENT],
  options: [...import_chunk_X6I64IAV.OPERATOR_OPTIONS, "reason", "until"],
  examples: ['sallyport environments freeze production --reason "incident 42" --until 2027-01-04T00:00:00Z'],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const { options, ports, positionals } = call;
    const reason = (0, import_chunk_XITEOA3Q.requiredReason)(call, "environments freeze");
    const until = options.until === void 0 ? null : (0, import_chunk_GEUJANHY.formatTimestamp)((0, import_chunk_GEUJANHY.parseTimestamp)(options.until));
    const environment = positionals[0];
    (0, import_chunk_LADPJ4KD.unwrap)(
      await client.call("freeze", { params: { environment }, body: { reason, until } }),
      "REQUEST_REFUSED"
    );
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, frozen: true, until })}
`);
    ports.stderr(`frozen: ${environment} until ${until ?? "it is unfrozen"}
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
var environmentsUnfreeze = {
  name: "environments unfreeze",
  summary: "End a person's freeze of an environment.",
  positionals: [ENVIRONMENT],
  options: import_chunk_X6I64IAV.OPERATOR_OPTIONS,
  examples: ["sallyport environments unfreeze production"],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const { options, ports, positionals } = call;
    const environment = positionals[0];
    (0, import_chunk_LADPJ4KD.unwrap)(await client.call("unfreeze", { params: { environment }, body: {} }), "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, frozen: false })}
`);
    ports.stderr(`unfrozen: ${environment}
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
var breakGlass = {
  name: "break-glass",
  summary: "In an emergency: lift for an hour at most what keeps an environment from a deployment.",
  details: 'It lifts what "breakGlass" of the environment lists (freezes alone by default; after; quorum), never the gate, and\nnever what agents demand by their own trust file. It stands in the log, with a digest of the reason, and operations\nare told. --end makes the glass whole again.',
  positionals: [ENVIRONMENT],
  options: [...import_chunk_X6I64IAV.OPERATOR_OPTIONS, "reason", "lifetime", "end"],
  examples: [
    'sallyport break-glass production --reason "shop is down, incident 42" --lifetime 30m',
    "sallyport break-glass production --end"
  ],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const { options, ports, positionals } = call;
    const environment = positionals[0];
    const params = { environment };
    if (options.end) {
      (0, import_chunk_LADPJ4KD.unwrap)(await client.call("endBreakGlass", { params, body: {} }), "REQUEST_REFUSED");
      if (options.json)
        ports.stdout(`${JSON.stringify({ version: 1, environment, until: null, lifts: [] })}
`);
      ports.stderr(`the glass of ${environment} is whole again
`);
      return import_chunk_TO5RH7DJ.EXIT.ok;
    }
    const reason = (0, import_chunk_XITEOA3Q.requiredReason)(call, "break-glass");
    const lifetimeSeconds = (0, import_chunk_F56QLA2L.shortLifetime)(call, import_chunk_GEUJANHY.MINUTE);
    const body = { reason, lifetimeSeconds };
    const { until, lifts } = (0, import_chunk_LADPJ4KD.unwrap)(await client.call("breakGlass", { params, body }), "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, until, lifts })}
`);
    ports.stderr(`the glass of ${environment} is broken until ${until}: it lifts ${lifts.join(", ")}
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
function describe({ name, quorum, frozenByFile, freeze, breakGlass: glass }) {
  const parts = [
    `quorum ${quorum}`,
    ...frozenByFile === null ? [] : [`frozen by environments.yml ${frozenByFile}`],
    ...freeze ? [`frozen until ${freeze.until ?? "it is unfrozen"}: ${freeze.reason}`] : [],
    ...glass ? [`GLASS BROKEN until ${glass.until}: ${glass.reason}`] : []
  ];
  return `${name}  ${parts.join("  ")}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  breakGlass,
  environmentsFreeze,
  environmentsList,
  environmentsUnfreeze
});
