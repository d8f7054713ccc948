/** The module of BLAKE2s by itself: what its memory holds after a call. Its digests are in `wireguard/blake2s.test`. */
import { expect, test } from 'vitest'
import { encodeHex } from '../../../src/base/bytes.ts'
import { assembledBlake2s } from '../../../src/tunnel/cipher/assembled-blake2s.ts'
import {
  DIGEST_AT,
  DIGEST_MEMORY_IMPORT,
  HMAC_KEY_AT,
  INPUT_AT,
  INPUT_MAX,
  OUTPUTS_AT,
} from '../../../src/tunnel/cipher/blake2s-layout.ts'
import { engine } from '../../../src/tunnel/cipher/webassembly.ts'

const object = new engine.Memory({ initial: 1 })
const imports = { [DIGEST_MEMORY_IMPORT.module]: { [DIGEST_MEMORY_IMPORT.name]: object } }
const module = new engine.Instance(new engine.Module(assembledBlake2s()), imports).exports as {
  readonly hash: (length: number, parameter: number) => void
  readonly hmac: (length: number) => void
  readonly hkdf: (length: number, count: number) => void
}
const memory = new Uint8Array(object.buffer)
const lengths = [0, 1, 16, 17, 63, 64, 65, 128, 200, INPUT_MAX]

test('the module is valid, and the same each time', () => {
  expect(engine.validate(assembledBlake2s())).toBe(true)
  expect(encodeHex(assembledBlake2s())).toBe(encodeHex(assembledBlake2s()))
})

test.each(lengths)('of %d bytes nothing but the digest is left', (length) => {
  memory.fill(0xa5, INPUT_AT, INPUT_AT + length)
  module.hash(length, 0x0101_0020)
  expect(encodeHex(memory.subarray(DIGEST_AT, DIGEST_AT + 32))).not.toMatch(/^0+$/)
  memory.fill(0, DIGEST_AT, DIGEST_AT + 32)
  expect(memory.every((byte) => byte === 0)).toBe(true)
})

test.each(lengths)('of an HMAC of %d bytes neither key nor input is left', (length) => {
  memory.fill(0x5a, HMAC_KEY_AT, HMAC_KEY_AT + 64)
  memory.fill(0xa5, INPUT_AT, INPUT_AT + length)
  module.hmac(length)
  memory.fill(0, DIGEST_AT, DIGEST_AT + 32)
  expect(memory.every((byte) => byte === 0)).toBe(true)
})

test.each([1, 2, 3])('of HKDF nothing but its %d outputs is left', (count) => {
  memory.fill(0x5a, HMAC_KEY_AT, HMAC_KEY_AT + 64)
  memory.fill(0xa5, INPUT_AT, INPUT_AT + 70)
  module.hkdf(70, count)
  const outputs = memory.slice(OUTPUTS_AT, OUTPUTS_AT + 96)
  expect(outputs.subarray(0, 32 * count).some((byte) => byte !== 0)).toBe(true)
  expect(outputs.subarray(32 * count).every((byte) => byte === 0)).toBe(true)
  memory.fill(0, OUTPUTS_AT, OUTPUTS_AT + 32 * count)
  memory.fill(0, DIGEST_AT, DIGEST_AT + 32)
  expect(memory.every((byte) => byte === 0)).toBe(true)
})
