import { expect, test } from 'vitest'
import type { Remedy } from '../../../../scanners/dependencies/findings/remedy.ts'
import { groupByUpgrade } from '../../../../scanners/dependencies/findings/upgrades.ts'
import type { Finding } from '../../../../src/gate/finding.ts'

const web = { name: 'web', version: '1.0.0' }

test('findings of one upgrade are one line, to the version that ends them all', () => {
  const upgrades = groupByUpgrade([
    vulnerability('web', 'A', { kind: 'upgrade', version: '1.2.0', inRange: true, holders: [] }),
    vulnerability('web', 'B', { kind: 'upgrade', version: '1.10.0', inRange: true, holders: [] }),
    vulnerability('qs', 'C', { kind: 'upgrade-direct', version: '2.0.0', direct: web, to: '1.3.0' }),
    vulnerability('ms', 'D', { kind: 'refresh', version: '3.0.0', dependents: [] }),
  ])
  expect(upgrades.map(({ text }) => text)).toEqual([
    'upgrade web to 1.10.0: ends 3',
    'refresh the lockfile, ms to 3.0.0: ends 1',
  ])
  expect(upgrades[0]).toMatchObject({
    to: '1.10.0',
    ends: 3,
    advisories: ['A', 'B', 'C'],
    lockfileOnly: false,
  })
})

test('what a direct dependency holds back is grouped under it, without a version that nobody knows', () => {
  const held: Remedy = { kind: 'held', version: '2.0.0', holders: [], direct: web }
  const upgrades = groupByUpgrade([vulnerability('qs', 'A', held), vulnerability('ms', 'B', held)])
  expect(upgrades).toMatchObject([
    {
      name: 'web',
      from: '1.0.0',
      to: null,
      text: 'upgrade web from 1.0.0: it holds back ms, qs, 2 findings',
    },
  ])
})

test('malware and what has no fix are no upgrade', () => {
  expect(groupByUpgrade([vulnerability('a', 'A', { kind: 'remove' })])).toEqual([])
  expect(groupByUpgrade([vulnerability('a', 'A', { kind: 'none' })])).toEqual([])
})

function vulnerability(name: string, id: string, remedy: Remedy) {
  const found = {
    ecosystem: 'npm',
    name,
    version: '1.0.0',
    direct: null,
    scope: 'prod',
    paths: [],
    fix: null,
  }
  const finding = {
    rule: 'vulnerable-dependency',
    path: 'package-lock.json',
    package: found,
    advisory: { id, aliases: [], fixed: [] },
  } as unknown as Finding
  return { finding, remedy }
}
