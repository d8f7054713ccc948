/** An open file read at positions: what is hashed and what is unpacked are the same bytes. */
import { archiveRefused } from './refusal.ts'

export interface RandomAccess {
  readonly size: number
  /** Reads up to `length` bytes at `offset`; fewer at the end. */
  read(offset: number, length: number): Promise<Uint8Array>
}

const CHUNK = 256 * 1024

/** The bytes from `start` to `end` in pieces. @throws `ARCHIVE_REFUSED` where the file is shorter */
export async function* readRange(
  file: RandomAccess,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array<ArrayBufferLike>> {
  for (let offset = start; offset < end; ) {
    const chunk = await file.read(offset, Math.min(CHUNK, end - offset))
    if (chunk.length === 0) throw archiveRefused('it is truncated')
    offset += chunk.length
    yield chunk
  }
}
