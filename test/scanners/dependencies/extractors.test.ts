import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORMATS, formatOfId, formatOfPath, readPackages } from '../../../scanners/dependencies/packages.ts'
import { DIFFERENCES, EXTRACTOR_FORMATS } from './extractor-formats.ts'
import { sharedData, whyNoSharedData } from './shared-data.ts'

describe.skipIf(!sharedData)(`the fixtures of osv-scalibr${whyNoSharedData}`, () => {
  const folder = `${sharedData}extractors/`
  const expected: Record<string, Package[]> = sharedData
    ? JSON.parse(readFileSync(`${folder}expected-packages.json`, 'utf8'))
    : {}
  const paths = Object.keys(expected)

  for (const [extractor, id] of Object.entries(EXTRACTOR_FORMATS)) {
    const own = paths.filter((path) => path.startsWith(`${extractor}/`))

    test(`${extractor} is read as ${id}`, async () => {
      const format = formatOfId(id)
      expect(format, `the format ${id}`).toBeDefined()
      expect(own.length).toBeGreaterThan(0)
      for (const path of own) {
        const reading = await readPackages({ path, bytes: readFileSync(folder + path) }, format!)
        expect(
          reading.errors.filter((error) => error.message.startsWith('the parser gave up')),
          path,
        ).toEqual([])
        if (DIFFERENCES[path] === undefined)
          expect(setOf(reading.packages), path).toEqual(setOf(expected[path]!))
        else
          expect(setOf(reading.packages), `${path} differs: ${DIFFERENCES[path]}`).not.toEqual(
            setOf(expected[path]!),
          )
      }
    })
  }

  test('a difference names a fixture', () => {
    expect(Object.keys(DIFFERENCES).filter((path) => !paths.includes(path))).toEqual([])
  })
})

describe.skipIf(!sharedData)(`the real lockfiles${whyNoSharedData}`, () => {
  const folder = `${sharedData}lockfiles/`
  const paths = sharedData
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
        (path) => formatOfPath(path) && statSync(folder + path).isFile(),
      )
    : []

  test.each(paths)('%s is read without an error, with lines inside of the file', async (path) => {
    const bytes = readFileSync(folder + path)
    const siblings = { read: async (sibling: string) => readSibling(sibling) }
    const reading = await readPackages({ path: folder + path, bytes }, formatOfPath(path)!, siblings)
    const lines = bytes.toString('utf8').split('\n').length
    // A manifest leaves open what only a registry knows.
    expect(reading.errors.filter((error) => error.code !== 'LOCKFILE_UNRESOLVED')).toEqual([])
    expect(reading.packages.length).toBeGreaterThan(0)
    for (const { name, line, endLine } of reading.packages) {
      expect(name).not.toBe('')
      expect(line >= 1 && line <= endLine && endLine <= lines, `${name} ${line}-${endLine}`).toBe(true)
    }
    for (const [from, to] of reading.edges) {
      expect(from >= -1 && from < reading.packages.length && to >= 0 && to < reading.packages.length).toBe(
        true,
      )
    }
  })

  test('every folder has a file that is read', () => {
    const formats = new Set(paths.map((path) => dirname(path).split('/')[0]))
    expect(formats.size).toBeGreaterThan(FORMATS.length > 20 ? 15 : 3)
  })
})

function readSibling(path: string) {
  try {
    return { path, text: readFileSync(path, 'utf8') }
  } catch {
    return undefined
  }
}

interface Package {
  readonly name: string
  readonly version: string
  readonly ecosystem: string
}

function setOf(packages: readonly Package[]): string[] {
  return [...new Set(packages.map((p) => `${p.ecosystem} ${p.name} ${p.version}`))].sort()
}
