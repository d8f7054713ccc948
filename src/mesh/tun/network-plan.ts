/**
 * Which commands make a device part of this machine's network, and which undo what does not go with the
 * device: its addresses, its routes and a resolver of its link are gone with it, a route to an endpoint by
 * the old way is not. Pure; commands are lists of words for `ip`.
 */
import {
  type Endpoint,
  formatIp,
  formatPrefix,
  type IpPrefix,
  maskPrefix,
  prefixContains,
} from '../../base/ip.ts'

export type Command = readonly [program: string, ...args: string[]]

export interface NetworkWishes {
  readonly device: string
  readonly addresses: readonly IpPrefix[]
  readonly mtu: number
  /** What goes into the tunnel. */
  readonly prefixes: readonly IpPrefix[]
  /** False: the routes are somebody else's business (`Table = off`). */
  readonly hasRoutes?: boolean
}

/** How the machine reaches an endpoint before the tunnel is there. */
export interface WayOut {
  readonly endpoint: Endpoint
  readonly device: string
  readonly gateway?: string
}

export interface NetworkPlan {
  /** In order; the first that fails ends it. */
  readonly up: readonly Command[]
  /** What is left when the device is gone; each may fail, as it may be undone already. */
  readonly down: readonly Command[]
}

export function planNetwork(wishes: NetworkWishes, waysOut: readonly WayOut[]): NetworkPlan {
  const { device, addresses, mtu, prefixes } = wishes
  const mayFallIn = ({ endpoint }: WayOut): boolean =>
    wishes.hasRoutes !== false && prefixes.some((prefix) => prefixContains(prefix, endpoint.address))
  const detours = distinct(waysOut.filter(mayFallIn), (way) => formatIp(way.endpoint.address))
  const routes = wishes.hasRoutes === false ? [] : distinct(prefixes.map(maskPrefix), text).flatMap(halves)
  return {
    up: [
      ...addresses.map(
        (each): Command => ['ip', ...family(each), 'address', 'add', text(each), 'dev', device],
      ),
      ['ip', 'link', 'set', 'mtu', `${mtu}`, 'up', 'dev', device],
      ...detours.map((way): Command => ['ip', ...detour('add', way)]),
      ...routes
        .filter((route) => !addresses.some((own) => isLinkRoute(own, route)))
        .map((route): Command => ['ip', ...family(route), 'route', 'add', text(route), 'dev', device]),
    ],
    down: detours.map((way): Command => ['ip', ...detour('del', way)]),
  }
}

/** Two peers may name the same network, or be reached at the same address. */
function distinct<T>(all: readonly T[], nameOf: (each: T) => string): T[] {
  return [...new Map(all.map((each) => [nameOf(each), each])).values()]
}

/** What an address brings by itself; asking for it again would be an error. */
function isLinkRoute(own: IpPrefix, route: IpPrefix): boolean {
  return own.bits === route.bits && prefixContains(own, route.address) && prefixContains(route, own.address)
}

/** Everything as two halves, so that the machine's own default route stays as it is, and serves after. */
function halves(prefix: IpPrefix): IpPrefix[] {
  if (prefix.bits !== 0) return [prefix]
  const { family: kind, bytes } = prefix.address
  const upper = new Uint8Array(bytes.length)
  upper[0] = 0x80
  return [
    { address: { family: kind, bytes: new Uint8Array(bytes.length) }, bits: 1 },
    { address: { family: kind, bytes: upper }, bits: 1 },
  ]
}

function detour(verb: 'add' | 'del', { endpoint, device, gateway }: WayOut): string[] {
  const { address } = endpoint
  const host = { address, bits: address.family === 4 ? 32 : 128 }
  const via = gateway === undefined ? [] : ['via', gateway]
  return [...family(host), 'route', verb, text(host), ...via, 'dev', device]
}

function family(prefix: IpPrefix): string[] {
  return [prefix.address.family === 4 ? '-4' : '-6']
}

function text(prefix: IpPrefix): string {
  return formatPrefix(prefix)
}

/** Reads the answer of `ip -o route get ADDRESS`. @returns `undefined` where there is no way */
export function readWayOut(endpoint: Endpoint, answer: string): WayOut | undefined {
  const words = answer.trim().split(/\s+/)
  if (words.length < 2 || words[0] === 'unreachable' || words[0] === 'local') return undefined
  const after = (key: string): string | undefined => {
    const at = words.indexOf(key)
    return at < 0 ? undefined : words[at + 1]
  }
  const device = after('dev')
  const gateway = after('via')
  if (device === undefined) return undefined
  return { endpoint, device, ...(gateway === undefined ? {} : { gateway }) }
}
