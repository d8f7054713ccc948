/**
 * The data thread of a TUN plane: waits in `poll` until the network, the device, the main thread or a
 * timer wants something, and looks again for a moment before it sleeps where that is worth it. Orders come by a message port that is read without an event loop; an eventfd
 * says that one waits.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { messageOf } from '../../base/errors.ts'
import { systemClock } from '../../platform/clock.ts'
import { systemRandom } from '../../platform/random.ts'
import { chooseAead } from '../aead-tiers.ts'
import { loadKoffi, pinBytes } from '../native/koffi.ts'
import { bindLinux } from '../native/linux.ts'
import { PollSet } from '../native/poll-set.ts'
import { DataPath } from './data-path.ts'
import { lookAndSleep, type Waiting } from './look-and-sleep.ts'
import type { Order, ThreadStart, Word } from './thread-protocol.ts'
import { WaitWindow } from './wait-window.ts'

const STATUS_EVERY_MS = 1_000

if (parentPort) await serve(workerData as ThreadStart, parentPort)

async function serve(start: ThreadStart, port: NonNullable<typeof parentPort>): Promise<void> {
  const say = (word: Word): void => port.postMessage(word)
  try {
    const path = await open(start, say)
    say({ kind: 'ready', port: path.sockets[0]!.port, tier: path.tier })
    work(path, start, () => receiveMessageOnPort(port)?.message as Order | undefined, say)
    path.close()
    say({ kind: 'closed' })
  } catch (error) {
    say({ kind: 'failed', message: messageOf(error) })
  }
  port.close()
}

async function open(start: ThreadStart, say: (word: Word) => void): Promise<DataPath & { tier: string }> {
  const native = loadKoffi()
  if (native.kind === 'absent') throw new Error(native.why)
  const aead = await chooseAead(start.tier)
  const path: DataPath = new DataPath({
    ...start,
    koffi: native.koffi,
    aead,
    clock: systemClock,
    random: systemRandom,
    onNews: (news) => say({ kind: 'news', news, peers: path.status() }),
  })
  start.privateKey.fill(0)
  return Object.assign(path, { tier: aead.name })
}

/** Until the order to close. */
function work(
  path: DataPath,
  { tunFd, wakeFd, looksAgain }: ThreadStart,
  nextOrder: () => Order | undefined,
  say: (word: Word) => void,
): void {
  const poll = new PollSet(bindLinux(koffiOrThrow()), [
    wakeFd,
    tunFd,
    ...path.sockets.map((socket) => socket.fd),
  ])
  const drainWake = createDrain(wakeFd)
  const wait = createWait(poll, looksAgain)
  let statusAt = 0
  for (;;) {
    const next = path.msToTimeout()
    wait(next < 0 ? STATUS_EVERY_MS : Math.min(next, STATUS_EVERY_MS))
    path.turn(poll)
    if (poll.isReadable(wakeFd)) {
      drainWake()
      for (let order = nextOrder(); order; order = nextOrder()) {
        if (order.kind === 'close') return
        path.obey(order)
      }
    }
    const now = systemClock.monotonic()
    if (now - statusAt < STATUS_EVERY_MS) continue
    statusAt = now
    say({ kind: 'status', peers: path.status(), invalidHandshakes: path.device.drops.invalidHandshake })
  }
}

function createWait(set: PollSet, looksAgain: boolean): (timeoutMs: number) => void {
  if (!looksAgain) return (timeoutMs) => set.wait(timeoutMs)
  const { yieldProcessor } = bindLinux(koffiOrThrow())
  const waiting: Waiting = {
    poll: (timeoutMs) => set.wait(timeoutMs),
    yieldProcessor: () => yieldProcessor(),
    clock: systemClock,
    window: new WaitWindow(),
  }
  return (timeoutMs) => lookAndSleep(waiting, timeoutMs)
}

function createDrain(fd: number): () => void {
  const linux = bindLinux(koffiOrThrow())
  const count = pinBytes(linux.koffi, 8)
  return () => {
    linux.read(fd, count.address, 8)
  }
}

function koffiOrThrow() {
  const native = loadKoffi()
  if (native.kind === 'absent') throw new Error(native.why)
  return native.koffi
}
