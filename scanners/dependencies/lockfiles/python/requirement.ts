/** One dependency as PEP 508 writes it (https://packaging.python.org/en/latest/specifications/dependency-specifiers/). */

export interface Requirement {
  readonly name: string
  readonly extras: readonly string[]
  readonly clauses: readonly Clause[]
  /** `name @ https://…` */
  readonly url: string | undefined
}

export interface Clause {
  readonly operator: string
  readonly version: string
}

const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/
/** Up to a comma, or, as uv reads it, to the next operator. */
const CLAUSE = /\s*(===|==|~=|!=|<=|>=|<|>)\s*([^\s,;()<>=~!]+(?:!\d[^\s,;()<>=~!]*)?)\s*(?:,|(?=[<>=~!])|$)/y

/** Without its marker; `undefined` where it is no requirement. */
export function parseRequirement(text: string): Requirement | undefined {
  const head = NAME.exec(text)
  if (!head) return undefined
  const name = head[1]!
  const extras = (head[2] ?? '')
    .split(',')
    .map((extra) => extra.trim())
    .filter((extra) => extra !== '')
  const rest = text.slice(head[0].length)
  if (rest.startsWith('@')) {
    const url = rest.slice(1).trim().split(/\s/)[0]!
    return url === '' ? undefined : { name, extras, clauses: [], url }
  }
  const semicolon = rest.indexOf(';')
  const specifier = (semicolon === -1 ? rest : rest.slice(0, semicolon))
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .trim()
  const clauses = parseClauses(specifier)
  return clauses && { name, extras, clauses, url: undefined }
}

function parseClauses(specifier: string): Clause[] | undefined {
  const clauses: Clause[] = []
  CLAUSE.lastIndex = 0
  // A comma at the end is tolerated by every tool.
  while (CLAUSE.lastIndex < specifier.length) {
    const clause = CLAUSE.exec(specifier)
    if (!clause) return undefined
    clauses.push({ operator: clause[1]!, version: clause[2]! })
  }
  return clauses
}

/** `==1.0` and `===1.0`, and nothing else: `==1.*` leaves the version open. */
export function exactVersion({ clauses }: Requirement): string | undefined {
  return clauses.find(
    ({ operator, version }) => operator === '===' || (operator === '==' && !version.includes('*')),
  )?.version
}

/** The version of the first clause that names one which satisfies it; empty where none does. */
export function firstNamedVersion({ clauses }: Requirement): string {
  const first = clauses.find(({ operator, version }) => NAMING.has(operator) && !version.includes('*'))
  return first?.version ?? ''
}

const NAMING: ReadonlySet<string> = new Set(['==', '===', '>=', '<=', '~='])

/** https://packaging.python.org/en/latest/specifications/name-normalization */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}
