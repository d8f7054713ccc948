/**
 * Nodes with real paths on a virtual clock: NATs, relays, partitions, reboots, clocks that differ. What
 * seals the probes and opens the sockets is left out; what chooses the ways is the product's own.
 */
import { formatIp, parseEndpoint, parsePrefix } from '../../../src/base/ip.ts'
import type { Random } from '../../../src/base/random.ts'
import type { Instant } from '../../../src/base/time.ts'
import { orderCandidates } from '../../../src/tunnel/paths/candidates.ts'
import { Path, type PathOutput } from '../../../src/tunnel/paths/path.ts'
import { RelayChoice } from '../../../src/tunnel/paths/relay-choice.ts'
import { Nat, type NatKind, type Place, text } from './nat.ts'

type Message =
  | { readonly kind: 'ping' | 'pong'; readonly transaction: Uint8Array; readonly observed?: Place }
  | { readonly kind: 'offer'; readonly places: readonly Place[] }
  | { readonly kind: 'data'; readonly number: number }
  | { readonly kind: 'stun' | 'seen'; readonly place?: Place }

interface Packet {
  readonly from: number
  readonly to: number
  readonly message: Message
}

interface PeerPath {
  readonly path: Path
  readonly choice: RelayChoice
  offered: readonly Place[]
}

export interface SimulatedNode {
  readonly id: number
  place: Place
  nat: Nat | undefined
  readonly skewMs: number
  readonly observed: Map<string, number>
  readonly peers: Map<number, PeerPath>
  readonly received: Map<number, { number: number; relayed: boolean }>
}

const STUN: Place = { ip: '192.0.2.1', port: 3478 }
const STUN_SENDER = -1
const MESH = [parsePrefix('100.64.0.0/10')]
const STUN_MS = 25_000
const OBSERVED_MS = 75_000
const LATENCY_MS = 20

export class SimulatedInternet {
  now = 0
  readonly nodes: SimulatedNode[] = []
  readonly deadRelays = new Set<string>()
  /** Pairs of outside addresses between which nothing passes. */
  readonly cuts = new Set<string>()
  readonly #relays: readonly string[]
  readonly #random: Random
  #queue: { at: number; run: () => void }[] = []
  #port = 20_000

  constructor(relays: readonly string[], random: Random) {
    this.#relays = relays
    this.#random = random
  }

