/** Every fuzz target; a room adds its own with one line. */
import { dependencyTargets } from './dependencies.ts'
import { lockfileTargets } from './lockfiles.ts'
import { proxyTargets } from './proxies.ts'
import type { FuzzTarget } from './target.ts'
import { tunnelTargets } from './tunnel.ts'

export function allTargets(): FuzzTarget[] {
  return [...lockfileTargets(), ...dependencyTargets(), ...tunnelTargets(), ...proxyTargets()]
}
