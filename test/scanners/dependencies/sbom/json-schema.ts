/**
 * As much of JSON Schema (draft 7) as the schemas beside this file use. A keyword that is not here is an error, so
 * that nothing passes because it was not understood.
 */

export type Schema = boolean | { readonly [keyword: string]: unknown }

/** What a `$ref` to another file means. */
export type OtherSchemas = Readonly<Record<string, Schema>>

/** Where the document breaks the schema, and which keyword; a few are enough. */
export function schemaErrors(document: unknown, schema: Schema, others: OtherSchemas = {}): string[] {
  const errors: string[] = []
  new Validation(schema, others, errors).check(document, schema, '')
  return errors
}

const MAX_ERRORS = 5
const SILENT = new Set(['$id', '$schema', '$ref', 'default', 'definitions'])

type Keyword = (this: Validation, value: unknown, argument: never, at: string, schema: object) => boolean

class Validation {
  readonly #root: Schema
  readonly #others: OtherSchemas
  readonly #errors: string[]

  constructor(root: Schema, others: OtherSchemas, errors: string[]) {
    this.#root = root
    this.#others = others
    this.#errors = errors
  }

  check(value: unknown, schema: Schema, at: string): boolean {
    if (typeof schema === 'boolean') return schema || this.#fail(at, 'false')
    const reference = schema['$ref']
    if (typeof reference === 'string') return this.#checkReference(value, reference, at)
    return Object.entries(schema)
      .map(([keyword, argument]) => {
        if (SILENT.has(keyword)) return true
        const check = KEYWORDS[keyword]
        if (!check) throw new Error(`the keyword ${keyword} is not understood`)
        return check.call(this, value, argument as never, at, schema) || this.#fail(at, keyword)
      })
      .every((holds) => holds)
  }

  /** Whether the value holds, with no word about it where it does not. */
  holds(value: unknown, schema: Schema): boolean {
    return new Validation(this.#root, this.#others, []).check(value, schema, '')
  }

  #checkReference(value: unknown, reference: string, at: string): boolean {
    const [file = '', pointer = ''] = reference.split('#')
    const root = file === '' ? this.#root : this.#others[file]
    if (root === undefined) throw new Error(`there is no schema ${file}`)
    let target: unknown = root
    for (const step of pointer.split('/').filter((part) => part !== '')) {
      target = (target as Record<string, unknown>)[step]
    }
    if (target === undefined) throw new Error(`${reference} leads nowhere`)
    return new Validation(root, this.#others, this.#errors).check(value, target as Schema, at)
  }

  #fail(at: string, keyword: string): false {
    if (this.#errors.length < MAX_ERRORS) this.#errors.push(`${at || '/'}: ${keyword}`)
    return false
  }
}

type Members = Readonly<Record<string, unknown>>

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: (value, name: string) => typesOf(value).includes(name),
  enum: (value, allowed: unknown[]) => allowed.includes(value),
  const: (value, only) => value === only,
  pattern: (value, text: string) => typeof value !== 'string' || new RegExp(text, 'u').test(value),
  format: (value, name: string) => typeof value !== 'string' || name !== 'date-time' || isDateTime(value),
  minLength: (value, least: number) => typeof value !== 'string' || [...value].length >= least,
  maxLength: (value, most: number) => typeof value !== 'string' || [...value].length <= most,
  minimum: (value, least: number) => typeof value !== 'number' || value >= least,
  maximum: (value, most: number) => typeof value !== 'number' || value <= most,
  minItems: (value, least: number) => !Array.isArray(value) || value.length >= least,
  maxItems: (value, most: number) => !Array.isArray(value) || value.length <= most,
  uniqueItems: (value, wanted: boolean) =>
    !wanted ||
    !Array.isArray(value) ||
    new Set(value.map((item) => JSON.stringify(item))).size === value.length,
  items(value, schema: Schema | Schema[], at) {
    if (!Array.isArray(value)) return true
    const of = (index: number) => (Array.isArray(schema) ? (schema[index] ?? true) : schema)
    return value.map((item, index) => this.check(item, of(index), `${at}/${index}`)).every(Boolean)
  },
  additionalItems: (value, allowed: boolean, _, schema) =>
    allowed || !Array.isArray(value) || value.length <= ((schema as { items: Schema[] }).items.length ?? 0),
  required: (value, names: string[]) =>
    !isMembers(value) || names.every((name) => Object.hasOwn(value, name)),
  properties(value, schemas: Record<string, Schema>, at) {
    if (!isMembers(value)) return true
    return Object.entries(schemas)
      .filter(([name]) => Object.hasOwn(value, name))
      .map(([name, schema]) => this.check(value[name], schema, `${at}/${name}`))
      .every(Boolean)
  },
  additionalProperties(value, schema: Schema, at, { properties = {} }: { properties?: object }) {
    if (!isMembers(value)) return true
    return Object.keys(value)
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name) => this.check(value[name], schema, `${at}/${name}`))
      .every(Boolean)
  },
  dependencies: (value, needed: Record<string, string[]>) =>
    !isMembers(value) ||
    Object.entries(needed).every(
      ([name, others]) => !Object.hasOwn(value, name) || others.every((other) => Object.hasOwn(value, other)),
    ),
  anyOf(value, schemas: Schema[]) {
    return schemas.some((schema) => this.holds(value, schema))
  },
  oneOf(value, schemas: Schema[]) {
    return schemas.filter((schema) => this.holds(value, schema)).length === 1
  },
}

function typesOf(value: unknown): string[] {
  if (value === null) return ['null']
  if (Array.isArray(value)) return ['array']
  if (typeof value === 'number') return Number.isInteger(value) ? ['number', 'integer'] : ['number']
  return [typeof value]
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** RFC 3339. */
function isDateTime(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  )
}
