import { expect, test } from 'vitest'
import { encodeHex } from '../../src/base/bytes.ts'
import { drawEphemeral } from '../../src/mesh/ephemeral-keys.ts'
import { noblePrimitives } from '../../src/tunnel/wireguard/primitives-noble.ts'
import { nodePrimitives } from '../../src/tunnel/wireguard/primitives-node.ts'

test('both sides of a drawn key pair agree with what the reference agrees on', () => {
  const drawn = drawEphemeral()
  const bytes = Uint8Array.from({ length: 32 }, (_, index) => index + 1)
  const theirs = nodePrimitives.publicOf(nodePrimitives.importPrivateKey(bytes))
  const ours = nodePrimitives.agree(drawn.privateKey, nodePrimitives.importPublicKey(theirs))
  const reference = noblePrimitives.agree(
    noblePrimitives.importPrivateKey(bytes),
    noblePrimitives.importPublicKey(drawn.publicKey),
  )
  expect(encodeHex(ours!)).toBe(encodeHex(reference!))
})

test('no two are the same', () => {
  const keys = Array.from({ length: 50 }, () => encodeHex(drawEphemeral().publicKey))
  expect(new Set(keys).size).toBe(50)
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/)
})
