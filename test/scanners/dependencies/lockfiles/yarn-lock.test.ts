import { expect, test } from 'vitest'
import { yarnLock } from '../../../../scanners/dependencies/lockfiles/yarn-lock.ts'
import { edgesOf, errorsOf, readText } from './reading.ts'

/** Name, version, source, and whether a checksum is missed. */
async function read(text: string) {
  const reading = await readText(yarnLock, text)
  expect(errorsOf(reading)).toEqual([])
  return reading.packages.map(({ name, version, source, integrity }) => [name, version, source, integrity])
}

const REGISTRY = { kind: 'registry', url: 'https://registry.example/' }
const SHA_1 = '5608aeadfc00be6c2901df5f9861788de0d597c8'

test('yarn 1: the checksum behind an address is one', async () => {
  const text = `# yarn lockfile v1

a@^1:
  version "1.0.0"
  resolved "https://registry.example/a/-/a-1.0.0.tgz#${SHA_1}"

b@^1:
  version "1.0.0"
  resolved "https://registry.example/b/-/b-1.0.0.tgz"
`
  expect(await read(text)).toEqual([
    ['a', '1.0.0', REGISTRY, true],
    ['b', '1.0.0', REGISTRY, false],
  ])
})

test('yarn 1: a registry’s tarball asked for by its address has the registry’s name', async () => {
  const text = `# yarn lockfile v1

"other@https://registry.example/@s%2fa/-/a-1.0.0.tgz":
  version "1.0.0"
  resolved "https://registry.example/@s%2fa/-/a-1.0.0.tgz#${SHA_1}"

"b@https://files.example/b-1.0.0.tgz":
  version "1.0.0"
  resolved "https://files.example/b-1.0.0.tgz#${SHA_1}"

"c@https://files.example/d/-/d-2.0.0.tgz":
  version "1.0.0"
  resolved "https://files.example/d/-/d-2.0.0.tgz#${SHA_1}"
`
  expect(await read(text)).toEqual([
    ['@s/a', '1.0.0', { kind: 'url', url: 'https://registry.example/@s%2fa/-/a-1.0.0.tgz' }, undefined],
    ['b', '1.0.0', { kind: 'url', url: 'https://files.example/b-1.0.0.tgz' }, undefined],
    ['c', '1.0.0', { kind: 'url', url: 'https://files.example/d/-/d-2.0.0.tgz' }, undefined],
  ])
})

const BERRY = `__metadata:
  version: 10
  cacheKey: 10c0

"a@npm:^1":
  version: 1.0.0
  resolution: "a@npm:1.0.0"
  dependencies:
    other: "https://registry.example/b/-/b-2.0.0.tgz"
  conditions: os=darwin
  linkType: hard

"c@npm:^1":
  version: 1.0.0
  resolution: "c@npm:1.0.0"
  linkType: hard

"local@file:./vendored/local::locator=project%40workspace%3A.":
  version: 0.0.7
  resolution: "local@file:./vendored/local#./vendored/local::hash=44cd2e&locator=project%40workspace%3A."
  linkType: hard

"other@https://registry.example/b/-/b-2.0.0.tgz":
  version: 2.0.0
  resolution: "other@https://registry.example/b/-/b-2.0.0.tgz"
  checksum: 10c0/eb80
  linkType: hard
`

test('yarn 4.18: conditions stand for a checksum, folders and tarballs are what they are', async () => {
  expect(await read(BERRY)).toEqual([
    ['a', '1.0.0', { kind: 'registry', url: null }, undefined],
    ['c', '1.0.0', { kind: 'registry', url: null }, false],
    ['local', '0.0.7', { kind: 'path', path: './vendored/local' }, undefined],
    ['b', '2.0.0', { kind: 'url', url: 'https://registry.example/b/-/b-2.0.0.tgz' }, undefined],
  ])
  expect(edgesOf(await readText(yarnLock, BERRY))).toEqual(['a > b', '. > a', '. > c', '. > local'])
})

test('a lockfile of a yarn to come is read, and told', async () => {
  const reading = await readText(yarnLock, BERRY.replace('version: 10', 'version: 11'))
  expect(errorsOf(reading)).toEqual(['1 LOCKFILE_UNSUPPORTED __metadata version 11 is not known'])
  expect(reading.packages).toHaveLength(4)
})
