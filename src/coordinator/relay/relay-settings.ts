/** `relays` of environments.yml: which relays there are beside the coordinator's own, and how much a lease may send by each. */
import * as z from 'zod'
import type { Relay } from '../../api/messages/network-map.ts'
import { RELAY_PATH } from '../../api/route-table.ts'
import { encodeBase64url, encodeUtf8 } from '../../base/bytes.ts'
import { sha256 } from '../../base/digest.ts'
import { relayNameOf } from '../../trust/relay-token.ts'
import { digestText } from '../../trust/vocabulary.ts'

const UNITS = { KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 } as const
const SIZE = /^([1-9]\d{0,6})(KiB|MiB|GiB|TiB)$/
export const DEFAULT_RELAY_QUOTA = '8GiB'

const relayUrl = z
  .url({ protocol: /^wss$/ })
  .max(500)
  .refine((text) => URL.parse(text)?.pathname === RELAY_PATH && !text.includes('?') && !text.includes('#'), {
    message: `must be wss://HOST:PORT${RELAY_PATH}, as "sallyport relay serve" prints it`,
  })

export const relaysSchema = z.strictObject({
  /** What a node may send through each relay during one lease, or in an hour where it has none. Default 8GiB. */
  quota: z.string().regex(SIZE, 'must be a size such as 512MiB, 8GiB').optional(),
  /** Relays beside the coordinator's own. */
  servers: z
    .array(
      z.strictObject({
        url: relayUrl,
        /** Digest of its certificate; absent: what counts for the coordinator's TLS counts for it. */
        pin: digestText.optional(),
        /** `HOST:PORT` of its STUN responder. */
        stun: z
          .string()
          .max(300)
          .regex(/^[^\s/]+:\d{1,5}$/, 'must be HOST:PORT')
          .optional(),
      }),
    )
    .max(15)
    .optional(),
})

export type RelaySettings = z.infer<typeof relaysSchema>

interface SettingsFile {
  readonly relays?: RelaySettings | undefined
}

export function relayQuotaOf(file: SettingsFile | undefined): number {
  const [, number, unit] = SIZE.exec(file?.relays?.quota ?? DEFAULT_RELAY_QUOTA) ?? []
  return Number(number) * UNITS[unit as keyof typeof UNITS]
}

export function registeredRelays(file: SettingsFile | undefined): Relay[] {
  return (file?.relays?.servers ?? []).map(({ url, pin, stun }) => ({
    id: encodeBase64url(sha256(encodeUtf8(relayNameOf(new URL(url))))),
    url,
    stun: stun ?? null,
    pin: pin ?? null,
  }))
}
