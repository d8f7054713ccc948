/** From the kind of source that a peer offers to one that the configuration allows. */
import type { IpPrefix } from '../../base/ip.ts'
import { SECOND } from '../../base/time.ts'
import type { AgentConfig } from '../config/load.ts'
import { httpsSource } from '../sources/https.ts'
import { runnerSource } from '../sources/runner.ts'
import type { Source } from '../sources/source.ts'
import type { DeploymentSource } from './deployment-request.ts'
import type { Peer } from './peer.ts'

const IDLE_TIMEOUT_MS = 30 * SECOND

export interface Offer {
  readonly peer: Peer
  readonly application: string
  /** Prefixes of the mesh: an `https` source never leads there. */
  readonly mesh: readonly IpPrefix[]
}

/** `undefined` where none is offered. @throws `SOURCE_REFUSED` */
export function openOfferedSource(
  config: AgentConfig,
  source: DeploymentSource,
  { peer, application, mesh }: Offer,
): Source | undefined {
  switch (source.kind) {
    case 'none':
      return undefined
    case 'runner': {
      const { port, path } = source
      return runnerSource({
        address: peer.address,
        port,
        path,
        dial: peer.dial,
        idleTimeoutMs: IDLE_TIMEOUT_MS,
      })
    }
    case 'https': {
      const prefixes = config.applications.get(application)?.https ?? []
      return httpsSource(source.url, { prefixes, mesh, idleTimeoutMs: IDLE_TIMEOUT_MS })
    }
  }
}
