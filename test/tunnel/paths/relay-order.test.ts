import { expect, test } from 'vitest'
import { nearestFirst } from '../../../src/tunnel/paths/relay-order.ts'

const order = (urls: string, roundTrips: Record<string, number>) =>
  nearestFirst(urls.split(''), new Map(Object.entries(roundTrips))).join('')

test('the nearest comes first, and the others by their distance', () => {
  expect(order('abcd', { a: 90, b: 20, c: 200, d: 60 })).toBe('bdac')
})

test('without measures the order of the map stands, and what was measured comes before what was not', () => {
  expect(order('abc', {})).toBe('abc')
  expect(order('abc', { c: 500 })).toBe('cab')
})

test('one that is nearer by little does not take the place of the first', () => {
  expect(order('ab', { a: 50, b: 45 })).toBe('ab')
  expect(order('ab', { a: 2, b: 1 })).toBe('ab')
  expect(order('ab', { a: 50, b: 30 })).toBe('ba')
  expect(order('abc', { a: 50, b: 60, c: 45 })).toBe('acb')
})

test('there may be none', () => {
  expect(order('', { a: 1 })).toBe('')
})
