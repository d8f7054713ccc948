/**
 * The gate: scanners over the tree, the same scanners over base, suppressions, a verdict. It does no
 * I/O of its own: trees, ports, time and the policy are given.
 */
import type { Diagnostics } from '../base/diagnostics.ts'
import { formatTimestamp, parseDuration, type Timestamp } from '../base/time.ts'
import type { SourceTree } from '../repository/source-tree.ts'
import { existingFingerprints } from './baseline.ts'
import { SEVERITIES } from './finding.ts'
import { compareFindings, type FingerprintedFinding, fingerprintFindings } from './fingerprint.ts'
import { plainReason } from './plain-reason.ts'
import { checkPolicyFile, type PolicyFile } from './policy/check-policy-file.ts'
import { type LoadedPolicy, POLICY_SCANNER } from './policy/loaded-policy.ts'
import type { GatePolicy } from './policy/schema.ts'
import { applySuppressions, type VersionMatcher } from './policy/suppressions.ts'
import type {
  GateReport,
  JudgedTree,
  ReportedFinding,
  ReportedScanner,
  ScanReport,
  Trouble,
} from './report.ts'
import { type RunRequest, runScanners, type ScannerRun, type Timer } from './runner.ts'
import type { AdvisorySource, ControlAnswer, Scanner, ScannerPorts, ScannerResult } from './scanner.ts'
import { judge, thresholdOf } from './verdict.ts'

export interface ScanRequest {
  readonly scanners: readonly Scanner[]
  /** Already without what the policy excludes. */
  readonly tree: SourceTree
  readonly loaded: LoadedPolicy
  readonly ports: ScannerPorts
  readonly offline: boolean
  readonly now: Timestamp
  readonly diagnostics: Diagnostics
  readonly signal: AbortSignal
  readonly timer: Timer
  readonly matchesVersion?: VersionMatcher
  /** Whether all scanners there are take part: only then an unused suppression is one. */
  readonly allScanners: boolean
}

export interface GateRequest extends ScanRequest {
  /** Already without what the policy excludes. */
  readonly base: SourceTree | null
  readonly judged: JudgedTree
  /** What the report is stamped with. */
  readonly judgedAt: Timestamp
  /** The policy files of both trees, whether or not it is them that judge. */
  readonly proposed: { readonly head: PolicyFile; readonly base: PolicyFile }
  readonly advisoriesMissing: boolean
  /** What was missing before a scanner ran. */
  readonly troubles: readonly Trouble[]
}

export async function runScan(request: ScanRequest): Promise<ScanReport> {
  const results = (await runScanners(runRequest(request, request.tree))).map(plainResult)
  const findings = allFindings(request, results)
  return {
    scanners: reportScanners(request.scanners, results),
    findings: withStates(findings, new Set()),
    remedies: remediesOf(results),
    controls: controlAnswers(results),
  }
}

export async function runGate(request: GateRequest): Promise<GateReport> {
  const run = runRequest(request, request.tree)
  const results = (await runScanners(run)).map(plainResult)
  const existing = request.base
    ? await existingFingerprints({ run, base: request.base, results })
    : new Set<string>()
  const proposed = await checkProposedPolicies(request)
  for (const finding of proposed.base) existing.add(finding.fingerprint)
  const findings = allFindings(request, results, proposed.head)
  const stated = withStates(findings, existing)
  const { policy, source, digest } = request.loaded
  const judgement = judge({
    policy,
    results,
    findings: stated,
    problems: request.tree.problems.length,
    troubles: request.troubles,
    advisoriesMissing: request.advisoriesMissing,
    maxAdvisoryAgeMs:
      policy.advisories.maxAge === undefined ? undefined : parseDuration(policy.advisories.maxAge),
    now: request.now,
  })
  return {
    verdict: judgement.verdict,
    reasons: judgement.reasons,
    policy: { source, digest },
    advisories: advisorySources(results),
    judgedAt: formatTimestamp(request.judgedAt),
    tree: request.judged,
    scanners: reportScanners(request.scanners, results),
    findings: stated.map((finding) => ({
      ...finding,
      blocking: judgement.blocking.has(finding.fingerprint),
    })),
    remedies: remediesOf(results),
    controls: controlAnswers(results),
  }
}

function runRequest(request: ScanRequest, tree: SourceTree): RunRequest {
  const { scanners, ports, offline, now, diagnostics, signal, timer } = request
  const configure = (id: string): ScannerRun => configureScanner(id, request.loaded)
  return { scanners, tree, configure, ports, offline, now, diagnostics, signal, timer }
}

const DEFAULT_TIMEOUT_MS = 120_000

function configureScanner(id: string, { policy }: LoadedPolicy): ScannerRun {
  const section = Object.hasOwn(policy.scanners, id) ? policy.scanners[id] : undefined
  return {
    enabled: section?.enabled ?? true,
    timeoutMs: section ? parseDuration(section.timeout) : DEFAULT_TIMEOUT_MS,
    settings: settingsOf(id, section?.settings, policy),
  }
}

