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
  nodes_W7QHVI2Q: () => nodes_W7QHVI2Q_exports
});
module.exports = stdin_exports;
var import_chunk_74C296B0 = require("./chunk-74C296B0.cjs").chunk_ZWPE6A3S;
var import_chunk_74C296B02 = require("./chunk-74C296B0.cjs").chunk_EG7S35FH;
var import_chunk_74C296B03 = require("./chunk-74C296B0.cjs").chunk_DBRSYPFL;
var import_chunk_7EB7A870 = require("./chunk-7EB7A870.cjs").chunk_AWYJ7NDG;
var import_chunk_7EB7A8702 = require("./chunk-7EB7A870.cjs").chunk_PDFIH4YN;
var import_chunk_7EB7A8703 = require("./chunk-7EB7A870.cjs").chunk_DLDCVKX6;
var import_chunk_7EB7A8704 = require("./chunk-7EB7A870.cjs").chunk_QA3SWOLL;
var import_chunk_8A8057F5 = require("./chunk-8A8057F5.cjs").chunk_FJ74566X;
var import_chunk_8A8057F52 = require("./chunk-8A8057F5.cjs").chunk_AXK55U4L;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_8A8057F53 = require("./chunk-8A8057F5.cjs").chunk_AY43R5RU;
var import_chunk_8A8057F54 = require("./chunk-8A8057F5.cjs").chunk_3ZQSXCLB;
var import_chunk_D101FFC8 = require("./chunk-D101FFC8.cjs").chunk_CRLEFTAS;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_D101FFC82 = require("./chunk-D101FFC8.cjs").chunk_WXJSDXRQ;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var nodes_W7QHVI2Q_exports = {};
__export2(nodes_W7QHVI2Q_exports, {
  nodesList: () => nodesList,
  nodesResume: () => nodesResume,
  nodesRevoke: () => nodesRevoke
});
var nodesList = {
  name: "nodes list",
  summary: "Show the nodes that are there.",
  options: import_chunk_74C296B0.OPERATOR_OPTIONS,
  examples: [`sallyport nodes list ${import_chunk_74C296B0.OPERATOR_HOW}`],
  run: (call) => (0, import_chunk_74C296B0.withOperatorClient)(call, async (client) => {
    const { nodes } = (0, import_chunk_74C296B03.unwrap)(
      await client.call("nodes", { params: void 0, body: void 0 }),
      "REQUEST_REFUSED"
    );
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, nodes })}
`);
    else for (const node of nodes) call.ports.stdout(`${describe(node)}
`);
    return import_cli6.EXIT.ok;
  })
};
var nodesRevoke = {
  name: "nodes revoke",
  summary: "End a node for good; its streams and its peers end at once.",
  details: "A person's node goes with the session that brought it, and with the session's other nodes.",
  positionals: [{ name: "NODE", doc: "Its name or id." }],
  options: import_chunk_74C296B0.OPERATOR_OPTIONS,
  examples: [`sallyport nodes revoke web-1 ${import_chunk_74C296B0.OPERATOR_HOW}`],
  run: (call) => change(call, "revokeNode", "revoked")
};
var nodesResume = {
  name: "nodes resume",
  summary: "Let a suspended node go on.",
  details: "A node is suspended when two live sessions use its machine key. If one of them is not yours, revoke it.",
  positionals: [{ name: "NODE", doc: "Its name or id." }],
  options: import_chunk_74C296B0.OPERATOR_OPTIONS,
  examples: [`sallyport nodes resume web-1 ${import_chunk_74C296B0.OPERATOR_HOW}`],
  run: (call) => change(call, "resumeNode", "resumed")
};
function change(call, route, done) {
  return (0, import_chunk_74C296B0.withOperatorClient)(call, async (client) => {
    const wanted = call.positionals[0];
    const { nodes } = (0, import_chunk_74C296B03.unwrap)(
      await client.call("nodes", { params: void 0, body: void 0 }),
      "REQUEST_REFUSED"
    );
    const node = nodes.find(({ id, name }) => id === wanted || name === wanted);
    if (!node) {
      throw new import_cli6.SallyportError("USAGE", {
        message: `there is no node ${JSON.stringify(wanted)}`,
        help: "see: sallyport nodes list"
      });
    }
    (0, import_chunk_74C296B03.unwrap)(await client.call(route, { params: { id: node.id }, body: {} }), "REQUEST_REFUSED");
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, node: node.id, done })}
`);
    call.ports.stderr(`${done}: ${node.name} (${node.id})
`);
    return import_cli6.EXIT.ok;
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
  nodes_W7QHVI2Q
});
