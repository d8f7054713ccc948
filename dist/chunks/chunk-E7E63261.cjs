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
  chunk_5YZ4WNU6: () => chunk_5YZ4WNU6_exports,
  chunk_6OL7RJCG: () => chunk_6OL7RJCG_exports,
  chunk_LN64JXY7: () => chunk_LN64JXY7_exports,
  chunk_LUF5PABH: () => chunk_LUF5PABH_exports,
  chunk_OEK5FYWZ: () => chunk_OEK5FYWZ_exports
});
module.exports = stdin_exports;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli3 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_cli6 = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli7 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli8 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_chunk_EA47D0346 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_cli9 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli10 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli11 = require("../cli.cjs").chunk_TO5RH7DJ;

var import_chunk_EA47D0347 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_EA47D0348 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_cli12 = require("../cli.cjs").chunk_SO3KANTK;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli13 = require("../cli.cjs").chunk_4NFOMFHU;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_LN64JXY7_exports = {};
__export2(chunk_LN64JXY7_exports, {
  RECEIPT_PREDICATE_TYPE: () => RECEIPT_PREDICATE_TYPE,
  receiptSchema: () => receiptSchema,
  signReceipt: () => signReceipt,
  verifyReceipt: () => verifyReceipt
});
var chunk_OEK5FYWZ_exports = {};
__export2(chunk_OEK5FYWZ_exports, {
  APPROVAL_PREDICATE_TYPE: () => APPROVAL_PREDICATE_TYPE,
  MAX_STATEMENT_BYTES: () => MAX_STATEMENT_BYTES,
  STATEMENT_PAYLOAD_TYPE: () => STATEMENT_PAYLOAD_TYPE,
  STATEMENT_TYPE: () => STATEMENT_TYPE,
  approvalDigest: () => approvalDigest,
  approvalStatementSchema: () => approvalStatementSchema,
  emitApprovalStatement: () => emitApprovalStatement,
  parseApprovalStatement: () => parseApprovalStatement
});
var STATEMENT_PAYLOAD_TYPE = "application/vnd.in-toto+json";
var STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
var APPROVAL_PREDICATE_TYPE = "https://sallyport.dev/approval/v1";
var MAX_STATEMENT_BYTES = 64 * 1024;
var sourceSchema = (0, import_chunk_CF656EE4.strictObject)({
  issuer: import_chunk_EA47D034.issuerUrl,
  repositoryId: import_chunk_EA47D034.numericId,
  ownerId: import_chunk_EA47D034.numericId,
  commit: import_chunk_EA47D034.commitText,
  ref: import_chunk_EA47D034.gitRef,
  runId: import_chunk_EA47D034.numericId,
  runAttempt: import_chunk_EA47D034.numericId,
  /** `job_workflow_ref`: owner/repository/path@ref. */
  workflow: (0, import_chunk_CF656EE4.string)().min(1).max(500),
  /** `job_workflow_sha`. */
  workflowCommit: import_chunk_EA47D034.commitText,
  /** Who started the run, and who pushed the commit where the coordinator knows: neither counts for a quorum. */
  actorId: import_chunk_EA47D034.numericId,
  pusherId: import_chunk_EA47D034.numericId.optional()
});
var predicateSchema = (0, import_chunk_CF656EE4.strictObject)({
  application: import_chunk_EA47D034.applicationName,
  environment: import_chunk_EA47D034.environmentName,
  scope: import_chunk_EA47D034.labels,
  artifact: (0, import_chunk_CF656EE4.strictObject)({
    mediaType: (0, import_chunk_CF656EE4.string)().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/),
    size: (0, import_chunk_CF656EE4.int)().min(0)
  }),
  sequence: import_chunk_EA47D034.counter,
  keyEpoch: import_chunk_EA47D034.counter,
  notBefore: import_chunk_EA47D034.timestampText,
  notAfter: import_chunk_EA47D034.timestampText,
  kind: (0, import_chunk_CF656EE4._enum)(["deploy", "rollback", "revoke"]),
  /** Null only where a person signs with a key and names no verdict. */
  policy: (0, import_chunk_CF656EE4.strictObject)({ uri: (0, import_chunk_CF656EE4.string)().min(1).max(1e3), digest: import_chunk_EA47D034.digestText }).nullable(),
  evidence: (0, import_chunk_CF656EE4.strictObject)({ verdict: import_chunk_EA47D034.digestText }).nullable(),
  /** Null only where no workload asked (`signers: key`). */
  source: sourceSchema.nullable(),
  /** Who approved, as (issuer, subject); a hint for readers: the proof is beside the statement. */
  approvers: (0, import_chunk_CF656EE4.array)((0, import_chunk_CF656EE4.strictObject)({ issuer: (0, import_chunk_CF656EE4.string)().max(500), subject: (0, import_chunk_CF656EE4.string)().max(255) })).max(32)
});
var approvalStatementSchema = (0, import_chunk_CF656EE4.strictObject)({
  _type: (0, import_chunk_CF656EE4.literal)(STATEMENT_TYPE),
  subject: (0, import_chunk_CF656EE4.array)(
    (0, import_chunk_CF656EE4.strictObject)({ name: (0, import_chunk_CF656EE4.string)().min(1).max(255), digest: (0, import_chunk_CF656EE4.strictObject)({ sha256: import_chunk_EA47D034.sha256HexText }) })
  ).length(1),
  predicateType: (0, import_chunk_CF656EE4.literal)(APPROVAL_PREDICATE_TYPE),
  predicate: predicateSchema
});
function emitApprovalStatement(content) {
  const { artifactName, artifactSha256, ...predicate } = content;
  const value = {
    _type: STATEMENT_TYPE,
    subject: [{ name: artifactName, digest: { sha256: artifactSha256 } }],
    predicateType: APPROVAL_PREDICATE_TYPE,
    predicate
  };
  const statement = refuseEmptyWindow((0, import_cli.decode)(approvalStatementSchema, value, { source: "the statement" }));
  const scope = Object.fromEntries(Object.entries(statement.predicate.scope).sort(byName));
  return (0, import_cli4.encodeUtf8)(JSON.stringify({ ...statement, predicate: { ...statement.predicate, scope } }));
}
function parseApprovalStatement(bytes) {
  const limits = { source: "the statement", maxBytes: MAX_STATEMENT_BYTES, maxDepth: 8 };
  return refuseEmptyWindow((0, import_chunk_EA47D0342.decodeDocument)(approvalStatementSchema, bytes, limits));
}
function approvalDigest(statementBytes) {
  return (0, import_cli3.sha256)(statementBytes);
}
function refuseEmptyWindow(statement) {
  const { notBefore, notAfter } = statement.predicate;
  if ((0, import_cli2.parseTimestamp)(notBefore) < (0, import_cli2.parseTimestamp)(notAfter)) return statement;
  throw new import_cli5.SallyportError("CONFIG_INVALID", {
    message: `predicate.notAfter: ${notAfter} is not after notBefore, ${notBefore}`
  });
}
function byName([a], [b]) {
  return a < b ? -1 : a > b ? 1 : 0;
}
var RECEIPT_PREDICATE_TYPE = "https://sallyport.dev/receipt/v1";
var MAX_RECEIPT_BYTES = 32 * 1024;
var failure = (0, import_chunk_CF656EE42.strictObject)({ code: (0, import_chunk_CF656EE42.string)().regex(/^[a-z-]{1,40}$/), message: (0, import_chunk_CF656EE42.string)().max(4e3) });
var receiptPredicateSchema = (0, import_chunk_CF656EE42.strictObject)({
  deployment: (0, import_chunk_CF656EE42.string)().min(1).max(100),
  application: import_chunk_EA47D0344.applicationName,
  environment: import_chunk_EA47D0344.environmentName,
  kind: (0, import_chunk_CF656EE42._enum)(["deploy", "rollback", "revoke"]),
  approval: import_chunk_EA47D0344.digestText,
  sequence: import_chunk_EA47D0344.counter,
  machine: (0, import_chunk_CF656EE42.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("machine")),
  outcome: (0, import_chunk_CF656EE42._enum)(["committed", "rolled-back", "refused", "revoked", "already-running"]),
  /** Why it did not commit, or what is to be said of a commit. */
  reason: failure.optional(),
  rolledBackTo: import_chunk_EA47D0344.digestText.nullable().optional(),
  quarantined: (0, import_chunk_CF656EE42.boolean)().optional(),
  /** False where the previous release did not come up either. */
  restored: (0, import_chunk_CF656EE42.boolean)().optional(),
  previous: import_chunk_EA47D0344.digestText.nullable(),
  finishedAt: import_chunk_EA47D0344.timestampText,
  /** What every receipt must show: commands ran as the agent's user; the trust rule pins no workflow commit. */
  sameUser: (0, import_chunk_CF656EE42.boolean)(),
  anyWorkflow: (0, import_chunk_CF656EE42.boolean)()
});
var receiptSchema = (0, import_chunk_CF656EE42.strictObject)({
  _type: (0, import_chunk_CF656EE42.literal)(STATEMENT_TYPE),
  subject: (0, import_chunk_CF656EE42.array)(
    (0, import_chunk_CF656EE42.strictObject)({ name: (0, import_chunk_CF656EE42.string)().min(1).max(255), digest: (0, import_chunk_CF656EE42.strictObject)({ sha256: import_chunk_EA47D0344.sha256HexText }) })
  ).length(1),
  predicateType: (0, import_chunk_CF656EE42.literal)(RECEIPT_PREDICATE_TYPE),
  predicate: receiptPredicateSchema
});
function signReceipt(content, machine) {
  const { artifactName, artifactSha256, ...predicate } = content;
  const receipt = (0, import_cli6.decode)(
    receiptSchema,
    {
      _type: STATEMENT_TYPE,
      subject: [{ name: artifactName, digest: { sha256: artifactSha256 } }],
      predicateType: RECEIPT_PREDICATE_TYPE,
      predicate: { ...predicate, machine: (0, import_chunk_BIEF65K5.formatPublicKey)("machine", machine.publicKey) }
    },
    { source: "the receipt" }
  );
  return (0, import_chunk_EA47D0343.signEnvelope)(STATEMENT_PAYLOAD_TYPE, (0, import_cli7.encodeUtf8)(JSON.stringify(receipt)), [machine]);
}
function verifyReceipt(envelope, machines) {
  const { payloadType, bytes, signers } = (0, import_chunk_EA47D0343.verifyEnvelope)(envelope, machines);
  if (payloadType !== STATEMENT_PAYLOAD_TYPE) {
    throw new import_cli8.SallyportError("SIGNATURE_INVALID", {
      message: `the payload ${JSON.stringify(payloadType)} is no receipt`
    });
  }
  const limits = { source: "the receipt", maxBytes: MAX_RECEIPT_BYTES, maxDepth: 8 };
  const receipt = (0, import_chunk_EA47D0345.decodeDocument)(receiptSchema, bytes, limits);
  const machine = signers[0];
  if (receipt.predicate.machine !== (0, import_chunk_BIEF65K5.formatPublicKey)("machine", machine)) {
    throw new import_cli8.SallyportError("SIGNATURE_INVALID", {
      message: "the receipt names another machine than the one that signed it"
    });
  }
  return { receipt, bytes, machine };
}
var chunk_LUF5PABH_exports = {};
__export2(chunk_LUF5PABH_exports, {
  parseLabels: () => parseLabels
});
function parseLabels(given = []) {
  const pairs = given.map((text) => {
    const equals = text.indexOf("=");
    return equals < 1 ? void 0 : [text.slice(0, equals), text.slice(equals + 1)];
  });
  const names = pairs.map((pair) => pair?.[0]);
  const parsed = import_chunk_EA47D0346.labels.safeParse(Object.fromEntries(pairs.filter((pair) => pair !== void 0)));
  if (!parsed.success || pairs.includes(void 0) || new Set(names).size !== names.length) {
    throw new import_cli9.SallyportError("USAGE", {
      message: `--label ${given.join(" --label ")} is not a list of labels`,
      help: "write each once, as --label role=web"
    });
  }
  return parsed.data;
}
var chunk_6OL7RJCG_exports = {};
__export2(chunk_6OL7RJCG_exports, {
  measureArtifact: () => measureArtifact,
  mediaTypeOf: () => mediaTypeOf
});
var CHUNK_BYTES = 1024 * 1024;
async function measureArtifact(path) {
  let file;
  try {
    file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, "r");
    if (!(await file.stat()).isFile()) throw new Error("not a regular file");
    const hash = (0, import_cli10.createSha256)();
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let size = 0;
    for (; ; ) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length);
      if (bytesRead === 0) return { digest: new Uint8Array(hash.digest()), size };
      hash.update(chunk.subarray(0, bytesRead));
      size += bytesRead;
    }
  } catch (cause) {
    throw new import_cli11.SallyportError("FILE_UNREADABLE", {
      message: `${path}: ${(0, import_cli11.messageOf)(cause)}`,
      place: { file: path },
      cause
    });
  } finally {
    await file?.close();
  }
}
function mediaTypeOf(name) {
  const endings = {
    ".tar.gz": "application/gzip",
    ".tgz": "application/gzip",
    ".tar.zst": "application/zstd",
    ".tar": "application/x-tar",
    ".zip": "application/zip"
  };
  const found = Object.entries(endings).find(([ending]) => name.endsWith(ending));
  return found?.[1] ?? "application/octet-stream";
}
var chunk_5YZ4WNU6_exports = {};
__export2(chunk_5YZ4WNU6_exports, {
  APPROVAL_FILE_MEDIA_TYPE: () => APPROVAL_FILE_MEDIA_TYPE,
  MAX_APPROVAL_FILE_BYTES: () => MAX_APPROVAL_FILE_BYTES,
  approvalFileSchema: () => approvalFileSchema,
  emitApprovalFile: () => emitApprovalFile,
  parseApprovalFile: () => parseApprovalFile
});
var APPROVAL_FILE_MEDIA_TYPE = "application/vnd.sallyport.approval+json";
var MAX_APPROVAL_FILE_BYTES = 512 * 1024;
var token = (0, import_chunk_CF656EE43.string)().max(16 * 1024);
var approvalFileSchema = (0, import_chunk_CF656EE43.strictObject)({
  mediaType: (0, import_chunk_CF656EE43.literal)(APPROVAL_FILE_MEDIA_TYPE),
  version: (0, import_chunk_CF656EE43.literal)(1),
  envelope: import_chunk_EA47D0347.envelopeSchema,
  /** The workload's token with the audience of these statement bytes. */
  token: token.nullable(),
  /** Logins of people whose nonce is of these statement bytes; people with keys sign the envelope. */
  people: (0, import_chunk_CF656EE43.array)(token).max(32),
  keyList: import_chunk_EA47D0347.envelopeSchema.nullable(),
  log: (0, import_chunk_CF656EE43.strictObject)({
    /** The log's entry, base64. */
    entry: (0, import_chunk_CF656EE43.string)().max(9e4),
    /** C2SP tlog-proof: index, hashes, checkpoint. */
    proof: (0, import_chunk_CF656EE43.string)().max(16 * 1024)
  }).nullable(),
  locations: (0, import_chunk_CF656EE43.array)(
    (0, import_chunk_CF656EE43.string)().max(2e3).regex(/^(?:mesh|https|oci|release|coordinator):[\x21-\x7e]*$/)
  ).max(32),
  vsa: import_chunk_EA47D0347.envelopeSchema.nullable()
});
function emitApprovalFile(parts) {
  const file = (0, import_cli12.decode)(
    approvalFileSchema,
    {
      mediaType: APPROVAL_FILE_MEDIA_TYPE,
      version: 1,
      envelope: parts.envelope,
      token: parts.token ?? null,
      people: parts.people ?? [],
      keyList: parts.keyList ?? null,
      log: parts.log ?? null,
      locations: parts.locations ?? [],
      vsa: parts.vsa ?? null
    },
    { source: "the approval file" }
  );
  return (0, import_cli13.encodeUtf8)(`${JSON.stringify(file, null, 2)}
`);
}
function parseApprovalFile(bytes) {
  const limits = { source: "the approval file", maxBytes: MAX_APPROVAL_FILE_BYTES, maxDepth: 8 };
  return (0, import_chunk_EA47D0348.decodeDocument)(approvalFileSchema, bytes, limits);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_5YZ4WNU6,
  chunk_6OL7RJCG,
  chunk_LN64JXY7,
  chunk_LUF5PABH,
  chunk_OEK5FYWZ
});
