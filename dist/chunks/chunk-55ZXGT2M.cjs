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
  KEY_LIST_PAYLOAD_TYPE: () => KEY_LIST_PAYLOAD_TYPE,
  ONLINE_ROLES: () => ONLINE_ROLES,
  compareKeyLists: () => compareKeyLists,
  isCurrent: () => isCurrent,
  keyListSchema: () => keyListSchema,
  signKeyList: () => signKeyList,
  verifyKeyList: () => verifyKeyList
});
module.exports = stdin_exports;
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var KEY_LIST_PAYLOAD_TYPE = "application/vnd.sallyport.key-list+json";
var MAX_KEY_LIST_BYTES = 8 * 1024;
var ONLINE_ROLES = ["control", "approval", "vsa", "log", "relay"];
var keyListSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  version: (0, import_chunk_PO7UBJRE.literal)(1),
  coordinator: import_chunk_UESRXYTB.coordinatorIdText,
  epoch: import_chunk_UESRXYTB.counter,
  /** Rises with each list, also within an epoch. */
  sequence: import_chunk_UESRXYTB.counter,
  notBefore: import_chunk_UESRXYTB.timestampText,
  notAfter: import_chunk_UESRXYTB.timestampText,
  keys: (0, import_chunk_PO7UBJRE.strictObject)({
    control: (0, import_chunk_PO7UBJRE.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("control")),
    approval: (0, import_chunk_PO7UBJRE.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("approval")),
    vsa: (0, import_chunk_PO7UBJRE.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("vsa")),
    log: (0, import_chunk_PO7UBJRE.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("log")),
    relay: (0, import_chunk_PO7UBJRE.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("relay"))
  })
});
function signKeyList(content, root) {
  const list = (0, import_chunk_SO3KANTK.decode)(
    keyListSchema,
    {
      version: 1,
      coordinator: (0, import_chunk_BIEF65K5.coordinatorIdOf)(root.publicKey),
      ...content,
      keys: Object.fromEntries(ONLINE_ROLES.map((role) => [role, (0, import_chunk_BIEF65K5.formatPublicKey)(role, content.keys[role])]))
    },
    { source: "the key list" }
  );
  refuseSharedKeys(content.keys);
  return (0, import_chunk_B5YHRYI7.signEnvelope)(KEY_LIST_PAYLOAD_TYPE, (0, import_chunk_4NFOMFHU.encodeUtf8)(JSON.stringify(list)), [root]);
}
function verifyKeyList(envelope, root) {
  const payload = (0, import_chunk_B5YHRYI7.verifyEnvelope)(envelope, [root]);
  if (payload.payloadType !== KEY_LIST_PAYLOAD_TYPE) {
    throw new import_chunk_TO5RH7DJ.SallyportError("SIGNATURE_INVALID", {
      message: `the root signed a ${JSON.stringify(payload.payloadType)}, not a key list`
    });
  }
  const limits = { source: "the key list", maxBytes: MAX_KEY_LIST_BYTES, maxDepth: 4 };
  const list = (0, import_chunk_3ZQSXCLB.decodeDocument)(keyListSchema, payload.bytes, limits);
  if (list.coordinator !== (0, import_chunk_BIEF65K5.coordinatorIdOf)(root)) {
    throw new import_chunk_TO5RH7DJ.SallyportError("CONFIG_INVALID", {
      message: `the key list names another coordinator, ${list.coordinator}`
    });
  }
  const keys = parseKeys(list.keys);
  refuseSharedKeys(keys);
  return {
    coordinatorId: list.coordinator,
    epoch: list.epoch,
    sequence: list.sequence,
    notBefore: (0, import_chunk_GEUJANHY.parseTimestamp)(list.notBefore),
    notAfter: (0, import_chunk_GEUJANHY.parseTimestamp)(list.notAfter),
    keys,
    payload: (0, import_chunk_4NFOMFHU.encodeBase64)(payload.bytes)
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
    control: (0, import_chunk_BIEF65K5.parsePublicKey)("control", keys.control),
    approval: (0, import_chunk_BIEF65K5.parsePublicKey)("approval", keys.approval),
    vsa: (0, import_chunk_BIEF65K5.parsePublicKey)("vsa", keys.vsa),
    log: (0, import_chunk_BIEF65K5.parsePublicKey)("log", keys.log),
    relay: (0, import_chunk_BIEF65K5.parsePublicKey)("relay", keys.relay)
  };
}
function refuseSharedKeys(keys) {
  const distinct = new Set(ONLINE_ROLES.map((role) => (0, import_chunk_BIEF65K5.formatPublicKey)("root", keys[role])));
  if (distinct.size !== ONLINE_ROLES.length) {
    throw new import_chunk_TO5RH7DJ.SallyportError("CONFIG_INVALID", { message: "the key list gives one key two roles" });
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  KEY_LIST_PAYLOAD_TYPE,
  ONLINE_ROLES,
  compareKeyLists,
  isCurrent,
  keyListSchema,
  signKeyList,
  verifyKeyList
});
