/** What is no YAML is said to be none, at its line, without the full parser; what may be some is left to it, bounded. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { readYaml } from '../../../../../scanners/dependencies/lockfiles/document/yaml.ts'
import {
  YamlLines,
  YamlSyntaxError,
} from '../../../../../scanners/dependencies/lockfiles/document/yaml-lines.ts'
import { createDraw, mutate } from '../../../../fuzz/mutation.ts'

test.each([
  ['a: 1\nb\nc: 2\n', 2, 'a line of a map without a key'],
  ['a: b: c\n', 1, 'a map in a value on its line'],
  ['a: 1\n  b: 2\n', 2, 'a map below a value'],
  ['a:\n    b: 1\n  c: 2\n', 3, 'it is indented more than the map above it'],
  ['- a: 1\n - b\n', 2, 'it is indented more than the list above it'],
  ['  a: 1\nb: 2\n', 2, 'it is indented less than what is above it'],
  ['a: "b" c\n', 1, 'text behind a quoted value'],
  ['a: 1\n"b\nc: 2\n', 2, 'a quoted key without an end or without a colon'],
])('%j is broken on line %i', async (text, line, message) => {
  expect((await readYaml(text)).problems).toEqual([{ line, code: 'LOCKFILE_INVALID', message }])
  expect(errorsOf(text)).not.toEqual([])
})

test('what stands above the broken line is kept', async () => {
  const { root } = await readYaml('a: 1\nb: 2\nc\n')
  expect([...(root!.value as Map<string, unknown>).keys()]).toEqual(['a', 'b'])
})

test.each([
  ['- a:\tb\n', [{ a: 'b' }]],
  ["a: 'b''''c'\n", { a: "b''c" }],
  ['a: b\n  c\n', { a: 'b c' }],
  ['? a\n: b\n', { a: 'b' }],
  ['a:\n  b\n', { a: 'b' }],
])('%j is unusual, and YAML', async (text, value) => {
  const { root, problems } = await readYaml(text)
  expect(problems).toEqual([])
  expect(plainOf(root!.value)).toEqual(value)
})

test('what we call broken, the library does too', () => {
  const folder = new URL('../samples/', import.meta.url)
  const names = readdirSync(folder).filter((name) => /^(?:pnpm|yarn-berry|Podfile|pubspec|stack)/.test(name))
  const seeds = names.map((name) => readFileSync(new URL(name, folder)))
  let refused = 0
  for (let seed = 1; seed <= 1_500; seed++) {
    const text = Buffer.from(mutate(seeds, createDraw(seed))).toString('utf8')
    // The library takes a key without a name wherever it stands, which the specification does not.
    if (/^\s*:/m.test(text) || !isRefused(text)) continue
    refused++
    expect([text, errorsOf(text).length > 0]).toEqual([text, true])
  }
  expect(refused).toBeGreaterThan(100)
})

test('what tools do not write is read up to a bound on its syntax', async () => {
  const unusual = (lines: number) => `a: &x 1\nc:\n${'  - b\n'.repeat(lines)}`
  expect((await readYaml(unusual(1_000))).problems).toEqual([])
  expect(await readYaml(unusual(60_000))).toMatchObject({ problems: [{ code: 'LIMIT_EXCEEDED' }] })
})

function isRefused(text: string): boolean {
  try {
    const reading = new YamlLines(text)
    while (!reading.isAtEnd()) reading.document()
    return false
  } catch (error) {
    return error instanceof YamlSyntaxError
  }
}

function errorsOf(text: string): unknown[] {
  const documents = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false })
  return [...documents].flatMap(({ errors }) => errors)
}

function plainOf(value: unknown): unknown {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, { value: one }]) => [key, plainOf(one)]))
  }
  return Array.isArray(value) ? value.map(({ value: one }) => plainOf(one)) : value
}
