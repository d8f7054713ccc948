/** What replicas say to each other over the store's link: hints about streams, as JSON of a few hundred bytes. */
import * as z from 'zod'
import { counterNumber, nodeId, sentence } from '../../api/messages/vocabulary.ts'
import { parseStrictJson } from '../../base/json.ts'
import { MAX_MESSAGE_BYTES } from '../store/replica-link.ts'

const question = z.string().regex(/^[0-9a-f]{32}$/)

const replicaMessage = z.discriminatedUnion('kind', [
  /** A node holds a version; `refused` goes on in the next message where this is not the last. */
  z.strictObject({
    kind: z.literal('acknowledged'),
    node: nodeId,
    version: counterNumber,
    refused: z.array(z.tuple([nodeId, sentence])),
    isLast: z.boolean(),
  }),
  /** Is the stream of this node, which you hold, alive? */
  z.strictObject({ kind: z.literal('ask'), node: nodeId, question }),
  z.strictObject({ kind: z.literal('answer'), question, isAlive: z.boolean() }),
  /** The node's stream is here now. */
  z.strictObject({ kind: z.literal('claimed'), node: nodeId }),
  /** This replica has come, or goes. */
  z.strictObject({ kind: z.literal('here') }),
])
export type ReplicaMessage = z.infer<typeof replicaMessage>

export function emitReplicaMessage(message: ReplicaMessage): string {
  return JSON.stringify(message)
}

/** Undefined for what a replica of another version says. */
export function parseReplicaMessage(text: string): ReplicaMessage | undefined {
  try {
    const value = parseStrictJson(text, { source: 'a replica', maxBytes: MAX_MESSAGE_BYTES })
    return replicaMessage.safeParse(value).data
  } catch {
    // What is no JSON is of another version, too.
    return undefined
  }
}

/** So many refusals, cut to so many characters, fit a message, whatever they say (six bytes for `\u0000`). */
export const REFUSALS_PER_MESSAGE = 4
export const MAX_REASON = 300
