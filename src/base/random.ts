/** Randomness as an argument: a seed replays a simulation, the platform's CSPRNG serves production. */
export interface Random {
  /** @returns `length` fresh random bytes. */
  bytes(length: number): Uint8Array
}

/** A uniform unsigned 32-bit number. */
export function randomUint32(random: Random): number {
  const bytes = random.bytes(4)
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
}

/** A uniform integer in `[0, bound)`, by rejection. */
export function randomBelow(random: Random, bound: number): number {
  const limit = Math.floor(0x1_0000_0000 / bound) * bound
  for (;;) {
    const value = randomUint32(random)
    if (value < limit) return value % bound
  }
}
