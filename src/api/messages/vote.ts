/** What waits for people, and how they answer: approvals of deployments, and changes of policy. */
import * as z from 'zod'
import {
  applicationName,
  commitText,
  digestText,
  environmentName,
  gitRef,
  numericId,
  timestampText,
} from '../../trust/vocabulary.ts'
import { base64Text, counterNumber, keyText, sentence, tokenText } from './vocabulary.ts'

const tally = {
  digest: digestText,
  wanted: z.int().min(0),
  given: z.int().min(0),
  notAfter: timestampText,
}

export const pendingApproval = z.strictObject({
  kind: z.literal('approval'),
  ...tally,
  application: applicationName,
  environment: environmentName,
  sequence: counterNumber,
  action: z.enum(['deploy', 'rollback', 'revoke']),
  artifact: z.strictObject({ name: z.string().max(255), digest: digestText }),
  source: z
    .strictObject({
      repositoryId: numericId,
      commit: commitText,
      ref: gitRef,
      runId: numericId,
      actorId: numericId,
    })
    .nullable(),
})

export const pendingChange = z.strictObject({
  kind: z.literal('policy-change'),
  ...tally,
  environments: z.array(environmentName),
  loosens: z.array(z.string().max(600)).max(256),
  by: keyText.nullable(),
})

export const pendingItem = z.discriminatedUnion('kind', [pendingApproval, pendingChange])
export type PendingItem = z.infer<typeof pendingItem>
export const pendingList = z.strictObject({ items: z.array(pendingItem) })

/** The exact bytes that are to be signed: whoever signs computes digest and nonce from them. */
export const pendingReply = z.strictObject({
  item: pendingItem,
  payloadType: z.string().max(255),
  bytes: base64Text,
  /** Ids under `people` of environments.yml. */
  approvedBy: z.array(z.string().max(63)),
})
export type PendingReply = z.infer<typeof pendingReply>

const signature = z.strictObject({
  keyid: keyText,
  /** Ed25519 over the DSSE encoding of type and bytes. */
  sig: base64Text.max(88),
})

/** A login whose nonce is of the bytes, or a signature of a person's own key. */
export const voteRequest = z.union([z.strictObject({ token: tokenText }), z.strictObject({ signature })])
export type VoteRequest = z.infer<typeof voteRequest>
export const voteReply = z.strictObject({ given: z.int().min(0), wanted: z.int().min(0) })

export const refusalRequest = z.strictObject({ reason: sentence.min(1).max(500) })
