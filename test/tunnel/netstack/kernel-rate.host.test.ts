/** Our CUBIC beside the kernel's, at the same time, over paths with the same faults, to the same receiver. */
import { appendFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Outcome } from './host/exchange.ts'
import {
  inNamespace,
  ip,
  KERNEL,
  type Lab,
  OURS,
  openLab,
  openNamespace,
  raiseTun,
  skip,
  startWorker,
  type Worker,
  why,
} from './host/lab.ts'
import { expectedDigest } from './transfer.ts'

const LOSSY = { there: { delayMs: 50, loss: 0.001 }, back: { delayMs: 50 } }
const LONG = { there: { delayMs: 50 }, back: { delayMs: 50 } }
const STREAMS = 12
const SIZE = 6_000_000
/** The goal is 0.9; twelve streams for ten seconds leave this much to chance. */
const LEAST_RATIO = 0.75

test.skipIf(skip)(
  `100 ms and a loss in a thousand leave us as much as they leave the kernel's CUBIC${why}`,
  async () => {
    const lab = await openLab()
    await lab.netstack.order('faults', LOSSY)
    const rival = await openRival(lab)
    await lab.kernel.listen({ port: 81, send: 0 })
    const [ours, theirs] = await Promise.all([
      lab.netstack.connect({ address: KERNEL[4], port: 81, send: SIZE, count: STREAMS }),
      rival.connect({ address: '10.90.0.1', port: 81, send: SIZE, count: STREAMS }),
    ])
    const served = await lab.kernel.served(81)
    expect(served).toHaveLength(2 * STREAMS)
    for (const outcome of served) expect(outcome.digest).toBe(expectedDigest(SIZE))
    const ratio = rate(ours) / rate(theirs)
    tell(`ours ${rate(ours).toFixed(2)}, kernel ${rate(theirs).toFixed(2)} Mbit/s, ratio ${ratio.toFixed(2)}`)
    expect(ratio).toBeGreaterThan(LEAST_RATIO)
  },
)

test.skipIf(skip)(
  `at 100 ms both buffers grow with the stream, by as much as this machine can move${why}`,
  async () => {
    const lab = await openLab()
    useCubic(lab.namespace, 'tun0', '10.88.0.0/24')
    await lab.netstack.order('faults', LONG)
    const size = 120_000_000
    await lab.netstack.listen({ port: 80, send: 0 })
    await lab.kernel.listen({ port: 81, send: 0 })
    const [down] = await lab.kernel.connect({ address: OURS[4], port: 80, send: size })
    const [up] = await lab.netstack.connect({ address: KERNEL[4], port: 81, send: size })
    const { peak } = await lab.figures()
    tell(
      `down ${rate([down!], size).toFixed(0)}, up ${rate([up!], size).toFixed(0)} Mbit/s, ${JSON.stringify(peak)}`,
    )
    // All of the 8 MiB is shown on a virtual clock, in network.test.ts.
    expect(peak.receiveBuffer).toBeGreaterThan(4 * 262_144)
    expect(peak.sendBuffer).toBeGreaterThan(4 * 131_072)
    // More than what buffers that never grow would carry in a round trip.
    expect(rate([down!], size)).toBeGreaterThan((262_144 * 8) / 100 / 1_000)
    expect(rate([up!], size)).toBeGreaterThan((131_072 * 8) / 100 / 1_000)
  },
)

/** A kernel with CUBIC in a namespace of its own, behind the same faults. */
async function openRival(lab: Lab): Promise<Worker> {
  const namespace = openNamespace()
  const relay = startWorker(namespace, 'relay-process.ts', lab.namespace, 'rival')
  const kernel = startWorker(namespace, 'kernel-process.ts')
  await Promise.all([relay.ready, kernel.ready])
  raiseTun(namespace, 'rival', { 4: '10.90.0.2', 6: 'fd90::2' })
  raiseTun(lab.namespace, 'rival', { 4: '10.90.0.1', 6: 'fd90::1' })
  useCubic(namespace, 'rival', '10.90.0.0/24')
  await relay.order('faults', LOSSY)
  return kernel
}

/** By the route, because a namespace may not choose its default among all algorithms. */
function useCubic(namespace: string, device: string, network: string): void {
  ip(namespace, `route change ${network} dev ${device} congctl lock cubic`)
  expect(inNamespace(namespace, ['ip', 'route', 'show', network])).toContain('cubic')
}

/** Mean rate of the streams in Mbit/s. */
function rate(outcomes: readonly Outcome[], size = SIZE): number {
  const rates = outcomes.map(({ milliseconds }) => (size * 8) / milliseconds / 1_000)
  return rates.reduce((sum, each) => sum + each, 0) / rates.length
}

/** Figures are of interest when the test passes, too. */
function tell(line: string): void {
  process.stdout.write(`${line}\n`)
  const file = process.env['NETSTACK_FIGURES']
  if (file !== undefined) appendFileSync(file, `${line}\n`)
}
