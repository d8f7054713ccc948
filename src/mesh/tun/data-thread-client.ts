/** The main thread's end of a data thread. */
import { existsSync, writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { SallyportError } from '../../base/errors.ts'
import type { Order, ThreadStart, Word } from './thread-protocol.ts'

export interface DataThread {
  readonly port: number
  readonly tier: string
  order(order: Order): void
  /** Waits until the thread has let go of its descriptors. */
  close(): Promise<void>
}

export interface ThreadListeners {
  readonly onWord: (word: Word) => void
  /** The thread is gone, and nobody asked it to go. */
  readonly onLost: (error: Error) => void
}

const WAKE = Buffer.alloc(8)
WAKE.writeBigUInt64LE(1n)

/** @throws `TUNNEL_PORT_IN_USE`, `DATA_PLANE_UNAVAILABLE` */
export async function startDataThread(start: ThreadStart, listeners: ThreadListeners): Promise<DataThread> {
  const worker = new Worker(entry(), { workerData: start })
  start.privateKey.fill(0)
  const { promise: ready, resolve, reject } = Promise.withResolvers<Word & { readonly kind: 'ready' }>()
  const { promise: exited, resolve: exit } = Promise.withResolvers<void>()
  let isClosing = false
  worker.on('message', (word: Word) => {
    if (word.kind === 'ready') resolve(word)
    else if (word.kind === 'failed') reject(failure(start, word.message))
    else listeners.onWord(word)
  })
  worker.on('error', (error: Error) => {
    reject(error)
    listeners.onLost(error)
  })
  worker.on('exit', () => {
    exit()
    const error = new Error('the data thread ended')
    reject(error)
    if (!isClosing) listeners.onLost(error)
  })
  const { port, tier } = await ready
  const order = (each: Order): void => {
    worker.postMessage(each)
    writeSync(start.wakeFd, WAKE)
  }
  return {
    port,
    tier,
    order,
    async close() {
      isClosing = true
      order({ kind: 'close' })
      await exited
    },
  }
}

function failure(start: ThreadStart, message: string): SallyportError {
  if (message.startsWith('bind')) {
    return new SallyportError('TUNNEL_PORT_IN_USE', {
      message: `UDP port ${start.listenPort} cannot be opened: ${message}`,
      help: 'choose another ListenPort, or 0 for any',
    })
  }
  return new SallyportError('DATA_PLANE_UNAVAILABLE', {
    message: `the tun data plane: ${message}`,
    help: 'take --data-plane userspace',
  })
}

/** Beside the bundle, or beside this source. */
function entry(): string {
  const bundled = fileURLToPath(new URL('./data-thread.js', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('./data-thread.ts', import.meta.url))
}
