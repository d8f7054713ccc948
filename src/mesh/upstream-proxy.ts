/**
 * The proxy that the environment names for what is not of the mesh: HTTPS_PROXY, HTTP_PROXY for port 80, ALL_PROXY for
 * what neither names, NO_PROXY for what goes without; lower case before upper, as curl and Go read them. It is
 * asked by CONNECT, whatever the port. This machine is reached without.
 */
import type { Duplex } from 'node:stream'
import { isIp, parseIp, parsePrefix, prefixContains } from '../base/ip.ts'

export type ProxyEnvironment = Readonly<Record<string, string | undefined>>

const TIMEOUT_MS = 30_000

/** @returns `undefined` where the way is direct, which it is too for a proxy that is not of HTTP */
export function upstreamProxyFor(env: ProxyEnvironment, host: string, port: number): URL | undefined {
  if (isLoopback(host) || isExcluded(env, host, port)) return undefined
  const named = port === 80 ? read(env, 'http_proxy') : read(env, 'https_proxy')
  const text = named ?? read(env, 'all_proxy')
  if (text === undefined) return undefined
  const url = URL.parse(text.includes('://') ? text : `http://${text}`)
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined
}

/** @throws an error with the `code` of what failed; `EPROXYREFUSED` where the proxy does not want to */
export async function dialByProxy(proxy: URL, host: string, port: number): Promise<Duplex> {
  const { request } = proxy.protocol === 'https:' ? await import('node:https') : await import('node:http')
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const login = decodeURIComponent(`${proxy.username}:${proxy.password}`)
  const asking = request({
    host: proxy.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: authority,
    agent: false,
    timeout: TIMEOUT_MS,
    headers: {
      host: authority,
      ...(proxy.username === ''
        ? {}
        : { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` }),
    },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Duplex>()
  asking.once('connect', (response, socket, head) => {
    if (response.statusCode !== 200) {
      socket.destroy()
      reject(refused(proxy, `it answered ${response.statusCode} for ${authority}`))
      return
    }
    socket.setTimeout(0)
    if (head.length > 0) socket.unshift(head)
    resolve(socket)
  })
  asking.once('response', (response) => {
    response.destroy()
    reject(refused(proxy, `it answered ${response.statusCode} for ${authority}`))
  })
  asking.once('timeout', () => asking.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' })))
  asking.once('error', reject)
  asking.end()
  return promise
}

function refused(proxy: URL, why: string): Error {
  return Object.assign(new Error(`the proxy ${proxy.host} does not connect: ${why}`), {
    code: 'EPROXYREFUSED',
  })
}

function read(env: ProxyEnvironment, name: string): string | undefined {
  return env[name] || env[name.toUpperCase()] || undefined
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function isExcluded(env: ProxyEnvironment, host: string, port: number): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  return (read(env, 'no_proxy') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== '' && isNamed(entry, name, port))
}

/** `*`, a name with all below it, an address, a prefix; each but a prefix may end in `:PORT`. */
function isNamed(entry: string, name: string, port: number): boolean {
  if (entry === '*') return true
  if (entry.includes('/')) return isIp(name) && isWithin(entry, name)
  const [, bare = entry, only] = /^([^:]+|\[[^\]]+\]):(\d+)$/.exec(entry) ?? []
  if (only !== undefined && Number(only) !== port) return false
  const wanted = bare.replace(/^\[(.*)\]$/, '$1').replace(/^\*?\./, '')
  return name === wanted || (!isIp(name) && name.endsWith(`.${wanted}`))
}

function isWithin(prefix: string, address: string): boolean {
  try {
    return prefixContains(parsePrefix(prefix), parseIp(address))
  } catch {
    // What is no prefix excludes nothing.
    return false
  }
}
