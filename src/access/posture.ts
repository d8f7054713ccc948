/**
 * The `postures` section: what must be true of a source's device. Nodes of this mesh report no posture, so a
 * rule that demands one allows nobody; the file's own tests may name attributes (`srcPostureAttrs`) and are
 * then answered by them.
 */
import type { HujsonValue } from './hujson.ts'

export type Attributes = ReadonlyMap<string, string | number | boolean>

/** All of its conditions must hold. */
export type Posture = readonly Condition[]

export interface Condition {
  /** `node:os` */
  readonly attribute: string
  readonly operator: Operator
  readonly values: readonly (string | number | boolean)[]
}

const OPERATORS = ['==', '!=', '>=', '<=', '>', '<', 'IN', 'NOT IN', 'IS SET', 'NOT SET'] as const
type Operator = (typeof OPERATORS)[number]

/** @throws `ACCESS_RULES_INVALID` with the place */
export function decodePostures(value: HujsonValue | undefined): Map<string, Posture> {
  const postures = new Map<string, Posture>()
  for (const [name, conditions] of value?.entries() ?? []) {
    if (!/^posture:[^\s:]+$/.test(name))
      conditions.fail(`${JSON.stringify(name)} is no posture: write posture:name`)
    postures.set(name, conditions.list().map(readCondition))
  }
  return postures
}

/** Names of `srcPosture`, each of which must be defined. */
export function readPostureNames(
  value: HujsonValue | undefined,
  postures: ReadonlyMap<string, Posture>,
): string[] {
  return (value?.list() ?? []).map((item) => {
    const name = item.text()
    return postures.has(name)
      ? name
      : item.fail(`posture not found: ${JSON.stringify(name)}`, 'add it to "postures"')
  })
}

/** Whether one of the postures holds; an attribute that is not known meets nothing but `NOT SET`. */
export function meetsPosture(
  names: readonly string[],
  postures: ReadonlyMap<string, Posture>,
  attributes: Attributes | undefined,
): boolean {
  if (attributes === undefined) return false
  return names.some((name) => postures.get(name)?.every((condition) => holds(condition, attributes)) ?? false)
}

function readCondition(value: HujsonValue): Condition {
  const text = value.text()
  const match = /^([a-z][\w-]*:\w+)\s*(==|!=|>=|<=|>|<|NOT IN|IN|IS SET|NOT SET)\s*(.*)$/s.exec(text.trim())
  const [, attribute = '', found = '', rest = ''] = match ?? []
  const operator = OPERATORS.find((each) => each === found)
  const values = operator?.endsWith('SET') ? (rest === '' ? [] : undefined) : readValues(rest, operator)
  if (!operator || !values) {
    return value.fail(
      `${JSON.stringify(text)} is no posture condition`,
      `write "node:os == 'linux'", "node:osVersion >= '14'" or "node:tsAutoUpdate == true"`,
    )
  }
  return { attribute, operator, values }
}

const LITERAL = /'([^']*)'|"([^"]*)"|(true|false)|(-?\d+(?:\.\d+)?)/y

function readValues(text: string, operator: Operator | undefined): Condition['values'] | undefined {
  const list = operator === 'IN' || operator === 'NOT IN'
  const inner = list ? /^[([](.*)[)\]]$/s.exec(text)?.[1] : text
  if (inner === undefined) return undefined
  const parts = list ? inner.split(',').map((part) => part.trim()) : [inner]
  const values = parts.map(readLiteral)
  return values.every((value) => value !== undefined) ? values : undefined
}

function readLiteral(text: string): string | number | boolean | undefined {
  LITERAL.lastIndex = 0
  const match = LITERAL.exec(text)
  if (!match || LITERAL.lastIndex !== text.length) return undefined
  const [, single, double, truth, number] = match
  if (number !== undefined) return Number(number)
  return truth === undefined ? (single ?? double) : truth === 'true'
}

function holds({ attribute, operator, values }: Condition, attributes: Attributes): boolean {
  const actual = attributes.get(attribute)
  if (operator === 'NOT SET') return actual === undefined
  if (actual === undefined) return false
  switch (operator) {
    case 'IS SET':
      return true
    case 'IN':
      return values.includes(actual)
    case 'NOT IN':
      return !values.includes(actual)
    case '==':
      return actual === values[0]
    case '!=':
      return actual !== values[0]
    case '>=':
      return compareVersions(actual, values[0]) >= 0
    case '<=':
      return compareVersions(actual, values[0]) <= 0
    case '>':
      return compareVersions(actual, values[0]) > 0
    case '<':
      return compareVersions(actual, values[0]) < 0
  }
}

/** Numbers by size, texts as versions: part by part. What cannot be compared is neither more nor less. */
function compareVersions(a: string | number | boolean, b: string | number | boolean | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a !== 'string' || typeof b !== 'string') return Number.NaN
  const left = a.split('.')
  const right = b.split('.')
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = comparePart(left[index] ?? '0', right[index] ?? '0')
    if (difference !== 0) return difference
  }
  return 0
}

function comparePart(a: string, b: string): number {
  const [first, second] = [Number(a), Number(b)]
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second
  return a < b ? -1 : a > b ? 1 : 0
}
