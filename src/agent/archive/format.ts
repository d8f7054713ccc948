/** Which format an artifact has. The configuration may say it; else its first bytes do: they are signed. */
import { decompress } from './decompression.ts'
import type { ArchiveEntry, ArchiveLimits } from './entry.ts'
import { type RandomAccess, readRange } from './random-access.ts'
import { readTar } from './tar.ts'
import { readZip } from './zip.ts'

export const ARTIFACT_FORMATS = ['auto', 'tar.gz', 'tar.zst', 'tar', 'zip', 'file'] as const
export type ArtifactFormat = (typeof ARTIFACT_FORMATS)[number]

/** What a single file is called in the release, where the configuration does not say. */
export const SINGLE_FILE_NAME = 'artifact'

export async function detectFormat(file: RandomAccess): Promise<Exclude<ArtifactFormat, 'auto'>> {
  const head = await file.read(0, 512)
  const starts = (...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte)
  if (starts(0x1f, 0x8b)) return 'tar.gz'
  if (starts(0x28, 0xb5, 0x2f, 0xfd)) return 'tar.zst'
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (Buffer.from(head.subarray(257, 262)).toString('latin1') === 'ustar') return 'tar'
  return 'file'
}

export interface EntriesOptions {
  readonly format: ArtifactFormat
  readonly fileName: string
  readonly limits: ArchiveLimits
}

/** @throws `ARCHIVE_REFUSED` while it is read */
export async function* readEntries(
  file: RandomAccess,
  options: EntriesOptions,
): AsyncGenerator<ArchiveEntry> {
  const format = options.format === 'auto' ? await detectFormat(file) : options.format
  const whole = readRange(file, 0, file.size)
  const bound = maxStreamBytes(file.size, options.limits)
  switch (format) {
    case 'tar.gz':
      return yield* readTar(decompress(whole, 'gzip', bound))
    case 'tar.zst':
      return yield* readTar(decompress(whole, 'zstd', bound))
    case 'tar':
      return yield* readTar(whole)
    case 'zip':
      return yield* readZip(file, options.limits)
    case 'file':
      yield { kind: 'file', name: options.fileName, mode: 0o755, size: file.size, body: whole }
  }
}

/** A tar is larger than its files: a header and padding for each entry, and long names. */
function maxStreamBytes(size: number, limits: ArchiveLimits): number {
  const headers = (limits.maxEntries + 4) * 4096
  return Math.min(limits.maxBytes, maxUnpackedBytes(size, limits)) + headers
}

/** A small archive of zeros is no bomb: the ratio counts from 1 MiB on. */
export function maxUnpackedBytes(size: number, limits: ArchiveLimits): number {
  return Math.min(limits.maxBytes, Math.max(size * limits.maxRatio, 1024 * 1024))
}
