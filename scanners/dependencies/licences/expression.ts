/**
 * SPDX licence expressions (SPDX 2.3, annex D) against a policy, in Kleene's three values: `AND` is the
 * worst of its sides, `OR` the best, and what nobody knows stays unknown unless the other side decides.
 */
import parse from 'spdx-expression-parse'

export type LicenceAnswer = 'allowed' | 'unknown' | 'not-allowed'

export interface LicencePolicy {
  /** Licences that are allowed; `undefined` allows all that are not denied. A `*` at the end is a family. */
  readonly allow: readonly string[] | undefined
  readonly deny: readonly string[]
}

const MAX_EXPRESSION = 1_000

export function evaluateLicence(expression: string, policy: LicencePolicy): LicenceAnswer {
  const parsed = readExpression(expression)
  return parsed === undefined ? 'unknown' : evaluate(parsed, policy)
}

type Expression = ReturnType<typeof parse>

/** `undefined` where it is no expression at all: a sentence, a file name, nothing. */
function readExpression(text: string): Expression | undefined {
  if (text.length > MAX_EXPRESSION) return undefined
  return tryParse(text) ?? tryParse(renameUnknown(text))
}

function tryParse(text: string): Expression | undefined {
  try {
    return parse(text)
  } catch {
    // Not an expression.
    return undefined
  }
}

/** An id that SPDX does not list is a licence all the same, of which nothing is known. */
function renameUnknown(text: string): string {
  return text
    .split(/(\s+|[()])/)
    .map((token) => (/^[A-Za-z0-9.+-]+$/.test(token) && !isWord(token) ? knownOr(token) : token))
    .join('')
}

function isWord(token: string): boolean {
  return token === 'AND' || token === 'OR' || token === 'WITH'
}

function knownOr(token: string): string {
  const known = tryParse(token)
  return known ? token : `LicenseRef-${token.replace(/[^A-Za-z0-9.-]/g, '-')}`
}

function evaluate(expression: Expression, policy: LicencePolicy): LicenceAnswer {
  if (!('conjunction' in expression)) return evaluateLeaf(expression, policy)
  const sides = [evaluate(expression.left, policy), evaluate(expression.right, policy)]
  const order: readonly LicenceAnswer[] =
    expression.conjunction === 'and'
      ? ['not-allowed', 'unknown', 'allowed']
      : ['allowed', 'unknown', 'not-allowed']
  return order.find((answer) => sides.includes(answer))!
}

function evaluateLeaf(leaf: Extract<Expression, { license: string }>, policy: LicencePolicy): LicenceAnswer {
  const names = namesOf(leaf)
  const isNamed = (list: readonly string[]) => names.some((name) => list.some((one) => matches(one, name)))
  // What an exception permits comes on top of the licence, so that it is allowed where the licence is.
  const whole = names.filter((name) => name.includes(' with '))
  if (whole.some((name) => policy.allow?.some((one) => matches(one, name)))) return 'allowed'
  if (isNamed(policy.deny)) return 'not-allowed'
  if (policy.allow && isNamed(policy.allow)) return 'allowed'
  if (/^(?:LicenseRef-|DocumentRef-|NONE$|NOASSERTION$)/i.test(leaf.license)) return 'unknown'
  return policy.allow ? 'not-allowed' : 'allowed'
}

/** Every spelling of one licence: `GPL-2.0+` is `GPL-2.0-or-later`, `GPL-2.0` is `GPL-2.0-only`. */
function namesOf({ license, plus, exception }: Extract<Expression, { license: string }>): string[] {
  const id = license.toLowerCase()
  const stem = id.replace(/-(?:only|or-later)$/, '')
  const isLater = plus === true || id.endsWith('-or-later')
  const ids = isLater ? [`${stem}+`, `${stem}-or-later`] : [id, stem, `${stem}-only`]
  const named = id.startsWith('licenseref-') ? [id, id.slice('licenseref-'.length)] : ids
  if (exception === undefined) return named
  return [...named, ...named.map((one) => `${one} with ${exception.toLowerCase()}`)]
}

function matches(pattern: string, name: string): boolean {
  const wanted = pattern.toLowerCase()
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : wanted === name
}

export type Licence =
  /** One listed licence, in SPDX's own spelling. */
  | { readonly kind: 'id'; readonly id: string }
  /** A valid expression whose licences are all listed. */
  | { readonly kind: 'expression'; readonly text: string }
  | { readonly kind: 'other' }

/** What a document that wants SPDX's words may write. */
export function readLicence(text: string): Licence {
  const parsed = text.length > MAX_EXPRESSION ? undefined : tryParse(text)
  if (!parsed || holdsReference(parsed)) return { kind: 'other' }
  const isOne = !('conjunction' in parsed) && parsed.plus === undefined && parsed.exception === undefined
  return isOne ? { kind: 'id', id: parsed.license } : { kind: 'expression', text: text.trim() }
}

function holdsReference(expression: Expression): boolean {
  if ('conjunction' in expression) return holdsReference(expression.left) || holdsReference(expression.right)
  return /^(?:LicenseRef|DocumentRef)-|^(?:NONE|NOASSERTION)$/i.test(expression.license)
}
