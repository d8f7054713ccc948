import { describe, expect, test } from 'vitest'
import { parseYamlTree, toPlain, YAML_LIMITS } from '../../src/repository/yaml-tree.ts'

const parse = (text: string) => parseYamlTree(text, { source: 'x.yml', ...YAML_LIMITS })

test('a document is data, and every node knows its place', () => {
  const { root } = parse('a: 1\nb:\n  - "x"\n  - true\n')

  expect(toPlain(root)).toEqual({ a: 1, b: ['x', true] })
  expect(root).toMatchObject({
    entries: [{ key: { span: { line: 1 } } }, { value: { span: { line: 3, column: 3 } } }],
  })
})

test.each([
  'a: 1\nb: 2\na: 3\n',
  'x: {a: 1, a: 2}\n',
  '1: a\n"1": b\n',
  'b: {"a": 1, \'a\': 2}\n',
])('a key that stands twice is refused: %j', (text) => {
  expect(() => parse(text)).toThrow(
    expect.objectContaining({ code: 'CONFIG_INVALID', message: 'Map keys must be unique' }),
  )
})

test('a __proto__ key is a key like any other', () => {
  expect(Object.keys(toPlain(parse('__proto__: {a: 1}\n').root) as object)).toEqual(['__proto__'])
})

describe('text made to be slow ends in time', () => {
  const times = (count: number, piece: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => piece(index)).join('')

  test.each([
    ['keys in one map', times(40_000, (index) => `key${index}: x\n`)],
    ['anchors', times(30_000, (index) => `- &a${index} x\n`)],
    [
      'aliases of aliases',
      `a0: &a0 [x,x,x,x,x,x,x,x]\n${times(20, (index) => `a${index + 1}: &a${index + 1} [${'*a'}${index},*a${index},*a${index},*a${index}]\n`)}`,
    ],
    ['brackets', '['.repeat(500_000)],
    ['lists in lists', '- '.repeat(50_000)],
    ['one text over the limit', 'x'.repeat(YAML_LIMITS.maxLength + 1)],
  ])('%s', (_, text) => {
    const start = performance.now()
    try {
      parse(text)
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/LIMIT_EXCEEDED|CONFIG_INVALID/) })
    }
    // Time that is quadratic in the keys would be minutes.
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})
