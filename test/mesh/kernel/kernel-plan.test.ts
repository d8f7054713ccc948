import { expect, test } from 'vitest'
import { parseEndpoint, parsePrefix } from '../../../src/base/ip.ts'
import { keepaliveCommand, planKernelDevice, readDump } from '../../../src/mesh/kernel/kernel-plan.ts'
import { peerId, presharedKey, privateKey, publicKey } from '../../../src/tunnel/wireguard/keys.ts'

const text = (fill: number) => Buffer.alloc(32, fill).toString('base64')

test('the device is made, set by standard input, and taken away after', () => {
  const plan = planKernelDevice({
    device: 'wg9',
    privateKey: privateKey(new Uint8Array(32).fill(1)),
    listenPort: 51_820,
    peers: [
      {
        publicKey: publicKey(new Uint8Array(32).fill(2)),
        presharedKey: presharedKey(new Uint8Array(32).fill(3)),
        allowedIps: [parsePrefix('10.0.0.0/24'), parsePrefix('fd00::/64')],
        endpoints: [parseEndpoint('[2001:db8::1]:51820')],
        filter: [],
        persistentKeepaliveSeconds: 25,
      },
      { publicKey: publicKey(new Uint8Array(32).fill(4)), allowedIps: [], endpoints: [], filter: [] },
    ],
  })
  expect(plan.up.map(({ command }) => command.join(' '))).toEqual([
    'ip link add dev wg9 type wireguard',
    'sh -c cat | wg setconf "$0" /dev/stdin wg9',
  ])
  expect(plan.up[1]?.input).toBe(
    [
      '[Interface]',
      `PrivateKey = ${text(1)}`,
      'ListenPort = 51820',
      '[Peer]',
      `PublicKey = ${text(2)}`,
      `PresharedKey = ${text(3)}`,
      'AllowedIPs = 10.0.0.0/24, fd00::/64',
      'Endpoint = [2001:db8::1]:51820',
      'PersistentKeepalive = 25',
      '[Peer]',
      `PublicKey = ${text(4)}`,
      '',
    ].join('\n'),
  )
  expect(plan.down).toEqual([['ip', 'link', 'del', 'dev', 'wg9']])
  expect(plan.up.flatMap(({ command }) => command).join(' ')).not.toContain(text(1))
})

test('what wg says of its peers is read, and lines that are cut are passed over', () => {
  const dump = [
    `${text(1)}\t${text(9)}\t51820\toff`,
    `${text(2)}\t(none)\t192.0.2.1:51820\t10.0.0.0/24\t1700000000\t100\t200\t25`,
    `${text(4)}\t(none)\t(none)\t(none)\t0\t0\t0\toff`,
    'cut',
    '',
  ]
  expect(readDump(dump.join('\n'))).toEqual({
    listenPort: 51_820,
    peers: [
      {
        id: text(2),
        remote: '192.0.2.1:51820',
        handshakeAt: 1_700_000_000,
        bytesReceived: 100,
        bytesSent: 200,
      },
      { id: text(4), remote: undefined, handshakeAt: 0, bytesReceived: 0, bytesSent: 0 },
    ],
  })
  expect(readDump('')).toEqual({ listenPort: 0, peers: [] })
})

test('a peer is woken by a keepalive, whatever addresses it may have', () => {
  const peer = peerId(publicKey(new Uint8Array(32).fill(2)))
  expect(keepaliveCommand('wg9', peer, 25).join(' ')).toBe(
    `wg set wg9 peer ${text(2)} persistent-keepalive 25`,
  )
})
