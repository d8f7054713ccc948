import type { Verb } from './verb.ts'

/**
 * Every verb of the command line, in the order of `--help`. Each is loaded when it is called, so that
 * `sallyport versions` does not pay for the coordinator.
 */
export const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  // deciding
  gate: async () => (await import('./gate.ts')).gate,
  scan: async () => (await import('./scan.ts')).scan,
  // approving
  // connecting and deploying
  // operating
  'acl check': async () => (await import('./acl.ts')).aclCheck,
  'acl test': async () => (await import('./acl.ts')).aclTest,
  'acl explain': async () => (await import('./acl.ts')).aclExplain,
  'acl diff': async () => (await import('./acl.ts')).aclDiff,
}
