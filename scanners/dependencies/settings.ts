/** The scanner's section of the gate policy, and what holds where a policy has none. */
import type { Severity } from '../../src/gate/finding.ts'
import sources from './advisories/sources.json' with { type: 'json' }
import type { LicenceSettings } from './licences/findings.ts'

export interface DependencySettings {
  /** URLs or hosts of registries whose packages no public advisory is about. */
  readonly privateRegistries: readonly string[]
  /** `@scope` or `vendor/` prefixes of private names. */
  readonly privateScopes: readonly string[]
  /** Registries that a package may come from; `undefined` allows all. */
  readonly allowedRegistries: readonly string[] | undefined
  readonly apiUrl: string
  readonly maxAgeMs: number | undefined
  /** Versions younger than this are warned of. */
  readonly coolDownMs: number | undefined
  /** Names of packages that may run a script when they are installed. */
  readonly installScripts: readonly string[]
  readonly licences: LicenceSettings | undefined
  /** To which severity a finding rises that is known, or likely, to be exploited. */
  readonly raise: {
    readonly knownExploited: Severity | undefined
    readonly epss: { readonly atLeast: number; readonly to: Severity } | undefined
  }
  /** Files of the tree with statements about what does not affect it. */
  readonly vex: readonly PinnedFile[]
}

export interface PinnedFile {
  readonly path: string
  /** Hex. */
  readonly sha256: string
}

const DEFAULT_SETTINGS: DependencySettings = {
  privateRegistries: [],
  privateScopes: [],
  allowedRegistries: undefined,
  apiUrl: sources.api,
  maxAgeMs: undefined,
  coolDownMs: undefined,
  installScripts: [],
  licences: undefined,
  raise: { knownExploited: undefined, epss: undefined },
  vex: [],
}

/** The schema is loaded with the first section that says something. @throws `POLICY_INVALID` */
export async function readSettings(section: unknown): Promise<DependencySettings> {
  if (section === undefined) return DEFAULT_SETTINGS
  const { decodeSettings } = await import('./settings-schema.ts')
  return decodeSettings(section)
}
