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
  chunk_3ZQSXCLB: () => chunk_3ZQSXCLB_exports,
  chunk_55ZXGT2M: () => chunk_55ZXGT2M_exports,
  chunk_B5YHRYI7: () => chunk_B5YHRYI7_exports,
  chunk_E3PGXMDL: () => chunk_E3PGXMDL_exports,
  chunk_UESRXYTB: () => chunk_UESRXYTB_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli2 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_BIEF65K52 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli5 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli8 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE44 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli9 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli10 = require("../cli.cjs").chunk_TO5RH7DJ;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_E3PGXMDL_exports = {};
__export2(chunk_E3PGXMDL_exports, {
  admissionAudience: () => admissionAudience,
  approvalAudience: () => approvalAudience,
  enrolmentFingerprint: () => enrolmentFingerprint,
  personNodeBytes: () => personNodeBytes,
  personNonce: () => personNonce,
  pushAudience: () => pushAudience,
  sessionNonce: () => sessionNonce
});
var NO_APPROVAL = new Uint8Array(32);
function admissionAudience(binding) {
  const { coordinatorId, wireguardKey, machineKey, approvalDigest = NO_APPROVAL } = binding;
  const hash = (0, import_cli.labelledHash)("sallyport/admission/v1", wireguardKey, machineKey, approvalDigest);
  return `sallyport:${coordinatorId}:${(0, import_cli2.encodeBase64url)(hash)}`;
}
function enrolmentFingerprint(machineKey, wireguardKey) {
  return (0, import_cli2.encodeBase64url)((0, import_cli.labelledHash)("sallyport/enrolment/v1", machineKey, wireguardKey));
}
function approvalAudience(coordinatorId, statementBytes) {
  return `sallyport:${coordinatorId}:${(0, import_cli2.encodeBase64url)((0, import_cli.labelledHash)("sallyport/approval/v1", statementBytes))}`;
}
function personNonce(statementBytes) {
  return (0, import_cli2.encodeBase64url)((0, import_cli.labelledHash)("sallyport/person/v1", statementBytes));
}
function pushAudience({ coordinatorId, environments, access, acceptLockOut }) {
  const none = new Uint8Array();
  const hash = (0, import_cli.labelledHash)(
    "sallyport/push/v1",
    environments ?? none,
    access ?? none,
    acceptLockOut ? "accept-lock-out" : ""
  );
  return `sallyport:${coordinatorId}:${(0, import_cli2.encodeBase64url)(hash)}`;
}
function personNodeBytes({
  coordinatorId,
  wireguardKey,
  machineKey,
  notAfter
}) {
  return (0, import_cli.labelledHash)("sallyport/person-node/v1", coordinatorId, wireguardKey, machineKey, notAfter);
}
function sessionNonce(coordinatorId, sessionKey) {
  return (0, import_cli2.encodeBase64url)((0, import_cli.labelledHash)("sallyport/session/v1", coordinatorId, sessionKey));
}
var chunk_55ZXGT2M_exports = {};
__export2(chunk_55ZXGT2M_exports, {
  KEY_LIST_PAYLOAD_TYPE: () => KEY_LIST_PAYLOAD_TYPE,
  ONLINE_ROLES: () => ONLINE_ROLES,
  compareKeyLists: () => compareKeyLists,
  isCurrent: () => isCurrent,
  keyListSchema: () => keyListSchema,
  signKeyList: () => signKeyList,
  verifyKeyList: () => verifyKeyList
});
var chunk_B5YHRYI7_exports = {};
__export2(chunk_B5YHRYI7_exports, {
  envelopeSchema: () => envelopeSchema,
  findSigners: () => findSigners,
  preAuthEncoding: () => preAuthEncoding,
  signEnvelope: () => signEnvelope,
  unverifiedPayload: () => unverifiedPayload,
  verifyEnvelope: () => verifyEnvelope
});
var MAX_SIGNATURES = 32;
var MAX_PAYLOAD_BYTES = 128 * 1024;
var base64 = (0, import_chunk_CF656EE4.string)().regex(/^[A-Za-z0-9+/_-]*={0,2}$/);
var envelopeSchema = (0, import_chunk_CF656EE4.strictObject)({
  payloadType: (0, import_chunk_CF656EE4.string)().min(1).max(255),
  payload: base64.max(4 * Math.ceil(MAX_PAYLOAD_BYTES / 3)),
  signatures: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.strictObject)({ keyid: (0, import_chunk_CF656EE4.string)().max(255).optional(), sig: base64.max(1024) })).min(1).max(MAX_SIGNATURES)
});
function preAuthEncoding(payloadType, body) {
  const type = (0, import_cli3.encodeUtf8)(payloadType);
  return (0, import_cli3.concatBytes)((0, import_cli3.encodeUtf8)(`DSSEv1 ${type.length} `), type, (0, import_cli3.encodeUtf8)(` ${body.length} `), body);
}
function signEnvelope(payloadType, body, keys) {
  return {
    payloadType,
    payload: (0, import_cli3.encodeBase64)(body),
    signatures: keys.map((key) => signatureOf(payloadType, body, key))
  };
}
function unverifiedPayload(envelope) {
  return decodeEitherBase64(envelope.payload);
}
function verifyEnvelope(envelope, keys, threshold = 1) {
  const signers = findSigners(envelope, keys);
  if (threshold < 1 || signers.length < threshold) {
    throw new import_cli4.SallyportError("SIGNATURE_INVALID", {
      message: `${signers.length} of the keys that count here signed, ${threshold} must`
    });
  }
  const bytes = decodeEitherBase64(envelope.payload);
  return { payloadType: envelope.payloadType, bytes, signers };
}
function findSigners(envelope, keys) {
  const message = preAuthEncoding(envelope.payloadType, decodeEitherBase64(envelope.payload));
  const signatures = envelope.signatures.map(({ sig }) => decodeEitherBase64(sig));
  const distinct = new Map(keys.map((key) => [(0, import_chunk_BIEF65K5.keyIdOf)(key), key]));
  return [...distinct.values()].filter(
    (key) => signatures.some((signature) => (0, import_chunk_BIEF65K5.verifyEd25519)(key, message, signature))
  );
}
function signatureOf(payloadType, body, key) {
  const signature = (0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, preAuthEncoding(payloadType, body));
  return { keyid: (0, import_chunk_BIEF65K5.keyIdOf)(key.publicKey), sig: (0, import_cli3.encodeBase64)(signature) };
}
function decodeEitherBase64(text) {
  const isWhole = text.length % 4 === 0;
  const isUrlSafe = /[-_]/.test(text) || !isWhole && !text.endsWith("=");
  if (!isUrlSafe) return (0, import_cli3.decodeBase64)(text);
  return (0, import_cli3.decodeBase64url)(isWhole ? text.replace(/={1,2}$/, "") : text);
}
var chunk_UESRXYTB_exports = {};
__export2(chunk_UESRXYTB_exports, {
  applicationName: () => applicationName,
  commitText: () => commitText,
  coordinatorIdText: () => coordinatorIdText,
  counter: () => counter,
  digestText: () => digestText,
  durationText: () => durationText,
  environmentName: () => environmentName,
  gitRef: () => gitRef,
  issuerUrl: () => issuerUrl,
  labelName: () => labelName,
  labelValue: () => labelValue,
  labels: () => labels,
  numericId: () => numericId,
  sha256HexText: () => sha256HexText,
  timestampText: () => timestampText
});
var COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var applicationName = (0, import_chunk_CF656EE42.string)().regex(/^[a-z0-9-]{1,63}$/, "must be 1 to 63 of a-z, 0-9 and -");
var environmentName = (0, import_chunk_CF656EE42.string)().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be 1 to 63 of letters, digits, ".", "_" and "-"');
var digestText = (0, import_chunk_CF656EE42.string)().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 lower-case hex digits");
var sha256HexText = (0, import_chunk_CF656EE42.string)().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hex digits");
var commitText = (0, import_chunk_CF656EE42.string)().regex(COMMIT, "must be a whole commit id in lower-case hex");
var numericId = (0, import_chunk_CF656EE42.string)().regex(/^(?:0|[1-9][0-9]{0,19})$/, "must be a decimal id in quotes");
var timestampText = (0, import_chunk_CF656EE42.string)().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/, "must be a UTC time such as 2026-11-22T09:30:00Z");
var issuerUrl = (0, import_chunk_CF656EE42.string)().max(500).regex(
  /^https:\/\/[a-z0-9.-]+(?::[0-9]{1,5})?(?:\/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-])?$/,
  "must be an https: URL"
);
var gitRef = (0, import_chunk_CF656EE42.string)().regex(/^refs\/[^\p{C}\p{Z}~^:?*[\\]{1,250}$/u, "must be a whole ref such as refs/heads/main");
var coordinatorIdText = (0, import_chunk_CF656EE42.string)().regex(/^[A-Za-z0-9_-]{43}$/);
var labelName = (0, import_chunk_CF656EE42.string)().regex(/^[a-z0-9][a-z0-9._/-]{0,62}$/);
var labelValue = (0, import_chunk_CF656EE42.string)().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/);
var labels = (0, import_chunk_CF656EE42.record)(labelName, labelValue);
var counter = (0, import_chunk_CF656EE42.int)().min(1);
var durationText = (0, import_chunk_CF656EE42.string)().regex(/^\d{1,9}(?:ms|s|m|h|d)$/, "must be a duration such as 90s, 15m, 24h");
var chunk_3ZQSXCLB_exports = {};
__export2(chunk_3ZQSXCLB_exports, {
  decodeDocument: () => decodeDocument,
  refuseHiddenKeys: () => refuseHiddenKeys
});
function decodeDocument(schema, bytes, limits) {
  const value = (0, import_chunk_CF656EE43.parseStrictJson)(bytes, limits);
  refuseHiddenKeys(value, limits.source);
  return (0, import_cli5.decode)(schema, value, { source: limits.source });
}
function refuseHiddenKeys(value, source) {
  if (typeof value !== "object" || value === null) return;
  if (Object.hasOwn(value, "__proto__")) {
    throw new import_cli6.SallyportError("CONFIG_INVALID", {
      message: "__proto__: this key is not known",
      place: { file: source }
    });
  }
  for (const member of Object.values(value)) refuseHiddenKeys(member, source);
}
var KEY_LIST_PAYLOAD_TYPE = "application/vnd.sallyport.key-list+json";
var MAX_KEY_LIST_BYTES = 8 * 1024;
var ONLINE_ROLES = ["control", "approval", "vsa", "log", "relay"];
var keyListSchema = (0, import_chunk_CF656EE44.strictObject)({
  version: (0, import_chunk_CF656EE44.literal)(1),
  coordinator: coordinatorIdText,
  epoch: counter,
  /** Rises with each list, also within an epoch. */
  sequence: counter,
  notBefore: timestampText,
  notAfter: timestampText,
  keys: (0, import_chunk_CF656EE44.strictObject)({
    control: (0, import_chunk_CF656EE44.string)().regex((0, import_chunk_BIEF65K52.publicKeyPattern)("control")),
    approval: (0, import_chunk_CF656EE44.string)().regex((0, import_chunk_BIEF65K52.publicKeyPattern)("approval")),
    vsa: (0, import_chunk_CF656EE44.string)().regex((0, import_chunk_BIEF65K52.publicKeyPattern)("vsa")),
    log: (0, import_chunk_CF656EE44.string)().regex((0, import_chunk_BIEF65K52.publicKeyPattern)("log")),
    relay: (0, import_chunk_CF656EE44.string)().regex((0, import_chunk_BIEF65K52.publicKeyPattern)("relay"))
  })
});
function signKeyList(content, root) {
  const list = (0, import_cli7.decode)(
    keyListSchema,
    {
      version: 1,
      coordinator: (0, import_chunk_BIEF65K52.coordinatorIdOf)(root.publicKey),
      ...content,
      keys: Object.fromEntries(ONLINE_ROLES.map((role) => [role, (0, import_chunk_BIEF65K52.formatPublicKey)(role, content.keys[role])]))
    },
    { source: "the key list" }
  );
  refuseSharedKeys(content.keys);
  return signEnvelope(KEY_LIST_PAYLOAD_TYPE, (0, import_cli9.encodeUtf8)(JSON.stringify(list)), [root]);
}
function verifyKeyList(envelope, root) {
  const payload = verifyEnvelope(envelope, [root]);
  if (payload.payloadType !== KEY_LIST_PAYLOAD_TYPE) {
    throw new import_cli10.SallyportError("SIGNATURE_INVALID", {
      message: `the root signed a ${JSON.stringify(payload.payloadType)}, not a key list`
    });
  }
  const limits = { source: "the key list", maxBytes: MAX_KEY_LIST_BYTES, maxDepth: 4 };
  const list = decodeDocument(keyListSchema, payload.bytes, limits);
  if (list.coordinator !== (0, import_chunk_BIEF65K52.coordinatorIdOf)(root)) {
    throw new import_cli10.SallyportError("CONFIG_INVALID", {
      message: `the key list names another coordinator, ${list.coordinator}`
    });
  }
  const keys = parseKeys(list.keys);
  refuseSharedKeys(keys);
  return {
    coordinatorId: list.coordinator,
    epoch: list.epoch,
    sequence: list.sequence,
    notBefore: (0, import_cli8.parseTimestamp)(list.notBefore),
    notAfter: (0, import_cli8.parseTimestamp)(list.notAfter),
    keys,
    payload: (0, import_cli9.encodeBase64)(payload.bytes)
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
    control: (0, import_chunk_BIEF65K52.parsePublicKey)("control", keys.control),
    approval: (0, import_chunk_BIEF65K52.parsePublicKey)("approval", keys.approval),
    vsa: (0, import_chunk_BIEF65K52.parsePublicKey)("vsa", keys.vsa),
    log: (0, import_chunk_BIEF65K52.parsePublicKey)("log", keys.log),
    relay: (0, import_chunk_BIEF65K52.parsePublicKey)("relay", keys.relay)
  };
}
function refuseSharedKeys(keys) {
  const distinct = new Set(ONLINE_ROLES.map((role) => (0, import_chunk_BIEF65K52.formatPublicKey)("root", keys[role])));
  if (distinct.size !== ONLINE_ROLES.length) {
    throw new import_cli10.SallyportError("CONFIG_INVALID", { message: "the key list gives one key two roles" });
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_3ZQSXCLB,
  chunk_55ZXGT2M,
  chunk_B5YHRYI7,
  chunk_E3PGXMDL,
  chunk_UESRXYTB
});
