import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFindings, fingerprintFindings } from '../../src/gate/fingerprint.ts'
import { finding } from './fake-scanner.ts'

const prints = (...findings: Parameters<typeof fingerprintFindings>[1]) =>
  fingerprintFindings('s', findings).map((one) => one.fingerprint)

test('a fingerprint is what it always was', () => {
  expect(prints(finding())).toEqual(['834c559c934941acbf1e3fe676e56db8'])
})

test('moving lines, columns, words and severity change nothing', () => {
  const moved = finding({ line: 40, column: 7, endLine: 41, title: 'T', message: 'M', severity: 'low' })

  expect(prints(moved)).toEqual(prints(finding()))
})

test.each([
  ['rule', { rule: 'other' }],
  ['path', { path: 'b.txt' }],
  ['identity', { identity: ['other'] }],
  ['the borders within identity', { identity: ['te', 'xt'] }],
])('another %s is another finding', (_, change) => {
  expect(prints(finding(change))).not.toEqual(prints(finding()))
})

test('alike findings are told apart by their order, not by the order they are reported in', () => {
  const first = finding({ line: 1 })
  const second = finding({ line: 9 })

  expect(new Set(prints(first, second)).size).toBe(2)
  expect(prints(second, first)).toEqual(prints(first, second))
})

test('the order of findings is total', () => {
  const some = fc
    .record({
      path: fc.constantFrom('a', 'b'),
      line: fc.integer({ min: 1, max: 3 }),
      rule: fc.constantFrom('x', 'y'),
    })
    .map((change) => finding(change))
  fc.assert(
    fc.property(fc.array(some, { maxLength: 8 }), (findings) => {
      const once = fingerprintFindings('s', findings).sort(compareFindings)
      const twice = fingerprintFindings('s', [...findings].reverse()).sort(compareFindings)
      expect(twice.map((one) => one.fingerprint)).toEqual(once.map((one) => one.fingerprint))
    }),
  )
})
