/**
 * `*.approval.json`: everything that an agent needs to verify one approval by itself (protocols §5).
 * Must-understand, like the statement in it. `locations` are unsigned hints: the digest is what is
 * trusted. The VSA stands here for other tools; it is never taken as an approval.
 */
import * as z from 'zod'
import { encodeUtf8 } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import { decodeDocument } from './document.ts'
import { type Envelope, envelopeSchema } from './dsse.ts'

export const APPROVAL_FILE_MEDIA_TYPE = 'application/vnd.sallyport.approval+json'
export const MAX_APPROVAL_FILE_BYTES = 512 * 1024

const token = z.string().max(16 * 1024)

export const approvalFileSchema = z.strictObject({
  mediaType: z.literal(APPROVAL_FILE_MEDIA_TYPE),
  version: z.literal(1),
  envelope: envelopeSchema,
  /** The workload's token with the audience of these statement bytes. */
  token: token.nullable(),
  /** Logins of people whose nonce is of these statement bytes; people with keys sign the envelope. */
  people: z.array(token).max(32),
  keyList: envelopeSchema.nullable(),
  log: z
    .strictObject({
      /** The log's entry, base64. */
      entry: z.string().max(90_000),
      /** C2SP tlog-proof: index, hashes, checkpoint. */
      proof: z.string().max(16 * 1024),
    })
    .nullable(),
  locations: z
    .array(
      z
        .string()
        .max(2000)
        .regex(/^(?:mesh|https|oci|release|coordinator):[\x21-\x7e]*$/),
    )
    .max(32),
  vsa: envelopeSchema.nullable(),
})

export type ApprovalFile = z.infer<typeof approvalFileSchema>

export interface ApprovalFileParts {
  readonly envelope: Envelope
  readonly token?: string
  readonly people?: readonly string[]
  readonly keyList?: Envelope
  readonly log?: { readonly entry: string; readonly proof: string }
  readonly locations?: readonly string[]
  readonly vsa?: Envelope
}

/** The file's text, ending in a newline. @throws `CONFIG_INVALID` for parts that no verifier would read */
export function emitApprovalFile(parts: ApprovalFileParts): Uint8Array {
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
      vsa: parts.vsa ?? null,
    },
    { source: 'the approval file' },
  )
  return encodeUtf8(`${JSON.stringify(file, null, 2)}\n`)
}

/** @throws `LIMIT_EXCEEDED`, `JSON_INVALID`, `ENCODING_INVALID`, `CONFIG_INVALID` */
export function parseApprovalFile(bytes: Uint8Array): ApprovalFile {
  const limits = { source: 'the approval file', maxBytes: MAX_APPROVAL_FILE_BYTES, maxDepth: 8 }
  return decodeDocument(approvalFileSchema, bytes, limits)
}
