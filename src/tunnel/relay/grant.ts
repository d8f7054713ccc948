/**
 * What a node may do at a relay: a grant, read out of what the coordinator signed, and the list of the node's
 * peers, which the node brings itself and the grant knows by number and digest. A list that is not the
 * granted one admits nobody.
 */
import { encodeBase64 } from '../../base/bytes.ts'
import { sha256 } from '../../base/digest.ts'
import type { Instant } from '../../base/time.ts'
import type { RefusedReason } from './frame.ts'

export interface RelayGrant {
  /** Of the node's network map. A grant of an earlier map does not replace one of a later. */
  readonly version: number
  /** By the relay's own monotonic clock. */
  readonly until: Instant
  /** What the bytes are counted against: one lease of one node. */
  readonly account: string
  /** Of the account, at one relay. */
  readonly quotaBytes: number
  readonly peers: PeerListing
}

export interface PeerListing {
  readonly count: number
  /** SHA-256 of all keys, ascending, one behind the other. */
  readonly digest: Uint8Array
}

export type GrantJudgement =
  | { readonly kind: 'granted'; readonly grant: RelayGrant }
  | { readonly kind: 'refused'; readonly reason: RefusedReason }

export const NO_PEERS: ReadonlySet<string> = new Set()

/** The keys of a node's peers as a grant counts them. @param keys 32 bytes each, in any order */
export function listPeers(keys: Iterable<Uint8Array>): {
  readonly bytes: Uint8Array
  readonly listing: PeerListing
} {
  const sorted = [...keys].sort(compareKeys)
  const bytes = new Uint8Array(32 * sorted.length)
  for (const [index, key] of sorted.entries()) bytes.set(key, 32 * index)
  return { bytes, listing: { count: sorted.length, digest: sha256(bytes) } }
}

export function isSameListing(a: PeerListing, b: PeerListing): boolean {
  return a.count === b.count && compareKeys(a.digest, b.digest) === 0
}

/** Gathers the frames of one list. Never holds more than the grant counts. */
export class PeerGathering {
  readonly #listing: PeerListing
  readonly #bytes: Uint8Array
  #filled = 0

  constructor(listing: PeerListing) {
    this.#listing = listing
    this.#bytes = new Uint8Array(32 * listing.count)
  }

  /** @returns the keys (base64) once all are there; `incomplete` before; `wrong` where it is not the granted list */
  take(keys: Uint8Array): ReadonlySet<string> | 'incomplete' | 'wrong' {
    if (keys.length > this.#bytes.length - this.#filled) return 'wrong'
    this.#bytes.set(keys, this.#filled)
    this.#filled += keys.length
    if (this.#filled < this.#bytes.length) return 'incomplete'
    return this.#finish()
  }

  #finish(): ReadonlySet<string> | 'wrong' {
    if (compareKeys(sha256(this.#bytes), this.#listing.digest) !== 0) return 'wrong'
    const keys = new Set<string>()
    for (let at = 0; at < this.#bytes.length; at += 32)
      keys.add(encodeBase64(this.#bytes.subarray(at, at + 32)))
    return keys
  }
}

function compareKeys(a: Uint8Array, b: Uint8Array): number {
  for (let index = 0; index < 32; index++) {
    const difference = a[index]! - b[index]!
    if (difference !== 0) return difference
  }
  return 0
}
