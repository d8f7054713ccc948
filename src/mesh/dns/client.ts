/**
 * Names by the DNS servers that a wg-quick file gives, asked through the tunnel where they are of the
 * mesh. An answer counts from the server that was asked, to the port, number and question that asked.
 */
import { equalIp, formatIp, type IpAddress } from '../../base/ip.ts'
import type { Random } from '../../base/random.ts'
import type { OpenUdpFlow } from '../udp-flow.ts'
import { DNS_CODE, DNS_TYPE, type DnsAnswer, emitDnsQuery, parseDnsResponse } from './message.ts'

const PORT = 53
const ANSWER_MS = 2_000
const ROUNDS = 2

export interface DnsClientOptions {
  readonly servers: readonly IpAddress[]
  /** Put behind a name of one label. */
  readonly searchDomains: readonly string[]
  readonly random: Random
  readonly open: OpenUdpFlow
}

/** @returns a resolver; addresses of version 4 first, none for a name that no server knows, or where none answers. */
export function createDnsClient(options: DnsClientOptions): (name: string) => Promise<readonly IpAddress[]> {
  return async (name) => {
    const isShort = !name.includes('.')
    const searched = isShort ? options.searchDomains.map((domain) => `${name}.${domain}`) : []
    for (const candidate of [...searched, name]) {
      const [v4, v6] = await Promise.all([
        askServers(options, candidate, DNS_TYPE.a),
        askServers(options, candidate, DNS_TYPE.aaaa),
      ])
      if (v4.length + v6.length > 0) return [...v4, ...v6]
    }
    return []
  }
}

async function askServers(
  options: DnsClientOptions,
  name: string,
  type: number,
): Promise<readonly IpAddress[]> {
  for (let round = 0; round < ROUNDS; round++) {
    for (const server of options.servers) {
      const answer = await ask(options, server, name, type)
      if (answer?.code === DNS_CODE.ok || answer?.code === DNS_CODE.noSuchName) return answer.addresses
    }
  }
  return []
}

/** @returns `undefined` where nothing came in time. */
function ask(
  options: DnsClientOptions,
  server: IpAddress,
  name: string,
  type: number,
): Promise<DnsAnswer | undefined> {
  const [high, low] = options.random.bytes(2)
  const query = emitDnsQuery((high! << 8) | low!, name, type)
  if (!query) return Promise.resolve(undefined)
  const { promise, resolve } = Promise.withResolvers<DnsAnswer | undefined>()
  const flow = options.open((bytes, from) => {
    if (from.port !== PORT || !equalIp(from.address, server)) return
    const answer = parseDnsResponse(bytes, query)
    if (answer) resolve(answer)
  })
  const timer = setTimeout(() => resolve(undefined), ANSWER_MS)
  flow.send(query, formatIp(server), PORT)
  return promise.finally(() => {
    clearTimeout(timer)
    flow.close()
  })
}
