/**
 * The entries of a lockfile outside of the heap: tens of thousands of them are in large ones, and each is looked at
 * twice.
 */
import { PackedRows } from '../../packed/rows.ts'
import { PackedTexts } from '../../packed/texts.ts'
import type { KnownKeys } from '../../text/json-reader.ts'
import type { LockEntry, PlacedEntry, RequestKind } from './entry.ts'

const LOCATION = 0
const LINE = 1
const COLUMN = 2
const END_LINE = 3
const FLAGS = 4
const FIRST_REQUEST = 5
const REQUESTS = 6
/** Numbers of texts plus 1; 0 where there is none. */
const OPTIONAL_TEXTS = [
  ['name', 7],
  ['version', 8],
  ['licence', 9],
  ['resolved', 10],
] as const
const WIDTH = 11

const FLAG = {
  integrity: 1,
  link: 2,
  dev: 4,
  optional: 8,
  devOptional: 16,
  peer: 32,
  bundled: 64,
  hasInstallScript: 128,
  legacy: 256,
} as const
type Flag = keyof typeof FLAG
const FLAGS_BY_NAME = Object.entries(FLAG) as readonly (readonly [Flag, number])[]

const KINDS: readonly RequestKind[] = ['prod', 'dev', 'optional', 'peer']

/** What is asked for, by the numbers of its texts. */
export interface PackedRequest {
  readonly name: number
  readonly spec: number
  readonly kind: RequestKind
}

export class EntryTable {
  /** Names, ranges and the like; {@link PackedRequest} has their numbers. */
  readonly texts: PackedTexts
  /** Nobody asks for these once packages are made of the entries. */
  readonly #locations = new PackedTexts()
  readonly #addresses = new PackedTexts()
  readonly #rows = new PackedRows(WIDTH)
  readonly #requests = new PackedRows(3)

  constructor(texts: PackedTexts) {
    this.texts = texts
  }

  get length(): number {
    return this.#rows.length
  }

  /** Makes room for an entry; its place in the order is that of this call. @returns its row */
  add(location: string): number {
    const row = this.#rows.add()
    this.#rows.set(row, LOCATION, this.#locations.add(location))
    return row
  }

  set(row: number, entry: LockEntry): void {
    const rows = this.#rows
    rows.set(row, LINE, entry.line)
    rows.set(row, COLUMN, entry.column)
    rows.set(row, END_LINE, entry.endLine)
    rows.set(row, FLAGS, flagsOf(entry))
    rows.set(row, FIRST_REQUEST, this.#requests.length)
    rows.set(row, REQUESTS, entry.requests.length)
    for (const [name, column] of OPTIONAL_TEXTS) {
      const text = entry[name]
      if (text !== undefined) rows.set(row, column, this.#number(name, text) + 1)
    }
    for (const { name, spec, kind } of entry.requests) {
      const request = this.#requests.add()
      this.#requests.set(request, 0, this.texts.add(name))
      this.#requests.set(request, 1, this.texts.add(spec))
      this.#requests.set(request, 2, KINDS.indexOf(kind))
    }
  }

  locationAt(row: number): string {
    return this.#locations.at(this.#rows.get(row, LOCATION))
  }

  /** All but its requests, for which see {@link requestsAt}. */
  at(row: number): PlacedEntry {
    const rows = this.#rows
    const flags = rows.get(row, FLAGS)
    const has = (name: Flag) => (flags & FLAG[name]) !== 0
    const entry: PlacedEntry = {
      location: this.locationAt(row),
      line: rows.get(row, LINE),
      column: rows.get(row, COLUMN),
      endLine: rows.get(row, END_LINE),
      integrity: has('integrity'),
      link: has('link'),
      dev: has('dev'),
      optional: has('optional'),
      devOptional: has('devOptional'),
      peer: has('peer'),
      bundled: has('bundled'),
      hasInstallScript: has('hasInstallScript'),
      legacy: has('legacy'),
    }
    for (const [name, column] of OPTIONAL_TEXTS) {
      const number = rows.get(row, column)
      if (number !== 0) entry[name] = (name === 'resolved' ? this.#addresses : this.texts).at(number - 1)
    }
    return entry
  }

  isLink(row: number): boolean {
    return (this.#rows.get(row, FLAGS) & FLAG.link) !== 0
  }

  *requestsAt(row: number): Generator<PackedRequest> {
    const first = this.#rows.get(row, FIRST_REQUEST)
    const count = this.#rows.get(row, REQUESTS)
    for (let request = first; request < first + count; request++) {
      yield {
        name: this.#requests.get(request, 0),
        spec: this.#requests.get(request, 1),
        kind: KINDS[this.#requests.get(request, 2)]!,
      }
    }
  }

  /** For an object whose keys are places. */
  locations(): KnownKeys {
    return {
      add: (location) => {
        const isKnown = this.#locations.find(location) !== undefined
        if (!isKnown) this.#locations.add(location)
        return isKnown
      },
    }
  }

  #number(name: (typeof OPTIONAL_TEXTS)[number][0], text: string): number {
    return name === 'resolved' ? this.#addresses.append(text) : this.texts.add(text)
  }
}

function flagsOf(entry: LockEntry): number {
  let flags = 0
  for (const [name, bit] of FLAGS_BY_NAME) if (entry[name]) flags |= bit
  return flags
}
