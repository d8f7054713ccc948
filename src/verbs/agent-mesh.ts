/** The agent as a member of a coordinator's mesh, put together from its configuration. */
import { type AgentConfig, loadTrust, type MeshSettings } from '../agent/config/load.ts'
import { openMachineKey } from '../agent/deployment/open-runtime.ts'
import type { Oversight } from '../agent/deployment/oversight.ts'
import { type ApprovalPoll, startApprovalPoll } from '../agent/mesh/approval-poll.ts'
import { createCoordinatorOversight } from '../agent/mesh/coordinator-oversight.ts'
import { keptCheckpointIn } from '../agent/mesh/kept-checkpoint.ts'
import {
  type ClearingOptions,
  clearConflict,
  conflictPathIn,
  readConflict,
  recordConflict,
} from '../agent/mesh/log-conflict.ts'
import { LogFollower } from '../agent/mesh/log-follower.ts'
import { type MeshAgent, startMeshAgent } from '../agent/mesh/mesh-agent.ts'
import type { OwnRules } from '../agent/mesh/peer-judgement.ts'
import { createReceiptOutbox, type ReceiptOutbox } from '../agent/mesh/receipt-outbox.ts'
import { reportForRecovery } from '../agent/mesh/recovery-report.ts'
import { layoutOf } from '../agent/release/layout.ts'
import type { AgentCore } from '../agent/server/agent-core.ts'
import type { DeploymentListenerPorts } from '../agent/server/deployment-listener.ts'
import { openOfferedSource } from '../agent/server/offered-source.ts'
import { httpsSource } from '../agent/sources/https.ts'
import { openStateFiles, type StateFiles } from '../agent/state-files.ts'
import { type CoordinatorClient, createCoordinatorClient } from '../api/coordinator-client.ts'
import { LOG_PATH } from '../api/route-table.ts'
import type { Ed25519KeyPair } from '../base/ed25519.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import { parsePrefix } from '../base/ip.ts'
import { MINUTE, SECOND } from '../base/time.ts'
import { fetchLatestApproval, submitReceipt } from '../mesh/control/membership.ts'
import { openWireguardKey } from '../mesh/wireguard-key-file.ts'
import { createHttpClient, type HttpClient } from '../platform/http.ts'
import { createIssuerKeySource, type IssuerKeySource } from '../trust/issuer-key-source.ts'
import { parsePublicKey } from '../trust/keys.ts'
import type { CoordinatorTrust } from '../trust/trust-file.ts'
import { issuerKeyPorts } from './issuer-key-ports.ts'
import type { Ports } from './verb.ts'

const SOURCE_IDLE_TIMEOUT_MS = 30 * SECOND
/** Between two polls; half of it is chance, so that agents do not come all at once. */
const POLL_INTERVAL_MS = MINUTE
const LOG_TIMEOUT_MS = 20 * SECOND
const MAX_CLEARANCE_BYTES = 64 * 1024
/** The mesh's own ranges are no place to fetch from by URL. */
const MESH_PREFIXES = ['100.64.0.0/10', 'fd00::/8'].map(parsePrefix)

/** What an agent has once, before its applications are opened. */
export interface AgentMembership {
  readonly client: CoordinatorClient
  readonly machineKey: Ed25519KeyPair
  readonly oversight: Oversight
  /** Joins the mesh and takes deployments there. */
  start(core: AgentCore): Promise<MeshAgent>
  /** Looks for approvals by itself, beside the nudges. */
  poll(core: AgentCore): ApprovalPoll
  /** Where receipts wait until the coordinator has them. */
  readonly outbox: ReceiptOutbox
  close(): Promise<void>
}

