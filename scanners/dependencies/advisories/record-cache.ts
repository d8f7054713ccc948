/** Records from the API, kept by id and modification date: a record that did not change is not asked for again. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostics } from '../../../src/base/diagnostics.ts'
import { sha256Hex } from '../../../src/base/digest.ts'
import { messageOf } from '../../../src/base/errors.ts'
import type { Advisory } from './record.ts'

export interface RecordCache {
  read(id: string, modified: string): Advisory | undefined
  /** What cannot be written is said once, and is no failure. */
  write(id: string, modified: string, advisory: Advisory): void
}

export function createRecordCache(folder: string, diagnostics: Diagnostics): RecordCache {
  let isWritable = true
  const pathOf = (id: string, modified: string) => join(folder, `${sha256Hex(`${id}\n${modified}`)}.json`)
  return {
    read(id, modified) {
      if (modified === '') return undefined
      try {
        const kept: Advisory = JSON.parse(readFileSync(pathOf(id, modified), 'utf8'))
        return kept.id === id ? kept : undefined
      } catch {
        // Not there or damaged: it is asked for.
        return undefined
      }
    },
    write(id, modified, advisory) {
      if (modified === '' || !isWritable) return
      try {
        writeAtomically(folder, pathOf(id, modified), JSON.stringify(advisory))
      } catch (error) {
        isWritable = false
        diagnostics.log(
          'warn',
          'the cache of advisories cannot be written: the next run asks for them again',
          {
            folder,
            error: messageOf(error),
          },
        )
      }
    },
  }
}

function writeAtomically(folder: string, path: string, text: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const workshop = mkdtempSync(join(folder, 'write-'))
  try {
    const draft = join(workshop, 'record')
    writeFileSync(draft, text)
    renameSync(draft, path)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}
