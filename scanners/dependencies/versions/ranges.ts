/**
 * What a dependent asks for, in its ecosystem's own words: does the range admit a version? Only the
 * languages that lockfiles record ranges in are read; what is not understood is `undefined`, never "no".
 */
import satisfies from 'semver/functions/satisfies.js'
import valid from 'semver/functions/valid.js'
import validRange from 'semver/ranges/valid.js'
import { compareVersions, ecosystemBase, orderingOf } from './ecosystems.ts'

const MAX_RANGE = 1_000

/** `undefined`: the range or the version is not understood. */
export function admits(ecosystem: string, range: string, version: string): boolean | undefined {
  if (range.length > MAX_RANGE || version.length > MAX_RANGE) return undefined
  const base = ecosystemBase(ecosystem)
  if (base === 'npm') return admitsNpm(range, version)
  const dialect = DIALECTS.get(base)
  if (!dialect) return undefined
  const answers = range.split(dialect.or).map((part) => admitsAll(ecosystem, dialect, part, version))
  if (answers.includes(true)) return true
  return answers.includes(undefined) ? undefined : false
}

function admitsNpm(range: string, version: string): boolean | undefined {
  const asked = /^npm:(?:@[^@]*|[^@]*)@(.+)$/.exec(range)?.[1] ?? range
  if (valid(version) === null || validRange(asked) === null) return undefined
  return satisfies(version, asked)
}

interface Dialect {
  readonly or: RegExp
  /** What `~1.2` means: below 1.3 (`minor`), or below 2 as `~>` and `~=` do (`last`). */
  readonly tilde: 'minor' | 'last'
  /** What a version without an operator means. */
  readonly bare: '=' | '>='
}

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  ['PyPI', { or: /\|\|?/, tilde: 'minor', bare: '=' }],
  ['RubyGems', { or: /\|\|/, tilde: 'last', bare: '=' }],
  ['Packagist', { or: /\|\|?/, tilde: 'last', bare: '=' }],
  ['Hex', { or: /\s+or\s+/, tilde: 'last', bare: '=' }],
  ['Pub', { or: /\|\|/, tilde: 'minor', bare: '=' }],
  ['NuGet', { or: /\|\|/, tilde: 'minor', bare: '>=' }],
] as const)

const COMPARATOR = /^(===|==|=|!=|<=|>=|<|>|\^|~>|~=|~)?\s*v?([0-9][^\s,<>=!~^|]*|\*)$/

function admitsAll(ecosystem: string, dialect: Dialect, text: string, version: string): boolean | undefined {
  const interval = /^\s*([[(])\s*([^,\])]*)(?:(,)\s*([^\])]*))?([\])])\s*$/.exec(text)
  const parts = interval
    ? intervalParts(interval)
    : text
        .trim()
        .replace(/^\(|\)$/g, '')
        .replace(/([<>=!~^])\s+/g, '$1')
        .split(/\s+and\s+|[\s,]+/)
        .filter((part) => part !== '')
  if (parts.length === 0) return undefined
  const answers = parts.map((part) => admitsOne(ecosystem, dialect, part, version))
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}

/** Mathematical notation: `[1.0,2.0)`, `(,1.0]`, `[1.0]`. */
function intervalParts([, open, low, comma, high, close]: RegExpExecArray): string[] {
  if (comma === undefined) return [`=${low!.trim()}`]
  const parts: string[] = []
  if (low!.trim() !== '') parts.push(`${open === '[' ? '>=' : '>'}${low!.trim()}`)
  if (high!.trim() !== '') parts.push(`${close === ']' ? '<=' : '<'}${high!.trim()}`)
  return parts.length === 0 ? ['*'] : parts
}

function admitsOne(
  ecosystem: string,
  dialect: Dialect,
  comparator: string,
  version: string,
): boolean | undefined {
  const [, operator = dialect.bare, bound = ''] = COMPARATOR.exec(comparator) ?? []
  if (bound === '*') return true
  if (bound === '') return undefined
  const wildcard = /^(.*?)(?:\.[*xX])+$/.exec(bound)?.[1]
  if (wildcard !== undefined) return admitsPrefix(operator, wildcard, version)
  const ordering = orderingOf(ecosystem)
  const order = ordering && compareVersions(ordering, version, bound)
  if (order === undefined) return undefined
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '!=':
      return order !== 0
    case '^':
    case '~':
    case '~>':
    case '~=':
      return order >= 0 && isBelow(version, ceilingOf(operator, dialect, bound))
    default:
      return order === 0
  }
}

/** `==1.2.*`, `1.2.x`: by the numbers in front. */
function admitsPrefix(operator: string, prefix: string, version: string): boolean | undefined {
  const wanted = numbersOf(prefix)
  const given = numbersOf(version)
  const isWithin = wanted.every((part, index) => part === (given[index] ?? 0))
  if (operator === '!=') return !isWithin
  return operator === '=' || operator === '==' || operator === '>=' ? isWithin : undefined
}

/** The first numbers that are too high. */
function ceilingOf(operator: string, { tilde }: Dialect, bound: string): number[] {
  const parts = numbersOf(bound)
  if (operator === '^') {
    const first = parts.findIndex((part) => part > 0)
    return raise(parts, first === -1 ? parts.length - 1 : first)
  }
  const isMinor = operator === '~' && tilde === 'minor'
  return raise(parts, isMinor ? Math.min(1, parts.length - 1) : Math.max(0, parts.length - 2))
}

function raise(parts: readonly number[], at: number): number[] {
  return [...parts.slice(0, at), (parts[at] ?? 0) + 1]
}

/** By numbers alone, so that a pre-release of the ceiling is not below it. */
function isBelow(version: string, ceiling: readonly number[]): boolean {
  const parts = numbersOf(version)
  for (const [index, limit] of ceiling.entries()) {
    const part = parts[index] ?? 0
    if (part !== limit) return part < limit
  }
  return false
}

function numbersOf(version: string): number[] {
  const release = /^v?(?:\d+!)?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? '0'
  return release.split('.').map(Number)
}
