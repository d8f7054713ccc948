import { expect, test } from 'vitest'
import { findClearance, readVex } from '../../../../scanners/dependencies/inputs/vex.ts'

const openVex = {
  '@context': 'https://openvex.dev/ns/v0.2.0',
  timestamp: '2026-01-01T00:00:00Z',
  statements: [
    {
      vulnerability: { '@id': 'https://nvd.example/CVE-1', name: 'CVE-1', aliases: ['GHSA-1'] },
      products: [{ '@id': 'pkg:generic/shop', subcomponents: [{ '@id': 'pkg:npm/%40s/qs@1.0.0' }] }],
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
      impact_statement: 'we do not parse',
    },
  ],
}

const cycloneDx = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  components: [{ 'bom-ref': 'a', purl: 'pkg:npm/qs@1.0.0' }],
  vulnerabilities: [
    {
      id: 'CVE-2',
      references: [{ id: 'GHSA-2' }],
      analysis: { state: 'not_affected', justification: 'code_not_reachable', detail: 'never called' },
      affects: [{ ref: 'a' }],
    },
  ],
}

test('OpenVEX: what is about the package in this version, under any id', () => {
  const statements = read(openVex)
  const clearance = findClearance(statements, 'pkg:npm/%40s/qs@1.0.0', ['GHSA-1'])
  expect(clearance?.reason).toBe('vulnerable_code_not_in_execute_path: we do not parse')
  expect(findClearance(statements, 'pkg:npm/%40s/qs@1.0.1', ['GHSA-1'])).toBeUndefined()
  expect(findClearance(statements, 'pkg:npm/qs@1.0.0', ['GHSA-1'])).toBeUndefined()
  expect(findClearance(statements, 'pkg:npm/%40s/qs@1.0.0', ['GHSA-9'])).toBeUndefined()
})

test('CycloneDX: by bom-ref, by BOM-Link and by purl', () => {
  for (const ref of ['a', 'urn:cdx:0/1#pkg%3Anpm%2Fqs%401.0.0', 'pkg:npm/qs@1.0.0']) {
    const vulnerability = { ...cycloneDx.vulnerabilities[0]!, affects: [{ ref }] }
    const statements = read({ ...cycloneDx, vulnerabilities: [vulnerability] })
    expect(findClearance(statements, 'pkg:npm/qs@1.0.0', ['GHSA-2'])?.reason).toBe(
      'code_not_reachable: never called',
    )
    expect(findClearance(statements, 'pkg:npm/qs@2.0.0', ['GHSA-2'])).toBeUndefined()
  }
})

test('versions that CycloneDX gives as a range clear nothing, named ones do', () => {
  const withVersions = (versions: readonly object[]) =>
    read({
      ...cycloneDx,
      vulnerabilities: [{ ...cycloneDx.vulnerabilities[0]!, affects: [{ ref: 'pkg:npm/qs', versions }] }],
    })
  expect(
    findClearance(withVersions([{ range: 'vers:npm/<2' }]), 'pkg:npm/qs@1.0.0', ['CVE-2']),
  ).toBeUndefined()
  expect(findClearance(withVersions([{ version: '1.0.0' }]), 'pkg:npm/qs@1.0.0', ['CVE-2'])).toBeDefined()
})

test('the newest statement stands, and one without a reason clears nothing', () => {
  const later = (fields: object) =>
    read(openVex, {
      ...openVex,
      timestamp: '2026-02-01T00:00:00Z',
      statements: [{ ...openVex.statements[0]!, ...fields }],
    })
  const clears = (statements: ReturnType<typeof read>) =>
    findClearance(statements, 'pkg:npm/%40s/qs@1.0.0', ['CVE-1']) !== undefined
  expect(clears(later({ status: 'affected' }))).toBe(false)
  expect(clears(later({ status: 'fixed', justification: undefined }))).toBe(true)
  expect(clears(later({ justification: undefined, impact_statement: '' }))).toBe(false)
})

test.each([
  ['not JSON', '{'],
  ['neither', '{}'],
])('%s is an error that names the file', (_, text) => {
  expect(() => readVex([{ name: 'vex/a.json', text, digest: 'sha256:0' }])).toThrow(/vex\/a\.json/)
})

function read(...documents: readonly object[]) {
  return readVex(
    documents.map((document, index) => ({
      name: `vex/${index}.json`,
      text: JSON.stringify(document),
      digest: `sha256:${index}`,
    })),
  )
}
