/**
 * Reads a tar as a stream of entries: ustar, pax and GNU long names. Refused are devices, FIFOs,
 * sparse files, unknown types, a missing end, and anything but zeros after it.
 */
import { decodeUtf8 } from '../../base/bytes.ts'
import { ByteReader } from './byte-reader.ts'
import type { ArchiveEntry } from './entry.ts'
import { type PaxOverrides, parsePax } from './pax.ts'
import { archiveRefused } from './refusal.ts'
import { BLOCK, parseTarHeader, type TarHeader } from './tar-header.ts'

/** Bound on one extended header or long name, which is held in memory. */
const MAX_EXTENSION_BYTES = 64 * 1024
/** Headers without content of their own that may stand in a row. */
const MAX_EXTENSIONS = 8

/** @throws `ARCHIVE_REFUSED` */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveEntry> {
  const reader = new ByteReader(source)
  try {
    for (;;) {
      const found = await nextHeader(reader)
      if (found === undefined) break
      yield* readEntry(reader, found)
    }
    await expectOnlyZeros(reader)
  } finally {
    await reader.close()
  }
}

/** The next header that stands for an entry, with what the headers before it change. */
async function nextHeader(reader: ByteReader): Promise<TarHeader | undefined> {
  let overrides: PaxOverrides = {}
  for (let extensions = 0; extensions <= MAX_EXTENSIONS; extensions++) {
    const block = await reader.read(BLOCK)
    if (block === undefined) throw archiveRefused('it is truncated: the end of archive is missing')
    const header = parseTarHeader(block)
    if (header === undefined) {
      if (extensions > 0) throw archiveRefused('it ends after an extended header')
      return undefined
    }
    const extension = await readExtension(reader, header)
    if (extension === undefined) return applyOverrides(header, overrides)
    overrides = { ...overrides, ...extension }
  }
  throw archiveRefused(`more than ${MAX_EXTENSIONS} extended headers stand in a row`)
}

/** `undefined` where the header is an entry. */
async function readExtension(reader: ByteReader, header: TarHeader): Promise<PaxOverrides | undefined> {
  switch (header.type) {
    case 'x':
      return parsePax(await readContent(reader, header))
    case 'g':
      // A global header: what git archive writes (a comment); its overrides would be too far-reaching.
      if (Object.keys(parsePax(await readContent(reader, header))).length > 0) {
        throw archiveRefused('a global extended header changes names or sizes')
      }
      return {}
    case 'L':
      return { path: await readLongName(reader, header) }
    case 'K':
      return { linkpath: await readLongName(reader, header) }
    default:
      return undefined
  }
}

async function* readEntry(reader: ByteReader, header: TarHeader): AsyncGenerator<ArchiveEntry> {
  const { name, mode, target } = header
  switch (header.type) {
    case '0':
    case '7': {
      // Old tars write a folder as a file whose name ends in a slash.
      if (name.endsWith('/') && header.size === 0) yield { kind: 'folder', name, mode }
      else yield* readFile(reader, header)
      return
    }
    case '5':
      await skipContent(reader, header)
      yield { kind: 'folder', name, mode }
      return
    case '1':
    case '2':
      if (header.size !== 0) throw archiveRefused('a link has content', name)
      yield { kind: header.type === '1' ? 'hardlink' : 'symlink', name, target }
      return
    default:
      throw archiveRefused(`it holds ${typeName(header.type)}`, name)
  }
}

async function* readFile(reader: ByteReader, header: TarHeader): AsyncGenerator<ArchiveEntry> {
  let readToEnd = false
  async function* body(): AsyncGenerator<Uint8Array> {
    yield* reader.stream(header.size, header.name)
    readToEnd = true
  }
  yield { kind: 'file', name: header.name, mode: header.mode, size: header.size, body: body() }
  if (!readToEnd) throw new Error('this is a bug: the body of a tar entry was not read to its end')
  await skipPadding(reader, header)
}

function typeName(type: string): string {
  const names: Record<string, string> = {
    '3': 'a character device',
    '4': 'a block device',
    '6': 'a FIFO',
    S: 'a sparse file',
  }
  return names[type] ?? `an entry of the unknown type ${JSON.stringify(type)}`
}

async function readContent(reader: ByteReader, header: TarHeader): Promise<Uint8Array> {
  if (header.size > MAX_EXTENSION_BYTES) throw archiveRefused('an extended header is too large', header.name)
  const content = header.size === 0 ? new Uint8Array(0) : await reader.read(header.size)
  if (content === undefined) throw archiveRefused('it is truncated', header.name)
  await skipPadding(reader, header)
  return content
}

async function readLongName(reader: ByteReader, header: TarHeader): Promise<string> {
  const content = await readContent(reader, header)
  const end = content.indexOf(0)
  try {
    return decodeUtf8(end < 0 ? content : content.subarray(0, end))
  } catch (cause) {
    throw archiveRefused('a long name is not UTF-8', undefined, cause)
  }
}

async function skipContent(reader: ByteReader, header: TarHeader): Promise<void> {
  if (header.size > MAX_EXTENSION_BYTES) throw archiveRefused('a folder has content', header.name)
  for await (const _ of reader.stream(header.size, header.name)) {
    // Skipped.
  }
  await skipPadding(reader, header)
}

async function skipPadding(reader: ByteReader, header: TarHeader): Promise<void> {
  const padding = (BLOCK - (header.size % BLOCK)) % BLOCK
  for await (const _ of reader.stream(padding, header.name)) {
    // Skipped.
  }
}

/** Two blocks of zeros end a tar; some writers pad with more. */
async function expectOnlyZeros(reader: ByteReader): Promise<void> {
  const second = await reader.read(BLOCK)
  if (second === undefined) throw archiveRefused('it is truncated: the end of archive is missing')
  if (second.some((byte) => byte !== 0)) throw archiveRefused('something follows its end')
  for await (const part of reader.rest()) {
    if (part.some((byte) => byte !== 0)) throw archiveRefused('something follows its end')
  }
}

function applyOverrides(header: TarHeader, overrides: PaxOverrides): TarHeader {
  return {
    ...header,
    name: overrides.path ?? header.name,
    target: overrides.linkpath ?? header.target,
    size: overrides.size ?? header.size,
  }
}
