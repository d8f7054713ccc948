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
import { parseIp } from '../base/ip.ts'
import { type Json, parseStrictJson } from '../base/json.ts'
import { MINUTE, SECOND } from '../base/time.ts'
import type { Node } from '../mesh/node.ts'
import { envelopeSchema } from '../trust/dsse.ts'
import { type Receipt, verifyReceipt } from '../trust/receipt.ts'
import type { GrantedApproval } from './approval-request.ts'
import { artifactPath } from './artifact-server.ts'
import type { Cancel } from './deployment-words.ts'
import { ARTIFACT_PORT, type MeshAgentPeer } from './mesh-membership.ts'

const MAX_ANSWER_BYTES = 1024 * 1024
const MAX_LINE_BYTES = 128 * 1024
/** What hooks and services print is capped by the agent long before. */
const MAX_LOG_BYTES = 64 * 1024 * 1024
const DIAL_TIMEOUT_MS = 20 * SECOND
/** GitHub sends SIGTERM 7.5 s after SIGINT. */
const ABORT_TIMEOUT_MS = 4 * SECOND

export interface ClientTimes {
  /** From a question to the end of its answer. */
  readonly answerMs: number
  /** After so long without a line the agent is pinged: it may be silent, but not gone. */
  readonly quietMs: number
  /** Longer than an agent is silent while it watches health. */
  readonly silenceMs: number
}

export const CLIENT_TIMES: ClientTimes = {
  answerMs: 60 * SECOND,
  quietMs: 20 * SECOND,
  silenceMs: 30 * MINUTE,
}

export interface DeploymentClientOptions {
  readonly node: Pick<Node, 'dial' | 'ping'>
  readonly agent: MeshAgentPeer
  readonly approval: GrantedApproval
  /** Machine keys whose receipts count. */
  readonly machines: readonly Ed25519PublicKey[]
  readonly onLine: (line: DeploymentLogLine) => void
  readonly signal: AbortSignal
  /** What the agent is told when the signal is aborted: nothing, or to stop if it has not switched. */
  readonly cancel: Cancel
  /** Whether the agent heard that it shall stop. */
  readonly onAbortAsked: (heard: boolean) => void
  readonly times?: ClientTimes
}

export interface AgentDeployment {
  readonly outcome: DeploymentOutcome
  /** The signed envelope, and what it says; absent where the deployment was refused before it began. */
  readonly receipt: { readonly file: Uint8Array; readonly content: Receipt } | undefined
}

/** @throws `AGENT_UNREACHABLE`; `SIGNATURE_INVALID` for a receipt that nobody we count signed, or of something else */
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
  const outcome = await followOrAbort(options, accepted)
  const receipt = await fetchReceipt(options, accepted.receipt)
  compareReceipt(options, outcome, receipt?.content)
  return { outcome, receipt }
}

type Nudged =
  | { readonly kind: 'accepted'; readonly deployment: string; readonly log: string; readonly receipt: string }
  | { readonly kind: 'refused'; readonly failure: { code: string; message: string } }

async function nudge(options: DeploymentClientOptions, body: unknown): Promise<Nudged> {
  const { bytes, status } = await ask(options, 'POST', '/v1/deployments', JSON.stringify(body))
  return understand(options.agent, 'its answer', (source) => {
    const value = parseStrictJson(bytes, { source, maxBytes: MAX_ANSWER_BYTES })
    if (status === 202) return { kind: 'accepted', ...decode(deploymentAccepted, value, { source }) }
    const { error, message } = decode(deploymentRefused, value, { source })
    return { kind: 'refused', failure: { code: error, message } }
  })
}

type Accepted = Extract<Nudged, { kind: 'accepted' }>

async function followOrAbort(
  options: DeploymentClientOptions,
  accepted: Accepted,
): Promise<DeploymentOutcome> {
  try {
    return await follow(options, accepted.log)
  } catch (error) {
    if (options.signal.aborted && options.cancel === 'abort') {
      options.onAbortAsked(await askToAbort(options, accepted.deployment))
    }
    throw error
  }
}

/** A cancelled job has seconds: one question, and no second try. @returns whether the agent heard it */
async function askToAbort(options: DeploymentClientOptions, deployment: string): Promise<boolean> {
  const times = { ...(options.times ?? CLIENT_TIMES), answerMs: ABORT_TIMEOUT_MS }
  const signal = new AbortController().signal
  try {
    const { status } = await ask({ ...options, signal, times }, 'DELETE', `/v1/deployments/${deployment}`)
    return status === 202
  } catch {
    return false
  }
}

async function follow(options: DeploymentClientOptions, path: string): Promise<DeploymentOutcome> {
  const { agent, times = CLIENT_TIMES, signal } = options
  const gone = new AbortController()
  const response = await call(options, 'GET', path, times.silenceMs, AbortSignal.any([signal, gone.signal]))
  const watch = watchAgent(options, (why) => gone.abort(why))
  let outcome: DeploymentOutcome | undefined
  try {
    for await (const line of lines(response, agent, watch.heard)) {
      // What comes after the outcome is nobody's concern; the end of the log says that the receipt is there.
      if (outcome) continue
      options.onLine(line)
      if (line.kind === 'outcome') outcome = line.outcome
    }
  } catch (error) {
    if (!outcome) throw gone.signal.aborted ? gone.signal.reason : error
  } finally {
    watch.end()
    response.destroy()
  }
  if (outcome) return outcome
  throw unreachable(agent, 'the log ended before the deployment did; the agent goes on by itself')
}

