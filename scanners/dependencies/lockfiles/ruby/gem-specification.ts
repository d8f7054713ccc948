/**
 * A gem's specification (https://guides.rubygems.org/specification-reference/) is a program, and is not run: only
 * plain assignments are read, `s.name = "rss".freeze`. A version that is a constant is looked for where the file
 * itself, or a file that it requires beside itself, assigns a string to one of that name.
 */
import { eachLine } from '../../text/each-line.ts'

export interface GemSpecification {
  readonly name: string
  /** Empty where it is a constant, see {@link versionConstant}. */
  readonly version: string
  /** The last part of the constant that the version is, `VERSION`. */
  readonly versionConstant: string | undefined
  readonly licences: readonly string[]
  /** Of the name. */
  readonly line: number
}

const BLOCK = /\bGem::Specification\.new\b/
const ASSIGNMENT = /^\s*\w+\.(name|version|licenses?)\s*=\s*(.+)$/
const LITERAL = /^(?:Gem::Version\.new\s*\(?\s*)?(?:"([^"#\\]*)"|'([^'\\]*)')/
const CONSTANT = /^(?:\w+::)*([A-Z]\w*)\b/
const ARRAY_LITERAL = /"([^"\\]*)"|'([^'\\]*)'/g

/** `undefined` where the text specifies no gem. */
export function readGemSpecification(text: string): GemSpecification | undefined {
  if (!BLOCK.test(text)) return undefined
  const found = { name: '', version: '', licences: [] as string[], line: 1 }
  let versionConstant: string | undefined
  for (const { text: line, number } of eachLine(text)) {
    const [, key, value = ''] = line.length > 2_000 ? [] : (ASSIGNMENT.exec(line) ?? [])
    const literal = LITERAL.exec(value)
    const plain = literal?.[1] ?? literal?.[2]
    if (key === 'name' && plain !== undefined) Object.assign(found, { name: plain, line: number })
    else if (key === 'version' && plain !== undefined) found.version = plain
    else if (key === 'version') versionConstant = CONSTANT.exec(value)?.[1]
    else if (key?.startsWith('license')) {
      found.licences.push(...Array.from(value.matchAll(ARRAY_LITERAL), ([, a, b]) => a ?? b ?? ''))
    }
  }
  return found.name === '' ? undefined : { ...found, versionConstant }
}

/** The string that a Ruby file assigns to a constant. */
export function constantOf(text: string, constant: string): string | undefined {
  const [, double, single] =
    new RegExp(`^\\s*${constant}\\s*=\\s*(?:"([^"#\\\\\\n]*)"|'([^'\\\\\\n]*)')`, 'm').exec(text) ?? []
  return double ?? single
}

const REQUIRED =
  /^\s*require(?:_relative)?[\s(]+(?:File\.(?:expand_path|join)\s*\(\s*)?(?:__dir__\s*,\s*)?["']([\w./-]{1,200})["']/gm
const MAX_REQUIRED = 20

/** Paths of the files that a specification requires, as it writes them, with their ending. */
export function requiredFiles(text: string): string[] {
  return Array.from(text.matchAll(REQUIRED), ([, path]) =>
    path!.endsWith('.rb') ? path! : `${path}.rb`,
  ).slice(0, MAX_REQUIRED)
}
