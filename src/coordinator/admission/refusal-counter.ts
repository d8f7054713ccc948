/** Refusals of principals that match nobody we know: counted, and logged as one number a minute. */
export interface RefusalCounter {
  add(): void
  /** @returns how many since the last call */
  take(): number
}

export function createRefusalCounter(): RefusalCounter {
  let count = 0
  return {
    add() {
      count++
    },
    take() {
      const taken = count
      count = 0
      return taken
    },
  }
}
