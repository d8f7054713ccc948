/**
 * One shape for what JSON, YAML and TOML say, with lines: a lockfile format reads this, and not the
 * syntax. Attacker-controlled: keys stand in a `Map`, never as property names.
 *
 * Invariant: a document that breaks off still has what stood before the break; the nodes that it broke
 * off in have `endLine` 0, see {@link isWhole}.
 */
import type { LockfileProblem } from '../../lockfile.ts'

export interface DocumentNode {
  /** From 1: of the key where the node is a member, else of its first character. */
  readonly line: number
  endLine: number
  value: DocumentValue
}

export type DocumentValue = string | number | boolean | null | DocumentList | DocumentMap
export type DocumentList = DocumentNode[]
export type DocumentMap = Map<string, DocumentNode>

export interface Document {
  /** `undefined` for an empty file. */
  readonly root: DocumentNode | undefined
  readonly problems: LockfileProblem[]
}

/** How deep a document may nest; no lockfile comes near it. */
export const MAX_DOCUMENT_DEPTH = 100

/** How many problems of one kind are told of one file. */
export const MAX_PROBLEMS = 100

export function isWhole(node: DocumentNode): boolean {
  return node.endLine > 0
}

export function mapOf(node: DocumentNode | undefined): DocumentMap | undefined {
  return node?.value instanceof Map ? node.value : undefined
}

/** The member of a map; `undefined` where there is no map, or no such member. */
export function memberOf(node: DocumentNode | undefined, key: string): DocumentNode | undefined {
  return node?.value instanceof Map ? node.value.get(key) : undefined
}

/** A member that is a string; a number is not turned into one. */
export function textOf(node: DocumentNode | undefined, key: string): string | undefined {
  const value = memberOf(node, key)?.value
  return typeof value === 'string' ? value : undefined
}

export function isTrue(node: DocumentNode | undefined, key: string): boolean {
  const value = memberOf(node, key)?.value
  return value === true || value === 'true'
}

const NOTHING: readonly DocumentNode[] = []
const NO_MEMBERS: readonly (readonly [string, DocumentNode])[] = []

/** The elements of a list; none where the node is no list. */
export function elementsOf(node: DocumentNode | undefined): readonly DocumentNode[] {
  return Array.isArray(node?.value) ? node.value : NOTHING
}

/** The members of a map; none where the node is no map. */
export function membersOf(
  node: DocumentNode | undefined,
): Iterable<readonly [key: string, member: DocumentNode]> {
  return node?.value instanceof Map ? node.value : NO_MEMBERS
}

/** The strings of a list. */
export function textsOf(node: DocumentNode | undefined): string[] {
  return elementsOf(node)
    .map((element) => element.value)
    .filter((value) => typeof value === 'string')
}

/** Elements that are tables, of an array of tables or of a list of inline ones. */
export function tablesOf(root: DocumentNode | undefined, key: string): readonly DocumentNode[] {
  return elementsOf(memberOf(root, key)).filter((element) => element.value instanceof Map)
}
