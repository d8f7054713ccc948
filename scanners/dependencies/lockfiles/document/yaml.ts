/**
 * YAML with lines, at the speed that lockfiles of many megabytes need. Tools write a regular subset
 * (block maps and lists, flow maps on one line, plain and quoted scalars), and this reads it line by
 * line; whatever lies outside of it is left to the full parser, which is some thirty times slower and
 * therefore bounded.
 *
 * Scalars stay the text that they are: a version `1.10` is no number. An empty value is `null`.
 */
import { SallyportError } from '../../../../src/base/errors.ts'
import type { YamlNode } from '../../../../src/repository/yaml-tree.ts'
import type { LockfileProblem } from '../../lockfile.ts'
import { type Document, type DocumentNode, isWhole, MAX_DOCUMENT_DEPTH, membersOf } from './node.ts'
import { YamlDepthError } from './yaml-flow.ts'
import {
  type SeeMember,
  YamlLines,
  YamlRepeatedError,
  YamlSubsetError,
  YamlSyntaxError,
} from './yaml-lines.ts'

/** What the full parser is given at most; the subset has no bound of its own. */
const FULL_PARSER_LIMITS = {
  maxLength: 4 * 1024 * 1024,
  maxNodes: 400_000,
  maxDepth: MAX_DOCUMENT_DEPTH,
} as const

/** What the full parser's time goes by, whatever the text holds: some seconds for this many. */
const MAX_MARKS = 100_000
const MARKS = new Uint8Array(128)
for (const mark of '\n:,-?[]{}&*!|>#%"\'') MARKS[mark.charCodeAt(0)] = 1

function countMarks(text: string): number {
  let marks = 0
  for (let at = 0; at < text.length; at++) marks += MARKS[text.charCodeAt(at)] ?? 0
  return marks
}

/** The documents of a file, which `---` separates; one in almost every lockfile. */
export async function readYamlDocuments(text: string): Promise<Document[]> {
  const documents: Document[] = []
  let reading: YamlLines | undefined
  try {
    reading = new YamlLines(text)
    while (!reading.isAtEnd()) documents.push(reading.document())
    return documents
  } catch (error) {
    if (error instanceof YamlDepthError || error instanceof YamlSyntaxError) {
      return [...documents, brokenOff(reading, error)]
    }
    if (!(error instanceof YamlSubsetError)) throw error
    const part = reading?.part() ?? { root: undefined, problems: [] }
    const rest = await readFully(text)
    if (rest.root) return [rest]
    const problems = rest.problems.length > 0 ? rest.problems : part.problems
    return [...documents, { root: part.root, problems }]
  }
}

function brokenOff(reading: YamlLines | undefined, { message }: Error): Document {
  const line = reading?.line ?? 1
  return { root: reading?.part().root, problems: [{ line, code: 'LOCKFILE_INVALID', message }] }
}

/** The first document. */
export async function readYaml(text: string): Promise<Document> {
  return (await readYamlDocuments(text))[0] ?? { root: undefined, problems: [] }
}

/**
 * Shows the whole members of the first document's map one after the other, so that no more than one is held where the
 * text is written as tools write it.
 *
 * @param begin called before the first member; again where all are shown once more, and what was shown before is void
 */
export async function readYamlMembers(
  text: string,
  begin: () => SeeMember,
): Promise<readonly LockfileProblem[]> {
  const problems = showMembers(text, begin())
  if (problems) return problems
  const document = await readYaml(text)
  const see = begin()
  for (const [key, member] of membersOf(document.root)) if (isWhole(member)) see(key, member)
  return document.problems
}

/** `undefined` where it takes the whole tree to say what the text says. */
function showMembers(text: string, see: SeeMember): readonly LockfileProblem[] | undefined {
  try {
    const reading = new YamlLines(text, see)
    if (reading.isAtEnd()) return undefined
    const { problems } = reading.document()
    return reading.isAtEnd() ? problems : undefined
  } catch (error) {
    const isOfText = [YamlDepthError, YamlSyntaxError, YamlSubsetError, YamlRepeatedError].some(
      (kind) => error instanceof kind,
    )
    if (isOfText) return undefined
    throw error
  }
}

/** The full parser is loaded with the first file that needs it: almost none does. */
async function readFully(text: string): Promise<Document> {
  const marks = countMarks(text)
  if (marks > MAX_MARKS) {
    const message = `it is not written as tools write it, and ${marks} marks of syntax are more than the ${MAX_MARKS} that are read then`
    return { root: undefined, problems: [{ code: 'LIMIT_EXCEEDED', message }] }
  }
  const { parseYamlTree } = await import('../../../../src/repository/yaml-tree.ts')
  try {
    const { root } = parseYamlTree(text, { source: '', ...FULL_PARSER_LIMITS })
    return { root: root ? toNode(root, root.span.line) : undefined, problems: [] }
  } catch (error) {
    if (!(error instanceof SallyportError)) throw error
    const line = error.place?.line
    const code = error.code === 'LIMIT_EXCEEDED' ? 'LIMIT_EXCEEDED' : 'LOCKFILE_INVALID'
    return {
      root: undefined,
      problems: [{ code, message: error.message, ...(line === undefined ? {} : { line }) }],
    }
  }
}

function toNode(node: YamlNode, line: number): DocumentNode {
  const { endLine } = node.span
  if (node.kind === 'scalar') return { line, endLine, value: node.value === null ? null : node.text }
  if (node.kind === 'list') {
    return { line, endLine, value: node.items.map((item) => toNode(item, item.span.line)) }
  }
  const map = new Map<string, DocumentNode>()
  for (const { key, value } of node.entries) map.set(key.text, toNode(value, key.span.line))
  return { line, endLine, value: map }
}
