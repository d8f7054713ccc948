import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainLine } from '../../src/verbs/plain-line.ts'

test.each([
  ['a colour', '\u001b[31mred', '\\u001b[31mred'],
  ['a line of our own', 'ok\n::error::forged', 'ok\\u000a::error::forged'],
  ['a carriage return', 'good\rbad', 'good\\u000dbad'],
  ['a C1 introducer', '\u009b2J', '\\u009b2J'],
  ['an override of direction', 'a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
  ['a line separator', 'a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
])('%s is shown, not obeyed', (_what, text, plain) => {
  expect(plainLine(text)).toBe(plain)
})

test('letters of any script, emoji and spaces stay as they are', () => {
  expect(plainLine('größer, 測試, עברית, 🚢 — ok')).toBe('größer, 測試, עברית, 🚢 — ok')
})

test('whatever comes in, one line without control characters comes out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainLine(text)).not.toMatch(/\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})
