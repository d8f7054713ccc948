import { appendFile, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openJournal, readJournal } from '../../src/agent/journal/file-journal.ts'
import { addRecord, NO_FACTS, recordsOf } from '../../src/agent/journal/journal.ts'
import { emitRecord, type JournalRecord, parseRecords } from '../../src/agent/journal/record.ts'
import type { Timestamp } from '../../src/base/time.ts'

const at = (ms: number): Timestamp => ms as Timestamp
const RECORDS: readonly JournalRecord[] = [
  { kind: 'last-good', at: at(1), release: 'a' },
  { kind: 'last-good', at: at(2), release: 'b' },
  { kind: 'service-starting', at: at(3), instance: 'i', release: 'b' },
  {
    kind: 'service-started',
    at: at(4),
    instance: 'i',
    release: 'b',
    process: { pid: 4, startTime: '99', boot: 'x' },
  },
  { kind: 'state', at: at(5), state: { kind: 'polled', deployment: 'd' } },
]

test('a torn tail is cut off wherever the power went, and the journal goes on behind it', async () => {
  const whole = RECORDS.map(emitRecord).join('')
  const last = emitRecord(RECORDS.at(-1)!)
  for (let cut = 1; cut <= last.length; cut++) {
    const path = await journalWith(whole.slice(0, -cut))
    const journal = await openJournal(path)
    await journal.append({ kind: 'last-good', at: at(9), release: 'z' })
    await journal.close()
    expect(await readJournal(path), `cut ${cut}`).toMatchObject({ lastGood: 'z', goodBefore: 'b', at: 9 })
  }
})

test('damage before the tail is an error that names the line', async () => {
  const whole = RECORDS.map(emitRecord).join('')
  const at = whole.indexOf('"release":"b"') + 11
  const path = await journalWith(`${whole.slice(0, at)}c${whole.slice(at + 1)}`)
  await expect(openJournal(path)).rejects.toThrow(/line 2 of the journal is damaged/)
})

test('whatever byte is changed, the journal is refused or says less, never something else', () => {
  const whole = Buffer.from(RECORDS.map(emitRecord).join(''))
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (index, mask) => {
      const bytes = Buffer.from(whole)
      bytes[index]! ^= mask
      try {
        const { records } = parseRecords(bytes.toString('utf8'), 'journal')
        expect(RECORDS.slice(0, records.length)).toEqual(records)
        expect(records.length).toBeLessThan(RECORDS.length)
      } catch (error) {
        expect(String(error)).toMatch(/damaged/)
      }
    }),
  )
})

test('a compaction keeps what the records add up to', () => {
  for (let count = 0; count <= RECORDS.length; count++) {
    const facts = RECORDS.slice(0, count).reduce(addRecord, NO_FACTS)
    expect(recordsOf(facts).reduce(addRecord, NO_FACTS)).toEqual(count === 0 ? NO_FACTS : facts)
  }
})

test('a journal that has grown is compacted, and stays small', async () => {
  const path = await journalWith('')
  const journal = await openJournal(path)
  const reason = 'x'.repeat(20_000)
  for (let count = 0; count < 30; count++) {
    await journal.append({ kind: 'service-starting', at: at(count), instance: reason, release: 'r' })
  }
  const facts = journal.facts()
  await journal.close()
  expect((await stat(path)).size).toBeLessThan(300_000)
  expect(await readJournal(path)).toEqual(facts)
})

test("the journal is its owner's alone, and has a reserve beside it", async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'sallyport-journal-')), 'journal')
  const journal = await openJournal(path)
  await journal.close()
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(`${path}.reserve`)).size).toBe(256 * 1024)
})

test('what follows a damaged last line is not read as a record', async () => {
  const path = await journalWith(RECORDS.map(emitRecord).join(''))
  await appendFile(path, '0000000000000000 {"kind":"last-good","at":9,"release":"evil"}\n')
  expect((await readJournal(path)).lastGood).toBe('b')
  expect(await readFile(path, 'utf8')).toContain('evil')
})

async function journalWith(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'sallyport-journal-')), 'journal')
  await writeFile(path, text)
  return path
}
