/** Keys, receipts, and what operations sets and asks. */
import * as z from 'zod'
import { envelopeSchema } from '../../trust/dsse.ts'
import { digestText, timestampText } from '../../trust/vocabulary.ts'
import { counterNumber, keyText, machineKeyText, sentence, tokenText } from './vocabulary.ts'

/** What a newcomer checks against the root's fingerprint before it says anything. */
export const keyListReply = z.strictObject({
  /** The root's public key, raw; its SHA-256 is the coordinator id and the fingerprint. */
  root: keyText,
  keyList: envelopeSchema,
  time: timestampText,
})
export type KeyListReply = z.infer<typeof keyListReply>

/** A DSSE envelope by the agent's machine key. */
export const receiptRequest = z.strictObject({ receipt: envelopeSchema })
export const receiptReply = z.strictObject({ digest: digestText, logIndex: counterNumber })
export const receiptList = z.strictObject({
  receipts: z.array(z.strictObject({ node: z.string(), receipt: envelopeSchema })),
})

export const environmentsRequest = z.strictObject({
  /** The file as it stands in the repository. */
  text: z.string().max(1024 * 1024),
  /** The version that it replaces; null for the first. */
  replaces: counterNumber.nullable(),
})
export const environmentsReply = z.strictObject({ version: counterNumber, digest: digestText })

const pushedFile = environmentsRequest
const registeredFile = environmentsReply

/** Both files in one transaction; null leaves one as it is. */
export const pushRequest = z.strictObject({
  environments: pushedFile.nullable(),
  access: pushedFile.nullable(),
  /** Everything is checked and nothing changes. */
  dryRun: z.boolean(),
  /** The change may cut agents off from every workload. */
  acceptLockOut: z.boolean(),
})
export type PushRequest = z.infer<typeof pushRequest>
/** From a pipeline: the token's audience is of these very files. */
export const workloadPushRequest = z.strictObject({
  /** Signs the request; made for it. */
  machineKey: machineKeyText,
  token: tokenText,
  environments: z
    .string()
    .max(1024 * 1024)
    .nullable(),
  access: z
    .string()
    .max(1024 * 1024)
    .nullable(),
  dryRun: z.boolean(),
  acceptLockOut: z.boolean(),
})
export type WorkloadPushRequest = z.infer<typeof workloadPushRequest>
export const pushReply = z.strictObject({
  environments: registeredFile.nullable(),
  access: registeredFile.nullable(),
  edges: z.strictObject({ added: counterNumber, removed: counterNumber }),
  /** Names of agents that no workload can deploy to any more. */
  lockedOut: z.array(z.string()).max(100),
  /** It loosens an environment with a quorum: nothing changed, people are asked. */
  waiting: z
    .strictObject({
      change: digestText,
      wanted: counterNumber,
      given: counterNumber,
      loosens: z.array(z.string().max(600)).max(256),
    })
    .nullable(),
})
export type PushReply = z.infer<typeof pushReply>

const revisionOfFile = z
  .strictObject({ version: counterNumber, digest: digestText, text: z.string() })
  .nullable()
/** What is registered, for whoever wants to replace it. */
export const policyReply = z.strictObject({ environments: revisionOfFile, access: revisionOfFile })

export const healthReply = z.strictObject({ status: z.literal('ok') })
export const readyReply = z.strictObject({
  status: z.enum(['ready', 'not-ready']),
  checks: z.array(z.strictObject({ name: z.string(), ok: z.boolean(), reason: sentence.optional() })),
})

export const openApiReply = z.record(z.string(), z.unknown())
