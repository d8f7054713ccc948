/** The coordinator as a whole: opens the data directory, listens, serves, and ends in good order. */
import { resolve } from 'node:path'
import type { Relay } from '../api/messages/network-map.ts'
import { RELAY_PATH } from '../api/route-table.ts'
import type { Diagnostics } from '../base/diagnostics.ts'
import { SallyportError } from '../base/errors.ts'
import type { Random } from '../base/random.ts'
import { type Clock, SECOND } from '../base/time.ts'
import { readFileBounded } from '../platform/files.ts'
import { createHttpClient, type HttpClient } from '../platform/http.ts'
import { createIssuerKeySource, type IssuerKeySource } from '../trust/issuer-key-source.ts'
import { keyIdOf } from '../trust/keys.ts'
import { relayNameOf } from '../trust/relay-token.ts'
import { registeredEdgeRules } from './access/registered-edge-rules.ts'
import { createAccessRulesReader } from './access/rules-registration.ts'
import { createRefusalCounter } from './admission/refusal-counter.ts'
import type { CoordinatorContext } from './context.ts'
import { createEnvironmentsReader } from './environments/registration.ts'
import { startMetricsServer } from './http/metrics.ts'
import { createRequestCounts } from './http/request-counts.ts'
import {
  attachApplication,
  closeServer,
  DEFAULT_LIMITS,
  openServer,
  type ServerLimits,
} from './http/server.ts'
import type { CoordinatorIdentity } from './identity/coordinator-identity.ts'
import { logPath, openDataDirectory } from './identity/data-directory.ts'
import { lockDataDirectory } from './identity/directory-lock.ts'
import { readEarlierLogKeys } from './identity/earlier-keys.ts'
import { refuseForeignStore, storeLocationOf } from './identity/store-of-directory.ts'
import { findClockFloor, startMaintenance } from './maintenance.ts'
import { checkMeshDomain, writeMeshDomain } from './netmap/mesh-domain.ts'
import { currentMapVersion } from './netmap/network-map.ts'
import { createSessionRegistry } from './netmap/session-registry.ts'
import { createLeaseWatch } from './nodes/lease-watch.ts'
import { createMissingEntries } from './recovery/missing-entries.ts'
import { openRecovery } from './recovery/recovery.ts'
import { createRelayJudge } from './relay/relay-judge.ts'
import { createRelayServer, PAIR_LIMITS } from './relay/relay-server.ts'
import { registeredRelays } from './relay/relay-settings.ts'
import { startStunServer } from './relay/stun-server.ts'
import { followReplicas } from './replicas/following.ts'
import { openRelayList } from './replicas/relay-list.ts'
import { alone, createReplicas } from './replicas/replicas.ts'
import { createSteadyClock } from './steady-clock.ts'
import type { Store, StoreProbe } from './store/contract.ts'
import { openStore, type StoreLocation } from './store/store-location.ts'
import { type LogStep, openTransparencyLog } from './transparency/transparency-log.ts'
import { createCosigning, unwitnessed, type WitnessAddress } from './witness/cosigning.ts'

const ACKNOWLEDGE_MS = 10 * SECOND
const MAX_CONFIG_FILE = 1024 * 1024

export interface CoordinatorOptions {
  readonly folder: string
  /** Absent: where the data directory says. */
  readonly store?: StoreLocation
  readonly host: string
  /** 0 for a free one. */
  readonly port: number
  readonly tls?: { readonly certificate: string; readonly key: string }
  /** What clients address, where a proxy stands before us: `https://coordinator.example`. */
  readonly publicUrl?: string
  /** UDP port of the STUN responder; absent: the same number as the TCP port. */
  readonly stunPort?: number
  /** Behind the names of nodes; absent: as it was, at first `sallyport.internal`. */
  readonly meshDomain?: string
  /** Where Prometheus reads; absent: nowhere. */
  readonly metrics?: { readonly host: string; readonly port: number }
  /** Who is shown each checkpoint of the log. */
  readonly witnesses?: readonly WitnessAddress[]
  readonly clock: Clock
  readonly random: Random
  readonly diagnostics: Diagnostics
  readonly limits?: Partial<ServerLimits>
  readonly acknowledgeMs?: number
  /** For tests: told at each durable step. */
  readonly probe?: StoreProbe
  readonly reached?: (step: LogStep) => void
  readonly issuerKeys?: IssuerKeySource
}

export interface RunningCoordinator {
  readonly url: string
  readonly coordinatorId: string
  readonly context: CoordinatorContext
  readonly metricsPort: number | undefined
  /** Ends streams and requests in good order, then the store. */
  close(): Promise<void>
}

/** @throws `DATA_DIRECTORY_INVALID`, `STORE_FAILED`, `LOG_INCONSISTENT`, `USAGE`; nothing is left open then */
export async function startCoordinator(options: CoordinatorOptions): Promise<RunningCoordinator> {
  /** What was opened, to be closed in the opposite order. */
  const opened: (() => unknown)[] = []
  const end = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close()
  }
  try {
    const running = await open(options, (close) => void opened.push(close))
    let ended: Promise<void> | undefined
    const close = (): Promise<void> => {
      ended ??= end()
      return ended
    }
    return { ...running, close }
  } catch (thrown) {
    await end()
    throw thrown
  }
}

