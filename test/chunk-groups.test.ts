/** Which chunks of the command line lie in one file. */
import { expect, test } from 'vitest'
import { type Chunk, groupChunks } from '../tools/chunk-groups.ts'

const chunk = (name: string, bytes: number, ...imports: string[]): Chunk => ({
  name,
  bytes,
  imports,
  rooms: [`src/${name}`],
})

const base = (name: string, bytes: number, ...imports: string[]): Chunk => ({
  ...chunk(name, bytes, ...imports),
  rooms: ['src/base'],
})

test('what is always loaded together is one file', () => {
  const chunks = [chunk('main', 20_000, 'errors'), chunk('errors', 90_000)]
  expect(groupChunks(chunks, ['main'])).toEqual([['main', 'errors']])
})

test('what is large is loaded by those alone who need it', () => {
  const chunks = [
    base('main', 1_000),
    base('scan', 9_000, 'parser'),
    base('parser', 200_000),
    base('why', 9_000),
  ]
  expect(groupChunks(chunks, ['main', 'scan', 'why'])).toEqual([['main'], ['scan', 'parser'], ['why']])
})

test('nobody loads the code of a room because it is small', () => {
  const chunks = [base('main', 1_000), base('scan', 10), chunk('yaml', 10)]
  expect(groupChunks(chunks, ['main', 'scan', 'yaml'])).toEqual([['main', 'scan'], ['yaml']])
})

test('two are not joined that need each other by a third', () => {
  const chunks = [base('main', 1_000, 'middle', 'base'), base('middle', 200_000, 'base'), base('base', 1_000)]
  const starts = ['main', ...Array.from({ length: 9 }, (_, at) => `verb-${at}`)] as const
  const verbs = starts.slice(1).map((name) => base(name, 50_000))
  const groups = groupChunks([...chunks, ...verbs], ['main', ...starts.slice(1)])
  expect(groups).toContainEqual(['main', 'middle', 'base'])
})

test('no chunk is lost, and none stands twice', () => {
  const chunks = Array.from({ length: 30 }, (_, at) =>
    base(`chunk-${at}`, 1_000 * (at % 7), ...(at + 3 < 30 ? [`chunk-${at + 3}`] : [])),
  )
  const groups = groupChunks(chunks, ['chunk-0', 'chunk-1', 'chunk-2', 'chunk-12'])
  expect(groups.flat().sort()).toEqual(chunks.map(({ name }) => name).sort())
  expect(groups.length).toBeLessThan(30)
})
