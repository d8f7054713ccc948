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
  admissionAudience: () => admissionAudience,
  approvalAudience: () => approvalAudience,
  enrolmentFingerprint: () => enrolmentFingerprint,
  personNodeBytes: () => personNodeBytes,
  personNonce: () => personNonce,
  pushAudience: () => pushAudience,
  sessionNonce: () => sessionNonce
});
module.exports = stdin_exports;
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var NO_APPROVAL = new Uint8Array(32);
function admissionAudience(binding) {
  const { coordinatorId, wireguardKey, machineKey, approvalDigest = NO_APPROVAL } = binding;
  const hash = (0, import_chunk_QW7UKFTH.labelledHash)("sallyport/admission/v1", wireguardKey, machineKey, approvalDigest);
  return `sallyport:${coordinatorId}:${(0, import_chunk_4NFOMFHU.encodeBase64url)(hash)}`;
}
function enrolmentFingerprint(machineKey, wireguardKey) {
  return (0, import_chunk_4NFOMFHU.encodeBase64url)((0, import_chunk_QW7UKFTH.labelledHash)("sallyport/enrolment/v1", machineKey, wireguardKey));
}
function approvalAudience(coordinatorId, statementBytes) {
  return `sallyport:${coordinatorId}:${(0, import_chunk_4NFOMFHU.encodeBase64url)((0, import_chunk_QW7UKFTH.labelledHash)("sallyport/approval/v1", statementBytes))}`;
}
function personNonce(statementBytes) {
  return (0, import_chunk_4NFOMFHU.encodeBase64url)((0, import_chunk_QW7UKFTH.labelledHash)("sallyport/person/v1", statementBytes));
}
function pushAudience({ coordinatorId, environments, access, acceptLockOut }) {
  const none = new Uint8Array();
  const hash = (0, import_chunk_QW7UKFTH.labelledHash)(
    "sallyport/push/v1",
    environments ?? none,
    access ?? none,
    acceptLockOut ? "accept-lock-out" : ""
  );
  return `sallyport:${coordinatorId}:${(0, import_chunk_4NFOMFHU.encodeBase64url)(hash)}`;
}
function personNodeBytes({
  coordinatorId,
  wireguardKey,
  machineKey,
  notAfter
}) {
  return (0, import_chunk_QW7UKFTH.labelledHash)("sallyport/person-node/v1", coordinatorId, wireguardKey, machineKey, notAfter);
}
function sessionNonce(coordinatorId, sessionKey) {
  return (0, import_chunk_4NFOMFHU.encodeBase64url)((0, import_chunk_QW7UKFTH.labelledHash)("sallyport/session/v1", coordinatorId, sessionKey));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  admissionAudience,
  approvalAudience,
  enrolmentFingerprint,
  personNodeBytes,
  personNonce,
  pushAudience,
  sessionNonce
});
