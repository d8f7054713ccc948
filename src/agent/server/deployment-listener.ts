/**
 * The deployment server as a request listener of `node:http`, so that it is served over the mesh's
 * streams as well as over a socket.
 *
 * | request                               | answer                                        |
 * |---------------------------------------|-----------------------------------------------|
 * | `POST /v1/deployments`                | 202 `{deployment, log, status, receipt}`      |
 * | `GET /v1/deployments/<id>`            | 200 `{version, deployment, state, outcome …}` |
 * | `DELETE /v1/deployments/<id>`         | 202 the same: asked to stop before the switch |
 * | `GET /v1/deployments/<id>/log`        | 200 NDJSON, live, to the end                  |
 * | `GET /v1/deployments/<id>/receipt`    | 200 DSSE envelope; 404 before the end         |
 *
 * A peer that the mesh does not know gets no answer at all; one that asks for what is not its own gets
 * 404, as if it were not there.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { encodeHex } from '../../base/bytes.ts'
import { sha256 } from '../../base/digest.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { unverifiedPayload } from '../../trust/dsse.ts'
import type { Source } from '../sources/source.ts'
import type { AgentCore } from './agent-core.ts'
import type { KnownDeployment } from './deployment-hub.ts'
import {
  type DeploymentSource,
  MAX_DEPLOYMENT_REQUEST_BYTES,
  parseDeploymentRequest,
} from './deployment-request.ts'
import { type IdentifyPeer, mayUse, type Peer } from './peer.ts'

export interface DeploymentListenerPorts {
  readonly core: AgentCore
  readonly identifyPeer: IdentifyPeer
  /** From what a peer offers to what the configuration allows. @throws `SOURCE_REFUSED` */
  readonly openSource: (source: DeploymentSource, peer: Peer, application: string) => Source | undefined
  readonly requestTimeoutMs?: number
}

const DEFAULT_REQUEST_TIMEOUT_MS = 30_000

export function createDeploymentListener(ports: DeploymentListenerPorts): RequestListener {
  return (request, response) => {
    const peer = ports.identifyPeer(request.socket)
    if (!peer) {
      request.socket.destroy()
      return
    }
    answer(ports, peer, request, response).catch((error: unknown) => answerError(response, error))
  }
}

async function answer(
  ports: DeploymentListenerPorts,
  peer: Peer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0]!
  if (path === '/v1/deployments' && request.method === 'POST') {
    return sendJson(response, 202, await accept(ports, peer, request))
  }
  const match = /^\/v1\/deployments\/([a-z0-9-]{1,64})(\/log|\/receipt)?$/.exec(path)
  const found = match?.[1] === undefined ? undefined : ports.core.hub.find(match[1])
  const isAbort = request.method === 'DELETE' && match?.[2] === undefined
  if ((request.method !== 'GET' && !isAbort) || !found || !mayUse(peer.access, found.approval)) {
    return sendJson(response, 404, { error: 'NOT_FOUND', message: 'there is no such deployment' })
  }
  if (isAbort) {
    ports.core.abort(found.id)
    return sendJson(response, 202, statusOf(found))
  }
  if (match?.[2] === '/log') return await streamLog(ports.core, found, request, response)
  if (match?.[2] === '/receipt') return sendReceipt(response, found)
  sendJson(response, 200, statusOf(found))
}

async function accept(
  ports: DeploymentListenerPorts,
  peer: Peer,
  request: IncomingMessage,
): Promise<Record<string, unknown>> {
  const body = await readBody(request, ports.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS)
  const { approval, source } = parseDeploymentRequest(body)
  const digest = encodeHex(sha256(unverifiedPayload(approval.envelope)))
  if (!mayUse(peer.access, digest)) {
    throw new SallyportError('APPROVAL_REFUSED', { message: 'this edge was granted by another approval' })
  }
  const opened = ports.openSource(source, peer, claimedApplication(approval.envelope.payload))
  const { id } = ports.core.submit({ approval, ...(opened ? { source: opened } : {}) })
  const base = `/v1/deployments/${id}`
  return { version: 1, deployment: id, status: base, log: `${base}/log`, receipt: `${base}/receipt` }
}

/** Chooses whose list of sources counts; `submit` reads the statement strictly. */
function claimedApplication(payload: string): string {
  try {
    const statement = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'))
    return String(statement?.predicate?.application)
  } catch {
    // Not JSON: no application has this name, and `submit` says what is wrong.
    return ''
  }
}

async function readBody(request: IncomingMessage, timeoutMs: number): Promise<Uint8Array> {
  const timer = setTimeout(() => request.destroy(new Error('the request did not come in time')), timeoutMs)
  const chunks: Uint8Array[] = []
  let total = 0
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      total += chunk.length
      if (total > MAX_DEPLOYMENT_REQUEST_BYTES) {
        throw new SallyportError('LIMIT_EXCEEDED', {
          message: `the request has more than ${MAX_DEPLOYMENT_REQUEST_BYTES} bytes`,
        })
      }
      chunks.push(chunk)
    }
  } finally {
    clearTimeout(timer)
  }
  return Buffer.concat(chunks, total)
}

async function streamLog(
  core: AgentCore,
  found: KnownDeployment,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  request.on('close', () => gone.abort())
  response.on('close', () => gone.abort())
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
  response.flushHeaders()
  for await (const line of core.hub.follow(found.id, gone.signal)) {
    if (response.write(`${JSON.stringify(line)}\n`)) continue
    // A reader that does not read is waited for; what it misses beyond the hub's bound is gone.
    await new Promise<void>((resolve) => {
      response.once('drain', resolve)
      gone.signal.addEventListener('abort', () => resolve(), { once: true })
    })
  }
  response.end()
}

function sendReceipt(response: ServerResponse, found: KnownDeployment): void {
  const receipt = found.end?.receipt
  if (!receipt) {
    sendJson(response, 404, { error: 'NOT_FOUND', message: 'there is no receipt of it (yet)' })
    return
  }
  response.writeHead(200, { 'content-type': 'application/vnd.dsse+json' }).end(receipt)
}

function statusOf(found: KnownDeployment): Record<string, unknown> {
  const states = found.lines.filter((line) => line.kind === 'state')
  return {
    version: 1,
    deployment: found.id,
    application: found.application,
    approval: `sha256:${found.approval}`,
    state: states.at(-1)?.state ?? 'waiting',
    outcome: found.end?.outcome ?? null,
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(`${JSON.stringify(value)}\n`)
}

function answerError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (error instanceof SallyportError) {
    const status = error.code === 'LIMIT_EXCEEDED' ? 413 : error.code === 'APPROVAL_REFUSED' ? 403 : 400
    sendJson(response, status, { error: error.code, message: error.message, help: error.help ?? null })
    return
  }
  sendJson(response, 500, { error: 'INTERNAL', message: messageOf(error) })
}
