import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PackedTexts } from '../../../../scanners/dependencies/packed/texts.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', 'é', 'żółć', '\ud800 half of a pair', '\u0000', 'ab', 'a\u0000b\u0000'),
)

test('every text comes back as it was, and equal ones have one number', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 80 }), (all) => {
      const texts = new PackedTexts()
      const numbers = all.map((one) => texts.add(one))
      expect(numbers.map((number) => texts.at(number))).toEqual(all)
      expect(new Set(numbers).size).toBe(new Set(all).size)
      expect(all.map((one) => texts.find(one))).toEqual(numbers)
    }),
  )
})

test('thousands of texts are found again, and others are not', () => {
  const texts = new PackedTexts()
  for (let i = 0; i < 5_000; i++) expect(texts.add(`package-${i}`)).toBe(i)
  expect(texts.find('package-4999')).toBe(4_999)
  expect(texts.find('package-5000')).toBeUndefined()
  expect(texts.at(1_234)).toBe('package-1234')
})
