/**
 * A workload joins a mesh by hand, as the action does: admitted by the coordinator with the job's identity
 * token, under an approval where the agents ask for one, for one lease.
 */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { formatDigest } from '../base/digest.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import { readAuthority } from '../platform/authority.ts'
import { createHttpClient } from '../platform/http.ts'
import { parseApprovalFile } from '../trust/approval-file.ts'
import { unverifiedPayload } from '../trust/dsse.ts'
import { approvalDigest } from '../trust/statement.ts'
import { createIdentityTokenSource } from './identity-token.ts'
import { joinMesh, type MeshMembership } from './mesh-membership.ts'
import { createRunnerIdentity } from './runner-identity.ts'
import type { Call } from './verb.ts'

/** @throws `USAGE` for an option that is missing, or a job without identity; `ADMISSION_REFUSED` */
export async function joinByCoordinator(call: Call): Promise<MeshMembership> {
  const { options, ports } = call
  const absolute = (path: string): string => resolve(ports.cwd, path)
  const url = options.coordinator ?? missing('coordinator')
  const application = options.application ?? missing('application')
  const environment = options.environment ?? missing('environment')
  const root = options.root ?? missing('root')
  const ca = options.ca === undefined ? undefined : await readAuthority(options.ca, url, absolute)
  const approval = options.approval === undefined ? null : await readDigest(absolute(options.approval))
  // By hand there is no log that a token could be masked in.
  const tokens = createIdentityTokenSource(
    ports.env,
    createHttpClient(),
    () => {},
    (ms) => sleep(ms),
  )
  const http = createHttpClient(ca === undefined ? {} : { ca })
  const coordinator = { url, root, ca }
  const identity = createRunnerIdentity(coordinator, tokens, http, ports)
  const relayOnly = options['relay-only'] === true
  const portMapping = options['port-mapping'] === true
  return joinMesh(
    identity,
    coordinator,
    { application, environment, approval, relayOnly, portMapping },
    ports,
  )
}

/** Waits for an agent to answer through the tunnel. @returns a line for each. @throws `AGENT_UNREACHABLE` where none does */
export async function reachAgents(mesh: MeshMembership): Promise<string[]> {
  const joined = `joined as ${mesh.name}, ${mesh.address}, until ${new Date(mesh.leaseEnd).toISOString()}`
  const refused = mesh.refused.map(({ name, reason }) => `${name} refused us: ${reason}`)
  const silent = mesh.unacknowledged.map((name) => `${name} did not acknowledge in time`)
  const attempts = await Promise.allSettled(mesh.agents.map(async (agent) => mesh.reach(agent)))
  const lines = attempts.map((attempt, index) => {
    const name = mesh.agents[index]?.name ?? ''
    return attempt.status === 'fulfilled'
      ? `connected to ${name} at ${mesh.agents[index]?.address} (${attempt.value})`
      : `not connected to ${name}: ${messageOf(attempt.reason)}`
  })
  if (attempts.some((attempt) => attempt.status === 'fulfilled'))
    return [joined, ...lines, ...refused, ...silent]
  throw new SallyportError('AGENT_UNREACHABLE', {
    message: ['no agent was reached', ...lines, ...refused, ...silent].join('; '),
    help: 'see "sallyport nodes list"; an agent that wants an approval lets in who brings it: --approval FILE',
  })
}

async function readDigest(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause) => {
    throw new SallyportError('FILE_UNREADABLE', { message: `${path}: ${messageOf(cause)}`, cause })
  })
  return formatDigest(approvalDigest(unverifiedPayload(parseApprovalFile(bytes).envelope)))
}

function missing(option: string): never {
  throw new SallyportError('USAGE', {
    message: `--${option} is missing`,
    help: 'a mesh is joined with --coordinator, --root, --application and --environment, a network with --wg-config',
  })
}
