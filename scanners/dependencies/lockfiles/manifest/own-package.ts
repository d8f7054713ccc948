/** Files that say of themselves which package they are: a name and a version, and nothing that is locked. */
import type { LockfileContent, LockfileText } from '../../lockfile.ts'
import { openDocument, quote } from '../content-builder.ts'
import { type Document, type DocumentMap, type DocumentNode, mapOf } from '../document/node.ts'

/** Where the package has no name or no version, there is no package, and that is no error of the file. */
export function ownPackage(
  file: LockfileText,
  document: Document,
  ecosystem: string,
  isOther: (root: DocumentMap) => boolean = () => false,
): LockfileContent {
  const { root, builder } = openDocument(file, document)
  const name = plainText(root.get('name'))
  const version = plainText(root.get('version'))
  if (name === '' || version === '') return builder.content()
  const line = root.get('name')!.line
  if (isOther(root))
    builder.problem(line, `${quote(name)} is no package of ${ecosystem}`, 'LOCKFILE_UNSUPPORTED')
  else builder.add({ ecosystem, name, version, line, ...licenceOf(root.get('license')) })
  return builder.content()
}

/** A YAML or TOML number is written as it stands; anything else is no text. */
function plainText(node: DocumentNode | undefined): string {
  const value = node?.value
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

function licenceOf(node: DocumentNode | undefined): { readonly licence?: string } {
  const stated = mapOf(node)?.get('type')?.value ?? node?.value
  return typeof stated === 'string' && stated !== '' ? { licence: stated } : {}
}
