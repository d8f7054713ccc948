/**
 * One small internet by its seed: random NATs, then relays that die, go deaf and come back, NATs and nodes
 * that reboot, nodes that move, partitions; and when the world has been quiet for a while, an oracle that
 * knows RFC 4787 says which pairs must be direct, relayed, or dead.
 */
import { randomBelow } from '../../../src/base/random.ts'
import { seededRandom } from '../wireguard/pair.ts'
import type { Dependence, Nat, NatKind } from './nat.ts'
import { cutKey, SimulatedInternet, type SimulatedNode } from './simulated-internet.ts'

const DEPENDENCES: readonly Dependence[] = ['none', 'address', 'address-and-port']

/**
 * `connected`: chance decides which way; `chance`: also whether at all. A pair is `dead` where no question is
 * answered; single packets may still cross one way, which is no connection.
 */
export type Verdict = 'direct' | 'relayed' | 'connected' | 'dead' | 'chance'

/** @returns what was wrong, with the seed that replays it */
export function live(seed: number): string[] {
  const random = seededRandom(`internet ${seed}`)
  const below = (limit: number): number => randomBelow(random, limit)
  const relays = ['relay-1', 'relay-2'].slice(0, below(3))
  const internet = new SimulatedInternet(relays, random)
  const nats = [1, 2, 3].map((index) => internet.createNat(`198.51.100.${index}`, randomKind(below)))
  for (let index = 0; index < 4; index++) settle(internet, nats, below, index)
  internet.start()
  for (let event = below(4); event >= 0; event--) {
    internet.run(500 + below(60_000))
    disturb(internet, nats, relays, below)
  }
  internet.cuts.clear()
  internet.run(160_000)
  return judge(internet, relays).map((line) => `SALLYPORT_SEED=${seed}: ${line}`)
}

function settle(
  internet: SimulatedInternet,
  nats: readonly Nat[],
  below: (limit: number) => number,
  index: number,
): void {
  const nat = below(4) === 0 ? undefined : nats[below(nats.length)]
  // Private addresses repeat behind different NATs, as they do.
  const ip = nat ? `10.0.0.${2 + index}` : `203.0.113.${1 + index}`
  internet.addNode({ ip, port: 50_000 + below(3) }, nat, below(2) * below(100_000_000))
}

function randomKind(below: (limit: number) => number): NatKind {
  return {
    mapping: DEPENDENCES[below(3)]!,
    filtering: DEPENDENCES[below(3)]!,
    expiryMs: 30_000 + below(120_000),
    hairpin: below(2) === 0,
    blocksUdp: below(8) === 0,
  }
}

function disturb(
  internet: SimulatedInternet,
  nats: readonly Nat[],
  relays: readonly string[],
  below: (limit: number) => number,
): void {
  const node = internet.nodes[below(internet.nodes.length)]!
  switch (below(6)) {
    case 0:
      nats[below(nats.length)]!.reboot()
      break
    case 1:
      internet.restart(node)
      break
    case 2:
      node.nat = nats[below(nats.length)]
      node.place = { ip: `10.0.0.${100 + node.id}`, port: 40_000 + below(10) }
      break
    case 3:
      internet.cuts.add(cutKey(outside(node), outside(internet.nodes[below(internet.nodes.length)]!)))
      break
    case 4:
      // The last relay lives: without any, who is relayed would be dead by right.
      if (relays.length === 2 && internet.deadRelays.size === 0) {
        internet.killRelay(relays[below(2)]!, below(2) === 0 ? 'breaks' : 'goes deaf')
      }
      break
    case 5:
      for (const url of internet.deadRelays) internet.reviveRelay(url)
      break
  }
}

function judge(internet: SimulatedInternet, relays: readonly string[]): string[] {
  const hasRelay = relays.some((url) => !internet.deadRelays.has(url))
  for (const [from, to] of pairs(internet)) internet.sendData(from, to, 77)
  internet.run(1_000)
  return pairs(internet).flatMap(([from, to]) => {
    const wanted = oracle(from, to, hasRelay)
    const state = from.peers.get(to.id)!.path.state.kind
    const arrived = to.received.get(from.id)
    const data = arrived?.number === 77 ? (arrived.relayed ? 'relayed' : 'direct') : 'lost'
    if (wanted === 'chance') return []
    const isRight =
      wanted === 'dead'
        ? state === 'connecting' || state === 'failed'
        : wanted === 'connected'
          ? data !== 'lost'
          : data === wanted && state === wanted
    return isRight ? [] : [`${from.id}→${to.id} is ${state}, its data ${data}; it must be ${wanted}`]
  })
}

function oracle(from: SimulatedNode, to: SimulatedNode, hasRelay: boolean): Verdict {
  const otherwise = hasRelay ? 'relayed' : 'dead'
  const [a, b] = [from.nat, to.nat]
  if (a && a === b) return 'direct'
  if (a?.kind.blocksUdp || b?.kind.blocksUdp) return otherwise
  if (!a || !b) return 'direct'
  const [easyA, easyB] = [a.kind.mapping === 'none', b.kind.mapping === 'none']
  if (easyA && easyB) return 'direct'
  if (easyA || easyB) {
    // The easy side does not know the port that the hard side comes from: its filter must not care.
    const easy = easyA ? a : b
    return easy.kind.filtering === 'address-and-port' ? otherwise : 'direct'
  }
  const strict = a.kind.filtering === 'address-and-port' && b.kind.filtering === 'address-and-port'
  return strict ? otherwise : hasRelay ? 'connected' : 'chance'
}

function pairs(internet: SimulatedInternet): (readonly [SimulatedNode, SimulatedNode])[] {
  return internet.nodes.flatMap((from) =>
    internet.nodes.filter((to) => to !== from).map((to) => [from, to] as const),
  )
}

function outside(node: SimulatedNode): string {
  return node.nat?.ip ?? node.place.ip
}