/** @throws `CONFIG_INVALID` where the trust file does not name a coordinator's root */
export async function openMembership(
  config: AgentConfig,
  mesh: MeshSettings,
  ports: Ports,
): Promise<AgentMembership> {
  const trust = await loadCoordinatorTrust(config)
  const root = parsePublicKey('root', trust.root)
  const machineKey = await openMachineKey(config.machineKeyPath, ports.random)
  const http = createHttpClient(mesh.ca === undefined ? {} : { ca: mesh.ca })
  const { clock, random } = ports
  const client = createCoordinatorClient({
    url: mesh.coordinator,
    root,
    key: machineKey,
    http,
    clock,
    random,
  })
  const issuerKeys = createIssuerKeySource(issuerKeyPorts(config.trustPath, root, clock))
  const oversight = createCoordinatorOversight({
    follower: followLog(client, http),
    issuerKeys,
    clock,
    kept: keptCheckpointIn(config.root),
    conflict: await readConflict(conflictPath(config)),
    async onConflict(reason, kept, seen) {
      const path = conflictPath(config)
      await recordConflict(path, { reason, kept, seen: seen ?? null }, clock)
      ports.diagnostics.log('error', "the coordinator's log contradicts itself: nothing is deployed", {
        evidence: path,
      })
    },
    clear: () => clearConflict(clearingOf(config, client, http, { root, diagnostics: ports.diagnostics })),
  })
  const outbox = createReceiptOutbox({
    folders: [...config.applications.keys()].map((name) => layoutOf(config.root, name).receipts),
    submit: (receipt) => submitReceipt(client, receipt),
    diagnostics: ports.diagnostics,
  })
  let reporting: Promise<void> | undefined
  const report = (): Promise<void> => {
    reporting ??= reportForRecovery({
      client,
      follower: () => oversight.follower,
      kept: keptCheckpointIn(config.root).read,
      states: statesOf(config),
      diagnostics: ports.diagnostics,
    })
      .catch((error: unknown) =>
        ports.diagnostics.log('warn', 'the coordinator, which came back from a backup, was told nothing', {
          reason: messageOf(error),
        }),
      )
      .then(() => {
        reporting = undefined
      })
    return reporting
  }
  const start = async (core: AgentCore): Promise<MeshAgent> =>
    startMeshAgent({
      client,
      machineKey,
      wireguardKey: await openWireguardKey(mesh.wireguardKey, random),
      ...(mesh.ca === undefined ? {} : { ca: mesh.ca }),
      async rules() {
        await oversight.resolveConflict()
        return await ownRules(config, mesh, client)
      },
      onMap: () => void outbox.flush(),
      onRecovering: () => void report(),
      issuerKeys: issuerKeys satisfies IssuerKeySource,
      core,
      openSource: openSource(config),
      port: mesh.port,
      expose: Object.entries(mesh.expose).map(([port, where]) => ({ meshPort: Number(port), ...where })),
      listenPort: mesh.listenPort ?? 0,
      relayOnly: mesh.relayOnly,
      portMapping: mesh.portMapping,
      ...(mesh.dns === undefined ? {} : { dns: mesh.dns }),
      clock,
      random,
      diagnostics: ports.diagnostics,
    })
  return {
    client,
    machineKey,
    oversight,
    start,
    poll: (core) =>
      startApprovalPoll({
        applications: [...config.applications.keys()],
        latest: (application) => fetchLatestApproval(client, application),
        open(url, application) {
          const prefixes = config.applications.get(application)?.https ?? []
          return httpsSource(url, { prefixes, mesh: MESH_PREFIXES, idleTimeoutMs: SOURCE_IDLE_TIMEOUT_MS })
        },
        core,
        followLog: () => oversight.followLog(),
        intervalMs: POLL_INTERVAL_MS,
        random,
        diagnostics: ports.diagnostics,
      }),
    outbox,
    close: () => http.close(),
  }
}

export async function loadCoordinatorTrust(config: AgentConfig): Promise<CoordinatorTrust> {
  const trust = await loadTrust(config)
  if (trust.signers === 'coordinator') return trust
  throw new SallyportError('CONFIG_INVALID', {
    message: 'mesh: the trust file says "signers: key", so that no coordinator is trusted',
    place: { file: config.trustPath },
    help: 'name the coordinator\'s root with "signers: coordinator", or leave mesh out of the configuration',
  })
}

function followLog(client: CoordinatorClient, http: HttpClient): LogFollower {
  return new LogFollower({
    coordinatorId: client.coordinatorId,
    logKey: async () => (await client.keyList()).keys.log,
    doubtLogKey: () => client.doubtKeyList(),
    async fetch(path, maxBytes) {
      const url = `${client.url}${LOG_PATH}${path}`
      const { status, body } = await http.request({ method: 'GET', url, maxBytes, timeoutMs: LOG_TIMEOUT_MS })
      if (status === 200) return body
      throw new SallyportError('HTTP_FAILED', { message: `GET ${url}: status ${status}` })
    },
  })
}

/** Where a conflict of the log is recorded. */
export function conflictPath(config: AgentConfig): string {
  return conflictPathIn(config.root)
}

function clearingOf(
  config: AgentConfig,
  client: CoordinatorClient,
  http: HttpClient,
  { root, diagnostics }: Pick<ClearingOptions, 'root' | 'diagnostics'>,
): ClearingOptions {
  const url = `${client.url}${LOG_PATH}clearance`
  return {
    path: conflictPath(config),
    root,
    diagnostics,
    newFollower: () => followLog(client, http),
    states: statesOf(config),
    async fetch() {
      const request = {
        method: 'GET',
        url,
        maxBytes: MAX_CLEARANCE_BYTES,
        timeoutMs: LOG_TIMEOUT_MS,
      } as const
      // A coordinator that is away has no clearance: the conflict stands, and is what is said.
      const reply = await http.request(request).catch(() => undefined)
      return reply?.status === 200 ? reply.body : undefined
    },
  }
}

function statesOf(config: AgentConfig): StateFiles[] {
  return [...config.applications.keys()].map((name) => openStateFiles(layoutOf(config.root, name)))
}

async function ownRules(
  config: AgentConfig,
  mesh: MeshSettings,
  client: CoordinatorClient,
): Promise<OwnRules> {
  return {
    coordinatorId: client.coordinatorId,
    trust: await loadCoordinatorTrust(config),
    environment: config.environment,
    applications: new Set(config.applications.keys()),
    labels: config.labels,
    port: mesh.port,
    maxLeaseMs: mesh.maxLease,
    exposed: new Set(Object.keys(mesh.expose).map(Number)),
    maxSessionMs: mesh.maxSession,
  }
}

function openSource(config: AgentConfig): DeploymentListenerPorts['openSource'] {
  return (source, peer, application) =>
    openOfferedSource(config, source, { peer, application, mesh: MESH_PREFIXES })
}
