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
  createRunnerIdentity: () => createRunnerIdentity
});
module.exports = stdin_exports;
var import_chunk_MNSCM4MS = require("./chunk-MNSCM4MS.cjs");
var import_chunk_LADPJ4KD = require("./chunk-LADPJ4KD.cjs");
var import_chunk_CBR347CW = require("./chunk-CBR347CW.cjs");
var import_chunk_E3PGXMDL = require("./chunk-E3PGXMDL.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
function createRunnerIdentity(coordinator, tokens, http, ports) {
  const { clock, random } = ports;
  const root = (0, import_chunk_BIEF65K5.parsePublicKey)("root", coordinator.root);
  const machineKey = (0, import_chunk_BIEF65K5.ed25519KeyPair)(random.bytes(32));
  const wireguardKey = (0, import_chunk_CBR347CW.privateKey)(random.bytes(32));
  const keys = { wireguard: (0, import_chunk_MNSCM4MS.wireguardPublicKey)(wireguardKey), machine: machineKey.publicKey };
  const url = coordinator.url.replace(/\/+$/, "");
  const client = (0, import_chunk_LADPJ4KD.createCoordinatorClient)({ url, root, key: machineKey, http, clock, random });
  const { coordinatorId } = client;
  return {
    client,
    machineKey,
    wireguardKey,
    keys,
    admissionToken(approval) {
      const approvalDigest = approval === null ? void 0 : (0, import_chunk_QW7UKFTH.parseDigest)(approval);
      const binding = {
        coordinatorId,
        wireguardKey: keys.wireguard,
        machineKey: keys.machine,
        approvalDigest
      };
      return tokens.request((0, import_chunk_E3PGXMDL.admissionAudience)(binding));
    },
    approvalToken: (statementBytes) => tokens.request((0, import_chunk_E3PGXMDL.approvalAudience)(coordinatorId, statementBytes))
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  createRunnerIdentity
});
