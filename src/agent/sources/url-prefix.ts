/** Prefixes of URLs: the origin is compared whole, the path at a slash. */
import { SallyportError } from '../../base/errors.ts'

/** @throws `CONFIG_INVALID` for anything but an `https:` URL of origin and path */
export function parseUrlPrefix(text: string): URL {
  const url = parseHttpsUrl(text)
  if (url && url.search === '') return url
  throw new SallyportError('CONFIG_INVALID', {
    message: `not a prefix for downloads: ${JSON.stringify(text.slice(0, 200))}`,
    help: 'write it as https://host/path/, without user, query or fragment',
  })
}

/** `undefined` for what is no plain `https:` URL, or hides a slash or a dot in an escape. */
export function parseHttpsUrl(text: string): URL | undefined {
  if (!URL.canParse(text) || text.includes('\\')) return undefined
  const url = new URL(text)
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === ''
  return isPlain && !/%2f|%5c|%2e|%00/i.test(url.pathname) ? url : undefined
}

export function isWithinPrefix(url: URL, prefix: URL): boolean {
  if (url.origin !== prefix.origin) return false
  const path = prefix.pathname
  if (path.endsWith('/')) return url.pathname.startsWith(path)
  return url.pathname === path || url.pathname.startsWith(`${path}/`)
}
