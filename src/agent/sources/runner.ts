/**
 * `runner`: the peer that called serves the artifact at its own mesh address. The dialer is the
 * mesh's; nothing here can reach another address than the caller's.
 */
import { request } from 'node:http'
import type { Duplex } from 'node:stream'
import { openAnswer, requestHeaders } from './http-answer.ts'
import type { Source } from './source.ts'

/** Opens a stream to a port of one peer. */
export type PeerDialer = (port: number, signal: AbortSignal) => Promise<Duplex>

export interface RunnerSourceOptions {
  /** The calling peer's mesh address, for the `Host` header and the log. */
  readonly address: string
  readonly port: number
  /** Starts with a slash. */
  readonly path: string
  readonly dial: PeerDialer
  /** Between two packets of the answer. */
  readonly idleTimeoutMs: number
}

export function runnerSource(options: RunnerSourceOptions): Source {
  const label = `runner ${options.address}`
  return {
    kind: 'runner',
    label,
    async open(offset, signal) {
      const stream = await options.dial(options.port, signal)
      const { promise, resolve, reject } = Promise.withResolvers<Parameters<typeof openAnswer>[0]>()
      const call = request({
        createConnection: () => stream,
        method: 'GET',
        path: options.path,
        headers: { ...requestHeaders(offset), host: options.address },
        signal,
      })
      call.setTimeout(options.idleTimeoutMs, () => call.destroy(new Error('the runner went silent')))
      call.on('response', resolve).on('error', reject).end()
      return openAnswer(await promise, offset, label)
    },
  }
}
