import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseStrictJson } from '../../src/base/json.ts'

const limits = { source: 'x.json', maxBytes: 10_000 }
const parse = (text: string) => parseStrictJson(text, limits)

test('reads what JSON.parse reads', () => {
  const leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null))
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value')), fc.dictionary(fc.string(), tie('value'))),
  }))
  fc.assert(
    fc.property(value, fc.nat({ max: 3 }), (document, indent) => {
      const text = JSON.stringify(document, null, indent)
      expect(JSON.stringify(parseStrictJson(text, { ...limits, maxBytes: 1e7 }))).toBe(
        JSON.stringify(document),
      )
    }),
  )
})

test.each([
  ['{"a":1,"a":2}', /stands twice/],
  ['9007199254740993', /not held exactly/],
  ['1e999', /not held exactly/],
  ['"\\ud800"', /lone surrogate/],
  ['[1,]', /expected a value/],
  ['{"a":1}x', /something follows/],
  ['"\n"', /control character/],
  ['"abc', /no end/],
  ['01', /something follows/],
  ['', /expected a value/],
])('%j is refused', (text, why) => {
  expect(() => parse(text)).toThrow(why)
})

test('an error names the place', () => {
  expect(() => parse('{\n  "a": nul\n}')).toThrow(/line 2, column 8/)
})

test('__proto__ is a key like any other', () => {
  const value = parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>
  expect(Object.keys(value)).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('depth and size are bounded', () => {
  expect(() => parse('['.repeat(200))).toThrow(/nested deeper/)
  expect(() => parse(`"${'x'.repeat(20_000)}"`)).toThrow(/more than the 10000/)
})

test('bytes that are not UTF-8 are refused', () => {
  expect(() => parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22), limits)).toThrow(/UTF-8/)
})
