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
  openRelaySocket: () => openRelaySocket
});
module.exports = stdin_exports;
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs");
var import_chunk_UWHXMD75 = require("./chunk-UWHXMD75.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");



function openRelaySocket(options) {
  const { ca, env = process.env, pin, url } = options;
  const Agent = url.startsWith("wss:") ? (process.getBuiltinModule("node:https")).Agent : (process.getBuiltinModule("node:http")).Agent;
  const socket = new import_chunk_T6RIR5MA.import_websocket.default(url, import_chunk_UWHXMD75.RELAY_PROTOCOL, {
    perMessageDeflate: false,
    maxPayload: import_chunk_UWHXMD75.RELAY_FRAME_MAX,
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
  const digest = raw && (0, import_chunk_QW7UKFTH.formatDigest)((0, import_chunk_QW7UKFTH.sha256)(raw));
  if (digest === pin) return;
  socket.emit(
    "error",
    new Error(`it shows a certificate with ${digest ?? "no digest"}, not the pinned ${pin}`)
  );
  socket.terminate();
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  openRelaySocket
});
