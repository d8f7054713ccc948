/**
 * What stands in the transparency log: ids, digests and enums, no free text, at most 65,535 bytes. One
 * JSON object per entry, keys in the order of its schema; the digests lead to the documents.
 */
import * as z from 'zod'
import { encodeUtf8 } from '../../base/bytes.ts'
import { decode } from '../../base/decode.ts'
import { SallyportError } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import {
  applicationName,
  digestText,
  environmentName,
  numericId,
  timestampText,
} from '../../trust/vocabulary.ts'
import { flowName } from './login.ts'
import { counterNumber, keyText, machineKeyText, nodeId, nodeName, wireguardKeyText } from './vocabulary.ts'

export const MAX_ENTRY_BYTES = 65_535

const at = { version: z.literal(1), at: timestampText }
const target = { application: applicationName, environment: environmentName }
/** An HMAC of issuer and subject, under a key of this person alone that can be deleted. */
const person = keyText
/** `keyid` of an operator key or of a session's person, as the log names one. */
const by = keyText
const node = { node: nodeId, machineKey: machineKeyText, wireguardKey: wireguardKeyText }
/** An issuer and ids of a workload; no person. */
const workload = {
  issuer: z.string().max(500),
  repositoryId: numericId.nullable(),
  runId: numericId.nullable(),
  runAttempt: numericId.nullable(),
}

