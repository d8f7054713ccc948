/** The handshake's primitives over Project Wycheproof's vectors, by both implementations. */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { expect, test } from 'vitest'
import { equalBytes } from '../../../src/base/bytes.ts'
import { openShort, sealShort } from '../../../src/tunnel/wireguard/chacha20-poly1305.ts'
import { noblePrimitives } from '../../../src/tunnel/wireguard/primitives-noble.ts'
import { nodePrimitives } from '../../../src/tunnel/wireguard/primitives-node.ts'
import { type AeadVector, readWycheproof } from '../../support/wycheproof.ts'

const vectors = readWycheproof()
const backends = [nodePrimitives, noblePrimitives]
const isZero = (bytes: Uint8Array) => bytes.every((byte) => byte === 0)

test('the vectors are all there', () => {
  expect(vectors.x25519).toHaveLength(518)
  expect(vectors.chacha20Poly1305).toHaveLength(325)
  expect(vectors.xchacha20Poly1305).toHaveLength(315)
})

test.each(backends)('$name: X25519 gives the shared secret, and none where it is all zero', (crypto) => {
  const wrong = vectors.x25519.filter(({ privateKey, publicKey, shared }) => {
    const mine = crypto.importPrivateKey(privateKey.slice())
    const agreed = crypto.agree(mine, crypto.importPublicKey(publicKey))
    return isZero(shared) ? agreed !== undefined : !agreed || !equalBytes(agreed, shared)
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
  expect(vectors.x25519.filter(({ shared }) => isZero(shared)).length).toBeGreaterThan(20)
})

interface NoncedCipher {
  readonly name: string
  seal(vector: AeadVector): Uint8Array
  open(vector: AeadVector): Uint8Array | undefined
}

const ciphers: NoncedCipher[] = [
  {
    name: 'node',
    seal: ({ key, nonce, message, associated }) => sealShort(key, nonce, message, associated),
    open: ({ key, nonce, sealed, associated }) => openShort(key, nonce, sealed, associated),
  },
  {
    name: 'noble',
    seal: ({ key, nonce, message, associated }) => chacha20poly1305(key, nonce, associated).encrypt(message),
    open: ({ key, nonce, sealed, associated }) => chacha20poly1305(key, nonce, associated).decrypt(sealed),
  },
]

/** The handshake's nonce is 0, the vectors' are not: below the seam they are held to them, and the seam to noble. */
test.each(
  ciphers,
)('$name: ChaCha20-Poly1305 gives the bytes, and opens nothing that is invalid', (cipher) => {
  const wrong = vectors.chacha20Poly1305.filter((vector) => {
    return !isRight(
      vector,
      () => cipher.seal(vector),
      () => cipher.open(vector),
    )
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
})

test.each(
  backends,
)('$name: ChaCha20-Poly1305 with nonce 0 is that of noble for each key and message', (crypto) => {
  const zero = new Uint8Array(12)
  const wrong = vectors.chacha20Poly1305.filter(({ key, associated, message }) => {
    const expected = chacha20poly1305(key, zero, associated).encrypt(message)
    const opened = crypto.open(key, expected, associated)
    const changed = expected.with(-1, expected.at(-1)! ^ 0x80)
    return !(
      equalBytes(crypto.seal(key, message, associated), expected) &&
      opened &&
      equalBytes(opened, message) &&
      crypto.open(key, changed, associated) === undefined
    )
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
})

test.each(
  backends,
)('$name: XChaCha20-Poly1305 gives the bytes, and opens nothing that is invalid', (crypto) => {
  const wrong = vectors.xchacha20Poly1305.filter((vector) => {
    const { key, nonce, associated, message, sealed } = vector
    return !isRight(
      vector,
      () => crypto.sealExtended(key, nonce, message, associated),
      () => crypto.openExtended(key, nonce, sealed, associated),
    )
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
})

/** An invalid vector has a changed tag, or a nonce of a wrong length. */
function isRight(vector: AeadVector, seal: () => Uint8Array, open: () => Uint8Array | undefined): boolean {
  const opened = orNothing(open)
  if (!vector.valid) return opened === undefined
  const sealed = orNothing(seal)
  return (
    sealed !== undefined &&
    equalBytes(sealed, vector.sealed) &&
    opened !== undefined &&
    equalBytes(opened, vector.message)
  )
}

function orNothing(run: () => Uint8Array | undefined): Uint8Array | undefined {
  try {
    return run()
  } catch {
    // noble refuses by an error what the seam answers with nothing.
    return undefined
  }
}
