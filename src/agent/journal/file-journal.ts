/**
 * The journal as a file: appended and synced, compacted by an atomic replacement when it has grown.
 * A reserve of disk space lies beside it, so that a full disk does not keep the agent from writing
 * down how a deployment ended.
 */
import { constants } from 'node:fs'
import { type FileHandle, open, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { hasSystemCode, messageOf, SallyportError } from '../../base/errors.ts'
import { createFile, readFileIfThere, syncFolder, writeFileAtomic } from '../../platform/files.ts'
import { addRecord, type Journal, type JournalFacts, NO_FACTS, recordsOf } from './journal.ts'
import { emitRecord, type JournalRecord, type ParsedRecords, parseRecords } from './record.ts'

const MAX_JOURNAL_BYTES = 16 * 1024 * 1024
const COMPACT_OVER_BYTES = 256 * 1024
const RESERVE_BYTES = 256 * 1024

/**
 * Reads what is there, cuts off a torn tail, and goes on behind it. Needs no room on the disk.
 *
 * @throws `JOURNAL_INVALID`, `FILE_UNREADABLE`, `FILE_UNWRITABLE`
 */
export async function openJournal(path: string): Promise<Journal> {
  const { records, soundBytes } = await readRecords(path)
  const journal = new FileJournal(path, records.reduce(addRecord, NO_FACTS))
  await journal.open(soundBytes)
  return journal
}

/** What a journal says, without taking it over: for `doctor` and tests. */
export async function readJournal(path: string): Promise<JournalFacts> {
  return (await readRecords(path)).records.reduce(addRecord, NO_FACTS)
}

async function readRecords(path: string): Promise<ParsedRecords> {
  const bytes = (await readFileIfThere(path, MAX_JOURNAL_BYTES)) ?? new Uint8Array(0)
  return parseRecords(Buffer.from(bytes).toString('utf8'), path)
}

class FileJournal implements Journal {
  readonly #path: string
  #facts: JournalFacts
  #file: FileHandle | undefined
  #size = 0

  constructor(path: string, facts: JournalFacts) {
    this.#path = path
    this.#facts = facts
  }

  facts(): JournalFacts {
    return this.#facts
  }

  async append(record: JournalRecord): Promise<void> {
    const line = emitRecord(record)
    try {
      await this.#write(line)
    } catch (error) {
      if (!hasSystemCode(error, 'ENOSPC', 'EDQUOT')) throw this.#unwritable(error)
      await this.#writeFromReserve(line)
    }
    this.#facts = addRecord(this.#facts, record)
    if (this.#size > COMPACT_OVER_BYTES) await this.#compact()
  }

  async open(soundBytes: number): Promise<void> {
    try {
      this.#file = await open(this.#path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, 0o600)
      await this.#file.truncate(soundBytes)
      await this.#file.sync()
      await syncFolder(dirname(this.#path))
      this.#size = soundBytes
      await this.#refillReserve()
    } catch (error) {
      throw this.#unwritable(error)
    }
  }

  /** Replaces the file by the fewest records that say the same. */
  async #compact(): Promise<void> {
    const text = recordsOf(this.#facts).map(emitRecord).join('')
    try {
      await writeFileAtomic(this.#path, text, 0o600)
      await this.#file?.close()
      this.#file = await open(this.#path, constants.O_WRONLY | constants.O_APPEND)
      this.#size = Buffer.byteLength(text)
      await this.#refillReserve()
    } catch (error) {
      throw this.#unwritable(error)
    }
  }

  async close(): Promise<void> {
    await this.#file?.close()
    this.#file = undefined
  }

  async #write(line: string): Promise<void> {
    const file = this.#file
    if (!file) throw new Error('this is a bug: the journal is closed')
    const before = this.#size
    try {
      await file.appendFile(line)
      await file.datasync()
    } catch (error) {
      // Half a line must not stand before the next one.
      await file.truncate(before)
      throw error
    }
    this.#size = before + Buffer.byteLength(line)
  }

  async #writeFromReserve(line: string): Promise<void> {
    await rm(this.#reservePath(), { force: true })
    try {
      await this.#write(line)
    } catch (error) {
      throw this.#unwritable(error)
    }
  }

  async #refillReserve(): Promise<void> {
    try {
      if ((await stat(this.#reservePath())).size === RESERVE_BYTES) return
      await rm(this.#reservePath())
    } catch (error) {
      if (!hasSystemCode(error, 'ENOENT')) throw error
    }
    try {
      await createFile(this.#reservePath(), new Uint8Array(RESERVE_BYTES), 0o600)
    } catch {
      // The disk is full already: the reserve comes back with the next rewrite that finds room.
      await rm(this.#reservePath(), { force: true })
    }
  }

  #reservePath(): string {
    return `${this.#path}.reserve`
  }

  #unwritable(cause: unknown): SallyportError {
    return new SallyportError('FILE_UNWRITABLE', {
      message: `the journal cannot be written: ${messageOf(cause)}`,
      place: { file: this.#path },
      cause,
    })
  }
}