async function open(
  options: CoordinatorOptions,
  onClose: (close: () => unknown) => void,
): Promise<Omit<RunningCoordinator, 'close'>> {
  if (options.meshDomain !== undefined) checkMeshDomain(options.meshDomain)
  const identity = await openDataDirectory(options.folder)
  onClose(lockDataDirectory(options.folder))
  const location = options.store ?? (await storeLocationOf(options.folder))
  const store = await openStore(location, options.probe)
  onClose(() => store.close())
  await refuseForeignStore(store, identity, location)
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const { server, port } = await openServer({ ...options, limits })
  onClose(() => closeServer(server))
  const url = options.publicUrl ?? `${options.tls ? 'https' : 'http'}://${hostOf(options.host)}:${port}`
  const stun = await startStunServer(options.host, options.stunPort ?? port)
  onClose(() => stun.close())
  const mapVersion = await store.read(currentMapVersion)
  const http = createHttpClient()
  onClose(() => http.close())
  const context = await createContext(options, identity, store, { url, stunPort: stun.port, http })
  onClose(() => {
    for (const session of context.sessions.list()) session.end('shutdown')
    context.relay.close()
  })
  attachApplication(server, {
    context,
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    isTls: options.tls !== undefined,
    logFolder: logPath(options.folder),
  })
  const metrics = options.metrics && (await startMetricsServer(context, options.metrics))
  onClose(() => metrics?.close())
  onClose(startMaintenance(context))
  if (store.replicas) onClose(await followReplicas(context, store.replicas, mapVersion))
  return { url, coordinatorId: identity.coordinatorId, context, metricsPort: metrics?.port }
}

async function createContext(
  options: CoordinatorOptions,
  identity: CoordinatorIdentity,
  store: Store,
  outside: { readonly url: string; readonly stunPort: number; readonly http: HttpClient },
): Promise<CoordinatorContext> {
  const { random, diagnostics, folder, witnesses = [] } = options
  const { meshDomain } = options
  if (meshDomain !== undefined) await store.write('mesh-domain', (tx) => writeMeshDomain(tx, meshDomain))
  const clock = createSteadyClock(options.clock, await store.read(findClockFloor))
  const url = new URL(outside.url)
  const name = relayNameOf(url)
  const { root, keyList } = identity
  const judge = createRelayJudge({ root, name, keyList, clock, diagnostics })
  const relay = createRelayServer({ judge, name, clock, random, ...PAIR_LIMITS })
  const log = await openTransparencyLog({
    store,
    folder: logPath(folder),
    coordinatorId: identity.coordinatorId,
    key: identity.keys.log,
    earlierKeys: await store.read((tx) => readEarlierLogKeys(tx, identity.root)),
    ...(options.reached ? { reached: options.reached } : {}),
  })
  const accessRules = createAccessRulesReader()
  const environments = createEnvironmentsReader()
  const sessions = createSessionRegistry()
  const link = store.replicas
  return {
    identity,
    store,
    log,
    cosigning:
      witnesses.length === 0
        ? unwitnessed
        : createCosigning({ ...outside, witnesses, log, store, clock, diagnostics }),
    environments,
    accessRules,
    issuerKeys: options.issuerKeys ?? createSource(options, identity),
    refusals: createRefusalCounter(),
    requests: createRequestCounts(),
    edgeRules: registeredEdgeRules(accessRules, { environments, clock }),
    sessions,
    replicas: link ? createReplicas({ link, sessions, random, diagnostics }) : alone,
    leaseWatch: createLeaseWatch(clock),
    recovery: await openRecovery(store),
    missingEntries: createMissingEntries(store),
    relay,
    relays: await openRelayList({
      own: relayOf(identity, url, outside.stunPort),
      link,
      registered: async () => registeredRelays((await store.read(environments))?.file),
    }),
    clock,
    random,
    diagnostics,
    url: outside.url,
    folder,
    readFile: (path) => readFileBounded(resolve(folder, path), MAX_CONFIG_FILE),
    acknowledgeMs: options.acknowledgeMs ?? ACKNOWLEDGE_MS,
  }
}

function createSource({ folder, clock }: CoordinatorOptions, identity: CoordinatorIdentity): IssuerKeySource {
  return createIssuerKeySource({
    root: identity.root,
    clock,
    readFile: (path) => readFileBounded(resolve(folder, path), MAX_CONFIG_FILE),
    async fetch(url, { ca, maxBytes, timeoutMs }) {
      const client = createHttpClient(ca === undefined ? {} : { ca })
      try {
        const { status, body } = await client.request({ method: 'GET', url, maxBytes, timeoutMs })
        if (status === 200) return body
        throw new SallyportError('HTTP_FAILED', { message: `${url} answered ${status}` })
      } finally {
        await client.close()
      }
    },
  })
}

function relayOf(identity: CoordinatorIdentity, url: URL, stunPort: number): Relay {
  const scheme = url.protocol === 'https:' ? 'wss' : 'ws'
  return {
    id: keyIdOf(identity.keys.relay.publicKey),
    url: `${scheme}://${url.host}${RELAY_PATH}`,
    stun: `${url.hostname}:${stunPort}`,
    pin: null,
  }
}

function hostOf(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
