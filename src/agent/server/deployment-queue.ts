/**
 * One deployment in flight per application; a newer one waits, and a newer one still takes its place:
 * the one that waited ends as superseded (protocols.md §6). Supervision takes turns with it.
 */
import { SallyportError } from '../../base/errors.ts'

interface Waiting {
  isSuperseded: boolean
  supersede: () => void
}

export class DeploymentQueue {
  #tail: Promise<unknown> = Promise.resolve()
  #waiting: Waiting | undefined

  /**
   * Runs a deployment when those before it have ended.
   *
   * @throws `DEPLOYMENT_REFUSED` where a newer one came while it waited
   */
  deploy<T>(run: () => Promise<T>): Promise<T> {
    this.#waiting?.supersede()
    const { promise: pushedAside, reject } = Promise.withResolvers<never>()
    const waiting: Waiting = { isSuperseded: false, supersede: () => {} }
    waiting.supersede = () => {
      waiting.isSuperseded = true
      reject(superseded())
    }
    this.#waiting = waiting
    const result = this.exclusive(async () => {
      if (waiting.isSuperseded) throw superseded()
      this.#waiting = undefined
      return await run()
    })
    return Promise.race([result, pushedAside])
  }

  /** Runs a step when nothing else does. */
  exclusive<T>(step: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(step)
    // The next one goes on whatever became of this one; the caller hears of the failure.
    this.#tail = result.catch(() => undefined)
    return result
  }

  /** Resolves when all that was asked for until now has ended. */
  async idle(): Promise<void> {
    await this.#tail
  }
}

function superseded(): SallyportError {
  return new SallyportError('DEPLOYMENT_REFUSED', {
    message: 'superseded: a newer deployment of the same application came while this one waited',
  })
}
