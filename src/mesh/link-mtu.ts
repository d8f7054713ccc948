/** The MTU of the links that this machine has, and what it leaves for packets in the tunnel. */
import { readFile } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { DEFAULT_MTU } from '../tunnel/wireguard/constants.ts'

/** IPv6 40, UDP 8, WireGuard's header 16 and tag 16. */
const OVERHEAD = 80

export interface LinkMtu {
  readonly link: string
  readonly mtu: number
}

/** The narrowest link that is up and is not the machine itself; `undefined` where the system does not say (Linux does). */
export async function narrowestLink(): Promise<LinkMtu | undefined> {
  const names = Object.entries(networkInterfaces())
    .filter(([, addresses]) => addresses?.some((address) => !address.internal))
    .map(([name]) => name)
  const links = await Promise.all(names.map(readLink))
  return links.filter((each) => each !== undefined).sort((a, b) => a.mtu - b.mtu)[0]
}

/** The greatest MTU in the tunnel that needs no fragments on such a link. */
export function tunnelMtu(linkMtu: number): number {
  return Math.min(DEFAULT_MTU, linkMtu - OVERHEAD)
}

async function readLink(link: string): Promise<LinkMtu | undefined> {
  const text = await readFile(`/sys/class/net/${link}/mtu`, 'utf8').catch(() => '')
  const mtu = Number(text.trim())
  return text === '' || !(mtu > 0) ? undefined : { link, mtu }
}
