const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  Secret
} from "./chunk-SBZZULRJ.js";
import {
  decodeBase64,
  encodeBase64
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/tunnel/wireguard/keys.ts
function publicKey(bytes) {
  return checked(bytes, "public key");
}
function privateKey(bytes) {
  return new Secret(checked(bytes, "private key"));
}
function presharedKey(bytes) {
  return new Secret(checked(bytes, "preshared key"));
}
function peerId(key) {
  return encodeBase64(key);
}
function parseKeyText(text, what) {
  try {
    const bytes = text.length === 44 ? decodeBase64(text) : void 0;
    if (bytes?.length === 32) return bytes;
  } catch {
  }
  throw new SallyportError("KEY_INVALID", {
    message: `the ${what} is not a WireGuard key`,
    help: 'a key is 44 characters of base64, as "wg genkey" prints it'
  });
}
function checked(bytes, what) {
  if (bytes.length === 32) return bytes;
  throw new SallyportError("KEY_INVALID", { message: `a ${what} has 32 bytes, not ${bytes.length}` });
}

// src/tunnel/wireguard/constants.ts
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

export {
  publicKey,
  privateKey,
  presharedKey,
  peerId,
  parseKeyText,
  REKEY_AFTER_TIME,
  REJECT_AFTER_TIME,
  REKEY_TIMEOUT,
  KEEPALIVE_TIMEOUT,
  COOKIE_REFRESH_TIME,
  REKEY_AFTER_MESSAGES_HIGH,
  REJECT_AFTER_MESSAGES_HIGH,
  REJECT_AFTER_MESSAGES_LOW,
  CONSTRUCTION,
  IDENTIFIER,
  LABEL_MAC1,
  LABEL_COOKIE,
  REKEY_TIMEOUT_JITTER_MAX,
  MAX_HANDSHAKE_ATTEMPTS,
  ZERO_KEYS_AFTER,
  INITIATION_INTERVAL_MIN,
  COOKIE_SECRET_LIFETIME,
  MAX_STAGED_PACKETS,
  HANDSHAKE_BUDGET_SHARE,
  HANDSHAKE_BUDGET_BURST,
  LOAD_STICKY_TIME,
  DEFAULT_MTU
};
