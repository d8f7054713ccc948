/**
 * Asking for approvals (protocols §5). First the verdict and the artifacts go in and the exact statement
 * bytes come back, unsigned; then one token per statement, bound to its bytes, comes in and the approval
 * files go out. Several artifacts are several approvals, signed or refused together.
 */
import * as z from 'zod'
import {
  applicationName,
  digestText,
  environmentName,
  labels,
  timestampText,
} from '../../trust/vocabulary.ts'
import { base64Text, machineKeyText, submissionId, tokenText, wireguardKeyText } from './vocabulary.ts'

export const MAX_VERDICT_BYTES = 4 * 1024 * 1024
export const MAX_PROVENANCE_BYTES = 256 * 1024
const encoded = (bytes: number) => base64Text.max(4 * Math.ceil(bytes / 3))

/** Hints, unsigned, in order: the digest is what is trusted. */
export const locationText = z
  .string()
  .max(500)
  .regex(
    /^(?:mesh|https|oci|release|coordinator):[^\s]{1,490}$/,
    'must be mesh:, https:, oci:, release: or coordinator:',
  )

export const submittedArtifact = z.strictObject({
  name: z.string().min(1).max(255),
  digest: digestText,
  size: z.int().min(0),
  mediaType: z.string().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/),
  scope: labels,
  locations: z.array(locationText).min(1).max(8),
  /** A DSSE envelope with SLSA provenance, as the builder wrote it; demanded with `provenance: required`. */
  provenance: encoded(MAX_PROVENANCE_BYTES).optional(),
})
export type SubmittedArtifact = z.infer<typeof submittedArtifact>

export const submissionRequest = z.strictObject({
  /** Bound to the two keys as for an admission without approval. */
  token: tokenText,
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  application: applicationName,
  environment: environmentName,
  kind: z.enum(['deploy', 'rollback']),
  /** The verdict file's bytes. */
  verdict: encoded(MAX_VERDICT_BYTES),
  artifacts: z.array(submittedArtifact).min(1).max(16),
})
export type SubmissionRequest = z.infer<typeof submissionRequest>

export const submissionReply = z.strictObject({
  submission: submissionId,
  /** In the order of the artifacts. */
  statements: z
    .array(encoded(64 * 1024))
    .min(1)
    .max(16),
  /** Tokens must come before. */
  expiresAt: timestampText,
  /** How many people must sign the same bytes. */
  quorum: z.int().min(0),
})
export type SubmissionReply = z.infer<typeof submissionReply>

export const personToken = z.strictObject({ issuer: z.string().max(500), token: tokenText })

export const signingRequest = z.strictObject({
  /** One for each statement, in order; each audience is bound to its statement's bytes. */
  tokens: z.array(tokenText).min(1).max(16),
})
export type SigningRequest = z.infer<typeof signingRequest>

export const signingReply = z.discriminatedUnion('kind', [
  /** Approval files, in the order of the artifacts, as JSON texts. */
  z.strictObject({
    kind: z.literal('signed'),
    approvals: z
      .array(z.string().max(1024 * 1024))
      .min(1)
      .max(16),
  }),
  /** The tokens are kept; people have yet to sign. Asked again with the same tokens, the answer changes. */
  z.strictObject({
    kind: z.literal('waiting'),
    wanted: z.int().min(1),
    given: z.int().min(0),
    statements: z.array(digestText),
  }),
])
export type SigningReply = z.infer<typeof signingReply>

export const submissionPath = z.strictObject({ id: submissionId })
export const approvalPath = z.strictObject({ digest: digestText })
export const applicationPath = z.strictObject({ application: applicationName })

/** For an agent that polls: the newest approval for an application of its own, or null. */
export const latestReply = z.strictObject({
  approval: z
    .string()
    .max(1024 * 1024)
    .nullable(),
})
