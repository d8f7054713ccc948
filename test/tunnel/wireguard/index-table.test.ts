import { expect, test } from 'vitest'
import { IndexTable } from '../../../src/tunnel/wireguard/index-table.ts'
import { seededRandom } from '../netstack/simulated-network.ts'

test('an index leads to its newest entry, and to none once it was released, however often it was asked for', () => {
  const table = new IndexTable<string>(seededRandom(1))
  const index = table.reserve('first')
  expect(table.find(index)).toBe('first')
  table.replace(index, 'second')
  expect([table.find(index), table.find(index)]).toEqual(['second', 'second'])
  table.release(index)
  expect(table.find(index)).toBe(undefined)
  table.replace(index, 'third')
  expect(table.find(index)).toBe('third')
})

test('an index that was asked for before it was given leads to its entry after', () => {
  const table = new IndexTable<string>(seededRandom(1))
  const index = new IndexTable<string>(seededRandom(1)).reserve('elsewhere')
  expect(table.find(index)).toBe(undefined)
  expect(table.reserve('here')).toBe(index)
  expect(table.find(index)).toBe('here')
  expect(table.size).toBe(1)
})
