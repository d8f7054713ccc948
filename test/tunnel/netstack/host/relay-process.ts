/**
 * Joins the kernels of two namespaces by a TUN device in each, with the same fault injector between
 * them that stands before our netstack. Arguments: the other namespace, the name of the devices.
 */
import { systemClock } from '../../../../src/platform/clock.ts'
import { FaultInjector, type Faults } from '../../../../src/tunnel/netstack/device/fault-injector.ts'
import { deliverTo } from '../../../../src/tunnel/netstack/device/packet-path.ts'
import { seededRandom } from '../simulated-network.ts'
import { enterNamespace, openTun, type TunDevice } from './native.ts'
import { obey } from './orders.ts'

const [other = '', name = ''] = process.argv.slice(2)
const MOST_READ = 64

const near = openTun(name)
enterNamespace(other)
const far = openTun(name)
const there = new FaultInjector(
  deliverTo((packet) => far.write(packet)),
  {},
  seededRandom(1),
)
const back = new FaultInjector(
  deliverTo((packet) => near.write(packet)),
  {},
  seededRandom(2),
)

obey({
  faults(faults: { there: Faults; back: Faults }) {
    there.faults = faults.there
    back.faults = faults.back
  },
})

turn()

function turn(): void {
  const now = systemClock.monotonic()
  there.handleTimeout(now)
  back.handleTimeout(now)
  const read = pass(near, there) + pass(far, back)
  if (read === 0) near.wait(1)
  setImmediate(turn)
}

function pass(from: TunDevice, path: FaultInjector): number {
  let read = 0
  for (let length = from.read(); length > 0; length = from.read()) {
    path.send(from.buffer.slice(0, length), systemClock.monotonic())
    if (++read === MOST_READ) break
  }
  return read
}
