/**
 * Audiences and nonces that bind a token to what it is for (protocols §3 and §5): the token alone is
 * worth nothing, and one token fits one statement.
 */
import { encodeBase64url } from '../base/bytes.ts'
import { labelledHash } from '../base/digest.ts'

const NO_APPROVAL = new Uint8Array(32)

export interface AdmissionBinding {
  readonly coordinatorId: string
  /** 32 bytes, X25519. */
  readonly wireguardKey: Uint8Array
  /** 32 bytes, Ed25519. */
  readonly machineKey: Uint8Array
  /** 32 bytes; absent where the admission has no approval yet. */
  readonly approvalDigest?: Uint8Array | undefined
}

/** The audience of the token with which a runner asks to be admitted, or submits a verdict. */
export function admissionAudience(binding: AdmissionBinding): string {
  const { coordinatorId, wireguardKey, machineKey, approvalDigest = NO_APPROVAL } = binding
  const hash = labelledHash('sallyport/admission/v1', wireguardKey, machineKey, approvalDigest)
  return `sallyport:${coordinatorId}:${encodeBase64url(hash)}`
}

/** What an agent shows, and a person approves: of both its keys, so that no others can take their place. */
export function enrolmentFingerprint(machineKey: Uint8Array, wireguardKey: Uint8Array): string {
  return encodeBase64url(labelledHash('sallyport/enrolment/v1', machineKey, wireguardKey))
}

/** The audience of the token that vouches for these statement bytes and no others. */
export function approvalAudience(coordinatorId: string, statementBytes: Uint8Array): string {
  return `sallyport:${coordinatorId}:${encodeBase64url(labelledHash('sallyport/approval/v1', statementBytes))}`
}

/** The `nonce` of the login with which a person approves these statement bytes. */
export function personNonce(statementBytes: Uint8Array): string {
  return encodeBase64url(labelledHash('sallyport/person/v1', statementBytes))
}

export interface PushBinding {
  readonly coordinatorId: string
  /** SHA-256 of each file that is pushed, 32 bytes; absent where it is not. */
  readonly environments: Uint8Array | undefined
  readonly access: Uint8Array | undefined
  /** What a person would have to say. */
  readonly acceptLockOut: boolean
}

/** The audience of the token with which a pipeline pushes these very files. */
export function pushAudience({ coordinatorId, environments, access, acceptLockOut }: PushBinding): string {
  const none = new Uint8Array()
  const hash = labelledHash(
    'sallyport/push/v1',
    environments ?? none,
    access ?? none,
    acceptLockOut ? 'accept-lock-out' : '',
  )
  return `sallyport:${coordinatorId}:${encodeBase64url(hash)}`
}

export interface PersonNode {
  readonly coordinatorId: string
  /** 32 bytes, X25519. */
  readonly wireguardKey: Uint8Array
  /** 32 bytes, Ed25519. */
  readonly machineKey: Uint8Array
  /** The lease may end no later; as the timestamp is written. */
  readonly notAfter: string
}

/** What a person's session key, or the person's own key, signs to say: this node is mine, until then. */
export function personNodeBytes({
  coordinatorId,
  wireguardKey,
  machineKey,
  notAfter,
}: PersonNode): Uint8Array {
  return labelledHash('sallyport/person-node/v1', coordinatorId, wireguardKey, machineKey, notAfter)
}

/** The `nonce` of the login that makes this key a session's: the token is worth nothing to anybody else. */
export function sessionNonce(coordinatorId: string, sessionKey: Uint8Array): string {
  return encodeBase64url(labelledHash('sallyport/session/v1', coordinatorId, sessionKey))
}
