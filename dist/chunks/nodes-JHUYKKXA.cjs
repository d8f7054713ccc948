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
  nodes_JHUYKKXA: () => nodes_JHUYKKXA_exports
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
var nodes_JHUYKKXA_exports = {};
__export2(nodes_JHUYKKXA_exports, {
  nodesList: () => nodesList,
  nodesResume: () => nodesResume,
  nodesRevoke: () => nodesRevoke
});
var nodesList = {
  name: "nodes list",
  summary: "Show the nodes that are there.",
  options: import_chunk_393AA2AF.OPERATOR_OPTIONS,
  examples: [`sallyport nodes list ${import_chunk_393AA2AF.OPERATOR_HOW}`],
  run: (call) => (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const { nodes } = (0, import_chunk_393AA2AF3.unwrap)(
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
  options: import_chunk_393AA2AF.OPERATOR_OPTIONS,
  examples: [`sallyport nodes revoke web-1 ${import_chunk_393AA2AF.OPERATOR_HOW}`],
  run: (call) => change(call, "revokeNode", "revoked")
};
var nodesResume = {
  name: "nodes resume",
  summary: "Let a suspended node go on.",
  details: "A node is suspended when two live sessions use its machine key. If one of them is not yours, revoke it.",
  positionals: [{ name: "NODE", doc: "Its name or id." }],
  options: import_chunk_393AA2AF.OPERATOR_OPTIONS,
  examples: [`sallyport nodes resume web-1 ${import_chunk_393AA2AF.OPERATOR_HOW}`],
  run: (call) => change(call, "resumeNode", "resumed")
};
function change(call, route, done) {
  return (0, import_chunk_393AA2AF.withOperatorClient)(call, async (client) => {
    const wanted = call.positionals[0];
    const { nodes } = (0, import_chunk_393AA2AF3.unwrap)(
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
    (0, import_chunk_393AA2AF3.unwrap)(await client.call(route, { params: { id: node.id }, body: {} }), "REQUEST_REFUSED");
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
  nodes_JHUYKKXA
});
