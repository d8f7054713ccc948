const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  signEnvelope,
  verifyEnvelope
} from "./chunk-4GZJ36TC.js";
import {
  coordinatorIdOf
} from "./chunk-ZYFGNLJL.js";
import {
  coordinatorIdText,
  timestampText
} from "./chunk-XHCMOUYR.js";
import {
  decodeDocument
} from "./chunk-7YEXSHNJ.js";
import {
  int,
  literal,
  strictObject,
  string
} from "./chunk-SKPPTWLY.js";
import {
  formatTimestamp,
  parseTimestamp
} from "./chunk-NNHBBYKH.js";
import {
  decodeBase64,
  encodeBase64,
  encodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/trust/log-clearance.ts
var LOG_CLEARANCE_PAYLOAD_TYPE = "application/vnd.sallyport.log-clearance+json";
var MAX_BYTES = 4 * 1024;
var clearanceSchema = strictObject({
  version: literal(1),
  coordinator: coordinatorIdText,
  issuedAt: timestampText,
  checkpoint: strictObject({
    size: int().min(0),
    /** SHA-256, base64. */
    root: string().regex(/^[A-Za-z0-9+/]{43}=$/)
  })
});
function signLogClearance({ issuedAt, size, root }, key) {
  const content = {
    version: 1,
    coordinator: coordinatorIdOf(key.publicKey),
    issuedAt: formatTimestamp(issuedAt),
    checkpoint: { size, root: encodeBase64(root) }
  };
  return signEnvelope(LOG_CLEARANCE_PAYLOAD_TYPE, encodeUtf8(JSON.stringify(content)), [key]);
}
function verifyLogClearance(envelope, root) {
  const payload = verifyEnvelope(envelope, [root]);
  if (payload.payloadType !== LOG_CLEARANCE_PAYLOAD_TYPE) {
    throw new SallyportError("SIGNATURE_INVALID", {
      message: `the root signed a ${JSON.stringify(payload.payloadType)}, not a clearance of the log`
    });
  }
  const limits = { source: "the clearance of the log", maxBytes: MAX_BYTES, maxDepth: 4 };
  const { coordinator, issuedAt, checkpoint } = decodeDocument(clearanceSchema, payload.bytes, limits);
  if (coordinator !== coordinatorIdOf(root)) {
    throw new SallyportError("CONFIG_INVALID", {
      message: `the clearance is for another coordinator, ${coordinator}`
    });
  }
  return { issuedAt: parseTimestamp(issuedAt), size: checkpoint.size, root: decodeBase64(checkpoint.root) };
}

export {
  signLogClearance,
  verifyLogClearance
};
