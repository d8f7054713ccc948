/**
 * Packages outside of the heap: some numbers each, and an object for as long as somebody looks at it. Two looks at
 * one package are two objects: packages are told apart by their positions.
 */
import type { DependencyScope } from '../../../src/gate/finding.ts'
import type { Listing, LockedPackage, PackageSource } from '../lockfile.ts'
import { SharedTexts } from '../text/detach.ts'
import { PackedRows } from './rows.ts'
import type { PackedTexts } from './texts.ts'

const NAME = 0
const VERSION = 1
const SOURCE = 2
const LINE = 3
const COLUMN = 4
const END_LINE = 5
/** The licence's number plus 1; 0 where there is none. */
const LICENCE = 6
const FLAGS = 7
const WIDTH = 8

const SCOPES: readonly DependencyScope[] = ['prod', 'dev', 'optional', 'peer', 'test', 'build', 'unknown']
const SCOPE_BITS = 0b111
/** Each of these answers takes two bits: not said, no, yes. */
const DIRECT_SHIFT = 3
const INTEGRITY_SHIFT = 5
const INSTALL_SCRIPT_SHIFT = 7
const ANSWERS = [undefined, false, true] as const

export class PackedPackages implements Listing<LockedPackage> {
  readonly #ecosystem: string
  readonly #texts: PackedTexts
  readonly #rows = new PackedRows(WIDTH)
  /** Few: registries, for the most part, each once. */
  readonly #sources: PackageSource[] = []
  readonly #registries = new Map<string | null, number>()
  readonly #shared = new SharedTexts()

  /** @param ecosystem of them all @param texts may be shared with others */
  constructor(ecosystem: string, texts: PackedTexts) {
    this.#ecosystem = ecosystem
    this.#texts = texts
  }

  get length(): number {
    return this.#rows.length
  }

  add(one: Omit<LockedPackage, 'ecosystem'>): void {
    const row = this.#rows.add()
    const flags =
      SCOPES.indexOf(one.scope) |
      (answerOf(one.direct ?? undefined) << DIRECT_SHIFT) |
      (answerOf(one.integrity) << INTEGRITY_SHIFT) |
      (answerOf(one.hasInstallScript) << INSTALL_SCRIPT_SHIFT)
    this.#rows.set(row, NAME, this.#texts.add(one.name))
    this.#rows.set(row, VERSION, this.#texts.add(one.version))
    this.#rows.set(row, SOURCE, this.#sourceNumber(one.source))
    this.#rows.set(row, LINE, one.line)
    this.#rows.set(row, COLUMN, one.column ?? 0)
    this.#rows.set(row, END_LINE, one.endLine)
    if (one.licence !== undefined) this.#rows.set(row, LICENCE, this.#texts.add(one.licence) + 1)
    this.#rows.set(row, FLAGS, flags)
  }

  at(position: number): LockedPackage {
    const rows = this.#rows
    const flags = rows.get(position, FLAGS)
    const column = rows.get(position, COLUMN)
    const integrity = ANSWERS[(flags >> INTEGRITY_SHIFT) & 3]
    const hasInstallScript = ANSWERS[(flags >> INSTALL_SCRIPT_SHIFT) & 3]
    const licence = rows.get(position, LICENCE)
    return {
      ecosystem: this.#ecosystem,
      name: this.#texts.at(rows.get(position, NAME)),
      version: this.#texts.at(rows.get(position, VERSION)),
      source: this.#sources[rows.get(position, SOURCE)]!,
      scope: SCOPES[flags & SCOPE_BITS]!,
      direct: ANSWERS[(flags >> DIRECT_SHIFT) & 3] ?? null,
      line: rows.get(position, LINE),
      ...(column === 0 ? {} : { column }),
      endLine: rows.get(position, END_LINE),
      ...(integrity === undefined ? {} : { integrity }),
      ...(hasInstallScript === undefined ? {} : { hasInstallScript }),
      ...(licence === 0 ? {} : { licence: this.#texts.at(licence - 1) }),
    }
  }

  *[Symbol.iterator](): Generator<LockedPackage> {
    for (let position = 0; position < this.length; position++) yield this.at(position)
  }

  #sourceNumber(source: PackageSource): number {
    const known = source.kind === 'registry' ? this.#registries.get(source.url) : undefined
    if (known !== undefined) return known
    const own = this.#shared.source(source)
    const number = this.#sources.push(own) - 1
    if (own.kind === 'registry') this.#registries.set(own.url, number)
    return number
  }
}

function answerOf(answer: boolean | undefined): number {
  return ANSWERS.indexOf(answer)
}
