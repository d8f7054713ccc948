/** Poly1305 alone, with one-time keys that no cipher would draw: the edges of its arithmetic. */
import { poly1305 } from '@noble/ciphers/_poly1305.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHex, encodeHex } from '../../../src/base/bytes.ts'
import { KEY_STREAM_AT, TAG_AT } from '../../../src/tunnel/cipher/memory-layout.ts'
import {
  absorbBlocksFunction,
  oneTimeKeyFunction,
  tagFunction,
} from '../../../src/tunnel/cipher/poly1305-code.ts'
import { absorbGroupsFunction } from '../../../src/tunnel/cipher/poly1305-lanes-code.ts'
import { encodeModule } from '../../../src/tunnel/cipher/wasm-module.ts'
import { engine } from '../../../src/tunnel/cipher/webassembly.ts'

const MESSAGE_AT = 1_024
const machine = createMachine()

/** RFC 8439, appendix A.3, those of whole blocks. */
const EDGES: readonly (readonly [name: string, r: string, pad: string, message: string, tag: string])[] = [
  ['1: all zero', '00', '00', '00'.repeat(64), '00'],
  ['7: 2^130 − 5 is reached by the addition', '02', '00', 'ff'.repeat(16), '03'],
  ['8: the pad makes it wrap at 2^128', '02', 'ff'.repeat(16), `02${'00'.repeat(15)}`, '03'],
  [
    '9: a carry from the fifth limb',
    '01',
    '00',
    `${'ff'.repeat(16)}f0${'ff'.repeat(15)}11${'00'.repeat(15)}`,
    '05',
  ],
  ['10: the sum is 2^130 − 5', '01', '00', `${'ff'.repeat(16)}fb${'fe'.repeat(15)}${'01'.repeat(16)}`, '00'],
  ['11: 2^130 − 6 stays', '02', '00', `fd${'ff'.repeat(15)}`, `fa${'ff'.repeat(15)}`],
  [
    '12: 5·2^128',
    '010000000000000004',
    '00',
    'e33594d7505e43b900000000000000003394d7505e4379cd01000000000000000000000000000000000000000000000001000000000000000000000000000000',
    '14000000000000005500000000000000',
  ],
  [
    '13: one that ends below',
    '010000000000000004',
    '00',
    'e33594d7505e43b900000000000000003394d7505e4379cd010000000000000000000000000000000000000000000000',
    '13',
  ],
]

test.each(EDGES)('RFC 8439, appendix A.3, vector %s', (_name, r, pad, message, tag) => {
  const bytes = decodeHex(message)
  const key = decodeHex(r.padEnd(32, '0') + pad.padEnd(32, '0'))
  expect(encodeHex(machine.tagOf(key, bytes, 'blocks'))).toBe(tag.padEnd(32, '0'))
})

test('blocks one by one and four at a time give what noble gives, at the edges of the limbs too', () => {
  // Words whose limbs are empty, full, or one beside it.
  const word = fc.constantFrom(
    0,
    1,
    0x03ff_ffff,
    0x0400_0000,
    0xffff_fffb,
    0xffff_fffc,
    0xffff_fffe,
    0xffff_ffff,
  )
  const words = (minLength: number, maxLength: number) =>
    fc.array(fc.oneof(word, fc.integer({ min: 0, max: 0xffff_ffff })), { minLength, maxLength })
  fc.assert(
    fc.property(words(8, 8), words(4, 64 * 12), (keyWords, messageWords) => {
      const key = bytesOf(keyWords)
      const message = bytesOf(messageWords.slice(0, messageWords.length & ~3))
      const expected = encodeHex(poly1305(message, key))
      expect(encodeHex(machine.tagOf(key, message, 'blocks'))).toBe(expected)
      expect(encodeHex(machine.tagOf(key, message, 'groups'))).toBe(expected)
    }),
    { numRuns: 400 },
  )
})

test('groups go on where blocks have ended, and blocks where groups have', () => {
  const key = bytesOf(Array.from({ length: 8 }, (_, index) => Math.imul(index + 1, 0x9e37_79b1) >>> 0))
  const message = Uint8Array.from({ length: 16 * 23 }, (_, index) => (index * 151) & 0xff)
  expect(encodeHex(machine.tagOf(key, message, 'mixed'))).toBe(encodeHex(poly1305(message, key)))
})

function bytesOf(words: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * words.length)
  words.forEach((each, index) => {
    bytes.writeUInt32LE(each, 4 * index)
  })
  return new Uint8Array(bytes)
}

function createMachine() {
  const memory = new engine.Memory({ initial: 1 })
  const functions = [
    { ...oneTimeKeyFunction(), exportedAs: 'begin' },
    { ...absorbBlocksFunction(), exportedAs: 'blocks' },
    { ...absorbGroupsFunction(), exportedAs: 'groups' },
    { ...tagFunction(), exportedAs: 'end' },
  ]
  const module = new engine.Module(encodeModule({ module: 'a', name: 'b', initialPages: 1 }, functions))
  const run = new engine.Instance(module, { a: { b: memory } }).exports as Record<
    'begin' | 'blocks' | 'groups' | 'end',
    (at?: number, count?: number) => void
  >
  const bytes = new Uint8Array(memory.buffer)
  return {
    tagOf(key: Uint8Array, message: Uint8Array, how: 'blocks' | 'groups' | 'mixed'): Uint8Array {
      bytes.set(key, KEY_STREAM_AT)
      bytes.set(message, MESSAGE_AT)
      run.begin()
      const end = message.length
      let done = 0
      const take = (unit: 16 | 64, count: number): void => {
        if (count > 0) run[unit === 16 ? 'blocks' : 'groups'](MESSAGE_AT + done, count)
        done += unit * count
      }
      if (how === 'mixed') {
        take(16, 3)
        take(64, 2)
        take(16, 1)
        take(64, 1)
      }
      if (how !== 'blocks') take(64, Math.floor((end - done) / 64))
      take(16, (end - done) / 16)
      run.end()
      return bytes.slice(TAG_AT, TAG_AT + 16)
    },
  }
}
