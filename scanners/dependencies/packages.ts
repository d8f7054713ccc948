/** Reads one file of any known format; what goes wrong becomes a problem of that file, never an exception. */
import { messageOf, SallyportError } from '../../src/base/errors.ts'
import { arrayOf } from './listing.ts'
import {
  type LockfileContent,
  type LockfileFormat,
  type LockfileListing,
  type LockfileProblem,
  NO_SIBLINGS,
  type Siblings,
} from './lockfile.ts'
import { FORMATS } from './lockfiles/formats.ts'
import { MANIFEST_FORMATS } from './lockfiles/manifest-formats.ts'
import { decodeLockfile, decodePieces } from './text/decode.ts'
import { detachTexts } from './text/detach.ts'

export { FORMATS } from './lockfiles/formats.ts'

/** Those that are found by a file's name, and those that are read only by `--as`. */
export const ALL_FORMATS: readonly LockfileFormat[] = [...FORMATS, ...MANIFEST_FORMATS]

/** The largest lockfile that is read, in bytes. */
export const MAX_LOCKFILE_BYTES = 64 * 1024 * 1024

export interface LockfileBytes {
  /** Relative to the tree, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
}

interface Read {
  readonly path: string
  readonly format: string
}

/** What was read of a file, as those need it who look at one package after the other. */
export interface ListedReading extends Read, LockfileListing {}

export interface LockfileReading extends Read, LockfileContent {}

/** The format whose files are named like this; `undefined` where no format reads it. */
export function formatOfPath(path: string): LockfileFormat | undefined {
  return FORMATS.find((format) => format.wants(path))
}

/** By id, whatever its case and punctuation: `package-lock.json`, `PackageLockJson`. */
export function formatOfId(id: string): LockfileFormat | undefined {
  const plain = plainId(id)
  // Julia's Manifest.toml and Gleam's manifest.toml differ in their case alone.
  return (
    ALL_FORMATS.find((format) => format.id === id) ??
    ALL_FORMATS.find((format) => plainId(format.id) === plain)
  )
}

function plainId(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/**
 * Reads a file as the format given. The result always comes; `errors` says what is missing in it. Not an async
 * function: its frame would hold the bytes for as long as their text is parsed.
 */
export function readPackages(
  { path, bytes }: LockfileBytes,
  format: LockfileFormat,
  siblings: Siblings = NO_SIBLINGS,
): Promise<LockfileReading> {
  return readInput(path, inputOf(path, bytes, format), format, siblings)
}

/** A file that need not be held whole. */
export interface LockfileInPieces {
  /** Relative to the tree, with `/`. */
  readonly path: string
  /** In bytes. */
  readonly size: number
  readonly pieces: Iterable<Uint8Array>
}

/** So few packages take little memory, and are looked at faster where they are not made anew each time. */
const MADE_AT_ONCE = 2_000

/** As {@link readPackages}, of a format that reads pieces; what reading them throws is a problem of the file as well. */
export async function readPieces(
  { path, size, pieces }: LockfileInPieces,
  format: LockfileFormat & Required<Pick<LockfileFormat, 'parsePieces'>>,
  siblings: Siblings,
): Promise<ListedReading> {
  const nothing = { path, format: format.id, packages: [], edges: [] }
  if (size > MAX_LOCKFILE_BYTES) return { ...nothing, errors: [tooLarge(size)] }
  const texts = decodePieces(pieces)
  try {
    const listing = await format.parsePieces({ path, pieces: texts }, siblings)
    const isSmall = listing.packages.length <= MADE_AT_ONCE
    const packages = isSmall ? arrayOf(listing.packages) : listing.packages
    return { path, format: format.id, ...listing, packages, errors: listing.errors.map(shorten) }
  } catch (thrown) {
    return { ...nothing, errors: [shorten(problemOf(thrown))] }
  } finally {
    // Closes the file where the parser did not come to its end.
    texts.return(undefined)
  }
}

type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'content'; readonly content: LockfileContent }
  | { readonly kind: 'problem'; readonly problem: LockfileProblem }

function inputOf(path: string, bytes: Uint8Array, format: LockfileFormat): Input {
  if (bytes.length > MAX_LOCKFILE_BYTES) return { kind: 'problem', problem: tooLarge(bytes.length) }
  try {
    if (format.parseBytes) return { kind: 'content', content: format.parseBytes(path, bytes) }
    return { kind: 'text', text: decodeLockfile(bytes) }
  } catch (thrown) {
    return { kind: 'problem', problem: problemOf(thrown) }
  }
}

async function readInput(
  path: string,
  input: Input,
  format: LockfileFormat,
  siblings: Siblings,
): Promise<LockfileReading> {
  const nothing = { path, format: format.id, packages: [], edges: [] }
  if (input.kind === 'problem') return { ...nothing, errors: [shorten(input.problem)] }
  try {
    const content =
      input.kind === 'content' ? input.content : await format.parse({ path, text: input.text }, siblings)
    return { path, format: format.id, ...detachTexts(content), errors: content.errors.map(shorten) }
  } catch (thrown) {
    return { ...nothing, errors: [shorten(problemOf(thrown))] }
  }
}

function tooLarge(size: number): LockfileProblem {
  const message = `${size} bytes are more than the ${MAX_LOCKFILE_BYTES} that are read`
  return { code: 'LIMIT_EXCEEDED', message }
}

/** Some parsers quote what they stumbled over, however long it is. */
function shorten(problem: LockfileProblem): LockfileProblem {
  const { message } = problem
  return message.length <= MAX_MESSAGE
    ? problem
    : { ...problem, message: `${message.slice(0, MAX_MESSAGE)}…` }
}

const MAX_MESSAGE = 1_000

function problemOf(thrown: unknown): LockfileProblem {
  if (!(thrown instanceof SallyportError)) {
    // A parser's bug on a stranger's input is that file's error, and the scan goes on.
    return { code: 'LOCKFILE_INVALID', message: `the parser gave up: ${messageOf(thrown)}` }
  }
  const line = thrown.place?.line
  return { code: thrown.code, message: thrown.message, ...(line === undefined ? {} : { line }) }
}
