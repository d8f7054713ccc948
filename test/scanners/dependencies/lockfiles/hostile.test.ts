/** Whatever a stranger puts into a lockfile: a value or a file error, never a crash, in bounded time. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatOfId } from '../../../../scanners/dependencies/packages.ts'
import { readText } from './reading.ts'
import { SEEDS } from './seeds.ts'

const LONG = 30_000

/** Text that is hard on parsers: deep, long, ambiguous to split, or of keys that objects have. */
const HOSTILE: readonly string[] = [
  '',
  '\0',
  '\n'.repeat(LONG),
  ' '.repeat(LONG),
  'a'.repeat(LONG),
  '['.repeat(LONG),
  '{'.repeat(LONG),
  '{"a":'.repeat(LONG),
  '<a>'.repeat(LONG),
  '<a '.repeat(LONG),
  '('.repeat(LONG),
  '(* *)'.repeat(LONG),
  '#'.repeat(LONG),
  '-'.repeat(LONG),
  '--\n'.repeat(LONG),
  '"'.repeat(LONG + 1),
  '\\'.repeat(LONG),
  '${'.repeat(LONG),
  '$('.repeat(LONG),
  '<<"'.repeat(LONG),
  '- '.repeat(LONG),
  '- - - a: [{'.repeat(1000),
  'a.b.'.repeat(LONG),
  '[[a.b]]\n'.repeat(5000),
  `any.a${' '.repeat(LONG)}x`,
  `constraints: ${'any.a ==1,'.repeat(20_000)}`,
  `NUGET\n    ${'a ('.repeat(20_000)}`,
  '{"__proto__": {"constructor": {"prototype": 1}}}',
  '{"packages": {"__proto__": {"version": "1"}}}',
  '{"a": 1, "a": 2}',
  '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>',
  'a: &a [1]\nb: *a\n',
  'return {return {return {',
  '%{%{%{%{',
]

for (const [id, seed] of Object.entries(SEEDS)) {
  const format = formatOfId(id)!

  test(`${id}: its seed has packages, and the format keeps its own name`, async () => {
    expect(format?.id).toBe(id)
    expect((await readText(format, seed)).packages.length).toBeGreaterThan(0)
  })

  test(`${id}: hostile text, alone and behind the seed`, async () => {
    for (const [index, text] of HOSTILE.entries()) {
      for (const whole of [text, seed + text, seed.slice(0, seed.length >> 1) + text]) {
        // Processor time, because other work on the machine is not the parser's.
        const started = process.cpuUsage()
        const reading = await readText(format, whole)
        expectSound(reading, `case ${index}`)
        const { user, system } = process.cpuUsage(started)
        expect((user + system) / 1000, `case ${index}, ms`).toBeLessThan(5000)
      }
    }
    expect(({} as Record<string, unknown>)['version']).toBeUndefined()
  })

  test(`${id}: whatever is cut, changed or put in`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(seed.length), fc.nat(12), insertion(seed), async (at, cut, put) => {
        expectSound(await readText(format, seed.slice(0, at) + put + seed.slice(at + cut)), 'mutated')
      }),
      { numRuns: 150 },
    )
  })

  test(`${id}: CRLF and a byte order mark change nothing but columns`, async () => {
    const plain = await readText(format, seed)
    const dos = await readText(format, `\uFEFF${seed.replaceAll('\n', '\r\n')}`)
    const shown = (reading: typeof plain) => reading.packages.map(({ column: _, ...rest }) => rest)
    expect(shown(dos)).toEqual(shown(plain))
    expect(dos.errors).toEqual(plain.errors)
  })
}

function insertion(seed: string) {
  const piece = fc.tuple(fc.nat(seed.length), fc.nat(20)).map(([at, length]) => seed.slice(at, at + length))
  return fc.oneof(
    fc.string({ maxLength: 6 }),
    piece,
    fc.constantFrom('"', '{', '[', '}', '<', '\n', '\\', 'null'),
  )
}

function expectSound(reading: Awaited<ReturnType<typeof readText>>, where: string): void {
  expect(
    reading.errors.filter((error) => error.message.startsWith('the parser gave up')),
    where,
  ).toEqual([])
  expect(reading.errors.length, where).toBeLessThanOrEqual(202)
  for (const { name, line, endLine } of reading.packages) {
    if (name === '' || line < 1 || endLine < line) expect.fail(`${where}: ${name} ${line}-${endLine}`)
  }
  for (const { message } of reading.errors) expect(message.length, where).toBeLessThan(4000)
}
