/**
 * Runs scanners over a tree and records a status for every one of them. One scanner never stops
 * another: what it throws, returns wrongly or does not return in time is its own status.
 *
 * Invariant: the results stand in the order of the scanners given, and hold nothing of the time or the
 * machine they ran on.
 */
import type { Diagnostics } from '../base/diagnostics.ts'
import { messageOf } from '../base/errors.ts'
import type { Timestamp } from '../base/time.ts'
import { comparePaths, type SourceTree } from '../repository/source-tree.ts'
import { checkScanOutput } from './scan-output.ts'
import type {
  ScanFile,
  ScanInput,
  Scanner,
  ScannerPorts,
  ScannerResult,
  ScannerStatus,
  ScanOutput,
} from './scanner.ts'

export interface ScannerRun {
  readonly enabled: boolean
  readonly timeoutMs: number
  /** The scanner's own section of the policy. */
  readonly settings: unknown
}

export interface RunRequest {
  readonly scanners: readonly Scanner[]
  readonly tree: SourceTree
  /** What the policy says for a scanner. */
  readonly configure: (id: string) => ScannerRun
  /** All ports that can be had; a scanner sees those it asks for. */
  readonly ports: ScannerPorts
  readonly offline: boolean
  readonly now: Timestamp
  readonly diagnostics: Diagnostics
  readonly signal: AbortSignal
  readonly timer: Timer
  /** A result to take instead of running, where the caller knows that it would be the same. */
  readonly known?: (scanner: Scanner) => ScannerResult | undefined
  /** For a scanner that judges each file by itself: what it said about some of them. */
  readonly knownFiles?: (scanner: Scanner) => KnownFiles | undefined
}

export interface KnownFiles {
  readonly paths: ReadonlySet<string>
  /** Findings and errors of these paths and no others. */
  readonly output: ScanOutput
}

/** Calls back once after so many milliseconds, unless the returned function is called before. */
export type Timer = (ms: number, callback: () => void) => () => void

const NOTHING: ScanOutput = { findings: [], fileErrors: [] }

export async function runScanners(request: RunRequest): Promise<readonly ScannerResult[]> {
  const started = new Map<string, Promise<ScannerResult>>()
  const byId = new Map(request.scanners.map((scanner) => [scanner.id, scanner]))
  const start = (scanner: Scanner, ancestors: readonly string[]): Promise<ScannerResult> => {
    const running = started.get(scanner.id)
    if (running) return running
    if (ancestors.includes(scanner.id))
      throw new Error(`scanners wait for each other: ${ancestors.join(', ')}`)
    const before = (scanner.after ?? []).flatMap((id) => byId.get(id) ?? [])
    const results = before.map((other) => start(other, [...ancestors, scanner.id]))
    const result = Promise.all(results).then((done) => runOne(scanner, done, request))
    started.set(scanner.id, result)
    return result
  }
  return await Promise.all(request.scanners.map((scanner) => start(scanner, [])))
}

async function runOne(
  scanner: Scanner,
  before: readonly ScannerResult[],
  request: RunRequest,
): Promise<ScannerResult> {
  const run = request.configure(scanner.id)
  if (!run.enabled) return result(scanner, 0, 'skipped', 'switched off by the policy', NOTHING)
  const known = request.known?.(scanner)
  if (known) return known
  const wanted = wantedFiles(scanner, request)
  if (wanted.kind === 'failed') return result(scanner, 0, 'failed', wanted.why, NOTHING)
  const { files } = wanted
  if (files.length === 0 && !scanner.after) {
    return result(scanner, 0, 'skipped', 'the tree has no file that it reads', NOTHING)
  }
  const kept = request.knownFiles?.(scanner)
  const unknown = kept ? files.filter(({ path }) => !kept.paths.has(path)) : files
  const outcome =
    kept && unknown.length === 0
      ? { kind: 'output' as const, output: NOTHING }
      : await scanInTime(scanner, unknown, before, run, request)
  if (outcome.kind === 'failed') return result(scanner, files.length, 'failed', outcome.why, NOTHING)
  const output = kept ? joinOutputs(outcome.output, kept.output) : outcome.output
  const { status, reason } = statusOf(output)
  return result(scanner, files.length, status, reason, output)
}

