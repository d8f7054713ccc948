/** The largest checkpoint that the agent verified, beside its applications: what was seen outlives a restart. */
import { join } from 'node:path'
import { decodeUtf8 } from '../../base/bytes.ts'
import { readFileIfThere, writeFileAtomic } from '../../platform/files.ts'
import { MAX_NOTE_BYTES } from '../../tlog/note.ts'

export interface KeptCheckpoint {
  read(): Promise<string | null>
  write(note: string): Promise<void>
}

export function keptCheckpointIn(root: string): KeptCheckpoint {
  const path = join(root, 'log-checkpoint')
  return {
    async read() {
      const bytes = await readFileIfThere(path, MAX_NOTE_BYTES)
      return bytes ? decodeUtf8(bytes) : null
    },
    write: (note) => writeFileAtomic(path, note, 0o600),
  }
}
