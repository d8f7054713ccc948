/**
 * Which TLS certificate counts for a server, as people write it: a PEM file of an authority, or a pin
 * (`sha256:…`, the digest of the server's own certificate). A pin is turned into that certificate by asking
 * the server for it: what does not have the pinned digest is refused before anything else is said to it.
 */
import { X509Certificate } from 'node:crypto'
import { Agent, request } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { decodeUtf8 } from '../base/bytes.ts'
import { formatDigest, sha256 } from '../base/digest.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import { readFileBounded } from './files.ts'

const MAX_CA_BYTES = 1024 * 1024
const TIMEOUT_MS = 15_000
const PIN = /^sha256:[0-9a-f]{64}$/

export function isPin(text: string): boolean {
  return PIN.test(text)
}

/**
 * @param given a pin, or a path that `resolve` makes absolute
 * @returns PEM, for `ca` of a client
 * @throws `FILE_UNREADABLE`, `HTTP_FAILED`, `CERTIFICATE_UNKNOWN`
 */
export async function readAuthority(
  given: string,
  url: string,
  resolve: (path: string) => string,
): Promise<string> {
  if (isPin(given)) return fetchPinned(url, given)
  return decodeUtf8(await readFileBounded(resolve(given), MAX_CA_BYTES))
}

/** `sha256:…` of a certificate's bytes. @throws Error for what is no certificate */
export function certificateDigest(pem: string): string {
  return formatDigest(sha256(new X509Certificate(pem).raw))
}

/** @throws `HTTP_FAILED` where nobody answers, `CERTIFICATE_UNKNOWN` for another certificate */
export async function fetchPinned(url: string, pin: string): Promise<string> {
  if (!url.startsWith('https:')) {
    throw new SallyportError('CERTIFICATE_UNKNOWN', {
      message: `a pin counts for TLS, and ${JSON.stringify(url)} has none`,
      help: 'address the coordinator by https:',
    })
  }
  const raw = await presentedBy(new URL('/healthz', url))
  const digest = formatDigest(sha256(raw))
  if (digest === pin) return new X509Certificate(raw).toString()
  throw new SallyportError('CERTIFICATE_UNKNOWN', {
    message: `${url} shows a certificate with ${digest}, not the pinned ${pin}`,
    help: 'compare with what `coordinator serve --tls self` printed; if they differ, somebody stands between',
  })
}

/** The connection ends with the handshake. */
function presentedBy(url: URL): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const agent = new Agent({ proxyEnv: process.env, rejectUnauthorized: false })
  const asked = request(url, { agent, method: 'GET', signal: AbortSignal.timeout(TIMEOUT_MS) })
  asked.on('socket', (socket) => {
    const take = (): void => {
      resolve((socket as TLSSocket).getPeerCertificate().raw)
      asked.destroy()
    }
    socket.once('secureConnect', take)
  })
  asked.on('error', (cause) =>
    reject(new SallyportError('HTTP_FAILED', { message: `${url.origin}: ${messageOf(cause)}`, cause })),
  )
  return promise.finally(() => agent.destroy())
}
