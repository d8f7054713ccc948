/**
 * Records of a pax extended header (POSIX.1-2001): `<length> <key>=<value>\n`. Only keys that change
 * what is unpacked are kept; a sparse file is refused, times and owners are not ours to restore.
 */
import { decodeUtf8 } from '../../base/bytes.ts'
import { archiveRefused } from './refusal.ts'

export interface PaxOverrides {
  readonly path?: string
  readonly linkpath?: string
  readonly size?: number
}

/** @throws `ARCHIVE_REFUSED` */
export function parsePax(bytes: Uint8Array): PaxOverrides {
  const overrides: { path?: string; linkpath?: string; size?: number } = {}
  for (const [key, value] of records(bytes)) {
    if (key.startsWith('GNU.sparse.')) throw archiveRefused('it holds a sparse file')
    if (key === 'path') overrides.path = value
    if (key === 'linkpath') overrides.linkpath = value
    if (key === 'size') overrides.size = parseSize(value)
  }
  return overrides
}

function* records(bytes: Uint8Array): Generator<[key: string, value: string]> {
  let offset = 0
  while (offset < bytes.length) {
    const space = bytes.indexOf(0x20, offset)
    const digits = space < 0 ? '' : Buffer.from(bytes.subarray(offset, space)).toString('latin1')
    if (!/^[1-9]\d{0,7}$/.test(digits)) throw archiveRefused('an extended header is malformed')
    const end = offset + Number(digits)
    if (end > bytes.length || bytes[end - 1] !== 0x0a) throw archiveRefused('an extended header is malformed')
    const text = decodeRecord(bytes.subarray(space + 1, end - 1))
    const equals = text.indexOf('=')
    if (equals < 1) throw archiveRefused('an extended header is malformed')
    yield [text.slice(0, equals), text.slice(equals + 1)]
    offset = end
  }
}

function decodeRecord(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes)
  } catch (cause) {
    throw archiveRefused('an extended header is not UTF-8', undefined, cause)
  }
}

function parseSize(text: string): number {
  const size = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(size)) throw archiveRefused('an extended header has a size out of range')
  return size
}
