/**
 * What base already had: the same scanners over the base tree, as little of it as gives the same
 * answer. A scanner that could not finish on base makes nothing existing: what might be new counts as
 * new.
 */
import type { SourceTree } from '../repository/source-tree.ts'
import { fingerprintFindings } from './fingerprint.ts'
import { type RunRequest, runScanners } from './runner.ts'
import type { Scanner, ScannerResult } from './scanner.ts'

export interface BaselineInput {
  /** How the head tree was judged. */
  readonly run: RunRequest
  readonly base: SourceTree
  readonly results: readonly ScannerResult[]
}

/** Fingerprints of the findings that base has. */
export async function existingFingerprints({ run, base, results }: BaselineInput): Promise<Set<string>> {
  const unchanged = findUnchanged(run.tree, base)
  const samePaths = sameTexts(pathsOf(run.tree), pathsOf(base))
  const headResult = new Map(results.map((result) => [result.id, result]))
  const reused = new Set<string>()
  const isSame = (scanner: Scanner): boolean =>
    samePaths &&
    (scanner.after ?? []).every((id) => !headResult.has(id) || reused.has(id)) &&
    base.files.every((file) => unchanged.has(file.path) || !wants(scanner, file.path))
  const known = (scanner: Scanner): ScannerResult | undefined => {
    if (!isSame(scanner)) return undefined
    reused.add(scanner.id)
    return headResult.get(scanner.id)
  }
  // The files of a scanner that judges each by itself: those that are the same give the same.
  const select = (scanner: Scanner, path: string): boolean => !scanner.perFile || !unchanged.has(path)
  const baseResults = await runScanners({ ...run, tree: base, known, select })
  const existing = new Set<string>()
  for (const result of baseResults) {
    const isWhole = result.status === 'complete' || reused.has(result.id)
    if (isWhole) addAll(existing, fingerprintFindings(result.id, result.output.findings))
    const scanner = run.scanners.find((one) => one.id === result.id)
    if (scanner?.perFile) {
      const head = fingerprintFindings(result.id, headResult.get(result.id)?.output.findings ?? [])
      addAll(
        existing,
        head.filter((finding) => unchanged.has(finding.path)),
      )
    }
  }
  return existing
}

/** Paths with the same bytes in both, by their git object ids. */
function findUnchanged(head: SourceTree, base: SourceTree): Set<string> {
  const inHead = new Map(head.files.map((file) => [file.path, file.oid]))
  const unchanged = base.files.filter((file) => file.oid !== undefined && inHead.get(file.path) === file.oid)
  return new Set(unchanged.map((file) => file.path))
}

function pathsOf(tree: SourceTree): string[] {
  return tree.files.map((file) => file.path)
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index])
}

function wants(scanner: Scanner, path: string): boolean {
  try {
    return scanner.wants(path)
  } catch {
    // The runner gives it its status; here it only means that nothing can be reused.
    return true
  }
}

function addAll(set: Set<string>, findings: readonly { readonly fingerprint: string }[]): void {
  for (const finding of findings) set.add(finding.fingerprint)
}
