/**
 * .NET assemblies (ECMA-335, II.24 and II.25): the assembly itself and those that it refers to, by the names of their
 * files; of a program that only starts one, what its version resource says. They are files and no packages of NuGet's:
 * nothing is matched with them. Nothing is run, every place is checked.
 */
import type { LockfileContent, LockfileFormat } from '../../lockfile.ts'
import { lockfileError } from '../../lockfile-error.ts'
import { ContentBuilder } from '../content-builder.ts'
import { ASSEMBLY, ASSEMBLY_REF, columnSizes, type HeapSizes } from './clr-tables.ts'

export const dotnetPe: LockfileFormat = {
  id: 'dotnet-pe',
  ecosystems: ['NuGet'],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, 'it is text, and no assembly')
  },
  parseBytes: parseAssembly,
}

interface Named {
  readonly name: string
  readonly version: string
}

const MAX_ASSEMBLIES = 10_000

function parseAssembly(path: string, bytes: Uint8Array): LockfileContent {
  const found = readGuarded(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!found) throw lockfileError(path, 1, 'it is no assembly of .NET, nor a program that starts one')
  const builder = new ContentBuilder()
  for (const { name, version } of found) {
    const source = { kind: 'path', path: name } as const
    if (name !== '') builder.add({ ecosystem: 'NuGet', name, version, line: 1, scope: 'prod', source })
  }
  return builder.content()
}

function readGuarded(view: DataView): readonly Named[] | undefined {
  try {
    const image = readImage(view)
    return image && (readMetadata(view, image) ?? readVersionResource(view, image))
  } catch (error) {
    // The view says where the file breaks off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

interface Image {
  /** From an address in memory to a place in the file. */
  readonly placeOf: (address: number) => number
  readonly directories: number
}

const CLR_DIRECTORY = 14
const RESOURCE_DIRECTORY = 2

/** Microsoft's PE format: the optional header's directories, and the sections behind it. */
function readImage(view: DataView): Image | undefined {
  if (view.byteLength < 64 || view.getUint16(0, true) !== 0x5a4d) return undefined
  const header = view.getUint32(0x3c, true)
  if (view.getUint32(header, true) !== 0x4550) return undefined
  const optional = header + 24
  const directories = optional + (view.getUint16(optional, true) === 0x20b ? 112 : 96)
  const sections = optional + view.getUint16(header + 20, true)
  const count = view.getUint16(header + 6, true)
  const placeOf = (address: number): number => {
    for (let index = 0; index < count; index++) {
      const at = sections + index * 40
      const start = view.getUint32(at + 12, true)
      const size = Math.max(view.getUint32(at + 8, true), view.getUint32(at + 16, true))
      if (address >= start && address < start + size) return view.getUint32(at + 20, true) + address - start
    }
    throw new RangeError('an address in no section')
  }
  return { placeOf, directories }
}

/** `undefined` where there is none: a native program. */
function readMetadata(view: DataView, { placeOf, directories }: Image): Named[] | undefined {
  const header = view.getUint32(directories + CLR_DIRECTORY * 8, true)
  if (header === 0) return undefined
  const root = placeOf(view.getUint32(placeOf(header) + 8, true))
  if (view.getUint32(root, true) !== 0x424a5342) return undefined
  const streams = streamsOf(view, root)
  const tables = streams.get('#~') ?? streams.get('#-')
  const strings = streams.get('#Strings')
  return tables === undefined || strings === undefined ? undefined : readTables(view, tables, strings)
}

/** II.24.2.1: the version's text, then a header for each stream, whose name is padded to four bytes. */
function streamsOf(view: DataView, root: number): Map<string, number> {
  const streams = new Map<string, number>()
  const flags = root + 16 + view.getUint32(root + 12, true)
  let at = flags + 4
  for (let left = Math.min(view.getUint16(flags + 2, true), 16); left > 0; left--) {
    const name = textAt(view, at + 8)
    streams.set(name, root + view.getUint32(at, true))
    at += 8 + (name.length & ~3) + 4
  }
  return streams
}

/** II.24.2.6. */
function readTables(view: DataView, start: number, strings: number): Named[] {
  const flags = view.getUint8(start + 6)
  const heaps: HeapSizes = {
    strings: flags & 1 ? 4 : 2,
    guids: flags & 2 ? 4 : 2,
    blobs: flags & 4 ? 4 : 2,
  }
  const rows: number[] = []
  let at = start + 24
  for (let table = 0; table < 64; table++) {
    const isThere = (view.getUint32(start + 8 + (table < 32 ? 0 : 4), true) >>> (table & 31)) & 1
    rows[table] = isThere ? view.getUint32(at, true) : 0
    if (isThere) at += 4
  }
  const found: Named[] = []
  for (let table = 0; table <= ASSEMBLY_REF; table++) {
    const sizes = columnSizes(table, rows, heaps)
    const rowSize = sizes.reduce((sum, size) => sum + size, 0)
    const count = rows[table]!
    if (table === ASSEMBLY || table === ASSEMBLY_REF) {
      for (let row = 0; row < Math.min(count, MAX_ASSEMBLIES); row++)
        found.push(assemblyAt(view, at + row * rowSize, table, sizes, strings))
    }
    at += count * rowSize
  }
  return found
}

/** Both rows hold four parts of a version, flags, a key, and the name. */
function assemblyAt(
  view: DataView,
  row: number,
  table: number,
  sizes: readonly number[],
  strings: number,
): Named {
  const version = row + (table === ASSEMBLY ? 4 : 0)
  const parts = [0, 2, 4, 6].map((part) => view.getUint16(version + part, true))
  const nameColumn = table === ASSEMBLY ? 7 : 6
  const at = row + sizes.slice(0, nameColumn).reduce((sum, size) => sum + size, 0)
  const name = textAt(
    view,
    strings + (sizes[nameColumn] === 2 ? view.getUint16(at, true) : view.getUint32(at, true)),
  )
  return { name: name === '' ? '' : `${name}.dll`, version: parts.join('.') }
}

const MAX_NAME = 1_024

/** UTF-8 up to a zero. */
function textAt(view: DataView, start: number): string {
  let end = start
  while (end - start < MAX_NAME && view.getUint8(end) !== 0) end++
  return Buffer.from(view.buffer, view.byteOffset + start, end - start).toString('utf8')
}

/** VERSIONINFO: keys and values are UTF-16 texts, each on a multiple of four bytes. */
function readVersionResource(view: DataView, { placeOf, directories }: Image): Named[] | undefined {
  const address = view.getUint32(directories + RESOURCE_DIRECTORY * 8, true)
  if (address === 0) return undefined
  const start = placeOf(address)
  const size = Math.min(
    view.getUint32(directories + RESOURCE_DIRECTORY * 8 + 4, true),
    view.byteLength - start,
  )
  const resources = Buffer.from(view.buffer, view.byteOffset + start, Math.max(0, size))
  const name = stringOf(resources, 'InternalName')
  const version = stringOf(resources, 'Assembly Version') ?? stringOf(resources, 'FileVersion')
  return name === undefined || version === undefined ? undefined : [{ name, version }]
}

function stringOf(resources: Buffer, key: string): string | undefined {
  const found = resources.indexOf(Buffer.from(`${key}\0`, 'utf16le'))
  if (found === -1) return undefined
  const start = (found + key.length * 2 + 2 + 3) & ~3
  let end = start
  while (end - start < MAX_NAME && end + 1 < resources.length && resources.readUInt16LE(end) !== 0) end += 2
  return resources.toString('utf16le', start, end) || undefined
}
