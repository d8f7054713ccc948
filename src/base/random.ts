/** Randomness as an argument: a seed replays a simulation, the platform's CSPRNG serves production. */
export interface Random {
  /** @returns `length` fresh random bytes. */
  bytes(length: number): Uint8Array
}

/** A uniform unsigned 32-bit number. */
export function randomUint32(random: Random): number {
  const bytes = random.bytes(4)
  // By a view its short array would first get a buffer, which costs more than the draw.
  return ((bytes[0]! << 24) | (bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!) >>> 0
}

/** A uniform integer in `[0, bound)`, by rejection. */
export function randomBelow(random: Random, bound: number): number {
  const limit = Math.floor(0x1_0000_0000 / bound) * bound
  for (;;) {
    const value = randomUint32(random)
    if (value < limit) return value % bound
  }
}
