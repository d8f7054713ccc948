const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  signEnvelope,
  verifyEnvelope
} from "./chunk-4GZJ36TC.js";
import {
  STATEMENT_PAYLOAD_TYPE,
  STATEMENT_TYPE
} from "./chunk-CU3PBIPB.js";
import {
  formatPublicKey,
  publicKeyPattern
} from "./chunk-ZYFGNLJL.js";
import {
  applicationName,
  counter,
  digestText,
  environmentName,
  sha256HexText,
  timestampText
} from "./chunk-XHCMOUYR.js";
import {
  decodeDocument
} from "./chunk-7YEXSHNJ.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  _enum,
  array,
  boolean,
  literal,
  strictObject,
  string
} from "./chunk-SKPPTWLY.js";
import {
  encodeUtf8
} from "./chunk-VOIAD42L.js";
import {
  SallyportError
} from "./chunk-XELNXD6A.js";

// src/trust/receipt.ts
var RECEIPT_PREDICATE_TYPE = "https://sallyport.dev/receipt/v1";
var MAX_RECEIPT_BYTES = 32 * 1024;
var failure = strictObject({ code: string().regex(/^[a-z-]{1,40}$/), message: string().max(4e3) });
var receiptPredicateSchema = strictObject({
  deployment: string().min(1).max(100),
  application: applicationName,
  environment: environmentName,
  kind: _enum(["deploy", "rollback", "revoke"]),
  approval: digestText,
  sequence: counter,
  machine: string().regex(publicKeyPattern("machine")),
  outcome: _enum(["committed", "rolled-back", "refused", "revoked", "already-running"]),
  /** Why it did not commit, or what is to be said of a commit. */
  reason: failure.optional(),
  rolledBackTo: digestText.nullable().optional(),
  quarantined: boolean().optional(),
  /** False where the previous release did not come up either. */
  restored: boolean().optional(),
  previous: digestText.nullable(),
  finishedAt: timestampText,
  /** What every receipt must show: commands ran as the agent's user; the trust rule pins no workflow commit. */
  sameUser: boolean(),
  anyWorkflow: boolean()
});
var receiptSchema = strictObject({
  _type: literal(STATEMENT_TYPE),
  subject: array(
    strictObject({ name: string().min(1).max(255), digest: strictObject({ sha256: sha256HexText }) })
  ).length(1),
  predicateType: literal(RECEIPT_PREDICATE_TYPE),
  predicate: receiptPredicateSchema
});
function signReceipt(content, machine) {
  const { artifactName, artifactSha256, ...predicate } = content;
  const receipt = decode(
    receiptSchema,
    {
      _type: STATEMENT_TYPE,
      subject: [{ name: artifactName, digest: { sha256: artifactSha256 } }],
      predicateType: RECEIPT_PREDICATE_TYPE,
      predicate: { ...predicate, machine: formatPublicKey("machine", machine.publicKey) }
    },
    { source: "the receipt" }
  );
  return signEnvelope(STATEMENT_PAYLOAD_TYPE, encodeUtf8(JSON.stringify(receipt)), [machine]);
}
function verifyReceipt(envelope, machines) {
  const { payloadType, bytes, signers } = verifyEnvelope(envelope, machines);
  if (payloadType !== STATEMENT_PAYLOAD_TYPE) {
    throw new SallyportError("SIGNATURE_INVALID", {
      message: `the payload ${JSON.stringify(payloadType)} is no receipt`
    });
  }
  const limits = { source: "the receipt", maxBytes: MAX_RECEIPT_BYTES, maxDepth: 8 };
  const receipt = decodeDocument(receiptSchema, bytes, limits);
  const machine = signers[0];
  if (receipt.predicate.machine !== formatPublicKey("machine", machine)) {
    throw new SallyportError("SIGNATURE_INVALID", {
      message: "the receipt names another machine than the one that signed it"
    });
  }
  return { receipt, bytes, machine };
}

export {
  RECEIPT_PREDICATE_TYPE,
  receiptSchema,
  signReceipt,
  verifyReceipt
};
