/** Two netstacks joined in memory, each driven by the event loop. */
import { performance } from 'node:perf_hooks'
import { parseIp } from '../../../src/base/ip.ts'
import type { Clock, Instant, Timestamp } from '../../../src/base/time.ts'
import { EventLoopHost } from '../../../src/mesh/stream/event-loop-host.ts'
import { Netstack } from '../../../src/tunnel/netstack/netstack.ts'
import { seededRandom } from '../../tunnel/netstack/simulated-network.ts'

const clock: Clock = { monotonic: () => performance.now() as Instant, now: () => Date.now() as Timestamp }

export const LEFT = parseIp('10.77.0.1')
export const RIGHT = parseIp('10.77.0.2')

export function joinedHosts(): { left: EventLoopHost; right: EventLoopHost; close(): void } {
  const left: EventLoopHost = new EventLoopHost(
    new Netstack({ addresses: [LEFT], mtu: 1_420, random: seededRandom(1) }),
    clock,
    (buffer, offset, length) => right.receive(buffer.slice(offset, offset + length)),
  )
  const right: EventLoopHost = new EventLoopHost(
    new Netstack({ addresses: [RIGHT], mtu: 1_420, random: seededRandom(2) }),
    clock,
    (buffer, offset, length) => left.receive(buffer.slice(offset, offset + length)),
  )
  return {
    left,
    right,
    close() {
      left.close()
      right.close()
    },
  }
}
