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
  MAX_RELAY_PEERS: () => MAX_RELAY_PEERS,
  emitPeerListing: () => emitPeerListing,
  emitRelayCredential: () => emitRelayCredential,
  judgeRelayCredential: () => judgeRelayCredential,
  relayNameOf: () => relayNameOf,
  signRelayToken: () => signRelayToken
});
module.exports = stdin_exports;
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var RELAY_TOKEN_PAYLOAD_TYPE = "application/vnd.sallyport.relay-token+json";
var RELAY_CLOCK_SKEW = import_chunk_GEUJANHY.MINUTE;
var MAX_RELAY_PEERS = 65535;
var MAX_CREDENTIAL_BYTES = 8192;
var bytes32 = (0, import_chunk_PO7UBJRE.string)().regex(/^[A-Za-z0-9_-]{43}$/);
var relayName = (0, import_chunk_PO7UBJRE.string)().regex(/^[^\s/]{1,255}:\d{1,5}$/);
var relayTokenSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  version: (0, import_chunk_PO7UBJRE.literal)(1),
  coordinator: import_chunk_UESRXYTB.coordinatorIdText,
  relays: (0, import_chunk_PO7UBJRE.array)(relayName).min(1).max(16),
  /** The node's WireGuard key. */
  node: bytes32,
  /** Version of the network map that the peers are from. */
  map: (0, import_chunk_PO7UBJRE.int)().min(0),
  notBefore: import_chunk_UESRXYTB.timestampText,
  notAfter: import_chunk_UESRXYTB.timestampText,
  /** One lease of one node; of a node without a lease, one hour. */
  account: (0, import_chunk_PO7UBJRE.string)().regex(/^[A-Za-z0-9:./-]{1,100}$/),
  /** Of the account, at each relay. */
  quotaBytes: (0, import_chunk_PO7UBJRE.int)().min(1),
  peers: (0, import_chunk_PO7UBJRE.strictObject)({ count: (0, import_chunk_PO7UBJRE.int)().min(0).max(MAX_RELAY_PEERS), digest: bytes32 })
});
var credentialSchema = (0, import_chunk_PO7UBJRE.strictObject)({ keyList: import_chunk_B5YHRYI7.envelopeSchema, token: import_chunk_B5YHRYI7.envelopeSchema });
function signRelayToken(token, key) {
  const bytes = (0, import_chunk_4NFOMFHU.encodeUtf8)(JSON.stringify(relayTokenSchema.parse(token)));
  return (0, import_chunk_B5YHRYI7.signEnvelope)(RELAY_TOKEN_PAYLOAD_TYPE, bytes, [key]);
}
function emitRelayCredential(token, keyList) {
  return (0, import_chunk_4NFOMFHU.encodeUtf8)(JSON.stringify({ keyList, token }));
}
function judgeRelayCredential(bytes, check) {
  try {
    const source = "the relay credential";
    const credential = (0, import_chunk_3ZQSXCLB.decodeDocument)(credentialSchema, bytes, {
      source,
      maxBytes: MAX_CREDENTIAL_BYTES,
      maxDepth: 6
    });
    const offered = (0, import_chunk_55ZXGT2M.verifyKeyList)(credential.keyList, check.root);
    const relation = check.known ? (0, import_chunk_55ZXGT2M.compareKeyLists)(offered, check.known) : "newer";
    if (relation === "forked") return refused("its key list contradicts one that was seen");
    const keyList = relation === "older" && check.known ? check.known : offered;
    if (!(0, import_chunk_55ZXGT2M.isCurrent)(keyList, check.now)) return refused("the key list is not current");
    const payload = (0, import_chunk_B5YHRYI7.verifyEnvelope)(credential.token, [keyList.keys.relay]);
    if (payload.payloadType !== RELAY_TOKEN_PAYLOAD_TYPE)
      return refused("the relay key signed no relay token");
    const token = (0, import_chunk_3ZQSXCLB.decodeDocument)(relayTokenSchema, payload.bytes, {
      source,
      maxBytes: MAX_CREDENTIAL_BYTES,
      maxDepth: 4
    });
    const why = findFault(token, keyList, check);
    if (why !== void 0) return refused(why);
    return { kind: "granted", token, keyList, keyListEnvelope: credential.keyList };
  } catch (thrown) {
    return refused((0, import_chunk_TO5RH7DJ.messageOf)(thrown));
  }
}
function findFault(token, keyList, check) {
  const { relay, node, now } = check;
  if (token.coordinator !== keyList.coordinatorId) return "it is of another coordinator";
  if (!token.relays.includes(relay)) return `it is for ${token.relays.join(", ")}, not for ${relay}`;
  if (!(0, import_chunk_4NFOMFHU.equalBytes)((0, import_chunk_4NFOMFHU.decodeBase64url)(token.node), node)) return "it is of another node";
  if (now < (0, import_chunk_GEUJANHY.parseTimestamp)(token.notBefore) - RELAY_CLOCK_SKEW) return `it is good from ${token.notBefore} on`;
  if (now >= (0, import_chunk_GEUJANHY.parseTimestamp)(token.notAfter)) return `it ended at ${token.notAfter}`;
  return void 0;
}
function refused(why) {
  return { kind: "refused", why };
}
function relayNameOf(url) {
  return `${url.hostname}:${url.port || (url.protocol === "wss:" || url.protocol === "https:" ? 443 : 80)}`.toLowerCase();
}
function emitPeerListing(listing) {
  return { count: listing.count, digest: (0, import_chunk_4NFOMFHU.encodeBase64url)(listing.digest) };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  MAX_RELAY_PEERS,
  emitPeerListing,
  emitRelayCredential,
  judgeRelayCredential,
  relayNameOf,
  signRelayToken
});
