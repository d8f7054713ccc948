/** Our positioned readers say what the libraries say that have no positions, or are slow. */
import { readdirSync, readFileSync } from 'node:fs'
import { parse as parseToml } from 'smol-toml'
import { expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import type { DocumentNode } from '../../../../../scanners/dependencies/lockfiles/document/node.ts'
import { readToml } from '../../../../../scanners/dependencies/lockfiles/document/toml.ts'
import { readYaml } from '../../../../../scanners/dependencies/lockfiles/document/yaml.ts'

const folder = new URL('../samples/', import.meta.url)
const texts = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const)

const TOML = [
  ...texts.filter(([name]) => /^(?:poetry|pdm|uv|Cargo)\.lock$|\.toml$/.test(name)),
  ['strings', 'a = "\\u00e9\\t\\"x\\\\"\nb = \'c:\\x\'\nc = """\nq""r\\\n   s"""\nd = \'\'\'\nx\'y\'\'\'\n'],
  [
    'keys',
    '"a b".c = 1\n[x."y.z"]\nd = { e.f = 1, "g" = [1, 2,\n # comment\n 3] }\n[[x.list]]\n[x.list.sub]\nh = true\n',
  ],
  ['numbers', 'a = 1_000\nb = -3.5e2\nc = 0xff\nd = +7\n'],
] as const

test.each(TOML)('TOML %s', (_, text) => {
  const { root, problems } = readToml(text)
  expect(problems).toEqual([])
  expect(plain(root!)).toEqual(parseToml(text))
})

const YAML = [
  ...texts.filter(([name]) => /^(?:pnpm|yarn-berry|actions)/.test(name)),
  ['quotes', `'it''s': "a\\tb"\n"k: v": 'x # y'\nplain: a # comment\nurl: https://x.example/#a\n`],
  ['lists', 'a:\n- b\n- c: 1\n  d: 2\ne:\n  - {f: [g, "h, i"]}\n'],
  ['outside of the subset', 'a: &x\n  b: 1\nc: *x\nd: several\n  lines\n'],
] as const

test.each(YAML)('YAML %s', async (_, text) => {
  const { root, problems } = await readYaml(text)
  expect(problems).toEqual([])
  const expected = parseYaml(text, { schema: 'failsafe' })
  expect(squeezed(plain(root!))).toBe(squeezed(expected))
})

function plain(node: DocumentNode): unknown {
  if (node.value instanceof Map)
    return Object.fromEntries([...node.value].map(([key, one]) => [key, plain(one)]))
  return Array.isArray(node.value) ? node.value.map(plain) : node.value
}

/** The subset knows an empty value as null, and joins the lines of a block its own way. */
function squeezed(value: unknown): string {
  return JSON.stringify(value, (key, one) => (key === 'deprecated' ? '' : one === '' ? null : one))
}
