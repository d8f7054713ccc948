import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SendRing } from '../../src/mesh/send-ring.ts'

test('what was placed stays as it was until the system has taken it, however much comes after', () => {
  const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 65_507 }), fc.boolean()), { maxLength: 120 })
  fc.assert(
    fc.property(sizes, (datagrams) => {
      let waiting: { bytes: Buffer; at: number; size: number; mark: number }[] = []
      const ring = new SendRing(() => waiting.length === 0)
      datagrams.forEach(([size, takesAll], index) => {
        const mark = index & 0xff
        const at = ring.place(Buffer.alloc(size + 10, mark), 5, size)
        waiting.push({ bytes: ring.bytes, at, size, mark })
        const isKept = waiting.every((each) =>
          each.bytes.subarray(each.at, each.at + each.size).every((byte) => byte === each.mark),
        )
        expect(isKept).toBe(true)
        if (takesAll) waiting = []
      })
    }),
    { numRuns: 15 },
  )
})

test('memory is used again once all is taken', () => {
  const ring = new SendRing(() => true)
  const { bytes } = ring
  const datagram = Buffer.alloc(65_000)
  const places = new Set(Array.from({ length: 100 }, () => ring.place(datagram, 0, datagram.length)))
  expect(ring.bytes).toBe(bytes)
  expect(places.size).toBe(16)
})
