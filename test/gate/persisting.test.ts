import { expect, test } from 'vitest'
import type { Finding } from '../../src/gate/finding.ts'
import { fingerprintFindings } from '../../src/gate/fingerprint.ts'
import { persistingFingerprints } from '../../src/gate/persisting.ts'
import { finding } from './fake-scanner.ts'

test('another version with the same vulnerability brings nothing new', () => {
  expect(newOf([vulnerable('1.0.0')], [vulnerable('1.0.1')])).toEqual([])
})

test('what the version before did not have is new', () => {
  expect(newOf([vulnerable('1.0.0')], [vulnerable('1.0.1'), vulnerable('1.0.1', { id: 'B' })])).toEqual([
    '1.0.1 B',
  ])
})

test('a second vulnerable version beside the first is new, whichever line it stands on', () => {
  expect(newOf([vulnerable('1.0.0')], [vulnerable('0.9.0', { line: 1 }), vulnerable('1.0.0')])).toEqual([
    '0.9.0 A',
  ])
})

test.each([
  ['another package', { name: 'other' }],
  ['another ecosystem', { ecosystem: 'PyPI' }],
  ['another file', { path: 'b/package-lock.json' }],
  ['another rule', { rule: 'malicious-package' }],
])('%s is new', (_, change) => {
  expect(newOf([vulnerable('1.0.0')], [vulnerable('1.0.1', change)])).toEqual(['1.0.1 A'])
})

test('what is no vulnerability of a package has its fingerprint alone', () => {
  const [before, after] = ['a', 'b'].map((text) => finding({ identity: [text] }))
  expect(newOf([before!], [after!])).toHaveLength(1)
})

interface Change {
  readonly id?: string
  readonly name?: string
  readonly ecosystem?: string
  readonly path?: string
  readonly rule?: string
  readonly line?: number
}

function vulnerable(version: string, change: Change = {}): Finding {
  const { id = 'A', name = 'a', ecosystem = 'npm', path = 'package-lock.json', line = 9 } = change
  const about = { ecosystem, name, version, direct: true, scope: 'prod', paths: [], fix: null } as const
  return finding({
    path,
    line,
    endLine: line,
    rule: change.rule ?? 'vulnerable-dependency',
    package: about,
    advisory: { id, aliases: [], fixed: [] },
    identity: ['advisory', ecosystem, name, version, id],
  })
}

/** What is left to be new: neither in base nor persisting. */
function newOf(base: readonly Finding[], head: readonly Finding[]): string[] {
  const [before, now] = [base, head].map((findings) => fingerprintFindings('dependencies', findings))
  const existing = new Set([
    ...before!.map((one) => one.fingerprint),
    ...persistingFingerprints(now!, before!),
  ])
  return now!
    .filter(({ fingerprint }) => !existing.has(fingerprint))
    .map((one) => `${one.package?.version} ${one.advisory?.id}`)
}
