/** `relay serve`: a relay on a machine that need not be the coordinator's. */
import { join, resolve } from 'node:path'
import { decodeUtf8 } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { lockDataDirectory } from '../coordinator/identity/directory-lock.ts'
import { openSelfSigned } from '../coordinator/identity/self-signed.ts'
import { type RelayProcessOptions, startRelayProcess } from '../coordinator/relay/relay-process.ts'
import { certificateDigest } from '../platform/authority.ts'
import { makePrivateFolder, readFileBounded } from '../platform/files.ts'
import { parsePublicKey } from '../trust/keys.ts'
import { parseListen } from './coordinator.ts'
import type { Call, Verb } from './verb.ts'

const DEFAULT_LISTEN = '127.0.0.1:8441'
const MAX_PEM_BYTES = 1024 * 1024

export const relayServe: Verb = {
  name: 'relay serve',
  summary: "Run a relay beside the coordinator's own, near those who use it.",
  details:
    'It is told the root and asks the coordinator nothing: nodes bring what the coordinator signed for them. It can read\n' +
    'no packet and make nobody believe anything. On stderr it says the lines with which environments.yml registers it.\n' +
    'With --tls self the certificate is its own, made once, and known by its pin. SIGTERM sends its nodes to another relay.',
  options: ['data', 'root', 'listen', 'url', 'tls', 'tls-cert', 'tls-key', 'stun-port', 'metrics', 'verbose'],
  examples: [
    'sallyport relay serve --data /var/lib/sallyport-relay --root sallyport-root-public-v1:… --listen 0.0.0.0:8441 --url https://relay-eu.example:8441 --tls self',
    'sallyport relay serve --data ./relay --root sallyport-root-public-v1:… --listen 127.0.0.1:8441 --url https://relay-eu.example',
  ],
  async run(call) {
    const { options, ports } = call
    if (options.data === undefined) throw usage('--data DIR is missing')
    if (options.root === undefined) throw usage('--root KEY is missing: "coordinator init" printed it')
    const folder = resolve(ports.cwd, options.data)
    const root = parsePublicKey('root', options.root)
    const { host, port } = parseListen(options.listen ?? DEFAULT_LISTEN)
    const publicUrl = options.url === undefined ? undefined : parseOrigin(options.url)
    refuseUnreachable(call, host, publicUrl)
    await makePrivateFolder(folder)
    const unlock = lockDataDirectory(folder)
    try {
      const tls = await openTls(call, folder, host, publicUrl)
      return await serve(call, {
        folder,
        root,
        host,
        port,
        ...(publicUrl === undefined ? {} : { publicUrl }),
        ...(tls === undefined ? {} : { tls }),
        ...(options['stun-port'] === undefined ? {} : { stunPort: options['stun-port'] }),
        ...(options.metrics === undefined ? {} : { metrics: parseListen(options.metrics, 'metrics') }),
        clock: ports.clock,
        random: ports.random,
        diagnostics: ports.diagnostics,
      })
    } finally {
      unlock()
    }
  },
}

async function serve({ ports }: Call, options: RelayProcessOptions): Promise<typeof EXIT.ok> {
  const { signal } = ports
  const running = await startRelayProcess(options)
  const { url, stun } = running
  const pin = options.tls ? certificateDigest(options.tls.certificate) : undefined
  ports.stdout(`${JSON.stringify({ version: 1, url, stun, ...(pin === undefined ? {} : { pin }) })}\n`)
  ports.diagnostics.log('info', 'the relay serves', { url, stun, ...(pin === undefined ? {} : { pin }) })
  const known = pin === undefined ? '' : `, pin: "${pin}"`
  ports.stderr(
    `in environments.yml, under "relays":\n  servers:\n    - { url: "${url}"${known}, stun: "${stun}" }\n`,
  )
  await aborted(signal)
  ports.diagnostics.log('info', 'the relay ends: its nodes are sent to another')
  await running.close()
  return EXIT.ok
}

/** Plain HTTP is for a proxy on this machine; an address for all is no address to dial. */
function refuseUnreachable({ options }: Call, host: string, publicUrl: string | undefined): void {
  const hasTls = options.tls !== undefined || options['tls-cert'] !== undefined
  if (!hasTls && !['127.0.0.1', '::1', 'localhost'].includes(host))
    throw usage(`plain HTTP is not served on ${host}: give --tls self, or --tls-cert and --tls-key`)
  if ((host === '0.0.0.0' || host === '::') && publicUrl === undefined)
    throw usage('--url says how nodes dial a relay that listens everywhere')
}

async function openTls(
  { options, ports }: Call,
  folder: string,
  host: string,
  publicUrl: string | undefined,
): Promise<RelayProcessOptions['tls']> {
  const { tls, 'tls-cert': certificate, 'tls-key': key } = options
  if (tls !== undefined && tls !== 'self') throw usage(`--tls ${JSON.stringify(tls)} is not known: self`)
  if (tls === 'self' && (certificate !== undefined || key !== undefined))
    throw usage('--tls self and --tls-cert exclude each other')
  if (tls === 'self') {
    const name = publicUrl === undefined ? host : new URL(publicUrl).hostname
    return openSelfSigned(join(folder, 'tls'), [name.replace(/^\[|\]$/g, '')], ports)
  }
  if (certificate === undefined && key === undefined) return undefined
  if (certificate === undefined || key === undefined) throw usage('--tls-cert and --tls-key come together')
  const read = async (path: string) =>
    decodeUtf8(await readFileBounded(resolve(ports.cwd, path), MAX_PEM_BYTES))
  return { certificate: await read(certificate), key: await read(key) }
}

function parseOrigin(text: string): string {
  const url = URL.parse(text)
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search === '')
    return url.origin
  throw usage(`--url ${JSON.stringify(text)} is not an URL without path, such as https://relay.example:8441`)
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }))
}

function usage(message: string): SallyportError {
  return new SallyportError('USAGE', { message, help: 'sallyport relay serve --help' })
}
