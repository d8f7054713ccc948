/**
 * A coordinator in a temporary folder on a loopback port, an issuer whose keys it knows, and clients:
 * agents with open streams, runners with bound tokens. Everything valid, so that a test changes one thing.
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type CoordinatorClient, createCoordinatorClient } from '../../src/api/coordinator-client.ts'
import type { Peer } from '../../src/api/messages/network-map.ts'
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { parseDigest } from '../../src/base/digest.ts'
import { type Ed25519KeyPair, type Ed25519PublicKey, ed25519KeyPair } from '../../src/base/ed25519.ts'
import { type Clock, HOUR, type Instant, type Timestamp } from '../../src/base/time.ts'
import {
  type CoordinatorOptions,
  type RunningCoordinator,
  startCoordinator,
} from '../../src/coordinator/coordinator.ts'
import { initialise } from '../../src/coordinator/identity/initialise.ts'
import { postgresAt } from '../../src/coordinator/identity/store-of-directory.ts'
import { createEnrolmentSecret } from '../../src/coordinator/nodes/enrolment.ts'
import { type ControlSession, startControlSession } from '../../src/mesh/control/control-session.ts'
import {
  type AdmissionAsk,
  type ApprovalAsk,
  enrolAgent,
  type NodeKeys,
} from '../../src/mesh/control/membership.ts'
import type { MapChange } from '../../src/mesh/control/network-map-state.ts'
import type { RelayCredential } from '../../src/mesh/peers.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readFileBounded } from '../../src/platform/files.ts'
import { createHttpClient } from '../../src/platform/http.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { admissionAudience, approvalAudience } from '../../src/trust/audience.ts'
import { parseKeyFile, parsePublicKey } from '../../src/trust/keys.ts'
import type { KeyHandle } from '../../src/tunnel/wireguard/primitives.ts'
import { nodePrimitives } from '../../src/tunnel/wireguard/primitives-node.ts'
import type { TlsIdentity } from '../support/certificates.ts'
import { createIssuer, type Issuer, WORKLOAD_CLAIMS } from '../support/issuer.ts'
import { checkExchanges } from './checked-exchanges.ts'

export const POLICY_DIGEST = `sha256:${'b'.repeat(64)}`
export const ARTIFACT_DIGEST = `sha256:${'d'.repeat(64)}`

export interface KitOptions extends Partial<Omit<CoordinatorOptions, 'tls'>> {
  /** Listens with TLS; every client of the kit believes this CA alone. */
  readonly tls?: TlsIdentity
  /** URL of an empty PostgreSQL database; SQLite by default. */
  readonly database?: string | undefined
  /** Where the data directory is made; the system's temporary folder by default. */
  readonly place?: string
  /** Changes the text of environments.yml. */
  readonly environments?: (text: string) => string
}

export interface Kit {
  readonly folder: string
  readonly root: Ed25519PublicKey
  readonly issuer: Issuer
  readonly clock: MovableClock
  readonly ca: string | undefined
  readonly admin: Ed25519KeyPair
  coordinator(): RunningCoordinator
  /** Ends this one and starts another on the same folder. */
  restart(options?: Partial<CoordinatorOptions>): Promise<void>
  /** Another process of the same coordinator, on its database; everything of this kit then goes to it. */
  replica(options?: Partial<CoordinatorOptions>): Promise<Kit>
  client(key: Ed25519KeyPair): CoordinatorClient
  /** Of a coordinator at another URL, as a process of its own. */
  clientAt(url: string, key: Ed25519KeyPair): CoordinatorClient
  enrol(options?: { name?: string; application?: string; environment?: string }): Promise<EnrolledAgent>
  connect(agent: EnrolledAgent, options?: ConnectOptions): Promise<ConnectedAgent>
  runner(): Runner
}

export interface EnrolledAgent {
  readonly id: string
  readonly name: string
  readonly identity: Ed25519KeyPair
  readonly keys: NodeKeys
  readonly client: CoordinatorClient
  readonly wireguardKey: KeyHandle
}

