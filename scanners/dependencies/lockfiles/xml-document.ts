/** A lockfile that is one XML element. */
import type { LockfileText } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { readXmlTree, type XmlElement } from '../text/xml-tree.ts'
import { ContentBuilder } from './content-builder.ts'

export interface XmlDocument {
  readonly root: XmlElement
  /** Holds where the text breaks off. */
  readonly builder: ContentBuilder
}

/** @throws `LOCKFILE_INVALID` where there is no such element. */
export function openXml(file: LockfileText, name: string): XmlDocument {
  const { root, broken } = readXmlTree(file.text)
  if (root?.name !== name) {
    throw lockfileError(file.path, broken?.line ?? root?.line ?? 1, broken?.message ?? `expected <${name}>`)
  }
  const builder = new ContentBuilder()
  if (broken) builder.problem(broken.line, broken.message)
  return { root, builder }
}
