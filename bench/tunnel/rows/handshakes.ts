/** Initiations that a responder takes and answers, per second of one core; beside it what its three DHs alone allow. */
import { diffieHellman, generateKeyPairSync } from 'node:crypto'
import { parseEndpoint } from '../../../src/base/ip.ts'
import type { Instant, Timestamp } from '../../../src/base/time.ts'
import { drawEphemeral } from '../../../src/mesh/ephemeral-keys.ts'
import { systemRandom } from '../../../src/platform/random.ts'
import { Device } from '../../../src/tunnel/wireguard/device.ts'
import { privateKey, publicKey } from '../../../src/tunnel/wireguard/keys.ts'
import { udpRemote } from '../../../src/tunnel/wireguard/remote.ts'
import { newKeyPair } from '../keys.ts'
import { type Row, type Setting, takeTurns } from '../row.ts'
import { type Line, median } from '../table.ts'

export const handshakes: Row = { name: 'handshakes', measure }

const COUNT = 2_000
const WARM_UPS = 4
/** More than REKEY_TIMEOUT apart, on a clock of our own. */
const APART_MS = 6_000
const REMOTE = udpRemote(parseEndpoint('192.0.2.1:51820'))

async function measure(setting: Setting): Promise<Line[]> {
  const contenders = new Map([
    ['responder', async () => answerAll()],
    ['three DHs', async () => agreeThrice()],
  ])
  // What is compiled in the first runs is not what a handshake costs.
  for (let i = 0; i < WARM_UPS; i++) answerAll()
  const figures = await takeTurns(setting, contenders)
  return [
    {
      what: 'handshakes per second and core, responder',
      ours: median(figures.get('responder') ?? []),
      unit: '/s',
      peer: '–',
      theirs: undefined,
      goal: '≥ 3000',
      meets: (rate) => rate >= 3_000,
      note: `node:crypto, by processor time; its three DHs alone: ${median(figures.get('three DHs') ?? [])?.toFixed(0)} /s`,
    },
  ]
}

function answerAll(): number {
  const [ours, theirs] = [newKeyPair(), newKeyPair()]
  const initiator = createDevice(theirs.privateKey)
  const peer = initiator.setPeer(
    { publicKey: publicKey(ours.publicKey), allowedIps: [], remote: REMOTE },
    at(0),
  )
  const messages = Array.from({ length: COUNT }, (_, index) => {
    initiator.connect(peer, at(index + 1))
    const sent = initiator.drain().find((output) => output.kind === 'datagram')
    if (!sent) throw new Error('no initiation was sent')
    return sent.bytes
  })
  const responder = createDevice(ours.privateKey)
  responder.setPeer({ publicKey: publicKey(theirs.publicKey), allowedIps: [] }, at(0))
  const before = process.cpuUsage()
  let answered = 0
  for (const [index, message] of messages.entries()) {
    responder.receive(message, REMOTE, at(index + 1))
    answered += responder.drain().filter((output) => output.kind === 'datagram').length
  }
  const { user, system } = process.cpuUsage(before)
  if (answered < COUNT) throw new Error(`only ${answered} of ${COUNT} initiations were answered`)
  return COUNT / ((user + system) / 1e6)
}

/** What X25519 alone would allow. */
function agreeThrice(): number {
  const { privateKey } = generateKeyPairSync('x25519')
  const { publicKey } = generateKeyPairSync('x25519')
  const before = process.cpuUsage()
  for (let i = 0; i < 3 * COUNT; i++) diffieHellman({ privateKey, publicKey })
  const { user, system } = process.cpuUsage(before)
  return COUNT / ((user + system) / 1e6)
}

function createDevice(key: Uint8Array): Device {
  const wallClock = (now: Instant): Timestamp => (1_700_000_000_000 + now) as Timestamp
  return new Device({
    privateKey: privateKey(new Uint8Array(key)),
    random: systemRandom,
    drawEphemeral,
    wallClock,
  })
}

function at(index: number): Instant {
  return (index * APART_MS) as Instant
}
