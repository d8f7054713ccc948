/** A real peer, clean and over bad wires, both as initiator and as responder: bytes both ways with equal sums. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Child, KERNEL, lacking, MAIN, NODE, WireguardGoLab } from './host/wireguard-go-lab.ts'
import type { WireCounts, WireOptions } from './impairing-wire.ts'

const why = lacking()
const skip = why !== ''
const LARGE = 200_000_000
const MIDDLE = 10_000_000
let lab: WireguardGoLab

beforeAll(async () => {
  if (skip) return
  lab = new WireguardGoLab()
  await lab.open()
  for (const family of [4, 6] as const) await lab.serveFiles(lab.w, KERNEL[family], 8001)
  await lab.serveFiles(lab.s, '127.0.0.1', 8002)
})

afterAll(() => {
  if (!skip) lab.close()
})

test.skipIf(skip)(
  `we initiate: 200 MB each way with the kernel behind wireguard-go${why}`,
  async () => {
    const child = lab.connect(['--', 'sh', '-c', bothWays(at(4), LARGE)])
    expect(await child.exited(), child.said()).toBe(0)
    expect(child.said()).toMatch(/^connected to .* round trip [\d.]+ ms/m)
    expectEqualSums(child.said())
  },
  600_000,
)

test.skipIf(skip)(
  `we respond: 200 MB each way, asked for by the kernel behind wireguard-go${why}`,
  async () => {
    const ours = lab.connect(['--expose', '80:127.0.0.1:8002'])
    await lab.says(ours, /expose/)
    expectEqualSums(await lab.run(lab.w, ['sh', '-c', bothWays(`http://${NODE[4]}`, LARGE, 'up')]))
    ours.process.kill('SIGTERM')
  },
  600_000,
)

test.skipIf(skip).each(['A', 'C', 'D'])(
  `tier %s initiates, 10 MB each way${why}`,
  async (tier) => {
    const child = lab.connect(['--tier', tier, '--', 'sh', '-c', bothWays(at(4), MIDDLE)])
    expect(await child.exited(), child.said()).toBe(0)
    expectEqualSums(child.said())
  },
  300_000,
)

test.skipIf(skip)(
  `by a device of this machine, as initiator: 50 MB each way, over IPv6 within the tunnel too${why}`,
  async () => {
    const sizes = bothWays(at(4), 5 * MIDDLE)
    const child = lab.connect(['--data-plane', 'tun', '--', 'sh', '-c', sizes])
    expect(await child.exited(), child.said()).toBe(0)
    expect(child.said()).toMatch(/^connected to .* tun data plane \(/m)
    expectEqualSums(child.said())
    const inner = lab.connect(['--data-plane', 'tun', '--', 'sh', '-c', bothWays(at(6), MIDDLE)])
    expect(await inner.exited(), inner.said()).toBe(0)
    expectEqualSums(inner.said())
  },
  300_000,
)

test.skipIf(skip)(
  `by a device of this machine, as responder: 50 MB each way, asked for by the kernel behind wireguard-go${why}`,
  async () => {
    const ours = lab.connect(['--data-plane', 'tun', '--expose', '80:127.0.0.1:8002'], { endpoint: null })
    await lab.says(ours, /expose/)
    expectEqualSums(await lab.run(lab.w, ['sh', '-c', bothWays(`http://${NODE[4]}`, 5 * MIDDLE, 'up')]))
    ours.process.kill('SIGTERM')
    await ours.exited()
  },
  300_000,
)

test.skipIf(skip).each<[string, Partial<WireOptions>, keyof WireCounts]>([
  ['with another address every 1.5 seconds', { roamEveryMs: 1_500 }, 'roamed'],
  ['through loss, reordering and delay', { loss: 0.005, reorder: 0.02, delayMs: 2 }, 'lost'],
])(
  `by a device of this machine, %s: 50 MB each way${why}`,
  async (_name, options, count) => {
    const counts = await throughWire(options, 5 * MIDDLE, ['--data-plane', 'tun'])
    expect(counts[count]).toBeGreaterThan(0)
  },
  300_000,
)

test.skipIf(skip)(`IPv6 within IPv6 carries both ways${why}`, async () => {
  const child = lab.connect(['--', 'sh', '-c', bothWays(at(6), MIDDLE)], { family: 6 })
  expect(await child.exited(), child.said()).toBe(0)
  expect(child.said()).toContain('by [fd99::1]:51820')
  expectEqualSums(child.said())
})

const IMPAIRMENTS: readonly (readonly [string, Partial<WireOptions>, keyof WireCounts])[] = [
  ['loss of 1 %', { loss: 0.01 }, 'lost'],
  ['reordering of 10 %', { reorder: 0.1, delayMs: 3 }, 'reordered'],
  ['duplication of 5 %', { duplicate: 0.05 }, 'duplicated'],
  ['a bit turned in 1 %', { corrupt: 0.01 }, 'corrupted'],
  ['25 ms each way', { delayMs: 25 }, 'passed'],
  ['a path that swallows packets over 1,400 bytes', { mtu: 1_400 }, 'tooLong'],
  ['another address each half second', { roamEveryMs: 500 }, 'roamed'],
]

test.skipIf(skip).each(IMPAIRMENTS)(
  `10 MB each way arrive unchanged through %s${why}`,
  async (_name, options, count) => {
    // The kernel's own TCP looks for black holes only where it is told to.
    execFileSync('ip', ['netns', 'exec', lab.w, 'sysctl', '-qw', 'net.ipv4.tcp_mtu_probing=1'])
    const counts = await throughWire(options, MIDDLE)
    expect(counts[count]).toBeGreaterThan(0)
  },
  300_000,
)

test.skipIf(skip)(
  `the device's MTU falls and rises under 20 MB each way, which arrive unchanged${why}`,
  async () => {
    const child = lab.connect(['--', 'sh', '-c', bothWays(at(4), 2 * MIDDLE)])
    let isNarrow = false
    const timer = setInterval(() => {
      isNarrow = !isNarrow
      lab.setDeviceMtu(isNarrow ? 1_280 : 1_420)
    }, 300)
    expect(await child.exited().finally(() => clearInterval(timer)), child.said()).toBe(0)
    lab.setDeviceMtu(1_420)
    expectEqualSums(child.said())
  },
  300_000,
)

test.skipIf(skip)(
  `200 MB each way arrive unchanged through all of it at once${why}`,
  async () => {
    const counts = await throughWire(
      {
        loss: 0.001,
        duplicate: 0.005,
        corrupt: 0.001,
        reorder: 0.01,
        delayMs: 2,
        roamEveryMs: 5_000,
        seed: 5,
      },
      LARGE,
    )
    for (const kind of ['lost', 'duplicated', 'corrupted', 'reordered', 'roamed'] as const) {
      expect(counts[kind], kind).toBeGreaterThan(0)
    }
  },
  900_000,
)

test.skipIf(skip)(`a peer with another preshared key is not connected to, and it is said${why}`, async () => {
  await lab.connect(['--', 'true']).exited()
  const file = join(lab.folder, 'wrong.conf')
  const right = readFileSync(join(lab.folder, 'last.conf'), 'utf8')
  writeFileSync(
    file,
    right.replace(/PresharedKey = .*/, `PresharedKey = ${randomBytes(32).toString('base64')}`),
  )
  const args = ['connect', '--wg-config', file, '--connect-timeout', '4s']
  const child = lab.start(lab.s, [process.execPath, MAIN, ...args])
  expect(await child.exited()).toBe(14)
  expect(child.said()).toContain('did not answer within 4000 ms')
})

