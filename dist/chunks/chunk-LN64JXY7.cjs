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
  RECEIPT_PREDICATE_TYPE: () => RECEIPT_PREDICATE_TYPE,
  receiptSchema: () => receiptSchema,
  signReceipt: () => signReceipt,
  verifyReceipt: () => verifyReceipt
});
module.exports = stdin_exports;
var import_chunk_OEK5FYWZ = require("./chunk-OEK5FYWZ.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var RECEIPT_PREDICATE_TYPE = "https://sallyport.dev/receipt/v1";
var MAX_RECEIPT_BYTES = 32 * 1024;
var failure = (0, import_chunk_PO7UBJRE.strictObject)({ code: (0, import_chunk_PO7UBJRE.string)().regex(/^[a-z-]{1,40}$/), message: (0, import_chunk_PO7UBJRE.string)().max(4e3) });
var receiptPredicateSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  deployment: (0, import_chunk_PO7UBJRE.string)().min(1).max(100),
  application: import_chunk_UESRXYTB.applicationName,
  environment: import_chunk_UESRXYTB.environmentName,
  kind: (0, import_chunk_PO7UBJRE._enum)(["deploy", "rollback", "revoke"]),
  approval: import_chunk_UESRXYTB.digestText,
  sequence: import_chunk_UESRXYTB.counter,
  machine: (0, import_chunk_PO7UBJRE.string)().regex((0, import_chunk_BIEF65K5.publicKeyPattern)("machine")),
  outcome: (0, import_chunk_PO7UBJRE._enum)(["committed", "rolled-back", "refused", "revoked", "already-running"]),
  /** Why it did not commit, or what is to be said of a commit. */
  reason: failure.optional(),
  rolledBackTo: import_chunk_UESRXYTB.digestText.nullable().optional(),
  quarantined: (0, import_chunk_PO7UBJRE.boolean)().optional(),
  /** False where the previous release did not come up either. */
  restored: (0, import_chunk_PO7UBJRE.boolean)().optional(),
  previous: import_chunk_UESRXYTB.digestText.nullable(),
  finishedAt: import_chunk_UESRXYTB.timestampText,
  /** What every receipt must show: commands ran as the agent's user; the trust rule pins no workflow commit. */
  sameUser: (0, import_chunk_PO7UBJRE.boolean)(),
  anyWorkflow: (0, import_chunk_PO7UBJRE.boolean)()
});
var receiptSchema = (0, import_chunk_PO7UBJRE.strictObject)({
  _type: (0, import_chunk_PO7UBJRE.literal)(import_chunk_OEK5FYWZ.STATEMENT_TYPE),
  subject: (0, import_chunk_PO7UBJRE.array)(
    (0, import_chunk_PO7UBJRE.strictObject)({ name: (0, import_chunk_PO7UBJRE.string)().min(1).max(255), digest: (0, import_chunk_PO7UBJRE.strictObject)({ sha256: import_chunk_UESRXYTB.sha256HexText }) })
  ).length(1),
  predicateType: (0, import_chunk_PO7UBJRE.literal)(RECEIPT_PREDICATE_TYPE),
  predicate: receiptPredicateSchema
});
function signReceipt(content, machine) {
  const { artifactName, artifactSha256, ...predicate } = content;
  const receipt = (0, import_chunk_SO3KANTK.decode)(
    receiptSchema,
    {
      _type: import_chunk_OEK5FYWZ.STATEMENT_TYPE,
      subject: [{ name: artifactName, digest: { sha256: artifactSha256 } }],
      predicateType: RECEIPT_PREDICATE_TYPE,
      predicate: { ...predicate, machine: (0, import_chunk_BIEF65K5.formatPublicKey)("machine", machine.publicKey) }
    },
    { source: "the receipt" }
  );
  return (0, import_chunk_B5YHRYI7.signEnvelope)(import_chunk_OEK5FYWZ.STATEMENT_PAYLOAD_TYPE, (0, import_chunk_4NFOMFHU.encodeUtf8)(JSON.stringify(receipt)), [machine]);
}
function verifyReceipt(envelope, machines) {
  const { payloadType, bytes, signers } = (0, import_chunk_B5YHRYI7.verifyEnvelope)(envelope, machines);
  if (payloadType !== import_chunk_OEK5FYWZ.STATEMENT_PAYLOAD_TYPE) {
    throw new import_chunk_TO5RH7DJ.SallyportError("SIGNATURE_INVALID", {
      message: `the payload ${JSON.stringify(payloadType)} is no receipt`
    });
  }
  const limits = { source: "the receipt", maxBytes: MAX_RECEIPT_BYTES, maxDepth: 8 };
  const receipt = (0, import_chunk_3ZQSXCLB.decodeDocument)(receiptSchema, bytes, limits);
  const machine = signers[0];
  if (receipt.predicate.machine !== (0, import_chunk_BIEF65K5.formatPublicKey)("machine", machine)) {
    throw new import_chunk_TO5RH7DJ.SallyportError("SIGNATURE_INVALID", {
      message: "the receipt names another machine than the one that signed it"
    });
  }
  return { receipt, bytes, machine };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  RECEIPT_PREDICATE_TYPE,
  receiptSchema,
  signReceipt,
  verifyReceipt
});
