/**
 * Reads a ZIP archive (APPNOTE 6.3.10) by its central directory: stored and deflated entries, ZIP64
 * sizes. Everything is bounded before it is inflated, checked against its CRC, and names are only names:
 * nothing is ever written to a path that an archive gives.
 *
 * Attacker-controlled until the digest was compared by whoever trusts it.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { messageOf, SallyportError } from '../../../src/base/errors.ts'

export interface ArchiveEntry {
  readonly name: string
  /** @throws `ADVISORIES_INVALID` where the content is not what the directory says. */
  read(): Uint8Array
}

export interface ArchiveLimits {
  readonly maxEntries: number
  /** Of one entry, inflated. */
  readonly maxEntryBytes: number
  /** Of all entries together, inflated. */
  readonly maxTotalBytes: number
}

export const ADVISORY_LIMITS: ArchiveLimits = {
  maxEntries: 2_000_000,
  maxEntryBytes: 16 * 1024 * 1024,
  maxTotalBytes: 8 * 1024 * 1024 * 1024,
}

const END = 0x06054b50
const END64 = 0x06064b50
const END64_LOCATOR = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const IN_ZIP64 = 0xffff_ffff

/** Yields the files in the directory's order; folders are left out. @throws `ADVISORIES_INVALID` */
export function* readArchive(bytes: Uint8Array, limits: ArchiveLimits): Generator<ArchiveEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  if (directory.entries > limits.maxEntries) throw broken(`it has ${directory.entries} entries`)
  let at = directory.offset
  let total = 0
  for (let index = 0; index < directory.entries; index++) {
    const header = readCentral(view, bytes, at)
    at = header.end
    if (header.name.endsWith('/')) continue
    total += header.size
    if (header.size > limits.maxEntryBytes)
      throw broken(`${quote(header.name)} has ${header.size} bytes inflated`)
    if (total > limits.maxTotalBytes)
      throw broken(`its files have more than ${limits.maxTotalBytes} bytes inflated`)
    yield { name: header.name, read: () => readEntry(view, bytes, header) }
  }
}

interface CentralHeader {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly crc: number
  readonly compressed: number
  readonly size: number
  readonly local: number
  readonly end: number
}

function findDirectory(view: DataView): { entries: number; offset: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) !== view.byteLength)
      continue
    const entries = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    if (entries === 0xffff || offset === IN_ZIP64) return findDirectory64(view, at)
    return { entries, offset }
  }
  throw broken('it has no end record: it is truncated, or no ZIP archive')
}

function findDirectory64(view: DataView, end: number): { entries: number; offset: number } {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR)
    throw broken('its ZIP64 locator is missing')
  const at = readUint64(view, locator + 8)
  need(view, at, 56)
  if (view.getUint32(at, true) !== END64) throw broken('its ZIP64 end record is missing')
  return { entries: readUint64(view, at + 32), offset: readUint64(view, at + 48) }
}

function readCentral(view: DataView, bytes: Uint8Array, at: number): CentralHeader {
  need(view, at, 46)
  if (view.getUint32(at, true) !== CENTRAL) throw broken(`no directory entry stands at byte ${at}`)
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const end = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  need(view, at, end - at)
  const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 46, nameLength).toString('utf8')
  const raw = {
    size: view.getUint32(at + 24, true),
    compressed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
  }
  return {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...widen(view, at + 46 + nameLength, extraLength, raw),
    end,
  }
}

/** ZIP64: what is all ones in the header stands in the extra field, in this order. */
function widen<T extends { size: number; compressed: number; local: number }>(
  view: DataView,
  start: number,
  length: number,
  raw: T,
): T {
  const wide = { ...raw }
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    for (const key of ['size', 'compressed', 'local'] as const) {
      if (raw[key] !== IN_ZIP64) continue
      need(view, next, 8)
      wide[key] = readUint64(view, next)
      next += 8
    }
    break
  }
  return wide
}

function readEntry(view: DataView, bytes: Uint8Array, header: CentralHeader): Uint8Array {
  if ((header.flags & 1) !== 0) throw broken(`${quote(header.name)} is encrypted`)
  need(view, header.local, 30)
  if (view.getUint32(header.local, true) !== LOCAL) throw broken(`${quote(header.name)} has no local header`)
  const start =
    header.local + 30 + view.getUint16(header.local + 26, true) + view.getUint16(header.local + 28, true)
  need(view, start, header.compressed)
  const content = inflate(bytes.subarray(start, start + header.compressed), header)
  if (content.length !== header.size)
    throw broken(`${quote(header.name)} has another size than its header says`)
  if (crc32(content) !== header.crc) throw broken(`${quote(header.name)} does not have its checksum`)
  return content
}

function inflate(compressed: Uint8Array, header: CentralHeader): Uint8Array {
  if (header.method === 0) return compressed
  if (header.method !== 8) throw broken(`${quote(header.name)} is packed by method ${header.method}`)
  try {
    return inflateRawSync(compressed, { maxOutputLength: Math.max(1, header.size) })
  } catch (cause) {
    throw broken(`${quote(header.name)} cannot be inflated: ${messageOf(cause)}`)
  }
}

function readUint64(view: DataView, at: number): number {
  need(view, at, 8)
  const value = view.getBigUint64(at, true)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw broken('a ZIP64 number is too large')
  return Number(value)
}

function need(view: DataView, at: number, length: number): void {
  if (at < 0 || at + length > view.byteLength) throw broken('it is truncated')
}

function broken(why: string): SallyportError {
  return new SallyportError('ADVISORIES_INVALID', {
    message: `the archive cannot be read: ${why}`,
    help: 'fetch it again: sallyport advisories update',
  })
}

function quote(name: string): string {
  return JSON.stringify(name.slice(0, 100))
}
