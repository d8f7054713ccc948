/** The headers of a commit and of an annotated tag (git-hash-object's text form). */
import { decodeUtf8 } from '../../base/bytes.ts'
import { SallyportError } from '../../base/errors.ts'
import type { ObjectStore } from './object-store.ts'

export interface Commit {
  readonly id: string
  readonly tree: string
  readonly parents: readonly string[]
  /** Seconds since 1970 by the committer's clock: a hint for the order of a walk, nothing more. */
  readonly committedAt: number
}

/** @throws `GIT_UNREADABLE` */
export function readCommit(store: ObjectStore, id: string): Commit {
  const header = headerOf(store.read(id, 'commit'))
  const tree = /^tree ([0-9a-f]{40,64})\n/.exec(header)?.[1]
  if (tree === undefined) throw invalid(id, 'commit')
  const parents = [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map((match) => match[1]!)
  const committedAt = Number(/^committer .*> (-?\d{1,15}) [+-]\d{4}$/m.exec(header)?.[1] ?? 0)
  return { id, tree, parents, committedAt }
}

const MAX_TAGS = 16

/** The commit that an object is, or that a chain of annotated tags leads to; `undefined` for anything else. */
export function peelToCommit(store: ObjectStore, id: string): string | undefined {
  let current = id
  for (let step = 0; step < MAX_TAGS; step++) {
    const object = store.find(current)
    if (object?.type === 'commit') return current
    if (object?.type !== 'tag') return undefined
    const target = /^object ([0-9a-f]{40,64})\n/.exec(headerOf(object.bytes))?.[1]
    if (target === undefined) throw invalid(current, 'tag')
    current = target
  }
  return undefined
}

function headerOf(bytes: Uint8Array): string {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('\n\n')
  const header = bytes.subarray(0, end < 0 ? bytes.length : end + 1)
  try {
    return decodeUtf8(header)
  } catch {
    // Names in old commits are Latin-1; the fields that are read here are ASCII.
    return Buffer.from(header).toString('latin1')
  }
}

function invalid(id: string, type: string): SallyportError {
  return new SallyportError('GIT_UNREADABLE', { message: `the ${type} ${id} has no readable header` })
}
