import { expect, test } from 'vitest'
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { nodeFromTile, parseEntryBundle, parseTilePath, tileOfNode, tilePath } from '../../src/tlog/tile.ts'
import { type LogExpectation, verifyLog } from '../../src/tlog/verify-log.ts'
import { LOG_KEY, numberedEntries, TestLog } from './log-kit.ts'

const SIZE = 600
const log = new TestLog(numberedEntries(SIZE))
const files = log.files()
const identity = { origin: log.origin, publicKey: LOG_KEY.publicKey }
const describeEntry = (entry: Uint8Array) => JSON.parse(Buffer.from(entry).toString()).type as string

function verify(changed: ReadonlyMap<string, Uint8Array> = files, expected: Partial<LogExpectation> = {}) {
  const reader = { read: async (path: string) => changed.get(path) }
  return verifyLog(reader, { identity, describeEntry, ...expected })
}

test('a whole log verifies, and its entries are counted', async () => {
  const report = await verify()
  expect(report).toMatchObject({ isSignatureVerified: true, continues: null })
  expect(report.checkpoint.size).toBe(SIZE)
  expect([...report.entries]).toEqual([['node-end', SIZE]])
})

test.each([0, 1, 255, 256, 257, 512])('a log of %i entries verifies', async (size) => {
  const small = new TestLog(numberedEntries(size))
  expect((await verify(small.files())).checkpoint.size).toBe(size)
})

test('a log of more than 65,536 entries has tiles of the third level, and verifies', async () => {
  const large = new TestLog(numberedEntries(65_537))
  const largeFiles = large.files()
  expect(largeFiles.has('tile/2/000.p/1')).toBe(true)
  expect((await verify(largeFiles)).checkpoint.size).toBe(65_537)
})

test('a log continues each of its own earlier checkpoints', async () => {
  for (const size of [0, 1, 256, 300, SIZE]) {
    expect((await verify(files, { earlier: log.checkpoint(size) })).continues).toBe(size)
  }
})

test('without its key the signature is not judged, and the report says so', async () => {
  const reader = { read: async (path: string) => files.get(path) }
  expect((await verifyLog(reader, { describeEntry })).isSignatureVerified).toBe(false)
})

test.each([...files.keys()])('any changed bit of %s is noticed', async (path) => {
  const bytes = Uint8Array.from(files.get(path)!)
  bytes[bytes.length - 2]! ^= 1
  await expect(verify(new Map([...files, [path, bytes]]))).rejects.toThrow()
})

test.each([...files.keys()])('%s that is missing is named', async (path) => {
  const fewer = new Map(files)
  fewer.delete(path)
  await expect(verify(fewer)).rejects.toThrow(`${path} is not there`)
})

test('a partial tile and bundle that grew full since are read out of the full ones', async () => {
  const grown = new TestLog(numberedEntries(512)).files()
  const checkpoint = encodeUtf8(new TestLog(numberedEntries(300)).checkpoint())
  const meanwhile = new Map([
    ...grown,
    ['checkpoint', checkpoint],
    ['tile/1/000.p/1', log.files().get('tile/1/000.p/2')!.slice(0, 32)],
  ])
  expect((await verify(meanwhile)).checkpoint.size).toBe(300)
})

test('another history under the same size is no continuation', async () => {
  const forked = new TestLog([...numberedEntries(299), encodeUtf8('{"type":"forged"}')])
  await expect(verify(files, { earlier: forked.checkpoint() })).rejects.toThrow(/another root/)
})

test('a log that was rolled back is named so', async () => {
  const longer = new TestLog(numberedEntries(SIZE + 1))
  await expect(verify(files, { earlier: longer.checkpoint() })).rejects.toThrow(
    /rolled back: it had 601 entries/,
  )
})

test('an entry that cannot be understood is named by its index', async () => {
  const odd = new TestLog([...numberedEntries(3), encodeUtf8('no json')])
  await expect(verify(odd.files())).rejects.toThrow(/entry 3 cannot be understood/)
})

test.each([
  [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
  [{ level: 0, index: 1234067, width: 12 }, 'tile/0/x001/x234/067.p/12'],
  [{ level: 'entries', index: 999, width: 256 }, 'tile/entries/999'],
  [{ level: 3, index: 1000, width: 1 }, 'tile/3/x001/000.p/1'],
] as const)('the tile %j is at %s', (tile, path) => {
  expect(tilePath(tile)).toBe(path)
  expect(parseTilePath(path)).toEqual(tile)
})

test.each([
  'tile/0/0',
  'tile/0/x000/001',
  'tile/00/000',
  'tile/64/000',
  'tile/0/000.p/0',
  'tile/0/000.p/256',
  'tile/0/000.p/01',
  'tile/0/../../x',
  'tile/0/000/',
])('%s is the path of no tile', (path) => {
  expect(parseTilePath(path)).toBeUndefined()
})

test('every whole node of the tree can be read out of its tile', () => {
  for (const level of [0, 1, 5, 7, 8]) {
    for (let index = 0; (index + 1) * 2 ** level <= SIZE; index++) {
      const found = tileOfNode({ level, index }, SIZE)
      expect(nodeFromTile({ level, index }, files.get(tilePath(found))!)).toEqual(log.read({ level, index }))
    }
  }
  expect(tileOfNode({ level: 9, index: 0 }, SIZE)).toEqual({ level: 1, index: 0, width: 2 })
  expect(nodeFromTile({ level: 9, index: 0 }, files.get('tile/1/000.p/2')!)).toEqual(
    log.read({ level: 9, index: 0 }),
  )
})

test('a bundle with a byte too many, or too few entries, is refused', () => {
  expect(() => parseEntryBundle(Uint8Array.of(0, 1, 7, 0), 1)).toThrow(/exactly 1/)
  expect(() => parseEntryBundle(Uint8Array.of(0, 1, 7), 2)).toThrow(/exactly 2/)
  expect(() => parseEntryBundle(Uint8Array.of(0, 2, 7), 1)).toThrow(/exactly 1/)
})
