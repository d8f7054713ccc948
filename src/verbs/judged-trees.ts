/**
 * From a folder on this machine and a revision to the two trees and the policy that a judgement is
 * made of. What git cannot give is a trouble that makes the verdict undecided; a policy that cannot be
 * understood is thrown, because only its author can mend it.
 */
import { SallyportError } from '../base/errors.ts'
import { selectJudged } from '../gate/judged-paths.ts'
import { plainReason } from '../gate/plain-reason.ts'
import type { PolicyFile } from '../gate/policy/check-policy-file.ts'
import {
  builtInPolicy,
  type LoadedPolicy,
  MAX_POLICY_BYTES,
  POLICY_PATH,
} from '../gate/policy/loaded-policy.ts'
import { sizeInBytes } from '../gate/policy/size.ts'
import type { Trouble } from '../gate/report.ts'
import {
  type FolderTreeOptions,
  linkOnTheWay,
  openFolderTree,
  readFolderFile,
} from '../repository/folder-tree.ts'
import { type GitRepository, openGitRepository } from '../repository/git/repository.ts'
import type { SourceTree } from '../repository/source-tree.ts'

export interface TreesRequest {
  /** The folder to judge, absolute. */
  readonly folder: string
  /** A revision to compare with; policy is read from it. */
  readonly base?: string
  /** Another repository that holds the base, where the clone is too shallow; absolute. */
  readonly baseFolder?: string
  /** A policy to use instead of base's or the tree's: what the coordinator registered, or a person's file. */
  readonly policy?: { readonly bytes: Uint8Array; readonly source: string; readonly file?: string }
}

export interface JudgedTrees extends Disposable {
  readonly loaded: LoadedPolicy
  /** Without what the policy excludes, like the other trees. */
  readonly head: SourceTree
  /** The head commit, where there is one, and its tree. */
  readonly committed: { readonly commit: string; readonly tree: SourceTree } | null
  readonly base: { readonly commit: string; readonly tree: SourceTree } | null
  /** The policy files of both, whether or not it is them that judge. */
  readonly proposed: { readonly head: PolicyFile; readonly base: PolicyFile }
  readonly objectHash: GitRepository['objectHash'] | null
  readonly troubles: readonly Trouble[]
}

/**
 * Dispose of it after the trees were read.
 *
 * @param scanners the ids that a policy may name
 * @throws `POLICY_INVALID`, `FILE_UNREADABLE` for the folder itself
 */
export async function openJudgedTrees(
  request: TreesRequest,
  scanners: readonly string[],
): Promise<JudgedTrees> {
  const opening = new Opening(request, scanners)
  try {
    return await opening.run()
  } catch (error) {
    opening[Symbol.dispose]()
    throw error
  }
}

class Opening implements Disposable {
  readonly #request: TreesRequest
  readonly #scanners: readonly string[]
  readonly #open: GitRepository[] = []
  readonly #troubles: Trouble[] = []

  constructor(request: TreesRequest, scanners: readonly string[]) {
    this.#request = request
    this.#scanners = scanners
  }

  async run(): Promise<JudgedTrees> {
    const { folder } = this.#request
    const git = this.#attempt('repository-unreadable', () => this.#openRepository(folder))
    const base = this.#request.base === undefined ? null : this.#findBase(git, this.#request.base)
    const proposed = {
      head: await policyFileOfFolder(folder),
      base: base ? await this.#policyFileOf(base) : null,
    }
    const loaded = await this.#loadPolicy(proposed, base?.commit)
    const maxFileBytes = sizeInBytes(loaded.policy.limits.file)
    const committed = git && this.#attempt('repository-unreadable', () => headOf(git, maxFileBytes))
    const baseTree =
      base && this.#attempt('base-unavailable', () => base.git.tree(base.commit, { maxFileBytes }))
    const select = (tree: SourceTree): SourceTree => selectJudged(tree, loaded.policy.paths)
    return {
      loaded,
      head: select(openFolderTree(folder, folderOptions(maxFileBytes, git, committed?.tree))),
      committed: committed && { commit: committed.commit, tree: select(committed.tree) },
      base: base && baseTree && { commit: base.commit, tree: select(baseTree) },
      proposed,
      objectHash: git?.objectHash ?? null,
      troubles: this.#troubles,
      [Symbol.dispose]: () => this[Symbol.dispose](),
    }
  }

