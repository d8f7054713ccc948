const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  envelopeSchema
} from "./chunk-FD25I6NK.js";
import {
  decodeDocument
} from "./chunk-7YEXSHNJ.js";
import {
  decode
} from "./chunk-USSEVVQ4.js";
import {
  array,
  literal,
  strictObject,
  string
} from "./chunk-LRBPYAN6.js";
import {
  encodeUtf8
} from "./chunk-VOIAD42L.js";

// src/trust/approval-file.ts
var APPROVAL_FILE_MEDIA_TYPE = "application/vnd.sallyport.approval+json";
var MAX_APPROVAL_FILE_BYTES = 512 * 1024;
var token = string().max(16 * 1024);
var approvalFileSchema = strictObject({
  mediaType: literal(APPROVAL_FILE_MEDIA_TYPE),
  version: literal(1),
  envelope: envelopeSchema,
  /** The workload's token with the audience of these statement bytes. */
  token: token.nullable(),
  /** Logins of people whose nonce is of these statement bytes; people with keys sign the envelope. */
  people: array(token).max(32),
  keyList: envelopeSchema.nullable(),
  log: strictObject({
    /** The log's entry, base64. */
    entry: string().max(9e4),
    /** C2SP tlog-proof: index, hashes, checkpoint. */
    proof: string().max(16 * 1024)
  }).nullable(),
  locations: array(
    string().max(2e3).regex(/^(?:mesh|https|oci|release|coordinator):[\x21-\x7e]*$/)
  ).max(32),
  vsa: envelopeSchema.nullable()
});
function emitApprovalFile(parts) {
  const file = decode(
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
  return encodeUtf8(`${JSON.stringify(file, null, 2)}
`);
}
function parseApprovalFile(bytes) {
  const limits = { source: "the approval file", maxBytes: MAX_APPROVAL_FILE_BYTES, maxDepth: 8 };
  return decodeDocument(approvalFileSchema, bytes, limits);
}

export {
  APPROVAL_FILE_MEDIA_TYPE,
  MAX_APPROVAL_FILE_BYTES,
  approvalFileSchema,
  emitApprovalFile,
  parseApprovalFile
};
