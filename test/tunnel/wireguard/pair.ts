/** Two devices on a virtual clock, and a link between them that a test may bend. */
import { createHash } from 'node:crypto'
import { parseEndpoint, parsePrefix } from '../../../src/base/ip.ts'
import type { Random } from '../../../src/base/random.ts'
import type { Instant, Timestamp } from '../../../src/base/time.ts'
import { Device, type DeviceOptions } from '../../../src/tunnel/wireguard/device.ts'
import { type PeerId, presharedKey, privateKey, publicKey } from '../../../src/tunnel/wireguard/keys.ts'
import type { DeviceOutput } from '../../../src/tunnel/wireguard/output.ts'
import { nodePrimitives } from '../../../src/tunnel/wireguard/primitives-node.ts'
import { type Remote, udpRemote } from '../../../src/tunnel/wireguard/remote.ts'

export interface Sent {
  readonly from: 'a' | 'b'
  readonly bytes: Uint8Array
  readonly at: number
}

export interface Side {
  readonly name: 'a' | 'b'
  readonly device: Device
  /** What the other side is called here. */
  readonly peer: PeerId
  readonly packets: Uint8Array[]
  readonly outputs: DeviceOutput[]
  address: Remote
  /** The inner address of this side. */
  readonly inner: readonly [number, number, number, number]
}

export interface PairOptions {
  readonly psk?: boolean
  readonly seed?: string
  readonly device?: Partial<DeviceOptions>
  readonly keepaliveSeconds?: number
}

export class Pair {
  now = 1_000 as Instant
  readonly a: Side
  readonly b: Side
  readonly sent: Sent[] = []
  /** Milliseconds one way. */
  delayMs = 20
  /** Drops what it answers true for. */
  lose: (sent: Sent) => boolean = () => false
  readonly #wire: { at: number; to: Side; from: Remote; bytes: Uint8Array }[] = []

  constructor(options: PairOptions = {}) {
    const seed = options.seed ?? 'pair'
    const keys = ['a', 'b'].map((name) => createHash('sha256').update(`${seed} ${name}`).digest())
    const publics = keys.map((key) =>
      nodePrimitives.publicOf(nodePrimitives.importPrivateKey(new Uint8Array(key))),
    )
    const addresses = [udpRemote(parseEndpoint('192.0.2.1:1000')), udpRemote(parseEndpoint('192.0.2.2:2000'))]
    const side = (i: 0 | 1): Side => {
      const device = new Device({
        privateKey: privateKey(new Uint8Array(keys[i]!)),
        random: seededRandom(`${seed} random ${i}`),
        wallClock: (now) => (1_700_000_000_000 + now) as Timestamp,
        ...options.device,
      })
      const peer = device.setPeer(
        {
          publicKey: publicKey(publics[1 - i]!),
          allowedIps: [parsePrefix(`10.0.0.${2 - i}/32`), parsePrefix(`fd00::${2 - i}/128`)],
          remote: addresses[1 - i]!,
          ...(options.psk ? { presharedKey: presharedKey(new Uint8Array(32).fill(5)) } : {}),
          ...(options.keepaliveSeconds ? { persistentKeepaliveSeconds: options.keepaliveSeconds } : {}),
        },
        this.now,
      )
      const inner = [10, 0, 0, i + 1] as const
      return {
        name: i === 0 ? 'a' : 'b',
        device,
        peer,
        packets: [],
        outputs: [],
        address: addresses[i]!,
        inner,
      }
    }
    this.a = side(0)
    this.b = side(1)
    this.collect()
  }

  /** Sends an inner packet whose payload is `text` from one side to the other. */
  send(from: Side, text = 'hello'): void {
    from.device.send(innerPacket(from.inner, this.other(from).inner, text), this.now)
    this.collect()
  }

  /** Lets a datagram arrive at once, from wherever the test says. */
  inject(to: Side, bytes: Uint8Array, from: Remote = this.other(to).address): void {
    to.device.receive(bytes, from, this.now)
    this.collect()
  }

  /** Runs the world for a while, deadline by deadline. */
  run(ms: number): void {
    const end = (this.now + ms) as Instant
    for (;;) {
      const next = Math.min(
        ...this.#wire.map((datagram) => datagram.at),
        this.a.device.nextTimeout() ?? Number.POSITIVE_INFINITY,
        this.b.device.nextTimeout() ?? Number.POSITIVE_INFINITY,
      )
      if (next > end) break
      this.now = Math.max(this.now, next) as Instant
      this.#step()
    }
    this.now = end
  }

  /** Texts of the packets that a side received. */
  texts(side: Side): string[] {
    return side.packets.map((packet) => Buffer.from(packet.subarray(20)).toString())
  }

  sentBy(side: Side, type: number): Sent[] {
    return this.sent.filter((sent) => sent.from === side.name && sent.bytes[0] === type)
  }

  other(side: Side): Side {
    return side === this.a ? this.b : this.a
  }

  collect(): void {
    for (const side of [this.a, this.b]) {
      for (const output of side.device.drain()) this.#take(side, output)
    }
  }

  #take(side: Side, output: DeviceOutput): void {
    side.outputs.push(output)
    if (output.kind === 'packet') side.packets.push(output.bytes.slice())
    if (output.kind !== 'datagram') return
    const sent: Sent = { from: side.name, bytes: new Uint8Array(output.bytes), at: this.now }
    this.sent.push(sent)
    const to = this.other(side)
    if (output.to.id !== to.address.id || this.lose(sent)) return
    this.#wire.push({ at: this.now + this.delayMs, to, from: side.address, bytes: sent.bytes })
  }

  #step(): void {
    const due = this.#wire.filter((datagram) => datagram.at <= this.now)
    for (const datagram of due) {
      this.#wire.splice(this.#wire.indexOf(datagram), 1)
      datagram.to.device.receive(datagram.bytes, datagram.from, this.now)
      this.collect()
    }
    this.a.device.handleTimeout(this.now)
    this.b.device.handleTimeout(this.now)
    this.collect()
  }
}

export function seededRandom(seed: string): Random {
  let block = 0
  return {
    bytes(length) {
      const parts: Buffer[] = []
      for (let have = 0; have < length; have += 32) {
        parts.push(createHash('sha256').update(`${seed} ${block++}`).digest())
      }
      return new Uint8Array(Buffer.concat(parts).subarray(0, length))
    },
  }
}

/** An IPv4 packet of an unassigned protocol. */
export function innerPacket(
  source: readonly number[],
  destination: readonly number[],
  text: string,
): Uint8Array {
  const payload = Buffer.from(text)
  const packet = new Uint8Array(20 + payload.length)
  packet[0] = 0x45
  packet[2] = packet.length >> 8
  packet[3] = packet.length & 0xff
  packet[8] = 64
  packet[9] = 253
  packet.set(source, 12)
  packet.set(destination, 16)
  packet.set(payload, 20)
  return packet
}
