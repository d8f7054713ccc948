/**
 * A node's stream: a WebSocket whose upgrade is a signed request, answered by a signed challenge. Each
 * frame after it is one text message: the frame's own JSON as text, a counter that rises by one, and a
 * signature over (challenge, counter, digest of that text), so that no frame can be replayed, reordered,
 * left out, or moved to another stream.
 */
import * as z from 'zod'
import { counterNumber, endpoints, keyText, nodeId, sentence } from './vocabulary.ts'

export const MAX_FRAME_BYTES = 4 * 1024 * 1024
/** What a node sends is small. */
export const MAX_UP_FRAME_BYTES = 64 * 1024

const signatureText = z.string().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/)

/** The coordinator's first message. The signature covers the challenge and the upgrade's own signature. */
export const challengeSchema = z.strictObject({
  challenge: keyText,
  coordinator: keyText,
  signature: signatureText,
})
export type Challenge = z.infer<typeof challengeSchema>

export const signedFrameSchema = z.strictObject({
  counter: counterNumber,
  frame: z.string().max(MAX_FRAME_BYTES),
  signature: signatureText,
})
export type SignedFrame = z.infer<typeof signedFrameSchema>

/** The node holds every peer of this version, but for those that its own config refuses. */
export const acknowledgeFrame = z.strictObject({
  kind: z.literal('acknowledge'),
  version: counterNumber,
  refused: z.array(z.strictObject({ node: nodeId, reason: sentence })).max(256),
})

export const endpointsFrame = z.strictObject({ kind: z.literal('endpoints'), endpoints })

export const upFrame = z.discriminatedUnion('kind', [acknowledgeFrame, endpointsFrame])
export type UpFrame = z.infer<typeof upFrame>
