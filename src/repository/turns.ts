/**
 * Files of a tree are read at once, so who reads many would never hear of a signal or a timer. The process's one event
 * loop gets a turn between two files where the last is some time ago: each turn lets garbage collections begin that a
 * small heap pays for.
 */
const TURN_MS = 100
let lastTurn = 0

export async function letOthersRun(): Promise<void> {
  if (performance.now() - lastTurn < TURN_MS) return
  await new Promise<void>((resolve) => setImmediate(resolve))
  lastTurn = performance.now()
}