type Settings = Record<string, unknown> | undefined

/** What the policy says elsewhere, in the words of a scanner's own settings. */
function settingsOf(id: string, settings: Settings, policy: GatePolicy): Settings {
  if (id === 'dependencies') return withPrivateRegistries(settings, policy)
  if (id === 'compliance') return withAdvisoryThreshold(settings, policy)
  return settings
}

/** The least severe advisory that blocks. Where none does, the check keeps a threshold of its own. */
function withAdvisoryThreshold(settings: Settings, policy: GatePolicy): Settings {
  const threshold = thresholdOf('dependencies', policy)
  const named = typeof threshold === 'string' ? [threshold] : Object.keys(threshold)
  const least = SEVERITIES.findLast((severity) => named.includes(severity))
  return least === undefined ? settings : { 'advisory-threshold': least, ...settings }
}

/** `registries.private` in the words of the dependency scanner's own settings, which win. */
function withPrivateRegistries(settings: Settings, { registries }: GatePolicy): Settings {
  if (registries.private.length === 0) return settings
  return {
    'private-registries': registries.private.filter((name) => !name.startsWith('@')),
    'private-scopes': registries.private.filter((name) => name.startsWith('@')),
    ...settings,
  }
}

/** A change that breaks its own policy would stop the gate of the next one. */
async function checkProposedPolicies({ proposed, scanners }: GateRequest) {
  const ids = scanners.map((scanner) => scanner.id)
  const check = async (file: PolicyFile) =>
    fingerprintFindings(POLICY_SCANNER, await checkPolicyFile(file, ids))
  return { head: await check(proposed.head), base: await check(proposed.base) }
}

function allFindings(
  request: ScanRequest,
  results: readonly ScannerResult[],
  proposed: readonly FingerprintedFinding[] = [],
): ScannedFindings {
  const ofScanners = results.flatMap((result) => fingerprintFindings(result.id, result.output.findings))
  const scanned = [...ofScanners, ...proposed]
  const complete = new Set(
    results.filter((result) => result.status === 'complete').map((result) => result.id),
  )
  const whole = results.every((result) => result.status === 'complete' || result.files === 0)
  if (request.allScanners && whole) complete.add('*')
  const suppressions = applySuppressions({
    findings: scanned,
    loaded: request.loaded,
    now: request.now,
    completeScanners: complete,
    ...(request.matchesVersion ? { matchesVersion: request.matchesVersion } : {}),
  })
  const own = fingerprintFindings(POLICY_SCANNER, suppressions.findings)
  return { findings: [...scanned, ...own].sort(compareFindings), suppressed: suppressions.suppressed }
}

interface ScannedFindings {
  readonly findings: readonly FingerprintedFinding[]
  readonly suppressed: ReturnType<typeof applySuppressions>['suppressed']
}

function withStates(
  { findings, suppressed }: ScannedFindings,
  existing: ReadonlySet<string>,
): ReportedFinding[] {
  return findings.map((finding) => {
    const suppression = suppressed.get(finding.fingerprint)
    const state = suppression ? 'suppressed' : existing.has(finding.fingerprint) ? 'existing' : 'new'
    return {
      ...finding,
      id: `SP-${finding.fingerprint.slice(0, 12)}`,
      state,
      blocking: false,
      suppression: suppression
        ? { reason: suppression.reason, owner: suppression.owner, expires: suppression.expires }
        : null,
    }
  })
}

function reportScanners(scanners: readonly Scanner[], results: readonly ScannerResult[]): ReportedScanner[] {
  return results.map((result) => ({
    id: result.id,
    title: scanners.find((scanner) => scanner.id === result.id)?.title ?? result.id,
    status: result.status,
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    files: result.files,
    fileErrors: result.output.fileErrors,
  }))
}

/** Words of scanners go into reports that others read: no path of this machine may stand in them. */
function plainResult(result: ScannerResult): ScannerResult {
  const fileErrors = result.output.fileErrors.map((error) => ({
    ...error,
    message: plainReason(error.message),
  }))
  const sorted = fileErrors.sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : (a.line ?? 0) - (b.line ?? 0),
  )
  return {
    ...result,
    ...(result.reason === undefined ? {} : { reason: plainReason(result.reason) }),
    output: { ...result.output, fileErrors: sorted },
  }
}

function remediesOf(results: readonly ScannerResult[]): string[] {
  return results.flatMap((result) => result.output.remedies ?? []).map(plainReason)
}

function controlAnswers(results: readonly ScannerResult[]): ControlAnswer[] {
  return results
    .flatMap((result) => result.output.controls ?? [])
    .map((control) => ({ ...control, reason: plainReason(control.reason) }))
    .sort((a, b) => a.number - b.number)
}

function advisorySources(results: readonly ScannerResult[]): AdvisorySource[] {
  const all = results.flatMap((result) => result.output.advisories ?? [])
  const unique = new Map(
    all.map((one) => [`${one.source}\0${one.digest}`, { ...one, source: plainReason(one.source) }]),
  )
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, source]) => source)
}
