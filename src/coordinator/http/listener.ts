/** An HTTP server at its address: what `--metrics` and the witness's `--listen` have in common. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { messageOf, SallyportError } from '../../base/errors.ts'

export interface ListenerAddress {
  readonly host: string
  /** 0 for a free one. */
  readonly port: number
}

export interface Listener {
  readonly port: number
  /** Ends its connections too. */
  close(): Promise<void>
}

/**
 * @param words how a message of failure begins, and the option that names another address
 * @throws `USAGE` where the address cannot be listened on
 */
export function listenAt(
  server: Server,
  { host, port }: ListenerAddress,
  words: { readonly failure: string; readonly option: string },
): Promise<Listener> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new SallyportError('USAGE', {
          message: `${words.failure} on ${host}:${port}: ${messageOf(cause)}`,
          help: `choose another address with ${words.option} HOST:PORT`,
          cause,
        }),
      )
    })
    server.listen(port, host, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      }),
    )
  })
}
