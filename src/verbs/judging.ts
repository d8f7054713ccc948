/**
 * What `gate`, `scan` and the action share: from a folder on this machine, a base and a policy to a
 * report. The place where the gate's core meets files, git, the network and the clock.
 */
import { isAbsolute, join, resolve } from 'node:path'
import { SCANNER_IDS, SCANNERS } from '../../scanners/registry.ts'
import { nearest } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { SECOND, type Timestamp } from '../base/time.ts'
import { runGate, runScan, type ScanRequest } from '../gate/gate.ts'
import type { GateReport, ScanReport } from '../gate/report.ts'
import type { Timer } from '../gate/runner.ts'
import type { Scanner, ScannerPorts } from '../gate/scanner.ts'
import { systemAssets } from '../platform/assets.ts'
import { cacheFolder } from '../platform/cache-folder.ts'
import { isFolder } from '../platform/folders.ts'
import { createHttpClient } from '../platform/http.ts'
import type { SourceTree } from '../repository/source-tree.ts'
import { sealTree } from '../repository/tree-digest.ts'
import { type JudgedTrees, openJudgedTrees, type TreesRequest } from './judged-trees.ts'
import type { Ports } from './verb.ts'
import { matchesVersionRange } from './version-range.ts'

export interface JudgingOptions extends TreesRequest {
  /** A folder of advisories, absolute. */
  readonly advisories?: string
  readonly offline: boolean
  /** Ids; all where absent. */
  readonly scanners?: readonly string[]
}

/** @throws `POLICY_INVALID`, `FILE_UNREADABLE` for the folder itself, `USAGE` */
export async function gateFolder(options: JudgingOptions, ports: Ports): Promise<GateReport> {
  const judgedAt = stampTime(ports)
  using trees = await openJudgedTrees(options, SCANNER_IDS)
  const sealed = await sealTree(trees.head, trees.objectHash)
  const { committed, base } = trees
  const advisoriesMissing = options.advisories !== undefined && !isFolder(options.advisories)
  return await withRequest(options, ports, { loaded: trees.loaded, tree: sealed.tree }, (request) =>
    runGate({
      ...request,
      base: base?.tree ?? null,
      judged: {
        digest: sealed.digest,
        commit: committed && isCommitted(sealed.tree, committed.tree) ? committed.commit : null,
        base: base?.commit ?? null,
      },
      judgedAt,
      proposed: trees.proposed,
      advisoriesMissing,
      troubles: trees.troubles,
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
  using trees = await openJudgedTrees(options, SCANNER_IDS)
  const report = await withRequest(options, ports, { loaded: trees.loaded, tree: trees.head }, runScan)
  return { report, problems: [...trees.head.problems, ...gitProblems(trees)] }
}

/** A folder's files by its own policy's `paths:` and limits, for verbs that only list. @throws as {@link gateFolder} */
export async function openJudgedFolder(folder: string): Promise<{ readonly tree: SourceTree }> {
  using trees = await openJudgedTrees({ folder }, SCANNER_IDS)
  return { tree: { ...trees.head, problems: [...trees.head.problems, ...gitProblems(trees)] } }
}

/** Without git nobody knows which files are committed although `.gitignore` names them. */
function gitProblems({ troubles }: JudgedTrees): SourceTree['problems'] {
  return troubles.map(({ message }) => ({ path: '.git', message }))
}

/** A path that a person gave, made absolute. @throws `FILE_UNREADABLE` where it is no folder */
export async function folderArgument(path: string, ports: Ports): Promise<string> {
  const folder = isAbsolute(path) ? path : resolve(ports.cwd, path)
  if (!isFolder(folder)) {
    throw new SallyportError('FILE_UNREADABLE', {
      message: 'there is no such folder',
      place: { file: path },
      help: 'name the folder of the repository, for example: .',
    })
  }
  return folder
}

function isCommitted(tree: SourceTree, committed: SourceTree): boolean {
  if (tree.files.length !== committed.files.length) return false
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
  judged: Pick<ScanRequest, 'loaded' | 'tree'>,
  use: (request: ScanRequest) => Promise<T>,
): Promise<T> {
  const http = options.offline ? undefined : createHttpClient()
  const scannerPorts: ScannerPorts = {
    assets: systemAssets,
    stopwatch: { elapsedMs: () => ports.clock.monotonic() },
    cache: { folder: join(cacheFolder(ports.env), 'scanners') },
    ...(http ? { http } : {}),
    ...(options.advisories === undefined ? {} : { advisories: { folder: options.advisories } }),
  }
  try {
    return await use({
      scanners: await loadScanners(options.scanners),
      ...judged,
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

/**
 * The time that a report is stamped with: now in whole seconds, or `SOURCE_DATE_EPOCH`. Expiries and
 * ages are judged by the clock all the same, and on a runner nothing replaces it.
 *
 * @throws `USAGE`
 */
function stampTime({ clock, env }: Ports): Timestamp {
  const epoch = env['GITHUB_ACTIONS'] === 'true' ? undefined : env['SOURCE_DATE_EPOCH']
  if (epoch === undefined || epoch === '') return (Math.floor(clock.now() / SECOND) * SECOND) as Timestamp
  if (/^\d{1,11}$/.test(epoch)) return (Number(epoch) * SECOND) as Timestamp
  throw new SallyportError('USAGE', {
    message: `SOURCE_DATE_EPOCH is not a number of seconds: ${JSON.stringify(epoch.slice(0, 60))}`,
    help: 'write seconds since 1970, for example: SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)',
  })
}

const systemTimer: Timer = (ms, callback) => {
  // A timer holds at most 2^31 − 1 ms.
  const timeout = setTimeout(callback, Math.min(ms, 0x7fff_ffff))
  return () => clearTimeout(timeout)
}
