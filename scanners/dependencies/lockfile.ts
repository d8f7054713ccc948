/**
 * The contract of a lockfile format: text in, positioned packages and their edges out. A format does no
 * I/O of its own, never runs a package manager, and never guesses what the file does not record.
 *
 * Adding one: a file in `lockfiles/`, a line in `lockfiles/formats.ts`, fixtures in
 * `test/scanners/dependencies/lockfiles/`.
 */
import type { SallyportError } from '../../src/base/errors.ts'
import type { DependencyScope } from '../../src/gate/finding.ts'

export interface LockfileFormat {
  /** The file's usual name, or the tool's; `sallyport packages --as ID` takes it. */
  readonly id: string
  /** OSV's names of the ecosystems it may yield. */
  readonly ecosystems: readonly string[]
  /** Cheap: called with every path of the tree. */
  wants(path: string): boolean
  /** Other files that {@link Siblings} may be asked for; cheap as well. */
  wantsBeside?(path: string): boolean
  /**
   * What cannot be understood at all is thrown as `LOCKFILE_INVALID` with its line (see
   * {@link lockfileError}); what is broken in one entry stands in {@link LockfileContent.errors} while
   * the rest is read.
   */
  parse(file: LockfileText, siblings: Siblings): LockfileContent | Promise<LockfileContent>
  /** For what is no text: asked instead of {@link parse}. */
  parseBytes?(path: string, bytes: Uint8Array): LockfileContent
  /** For files that may be large: asked instead of {@link parse} by whoever can do with listings. */
  parsePieces?(file: LockfilePieces, siblings: Siblings): Promise<LockfileListing>
}

export interface LockfileText {
  /** Relative to the tree, with `/`. */
  readonly path: string
  /** Decoded UTF-8 (or UTF-16 by its mark), without a byte order mark; line ends as they are. */
  readonly text: string
}

/** A text that need not be held whole. */
export interface LockfilePieces {
  readonly path: string
  /** As {@link LockfileText.text}, once through. @throws `ENCODING_INVALID`, and what reading throws */
  readonly pieces: Iterator<string>
}

/** Files of the same tree. `undefined`: not there, or not readable. Paths are relative to the tree. */
export interface Siblings {
  read(path: string): Promise<LockfileText | undefined>
  /** Whether this run reads that file as a lockfile itself; what it names is found there. Absent: of no other file. */
  isReadItself?(path: string): boolean
}

export const NO_SIBLINGS: Siblings = { read: async () => undefined }

/** A list whose elements may be made as they are asked for, each time anew; an array is one. */
export interface Listing<T> extends Iterable<T> {
  readonly length: number
  at(position: number): T | undefined
}

export interface LockfileListing {
  readonly packages: Listing<LockedPackage>
  /** `[dependent, dependency]` as positions in `packages`; {@link ROOT} is the project itself. */
  readonly edges: Listing<Edge>
  readonly errors: readonly LockfileProblem[]
  /** Where the lockfile does not say what its manifest asks for. */
  readonly disagreements?: readonly Disagreement[]
  /** Whom the file tells the package manager to ask besides the default; which of them answers is not recorded. */
  readonly registries?: readonly AskedRegistry[]
}

/** A listing that is all there. */
export interface LockfileContent extends LockfileListing {
  readonly packages: readonly LockedPackage[]
  readonly edges: readonly Edge[]
}

/** `range` is what the dependent asks for, in its ecosystem's own words, where the file records it. */
export type Edge = readonly [from: number, to: number, range?: string]

/** The project itself, which is not among the packages. */
export const ROOT = -1

export interface LockedPackage {
  /** OSV's name of the ecosystem, with its suffix where it has one. */
  readonly ecosystem: string
  /** As the file writes it; advisories are looked up by the ecosystem's normal form. */
  readonly name: string
  /** As the file writes it; empty where it records none (a git dependency, a path). */
  readonly version: string
  readonly source: PackageSource
  readonly scope: DependencyScope
  /** Asked for by the project or one of its workspaces; `null` where the file does not say. */
  readonly direct: boolean | null
  /** From 1: where a person would look, the entry's first and last line. */
  readonly line: number
  readonly column?: number
  readonly endLine: number
  /** `false` where the format records checksums and this entry has none; absent where it does not apply. */
  readonly integrity?: boolean
  readonly hasInstallScript?: boolean
  /** SPDX expression or whatever the file says. */
  readonly licence?: string
}

export type PackageSource =
  /** `url` is the registry's, `null` for the ecosystem's default. */
  | { readonly kind: 'registry'; readonly url: string | null }
  | { readonly kind: 'git'; readonly url: string; readonly commit: string | null }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'path'; readonly path: string }
  /** A member of this very project. */
  | { readonly kind: 'workspace'; readonly path: string }

export const DEFAULT_REGISTRY: PackageSource = { kind: 'registry', url: null }

export interface LockfileProblem {
  readonly line?: number
  /** `LOCKFILE_INVALID`, `LOCKFILE_UNSUPPORTED`, `LOCKFILE_UNRESOLVED`, … */
  readonly code: SallyportError['code']
  readonly message: string
}

export interface AskedRegistry {
  readonly url: string
  readonly line: number
  readonly endLine: number
}

export interface Disagreement {
  readonly line: number
  readonly name: string
  readonly message: string
}
