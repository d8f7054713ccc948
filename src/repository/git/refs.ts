/**
 * From a revision as a person writes it to a commit (gitrevisions(7)): ids, short ids, branches, tags,
 * remote branches, `HEAD`, each with `~n`, `^n`, `^{commit}`. Ranges, dates and searches are refused.
 */
import { join } from 'node:path'
import { SallyportError } from '../../base/errors.ts'
import { peelToCommit, readCommit } from './commit.ts'
import { type GitFolder, readSmall } from './git-folder.ts'
import type { ObjectStore } from './object-store.ts'

const MAX_SYMBOLIC = 8
const MAX_PACKED_REFS_BYTES = 64 * 1024 * 1024

/** @throws `REVISION_UNKNOWN`; `GIT_UNREADABLE` for a broken object */
export function resolveRevision(git: GitFolder, store: ObjectStore, revision: string): string {
  const match = /^([^~^:?*[\\\x00-\x20]{1,1000}?)((?:~\d{0,6}|\^\d{0,3}|\^\{commit\})*)$/.exec(revision)
  const start = match?.[1] === undefined ? undefined : findStart(git, store, match[1])
  const commit = start === undefined ? undefined : peelToCommit(store, start)
  if (commit === undefined) throw unknown(git, revision)
  return walkSuffix(git, store, commit, match?.[2] ?? '', revision)
}

/** The commit of HEAD; `null` before the first one. */
export function resolveHead(git: GitFolder, store: ObjectStore): string | null {
  const id = readRef(git, 'HEAD')
  return id === undefined ? null : (peelToCommit(store, id) ?? null)
}

/** Commits whose parents a shallow clone does not have. */
export function readShallow(git: GitFolder): ReadonlySet<string> {
  const lines = readSmall(join(git.shared, 'shallow'), MAX_PACKED_REFS_BYTES)?.split('\n') ?? []
  return new Set(lines.filter((line) => /^[0-9a-f]{40,64}$/.test(line)))
}

function findStart(git: GitFolder, store: ObjectStore, name: string): string | undefined {
  if (name === '@') return readRef(git, 'HEAD')
  const length = store.hash === 'sha1' ? 40 : 64
  // A full id is that object, also where a ref has the same name: nobody may pass a branch off as a commit.
  if (name.length === length && /^[0-9a-f]+$/.test(name)) return name
  for (const ref of [
    name,
    `refs/${name}`,
    `refs/tags/${name}`,
    `refs/heads/${name}`,
    `refs/remotes/${name}`,
    `refs/remotes/${name}/HEAD`,
  ]) {
    const id = isRefName(ref) ? readRef(git, ref) : undefined
    if (id !== undefined) return id
  }
  if (!/^[0-9a-f]{4,64}$/.test(name)) return undefined
  const candidates = store.expand(name)
  return candidates.length === 1 ? candidates[0] : undefined
}

/** git-check-ref-format(1), as far as it keeps a name inside of the git folder. Top-level names are upper case. */
function isRefName(name: string): boolean {
  const inside = name.startsWith('refs/') || /^[A-Z][A-Z_]*$/.test(name)
  return (
    inside &&
    !name
      .split('/')
      .some((part) => part === '' || part.startsWith('.') || part.endsWith('.lock') || part.includes('..'))
  )
}

function readRef(git: GitFolder, name: string): string | undefined {
  let ref = name
  for (let step = 0; step < MAX_SYMBOLIC; step++) {
    const folder = ref.startsWith('refs/') && !ref.startsWith('refs/worktree/') ? git.shared : git.own
    const text = readSmall(join(folder, ...ref.split('/')), 4_096)?.trimEnd() ?? packedRef(git, ref)
    if (text === undefined) return undefined
    const target = /^ref: (.+)$/.exec(text)?.[1]
    if (target === undefined) return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : undefined
    if (!isRefName(target)) return undefined
    ref = target
  }
  return undefined
}

function packedRef(git: GitFolder, name: string): string | undefined {
  const text = readSmall(join(git.shared, 'packed-refs'), MAX_PACKED_REFS_BYTES)
  if (text === undefined) return undefined
  const at = text.startsWith(` ${name}\n`) ? 0 : text.indexOf(` ${name}\n`)
  if (at < 0) return undefined
  return text.slice(text.lastIndexOf('\n', at) + 1, at)
}

function walkSuffix(
  git: GitFolder,
  store: ObjectStore,
  start: string,
  suffix: string,
  revision: string,
): string {
  const shallow = readShallow(git)
  let commit = start
  const parent = (number: number): void => {
    const id = shallow.has(commit) ? undefined : readCommit(store, commit).parents[number - 1]
    if (id === undefined || !store.find(id)) throw unknown(git, revision)
    commit = id
  }
  for (const [step] of suffix.matchAll(/~\d*|\^\d+|\^(?!\{)/g)) {
    const number = step.length === 1 ? 1 : Number(step.slice(1))
    if (step.startsWith('~')) for (let count = 0; count < number; count++) parent(1)
    else if (number > 0) parent(number)
  }
  return commit
}

function unknown(git: GitFolder, revision: string): SallyportError {
  const isReftable =
    readRef(git, 'HEAD') === undefined && readSmall(join(git.shared, 'reftable', 'tables.list'))
  return new SallyportError('REVISION_UNKNOWN', {
    message: `the revision ${JSON.stringify(revision.slice(0, 200))} is not in this clone`,
    help: isReftable
      ? 'this clone keeps its refs as a reftable: name the commit by its full id'
      : 'fetch it first: fetch-depth: 0 in actions/checkout, or git fetch origin <revision>',
  })
}
