import { expect, test } from 'vitest'
import { meshPeerOf } from '../../src/mesh/map-peers.ts'
import { runnerPeer, WIREGUARD_KEY } from '../agent/mesh/peer-kit.ts'

test('a peer has its two addresses, and nothing beside them', () => {
  const { publicKey, allowedIps } = meshPeerOf(runnerPeer(), [7700])
  expect(Buffer.from(publicKey)).toEqual(Buffer.from(WIREGUARD_KEY))
  expect(allowedIps.map(({ bits }) => bits)).toEqual([32, 128])
})

test('a peer may open our ports and send an echo request; without ports, nothing', () => {
  expect(meshPeerOf(runnerPeer(), [7700, 7701]).filter).toEqual([
    {
      kind: 'tcp',
      ports: [
        { first: 7700, last: 7700 },
        { first: 7701, last: 7701 },
      ],
    },
    { kind: 'icmp' },
  ])
  expect(meshPeerOf(runnerPeer(), []).filter).toEqual([])
})

test('no relay is named: each side sends by its own nearest', () => {
  expect(meshPeerOf(runnerPeer(), [])).not.toHaveProperty('relay')
})

test('endpoints of both families are understood', () => {
  const peer = runnerPeer(undefined, { endpoints: ['192.0.2.1:51820', '[2001:db8::1]:7'] })
  expect(meshPeerOf(peer, []).endpoints.map(({ port }) => port)).toEqual([51820, 7])
})
