/** What a node knows of the mesh: itself, its peers, and the relays. Nobody receives more than that. */
import * as z from 'zod'
import { applicationName, digestText, environmentName, timestampText } from '../../trust/vocabulary.ts'
import {
  counterNumber,
  endpoints,
  ipText,
  keyText,
  machineKeyText,
  meshDomain,
  nodeId,
  nodeName,
  portNumber,
  tags,
  tokenText,
  wireguardKeyText,
} from './vocabulary.ts'

export const leaseSchema = z.strictObject({ start: timestampText, end: timestampText })
export type Lease = z.infer<typeof leaseSchema>

export const selfSchema = z.strictObject({
  id: nodeId,
  kind: z.enum(['agent', 'runner']),
  name: nodeName,
  /** Behind the names of all nodes: `web-1.mesh.example`. */
  domain: meshDomain,
  ipv4: ipText,
  ipv6: ipText,
  tags,
  applications: z.array(applicationName),
  environment: environmentName,
  /** Null for a node that is there until it is revoked. */
  lease: leaseSchema.nullable(),
})
export type SelfNode = z.infer<typeof selfSchema>

/** One permission to talk; `source` may open connections to `ports` of `target`. */
export const edgeSchema = z.strictObject({
  id: z.string().regex(/^e-[0-9a-f]{32}$/),
  direction: z.enum(['in', 'out']),
  ports: z.array(portNumber).max(64),
  application: applicationName,
  environment: environmentName,
  /** Digest of the approval that grants it. An edge of approval X may nudge and read the log of X only. */
  approval: digestText.nullable(),
  lease: leaseSchema.nullable(),
  /** The runner's token, for the agent to judge by itself; given to agents only. */
  token: tokenText.nullable(),
})
export type Edge = z.infer<typeof edgeSchema>

export const peerSchema = z.strictObject({
  id: nodeId,
  kind: z.enum(['agent', 'runner']),
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

/** The last frame of a stream that the coordinator ends for good. */
export const endedFrame = z.strictObject({
  kind: z.literal('ended'),
  reason: z.enum(['revoked', 'suspended', 'lease-ended', 'left', 'replaced', 'shutdown']),
})

export const downFrame = z.discriminatedUnion('kind', [snapshotFrame, deltaFrame, endedFrame])
export type DownFrame = z.infer<typeof downFrame>
export type SnapshotFrame = z.infer<typeof snapshotFrame>
export type DeltaFrame = z.infer<typeof deltaFrame>
export type EndedReason = z.infer<typeof endedFrame>['reason']
