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
  nodes_approve_CLYZ7IYY: () => nodes_approve_CLYZ7IYY_exports
});
module.exports = stdin_exports;
var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_F56QLA2L;
var import_chunk_393AA2AF2 = require("./chunk-393AA2AF.cjs").chunk_X6I64IAV;
var import_chunk_393AA2AF3 = require("./chunk-393AA2AF.cjs").chunk_X2XC5NVU;
var import_chunk_393AA2AF4 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
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
var nodes_approve_CLYZ7IYY_exports = {};
__export2(nodes_approve_CLYZ7IYY_exports, {
  nodesApprove: () => nodesApprove
});
var nodesApprove = {
  name: "nodes approve",
  summary: "Let an agent join that shows this fingerprint, in the place of a secret.",
  details: "The fingerprint is of both its keys: no other agent fits. Good once, for an hour at most.",
  positionals: [
    { name: "FINGERPRINT", doc: "As `sallyport agent enroll --request` shows it on the server." }
  ],
  options: [...import_chunk_393AA2AF2.OPERATOR_OPTIONS, "tag", "application", "environment", "lifetime"],
  examples: ["sallyport nodes approve 3q2-7w\u2026 --tag tag:web --application shop --environment production"],
  run: (call) => (0, import_chunk_393AA2AF2.withOperatorClient)(call, async (client) => {
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
      lifetimeSeconds: (0, import_chunk_393AA2AF.shortLifetime)(call)
    };
    const reply = await client.call("approveAgent", { params: void 0, body });
    const { expiresAt } = (0, import_chunk_393AA2AF4.unwrap)(reply, "REQUEST_REFUSED");
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, fingerprint, expiresAt })}
`);
    ports.stderr(`approved until ${expiresAt}: the agent joins by itself
`);
    return import_cli6.EXIT.ok;
  })
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  nodes_approve_CLYZ7IYY
});
