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
  sessions_QK5ZFIZS: () => sessions_QK5ZFIZS_exports
});
module.exports = stdin_exports;
var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_X6I64IAV;
var import_chunk_393AA2AF2 = require("./chunk-393AA2AF.cjs").chunk_X2XC5NVU;
var import_chunk_393AA2AF3 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var sessions_QK5ZFIZS_exports = {};
__export2(sessions_QK5ZFIZS_exports, {
  peopleForget: () => peopleForget,
  sessionsEnd: () => sessionsEnd,
  sessionsList: () => sessionsList
});
var none = { params: void 0, body: void 0 };
var sessionsList = {
  name: "sessions list",
  summary: "Show who is logged in: your own sessions, or everybody\u2019s where you operate or audit.",
  options: import_chunk_393AA2AF.OPERATOR_OPTIONS,
  examples: ["sallyport sessions list"],
  run: (call) => (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const { sessions } = (0, import_chunk_393AA2AF3.unwrap)(await client.call("sessions", none), "REQUEST_REFUSED");
    const { ports, options } = call;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, sessions })}
`);
    else for (const session of sessions) ports.stdout(`${describe(session)}
`);
    return import_cli6.EXIT.ok;
  })
};
var sessionsEnd = {
  name: "sessions end",
  summary: "End a session, with the nodes that its person has in the mesh.",
  details: "One of your own, or anybody\u2019s where you are an admin or operator. Who is still on the list of environments.yml\ncan log in again: strike them off there first.",
  positionals: [{ name: "SESSION", doc: "Its id, or as much of the beginning as no other has." }],
  options: import_chunk_393AA2AF.OPERATOR_OPTIONS,
  examples: ["sallyport sessions end 8fJ2kQ"],
  run: (call) => (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const wanted = call.positionals[0];
    const { sessions } = (0, import_chunk_393AA2AF3.unwrap)(await client.call("sessions", none), "REQUEST_REFUSED");
    const { session, subject, issuer } = findOne(sessions, wanted);
    (0, import_chunk_393AA2AF3.unwrap)(await client.call("endSessionOf", { params: { session }, body: {} }), "REQUEST_REFUSED");
    const { ports, options } = call;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, session, done: "ended" })}
`);
    ports.stderr(`ended: ${session}, ${subject} of ${issuer}
`);
    return import_cli6.EXIT.ok;
  })
};
var peopleForget = {
  name: "people forget",
  summary: "End all that a person has at the coordinator, and the key by which the log names them.",
  details: "Sessions and nodes end at once; the entries of the log stay, and lead to nobody. Whether the person may log in\nagain is for environments.yml to say. It cannot be undone.",
  positionals: [
    { name: "ISSUER", doc: "As environments.yml writes it." },
    { name: "SUBJECT", doc: "The person's id there." }
  ],
  options: import_chunk_393AA2AF.OPERATOR_OPTIONS,
  examples: ["sallyport people forget https://acme.okta.com 00uid4BxXw6I6TV4m0g3"],
  run: (call) => (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const [issuer, subject] = call.positionals;
    const input = { params: void 0, body: { issuer, subject } };
    const done = (0, import_chunk_393AA2AF3.unwrap)(await client.call("forgetPerson", input), "REQUEST_REFUSED");
    const { ports, options } = call;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...done })}
`);
    ports.stderr(
      done.known ? `forgotten: ${done.sessions} session(s) and ${done.nodes} node(s) ended
` : "nobody of that id was known\n"
    );
    return import_cli6.EXIT.ok;
  })
};
function findOne(sessions, wanted) {
  const found = sessions.filter(({ session }) => session.startsWith(wanted));
  if (found.length === 1) return found[0];
  throw new import_cli6.SallyportError("USAGE", {
    message: found.length === 0 ? `there is no session ${JSON.stringify(wanted)}` : `${found.length} sessions begin with ${JSON.stringify(wanted)}`,
    help: "see: sallyport sessions list"
  });
}
function describe({ session, subject, issuer, roles, startedAt, expiresAt, nodes }) {
  const there = nodes.length === 0 ? "" : `  nodes: ${nodes.join(", ")}`;
  return `${session}  ${subject}  ${issuer}  ${roles.join(",")}  ${startedAt} to ${expiresAt}${there}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  sessions_QK5ZFIZS
});
