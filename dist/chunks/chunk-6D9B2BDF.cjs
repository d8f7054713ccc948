"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target2, all) => {
  for (var name in all)
    __defProp(target2, name, { get: all[name], enumerable: true });
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
  chunk_4ZXJRBCH: () => chunk_4ZXJRBCH_exports,
  chunk_KRZWIFVR: () => chunk_KRZWIFVR_exports
});
module.exports = stdin_exports;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_crypto = process.getBuiltinModule("node:crypto");
var import_node_crypto2 = process.getBuiltinModule("node:crypto");
var import_chunk_439F88D82 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_cli5 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli6 = require("../cli.cjs").chunk_GEUJANHY;
var import_cli7 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli8 = require("../cli.cjs").chunk_TO5RH7DJ;
var __defProp2 = Object.defineProperty;
var __export2 = (target2, all) => {
  for (var name in all)
    __defProp2(target2, name, { get: all[name], enumerable: true });
};
var chunk_4ZXJRBCH_exports = {};
__export2(chunk_4ZXJRBCH_exports, {
  LeafStore: () => LeafStore,
  createIssuerKeySource: () => createIssuerKeySource
});
var chunk_KRZWIFVR_exports = {};
__export2(chunk_KRZWIFVR_exports, {
  EMPTY_TRUST_STATE: () => EMPTY_TRUST_STATE,
  JWKS_TIMEOUT_MS: () => JWKS_TIMEOUT_MS,
  MAX_ADMISSION_TOKEN_AGE: () => MAX_ADMISSION_TOKEN_AGE,
  MAX_CLOCK_SKEW: () => MAX_CLOCK_SKEW,
  MAX_JWKS_BYTES: () => MAX_JWKS_BYTES,
  MAX_SEQUENCE_JUMP: () => MAX_SEQUENCE_JUMP,
  REFUSALS: () => REFUSALS,
  Refusal: () => Refusal,
  SOURCE_CLAIMS: () => SOURCE_CLAIMS,
  addRevocation: () => addRevocation,
  consistencyRanges: () => consistencyRanges,
  cosign: () => cosign,
  countCosignatures: () => countCosignatures,
  countPeople: () => countPeople,
  discoveryUrl: () => discoveryUrl,
  emitInclusionProof: () => emitInclusionProof,
  highestRunId: () => highestRunId,
  inclusionRanges: () => inclusionRanges,
  isRevoked: () => isRevoked,
  joinIssuerKeys: () => joinIssuerKeys,
  jtiOf: () => jtiOf,
  judgeSequence: () => judgeSequence,
  judgeWorkload: () => judgeWorkload,
  parseDiscovery: () => parseDiscovery,
  parseInclusionProof: () => parseInclusionProof,
  parseJwks: () => parseJwks,
  peekToken: () => peekToken,
  proofNodes: () => proofNodes,
  proofOf: () => proofOf,
  questionOf: () => questionOf,
  raiseRatchet: () => raiseRatchet,
  raiseRunId: () => raiseRunId,
  trustStateSchema: () => trustStateSchema,
  verifyAdmissionToken: () => verifyAdmissionToken,
  verifyConsistency: () => verifyConsistency,
  verifyInclusion: () => verifyInclusion,
  verifyJwksSnapshot: () => verifyJwksSnapshot,
  verifyToken: () => verifyToken,
  verifyWorkloadToken: () => verifyWorkloadToken
});
var MAX_SEQUENCE_JUMP = 1e6;
var target = { application: import_chunk_EA47D0343.applicationName, environment: import_chunk_EA47D0343.environmentName };
var trustStateSchema = (0, import_chunk_CF656EE42.strictObject)({
  ratchets: (0, import_chunk_CF656EE42.array)(
    (0, import_chunk_CF656EE42.strictObject)({ ...target, keyEpoch: import_chunk_EA47D0343.counter, sequence: import_chunk_EA47D0343.counter, approval: import_chunk_EA47D0343.digestText })
  ),
  runs: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.strictObject)({ ...target, runId: import_chunk_EA47D0343.numericId })),
  /** Artifact digests that a `revoke` forbade, per application and environment. */
  revoked: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.strictObject)({ ...target, artifact: import_chunk_EA47D0343.digestText })),
  /** The payload-bearing envelope of the newest key list, as JSON text; null before the first. */
  keyList: (0, import_chunk_CF656EE42.string)().nullable(),
  /** The largest checkpoint, as a signed note; null before the first. */
  checkpoint: (0, import_chunk_CF656EE42.string)().nullable()
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
function cosign(note, name, key, time) {
  const verifier = { name, type: import_chunk_439F88D8.SIGNATURE_TYPES.cosignature, publicKey: key.publicKey };
  const timeBytes = new Uint8Array(8);
  new DataView(timeBytes.buffer).setBigUint64(0, BigInt(time));
  const signature = (0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, cosignedMessage(note.text, BigInt(time)));
  return { name, keyId: (0, import_chunk_439F88D8.noteKeyId)(verifier), signature: (0, import_cli3.concatBytes)(timeBytes, signature) };
}
function countCosignatures(note, witnesses) {
  const distinct = new Map(
    witnesses.map((witness) => [Buffer.from(witness.publicKey).toString("hex"), witness])
  );
  return [...distinct.values()].filter((witness) => isCosignedBy(note, witness)).length;
}
function isCosignedBy(note, witness) {
  if (witness.type !== import_chunk_439F88D8.SIGNATURE_TYPES.cosignature) return false;
  const cosignatures = (0, import_chunk_439F88D8.signaturesOf)(note, witness);
  for (const { signature } of cosignatures) {
    if (signature.length !== 72 || !verifyCosignature(note, witness, signature)) {
      throw new import_cli4.SallyportError("SIGNATURE_INVALID", {
        message: `the cosignature of ${witness.name} does not verify`
      });
    }
  }
  return cosignatures.length > 0;
}
function verifyCosignature(note, { publicKey }, signature) {
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  return (0, import_chunk_BIEF65K5.verifyEd25519)(publicKey, cosignedMessage(note.text, time), signature.subarray(8));
}
function cosignedMessage(text2, time) {
  return (0, import_cli3.encodeUtf8)(`cosignature/v1
time ${time}
${text2}`);
}
var HEADER = "c2sp.org/tlog-proof@v1";
var MAX_PROOF_HASHES = 53;
function emitInclusionProof({ index, hashes, checkpoint, extra }) {
  const lines = [
    HEADER,
    ...extra === void 0 ? [] : [`extra ${(0, import_cli3.encodeBase64)(extra)}`],
    `index ${index}`,
    ...hashes.map(import_cli3.encodeBase64)
  ];
  return `${lines.join("\n")}

${checkpoint}`;
}
function parseInclusionProof(text2) {
  const split2 = text2.indexOf("\n\n");
  if (split2 < 0) fail("it has no checkpoint after an empty line");
  const lines = text2.slice(0, split2).split("\n");
  if (lines.shift() !== HEADER) fail(`its first line is not ${HEADER}`);
  const extra = /^extra ([A-Za-z0-9+/=]+)$/.exec(lines[0] ?? "")?.[1];
  if (extra !== void 0) lines.shift();
  const index = Number(/^index (0|[1-9][0-9]{0,15})$/.exec(lines.shift() ?? "")?.[1]);
  if (!Number.isSafeInteger(index)) fail("it has no index");
  if (lines.length > MAX_PROOF_HASHES) fail(`it has more than ${MAX_PROOF_HASHES} hashes`);
  const hashes = lines.map(import_cli3.decodeBase64);
  if (hashes.some((hash) => hash.length !== 32)) fail("a hash does not have 32 bytes");
  const checkpoint = text2.slice(split2 + 2);
  return { index, hashes, checkpoint, ...extra === void 0 ? {} : { extra: (0, import_cli3.decodeBase64)(extra) } };
}
function fail(why) {
  throw new import_cli4.SallyportError("ENCODING_INVALID", { message: `not an inclusion proof: ${why}` });
}
function inclusionRanges(index, size) {
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new Error(`there is no leaf ${index} in a tree of ${size}`);
  }
  const ranges = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}
