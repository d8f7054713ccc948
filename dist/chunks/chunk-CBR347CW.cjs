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
  CONSTRUCTION: () => CONSTRUCTION,
  COOKIE_REFRESH_TIME: () => COOKIE_REFRESH_TIME,
  COOKIE_SECRET_LIFETIME: () => COOKIE_SECRET_LIFETIME,
  DEFAULT_MTU: () => DEFAULT_MTU,
  HANDSHAKE_BUDGET_BURST: () => HANDSHAKE_BUDGET_BURST,
  HANDSHAKE_BUDGET_SHARE: () => HANDSHAKE_BUDGET_SHARE,
  IDENTIFIER: () => IDENTIFIER,
  INITIATION_INTERVAL_MIN: () => INITIATION_INTERVAL_MIN,
  KEEPALIVE_TIMEOUT: () => KEEPALIVE_TIMEOUT,
  LABEL_COOKIE: () => LABEL_COOKIE,
  LABEL_MAC1: () => LABEL_MAC1,
  LOAD_STICKY_TIME: () => LOAD_STICKY_TIME,
  MAX_HANDSHAKE_ATTEMPTS: () => MAX_HANDSHAKE_ATTEMPTS,
  MAX_STAGED_PACKETS: () => MAX_STAGED_PACKETS,
  REJECT_AFTER_MESSAGES_HIGH: () => REJECT_AFTER_MESSAGES_HIGH,
  REJECT_AFTER_MESSAGES_LOW: () => REJECT_AFTER_MESSAGES_LOW,
  REJECT_AFTER_TIME: () => REJECT_AFTER_TIME,
  REKEY_AFTER_MESSAGES_HIGH: () => REKEY_AFTER_MESSAGES_HIGH,
  REKEY_AFTER_TIME: () => REKEY_AFTER_TIME,
  REKEY_TIMEOUT: () => REKEY_TIMEOUT,
  REKEY_TIMEOUT_JITTER_MAX: () => REKEY_TIMEOUT_JITTER_MAX,
  ZERO_KEYS_AFTER: () => ZERO_KEYS_AFTER,
  parseKeyText: () => parseKeyText,
  peerId: () => peerId,
  presharedKey: () => presharedKey,
  privateKey: () => privateKey,
  publicKey: () => publicKey
});
module.exports = stdin_exports;
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var REKEY_AFTER_TIME = 12e4;
var REJECT_AFTER_TIME = 18e4;
var REKEY_TIMEOUT = 5e3;
var REKEY_ATTEMPT_TIME = 9e4;
var KEEPALIVE_TIMEOUT = 1e4;
var COOKIE_REFRESH_TIME = 12e4;
var REKEY_AFTER_MESSAGES_HIGH = 268435456;
var REJECT_AFTER_MESSAGES_HIGH = 4294967295;
var REJECT_AFTER_MESSAGES_LOW = 4294959103;
var CONSTRUCTION = "Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s";
var IDENTIFIER = "WireGuard v1 zx2c4 Jason@zx2c4.com";
var LABEL_MAC1 = "mac1----";
var LABEL_COOKIE = "cookie--";
var REKEY_TIMEOUT_JITTER_MAX = 333;
var MAX_HANDSHAKE_ATTEMPTS = REKEY_ATTEMPT_TIME / REKEY_TIMEOUT;
var ZERO_KEYS_AFTER = REJECT_AFTER_TIME * 3;
var INITIATION_INTERVAL_MIN = 20;
var COOKIE_SECRET_LIFETIME = 12e4;
var MAX_STAGED_PACKETS = 128;
var HANDSHAKE_BUDGET_SHARE = 0.1;
var HANDSHAKE_BUDGET_BURST = 30;
var LOAD_STICKY_TIME = 1e3;
var DEFAULT_MTU = 1420;
function publicKey(bytes) {
  return checked(bytes, "public key");
}
function privateKey(bytes) {
  return new import_chunk_FZ44G4XJ.Secret(checked(bytes, "private key"));
}
function presharedKey(bytes) {
  return new import_chunk_FZ44G4XJ.Secret(checked(bytes, "preshared key"));
}
function peerId(key) {
  return (0, import_chunk_4NFOMFHU.encodeBase64)(key);
}
function parseKeyText(text, what) {
  try {
    const bytes = text.length === 44 ? (0, import_chunk_4NFOMFHU.decodeBase64)(text) : void 0;
    if (bytes?.length === 32) return bytes;
  } catch {
  }
  throw new import_chunk_TO5RH7DJ.SallyportError("KEY_INVALID", {
    message: `the ${what} is not a WireGuard key`,
    help: 'a key is 44 characters of base64, as "wg genkey" prints it'
  });
}
function checked(bytes, what) {
  if (bytes.length === 32) return bytes;
  throw new import_chunk_TO5RH7DJ.SallyportError("KEY_INVALID", { message: `a ${what} has 32 bytes, not ${bytes.length}` });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  CONSTRUCTION,
  COOKIE_REFRESH_TIME,
  COOKIE_SECRET_LIFETIME,
  DEFAULT_MTU,
  HANDSHAKE_BUDGET_BURST,
  HANDSHAKE_BUDGET_SHARE,
  IDENTIFIER,
  INITIATION_INTERVAL_MIN,
  KEEPALIVE_TIMEOUT,
  LABEL_COOKIE,
  LABEL_MAC1,
  LOAD_STICKY_TIME,
  MAX_HANDSHAKE_ATTEMPTS,
  MAX_STAGED_PACKETS,
  REJECT_AFTER_MESSAGES_HIGH,
  REJECT_AFTER_MESSAGES_LOW,
  REJECT_AFTER_TIME,
  REKEY_AFTER_MESSAGES_HIGH,
  REKEY_AFTER_TIME,
  REKEY_TIMEOUT,
  REKEY_TIMEOUT_JITTER_MAX,
  ZERO_KEYS_AFTER,
  parseKeyText,
  peerId,
  presharedKey,
  privateKey,
  publicKey
});
