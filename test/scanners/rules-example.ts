/**
 * The examples that stand with a rule. An example is a text, its lines, a secret in parts (so that no
 * file of this repository holds one), or several files.
 */
import type { Finding } from '../../src/gate/finding.ts'
import type { ScannerResult, ScannerStatus } from '../../src/gate/scanner.ts'
import type { Tree } from './rules-tree.ts'

type Text = string | readonly string[]

export type RuleExample =
  | Text
  | { readonly parts: readonly string[]; readonly path?: string }
  | { readonly path: string; readonly text: Text }
  | {
      readonly files: Readonly<Record<string, Text>>
      /** What scanners that the rule's reads have found, by id. */
      readonly results?: Readonly<Record<string, ExampleResult>>
    }

export interface ExampleResult {
  readonly status: ScannerStatus
  readonly findings: readonly Partial<Finding>[]
}

export interface RuleWithExamples {
  readonly id: string
  readonly title: string
  readonly severity: string
  readonly confidence: string
  readonly link?: string
  readonly examples: { readonly match: readonly RuleExample[]; readonly noMatch: readonly RuleExample[] }
}

export function toTree(example: RuleExample, defaultPath: string): Tree {
  if (typeof example === 'string' || isLines(example)) return { [defaultPath]: toText(example) }
  if ('parts' in example) return { [example.path ?? defaultPath]: example.parts.join('') }
  if ('text' in example) return { [example.path]: toText(example.text) }
  return Object.fromEntries(Object.entries(example.files).map(([path, text]) => [path, toText(text)]))
}

export function resultsOf(example: RuleExample): Record<string, ScannerResult> {
  const results = typeof example === 'object' && 'files' in example ? (example.results ?? {}) : {}
  return Object.fromEntries(Object.entries(results).map(([id, result]) => [id, toResult(id, result)]))
}

function toResult(id: string, { status, findings }: ExampleResult): ScannerResult {
  const output = { findings: findings.map((finding) => ({ ...BLANK, ...finding })), fileErrors: [] }
  return { id, status, files: 1, output }
}

const BLANK: Finding = {
  rule: 'any',
  severity: 'high',
  confidence: 'high',
  title: 'any',
  message: 'any',
  path: 'any',
  line: 1,
  column: 1,
  endLine: 1,
  package: null,
  advisory: null,
  identity: [],
}

function isLines(example: RuleExample): example is readonly string[] {
  return Array.isArray(example)
}

function toText(text: Text): string {
  return typeof text === 'string' ? text : `${text.join('\n')}\n`
}
