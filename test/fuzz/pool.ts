/**
 * Shares targets out to processes, so that every core has one and an input that never ends, or that takes all
 * memory, ends its own process alone: it fails its target, with the seeds among which it is.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface PoolOptions {
  readonly names: readonly string[]
  readonly runs: number
  readonly seed: number
  readonly processes: number
  readonly tell: (text: string) => void
}

export interface PoolTask {
  readonly name: string
  readonly runs: number
  readonly seed: number
}

export type PoolMessage =
  | { readonly kind: 'progress'; readonly seed: number }
  | { readonly kind: 'done'; readonly text: string; readonly failed: boolean }

/** A process that is silent for so long hangs: one input may take two seconds, and it speaks every few hundred. */
const SILENCE_MS = 120_000
const MAX_HEAP_MIB = 512

/** The names of those that failed. */
export async function runPool(options: PoolOptions): Promise<string[]> {
  const waiting = [...options.names]
  const failed: string[] = []
  const work = async (): Promise<void> => {
    let child: ChildProcess | undefined
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      child = child?.connected ? child : startProcess()
      const outcome = await runTask(child, { name, runs: options.runs, seed: options.seed })
      options.tell(outcome.text)
      if (outcome.failed) failed.push(name)
    }
    if (child?.connected) child.disconnect()
  }
  await Promise.all(Array.from({ length: options.processes }, work))
  return failed
}

function startProcess(): ChildProcess {
  const program = fileURLToPath(new URL('./pool-process.ts', import.meta.url))
  return fork(program, { execArgv: [...process.execArgv, `--max-old-space-size=${MAX_HEAP_MIB}`] })
}

function runTask(child: ChildProcess, task: PoolTask): Promise<{ text: string; failed: boolean }> {
  return new Promise((resolve) => {
    let reached = task.seed
    let clock = setTimeout(kill, SILENCE_MS)
    function kill(): void {
      child.kill('SIGKILL')
    }
    function settle(text: string, failed: boolean): void {
      clearTimeout(clock)
      child.removeAllListeners('message').removeAllListeners('exit')
      resolve({ text, failed })
    }
    child.on('message', (message: PoolMessage) => {
      if (message.kind === 'done') return settle(message.text, message.failed)
      reached = message.seed
      clearTimeout(clock)
      clock = setTimeout(kill, SILENCE_MS)
    })
    child.on('exit', (code, signal) => {
      const how = signal === 'SIGKILL' ? `gave no answer in ${SILENCE_MS} ms` : `ended with ${signal ?? code}`
      settle(`${task.name}: the process ${how}, at seed ${reached} or a little behind it`, true)
    })
    child.send(task)
  })
}