  [Symbol.dispose](): void {
    for (const repository of this.#open.splice(0)) repository[Symbol.dispose]()
  }

  #openRepository(folder: string): GitRepository | null {
    const repository = openGitRepository(folder)
    if (repository) this.#open.push(repository)
    return repository
  }

  #findBase(own: GitRepository | null, revision: string): Base | null {
    return this.#attempt('base-unavailable', () => {
      const { baseFolder } = this.#request
      const git = (baseFolder === undefined ? null : this.#openRepository(baseFolder)) ?? own
      if (git) return { git, commit: git.resolve(revision) }
      throw new SallyportError('GIT_UNREADABLE', {
        message: 'there is no git repository that could be read to find --base in',
        help: 'run in a clone, or leave --base out to judge everything as new',
      })
    })
  }

  async #policyFileOf({ git, commit }: Base): Promise<PolicyFile> {
    const tree = this.#attempt('base-unavailable', () => git.tree(commit, { maxFileBytes: MAX_POLICY_BYTES }))
    if (!tree) return null
    if (tree.links.some(({ path }) => path === POLICY_PATH || path === POLICY_FOLDER)) {
      return asPolicyError(linkOnTheWay(POLICY_PATH))
    }
    const file = tree.files.find(({ path }) => path === POLICY_PATH)
    try {
      return file ? await file.read() : null
    } catch (error) {
      if (error instanceof SallyportError && error.code === 'LIMIT_EXCEEDED') return asPolicyError(error)
      this.#note('base-unavailable', error)
      return null
    }
  }

  /** Base's policy where a base is asked for, never the change's own. */
  async #loadPolicy(proposed: JudgedTrees['proposed'], base: string | undefined): Promise<LoadedPolicy> {
    const scanners = this.#scanners
    if (this.#request.policy) {
      const { readPolicy } = await import('../gate/policy/read-policy.ts')
      const { bytes, source, file } = this.#request.policy
      return readPolicy(bytes, source, { scanners, ...(file === undefined ? {} : { file }) })
    }
    const isCompared = this.#request.base !== undefined
    const own = isCompared ? proposed.base : proposed.head
    const source = isCompared ? `${POLICY_PATH}@${base}` : POLICY_PATH
    if (own instanceof SallyportError) throw own
    if (own === null) return builtInPolicy()
    const { readPolicy } = await import('../gate/policy/read-policy.ts')
    return readPolicy(own, source, { scanners })
  }

  #attempt<T>(code: Trouble['code'], work: () => T): T | null {
    try {
      return work()
    } catch (error) {
      this.#note(code, error)
      return null
    }
  }

  #note(code: Trouble['code'], error: unknown): void {
    if (!(error instanceof SallyportError)) throw error
    const help = error.help === undefined ? '' : ` (${error.help})`
    const message = plainReason(`${error.message}${help}`)
    if (this.#troubles.some((trouble) => trouble.code === code && trouble.message === message)) return
    this.#troubles.push({ code, message })
  }
}

interface Base {
  readonly git: GitRepository
  readonly commit: string
}

const POLICY_FOLDER = POLICY_PATH.slice(0, POLICY_PATH.lastIndexOf('/'))

async function policyFileOfFolder(folder: string): Promise<PolicyFile> {
  try {
    return (await readFolderFile(folder, POLICY_PATH, MAX_POLICY_BYTES)) ?? null
  } catch (error) {
    if (error instanceof SallyportError) return asPolicyError(error)
    throw error
  }
}

function asPolicyError(cause: SallyportError): SallyportError {
  return new SallyportError('POLICY_INVALID', {
    message: cause.message,
    place: { file: POLICY_PATH },
    ...(cause.help === undefined ? {} : { help: cause.help }),
    cause,
  })
}

function headOf(
  git: GitRepository,
  maxFileBytes: number,
): { readonly commit: string; readonly tree: SourceTree } | null {
  const commit = git.head()
  return commit === null ? null : { commit, tree: git.tree(commit, { maxFileBytes }) }
}

function folderOptions(
  maxFileBytes: number,
  git: GitRepository | null,
  committed: SourceTree | undefined,
): FolderTreeOptions {
  return {
    maxFileBytes,
    ...(committed ? { tracked: pathsOf(committed) } : {}),
    ...(git ? { within: { root: git.root, prefix: git.prefix } } : {}),
  }
}

function pathsOf(tree: SourceTree): Set<string> {
  return new Set([...tree.files, ...tree.links].map((entry) => entry.path))
}
