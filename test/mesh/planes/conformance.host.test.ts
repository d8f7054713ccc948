/**
 * One suite for all data planes and all tiers: what a node promises does not depend on who carries its packets,
 * nor on who seals them.
 */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Worker } from '../../tunnel/netstack/host/lab.ts'
import type { ExchangeOrder, OpenOrder } from './plane-process.ts'
import { listVariants } from './plane-variants.ts'
import { layWires, skip, type Wires, why } from './wires.ts'

const PROGRAM = resolve(import.meta.dirname, 'plane-process.ts')

describe.each(listVariants())('$name', ({ plane, tier, isNative, whyNot }) => {
  const absent = skip || whyNot !== undefined
  const because = whyNot === undefined ? why : ` (skipped: ${whyNot})`
  let wires: Wires
  let near: Worker
  let far: Worker
  let description = ''

  beforeAll(async () => {
    if (absent) return
    wires = layWires()
    near = new Worker(wires.near, PROGRAM)
    far = new Worker(wires.far, PROGRAM)
    await Promise.all([near.ready, far.ready])
    await far.order('open', { plane: 'userspace', config: wires.farConfig } satisfies OpenOrder)
    description = await near.order<string>('open', {
      plane,
      tier,
      isNative,
      config: wires.nearConfig(),
    } satisfies OpenOrder)
    await far.order('echo', 7)
  })

  afterAll(() => {
    near?.close()
    far?.close()
    wires?.close()
  })

  const exchange = (host: string, port: number, bytes: number) =>
    near.order<{ count: number; isEqual: boolean }>('exchange', { host, port, bytes } satisfies ExchangeOrder)

  test.skipIf(absent)(`the node says what carries and what seals its packets${because}`, () => {
    expect(description).toContain(`${plane} data plane`)
    if (tier !== undefined) expect(description).toContain(`${tier} cipher`)
    if (plane === 'userspace') expect(description).toContain(isNative === false ? 'plain UDP' : 'batched UDP')
  })

  test.skipIf(absent)(
    `connect says how long the first answer took, and later that it is there${because}`,
    async () => {
      expect(await near.order('connect', 5_000)).toBeGreaterThan(0)
      expect(await near.order('connect', 5_000)).toBeUndefined()
    },
  )

  test.skipIf(absent)(
    `20 MB go and come back, the bytes equal and both ends half-closed${because}`,
    async () => {
      expect(await exchange('10.98.0.1', 7, 20_000_000)).toEqual({ count: 20_000_000, isEqual: true })
    },
  )

  test.skipIf(absent)(`the same over IPv6${because}`, async () => {
    expect(await exchange('fd98::1', 7, 2_000_000)).toEqual({ count: 2_000_000, isEqual: true })
  })

  test.skipIf(absent)(`many connections at once keep their bytes apart${because}`, async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => exchange('10.98.0.1', 7, 10_000 + i)))
    expect(all).toEqual(Array.from({ length: 20 }, (_, i) => ({ count: 10_000 + i, isEqual: true })))
  })

  test.skipIf(absent)(`a port where nobody listens is refused at once${because}`, async () => {
    expect(await near.order('refusal', { host: '10.98.0.1', port: 9, bytes: 0 })).toBe('ECONNREFUSED')
  })

  test.skipIf(absent)(
    `a peer reaches a port that is exposed, and a second one cannot have it${because}`,
    async () => {
      await near.order('echo', 8)
      const order: ExchangeOrder = { host: '10.98.0.2', port: 8, bytes: 3_000_000 }
      expect(await far.order('exchange', order)).toEqual({ count: 3_000_000, isEqual: true })
      await expect(near.order('echo', 8)).rejects.toThrow(/TUNNEL_PORT_IN_USE|listen|taken|use/)
    },
  )

  test.skipIf(absent)(`a datagram is answered, a long one in fragments too${because}`, async () => {
    await far.order('udpEcho', 53)
    for (const bytes of [1, 1_000, 3_000]) {
      expect(await near.order('udpAsk', { host: '10.98.0.1', port: 53, bytes })).toBe(bytes)
    }
  })

  test.skipIf(absent)(`what the peer may have is routed, and nothing else${because}`, async () => {
    const hosts = ['10.98.0.1', '10.98.0.2', '10.98.0.3', 'fd98::1', '192.0.2.1']
    expect(await near.order('routes', hosts)).toEqual([true, true, false, true, false])
  })

  test.skipIf(absent)(
    `the report names the peer, its address, and that it is connected${because}`,
    async () => {
      await expect
        .poll(async () => await near.order('report'))
        .toMatchObject([{ remote: '10.99.0.1:51820', connected: true, path: { kind: 'plain' } }])
    },
  )

  test.skipIf(absent)(`after close no device and no route is left${because}`, async () => {
    await near.order('close')
    const links = spawnSync('ip', ['-n', wires.near, '-o', 'link'], { encoding: 'utf8' }).stdout
    expect(links).not.toContain('sallyport')
    const routes = spawnSync('ip', ['-n', wires.near, 'route'], { encoding: 'utf8' }).stdout
    expect(routes).not.toContain('10.98.')
  })
})
