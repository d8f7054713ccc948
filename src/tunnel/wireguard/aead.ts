/**
 * ChaCha20-Poly1305 for data messages, behind one seam so that a faster tier can serve it. The nonce
 * is 4 zero bytes and the counter, little-endian; nothing is associated. Packets are sealed and opened
 * where they lie, in memory that the tier itself made: no object and no copy for a packet.
 */

/** Memory that a tier works in. */
export interface Arena {
  /** Ask for it anew after a key was imported: a heap that grew has moved. */
  readonly bytes: Buffer
  /** Where the tier finds `bytes[0]`; of no meaning to others. */
  readonly address: number
}

export interface AeadKey {
  /** Seals `length` bytes at `at` in place; the tag takes the 16 bytes behind them. */
  seal(low: number, high: number, arena: Arena, at: number, length: number): void
  /**
   * Opens `length` bytes at `at`, tag included, in place.
   *
   * @returns false where the tag is wrong, and then no plaintext is left.
   */
  open(low: number, high: number, arena: Arena, at: number, length: number): boolean
  /** Zeroes what can be zeroed; the key is of no use after. */
  zero(): void
}

export interface Aead {
  readonly name: string
  /** Memory for as long as the tier lives: to be asked for once, not per packet. */
  allocate(size: number): Arena
  /** Copies the key; the caller zeroes its own copy. */
  importKey(bytes: Uint8Array): AeadKey
}

export const TAG_SIZE = 16
const SCRATCH_SIZE = 65_536 + 2 * TAG_SIZE

interface Scratch {
  readonly incoming: Arena
  readonly outgoing: Arena
}

const scratches = new WeakMap<Aead, Scratch>()

/** Two arenas of a tier for one packet each, used during a call only. */
export function scratchOf(aead: Aead): Scratch {
  const known = scratches.get(aead)
  if (known) return known
  const made = { incoming: aead.allocate(SCRATCH_SIZE), outgoing: aead.allocate(SCRATCH_SIZE) }
  scratches.set(aead, made)
  return made
}

/** @returns ciphertext and tag in fresh memory */
export function sealBytes(
  aead: Aead,
  key: AeadKey,
  low: number,
  high: number,
  plaintext: Uint8Array,
): Uint8Array {
  const arena = scratchOf(aead).outgoing
  arena.bytes.set(plaintext)
  key.seal(low, high, arena, 0, plaintext.length)
  return new Uint8Array(arena.bytes.subarray(0, plaintext.length + TAG_SIZE))
}

/** @returns the plaintext in fresh memory, `undefined` where the tag is wrong */
export function openBytes(
  aead: Aead,
  key: AeadKey,
  low: number,
  high: number,
  sealed: Uint8Array,
): Uint8Array | undefined {
  const arena = scratchOf(aead).incoming
  if (sealed.length > arena.bytes.length) return undefined
  arena.bytes.set(sealed)
  if (!key.open(low, high, arena, 0, sealed.length)) return undefined
  return new Uint8Array(arena.bytes.subarray(0, sealed.length - TAG_SIZE))
}
