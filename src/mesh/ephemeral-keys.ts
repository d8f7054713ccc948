/**
 * Key pairs for handshakes, drawn by OpenSSL itself: to import random bytes and to ask for their public key is three
 * calls, in which `node:crypto` finds by exception, four times, that bytes are no key yet.
 */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { EphemeralKeys } from '../tunnel/wireguard/handshake.ts'
import { hasRawKeys, publicKeyOfDer } from '../tunnel/wireguard/x25519-encoding.ts'

/** OpenSSL holds it. */
const NO_BYTES = new Uint8Array(0)
const ENCODING = { publicKeyEncoding: { format: 'raw-public' } } as const

const ENCODING_OF_OLDER = { publicKeyEncoding: { format: 'der', type: 'spki' } } as const

// Node 24.15 writes raw keys; the declarations of its types do not know it.
const generate = generateKeyPairSync as unknown as (
  type: 'x25519',
  options: typeof ENCODING | typeof ENCODING_OF_OLDER,
) => { readonly publicKey: Buffer; readonly privateKey: KeyObject }

/** As `nodePrimitives` takes them. */
export function drawEphemeral(): EphemeralKeys {
  const isRaw = hasRawKeys()
  const { publicKey, privateKey } = generate('x25519', isRaw ? ENCODING : ENCODING_OF_OLDER)
  const handle = { bytes: NO_BYTES, handle: privateKey }
  return { privateKey: handle, publicKey: isRaw ? publicKey : publicKeyOfDer(publicKey) }
}
