/**
 * Ports of loopback for services that a test starts later. They lie below the range from which the kernel
 * gives ports by itself, else a server of another test on port 0 could take one meanwhile; and each worker
 * of the runner has a stretch of its own.
 */
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

const LOWEST = 10_000
const STRETCH = 2_500
const STRETCHES = 8

const lowest = LOWEST + (Number(process.env.VITEST_POOL_ID ?? 0) % STRETCHES) * STRETCH
let next = randomInt(STRETCH)

/** A port of 127.0.0.1 that nothing listens on at this moment; each call answers another one. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < STRETCH; tries++) {
    const port = lowest + (next++ % STRETCH)
    if (await isFree(port)) return port
  }
  throw new Error(`no free port from ${lowest} to ${lowest + STRETCH - 1}`)
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
