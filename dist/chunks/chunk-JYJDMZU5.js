import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  REFUSALS,
  Refusal,
  judgeWorkload,
  parseInclusionProof,
  verifyConsistency,
  verifyInclusion
} from "./chunk-RN6LNBYK.js";
import {
  STATEMENT_PAYLOAD_TYPE,
  approvalDigest,
  parseApprovalStatement
} from "./chunk-YEIL2TR6.js";
import {
  MAX_ENTRY_BYTES,
  SIGNATURE_TYPES,
  leafHash,
  logOrigin,
  parseCheckpointText,
  parseNote,
  parseVerifierKey,
  signaturesOf,
  verifyCheckpoint
} from "./chunk-QLXF5WPE.js";
import {
  acceptsAnyWorkflow,
  findGrants
} from "./chunk-B3M4T2N2.js";
import {
  compareKeyLists,
  isCurrent,
  verifyKeyList
} from "./chunk-AMO7EC5R.js";
import {
  applicationName,
  counter,
  digestText,
  environmentName,
  numericId
} from "./chunk-6DY225AE.js";
import {
  MAX_APPROVAL_FILE_BYTES,
  parseApprovalFile
} from "./chunk-7CGRTRJB.js";
import {
  envelopeSchema,
  verifyEnvelope
} from "./chunk-J577H5RB.js";
import {
  parseStrictJson
} from "./chunk-UOVPYECJ.js";
import {
  parsePublicKey,
  verifyEd25519
} from "./chunk-WZMHCVDI.js";
import {
  array,
  strictObject,
  string
} from "./chunk-QKGGW2IQ.js";
import {
  formatTimestamp,
  parseTimestamp
} from "./chunk-HO7PXLR4.js";
import {
  formatDigest
} from "./chunk-FAI36SC3.js";
import {
  decodeBase64,
  encodeUtf8
} from "./chunk-OIE2JKUE.js";
import {
  SallyportError,
  messageOf
} from "./chunk-N2CRB7ZG.js";

// src/tlog/cosignature.ts
function countCosignatures(note, witnesses) {
  const distinct = new Map(
    witnesses.map((witness) => [Buffer.from(witness.publicKey).toString("hex"), witness])
  );
  return [...distinct.values()].filter((witness) => isCosignedBy(note, witness)).length;
}
function isCosignedBy(note, witness) {
  if (witness.type !== SIGNATURE_TYPES.cosignature) return false;
  const cosignatures = signaturesOf(note, witness);
  for (const { signature } of cosignatures) {
    if (signature.length !== 72 || !verifyCosignature(note, witness, signature)) {
      throw new SallyportError("SIGNATURE_INVALID", {
        message: `the cosignature of ${witness.name} does not verify`
      });
    }
  }
  return cosignatures.length > 0;
}
function verifyCosignature(note, { publicKey }, signature) {
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  return verifyEd25519(publicKey, cosignedMessage(note.text, time), signature.subarray(8));
}
function cosignedMessage(text, time) {
  return encodeUtf8(`cosignature/v1
time ${time}
${text}`);
}

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

// src/trust/ratchet.ts
var MAX_SEQUENCE_JUMP = 1e6;
var target = { application: applicationName, environment: environmentName };
var trustStateSchema = strictObject({
  ratchets: array(
    strictObject({ ...target, keyEpoch: counter, sequence: counter, approval: digestText })
  ),
  runs: array(strictObject({ ...target, runId: numericId })),
  /** Artifact digests that a `revoke` forbade, per application and environment. */
  revoked: array(strictObject({ ...target, artifact: digestText })),
  /** The payload-bearing envelope of the newest key list, as JSON text; null before the first. */
  keyList: string().nullable(),
  /** The largest checkpoint, as a signed note; null before the first. */
  checkpoint: string().nullable()
});
var EMPTY_TRUST_STATE = {
  ratchets: [],
  runs: [],
  revoked: [],
  keyList: null,
  checkpoint: null
};
function judgeSequence(state, claim) {
  const last = state.ratchets.find((entry) => sameTarget(entry, claim) && entry.keyEpoch === claim.keyEpoch);
  const reached = last?.sequence ?? 0;
  if (last && claim.sequence === reached) {
    return last.approval === claim.approval ? { kind: "resume" } : { kind: "reused", last: reached };
  }
  if (claim.sequence <= reached) return { kind: "lower", last: reached };
  return claim.sequence - reached > MAX_SEQUENCE_JUMP ? { kind: "jump", last: reached } : { kind: "next" };
}
function highestRunId(state, target2) {
  const entry = state.runs.find((run) => sameTarget(run, target2));
  return entry === void 0 ? void 0 : BigInt(entry.runId);
}
function isRevoked(state, target2, artifact) {
  return state.revoked.some((entry) => sameTarget(entry, target2) && entry.artifact === artifact);
}
function raiseRatchet(state, claim) {
  const { application, environment, keyEpoch, sequence, approval } = claim;
  const others = state.ratchets.filter((entry) => !(sameTarget(entry, claim) && entry.keyEpoch === keyEpoch));
  return { ...state, ratchets: [...others, { application, environment, keyEpoch, sequence, approval }] };
}
function raiseRunId(state, { application, environment }, runId) {
  const target2 = { application, environment };
  const highest = highestRunId(state, target2);
  if (highest !== void 0 && highest >= BigInt(runId)) return state;
  return { ...state, runs: [...state.runs.filter((run) => !sameTarget(run, target2)), { ...target2, runId }] };
}
function addRevocation(state, { application, environment }, artifact) {
  if (isRevoked(state, { application, environment }, artifact)) return state;
  return { ...state, revoked: [...state.revoked, { application, environment, artifact }] };
}
function sameTarget(a, b) {
  return a.application === b.application && a.environment === b.environment;
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
function findTarget({ trust, target: target2 }, { predicate }) {
  const { application, environment } = predicate;
  const grants = findGrants(trust.rules, application, environment);
  const isOurs = (target2?.application === void 0 || target2.application === application) && (target2?.environment === void 0 || target2.environment === environment);
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
  trustStateSchema,
  EMPTY_TRUST_STATE,
  isRevoked,
  verifyApproval
};
