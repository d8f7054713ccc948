/** What npm's lockfile says of one place in `node_modules`. */
export interface PlacedEntry {
  /** `node_modules/a/node_modules/b`, `packages/tool`, or empty for the project itself. */
  readonly location: string
  /** Of its key, from 1. */
  readonly line: number
  readonly column: number
  endLine: number
  name?: string
  version?: string
  resolved?: string
  licence?: string
  integrity: boolean
  link: boolean
  dev: boolean
  optional: boolean
  devOptional: boolean
  peer: boolean
  bundled: boolean
  hasInstallScript: boolean
  /** Version 1 names registry packages by their version and others by where they come from. */
  readonly legacy: boolean
}

export interface LockEntry extends PlacedEntry {
  requests: readonly Request[]
}

export interface Request {
  readonly name: string
  /** A range, a tag, an URL, `npm:name@range`, … */
  readonly spec: string
  readonly kind: RequestKind
}

export type RequestKind = 'prod' | 'dev' | 'optional' | 'peer'
