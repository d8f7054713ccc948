import { describe, expect, test } from 'vitest'
import { formatOfId, formatOfPath, readPackages } from '../../../../scanners/dependencies/packages.ts'

async function read(id: string, text: string) {
  const reading = await readPackages({ path: 'file', bytes: new TextEncoder().encode(text) }, formatOfId(id)!)
  const packages = reading.packages.map(({ ecosystem, name, version, line, direct, licence }) =>
    [ecosystem, name, version, line, direct, licence ?? ''].join(' '),
  )
  return { packages, edges: reading.edges, errors: reading.errors }
}

const CYCLONEDX = `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1">
  <metadata><component type="application" bom-ref="app"><name>app</name></component></metadata>
  <components>
    <component type="library" bom-ref="a"><name>a</name><version>1.0.0</version>
      <licenses><license><id>MIT</id></license></licenses><purl>pkg:npm/a@1.0.0</purl>
      <components><component type="library" bom-ref="b"><name>b</name><purl>pkg:npm/b@2.0.0</purl></component></components>
    </component>
    <component type="library"><name>unknown</name></component>
  </components>
  <dependencies>
    <dependency ref="app"><dependency ref="a"/></dependency>
    <dependency ref="a"><dependency ref="b"/></dependency>
  </dependencies>
</bom>`

describe('CycloneDX XML', () => {
  test('is read as its JSON is: nested components, licences, dependencies', async () => {
    const { packages, edges, errors } = await read('cyclonedx', CYCLONEDX)
    expect(packages).toEqual(['npm a 1.0.0 5 true MIT', 'npm b 2.0.0 7 false '])
    expect(edges.map(([from, to]) => [from, to])).toEqual([
      [-1, 0],
      [0, 1],
    ])
    expect(errors).toEqual([])
  })

  test('of an unknown version, or of something else, is told', async () => {
    expect((await read('cyclonedx', CYCLONEDX.replace('bom/1.5', 'bom/9.9'))).errors[0]?.code).toBe(
      'LOCKFILE_UNSUPPORTED',
    )
    expect((await read('cyclonedx', '<project/>')).errors).toHaveLength(1)
  })

  test('that breaks off keeps what stood before', async () => {
    const { packages, errors } = await read(
      'cyclonedx',
      CYCLONEDX.slice(0, CYCLONEDX.indexOf('<component type="library"><name>unknown')),
    )
    expect(packages).toHaveLength(2)
    expect(errors).toHaveLength(1)
  })
})

const TAG_VALUE = `SPDXVersion: SPDX-2.3
SPDXID: SPDXRef-DOCUMENT
DocumentName: x
PackageName: app
SPDXID: SPDXRef-app
PackageName: a
SPDXID: SPDXRef-a
PackageVersion: 1.0.0
PackageDescription: <text>several
PackageName: not a package
lines</text>
PackageLicenseConcluded: MIT
ExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1.0.0
FileName: ./x.js
SPDXID: SPDXRef-file
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-app
Relationship: SPDXRef-app DEPENDS_ON SPDXRef-a
`
const RDF = `<rdf:RDF xmlns:spdx="http://spdx.org/rdf/terms#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<spdx:SpdxDocument rdf:about="http://x#SPDXRef-DOCUMENT"><spdx:specVersion>SPDX-2.3</spdx:specVersion>
<spdx:relationship><spdx:Relationship>
<spdx:relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_describes"/>
<spdx:relatedSpdxElement><spdx:Package rdf:about="http://x#SPDXRef-app"><spdx:name>app</spdx:name>
<spdx:relationship><spdx:Relationship>
<spdx:relationshipType rdf:resource="http://spdx.org/rdf/terms#relationshipType_dependsOn"/>
<spdx:relatedSpdxElement rdf:resource="http://x#SPDXRef-a"/></spdx:Relationship></spdx:relationship>
</spdx:Package></spdx:relatedSpdxElement></spdx:Relationship></spdx:relationship>
</spdx:SpdxDocument>
<spdx:Package rdf:about="http://x#SPDXRef-a">
<spdx:licenseConcluded rdf:resource="http://spdx.org/licenses/MIT"/>
<spdx:externalRef><spdx:ExternalRef><spdx:referenceType rdf:resource="http://spdx.org/rdf/references/purl"/>
<spdx:referenceLocator>pkg:npm/a@1.0.0</spdx:referenceLocator></spdx:ExternalRef></spdx:externalRef>
</spdx:Package></rdf:RDF>`

describe('SPDX', () => {
  test.each([
    ['tag-value', TAG_VALUE, 6],
    ['RDF', RDF, 11],
  ])('as %s is read as its JSON is', async (_, text, line) => {
    const { packages, edges, errors } = await read('spdx', text)
    expect(packages).toEqual([`npm a 1.0.0 ${line} true MIT`])
    expect(edges.map(([from, to]) => [from, to])).toEqual([[-1, 0]])
    expect(errors).toEqual([])
  })

  test('of no version is told', async () => {
    expect(
      (await read('spdx', RDF.replace(/<spdx:specVersion>.*<\/spdx:specVersion>/, ''))).errors,
    ).toHaveLength(1)
  })
})

test.each(['bom.xml', 'a/app.cdx.xml', 'app.spdx', 'app.spdx.rdf'])('%s is found by its name', (path) => {
  expect(formatOfPath(path)).toBeDefined()
})