export interface ConnectOptions {
  readonly refuse?: (change: MapChange) => readonly { node: string; reason: string }[]
  /** Takes maps and never answers. */
  readonly silent?: boolean
}

export interface ConnectedAgent extends EnrolledAgent {
  readonly session: ControlSession
  readonly changes: MapChange[]
  /** What opened the relays, each newer than the last. */
  readonly credentials: RelayCredential[]
  /** Resolves once a change fulfils it. */
  until(condition: (change: MapChange) => boolean): Promise<MapChange>
}

export interface Runner {
  readonly identity: Ed25519KeyPair
  readonly keys: NodeKeys
  readonly wireguardKey: KeyHandle
  readonly client: CoordinatorClient
  /** A token bound to these keys. */
  token(options?: {
    approval?: string
    claims?: Record<string, unknown>
    header?: Record<string, unknown>
  }): string
  statementToken(statement: Uint8Array, claims?: Record<string, unknown>): string
  admission(overrides?: Partial<AdmissionAsk>): AdmissionAsk
  submission(overrides?: Partial<ApprovalAsk>): ApprovalAsk
}

/** The system's clock, moved. */
export interface MovableClock extends Clock {
  /** As if somebody set the machine's clock: only the time of day jumps. */
  move(ms: number): void
  /** As if this time went by. */
  pass(ms: number): void
}

export function movableClock(): MovableClock {
  let offset = 0
  let passed = 0
  return {
    now: () => (systemClock.now() + offset) as Timestamp,
    monotonic: () => (systemClock.monotonic() + passed) as Instant,
    move(ms) {
      offset += ms
    },
    pass(ms) {
      offset += ms
      passed += ms
    },
  }
}

export async function startKit({
  environments = (text) => text,
  tls,
  database,
  place = tmpdir(),
  ...overrides
}: KitOptions = {}): Promise<Kit> {
  const base = await mkdtemp(join(place, 'sallyport-coordinator-'))
  const folder = join(base, 'data')
  const issuer = createIssuer('https://token.example')
  const clock = movableClock()
  const made = await initialise({
    folder,
    operatorFolder: join(base, 'operator'),
    environments: { text: environments(environmentsText(issuer.url)), source: 'environments.yml' },
    ...(database === undefined ? {} : { store: postgresAt(folder, database, 'the test') }),
    clock,
    random: systemRandom,
  })
  const root = parsePublicKey('root', made.root)
  const start = (more: Partial<CoordinatorOptions> = {}) =>
    startCoordinator({
      folder,
      host: '127.0.0.1',
      port: 0,
      clock,
      random: systemRandom,
      diagnostics: silentDiagnostics,
      acknowledgeMs: 1_000,
      issuerKeys: { keysFor: async () => new Map([[issuer.url, issuer.keys()]]) },
      ...(tls === undefined ? {} : { tls: { certificate: tls.certificatePem, key: tls.keyPem } }),
      ...overrides,
      ...more,
    })
  let coordinator = await start()
  const closing: RunningCoordinator[] = []
  const adminText = Buffer.from(await readFileBounded(made.adminKeyFile, 10_000)).toString()
  const http = createHttpClient(tls === undefined ? {} : { ca: tls.caPem })
  const checked = checkExchanges(http)
  onTestFinished(async () => {
    for (const other of closing) await other.close()
    await coordinator.close()
    await http.close()
    await rm(base, { recursive: true, force: true })
  })
  const clientOf = (url: string, key: Ed25519KeyPair) =>
    createCoordinatorClient({
      url,
      root,
      key,
      http: checked,
      clock: systemClockOf(clock),
      random: systemRandom,
    })
  const client = (key: Ed25519KeyPair) => clientOf(coordinator.url, key)
  const kit: Kit = {
    folder,
    root,
    issuer,
    clock,
    ca: tls?.caPem,
    admin: parseKeyFile('operator', adminText, 'admin.key'),
    coordinator: () => coordinator,
    async restart(more) {
      await coordinator.close()
      coordinator = await start(more)
    },
    client,
    clientAt: clientOf,
    async replica(more) {
      const place = await copyIdentity(folder, await mkdtemp(join(base, 'replica-')))
      const other = await start({ folder: place, ...more })
      closing.push(other)
      const replica: Kit = {
        ...kit,
        folder: place,
        coordinator: () => other,
        client: (key) => clientOf(other.url, key),
        enrol: (options) => enrolOne(replica, options),
        connect: (agent, options) =>
          connectAgent(replica, { ...agent, client: clientOf(other.url, agent.identity) }, options),
        runner: () =>
          createRunner({ issuer, clock, coordinatorId: other.coordinatorId, client: replica.client }),
      }
      return replica
    },
    enrol: (options) => enrolOne(kit, options),
    connect: (agent, options) => connectAgent(kit, agent, options),
    runner: () => createRunner({ issuer, clock, coordinatorId: coordinator.coordinatorId, client }),
  }
  return kit
}

