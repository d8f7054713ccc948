/** When the plane works off what came: at the end of a turn of the loop, or after more turns where each was full. */
import { afterEach, expect, test } from 'vitest'
import { parseEndpoint, parseIp, parsePrefix } from '../../src/base/ip.ts'
import { Plane } from '../../src/mesh/plane.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { nodeAead } from '../../src/tunnel/wireguard/aead-node.ts'
import { privateKey } from '../../src/tunnel/wireguard/keys.ts'
import { udpRemote } from '../../src/tunnel/wireguard/remote.ts'

const FULL_TURN = 32
const opened: Plane[] = []
afterEach(() => {
  for (const plane of opened.splice(0)) plane.close()
})

test('what came in a turn that was not full is worked off at its end', async () => {
  const { feed, answers } = await joinedPlanes()
  feed(FULL_TURN - 1)
  await turn()
  expect(answers()).toBe(FULL_TURN - 1)
})

test('a full turn waits for the next one, and no longer where that brings nothing', async () => {
  const { feed, answers } = await joinedPlanes()
  feed(FULL_TURN)
  await turn()
  expect(answers()).toBe(0)
  await turn()
  expect(answers()).toBe(FULL_TURN)
})

test('of full turns without end every fourth works off what came', async () => {
  const { feed, answers } = await joinedPlanes()
  const seen: number[] = []
  for (let i = 0; i < 5; i++) {
    feed(FULL_TURN)
    await turn()
    seen.push(answers())
  }
  expect(seen).toEqual([0, 0, 0, 4 * FULL_TURN, 4 * FULL_TURN])
})

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** `feed` gives so many echo requests to the right plane at once; `answers` is how many it has answered. */
async function joinedPlanes() {
  const [toRight, toLeft] = ['192.0.2.2:2', '192.0.2.1:1'].map((text) => udpRemote(parseEndpoint(text)))
  const requests: Buffer[] = []
  let answered = 0
  const left = openPlane('10.7.0.1', (bytes) => requests.push(bytes))
  const right = openPlane('10.7.0.2', () => answered++)
  left.transmit = (bytes) => right.plane.receive(bytes, toLeft!)
  right.transmit = (bytes) => left.plane.receive(bytes, toRight!)
  const rules = [{ kind: 'any' }] as const
  const allowedIps = [parsePrefix('10.7.0.0/24')]
  left.plane.setPeer({ publicKey: right.plane.device.publicKey, allowedIps, remote: toRight! }, rules)
  right.plane.setPeer({ publicKey: left.plane.device.publicKey, allowedIps, remote: toLeft! }, rules)
  const request = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) {
      left.plane.netstack.sendEcho(parseIp('10.7.0.2'), 1, i, new Uint8Array(8), left.plane.now())
    }
    left.plane.touch()
    for (let i = 0; i < 4; i++) await turn()
  }
  // The first waits for the session.
  await request(1)
  for (const bytes of requests.splice(0)) right.plane.receive(bytes, toLeft!)
  for (let i = 0; i < 4; i++) await turn()
  await request(5 * FULL_TURN)
  answered = 0
  return {
    feed: (count: number) => {
      for (const bytes of requests.splice(0, count)) right.plane.receive(bytes, toLeft!)
    },
    answers: () => answered,
  }
}

function openPlane(address: string, onData: (bytes: Buffer) => void) {
  const end = { transmit: (_bytes: Uint8Array): void => {}, plane: undefined as unknown as Plane }
  end.plane = new Plane({
    privateKey: privateKey(systemRandom.bytes(32)),
    addresses: [parseIp(address)],
    mtu: 1_420,
    clock: systemClock,
    random: systemRandom,
    aead: nodeAead,
    measureHandshakeCost: () => 0.1,
    transmit: ({ bytes }) => end.transmit(bytes),
    transmitRun: (_peer, _to, arena, at, size, segmentSize) => {
      for (let sent = 0; sent < size; sent += segmentSize) {
        onData(Buffer.from(arena.bytes.subarray(at + sent, at + Math.min(sent + segmentSize, size))))
      }
    },
    runLimits: { bytes: 65_487, datagrams: 64 },
    onNews: () => {},
  })
  opened.push(end.plane)
  return end
}
