import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateLicence, type LicenceAnswer } from '../../../../scanners/dependencies/licences/expression.ts'

const allow = ['MIT', 'Apache-2.0', 'BSD-*', 'GPL-2.0-only WITH Classpath-exception-2.0', 'LGPL-2.1-or-later']
const policy = { allow, deny: ['AGPL-*', 'GPL-2.0-only'] }

test.each<[string, LicenceAnswer]>([
  ['MIT', 'allowed'],
  ['mit', 'allowed'],
  ['BSD-3-Clause', 'allowed'],
  ['(MIT OR GPL-3.0-only)', 'allowed'],
  ['MIT AND GPL-3.0-only', 'not-allowed'],
  ['MIT AND AGPL-3.0-only', 'not-allowed'],
  ['GPL-2.0', 'not-allowed'],
  ['GPL-2.0-only WITH Classpath-exception-2.0', 'allowed'],
  ['LGPL-2.1+', 'allowed'],
  ['Apache-2.0 WITH LLVM-exception', 'allowed'],
  ['ISC', 'not-allowed'],
  ['UNLICENSED', 'unknown'],
  ['SEE LICENSE IN LICENSE.md', 'unknown'],
  ['', 'unknown'],
  ['MIT OR Homegrown-1.0', 'allowed'],
  ['MIT AND Homegrown-1.0', 'unknown'],
  ['ISC AND Homegrown-1.0', 'not-allowed'],
  ['ISC OR Homegrown-1.0', 'unknown'],
  ['LicenseRef-Own', 'unknown'],
])('%s is %s', (expression, answer) => {
  expect(evaluateLicence(expression, policy)).toBe(answer)
})

test('a licence of the own house can be allowed by its name; without a list, all but the denied are', () => {
  expect(evaluateLicence('LicenseRef-Own', { allow: ['LicenseRef-Own'], deny: [] })).toBe('allowed')
  expect(evaluateLicence('Homegrown-1.0', { allow: ['Homegrown-1.0'], deny: [] })).toBe('allowed')
  expect(evaluateLicence('ISC', { allow: undefined, deny: ['GPL-*'] })).toBe('allowed')
  expect(evaluateLicence('GPL-3.0-or-later', { allow: undefined, deny: ['GPL-*'] })).toBe('not-allowed')
})

test('an alternative never makes it worse, a further condition never better', () => {
  const rank = { 'not-allowed': 0, unknown: 1, allowed: 2 }
  const licence = fc.constantFrom('MIT', 'ISC', 'Homegrown-1.0', 'AGPL-3.0-only', 'Apache-2.0')
  const expression = fc
    .tuple(licence, licence, fc.constantFrom('AND', 'OR'))
    .map(([a, b, word]) => `(${a} ${word} ${b})`)
  fc.assert(
    fc.property(expression, licence, (a, b) => {
      const alone = rank[evaluateLicence(a, policy)]
      expect(rank[evaluateLicence(`${a} OR ${b}`, policy)]).toBeGreaterThanOrEqual(alone)
      expect(rank[evaluateLicence(`${a} AND ${b}`, policy)]).toBeLessThanOrEqual(alone)
    }),
  )
})

test('any text gets an answer, in bounded time', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 1_500, unit: fc.constantFrom('(', ')', 'MIT', ' ', 'AND', 'OR', 'x') }),
      (text) => {
        expect(['allowed', 'unknown', 'not-allowed']).toContain(evaluateLicence(text, policy))
      },
    ),
  )
})
