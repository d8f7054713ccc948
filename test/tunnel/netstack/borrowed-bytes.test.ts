/** Packets come in memory that is used again for the next one, as a Buffer, whose `slice` is no copy. */
import { expect, test } from 'vitest'
import { formatIp, parseIp } from '../../../src/base/ip.ts'
import type { Instant } from '../../../src/base/time.ts'
import { Netstack } from '../../../src/tunnel/netstack/netstack.ts'
import { icmp, ipv4, udp } from '../filter/packets.ts'
import { seededRandom } from './simulated-network.ts'
import { withSums } from './with-sums.ts'

const NOW = 1_000 as Instant

function borrowed() {
  const stack = new Netstack({
    addresses: [parseIp('10.0.0.2')],
    mtu: 1_420,
    random: seededRandom(1),
    checksums: 'trusted',
  })
  const arena = Buffer.alloc(2_048)
  return {
    stack,
    receive(packet: Uint8Array): void {
      arena.set(withSums(packet), 64)
      stack.receiveAt(arena, 64, packet.length, NOW)
      arena.fill(0xee)
    },
  }
}

test('a connection keeps its peer address when the memory of the SYN is used again', () => {
  const { stack, receive } = borrowed()
  stack.listenTcp({ port: 80 })
  const syn = [0, 9, 0, 80, 0, 0, 0, 1, 0, 0, 0, 0, 0x50, 2, 0xff, 0xff, 0, 0, 0, 0]
  receive(ipv4({ protocol: 6, payload: syn }))
  const [answer] = stack.drain()
  expect([...answer!.subarray(16, 20)]).toEqual([10, 0, 0, 1])
})

test('a datagram keeps its bytes and its sender', () => {
  const { stack, receive } = borrowed()
  const socket = stack.openUdp({ port: 53 })
  receive(ipv4({ protocol: 17, payload: udp(9, 53, [1, 2, 3]) }))
  const datagram = socket.receive()
  expect([...datagram!.bytes]).toEqual([1, 2, 3])
  expect(formatIp(datagram!.from.address)).toBe('10.0.0.1')
})

test('fragments keep their bytes until the last one is there', () => {
  const { stack, receive } = borrowed()
  const socket = stack.openUdp({ port: 53 })
  const whole = udp(9, 53, [1, 2, 3, 4, 5, 6, 7, 8, 9])
  const fragment = (payload: number[], offset: number, more: boolean) =>
    ipv4({ protocol: 17, payload, fragment: { offset, more, id: 7 } })
  receive(fragment(whole.slice(0, 16), 0, true))
  receive(fragment(whole.slice(16), 16, false))
  expect([...(socket.receive()?.bytes ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('an echo keeps its data', () => {
  const { stack, receive } = borrowed()
  receive(ipv4({ protocol: 1, payload: icmp(0, [0, 1, 0, 2, 7, 8]) }))
  expect(stack.drainEvents()).toMatchObject([{ kind: 'echo-reply', bytes: Uint8Array.of(7, 8) }])
})
