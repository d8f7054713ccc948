/**
 * The best common ancestor of two commits, as `git merge-base` finds it: painting down from both by
 * date, then dropping candidates that are ancestors of another one.
 */
import { SallyportError } from '../../base/errors.ts'
import { type Commit, readCommit } from './commit.ts'
import type { ObjectStore } from './object-store.ts'

const FROM_A = 1
const FROM_B = 2
const STALE = 4
const MAX_COMMITS = 2_000_000

/**
 * `undefined` where the two have nothing in common.
 *
 * @param shallow commits whose parents are not in the clone
 * @throws `REVISION_UNKNOWN` where the answer lies beyond what a shallow clone holds
 */
export function findMergeBase(
  store: ObjectStore,
  a: string,
  b: string,
  shallow: ReadonlySet<string>,
): string | undefined {
  if (a === b) return a
  const paint = new Map<string, number>([
    [a, FROM_A],
    [b, FROM_B],
  ])
  const queue = [readCommit(store, a), readCommit(store, b)]
  const candidates: Commit[] = []
  let cut = false
  // The walk may stop once all that is queued lies behind candidates.
  while (queue.some((commit) => !((paint.get(commit.id) ?? 0) & STALE))) {
    const commit = takeNewest(queue)
    let colour = paint.get(commit.id) ?? 0
    if ((colour & (FROM_A | FROM_B)) === (FROM_A | FROM_B)) {
      if (!(colour & STALE) && !candidates.some((known) => known.id === commit.id)) candidates.push(commit)
      colour |= STALE
    }
    if (shallow.has(commit.id)) {
      cut = true
      continue
    }
    for (const parent of commit.parents) {
      const before = paint.get(parent) ?? 0
      if ((before & colour) === colour) continue
      paint.set(parent, before | colour)
      queue.push(readCommit(store, parent))
    }
    if (paint.size > MAX_COMMITS) throw tooLong()
  }
  const best = candidates.filter((commit) => !((paint.get(commit.id) ?? 0) & STALE))
  const found = best.sort((x, y) => y.committedAt - x.committedAt || (x.id < y.id ? -1 : 1))[0]
  if (!found && cut) throw beyond()
  return found?.id
}

function takeNewest(queue: Commit[]): Commit {
  let newest = 0
  for (let index = 1; index < queue.length; index++) {
    if (queue[index]!.committedAt > queue[newest]!.committedAt) newest = index
  }
  return queue.splice(newest, 1)[0]!
}

function beyond(): SallyportError {
  return new SallyportError('REVISION_UNKNOWN', {
    message: 'the common ancestor of the two revisions is not in this shallow clone',
    help: 'fetch the whole history: fetch-depth: 0 in actions/checkout',
  })
}

function tooLong(): SallyportError {
  return new SallyportError('LIMIT_EXCEEDED', { message: `the history has more than ${MAX_COMMITS} commits` })
}
