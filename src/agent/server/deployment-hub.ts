/**
 * The deployments that this agent knows of: who asked, the lines so far, how it ended. Bounded: lines
 * per deployment, and deployments.
 */
import type { DeploymentEnd } from '../deployment/deploy.ts'
import type { DeploymentLine } from '../deployment/deployment-log.ts'

const MAX_LINES = 4_000
const MAX_DEPLOYMENTS = 100

export interface KnownDeployment {
  readonly id: string
  readonly application: string
  /** SHA-256 of the statement that asked for it, hex: an edge of this approval may read its log. */
  readonly approval: string
  readonly lines: readonly DeploymentLine[]
  /** Lines that are not kept any more. */
  readonly droppedLines: number
  readonly end: DeploymentEnd | undefined
}

type Entry = {
  -readonly [K in keyof Omit<KnownDeployment, 'lines'>]: KnownDeployment[K]
} & { lines: DeploymentLine[]; readonly listeners: Set<() => void> }

export class DeploymentHub {
  readonly #entries = new Map<string, Entry>()

  add(id: string, application: string, approval: string): void {
    const entry: Entry = {
      id,
      application,
      approval,
      lines: [],
      droppedLines: 0,
      end: undefined,
      listeners: new Set(),
    }
    this.#entries.set(id, entry)
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > MAX_DEPLOYMENTS && oldest !== undefined) this.#entries.delete(oldest)
  }

  find(id: string): KnownDeployment | undefined {
    return this.#entries.get(id)
  }

  /** The deployment of an approval that is waiting or under way: asked for twice, it is the same. */
  findOpen(approval: string): KnownDeployment | undefined {
    return [...this.#entries.values()].find((entry) => entry.approval === approval && !entry.end)
  }

  append(line: DeploymentLine): void {
    const entry = this.#entries.get(line.deployment)
    if (!entry) return
    entry.lines.push(line)
    if (entry.lines.length > MAX_LINES) {
      entry.lines.shift()
      entry.droppedLines++
    }
    this.#wake(entry)
  }

  finish(id: string, end: DeploymentEnd): void {
    const entry = this.#entries.get(id)
    if (!entry) return
    entry.end = end
    this.#wake(entry)
  }

  /** Every line from the first that is kept, and then as they come, to the end. */
  async *follow(id: string, signal: AbortSignal): AsyncGenerator<DeploymentLine> {
    const entry = this.#entries.get(id)
    if (!entry) return
    let next = entry.droppedLines
    while (!signal.aborted) {
      const index = Math.max(0, next - entry.droppedLines)
      const line = entry.lines[index]
      if (line) {
        next = entry.droppedLines + index + 1
        yield line
      } else if (entry.end) return
      else await nextChange(entry, signal)
    }
  }

  #wake(entry: Entry): void {
    for (const listener of entry.listeners) listener()
  }
}

function nextChange(entry: Entry, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  entry.listeners.add(resolve)
  signal.addEventListener('abort', () => resolve(), { once: true })
  return promise.finally(() => entry.listeners.delete(resolve))
}
