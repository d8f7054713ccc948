import { expect, test } from 'vitest'
import { mergeAliases } from '../../../../scanners/dependencies/advisories/aliases.ts'
import { packageKey, sameEcosystem } from '../../../../scanners/dependencies/advisories/names.ts'
import { type Advisory, decodeAdvisory } from '../../../../scanners/dependencies/advisories/record.ts'
import { severityOf } from '../../../../scanners/dependencies/advisories/severity.ts'

test('records that share an id or an alias are one vulnerability, in whatever order they come', () => {
  const records = [
    advisory('PYSEC-1', ['CVE-1']),
    advisory('GO-9', []),
    advisory('GHSA-b', ['CVE-2']),
    advisory('GHSA-a', ['CVE-1', 'CVE-2']),
  ]
  for (const order of [records, records.toReversed()]) {
    const groups = mergeAliases(order).map((group) => group.map((one) => one.id))
    expect(groups.toSorted()).toEqual([['GHSA-a', 'GHSA-b', 'PYSEC-1'], ['GO-9']])
  }
})

test('malware comes first, then GHSA, then CVE', () => {
  const group = [
    advisory('CVE-1', []),
    advisory('RUSTSEC-1', ['CVE-1']),
    advisory('GHSA-1', ['CVE-1']),
    advisory('MAL-1', ['CVE-1']),
  ]
  expect(mergeAliases(group)[0]!.map((one) => one.id)).toEqual(['MAL-1', 'GHSA-1', 'CVE-1', 'RUSTSEC-1'])
})

test.each([
  ['PyPI', 'Zope.Interface', 'zope--interface'],
  ['NuGet', 'Newtonsoft.Json', 'newtonsoft.json'],
  ['Packagist', 'Symfony/Http-Kernel', 'symfony/http-kernel'],
  ['SwiftURL', 'https://github.com/Apple/swift-nio.git', 'github.com/apple/swift-nio'],
  ['Debian:12', 'curl', 'curl'],
])('%s: %s and %s are one package', (ecosystem, a, b) => {
  expect(packageKey(ecosystem, a)).toBe(packageKey(ecosystem, b))
})

test.each([
  ['npm', 'Lodash', 'lodash'],
  ['npm', '@a/b', 'b'],
  ['Go', 'example.org/m', 'example.org/m/v2'],
  ['Go', 'example.org/M', 'example.org/m'],
  ['Maven', 'a:b', 'a:B'],
])('%s: %s and %s are two packages', (ecosystem, a, b) => {
  expect(packageKey(ecosystem, a)).not.toBe(packageKey(ecosystem, b))
})

test('a release must be the same where both sides name one', () => {
  expect(sameEcosystem('Debian:12', 'Debian:12')).toBe(true)
  expect(sameEcosystem('Debian:12', 'Debian')).toBe(true)
  expect(sameEcosystem('Debian:12', 'Debian:11')).toBe(false)
})

test.each([
  [['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'], 'LOW', 'critical'],
  [['CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N'], '', 'medium'],
  [['AV:N/AC:L/Au:N/C:P/I:P/A:P'], '', 'high'],
  [['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N'], '', 'high'],
  [
    [
      'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      'CVSS:4.0/AV:L/AC:H/AT:P/PR:H/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N',
    ],
    '',
    'low',
  ],
  [['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N'], '', 'none'],
  [['CVSS:3.1/AV:Z', 'rubbish', `CVSS:3.1/${'x'.repeat(1e6)}`], 'MODERATE', 'medium'],
  [[], 'Critical', 'critical'],
  [[], 'constructor', 'unknown'],
  [[], '', 'unknown'],
])('vectors %j and the word %j are %s', (vectors, word, severity) => {
  expect(severityOf({ ...advisory('GHSA-1', []), vectors, word })).toBe(severity)
})

test('malware is critical whatever its record says', () => {
  expect(severityOf({ ...advisory('MAL-1', []), word: 'LOW' })).toBe('critical')
  expect(severityOf({ ...advisory('GHSA-1', ['MAL-1']), word: 'LOW' })).toBe('critical')
})

function advisory(id: string, aliases: readonly string[]): Advisory {
  return decodeAdvisory({ id, aliases })!
}
