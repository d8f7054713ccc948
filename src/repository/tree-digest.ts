/**
 * Seals a tree: a digest over what is judged, and files that refuse to be read as anything else than
 * what the digest covers. So the tree that scanners saw is the tree that the verdict names.
 */
import { createHash } from 'node:crypto'
import { encodeHex, encodeUtf8 } from '../base/bytes.ts'
import { formatDigest, labelledHashOf, sha256 } from '../base/digest.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import type { SourceTree, TreeFile, TreeProblem } from './source-tree.ts'

/** How a repository names its objects. */
export type ObjectHash = 'sha1' | 'sha256'

export interface SealedTree {
  readonly tree: SourceTree
  /** `sha256:`… over every path with its kind and content. */
  readonly digest: string
}

const PARALLEL = 16

/**
 * Reads every file once.
 *
 * @param objectHash where given, each file gets the id that git would give its bytes
 */
export async function sealTree(tree: SourceTree, objectHash: ObjectHash | null): Promise<SealedTree> {
  const sealed = new Array<Sealed>(tree.files.length)
  let next = 0
  const work = async (): Promise<void> => {
    for (let index = next++; index < tree.files.length; index = next++) {
      sealed[index] = await sealFile(tree.files[index]!, objectHash)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, work))
  const problems: TreeProblem[] = sealed.flatMap(({ problem }) => problem ?? [])
  return {
    tree: {
      files: sealed.map(({ file }) => file),
      links: tree.links,
      problems: [...tree.problems, ...problems],
    },
    digest: formatDigest(labelledHashOf('sallyport/tree/v1', digestFields(sealed, tree.links))),
  }
}

function* digestFields(
  sealed: readonly Sealed[],
  links: SourceTree['links'],
): Generator<Uint8Array | string> {
  for (const { file, content } of sealed) yield* ['file', file.path, file.executable ? 'x' : '-', content]
  for (const { path, target } of links) yield* ['link', path, target]
}

interface Sealed {
  readonly file: TreeFile
  /** 32 bytes, or empty with the size for a file that no one reads because of its size. */
  readonly content: Uint8Array
  readonly problem?: TreeProblem
}

async function sealFile(file: TreeFile, objectHash: ObjectHash | null): Promise<Sealed> {
  try {
    const bytes = await file.read()
    const content = sha256(bytes)
    const oid = file.oid ?? (objectHash ? blobId(bytes, objectHash) : undefined)
    const read = () => readUnchanged(file, content)
    return { file: { ...file, ...(oid === undefined ? {} : { oid }), read }, content }
  } catch (error) {
    // Too large: whoever wants it reports it. Unreadable: the tree is not whole.
    const content = encodeUtf8(`unread ${file.size}`)
    if (error instanceof SallyportError && error.code === 'LIMIT_EXCEEDED') return { file, content }
    return { file, content, problem: { path: file.path, message: messageOf(error) } }
  }
}

async function readUnchanged(file: TreeFile, content: Uint8Array): Promise<Uint8Array> {
  const bytes = await file.read()
  if (!Buffer.from(content).equals(sha256(bytes))) {
    throw new SallyportError('FILE_UNREADABLE', {
      message: 'the file changed while it was judged',
      place: { file: file.path },
    })
  }
  return bytes
}

/** The object id of a blob. */
export function blobId(bytes: Uint8Array, hash: ObjectHash): string {
  const header = encodeUtf8(`blob ${bytes.length}\0`)
  return encodeHex(createHash(hash).update(header).update(bytes).digest())
}
