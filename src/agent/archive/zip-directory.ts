/**
 * The central directory of a zip (APPNOTE 6.3.10 §4.3), with zip64. Read from the end; the end record
 * must be the last thing in the file, so that a file has one reading.
 *
 * | end record (22 bytes) | central header (46 bytes)       | local header (30 bytes) |
 * |-----------------------|---------------------------------|-------------------------|
 * | 0 signature           | 0 signature                     | 0 signature             |
 * | 4 disk numbers        | 4 made by (high byte: system)   | 6 flags                 |
 * | 10 entries            | 8 flags, 10 method              | 8 method                |
 * | 12 directory size     | 16 CRC-32                       | 26 name length          |
 * | 16 directory offset   | 20 packed, 24 unpacked size     | 28 extra length         |
 * | 20 comment length     | 28, 30, 32 name, extra, comment |                         |
 * |                       | 38 external attributes          |                         |
 * |                       | 42 local header's offset        |                         |
 */
import { decodeUtf8 } from '../../base/bytes.ts'
import type { RandomAccess } from './random-access.ts'
import { archiveRefused } from './refusal.ts'

export interface ZipRecord {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly crc32: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
  /** Unix mode with the file type, or 0 where the archive was made elsewhere. */
  readonly unixMode: number
}

interface DirectoryPlace {
  readonly entries: number
  readonly size: number
  readonly offset: number
}

const END = 0x06054b50
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const CENTRAL = 0x02014b50
const MAX_COMMENT = 0xffff
/** A name and extras of 64 KiB each, for as many entries as may be: the directory is held in memory. */
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024

/** @throws `ARCHIVE_REFUSED` */
export async function readZipDirectory(file: RandomAccess, maxEntries: number): Promise<ZipRecord[]> {
  const place = await findDirectory(file)
  if (place.entries > maxEntries) throw archiveRefused(`it has more than ${maxEntries} entries`)
  if (place.size > MAX_DIRECTORY_BYTES || place.offset + place.size > file.size) {
    throw archiveRefused('its directory lies outside of the file')
  }
  const bytes = await readWholly(file, place.offset, place.size)
  const records: ZipRecord[] = []
  let at = 0
  for (let index = 0; index < place.entries; index++) {
    const { record, next } = parseCentral(bytes, at)
    records.push(record)
    at = next
  }
  if (at !== bytes.length) throw archiveRefused('its directory does not hold the entries that it counts')
  return records
}

async function findDirectory(file: RandomAccess): Promise<DirectoryPlace> {
  const tailStart = Math.max(0, file.size - 22 - MAX_COMMENT)
  const tail = await readWholly(file, tailStart, file.size - tailStart)
  const view = viewOf(tail)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) !== tail.length) continue
    const place = {
      entries: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    }
    if (view.getUint16(at + 4, true) !== view.getUint16(at + 6, true)) {
      throw archiveRefused('it is split over several disks')
    }
    const needs64 = place.entries === 0xffff || place.size === 0xffffffff || place.offset === 0xffffffff
    return needs64 ? await findDirectory64(file, tailStart + at) : place
  }
  throw archiveRefused('it is truncated: the end of the zip is missing')
}

async function findDirectory64(file: RandomAccess, endAt: number): Promise<DirectoryPlace> {
  if (endAt < 20) throw archiveRefused('its zip64 locator is missing')
  const locator = viewOf(await readWholly(file, endAt - 20, 20))
  if (locator.getUint32(0, true) !== LOCATOR64) throw archiveRefused('its zip64 locator is missing')
  const at = readUint64(locator, 8)
  if (at + 56 > file.size) throw archiveRefused('its zip64 record lies outside of the file')
  const view = viewOf(await readWholly(file, at, 56))
  if (view.getUint32(0, true) !== END64) throw archiveRefused('its zip64 record is missing')
  return { entries: readUint64(view, 32), size: readUint64(view, 40), offset: readUint64(view, 48) }
}

function parseCentral(bytes: Uint8Array, at: number): { record: ZipRecord; next: number } {
  const view = viewOf(bytes)
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) {
    throw archiveRefused('its directory is malformed')
  }
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const next = extraEnd + view.getUint16(at + 32, true)
  if (next > bytes.length) throw archiveRefused('its directory is malformed')
  const name = decodeName(bytes.subarray(at + 46, nameEnd))
  const sizes = applyZip64(
    {
      size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    },
    bytes.subarray(nameEnd, extraEnd),
    name,
  )
  const madeOnUnix = view.getUint8(at + 5) === 3
  const record: ZipRecord = {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    unixMode: madeOnUnix ? view.getUint32(at + 38, true) >>> 16 : 0,
    ...sizes,
  }
  return { record, next }
}

interface Sizes {
  readonly size: number
  readonly packedSize: number
  readonly offset: number
}

/** Extra field 0x0001 holds, in this order, those of the three that are all ones. */
function applyZip64(sizes: Sizes, extra: Uint8Array, name: string): Sizes {
  const field = findExtra(extra, 0x0001)
  let at = 0
  const widen = (value: number): number => {
    if (value !== 0xffffffff) return value
    if (!field || at + 8 > field.length) throw archiveRefused('a zip64 size is missing', name)
    at += 8
    return readUint64(viewOf(field), at - 8)
  }
  return {
    size: widen(sizes.size),
    packedSize: widen(sizes.packedSize),
    offset: widen(sizes.offset),
  }
}

function findExtra(extra: Uint8Array, id: number): Uint8Array | undefined {
  const view = viewOf(extra)
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === id) return extra.subarray(at + 4, at + 4 + length)
    at += 4 + length
  }
  return undefined
}

function decodeName(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes)
  } catch (cause) {
    throw archiveRefused('a name is not UTF-8', undefined, cause)
  }
}

/** @throws `ARCHIVE_REFUSED` where the file is shorter */
export async function readWholly(file: RandomAccess, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const part = await file.read(offset + filled, length - filled)
    if (part.length === 0) throw archiveRefused('it is truncated')
    bytes.set(part, filled)
    filled += part.length
  }
  return bytes
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}

function readUint64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true)
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw archiveRefused('a zip64 number is out of range')
  return Number(value)
}
