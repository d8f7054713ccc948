import { expect, test } from 'vitest'
import { decodeHex, encodeHex } from '../../../src/base/bytes.ts'
import type { Instant } from '../../../src/base/time.ts'
import { FaultInjector } from '../../../src/tunnel/netstack/device/fault-injector.ts'
import { deliverTo } from '../../../src/tunnel/netstack/device/packet-path.ts'
import { capture, pcapHeader } from '../../../src/tunnel/netstack/device/pcap-writer.ts'
import { trace } from '../../../src/tunnel/netstack/device/tracer.ts'
import { seededRandom } from './simulated-network.ts'

const UDP = decodeHex('4500002100004000401126300a4d00010a4d000200351234000d94fc68656c6c6f')

test('a capture has the header and the records that Wireshark reads', () => {
  const written: Uint8Array[] = [pcapHeader()]
  capture(
    deliverTo(() => {}),
    (bytes) => written.push(bytes),
  ).send(UDP, 1_234.5 as Instant)
  expect(encodeHex(written[0]!)).toBe('a1b2c3d40002000400000000000000000000ffff00000065')
  expect(encodeHex(written[1]!)).toBe(`000000010003940400000021${'00000021'}${encodeHex(UDP)}`)
})

test('the tracer says what passes', () => {
  const lines: string[] = []
  const path = trace(
    deliverTo(() => {}),
    (line) => lines.push(line),
  )
  path.send(UDP, 1 as Instant)
  path.send(UDP.subarray(0, 10), 2 as Instant)
  expect(lines).toEqual(['1.0 10.77.0.1:53 > 10.77.0.2:4660 udp len 5', '2.0 ipv4-truncated'])
})

test('the same seed gives the same faults, another one others', () => {
  const run = (seed: number) => {
    const path = new FaultInjector(
      deliverTo(() => {}),
      { loss: 0.3, duplication: 0.2 },
      seededRandom(seed),
    )
    for (let i = 0; i < 500; i++) path.send(UDP, i as Instant)
    return path.counts
  }
  expect(run(1)).toEqual(run(1))
  expect(run(1)).not.toEqual(run(2))
  expect(run(1).lost).toBeGreaterThan(100)
})
