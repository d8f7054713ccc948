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
  approvals_7G4FZ35G: () => approvals_7G4FZ35G_exports,
  chunk_6YUDRJTL: () => chunk_6YUDRJTL_exports,
  environments_VEB6FQ6B: () => environments_VEB6FQ6B_exports
});
module.exports = stdin_exports;
var import_login_DDDF945C = require("./login-DDDF945C.cjs").chunk_IU4ZGNNI;
var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_X6I64IAV;
var import_chunk_8BE2930D = require("./chunk-8BE2930D.cjs").chunk_P5Y3727L;
var import_chunk_393AA2AF2 = require("./chunk-393AA2AF.cjs").chunk_X2XC5NVU;
var import_chunk_393AA2AF3 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_cli = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli3 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_path = process.getBuiltinModule("node:path");
var import_login_DDDF945C2 = require("./login-DDDF945C.cjs").chunk_IU4ZGNNI;
var import_chunk_393AA2AF4 = require("./chunk-393AA2AF.cjs").chunk_X6I64IAV;
var import_chunk_8BE2930D2 = require("./chunk-8BE2930D.cjs").chunk_P5Y3727L;
var import_chunk_8BE2930D3 = require("./chunk-8BE2930D.cjs").chunk_ZYJHKVA7;
var import_chunk_393AA2AF5 = require("./chunk-393AA2AF.cjs").chunk_X2XC5NVU;
var import_chunk_393AA2AF6 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K52 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli4 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0346 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0347 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli5 = require("../cli.cjs").chunk_BTVMKBHD;
var import_cli6 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli7 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E113 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli8 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli9 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli10 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli11 = require("../cli.cjs").chunk_HJAZFC2R;
var import_chunk_393AA2AF7 = require("./chunk-393AA2AF.cjs").chunk_F56QLA2L;
var import_login_DDDF945C3 = require("./login-DDDF945C.cjs").chunk_IU4ZGNNI;
var import_chunk_393AA2AF8 = require("./chunk-393AA2AF.cjs").chunk_X6I64IAV;
var import_chunk_8BE2930D4 = require("./chunk-8BE2930D.cjs").chunk_P5Y3727L;
var import_chunk_8BE2930D5 = require("./chunk-8BE2930D.cjs").chunk_ZYJHKVA7;
var import_chunk_393AA2AF9 = require("./chunk-393AA2AF.cjs").chunk_X2XC5NVU;
var import_chunk_393AA2AF10 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D96 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_8A5887D97 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D98 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_EA47D0348 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_E7E632613 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_EA47D0349 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D03410 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K53 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli12 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D03411 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D03412 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E114 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli13 = require("../cli.cjs").chunk_BTVMKBHD;
var import_cli14 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli15 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E115 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE44 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli16 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli17 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli18 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli19 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var approvals_7G4FZ35G_exports = {};
__export2(approvals_7G4FZ35G_exports, {
  approvalsApprove: () => approvalsApprove,
  approvalsList: () => approvalsList,
  approvalsRefuse: () => approvalsRefuse,
  approvalsShow: () => approvalsShow,
  requiredReason: () => requiredReason
});
var chunk_6YUDRJTL_exports = {};
__export2(chunk_6YUDRJTL_exports, {
  approvalsApprove: () => approvalsApprove,
  approvalsList: () => approvalsList,
  approvalsRefuse: () => approvalsRefuse,
  approvalsShow: () => approvalsShow,
  requiredReason: () => requiredReason
});
var MAX_KEY_BYTES = 16 * 1024;
var none = { params: void 0, body: void 0 };
var DIGEST = {
  name: "DIGEST",
  doc: "Of `approvals list`; its first characters do, where they are no other."
};
var approvalsList = {
  name: "approvals list",
  summary: "Show what waits for people: approvals, and changes of policy.",
  options: import_chunk_393AA2AF.OPERATOR_OPTIONS,
  examples: ["sallyport approvals list", "sallyport approvals list --json"],
  run: (call) => (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const { items } = (0, import_chunk_393AA2AF3.unwrap)(await client.call("pending", none), "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, items })}
`);
    else for (const item of items) call.ports.stdout(`${describe(item)}
`);
    if (items.length === 0 && !call.options.json) call.ports.stderr("nothing waits\n");
    return import_cli3.EXIT.ok;
  })
};
var approvalsShow = {
  name: "approvals show",
  summary: "Show the exact statement that people sign, and who has.",
  positionals: [DIGEST],
  options: import_chunk_393AA2AF.OPERATOR_OPTIONS,
  examples: ["sallyport approvals show sha256:4d2f\u2026"],
  run: (call) => (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const { reply, document } = await fetchChecked(client, call.positionals[0]);
    const { item, approvedBy } = reply;
    if (call.options.json) {
      call.ports.stdout(`${JSON.stringify({ version: 1, item, approvedBy, document })}
`);
      return import_cli3.EXIT.ok;
    }
    call.ports.stdout(`${describe(item)}
${JSON.stringify(document, null, 2)}
`);
    call.ports.stdout(`approved by: ${approvedBy.join(", ") || "nobody yet"}
`);
    return import_cli3.EXIT.ok;
  })
};
var approvalsApprove = {
  name: "approvals approve",
  summary: "Approve as a person: by a login over the exact statement, or with your own key.",
  details: "You log in at your issuer once more, with a nonce that is the hash of the very bytes that are shown here; or sign\nthem with the key that stands under your name in environments.yml (--person-key). Every agent checks it again by\nits own list. Whoever started the run or pushed the commit does not count.",
  positionals: [DIGEST],
  options: [...import_chunk_393AA2AF.OPERATOR_OPTIONS, "person-key", "login", "no-browser"],
  examples: [
    "sallyport approvals approve sha256:4d2f\u2026",
    "sallyport approvals approve 4d2f91 --person-key ada.key"
  ],
  run: (call) => (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const { options, ports } = call;
    const { reply, bytes } = await fetchChecked(client, call.positionals[0]);
    const { digest } = reply.item;
    ports.stderr(`you approve:
${describe(reply.item)}
`);
    const body = options["person-key"] === void 0 ? await voteByLogin(call, client, bytes) : await voteByKey(call, options["person-key"], reply.payloadType, bytes);
    const { given, wanted } = (0, import_chunk_393AA2AF3.unwrap)(
      await client.call("vote", { params: { digest }, body }),
      "REQUEST_REFUSED"
    );
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, digest, given, wanted })}
`);
    ports.stderr(`approved: ${given} of ${wanted} people
`);
    return import_cli3.EXIT.ok;
  })
};
var approvalsRefuse = {
  name: "approvals refuse",
  summary: "Refuse what waits: nothing that was asked for together is signed.",
  positionals: [DIGEST],
  options: [...import_chunk_393AA2AF.OPERATOR_OPTIONS, "reason"],
  examples: ['sallyport approvals refuse 4d2f91 --reason "not before the migration"'],
  run: (call) => (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const { options, ports } = call;
    const reason = requiredReason(call, "approvals refuse");
    const digest = await findDigest(client, call.positionals[0]);
    (0, import_chunk_393AA2AF3.unwrap)(await client.call("refuse", { params: { digest }, body: { reason } }), "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, digest, done: "refused" })}
`);
    ports.stderr(`refused: ${digest}
`);
    return import_cli3.EXIT.ok;
  })
};
function requiredReason({ options }, verb) {
  if (options.reason !== void 0 && options.reason.trim() !== "") return options.reason;
  throw new import_cli3.SallyportError("USAGE", { message: "--reason TEXT is missing", help: `sallyport ${verb} --help` });
}
async function fetchChecked(client, named) {
  const digest = await findDigest(client, named);
  const reply = (0, import_chunk_393AA2AF3.unwrap)(
    await client.call("pendingOne", { params: { digest }, body: void 0 }),
    "REQUEST_REFUSED"
  );
  const bytes = (0, import_cli2.decodeBase64)(reply.bytes);
  if ((0, import_cli.formatDigest)((0, import_cli.sha256)(bytes)) !== digest || reply.item.digest !== digest) {
    throw new import_cli3.SallyportError("REPLY_REFUSED", {
      message: `the coordinator's bytes are not those of ${digest}`
    });
  }
  return { reply, bytes, document: readDocument(reply, bytes) };
}
function readDocument({ item, payloadType }, bytes) {
  if (item.kind === "policy-change" && payloadType === import_chunk_8BE2930D.POLICY_CHANGE_PAYLOAD_TYPE)
    return (0, import_chunk_8BE2930D.parsePolicyChange)(bytes);
  const statement = (0, import_chunk_E7E63261.parseApprovalStatement)(bytes);
  const { application, environment, sequence, kind } = statement.predicate;
  const isSame = item.kind === "approval" && payloadType === import_chunk_E7E63261.STATEMENT_PAYLOAD_TYPE && item.application === application && item.environment === environment && item.sequence === sequence && item.action === kind && item.artifact.digest === `sha256:${statement.subject[0]?.digest.sha256}`;
  if (isSame) return statement;
  throw new import_cli3.SallyportError("REPLY_REFUSED", {
    message: "the coordinator describes another statement than it sends"
  });
}
async function findDigest(client, named) {
  const wanted = named.startsWith("sha256:") ? named : `sha256:${named}`;
  if (/^sha256:[0-9a-f]{64}$/.test(wanted)) return wanted;
  const { items } = (0, import_chunk_393AA2AF3.unwrap)(await client.call("pending", none), "REQUEST_REFUSED");
  const found = /^sha256:[0-9a-f]{4,}$/.test(wanted) ? items.filter(({ digest }) => digest.startsWith(wanted)) : [];
  if (found.length === 1) return found[0].digest;
  throw new import_cli3.SallyportError("USAGE", {
    message: `${found.length === 0 ? "nothing" : "more than one"} waits with a digest ${JSON.stringify(named)}`,
    help: "see: sallyport approvals list"
  });
}
async function voteByLogin(call, client, bytes) {
  const { logins } = (0, import_chunk_393AA2AF3.unwrap)(await client.call("logins", none), "REQUEST_REFUSED");
  const own = logins.filter(({ flows }) => flows.length === 1 && flows[0] === "loopback");
  const kept = call.options.login === void 0 ? await (0, import_chunk_393AA2AF2.readSession)((0, import_chunk_393AA2AF2.sessionPath)(call)) : void 0;
  const name = call.options.login ?? (own.some((each) => each.name === kept?.session.login) ? kept?.session.login : void 0);
  return { token: await (0, import_login_DDDF945C.logInAtIssuer)(call, (0, import_login_DDDF945C.chooseLogin)(own, name), (0, import_chunk_EA47D034.personNonce)(bytes)) };
}
async function voteByKey({ ports }, file, payloadType, bytes) {
  const text = (0, import_cli2.decodeUtf8)(await (0, import_chunk_2BC21E11.readFileBounded)((0, import_node_path.resolve)(ports.cwd, file), MAX_KEY_BYTES));
  const key = (0, import_chunk_BIEF65K5.parseKeyFile)("person", text, file);
  const sig = (0, import_cli2.encodeBase64)((0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, (0, import_chunk_EA47D0342.preAuthEncoding)(payloadType, bytes)));
  return { signature: { keyid: (0, import_chunk_BIEF65K5.keyIdOf)(key.publicKey), sig } };
}
function describe(item) {
  const { digest, given, wanted, notAfter } = item;
  const tally = `${given} of ${wanted}, until ${notAfter}`;
  if (item.kind === "policy-change") {
    return [`${digest}  policy change  ${tally}`, ...item.loosens.map((each) => `  loosens ${each}`)].join(
      "\n"
    );
  }
  const { application, environment, sequence, action, artifact, source } = item;
  const from = source ? `  commit ${source.commit} of repository ${source.repositoryId}, ${source.ref}, run ${source.runId}` : "";
  return `${digest}  ${action} ${application} in ${environment}, sequence ${sequence}  ${tally}
  artifact ${artifact.name} ${artifact.digest}${from === "" ? "" : `
${from}`}`;
}
var environments_VEB6FQ6B_exports = {};
__export2(environments_VEB6FQ6B_exports, {
  breakGlass: () => breakGlass,
  environmentsFreeze: () => environmentsFreeze,
  environmentsList: () => environmentsList,
  environmentsUnfreeze: () => environmentsUnfreeze
});
var ENVIRONMENT = { name: "ENVIRONMENT", doc: "As environments.yml names it." };
var environmentsList = {
  name: "environments list",
  summary: "Show environments, their quorum, and what stops them now.",
  options: import_chunk_393AA2AF8.OPERATOR_OPTIONS,
  examples: ["sallyport environments list"],
  run: (call) => (0, import_chunk_393AA2AF8.withOperatorClient)(call, async (client) => {
    const reply = await client.call("environments", { params: void 0, body: void 0 });
    const { environments } = (0, import_chunk_393AA2AF10.unwrap)(reply, "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, environments })}
`);
    else for (const environment of environments) call.ports.stdout(`${describe2(environment)}
`);
    return import_cli18.EXIT.ok;
  })
};
var environmentsFreeze = {
  name: "environments freeze",
  summary: "Sign no approval of an environment, until a time or until it is unfrozen.",
  details: "What was approved before may still be deployed: revoke it, or freeze on the agent (agent.yml), to stop that.",
  positionals: [ENVIRONMENT],
  options: [...import_chunk_393AA2AF8.OPERATOR_OPTIONS, "reason", "until"],
  examples: ['sallyport environments freeze production --reason "incident 42" --until 2027-01-04T00:00:00Z'],
  run: (call) => (0, import_chunk_393AA2AF8.withOperatorClient)(call, async (client) => {
    const { options, ports, positionals } = call;
    const reason = requiredReason(call, "environments freeze");
    const until = options.until === void 0 ? null : (0, import_cli15.formatTimestamp)((0, import_cli15.parseTimestamp)(options.until));
    const environment = positionals[0];
    (0, import_chunk_393AA2AF10.unwrap)(
      await client.call("freeze", { params: { environment }, body: { reason, until } }),
      "REQUEST_REFUSED"
    );
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, frozen: true, until })}
`);
    ports.stderr(`frozen: ${environment} until ${until ?? "it is unfrozen"}
`);
    return import_cli18.EXIT.ok;
  })
};
var environmentsUnfreeze = {
  name: "environments unfreeze",
  summary: "End a person's freeze of an environment.",
  positionals: [ENVIRONMENT],
  options: import_chunk_393AA2AF8.OPERATOR_OPTIONS,
  examples: ["sallyport environments unfreeze production"],
  run: (call) => (0, import_chunk_393AA2AF8.withOperatorClient)(call, async (client) => {
    const { options, ports, positionals } = call;
    const environment = positionals[0];
    (0, import_chunk_393AA2AF10.unwrap)(await client.call("unfreeze", { params: { environment }, body: {} }), "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, frozen: false })}
`);
    ports.stderr(`unfrozen: ${environment}
`);
    return import_cli18.EXIT.ok;
  })
};
var breakGlass = {
  name: "break-glass",
  summary: "In an emergency: lift for an hour at most what keeps an environment from a deployment.",
  details: 'It lifts what "breakGlass" of the environment lists (freezes alone by default; after; quorum), never the gate, and\nnever what agents demand by their own trust file. It stands in the log, with a digest of the reason, and operations\nare told. --end makes the glass whole again.',
  positionals: [ENVIRONMENT],
  options: [...import_chunk_393AA2AF8.OPERATOR_OPTIONS, "reason", "lifetime", "end"],
  examples: [
    'sallyport break-glass production --reason "shop is down, incident 42" --lifetime 30m',
    "sallyport break-glass production --end"
  ],
  run: (call) => (0, import_chunk_393AA2AF8.withOperatorClient)(call, async (client) => {
    const { options, ports, positionals } = call;
    const environment = positionals[0];
    const params = { environment };
    if (options.end) {
      (0, import_chunk_393AA2AF10.unwrap)(await client.call("endBreakGlass", { params, body: {} }), "REQUEST_REFUSED");
      if (options.json)
        ports.stdout(`${JSON.stringify({ version: 1, environment, until: null, lifts: [] })}
`);
      ports.stderr(`the glass of ${environment} is whole again
`);
      return import_cli18.EXIT.ok;
    }
    const reason = requiredReason(call, "break-glass");
    const lifetimeSeconds = (0, import_chunk_393AA2AF7.shortLifetime)(call, import_cli15.MINUTE);
    const body = { reason, lifetimeSeconds };
    const { until, lifts } = (0, import_chunk_393AA2AF10.unwrap)(await client.call("breakGlass", { params, body }), "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, until, lifts })}
`);
    ports.stderr(`the glass of ${environment} is broken until ${until}: it lifts ${lifts.join(", ")}
`);
    return import_cli18.EXIT.ok;
  })
};
function describe2({ name, quorum, frozenByFile, freeze, breakGlass: glass }) {
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
  approvals_7G4FZ35G,
  chunk_6YUDRJTL,
  environments_VEB6FQ6B
});
