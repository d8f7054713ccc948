import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareVersions,
  ORDERINGS,
  orderedEcosystems,
  orderingOf,
} from '../../../../scanners/dependencies/versions/ecosystems.ts'
import type { Ordering } from '../../../../scanners/dependencies/versions/ordering.ts'
import { processorMs } from '../processor-time.ts'
import { sharedData, whyNoSharedData } from '../shared-data.ts'

/**
 * Lines of the shared data that no transitive order can hold together with the others there: 2.9.0 is
 * below 2.9.0-1 and above 2.9.0.RC1. Maven 3.9's own ComparableVersion has 2.9.0-1 above 2.9.0.RC1 ("treat
 * .X as -X for any string qualifier X").
 */
const NOT_TRANSITIVE = new Set([
  '1.0.0-RC16 < 1.0.0.RC8-beta',
  '1.0.0-gradle-rework-beta3 < 1.0.0.RC7-3',
  '2.9.0-1 < 2.9.0.RC1',
  '3.5.0-CR-2 < 3.5.0.Beta-1',
  '1.1.0-01-glassfish < 1.1.0.Beta1',
])

test.each([
  ['npm', '1.0.0-alpha.1 < 1.0.0-alpha.beta'],
  ['npm', '1.2.3+a = v1.2.3+b'],
  ['npm', '1.0 = 1.0.0'],
  ['npm', '1.0.0-999999999999999999998 < 1.0.0-999999999999999999999'],
  ['npm', 'latest ! 1.0.0'],
  ['Go', 'v0.0.0-20190101000000-abcdefabcdef < v0.0.0-20200101000000-000000000000'],
  ['Go', '1.2.3-0.20190101000000-abcdefabcdef < 1.2.3'],
  ['PyPI', '1.0.dev1 < 1.0a1'],
  ['PyPI', '1.0a1.dev1 < 1.0a1'],
  ['PyPI', '1.0.post1.dev1 < 1.0.post1'],
  ['PyPI', '1.0 < 1.0.post1'],
  ['PyPI', '1!0.1 > 99'],
  ['PyPI', '1.0+abc.5 < 1.0+5'],
  ['PyPI', '1.0-1 = 1.0.post1'],
  ['PyPI', '1.0alpha = 1.0.0-A.0'],
  ['PyPI', 'dog < 0.0.dev0'],
  ['Maven', '1.0.0.Final = 1'],
  ['Maven', '1-alpha < 1-sp'],
  ['Maven', '1-sp > 1.0'],
  ['Maven', '1.0.RC1 < 1'],
  ['Maven', '1-foo < 1-1'],
  ['Maven', '1-1 < 1.1'],
  ['RubyGems', '1.0.0.pre < 1.0.0'],
  ['RubyGems', '1.0-java < 1.0'],
  ['RubyGems', '1.0.0 = 1'],
  ['RubyGems', 'v1 ! 1'],
  ['NuGet', '1.0.0.1 > 1.0.0'],
  ['NuGet', '1.0.0-RC.2 = 1.0.0-rc.2+x'],
  ['Packagist', '1.0.0-beta2 < 1.0.0-RC1'],
  ['Packagist', 'dev-main ! 1.0.0'],
  ['Packagist:https://packages.drupal.org/8', '8.1.0 < 8.2.0'],
  ['Debian:12', '1.0~rc1-1 < 1.0-1'],
  ['Ubuntu:22.04:LTS', '1:0.1 > 9'],
  ['Debian', 'a:1 ! 1'],
  ['Alpine:v3.20', '1.0_rc1-r0 < 1.0-r0'],
  ['Alpine', '1.0_p1 > 1.0'],
  ['Red Hat', '1.0~rc1 < 1.0'],
  ['Rocky Linux:9', '1.0^git1 > 1.0'],
  ['CRAN', '0.1-9 < 0.1.10'],
  ['CRAN', '1.a ! 1'],
  ['Hackage', '1.0 < 1.0.0'],
  ['Pub', '1.0.0 < 1.0.0+1'],
])('%s: %s', (ecosystem, line) => {
  const [a, sign, b] = line.split(' ') as [string, string, string]
  expect(signOf(compareVersions(orderingOf(ecosystem)!, a, b))).toBe(sign)
})

test('an ecosystem without an order of versions has none', () => {
  expect(orderingOf('GIT')).toBeUndefined()
  expect(orderingOf('OSS-Fuzz')).toBeUndefined()
  expect(orderingOf('constructor')).toBeUndefined()
  expect(orderedEcosystems()).toContain('npm')
})

