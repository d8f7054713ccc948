/** Digest and size of an artifact, read once. */
import { type FileHandle, open } from 'node:fs/promises'
import { createSha256 } from '../base/digest.ts'
import { messageOf, SallyportError } from '../base/errors.ts'

const CHUNK_BYTES = 1024 * 1024

export interface ArtifactFile {
  readonly digest: Uint8Array
  readonly size: number
}

/** @throws `FILE_UNREADABLE` */
export async function measureArtifact(path: string): Promise<ArtifactFile> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    if (!(await file.stat()).isFile()) throw new Error('not a regular file')
    const hash = createSha256()
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    let size = 0
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length)
      if (bytesRead === 0) return { digest: new Uint8Array(hash.digest()), size }
      hash.update(chunk.subarray(0, bytesRead))
      size += bytesRead
    }
  } catch (cause) {
    throw new SallyportError('FILE_UNREADABLE', {
      message: `${path}: ${messageOf(cause)}`,
      place: { file: path },
      cause,
    })
  } finally {
    await file?.close()
  }
}

/** By the name's ending; what it is not sure of is an octet stream. */
export function mediaTypeOf(name: string): string {
  const endings: Readonly<Record<string, string>> = {
    '.tar.gz': 'application/gzip',
    '.tgz': 'application/gzip',
    '.tar.zst': 'application/zstd',
    '.tar': 'application/x-tar',
    '.zip': 'application/zip',
  }
  const found = Object.entries(endings).find(([ending]) => name.endsWith(ending))
  return found?.[1] ?? 'application/octet-stream'
}
