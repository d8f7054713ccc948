/**
 * Both sides of a host test speak through Node's streams, the kernel's with `node:net` and ours
 * with `src/mesh/stream`: so one peer serves both.
 */
import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { pieceAt } from '../transfer.ts'

/** What a side does with a connection. */
export interface Manners {
  /** Bytes to send, of the pattern whose digest `expectedDigest` knows. */
  readonly send: number
  /** Sends nothing before the peer has ended its side: needs half-close. */
  readonly answerAfterEnd?: boolean
  /** Sends RST after so many bytes received. */
  readonly resetAfter?: number
  /** Reads nothing at all for so long, from the start. */
  readonly readAfterMs?: number
  /** Never ends. */
  readonly hold?: boolean
}

export interface Outcome {
  readonly received: number
  readonly digest: string
  readonly milliseconds: number
  /** The code of the error that ended it. */
  readonly error?: string
}

interface Resettable extends Duplex {
  resetAndDestroy(): unknown
}

export async function exchange(socket: Resettable, manners: Manners): Promise<Outcome> {
  const start = performance.now()
  const hash = createHash('sha256')
  let received = 0
  let error: string | undefined
  const closed = new Promise<void>((resolve) => {
    socket.once('close', resolve)
    socket.once('error', (cause: NodeJS.ErrnoException) => {
      error = cause.code ?? cause.message
      resolve()
    })
  })
  const ended = new Promise<void>((resolve) => {
    socket.once('end', resolve)
  })
  const take = (bytes: Uint8Array) => {
    received += bytes.length
    hash.update(bytes)
    if (manners.resetAfter !== undefined && received >= manners.resetAfter) socket.resetAndDestroy()
  }
  if (manners.readAfterMs === undefined) socket.on('data', take)
  else setTimeout(() => socket.on('data', take), manners.readAfterMs)
  if (manners.answerAfterEnd === true) await Promise.race([ended, closed])
  await sendPattern(socket, manners.send, closed)
  if (manners.hold !== true && !socket.destroyed) socket.end()
  await Promise.race([Promise.all([ended, finished(socket)]), closed])
  const milliseconds = performance.now() - start
  return { received, digest: hash.digest('hex'), milliseconds, ...(error === undefined ? {} : { error }) }
}

async function sendPattern(socket: Duplex, size: number, closed: Promise<void>): Promise<void> {
  for (let at = 0; at < size && !socket.destroyed; ) {
    const piece = pieceAt(at, size)
    at += piece.length
    if (socket.write(piece)) continue
    await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed])
  }
}

function finished(socket: Duplex): Promise<void> {
  if (socket.writableFinished) return Promise.resolve()
  return new Promise((resolve) => {
    socket.once('finish', resolve)
  })
}
