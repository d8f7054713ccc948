import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256Hex } from '../../src/base/digest.ts'
import {
  addRevocation,
  EMPTY_TRUST_STATE,
  highestRunId,
  isRevoked,
  judgeSequence,
  MAX_SEQUENCE_JUMP,
  raiseRatchet,
  raiseRunId,
  trustStateSchema,
} from '../../src/trust/ratchet.ts'

const target = { application: 'shop', environment: 'production' }
const claim = (sequence: number, statement = `s${sequence}`, keyEpoch = 1) => ({
  ...target,
  keyEpoch,
  sequence,
  approval: `sha256:${sha256Hex(statement)}`,
})

test('the first approval may start anywhere within a jump of zero', () => {
  expect(judgeSequence(EMPTY_TRUST_STATE, claim(1))).toEqual({ kind: 'next' })
  expect(judgeSequence(EMPTY_TRUST_STATE, claim(MAX_SEQUENCE_JUMP))).toEqual({ kind: 'next' })
  expect(judgeSequence(EMPTY_TRUST_STATE, claim(MAX_SEQUENCE_JUMP + 1))).toEqual({ kind: 'jump', last: 0 })
})

test('lower is refused, equal only for the same statement, higher up to a jump accepted', () => {
  const state = raiseRatchet(EMPTY_TRUST_STATE, claim(10))
  expect(judgeSequence(state, claim(9))).toEqual({ kind: 'lower', last: 10 })
  expect(judgeSequence(state, claim(10))).toEqual({ kind: 'resume' })
  expect(judgeSequence(state, claim(10, 'other'))).toEqual({ kind: 'reused', last: 10 })
  expect(judgeSequence(state, claim(11))).toEqual({ kind: 'next' })
  expect(judgeSequence(state, claim(10 + MAX_SEQUENCE_JUMP + 1))).toEqual({ kind: 'jump', last: 10 })
})

test('a huge sequence in one epoch, application or environment blocks no other', () => {
  const state = raiseRatchet(EMPTY_TRUST_STATE, claim(MAX_SEQUENCE_JUMP))
  expect(judgeSequence(state, claim(1, 'x', 2))).toEqual({ kind: 'next' })
  expect(judgeSequence(state, { ...claim(1), application: 'till' })).toEqual({ kind: 'next' })
  expect(judgeSequence(state, { ...claim(1), environment: 'staging' })).toEqual({ kind: 'next' })
})

test('what was accepted once is never accepted as new again, in whatever order approvals come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 }), (sequences) => {
      let state = EMPTY_TRUST_STATE
      let highest = 0
      for (const sequence of sequences) {
        const { kind } = judgeSequence(state, claim(sequence))
        expect(kind === 'next').toBe(sequence > highest)
        if (kind !== 'next') continue
        state = raiseRatchet(state, claim(sequence))
        highest = sequence
      }
      expect(state.ratchets.length).toBeLessThanOrEqual(1)
    }),
  )
})

test('run ids are compared as numbers, and only rise', () => {
  const state = raiseRunId(raiseRunId(EMPTY_TRUST_STATE, target, '9999999999999999999'), target, '10')
  expect(highestRunId(state, target)).toBe(9999999999999999999n)
  expect(highestRunId(raiseRunId(EMPTY_TRUST_STATE, target, '9'), target)! < 10n).toBe(true)
  expect(highestRunId(state, { ...target, environment: 'staging' })).toBeUndefined()
})

test('a revocation is for its target, and stands once', () => {
  const artifact = `sha256:${sha256Hex('a')}`
  const state = addRevocation(addRevocation(EMPTY_TRUST_STATE, target, artifact), target, artifact)
  expect(state.revoked).toHaveLength(1)
  expect(isRevoked(state, target, artifact)).toBe(true)
  expect(isRevoked(state, { ...target, application: 'till' }, artifact)).toBe(false)
})

test('the state is plain JSON that its schema reads', () => {
  const state = raiseRunId(raiseRatchet(EMPTY_TRUST_STATE, claim(10)), target, '7')
  expect(trustStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
})
