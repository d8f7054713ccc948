/** Project Wycheproof's published vectors, as test/vectors/wycheproof.json keeps them (its head says whose they are). */
import { readFileSync } from 'node:fs'
import { decodeHex } from '../../src/base/bytes.ts'

export interface AgreementVector {
  readonly id: number
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
  /** All zero for a point of low order. */
  readonly shared: Uint8Array
}

export interface AeadVector {
  readonly id: number
  readonly key: Uint8Array
  readonly nonce: Uint8Array
  readonly associated: Uint8Array
  readonly message: Uint8Array
  /** Ciphertext and tag. */
  readonly sealed: Uint8Array
  readonly valid: boolean
}

export interface WycheproofVectors {
  readonly x25519: readonly AgreementVector[]
  readonly chacha20Poly1305: readonly AeadVector[]
  readonly xchacha20Poly1305: readonly AeadVector[]
}

type AgreementRow = [id: number, publicKey: string, privateKey: string, shared: string]
type AeadRow = [
  id: number,
  key: string,
  nonce: string,
  associated: string,
  message: string,
  ciphertext: string,
  tag: string,
  valid: boolean,
]

export function readWycheproof(): WycheproofVectors {
  const text = readFileSync(new URL('../vectors/wycheproof.json', import.meta.url), 'utf8')
  const file = JSON.parse(text) as {
    x25519: AgreementRow[]
    chacha20Poly1305: AeadRow[]
    xchacha20Poly1305: AeadRow[]
  }
  return {
    x25519: file.x25519.map(([id, publicKey, privateKey, shared]) => ({
      id,
      publicKey: decodeHex(publicKey),
      privateKey: decodeHex(privateKey),
      shared: decodeHex(shared),
    })),
    chacha20Poly1305: file.chacha20Poly1305.map(aeadVector),
    xchacha20Poly1305: file.xchacha20Poly1305.map(aeadVector),
  }
}

function aeadVector([id, key, nonce, associated, message, ciphertext, tag, valid]: AeadRow): AeadVector {
  return {
    id,
    key: decodeHex(key),
    nonce: decodeHex(nonce),
    associated: decodeHex(associated),
    message: decodeHex(message),
    sealed: decodeHex(ciphertext + tag),
    valid,
  }
}
