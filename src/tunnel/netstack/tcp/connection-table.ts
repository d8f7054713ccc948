/**
 * Connections by their four numbers, found without making a key: a keyed hash over the bytes of the
 * packet, and a chain for each hash. The key keeps strangers from choosing who collides.
 */
import type { Endpoint } from '../../../base/ip.ts'
import type { TcpConnection } from './connection.ts'

export class ConnectionTable {
  readonly #chains = new Map<number, TcpConnection>()
  readonly #seed: number
  #count = 0

  constructor(seed: number) {
    this.#seed = seed | 0
  }

  get count(): number {
    return this.#count
  }

  add(connection: TcpConnection): void {
    const { local, remote } = connection
    connection.hash = this.#hashEndpoints(local, remote)
    connection.nextInBucket = this.#chains.get(connection.hash)
    this.#chains.set(connection.hash, connection)
    this.#count++
  }

  remove(connection: TcpConnection): void {
    const first = this.#chains.get(connection.hash)
    let before: TcpConnection | undefined
    for (let at = first; at !== undefined; before = at, at = at.nextInBucket) {
      if (at !== connection) continue
      if (before !== undefined) before.nextInBucket = at.nextInBucket
      else if (at.nextInBucket !== undefined) this.#chains.set(connection.hash, at.nextInBucket)
      else this.#chains.delete(connection.hash)
      connection.nextInBucket = undefined
      this.#count--
      return
    }
  }

  /** `addresses`: where the peer's address starts in `bytes`, ours directly after it. */
  find(
    bytes: Uint8Array,
    addresses: number,
    addressLength: number,
    remotePort: number,
    localPort: number,
  ): TcpConnection | undefined {
    let hash = mix(this.#seed, (remotePort << 16) | localPort)
    hash = hashBytes(hash, bytes, addresses, addressLength * 2)
    for (let at = this.#chains.get(hash); at !== undefined; at = at.nextInBucket) {
      if (at.remote.port !== remotePort || at.local.port !== localPort) continue
      if (!isEqual(at.remote.address.bytes, bytes, addresses, addressLength)) continue
      if (isEqual(at.local.address.bytes, bytes, addresses + addressLength, addressLength)) return at
    }
    return undefined
  }

  has(local: Endpoint, remote: Endpoint): boolean {
    const length = local.address.bytes.length
    const addresses = new Uint8Array(length * 2)
    addresses.set(remote.address.bytes, 0)
    addresses.set(local.address.bytes, length)
    return this.find(addresses, 0, length, remote.port, local.port) !== undefined
  }

  *all(): Generator<TcpConnection> {
    for (const first of [...this.#chains.values()]) {
      for (let at: TcpConnection | undefined = first; at !== undefined; ) {
        const next: TcpConnection | undefined = at.nextInBucket
        yield at
        at = next
      }
    }
  }

  #hashEndpoints(local: Endpoint, remote: Endpoint): number {
    let hash = mix(this.#seed, (remote.port << 16) | local.port)
    hash = hashBytes(hash, remote.address.bytes, 0, remote.address.bytes.length)
    return hashBytes(hash, local.address.bytes, 0, local.address.bytes.length)
  }
}

function hashBytes(seed: number, bytes: Uint8Array, offset: number, length: number): number {
  let hash = seed
  for (let at = offset; at < offset + length; at += 4) {
    const word = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!
    hash = mix(hash, word)
  }
  return hash
}

function mix(hash: number, word: number): number {
  let mixed = Math.imul(hash ^ word, 0x9e3779b1)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x85ebca77)
  return mixed ^ (mixed >>> 13)
}

function isEqual(address: Uint8Array, bytes: Uint8Array, offset: number, length: number): boolean {
  if (address.length !== length) return false
  for (let i = 0; i < length; i++) if (address[i] !== bytes[offset + i]) return false
  return true
}
