import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHex, encodeHex } from '../../../src/base/bytes.ts'
import { openBytes, sealBytes } from '../../../src/tunnel/wireguard/aead.ts'
import { nobleAead } from '../../../src/tunnel/wireguard/aead-noble.ts'
import { nodeAead } from '../../../src/tunnel/wireguard/aead-node.ts'
import { createSimdAead } from '../../../src/tunnel/wireguard/aead-simd.ts'
import type { Primitives } from '../../../src/tunnel/wireguard/primitives.ts'
import { noblePrimitives } from '../../../src/tunnel/wireguard/primitives-noble.ts'
import { nodePrimitives } from '../../../src/tunnel/wireguard/primitives-node.ts'

const backends = [nodePrimitives, noblePrimitives]
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })

test.each(backends)('$name: X25519 of RFC 7748, section 6.1', (crypto) => {
  const alice = crypto.importPrivateKey(
    decodeHex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a'),
  )
  const bob = crypto.importPrivateKey(
    decodeHex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'),
  )
  expect(encodeHex(crypto.publicOf(alice))).toBe(
    '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
  )
  const shared = crypto.agree(alice, crypto.importPublicKey(crypto.publicOf(bob)))
  expect(encodeHex(shared!)).toBe('4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742')
})

test.each(backends)('$name: a point of low order gives no shared secret', (crypto) => {
  const mine = crypto.importPrivateKey(new Uint8Array(32).fill(7))
  const lowOrder = [
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ]
  for (const point of lowOrder)
    expect(crypto.agree(mine, crypto.importPublicKey(decodeHex(point)))).toBeUndefined()
})

test('both implementations give the same bytes', () => {
  fc.assert(
    fc.property(bytes32, bytes32, fc.uint8Array({ maxLength: 200 }), (key, other, data) => {
      const [fromNode, fromNoble] = backends.map((crypto) => {
        const theirs = crypto.importPublicKey(crypto.publicOf(crypto.importPrivateKey(other)))
        const sealed = crypto.seal(key, data, other)
        return [
          crypto.agree(crypto.importPrivateKey(key), theirs)!,
          crypto.hash(key, data),
          crypto.hmac(key, data),
          expand(crypto, key, data),
          crypto.mac(key, data),
          sealed,
          crypto.open(key, sealed, other)!,
          crypto.sealExtended(key, other.subarray(0, 24), data, key),
        ].map(encodeHex)
      })
      expect(fromNode).toEqual(fromNoble)
    }),
    { numRuns: 40 },
  )
})

test.each(
  backends,
)('$name: the first output may take the place of the salt, and fewer outputs are the first ones', (crypto) => {
  const salt = new Uint8Array(32).fill(5)
  const input = new Uint8Array(32).fill(6)
  const all = expand(crypto, salt, input)
  const second = new Uint8Array(32)
  crypto.hkdf(salt, input, salt, second)
  expect(encodeHex(salt)).toBe(encodeHex(all.subarray(0, 32)))
  expect(encodeHex(second)).toBe(encodeHex(all.subarray(32, 64)))
})

/** Three outputs, joined. */
function expand(crypto: Primitives, salt: Uint8Array, input: Uint8Array): Uint8Array {
  const outputs = new Uint8Array(96)
  crypto.hkdf(salt, input, outputs.subarray(0, 32), outputs.subarray(32, 64), outputs.subarray(64))
  return outputs
}

test.each(backends)('$name: a changed tag, key or associated data does not open', (crypto) => {
  const key = new Uint8Array(32).fill(1)
  const associated = new Uint8Array(8).fill(2)
  const sealed = crypto.seal(key, new Uint8Array(20), associated)
  const changed = sealed.slice()
  changed[30]! ^= 1
  expect(crypto.open(key, sealed, associated)).toHaveLength(20)
  expect(crypto.open(key, changed, associated)).toBeUndefined()
  expect(crypto.open(new Uint8Array(32), sealed, associated)).toBeUndefined()
  expect(crypto.open(key, sealed, new Uint8Array(8))).toBeUndefined()
  expect(crypto.open(key, sealed.subarray(0, 12), associated)).toBeUndefined()
})

test('both data ciphers give the same bytes and refuse what the other refuses', () => {
  fc.assert(
    fc.property(
      bytes32,
      fc.uint8Array({ maxLength: 1_500 }),
      fc.integer({ min: 0, max: 0xffff_ffff }),
      (key, data, low) => {
        const sealed = [nodeAead, nobleAead].map((aead) => {
          return sealBytes(aead, aead.importKey(key), low, 9, data)
        })
        expect(encodeHex(sealed[0]!)).toBe(encodeHex(sealed[1]!))
        for (const aead of [nodeAead, nobleAead]) {
          const imported = aead.importKey(key)
          const [first = new Uint8Array(0)] = sealed
          const opened = openBytes(aead, imported, low, 9, first)
          expect(opened && encodeHex(opened)).toBe(encodeHex(data))
          expect(openBytes(aead, imported, low, 8, first)).toBeUndefined()
        }
      },
    ),
    { numRuns: 60 },
  )
})

test.each([
  nodeAead,
  nobleAead,
  createSimdAead(),
])('$name: a zeroed key seals nothing that the key would have opened', (aead) => {
  const key = new Uint8Array(32).fill(3)
  const zeroed = aead.importKey(key)
  zeroed.zero()
  let out: Uint8Array
  try {
    out = sealBytes(aead, zeroed, 0, 0, new Uint8Array(0))
  } catch {
    return
  }
  expect(openBytes(aead, aead.importKey(key), 0, 0, out)).toBeUndefined()
})
