/** What the kernel and we make of each other's ways to connect, to end, and to be slow. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
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
  why,
} from './host/lab.ts'
import { expectedDigest } from './transfer.ts'

const SIZE = 3_000_000
const WHOLE = { received: SIZE, digest: expectedDigest(SIZE) }

test.skipIf(skip)(`three hundred connections at once, half from each side${why}`, async () => {
  const lab = await openLab()
  const size = 20_000
  const whole = { received: size, digest: expectedDigest(size) }
  await lab.netstack.listen({ port: 80, send: size })
  await lab.kernel.listen({ port: 81, send: size })
  const outcomes = await Promise.all([
    lab.kernel.connect({ address: OURS[4], port: 80, send: size, count: 75 }),
    lab.kernel.connect({ address: OURS[6], port: 80, send: size, count: 75 }),
    lab.netstack.connect({ address: KERNEL[4], port: 81, send: size, count: 75 }),
    lab.netstack.connect({ address: KERNEL[6], port: 81, send: size, count: 75 }),
  ])
  const served = [await lab.netstack.served(80), await lab.kernel.served(81)]
  expect([...outcomes, ...served].flat()).toMatchObject(Array.from({ length: 600 }, () => whole))
})

test.skipIf(skip)(`a side that has ended its sending still receives, on both sides${why}`, async () => {
  const lab = await openLab()
  await lab.netstack.listen({ port: 80, send: SIZE, answerAfterEnd: true })
  await lab.kernel.listen({ port: 81, send: SIZE, answerAfterEnd: true })
  expect(await lab.kernel.connect({ address: OURS[4], port: 80, send: SIZE })).toMatchObject([WHOLE])
  expect(await lab.netstack.connect({ address: KERNEL[4], port: 81, send: SIZE })).toMatchObject([WHOLE])
  expect(await lab.netstack.served(80)).toMatchObject([WHOLE])
  expect(await lab.kernel.served(81)).toMatchObject([WHOLE])
})

test.skipIf(skip)(`RST in the middle of a stream ends it at both sides, whoever sends it${why}`, async () => {
  const lab = await openLab()
  await lab.netstack.listen({ port: 80, send: 0, resetAfter: 1_000_000, hold: true })
  await lab.kernel.listen({ port: 81, send: 0, resetAfter: 1_000_000, hold: true })
  const [atKernel] = await lab.kernel.connect({ address: OURS[4], port: 80, send: 50_000_000 })
  const [atUs] = await lab.netstack.connect({ address: KERNEL[4], port: 81, send: 50_000_000 })
  expect(['ECONNRESET', 'EPIPE']).toContain(atKernel?.error)
  expect(atUs?.error).toBe('ECONNRESET')
  await expect.poll(async () => (await lab.figures()).connections).toBe(0)
})

test.skipIf(skip)(`a port where nobody listens is refused, on both sides${why}`, async () => {
  const lab = await openLab()
  const [atKernel] = await lab.kernel.connect({ address: OURS[6], port: 9, send: 1 })
  const [atUs] = await lab.netstack.connect({ address: KERNEL[6], port: 9, send: 1 })
  expect([atKernel?.error, atUs?.error]).toEqual(['ECONNREFUSED', 'ECONNREFUSED'])
})

test.skipIf(skip)(
  `a kernel with a receive window of 2 kB, that first reads nothing, is served${why}`,
  async () => {
    const lab = await openLab(['net.ipv4.tcp_rmem=2048 2048 2048'])
    await lab.netstack.listen({ port: 80, send: 300_000 })
    const [slow] = await lab.kernel.connect({ address: OURS[4], port: 80, send: 10, readAfterMs: 1_500 })
    expect(slow).toMatchObject({ received: 300_000, digest: expectedDigest(300_000) })
    expect((await lab.figures()).peak.congestionWindow).toBeLessThan(1_000_000)
  },
)

test.skipIf(skip)(
  `we close the window on a kernel that sends too much, and open it again${why}`,
  async () => {
    const lab = await openLab()
    const size = 30_000_000
    await lab.netstack.listen({ port: 80, send: 0, readAfterMs: 1_500 })
    const [sent] = await lab.kernel.connect({ address: OURS[4], port: 80, send: size })
    expect(sent?.error).toBe(undefined)
    const [outcome] = await lab.netstack.served(80)
    expect(outcome).toMatchObject({ received: size, digest: expectedDigest(size) })
  },
)

test.skipIf(skip)(`echo is answered, whole and in fragments, both ways${why}`, async () => {
  const lab = await openLab()
  for (const size of [0, 56, 1_392, 1_393, 20_000]) {
    expect(await lab.kernel.order('ping', { address: OURS[4], size }), `${size}`).toBeGreaterThan(0)
    for (const family of [4, 6] as const) {
      const answer = await lab.netstack.order('ping', { address: KERNEL[family], size })
      expect(answer, `${size}`).toBe(KERNEL[family])
    }
  }
})

test.skipIf(skip)(
  `a flood of SYNs from addresses that never answer leaves room for a real one${why}`,
  async () => {
    const lab = await openLab()
    ip(lab.namespace, 'link set tun0 txqueuelen 60000')
    await lab.netstack.listen({ port: 80, send: SIZE })
    const before = await lab.figures()
    const flood = lab.kernel.order<number>('flood', { address: OURS[4], port: 80, count: 60_000 })
    const [during] = await lab.kernel.connect({ address: OURS[4], port: 80, send: SIZE })
    expect(await flood).toBeGreaterThan(50_000)
    expect(during).toMatchObject(WHOLE)
    const after = await lab.figures()
    expect(after.received - before.received).toBeGreaterThan(40_000)
    expect(after.connections).toBeLessThan(300)
    expect(after.heap - before.heap).toBeLessThan(16_000_000)
    const [afterwards] = await lab.kernel.connect({ address: OURS[4], port: 80, send: SIZE })
    expect(afterwards).toMatchObject(WHOLE)
  },
)

test.skipIf(skip)(`the link's MTU may change under a stream${why}`, async () => {
  const lab = await openLab()
  const size = 60_000_000
  await lab.netstack.order('faults', { there: { delayMs: 2 }, back: { delayMs: 2 } })
  await lab.netstack.listen({ port: 80, send: size })
  const transfer = lab.kernel.connect({ address: OURS[4], port: 80, send: size })
  for (const mtu of [1_280, 9_000, 1_420]) {
    await new Promise((resolve) => setTimeout(resolve, 400))
    ip(lab.namespace, `link set tun0 mtu ${mtu}`)
    await lab.netstack.order('setMtu', mtu)
  }
  expect(await transfer).toMatchObject([{ received: size, digest: expectedDigest(size) }])
  expect(await lab.netstack.served(80)).toMatchObject([{ received: size }])
})

for (const family of [4, 6] as const) {
  test.skipIf(skip)(
    `behind a router with a narrow link, its packet-too-big sets our size over IPv${family}${why}`,
    async () => {
      const { lab, far } = await openRoutedLab()
      await lab.kernel.listen({ port: 81, send: SIZE })
      const [outcome] = await lab.netstack.connect({ address: far[family], port: 81, send: SIZE })
      expect(outcome).toMatchObject(WHOLE)
      expect(outcome!.milliseconds).toBeLessThan(5_000)
      const [served] = await lab.kernel.served(81)
      expect(served).toMatchObject(WHOLE)
      // Without the report, a black hole would have been found by three timeouts and more losses.
      expect((await lab.figures()).retransmittedSegments).toBeLessThan(60)
    },
  )
}

const noNetem = skip || !hasNetem()

for (const impairment of [
  'loss 0.1%',
  'loss 2%',
  'delay 50ms loss 0.5%',
  'delay 10ms reorder 25% 50%',
  'duplicate 5%',
  'corrupt 1%',
]) {
  const reason = why || (noNetem ? ' (skipped: this kernel has no netem)' : '')
  test.skipIf(noNetem)(
    `what the kernel sends through netem ${impairment} arrives unchanged${reason}`,
    async () => {
      const lab = await openLab()
      inNamespace(lab.namespace, [
        'tc',
        'qdisc',
        'add',
        'dev',
        'tun0',
        'root',
        'netem',
        ...impairment.split(' '),
      ])
      await lab.netstack.listen({ port: 80, send: SIZE })
      expect(await lab.kernel.connect({ address: OURS[4], port: 80, send: SIZE })).toMatchObject([WHOLE])
      expect(await lab.netstack.served(80)).toMatchObject([WHOLE])
    },
  )
}

function hasNetem(): boolean {
  const script = 'ip link set lo up && tc qdisc add dev lo root netem loss 1%'
  return spawnSync('unshare', ['--net', 'sh', '-c', script]).status === 0
}

/** netstack ── TUN, 1420 ── router ── veth, 1300 ── kernel. */
async function openRoutedLab(): Promise<{ lab: Lab; far: { 4: string; 6: string } }> {
  const router = openNamespace(['net.ipv4.ip_forward=1', 'net.ipv6.conf.all.forwarding=1'])
  const end = openNamespace()
  const netstack = startWorker(router, 'netstack-process.ts', 'tun0', OURS[4], OURS[6])
  const kernel = startWorker(end, 'kernel-process.ts')
  await Promise.all([netstack.ready, kernel.ready])
  raiseTun(router, 'tun0', KERNEL)
  ip(router, `link add veth0 type veth peer name veth0 netns ${end}`)
  for (const [namespace, host] of [
    [router, 1],
    [end, 2],
  ] as const) {
    ip(namespace, 'link set veth0 mtu 1300 up')
    ip(namespace, `addr add 10.89.0.${host}/24 dev veth0`)
    ip(namespace, `-6 addr add fd89::${host}/64 dev veth0 nodad`)
  }
  // The far end offers segments as large as on a wide link, as hosts do that don't know the path.
  ip(end, 'route add 10.88.0.0/24 via 10.89.0.1 advmss 1380')
  ip(end, '-6 route add fd88::/64 via fd89::1 advmss 1360')
  const lab: Lab = { namespace: router, kernel, netstack, figures: () => netstack.order('figures') }
  return { lab, far: { 4: '10.89.0.2', 6: 'fd89::2' } }
}
