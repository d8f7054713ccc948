/** Our own ChaCha20-Poly1305 in WebAssembly, by RFC 8439 and against `node:crypto`. */
import { createCipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, decodeHex, encodeHex } from '../../../src/base/bytes.ts'
import { OWN_SIZE } from '../../../src/tunnel/cipher/memory-layout.ts'
import { RawCipher } from './raw-cipher.ts'

const cipher = new RawCipher()
const none = new Uint8Array(0)

test('RFC 8439, section 2.8.2: the example is sealed and opened', () => {
  const key = Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index)
  const nonce = decodeHex('070000004041424344454647')
  const associated = decodeHex('50515253c0c1c2c3c4c5c6c7')
  const message = Buffer.from(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  )
  const sealed = cipher.seal(key, nonce, associated, message)
  expect(encodeHex(sealed)).toBe(
    'd31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6' +
      '3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36' +
      '92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc' +
      '3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691',
  )
  expect(cipher.open(key, nonce, associated, sealed)).toEqual(new Uint8Array(message))
})

test('RFC 8439, appendix A.5: the example is opened', () => {
  const sealed = decodeHex(
    '64a0861575861af460f062c79be643bd5e805cfd345cf389f108670ac76c8cb2' +
      '4c6cfc18755d43eea09ee94e382d26b0bdb7b73c321b0100d4f03b7f355894cf' +
      '332f830e710b97ce98c8a84abd0b948114ad176e008d33bd60f982b1ff37c855' +
      '9797a06ef4f0ef61c186324e2b3506383606907b6a7c02b0f9f6157b53c867e4' +
      'b9166c767b804d46a59b5216cde7a4e99040c5a40433225ee282a1b0a06c523e' +
      'af4534d7f83fa1155b0047718cbc546a0d072b04b3564eea1b422273f548271a' +
      '0bb2316053fa76991955ebd63159434ecebb4e466dae5a1073a6727627097a10' +
      '49e617d91d361094fa68f0ff77987130305beaba2eda04df997b714d6c6f2c29' +
      'a6ad5cb4022b02709beead9d67890cbb22392336fea1851f38',
  )
  const key = decodeHex('1c9240a5eb55d38af333888604f6b5f0473917c1402b80099dca5cbc207075c0')
  const opened = cipher.open(
    key,
    decodeHex('000000000102030405060708'),
    decodeHex('f33388860000000000004e91'),
    sealed,
  )
  expect(Buffer.from(opened!).toString().slice(0, 46)).toBe('Internet-Drafts are draft documents valid for ')
})

test('every length from 0 to 2,048 is as node:crypto has it, with associated data and without', () => {
  const wrong: number[] = []
  for (let length = 0; length <= 2_048; length++) {
    const [key, nonce] = [derived('key', length, 32), derived('nonce', length, 12)]
    const [message, associated] = [
      derived('message', length, length),
      derived('associated', length, length % 41),
    ]
    for (const bound of [none, associated]) {
      const expected = sealByNode(key, nonce, bound, message)
      const sealed = cipher.seal(key, nonce, bound, message)
      const opened = cipher.open(key, nonce, bound, expected)
      if (!same(sealed, expected) || !same(opened, message)) wrong.push(length)
    }
  }
  expect(wrong).toEqual([])
})

test('any key, nonce, associated data and message of up to 64 kB is as node:crypto has it', () => {
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  const seeds = fc.integer({ min: 0, max: 0xffff_ffff })
  const lengths = fc.integer({ min: 0, max: 65_535 })
  fc.assert(
    fc.property(
      bytes(32),
      bytes(12),
      fc.uint8Array({ maxLength: 600 }),
      lengths,
      seeds,
      (key, nonce, bound, length, seed) => {
        const message = derived('any', seed, length)
        const expected = sealByNode(key, nonce, bound, message)
        expect(same(cipher.seal(key, nonce, bound, message), expected)).toBe(true)
        expect(same(cipher.open(key, nonce, bound, expected), message)).toBe(true)
      },
    ),
    { numRuns: 150 },
  )
})

