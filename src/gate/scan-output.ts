/**
 * What a scanner returned, checked: a scanner is code of ours or a colleague's, and what it returns
 * decides a verdict, so that garbage is a failure and never an empty list.
 *
 * By hand and not by the schema library, which no scan needs otherwise and which would be a tenth of its memory.
 */
import { messageOf } from '../base/errors.ts'
import { CONFIDENCES, SEVERITIES } from './finding.ts'
import type { ScanOutput } from './scanner.ts'

/** What is wrong with a value, after the way to it; `undefined` where nothing is. */
type Check = (value: unknown) => Flaw | undefined

interface Flaw {
  readonly path: readonly (string | number)[]
  readonly message: string
}

const text = where((value) => typeof value === 'string', 'expected a text')
const texts = listOf(text)
const flag = where((value) => typeof value === 'boolean', 'expected true or false')
const number = where((value) => Number.isFinite(value), 'expected a number')
const integer = where((value) => Number.isSafeInteger(value), 'expected a whole number')
const position = where(
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  'lines and columns begin at 1',
)
const someText = where(
  (value) => typeof value === 'string' && value !== '',
  'expected a text that is not empty',
)
const relativePath = where(
  (value) =>
    typeof value === 'string' && value !== '' && !value.startsWith('/') && !value.split('/').includes('..'),
  'a path must be relative to the tree',
)

const finding = objectOf({
  rule: where(
    (value) => typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value),
    'expected words-like-this',
  ),
  severity: oneOf(SEVERITIES),
  confidence: oneOf(CONFIDENCES),
  title: someText,
  message: text,
  path: relativePath,
  line: position,
  column: position,
  endLine: position,
  package: nullable(
    objectOf({
      ecosystem: text,
      name: text,
      version: text,
      direct: nullable(flag),
      scope: oneOf(['prod', 'dev', 'optional', 'peer', 'test', 'build', 'unknown']),
      paths: listOf(texts),
      fix: nullable(objectOf({ name: text, version: text, heldBackBy: optional(text) })),
    }),
  ),
  advisory: nullable(
    objectOf({
      id: text,
      aliases: texts,
      fixed: texts,
      exploitation: optional(objectOf({ knownSince: nullable(text), probability: nullable(number) })),
    }),
  ),
  identity: texts,
  link: optional(text),
})

const scanOutput = objectOf({
  findings: listOf(finding),
  fileErrors: listOf(objectOf({ path: relativePath, line: optional(position), code: text, message: text })),
  incomplete: optional(text),
  skipped: optional(text),
  advisories: optional(listOf(objectOf({ source: text, digest: text, asOf: nullable(text) }))),
  remedies: optional(texts),
  controls: optional(
    listOf(
      objectOf({
        check: text,
        number: integer,
        title: text,
        osps: texts,
        supports: texts,
        answer: oneOf(['pass', 'fail', 'not applicable', 'not determined']),
        reason: text,
      }),
    ),
  ),
})

export type CheckedOutput =
  | { readonly kind: 'usable'; readonly output: ScanOutput }
  | { readonly kind: 'garbage'; readonly why: string }

export function checkScanOutput(value: unknown): CheckedOutput {
  try {
    const flaw = scanOutput(value)
    if (!flaw) return { kind: 'usable', output: value as ScanOutput }
    return { kind: 'garbage', why: `${flaw.path.join('.') || 'its result'}: ${flaw.message}` }
  } catch (error) {
    // A getter or a proxy that throws.
    return { kind: 'garbage', why: messageOf(error) }
  }
}

function where(holds: (value: unknown) => boolean, message: string): Check {
  return (value) => (holds(value) ? undefined : { path: [], message })
}

function oneOf(words: readonly string[]): Check {
  return where((value) => words.includes(value as string), `expected one of ${words.join(', ')}`)
}

function optional(check: Check): Check {
  return (value) => (value === undefined ? undefined : check(value))
}

function nullable(check: Check): Check {
  return (value) => (value === null ? undefined : check(value))
}

function listOf(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return { path: [], message: 'expected a list' }
    for (let index = 0; index < value.length; index++) {
      const flaw = check(value[index])
      if (flaw) return at(index, flaw)
    }
    return undefined
  }
}

/** Members that are not named are let through. */
function objectOf(members: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(members)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { path: [], message: 'expected an object' }
    }
    for (const [key, check] of checks) {
      const flaw = check((value as Readonly<Record<string, unknown>>)[key])
      if (flaw) return at(key, flaw)
    }
    return undefined
  }
}

function at(step: string | number, { path, message }: Flaw): Flaw {
  return { path: [step, ...path], message }
}
