/**
 * Signing keys with a role. Each key's text names its role, and a key is read only in the role that it
 * was made for, so that none is accepted in another's place (protocols §1).
 *
 *     sallyport-<role>-public-v1:<base64url of 32 bytes>
 *     sallyport-<role>-secret-v1:<base64url of 32 bytes, the seed>
 */
import { decodeBase64url, encodeBase64url } from '../base/bytes.ts'
import { sha256 } from '../base/digest.ts'
import {
  type Ed25519KeyPair,
  type Ed25519PrivateKey,
  type Ed25519PublicKey,
  ed25519KeyPair,
} from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'

export const KEY_ROLES = [
  'root',
  'control',
  'approval',
  'vsa',
  'log',
  'relay',
  'machine',
  'operator',
  'person',
] as const
export type KeyRole = (typeof KEY_ROLES)[number]

/** For schemas; the value is checked again by {@link parsePublicKey}. */
export function publicKeyPattern(role: KeyRole): RegExp {
  return new RegExp(`^sallyport-${role}-public-v1:[A-Za-z0-9_-]{43}$`)
}

/** base64url(SHA-256(public key)): names a key in `keyid` fields; of a root it is the coordinator id. */
export function keyIdOf(publicKey: Uint8Array): string {
  return encodeBase64url(sha256(publicKey))
}

/** base64url(SHA-256(root public key)). */
export function coordinatorIdOf(rootPublicKey: Ed25519PublicKey): string {
  return keyIdOf(rootPublicKey)
}

export function formatPublicKey(role: KeyRole, publicKey: Ed25519PublicKey): string {
  return `sallyport-${role}-public-v1:${encodeBase64url(publicKey)}`
}

/** @throws `KEY_INVALID` for another role, or anything but one public key. */
export function parsePublicKey(role: KeyRole, text: string): Ed25519PublicKey {
  return parseKey(role, 'public', text) as Ed25519PublicKey
}

/** The content of a key file: a comment that says what the file may do, and the key. */
export function emitKeyFile(role: KeyRole, privateKey: Ed25519PrivateKey): string {
  return [
    `# Sallyport ${role} key, secret. Whoever reads this file can sign in its name.`,
    `sallyport-${role}-secret-v1:${encodeBase64url(privateKey.reveal())}`,
    '',
  ].join('\n')
}

/** @throws `KEY_INVALID`; the message never quotes the content. */
export function parseKeyFile(role: KeyRole, text: string, source: string): Ed25519KeyPair {
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
  if (lines.length !== 1) {
    throw new SallyportError('KEY_INVALID', {
      message: `${source} holds ${lines.length} lines that are no comments, a key file has one`,
      help: 'make a key with: sallyport key new --out FILE',
    })
  }
  return ed25519KeyPair(parseKey(role, 'secret', lines[0]!, source))
}

function parseKey(role: KeyRole, half: 'public' | 'secret', text: string, source?: string): Uint8Array {
  const where = source === undefined ? '' : `${source}: `
  const prefix = `sallyport-${role}-${half}-v1:`
  if (!text.startsWith(prefix)) {
    const found = /^sallyport-([a-z]{1,16})-(public|secret)-v1:/.exec(text)
    const what = found ? `this is a ${found[1]} ${found[2]} key` : 'this is no Sallyport key'
    throw new SallyportError('KEY_INVALID', {
      message: `${where}${what}, not the ${role} ${half} key that belongs here`,
      help: `a ${role} ${half} key starts with ${prefix}`,
    })
  }
  try {
    const bytes = decodeBase64url(text.slice(prefix.length))
    if (bytes.length === 32) return bytes
  } catch {
    // The text could be a secret: neither it nor the decoder's message, which quotes it, is shown.
  }
  throw new SallyportError('KEY_INVALID', {
    message: `${where}the ${role} ${half} key is not 43 characters of base64url`,
  })
}
