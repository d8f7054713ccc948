/**
 * The key list (protocols §1): signed by the operator root, it says which online key has which role in
 * this epoch. `keyEpoch` comes from here and never from an approval.
 */
import * as z from 'zod'
import { encodeBase64, encodeUtf8 } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import type { Ed25519KeyPair, Ed25519PublicKey } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { parseTimestamp, type Timestamp } from '../base/time.ts'
import { decodeDocument } from './document.ts'
import { type Envelope, signEnvelope, verifyEnvelope } from './dsse.ts'
import { coordinatorIdOf, formatPublicKey, parsePublicKey, publicKeyPattern } from './keys.ts'
import { coordinatorIdText, counter, timestampText } from './vocabulary.ts'

export const KEY_LIST_PAYLOAD_TYPE = 'application/vnd.sallyport.key-list+json'
const MAX_KEY_LIST_BYTES = 8 * 1024

export const ONLINE_ROLES = ['control', 'approval', 'vsa', 'log', 'relay'] as const
export type OnlineRole = (typeof ONLINE_ROLES)[number]

export const keyListSchema = z.strictObject({
  version: z.literal(1),
  coordinator: coordinatorIdText,
  epoch: counter,
  /** Rises with each list, also within an epoch. */
  sequence: counter,
  notBefore: timestampText,
  notAfter: timestampText,
  keys: z.strictObject({
    control: z.string().regex(publicKeyPattern('control')),
    approval: z.string().regex(publicKeyPattern('approval')),
    vsa: z.string().regex(publicKeyPattern('vsa')),
    log: z.string().regex(publicKeyPattern('log')),
    relay: z.string().regex(publicKeyPattern('relay')),
  }),
})

export interface KeyList {
  readonly coordinatorId: string
  readonly epoch: number
  readonly sequence: number
  readonly notBefore: Timestamp
  readonly notAfter: Timestamp
  readonly keys: Readonly<Record<OnlineRole, Ed25519PublicKey>>
  /** The signed bytes, base64: two lists of one sequence that differ here are a fork. */
  readonly payload: string
}

export interface KeyListContent {
  readonly epoch: number
  readonly sequence: number
  readonly notBefore: string
  readonly notAfter: string
  readonly keys: Readonly<Record<OnlineRole, Ed25519PublicKey>>
}

/** @throws `CONFIG_INVALID` where two roles share a key */
export function signKeyList(content: KeyListContent, root: Ed25519KeyPair): Envelope {
  const list = decode(
    keyListSchema,
    {
      version: 1,
      coordinator: coordinatorIdOf(root.publicKey),
      ...content,
      keys: Object.fromEntries(ONLINE_ROLES.map((role) => [role, formatPublicKey(role, content.keys[role])])),
    },
    { source: 'the key list' },
  )
  refuseSharedKeys(content.keys)
  return signEnvelope(KEY_LIST_PAYLOAD_TYPE, encodeUtf8(JSON.stringify(list)), [root])
}

/**
 * Checks signature, type, schema and that the list is this root's; the window is the caller's to check
 * with {@link isCurrent}, because a list in an old file is judged by another clock than a new one.
 *
 * @throws `SIGNATURE_INVALID`, `CONFIG_INVALID`, `JSON_INVALID`
 */
export function verifyKeyList(envelope: Envelope, root: Ed25519PublicKey): KeyList {
  const payload = verifyEnvelope(envelope, [root])
  if (payload.payloadType !== KEY_LIST_PAYLOAD_TYPE) {
    throw new SallyportError('SIGNATURE_INVALID', {
      message: `the root signed a ${JSON.stringify(payload.payloadType)}, not a key list`,
    })
  }
  const limits = { source: 'the key list', maxBytes: MAX_KEY_LIST_BYTES, maxDepth: 4 }
  const list = decodeDocument(keyListSchema, payload.bytes, limits)
  if (list.coordinator !== coordinatorIdOf(root)) {
    throw new SallyportError('CONFIG_INVALID', {
      message: `the key list names another coordinator, ${list.coordinator}`,
    })
  }
  const keys = parseKeys(list.keys)
  refuseSharedKeys(keys)
  return {
    coordinatorId: list.coordinator,
    epoch: list.epoch,
    sequence: list.sequence,
    notBefore: parseTimestamp(list.notBefore),
    notAfter: parseTimestamp(list.notAfter),
    keys,
    payload: encodeBase64(payload.bytes),
  }
}

export function isCurrent(list: KeyList, now: Timestamp): boolean {
  return list.notBefore <= now && now < list.notAfter
}

/** What a list that was just verified is to the newest one that we knew. */
export function compareKeyLists(offered: KeyList, known: KeyList): 'newer' | 'same' | 'older' | 'forked' {
  if (offered.sequence === known.sequence) return offered.payload === known.payload ? 'same' : 'forked'
  if (offered.sequence < known.sequence) return offered.epoch > known.epoch ? 'forked' : 'older'
  return offered.epoch < known.epoch ? 'forked' : 'newer'
}

function parseKeys(keys: z.infer<typeof keyListSchema>['keys']): Record<OnlineRole, Ed25519PublicKey> {
  return {
    control: parsePublicKey('control', keys.control),
    approval: parsePublicKey('approval', keys.approval),
    vsa: parsePublicKey('vsa', keys.vsa),
    log: parsePublicKey('log', keys.log),
    relay: parsePublicKey('relay', keys.relay),
  }
}

/** A key with two roles would be accepted in another's place. */
function refuseSharedKeys(keys: Readonly<Record<OnlineRole, Ed25519PublicKey>>): void {
  const distinct = new Set(ONLINE_ROLES.map((role) => formatPublicKey('root', keys[role])))
  if (distinct.size !== ONLINE_ROLES.length) {
    throw new SallyportError('CONFIG_INVALID', { message: 'the key list gives one key two roles' })
  }
}
