/** Every cipher tier by the same tests, against the portable one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeHex, encodeHex } from '../../src/base/bytes.ts'
import { chooseAead, listTiers, passesSelfTest, readWholeTier, TIERS } from '../../src/mesh/aead-tiers.ts'
import { loadKoffi } from '../../src/mesh/native/koffi.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { type Aead, openBytes, sealBytes } from '../../src/tunnel/wireguard/aead.ts'
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
          const sealed = sealBytes(aead, mine, low, high, data)
          const opened = openBytes(nobleAead, reference, low, high, sealed)
          expect(opened && Buffer.compare(opened, data)).toBe(0)
          expect(Buffer.compare(openBytes(aead, mine, low, high, sealed)!, data)).toBe(0)
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
    expect(openBytes(aead, imported, 7, 0, sealed)).toHaveLength(100)
    for (const at of [0, 50, 99, 100, 115]) {
      const changed = sealed.slice()
      changed[at]! ^= 0x10
      expect(openBytes(aead, imported, 7, 0, changed)).toBeUndefined()
    }
    expect(openBytes(aead, imported, 8, 0, sealed)).toBeUndefined()
    expect(openBytes(aead, imported, 7, 1, sealed)).toBeUndefined()
    expect(openBytes(aead, imported, 7, 0, sealed.subarray(0, 115))).toBeUndefined()
    expect(openBytes(aead, aead.importKey(new Uint8Array(32)), 7, 0, sealed)).toBeUndefined()
    expect(openBytes(aead, imported, 7, 0, sealed)).toHaveLength(100)
  })

  test('a plaintext handed out stays as it is when the next packet comes', async () => {
    const aead = await load()
    const imported = aead.importKey(key)
    const first = openBytes(aead, imported, 1, 0, seal(aead, 1, new Uint8Array(64).fill(1)))
    openBytes(aead, imported, 2, 0, seal(aead, 2, new Uint8Array(64).fill(2)))
    expect(encodeHex(first!)).toBe('01'.repeat(64))
  })

  test('a thousand keys come and go, and those that are left still serve', async () => {
    const aead = await load()
    const keys = Array.from({ length: 1_000 }, (_, index) => aead.importKey(new Uint8Array(32).fill(index)))
    for (const each of keys.slice(1)) each.zero()
    const out = sealBytes(aead, keys[0]!, 0, 0, decodeHex('01020304'))
    const reference = nobleAead.importKey(new Uint8Array(32))
    expect(encodeHex(openBytes(nobleAead, reference, 0, 0, out)!)).toBe('01020304')
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
  const wrongBytes: Aead = { ...nobleAead, importKey: () => nobleAead.importKey(new Uint8Array(32)) }
  const credulous: Aead = {
    ...nobleAead,
    importKey: (bytes) => {
      const real = nobleAead.importKey(bytes)
      const seal = real.seal.bind(real)
      return {
        seal,
        open: (_low, _high, arena, at, length) => {
          for (let i = 0; i < length - 16; i++) arena.bytes[at + i] = i & 0xff
          return true
        },
        zero: () => {},
      }
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
  expect((await chooseAead(['noble', 'sodium'])).name).toBe('sodium')
  expect((await chooseAead()).name).toBe(hasKoffi ? 'openssl' : 'simd')
  await expect(chooseAead('rot13')).rejects.toMatchObject({ code: 'USAGE' })
})

test('a tier as a whole is named by its letter', () => {
  expect(readWholeTier('A')).toEqual({ ciphers: ['openssl'], isNative: true })
  expect(readWholeTier('C')).toEqual({ ciphers: ['simd', 'sodium', 'noble'], isNative: false })
  expect(readWholeTier('D')).toEqual({ ciphers: ['node'], isNative: false })
  expect(() => readWholeTier('B')).toThrow(expect.objectContaining({ code: 'USAGE' }))
})

test('the report names every tier', async () => {
  const report = await listTiers(systemClock)
  expect(report.map((each) => each.name)).toEqual(['openssl', 'simd', 'sodium', 'node', 'noble'])
  expect(report.filter((each) => each.works && each.packetsPerSecond > 100).length).toBeGreaterThanOrEqual(3)
})

function seal(aead: Aead, counter: number, plaintext: Uint8Array): Uint8Array {
  return sealBytes(aead, aead.importKey(key), counter, 0, plaintext)
}
