import { expect, test } from 'vitest'
import * as z from 'zod'
import { decode, editDistance, findHiddenKey, formatPath, nearest } from '../../src/base/decode.ts'

const schema = z.strictObject({ labels: z.record(z.string(), z.string()), items: z.array(z.unknown()) })

test('a value that fits comes back', () => {
  const value = { labels: { a: 'b' }, items: [] }

  expect(decode(schema, value, { source: 'x.json' })).toEqual(value)
})

test('an unknown key is refused with its path and the nearest known one', () => {
  const value = { labels: {}, items: [], lables: {} }

  expect(() => decode(schema, value, { source: 'x.json', knownKeys: ['labels'] })).toThrow(
    expect.objectContaining({
      code: 'CONFIG_INVALID',
      message: 'lables: this key is not known',
      help: 'did you mean "labels"?',
    }),
  )
})

test.each([
  ['{"labels": {"__proto__": "x"}, "items": []}', 'labels.__proto__'],
  ['{"labels": {}, "items": [], "__proto__": {}}', '__proto__'],
  ['{"labels": {}, "items": [{"a": [{"__proto__": null}]}]}', 'items[0].a[0].__proto__'],
])('the hidden key in %s is refused, also within a record', (text, path) => {
  expect(() => decode(schema, JSON.parse(text), { source: 'x.json' })).toThrow(
    `${path}: this key is not known`,
  )
})

test('words of a prototype that are no hidden key are keys like any other', () => {
  const value = JSON.parse('{"labels": {"constructor": "a", "toString": "b"}, "items": []}')

  expect(decode(schema, value, { source: 'x.json' })).toEqual(value)
})

test('a value nested deeper than the stack is looked through', () => {
  let value: unknown = JSON.parse('{"__proto__": 1}')
  for (let depth = 0; depth < 100_000; depth++) value = [value]

  expect(findHiddenKey(value)).toHaveLength(100_001)
})

test('paths are written as in code', () => {
  expect(formatPath([])).toBe('(document)')
  expect(formatPath(['a', 'b', 0, 'c'])).toBe('a.b[0].c')
})

test('a near word is at most two edits away', () => {
  expect(nearest('sercets', ['code', 'secrets'])).toBe('secrets')
  expect(nearest('nothing', ['code', 'secrets'])).toBeUndefined()
  expect(editDistance('kitten', 'sitting')).toBe(3)
  expect(editDistance('a', 'abcdef')).toBe(3)
})
