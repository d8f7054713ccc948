/** A tree in memory for scanners, and a scan of it as the gate would run it. */
import { readFile } from 'node:fs/promises'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import type { Timestamp } from '../../src/base/time.ts'
import type { ScanInput, Scanner, ScannerResult, ScanOutput, StopwatchPort } from '../../src/gate/scanner.ts'

export type Tree = Readonly<Record<string, string | Uint8Array>>

export interface ScanOptions {
  readonly settings?: unknown
  readonly results?: ReadonlyMap<string, ScannerResult>
  readonly signal?: AbortSignal
  readonly stopwatch?: StopwatchPort
}

const GRAMMAR_FOLDERS: Readonly<Record<string, string>> = {
  'web-tree-sitter.wasm': 'web-tree-sitter',
  'tree-sitter-javascript.wasm': 'tree-sitter-javascript',
  'tree-sitter-typescript.wasm': 'tree-sitter-typescript',
  'tree-sitter-tsx.wasm': 'tree-sitter-typescript',
}

/** Reads shipped files from where npm put them. */
export const assets = {
  read(name: string): Promise<Uint8Array> {
    const folder = GRAMMAR_FOLDERS[name]
    if (folder === undefined) throw new Error(`no asset named ${name}`)
    return readFile(new URL(`../../node_modules/${folder}/${name}`, import.meta.url))
  },
}

export function scanTree(scanner: Scanner, tree: Tree, options: ScanOptions = {}): Promise<ScanOutput> {
  const paths = Object.keys(tree).sort()
  const input: ScanInput = {
    files: paths.filter(scanner.wants).map((path) => toFile(path, tree[path]!)),
    paths,
    results: options.results ?? new Map(),
    ports: { assets, ...(options.stopwatch ? { stopwatch: options.stopwatch } : {}) },
    settings: options.settings,
    offline: true,
    now: Date.parse('2026-06-01T00:00:00Z') as Timestamp,
    diagnostics: silentDiagnostics,
    signal: options.signal ?? new AbortController().signal,
  }
  return scanner.scan(input)
}

/** The result that the gate's runner would make of an output. */
export function toResult(id: string, output: ScanOutput, files = 1): ScannerResult {
  const whole = output.fileErrors.length === 0 && output.incomplete === undefined
  return { id, status: whole ? 'complete' : 'partial', files, output }
}

function toFile(path: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { path, size: bytes.length, read: async () => bytes }
}
