import { expect, test } from 'vitest'
import type { Edge, LockedPackage } from '../../../../scanners/dependencies/lockfile.ts'
import { DEFAULT_REGISTRY, ROOT } from '../../../../scanners/dependencies/lockfile.ts'
import type { LockfileReading } from '../../../../scanners/dependencies/packages.ts'
import { emitCycloneDx } from '../../../../scanners/dependencies/sbom/cyclonedx.ts'
import { buildGraph } from '../../../../scanners/dependencies/sbom/inventory-graph.ts'
import { emitSpdx } from '../../../../scanners/dependencies/sbom/spdx.ts'

const web = one({ name: '@s/web', version: '1.0.0', direct: true, licence: 'MIT', line: 3 })
const parse = one({ name: 'parse', version: '2.0.0', scope: 'dev', licence: '(MIT OR Apache-2.0)', line: 9 })
const mine = one({
  name: 'mine',
  version: '',
  licence: 'SEE LICENSE',
  source: { kind: 'git', url: 'git+https://host.example/o/mine.git', commit: 'abc' },
})
const readings = [
  reading(
    'a/package-lock.json',
    [web, parse, mine],
    [
      [ROOT, 0, '^1.0.0'],
      [0, 1],
      [0, 2],
    ],
  ),
  reading('b/package-lock.json', [{ ...parse, scope: 'prod', line: 4 }], []),
]

test('CycloneDX 1.6: components by purl, once each, with places, licences and dependencies', () => {
  const document = JSON.parse(emitCycloneDx(request()))
  expect(document).toEqual({
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: expect.stringMatching(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    ),
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'sallyport', version: '9.9.9' }] },
      component: { type: 'application', 'bom-ref': 'project', name: 'shop' },
    },
    components: [
      {
        type: 'library',
        'bom-ref': 'pkg:npm/%40s/web@1.0.0',
        name: '@s/web',
        version: '1.0.0',
        scope: 'required',
        licenses: [{ license: { id: 'MIT' } }],
        purl: 'pkg:npm/%40s/web@1.0.0',
        evidence: { occurrences: [{ location: 'a/package-lock.json', line: 3 }] },
      },
      {
        type: 'library',
        'bom-ref': gitPurl,
        name: 'mine',
        scope: 'required',
        licenses: [{ license: { name: 'SEE LICENSE' } }],
        purl: gitPurl,
        evidence: { occurrences: [{ location: 'a/package-lock.json', line: 1 }] },
      },
      {
        type: 'library',
        'bom-ref': 'pkg:npm/parse@2.0.0',
        name: 'parse',
        version: '2.0.0',
        scope: 'required',
        licenses: [{ expression: '(MIT OR Apache-2.0)' }],
        purl: 'pkg:npm/parse@2.0.0',
        evidence: {
          occurrences: [
            { location: 'a/package-lock.json', line: 9 },
            { location: 'b/package-lock.json', line: 4 },
          ],
        },
      },
    ],
    dependencies: [
      { ref: 'project', dependsOn: ['pkg:npm/%40s/web@1.0.0'] },
      { ref: 'pkg:npm/%40s/web@1.0.0', dependsOn: [gitPurl, 'pkg:npm/parse@2.0.0'] },
      { ref: gitPurl, dependsOn: [] },
      { ref: 'pkg:npm/parse@2.0.0', dependsOn: [] },
    ],
    compositions: [{ aggregate: 'unknown', assemblies: ['project'] }],
  })
})

const gitPurl = 'pkg:npm/mine?vcs_url=git%2Bhttps%3A%2F%2Fhost.example%2Fo%2Fmine.git%40abc'

test('SPDX 2.3: packages with purls, what the project describes and depends on', () => {
  const document = JSON.parse(emitSpdx(request()))
  expect(document).toMatchObject({
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'shop',
    creationInfo: { created: '1970-01-01T00:00:00Z', creators: ['Tool: sallyport-9.9.9'] },
  })
  expect(document.documentNamespace).toMatch(/^urn:uuid:/)
  const [project, first, second] = document.packages
  expect(project).toMatchObject({ SPDXID: 'SPDXRef-Project', name: 'shop' })
  expect(first).toEqual({
    SPDXID: expect.stringMatching(/^SPDXRef-Package-[0-9a-f]{32}$/),
    name: '@s/web',
    versionInfo: '1.0.0',
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    sourceInfo: 'named in a/package-lock.json:3',
    licenseConcluded: 'NOASSERTION',
    licenseDeclared: 'MIT',
    copyrightText: 'NOASSERTION',
    externalRefs: [
      {
        referenceCategory: 'PACKAGE-MANAGER',
        referenceType: 'purl',
        referenceLocator: 'pkg:npm/%40s/web@1.0.0',
      },
    ],
  })
  expect(second).toMatchObject({
    downloadLocation: 'git+https://host.example/o/mine.git@abc',
    licenseDeclared: 'NOASSERTION',
    licenseComments: 'The lockfile says: SEE LICENSE',
  })
  expect(document.relationships).toHaveLength(4)
  expect(document.relationships[1]).toEqual({
    spdxElementId: 'SPDXRef-Project',
    relationshipType: 'DEPENDS_ON',
    relatedSpdxElement: first.SPDXID,
  })
})

test.each([
  ['CycloneDX', emitCycloneDx],
  ['SPDX', emitSpdx],
] as const)('%s: the same content gives the same bytes, other content another id, time is given', (_, emit) => {
  expect(emit(request())).toBe(emit(request()))
  const id = (text: string) => /urn:uuid:[0-9a-f-]+/.exec(text)![0]
  expect(id(emit(request()))).toBe(id(emit({ ...request(), timestamp: '2026-01-01T00:00:00Z' })))
  expect(id(emit(request()))).not.toBe(id(emit({ ...request(), graph: buildGraph(readings.slice(1)) })))
  expect(emit({ ...request(), timestamp: '2026-01-01T00:00:00Z' })).toContain('"2026-01-01T00:00:00Z"')
  expect(emit({ ...request(), complete: false })).toMatch(/incomplete/i)
})

function request() {
  return {
    graph: buildGraph(readings),
    name: 'shop',
    toolVersion: '9.9.9',
    timestamp: undefined,
    complete: true,
  }
}

function one(fields: Partial<LockedPackage>): LockedPackage {
  return {
    ecosystem: 'npm',
    name: 'x',
    version: '1.0.0',
    source: DEFAULT_REGISTRY,
    scope: 'prod',
    direct: false,
    line: 1,
    endLine: 1,
    ...fields,
  }
}

function reading(path: string, packages: readonly LockedPackage[], edges: readonly Edge[]): LockfileReading {
  return { path, format: 'package-lock.json', packages, edges, errors: [] }
}
