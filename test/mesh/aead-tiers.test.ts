/** Every cipher tier by the same tests, against the portable one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeHex, encodeHex } from '../../src/base/bytes.ts'
import { chooseAead, listTiers, passesSelfTest, TIERS } from '../../src/mesh/aead-tiers.ts'
import { loadKoffi } from '../../src/mesh/native/koffi.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Aead } from '../../src/tunnel/wireguard/aead.ts'
import { nobleAead } from '../../src/tunnel/wireguard/aead-noble.ts'
import { createSodiumAead, type SodiumModule } from '../../src/tunnel/wireguard/aead-sodium.ts'
import { Pair } from '../tunnel/wireguard/pair.ts'

const hasKoffi = loadKoffi().kind === 'loaded'
const tiers = TIERS.filter(({ name }) => name !== 'openssl' || hasKoffi)
const key = Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index)

if (!hasKoffi) test.skip('openssl: koffi is not here, it is carried for linux on x64 with glibc only')

describe.each(tiers)('$name', ({ load }) => {
  test('passes its self-test', async () => {
    expect(passesSelfTest(await load())).toBe(true)
  })

  test('gives the bytes of RFC 8439, section 2.8.2, without its associated data', async () => {
    const sealed = seal(await load(), 0x46454443, Buffer.from('Ladies and Gentlemen'))
    expect(encodeHex(sealed)).toBe(
      encodeHex(seal(nobleAead, 0x46454443, Buffer.from('Ladies and Gentlemen'))),
    )
  })

  test('seals and opens as the portable one, at any length and counter', async () => {
    const aead = await load()
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ maxLength: 3_000 }),
        fc.integer({ min: 0, max: 0xffff_ffff }),
        fc.integer({ min: 0, max: 0xffff_ffff }),
        (bytes, data, low, high) => {
          const [mine, reference] = [aead.importKey(bytes), nobleAead.importKey(bytes)]
          const sealed = Buffer.alloc(data.length + 16 + 5)
          mine.seal(low, high, data, sealed, 5)
          const opened = reference.open(low, high, sealed.subarray(5))
          expect(opened && Buffer.compare(opened, data)).toBe(0)
          expect(Buffer.compare(mine.open(low, high, sealed.subarray(5))!, data)).toBe(0)
          mine.zero()
        },
      ),
      { numRuns: 60 },
    )
  })

  test('opens nothing that was changed, cut, or sealed under another counter or key', async () => {
    const aead = await load()
    const sealed = seal(aead, 7, new Uint8Array(100).fill(3))
    const imported = aead.importKey(key)
    expect(imported.open(7, 0, sealed)).toHaveLength(100)
    for (const at of [0, 50, 99, 100, 115]) {
      const changed = sealed.slice()
      changed[at]! ^= 0x10
      expect(imported.open(7, 0, changed)).toBeUndefined()
    }
    expect(imported.open(8, 0, sealed)).toBeUndefined()
    expect(imported.open(7, 1, sealed)).toBeUndefined()
    expect(imported.open(7, 0, sealed.subarray(0, 115))).toBeUndefined()
    expect(aead.importKey(new Uint8Array(32)).open(7, 0, sealed)).toBeUndefined()
    expect(imported.open(7, 0, sealed)).toHaveLength(100)
  })

  test('a plaintext handed out stays as it is when the next packet comes', async () => {
    const aead = await load()
    const imported = aead.importKey(key)
    const first = imported.open(1, 0, seal(aead, 1, new Uint8Array(64).fill(1)))
    imported.open(2, 0, seal(aead, 2, new Uint8Array(64).fill(2)))
    expect(encodeHex(first!)).toBe('01'.repeat(64))
  })

  test('a thousand keys come and go, and those that are left still serve', async () => {
    const aead = await load()
    const keys = Array.from({ length: 1_000 }, (_, index) => aead.importKey(new Uint8Array(32).fill(index)))
    for (const each of keys.slice(1)) each.zero()
    const out = new Uint8Array(16 + 4)
    keys[0]!.seal(0, 0, decodeHex('01020304'), out, 0)
    expect(encodeHex(nobleAead.importKey(new Uint8Array(32)).open(0, 0, out)!)).toBe('01020304')
  })

  test('carries a WireGuard session', async () => {
    const pair = new Pair({ device: { aead: await load() } })
    pair.send(pair.a, 'ping')
    pair.run(1_000)
    pair.send(pair.b, 'pong')
    pair.run(1_000)
    expect([pair.texts(pair.b), pair.texts(pair.a)]).toEqual([['ping'], ['pong']])
  })
})

test('a tier that gives wrong bytes, or opens what was changed, does not pass', () => {
  const wrongBytes: Aead = { name: 'wrong', importKey: () => nobleAead.importKey(new Uint8Array(32)) }
  const credulous: Aead = {
    name: 'credulous',
    importKey: (bytes) => {
      const real = nobleAead.importKey(bytes)
      const seal = real.seal.bind(real)
      const open = (_low: number, _high: number, sealed: Uint8Array) =>
        Uint8Array.from({ length: sealed.length - 16 }, (_, index) => index & 0xff)
      return { seal, open, zero: () => {} }
    },
  }
  expect(passesSelfTest(nobleAead)).toBe(true)
  expect(passesSelfTest(wrongBytes)).toBe(false)
  expect(passesSelfTest(credulous)).toBe(false)
})

test('a libsodium that does not start is no tier', () => {
  expect(() => createSodiumAead({ _sodium_init: () => -1 } as SodiumModule)).toThrow('does not start')
})

test('a tier is forced by its name, and a name that is not there is refused', async () => {
  expect((await chooseAead('noble')).name).toBe('noble')
  expect((await chooseAead('sodium')).name).toBe('sodium')
  expect((await chooseAead()).name).toBe(hasKoffi ? 'openssl' : 'sodium')
  await expect(chooseAead('rot13')).rejects.toMatchObject({ code: 'USAGE' })
})

test('the report names every tier', async () => {
  const report = await listTiers(systemClock)
  expect(report.map((each) => each.name)).toEqual(['openssl', 'sodium', 'node', 'noble'])
  expect(report.filter((each) => each.works && each.packetsPerSecond > 100).length).toBeGreaterThanOrEqual(3)
})

function seal(aead: Aead, counter: number, plaintext: Uint8Array): Uint8Array {
  const out = new Uint8Array(plaintext.length + 16)
  aead.importKey(key).seal(counter, 0, plaintext, out, 0)
  return out
}
