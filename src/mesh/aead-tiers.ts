/**
 * The cipher tiers, fastest first, each tried by a known answer before it is used: a tier that gives
 * other bytes, or takes a changed tag, is no tier.
 */
import { equalBytes } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import type { Clock } from '../base/time.ts'
import type { Aead } from '../tunnel/wireguard/aead.ts'
import { nobleAead } from '../tunnel/wireguard/aead-noble.ts'
import { nodeAead } from '../tunnel/wireguard/aead-node.ts'

const TIERS: readonly { readonly name: string; readonly load: () => Promise<Aead> }[] = [
  { name: 'node', load: async () => nodeAead },
  { name: 'noble', load: async () => nobleAead },
]

/** @param forced the name of a tier; else the first that passes. @throws `USAGE` for a name that is not there or does not pass */
export async function chooseAead(forced?: string): Promise<Aead> {
  for (const tier of TIERS) {
    if (forced !== undefined && tier.name !== forced) continue
    const aead = await tier.load().catch(() => undefined)
    if (aead && passesSelfTest(aead)) return aead
  }
  throw new SallyportError('USAGE', {
    message: `the cipher tier ${JSON.stringify(forced ?? 'any')} is not there, or failed its self-test`,
    help: `choose one of ${TIERS.map((tier) => tier.name).join(', ')}`,
  })
}

export interface TierReport {
  readonly name: string
  readonly works: boolean
  /** Sealing packets of 1,420 bytes, one core. */
  readonly mebibytesPerSecond: number
}

/** Every tier with its self-test and a short measurement. */
export function listTiers(clock: Clock): Promise<TierReport[]> {
  return Promise.all(
    TIERS.map(async ({ name, load }) => {
      const aead = await load().catch(() => undefined)
      if (!aead || !passesSelfTest(aead)) return { name, works: false, mebibytesPerSecond: 0 }
      return { name, works: true, mebibytesPerSecond: measure(aead, clock) }
    }),
  )
}

function measure(aead: Aead, clock: Clock): number {
  const key = aead.importKey(new Uint8Array(32))
  const packet = new Uint8Array(1_420)
  const out = new Uint8Array(1_436)
  const startedAt = clock.monotonic()
  let sealed = 0
  for (; clock.monotonic() - startedAt < 30; sealed++) key.seal(sealed, 0, packet, out, 0)
  return Math.round((sealed * 1_420) / (1 << 20) / ((clock.monotonic() - startedAt) / 1_000))
}

/** RFC 8439 in WireGuard's form: key of 32 bytes 0…31, counter 2^32 + 7, against the portable reference. */
export function passesSelfTest(aead: Aead): boolean {
  const key = Uint8Array.from({ length: 32 }, (_, index) => index)
  return [0, 1, 63, 64, 1_420].every((length) => {
    const plaintext = Uint8Array.from({ length }, (_, index) => index & 0xff)
    const expected = new Uint8Array(length + 16)
    nobleAead.importKey(key).seal(7, 1, plaintext, expected, 0)
    const sealed = new Uint8Array(length + 16)
    const imported = aead.importKey(key)
    imported.seal(7, 1, plaintext, sealed, 0)
    const opened = imported.open(7, 1, expected)
    const changed = expected.slice()
    changed[length]! ^= 1
    return (
      equalBytes(sealed, expected) &&
      opened !== undefined &&
      equalBytes(opened, plaintext) &&
      imported.open(7, 1, changed) === undefined
    )
  })
}
