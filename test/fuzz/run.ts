/** Runs a target on seeded inputs and stops at the first that breaks it. */
import { createDraw, mutate } from './mutation.ts'
import type { FuzzTarget } from './target.ts'

export interface FuzzOptions {
  readonly runs: number
  readonly seed: number
  /** Stops early; what ran is in the result. */
  readonly maxMs?: number
}

export interface FuzzResult {
  readonly runs: number
  readonly runsPerSecond: number
  readonly slowestMs: number
  readonly failure: FuzzFailure | undefined
}

export interface FuzzFailure {
  /** `--seed` of a single run that fails again. */
  readonly seed: number
  readonly input: Uint8Array
  readonly error: unknown
}

/** One input may take this much of the processor, whatever it holds and whatever else the machine does. */
const MAX_INPUT_MS = 2_000

export async function fuzz(target: FuzzTarget, { runs, seed, maxMs }: FuzzOptions): Promise<FuzzResult> {
  const start = performance.now()
  let slowestMs = 0
  let done = 0
  let failure: FuzzFailure | undefined
  for (; done < runs && failure === undefined; done++) {
    if (maxMs !== undefined && performance.now() - start > maxMs) break
    const own = (seed + done) >>> 0
    const input = mutate(target.seeds, createDraw(own))
    const before = process.cpuUsage()
    failure = await runOne(target, own, input)
    const { user, system } = process.cpuUsage(before)
    slowestMs = Math.max(slowestMs, (user + system) / 1000)
    if (!failure && slowestMs > MAX_INPUT_MS) {
      failure = { seed: own, input, error: new Error(`one input took ${Math.round(slowestMs)} ms`) }
    }
  }
  const seconds = (performance.now() - start) / 1000
  return { runs: done, runsPerSecond: Math.round(done / seconds), slowestMs, failure }
}

async function runOne(target: FuzzTarget, seed: number, input: Uint8Array): Promise<FuzzFailure | undefined> {
  try {
    await target.run(input)
    return undefined
  } catch (error) {
    return { seed, input, error }
  }
}
