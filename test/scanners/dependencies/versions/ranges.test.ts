import { expect, test } from 'vitest'
import { admits } from '../../../../scanners/dependencies/versions/ranges.ts'

test.each([
  ['npm', '^1.2.0', '1.9.0', true],
  ['npm', '^1.2.0', '2.0.0', false],
  ['npm', '1.x || >=2.5.0 <3', '2.6.0', true],
  ['npm', 'npm:other@^2.0.0', '2.1.0', true],
  ['npm', 'latest', '1.0.0', undefined],
  ['npm', 'github:o/r', '1.0.0', undefined],
  ['PyPI', '>=1.0,<2.0', '1.9', true],
  ['PyPI', '>=1.0,<2.0', '2.0', false],
  ['PyPI', '~=1.4.2', '1.4.9', true],
  ['PyPI', '~=1.4.2', '1.5.0', false],
  ['PyPI', '~=1.4', '1.9', true],
  ['PyPI', '==1.2.*', '1.2.7', true],
  ['PyPI', '!=1.2.*,>=1', '1.2.7', false],
  ['PyPI', '^0.2.3', '0.3.0', false],
  ['PyPI', '^0.2.3', '0.2.9', true],
  ['PyPI', '*', '9', true],
  ['PyPI', '>=1.0 ; python_version < "3"', '1.5', undefined],
  ['RubyGems', '~> 1.2, >= 1.2.3', '1.9.0', true],
  ['RubyGems', '~> 1.2.3', '1.3.0', false],
  ['RubyGems', '= 1.2.3', '1.2.3', true],
  ['Packagist', '^1.2 || ^2.0', '2.4.1', true],
  ['Packagist', '~1.2', '1.9.0', true],
  ['Packagist', '~1.2.3', '1.3.0', false],
  ['Packagist', '^1.0', '2.0.0-beta1', false],
  ['Hex', '~> 1.0 or ~> 2.0', '2.3.0', true],
  ['NuGet', '[1.0.0, 2.0.0)', '2.0.0', false],
  ['NuGet', '[1.0.0, )', '2.0.0', true],
  ['NuGet', '1.0.0', '2.0.0', true],
  ['NuGet', '[1.0.0]', '1.0.1', false],
  ['Maven', '[1.0,2.0)', '1.5', undefined],
])('%s %s admits %s: %s', (ecosystem, range, version, expected) => {
  expect(admits(ecosystem, range, version)).toBe(expected)
})

test('a hostile range is answered', () => {
  expect(admits('PyPI', '>='.repeat(100_000), '1.0')).toBeUndefined()
  admits('PyPI', `${'x'.repeat(500)} ${'.*'.repeat(200)}`, '1.0')
})