export const logEntrySchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('key-list'),
    ...at,
    epoch: counterNumber,
    sequence: counterNumber,
    digest: digestText,
  }),
  z.strictObject({
    type: z.literal('environments'),
    ...at,
    revision: counterNumber,
    digest: digestText,
    /** `keyid` of the operator key. */
    by: keyText.optional(),
  }),
  z.strictObject({
    type: z.literal('access-rules'),
    ...at,
    revision: counterNumber,
    digest: digestText,
    by: keyText.nullable(),
  }),
  /** A pipeline pushed: what it brought, which may have been registered before. */
  z.strictObject({
    type: z.literal('policy-push'),
    ...at,
    ...workload,
    tokenDigest: digestText,
    environments: digestText.nullable(),
    access: digestText.nullable(),
  }),
  z.strictObject({
    type: z.literal('enrolment-secret'),
    ...at,
    hash: digestText,
    environment: environmentName,
  }),
  z.strictObject({
    type: z.literal('enrolment-approval'),
    ...at,
    /** Of the keys of the agent that may join. */
    fingerprint: keyText,
    environment: environmentName,
    by,
  }),
  z.strictObject({
    type: z.literal('enrolment'),
    ...at,
    ...node,
    name: nodeName,
    environment: environmentName,
  }),
  z.strictObject({
    type: z.literal('admission'),
    ...at,
    ...node,
    ...target,
    ...workload,
    tokenDigest: digestText,
    approval: digestText.nullable(),
    leaseStart: timestampText,
    leaseEnd: timestampText,
    agents: z.array(nodeId).max(1000),
  }),
  /** A person's own node joins, for as long as the session. */
  z.strictObject({
    type: z.literal('person-node'),
    ...at,
    ...node,
    person,
    session: keyText,
    leaseEnd: timestampText,
    agents: z.array(nodeId).max(1000),
  }),
  z.strictObject({
    type: z.literal('refusal'),
    ...at,
    ...workload,
    route: z.enum(['admission', 'submission', 'signing', 'push']),
    kind: z.string().max(40),
    rule: z.string().max(200).nullable(),
    claim: z.string().max(100).nullable(),
  }),
  /** Refusals of principals that match nobody we know, counted over a minute. */
  z.strictObject({ type: z.literal('refusals'), ...at, count: counterNumber }),
  z.strictObject({
    type: z.literal('approval'),
    ...at,
    ...target,
    approval: digestText,
    sequence: counterNumber,
    envelope: digestText,
  }),
  z.strictObject({ type: z.literal('approval-revoked'), ...at, ...target, approval: digestText }),
  z.strictObject({
    type: z.literal('receipt'),
    ...at,
    node: nodeId,
    approval: digestText,
    receipt: digestText,
    outcome: z.string().regex(/^[a-z-]{1,40}$/),
  }),
  z.strictObject({
    type: z.literal('node-end'),
    ...at,
    node: nodeId,
    reason: z.enum(['left', 'lease-ended', 'session-ended', 'revoked']),
  }),
  /** The operator root vouches for the log at this size, after agents saw it contradict itself. */
  z.strictObject({ type: z.literal('log-clearance'), ...at, size: counterNumber, digest: digestText }),
  /** A backup of this size was brought back; secrets and leases of before are void. */
  z.strictObject({ type: z.literal('restored'), ...at, size: counterNumber }),
  z.strictObject({
    type: z.literal('login'),
    ...at,
    person,
    issuer: z.string().max(500),
    /** `keyid` of the session's key. */
    session: keyText,
    flow: flowName,
  }),
  z.strictObject({
    type: z.literal('login-refused'),
    ...at,
    person,
    rule: z.string().max(200),
    claim: z.string().max(100),
  }),
  z.strictObject({ type: z.literal('logout'), ...at, person, session: keyText }),
  /** Somebody else ended a person's session. */
  z.strictObject({ type: z.literal('session-end'), ...at, person, session: keyText, by }),
  /** The key of the person's HMACs is gone: the entries about them lead to nobody. */
  z.strictObject({ type: z.literal('person-forgotten'), ...at, person: person.nullable(), by }),
  z.strictObject({ type: z.literal('first-admin'), ...at, person }),
  z.strictObject({
    type: z.literal('vote'),
    ...at,
    /** Null for one who never had a session: the vote itself says who. */
    person: person.nullable(),
    /** Digest of the statement or of the change of policy. */
    subject: digestText,
    by: z.enum(['login', 'key']),
  }),
  z.strictObject({ type: z.literal('vote-refused'), ...at, by, subject: digestText }),
  z.strictObject({
    type: z.literal('policy-change'),
    ...at,
    /** Of the document that people sign. */
    change: digestText,
    by: by.nullable(),
    environments: z.array(environmentName).max(64),
  }),
  z.strictObject({
    type: z.literal('freeze'),
    ...at,
    environment: environmentName,
    by,
    until: timestampText.nullable(),
  }),
  z.strictObject({ type: z.literal('unfreeze'), ...at, environment: environmentName, by }),
  z.strictObject({
    type: z.literal('break-glass'),
    ...at,
    environment: environmentName,
    by,
    until: timestampText,
    /** Of the reason, which the store holds. */
    reason: digestText,
  }),
  z.strictObject({ type: z.literal('break-glass-end'), ...at, environment: environmentName, by }),
  z.strictObject({ type: z.literal('node-suspended'), ...at, node: nodeId }),
  z.strictObject({ type: z.literal('node-resumed'), ...at, node: nodeId }),
])
export type LogEntry = z.infer<typeof logEntrySchema>

/** @throws `LIMIT_EXCEEDED`; `CONFIG_INVALID` where the entry does not fit its schema */
export function emitLogEntry(entry: LogEntry): Uint8Array {
  const bytes = encodeUtf8(JSON.stringify(decode(logEntrySchema, entry, { source: 'the log entry' })))
  if (bytes.length > MAX_ENTRY_BYTES) {
    throw new SallyportError('LIMIT_EXCEEDED', {
      message: `a log entry has ${bytes.length} bytes, at most ${MAX_ENTRY_BYTES} fit`,
    })
  }
  return bytes
}

/** @throws `JSON_INVALID`, `LIMIT_EXCEEDED`, `CONFIG_INVALID` */
export function parseLogEntry(bytes: Uint8Array): LogEntry {
  const value = parseStrictJson(bytes, { source: 'the log entry', maxBytes: MAX_ENTRY_BYTES, maxDepth: 4 })
  return decode(logEntrySchema, value, { source: 'the log entry' })
}
