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

const REQUIRE = /^\s*require(?:_relative)?[\s(]/
const PATH_LITERAL = /["']([\w./-]{1,200})["']/g
const MAX_REQUIRED = 20
/** A call of `File.join` may stand on several lines. */
const MAX_LINES = 10

/**
 * Paths of the files that a specification requires, from its own folder, with their ending. Put together of literals:
 * `"lib/a/version"`, `File.join("lib", "a", "version")`, `File.dirname(__FILE__) + "/lib/a/version"`,
 * `File.expand_path("../lib/a/version", __FILE__)`.
 */
export function requiredFiles(text: string): string[] {
  const lines = text.split('\n')
  const paths: string[] = []
  for (const [index, line] of lines.entries()) {
    if (paths.length === MAX_REQUIRED) break
    if (line.length > 2_000 || !REQUIRE.test(line)) continue
    const path = pathOf(statementFrom(lines, index))
    if (path !== '') paths.push(path.endsWith('.rb') ? path : `${path}.rb`)
  }
  return paths
}

/** To the end of its line, or to where its parentheses are closed. */
function statementFrom(lines: readonly string[], start: number): string {
  let text = ''
  for (const line of lines.slice(start, start + MAX_LINES)) {
    text += `${line.slice(0, 2_000)}\n`
    if (text.split('(').length <= text.split(')').length) break
  }
  return text
}

function pathOf(statement: string): string {
  const parts = Array.from(statement.matchAll(PATH_LITERAL), ([, part]) => part!)
  const path = parts
    .join('/')
    .replace(/\/{2,}/g, '/')
    .replace(/^(?:\.?\/)+/, '')
  // From the file itself, the first step up is its folder.
  return statement.includes('__FILE__') ? path.replace(/^\.\.\//, '') : path
}
