const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  labelledHash
} from "./chunk-MGJ2JUMM.js";
import {
  encodeBase64url
} from "./chunk-VOIAD42L.js";

// src/trust/audience.ts
var NO_APPROVAL = new Uint8Array(32);
function admissionAudience(binding) {
  const { coordinatorId, wireguardKey, machineKey, approvalDigest = NO_APPROVAL } = binding;
  const hash = labelledHash("sallyport/admission/v1", wireguardKey, machineKey, approvalDigest);
  return `sallyport:${coordinatorId}:${encodeBase64url(hash)}`;
}
function enrolmentFingerprint(machineKey, wireguardKey) {
  return encodeBase64url(labelledHash("sallyport/enrolment/v1", machineKey, wireguardKey));
}
function approvalAudience(coordinatorId, statementBytes) {
  return `sallyport:${coordinatorId}:${encodeBase64url(labelledHash("sallyport/approval/v1", statementBytes))}`;
}
function personNonce(statementBytes) {
  return encodeBase64url(labelledHash("sallyport/person/v1", statementBytes));
}
function pushAudience({ coordinatorId, environments, access, acceptLockOut }) {
  const none = new Uint8Array();
  const hash = labelledHash(
    "sallyport/push/v1",
    environments ?? none,
    access ?? none,
    acceptLockOut ? "accept-lock-out" : ""
  );
  return `sallyport:${coordinatorId}:${encodeBase64url(hash)}`;
}
function personNodeBytes({
  coordinatorId,
  wireguardKey,
  machineKey,
  notAfter
}) {
  return labelledHash("sallyport/person-node/v1", coordinatorId, wireguardKey, machineKey, notAfter);
}
function sessionNonce(coordinatorId, sessionKey) {
  return encodeBase64url(labelledHash("sallyport/session/v1", coordinatorId, sessionKey));
}

export {
  admissionAudience,
  enrolmentFingerprint,
  approvalAudience,
  personNonce,
  pushAudience,
  personNodeBytes,
  sessionNonce
};
