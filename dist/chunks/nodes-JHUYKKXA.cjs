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
  nodesList: () => nodesList,
  nodesResume: () => nodesResume,
  nodesRevoke: () => nodesRevoke
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
var nodesList = {
  name: "nodes list",
  summary: "Show the nodes that are there.",
  options: import_chunk_X6I64IAV.OPERATOR_OPTIONS,
  examples: [`sallyport nodes list ${import_chunk_X6I64IAV.OPERATOR_HOW}`],
  run: (call) => (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const { nodes } = (0, import_chunk_LADPJ4KD.unwrap)(
      await client.call("nodes", { params: void 0, body: void 0 }),
      "REQUEST_REFUSED"
    );
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, nodes })}
`);
    else for (const node of nodes) call.ports.stdout(`${describe(node)}
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  })
};
var nodesRevoke = {
  name: "nodes revoke",
  summary: "End a node for good; its streams and its peers end at once.",
  details: "A person's node goes with the session that brought it, and with the session's other nodes.",
  positionals: [{ name: "NODE", doc: "Its name or id." }],
  options: import_chunk_X6I64IAV.OPERATOR_OPTIONS,
  examples: [`sallyport nodes revoke web-1 ${import_chunk_X6I64IAV.OPERATOR_HOW}`],
  run: (call) => change(call, "revokeNode", "revoked")
};
var nodesResume = {
  name: "nodes resume",
  summary: "Let a suspended node go on.",
  details: "A node is suspended when two live sessions use its machine key. If one of them is not yours, revoke it.",
  positionals: [{ name: "NODE", doc: "Its name or id." }],
  options: import_chunk_X6I64IAV.OPERATOR_OPTIONS,
  examples: [`sallyport nodes resume web-1 ${import_chunk_X6I64IAV.OPERATOR_HOW}`],
  run: (call) => change(call, "resumeNode", "resumed")
};
function change(call, route, done) {
  return (0, import_chunk_X6I64IAV.withOperatorClient)(call, async (client) => {
    const wanted = call.positionals[0];
    const { nodes } = (0, import_chunk_LADPJ4KD.unwrap)(
      await client.call("nodes", { params: void 0, body: void 0 }),
      "REQUEST_REFUSED"
    );
    const node = nodes.find(({ id, name }) => id === wanted || name === wanted);
    if (!node) {
      throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
        message: `there is no node ${JSON.stringify(wanted)}`,
        help: "see: sallyport nodes list"
      });
    }
    (0, import_chunk_LADPJ4KD.unwrap)(await client.call(route, { params: { id: node.id }, body: {} }), "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, node: node.id, done })}
`);
    call.ports.stderr(`${done}: ${node.name} (${node.id})
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  });
}
function describe(node) {
  const state = node.state === "suspended" ? "suspended" : node.connected ? "connected" : "away";
  const until = node.lease ? ` until ${node.lease.end}` : "";
  const whose = node.person ? `${node.person.subject} of ${node.person.issuer}` : `${node.applications.join(",")} ${node.environment}`;
  return `${node.name}  ${node.kind}  ${node.ipv4}  ${whose}  ${state}${until}  ${node.id}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  nodesList,
  nodesResume,
  nodesRevoke
});
