import { expect, test } from 'vitest'
import { bunLock } from '../../../../scanners/dependencies/lockfiles/bun-lock.ts'
import { readText } from './reading.ts'

test('a registry’s tarball asked for by its address says its version, another does not', async () => {
  const addresses = ['https://registry.example/a/-/a-2.0.0.tgz', 'https://files.example/b-1.0.0.tgz']
  const packages = { x: [`a@${addresses[0]}`, {}], b: [`b@${addresses[1]}`, {}] }
  const { packages: read } = await readText(bunLock, JSON.stringify({ lockfileVersion: 1, packages }))
  expect(read.map(({ name, version, source }) => [name, version, source])).toEqual([
    ['a', '2.0.0', { kind: 'url', url: addresses[0] }],
    ['b', '', { kind: 'url', url: addresses[1] }],
  ])
})
