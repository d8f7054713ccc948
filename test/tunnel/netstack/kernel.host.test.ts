/** Our TCP against the kernel's, over a TUN device. */
import { expect, test } from 'vitest'
import type { Faults } from '../../../src/tunnel/netstack/device/fault-injector.ts'
import { KERNEL, type Lab, OURS, openLab, skip, why } from './host/lab.ts'
import { expectedDigest } from './transfer.ts'

const LARGE = 200_000_000
const MIDDLE = 5_000_000

for (const family of [4, 6] as const) {
  test.skipIf(skip)(
    `200 MB each way arrive unchanged over IPv${family}, whoever connects${why}`,
    async () => {
      const lab = await openLab()
      const expected = { received: LARGE, digest: expectedDigest(LARGE) }
      await lab.netstack.listen({ port: 80, send: LARGE })
      const [fromKernel] = await lab.kernel.connect({ address: OURS[family], port: 80, send: LARGE })
      expect(fromKernel).toMatchObject(expected)
      expect(await lab.netstack.served(80)).toMatchObject([expected])
      await lab.kernel.listen({ port: 81, send: MIDDLE })
      const [fromUs] = await lab.netstack.connect({ address: KERNEL[family], port: 81, send: MIDDLE })
      expect(fromUs).toMatchObject({ received: MIDDLE, digest: expectedDigest(MIDDLE) })
      expect(await lab.kernel.served(81)).toMatchObject([
        { received: MIDDLE, digest: expectedDigest(MIDDLE) },
      ])
      // The kernel looks for routers and multicast listeners by itself.
      const { 'ip-not-ours': _multicast, ...drops } = (await lab.figures()).drops
      expect(drops).toEqual({})
    },
  )
}

const BAD_PATHS: readonly (readonly [name: string, faults: Faults])[] = [
  ['loss of 0.1 %', { loss: 0.001 }],
  ['loss of 2 %', { loss: 0.02 }],
  ['loss of 1 % and 50 ms each way', { loss: 0.01, delayMs: 50 }],
  ['reordering of 10 %', { reordering: 0.1, reorderMs: 3, delayMs: 5 }],
  ['duplication of 5 %', { duplication: 0.05, delayMs: 2 }],
  ['corruption of 1 %', { corruption: 0.01, delayMs: 2 }],
  ['25 ms each way', { delayMs: 25 }],
  [
    'everything at once',
    { loss: 0.005, duplication: 0.01, corruption: 0.005, reordering: 0.05, reorderMs: 4, delayMs: 10 },
  ],
]

for (const [name, faults] of BAD_PATHS) {
  test.skipIf(skip)(`streams over both families arrive unchanged through ${name}${why}`, async () => {
    const lab = await openLab()
    await lab.netstack.order('faults', { there: faults, back: faults })
    await lab.netstack.listen({ port: 80, send: MIDDLE })
    const outcomes = await Promise.all([4, 6].map((family) => connectKernel(lab, family as 4 | 6)))
    const expected = { received: MIDDLE, digest: expectedDigest(MIDDLE) }
    expect(outcomes.flat()).toMatchObject([expected, expected])
    expect(await lab.netstack.served(80)).toMatchObject([expected, expected])
  })
}

async function connectKernel(lab: Lab, family: 4 | 6) {
  return await lab.kernel.connect({ address: OURS[family], port: 80, send: MIDDLE })
}
