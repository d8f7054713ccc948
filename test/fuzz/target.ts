/** What a fuzz target is: bytes in, and an exception where something that must hold does not. */

export interface FuzzTarget {
  /** What `npm run fuzz -- NAME` takes. */
  readonly name: string
  /** Inputs to begin with; every other one is made of them. */
  readonly seeds: readonly Uint8Array[]
  /** @throws where the input breaks an invariant. */
  run(input: Uint8Array): void | Promise<void>
}

export class FuzzViolation extends Error {}

/** Fails the run with a reason. */
export function violated(why: string): never {
  throw new FuzzViolation(why)
}
