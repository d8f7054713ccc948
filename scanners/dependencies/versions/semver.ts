/**
 * SemVer 2.0.0 §11 (https://semver.org/#spec-item-11), read as leniently as the ecosystems that use it
 * write it: a leading `v`, any number of numeric parts (missing ones are zero), digits of any length.
 * Build metadata does not count. Go's pseudo-versions are pre-releases and need no rule of their own.
 */
import {
  compareDigits,
  compareLists,
  compareListsThenLength,
  compareText,
  type Digits,
  defineOrdering,
  toDigits,
} from './ordering.ts'

export interface SemverKey {
  readonly numbers: readonly Digits[]
  /** Empty for a release. */
  readonly prerelease: readonly Identifier[]
  readonly build: readonly Identifier[]
}

/** Digits, or text with at least one character that is not a digit. */
export type Identifier = { readonly digits: Digits } | { readonly text: string }

export const semver = defineOrdering<SemverKey>({ id: 'semver', parse: parseSemver, compare: compareSemver })

const ZERO = toDigits('0')

export function parseSemver(input: string): SemverKey | undefined {
  const text = input.trim()
  const head = /^[vV=]?\s*(\d+(?:\.\d+)*)/.exec(text)
  if (!head) return undefined
  const tail = text.slice(head[0].length)
  const plus = tail.indexOf('+')
  const before = plus === -1 ? tail : tail.slice(0, plus)
  // "1.0.0beta" and "1.0.0.beta" are written for "1.0.0-beta".
  const prerelease = before.replace(/^[-.]/, '')
  return {
    numbers: head[1]!.split('.').map(toDigits),
    prerelease: before === '' ? [] : prerelease.split('.').map(toIdentifier),
    build:
      plus === -1
        ? []
        : tail
            .slice(plus + 1)
            .split('.')
            .map(toIdentifier),
  }
}

export function compareSemver(a: SemverKey, b: SemverKey): number {
  return (
    compareLists(a.numbers, b.numbers, compareDigits, ZERO) || comparePrerelease(a.prerelease, b.prerelease)
  )
}

export function comparePrerelease(a: readonly Identifier[], b: readonly Identifier[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length
  return compareListsThenLength(a, b, compareIdentifiers)
}

export function compareIdentifiers(a: Identifier, b: Identifier): number {
  if ('digits' in a) return 'digits' in b ? compareDigits(a.digits, b.digits) : -1
  return 'digits' in b ? 1 : compareText(a.text, b.text)
}

function toIdentifier(text: string): Identifier {
  return /^\d+$/.test(text) ? { digits: toDigits(text) } : { text }
}
