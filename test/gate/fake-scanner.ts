/** Scanners, trees and findings with everything in order, for tests that change one thing. */
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { parseTimestamp } from '../../src/base/time.ts'
import type { Finding } from '../../src/gate/finding.ts'
import type { GateRequest } from '../../src/gate/gate.ts'
import { builtInPolicy } from '../../src/gate/policy/loaded-policy.ts'
import { readPolicy } from '../../src/gate/policy/read-policy.ts'
import type { Scanner, ScanOutput } from '../../src/gate/scanner.ts'
import { type SourceTree, sortByPath } from '../../src/repository/source-tree.ts'
import { blobId } from '../../src/repository/tree-digest.ts'

export const NOW = parseTimestamp('2026-11-22T08:00:00Z')

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    rule: 'a-rule',
    severity: 'high',
    confidence: 'high',
    title: 'A title',
    message: 'Why, and what to do.',
    path: 'a.txt',
    line: 1,
    column: 1,
    endLine: 1,
    package: null,
    advisory: null,
    identity: ['text'],
    ...change,
  }
}

export function scanner(
  id: string,
  result: ScanOutput | ((input: Parameters<Scanner['scan']>[0]) => unknown),
  change: Partial<Scanner> = {},
): Scanner {
  return {
    id,
    title: id,
    wants: () => true,
    scan: async (input) => (typeof result === 'function' ? await result(input) : result) as ScanOutput,
    ...change,
  }
}

export const found = (...findings: Finding[]): ScanOutput => ({ findings, fileErrors: [] })

/** One finding for each line `bad …`, its identity the line. */
export const lineScanner = (change: Partial<Scanner> = {}): Scanner =>
  scanner(
    'lines',
    async (input) => {
      const findings: Finding[] = []
      for (const file of input.files) {
        const lines = Buffer.from(await file.read())
          .toString()
          .split('\n')
        lines.forEach((text, index) => {
          const line = index + 1
          if (text.startsWith('bad'))
            findings.push(finding({ path: file.path, line, endLine: line, identity: [text] }))
        })
      }
      return { findings, fileErrors: [] }
    },
    change,
  )

export function treeOf(files: Readonly<Record<string, string>>): SourceTree {
  const entries = Object.entries(files).map(([path, text]) => {
    const bytes = new TextEncoder().encode(text)
    return {
      path,
      size: bytes.length,
      executable: false,
      oid: blobId(bytes, 'sha1'),
      read: async () => bytes,
    }
  })
  return { files: sortByPath(entries), links: [], problems: [] }
}

export const policyOf = (text: string) => readPolicy(new TextEncoder().encode(text), 'test')

export function gateRequest(change: Partial<GateRequest>): GateRequest {
  return {
    scanners: [],
    tree: treeOf({ 'a.txt': 'x' }),
    base: null,
    loaded: builtInPolicy(),
    ports: {},
    offline: true,
    now: NOW,
    diagnostics: silentDiagnostics,
    signal: new AbortController().signal,
    timer: () => () => {},
    allScanners: true,
    judged: { digest: 'sha256:00', commit: null, base: null },
    judgedAt: NOW,
    proposed: { head: null, base: null },
    advisoriesMissing: false,
    troubles: [],
    ...change,
  }
}
