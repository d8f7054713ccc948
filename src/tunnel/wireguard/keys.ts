/** X25519 keys of nodes, each role a type of its own, and WireGuard's text form (canonical base64). */
import { decodeBase64, encodeBase64 } from '../../base/bytes.ts'
import { SallyportError } from '../../base/errors.ts'
import { Secret } from '../../base/secret.ts'

declare const role: unique symbol
type Bytes32<Role extends string> = Uint8Array & { readonly [role]: Role }

export type PublicKey = Bytes32<'wireguard-public'>
export type PrivateKey = Secret<Bytes32<'wireguard-private'>>
export type PresharedKey = Secret<Bytes32<'wireguard-preshared'>>

/** A public key as text: the name of a peer in maps and outputs. */
export type PeerId = string & { readonly [role]: 'peer-id' }

export function publicKey(bytes: Uint8Array): PublicKey {
  return checked(bytes, 'public key') as PublicKey
}

export function privateKey(bytes: Uint8Array): PrivateKey {
  return new Secret(checked(bytes, 'private key') as Bytes32<'wireguard-private'>)
}

export function presharedKey(bytes: Uint8Array): PresharedKey {
  return new Secret(checked(bytes, 'preshared key') as Bytes32<'wireguard-preshared'>)
}

export function peerId(key: PublicKey): PeerId {
  return encodeBase64(key) as PeerId
}

/** Reads a key as `wg` writes it: 44 characters of base64. @throws `KEY_INVALID`, never quoting the text. */
export function parseKeyText(text: string, what: string): Uint8Array {
  try {
    // 44 characters without padding are 33 bytes.
    const bytes = text.length === 44 ? decodeBase64(text) : undefined
    if (bytes?.length === 32) return bytes
  } catch {
    // The decoder's message would quote the text, which may be a secret.
  }
  throw new SallyportError('KEY_INVALID', {
    message: `the ${what} is not a WireGuard key`,
    help: 'a key is 44 characters of base64, as "wg genkey" prints it',
  })
}

function checked(bytes: Uint8Array, what: string): Uint8Array {
  if (bytes.length === 32) return bytes
  throw new SallyportError('KEY_INVALID', { message: `a ${what} has 32 bytes, not ${bytes.length}` })
}
