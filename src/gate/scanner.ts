/**
 * The contract of a scanner. A scanner never prints, exits, or throws for bad input: what it cannot
 * read wholly is a file error, and a file error makes its status `partial`. What it throws all the
 * same makes its status `failed`. Neither counts as clean.
 */
import type { Diagnostics } from '../base/diagnostics.ts'
import type { Timestamp } from '../base/time.ts'
import type { Finding } from './finding.ts'

/** Ports that a scanner may ask for; the runner gives what was asked for and can be had. */
export interface ScannerPorts {
  readonly http?: HttpPort
  readonly cache?: CachePort
  /** Files that come with the program: grammars, tables. */
  readonly assets?: AssetPort
  /** The folder given with `--advisories`, in OSV's layout. */
  readonly advisories?: AdvisoryFolder
  /** For bounds on work that does not wait, during which no abort can arrive. */
  readonly stopwatch?: StopwatchPort
}
export type PortName = keyof ScannerPorts

export interface HttpPort {
  /** Bounded in time and size; throws `HTTP_FAILED` when no answer came. */
  request(request: {
    readonly method: 'GET' | 'POST'
    readonly url: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: Uint8Array
    readonly maxBytes: number
    readonly timeoutMs: number
    readonly signal?: AbortSignal
  }): Promise<{
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: Uint8Array
  }>
}

export interface CachePort {
  /** An absolute folder of the caller's own, created on demand with mode 0700. */
  readonly folder: string
}

export interface AssetPort {
  /** Reads a file that is shipped with the program, by its base name. */
  read(name: string): Promise<Uint8Array>
}

export interface StopwatchPort {
  /** Monotonic milliseconds since an arbitrary origin. */
  elapsedMs(): number
}

export interface AdvisoryFolder {
  readonly folder: string
}

/** A file of the tree being judged. */
export interface ScanFile {
  /** Relative to the tree, with `/`. */
  readonly path: string
  readonly size: number
  /** @throws `LIMIT_EXCEEDED` over `limits.file`, `FILE_UNREADABLE` */
  read(): Promise<Uint8Array>
  /**
   * Where it need not be held whole: its bytes in order, once through, while whoever reads them does not wait. A piece
   * is gone with the next one; reading throws as {@link read} does.
   */
  readPieces?(): Promise<Iterable<Uint8Array>>
}

export interface ScanInput {
  /** The files that {@link Scanner.wants}, sorted by path. */
  readonly files: readonly ScanFile[]
  /** Every path of the tree, sorted: for questions about what is not there. */
  readonly paths: readonly string[]
  /** Results of the scanners named in `after`. */
  readonly results: ReadonlyMap<string, ScannerResult>
  readonly ports: ScannerPorts
  /** The scanner's own section of the gate policy, not yet decoded. */
  readonly settings: unknown
  readonly offline: boolean
  readonly now: Timestamp
  readonly diagnostics: Diagnostics
  readonly signal: AbortSignal
}

export interface FileError {
  readonly path: string
  readonly line?: number
  readonly code: string
  readonly message: string
}

/** Where advisories came from, for the verdict. */
export interface AdvisorySource {
  readonly source: string
  readonly digest: string
  /** The newest `modified` among them, RFC 3339. */
  readonly asOf: string | null
}

/**
 * `not determined` where it could not be found out: something was not read, or another scanner did
 * not finish. It is never a pass.
 */
export type Answer = 'pass' | 'fail' | 'not applicable' | 'not determined'

/** The answer to one check of a list of controls. */
export interface ControlAnswer {
  /** The id of the rule. */
  readonly check: string
  /** Its number in Sallyport's list of controls. */
  readonly number: number
  readonly title: string
  /** Assessment requirements of the OSPS Baseline that it speaks to. */
  readonly osps: readonly string[]
  /** Ids of other catalogues whose requirements this answer supports; it proves none of them. */
  readonly supports: readonly string[]
  readonly answer: Answer
  /** Why, in one sentence. */
  readonly reason: string
}

export interface ScanOutput {
  readonly findings: readonly Finding[]
  readonly fileErrors: readonly FileError[]
  /** Set where something that is not a file was missed (a source was down); makes the status `partial`. */
  readonly incomplete?: string
  /** Set where the scanner could not do its work at all though nothing is broken; the status is `skipped`. */
  readonly skipped?: string
  readonly advisories?: readonly AdvisorySource[]
  /** What ends several findings at once, most urgent first: one line each. */
  readonly remedies?: readonly string[]
  /** For a report's table; what fails is a finding as well. */
  readonly controls?: readonly ControlAnswer[]
  /** What other scanners may read (`after`), typed by the scanner that offers it. */
  readonly facts?: unknown
}

export type ScannerStatus = 'complete' | 'partial' | 'failed' | 'skipped'

export interface ScannerResult {
  readonly id: string
  readonly status: ScannerStatus
  readonly reason?: string
  /** How many files it was given. */
  readonly files: number
  readonly output: ScanOutput
}

export interface Scanner {
  /** kebab-case; folder name and policy key. */
  readonly id: string
  readonly title: string
  /** Scanners whose results this one reads. */
  readonly after?: readonly string[]
  readonly needs?: readonly PortName[]
  /**
   * Set where the findings of a file depend on nothing but that file's path and bytes: a comparison with
   * base then reads only the files that differ.
   */
  readonly perFile?: true
  /** Cheap: called with every path of the tree. */
  wants(path: string): boolean
  scan(input: ScanInput): Promise<ScanOutput>
}
