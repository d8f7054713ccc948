/**
 * A change of environments.yml or access.hujson that loosens an environment with a quorum, as the document
 * that people sign under the rules before it: by a login whose nonce is of these bytes, or with their own
 * key. Its form is no approval's, so that neither can be taken for the other.
 */
import * as z from 'zod'
import { encodeUtf8 } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import { decodeDocument } from './document.ts'
import { coordinatorIdText, digestText, environmentName, timestampText } from './vocabulary.ts'

export const POLICY_CHANGE_PAYLOAD_TYPE = 'application/vnd.sallyport.policy-change+json'
const MAX_BYTES = 64 * 1024

const changedFile = z.strictObject({
  /** Digest of the version that is replaced; null for the first. */
  from: digestText.nullable(),
  to: digestText,
})

const policyChangeSchema = z.strictObject({
  type: z.literal('https://sallyport.dev/policy-change/v1'),
  coordinator: coordinatorIdText,
  environments: changedFile.nullable(),
  access: changedFile.nullable(),
  /** What is loosened, for whoever signs it. */
  loosens: z
    .array(z.strictObject({ environment: environmentName, what: z.string().min(1).max(500) }))
    .min(1)
    .max(256),
  notBefore: timestampText,
  notAfter: timestampText,
})
export type PolicyChange = z.infer<typeof policyChangeSchema>

/** The exact bytes that are signed: keys in the order of the schema, no white space. @throws `CONFIG_INVALID` */
export function emitPolicyChange(change: Omit<PolicyChange, 'type'>): Uint8Array {
  const value = { type: 'https://sallyport.dev/policy-change/v1', ...change }
  return encodeUtf8(JSON.stringify(decode(policyChangeSchema, value, { source: 'the change of policy' })))
}

/** @throws `JSON_INVALID`, `LIMIT_EXCEEDED`, `CONFIG_INVALID` */
export function parsePolicyChange(bytes: Uint8Array): PolicyChange {
  const limits = { source: 'the change of policy', maxBytes: MAX_BYTES, maxDepth: 4 }
  return decodeDocument(policyChangeSchema, bytes, limits)
}
