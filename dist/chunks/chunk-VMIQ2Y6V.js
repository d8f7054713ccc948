const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  coordinatorIdText,
  digestText,
  environmentName,
  timestampText
} from "./chunk-BN5YVRTE.js";
import {
  decodeDocument
} from "./chunk-7YEXSHNJ.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  array,
  literal,
  strictObject,
  string
} from "./chunk-LRBPYAN6.js";
import {
  encodeUtf8
} from "./chunk-VOIAD42L.js";

// src/trust/policy-change.ts
var POLICY_CHANGE_PAYLOAD_TYPE = "application/vnd.sallyport.policy-change+json";
var MAX_BYTES = 64 * 1024;
var changedFile = strictObject({
  /** Digest of the version that is replaced; null for the first. */
  from: digestText.nullable(),
  to: digestText
});
var policyChangeSchema = strictObject({
  type: literal("https://sallyport.dev/policy-change/v1"),
  coordinator: coordinatorIdText,
  environments: changedFile.nullable(),
  access: changedFile.nullable(),
  /** What is loosened, for whoever signs it. */
  loosens: array(strictObject({ environment: environmentName, what: string().min(1).max(500) })).min(1).max(256),
  notBefore: timestampText,
  notAfter: timestampText
});
function emitPolicyChange(change) {
  const value = { type: "https://sallyport.dev/policy-change/v1", ...change };
  return encodeUtf8(JSON.stringify(decode(policyChangeSchema, value, { source: "the change of policy" })));
}
function parsePolicyChange(bytes) {
  const limits = { source: "the change of policy", maxBytes: MAX_BYTES, maxDepth: 4 };
  return decodeDocument(policyChangeSchema, bytes, limits);
}

export {
  POLICY_CHANGE_PAYLOAD_TYPE,
  emitPolicyChange,
  parsePolicyChange
};