  createNat(ip: string, kind: NatKind): Nat {
    return new Nat(ip, kind, () => ++this.#port)
  }

  addNode(place: Place, nat: Nat | undefined, skewMs: number): SimulatedNode {
    const id = this.nodes.length
    const node = { id, place, nat, skewMs, observed: new Map(), peers: new Map(), received: new Map() }
    this.nodes.push(node)
    return node
  }

  /** Every node has all others as peers, and begins to ask how it is seen. */
  start(): void {
    for (const node of this.nodes) {
      this.restart(node)
      this.#every(STUN_MS, () => this.#deliverUdp(node, STUN, { kind: 'stun' }))
    }
    this.#every(5_000, () => this.#useAll())
  }

  /** The node's process begins anew. */
  restart(node: SimulatedNode): void {
    node.peers.clear()
    const now = this.#nowOf(node)
    for (const other of this.nodes) {
      if (other === node) continue
      const path = new Path({ random: this.#random, hasRelay: this.#relays.length > 0, now })
      const choice = new RelayChoice()
      choice.setRelays(this.#relays)
      node.peers.set(other.id, { path, choice, offered: [] })
    }
    this.#deliverUdp(node, STUN, { kind: 'stun' })
    this.#run(node)
  }

  /** Lets the world go on. */
  run(ms: number): void {
    const end = this.now + ms
    for (;;) {
      const next = this.#queue[0]
      if (!next || next.at > end) break
      this.#pop()
      this.now = next.at
      next.run()
    }
    this.now = end
  }

  /** Sends one packet of data by the route that the path gives now. */
  sendData(from: SimulatedNode, to: SimulatedNode, number: number): void {
    const peer = from.peers.get(to.id)!
    const now = this.#nowOf(from)
    peer.path.noteActivity(now)
    const route = peer.path.route(now)
    if (route.relay) this.#sendByRelay(from, to.id, { kind: 'data', number })
    for (const endpoint of route.endpoints)
      this.#deliverUdp(
        from,
        { ip: formatIp(endpoint.address), port: endpoint.port },
        { kind: 'data', number },
        to.id,
      )
    this.#run(from)
  }

  /** The relay forwards nothing any more. Where its connections break its clients notice. */
  killRelay(url: string, how: 'breaks' | 'goes deaf' = 'breaks'): void {
    this.deadRelays.add(url)
    if (how === 'goes deaf') return
    for (const node of this.nodes) {
      for (const peer of node.peers.values()) {
        const now = this.#nowOf(node)
        const used = peer.choice.choose()
        if (peer.choice.noteDown(url, now) && used === url) peer.path.noteRelayLost(now)
      }
      this.#run(node)
    }
  }

  /** The relay serves again, and its clients are connected. */
  reviveRelay(url: string): void {
    this.deadRelays.delete(url)
    for (const node of this.nodes) {
      for (const peer of node.peers.values()) peer.choice.noteReady(url)
      this.#run(node)
    }
  }

  #useAll(): void {
    for (const node of this.nodes) {
      const coordinator = this.nodes.filter((other) => other !== node)
      for (const other of coordinator) {
        this.#learn(node, other.id)
        node.peers.get(other.id)!.path.noteActivity(this.#nowOf(node))
      }
      this.#run(node)
    }
  }

  /** What the map says of a peer's endpoints, and what the peer offered. */
  #learn(node: SimulatedNode, other: number): void {
    const peer = node.peers.get(other)!
    const places = [...this.#placesOf(this.nodes[other]!), ...peer.offered]
    const endpoints = places.map((place) => parseEndpoint(text(place)))
    const candidates = orderCandidates(endpoints, { mesh: MESH, allowLoopback: false })
    peer.path.setCandidates(candidates, this.#nowOf(node))
  }

  #placesOf(node: SimulatedNode): Place[] {
    const seen = [...node.observed]
      .filter(([, at]) => this.now - at < OBSERVED_MS)
      .map(([place]) => readPlace(place))
    return [...seen, node.place]
  }

  #run(node: SimulatedNode): void {
    const now = this.#nowOf(node)
    for (const [other, peer] of node.peers) {
      peer.path.handleTimeout(now)
      for (const output of peer.path.drain()) this.#perform(node, other, peer, output)
      const next = peer.path.nextTimeout()
      if (Number.isFinite(next)) this.#wake(node, Math.max(1, next - now))
    }
  }

  readonly #wakeAt = new Map<number, number>()
  #wake(node: SimulatedNode, delay: number): void {
    const at = this.now + Math.ceil(delay)
    if ((this.#wakeAt.get(node.id) ?? 0) > this.now && this.#wakeAt.get(node.id)! <= at) return
    this.#wakeAt.set(node.id, at)
    this.#at(at, () => this.#run(node))
  }

  #perform(node: SimulatedNode, other: number, peer: PeerPath, output: PathOutput): void {
    const now = this.#nowOf(node)
    if (output.kind === 'offer') {
      this.#sendByRelay(node, other, { kind: 'offer', places: this.#placesOf(node) })
    } else if (output.kind === 'ping') {
      const message = { kind: 'ping', transaction: output.transaction } as const
      if (output.to === 'relay') {
        const url = peer.choice.choose()
        this.#sendByRelay(node, other, message)
        if (url !== undefined) peer.choice.noteAsked(url, now)
        const doubted = peer.choice.takeTry(now)
        if (doubted !== undefined) this.#sendByRelay(node, other, message, doubted)
      } else {
        const to = { ip: formatIp(output.to.address), port: output.to.port }
        this.#deliverUdp(node, to, message, other)
      }
    }
  }

  #sendByRelay(node: SimulatedNode, other: number, message: Message, by?: string): void {
    const url = by ?? node.peers.get(other)?.choice.choose()
    if (url === undefined || this.deadRelays.has(url)) return
    this.#at(this.now + 3 * LATENCY_MS, () => {
      if (!this.deadRelays.has(url))
        this.#take(this.nodes[other]!, { from: node.id, to: other, message }, url)
    })
  }

  #deliverUdp(node: SimulatedNode, to: Place, message: Message, other = STUN_SENDER): void {
    const isLocal = this.nodes.find((each) => each.nat === node.nat && text(each.place) === text(to))
    const packet = { from: node.id, to: other, message }
    if (isLocal && node.nat) {
      this.#at(this.now + 1, () => this.#take(isLocal, packet, node.place))
      return
    }
    const source = node.nat ? node.nat.send(node.place, to, this.now) : node.place
    if (!source || this.cuts.has(cutKey(source.ip, to.ip))) return
    if (node.nat && to.ip === node.nat.ip && !node.nat.kind.hairpin) return
    this.#at(this.now + LATENCY_MS, () => this.#arrive(to, source, packet))
  }

  #arrive(to: Place, source: Place, packet: Packet): void {
    if (text(to) === text(STUN)) {
      const node = this.nodes[packet.from]!
      const internal = node.nat ? node.nat.receive(source.port, STUN, this.now) : node.place
      if (internal)
        this.#take(node, { from: STUN_SENDER, to: node.id, message: { kind: 'seen', place: source } }, STUN)
      return
    }
    const nat = this.nodes.find((each) => each.nat?.ip === to.ip)?.nat
    const place = nat ? nat.receive(to.port, source, this.now) : to
    const node = this.nodes.find((each) => each.nat === nat && place && text(each.place) === text(place))
    if (node) this.#take(node, packet, source)
  }

  /** @param by a relay's URL, or where a datagram came from */
  #take(node: SimulatedNode, packet: Packet, by: string | Place): void {
    const { message } = packet
    if (message.kind === 'seen') {
      node.observed.set(text(message.place!), this.now)
      return
    }
    // A probe for another opens under no key of ours.
    const peer = packet.to === node.id ? node.peers.get(packet.from) : undefined
    if (!peer) return
    const now = this.#nowOf(node)
    if (typeof by === 'string' && message.kind === 'pong') peer.choice.noteAnswer(by)
    if (message.kind === 'data')
      node.received.set(packet.from, { number: message.number, relayed: typeof by === 'string' })
    else if (message.kind === 'offer') {
      peer.offered = message.places
      this.#learn(node, packet.from)
    } else if (message.kind === 'ping') this.#answer(node, peer, packet.from, message.transaction, by)
    else if (message.kind === 'pong') {
      const from = typeof by === 'string' ? undefined : parseEndpoint(text(by))
      const counted = peer.path.handlePong(message.transaction, now, from) !== undefined
      if (counted && message.observed) node.observed.set(text(message.observed), this.now)
    }
    this.#run(node)
  }

  #answer(
    node: SimulatedNode,
    peer: PeerPath,
    from: number,
    transaction: Uint8Array,
    by: string | Place,
  ): void {
    if (typeof by === 'string') this.#sendByRelay(node, from, { kind: 'pong', transaction }, by)
    else {
      this.#deliverUdp(node, by, { kind: 'pong', transaction, observed: by }, from)
      peer.path.notePing(parseEndpoint(text(by)), this.#nowOf(node))
    }
  }

  #nowOf(node: SimulatedNode): Instant {
    return (this.now + node.skewMs) as Instant
  }

  #every(ms: number, run: () => void): void {
    const again = (): void => {
      run()
      this.#at(this.now + ms, again)
    }
    this.#at(this.now + 1, again)
  }

  #at(at: number, run: () => void): void {
    const queue = this.#queue
    queue.push({ at, run })
    for (let i = queue.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1
      if (queue[parent]!.at <= queue[i]!.at) break
      ;[queue[parent], queue[i]] = [queue[i]!, queue[parent]!]
      i = parent
    }
  }

  #pop(): void {
    const queue = this.#queue
    const last = queue.pop()!
    if (queue.length === 0) return
    queue[0] = last
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2]
      let least = i
      if (left < queue.length && queue[left]!.at < queue[least]!.at) least = left
      if (right < queue.length && queue[right]!.at < queue[least]!.at) least = right
      if (least === i) return
      ;[queue[least], queue[i]] = [queue[i]!, queue[least]!]
      i = least
    }
  }
}

export function cutKey(a: string, b: string): string {
  return [a, b].sort().join(' ')
}

function readPlace(place: string): Place {
  const [ip = '', port] = place.split(':')
  return { ip, port: Number(port) }
}
