/** What a node knows of the mesh: itself, its peers, and the relays. Nobody receives more than that. */
import * as z from 'zod'
import { envelopeSchema } from '../../trust/dsse.ts'
import {
  applicationName,
  digestText,
  environmentName,
  issuerUrl,
  timestampText,
} from '../../trust/vocabulary.ts'
import {
  counterNumber,
  endpoints,
  ipText,
  keyText,
  machineKeyText,
  meshDomain,
  nodeId,
  nodeKind,
  nodeName,
  portNumber,
  signatureText,
  tags,
  tokenText,
  wireguardKeyText,
} from './vocabulary.ts'

export const leaseSchema = z.strictObject({ start: timestampText, end: timestampText })
export type Lease = z.infer<typeof leaseSchema>

export const selfSchema = z.strictObject({
  id: nodeId,
  kind: nodeKind,
  name: nodeName,
  /** Behind the names of all nodes: `web-1.mesh.example`. */
  domain: meshDomain,
  ipv4: ipText,
  ipv6: ipText,
  tags,
  applications: z.array(applicationName),
  /** Null for a person's node, which is of none. */
  environment: environmentName.nullable(),
  /** Null for a node that is there until it is revoked. */
  lease: leaseSchema.nullable(),
})
export type SelfNode = z.infer<typeof selfSchema>

/** First to last, both included. */
export const portRange = z.strictObject({ first: portNumber, last: portNumber })

/**
 * Whose node it is, for an agent to judge by itself: the session's key signed the node's two keys, and the
 * issuer's token names the session's key; or the person's own key signed them.
 */
export const personEvidence = z.strictObject({
  issuer: issuerUrl,
  subject: z.string().min(1).max(255),
  /** As it was signed: the lease ends no later. */
  notAfter: timestampText,
  sessionKey: keyText,
  signature: signatureText,
  /** Null where the coordinator made the login itself, so that its token proves nothing to others. */
  token: tokenText.nullable(),
  own: z.strictObject({ key: keyText, signature: signatureText }).nullable(),
})
export type PersonEvidence = z.infer<typeof personEvidence>

/** One permission to talk; `source` may open connections to `ports` of `target`. */
export const edgeSchema = z.strictObject({
  id: z.string().regex(/^e-[0-9a-f]{32}$/),
  direction: z.enum(['in', 'out']),
  ports: z.array(portNumber).max(64),
  /** Of a person's edge: what the rules open, whatever the agent listens on. Null for others. */
  ranges: z.array(portRange).max(64).nullable(),
  /** What the source is for; null where it is a person's. */
  application: applicationName.nullable(),
  environment: environmentName.nullable(),
  /** Digest of the approval that grants it. An edge of approval X may nudge and read the log of X only. */
  approval: digestText.nullable(),
  lease: leaseSchema.nullable(),
  /** The runner's token, for the agent to judge by itself; given to agents only. */
  token: tokenText.nullable(),
  /** Given to agents only. */
  person: personEvidence.nullable(),
})
export type Edge = z.infer<typeof edgeSchema>

export const peerSchema = z.strictObject({
  id: nodeId,
  kind: nodeKind,
  name: nodeName,
  wireguardKey: wireguardKeyText,
  machineKey: machineKeyText,
  ipv4: ipText,
  ipv6: ipText,
  endpoints,
  edges: z.array(edgeSchema).min(1).max(64),
})
export type Peer = z.infer<typeof peerSchema>

export const relaySchema = z.strictObject({
  id: keyText,
  /** `wss:` (or `ws:` on loopback). */
  url: z.url({ protocol: /^wss?$/ }).max(500),
  /** Host and port of its STUN responder, where it has one. */
  stun: z.string().max(300).nullable(),
  /** Digest of its certificate, where no authority is asked. */
  pin: digestText.nullable(),
})
export type Relay = z.infer<typeof relaySchema>

/** The whole map of a node. It may be used until `expiresAt`, ten minutes from its making. */
export const snapshotFrame = z.strictObject({
  kind: z.literal('snapshot'),
  version: counterNumber,
  expiresAt: timestampText,
  self: selfSchema,
  peers: z.array(peerSchema),
  relays: z.array(relaySchema).max(16),
})

/** What changed after `since`; a peer in `changed` replaces the peer of its id. */
export const deltaFrame = z.strictObject({
  kind: z.literal('delta'),
  since: counterNumber,
  version: counterNumber,
  expiresAt: timestampText,
  changed: z.array(peerSchema),
  removed: z.array(nodeId),
})

/**
 * What opens the relays of the map, for a stream that asked for it (`relay=1`): sent after the map whose peers it
 * names, and again when they change. Opaque to the node, which brings both to the relay as they are.
 */
export const relayTokenFrame = z.strictObject({
  kind: z.literal('relay-token'),
  token: envelopeSchema,
  /** Once for each stream, with its first token; null: as it was. */
  keyList: envelopeSchema.nullable(),
})
export type RelayTokenFrame = z.infer<typeof relayTokenFrame>

/** The last frame of a stream that the coordinator ends for good. */
export const endedFrame = z.strictObject({
  kind: z.literal('ended'),
  reason: z.enum(['revoked', 'suspended', 'lease-ended', 'session-ended', 'left', 'replaced', 'shutdown']),
})

export const downFrame = z.discriminatedUnion('kind', [
  snapshotFrame,
  deltaFrame,
  relayTokenFrame,
  endedFrame,
])
export type DownFrame = z.infer<typeof downFrame>
export type SnapshotFrame = z.infer<typeof snapshotFrame>
export type DeltaFrame = z.infer<typeof deltaFrame>
export type EndedReason = z.infer<typeof endedFrame>['reason']
