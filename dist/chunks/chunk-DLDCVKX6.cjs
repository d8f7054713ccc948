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
  certificateDigest: () => certificateDigest,
  fetchPinned: () => fetchPinned,
  isPin: () => isPin,
  readAuthority: () => readAuthority
});
module.exports = stdin_exports;
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_node_crypto = process.getBuiltinModule("node:crypto");

var MAX_CA_BYTES = 1024 * 1024;
var TIMEOUT_MS = 15e3;
var PIN = /^sha256:[0-9a-f]{64}$/;
function isPin(text) {
  return PIN.test(text);
}
async function readAuthority(given, url, resolve) {
  if (isPin(given)) return fetchPinned(url, given);
  return (0, import_chunk_4NFOMFHU.decodeUtf8)(await (0, import_chunk_M3WSMIIZ.readFileBounded)(resolve(given), MAX_CA_BYTES));
}
function certificateDigest(pem) {
  return (0, import_chunk_QW7UKFTH.formatDigest)((0, import_chunk_QW7UKFTH.sha256)(new import_node_crypto.X509Certificate(pem).raw));
}
async function fetchPinned(url, pin) {
  if (!url.startsWith("https:")) {
    throw new import_chunk_TO5RH7DJ.SallyportError("CERTIFICATE_UNKNOWN", {
      message: `a pin counts for TLS, and ${JSON.stringify(url)} has none`,
      help: "address the coordinator by https:"
    });
  }
  const raw = await presentedBy(new URL("/healthz", url));
  const digest = (0, import_chunk_QW7UKFTH.formatDigest)((0, import_chunk_QW7UKFTH.sha256)(raw));
  if (digest === pin) return new import_node_crypto.X509Certificate(raw).toString();
  throw new import_chunk_TO5RH7DJ.SallyportError("CERTIFICATE_UNKNOWN", {
    message: `${url} shows a certificate with ${digest}, not the pinned ${pin}`,
    help: "compare with what `coordinator serve --tls self` printed; if they differ, somebody stands between"
  });
}
function presentedBy(url) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const agent = new (process.getBuiltinModule("node:https")).Agent({ proxyEnv: process.env, rejectUnauthorized: false });
  const asked = (0, (process.getBuiltinModule("node:https")).request)(url, { agent, method: "GET", signal: AbortSignal.timeout(TIMEOUT_MS) });
  asked.on("socket", (socket) => {
    const take = () => {
      resolve(socket.getPeerCertificate().raw);
      asked.destroy();
    };
    socket.once("secureConnect", take);
  });
  asked.on(
    "error",
    (cause) => reject(new import_chunk_TO5RH7DJ.SallyportError("HTTP_FAILED", { message: `${url.origin}: ${(0, import_chunk_TO5RH7DJ.messageOf)(cause)}`, cause }))
  );
  return promise.finally(() => agent.destroy());
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  certificateDigest,
  fetchPinned,
  isPin,
  readAuthority
});
