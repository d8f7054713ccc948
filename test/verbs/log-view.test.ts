/** `log show|export` over a log as it is served: a folder of files. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { emitLogEntry } from '../../src/api/messages/log-entry.ts'
import { TestLog } from '../tlog/log-kit.ts'
import { runVerb } from './run-verb.ts'

const at = '2026-11-22T08:00:00Z'

function entries(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, index) =>
    index % 10 === 3
      ? emitLogEntry({ type: 'restored', version: 1, at, size: index })
      : emitLogEntry({ type: 'refusals', version: 1, at, count: index }),
  )
}

async function published(count: number) {
  const cwd = await mkdtemp(join(tmpdir(), 'sallyport-log-'))
  onTestFinished(() => rm(cwd, { recursive: true, force: true }))
  for (const [path, bytes] of new TestLog(entries(count)).files()) {
    await mkdir(dirname(join(cwd, 'log', path)), { recursive: true })
    await writeFile(join(cwd, 'log', path), bytes)
  }
  const run = (...args: string[]) => runVerb(args, { cwd, now: at })
  return { cwd, run }
}

test('entries are shown with index, time, type and fields, by range and by type', async () => {
  const { run } = await published(300)
  const one = await run('log', 'show', 'log', '12')
  expect(one.stdout).toBe(`    12  ${at}  refusals  count=12\n`)
  expect(one.stderr).toContain('1 of 300 entries')
  const some = await run('log', 'show', 'log', '290-', '--type', 'restored', '--json')
  expect(some.json()).toEqual({
    version: 1,
    size: 300,
    entries: [{ index: 293, entry: { type: 'restored', version: 1, at, size: 293 } }],
  })
  expect((await run('log', 'show', 'log', '5-9')).stdout.split('\n')).toHaveLength(6)
  expect((await run('log', 'show', 'log', 'x')).code).toBe(2)
})

test('a log that is not whole is not shown, and not exported as evidence', async () => {
  const { cwd, run } = await published(300)
  const path = join(cwd, 'log', 'tile', 'entries', '000')
  const bytes = await readFile(path)
  bytes[40]! ^= 1
  await writeFile(path, bytes)
  const shown = await run('log', 'show', 'log')
  expect(shown.code).not.toBe(0)
  expect(shown.stdout).toBe('')
  expect((await run('log', 'export', 'log', '--out', 'evidence')).code).not.toBe(0)
})

test('an export proves itself anew, and holds each entry as a line', async () => {
  const { cwd, run } = await published(300)
  const done = await run('log', 'export', 'log', '--out', 'evidence', '--json')
  expect(done.code, done.stderr).toBe(0)
  expect(done.json()).toEqual({ version: 1, folder: 'evidence', size: 300 })
  await rm(join(cwd, 'log'), { recursive: true })
  expect((await run('log', 'verify', 'evidence')).stderr).toContain('300 entries')
  const lines = (await readFile(join(cwd, 'evidence', 'entries.jsonl'), 'utf8')).trimEnd().split('\n')
  expect(lines).toHaveLength(300)
  expect(JSON.parse(lines[7]!)).toEqual({ index: 7, entry: { type: 'refusals', version: 1, at, count: 7 } })
})

test('an export is never written over what is there', async () => {
  const { cwd, run } = await published(3)
  await mkdir(join(cwd, 'evidence'))
  const done = await run('log', 'export', 'log', '--out', 'evidence')
  expect(done).toMatchObject({ code: 2 })
  expect(done.stderr).toContain('is there already')
})
