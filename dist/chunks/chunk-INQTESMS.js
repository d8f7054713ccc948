const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  REFUSALS,
  Refusal,
  addRevocation,
  countCosignatures,
  highestRunId,
  isRevoked,
  judgeSequence,
  judgeWorkload,
  parseInclusionProof,
  raiseRatchet,
  raiseRunId,
  verifyConsistency,
  verifyInclusion
} from "./chunk-TCZPFBKV.js";
import {
  MAX_ENTRY_BYTES,
  leafHash,
  logOrigin,
  parseCheckpointText,
  parseNote,
  parseVerifierKey,
  verifyCheckpoint
} from "./chunk-YDARPOJS.js";
import {
  compareKeyLists,
  isCurrent,
  verifyKeyList
} from "./chunk-LSFF2WNL.js";
import {
  MAX_APPROVAL_FILE_BYTES,
  parseApprovalFile
} from "./chunk-4S2DTRWF.js";
import {
  envelopeSchema,
  verifyEnvelope
} from "./chunk-4GZJ36TC.js";
import {
  STATEMENT_PAYLOAD_TYPE,
  approvalDigest,
  parseApprovalStatement
} from "./chunk-CU3PBIPB.js";
import {
  acceptsAnyWorkflow,
  findGrants
} from "./chunk-P4375TVH.js";
import {
  parsePublicKey
} from "./chunk-ZYFGNLJL.js";
import {
  parseStrictJson
} from "./chunk-V4X75XZ6.js";
import {
  formatTimestamp,
  parseTimestamp
} from "./chunk-NNHBBYKH.js";
import {
  formatDigest
} from "./chunk-MGJ2JUMM.js";
import {
  decodeBase64
} from "./chunk-VOIAD42L.js";
import {
  messageOf
} from "./chunk-XELNXD6A.js";