test('no changed bit of the tag, of the ciphertext or of what is associated is taken', () => {
  const [key, nonce, bound] = [derived('key', 1, 32), derived('nonce', 1, 12), derived('associated', 1, 21)]
  const taken: string[] = []
  for (const length of [0, 1, 16, 63, 300]) {
    const sealed = cipher.seal(key, nonce, bound, derived('message', 1, length))
    for (let bit = 0; bit < 8 * sealed.length; bit++) {
      if (cipher.open(key, nonce, bound, flipped(sealed, bit))) taken.push(`${length}: ${bit}`)
    }
    for (let bit = 0; bit < 8 * bound.length; bit++) {
      if (cipher.open(key, nonce, flipped(bound, bit), sealed)) taken.push(`${length}, associated: ${bit}`)
    }
    expect(cipher.open(key, nonce, bound, sealed)).toHaveLength(length)
  }
  expect(taken).toEqual([])
})

test('a ciphertext that is refused is left as it was', () => {
  const [key, nonce] = [derived('key', 2, 32), derived('nonce', 2, 12)]
  for (const length of [5, 64, 1_420]) {
    const changed = flipped(cipher.seal(key, nonce, none, derived('message', 2, length)), 3)
    expect(cipher.open(key, nonce, none, changed)).toBeUndefined()
    expect(same(cipher.memory.slice(65_536, 65_536 + length + 16), changed)).toBe(true)
  }
})

test('nothing of key, key stream or tag is left in memory after a call, whether it opened or not', () => {
  const [key, nonce] = [derived('key', 3, 32), derived('nonce', 3, 12)]
  for (const length of [0, 12, 64, 200, 1_420, 9_000]) {
    const sealed = cipher.seal(key, nonce, derived('associated', 3, 20), derived('message', 3, length))
    expect(cipher.own.every((byte) => byte === 0)).toBe(true)
    cipher.open(key, nonce, derived('associated', 3, 20), sealed)
    expect(cipher.own.every((byte) => byte === 0)).toBe(true)
    cipher.open(key, nonce, none, sealed)
    expect(cipher.own.every((byte) => byte === 0)).toBe(true)
  }
})

test('what lies around a packet is neither read nor written, and a packet may end where memory ends', () => {
  const [key, nonce] = [derived('key', 4, 32), derived('nonce', 4, 12)]
  const size = cipher.memory.length
  const wrong: number[] = []
  for (const length of [0, 1, 15, 16, 17, 63, 64, 191, 192, 193, 255, 256, 257, 448, 449, 1_420, 2_047]) {
    const message = derived('message', 4, length)
    const expected = sealByNode(key, nonce, none, message)
    for (const filler of [0x00, 0xff]) {
      // An access behind the last byte of memory traps.
      const at = size - length - 16
      cipher.memory.fill(filler, OWN_SIZE)
      const sealed = cipher.seal(key, nonce, none, message, at)
      const isKept = cipher.memory.subarray(OWN_SIZE, at).every((byte) => byte === filler)
      const opened = cipher.open(key, nonce, none, expected, at)
      const isStillKept = cipher.memory.subarray(OWN_SIZE, at).every((byte) => byte === filler)
      if (!isKept || !isStillKept || !same(sealed, expected) || !same(opened, message)) wrong.push(length)
    }
    cipher.memory.fill(0xaa, OWN_SIZE)
    cipher.seal(key, nonce, none, message, 70_001)
    const around = [cipher.memory.subarray(OWN_SIZE, 70_001), cipher.memory.subarray(70_001 + length + 16)]
    if (!around.every((part) => part.every((byte) => byte === 0xaa))) wrong.push(length)
  }
  expect(wrong).toEqual([])
})

function sealByNode(key: Uint8Array, nonce: Uint8Array, bound: Uint8Array, message: Uint8Array): Uint8Array {
  const node = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
  node.setAAD(bound, { plaintextLength: message.length })
  return concatBytes(node.update(message), node.final(), node.getAuthTag())
}

/** Bytes without a pattern, the same in each run. */
function derived(what: string, seed: number, length: number): Uint8Array {
  return new Uint8Array(
    createHash('shake256', { outputLength: Math.max(1, length) })
      .update(`${what} ${seed}`)
      .digest(),
  ).subarray(0, length)
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = bytes.slice()
  changed[bit >> 3]! ^= 1 << (bit & 7)
  return changed
}

function same(left: Uint8Array | undefined, right: Uint8Array): boolean {
  return left !== undefined && Buffer.compare(left, right) === 0
}
