/**
 * `https`: a URL that somebody names, within a prefix that the agent's configuration lists. The
 * address is judged where the connection is made, so that a name that resolves differently the second
 * time (DNS rebinding) gains nothing; a redirect is judged like the first URL.
 */
import { lookup } from 'node:dns'
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import type { LookupFunction } from 'node:net'
import { SallyportError } from '../../base/errors.ts'
import { type IpPrefix, isIp, parseIp } from '../../base/ip.ts'
import { isAddressAllowed } from './address-rules.ts'
import { openAnswer, requestHeaders } from './http-answer.ts'
import type { Source } from './source.ts'
import { isWithinPrefix, parseHttpsUrl } from './url-prefix.ts'

export interface HttpsPrefix {
  readonly prefix: URL
  /** Where a redirect may lead, beside the prefix itself. */
  readonly redirects: readonly URL[]
  /** Addresses that are refused elsewhere and allowed here. */
  readonly addresses: readonly IpPrefix[]
  /** PEM: the only CAs that count for it. */
  readonly ca?: string
}

export interface HttpsSourceOptions {
  readonly prefixes: readonly HttpsPrefix[]
  readonly mesh: readonly IpPrefix[]
  readonly idleTimeoutMs: number
  /** The resolver; the system's where absent. */
  readonly lookup?: typeof lookup
}

const MAX_REDIRECTS = 5

/** @throws `SOURCE_REFUSED` where the URL is within no prefix */
export function httpsSource(text: string, options: HttpsSourceOptions): Source {
  const url = parseHttpsUrl(text)
  const rule = url && options.prefixes.find(({ prefix }) => isWithinPrefix(url, prefix))
  if (!url || !rule) throw refused(`${JSON.stringify(text.slice(0, 200))} is within no prefix`)
  return {
    kind: 'https',
    label: `${url.origin}${url.pathname}`,
    async open(offset, signal) {
      const agent = createGuardedAgent(rule, options)
      let at = url
      for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
        const answer = await get(at, {
          agent,
          offset,
          signal,
          idleTimeoutMs: options.idleTimeoutMs,
          rule,
          mesh: options.mesh,
        })
        const next = redirectOf(answer, at, rule)
        if (!next) return openAnswer(answer, offset, at.origin)
        answer.destroy()
        at = next
      }
      throw refused(`${url.origin} redirects more than ${MAX_REDIRECTS} times`)
    },
  }
}

function redirectOf(answer: IncomingMessage, from: URL, rule: HttpsPrefix): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(answer.statusCode ?? 0)) return undefined
  const location = answer.headers.location ?? ''
  const next = URL.canParse(location, from.href) ? parseHttpsUrl(new URL(location, from).href) : undefined
  if (next && [rule.prefix, ...rule.redirects].some((prefix) => isWithinPrefix(next, prefix))) return next
  answer.destroy()
  throw refused(
    `${from.origin} redirects to ${JSON.stringify(location.split('?', 1)[0]!.slice(0, 200))}, out of the prefix`,
  )
}

interface Get {
  readonly agent: Agent
  readonly offset: number
  readonly signal: AbortSignal
  readonly idleTimeoutMs: number
  readonly rule: HttpsPrefix
  readonly mesh: readonly IpPrefix[]
}

function get(url: URL, options: Get): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A literal address is connected to without asking the resolver.
  if (isIp(host)) assertAllowed(host, options.rule, options.mesh)
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const call = request(url, {
    agent: options.agent,
    headers: requestHeaders(options.offset),
    signal: options.signal,
    ...(options.rule.ca === undefined ? {} : { ca: options.rule.ca }),
  })
  call.setTimeout(options.idleTimeoutMs, () => call.destroy(new Error('the source went silent')))
  call.on('error', reject).on('response', (answer) => {
    try {
      // The last word: the address that the connection really has.
      assertAllowed(answer.socket.remoteAddress ?? '', options.rule, options.mesh)
      resolve(answer)
    } catch (error) {
      answer.destroy()
      reject(error)
    }
  })
  call.end()
  return promise
}

/** Connects to none but the addresses that were judged. No proxy: it would resolve the name again. */
function createGuardedAgent(rule: HttpsPrefix, options: HttpsSourceOptions): Agent {
  const resolveName = options.lookup ?? lookup
  const guarded: LookupFunction = (host, lookupOptions, callback) => {
    resolveName(host, { ...lookupOptions, all: true }, (error, found) => {
      if (error) return callback(error, '', 4)
      const addresses = (Array.isArray(found) ? found : [found]).filter(({ address }) =>
        isAddressAllowed(parseIp(address), options.mesh, rule.addresses),
      )
      const [first] = addresses
      if (!first) return callback(refused(`${host} has no address that is allowed`), '', 4)
      if (lookupOptions.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
  return new Agent({ keepAlive: false, lookup: guarded })
}

function assertAllowed(address: string, rule: HttpsPrefix, mesh: readonly IpPrefix[]): void {
  if (isIp(address) && isAddressAllowed(parseIp(address), mesh, rule.addresses)) return
  throw refused(`the address ${address || '(unknown)'} is loopback, link-local, private or of the mesh`)
}

function refused(message: string): SallyportError {
  return new SallyportError('SOURCE_REFUSED', {
    message,
    help: "list it under sources.https in the agent's configuration, if it is yours",
  })
}
