/** An end that was asked for from outside by a signal, and how it is told from a failure. */

/** What `Ports.signal` aborts with. */
export class Interruption extends Error {
  readonly signal: 'SIGINT' | 'SIGTERM'

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`interrupted by ${signal}`)
    this.name = 'Interruption'
    this.signal = signal
  }
}

const MAX_CAUSES = 16

/** The interruption that a thrown value is, or comes from: libraries throw errors of their own with it as cause. */
export function interruptionOf(thrown: unknown): Interruption | undefined {
  let error = thrown
  for (let depth = 0; depth < MAX_CAUSES && error instanceof Error; depth++) {
    if (error instanceof Interruption) return error
    error = error.cause
  }
  return undefined
}

/** What the work comes to, or at once a rejection with the signal's reason when that aborts. */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = (): void => reject(signal.reason)
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', stop))
}
