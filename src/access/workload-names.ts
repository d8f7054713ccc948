/**
 * Workloads that rules name and the document does not resolve yet, and the document with their ids written
 * into it. Comments and layout stay as they are.
 */
import { applyEdits, modify } from 'jsonc-parser'
import { type HujsonValue, parseHujson } from './hujson.ts'
import type { WorkloadIdentity } from './names.ts'

/** Names of sources, in order, each once. @throws `ACCESS_RULES_INVALID` */
export function findUnresolvedWorkloads(text: string, file: string): string[] {
  const root = parseHujson(text, file).entries()
  const known = new Set(root.get('workloads')?.entries().keys() ?? [])
  const rules = [...(root.get('acls')?.list() ?? []), ...(root.get('grants')?.list() ?? [])]
  const named = rules.flatMap((rule) => (rule.entries().get('src')?.list() ?? []).flatMap(readName))
  return [...new Set(named)].filter((name) => !known.has(name))
}

export function writeWorkloads(text: string, found: ReadonlyMap<string, WorkloadIdentity>): string {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' }
  let written = text
  for (const [name, identity] of found)
    written = applyEdits(written, modify(written, ['workloads', name], identity, { formattingOptions }))
  return written
}

function readName(source: HujsonValue): string[] {
  const text = source.text()
  return /^git(?:hub|lab):/.test(text) ? [text] : []
}
