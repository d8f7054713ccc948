/** Documents of other syntaxes in the shape that their JSON has, so that one reader does for all of them. */
import { readXmlTree, type XmlElement, type XmlTree } from '../../text/xml-tree.ts'
import type { Document, DocumentNode, DocumentValue } from '../document/node.ts'

export interface Place {
  readonly line: number
  readonly endLine: number
}

export function nodeOf({ line, endLine }: Place, value: DocumentValue): DocumentNode {
  return { line, endLine, value }
}

/** Members that are `undefined` are left out. */
export function mapNode(
  place: Place,
  members: Readonly<Record<string, DocumentNode | undefined>>,
): DocumentNode {
  const map = new Map<string, DocumentNode>()
  for (const [key, member] of Object.entries(members)) if (member) map.set(key, member)
  return nodeOf(place, map)
}

/** A broken-off element has `endLine` 0, as in every document. */
export function placeOf({ line, endLine, isWhole }: XmlElement): Place {
  return { line, endLine: isWhole ? endLine : 0 }
}

export function isXml(text: string): boolean {
  return text.trimStart().startsWith('<')
}

export function readXmlDocument(text: string, toNode: (root: XmlElement) => DocumentNode): Document {
  const { root, broken }: XmlTree = readXmlTree(text)
  return {
    root: root && toNode(root),
    problems: broken ? [{ code: 'LOCKFILE_INVALID', message: broken.message, line: broken.line }] : [],
  }
}
