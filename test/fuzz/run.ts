/** Runs a target on seeded inputs and stops at the first that breaks it. */
import { createDraw, mutate } from './mutation.ts'
import type { FuzzTarget } from './target.ts'

export interface FuzzOptions {
  readonly runs: number
  readonly seed: number
  /** Of the processor; stops early, and what ran is in the result. */
  readonly maxMs?: number
  /** Told the seed that comes next, now and then. */
  readonly progress?: (seed: number) => void
}

export interface FuzzResult {
  readonly runs: number
  /** Of the processor, so that other work on the machine does not count. */
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
const RUNS_BETWEEN_PROGRESS = 200

export async function fuzz(
  target: FuzzTarget,
  { runs, seed, maxMs, progress }: FuzzOptions,
): Promise<FuzzResult> {
  let slowestMs = 0
  let usedMs = 0
  const started = usedByProcess()
  let done = 0
  let failure: FuzzFailure | undefined
  for (; done < runs && failure === undefined; done++) {
    if (maxMs !== undefined && usedMs > maxMs) break
    const own = (seed + done) >>> 0
    if (progress && done % RUNS_BETWEEN_PROGRESS === 0) progress(own)
    const input = mutate(target.seeds, createDraw(own))
    failure = await runOne(target, own, input)
    const usedBefore = usedMs
    usedMs = usedByProcess() - started
    slowestMs = Math.max(slowestMs, usedMs - usedBefore)
    if (!failure && slowestMs > MAX_INPUT_MS) {
      failure = { seed: own, input, error: new Error(`one input took ${Math.round(slowestMs)} ms`) }
    }
  }
  return { runs: done, runsPerSecond: Math.round((done * 1000) / usedMs), slowestMs, failure }
}

/** Milliseconds of the processor, of all threads. */
function usedByProcess(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function runOne(target: FuzzTarget, seed: number, input: Uint8Array): Promise<FuzzFailure | undefined> {
  try {
    await target.run(input)
    return undefined
  } catch (error) {
    return { seed, input, error }
  }
}
