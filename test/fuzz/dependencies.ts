/** Targets of what the dependency scanner reads besides lockfiles: archives, records, versions, statements, settings. */
import { ADVISORY_LIMITS, readArchive } from '../../scanners/dependencies/advisories/archive.ts'
import { evaluate, fixesFor } from '../../scanners/dependencies/advisories/evaluation.ts'
import { decodeAdvisory } from '../../scanners/dependencies/advisories/record.ts'
import { severityOf } from '../../scanners/dependencies/advisories/severity.ts'
import { readVex } from '../../scanners/dependencies/inputs/vex.ts'
import { evaluateLicence } from '../../scanners/dependencies/licences/expression.ts'
import { parsePurl } from '../../scanners/dependencies/purl.ts'
import { decodeSettings } from '../../scanners/dependencies/settings-schema.ts'
import { ORDERINGS } from '../../scanners/dependencies/versions/ecosystems.ts'
import type { Ordering } from '../../scanners/dependencies/versions/ordering.ts'
import { admits } from '../../scanners/dependencies/versions/ranges.ts'
import { SallyportError } from '../../src/base/errors.ts'
import { makeAdvisories } from '../scanners/dependencies/zip.ts'
import { type FuzzTarget, violated } from './target.ts'

export function dependencyTargets(): FuzzTarget[] {
  return [
    { name: 'advisory-archive', seeds: [makeAdvisories([RECORD]), makeAdvisories([])], run: runArchive },
    { name: 'advisory-record', seeds: [bytesOf(JSON.stringify(RECORD))], run: runRecord },
    { name: 'vex', seeds: [OPENVEX, CYCLONEDX].map((one) => bytesOf(JSON.stringify(one))), run: runVex },
    { name: 'licence', seeds: ['(MIT OR GPL-2.0+) AND X', 'A WITH B'].map(bytesOf), run: runLicence },
    { name: 'purl', seeds: ['pkg:npm/%40s/a@1?b=c#d', 'pkg:maven/a/b@1'].map(bytesOf), run: runPurl },
    { name: 'range', seeds: ['^1.2 || ~2.0, !=2.1.*', '[1.0,2.0)', '~> 1.2'].map(bytesOf), run: runRange },
    { name: 'dependency-settings', seeds: [bytesOf(JSON.stringify(SETTINGS))], run: runSettings },
    ...ORDERINGS.map((ordering) => ({
      name: `version-${ordering.id}`,
      seeds: ['1.0.0-rc.1+b', '1!2.0.post1.dev2', '1:2.3~rc1-4', '1.0.a.b', '2.0_p1-r3', '^1'].map((text) =>
        bytesOf(`${text}\n1.0\n1.0.1`),
      ),
      run: (input: Uint8Array) => runOrdering(ordering, input),
    })),
  ]
}

const RECORD = {
  id: 'GHSA-1',
  modified: '2026-01-01T00:00:00Z',
  aliases: ['CVE-1'],
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  affected: [
    {
      package: { ecosystem: 'npm', name: 'a' },
      versions: ['1.0.0'],
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.2.0' }, { limit: '*' }] }],
    },
  ],
}

const OPENVEX = {
  '@context': 'https://openvex.dev/ns/v0.2.0',
  statements: [
    { vulnerability: { name: 'CVE-1' }, products: [{ '@id': 'pkg:npm/a@1' }], status: 'not_affected' },
  ],
}

const CYCLONEDX = {
  bomFormat: 'CycloneDX',
  components: [{ 'bom-ref': 'a', purl: 'pkg:npm/a@1' }],
  vulnerabilities: [{ id: 'CVE-1', analysis: { state: 'not_affected' }, affects: [{ ref: 'a' }] }],
}

const SETTINGS = {
  'private-scopes': ['@a'],
  'cool-down': '7d',
  licences: { allow: ['MIT'], exceptions: [{ package: 'npm/a', reason: 'b' }] },
  raise: { epss: { 'at-least': 0.5, to: 'high' } },
}

function runArchive(input: Uint8Array): void {
  orRefused('ADVISORIES_INVALID', () => {
    const limits = { ...ADVISORY_LIMITS, maxEntryBytes: 1024 * 1024, maxTotalBytes: 4 * 1024 * 1024 }
    for (const entry of readArchive(input, limits)) {
      if (entry.read().length > limits.maxEntryBytes) violated('an entry is longer than its limit')
    }
  })
}

function runRecord(input: Uint8Array): void {
  const advisory = decodeAdvisory(parseOrNothing(input))
  if (!advisory) return
  severityOf(advisory)
  for (const affected of advisory.affected) {
    if (evaluate(affected, '1.0.0') === 'affected') fixesFor(affected, '1.0.0')
  }
}

function runVex(input: Uint8Array): void {
  orRefused('ADVISORIES_INVALID', () => {
    for (const { status, products } of readVex([{ name: 'a.json', text: textOf(input), digest: '' }])) {
      if (typeof status !== 'string' || !Array.isArray(products)) violated('a statement is none')
    }
  })
}

function runLicence(input: Uint8Array): void {
  const answer = evaluateLicence(textOf(input), { allow: ['MIT', 'BSD-*'], deny: ['GPL-2.0-only'] })
  if (!['allowed', 'unknown', 'not-allowed'].includes(answer)) violated(`the answer is ${answer}`)
}

function runPurl(input: Uint8Array): void {
  const purl = parsePurl(textOf(input))
  if (purl && (purl.key === '' || typeof purl.version !== 'string')) violated('a purl without a name')
}

function runRange(input: Uint8Array): void {
  for (const ecosystem of ['npm', 'PyPI', 'RubyGems', 'Packagist', 'NuGet', 'Hex']) {
    admits(ecosystem, textOf(input), '1.2.3')
  }
}

function runSettings(input: Uint8Array): void {
  const value = parseOrNothing(input)
  orRefused('POLICY_INVALID', () => decodeSettings(value))
}

/** Two versions on two lines: what is placed equals itself, and is before what is behind it. */
function runOrdering(ordering: Ordering, input: Uint8Array): void {
  const keys = textOf(input)
    .split('\n', 3)
    .map((line) => ordering.parse(line))
    .filter((key) => key !== undefined)
  for (const a of keys) {
    if (ordering.compare(a, a) !== 0) violated('a version does not equal itself')
    for (const b of keys) {
      if (Math.sign(ordering.compare(a, b)) !== -Math.sign(ordering.compare(b, a))) violated('no order')
    }
  }
}

function orRefused(code: SallyportError['code'], run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof SallyportError) || error.code !== code) throw error
  }
}

function parseOrNothing(input: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(input))
  } catch {
    // What is not JSON is refused before.
    return undefined
  }
}

function textOf(input: Uint8Array): string {
  return Buffer.from(input).toString('utf8')
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
