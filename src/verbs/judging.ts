/**
 * What `gate`, `scan` and the action share: from a folder on this machine, a base and a policy to a
 * report. The place where the gate's core meets files, git, the network and the clock.
 */
import { isAbsolute, join, resolve } from 'node:path'
import { SCANNER_IDS, SCANNERS } from '../../scanners/registry.ts'
import { nearest } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { runGate, runScan, type ScanRequest } from '../gate/gate.ts'
import { selectJudged } from '../gate/judged-paths.ts'
import {
  builtInPolicy,
  type LoadedPolicy,
  MAX_POLICY_BYTES,
  POLICY_PATH,
  readPolicy,
} from '../gate/policy/read-policy.ts'
import { sizeInBytes } from '../gate/policy/schema.ts'
import type { GateReport, ScanReport } from '../gate/report.ts'
import type { Timer } from '../gate/runner.ts'
import type { Scanner, ScannerPorts } from '../gate/scanner.ts'
import { systemAssets } from '../platform/assets.ts'
import { cacheFolder } from '../platform/cache-folder.ts'
import { isFolder } from '../platform/files.ts'
import { createHttpClient } from '../platform/http.ts'
import { openFolderTree, readFolderFile } from '../repository/folder-tree.ts'
import { type GitRepository, openGitRepository } from '../repository/git/repository.ts'
import type { SourceTree } from '../repository/source-tree.ts'
import { sealTree } from '../repository/tree-digest.ts'
import type { Ports } from './verb.ts'
import { matchesVersionRange } from './version-range.ts'

export interface JudgingOptions {
  /** The folder to judge, absolute. */
  readonly folder: string
  /** A revision to compare with; policy is read from it. */
  readonly base?: string
  /** Another repository that holds the base, where the clone is too shallow; absolute. */
  readonly baseFolder?: string
  /** A policy to use instead of base's or the tree's: what the coordinator registered, or a person's file. */
  readonly policy?: { readonly bytes: Uint8Array; readonly source: string; readonly file?: string }
  /** A folder of advisories, absolute. */
  readonly advisories?: string
  readonly offline: boolean
  /** Ids; all where absent. */
  readonly scanners?: readonly string[]
}

/** @throws `POLICY_INVALID`, `REVISION_UNKNOWN`, `GIT_UNREADABLE`, `FILE_UNREADABLE`, `USAGE` */
export async function gateFolder(options: JudgingOptions, ports: Ports): Promise<GateReport> {
  using repository = openRepository(options.folder)
  using elsewhere = options.baseFolder === undefined ? openNothing() : openRepository(options.baseFolder)
  const base = findBase(elsewhere.git ?? repository.git, options.base)
  const loaded = await loadPolicy(options, base)
  const head = openHead(options.folder, repository.git, loaded)
  const baseTree = base === null ? null : openBase(base, loaded)
  const sealed = await sealTree(head.tree, repository.git?.objectHash ?? null)
  const advisoriesMissing = options.advisories !== undefined && !(await isFolder(options.advisories))
  return await withRequest(options, ports, loaded, sealed.tree, (request) =>
    runGate({
      ...request,
      base: baseTree,
      judged: {
        digest: sealed.digest,
        commit: head.commit !== null && isCommitted(sealed.tree, head.committed) ? head.commit : null,
        base: base?.commit ?? null,
      },
      advisoriesMissing,
    }),
  )
}

export interface FolderScan {
  readonly report: ScanReport
  /** Places of the tree that could not be looked at. */
  readonly problems: SourceTree['problems']
}

/** @throws as {@link gateFolder} */
export async function scanFolder(options: JudgingOptions, ports: Ports): Promise<FolderScan> {
  using repository = openRepository(options.folder)
  const loaded = await loadPolicy(options, null)
  const { tree } = openHead(options.folder, repository.git, loaded)
  const report = await withRequest(options, ports, loaded, tree, runScan)
  return { report, problems: tree.problems }
}

/** A folder's files by its own policy's `paths:` and limits, for verbs that only list. @throws as {@link gateFolder} */
export async function openJudgedFolder(folder: string): Promise<{ readonly tree: SourceTree }> {
  using repository = openRepository(folder)
  const loaded = await loadPolicy({ folder, offline: true }, null)
  return { tree: openHead(folder, repository.git, loaded).tree }
}

/** A path that a person gave, made absolute. @throws `FILE_UNREADABLE` where it is no folder */
export async function folderArgument(path: string, ports: Ports): Promise<string> {
  const folder = isAbsolute(path) ? path : resolve(ports.cwd, path)
  if (!(await isFolder(folder))) {
    throw new SallyportError('FILE_UNREADABLE', {
      message: 'there is no such folder',
      place: { file: path },
      help: 'name the folder of the repository, for example: .',
    })
  }
  return folder
}

interface OpenRepository extends Disposable {
  readonly git: GitRepository | null
}

function openRepository(folder: string): OpenRepository {
  const git = openGitRepository(folder)
  return { git, [Symbol.dispose]: () => git?.[Symbol.dispose]() }
}

function openNothing(): OpenRepository {
  return { git: null, [Symbol.dispose]: () => {} }
}

