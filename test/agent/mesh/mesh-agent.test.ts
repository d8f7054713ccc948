import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type MeshAgent, type MeshAgentOptions, startMeshAgent } from '../../../src/agent/mesh/mesh-agent.ts'
import type { Relay } from '../../../src/api/messages/network-map.ts'
import { silentDiagnostics } from '../../../src/base/diagnostics.ts'
import { Secret } from '../../../src/base/secret.ts'
import type { ControlSessionOptions } from '../../../src/mesh/control/control-session.ts'
import type { MapChange } from '../../../src/mesh/control/network-map-state.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { systemRandom } from '../../../src/platform/random.ts'
import { RELAY_PATH } from '../../../src/tunnel/relay/frame.ts'
import { AGENT_PORT, ownRules, WIREGUARD_KEY } from './peer-kit.ts'

/** The control session, without a coordinator at its other end: the test hands over the maps. */
const control = vi.hoisted(() => ({ session: undefined as ControlSessionOptions | undefined }))
vi.mock('../../../src/mesh/control/control-session.ts', () => ({
  startControlSession(session: ControlSessionOptions) {
    control.session = session
    return { ended: new Promise(() => {}), reportEndpoints() {}, close() {} }
  },
}))

let agent: MeshAgent

beforeEach(() => {
  agent = startMeshAgent({
    client: { url: 'http://127.0.0.1:1' },
    wireguardKey: new Secret(WIREGUARD_KEY),
    rules: async () => ownRules(),
    onMap: () => {},
    port: AGENT_PORT,
    expose: [],
    listenPort: 0,
    relayOnly: false,
    clock: systemClock,
    random: systemRandom,
    diagnostics: silentDiagnostics,
  } as unknown as MeshAgentOptions)
})

/** UDP sockets of this process, those of the native data plane among them. */
function sockets(): number {
  const tables = ['udp', 'udp6'].map((name) => readFileSync(`/proc/self/net/${name}`, 'utf8'))
  const inodes = new Set(
    tables.flatMap((table) => table.split('\n').map((line) => line.trim().split(/\s+/)[9])),
  )
  return readdirSync('/proc/self/fd').filter((name) => {
    try {
      return inodes.has(/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/self/fd/${name}`))?.[1] ?? 'none')
    } catch {
      // The descriptor by which the folder itself was read.
      return false
    }
  }).length
}

function mapWith(relays: readonly Relay[]): MapChange {
  const self = {
    id: `n-${'1'.repeat(32)}`,
    name: 'web-1',
    domain: 'mesh.example',
    ipv4: '100.64.0.2',
    ipv6: 'fd5a:11e0::2',
  }
  const map = { version: 1, expiresAt: Date.now() + 60_000, self, peers: new Map(), relays }
  return { map, changed: [], removed: [] } as unknown as MapChange
}

async function startRelay(): Promise<{ relay: Relay; called: Promise<unknown> }> {
  const server = createServer().listen(0, '127.0.0.1')
  const called = once(server, 'connection')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    called,
    relay: { id: 'relay-1', url: `ws://127.0.0.1:${port}${RELAY_PATH}`, stun: null, pin: null },
  }
}

test('the agent waits at the relays of each map: also those that came with a later one', async () => {
  onTestFinished(() => agent.close())
  const [first, second] = [await startRelay(), await startRelay()]
  await control.session?.onMap(mapWith([first.relay]))
  await first.called
  await control.session?.onMap(mapWith([second.relay]))
  await expect(second.called).resolves.toBeDefined()
})

test('an agent that is closed while its node is still opening leaves no socket', async () => {
  const before = sockets()
  const taken = control.session?.onMap(mapWith([]))
  await agent.close()
  await expect(taken).resolves.toEqual([])
  expect(sockets()).toBe(before)
})

test('an agent that is closed after its node has opened leaves no socket', async () => {
  const before = sockets()
  await control.session?.onMap(mapWith([]))
  expect(sockets()).toBeGreaterThan(before)
  await agent.close()
  expect(sockets()).toBe(before)
})