function consistencyRanges(first, second) {
  if (!isSize(first) || !isSize(second) || first < 1 || first > second) {
    throw new Error(`there is no consistency proof from ${first} to ${second}`);
  }
  const ranges = [];
  let [start, end] = [0, second];
  let isFirstTree = true;
  while (end !== first) {
    const middle = start + splitOf(end - start);
    if (first <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
      isFirstTree = false;
    }
  }
  if (!isFirstTree) ranges.push({ start, end });
  return ranges.reverse();
}
function proofNodes(ranges) {
  return ranges.flatMap(import_chunk_439F88D8.rangeNodes);
}
function proofOf(ranges, read) {
  return ranges.map((range) => (0, import_chunk_439F88D8.rangeHash)(range, read));
}
function verifyInclusion({ leaf, index, size, root, proof }) {
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  let [fn, sn] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0 || sibling.length !== 32) return false;
    if (isOdd(fn) || fn === sn) {
      hash = (0, import_chunk_439F88D8.nodeHash)(sibling, hash);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = (0, import_chunk_439F88D8.nodeHash)(hash, sibling);
    }
    ;
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && (0, import_cli3.equalBytes)(hash, root);
}
function verifyConsistency(claim) {
  const { first, firstRoot, second, secondRoot, proof } = claim;
  if (!isSize(first) || !isSize(second) || first > second) return false;
  if (first === second) return proof.length === 0 && (0, import_cli3.equalBytes)(firstRoot, secondRoot);
  if (first === 0) return proof.length === 0;
  if (proof.length === 0) return false;
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  let [fn, sn] = [first - 1, second - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let fr = path[0];
  let sr = path[0];
  for (const hash of path.slice(1)) {
    if (sn === 0 || hash.length !== 32) return false;
    if (isOdd(fn) || fn === sn) {
      fr = (0, import_chunk_439F88D8.nodeHash)(hash, fr);
      sr = (0, import_chunk_439F88D8.nodeHash)(hash, sr);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = (0, import_chunk_439F88D8.nodeHash)(sr, hash);
    }
    ;
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && (0, import_cli3.equalBytes)(fr, firstRoot) && (0, import_cli3.equalBytes)(sr, secondRoot);
}
function splitOf(size) {
  let split2 = 1;
  while (split2 * 2 < size) split2 *= 2;
  return split2;
}
function isSize(value) {
  return Number.isSafeInteger(value) && value >= 0;
}
function isOdd(value) {
  return value % 2 === 1;
}
function half(value) {
  return Math.floor(value / 2);
}
function isPowerOfTwo(value) {
  return Number.isInteger(Math.log2(value)) && 2 ** Math.log2(value) === value;
}
var ASK_AGAIN = "ask for a new approval";
var OTHER_TOKEN = "approve again with a token that the workload requested for these statement bytes";
var REFUSALS = {
  FILE_TOO_LARGE: ["size", "this is no approval file: take the *.approval.json that the approve step wrote"],
  FILE_MALFORMED: ["size", "take the *.approval.json as the approve step wrote it"],
  KEY_LIST_MISSING: [
    "signature",
    "this approval is from a key alone; the trust file here asks for a coordinator"
  ],
  KEY_LIST_INVALID: ["signature", `check that "root" in the trust file is this coordinator's root`],
  KEY_LIST_EXPIRED: ["signature", "let the operator sign a new key list, then ask for a new approval"],
  KEY_LIST_FORKED: ["signature", "the root signed two key lists of one sequence: stop, and ask the operator"],
  SIGNER_UNKNOWN: ["signature", "have it signed by a key that the trust file names"],
  PAYLOAD_TYPE_WRONG: ["statement", "this is another signed document, not an approval"],
  STATEMENT_INVALID: ["statement", "bring signer and verifier to the same version of Sallyport"],
  KEY_EPOCH_WRONG: ["statement", ASK_AGAIN],
  ARTIFACT_DIFFERS: ["artifact", "take the file that was approved, or have this one approved"],
  TARGET_UNKNOWN: ["target", "add a rule for it to the trust file, if it belongs here"],
  SCOPE_DIFFERS: ["scope", "this approval is for machines with other labels"],
  NOT_YET_VALID: ["window", "check the clocks of signer and verifier"],
  EXPIRED: ["window", ASK_AGAIN],
  TOKEN_MISSING: ["token", "the coordinator cannot approve by itself: approve from a workload"],
  TOKEN_MALFORMED: ["token", OTHER_TOKEN],
  TOKEN_HEADER_FORBIDDEN: ["token", OTHER_TOKEN],
  TOKEN_ALGORITHM: ["token", OTHER_TOKEN],
  TOKEN_ISSUER_UNKNOWN: ["token", 'add the issuer to "issuers" in the trust file, if it is yours'],
  TOKEN_KEY_UNKNOWN: ["token", "fetch the issuer's keys again, then verify again"],
  TOKEN_SIGNATURE: ["token", OTHER_TOKEN],
  TOKEN_AUDIENCE: ["token", OTHER_TOKEN],
  TOKEN_CLAIM_MISSING: ["token", OTHER_TOKEN],
  TOKEN_CLAIM_DIFFERS: ["token", OTHER_TOKEN],
  TOKEN_TIME: ["token", ASK_AGAIN],
  RULE_CLAIM_MISSING: ["trust", "approve from a workflow whose token has this claim"],
  RULE_DIFFERS: ["trust", "approve from the workflow that the trust rule names, or change the rule"],
  PEOPLE_TOO_FEW: ["people", "let more of the people in the trust file approve"],
  POLICY_DIFFERS: ["policy", "approve under a listed gate policy, or list this one in the trust file"],
  LOG_PROOF_MISSING: ["log", "ask the coordinator for the approval with its proof"],
  LOG_PROOF_INVALID: ["log", "ask the coordinator for the approval with its proof"],
  LOG_INCONSISTENT: [
    "log",
    "the log was rolled back or forked: stop, keep both checkpoints, ask the operator"
  ],
  LOG_WITNESSES: ["log", "wait until enough witnesses have cosigned, then ask for the proof again"],
  ARTIFACT_REVOKED: ["revoked", "build a new artifact: what was revoked stays so"],
  ARTIFACT_QUARANTINED: ["revoked", "it failed here before; retry it by name, or build a new artifact"],
  RUN_OLDER: ["run", "start a new run, or ask for a rollback; a re-run of an old run is no way back"],
  SEQUENCE_LOWER: ["sequence", ASK_AGAIN],
  SEQUENCE_REUSED: ["sequence", ASK_AGAIN],
  SEQUENCE_JUMP: ["sequence", "the signer counts wrongly or its key was stolen: ask the operator"]
};
var Refusal = class extends Error {
  code;
  constructor(code, reason) {
    super(reason);
    this.code = code;
  }
};
var MAX_TOKEN_BYTES = 16 * 1024;
var MAX_CLOCK_SKEW = 60 * import_cli2.SECOND;
var MAX_ADMISSION_TOKEN_AGE = 10 * import_cli2.MINUTE;
var FORBIDDEN_HEADERS = ["jku", "x5u", "jwk", "x5c", "crit", "b64", "zip", "enc"];
function verifyToken(token, expected) {
  try {
    return { kind: "verified", claims: judge(token, expected) };
  } catch (thrown) {
    if (thrown instanceof TokenRefusal) return { kind: "refused", code: thrown.code, reason: thrown.message };
    throw thrown;
  }
}
function verifyWorkloadToken(token, expected) {
  const result = verifyToken(token, expected);
  if (result.kind === "refused") return result;
  if (jtiOf(result.claims) !== void 0) {
    return { kind: "verified", claims: (0, import_chunk_R2HSE3F3.readWorkloadClaims)(result.claims) };
  }
  return { kind: "refused", code: "TOKEN_CLAIM_MISSING", reason: 'the token has no usable claim "jti"' };
}
function jtiOf(claims) {
  const { jti } = claims;
  return typeof jti === "string" && jti !== "" && jti.length <= 255 ? jti : void 0;
}
function verifyAdmissionToken(token, expected) {
  const result = verifyWorkloadToken(token, {
    issuers: expected.issuers,
    audience: (0, import_chunk_EA47D034.admissionAudience)(expected)
  });
  if (result.kind === "refused") return result;
  const age = expected.now - result.claims.iat * import_cli2.SECOND;
  if (age <= MAX_ADMISSION_TOKEN_AGE && age >= -MAX_CLOCK_SKEW) return result;
  const reason = `the token was issued ${Math.round(age / import_cli2.SECOND)} s ago by our clock, it may be 0 to 600`;
  return { kind: "refused", code: "TOKEN_TIME", reason };
}
function peekToken(token) {
  try {
    const { header, claims } = split(token);
    const { kid } = header;
    const { iss } = claims;
    return typeof kid === "string" && typeof iss === "string" ? { issuer: iss, kid } : void 0;
  } catch (thrown) {
    if (thrown instanceof TokenRefusal) return void 0;
    throw thrown;
  }
}
var TokenRefusal = class extends Error {
  code;
  constructor(code, message) {
    super(message);
    this.code = code;
  }
};
function judge(token, expected) {
  const parts = split(token);
  const algorithm = judgeHeader(parts.header);
  const { iss, aud, iat } = parts.claims;
  const keys = typeof iss === "string" ? expected.issuers.get(iss) : void 0;
  if (!keys || keys.issuer !== iss) {
    throw new TokenRefusal("TOKEN_ISSUER_UNKNOWN", `the issuer ${quote(iss)} is not trusted here`);
  }
  const key = keys.keys.find(({ kid }) => kid === parts.header["kid"]);
  if (!key) throw new TokenRefusal("TOKEN_KEY_UNKNOWN", `${iss} has no key ${quote(parts.header["kid"])}`);
  if (key.algorithm !== algorithm) {
    throw new TokenRefusal("TOKEN_ALGORITHM", `the token says ${algorithm}, its key is for ${key.algorithm}`);
  }
  if (!signatureIsValid(key, parts)) {
    throw new TokenRefusal("TOKEN_SIGNATURE", `the signature of ${iss} does not verify`);
  }
  if ((Array.isArray(aud) && aud.length === 1 ? aud[0] : aud) !== expected.audience) {
    throw new TokenRefusal("TOKEN_AUDIENCE", `the audience is ${quote(aud)}, it must be ${expected.audience}`);
  }
  if (typeof iat !== "number" || !Number.isSafeInteger(iat)) throw missing("iat");
  return parts.claims;
}
function split(token) {
  if (token.length > MAX_TOKEN_BYTES) {
    throw new TokenRefusal(
      "TOKEN_MALFORMED",
      `the token has ${token.length} characters, more than ${MAX_TOKEN_BYTES}`
    );
  }
  const segments = token.split(".");
  if (segments.length !== 3) {
    throw new TokenRefusal("TOKEN_MALFORMED", `a token has three parts, this has ${segments.length}`);
  }
  const [header, claims, signature] = segments;
  try {
    return {
      header: decodeObject(header),
      claims: decodeObject(claims),
      signed: (0, import_cli3.encodeUtf8)(`${header}.${claims}`),
      signature: (0, import_cli3.decodeBase64url)(signature)
    };
  } catch (cause) {
    throw new TokenRefusal("TOKEN_MALFORMED", `the token cannot be read: ${(0, import_cli4.messageOf)(cause)}`);
  }
}
function decodeObject(segment) {
  const limits = { source: "the token", maxBytes: MAX_TOKEN_BYTES, maxDepth: 8 };
  const value = (0, import_chunk_CF656EE4.parseStrictJson)((0, import_cli3.decodeBase64url)(segment), limits);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("a part is no object");
  return value;
}
function judgeHeader(header) {
  for (const name of FORBIDDEN_HEADERS) {
    if (name in header) throw new TokenRefusal("TOKEN_HEADER_FORBIDDEN", `the header has "${name}"`);
  }
  const { alg, kid, typ } = header;
  if (alg !== "RS256" && alg !== "ES256") {
    throw new TokenRefusal("TOKEN_ALGORITHM", `the algorithm ${quote(alg)} is not RS256 or ES256`);
  }
  if (typeof kid !== "string" || kid === "")
    throw new TokenRefusal("TOKEN_KEY_UNKNOWN", "the header names no key");
  if (typ !== void 0 && typ !== "JWT")
    throw new TokenRefusal("TOKEN_MALFORMED", `the type ${quote(typ)} is not JWT`);
  return alg;
}
function signatureIsValid({ algorithm, key }, { signed, signature }) {
  if (algorithm === "RS256") return (0, import_node_crypto.verify)("sha256", signed, key, signature);
  return signature.length === 64 && (0, import_node_crypto.verify)("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, signature);
}
function missing(claim) {
  return new TokenRefusal("TOKEN_CLAIM_MISSING", `the token has no usable claim "${claim}"`);
}
function quote(value) {
  return (JSON.stringify(value) ?? "nothing").slice(0, 200);
}
function questionOf({ predicate }, bytes) {
  const { notBefore, notAfter, source } = predicate;
  return {
    bytes,
    notBefore: (0, import_cli2.parseTimestamp)(notBefore),
    notAfter: (0, import_cli2.parseTimestamp)(notAfter),
    involved: [source?.actorId, source?.pusherId].filter((account) => account !== void 0)
  };
}
function countPeople(people, evidence) {
  const signed = new Set(people.filter((person) => hasSigned(person, evidence.envelope)));
  const discounted = [];
  for (const token of evidence.tokens) {
    const person = findPerson(people, token, evidence);
    if (person) signed.add(person);
    else discounted.push("a login that is not of a listed person, or not for this statement");
  }
  const { involved, askedBy } = evidence.question;
  const approved = [];
  for (const person of signed) {
    if (person.id === askedBy || person.accounts.some((account) => involved.includes(account))) {
      discounted.push(`${person.id} started this run, or pushed this commit or change`);
    } else approved.push(person.id);
  }
  return { approved: approved.sort(), discounted };
}
function hasSigned(person, envelope) {
  const keys = (person.keys ?? []).map((text2) => (0, import_chunk_BIEF65K5.parsePublicKey)("person", text2));
  return keys.length > 0 && (0, import_chunk_EA47D0342.findSigners)(envelope, keys).length > 0;
}
function findPerson(people, token, evidence) {
  const audiences = new Set(
    people.flatMap(({ identities }) => (identities ?? []).map(({ audience }) => audience))
  );
  for (const audience of audiences) {
    const result = verifyToken(token, { issuers: evidence.issuers, audience });
    if (result.kind === "refused" || !vouchesFor(result.claims, evidence)) continue;
    const { iss, sub } = result.claims;
    return people.find(
      ({ identities }) => identities?.some(
        (login) => login.issuer === iss && login.subject === sub && login.audience === audience
      )
    );
  }
  return void 0;
}
function vouchesFor(claims, { question }) {
  const { bytes, notBefore, notAfter } = question;
  const issuedAt = claims.iat * import_cli2.SECOND;
  return claims["nonce"] === (0, import_chunk_EA47D034.personNonce)(bytes) && issuedAt >= notBefore - MAX_CLOCK_SKEW && issuedAt <= notAfter;
}
var MAX_TOKEN_LEAD = 10 * import_cli2.MINUTE;
function judgeWorkload(evidence) {
  const { trust, statement } = evidence;
  if (statement.predicate.kind === "revoke") return { rule: void 0, people: [] };
  if (trust.signers === "key") return judgeGrant(evidence);
  if (statement.predicate.kind === "rollback" && isSignedByOperator(evidence)) return judgeGrant(evidence);
  const claims = verifyApprovalToken(evidence, trust);
  const rule = findRule(evidence, trust, claims);
  const people = checkQuorum(evidence, trust, rule);
  checkPolicy(rule, statement);
  return { rule, people };
}
var SOURCE_CLAIMS = [
  ["iss", "issuer"],
  ["repository_id", "repositoryId"],
  ["repository_owner_id", "ownerId"],
  ["sha", "commit"],
  ["ref", "ref"],
  ["run_id", "runId"],
  ["run_attempt", "runAttempt"],
  ["job_workflow_ref", "workflow"],
  ["job_workflow_sha", "workflowCommit"],
  ["actor_id", "actorId"]
];
function judgeGrant({ grants, statement }) {
  const grant = grants.find((candidate) => (0, import_chunk_R2HSE3F3.scopeIsGranted)(candidate, statement.predicate.scope));
  if (!grant)
    throw new Refusal("RULE_DIFFERS", `the scope ${JSON.stringify(statement.predicate.scope)} is not granted`);
  checkPolicy(grant, statement);
  return { rule: void 0, people: [] };
}
function isSignedByOperator({ file, trust }) {
  const keys = (trust.operators ?? []).map((text2) => (0, import_chunk_BIEF65K5.parsePublicKey)("operator", text2));
  return keys.length > 0 && (0, import_chunk_EA47D0342.findSigners)(file.envelope, keys).length > 0;
}
function verifyApprovalToken(evidence, trust) {
  const { file, statement, statementBytes } = evidence;
  if (file.token === null) throw new Refusal("TOKEN_MISSING", "no workload asked for this approval");
  const audience = (0, import_chunk_EA47D034.approvalAudience)((0, import_chunk_BIEF65K5.coordinatorIdOf)((0, import_chunk_BIEF65K5.parsePublicKey)("root", trust.root)), statementBytes);
  const issuers = new Map(
    [...evidence.issuers].filter(([url2]) => trust.issuers.some(({ issuer }) => issuer === url2))
  );
  const result = verifyWorkloadToken(file.token, { issuers, audience });
  if (result.kind === "refused") throw new Refusal(result.code, result.reason);
  compareClaims(result.claims, statement);
  checkTokenTime(result.claims, statement, trust);
  return result.claims;
}
function compareClaims(claims, { predicate }) {
  const { source } = predicate;
  if (!source) throw new Refusal("TOKEN_CLAIM_DIFFERS", "the statement names no source");
  const pairs = SOURCE_CLAIMS.map(([claim, field]) => [
    claim,
    source[field]
  ]);
  for (const [claim, stated] of [...pairs, ["environment", predicate.environment]]) {
    const value = Object.hasOwn(claims, claim) ? claims[claim] : void 0;
    if (value === void 0) throw new Refusal("TOKEN_CLAIM_MISSING", `the token has no claim "${claim}"`);
    if (value !== stated) {
      const reason = `"${claim}" is ${JSON.stringify(value)} in the token, ${JSON.stringify(stated)} in the statement`;
      throw new Refusal("TOKEN_CLAIM_DIFFERS", reason);
    }
  }
}
function checkTokenTime(claims, { predicate }, trust) {
  const issuedAt = claims.iat * import_cli2.SECOND;
  const notBefore = (0, import_cli2.parseTimestamp)(predicate.notBefore);
  const notAfter = (0, import_cli2.parseTimestamp)(predicate.notAfter);
  const maxAge = (0, import_cli2.parseDuration)(trust.maxApprovalAge ?? import_chunk_R2HSE3F3.DEFAULT_MAX_APPROVAL_AGE);
  if (issuedAt < notBefore - MAX_TOKEN_LEAD || issuedAt > notAfter) {
    throw new Refusal("TOKEN_TIME", `the token's iat, ${claims.iat}, is outside of the approval's window`);
  }
  if (notAfter - issuedAt > maxAge) {
    const hours = Math.round((notAfter - issuedAt) / 36e5);
    throw new Refusal(
      "TOKEN_TIME",
      `the approval ends ${hours} h after its token was issued, more than maxApprovalAge`
    );
  }
}
function findRule({ statement }, trust, claims) {
  const { application, environment, scope } = statement.predicate;
  const candidates = trust.rules.filter(
    (rule) => rule.application === application && rule.environments.includes(environment)
  );
  let nearest;
  for (const rule of candidates) {
    const mismatch = (0, import_chunk_R2HSE3F3.checkTrustRule)(rule, { application, environment, scope, claims });
    if (!mismatch) return rule;
    nearest ??= mismatch;
  }
  const code = nearest?.kind === "missing" ? "RULE_CLAIM_MISSING" : "RULE_DIFFERS";
  throw new Refusal(code, nearest?.reason ?? `no rule for ${application}`);
}
function checkQuorum(evidence, trust, rule) {
  const { file, statement, statementBytes, issuers } = evidence;
  const counted = countPeople(trust.people ?? [], {
    envelope: file.envelope,
    tokens: file.people,
    question: questionOf(statement, statementBytes),
    issuers
  });
  const wanted = rule.quorum ?? 0;
  if (counted.approved.length < wanted) {
    const why = counted.discounted.length === 0 ? "" : `; not counted: ${counted.discounted.join(", ")}`;
    throw new Refusal("PEOPLE_TOO_FEW", `${counted.approved.length} of ${wanted} people approved${why}`);
  }
  return counted.approved;
}
function checkPolicy(grant, { predicate }) {
  if (grant.policies === void 0) return;
  const digest = predicate.policy?.digest;
  if (digest !== void 0 && grant.policies.includes(digest)) return;
  throw new Refusal(
    "POLICY_DIFFERS",
    `the gate policy is ${digest ?? "not named"}, listed are ${grant.policies.join(", ")}`
  );
}
var JWKS_SNAPSHOT_PAYLOAD_TYPE = "application/vnd.sallyport.jwks+json";
var MAX_JWKS_BYTES = 256 * 1024;
var MAX_KEYS = 100;
var MIN_RSA_BITS = 2048;
var text = (0, import_chunk_CF656EE42.string)().max(4096);
var jwkSchema = (0, import_chunk_CF656EE42.looseObject)({
  kty: text,
  kid: text.optional(),
  use: text.optional(),
  alg: text.optional(),
  n: text.optional(),
  e: text.optional(),
  crv: text.optional(),
  x: text.optional(),
  y: text.optional()
});
var jwksSchema = (0, import_chunk_CF656EE42.looseObject)({ keys: (0, import_chunk_CF656EE42.array)(jwkSchema).max(MAX_KEYS) });
var snapshotSchema = (0, import_chunk_CF656EE42.strictObject)({
  version: (0, import_chunk_CF656EE42.literal)(1),
  issuer: import_chunk_EA47D0343.issuerUrl,
  notBefore: import_chunk_EA47D0343.timestampText,
  notAfter: import_chunk_EA47D0343.timestampText,
  jwks: jwksSchema
});
function parseJwks(bytes, issuer) {
  const source = `the keys of ${issuer}`;
  const value = (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source, maxBytes: MAX_JWKS_BYTES, maxDepth: 8 });
  return importKeys((0, import_cli.decode)(jwksSchema, value, { source }).keys, issuer);
}
function verifyJwksSnapshot(envelope, expected) {
  const payload = (0, import_chunk_EA47D0342.verifyEnvelope)(envelope, [expected.root]);
  const source = "the snapshot";
  if (payload.payloadType !== JWKS_SNAPSHOT_PAYLOAD_TYPE) {
    throw refused(`the root signed a ${JSON.stringify(payload.payloadType)}, not a snapshot of issuer keys`);
  }
  const value = (0, import_chunk_CF656EE4.parseStrictJson)(payload.bytes, { source, maxBytes: MAX_JWKS_BYTES, maxDepth: 8 });
  const snapshot = (0, import_cli.decode)(snapshotSchema, value, { source });
  if (snapshot.issuer !== expected.issuer)
    throw refused(`the snapshot is of ${snapshot.issuer}, not ${expected.issuer}`);
  const { notBefore, notAfter } = snapshot;
  if (expected.now < (0, import_cli2.parseTimestamp)(notBefore) || expected.now >= (0, import_cli2.parseTimestamp)(notAfter)) {
    throw refused(`the snapshot of ${snapshot.issuer} is valid from ${notBefore} to ${notAfter}`);
  }
  return importKeys(snapshot.jwks.keys, snapshot.issuer);
}
function joinIssuerKeys(fetched, kept) {
  const ids = new Set(fetched.keys.map(({ kid }) => kid));
  return { issuer: fetched.issuer, keys: [...fetched.keys, ...kept.filter(({ kid }) => !ids.has(kid))] };
}
function importKeys(jwks, issuer) {
  const keys = jwks.map(importKey).filter((key) => key !== void 0);
  const unambiguous = keys.filter(({ kid }) => keys.filter((other) => other.kid === kid).length === 1);
  if (unambiguous.length === 0) {
    throw new import_cli4.SallyportError("KEY_INVALID", {
      message: `${issuer} publishes no key that we accept: RSA of ${MIN_RSA_BITS} bits or more, or P-256, with a "kid"`
    });
  }
  return { issuer, keys: unambiguous };
}
function importKey(jwk) {
  const algorithm = algorithmOf(jwk);
  if (algorithm === void 0 || !jwk.kid || jwk.use !== void 0 && jwk.use !== "sig") return void 0;
  if (jwk.alg !== void 0 && jwk.alg !== algorithm) return void 0;
  const { kty, n, e, crv, x, y } = jwk;
  const material = algorithm === "RS256" ? { kty, n, e } : { kty, crv, x, y };
  try {
    const key = (0, import_node_crypto2.createPublicKey)({ key: material, format: "jwk" });
    const bits = key.asymmetricKeyDetails?.modulusLength;
    return algorithm === "RS256" && (bits ?? 0) < MIN_RSA_BITS ? void 0 : { kid: jwk.kid, algorithm, key };
  } catch {
    return void 0;
  }
}
function algorithmOf(jwk) {
  if (jwk.kty === "RSA") return "RS256";
  return jwk.kty === "EC" && jwk.crv === "P-256" ? "ES256" : void 0;
}
function refused(message) {
  return new import_cli4.SallyportError("SIGNATURE_INVALID", { message });
}
var JWKS_TIMEOUT_MS = 5e3;
var discoverySchema = (0, import_chunk_CF656EE42.looseObject)({ issuer: (0, import_chunk_CF656EE42.string)(), jwks_uri: (0, import_chunk_CF656EE42.url)({ protocol: /^https$/ }) });
function discoveryUrl({ issuer }) {
  return `${issuer}/.well-known/openid-configuration`;
}
function parseDiscovery(bytes, trusted) {
  const source = discoveryUrl(trusted);
  const value = (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source, maxBytes: MAX_JWKS_BYTES, maxDepth: 8 });
  const discovery = (0, import_cli.decode)(discoverySchema, value, { source });
  const origin = new URL(discovery.jwks_uri).origin;
  const allowed = [trusted.issuer, trusted.jwksOrigin].map((url2) => url2 && new URL(url2).origin);
  if (discovery.issuer !== trusted.issuer || !allowed.includes(origin)) {
    throw new import_cli4.SallyportError("CONFIG_INVALID", {
      message: `${source} names the issuer ${discovery.issuer} with keys at ${origin}`,
      help: "set jwksOrigin for this issuer, if its keys live there"
    });
  }
  return discovery.jwks_uri;
}
var REFETCH_MS = import_cli6.MINUTE;
var REFRESH_MS = import_cli6.HOUR;
var KEEP_MS = import_cli6.DAY;
function createIssuerKeySource(ports) {
  const cache = /* @__PURE__ */ new Map();
  return {
    async keysFor(issuers, token) {
      const peeked = peekToken(token);
      const issuer = issuers.find((candidate) => candidate.issuer === peeked?.issuer);
      if (!peeked || !issuer) return /* @__PURE__ */ new Map();
      const cached = cache.get(issuer.issuer) ?? newEntry(ports.clock);
      cache.set(issuer.issuer, cached);
      const age = ports.clock.monotonic() - cached.fetchedAt;
      const isKnown = goodKeys(cached, ports.clock).some(({ kid }) => kid === peeked.kid);
      if (age > (isKnown ? REFRESH_MS : REFETCH_MS)) cached.running ??= refresh(ports, issuer, cached);
      if (isKnown) cached.running?.catch(() => void 0);
      else await cached.running;
      const keys = goodKeys(cached, ports.clock);
      return keys.length === 0 ? /* @__PURE__ */ new Map() : /* @__PURE__ */ new Map([[issuer.issuer, { issuer: issuer.issuer, keys }]]);
    }
  };
}
function newEntry(clock) {
  const longAgo = clock.monotonic() - REFETCH_MS - 1;
  return { seen: [], fetchedAt: longAgo, running: void 0 };
}
function goodKeys({ seen }, clock) {
  const now = clock.monotonic();
  return seen.filter(({ seenAt }) => now - seenAt <= KEEP_MS).map(({ key }) => key);
}
async function refresh(ports, issuer, cached) {
  cached.fetchedAt = ports.clock.monotonic();
  try {
    const fetched = issuer.jwks === "snapshot" ? await readSnapshot(ports, issuer) : await fetchKeys(ports, issuer);
    const seenAt = ports.clock.monotonic();
    const before = new Map(cached.seen.map((seen) => [seen.key, seen]));
    const kept = goodKeys(cached, ports.clock);
    cached.seen = joinIssuerKeys(fetched, kept).keys.map((key) => before.get(key) ?? { key, seenAt });
  } catch (thrown) {
    if (!(thrown instanceof import_cli8.SallyportError)) throw thrown;
  } finally {
    cached.running = void 0;
  }
}
async function readSnapshot(ports, issuer) {
  const source = issuer.snapshot ?? "";
  const value = (0, import_chunk_CF656EE43.parseStrictJson)(await ports.readFile(source), { source, maxBytes: 2 * MAX_JWKS_BYTES });
  const envelope = (0, import_cli5.decode)(import_chunk_EA47D0344.envelopeSchema, value, { source });
  return verifyJwksSnapshot(envelope, { root: ports.root, issuer: issuer.issuer, now: ports.clock.now() });
}
async function fetchKeys(ports, issuer) {
  const ca = issuer.ca === void 0 ? {} : { ca: (0, import_cli7.decodeUtf8)(await ports.readFile(issuer.ca)) };
  const bounds = { ...ca, maxBytes: MAX_JWKS_BYTES, timeoutMs: JWKS_TIMEOUT_MS };
  const uri = parseDiscovery(await ports.fetch(discoveryUrl(issuer), bounds), issuer);
  return parseJwks(await ports.fetch(uri, bounds), issuer.issuer);
}
var LeafStore = class {
  /** By level; `levels[0]` are the leaves. */
  #levels = [[]];
  get size() {
    return this.#levels[0].length;
  }
  /** @param leaf the leaf's hash */
  append(leaf) {
    for (const { node, hash } of (0, import_chunk_439F88D82.completedNodes)(this.size, leaf, this.#read)) {
      if (this.#levels.length === node.level) this.#levels.push([]);
      this.#levels[node.level][node.index] = hash;
    }
  }
  /** The root when the log had `size` leaves. */
  rootAt(size) {
    return size === 0 ? import_chunk_439F88D82.EMPTY_ROOT : (0, import_chunk_439F88D82.treeRoot)(size, this.#read);
  }
  /** RFC 9162 \u00a72.1.4; empty for equal sizes. */
  consistency(first, second) {
    return first === second ? [] : proofOf(consistencyRanges(first, second), this.#read);
  }
  #read = ({ level, index }) => {
    const hash = this.#levels[level]?.[index];
    if (!hash) throw new Error(`the node ${index} of level ${level} is not whole`);
    return hash;
  };
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_4ZXJRBCH,
  chunk_KRZWIFVR
});
