import { describe, expect, test } from 'vitest'
import { formatOfId, formatOfPath, readPackages } from '../../../../scanners/dependencies/packages.ts'
import { CYCLONEDX_XML, SPDX_RDF, SPDX_TAG_VALUE } from './sbom-samples.ts'

async function read(id: string, text: string) {
  const reading = await readPackages({ path: 'file', bytes: new TextEncoder().encode(text) }, formatOfId(id)!)
  const packages = reading.packages.map(({ ecosystem, name, version, line, direct, licence }) =>
    [ecosystem, name, version, line, direct, licence ?? ''].join(' '),
  )
  return { packages, edges: reading.edges, errors: reading.errors }
}

describe('CycloneDX XML', () => {
  test('is read as its JSON is: nested components, licences, dependencies', async () => {
    const { packages, edges, errors } = await read('cyclonedx', CYCLONEDX_XML)
    expect(packages).toEqual(['npm a 1.0.0 5 true MIT', 'npm b 2.0.0 7 false '])
    expect(edges.map(([from, to]) => [from, to])).toEqual([
      [-1, 0],
      [0, 1],
    ])
    expect(errors).toEqual([])
  })

  test('of an unknown version, or of something else, is told', async () => {
    expect((await read('cyclonedx', CYCLONEDX_XML.replace('bom/1.5', 'bom/9.9'))).errors[0]?.code).toBe(
      'LOCKFILE_UNSUPPORTED',
    )
    expect((await read('cyclonedx', '<project/>')).errors).toHaveLength(1)
  })

  test('that breaks off keeps what stood before', async () => {
    const { packages, errors } = await read(
      'cyclonedx',
      CYCLONEDX_XML.slice(0, CYCLONEDX_XML.indexOf('<component type="library"><name>unknown')),
    )
    expect(packages).toHaveLength(2)
    expect(errors).toHaveLength(1)
  })
})

describe('SPDX', () => {
  test.each([
    ['tag-value', SPDX_TAG_VALUE, 6],
    ['RDF', SPDX_RDF, 11],
  ])('as %s is read as its JSON is', async (_, text, line) => {
    const { packages, edges, errors } = await read('spdx', text)
    expect(packages).toEqual([`npm a 1.0.0 ${line} true MIT`])
    expect(edges.map(([from, to]) => [from, to])).toEqual([[-1, 0]])
    expect(errors).toEqual([])
  })

  test('of no version is told', async () => {
    expect(
      (await read('spdx', SPDX_RDF.replace(/<spdx:specVersion>.*<\/spdx:specVersion>/, ''))).errors,
    ).toHaveLength(1)
  })
})

test.each(['bom.xml', 'a/app.cdx.xml', 'app.spdx', 'app.spdx.rdf'])('%s is found by its name', (path) => {
  expect(formatOfPath(path)).toBeDefined()
})
