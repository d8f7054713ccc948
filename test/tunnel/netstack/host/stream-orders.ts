/** Listening and connecting on order, over whichever streams the process has. */
import { exchange, type Manners, type Outcome } from './exchange.ts'
import type { Handlers } from './orders.ts'

type Stream = Parameters<typeof exchange>[0]

export interface StreamSide {
  connect(address: string, port: number): Stream
  listen(port: number, onConnection: (socket: Stream) => void): Promise<unknown>
}

export interface ListenOrder extends Manners {
  readonly port: number
}

export interface ConnectOrder extends Manners {
  readonly address: string
  readonly port: number
  /** How many connections at the same time; 1 by default. */
  readonly count?: number
}

export function streamOrders(side: StreamSide): Handlers {
  const served = new Map<number, Promise<Outcome>[]>()
  return {
    async listen({ port, ...manners }: ListenOrder) {
      const outcomes: Promise<Outcome>[] = []
      served.set(port, outcomes)
      await side.listen(port, (socket) => outcomes.push(exchange(socket, manners)))
    },
    /** The outcomes of all connections that were accepted so far, once they are over. */
    served: async (port: number) => await Promise.all(served.get(port) ?? []),
    async connect({ address, port, count = 1, ...manners }: ConnectOrder) {
      const streams = Array.from({ length: count }, () => side.connect(address, port))
      return await Promise.all(streams.map((socket) => exchange(socket, manners)))
    },
  }
}
