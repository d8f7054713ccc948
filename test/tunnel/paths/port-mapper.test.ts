/** The mapper against routers of several kinds, on a virtual clock. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatEndpoint, parseIp } from '../../../src/base/ip.ts'
import type { Instant } from '../../../src/base/time.ts'
import { type MapperOutput, PortMapper } from '../../../src/tunnel/paths/port-mapper.ts'
import { seededRandom } from '../wireguard/pair.ts'

const PORT = 51_820
const EXTERNAL = [203, 0, 113, 9] as const

/** A router that speaks some of the two protocols, keeps mappings, and can restart. */
class Router {
  speaks: readonly ('pcp' | 'nat-pmp')[]
  lifetime = 3_600
  result = 0
  externalPort = 50_000
  bootedAt = 0
  requests = 0
  given = new Set<number>()

  constructor(...speaks: ('pcp' | 'nat-pmp')[]) {
    this.speaks = speaks
  }

  answer(request: Uint8Array, now: number): Uint8Array | undefined {
    this.requests += 1
    const version = request[0] === 2 ? 'pcp' : 'nat-pmp'
    const epoch = Math.floor((now - this.bootedAt) / 1_000)
    if (this.speaks.includes(version))
      return version === 'pcp' ? this.#pcp(request, epoch) : this.#natPmp(request, epoch)
    // A NAT-PMP router says so; one that speaks neither is silent.
    return this.speaks.includes('nat-pmp') ? Uint8Array.of(0, 0x81, 0, 1, 0, 0, 0, 0) : undefined
  }

  #pcp(request: Uint8Array, epoch: number): Uint8Array {
    const reply = request.slice()
    const view = new DataView(reply.buffer)
    const wanted = view.getUint32(4)
    reply[1] = 0x81
    reply[3] = this.result
    reply.fill(0, 8, 24)
    view.setUint32(4, wanted === 0 ? 0 : this.lifetime)
    view.setUint32(8, epoch)
    view.setUint16(42, this.externalPort)
    reply.set([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, ...EXTERNAL], 44)
    this.#note(wanted)
    return reply
  }

  #natPmp(request: Uint8Array, epoch: number): Uint8Array {
    const reply = new Uint8Array(request[1] === 0 ? 12 : 16)
    const view = new DataView(reply.buffer)
    reply[1] = 0x80 | request[1]!
    view.setUint16(2, this.result)
    view.setUint32(4, epoch)
    if (request[1] === 0) reply.set(EXTERNAL, 8)
    else {
      const wanted = new DataView(request.buffer).getUint32(8)
      view.setUint16(8, PORT)
      view.setUint16(10, this.externalPort)
      view.setUint32(12, wanted === 0 ? 0 : this.lifetime)
      this.#note(wanted)
    }
    return reply
  }

  #note(wanted: number): void {
    if (wanted === 0) this.given.delete(this.externalPort)
    else if (this.result === 0) this.given.add(this.externalPort)
  }
}

interface World {
  readonly mapper: PortMapper
  readonly news: string[]
  /** Lets the router go on for `seconds`; losing some datagrams where `loses` says so. */
  run(seconds: number, loses?: () => boolean): void
  close(): void
}

function world(router: Router, seed = 1): World {
  let now = 0
  const mapper = new PortMapper({
    client: parseIp('192.168.1.7'),
    internalPort: PORT,
    random: seededRandom(String(seed)),
    now: 0 as Instant,
  })
  const news: string[] = []
  const carry = (loses: () => boolean): void => {
    for (let outputs = mapper.drain(); outputs.length > 0; outputs = mapper.drain()) {
      for (const output of outputs) take(output, loses)
    }
  }
  const take = (output: MapperOutput, loses: () => boolean): void => {
    if (output.kind === 'mapped') news.push(`mapped ${formatEndpoint(output.external)}`)
    if (output.kind === 'lost') news.push(`lost: ${output.reason}`)
    if (output.kind !== 'send' || loses()) return
    const reply = router.answer(output.bytes, now)
    if (reply && !loses()) mapper.receive(reply, now as Instant)
  }
  return {
    mapper,
    news,
    run(seconds, loses = () => false) {
      const end = now + seconds * 1_000
      while (mapper.nextTimeout() <= end) {
        now = Math.max(now, mapper.nextTimeout())
        mapper.handleTimeout(now as Instant)
        carry(loses)
      }
      now = end
    },
    close() {
      mapper.close()
      carry(() => false)
    },
  }
}