const piece = fc.constantFrom(
  '0',
  '1',
  '2',
  '10',
  '01',
  '00',
  '.',
  '.',
  '-',
  '_',
  '+',
  '~',
  '^',
  ':',
  '!',
  'v',
  'a',
  'b',
  'm',
  'x',
  'A',
  'alpha',
  'beta',
  'rc',
  'RC',
  'dev',
  'post',
  'pre',
  'p',
  'final',
  'ga',
  'sp',
  'snapshot',
  '-r1',
  '_p1',
  '_rc1',
  '~ab',
)
const tailed = fc.tuple(fc.constantFrom('1', '1.0', '1.0.0', '0', 'a', ''), fc.array(piece, { maxLength: 5 }))
const version = tailed.map(([head, tail]) => head + tail.join(''))

test.each(
  ORDERINGS.map((ordering) => [ordering.id, ordering] as const),
)('%s is total and transitive on what it accepts', (_, ordering) => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      const [x, y, z] = [ordering.parse(a), ordering.parse(b), ordering.parse(c)]
      if (x === undefined || y === undefined || z === undefined) return
      expect(ordering.compare(x, x)).toBe(0)
      expect(Math.sign(ordering.compare(x, y))).toBe(-Math.sign(ordering.compare(y, x)) + 0)
      if (ordering.compare(x, y) <= 0 && ordering.compare(y, z) <= 0) {
        const strict = ordering.compare(x, y) < 0 || ordering.compare(y, z) < 0
        expect(ordering.compare(x, z), `${a} ${b} ${c}`)[strict ? 'toBeLessThan' : 'toBe'](0)
      }
    }),
    { numRuns: 4000 },
  )
})

const length = 1 << 17
const hostile: readonly (readonly [string, string])[] = [
  ['digits', '9'.repeat(length)],
  ['zeros', '0'.repeat(length)],
  ['parts', '1.'.repeat(length / 2)],
  ['numbered parts', `1${'.1'.repeat(length / 2)}`],
  ['hyphens', `1${'-'.repeat(length)}`],
  ['letters', `1${'a'.repeat(length)}`],
  ['turns', '1a'.repeat(length / 2)],
  ['spaces', `1${' '.repeat(length)}1`],
  ['suffixes', `1${'_p1'.repeat(length / 3)}`],
  ['nulls', `1${'-0'.repeat(length / 2)}`],
  ['tildes', `1${'~'.repeat(length)}`],
  ['locals', `1+${'a.'.repeat(length / 2)}!`],
]

test.each(
  ORDERINGS.map((ordering) => [ordering.id, ordering] as const),
)('%s places a version of 128 KiB, or refuses it, in time that grows with its length', async (_, ordering) => {
  for (const [name, text] of hostile) {
    const spent = await processorMs(() => {
      for (const candidate of [text, `${text}x`, `1.0-${text}`]) place(ordering, candidate)
    })
    expect(spent, name).toBeLessThan(2_000)
  }
})

test.skipIf(!sharedData)(`every comparison of the shared data holds${whyNoSharedData}`, () => {
  const table: Record<string, { file: string }[]> = JSON.parse(
    readFileSync(`${sharedData}versions/ecosystems.json`, 'utf8'),
  )
  const seen = new Set<string>()
  const wrong: string[] = []
  let count = 0
  for (const [ecosystem, files] of Object.entries(table)) {
    for (const { file } of files) {
      for (const line of readFileSync(`${sharedData}versions/${file}`, 'utf8').split('\n')) {
        const [, a, sign, b] = /^(\S+) ([<>=]) (\S+)$/.exec(line) ?? []
        if (a === undefined || b === undefined) continue
        if (!seen.has(file)) count++
        const got = signOf(compareVersions(orderingOf(ecosystem)!, a, b))
        if (got !== sign && !NOT_TRANSITIVE.has(line)) wrong.push(`${ecosystem} ${line}, not ${got}`)
      }
      seen.add(file)
    }
  }
  expect(wrong).toEqual([])
  expect(count).toBe(35_645)
})

function place(ordering: Ordering, text: string): void {
  const key = ordering.parse(text)
  if (key !== undefined) expect(ordering.compare(key, ordering.parse(text))).toBe(0)
}

function signOf(order: number | undefined): string {
  if (order === undefined) return '!'
  return order < 0 ? '<' : order > 0 ? '>' : '='
}
