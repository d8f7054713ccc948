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
  peopleForget: () => peopleForget,
  sessionsEnd: () => sessionsEnd,
  sessionsList: () => sessionsList
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
var none = { params: void 0, body: void 0 };
var sessionsList = {
  name: "sessions list",
  summary: "Show who is logged in: your own sessions, or everybody\u2019s where you operate or audit.",
  options: import_chunk_X6I64IAV.OPERATOR_OPTIONS,
  examples: ["sallyport sessions list"],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const { sessions } = (0, import_chunk_LADPJ4KD.unwrap)(await client.call("sessions", none), "REQUEST_REFUSED");
    const { ports, options } = call;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, sessions })}
`);
    else for (const session of sessions) ports.stdout(`${describe(session)}
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
var sessionsEnd = {
  name: "sessions end",
  summary: "End a session, with the nodes that its person has in the mesh.",
  details: "One of your own, or anybody\u2019s where you are an admin or operator. Who is still on the list of environments.yml\ncan log in again: strike them off there first.",
  positionals: [{ name: "SESSION", doc: "Its id, or as much of the beginning as no other has." }],
  options: import_chunk_X6I64IAV.OPERATOR_OPTIONS,
  examples: ["sallyport sessions end 8fJ2kQ"],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const wanted = call.positionals[0];
    const { sessions } = (0, import_chunk_LADPJ4KD.unwrap)(await client.call("sessions", none), "REQUEST_REFUSED");
    const { session, subject, issuer } = findOne(sessions, wanted);
    (0, import_chunk_LADPJ4KD.unwrap)(await client.call("endSessionOf", { params: { session }, body: {} }), "REQUEST_REFUSED");
    const { ports, options } = call;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, session, done: "ended" })}
`);
    ports.stderr(`ended: ${session}, ${subject} of ${issuer}
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
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
  options: import_chunk_X6I64IAV.OPERATOR_OPTIONS,
  examples: ["sallyport people forget https://acme.okta.com 00uid4BxXw6I6TV4m0g3"],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const [issuer, subject] = call.positionals;
    const input = { params: void 0, body: { issuer, subject } };
    const done = (0, import_chunk_LADPJ4KD.unwrap)(await client.call("forgetPerson", input), "REQUEST_REFUSED");
    const { ports, options } = call;
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...done })}
`);
    ports.stderr(
      done.known ? `forgotten: ${done.sessions} session(s) and ${done.nodes} node(s) ended
` : "nobody of that id was known\n"
    );
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
function findOne(sessions, wanted) {
  const found = sessions.filter(({ session }) => session.startsWith(wanted));
  if (found.length === 1) return found[0];
  throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
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
  peopleForget,
  sessionsEnd,
  sessionsList
});
