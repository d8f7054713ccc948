/**
 * Who calls: the key that signed the request (RFC 9421), looked up among nodes and admins, or named by
 * the body that it brings. A nonce is stored after the signature verified, per key, in the shared store.
 */

import type { Caller } from '../../api/route-table.ts'
import { decodeBase64url } from '../../base/bytes.ts'
import type { Ed25519PublicKey } from '../../base/ed25519.ts'
import {
  NONCE_LIFETIME,
  peekRequestKeyId,
  type SignatureRefusalCode,
  verifyRequest,
} from '../../trust/http-signature.ts'
import { keyIdOf } from '../../trust/keys.ts'
import type { CoordinatorContext } from '../context.ts'
import { findSession, judgeSession, type PersonSession } from '../logins/session.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { NodeRecord } from '../store/records.ts'
import type { ReceivedRequest } from './received-request.ts'

export const REQUESTS_PER_MINUTE = 600

export type IdentifiedCaller =
  | { readonly kind: 'anybody' }
  | { readonly kind: 'holder'; readonly machineKey: string }
  | { readonly kind: 'node'; readonly node: NodeRecord }
  | { readonly kind: 'admin'; readonly keyId: string }
  | { readonly kind: 'person'; readonly session: PersonSession }

/** Who signed with a key that we know; what it says of itself is asked once the signature verified. */
interface Candidate {
  readonly key: Ed25519PublicKey
  readonly identify: () => IdentifiedCaller | Promise<IdentifiedCaller>
}

/**
 * @param claimedKey the machine key that the request names for itself, for routes of a `holder`
 * @throws RequestRefusal
 */
export async function identifyCaller(
  context: CoordinatorContext,
  request: ReceivedRequest,
  callers: readonly Caller[],
  claimedKey: () => Promise<string | undefined>,
): Promise<IdentifiedCaller> {
  if (callers.includes('anybody')) return { kind: 'anybody' }
  const keyId = peekRequestKeyId(request.headers)
  if (keyId === undefined) throw unsigned()
  const candidate = await findCandidate(context, keyId, callers, claimedKey)
  if (!candidate) throw new RequestRefusal('untrusted', { message: 'untrusted' })
  const nonce = checkSignature(context, request, candidate.key)
  await consumeNonce(context, keyId, nonce)
  const caller = await candidate.identify()
  refuseState(caller)
  refuseCaller(caller, callers)
  return caller
}

async function findCandidate(
  context: CoordinatorContext,
  keyId: string,
  callers: readonly Caller[],
  claimedKey: () => Promise<string | undefined>,
): Promise<Candidate | undefined> {
  if (callers.includes('holder')) {
    const machineKey = await claimedKey()
    if (machineKey === undefined) return undefined
    const key = decodeBase64url(machineKey) as Ed25519PublicKey
    return keyIdOf(key) === keyId ? { key, identify: () => ({ kind: 'holder', machineKey }) } : undefined
  }
  const admin = context.identity.admins.find((key) => keyIdOf(key) === keyId)
  if (admin) return { key: admin, identify: () => ({ kind: 'admin', keyId }) }
  return context.store.read(async (tx) => {
    const node = await tx.nodes.findByKeyId(keyId)
    if (node) {
      return {
        key: decodeBase64url(node.machineKey) as Ed25519PublicKey,
        identify: () => ({ kind: 'node', node }) as const,
      }
    }
    const session = await findSession(tx, keyId)
    return (
      session && {
        key: decodeBase64url(session.sessionKey) as Ed25519PublicKey,
        identify: () => identifyPerson(context, session),
      }
    )
  })
}

/** By the configuration of now. @throws RequestRefusal `login-required`, `refused` */
async function identifyPerson(
  context: CoordinatorContext,
  session: NonNullable<Awaited<ReturnType<typeof findSession>>>,
): Promise<IdentifiedCaller> {
  const now = context.clock.now()
  return context.store.read(async (tx) => {
    const file = (await context.environments(tx))?.file
    return { kind: 'person', session: await judgeSession(tx, file, session, now) }
  })
}

/** @returns the nonce */
function checkSignature(
  context: CoordinatorContext,
  { method, targetUri, body, headers }: ReceivedRequest,
  publicKey: Ed25519PublicKey,
): string {
  const { coordinatorId } = context.identity
  const now = context.clock.now()
  const judgement = verifyRequest({ method, targetUri, body }, headers, { publicKey, coordinatorId, now })
  if (judgement.kind === 'verified') return judgement.nonce
  throw signatureRefusal(judgement.code, targetUri)
}

function signatureRefusal(code: SignatureRefusalCode, targetUri: string): RequestRefusal {
  if (code === 'missing') return unsigned()
  if (code === 'skew') {
    return new RequestRefusal('skew', {
      message: 'the request was signed more than 60 s before or after the time here',
      help: 'set the clock; the time here stands in this reply',
    })
  }
  const why: Readonly<Record<Exclude<SignatureRefusalCode, 'missing' | 'skew'>, string>> = {
    malformed: 'the signature headers are not of the form that Sallyport uses',
    coordinator: 'the request was signed for another coordinator',
    key: 'the request was signed by another key than it names',
    digest: 'the content-digest is not that of the body',
    signature: `the signature does not verify; it must cover ${targetUri}`,
  }
  return new RequestRefusal('signature-invalid', { message: why[code] })
}

async function consumeNonce(context: CoordinatorContext, keyId: string, nonce: string): Promise<void> {
  const limits = { keepMs: NONCE_LIFETIME, perMinute: REQUESTS_PER_MINUTE }
  const now = context.clock.now()
  const result = await context.store.writeApart('nonce', (tx) => tx.nonces.consume(keyId, nonce, now, limits))
  if (result === 'used')
    throw new RequestRefusal('replayed', { message: 'this very request was received before' })
  if (result === 'too-many') {
    throw new RequestRefusal('too-many', {
      message: `a key may sign ${REQUESTS_PER_MINUTE} requests a minute`,
    })
  }
}

/** Said only after the signature verified: a stranger does not learn which keys were revoked. */
function refuseState(caller: IdentifiedCaller): void {
  if (caller.kind !== 'node' || caller.node.state === 'active') return
  if (caller.node.state === 'suspended') {
    throw new RequestRefusal('suspended', {
      message: 'this node is suspended: its machine key was used by two sessions at once',
      help: 'ask an operator: sallyport nodes list, then nodes resume or nodes revoke',
    })
  }
  throw new RequestRefusal('revoked', { message: `this node has ${ENDED[caller.node.state]}` })
}

const ENDED = {
  revoked: 'been revoked',
  left: 'left the mesh',
  ended: 'reached the end of its lease',
} as const

function refuseCaller(caller: IdentifiedCaller, callers: readonly Caller[]): void {
  const kinds = kindsOf(caller)
  if (kinds.some((kind) => callers.includes(kind))) return
  throw new RequestRefusal('forbidden', {
    message: `callers of kind ${kinds.join(', ')} may not call this route`,
    ...(caller.kind === 'person' ? { help: `it is for: ${callers.join(', ')}` } : {}),
  })
}

function kindsOf(caller: IdentifiedCaller): readonly Caller[] {
  if (caller.kind === 'person') return caller.session.roles
  return [caller.kind === 'node' ? caller.node.kind : caller.kind]
}

function unsigned(): RequestRefusal {
  return new RequestRefusal('signature-required', {
    message: 'this route wants a request that is signed with HTTP Message Signatures (RFC 9421)',
  })
}
