import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseArguments } from '../../src/cli/arguments.ts'
import { OPTIONS } from '../../src/verbs/options.ts'
import { VERBS } from '../../src/verbs/registry.ts'
import type { Verb } from '../../src/verbs/verb.ts'
import { runVerb } from '../verbs/run-verb.ts'
import { type CommandLine, commandLines, shellWords } from './shell-words.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = (...args: string[]) => runVerb(args, { cwd: root })
const names = Object.keys(VERBS)

async function parseWords(args: readonly string[]): Promise<void> {
  const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((one) => Object.hasOwn(VERBS, one))
  if (name === undefined) throw new Error(`no verb: ${args.join(' ')}`)
  const verb: Verb = await VERBS[name]!()
  const rest = args.slice(name.split(' ').length)
  if (!rest.includes('--help')) parseArguments(verb, rest)
}

test.each(names)('%s --help has usage, every option and examples that parse', async (name) => {
  const verb = await VERBS[name]!()
  const { code, stdout, stderr } = await run(...name.split(' '), '--help')

  expect([code, stderr, verb.name]).toEqual([0, '', name])
  expect(stdout).toContain(`Usage: sallyport ${name}`)
  for (const option of [...verb.options, 'json', 'verbose', 'help']) {
    expect(stdout.match(new RegExp(`^  --${option}(?: .*)?\\S$`, 'gm')), option).toHaveLength(1)
  }
  for (const { name: positional } of verb.positionals ?? []) expect(stdout).toContain(`  ${positional}`)
  expect(verb.examples.length).toBeGreaterThan(0)
  for (const example of verb.examples) {
    expect(stdout).toContain(`  ${example}\n`)
    const [program, ...args] = shellWords(example.replace(/^printf [^|]*\| /, ''))
    expect(program, example).toBe('sallyport')
    await parseWords(args)
  }
  expect(verb.examples.join('\n')).toContain(`sallyport ${name}`)
})

test('the overview lists every verb and the exit codes', async () => {
  const { code, stdout } = await run('--help')

  expect(code).toBe(0)
  for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
  expect(stdout).toContain('11 undecided')
})

test('help VERB and -h are --help', async () => {
  const wanted = (await run('key', 'new', '--help')).stdout

  expect((await run('help', 'key', 'new')).stdout).toBe(wanted)
  expect((await run('key', 'new', '-h')).stdout).toBe(wanted)
  expect((await run('-h')).stdout).toBe((await run('--help')).stdout)
})

test('without arguments the overview goes to stderr, and it is a usage error', async () => {
  const { code, stdout, stderr } = await run()

  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('Usage: sallyport VERB')
})

test.each([
  [['gat', '.'], 'did you mean "sallyport gate"?'],
  [['key', 'nwe'], 'sallyport key needs one of: new'],
  [['log'], 'sallyport log needs one of: verify'],
  [['help', 'gat'], 'did you mean "sallyport gate"?'],
  [['gate', '.', '--polcy', 'x'], 'did you mean --policy?'],
  [['gate', '.', '--frobnicate'], 'sallyport gate --help lists them'],
  [['gate', '.', '--json=yes'], '--json takes no value'],
  [['gate', '.', '--base'], '--base needs a value'],
  [['gate', '.', '--base', 'a', '--base', 'b'], '--base stands twice'],
  [['gate', '.', '-j'], 'two dashes'],
  [['gate', '.', 'x'], 'one argument too many: "x"'],
  [['gate', '.', '--', 'ls'], 'takes no command after --'],
  [['constructor'], 'there is no verb "constructor"'],
  [['__proto__', 'x'], 'there is no verb "__proto__"'],
  [['gate', '.', '--toString'], 'has no option --toString'],
  [['help', 'valueOf'], 'there is no verb "valueOf"'],
])('%j is a usage error that says what to do', async (args, message) => {
  const { code, stdout, stderr } = await run(...args)

  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(message)
  expect(stderr).toContain('help: ')
})

describe('documents', () => {
  const files = globSync(
    ['*.md', 'docs/**/*.md', 'examples/**/*.md', 'quickstart/**/*.md', '*/*/README.md'],
    {
      cwd: root,
      exclude: ['node_modules/**'],
    },
  ).filter((file) => existsSync(`${root}/${file}`))
  const texts = files.map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')] as const)
  const lines: readonly CommandLine[] = texts.flatMap(([file, text]) => commandLines(file, text))

  test('have command lines', () => {
    expect(lines.length).toBeGreaterThan(5)
  })

  test.each(lines.map(({ label, args }) => [label, args] as const))('%s', async (_, args) => {
    await parseWords(args)
  })

  test('name only verbs and options that there are, also in the text', async () => {
    const wrong: string[] = []
    for (const [file, text] of texts) {
      for (const [, code = ''] of text.matchAll(/`sallyport ([a-z][^`\n]*)`/g)) {
        const words = shellWords(code)
        const isVerb = [words.slice(0, 2).join(' '), words[0]!].some((name) => Object.hasOwn(VERBS, name))
        const isFamily = names.some((name) => name.startsWith(`${words[0]} `))
        if (!isVerb && !isFamily) wrong.push(`${file}: ${code}`)
        for (const [, option] of code.split(' -- ')[0]!.matchAll(/(?:^|[\s[])--([a-z][a-z-]*)/g)) {
          if (!Object.hasOwn(OPTIONS, option!)) wrong.push(`${file}: ${code}: --${option}`)
        }
      }
    }

    expect(wrong).toEqual([])
  })
})
