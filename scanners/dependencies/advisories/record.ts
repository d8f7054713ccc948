/**
 * An OSV record (https://ossf.github.io/osv-schema), decoded tolerantly: unknown fields are ignored,
 * nulls are absent, dates are kept as text. What the evaluation needs is kept strictly: an event that is
 * no event is dropped, a record without an id is no record.
 */

export interface Advisory {
  readonly id: string
  readonly aliases: readonly string[]
  /** RFC 3339, empty where the record has none (or one of the year 1, which stands for none). */
  readonly modified: string
  readonly withdrawn: boolean
  readonly summary: string
  readonly details: string
  /** CVSS vectors of the record and of its affected packages. */
  readonly vectors: readonly string[]
  /** The source's own word: `HIGH`, `MODERATE`, … */
  readonly word: string
  readonly affected: readonly Affected[]
}

export interface Affected {
  readonly ecosystem: string
  readonly name: string
  readonly versions: readonly string[]
  readonly ranges: readonly AffectedRange[]
  /** Of its GIT ranges. */
  readonly repositories: readonly string[]
}

export interface AffectedRange {
  readonly type: 'SEMVER' | 'ECOSYSTEM' | 'GIT'
  readonly events: readonly RangeEvent[]
}

export type RangeEvent =
  | { readonly kind: 'introduced'; readonly version: string }
  | { readonly kind: 'fixed'; readonly version: string }
  | { readonly kind: 'last_affected'; readonly version: string }
  | { readonly kind: 'limit'; readonly version: string }

const MAX_TEXT = 2_000

/** `undefined` where the value is no OSV record. */
export function decodeAdvisory(value: unknown): Advisory | undefined {
  const record = asObject(value)
  const id = asText(record?.['id'])
  if (!record || id === '') return undefined
  const affected = asList(record['affected'])
    .map(asObject)
    .filter((entry) => entry !== undefined)
  return {
    id,
    aliases: asTexts(record['aliases']),
    modified: realDate(asText(record['modified'])),
    withdrawn: asText(record['withdrawn']) !== '',
    summary: asText(record['summary']).slice(0, MAX_TEXT),
    details: asText(record['details']).slice(0, MAX_TEXT),
    vectors: vectorsOf(record, affected),
    word: severityWord(record, affected),
    affected: affected.map(decodeAffected).filter((entry) => entry !== undefined),
  }
}

function decodeAffected(entry: JsonObject): Affected | undefined {
  const named = asObject(entry['package'])
  const ranges = asList(entry['ranges'])
    .map(decodeRange)
    .filter((range) => range !== undefined)
  const versions = asTexts(entry['versions'])
  if (ranges.length === 0 && versions.length === 0) return undefined
  return {
    ecosystem: asText(named?.['ecosystem']),
    name: asText(named?.['name']),
    versions,
    ranges,
    repositories: asList(entry['ranges'])
      .map((range) => asText(asObject(range)?.['repo']))
      .filter((repository) => repository !== ''),
  }
}

function decodeRange(value: unknown): AffectedRange | undefined {
  const range = asObject(value)
  const type = range?.['type']
  if (type !== 'SEMVER' && type !== 'ECOSYSTEM' && type !== 'GIT') return undefined
  return { type, events: asList(range?.['events']).flatMap(decodeEvent) }
}

const EVENT_KINDS = ['introduced', 'fixed', 'last_affected', 'limit'] as const

/** The schema wants one kind an event; several in one are as many events. */
function decodeEvent(value: unknown): RangeEvent[] {
  const event = asObject(value)
  if (!event) return []
  return EVENT_KINDS.flatMap((kind) => {
    const version = asText(event[kind])
    return version === '' ? [] : [{ kind, version }]
  })
}

function vectorsOf(record: JsonObject, affected: readonly JsonObject[]): string[] {
  const scores = [record, ...affected].flatMap((entry) => asList(entry['severity']))
  return [
    ...new Set(scores.map((score) => asText(asObject(score)?.['score'])).filter((score) => score !== '')),
  ]
}

function severityWord(record: JsonObject, affected: readonly JsonObject[]): string {
  for (const entry of [record, ...affected]) {
    for (const key of ['database_specific', 'ecosystem_specific']) {
      const word = asText(asObject(entry[key])?.['severity'])
      if (word !== '') return word
    }
  }
  return ''
}

/** Go's database writes the year 1 for "not known". */
function realDate(text: string): string {
  return text.startsWith('0001-') ? '' : text
}

type JsonObject = Readonly<Record<string, unknown>>

function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function asTexts(value: unknown): string[] {
  return asList(value).filter((text) => typeof text === 'string')
}