const MAPPED = 'mapped 203.0.113.9:50000'

describe.each([['pcp'], ['nat-pmp']] as const)('a router that speaks %s', (protocol) => {
  test('opens a port, which is told once, and keeps it open by renewals', () => {
    const router = new Router(protocol)
    const { news, run, mapper } = world(router)
    run(1)
    expect(news).toEqual([MAPPED])
    expect(mapper.external?.port).toBe(50_000)
    const asked = router.requests
    run(24 * 3_600)
    expect(news).toEqual([MAPPED])
    // Renewed between 1/2 and 5/8 of an hour: 38 to 48 times a day, NAT-PMP with two datagrams.
    const each = protocol === 'pcp' ? 1 : 2
    expect((router.requests - asked) / each).toBeGreaterThanOrEqual(38)
    expect((router.requests - asked) / each).toBeLessThanOrEqual(49)
  })

  test('gets its port back at the end', () => {
    const router = new Router(protocol)
    const { run, close, mapper } = world(router)
    run(1)
    expect(router.given.size).toBe(1)
    close()
    expect(router.given.size).toBe(0)
    expect(mapper.external).toBeUndefined()
    expect(mapper.nextTimeout()).toBe(Number.POSITIVE_INFINITY)
  })

  test('tells another port, after it was given one', () => {
    const router = new Router(protocol)
    const { news, run } = world(router)
    run(1)
    router.externalPort = 50_001
    run(3_600)
    expect(news).toEqual([MAPPED, 'mapped 203.0.113.9:50001'])
  })

  test('that has restarted is noticed by its epoch', () => {
    const router = new Router(protocol)
    const { news, run } = world(router)
    run(600)
    router.bootedAt = 600_000
    run(3_600)
    expect(news).toEqual([MAPPED, 'lost: the router has restarted', MAPPED])
  })

  test('that falls silent loses the port at the end of its lifetime, and is found when it is back', () => {
    const router = new Router(protocol)
    const { news, run } = world(router)
    run(1)
    router.speaks = []
    run(2 * 3_600)
    expect(news).toContain('lost: the router did not renew the port')
    router.speaks = [protocol]
    run(600)
    expect(news.at(-1)).toBe(MAPPED)
  })

  test('that refuses is asked again, and not often', () => {
    const router = new Router(protocol)
    router.result = 2
    const { news, run } = world(router)
    run(3_600)
    expect(news.every((line) => line === 'lost: the router refused: not authorized')).toBe(true)
    expect(router.requests).toBeLessThan(400)
    router.result = 0
    run(3_600)
    expect(news.at(-1)).toBe(MAPPED)
  })

  test('is reached through loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), fc.infiniteStream(fc.boolean()), (seed, coins) => {
        const { news, run } = world(new Router(protocol), seed)
        let lost = 0
        // Of the first twelve datagrams any may be lost: the rest get through.
        run(60, () => lost++ < 12 && coins.next().value === true)
        expect(news).toContain(MAPPED)
      }),
    )
  })
})

test('a router that grants next to nothing is not asked all the time', () => {
  const router = new Router('pcp')
  router.lifetime = 1
  const { run } = world(router)
  run(3_600)
  expect(router.requests).toBeLessThan(3_600 / 60 + 2)
})

test('nobody who answers is asked for a while, then every five minutes', () => {
  const router = new Router()
  const { news, run } = world(router)
  run(3_600)
  expect(news[0]).toBe('lost: the router answers neither PCP nor NAT-PMP')
  expect(router.requests).toBeLessThan(300)
})

test('what nobody asked for changes nothing', () => {
  const router = new Router('pcp')
  const { mapper, news, run } = world(router)
  run(1)
  const reply = router.answer(new Uint8Array(60).fill(2, 0, 1), 1_000)!
  mapper.receive(reply, 1_000 as Instant)
  mapper.receive(Uint8Array.of(0, 0x81, 0, 1, 0, 0, 0, 0), 1_000 as Instant)
  expect(mapper.drain()).toEqual([])
  expect(news).toEqual([MAPPED])
})
