/**
 * What base already had: the same scanners over the base tree, as little of it as gives the same
 * answer. A scanner that could not finish on base makes nothing existing: what might be new counts as
 * new.
 *
 * A file that base has under another name, and that the change took away there, was moved: what base
 * said about it still stands. A copy was not moved.
 */
import { comparePaths, type SourceTree, type TreeFile } from '../repository/source-tree.ts'
import type { Finding } from './finding.ts'
import { fingerprintFindings } from './fingerprint.ts'
import { persistingFingerprints } from './persisting.ts'
import { type KnownFiles, type RunRequest, runScanners } from './runner.ts'
import type { Scanner, ScannerResult } from './scanner.ts'

export interface BaselineInput {
  /** How the head tree was judged. */
  readonly run: RunRequest
  readonly base: SourceTree
  readonly results: readonly ScannerResult[]
}

/** Fingerprints of the findings that base has, and of those in head that it has of another version. */
export async function existingFingerprints({ run, base, results }: BaselineInput): Promise<Set<string>> {
  const unchanged = findUnchanged(run.tree, base)
  const headResult = new Map(results.map((result) => [result.id, result]))
  const reused = new Set<string>()
  const isSame = sameAnswer(run.tree, base, unchanged)
  const known = (scanner: Scanner): ScannerResult | undefined => {
    const before = (scanner.after ?? []).every((id) => !headResult.has(id) || reused.has(id))
    if (!before || !isSame(scanner)) return undefined
    reused.add(scanner.id)
    return headResult.get(scanner.id)
  }
  const knownFiles = (scanner: Scanner): KnownFiles | undefined =>
    scanner.perFile ? knownOf(headResult.get(scanner.id), unchanged) : undefined
  const baseResults = await runScanners({ ...run, tree: base, known, knownFiles })
  const moved = findMoved(run.tree, base)
  const existing = new Set<string>()
  for (const { id, status, output } of baseResults) {
    if (status !== 'complete' && !reused.has(id)) continue
    const findings = output.findings.map((finding) => atNewPath(finding, moved))
    const before = fingerprintFindings(id, findings)
    const now = fingerprintFindings(id, headResult.get(id)?.output.findings ?? [])
    for (const { fingerprint } of before) existing.add(fingerprint)
    for (const fingerprint of persistingFingerprints(now, before)) existing.add(fingerprint)
  }
  return existing
}

/** Paths with the same bytes in both, by their git object ids. */
function findUnchanged(head: SourceTree, base: SourceTree): Set<string> {
  const inHead = new Map(head.files.map((file) => [file.path, file.oid]))
  const unchanged = base.files.filter((file) => file.oid !== undefined && inHead.get(file.path) === file.oid)
  return new Set(unchanged.map((file) => file.path))
}

/** Whether a scanner reads the same in both trees. */
function sameAnswer(
  head: SourceTree,
  base: SourceTree,
  unchanged: ReadonlySet<string>,
): (scanner: Scanner) => boolean {
  const samePaths =
    head.files.length === base.files.length &&
    head.files.every((file, index) => file.path === base.files[index]?.path)
  const changed = base.files.filter((file) => !unchanged.has(file.path))
  return (scanner) => samePaths && changed.every((file) => !wants(scanner, file.path))
}

/** What a scanner that judges each file by itself said about files that are the same in both. */
function knownOf(result: ScannerResult | undefined, unchanged: ReadonlySet<string>): KnownFiles | undefined {
  const isUsable = result?.status === 'complete' || result?.status === 'partial'
  if (!isUsable || result.output.incomplete !== undefined) return undefined
  const { findings, fileErrors } = result.output
  return {
    paths: unchanged,
    output: {
      findings: findings.filter(({ path }) => unchanged.has(path)),
      fileErrors: fileErrors.filter(({ path }) => unchanged.has(path)),
    },
  }
}

/** From a path that only base has to the path that only head has, with the same bytes. */
function findMoved(head: SourceTree, base: SourceTree): ReadonlyMap<string, string> {
  const moved = new Map<string, string>()
  const arrived = byContent(without(head, base))
  for (const [oid, gone] of byContent(without(base, head))) {
    gone.forEach((from, index) => {
      const to = arrived.get(oid)?.[index]
      if (to !== undefined) moved.set(from, to)
    })
  }
  return moved
}

function without(tree: SourceTree, other: SourceTree): readonly TreeFile[] {
  const paths = new Set(other.files.map((file) => file.path))
  return tree.files.filter((file) => !paths.has(file.path))
}

function byContent(files: readonly TreeFile[]): Map<string, string[]> {
  const paths = new Map<string, string[]>()
  for (const { oid, path } of files) {
    if (oid !== undefined) paths.set(oid, [...(paths.get(oid) ?? []), path].sort(comparePaths))
  }
  return paths
}

function atNewPath(finding: Finding, moved: ReadonlyMap<string, string>): Finding {
  const path = moved.get(finding.path)
  return path === undefined ? finding : { ...finding, path }
}

function wants(scanner: Scanner, path: string): boolean {
  try {
    return scanner.wants(path)
  } catch {
    // The runner gives it its status; here it only means that nothing can be reused.
    return true
  }
}
