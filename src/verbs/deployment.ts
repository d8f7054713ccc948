/**
 * A change on its way to the servers: approvals, the mesh, every agent nudged and followed, receipts.
 * The same for the command line and for the action's background process; what happens is told as events.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ed25519PublicKey } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { writeFileAtomic } from '../platform/files.ts'
import type { HttpClient } from '../platform/http.ts'
import { parsePublicKey } from '../trust/keys.ts'
import { askApprovals, type GrantedApproval } from './approval-request.ts'
import { serveArtifacts } from './artifact-server.ts'
import { deployOnAgent } from './deployment-client.ts'
import { type DeploymentEvent, type DeploymentWish, exitCodeOf, submissionsOf } from './deployment-words.ts'
import type { IdentityTokenSource } from './identity-token.ts'
import { joinMesh, type MeshAgentPeer, type MeshMembership } from './mesh-membership.ts'
import { createRunnerIdentity, type RunnerIdentity } from './runner-identity.ts'
import type { Ports } from './verb.ts'

export interface DeploymentPorts extends Pick<Ports, 'clock' | 'random' | 'diagnostics' | 'signal'> {
  readonly tokens: IdentityTokenSource
  readonly http: HttpClient
  readonly onEvent: (event: DeploymentEvent) => void
  readonly sleep: (ms: number) => Promise<void>
}

/** What is held between the approval and the end of the job. */
export interface Runner {
  readonly identity: RunnerIdentity
  readonly wish: DeploymentWish
}

export function createRunner(wish: DeploymentWish, ports: DeploymentPorts): Runner {
  return { identity: createRunnerIdentity(wish.coordinator, ports.tokens, ports.http, ports), wish }
}

/**
 * One approval for each artifact, each written to the report folder. Those of one application are asked
 * for together. @throws `APPROVAL_REFUSED`
 */
export async function approveAll(
  { identity, wish }: Runner,
  ports: DeploymentPorts,
): Promise<GrantedApproval[]> {
  const verdict = new Uint8Array(await readFile(wish.verdictPath))
  const granted: GrantedApproval[] = []
  await mkdir(wish.reportFolder, { recursive: true, mode: 0o700 })
  for (const artifacts of submissionsOf(wish.artifacts)) {
    const approvals = await askApprovals(
      identity,
      artifacts,
      {
        environment: wish.environment,
        kind: 'deploy',
        scope: wish.scope,
        verdict,
        locations: ['mesh:runner'],
      },
      {
        onWaiting: (given, wanted) =>
          ports.onEvent({ kind: 'note', text: `waiting for people: ${given} of ${wanted} have approved` }),
        onRetry: (reason) => ports.onEvent({ kind: 'note', text: `${reason}; asking again` }),
        sleep: ports.sleep,
        signal: ports.signal,
      },
    )
    for (const approval of approvals) {
      const path = join(wish.reportFolder, `${approval.label}.approval.json`)
      await writeFileAtomic(path, approval.file)
      ports.onEvent({ kind: 'approval', path, digest: approval.digest, artifact: approval.artifact })
      granted.push(approval)
    }
  }
  return granted
}

/** @throws `ADMISSION_REFUSED` */
export async function joinFor(
  { identity, wish }: Runner,
  approval: GrantedApproval,
  ports: DeploymentPorts,
): Promise<MeshMembership> {
  const mesh = await joinMesh(
    identity,
    wish.coordinator,
    {
      application: approval.application,
      environment: wish.environment,
      approval: approval.digest,
      relayOnly: wish.relayOnly,
    },
    ports,
  )
  ports.onEvent({ kind: 'joined', name: mesh.name, address: mesh.address, leaseEnd: mesh.leaseEnd })
  for (const { name, reason } of mesh.refused)
    ports.onEvent({ kind: 'note', text: `${name} refused us: ${reason}` })
  for (const name of mesh.unacknowledged)
    ports.onEvent({ kind: 'note', text: `${name} did not acknowledge in time` })
  return mesh
}

/** Nudges every agent, one after the other; the first that does not commit ends the row. @returns the exit code */
export async function deployThrough(
  runner: Runner,
  mesh: MeshMembership,
  approval: GrantedApproval,
  ports: DeploymentPorts,
): Promise<ExitCode> {
  if (mesh.agents.length === 0) {
    throw new SallyportError('AGENT_UNREACHABLE', {
      message: `no agent is there for ${approval.application} in ${runner.wish.environment}`,
      help: 'see "sallyport nodes list": agents enrol for an application and an environment',
    })
  }
  const served = serveArtifacts(mesh.node, [approval])
  try {
    for (const agent of mesh.agents) {
      const code = await deployOn(runner, mesh, agent, approval, ports)
      if (code !== EXIT.ok) return code
    }
    return mesh.refused.length + mesh.unacknowledged.length > 0 ? EXIT.unreachable : EXIT.ok
  } finally {
    served.close()
  }
}

async function deployOn(
  { wish }: Runner,
  mesh: MeshMembership,
  agent: MeshAgentPeer,
  approval: GrantedApproval,
  ports: DeploymentPorts,
): Promise<ExitCode> {
  ports.onEvent({ kind: 'reached', agent: agent.name, how: await mesh.reach(agent) })
  const { outcome, receipt } = await deployOnAgent({
    node: mesh.node,
    agent,
    approval,
    machines: machinesOf(wish, agent),
    onLine: (line) => ports.onEvent({ kind: 'line', agent: agent.name, line }),
    signal: ports.signal,
    cancel: wish.cancel,
    onAbortAsked: (heard) => ports.onEvent({ kind: 'note', text: abortNote(agent, heard) }),
  })
  if (receipt) {
    const path = join(wish.reportFolder, `${approval.label}.${agent.name}.receipt.json`)
    await writeFileAtomic(path, receipt.file)
  }
  ports.onEvent({ kind: 'outcome', agent: agent.name, outcome, digest: approval.artifact })
  return exitCodeOf(outcome)
}

function abortNote({ name }: MeshAgentPeer, heard: boolean): string {
  return heard
    ? `${name} was asked to stop: it does if it has not switched`
    : `${name} could not be asked to stop: it goes on to committed or rolled back`
}

function machinesOf(wish: DeploymentWish, agent: MeshAgentPeer): readonly Ed25519PublicKey[] {
  if (wish.machines.length > 0) return wish.machines.map((text) => parsePublicKey('machine', text))
  return [agent.machineKey as Ed25519PublicKey]
}
