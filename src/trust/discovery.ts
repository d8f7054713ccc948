/** OIDC discovery, the pure part: which URL to ask, and which `jwks_uri` may be followed (protocols §1). */
import * as z from 'zod'
import { decode } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { parseStrictJson } from '../base/json.ts'
import { MAX_JWKS_BYTES } from './issuer-keys.ts'
import type { TrustedIssuer } from './trust-file.ts'

export const JWKS_TIMEOUT_MS = 5_000

const discoverySchema = z.looseObject({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https$/ }) })

export function discoveryUrl({ issuer }: TrustedIssuer): string {
  return `${issuer}/.well-known/openid-configuration`
}

/** @throws `CONFIG_INVALID` where it names another issuer, or keys at an origin that is not the issuer's nor configured */
export function parseDiscovery(bytes: Uint8Array, trusted: TrustedIssuer): string {
  const source = discoveryUrl(trusted)
  const value = parseStrictJson(bytes, { source, maxBytes: MAX_JWKS_BYTES, maxDepth: 8 })
  const discovery = decode(discoverySchema, value, { source })
  const origin = new URL(discovery.jwks_uri).origin
  const allowed = [trusted.issuer, trusted.jwksOrigin].map((url) => url && new URL(url).origin)
  if (discovery.issuer !== trusted.issuer || !allowed.includes(origin)) {
    throw new SallyportError('CONFIG_INVALID', {
      message: `${source} names the issuer ${discovery.issuer} with keys at ${origin}`,
      help: 'set jwksOrigin for this issuer, if its keys live there',
    })
  }
  return discovery.jwks_uri
}
