const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  compareKeyLists,
  isCurrent,
  verifyKeyList
} from "./chunk-LSFF2WNL.js";
import {
  envelopeSchema,
  signEnvelope,
  verifyEnvelope
} from "./chunk-4GZJ36TC.js";
import {
  coordinatorIdText,
  timestampText
} from "./chunk-XHCMOUYR.js";
import {
  decodeDocument
} from "./chunk-7YEXSHNJ.js";
import {
  array,
  int,
  literal,
  strictObject,
  string
} from "./chunk-SKPPTWLY.js";
import {
  MINUTE,
  parseTimestamp
} from "./chunk-NNHBBYKH.js";
import {
  decodeBase64url,
  encodeBase64url,
  encodeUtf8,
  equalBytes
} from "./chunk-VOIAD42L.js";
import {
  messageOf
} from "./chunk-XELNXD6A.js";

// src/trust/relay-token.ts
var RELAY_TOKEN_PAYLOAD_TYPE = "application/vnd.sallyport.relay-token+json";
var RELAY_CLOCK_SKEW = MINUTE;
var MAX_RELAY_PEERS = 65535;
var MAX_CREDENTIAL_BYTES = 8192;
var bytes32 = string().regex(/^[A-Za-z0-9_-]{43}$/);
var relayName = string().regex(/^[^\s/]{1,255}:\d{1,5}$/);
var relayTokenSchema = strictObject({
  version: literal(1),
  coordinator: coordinatorIdText,
  relays: array(relayName).min(1).max(16),
  /** The node's WireGuard key. */
  node: bytes32,
  /** Version of the network map that the peers are from. */
  map: int().min(0),
  notBefore: timestampText,
  notAfter: timestampText,
  /** One lease of one node; of a node without a lease, one hour. */
  account: string().regex(/^[A-Za-z0-9:./-]{1,100}$/),
  /** Of the account, at each relay. */
  quotaBytes: int().min(1),
  peers: strictObject({ count: int().min(0).max(MAX_RELAY_PEERS), digest: bytes32 })
});
var credentialSchema = strictObject({ keyList: envelopeSchema, token: envelopeSchema });
function signRelayToken(token, key) {
  const bytes = encodeUtf8(JSON.stringify(relayTokenSchema.parse(token)));
  return signEnvelope(RELAY_TOKEN_PAYLOAD_TYPE, bytes, [key]);
}
function emitRelayCredential(token, keyList) {
  return encodeUtf8(JSON.stringify({ keyList, token }));
}
function judgeRelayCredential(bytes, check) {
  try {
    const source = "the relay credential";
    const credential = decodeDocument(credentialSchema, bytes, {
      source,
      maxBytes: MAX_CREDENTIAL_BYTES,
      maxDepth: 6
    });
    const offered = verifyKeyList(credential.keyList, check.root);
    const relation = check.known ? compareKeyLists(offered, check.known) : "newer";
    if (relation === "forked") return refused("its key list contradicts one that was seen");
    const keyList = relation === "older" && check.known ? check.known : offered;
    if (!isCurrent(keyList, check.now)) return refused("the key list is not current");
    const payload = verifyEnvelope(credential.token, [keyList.keys.relay]);
    if (payload.payloadType !== RELAY_TOKEN_PAYLOAD_TYPE)
      return refused("the relay key signed no relay token");
    const token = decodeDocument(relayTokenSchema, payload.bytes, {
      source,
      maxBytes: MAX_CREDENTIAL_BYTES,
      maxDepth: 4
    });
    const why = findFault(token, keyList, check);
    if (why !== void 0) return refused(why);
    return { kind: "granted", token, keyList, keyListEnvelope: credential.keyList };
  } catch (thrown) {
    return refused(messageOf(thrown));
  }
}
function findFault(token, keyList, check) {
  const { relay, node, now } = check;
  if (token.coordinator !== keyList.coordinatorId) return "it is of another coordinator";
  if (!token.relays.includes(relay)) return `it is for ${token.relays.join(", ")}, not for ${relay}`;
  if (!equalBytes(decodeBase64url(token.node), node)) return "it is of another node";
  if (now < parseTimestamp(token.notBefore) - RELAY_CLOCK_SKEW) return `it is good from ${token.notBefore} on`;
  if (now >= parseTimestamp(token.notAfter)) return `it ended at ${token.notAfter}`;
  return void 0;
}
function refused(why) {
  return { kind: "refused", why };
}
function relayNameOf(url) {
  return `${url.hostname}:${url.port || (url.protocol === "wss:" || url.protocol === "https:" ? 443 : 80)}`.toLowerCase();
}
function emitPeerListing(listing) {
  return { count: listing.count, digest: encodeBase64url(listing.digest) };
}

export {
  MAX_RELAY_PEERS,
  signRelayToken,
  emitRelayCredential,
  judgeRelayCredential,
  relayNameOf,
  emitPeerListing
};