/** A machine that has lost its power closes no stream: a silent agent must at least answer an echo. */
function watchAgent(
  { node, agent, times = CLIENT_TIMES }: DeploymentClientOptions,
  onGone: (why: SallyportError) => void,
): { heard(): void; end(): void } {
  let quiet = true
  const timer = setInterval(() => {
    if (!quiet) {
      quiet = true
      return
    }
    node.ping(parseIp(agent.address), times.quietMs).then(
      (roundTripMs) => {
        if (roundTripMs !== undefined || !quiet) return
        onGone(unreachable(agent, 'it does not answer any more; what it has begun it ends by itself'))
      },
      (error: unknown) => onGone(unreachable(agent, messageOf(error), error)),
    )
  }, times.quietMs)
  return {
    heard() {
      quiet = false
    },
    end: () => clearInterval(timer),
  }
}

async function* lines(
  response: IncomingMessage,
  agent: MeshAgentPeer,
  heard: () => void,
): AsyncGenerator<DeploymentLogLine> {
  let rest = ''
  let total = 0
  response.setEncoding('utf8')
  try {
    for await (const chunk of response as AsyncIterable<string>) {
      heard()
      total += chunk.length
      if (total > MAX_LOG_BYTES) throw new Error(`its log is longer than ${MAX_LOG_BYTES} bytes`)
      const parts = (rest + chunk).split('\n')
      rest = parts.pop() ?? ''
      if (rest.length > MAX_LINE_BYTES) throw new Error('a line has no end')
      for (const part of parts) {
        yield understand(agent, 'a line of its log', (source) =>
          decode(deploymentLogLine, parseStrictJson(part, { source, maxBytes: MAX_LINE_BYTES }), { source }),
        )
      }
    }
  } catch (error) {
    if (error instanceof SallyportError) throw error
    throw unreachable(agent, messageOf(error), error)
  }
}

async function fetchReceipt(
  options: DeploymentClientOptions,
  path: string,
): Promise<AgentDeployment['receipt']> {
  const { bytes: file, status } = await ask(options, 'GET', path)
  if (status !== 200) return undefined
  const envelope = understand(options.agent, 'its receipt', (source) =>
    decode(envelopeSchema, parseStrictJson(file, { source, maxBytes: MAX_ANSWER_BYTES }), { source }),
  )
  return { file, content: verifyReceipt(envelope, options.machines).receipt }
}

/** The log is talk; what counts is what was signed, and that it is about this deployment. */
function compareReceipt(
  { agent, approval }: DeploymentClientOptions,
  outcome: DeploymentOutcome,
  receipt: Receipt | undefined,
): void {
  if (!receipt) {
    if (outcome.kind === 'refused') return
    throw new SallyportError('SIGNATURE_INVALID', {
      message: `${agent.name} says ${outcome.kind} and has no receipt: it does not count`,
    })
  }
  const { subject, predicate } = receipt
  // A digest that ran already is answered with the receipt of when it was committed.
  const isOld = outcome.kind === 'already-running'
  const pairs: readonly (readonly [what: string, stated: string, wanted: string])[] = [
    ['artifact', `sha256:${subject[0]!.digest.sha256}`, approval.artifact],
    ['application', predicate.application, approval.application],
    ['approval', predicate.approval, isOld ? predicate.approval : approval.digest],
    ['outcome', predicate.outcome, isOld ? 'committed' : outcome.kind],
  ]
  for (const [what, stated, wanted] of pairs) {
    if (stated === wanted) continue
    throw new SallyportError('SIGNATURE_INVALID', {
      message: `the receipt of ${agent.name} is for the ${what} ${stated}, not ${wanted}: it does not count`,
    })
  }
}

/** One question and its whole answer, in time. */
async function ask(
  options: DeploymentClientOptions,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: string,
): Promise<{ readonly bytes: Uint8Array; readonly status: number | undefined }> {
  const { agent, signal, times = CLIENT_TIMES } = options
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(times.answerMs)])
  try {
    const response = await call(options, method, path, times.answerMs, inTime, body)
    return { bytes: await readBounded(response, agent), status: response.statusCode }
  } catch (error) {
    if (error instanceof SallyportError) throw error
    throw unreachable(agent, messageOf(error), error)
  }
}

async function call(
  { node, agent }: DeploymentClientOptions,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  silenceMs: number,
  signal: AbortSignal,
  body?: string,
): Promise<IncomingMessage> {
  try {
    const stream = await node.dial(agent.address, agent.port, Math.min(DIAL_TIMEOUT_MS, silenceMs))
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
    outgoing.setTimeout(silenceMs, () => outgoing.destroy(new Error('the agent went silent')))
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

/** What an agent says is a stranger's: nonsense is as good as no answer. */
function understand<T>(agent: MeshAgentPeer, what: string, read: (source: string) => T): T {
  try {
    return read(`${what} (${agent.name})`)
  } catch (error) {
    throw unreachable(agent, `${what} cannot be read: ${messageOf(error)}`, error)
  }
}

function unreachable(agent: MeshAgentPeer, why: string, cause?: unknown): SallyportError {
  return new SallyportError('AGENT_UNREACHABLE', { message: `${agent.name}: ${why}`, cause })
}
