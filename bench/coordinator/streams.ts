/** Some of the nodes, in a process of their own: real signed streams that take maps and acknowledge them. */
import './own-address.ts'
import { readFileSync } from 'node:fs'
import { createCoordinatorClient } from '../../src/api/coordinator-client.ts'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { type ControlSession, startControlSession } from '../../src/mesh/control/control-session.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createHttpClient } from '../../src/platform/http.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { parsePublicKey } from '../../src/trust/keys.ts'
import { readSeeds } from './world.ts'

/** How many open their streams at once. */
const AT_ONCE = 16

const [url = '', root = '', keysFile = '', from = '0', to = '0'] = process.argv.slice(2)
const http = createHttpClient()
const seeds = readSeeds(readFileSync(keysFile, 'utf8')).slice(Number(from), Number(to))
const sessions: ControlSession[] = []
const counts = { maps: 0, lost: 0 }

async function openOne(seed: Uint8Array): Promise<void> {
  const key = ed25519KeyPair(seed)
  const shared = { key, clock: systemClock, random: systemRandom }
  const client = createCoordinatorClient({ url, root: parsePublicKey('root', root), http, ...shared })
  await new Promise<void>((resolve) => {
    const session = startControlSession({
      client,
      ...shared,
      diagnostics: silentDiagnostics,
      onExpired: () => counts.lost++,
      // As nodes do: tokens of the relays are part of what a join costs.
      onRelayCredential: () => undefined,
      async onMap() {
        counts.maps++
        resolve()
        return []
      },
    })
    sessions.push(session)
  })
}

let next = 0
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let index = next++; index < seeds.length; index = next++) await openOne(seeds[index]!)
  }),
)
process.send?.({ connected: sessions.filter(({ isConnected }) => isConnected).length })
process.on('message', (message) => {
  if (message === 'counts') {
    process.send?.({ ...counts, connected: sessions.filter(({ isConnected }) => isConnected).length })
  }
  if (message === 'close') process.exit(0)
})
