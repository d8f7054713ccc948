/** `log show|export`: the log's entries for people and for auditors, out of a log that was verified as a whole. */
import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type LogEntry, parseLogEntry } from '../api/messages/log-entry.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { createFile } from '../platform/files.ts'
import { parseTilePath } from '../tlog/tile.ts'
import { type LogReport, type TileReader, verifyLog } from '../tlog/verify-log.ts'
import { expectationOf, readLogCa } from './log.ts'
import { type LogSource, openLogSource } from './log-source.ts'
import { plainLine } from './plain-line.ts'
import type { Call, Verb } from './verb.ts'

const LOG = { name: 'URL-or-DIR', doc: "The log's folder, or where it is served." } as const

export const logShow: Verb = {
  name: 'log show',
  summary: 'Show entries of the transparency log, after the whole of it was verified.',
  details:
    'A line for each entry: its index, its time, its type, its fields. Persons stand there as pseudonyms; digests\n' +
    'lead to the documents. RANGE is an index, or FIRST-LAST, or FIRST- for all from there on.',
  positionals: [LOG, { name: 'RANGE', doc: 'Which entries; all without it.', optional: true }],
  options: ['type', 'trust', 'checkpoint', 'ca', 'json'],
  examples: [
    'sallyport log show https://coordinator.example/log 120-',
    'sallyport log show ./log --type approval --type approval-revoked --json',
  ],
  async run(call) {
    const { options, ports } = call
    const isWanted = rangeOf(call.positionals[1])
    const types = options.type ?? []
    const { entries, report } = await readLog(call)
    const shown = entries.flatMap((entry, index) =>
      isWanted(index) && (types.length === 0 || types.includes(entry.type)) ? [{ index, entry }] : [],
    )
    if (options.json) {
      ports.stdout(`${JSON.stringify({ version: 1, size: report.checkpoint.size, entries: shown })}\n`)
    } else for (const { index, entry } of shown) ports.stdout(`${lineOf(index, entry)}\n`)
    ports.stderr(`${shown.length} of ${report.checkpoint.size} entries; the log is whole\n`)
    return EXIT.ok
  },
}

export const logExport: Verb = {
  name: 'log export',
  summary: 'Copy the transparency log, verified, into a folder: evidence that proves itself.',
  details:
    'The folder holds the checkpoint, the tiles and bundles as they are served, the key list that says whose log it is,\n' +
    'and entries.jsonl, one entry to a line. "log verify FOLDER" proves it anew, without a network.',
  positionals: [LOG],
  options: ['out', 'trust', 'checkpoint', 'ca', 'json'],
  examples: ['sallyport log export https://coordinator.example/log --trust trust.yml --out evidence-2026-11'],
  async run(call) {
    const { options, ports } = call
    if (options.out === undefined) {
      throw new SallyportError('USAGE', {
        message: '--out DIR is missing',
        help: 'name a folder that is not there yet',
      })
    }
    const folder = resolve(ports.cwd, options.out)
    await makeNewFolder(folder)
    const { entries, report, keyList } = await readLog(call, folder)
    const lines = entries.map((entry, index) => `${JSON.stringify({ index, entry })}\n`)
    await createFile(join(folder, 'entries.jsonl'), lines.join(''), 0o644)
    if (keyList !== undefined) await createFile(join(folder, 'key-list.json'), keyList, 0o644)
    const { size } = report.checkpoint
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, folder: options.out, size })}\n`)
    ports.stderr(
      `${options.out}: ${size} entries, verified; prove them anew with: sallyport log verify ${options.out}\n`,
    )
    return EXIT.ok
  },
}

interface ReadLog {
  readonly entries: readonly LogEntry[]
  readonly report: LogReport
  /** JSON text; undefined where none is found beside the log. */
  readonly keyList: string | undefined
}

/** @param copyTo keeps each file that the verification reads */
async function readLog(call: Call, copyTo?: string): Promise<ReadLog> {
  const source = await openLogSource(call.positionals[0]!, call.ports, await readLogCa(call))
  try {
    const entries: LogEntry[] = []
    const report = await verifyLog(copyTo === undefined ? source : copying(source, copyTo), {
      ...(await expectationOf(call, source)),
      describeEntry(bytes) {
        const entry = parseLogEntry(bytes)
        entries.push(entry)
        return entry.type
      },
    })
    return { entries, report, keyList: copyTo === undefined ? undefined : await keyListOf(source) }
  } finally {
    await source.close()
  }
}

async function keyListOf(source: LogSource): Promise<string | undefined> {
  try {
    return `${JSON.stringify(await source.readKeyList())}\n`
  } catch (thrown) {
    // A bare mirror has none: the log is whole without it, and whose it is must be known otherwise.
    if (thrown instanceof SallyportError) return undefined
    throw thrown
  }
}

function copying(source: TileReader, folder: string): TileReader {
  return {
    async read(path, maxBytes) {
      const bytes = await source.read(path, maxBytes)
      const isOfLog = path === 'checkpoint' || parseTilePath(path) !== undefined
      if (!bytes || !isOfLog) return bytes
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await createFile(join(folder, path), bytes, 0o644)
      return bytes
    },
  }
}

/** @throws `USAGE` for one that is there: evidence is never mixed with what was there before */
async function makeNewFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (cause) {
    throw new SallyportError('USAGE', {
      message: `${folder} cannot be made: it is there already, or its parent is not`,
      help: 'name a folder that is not there yet',
      cause,
    })
  }
}

function rangeOf(text: string | undefined): (index: number) => boolean {
  if (text === undefined) return () => true
  const match = /^(\d{1,15})(?:(-)(\d{1,15})?)?$/.exec(text)
  if (!match) {
    throw new SallyportError('USAGE', {
      message: `${JSON.stringify(text)} is no range of entries`,
      help: 'write 12, or 12-20, or 12-',
    })
  }
  const first = Number(match[1])
  const last =
    match[2] === undefined ? first : match[3] === undefined ? Number.MAX_SAFE_INTEGER : Number(match[3])
  return (index) => index >= first && index <= last
}

function lineOf(index: number, entry: LogEntry): string {
  const { type, version: _, at, ...fields } = entry
  const parts = Object.entries(fields).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return plainLine(`${String(index).padStart(6)}  ${at}  ${type}  ${parts.join(' ')}`)
}
