import { expect, test } from 'vitest'
import { matchesVersionRange } from '../../src/verbs/version-range.ts'

test.each([
  ['npm', '1.2.3', '<1.3.0', true],
  ['npm', '1.10.0', '<1.3.0', false],
  ['npm', '1.2.3', '>=1.0.0 <1.2.3', false],
  ['npm', '1.2.3', '>= 1.0.0, <= 1.2.3', true],
  ['npm', '2.0.0', '<1.0.0 || >=2.0.0', true],
  ['npm', '1.2.3', '1.2.3', true],
  ['npm', '1.2.4', '=1.2.3', false],
  ['PyPI', '1.0rc1', '<1.0', true],
  ['npm', '1.2.3', 'latest!', undefined],
  ['npm', '1.2.3', '', undefined],
  ['npm', '1.2.3', '<', undefined],
  ['npm', 'what', '<1.0.0', undefined],
  ['Nowhere', '1.0.0', '<2.0.0', undefined],
])('%s %s within %j: %s', (ecosystem, version, range, expected) => {
  expect(matchesVersionRange(ecosystem, version, range)).toBe(expected)
})