interface Base {
  readonly git: GitRepository
  readonly commit: string
}

function findBase(git: GitRepository | null, revision: string | undefined): Base | null {
  if (revision === undefined) return null
  if (git === null) {
    throw new SallyportError('GIT_UNREADABLE', {
      message: 'there is no git repository to find --base in',
      help: 'run in a clone, or leave --base out to judge everything as new',
    })
  }
  return { git, commit: git.resolve(revision) }
}

function openBase({ git, commit }: Base, loaded: LoadedPolicy): SourceTree {
  return selectJudged(git.tree(commit, { maxFileBytes: maxFileBytes(loaded) }), loaded.policy.paths)
}

function maxFileBytes({ policy }: LoadedPolicy): number {
  return sizeInBytes(policy.limits.file)
}

/** Base's policy where there is a base, never the change's own. */
async function loadPolicy(options: JudgingOptions, base: Base | null): Promise<LoadedPolicy> {
  const scanners = SCANNER_IDS
  if (options.policy) {
    const { bytes, source, file } = options.policy
    return readPolicy(bytes, source, { scanners, ...(file === undefined ? {} : { file }) })
  }
  if (base) {
    const file = base.git
      .tree(base.commit, { maxFileBytes: MAX_POLICY_BYTES })
      .files.find((one) => one.path === POLICY_PATH)
    const source = `${POLICY_PATH}@${base.commit}`
    return file ? readPolicy(await file.read(), source, { scanners }) : builtInPolicy()
  }
  const bytes = await readFolderFile(options.folder, POLICY_PATH, MAX_POLICY_BYTES)
  return bytes ? readPolicy(bytes, POLICY_PATH, { scanners }) : builtInPolicy()
}

interface Head {
  readonly tree: SourceTree
  readonly commit: string | null
  /** The head commit's tree, without what the policy excludes. */
  readonly committed: SourceTree | null
}

function openHead(folder: string, git: GitRepository | null, loaded: LoadedPolicy): Head {
  const commit = git?.head() ?? null
  const committed = git && commit !== null ? git.tree(commit, { maxFileBytes: maxFileBytes(loaded) }) : null
  const tree = openFolderTree(folder, {
    maxFileBytes: maxFileBytes(loaded),
    ...(committed ? { tracked: trackedPaths(committed) } : {}),
    ...(git ? { within: { root: git.root, prefix: git.prefix } } : {}),
  })
  const { paths } = loaded.policy
  return { tree: selectJudged(tree, paths), commit, committed: committed && selectJudged(committed, paths) }
}

function trackedPaths(tree: SourceTree): Set<string> {
  return new Set([...tree.files, ...tree.links].map((entry) => entry.path))
}

function isCommitted(tree: SourceTree, committed: SourceTree | null): boolean {
  if (!committed || tree.files.length !== committed.files.length) return false
  if (tree.links.length !== committed.links.length) return false
  const sameFiles = tree.files.every((file, index) => {
    const other = committed.files[index]!
    return file.path === other.path && file.oid === other.oid && file.executable === other.executable
  })
  return (
    sameFiles &&
    tree.links.every(
      (link, index) =>
        link.path === committed.links[index]!.path && link.target === committed.links[index]!.target,
    )
  )
}

/** Builds what the gate needs of this machine, and takes it down again. */
async function withRequest<T>(
  options: JudgingOptions,
  ports: Ports,
  loaded: LoadedPolicy,
  tree: SourceTree,
  use: (request: ScanRequest) => Promise<T>,
): Promise<T> {
  const http = options.offline ? undefined : createHttpClient()
  const scannerPorts: ScannerPorts = {
    assets: systemAssets,
    cache: { folder: join(cacheFolder(ports.env), 'scanners') },
    ...(http ? { http } : {}),
    ...(options.advisories === undefined ? {} : { advisories: { folder: options.advisories } }),
  }
  try {
    return await use({
      scanners: await loadScanners(options.scanners),
      tree,
      loaded,
      ports: scannerPorts,
      offline: options.offline,
      now: ports.clock.now(),
      diagnostics: ports.diagnostics,
      signal: ports.signal,
      timer: systemTimer,
      allScanners: options.scanners === undefined,
      matchesVersion: matchesVersionRange,
    })
  } finally {
    await http?.close()
  }
}

async function loadScanners(ids: readonly string[] | undefined): Promise<Scanner[]> {
  for (const id of ids ?? []) {
    if (SCANNER_IDS.includes(id)) continue
    const near = nearest(id, SCANNER_IDS)
    throw new SallyportError('USAGE', {
      message: `there is no scanner ${JSON.stringify(id)}`,
      help: near === undefined ? `there are: ${SCANNER_IDS.join(', ')}` : `did you mean "${near}"?`,
    })
  }
  const chosen = SCANNER_IDS.filter((id) => ids === undefined || ids.includes(id))
  return await Promise.all(chosen.map((id) => SCANNERS[id]!()))
}

const systemTimer: Timer = (ms, callback) => {
  // A timer holds at most 2^31 − 1 ms.
  const timeout = setTimeout(callback, Math.min(ms, 0x7fff_ffff))
  return () => clearTimeout(timeout)
}
