/** A NAT by RFC 4787: how it maps (4.1), how it filters (5), when it forgets (4.3), whether it hairpins (6). */
export type Dependence = 'none' | 'address' | 'address-and-port'

export interface NatKind {
  readonly mapping: Dependence
  readonly filtering: Dependence
  readonly expiryMs: number
  readonly hairpin: boolean
  /** Lets no UDP out at all. */
  readonly blocksUdp: boolean
}

export interface Place {
  readonly ip: string
  readonly port: number
}

interface Mapping {
  readonly internal: Place
  readonly port: number
  usedAt: number
}

export class Nat {
  readonly kind: NatKind
  readonly ip: string
  readonly #byKey = new Map<string, Mapping>()
  readonly #byPort = new Map<number, Mapping>()
  /** What each internal place sent to, and when: what the filter goes by. */
  readonly #sent = new Map<string, number>()
  readonly #nextPort: () => number

  constructor(ip: string, kind: NatKind, nextPort: () => number) {
    this.ip = ip
    this.kind = kind
    this.#nextPort = nextPort
  }

  /** @returns the source that the outside sees; `undefined` where nothing leaves. */
  send(internal: Place, to: Place, now: number): Place | undefined {
    if (this.kind.blocksUdp) return undefined
    const key = `${text(internal)} ${reduce(to, this.kind.mapping)}`
    const known = this.#byKey.get(key)
    const isLive = known && now - known.usedAt < this.kind.expiryMs
    const mapping = isLive ? known : this.#map(key, internal, now)
    mapping.usedAt = now
    this.#sent.set(`${text(internal)} ${reduce(to, this.kind.filtering)}`, now)
    return { ip: this.ip, port: mapping.port }
  }

  /** @returns the internal place; `undefined` for what is dropped. */
  receive(port: number, from: Place, now: number): Place | undefined {
    const mapping = this.#byPort.get(port)
    if (!mapping || now - mapping.usedAt >= this.kind.expiryMs) return undefined
    const sentAt = this.#sent.get(`${text(mapping.internal)} ${reduce(from, this.kind.filtering)}`)
    return sentAt !== undefined && now - sentAt < this.kind.expiryMs ? mapping.internal : undefined
  }

  /** Forgets everything, as a power cut does. */
  reboot(): void {
    this.#byKey.clear()
    this.#byPort.clear()
    this.#sent.clear()
  }

  #map(key: string, internal: Place, now: number): Mapping {
    const mapping = { internal, port: this.#nextPort(), usedAt: now }
    this.#byKey.set(key, mapping)
    this.#byPort.set(mapping.port, mapping)
    return mapping
  }
}

export function text(place: Place): string {
  return `${place.ip}:${place.port}`
}

function reduce(place: Place, dependence: Dependence): string {
  if (dependence === 'none') return ''
  return dependence === 'address' ? place.ip : text(place)
}