/** What an operator copies to another machine: all but the log's files, which each replica makes itself. */
export async function copyIdentity(from: string, to: string): Promise<string> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of ['coordinator.json', 'key-list.json', 'keys', 'store.url']) {
    await cp(join(from, name), join(to, name), { recursive: true })
  }
  return to
}

export function environmentsText(issuer: string): string {
  return `
version: 1
issuers:
  - issuer: ${issuer}
rules:
  - application: shop
    environments: [production, staging]
    issuer: ${issuer}
    repositoryId: "74"
    ownerId: "65"
    refs: [refs/heads/main]
    gate:
      workflow: octo/ci/.github/workflows/gate.yml
      commits: [${'a'.repeat(40)}]
people:
  - id: ann
    identities: [{ issuer: ${issuer}, subject: ann-subject, audience: sallyport-login }]
    accounts: ["501"]
  - id: bob
    identities: [{ issuer: ${issuer}, subject: bob-subject, audience: sallyport-login }]
    accounts: ["502"]
  - id: octocat
    identities: [{ issuer: ${issuer}, subject: octocat-subject, audience: sallyport-login }]
    accounts: ["12"]
environments:
  production:
    floor:
      scanners: [dependencies, workflows]
      policies: ["${POLICY_DIGEST}"]
      minToolVersion: 0.1.0
      advisories: { maxAge: 7d }
      maxVerdictAge: 1h
  staging:
    tunnel: workload
    maxLease: 30m
    floor:
      scanners: [dependencies]
      policies: ["${POLICY_DIGEST}"]
      advisories: { maxAge: 7d }
      maxVerdictAge: 1h
`
}

/** A verdict that passes the floor. */
export function verdictOf(now: number, changes: Record<string, unknown> = {}): Uint8Array {
  const verdict = {
    version: 1,
    verdict: 'passed',
    reasons: [],
    tool: { name: 'sallyport', version: '0.1.0' },
    policy: { source: '.sallyport/policy.yml', digest: POLICY_DIGEST },
    advisories: [
      { source: 'npm', digest: `sha256:${'e'.repeat(64)}`, asOf: new Date(now - 24 * HOUR).toISOString() },
    ],
    judgedAt: new Date(now - 60_000).toISOString(),
    tree: { digest: `sha256:${'f'.repeat(64)}`, commit: WORKLOAD_CLAIMS.sha, base: null },
    scanners: [
      { id: 'dependencies', status: 'complete' },
      { id: 'workflows', status: 'complete' },
    ],
    findings: [],
    ...changes,
  }
  return encodeUtf8(JSON.stringify(verdict))
}

export function newKeys(): { identity: Ed25519KeyPair; keys: NodeKeys; wireguardKey: KeyHandle } {
  const identity = ed25519KeyPair(systemRandom.bytes(32))
  const wireguardKey = nodePrimitives.importPrivateKey(systemRandom.bytes(32))
  const keys = { wireguard: nodePrimitives.publicOf(wireguardKey), machine: identity.publicKey }
  return { identity, keys, wireguardKey }
}

