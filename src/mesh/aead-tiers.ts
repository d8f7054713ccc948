/**
 * The cipher tiers, each tried by a known answer before it is used: a tier that gives other bytes, or
 * takes a changed tag, is no tier. Of those that pass the first serves: tier A (OpenSSL by koffi), tier C (our own
 * WebAssembly with 128-bit vectors, else libsodium's), tier D (`node:crypto`, or pure TypeScript).
 */
import { createHash, randomBytes } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { equalBytes } from '../base/bytes.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import type { Clock } from '../base/time.ts'
import { assetPath } from '../platform/assets.ts'
import { type Aead, openBytes, scratchOf, sealBytes } from '../tunnel/wireguard/aead.ts'
import { nodeAead } from '../tunnel/wireguard/aead-node.ts'
import { createSodiumAead, type SodiumModule } from '../tunnel/wireguard/aead-sodium.ts'
import { loadKoffi } from './native/koffi.ts'
import { createOpensslAead } from './native/openssl-aead.ts'

/** One tier of the cipher, or those among which the first that passes serves. */
export type CipherNames = string | readonly string[]

export interface Tier {
  readonly name: string
  /** Rejects where the tier is not to be had here. */
  load(): Promise<Aead>
}

/** The likeliest to be the quickest first. */
export const TIERS: readonly Tier[] = [
  { name: 'openssl', load: loadOpenssl },
  { name: 'simd', load: loadSimd },
  { name: 'sodium', load: loadSodium },
  { name: 'node', load: async () => nodeAead },
  { name: 'noble', load: async () => (await import('../tunnel/wireguard/aead-noble.ts')).nobleAead },
]

/**
 * @param among the name of a tier, or several; else all of {@link TIERS}. The first that passes serves, which measuring
 *   at each start would seldom change
 * @throws `USAGE` where none of the names is there and passes
 */
export async function chooseAead(among?: CipherNames): Promise<Aead> {
  const names = typeof among === 'string' ? [among] : among
  for (const tier of TIERS) {
    if (names?.includes(tier.name) === false) continue
    const aead = await tier.load().catch(() => undefined)
    if (aead && passesSelfTest(aead)) return aead
  }
  throw new SallyportError('USAGE', {
    message: `the cipher tier ${JSON.stringify(names?.join(', ') ?? 'any')} is not there, or failed its self-test`,
    help: `choose one of ${TIERS.map((tier) => tier.name).join(', ')}; "sallyport doctor" says which work here`,
  })
}

/** The tiers as a whole: how packets are sealed, and whether native code may be called for anything. */
export const WHOLE_TIERS = {
  A: { ciphers: ['openssl'], isNative: true },
  C: { ciphers: ['simd', 'sodium', 'noble'], isNative: false },
  D: { ciphers: ['node'], isNative: false },
} as const

/** @throws `USAGE` for a letter that is none of them */
export function readWholeTier(letter: string): (typeof WHOLE_TIERS)[keyof typeof WHOLE_TIERS] {
  if (letter === 'A' || letter === 'C' || letter === 'D') return WHOLE_TIERS[letter]
  throw new SallyportError('USAGE', {
    message: `--tier ${JSON.stringify(letter)} is not known`,
    help: 'choose A (native calls), C (WebAssembly) or D (node:crypto); --cipher-tier forces the cipher alone',
  })
}

export type TierReport =
  | { readonly name: string; readonly works: false; readonly why: string }
  | {
      readonly name: string
      readonly works: true
      /** Packets of 1,420 bytes, sealed and opened again, by one core. */
      readonly packetsPerSecond: number
      readonly mebibytesPerSecond: number
    }

/** Every tier with its self-test and a short measurement. */
export async function listTiers(clock: Clock): Promise<TierReport[]> {
  const reports: TierReport[] = []
  for (const { name, load } of TIERS) reports.push(await examine(name, load, clock))
  return reports
}

async function examine(name: string, load: () => Promise<Aead>, clock: Clock): Promise<TierReport> {
  try {
    const aead = await load()
    if (!passesSelfTest(aead)) return { name, works: false, why: 'it failed its self-test' }
    const packetsPerSecond = measurePackets(aead, clock, 30)
    const mebibytesPerSecond = Math.round((packetsPerSecond * PACKET_SIZE) / (1 << 20))
    return { name, works: true, packetsPerSecond, mebibytesPerSecond }
  } catch (error) {
    return { name, works: false, why: messageOf(error) }
  }
}

