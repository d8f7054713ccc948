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
  chunk_UJBLILL5: () => chunk_UJBLILL5_exports
});
module.exports = stdin_exports;
var import_chunk_6D9B2BDF = require("./chunk-6D9B2BDF.cjs").chunk_KRZWIFVR;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli = require("../cli.cjs").chunk_GEUJANHY;
var import_cli2 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_UJBLILL5_exports = {};
__export2(chunk_UJBLILL5_exports, {
  verifyApproval: () => verifyApproval,
  verifyLoggedApproval: () => verifyLoggedApproval,
  wantedConsistency: () => wantedConsistency
});
function verifyLoggedApproval(logged) {
  let signed;
  try {
    signed = verifyIncluded(logged);
  } catch (cause) {
    return { kind: "refused", code: "LOG_PROOF_INVALID", reason: (0, import_cli4.messageOf)(cause) };
  }
  const consistency = judgeConsistency(signed, logged);
  if (consistency.kind === "refused") return consistency;
  return judgeWitnesses(signed.note, logged) ?? consistency;
}
function wantedConsistency(proof, known) {
  if (known === null) return void 0;
  const offered = (0, import_chunk_439F88D8.parseCheckpointText)((0, import_chunk_439F88D8.parseNote)((0, import_chunk_6D9B2BDF.parseInclusionProof)(proof).checkpoint).text).size;
  const kept = (0, import_chunk_439F88D8.parseCheckpointText)((0, import_chunk_439F88D8.parseNote)(known).text).size;
  if (offered === kept || offered === 0 || kept === 0) return void 0;
  return { first: Math.min(offered, kept), second: Math.max(offered, kept) };
}
function verifyIncluded({ entry, proof, approval, coordinatorId, logKey }) {
  compareEntry(entry, approval);
  const parsed = (0, import_chunk_6D9B2BDF.parseInclusionProof)(proof);
  const log = { origin: (0, import_chunk_439F88D8.logOrigin)(coordinatorId), publicKey: logKey };
  const { checkpoint, note } = (0, import_chunk_439F88D8.verifyCheckpoint)(parsed.checkpoint, log);
  const { size, root } = checkpoint;
  if (!(0, import_chunk_6D9B2BDF.verifyInclusion)({ leaf: (0, import_chunk_439F88D8.leafHash)(entry), index: parsed.index, size, root, proof: parsed.hashes })) {
    throw new Error(`the proof does not lead from the entry to the checkpoint of size ${size}`);
  }
  return { checkpoint, note, text: parsed.checkpoint };
}
function compareEntry(entry, approval) {
  const value = (0, import_chunk_CF656EE4.parseStrictJson)(entry, { source: "the log's entry", maxBytes: import_chunk_439F88D8.MAX_ENTRY_BYTES, maxDepth: 4 });
  const members = typeof value === "object" && value !== null ? value : {};
  const expected = {
    type: "approval",
    approval: approval.digest,
    application: approval.application,
    environment: approval.environment,
    sequence: approval.sequence
  };
  for (const [name, wanted] of Object.entries(expected)) {
    if (members[name] !== wanted) {
      throw new Error(
        `the log's entry has ${name} ${JSON.stringify(members[name])}, not ${JSON.stringify(wanted)}`
      );
    }
  }
}
function judgeConsistency({ checkpoint, text }, logged) {
  if (logged.known === null) return { kind: "included", checkpoint: text };
  const kept = (0, import_chunk_439F88D8.parseCheckpointText)((0, import_chunk_439F88D8.parseNote)(logged.known).text);
  const [smaller, larger] = checkpoint.size < kept.size ? [checkpoint, kept] : [kept, checkpoint];
  const isConsistent = (0, import_chunk_6D9B2BDF.verifyConsistency)({
    first: smaller.size,
    firstRoot: smaller.root,
    second: larger.size,
    secondRoot: larger.root,
    proof: logged.consistency ?? []
  });
  if (isConsistent) return { kind: "included", checkpoint: larger === kept ? logged.known : text };
  const why = logged.consistency === void 0 && smaller.size !== larger.size ? "no proof was fetched" : "it contradicts";
  const reason = `the checkpoint of size ${checkpoint.size} and the one kept here of size ${kept.size}: ${why}`;
  return { kind: "refused", code: "LOG_INCONSISTENT", reason };
}
function judgeWitnesses(note, { witnesses }) {
  if (!witnesses) return void 0;
  try {
    const count = (0, import_chunk_6D9B2BDF.countCosignatures)(note, witnesses.keys.map(import_chunk_439F88D8.parseVerifierKey));
    if (count >= witnesses.required) return void 0;
    const reason = `${count} of ${witnesses.required} witnesses cosigned the checkpoint`;
    return { kind: "refused", code: "LOG_WITNESSES", reason };
  } catch (cause) {
    return { kind: "refused", code: "LOG_WITNESSES", reason: (0, import_cli4.messageOf)(cause) };
  }
}
function selectKeyList(choice) {
  const known = choice.known === null ? void 0 : verified(parseKnown(choice.known), choice.root);
  const offered = choice.offered === null ? void 0 : verified(choice.offered, choice.root);
  const list = newest(offered, known);
  if (!(0, import_chunk_EA47D034.isCurrent)(list, choice.now)) {
    const [from, to] = [(0, import_cli.formatTimestamp)(list.notBefore), (0, import_cli.formatTimestamp)(list.notAfter)];
    throw new import_chunk_6D9B2BDF.Refusal("KEY_LIST_EXPIRED", `the key list is valid from ${from} to ${to}`);
  }
  const text = list === known ? choice.known : JSON.stringify(choice.offered);
  return { list, text };
}
function newest(offered, known) {
  if (!offered || !known) {
    const only = offered ?? known;
    if (!only) throw new import_chunk_6D9B2BDF.Refusal("KEY_LIST_MISSING", "the file carries no key list, and none is known here");
    return only;
  }
  const comparison = (0, import_chunk_EA47D034.compareKeyLists)(offered, known);
  if (comparison === "forked") {
    throw new import_chunk_6D9B2BDF.Refusal(
      "KEY_LIST_FORKED",
      `the key list of sequence ${offered.sequence} contradicts the one known here`
    );
  }
  return comparison === "newer" ? offered : known;
}
function verified(envelope, root) {
  try {
    return (0, import_chunk_EA47D034.verifyKeyList)(envelope, root);
  } catch (cause) {
    throw new import_chunk_6D9B2BDF.Refusal("KEY_LIST_INVALID", (0, import_cli4.messageOf)(cause));
  }
}
function parseKnown(text) {
  return import_chunk_EA47D0342.envelopeSchema.parse((0, import_chunk_CF656EE4.parseStrictJson)(text, { source: "the stored key list", maxBytes: 64 * 1024 }));
}
function verifyApproval(input) {
  try {
    return verifyInOrder(input);
  } catch (thrown) {
    if (!(thrown instanceof import_chunk_6D9B2BDF.Refusal)) throw thrown;
    const [step, help] = import_chunk_6D9B2BDF.REFUSALS[thrown.code];
    return { kind: "refused", step, code: thrown.code, reason: thrown.message, help };
  }
}
function verifyInOrder(input) {
  const file = readFile(input.file);
  const signed = verifySignature(input, file);
  const statement = readStatement(signed);
  const approval = (0, import_cli2.formatDigest)((0, import_chunk_E7E632612.approvalDigest)(signed.payload.bytes));
  compareArtifact(input, statement);
  const grants = findTarget(input, statement);
  compareScope(input.labels, statement);
  checkWindow(input.now, statement);
  const workload = (0, import_chunk_6D9B2BDF.judgeWorkload)({ ...input, file, statement, statementBytes: signed.payload.bytes, grants });
  const checkpoint = verifyLogged(input, { file, statement, approval, keyList: signed.keyList });
  refuseRevoked(input, statement);
  const resumed = judgeOrder(input.state, statement, approval);
  return {
    kind: "verified",
    statement,
    statementBytes: signed.payload.bytes,
    approval,
    signers: input.trust.signers,
    file,
    resumed,
    anyWorkflow: workload.rule !== void 0 && (0, import_chunk_R2HSE3F3.acceptsAnyWorkflow)(workload.rule),
    people: workload.people,
    state: nextState(input.state, { statement, approval, keyListText: signed.keyListText, checkpoint })
  };
}
function readFile(bytes) {
  if (bytes.length > import_chunk_E7E63261.MAX_APPROVAL_FILE_BYTES) {
    throw new import_chunk_6D9B2BDF.Refusal(
      "FILE_TOO_LARGE",
      `the file has ${bytes.length} bytes, more than ${import_chunk_E7E63261.MAX_APPROVAL_FILE_BYTES}`
    );
  }
  try {
    return (0, import_chunk_E7E63261.parseApprovalFile)(bytes);
  } catch (cause) {
    throw new import_chunk_6D9B2BDF.Refusal("FILE_MALFORMED", (0, import_cli4.messageOf)(cause));
  }
}
function verifySignature({ trust, state, now }, file) {
  if (trust.signers === "key") {
    const keys = trust.keys.map((text2) => (0, import_chunk_BIEF65K5.parsePublicKey)("approval", text2));
    const payload2 = verifyBy(keys, file);
    return { payload: payload2, keyEpoch: trust.keyEpoch ?? 1, keyList: void 0, keyListText: state.keyList };
  }
  const root = (0, import_chunk_BIEF65K5.parsePublicKey)("root", trust.root);
  const { list, text } = selectKeyList({ root, offered: file.keyList, known: state.keyList, now });
  const payload = verifyBy([list.keys.approval], file);
  return { payload, keyEpoch: list.epoch, keyList: list, keyListText: text };
}
function verifyBy(keys, file) {
  try {
    return (0, import_chunk_EA47D0342.verifyEnvelope)(file.envelope, keys);
  } catch (cause) {
    throw new import_chunk_6D9B2BDF.Refusal("SIGNER_UNKNOWN", `no approval key that is trusted here signed it: ${(0, import_cli4.messageOf)(cause)}`);
  }
}
function readStatement({ payload, keyEpoch }) {
  if (payload.payloadType !== import_chunk_E7E632612.STATEMENT_PAYLOAD_TYPE) {
    throw new import_chunk_6D9B2BDF.Refusal("PAYLOAD_TYPE_WRONG", `the payload is ${JSON.stringify(payload.payloadType)}`);
  }
  let statement;
  try {
    statement = (0, import_chunk_E7E632612.parseApprovalStatement)(payload.bytes);
  } catch (cause) {
    throw new import_chunk_6D9B2BDF.Refusal("STATEMENT_INVALID", (0, import_cli4.messageOf)(cause));
  }
  if (statement.predicate.keyEpoch !== keyEpoch) {
    const reason = `the statement is of key epoch ${statement.predicate.keyEpoch}, the current one is ${keyEpoch}`;
    throw new import_chunk_6D9B2BDF.Refusal("KEY_EPOCH_WRONG", reason);
  }
  return statement;
}
function compareArtifact({ artifact }, { subject, predicate }) {
  if (!artifact) return;
  const digest = (0, import_cli2.formatDigest)(artifact.digest);
  const approved = `sha256:${subject[0].digest.sha256}`;
  if (digest !== approved)
    throw new import_chunk_6D9B2BDF.Refusal("ARTIFACT_DIFFERS", `the artifact is ${digest}, approved is ${approved}`);
  if (artifact.size !== predicate.artifact.size) {
    const reason = `the artifact has ${artifact.size} bytes, approved are ${predicate.artifact.size}`;
    throw new import_chunk_6D9B2BDF.Refusal("ARTIFACT_DIFFERS", reason);
  }
}
function findTarget({ trust, target }, { predicate }) {
  const { application, environment } = predicate;
  const grants = (0, import_chunk_R2HSE3F3.findGrants)(trust.rules, application, environment);
  const isOurs = (target?.application === void 0 || target.application === application) && (target?.environment === void 0 || target.environment === environment);
  if (grants.length === 0 || !isOurs) {
    throw new import_chunk_6D9B2BDF.Refusal("TARGET_UNKNOWN", `${application} in ${environment} is not what is deployed here`);
  }
  return grants;
}
function compareScope(own, { predicate }) {
  for (const [label, value] of Object.entries(predicate.scope)) {
    const found = Object.hasOwn(own, label) ? own[label] : void 0;
    if (found === value) continue;
    const reason = `the scope asks for ${label}=${value}, here it is ${found === void 0 ? "absent" : found}`;
    throw new import_chunk_6D9B2BDF.Refusal("SCOPE_DIFFERS", reason);
  }
}
function checkWindow(now, { predicate }) {
  const { notBefore, notAfter } = predicate;
  if (now < (0, import_cli.parseTimestamp)(notBefore)) {
    throw new import_chunk_6D9B2BDF.Refusal("NOT_YET_VALID", `it is valid from ${notBefore}, it is ${(0, import_cli.formatTimestamp)(now)}`);
  }
  if (now >= (0, import_cli.parseTimestamp)(notAfter)) {
    throw new import_chunk_6D9B2BDF.Refusal("EXPIRED", `it was valid until ${notAfter}, it is ${(0, import_cli.formatTimestamp)(now)}`);
  }
}
function verifyLogged({ trust, state, verifyLog, consistency }, signed) {
  if (trust.signers === "key") return state.checkpoint;
  const { file, statement, keyList } = signed;
  if (!file.log || !verifyLog || !keyList)
    throw new import_chunk_6D9B2BDF.Refusal("LOG_PROOF_MISSING", "no proof that the approval is logged");
  const { application, environment, sequence } = statement.predicate;
  const judgement = verifyLog({
    entry: decodeEntry(file.log.entry),
    proof: file.log.proof,
    approval: { digest: signed.approval, application, environment, sequence },
    coordinatorId: keyList.coordinatorId,
    logKey: keyList.keys.log,
    known: state.checkpoint,
    consistency,
    witnesses: trust.witnesses
  });
  if (judgement.kind === "refused") throw new import_chunk_6D9B2BDF.Refusal(judgement.code, judgement.reason);
  return judgement.checkpoint;
}
function decodeEntry(text) {
  try {
    return (0, import_cli3.decodeBase64)(text);
  } catch (cause) {
    throw new import_chunk_6D9B2BDF.Refusal("LOG_PROOF_INVALID", `the log's entry cannot be read: ${(0, import_cli4.messageOf)(cause)}`);
  }
}
function refuseRevoked({ state, quarantined }, { subject, predicate }) {
  if (predicate.kind === "revoke") return;
  const artifact = `sha256:${subject[0].digest.sha256}`;
  if ((0, import_chunk_6D9B2BDF.isRevoked)(state, predicate, artifact)) throw new import_chunk_6D9B2BDF.Refusal("ARTIFACT_REVOKED", `${artifact} was revoked`);
  if (quarantined?.has(artifact)) throw new import_chunk_6D9B2BDF.Refusal("ARTIFACT_QUARANTINED", `${artifact} is quarantined here`);
}
function judgeOrder(state, { predicate }, approval) {
  if (predicate.kind === "revoke") return false;
  const highest = (0, import_chunk_6D9B2BDF.highestRunId)(state, predicate);
  const runId = predicate.source?.runId;
  if (predicate.kind === "deploy" && highest !== void 0 && runId !== void 0 && BigInt(runId) < highest) {
    throw new import_chunk_6D9B2BDF.Refusal("RUN_OLDER", `it is of run ${runId}, run ${highest} was accepted before`);
  }
  const judgement = (0, import_chunk_6D9B2BDF.judgeSequence)(state, { ...predicate, approval });
  const { sequence } = predicate;
  switch (judgement.kind) {
    case "next":
      return false;
    case "resume":
      return true;
    case "lower":
      throw new import_chunk_6D9B2BDF.Refusal(
        "SEQUENCE_LOWER",
        `its sequence is ${sequence}, ${judgement.last} was accepted before`
      );
    case "reused":
      throw new import_chunk_6D9B2BDF.Refusal("SEQUENCE_REUSED", `another approval of sequence ${sequence} was accepted before`);
    case "jump":
      throw new import_chunk_6D9B2BDF.Refusal("SEQUENCE_JUMP", `its sequence is ${sequence}, too far above ${judgement.last}`);
  }
}
function nextState(state, accepted) {
  const { predicate, subject } = accepted.statement;
  const kept = { ...state, keyList: accepted.keyListText, checkpoint: accepted.checkpoint };
  if (predicate.kind === "revoke")
    return (0, import_chunk_6D9B2BDF.addRevocation)(kept, predicate, `sha256:${subject[0].digest.sha256}`);
  const raised = (0, import_chunk_6D9B2BDF.raiseRatchet)(kept, { ...predicate, approval: accepted.approval });
  return predicate.source === null ? raised : (0, import_chunk_6D9B2BDF.raiseRunId)(raised, predicate, predicate.source.runId);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_UJBLILL5
});
