/** One question to the service: does it answer well now? Never through a proxy, never beyond its time-out. */
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { connect } from 'node:net'
import { messageOf } from '../../base/errors.ts'
import { describeEnd, runCommand } from '../service/command-run.ts'
import type { RunAs } from '../service/run-as.ts'

export type ProbeSpec =
  | { readonly kind: 'http'; readonly url: string; readonly status: number; readonly contains?: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'exec'; readonly command: readonly string[] }
  /** No health is asked for: the service's own life is all that counts. */
  | { readonly kind: 'none' }

export type ProbeResult =
  | { readonly kind: 'healthy' }
  | { readonly kind: 'unhealthy'; readonly reason: string }

export interface ProbeSurroundings {
  readonly timeoutMs: number
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly runAs: RunAs
}

const HEALTHY: ProbeResult = { kind: 'healthy' }
const MAX_BODY_BYTES = 64 * 1024

export async function probe(spec: ProbeSpec, around: ProbeSurroundings): Promise<ProbeResult> {
  switch (spec.kind) {
    case 'http':
      return await probeHttp(spec, around.timeoutMs)
    case 'tcp':
      return await probeTcp(spec, around.timeoutMs)
    case 'exec':
      return await probeExec(spec.command, around)
    case 'none':
      return HEALTHY
  }
}

function probeHttp(spec: Extract<ProbeSpec, { kind: 'http' }>, timeoutMs: number): Promise<ProbeResult> {
  const { promise, resolve } = Promise.withResolvers<ProbeResult>()
  const request = spec.url.startsWith('https:') ? requestHttps : requestHttp
  const call = request(spec.url, { agent: false, headers: { 'user-agent': 'sallyport-health' } })
  const timer = setTimeout(() => call.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
  call.on('error', (error) => resolve(unhealthy(messageOf(error))))
  call.on('response', (answer) => {
    let body = ''
    answer.setEncoding('utf8')
    answer.on('data', (text: string) => {
      if (body.length < MAX_BODY_BYTES) body += text
    })
    answer.on('error', (error) => resolve(unhealthy(messageOf(error))))
    answer.on('end', () => {
      if (answer.statusCode !== spec.status) {
        resolve(unhealthy(`answered with ${answer.statusCode}, expected is ${spec.status}`))
      } else if (spec.contains !== undefined && !body.includes(spec.contains)) {
        resolve(unhealthy(`the answer does not contain ${JSON.stringify(spec.contains)}`))
      } else resolve(HEALTHY)
    })
  })
  call.end()
  return promise.finally(() => {
    clearTimeout(timer)
    call.destroy()
  })
}

function probeTcp(spec: Extract<ProbeSpec, { kind: 'tcp' }>, timeoutMs: number): Promise<ProbeResult> {
  const { promise, resolve } = Promise.withResolvers<ProbeResult>()
  const socket = connect({ host: spec.host, port: spec.port })
  socket.setTimeout(timeoutMs, () => resolve(unhealthy(`no connection within ${timeoutMs} ms`)))
  socket.on('connect', () => resolve(HEALTHY))
  socket.on('error', (error) => resolve(unhealthy(messageOf(error))))
  return promise.finally(() => socket.destroy())
}

async function probeExec(command: readonly string[], around: ProbeSurroundings): Promise<ProbeResult> {
  const lines: string[] = []
  const end = await runCommand({
    command,
    ...around,
    onLine: (line) => {
      if (lines.length < 3) lines.push(line)
    },
  })
  if (end.kind === 'exited' && end.code === 0) return HEALTHY
  const said = lines.length > 0 ? `: ${lines.join(' | ')}` : ''
  return unhealthy(`${command[0] ?? 'the command'} ${describeEnd(end, around.timeoutMs)}${said}`)
}

function unhealthy(reason: string): ProbeResult {
  return { kind: 'unhealthy', reason }
}
