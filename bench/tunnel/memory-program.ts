/** Prints the resident bytes of a device with so many peers, for each number of the arguments. */
import { webcrypto } from 'node:crypto'
import { parsePrefix } from '../../src/base/ip.ts'
import type { Timestamp } from '../../src/base/time.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { Device } from '../../src/tunnel/wireguard/device.ts'
import { privateKey, publicKey } from '../../src/tunnel/wireguard/keys.ts'
import { newKeyPair } from './keys.ts'

const random = { bytes: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)) }
const device = new Device({
  privateKey: privateKey(new Uint8Array(newKeyPair().privateKey)),
  random,
  wallClock: () => systemClock.now() as Timestamp,
})
// The generator's own memory is not a peer's: keys are made before anything is measured.
const counts = process.argv.slice(2).map(Number)
const keys = Array.from({ length: Math.max(...counts) }, () => publicKey(newKeyPair().publicKey))
let added = 0

process.stdout.write(`${JSON.stringify(counts.map(residentWith))}\n`)

function residentWith(count: number): number {
  for (; added < count; added++) {
    const prefix = parsePrefix(`10.90.${added >> 8}.${added & 255}/32`)
    device.setPeer({ publicKey: keys[added]!, allowedIps: [prefix] }, systemClock.monotonic())
  }
  for (let i = 0; i < 5; i++) globalThis.gc?.()
  return process.memoryUsage.rss()
}
