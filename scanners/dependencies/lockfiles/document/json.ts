/**
 * A JSON document (RFC 8259) with lines, and what JSON with comments adds to it (comments, trailing
 * commas), as bun writes it. What breaks off is told with its line; what stood before it is kept.
 */
import { JsonReader, JsonSyntaxError } from '../../text/json-reader.ts'
import { type Document, type DocumentNode, MAX_DOCUMENT_DEPTH, MAX_PROBLEMS } from './node.ts'

export function readJson(text: string): Document {
  if (text.trim() === '') return { root: undefined, problems: [] }
  const building = new JsonBuilding(text)
  return building.document()
}

/** Comments and trailing commas become spaces, so that every offset stays what it was. */
export function readJsonWithComments(text: string): Document {
  return readJson(blankExtensions(text))
}

class JsonBuilding {
  readonly #reader: JsonReader
  #depth = 0

  constructor(text: string) {
    this.#reader = new JsonReader(text)
  }

  document(): Document {
    const root: DocumentNode = { line: 1, endLine: 0, value: null }
    const problems: Document['problems'] = []
    try {
      this.#fill(root)
      this.#reader.end()
    } catch (error) {
      if (!(error instanceof JsonSyntaxError)) throw error
      problems.push({ line: error.line, code: 'LOCKFILE_INVALID', message: error.message })
    }
    for (const { key, line } of this.#reader.repeated.slice(0, MAX_PROBLEMS)) {
      const message = `the key ${JSON.stringify(key.slice(0, 200))} stands twice`
      problems.push({ line, code: 'LOCKFILE_INVALID', message })
    }
    return { root, problems }
  }

  #fill(node: DocumentNode): void {
    const reader = this.#reader
    const kind = reader.peek()
    if (kind === 'object' || kind === 'array') {
      if (++this.#depth > MAX_DOCUMENT_DEPTH) {
        throw new JsonSyntaxError(`nested deeper than ${MAX_DOCUMENT_DEPTH}`, reader.offset, reader.line)
      }
      if (kind === 'object') this.#fillMap(node)
      else this.#fillList(node)
      this.#depth--
    } else if (kind === 'string') node.value = reader.string()
    else node.value = this.#plain()
    node.endLine = reader.line
  }

  #fillMap(node: DocumentNode): void {
    const map = new Map<string, DocumentNode>()
    node.value = map
    this.#reader.members((key, { line }) => {
      const member: DocumentNode = { line, endLine: 0, value: null }
      map.set(key, member)
      this.#fill(member)
    })
  }

  #fillList(node: DocumentNode): void {
    const list: DocumentNode[] = []
    node.value = list
    this.#reader.elements(() => {
      this.#reader.peek()
      const element: DocumentNode = { line: this.#reader.line, endLine: 0, value: null }
      list.push(element)
      this.#fill(element)
    })
  }

  #plain(): number | boolean | null {
    const word = this.#reader.skip()
    if (word === 'null') return null
    return word === 'true' || word === 'false' ? word === 'true' : Number(word)
  }
}

function blankExtensions(text: string): string {
  const pieces: string[] = []
  let kept = 0
  const pattern = /"(?:[^"\\\n]|\\[^\n])*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|,/g
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [token] = match
    if (token.startsWith('"')) continue
    if (token === ',' && !isTrailing(text, pattern.lastIndex)) continue
    pieces.push(text.slice(kept, match.index), token.replace(/[^\n]/g, ' '))
    kept = pattern.lastIndex
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(kept)
}

/** Whether only white space and comments stand before a closing bracket. */
function isTrailing(text: string, from: number): boolean {
  const pattern = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*([\]}])?/y
  pattern.lastIndex = from
  return pattern.exec(text)?.[1] !== undefined
}
