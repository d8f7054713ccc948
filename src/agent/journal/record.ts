/**
 * Records of the journal. One line each: `<first 16 hex digits of SHA-256 of the JSON> <JSON>\n`. A
 * torn tail (the write that a power cut interrupted) is dropped; damage before the tail is an error,
 * because a record that was once synced must not be lost without a word.
 */
import { sha256Hex } from '../../base/digest.ts'
import { SallyportError } from '../../base/errors.ts'
import type { Timestamp } from '../../base/time.ts'
import type { State } from '../machine/state.ts'

/** A process that the agent started: its id alone may be another's by now. */
export interface ProcessIdentity {
  readonly pid: number
  /** Since boot, in the kernel's unit. */
  readonly startTime: string
  /** Names the boot in which the two mean something. */
  readonly boot: string
}

export type JournalRecord =
  | { readonly kind: 'state'; readonly at: Timestamp; readonly state: State }
  /** Written before a service is started: who carries the instance's name in its environment is ours. */
  | {
      readonly kind: 'service-starting'
      readonly at: Timestamp
      readonly instance: string
      readonly release: string
    }
  | {
      readonly kind: 'service-started'
      readonly at: Timestamp
      readonly instance: string
      readonly release: string
      readonly process: ProcessIdentity
    }
  | { readonly kind: 'service-stopped'; readonly at: Timestamp; readonly instance: string }
  /** What a compaction keeps of the newest `committed`. */
  | { readonly kind: 'last-good'; readonly at: Timestamp; readonly release: string }

export function emitRecord(record: JournalRecord): string {
  const json = JSON.stringify(record)
  return `${sha256Hex(json).slice(0, 16)} ${json}\n`
}

export interface ParsedRecords {
  readonly records: readonly JournalRecord[]
  /** Bytes up to the end of the last whole record: what stands behind is a torn tail. */
  readonly soundBytes: number
}

/** @throws `JOURNAL_INVALID` for damage before the tail */
export function parseRecords(text: string, source: string): ParsedRecords {
  const lines = text.split('\n')
  // What follows the last line break was never wholly written.
  lines.pop()
  const records: JournalRecord[] = []
  let soundBytes = 0
  for (const [index, line] of lines.entries()) {
    const record = parseRecord(line)
    if (record) {
      records.push(record)
      soundBytes += Buffer.byteLength(line) + 1
    } else if (index < lines.length - 1) throw damaged(source, index + 1)
  }
  return { records, soundBytes }
}

function parseRecord(line: string): JournalRecord | undefined {
  const json = line.slice(17)
  if (line[16] !== ' ' || sha256Hex(json).slice(0, 16) !== line.slice(0, 16)) return undefined
  return JSON.parse(json) as JournalRecord
}

function damaged(file: string, line: number): SallyportError {
  return new SallyportError('JOURNAL_INVALID', {
    message: `line ${line} of the journal is damaged`,
    place: { file, line },
    help: 'see "A damaged journal" in docs/agent.md; the running release is left alone',
  })
}
