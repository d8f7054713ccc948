/**
 * The examples that stand with a rule. An example is a text, its lines, a secret in parts (so that no
 * file of this repository holds one), or several files.
 */
import type { Tree } from './rules-tree.ts'

type Text = string | readonly string[]

export type RuleExample =
  | Text
  | { readonly parts: readonly string[]; readonly path?: string }
  | { readonly path: string; readonly text: Text }
  | {
      readonly files: Readonly<Record<string, Text>>
      readonly results?: unknown
      readonly settings?: unknown
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

function isLines(example: RuleExample): example is readonly string[] {
  return Array.isArray(example)
}

function toText(text: Text): string {
  return typeof text === 'string' ? text : `${text.join('\n')}\n`
}