const PACKET_SIZE = 1_420

/** @returns packets of 1,420 bytes per second, each sealed and opened. */
export function measurePackets(aead: Aead, clock: Clock, forMs: number): number {
  const key = aead.importKey(new Uint8Array(32))
  const arena = scratchOf(aead).outgoing
  let count = 0
  const run = (until: number): void => {
    for (count = 0; clock.monotonic() < until; count++) {
      key.seal(count, 0, arena, 0, PACKET_SIZE)
      key.open(count, 0, arena, 0, PACKET_SIZE + 16)
    }
  }
  // The first calls pay for compilation.
  run(clock.monotonic() + forMs / 4)
  const startedAt = clock.monotonic()
  run(startedAt + forMs)
  const seconds = (clock.monotonic() - startedAt) / 1_000
  key.zero()
  return Math.round(count / seconds)
}

async function loadOpenssl(): Promise<Aead> {
  const report = loadKoffi()
  if (report.kind === 'absent') throw new Error(report.why)
  return createOpensslAead(report.koffi)
}

async function loadSimd(): Promise<Aead> {
  return (await import('../tunnel/wireguard/aead-simd.ts')).createSimdAead()
}

/** The package's module makes an instance with a heap of its own. */
async function loadSodium(): Promise<Aead> {
  const loaded: unknown = await import(pathToFileURL(assetPath('libsodium.mjs')).href)
  const { default: create } = loaded as { default: (settings: object) => Promise<SodiumModule> }
  // It looks for a browser's source of randomness; a cipher uses none, but it does not start without.
  return createSodiumAead(await create({ getRandomValue: () => randomBytes(4).readUInt32LE() }))
}

/**
 * RFC 8439 in WireGuard's form: key of 32 bytes 0…31, counter 2^32 + 7, plaintext of bytes 0, 1, 2, …, and the
 * SHA-256 of what is sealed, tag and all. Written down, for the portable reference takes longer than all else
 * of a start; a test holds the table to it.
 */
const KNOWN_ANSWERS: readonly (readonly [length: number, sha256: string])[] = [
  [0, '0b8736f04a6b5972a81a0f99ba0ebbc10370296a30bbab86dbab3f7edf571541'],
  [1, 'f7809e46e01171abb5f81165a275a65de521490d8e28c8e187fe53198cba2565'],
  [15, '2921c215e2db1d62a2f342cbf6a4af7bd79c836069b5300acd025d1be31f4ea9'],
  [63, '90745f6cec4b75b15d735b7b2eec46f3939bac77ab0530c17c07bf2687395a6b'],
  [64, '5d9227e2e1f4eebb73162e00ca5b3661df19de8dffd914b688bbcb5fa0079271'],
  [65, '6df2dbb5b7820ef3c85fb0fc6a3cdeaa81de546d26d0a4d1edb757cf58f889b8'],
  [1_420, 'e80f1d868f55294f13960bf6190f830c5190ecf3966ffe4f5760f8417284ea6b'],
  [8_000, '5d5c26577cbb9f8f8a2dadab773fbe5dcca005d875d08c460d1db58a20271739'],
]

export function passesSelfTest(aead: Aead): boolean {
  const counting = countingBytes(KNOWN_ANSWERS.at(-1)![0])
  return KNOWN_ANSWERS.every(([length, sha256]) => {
    const plaintext = counting.subarray(0, length)
    const imported = aead.importKey(counting.subarray(0, 32))
    const sealed = sealBytes(aead, imported, 7, 1, plaintext)
    if (createHash('sha256').update(sealed).digest('hex') !== sha256) return false
    const opened = openBytes(aead, imported, 7, 1, sealed)
    const changed = sealed.slice()
    changed[length]! ^= 1
    return (
      opened !== undefined &&
      equalBytes(opened, plaintext) &&
      openBytes(aead, imported, 7, 1, changed) === undefined
    )
  })
}

/** 0, 1, … 255, 0, …, by doubling: at a start each turn of a loop is interpreted. */
function countingBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let i = 0; i < 256; i++) bytes[i] = i
  for (let done = 256; done < length; done *= 2) bytes.copyWithin(done, 0, done)
  return bytes
}
