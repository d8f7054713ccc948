const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  signEnvelope,
  verifyEnvelope
} from "./chunk-4GZJ36TC.js";
import {
  coordinatorIdOf,
  formatPublicKey,
  parsePublicKey,
  publicKeyPattern
} from "./chunk-ZYFGNLJL.js";
import {
  coordinatorIdText,
  counter,
  timestampText
} from "./chunk-XHCMOUYR.js";
import {
  decodeDocument
} from "./chunk-7YEXSHNJ.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  literal,
  strictObject,
  string
} from "./chunk-SKPPTWLY.js";
import {
  parseTimestamp
} from "./chunk-NNHBBYKH.js";
import {
  encodeBase64,
  encodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/trust/key-list.ts
var KEY_LIST_PAYLOAD_TYPE = "application/vnd.sallyport.key-list+json";
var MAX_KEY_LIST_BYTES = 8 * 1024;
var ONLINE_ROLES = ["control", "approval", "vsa", "log", "relay"];
var keyListSchema = strictObject({
  version: literal(1),
  coordinator: coordinatorIdText,
  epoch: counter,
  /** Rises with each list, also within an epoch. */
  sequence: counter,
  notBefore: timestampText,
  notAfter: timestampText,
  keys: strictObject({
    control: string().regex(publicKeyPattern("control")),
    approval: string().regex(publicKeyPattern("approval")),
    vsa: string().regex(publicKeyPattern("vsa")),
    log: string().regex(publicKeyPattern("log")),
    relay: string().regex(publicKeyPattern("relay"))
  })
});
function signKeyList(content, root) {
  const list = decode(
    keyListSchema,
    {
      version: 1,
      coordinator: coordinatorIdOf(root.publicKey),
      ...content,
      keys: Object.fromEntries(ONLINE_ROLES.map((role) => [role, formatPublicKey(role, content.keys[role])]))
    },
    { source: "the key list" }
  );
  refuseSharedKeys(content.keys);
  return signEnvelope(KEY_LIST_PAYLOAD_TYPE, encodeUtf8(JSON.stringify(list)), [root]);
}
function verifyKeyList(envelope, root) {
  const payload = verifyEnvelope(envelope, [root]);
  if (payload.payloadType !== KEY_LIST_PAYLOAD_TYPE) {
    throw new SallyportError("SIGNATURE_INVALID", {
      message: `the root signed a ${JSON.stringify(payload.payloadType)}, not a key list`
    });
  }
  const limits = { source: "the key list", maxBytes: MAX_KEY_LIST_BYTES, maxDepth: 4 };
  const list = decodeDocument(keyListSchema, payload.bytes, limits);
  if (list.coordinator !== coordinatorIdOf(root)) {
    throw new SallyportError("CONFIG_INVALID", {
      message: `the key list names another coordinator, ${list.coordinator}`
    });
  }
  const keys = parseKeys(list.keys);
  refuseSharedKeys(keys);
  return {
    coordinatorId: list.coordinator,
    epoch: list.epoch,
    sequence: list.sequence,
    notBefore: parseTimestamp(list.notBefore),
    notAfter: parseTimestamp(list.notAfter),
    keys,
    payload: encodeBase64(payload.bytes)
  };
}
function isCurrent(list, now) {
  return list.notBefore <= now && now < list.notAfter;
}
function compareKeyLists(offered, known) {
  if (offered.sequence === known.sequence) return offered.payload === known.payload ? "same" : "forked";
  if (offered.sequence < known.sequence) return offered.epoch > known.epoch ? "forked" : "older";
  return offered.epoch < known.epoch ? "forked" : "newer";
}
function parseKeys(keys) {
  return {
    control: parsePublicKey("control", keys.control),
    approval: parsePublicKey("approval", keys.approval),
    vsa: parsePublicKey("vsa", keys.vsa),
    log: parsePublicKey("log", keys.log),
    relay: parsePublicKey("relay", keys.relay)
  };
}
function refuseSharedKeys(keys) {
  const distinct = new Set(ONLINE_ROLES.map((role) => formatPublicKey("root", keys[role])));
  if (distinct.size !== ONLINE_ROLES.length) {
    throw new SallyportError("CONFIG_INVALID", { message: "the key list gives one key two roles" });
  }
}

export {
  KEY_LIST_PAYLOAD_TYPE,
  ONLINE_ROLES,
  keyListSchema,
  signKeyList,
  verifyKeyList,
  isCurrent,
  compareKeyLists
};
