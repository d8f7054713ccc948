/** One agent, seen from the job: nudged through the tunnel, its log followed to the end, its receipt verified. */
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import {
  type DeploymentLogLine,
  type DeploymentOutcome,
  deploymentAccepted,
  deploymentLogLine,
  deploymentRefused,
} from '../api/messages/deployment.ts'
import { decode } from '../base/decode.ts'
import type { Ed25519PublicKey } from '../base/ed25519.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import { type Json, parseStrictJson } from '../base/json.ts'
import { MINUTE, SECOND } from '../base/time.ts'
import type { Node } from '../mesh/node.ts'
import { envelopeSchema } from '../trust/dsse.ts'
import { type Receipt, verifyReceipt } from '../trust/receipt.ts'
import type { GrantedApproval } from './approval-request.ts'
import { artifactPath } from './artifact-server.ts'
import { ARTIFACT_PORT, type MeshAgentPeer } from './mesh-membership.ts'

const MAX_ANSWER_BYTES = 1024 * 1024
const MAX_LINE_BYTES = 128 * 1024
const DIAL_TIMEOUT_MS = 20 * SECOND
/** Longer than an agent is silent while it watches health. */
const SILENCE_MS = 30 * MINUTE

export interface DeploymentClientOptions {
  readonly node: Node
  readonly agent: MeshAgentPeer
  readonly approval: GrantedApproval
  /** Machine keys whose receipts count. */
  readonly machines: readonly Ed25519PublicKey[]
  readonly onLine: (line: DeploymentLogLine) => void
  readonly signal: AbortSignal
}

export interface AgentDeployment {
  readonly outcome: DeploymentOutcome
  /** The signed envelope, and what it says; absent where the deployment was refused before it began. */
  readonly receipt: { readonly file: Uint8Array; readonly content: Receipt } | undefined
}

/** @throws `AGENT_UNREACHABLE`; `SIGNATURE_INVALID` for a receipt that nobody we count signed */
export async function deployOnAgent(options: DeploymentClientOptions): Promise<AgentDeployment> {
  const { approval } = options
  const body = {
    approval: JSON.parse(Buffer.from(approval.file).toString('utf8')) as Json,
    source: { kind: 'runner', port: ARTIFACT_PORT, path: artifactPath(approval.artifact) },
  }
  const accepted = await nudge(options, body)
  if (accepted.kind === 'refused') {
    return { outcome: { kind: 'refused', failure: accepted.failure }, receipt: undefined }
  }
  const outcome = await follow(options, accepted.log)
  return { outcome, receipt: await fetchReceipt(options, accepted.receipt) }
}

type Nudged =
  | { readonly kind: 'accepted'; readonly log: string; readonly receipt: string }
  | { readonly kind: 'refused'; readonly failure: { code: string; message: string } }

async function nudge(options: DeploymentClientOptions, body: unknown): Promise<Nudged> {
  const response = await call(options, 'POST', '/v1/deployments', JSON.stringify(body))
  const bytes = await readBounded(response, options.agent)
  const source = `the answer of ${options.agent.name}`
  const value = parseStrictJson(bytes, { source, maxBytes: MAX_ANSWER_BYTES })
  if (response.statusCode === 202)
    return { kind: 'accepted', ...decode(deploymentAccepted, value, { source }) }
  const { error, message } = decode(deploymentRefused, value, { source })
  return { kind: 'refused', failure: { code: error, message } }
}

async function follow(options: DeploymentClientOptions, path: string): Promise<DeploymentOutcome> {
  const response = await call(options, 'GET', path)
  let outcome: DeploymentOutcome | undefined
  for await (const line of lines(response, options.agent)) {
    options.onLine(line)
    if (line.kind === 'outcome') outcome = line.outcome
  }
  if (outcome) return outcome
  throw unreachable(options.agent, 'the log ended before the deployment did; the agent goes on by itself')
}

async function* lines(response: IncomingMessage, agent: MeshAgentPeer): AsyncGenerator<DeploymentLogLine> {
  const source = `the log of ${agent.name}`
  let rest = ''
  response.setEncoding('utf8')
  try {
    for await (const chunk of response as AsyncIterable<string>) {
      const parts = (rest + chunk).split('\n')
      rest = parts.pop() ?? ''
      if (rest.length > MAX_LINE_BYTES) throw new Error('a line has no end')
      for (const part of parts) {
        yield decode(deploymentLogLine, parseStrictJson(part, { source, maxBytes: MAX_LINE_BYTES }), {
          source,
        })
      }
    }
  } catch (error) {
    throw unreachable(agent, messageOf(error), error)
  }
}

async function fetchReceipt(
  options: DeploymentClientOptions,
  path: string,
): Promise<AgentDeployment['receipt']> {
  const response = await call(options, 'GET', path)
  const file = await readBounded(response, options.agent)
  if (response.statusCode !== 200) return undefined
  const source = `the receipt of ${options.agent.name}`
  const envelope = decode(envelopeSchema, parseStrictJson(file, { source, maxBytes: MAX_ANSWER_BYTES }), {
    source,
  })
  return { file, content: verifyReceipt(envelope, options.machines).receipt }
}

async function call(
  { node, agent, signal }: DeploymentClientOptions,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<IncomingMessage> {
  try {
    const stream = await node.dial(agent.address, agent.port, DIAL_TIMEOUT_MS)
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const outgoing: ClientRequest = request({
      createConnection: () => stream,
      method,
      path,
      host: agent.address,
      headers:
        body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      signal,
    })
    outgoing.setTimeout(SILENCE_MS, () => outgoing.destroy(new Error('the agent went silent')))
    outgoing.on('response', resolve).on('error', reject)
    outgoing.end(body)
    return await promise
  } catch (error) {
    throw unreachable(agent, messageOf(error), error)
  }
}

async function readBounded(response: IncomingMessage, agent: MeshAgentPeer): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    total += chunk.length
    if (total > MAX_ANSWER_BYTES)
      throw unreachable(agent, `its answer is longer than ${MAX_ANSWER_BYTES} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, total)
}

function unreachable(agent: MeshAgentPeer, why: string, cause?: unknown): SallyportError {
  return new SallyportError('AGENT_UNREACHABLE', { message: `${agent.name}: ${why}`, cause })
}
