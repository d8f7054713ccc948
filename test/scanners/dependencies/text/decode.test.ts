import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeLockfile, decodePieces } from '../../../../scanners/dependencies/text/decode.ts'

const BOM = '\ufeff'

/** In one place, which each piece overwrites. */
function* piecesOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  const place = Buffer.alloc(size)
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size)
    place.set(piece)
    yield place.subarray(0, piece.length)
  }
}

function decodeInPieces(bytes: Uint8Array, size: number): string {
  return [...decodePieces(piecesOf(bytes, size))].join('')
}

test('pieces are decoded as the whole is, wherever characters are cut', () => {
  const text = fc.string({ unit: 'grapheme-composite', maxLength: 60 })
  fc.assert(
    fc.property(text, fc.boolean(), fc.integer({ min: 3, max: 20 }), (text, isMarked, size) => {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        if (encoding === 'utf16le' && !isMarked) continue
        const bytes = Buffer.from(`${isMarked ? BOM : ''}${text}`, encoding)
        expect(decodeInPieces(bytes, size)).toBe(decodeLockfile(bytes))
      }
    }),
  )
})

test('a byte order mark within the text stays', () => {
  const bytes = Buffer.from(`ab${BOM}c`)
  expect(decodeInPieces(bytes, 2)).toBe(`ab${BOM}c`)
})

test.each([
  ['a byte that begins nothing', [0x61, 0xff, 0x62]],
  ['a character that the file ends in', [0x61, 0x62, 0xe2, 0x82]],
  ['a character that is cut short', [0xe2, 0x82, 0x61, 0x62]],
  ['rests of a character without its beginning', [0x61, 0x82, 0x82, 0x82, 0x82]],
])('%s is refused, whole and in pieces', (_, bytes) => {
  expect(() => decodeLockfile(Uint8Array.from(bytes))).toThrow('the file is not UTF-8 text')
  for (const size of [1, 2, 3, 8]) {
    expect(() => decodeInPieces(Uint8Array.from(bytes), size)).toThrow('the file is not UTF-8 text')
  }
})
