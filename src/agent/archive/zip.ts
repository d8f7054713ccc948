/**
 * Reads a zip as a stream of entries, in the order of their places in the file. Refused are encrypted
 * entries, methods other than stored and deflate, entries that overlap (which is how one small file
 * unpacks to petabytes), and local headers that contradict the directory.
 */
import { crc32 } from 'node:zlib'
import { decodeUtf8, encodeUtf8, equalBytes } from '../../base/bytes.ts'
import { decompress } from './decompression.ts'
import type { ArchiveEntry, ArchiveLimits } from './entry.ts'
import { type RandomAccess, readRange } from './random-access.ts'
import { archiveRefused } from './refusal.ts'
import { readWholly, readZipDirectory, viewOf, type ZipRecord } from './zip-directory.ts'

const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8
const FLAG_ENCRYPTED = 0x0001
const TYPE_MASK = 0o170000
const TYPE_FOLDER = 0o040000
const TYPE_FILE = 0o100000
const TYPE_SYMLINK = 0o120000
const MAX_LINK_BYTES = 4096

/** @throws `ARCHIVE_REFUSED` */
export async function* readZip(file: RandomAccess, limits: ArchiveLimits): AsyncGenerator<ArchiveEntry> {
  const records = await readZipDirectory(file, limits.maxEntries)
  records.sort((a, b) => a.offset - b.offset)
  let end = 0
  for (const record of records) {
    checkRecord(record)
    if (record.offset < end) throw archiveRefused('entries overlap', record.name)
    const start = await findData(file, record)
    end = start + record.packedSize
    if (end > file.size) throw archiveRefused('it is truncated', record.name)
    yield await toEntry(file, record, start)
  }
}

function checkRecord(record: ZipRecord): void {
  if ((record.flags & FLAG_ENCRYPTED) !== 0) throw archiveRefused('an entry is encrypted', record.name)
  if (record.method !== STORED && record.method !== DEFLATED) {
    throw archiveRefused(`an entry is packed with the unknown method ${record.method}`, record.name)
  }
  if (record.method === STORED && record.packedSize !== record.size) {
    throw archiveRefused('an entry has two sizes', record.name)
  }
}

/** Where the entry's data begins, once its local header agrees with the directory. */
async function findData(file: RandomAccess, record: ZipRecord): Promise<number> {
  const header = await readWholly(file, record.offset, 30)
  const view = viewOf(header)
  if (view.getUint32(0, true) !== LOCAL) throw archiveRefused('a local header is missing', record.name)
  const nameLength = view.getUint16(26, true)
  const name = await readWholly(file, record.offset + 30, nameLength)
  const contradicts = view.getUint16(8, true) !== record.method || !equalBytes(name, encodeUtf8(record.name))
  if (contradicts) throw archiveRefused('a local header contradicts the directory', record.name)
  return record.offset + 30 + nameLength + view.getUint16(28, true)
}

async function toEntry(file: RandomAccess, record: ZipRecord, start: number): Promise<ArchiveEntry> {
  const { name, unixMode } = record
  const type = unixMode & TYPE_MASK
  const mode = unixMode & 0o7777
  const isFolder = name.endsWith('/')
  if (isFolder && (type === 0 || type === TYPE_FOLDER)) {
    if (record.size !== 0) throw archiveRefused('a folder has content', name)
    return { kind: 'folder', name, mode }
  }
  if (type === TYPE_SYMLINK) return { kind: 'symlink', name, target: await readLink(file, record, start) }
  if (isFolder || (type !== 0 && type !== TYPE_FILE))
    throw archiveRefused('it holds a device or a FIFO', name)
  return { kind: 'file', name, mode, size: record.size, body: readData(file, record, start) }
}

async function readLink(file: RandomAccess, record: ZipRecord, start: number): Promise<string> {
  if (record.size > MAX_LINK_BYTES) throw archiveRefused('the target of a link is too long', record.name)
  const chunks: Uint8Array[] = []
  for await (const chunk of readData(file, record, start)) chunks.push(chunk)
  try {
    return decodeUtf8(Buffer.concat(chunks))
  } catch (cause) {
    throw archiveRefused('the target of a link is not UTF-8', record.name, cause)
  }
}

async function* readData(file: RandomAccess, record: ZipRecord, start: number): AsyncGenerator<Uint8Array> {
  const packed = readRange(file, start, start + record.packedSize)
  const data = record.method === STORED ? packed : decompress(packed, 'deflate', record.size)
  let total = 0
  let checksum = 0
  for await (const chunk of data) {
    total += chunk.length
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (total !== record.size)
    throw archiveRefused('an entry has another size than its header says', record.name)
  if (checksum !== record.crc32) throw archiveRefused('an entry has a wrong CRC-32', record.name)
}
