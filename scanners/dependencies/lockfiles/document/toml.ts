/**
 * A TOML 1.0 document (https://toml.io/en/v1.0.0) with lines. Made for lockfiles, which tools write:
 * what the specification forbids but can be understood (a table that is defined twice) is told and read.
 * A line that cannot be read ends the reading there, and what stood before it is kept.
 */
import type { LockfileProblem } from '../../lockfile.ts'
import { type Document, type DocumentMap, type DocumentNode, MAX_PROBLEMS } from './node.ts'
import { TomlCursor, TomlSyntaxError } from './toml-cursor.ts'

export function readToml(text: string): Document {
  const building = new TomlBuilding(text)
  return building.document()
}

class TomlBuilding {
  readonly #cursor: TomlCursor
  readonly #root: DocumentNode = { line: 1, endLine: 1, value: new Map() }
  readonly #problems: LockfileProblem[] = []
  /** From the root to the table whose keys are being read. */
  #path: DocumentNode[] = [this.#root]

  constructor(text: string) {
    this.#cursor = new TomlCursor(text)
  }

  document(): Document {
    const cursor = this.#cursor
    try {
      while (cursor.skipBlank()) {
        if (cursor.peek() === '[') this.#header()
        else this.#pair()
        cursor.endLine()
      }
    } catch (error) {
      if (!(error instanceof TomlSyntaxError)) throw error
      this.#tell(error.line, error.message)
      for (const node of this.#path.slice(1)) node.endLine = 0
    }
    return { root: this.#root, problems: this.#problems }
  }

  #header(): void {
    const cursor = this.#cursor
    const { line } = cursor
    const isArray = cursor.openHeader()
    const keys = cursor.key()
    cursor.closeHeader(isArray)
    const path = this.#walk([this.#root], keys.slice(0, -1), line)
    const table = mapIn(path.at(-1)!)
    const name = keys.at(-1)!
    if (isArray) path.push(...this.#appendElement(table, name, line))
    else path.push(...this.#openTable(table, name, line))
    this.#path = path
    this.#touch(line)
  }

  #appendElement(table: DocumentMap, name: string, line: number): DocumentNode[] {
    let array = table.get(name)
    if (!array || !Array.isArray(array.value)) {
      if (array) this.#tell(line, `${quote(name)} stands twice`)
      array = { line, endLine: line, value: [] }
      table.set(name, array)
    }
    const element: DocumentNode = { line, endLine: line, value: new Map() }
    ;(array.value as DocumentNode[]).push(element)
    return [array, element]
  }

  #openTable(table: DocumentMap, name: string, line: number): DocumentNode[] {
    const present = table.get(name)
    if (present?.value instanceof Map) return [present]
    if (present) this.#tell(line, `${quote(name)} stands twice`)
    const opened: DocumentNode = { line, endLine: line, value: new Map() }
    table.set(name, opened)
    return [opened]
  }

  #pair(): void {
    const cursor = this.#cursor
    const { line } = cursor
    const keys = cursor.key()
    cursor.expect('=')
    const value = cursor.value()
    const table = mapIn(this.#walk([...this.#path], keys.slice(0, -1), line).at(-1)!)
    const name = keys.at(-1)!
    if (table.has(name)) this.#tell(line, `the key ${quote(name)} stands twice`)
    table.set(name, { line, endLine: cursor.line, value })
    this.#touch(cursor.line)
  }

  /** Down the keys of a header or of a dotted key, creating what is not there. */
  #walk(path: DocumentNode[], keys: readonly string[], line: number): DocumentNode[] {
    for (const key of keys) {
      const table = mapIn(path.at(-1)!)
      let next = table.get(key)
      if (Array.isArray(next?.value)) {
        path.push(next)
        next = next.value.at(-1)
      }
      if (!(next?.value instanceof Map)) {
        if (next) throw new TomlSyntaxError(`${quote(key)} is not a table`, line)
        next = { line, endLine: line, value: new Map() }
        table.set(key, next)
      }
      path.push(next)
    }
    return path
  }

  #touch(line: number): void {
    for (const node of this.#path) node.endLine = line
  }

  #tell(line: number, message: string): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push({ line, code: 'LOCKFILE_INVALID', message })
  }
}

function mapIn(node: DocumentNode): DocumentMap {
  return node.value as DocumentMap
}

function quote(key: string): string {
  return JSON.stringify(key.slice(0, 200))
}
