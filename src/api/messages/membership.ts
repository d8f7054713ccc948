/** How nodes come and go: enrolment, admission, leave; and what an admin sees and does. */
import * as z from 'zod'
import {
  applicationName,
  digestText,
  environmentName,
  issuerUrl,
  timestampText,
} from '../../trust/vocabulary.ts'
import { leaseSchema, peerSchema, relaySchema, selfSchema } from './network-map.ts'
import {
  endpoints,
  keyText,
  machineKeyText,
  nodeId,
  nodeName,
  portNumber,
  sentence,
  signatureText,
  tags,
  tokenText,
  wireguardKeyText,
} from './vocabulary.ts'

/** Prefixed, so that secret scanners know it. */
export const enrolmentSecret = z.string().regex(/^sallyport-enrol-v1:[A-Za-z0-9_-]{43}$/)

export const enrolRequest = z.strictObject({
  /** Null where a person approved these very keys. */
  secret: enrolmentSecret.nullable(),
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  /** Wished; a number is appended where it is taken. */
  name: nodeName,
  /** Where the agent listens in the mesh. */
  port: portNumber,
})
export type EnrolRequest = z.infer<typeof enrolRequest>
export const enrolReply = z.strictObject({ self: selfSchema })
export type EnrolReply = z.infer<typeof enrolReply>

export const admissionRequest = z.strictObject({
  token: tokenText,
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  application: applicationName,
  environment: environmentName,
  /** Digest of the approval it comes with. */
  approval: digestText.nullable(),
  endpoints,
})
export type AdmissionRequest = z.infer<typeof admissionRequest>

export const admissionReply = z.strictObject({
  self: selfSchema,
  lease: leaseSchema,
  peers: z.array(peerSchema),
  relays: z.array(relaySchema),
  /** Agents that did not answer in time; they may still come. */
  unacknowledged: z.array(nodeName),
  /** Agents whose own config refuses this runner. */
  refused: z.array(z.strictObject({ name: nodeName, reason: sentence })),
})
export type AdmissionReply = z.infer<typeof admissionReply>

/** A person's node, for as long as the session. */
export const personNodeRequest = z.strictObject({
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  /** Wished: the device's; it has its address again the next time. */
  name: nodeName,
  /** What was signed: the lease ends no later. */
  notAfter: timestampText,
  /** By the session's key, over both keys and `notAfter`. */
  signature: signatureText,
  /** By the person's own key over the same, for agents that ask for it. */
  own: z.strictObject({ key: keyText, signature: signatureText }).nullable(),
  endpoints,
})
export type PersonNodeRequest = z.infer<typeof personNodeRequest>
/** As a runner's. */
export const personNodeReply = admissionReply

export const nodeSummary = z.strictObject({
  ...selfSchema.shape,
  state: z.enum(['active', 'suspended']),
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  connected: z.boolean(),
  /** Whose node it is. */
  person: z.strictObject({ issuer: issuerUrl, subject: z.string().max(255), session: keyText }).nullable(),
  createdAt: timestampText,
})
export type NodeSummary = z.infer<typeof nodeSummary>
export const nodeList = z.strictObject({ nodes: z.array(nodeSummary) })

export const secretRequest = z.strictObject({
  tags,
  applications: z.array(applicationName).min(1).max(64),
  environment: environmentName,
  /** At most an hour. */
  lifetimeSeconds: z.int().min(1).max(3_600),
})
export type SecretRequest = z.infer<typeof secretRequest>
export const secretReply = z.strictObject({ secret: enrolmentSecret, expiresAt: timestampText })

/** By the fingerprint that the agent shows: of both its keys, so that no others fit. */
export const agentApprovalRequest = z.strictObject({ fingerprint: keyText, ...secretRequest.shape })
export type AgentApprovalRequest = z.infer<typeof agentApprovalRequest>
export const agentApprovalReply = z.strictObject({ expiresAt: timestampText })

export const nodePath = z.strictObject({ id: nodeId })
export const done = z.strictObject({ done: z.literal(true) })
export const keyPath = z.strictObject({ key: keyText })
