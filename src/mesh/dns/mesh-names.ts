/**
 * The names of the mesh as this node knows them: its peers' and its own, with the mesh's domain behind them
 * or alone (`web-1.mesh.example`, `web-1`). They come with the network map, and no server is asked. A name
 * under the domain that nobody has is known not to be; every other name is not ours to answer.
 */
import type { Peer, SelfNode } from '../../api/messages/network-map.ts'
import { type IpAddress, parseIp } from '../../base/ip.ts'
import { reverseNameOf } from './reverse-name.ts'

/**
 * Addresses; none for a name that is not ours (or has none); `no-such-name` where we know that nobody has it; the
 * name of an address that was asked for by its reverse name.
 */
export type NameAnswer = readonly IpAddress[] | 'no-such-name' | { readonly pointer: string }

type Named = Pick<SelfNode | Peer, 'name' | 'ipv4' | 'ipv6'>

export class MeshNames {
  #domain = ''
  #addresses: ReadonlyMap<string, readonly IpAddress[]> = new Map()
  /** By reverse name. */
  #pointers: ReadonlyMap<string, string> = new Map()

  /** @param peers those that this node may talk to */
  update(self: Named & Pick<SelfNode, 'domain'>, peers: Iterable<Named>): void {
    this.#domain = self.domain
    this.#addresses = new Map(
      [...peers, self].map(({ name, ipv4, ipv6 }) => [name, [parseIp(ipv4), parseIp(ipv6)]]),
    )
    this.#pointers = new Map(
      [...this.#addresses].flatMap(([name, addresses]) =>
        addresses.map((address) => [reverseNameOf(address), `${name}.${self.domain}`]),
      ),
    )
  }

  lookUp(name: string): NameAnswer {
    const wanted = name.toLowerCase().replace(/\.$/, '')
    const pointer = this.#pointers.get(wanted)
    if (pointer !== undefined) return { pointer }
    if (!wanted.includes('.')) return this.#addresses.get(wanted) ?? []
    if (this.#domain === '' || !wanted.endsWith(`.${this.#domain}`)) return []
    return this.#addresses.get(wanted.slice(0, -this.#domain.length - 1)) ?? 'no-such-name'
  }
}
