/** Runners that come and go at a rate, whether the coordinator keeps up or not. */
import { createCoordinatorClient, type HttpPort } from '../../src/api/coordinator-client.ts'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { startControlSession } from '../../src/mesh/control/control-session.ts'
import { leave, requestAdmission } from '../../src/mesh/control/membership.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createHttpClient } from '../../src/platform/http.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { admissionAudience } from '../../src/trust/audience.ts'
import { parsePublicKey } from '../../src/trust/keys.ts'
import { AGENTS_PER_EDGE, applicationOf, RULES, repositoryOf, type World } from './world.ts'

/** How long a runner stays. */
const STAY_MS = 3_000

export interface Join {
  /** Request to the reply that says that every agent acknowledged. */
  readonly ms: number
  readonly isComplete: boolean
}

export interface Load {
  readonly url: string
  readonly nodes: number
  readonly perSecond: number
  readonly seconds: number
}

export async function runRunners(world: World, { url, nodes, perSecond, seconds }: Load): Promise<Join[]> {
  const http = createHttpClient()
  const groups = Math.min(RULES, Math.floor(nodes / AGENTS_PER_EDGE))
  const joins: Promise<Join>[] = []
  const stays: Promise<void>[] = []
  const begun = performance.now()
  for (let count = 0; count < perSecond * seconds; count++) {
    const wait = begun + (count * 1_000) / perSecond - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const { joined, left } = runOne(world, http, url, count % groups)
    joins.push(joined)
    stays.push(left)
  }
  const done = await Promise.all(joins)
  await Promise.all(stays)
  await http.close()
  return done
}

function runOne(world: World, http: HttpPort, url: string, rule: number) {
  const key = ed25519KeyPair(systemRandom.bytes(32))
  const shared = { key, clock: systemClock, random: systemRandom }
  const client = createCoordinatorClient({ url, root: parsePublicKey('root', world.root), http, ...shared })
  const keys = { wireguard: systemRandom.bytes(32), machine: key.publicKey }
  const token = tokenFor(world, keys, rule)
  const join = async (): Promise<Join> => {
    const asked = performance.now()
    const reply = await requestAdmission(client, {
      token,
      keys,
      application: applicationOf(rule),
      environment: 'staging',
      approval: null,
      endpoints: ['192.0.2.9:41641'],
    })
    const isComplete = reply.unacknowledged.length === 0 && reply.peers.length === AGENTS_PER_EDGE
    return { ms: performance.now() - asked, isComplete }
  }
  // One that is refused, or waits too long, is a join that took for ever.
  const joined = join().catch(() => ({ ms: Number.POSITIVE_INFINITY, isComplete: false }))
  const stay = async (): Promise<void> => {
    if (!Number.isFinite((await joined).ms)) return
    const session = startControlSession({
      client,
      ...shared,
      diagnostics: silentDiagnostics,
      onMap: async () => [],
      onExpired: () => undefined,
      onRelayCredential: () => undefined,
    })
    await new Promise((resolve) => setTimeout(resolve, STAY_MS))
    session.close()
    await leave(client).catch(() => undefined)
  }
  return { joined, left: stay() }
}

function tokenFor(world: World, keys: { wireguard: Uint8Array; machine: Uint8Array }, rule: number): string {
  return world.issuer.mintWorkload({
    now: systemClock.now(),
    claims: { environment: 'staging', repository_id: repositoryOf(rule), repository: `octo/app-${rule}` },
    audience: admissionAudience({
      coordinatorId: world.coordinatorId,
      wireguardKey: keys.wireguard,
      machineKey: keys.machine,
      approvalDigest: undefined,
    }),
  })
}
