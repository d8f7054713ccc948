/** Reads every lockfile of a tree. A file that is not read wholly is a file error; it never disappears. */
import { messageOf, SallyportError } from '../../src/base/errors.ts'
import type { FileError, ScanFile } from '../../src/gate/scanner.ts'
import { arrayOf } from './listing.ts'
import type { LockfileFormat, LockfileText, Siblings } from './lockfile.ts'
import {
  FORMATS,
  formatOfPath,
  type ListedReading,
  type LockfileReading,
  readPackages,
  readPieces,
} from './packages.ts'
import { decodeLockfile } from './text/decode.ts'

export interface Inventory {
  readonly readings: readonly LockfileReading[]
  readonly fileErrors: readonly FileError[]
}

/** Lockfiles, and the files beside them that a format may ask for. */
export function isWanted(path: string): boolean {
  return FORMATS.some((format) => format.wants(path) || format.wantsBeside?.(path) === true)
}

export async function readInventory(files: readonly ScanFile[], signal: AbortSignal): Promise<Inventory> {
  const readings: LockfileReading[] = []
  const fileErrors: FileError[] = []
  for await (const reading of readLockfiles(files, signal, fileErrors)) {
    readings.push({ ...reading, packages: arrayOf(reading.packages), edges: arrayOf(reading.edges) })
  }
  return { readings, fileErrors }
}

/** One after the other, so that who judges them need not hold them all. @param fileErrors what cannot be read is added */
export async function* readLockfiles(
  files: readonly ScanFile[],
  signal: AbortSignal,
  fileErrors: FileError[],
): AsyncGenerator<ListedReading> {
  const siblings = createSiblings(files)
  for (const file of files) {
    signal.throwIfAborted()
    const format = formatOfPath(file.path)
    const reading = format && (await tryRead(file, format, siblings, fileErrors))
    if (reading) yield reading
  }
}

async function tryRead(
  file: ScanFile,
  format: LockfileFormat,
  siblings: Siblings,
  fileErrors: FileError[],
): Promise<ListedReading | undefined> {
  try {
    const reading = await readFile(file, format, siblings)
    for (const problem of reading.errors) fileErrors.push({ path: file.path, ...problem })
    return reading
  } catch (error) {
    const code = error instanceof SallyportError ? error.code : 'FILE_UNREADABLE'
    fileErrors.push({ path: file.path, code, message: messageOf(error) })
    return undefined
  }
}

/** A function of its own, that has ended, and let go of the bytes, when the parser begins. */
async function readFile(file: ScanFile, format: LockfileFormat, siblings: Siblings): Promise<ListedReading> {
  const { path, size } = file
  const { parsePieces } = format
  if (parsePieces && file.readPieces) {
    return readPieces({ path, size, pieces: await file.readPieces() }, { ...format, parsePieces }, siblings)
  }
  return readPackages({ path, bytes: await file.read() }, format, siblings)
}

/** Other files of the tree, as formats and rules ask for them. */
export function createSiblings(files: readonly ScanFile[]): Siblings {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return {
    isReadItself: (path) => byPath.has(path) && formatOfPath(path) !== undefined,
    async read(path): Promise<LockfileText | undefined> {
      try {
        const bytes = await byPath.get(path)?.read()
        return bytes && { path, text: decodeLockfile(bytes) }
      } catch {
        // A sibling only adds to what the lockfile says; the lockfile's own format tells what is missing.
        return undefined
      }
    },
  }
}
