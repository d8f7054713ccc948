/**
 * Core metadata of Python packages (https://packaging.python.org/en/latest/specifications/core-metadata/): header
 * fields up to the first empty line; a line that begins with a space goes on with the field before.
 */
import { eachLine } from '../../text/each-line.ts'
import classifiers from './licence-classifiers.json' with { type: 'json' }

export interface MetadataField {
  /** In lower case. */
  readonly key: string
  readonly value: string
  /** From 1. */
  readonly line: number
}

const MAX_FIELDS = 5_000

export function metadataFields(text: string): MetadataField[] {
  const fields: MetadataField[] = []
  for (const { text: line, number } of eachLine(text)) {
    if (line === '' || fields.length === MAX_FIELDS) break
    const [, key, value] = /^([A-Za-z][A-Za-z0-9-]*):(.*)$/.exec(line) ?? []
    if (key !== undefined) fields.push({ key: key.toLowerCase(), value: value!.trim(), line: number })
  }
  return fields
}

const LICENCE_OF: ReadonlyMap<string, string> = new Map(Object.entries(classifiers))

/** `License-Expression`, else the classifiers that name one licence, else what `License` says. */
export function metadataLicence(fields: readonly MetadataField[]): string | undefined {
  const statedValue = (key: string) =>
    fields.find((field) => field.key === key && isStated(field.value))?.value
  const expression = statedValue('license-expression')
  if (expression !== undefined) return expression
  const classified = fields
    .filter(({ key, value }) => key === 'classifier' && value.startsWith('License ::'))
    .map(({ value }) => LICENCE_OF.get(value))
  // Several classifiers do not say whether all of them hold or one may be chosen: the stricter is taken.
  if (classified.length > 0 && !classified.includes(undefined)) return classified.join(' AND ')
  return statedValue('license')
}

function isStated(value: string): boolean {
  return value !== '' && value.toUpperCase() !== 'UNKNOWN'
}