/** In the tree's order, as one reading of all files gives it: a later scanner may point at the first finding. */
function joinOutputs(output: ScanOutput, kept: ScanOutput): ScanOutput {
  const byPath = (a: { path: string }, b: { path: string }): number => comparePaths(a.path, b.path)
  return {
    ...output,
    findings: [...output.findings, ...kept.findings].sort(byPath),
    fileErrors: [...output.fileErrors, ...kept.fileErrors].sort(byPath),
  }
}

type Wanted =
  | { readonly kind: 'files'; readonly files: readonly ScanFile[] }
  | { readonly kind: 'failed'; readonly why: string }

function wantedFiles(scanner: Scanner, request: RunRequest): Wanted {
  try {
    return { kind: 'files', files: request.tree.files.filter((file) => scanner.wants(file.path)) }
  } catch (error) {
    return { kind: 'failed', why: messageOf(error) }
  }
}

type Scanned =
  | { readonly kind: 'output'; readonly output: ScanOutput }
  | { readonly kind: 'failed'; readonly why: string }

async function scanInTime(
  scanner: Scanner,
  files: readonly ScanFile[],
  before: readonly ScannerResult[],
  run: ScannerRun,
  request: RunRequest,
): Promise<Scanned> {
  const abort = new AbortController()
  const { promise: stopped, resolve: stop } = Promise.withResolvers<Scanned>()
  const end = (why: string): void => {
    stop({ kind: 'failed', why })
    abort.abort(new Error(why))
  }
  const cancelled = (): void => end('the run was cancelled')
  const disarm = request.timer(run.timeoutMs, () => end(`it did not finish within ${run.timeoutMs} ms`))
  if (request.signal.aborted) cancelled()
  request.signal.addEventListener('abort', cancelled, { once: true })
  try {
    const input = scanInput(scanner, files, before, run, abort.signal, request)
    return await Promise.race([guarded(scanner, input), stopped])
  } finally {
    disarm()
    request.signal.removeEventListener('abort', cancelled)
  }
}

async function guarded(scanner: Scanner, input: ScanInput): Promise<Scanned> {
  try {
    const checked = checkScanOutput(await scanner.scan(input))
    if (checked.kind === 'usable') return { kind: 'output', output: checked.output }
    return { kind: 'failed', why: `it returned what no scanner may return: ${checked.why}` }
  } catch (error) {
    input.diagnostics.log('debug', 'a scanner threw', { scanner: scanner.id, error: messageOf(error) })
    return { kind: 'failed', why: messageOf(error) }
  }
}

function scanInput(
  scanner: Scanner,
  files: readonly ScanFile[],
  before: readonly ScannerResult[],
  run: ScannerRun,
  signal: AbortSignal,
  request: RunRequest,
): ScanInput {
  const granted = Object.fromEntries(
    (scanner.needs ?? [])
      .filter((name) => request.ports[name] !== undefined && !(name === 'http' && request.offline))
      .map((name) => [name, request.ports[name]]),
  ) as ScannerPorts
  return {
    files,
    paths: request.tree.files.map((file) => file.path),
    results: new Map(before.map((other) => [other.id, other])),
    ports: granted,
    settings: run.settings,
    offline: request.offline,
    now: request.now,
    diagnostics: request.diagnostics,
    signal,
  }
}

function statusOf(output: ScanOutput): { status: ScannerStatus; reason?: string } {
  if (output.skipped !== undefined) return { status: 'skipped', reason: output.skipped }
  const errors = output.fileErrors.length
  const unread =
    errors === 0 ? undefined : `${errors} ${errors === 1 ? 'file' : 'files'} could not be read wholly`
  const reasons = [output.incomplete, unread].filter((reason) => reason !== undefined)
  return reasons.length === 0 ? { status: 'complete' } : { status: 'partial', reason: reasons.join('; ') }
}

function result(
  scanner: Scanner,
  files: number,
  status: ScannerStatus,
  reason: string | undefined,
  output: ScanOutput,
): ScannerResult {
  return { id: scanner.id, status, ...(reason === undefined ? {} : { reason }), files, output }
}