async function throughWire(
  options: Partial<WireOptions>,
  size: number,
  args: readonly string[] = [],
): Promise<WireCounts> {
  const wire = await lab.startWire(options)
  const command = ['--', 'sh', '-c', bothWays(at(4), size)]
  // Who only receives, and roams, is found again when it sends: without this a download may stand still for good.
  const roaming = options.roamEveryMs === undefined ? {} : { persistentKeepalive: 1 }
  const child: Child = lab.connect([...args, ...command], { endpoint: wire.endpoint, ...roaming })
  const code = await Promise.race([child.exited(), sleep(size === LARGE ? 840_000 : 240_000)])
  // One that stands still must not keep the device from those after it.
  if (code === undefined) child.process.kill('SIGTERM')
  expect(code, child.said()).toBe(0)
  expectEqualSums(child.said())
  wire.child.process.kill('SIGTERM')
  await wire.child.exited()
  return JSON.parse(wire.child.said().trim().split('\n').at(-1)!) as WireCounts
}

function at(family: 4 | 6): string {
  return family === 4 ? `http://${KERNEL[4]}:8001` : `http://[${KERNEL[6]}]:8001`
}

/** Prints what the sum must be, the sum of what came down, and the sum that the other side saw go up. */
function bothWays(base: string, size: number, name = 'down'): string {
  const file = join(lab.folder, name)
  return [
    `curl -sSf ${base}/sum/${size}`,
    `curl -sSf ${base}/${size} -o ${file}`,
    `echo; sha256sum ${file} | cut -c1-64`,
    `curl -sSf -T ${file} ${base}/up`,
    'echo',
  ].join(' && ')
}

function expectEqualSums(said: string): void {
  const sums = said.match(/^[0-9a-f]{64}$/gm) ?? []
  expect(sums, said).toHaveLength(3)
  expect(new Set(sums).size).toBe(1)
}