async function enrolOne(
  kit: Kit,
  { name = 'web-1', application = 'shop', environment = 'production' } = {},
): Promise<EnrolledAgent> {
  const { identity, keys, wireguardKey } = newKeys()
  const { secret } = await createEnrolmentSecret(kit.coordinator().context, {
    tags: ['tag:web'],
    applications: [application],
    environment,
    lifetimeMs: HOUR,
  })
  const client = kit.client(identity)
  const { self } = await enrolAgent(client, { secret, keys, name, port: 7070 })
  return { id: self.id, name: self.name, identity, keys, client, wireguardKey }
}

async function connectAgent(
  kit: Kit,
  agent: EnrolledAgent,
  { refuse = () => [], silent = false }: ConnectOptions = {},
): Promise<ConnectedAgent> {
  const changes: MapChange[] = []
  const credentials: RelayCredential[] = []
  const waiting = new Set<(change: MapChange) => void>()
  const session = startControlSession({
    client: agent.client,
    key: agent.identity,
    ...(kit.ca === undefined ? {} : { ca: kit.ca }),
    clock: systemClockOf(kit.clock),
    random: systemRandom,
    diagnostics: silentDiagnostics,
    onExpired: () => undefined,
    onRelayCredential: (credential) => void credentials.push(credential),
    async onMap(change) {
      changes.push(change)
      for (const waiter of waiting) waiter(change)
      if (silent && change.changed.length > 0) await new Promise(() => undefined)
      return refuse(change)
    },
  })
  onTestFinished(() => session.close())
  const until = (condition: (change: MapChange) => boolean): Promise<MapChange> => {
    const known = changes.find(condition)
    if (known) return Promise.resolve(known)
    return new Promise((resolve) => {
      const waiter = (change: MapChange) => {
        if (!condition(change)) return
        waiting.delete(waiter)
        resolve(change)
      }
      waiting.add(waiter)
    })
  }
  await until(() => true)
  return { ...agent, session, changes, credentials, until }
}

export interface RunnerWorld {
  readonly issuer: Issuer
  readonly clock: Clock
  readonly coordinatorId: string
  readonly client: Kit['client']
}

export function createRunner(kit: RunnerWorld): Runner {
  const { identity, keys, wireguardKey } = newKeys()
  const client = kit.client(identity)
  const { coordinatorId } = kit
  const token: Runner['token'] = ({ approval, claims = {}, header = {} } = {}) =>
    kit.issuer.mintWorkload({
      now: kit.clock.now(),
      claims,
      header,
      audience: admissionAudience({
        coordinatorId,
        wireguardKey: keys.wireguard,
        machineKey: keys.machine,
        approvalDigest: approval === undefined ? undefined : parseDigest(approval),
      }),
    })
  return {
    identity,
    keys,
    client,
    wireguardKey,
    token,
    statementToken: (statement, claims = {}) =>
      kit.issuer.mintWorkload({
        now: kit.clock.now(),
        claims,
        audience: approvalAudience(coordinatorId, statement),
      }),
    admission: (overrides = {}) => ({
      token: overrides.token ?? token({ claims: { environment: 'staging' } }),
      keys,
      application: 'shop',
      environment: 'staging',
      approval: null,
      endpoints: ['192.0.2.7:41641'],
      ...overrides,
    }),
    submission: (overrides = {}) => ({
      token: overrides.token ?? token(),
      keys,
      application: 'shop',
      environment: 'production',
      kind: 'deploy',
      verdict: verdictOf(kit.clock.now()),
      artifacts: [
        {
          name: 'shop.tar.gz',
          digest: ARTIFACT_DIGEST,
          size: 1234,
          mediaType: 'application/gzip',
          scope: {},
          locations: ['https://artifacts.example/shop.tar.gz'],
        },
      ],
      ...overrides,
    }),
  }
}

/** Clients have the same clock as the coordinator, unless a test moves theirs. */
function systemClockOf(clock: Clock): Clock {
  return clock
}

/** What an agent holds of a peer. */
export function peerOf(agent: ConnectedAgent, id: string): Peer {
  const peer = agent.session.map?.peers.get(id)
  if (!peer) throw new Error(`${agent.name} does not hold ${id}`)
  return peer
}
