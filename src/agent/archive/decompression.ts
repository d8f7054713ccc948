/** Gzip, Zstandard and raw deflate as bounded streams. A decompressor that errs is a refusal, never a crash. */
import { Readable } from 'node:stream'
import { createGunzip, createInflateRaw, createZstdDecompress } from 'node:zlib'
import { archiveRefused } from './refusal.ts'

export type Compression = 'gzip' | 'zstd' | 'deflate'

/** @throws `ARCHIVE_REFUSED` for corrupt data, or more than `maxBytes` of output */
export async function* decompress(
  source: AsyncIterable<Uint8Array>,
  compression: Compression,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  const decoder = createDecoder(compression)
  const input = Readable.from(source, { objectMode: false })
  input.on('error', (error) => decoder.destroy(error))
  input.pipe(decoder)
  let total = 0
  try {
    for await (const chunk of decoder as AsyncIterable<Uint8Array>) {
      total += chunk.length
      if (total > maxBytes) throw archiveRefused(`it unpacks to more than ${maxBytes} bytes`)
      yield chunk
    }
  } catch (cause) {
    throw isCorruption(cause)
      ? archiveRefused(`its ${compression} data is corrupt or truncated`, undefined, cause)
      : cause
  } finally {
    input.destroy()
    decoder.destroy()
  }
}

function createDecoder(compression: Compression) {
  switch (compression) {
    case 'gzip':
      return createGunzip()
    case 'zstd':
      return createZstdDecompress()
    case 'deflate':
      return createInflateRaw()
  }
}

function isCorruption(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && /^(Z_|ZSTD_|ERR_ZSTD)/.test(String(cause.code))
}
