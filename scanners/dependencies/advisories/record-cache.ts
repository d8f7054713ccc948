/** Records from the API, kept by id and modification date: a record that did not change is not asked for again. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '../../../src/base/digest.ts'
import type { Advisory } from './record.ts'

export interface RecordCache {
  read(id: string, modified: string): Advisory | undefined
  write(id: string, modified: string, advisory: Advisory): void
}

export function createRecordCache(folder: string): RecordCache {
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
      if (modified !== '') writeAtomically(folder, pathOf(id, modified), JSON.stringify(advisory))
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
