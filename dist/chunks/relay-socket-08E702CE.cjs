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
  chunk_TPW7G4X7: () => chunk_TPW7G4X7_exports,
  relay_socket_NHNLV7DK: () => relay_socket_NHNLV7DK_exports
});
module.exports = stdin_exports;
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_cli = require("../cli.cjs").chunk_QW7UKFTH;



var import_chunk_T6RIR5MA2 = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_cli2 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli5 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var relay_socket_NHNLV7DK_exports = {};
__export2(relay_socket_NHNLV7DK_exports, {
  openRelaySocket: () => openRelaySocket
});
var chunk_TPW7G4X7_exports = {};
__export2(chunk_TPW7G4X7_exports, {
  openRelaySocket: () => openRelaySocket
});
function openRelaySocket(options) {
  const { ca, env = process.env, pin, url } = options;
  const Agent = url.startsWith("wss:") ? (process.getBuiltinModule("node:https")).Agent : (process.getBuiltinModule("node:http")).Agent;
  const socket = new import_chunk_T6RIR5MA.import_websocket.default(url, import_chunk_A7C2DCE4.RELAY_PROTOCOL, {
    perMessageDeflate: false,
    maxPayload: import_chunk_A7C2DCE4.RELAY_FRAME_MAX,
    handshakeTimeout: 1e4,
    followRedirects: false,
    agent: new Agent({ proxyEnv: env }),
    ...ca && pin === void 0 ? { ca } : {},
    ...pin === void 0 ? {} : { rejectUnauthorized: false }
  });
  if (pin !== void 0) socket.once("upgrade", (response) => checkPin(socket, response.socket, pin));
  return socket;
}
function checkPin(socket, connection, pin) {
  const raw = connection instanceof (process.getBuiltinModule("node:tls")).TLSSocket ? connection.getPeerX509Certificate()?.raw : void 0;
  const digest = raw && (0, import_cli.formatDigest)((0, import_cli.sha256)(raw));
  if (digest === pin) return;
  socket.emit(
    "error",
    new Error(`it shows a certificate with ${digest ?? "no digest"}, not the pinned ${pin}`)
  );
  socket.terminate();
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_TPW7G4X7,
  relay_socket_NHNLV7DK
});
