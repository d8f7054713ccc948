/** Bills of materials of every real lockfile, and of hostile packages, against the formats' schemas. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import fc from 'fast-check'
import parseExpression from 'spdx-expression-parse'
import { beforeAll, describe, expect, test } from 'vitest'
import type { LockedPackage } from '../../../../scanners/dependencies/lockfile.ts'
import {
  formatOfPath,
  type LockfileReading,
  readPackages,
} from '../../../../scanners/dependencies/packages.ts'
import { emitCycloneDx } from '../../../../scanners/dependencies/sbom/cyclonedx.ts'
import type { SbomRequest } from '../../../../scanners/dependencies/sbom/document.ts'
import { buildGraph } from '../../../../scanners/dependencies/sbom/inventory-graph.ts'
import { emitSpdx } from '../../../../scanners/dependencies/sbom/spdx.ts'
import { sharedData, whyNoSharedData } from '../shared-data.ts'
import { type Schema, schemaErrors } from './json-schema.ts'
import { SPDX_2_3 } from './spdx-2.3-schema.ts'

const schemaOf = (name: string): Schema =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'))
const CYCLONEDX_1_6 = schemaOf('bom-1.6.schema.json')
const OTHERS = Object.fromEntries(
  ['spdx.schema.json', 'jsf-0.82.schema.json'].map((name) => [name, schemaOf(name)]),
)

describe.skipIf(!sharedData)(`of the real lockfiles${whyNoSharedData}`, () => {
  const folder = `${sharedData}lockfiles/`
  const paths = sharedData
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => formatOfPath(path) && statSync(folder + path).isFile())
        .sort()
    : []
  const readings = new Map<string, LockfileReading>()
  beforeAll(async () => {
    for (const path of paths) {
      const file = { path, bytes: readFileSync(folder + path) }
      readings.set(path, await readPackages(file, formatOfPath(path)!))
    }
  })

  test.each(paths)('%s', (path) => {
    expectValid([readings.get(path)!])
  })

  test('of all together, whose bytes are the same whatever the order in which they were read', () => {
    const all = [...readings.values()]
    expectValid(all)
    for (const emit of [emitCycloneDx, emitSpdx]) {
      expect(emit(requestOf(all.toReversed())) === emit(requestOf(all))).toBe(true)
    }
  })
})

test('of packages whose texts are anything', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('MIT', 'MIT OR (Apache-2.0 AND X)', 'GPL-2.0+', 'a b', '../..', '#'),
  )
  const source = fc.oneof(
    fc.record({ kind: fc.constant('registry' as const), url: fc.option(text) }),
    fc.record({ kind: fc.constant('git' as const), url: text, commit: fc.option(text) }),
    fc.record({
      kind: fc.constant('url' as const),
      url: fc.oneof(
        text,
        text.map((end) => `https://h.example/${end}`),
      ),
    }),
    fc.record({ kind: fc.constantFrom('path' as const, 'workspace' as const), path: text }),
  )
  const ecosystem = fc.constantFrom('npm', 'PyPI', 'Maven', 'Go', 'Debian:12', 'GitHub Actions', '')
  const one = fc.record({ ecosystem, name: text, version: text, licence: text, source })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 5 }), (found) => {
      const packages = found.map(
        (fields): LockedPackage => ({ ...fields, scope: 'prod', direct: true, line: 1, endLine: 1 }),
      )
      expectValid([{ path: 'a.lock', format: 'x', packages, edges: [], errors: [] }])
    }),
  )
})

test('a document that breaks the schema is found out', () => {
  const bom = JSON.parse(emitCycloneDx(requestOf([])))
  const broken = [
    { ...bom, specVersion: '1.7.1', version: 0 },
    { ...bom, serialNumber: 'urn:uuid:1' },
    { ...bom, components: [{ type: 'library' }] },
    { ...bom, components: [{ type: 'gadget', name: 'a' }] },
    { ...bom, components: [{ type: 'library', name: 'a', licenses: [{ license: { id: 'No-Such' } }] }] },
    { ...bom, dependencies: [{ ref: 'a', dependsOn: ['b', 'b'] }] },
    { ...bom, more: 1 },
  ]
  for (const one of broken)
    expect(schemaErrors(one, CYCLONEDX_1_6, OTHERS), JSON.stringify(one)).not.toEqual([])
  const spdx = JSON.parse(emitSpdx(requestOf([])))
  for (const one of [
    { ...spdx, SPDXID: 'x' },
    { ...spdx, packages: [{ ...spdx.packages[0], downloadLocation: 'no' }] },
    { ...spdx, more: 1 },
  ]) {
    expect(schemaErrors(one, SPDX_2_3), JSON.stringify(one)).not.toEqual([])
  }
})

function expectValid(readings: readonly LockfileReading[]): void {
  const where = readings
    .map(({ path }) => dirname(path))
    .join(' ')
    .slice(0, 100)
  const request = requestOf(readings)
  const bom = JSON.parse(emitCycloneDx(request))
  expect(schemaErrors(bom, CYCLONEDX_1_6, OTHERS), where).toEqual([])
  // Beyond the schema: a reference names one component, and leads to one.
  const references = [bom.metadata.component, ...bom.components].map((one) => one['bom-ref'])
  expectClosed(
    references,
    bom.dependencies.flatMap((one: { ref: string; dependsOn: string[] }) => [one.ref, ...one.dependsOn]),
  )
  const spdx = JSON.parse(emitSpdx(request))
  expect(schemaErrors(spdx, SPDX_2_3), where).toEqual([])
  expectClosed(
    [spdx.SPDXID, ...spdx.packages.map((one: { SPDXID: string }) => one.SPDXID)],
    spdx.relationships.flatMap((one: Record<string, string>) => [
      one['spdxElementId'],
      one['relatedSpdxElement'],
    ]),
  )
  for (const { licenseDeclared } of spdx.packages) {
    if (licenseDeclared !== 'NOASSERTION') expect(() => parseExpression(licenseDeclared)).not.toThrow()
  }
}

function expectClosed(ids: readonly string[], references: readonly string[]): void {
  const known = new Set(ids)
  expect(known.size).toBe(ids.length)
  expect(references.filter((reference) => !known.has(reference))).toEqual([])
}

function requestOf(readings: readonly LockfileReading[]): SbomRequest {
  const graph = buildGraph(readings)
  return { graph, name: 'project', toolVersion: '1.0.0', timestamp: '2026-01-01T00:00:00Z', complete: true }
}
