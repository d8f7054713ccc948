/** Names of a file's network where the file gives no DNS server. */
import { lookup } from 'node:dns/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { formatIp } from '../../src/base/ip.ts'
import type { Node } from '../../src/mesh/node.ts'
import { parseWgQuick } from '../../src/mesh/wg-quick.ts'
import { openWgQuickNode } from '../../src/mesh/wg-quick-node.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'

vi.mock('node:dns/promises', () => ({ lookup: vi.fn() }))
const opened: Node[] = []
afterEach(async () => {
  for (const node of opened.splice(0)) await node.close()
})

const key = () => Buffer.from(systemRandom.bytes(32)).toString('base64')

async function open(address: string, allowed: string): Promise<Node> {
  const text = `[Interface]\nPrivateKey = ${key()}\nAddress = ${address}\n[Peer]\nPublicKey = ${key()}\nAllowedIPs = ${allowed}\n`
  const node = await openWgQuickNode(parseWgQuick(text, 'wg0.conf'), {
    clock: systemClock,
    random: systemRandom,
    listenAddress: '127.0.0.1',
  })
  opened.push(node)
  return node
}

function machineKnows(...addresses: string[]): void {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  vi.mocked(lookup).mockResolvedValue(found as never)
}

test('a name that the machine knows is of the network where its address is', async () => {
  const node = await open('10.0.0.2/32', '10.0.0.0/8')
  machineKnows('192.0.2.1', '10.9.9.9')
  expect(await node.find('web').then((found) => found && formatIp(found))).toBe('10.9.9.9')
  machineKnows('192.0.2.1')
  expect(await node.find('web')).toBeUndefined()
})

test('with everything in the tunnel every name is, by a family that this node has; loopback is not', async () => {
  const node = await open('10.0.0.2/32', '0.0.0.0/0, ::/0')
  machineKnows('2001:db8::1', '192.0.2.1')
  expect(await node.find('web').then((found) => found && formatIp(found))).toBe('192.0.2.1')
  machineKnows('::1', '127.0.0.1')
  expect(await node.find('localhost')).toBeUndefined()
})

test('a name that nobody knows is no name of the network', async () => {
  const node = await open('10.0.0.2/32', '0.0.0.0/0')
  vi.mocked(lookup).mockRejectedValue(new Error('ENOTFOUND'))
  expect(await node.find('web')).toBeUndefined()
})
