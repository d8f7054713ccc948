import { expect, test } from 'vitest'
import { conanLock } from '../../../../scanners/dependencies/lockfiles/conan-lock.ts'
import { edgesOf, errorsOf, packagesOf, readText } from './reading.ts'

test('version 1: the graph with its edges; the node with a path is the project', async () => {
  const reading = await readText(
    conanLock,
    `{"version": "0.4", "graph_lock": {"nodes": {
  "0": {"path": "conanfile.txt", "requires": ["1"], "build_requires": ["3"], "context": "host"},
  "1": {"ref": "freetype/2.12.1@user/channel#abc",
        "requires": ["2"]},
  "2": {"pref": "zlib/1.2.13#5f49:1972#5884"},
  "3": {"ref": "cmake/3.25.0", "context": "build"}
}}}`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'freetype 2.12.1 3-4 prod true',
    'zlib 1.2.13 5-5 prod false',
    'cmake 3.25.0 6-6 build true',
  ])
  expect(edgesOf(reading)).toEqual(['. > freetype', '. > cmake', 'freetype > zlib'])
})

test('version 2: lists of references, with and without locked binaries', async () => {
  const reading = await readText(
    conanLock,
    `{"version": "0.5",
 "requires": ["zlib/1.2.11#ffa7%1667396813.184",
   ["bzip2/1.0.8#4647%1.2", {"id": {}}]],
 "build_requires": ["cmake/3.25"], "python_requires": []}`,
  )
  expect(packagesOf(reading)).toEqual([
    'zlib 1.2.11 2-2 prod null',
    'bzip2 1.0.8 3-3 prod null',
    'cmake 3.25 4-4 build null',
  ])
  expect(reading.packages[0]?.ecosystem).toBe('ConanCenter')
})

test('a reference that is no reference costs its entry alone', async () => {
  const reading = await readText(conanLock, '{"requires": ["zlib/1",\n"1.2.3#ff", 7]}')
  expect(packagesOf(reading)).toEqual(['zlib 1 1-1 prod null'])
  expect(errorsOf(reading)).toEqual([
    '2 LOCKFILE_INVALID "1.2.3#ff" is not name/version',
    '2 LOCKFILE_INVALID "7" is not name/version',
  ])
})

test('a lockfile that breaks off keeps what stood before and says where', async () => {
  const reading = await readText(conanLock, '{"requires": ["zlib/1",\n"bzip2/1')
  expect(packagesOf(reading)).toEqual(['zlib 1 1-1 prod null'])
  expect(errorsOf(reading)).toEqual(['2 LOCKFILE_INVALID a string has no end'])
})

test.each(['', '[]', '{}', '{"graph_lock": 3}'])('%j has nothing to read and says so', async (text) => {
  const reading = await readText(conanLock, text)
  expect(reading.errors).toMatchObject([{ code: 'LOCKFILE_INVALID', line: 1 }])
})
