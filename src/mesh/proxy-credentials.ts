/** Credentials of one session's proxies: random, in the URLs that are handed out, and nowhere else. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { encodeBase64url, encodeUtf8 } from '../base/bytes.ts'
import type { Random } from '../base/random.ts'

export interface ProxyCredentials {
  readonly user: string
  readonly password: string
}

export function createCredentials(random: Random): ProxyCredentials {
  return { user: 'sallyport', password: encodeBase64url(random.bytes(24)) }
}

/** Compares in constant time, whatever the lengths. */
export function matchesCredentials(expected: ProxyCredentials, user: string, password: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(encodeUtf8(text)).digest()
  const sameUser = timingSafeEqual(digest(expected.user), digest(user))
  const samePassword = timingSafeEqual(digest(expected.password), digest(password))
  return sameUser && samePassword
}

/** `http://user:password@127.0.0.1:8080` */
export function proxyUrl(scheme: string, address: string, credentials: ProxyCredentials | undefined): string {
  const login = credentials ? `${credentials.user}:${credentials.password}@` : ''
  return `${scheme}://${login}${address}`
}
