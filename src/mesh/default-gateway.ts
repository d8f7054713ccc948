/** The IPv4 router that packets to everywhere else go to, as Linux lists it. */
import { decodeUtf8 } from '../base/bytes.ts'
import type { IpAddress } from '../base/ip.ts'
import { readFileIfThere } from '../platform/files.ts'

const ROUTES = '/proc/net/route'
const MAX_ROUTES_BYTES = 4 * 1024 * 1024
/** `RTF_UP | RTF_GATEWAY` of linux/route.h. */
const UP_BY_GATEWAY = 0x3

/** @returns undefined where there is none, and on systems without that file */
export async function findDefaultGateway(): Promise<IpAddress | undefined> {
  const bytes = await readFileIfThere(ROUTES, MAX_ROUTES_BYTES)
  return bytes && parseDefaultGateway(decodeUtf8(bytes))
}

/** @param table `Iface Destination Gateway Flags RefCnt Use Metric Mask …`, addresses as the kernel's hexadecimal words */
export function parseDefaultGateway(table: string): IpAddress | undefined {
  const routes = table.split('\n').flatMap((line) => {
    const [, destination, gateway, flags, , , metric, mask] = line.trim().split(/\s+/)
    const isDefault = destination === '00000000' && mask === '00000000'
    if (!isDefault || (Number.parseInt(flags ?? '', 16) & UP_BY_GATEWAY) !== UP_BY_GATEWAY) return []
    if (gateway === undefined || !/^[0-9A-F]{8}$/i.test(gateway)) return []
    // A word of a little-endian machine: its first byte stands last.
    const word = Buffer.from(gateway, 'hex').reverse()
    return [{ metric: Number(metric), address: { family: 4, bytes: new Uint8Array(word) } as IpAddress }]
  })
  return routes.sort((a, b) => a.metric - b.metric)[0]?.address
}
