import { expect, test } from 'vitest'
import { isFromRegistry } from '../../../scanners/dependencies/registry.ts'

test.each([
  ['https://npm.example/', 'https://npm.example', true],
  ['https://npm.example/team/', 'https://npm.example/', true],
  ['https://npm.example/team/', 'https://npm.example/team', true],
  ['https://npm.example', 'https://npm.example/', true],
  ['https://npm.example:8443/', 'npm.example:8443', true],
  ['https://npm.example:8443/', 'NPM.example', true],
  ['https://npm.example.org/', 'https://npm.example', false],
  ['https://npm.example.org/', 'npm.example', false],
  ['https://npm.example/teammate/', 'https://npm.example/team', false],
  ['http://npm.example/', 'https://npm.example/', false],
  ['https://npm.example@evil.example/', 'npm.example', false],
  ['not an address', 'npm.example', false],
])('%s is from %s: %s', (address, registry, expected) => {
  expect(isFromRegistry(address, registry)).toBe(expected)
})
