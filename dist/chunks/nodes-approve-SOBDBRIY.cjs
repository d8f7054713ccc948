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
  nodes_approve_SOBDBRIY: () => nodes_approve_SOBDBRIY_exports
});
module.exports = stdin_exports;
var import_chunk_74C296B0 = require("./chunk-74C296B0.cjs").chunk_F56QLA2L;
var import_chunk_74C296B02 = require("./chunk-74C296B0.cjs").chunk_ZWPE6A3S;
var import_chunk_74C296B03 = require("./chunk-74C296B0.cjs").chunk_EG7S35FH;
var import_chunk_74C296B04 = require("./chunk-74C296B0.cjs").chunk_DBRSYPFL;
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
var nodes_approve_SOBDBRIY_exports = {};
__export2(nodes_approve_SOBDBRIY_exports, {
  nodesApprove: () => nodesApprove
});
var nodesApprove = {
  name: "nodes approve",
  summary: "Let an agent join that shows this fingerprint, in the place of a secret.",
  details: "The fingerprint is of both its keys: no other agent fits. Good once, for an hour at most.",
  positionals: [
    { name: "FINGERPRINT", doc: "As `sallyport agent enroll --request` shows it on the server." }
  ],
  options: [...import_chunk_74C296B02.OPERATOR_OPTIONS, "tag", "application", "environment", "lifetime"],
  examples: ["sallyport nodes approve 3q2-7w\u2026 --tag tag:web --application shop --environment production"],
  run: (call) => (0, import_chunk_74C296B02.withOperatorClient)(call, async (client) => {
    const { options, ports, positionals } = call;
    const { application, environment } = options;
    if (application === void 0 || environment === void 0) {
      throw new import_cli6.SallyportError("USAGE", {
        message: "--application NAME and --environment NAME say what the agent deploys",
        help: "sallyport nodes approve --help"
      });
    }
    const fingerprint = positionals[0];
    const body = {
      fingerprint,
      tags: [...options.tag ?? []],
      applications: [application],
      environment,
      lifetimeSeconds: (0, import_chunk_74C296B0.shortLifetime)(call)
    };
    const reply = await client.call("approveAgent", { params: void 0, body });
    const { expiresAt } = (0, import_chunk_74C296B04.unwrap)(reply, "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, fingerprint, expiresAt })}
`);
    ports.stderr(`approved until ${expiresAt}: the agent joins by itself
`);
    return import_cli6.EXIT.ok;
  })
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  nodes_approve_SOBDBRIY
});