// src/tlog/logged-approval.ts
function verifyLoggedApproval(logged) {
  let signed;
  try {
    signed = verifyIncluded(logged);
  } catch (cause) {
    return { kind: "refused", code: "LOG_PROOF_INVALID", reason: messageOf(cause) };
  }
  const consistency = judgeConsistency(signed, logged);
  if (consistency.kind === "refused") return consistency;
  return judgeWitnesses(signed.note, logged) ?? consistency;
}
function wantedConsistency(proof, known) {
  if (known === null) return void 0;
  const offered = parseCheckpointText(parseNote(parseInclusionProof(proof).checkpoint).text).size;
  const kept = parseCheckpointText(parseNote(known).text).size;
  if (offered === kept || offered === 0 || kept === 0) return void 0;
  return { first: Math.min(offered, kept), second: Math.max(offered, kept) };
}
function verifyIncluded({ entry, proof, approval, coordinatorId, logKey }) {
  compareEntry(entry, approval);
  const parsed = parseInclusionProof(proof);
  const log = { origin: logOrigin(coordinatorId), publicKey: logKey };
  const { checkpoint, note } = verifyCheckpoint(parsed.checkpoint, log);
  const { size, root } = checkpoint;
  if (!verifyInclusion({ leaf: leafHash(entry), index: parsed.index, size, root, proof: parsed.hashes })) {
    throw new Error(`the proof does not lead from the entry to the checkpoint of size ${size}`);
  }
  return { checkpoint, note, text: parsed.checkpoint };
}
function compareEntry(entry, approval) {
  const value = parseStrictJson(entry, { source: "the log's entry", maxBytes: MAX_ENTRY_BYTES, maxDepth: 4 });
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
  const kept = parseCheckpointText(parseNote(logged.known).text);
  const [smaller, larger] = checkpoint.size < kept.size ? [checkpoint, kept] : [kept, checkpoint];
  const isConsistent = verifyConsistency({
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
    const count = countCosignatures(note, witnesses.keys.map(parseVerifierKey));
    if (count >= witnesses.required) return void 0;
    const reason = `${count} of ${witnesses.required} witnesses cosigned the checkpoint`;
    return { kind: "refused", code: "LOG_WITNESSES", reason };
  } catch (cause) {
    return { kind: "refused", code: "LOG_WITNESSES", reason: messageOf(cause) };
  }
}

// src/trust/select-key-list.ts
function selectKeyList(choice) {
  const known = choice.known === null ? void 0 : verified(parseKnown(choice.known), choice.root);
  const offered = choice.offered === null ? void 0 : verified(choice.offered, choice.root);
  const list = newest(offered, known);
  if (!isCurrent(list, choice.now)) {
    const [from, to] = [formatTimestamp(list.notBefore), formatTimestamp(list.notAfter)];
    throw new Refusal("KEY_LIST_EXPIRED", `the key list is valid from ${from} to ${to}`);
  }
  const text = list === known ? choice.known : JSON.stringify(choice.offered);
  return { list, text };
}
function newest(offered, known) {
  if (!offered || !known) {
    const only = offered ?? known;
    if (!only) throw new Refusal("KEY_LIST_MISSING", "the file carries no key list, and none is known here");
    return only;
  }
  const comparison = compareKeyLists(offered, known);
  if (comparison === "forked") {
    throw new Refusal(
      "KEY_LIST_FORKED",
      `the key list of sequence ${offered.sequence} contradicts the one known here`
    );
  }
  return comparison === "newer" ? offered : known;
}
function verified(envelope, root) {
  try {
    return verifyKeyList(envelope, root);
  } catch (cause) {
    throw new Refusal("KEY_LIST_INVALID", messageOf(cause));
  }
}
function parseKnown(text) {
  return envelopeSchema.parse(parseStrictJson(text, { source: "the stored key list", maxBytes: 64 * 1024 }));
}

// src/trust/verify-approval.ts
function verifyApproval(input) {
  try {
    return verifyInOrder(input);
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const [step, help] = REFUSALS[thrown.code];
    return { kind: "refused", step, code: thrown.code, reason: thrown.message, help };
  }
}
function verifyInOrder(input) {
  const file = readFile(input.file);
  const signed = verifySignature(input, file);
  const statement = readStatement(signed);
  const approval = formatDigest(approvalDigest(signed.payload.bytes));
  compareArtifact(input, statement);
  const grants = findTarget(input, statement);
  compareScope(input.labels, statement);
  checkWindow(input.now, statement);
  const workload = judgeWorkload({ ...input, file, statement, statementBytes: signed.payload.bytes, grants });
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
    anyWorkflow: workload.rule !== void 0 && acceptsAnyWorkflow(workload.rule),
    people: workload.people,
    state: nextState(input.state, { statement, approval, keyListText: signed.keyListText, checkpoint })
  };
}
function readFile(bytes) {
  if (bytes.length > MAX_APPROVAL_FILE_BYTES) {
    throw new Refusal(
      "FILE_TOO_LARGE",
      `the file has ${bytes.length} bytes, more than ${MAX_APPROVAL_FILE_BYTES}`
    );
  }
  try {
    return parseApprovalFile(bytes);
  } catch (cause) {
    throw new Refusal("FILE_MALFORMED", messageOf(cause));
  }
}
function verifySignature({ trust, state, now }, file) {
  if (trust.signers === "key") {
    const keys = trust.keys.map((text2) => parsePublicKey("approval", text2));
    const payload2 = verifyBy(keys, file);
    return { payload: payload2, keyEpoch: trust.keyEpoch ?? 1, keyList: void 0, keyListText: state.keyList };
  }
  const root = parsePublicKey("root", trust.root);
  const { list, text } = selectKeyList({ root, offered: file.keyList, known: state.keyList, now });
  const payload = verifyBy([list.keys.approval], file);
  return { payload, keyEpoch: list.epoch, keyList: list, keyListText: text };
}
function verifyBy(keys, file) {
  try {
    return verifyEnvelope(file.envelope, keys);
  } catch (cause) {
    throw new Refusal("SIGNER_UNKNOWN", `no approval key that is trusted here signed it: ${messageOf(cause)}`);
  }
}
function readStatement({ payload, keyEpoch }) {
  if (payload.payloadType !== STATEMENT_PAYLOAD_TYPE) {
    throw new Refusal("PAYLOAD_TYPE_WRONG", `the payload is ${JSON.stringify(payload.payloadType)}`);
  }
  let statement;
  try {
    statement = parseApprovalStatement(payload.bytes);
  } catch (cause) {
    throw new Refusal("STATEMENT_INVALID", messageOf(cause));
  }
  if (statement.predicate.keyEpoch !== keyEpoch) {
    const reason = `the statement is of key epoch ${statement.predicate.keyEpoch}, the current one is ${keyEpoch}`;
    throw new Refusal("KEY_EPOCH_WRONG", reason);
  }
  return statement;
}
function compareArtifact({ artifact }, { subject, predicate }) {
  if (!artifact) return;
  const digest = formatDigest(artifact.digest);
  const approved = `sha256:${subject[0].digest.sha256}`;
  if (digest !== approved)
    throw new Refusal("ARTIFACT_DIFFERS", `the artifact is ${digest}, approved is ${approved}`);
  if (artifact.size !== predicate.artifact.size) {
    const reason = `the artifact has ${artifact.size} bytes, approved are ${predicate.artifact.size}`;
    throw new Refusal("ARTIFACT_DIFFERS", reason);
  }
}
function findTarget({ trust, target }, { predicate }) {
  const { application, environment } = predicate;
  const grants = findGrants(trust.rules, application, environment);
  const isOurs = (target?.application === void 0 || target.application === application) && (target?.environment === void 0 || target.environment === environment);
  if (grants.length === 0 || !isOurs) {
    throw new Refusal("TARGET_UNKNOWN", `${application} in ${environment} is not what is deployed here`);
  }
  return grants;
}
function compareScope(own, { predicate }) {
  for (const [label, value] of Object.entries(predicate.scope)) {
    const found = Object.hasOwn(own, label) ? own[label] : void 0;
    if (found === value) continue;
    const reason = `the scope asks for ${label}=${value}, here it is ${found === void 0 ? "absent" : found}`;
    throw new Refusal("SCOPE_DIFFERS", reason);
  }
}
function checkWindow(now, { predicate }) {
  const { notBefore, notAfter } = predicate;
  if (now < parseTimestamp(notBefore)) {
    throw new Refusal("NOT_YET_VALID", `it is valid from ${notBefore}, it is ${formatTimestamp(now)}`);
  }
  if (now >= parseTimestamp(notAfter)) {
    throw new Refusal("EXPIRED", `it was valid until ${notAfter}, it is ${formatTimestamp(now)}`);
  }
}
function verifyLogged({ trust, state, verifyLog, consistency }, signed) {
  if (trust.signers === "key") return state.checkpoint;
  const { file, statement, keyList } = signed;
  if (!file.log || !verifyLog || !keyList)
    throw new Refusal("LOG_PROOF_MISSING", "no proof that the approval is logged");
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
  if (judgement.kind === "refused") throw new Refusal(judgement.code, judgement.reason);
  return judgement.checkpoint;
}
function decodeEntry(text) {
  try {
    return decodeBase64(text);
  } catch (cause) {
    throw new Refusal("LOG_PROOF_INVALID", `the log's entry cannot be read: ${messageOf(cause)}`);
  }
}
function refuseRevoked({ state, quarantined }, { subject, predicate }) {
  if (predicate.kind === "revoke") return;
  const artifact = `sha256:${subject[0].digest.sha256}`;
  if (isRevoked(state, predicate, artifact)) throw new Refusal("ARTIFACT_REVOKED", `${artifact} was revoked`);
  if (quarantined?.has(artifact)) throw new Refusal("ARTIFACT_QUARANTINED", `${artifact} is quarantined here`);
}
function judgeOrder(state, { predicate }, approval) {
  if (predicate.kind === "revoke") return false;
  const highest = highestRunId(state, predicate);
  const runId = predicate.source?.runId;
  if (predicate.kind === "deploy" && highest !== void 0 && runId !== void 0 && BigInt(runId) < highest) {
    throw new Refusal("RUN_OLDER", `it is of run ${runId}, run ${highest} was accepted before`);
  }
  const judgement = judgeSequence(state, { ...predicate, approval });
  const { sequence } = predicate;
  switch (judgement.kind) {
    case "next":
      return false;
    case "resume":
      return true;
    case "lower":
      throw new Refusal(
        "SEQUENCE_LOWER",
        `its sequence is ${sequence}, ${judgement.last} was accepted before`
      );
    case "reused":
      throw new Refusal("SEQUENCE_REUSED", `another approval of sequence ${sequence} was accepted before`);
    case "jump":
      throw new Refusal("SEQUENCE_JUMP", `its sequence is ${sequence}, too far above ${judgement.last}`);
  }
}
function nextState(state, accepted) {
  const { predicate, subject } = accepted.statement;
  const kept = { ...state, keyList: accepted.keyListText, checkpoint: accepted.checkpoint };
  if (predicate.kind === "revoke")
    return addRevocation(kept, predicate, `sha256:${subject[0].digest.sha256}`);
  const raised = raiseRatchet(kept, { ...predicate, approval: accepted.approval });
  return predicate.source === null ? raised : raiseRunId(raised, predicate, predicate.source.runId);
}

export {
  verifyLoggedApproval,
  wantedConsistency,
  verifyApproval
};
