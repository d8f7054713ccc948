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
  recoveryEnd: () => recoveryEnd,
  recoveryShow: () => recoveryShow
});
module.exports = stdin_exports;
var import_chunk_X6I64IAV = require("./chunk-X6I64IAV.cjs");
var import_chunk_X2XC5NVU = require("./chunk-X2XC5NVU.cjs");
var import_chunk_LADPJ4KD = require("./chunk-LADPJ4KD.cjs");
var import_chunk_AXPTAZ2E = require("./chunk-AXPTAZ2E.cjs");
var import_chunk_TFFOW3OJ = require("./chunk-TFFOW3OJ.cjs");
var import_chunk_DLDCVKX6 = require("./chunk-DLDCVKX6.cjs");
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var recoveryShow = {
  name: "recovery show",
  summary: "Show what a coordinator that came back from a backup still waits for.",
  details: "Such a coordinator serves nothing until every active agent has said how far it saw the log, and the entries that\nthe backup lacks have come from one of them. Then it ends its recovery by itself.",
  options: import_chunk_X6I64IAV.OPERATOR_OPTIONS,
  examples: [`sallyport recovery show ${import_chunk_X6I64IAV.OPERATOR_HOW}`],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const reply = await client.call("recovery", { params: void 0, body: void 0 });
    const { recovery } = (0, import_chunk_LADPJ4KD.unwrap)(reply, "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, recovery })}
`);
    else call.ports.stdout(recovery ? describe(recovery) : "it serves: no recovery is under way\n");
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
var recoveryEnd = {
  name: "recovery end",
  summary: "Let a coordinator that came back from a backup serve, without the agents that have not been heard.",
  details: 'An agent that comes later and saw a longer log finds a contradiction, and deploys nothing until the root has\ncleared the log ("keys clear-log"). The same holds for all of them with --accept-loss, where entries that agents\nsaw are missing.',
  options: [...import_chunk_X6I64IAV.OPERATOR_OPTIONS, "accept-loss"],
  examples: [`sallyport recovery end ${import_chunk_X6I64IAV.OPERATOR_HOW}`],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const body = { acceptLoss: Boolean(call.options["accept-loss"]) };
    const reply = await client.call("endRecovery", { params: void 0, body });
    const { secrets, leases } = (0, import_chunk_LADPJ4KD.unwrap)(reply, "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, secrets, leases })}
`);
    call.ports.stderr(`it serves; void: ${secrets} enrolment secrets, ${leases} leases of runners
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
function describe(recovery) {
  const { since, restored, size, seen, reported, awaited, obstacle } = recovery;
  return [
    `recovering since ${since}`,
    `log: ${restored} entries in the backup, ${size} here, ${seen} seen by agents`,
    `heard: ${listed(reported)}`,
    `awaited: ${listed(awaited)}`,
    ...obstacle === null ? [] : [`in the way: ${obstacle}`],
    ...counted("took effect again", recovery.replayed),
    ...counted("to be done again by a person", recovery.open),
    ""
  ].join("\n");
}
function listed(names) {
  return names.length === 0 ? "nobody" : names.join(", ");
}
function counted(what, counts) {
  const parts = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  return parts.length === 0 ? [] : [`${what}: ${parts.join(", ")}`];
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  recoveryEnd,
  recoveryShow
});
