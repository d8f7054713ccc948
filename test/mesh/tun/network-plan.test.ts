import { expect, test } from 'vitest'
import { parseEndpoint, parseIp, parsePrefix } from '../../../src/base/ip.ts'
import { planNetwork, readWayOut } from '../../../src/mesh/tun/network-plan.ts'
import { planResolver } from '../../../src/mesh/tun/resolver.ts'

const NONE = { hasResolved: false, hasResolvconf: false, current: undefined }
const wishes = {
  device: 'tun9',
  addresses: [parsePrefix('10.0.0.2/24'), parsePrefix('fd00::2/64')],
  mtu: 1_380,
  prefixes: [parsePrefix('10.0.0.0/24'), parsePrefix('192.168.7.0/24')],
}

test('addresses, the link and routes, in this order; what an address brings is not asked for again', () => {
  const { up, down } = planNetwork(wishes, [])
  expect(up.map((command) => command.join(' '))).toEqual([
    'ip -4 address add 10.0.0.2/24 dev tun9',
    'ip -6 address add fd00::2/64 dev tun9',
    'ip link set mtu 1380 up dev tun9',
    'ip -4 route add 192.168.7.0/24 dev tun9',
  ])
  expect(down).toEqual([])
})

test('everything goes in as two halves, and the endpoint keeps its way, which is undone', () => {
  const endpoint = parseEndpoint('203.0.113.5:51820')
  const prefixes = [parsePrefix('0.0.0.0/0'), parsePrefix('::/0')]
  const { up, down } = planNetwork({ ...wishes, prefixes }, [
    { endpoint, device: 'eth0', gateway: '198.51.100.1' },
  ])
  expect(up.slice(3).map((command) => command.join(' '))).toEqual([
    'ip -4 route add 203.0.113.5/32 via 198.51.100.1 dev eth0',
    'ip -4 route add 0.0.0.0/1 dev tun9',
    'ip -4 route add 128.0.0.0/1 dev tun9',
    'ip -6 route add ::/1 dev tun9',
    'ip -6 route add 8000::/1 dev tun9',
  ])
  expect(down).toEqual([['ip', '-4', 'route', 'del', '203.0.113.5/32', 'via', '198.51.100.1', 'dev', 'eth0']])
})

test('a network with host bits, or of two peers, is one route; two peers at one address are one detour', () => {
  const prefixes = ['10.9.0.1/24', '10.9.0.0/24', '0.0.0.0/0'].map(parsePrefix)
  const waysOut = ['203.0.113.5:1', '203.0.113.5:2'].map((text) => ({
    endpoint: parseEndpoint(text),
    device: 'eth0',
  }))
  const { up, down } = planNetwork({ ...wishes, prefixes }, waysOut)
  expect(up.slice(3).map((command) => command.join(' '))).toEqual([
    'ip -4 route add 203.0.113.5/32 dev eth0',
    'ip -4 route add 10.9.0.0/24 dev tun9',
    'ip -4 route add 0.0.0.0/1 dev tun9',
    'ip -4 route add 128.0.0.0/1 dev tun9',
  ])
  expect(down).toHaveLength(1)
})

test('where routes are somebody else’s business none is set, and none kept', () => {
  const endpoint = parseEndpoint('192.168.7.1:1')
  const { up, down } = planNetwork({ ...wishes, hasRoutes: false }, [{ endpoint, device: 'eth0' }])
  expect(up).toHaveLength(3)
  expect(down).toEqual([])
})

test('an endpoint outside the tunnel needs no detour', () => {
  const endpoint = parseEndpoint('203.0.113.5:51820')
  expect(planNetwork(wishes, [{ endpoint, device: 'eth0' }]).down).toEqual([])
})

test.each([
  [
    '203.0.113.5 via 198.51.100.1 dev eth0 src 198.51.100.7 uid 0 \\    cache',
    { device: 'eth0', gateway: '198.51.100.1' },
  ],
  ['10.99.0.1 dev veth src 10.99.0.2 uid 0 \\    cache', { device: 'veth' }],
  ['', undefined],
  ['local 127.0.0.1 dev lo src 127.0.0.1 uid 0', undefined],
  ['unreachable 203.0.113.5 dev lo', undefined],
])('the way out is read from %j', (answer, expected) => {
  const endpoint = parseEndpoint('203.0.113.5:1')
  expect(readWayOut(endpoint, answer)).toEqual(expected && { endpoint, ...expected })
})

const resolver = { device: 'tun9', servers: [parseIp('10.0.0.1')], searchDomains: ['corp.example'] }

test('names: by systemd-resolved or resolvconf where they are, which keep them with the device', () => {
  const resolved = planResolver(resolver, { ...NONE, hasResolved: true, hasResolvconf: true })
  expect(resolved).toMatchObject({
    kind: 'resolvectl',
    undo: '',
    commands: [
      { command: ['resolvectl', 'dns', 'tun9', '10.0.0.1'] },
      { command: ['resolvectl', 'domain', 'tun9', '~.', 'corp.example'] },
    ],
  })
  expect(planResolver(resolver, { ...NONE, hasResolvconf: true })).toMatchObject({
    kind: 'resolvconf',
    undo: "'resolvconf' '-d' 'tun9' '-f' || true",
  })
  expect(planResolver({ ...resolver, servers: [] }, NONE).kind).toBe('none')
})

test('names: else the file, put back byte by byte, quotes and all, where it is still ours', () => {
  const plan = planResolver(resolver, { ...NONE, current: "# it's ours\nnameserver 192.0.2.1\n" })
  expect(plan).toMatchObject({
    kind: 'file',
    text: '# sallyport tun9\nnameserver 10.0.0.1\nsearch corp.example\n',
  })
  expect(plan.undo).toContain("grep -qx '# sallyport tun9' /etc/resolv.conf && printf %s '# it'\\''s ours\n")
})
