/** The MTU of the links that this machine has, and what it leaves for packets in the tunnel. */
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { type Endpoint, formatIp, isLoopback } from '../base/ip.ts'
import { DEFAULT_MTU } from '../tunnel/wireguard/constants.ts'

/** IPv6 40, UDP 8, WireGuard's header 16 and tag 16. */
const OVERHEAD = 80
/** What IPv6 in the tunnel cannot do without. */
const LEAST = 1_280

export interface LinkMtu {
  readonly link: string
  readonly mtu: number
}

/** The narrowest link that is up and is not the machine itself; `undefined` where the system does not say (Linux does). */
export function narrowestLink(): LinkMtu | undefined {
  const links = linkNames(false).map(readLink)
  return links.filter((each) => each !== undefined).sort((a, b) => a.mtu - b.mtu)[0]
}

/** Of the links that are up; the machine itself among them, or not. */
function linkNames(withInternal: boolean): string[] {
  const links = Object.entries(networkInterfaces())
  return links
    .filter(([, addresses]) => withInternal || addresses?.some((address) => !address.internal))
    .map(([name]) => name)
}

/** The greatest MTU in the tunnel that needs no fragments on such a link. */
export function tunnelMtu(linkMtu: number): number {
  return Math.min(DEFAULT_MTU, linkMtu - OVERHEAD)
}

/** As wg-quick(8) chooses one for a file without: by the links on which these endpoints are reached. */
export async function mtuTowards(endpoints: readonly Endpoint[]): Promise<number> {
  if (endpoints.length === 0) return DEFAULT_MTU
  const isLocal = endpoints.some(({ address }) => isLoopback(address))
  const mtu = mtuOfAll(linkNames(isLocal).map(readLink))
  if (mtu !== undefined) return Math.max(LEAST, mtu)
  const links = await Promise.all(endpoints.map(linkTowards))
  const mtus = links.filter((each) => each !== undefined).map((link) => tunnelMtu(link.mtu))
  return Math.max(LEAST, Math.min(DEFAULT_MTU, ...mtus))
}

/**
 * What every link leaves, where that is the same whichever of them is taken: nobody then has to be asked for the way,
 * and a session starts without what `node:dgram` loads for that.
 */
export function mtuOfAll(links: readonly (LinkMtu | undefined)[]): number | undefined {
  const mtus = new Set(links.map((link) => link && tunnelMtu(link.mtu)))
  return mtus.size === 1 ? [...mtus][0] : undefined
}

/** By the address that the system speaks to the endpoint from; nothing is sent. */
async function linkTowards({ address, port }: Endpoint): Promise<LinkMtu | undefined> {
  const socket = createSocket(address.family === 4 ? 'udp4' : 'udp6')
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  socket.once('error', () => resolve(undefined))
  socket.connect(port, formatIp(address), () => resolve(socket.address().address))
  const own = await promise
  socket.close()
  const found = Object.entries(networkInterfaces()).find(([, all]) =>
    all?.some((each) => each.address === own),
  )
  return found && readLink(found[0])
}

/** At once: the kernel makes the file up as it is read, and a thread would take longer to ask. */
function readLink(link: string): LinkMtu | undefined {
  try {
    const mtu = Number(readFileSync(`/sys/class/net/${link}/mtu`, 'utf8').trim())
    return mtu > 0 ? { link, mtu } : undefined
  } catch {
    return undefined
  }
}
