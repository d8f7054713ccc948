/** `coordinator init|serve|enroll|configure`: the coordinator on the machine that hosts it. */
import { dirname, join, resolve } from 'node:path'
import { decodeUtf8 } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { formatTimestamp, HOUR } from '../base/time.ts'
import { type CoordinatorOptions, startCoordinator } from '../coordinator/coordinator.ts'
import { MAX_ENVIRONMENTS_BYTES } from '../coordinator/environments/environments-file.ts'
import { registerEnvironments } from '../coordinator/environments/registration.ts'
import { openDataDirectory } from '../coordinator/identity/data-directory.ts'
import { initialise } from '../coordinator/identity/initialise.ts'
import { openSelfSigned, type SelfSigned } from '../coordinator/identity/self-signed.ts'
import { createEnrolmentSecret } from '../coordinator/nodes/enrolment.ts'
import type { WitnessAddress } from '../coordinator/witness/cosigning.ts'
import { readFileBounded } from '../platform/files.ts'
import { becomeOwnerOf } from '../platform/owner.ts'
import { parseVerifierKey } from '../tlog/note.ts'
import { formatPublicKey } from '../trust/keys.ts'
import { chosenStore, storeOf, withStore } from './coordinator-store.ts'
import type { Call, Verb } from './verb.ts'

const MAX_PEM_BYTES = 1024 * 1024
const DEFAULT_LISTEN = '127.0.0.1:8440'
const TAG = /^tag:[a-z0-9][a-z0-9-]{0,62}$/

export const coordinatorInit: Verb = {
  name: 'coordinator init',
  summary: 'Make a coordinator: its root, its keys, its data directory.',
  details:
    'The operator root signs the list of online keys and nothing else: take its folder away from this machine.\n' +
    'Agents and runners are configured with the printed root; nothing else makes them believe a coordinator.',
  options: ['data', 'operator', 'environments', 'store', 'json'],
  examples: ['sallyport coordinator init --data /var/lib/sallyport --environments environments.yml'],
  async run(call) {
    const { options, ports } = call
    const folder = dataOf(call)
    const operatorFolder = resolve(ports.cwd, options.operator ?? `${folder}-operator`)
    const environments =
      options.environments === undefined ? {} : { environments: await readEnvironments(call) }
    const { clock, random } = ports
    const store = await chosenStore(call, folder)
    await becomeOwnerOf(folder)
    const made = await initialise({
      folder,
      operatorFolder,
      ...environments,
      ...(store === undefined ? {} : { store }),
      clock,
      random,
    })
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...made, data: folder })}\n`)
    else ports.stdout(`${made.root}\n`)
    ports.stderr(
      `coordinator ${made.coordinatorId}\n` +
        `its root, for agents and runners: ${made.root}\n` +
        `take away and keep: ${made.rootKeyFile} (signs key lists), ${made.adminKeyFile} (signs your requests)\n` +
        `start it with: sallyport coordinator serve --data ${folder}\n`,
    )
    return EXIT.ok
  },
}

export const coordinatorServe: Verb = {
  name: 'coordinator serve',
  summary: 'Run the coordinator.',
  details:
    'Plain HTTP is served on loopback only, for a proxy on the same machine that speaks TLS; say how clients\n' +
    'address it with --url. Replies are signed in any case. SIGTERM ends it in good order.\n' +
    'Several processes may serve from one PostgreSQL store, each from a data directory of its own with the same keys.',
  options: [
    'data',
    'store',
    'listen',
    'url',
    'tls-cert',
    'tls-key',
    'tls',
    'mesh-domain',
    'stun-port',
    'metrics',
    'witness',
    'verbose',
  ],
  examples: [
    'sallyport coordinator serve --data /var/lib/sallyport --listen 0.0.0.0:8440 --url https://coordinator.example:8440 --tls-cert chain.pem --tls-key key.pem',
    'sallyport coordinator serve --data ./data --listen 0.0.0.0:8440 --url https://coordinator.example:8440 --tls self',
    'sallyport coordinator serve --data ./data --listen 127.0.0.1:8440',
  ],
  async run(call) {
    const { ports } = call
    const { signal } = ports
    const { pin, ...options } = await serveOptions(call)
    const running = await startCoordinator(options)
    const readyLine = { url: running.url, coordinator: running.coordinatorId, ...(pin ? { pin } : {}) }
    ports.stdout(`${JSON.stringify({ version: 1, ...readyLine })}\n`)
    ports.diagnostics.log('info', 'the coordinator serves', readyLine)
    if (!options.tls) {
      ports.diagnostics.log(
        'warn',
        'plain HTTP, on loopback: let a proxy speak TLS before it; replies are signed',
      )
    }
    await aborted(signal)
    ports.diagnostics.log('info', 'the coordinator ends')
    await running.close()
    return EXIT.ok
  },
}

export const coordinatorEnroll: Verb = {
  name: 'coordinator enroll',
  summary: 'Make a single-use secret with which one agent joins.',
  details:
    'The secret is printed once and stored as a hash. The agent says it only after it has matched the root.\n' +
    'Bound to tags, application and environment; good for an hour at most.',
  options: ['data', 'store', 'tag', 'application', 'environment', 'lifetime', 'json'],
  examples: [
    'sallyport coordinator enroll --data /var/lib/sallyport --tag tag:web --application shop --environment production',
  ],
  async run(call) {
    const { options, ports } = call
    const { application, environment } = options
    if (application === undefined || environment === undefined) {
      throw usage(
        '--application NAME and --environment NAME say what the agent deploys',
        'coordinator enroll',
      )
    }
    const tags = options.tag ?? []
    const wrong = tags.find((tag) => !TAG.test(tag))
    if (wrong !== undefined)
      throw usage(`--tag ${JSON.stringify(wrong)} is not tag: and a name`, 'coordinator enroll')
    const identity = await openDataDirectory(dataOf(call))
    const made = await withStore(call, dataOf(call), (store) =>
      createEnrolmentSecret(
        { store, clock: ports.clock, random: ports.random },
        { tags, applications: [application], environment, lifetimeMs: options.lifetime ?? HOUR },
      ),
    )
    const root = formatPublicKey('root', identity.root)
    const expiresAt = formatTimestamp(made.expiresAt)
    if (options.json)
      ports.stdout(`${JSON.stringify({ version: 1, secret: made.secret, root, expiresAt })}\n`)
    else ports.stdout(`${made.secret}\n`)
    ports.stderr(`good for one agent until ${expiresAt}; the agent's trust file needs the root ${root}\n`)
    return EXIT.ok
  },
}

export const coordinatorConfigure: Verb = {
  name: 'coordinator configure',
  summary: 'Register a new version of environments.yml.',
  details:
    'A serving coordinator uses it from the next request on. The version and its digest go into the log.',
  options: ['data', 'store', 'environments', 'json'],
  examples: ['sallyport coordinator configure --data /var/lib/sallyport --environments environments.yml'],
  async run(call) {
    const { options, ports } = call
    await openDataDirectory(dataOf(call))
    const environments = await readEnvironments(call)
    const registered = await withStore(call, dataOf(call), (store) =>
      store.write('environments', async (tx) => {
        const replaces = (await tx.environments.current())?.version ?? null
        return registerEnvironments(tx, { ...environments, replaces, now: ports.clock.now() })
      }),
    )
    const { version, digest } = registered
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, revision: version, digest })}\n`)
    ports.stderr(`registered version ${version}, ${digest}\n`)
    return EXIT.ok
  },
}

async function serveOptions(call: Call): Promise<CoordinatorOptions & { readonly pin?: string }> {
  const { options, ports } = call
  const { host, port } = parseListen(options.listen ?? DEFAULT_LISTEN)
  const own = options.tls === undefined ? undefined : await openOwnTls(call, host)
  const tls = own ?? (await readTls(call))
  if (!tls && !['127.0.0.1', '::1', 'localhost'].includes(host)) {
    throw usage(
      `plain HTTP is not served on ${host}: give --tls-cert and --tls-key, or --tls self, or listen on 127.0.0.1`,
      'coordinator serve',
    )
  }
  const isUnspecified = host === '0.0.0.0' || host === '::'
  if (isUnspecified && options.url === undefined) {
    throw usage('--url says how clients address a coordinator that listens everywhere', 'coordinator serve')
  }
  const stunPort = options['stun-port']
  return {
    folder: dataOf(call),
    store: await storeOf(call, dataOf(call)),
    host,
    port,
    ...(tls ? { tls } : {}),
    ...(own ? { pin: own.pin } : {}),
    ...(options.url === undefined ? {} : { publicUrl: parseOrigin(options.url) }),
    ...(options['mesh-domain'] === undefined ? {} : { meshDomain: options['mesh-domain'] }),
    ...(stunPort === undefined ? {} : { stunPort }),
    ...(options.metrics === undefined ? {} : { metrics: parseListen(options.metrics, 'metrics') }),
    ...(options.witness === undefined ? {} : { witnesses: options.witness.map(parseWitness) }),
    clock: ports.clock,
    random: ports.random,
    diagnostics: ports.diagnostics,
  }
}

/** The key that its cosignatures verify with, and where it is. */
function parseWitness(text: string): WitnessAddress {
  const [key = '', url = ''] = text.split(/=(?=https?:\/\/)/)
  if (!URL.canParse(url)) throw usage(`--witness ${JSON.stringify(text)} is not KEY=URL`, 'coordinator serve')
  return { verifier: parseVerifierKey(key), url: url.replace(/\/+$/, '') }
}

/** Names: what clients address, and what we listen on. */
async function openOwnTls(call: Call, host: string): Promise<SelfSigned> {
  const { options, ports } = call
  if (options.tls !== 'self')
    throw usage(`--tls ${JSON.stringify(options.tls)} is not known: self`, 'coordinator serve')
  if (options['tls-cert'] !== undefined || options['tls-key'] !== undefined)
    throw usage('--tls self and --tls-cert exclude each other', 'coordinator serve')
  const addressed = options.url === undefined ? [] : [new URL(parseOrigin(options.url)).hostname]
  const local = host === '0.0.0.0' || host === '::' ? [] : [host]
  const names = [...new Set([...addressed, ...local].map((name) => name.replace(/^\[|\]$/g, '')))]
  await openDataDirectory(dataOf(call))
  return openSelfSigned(join(dataOf(call), 'tls'), names, ports)
}

async function readTls({ options, ports }: Call): Promise<CoordinatorOptions['tls']> {
  const { 'tls-cert': certificate, 'tls-key': key } = options
  if (certificate === undefined && key === undefined) return undefined
  if (certificate === undefined || key === undefined) {
    throw usage('--tls-cert and --tls-key come together', 'coordinator serve')
  }
  const read = async (path: string) =>
    decodeUtf8(await readFileBounded(resolve(ports.cwd, path), MAX_PEM_BYTES))
  return { certificate: await read(certificate), key: await read(key) }
}

async function readEnvironments({
  options,
  ports,
}: Call): Promise<{ text: string; source: string; folder: string }> {
  if (options.environments === undefined)
    throw usage('--environments FILE is missing', 'coordinator configure')
  const source = resolve(ports.cwd, options.environments)
  const text = decodeUtf8(await readFileBounded(source, MAX_ENVIRONMENTS_BYTES))
  return { text, source, folder: dirname(source) }
}

/** @throws `USAGE` */
export function dataOf({ options, ports }: Call): string {
  if (options.data !== undefined) return resolve(ports.cwd, options.data)
  throw usage('--data DIR is missing', 'coordinator init')
}

export function parseListen(text: string, option = 'listen'): { host: string; port: number } {
  const match = /^(?:\[([0-9a-f:.]+)\]|([A-Za-z0-9.-]+)):(\d{1,5})$/.exec(text)
  const port = Number(match?.[3])
  if (!match || port > 65_535)
    throw usage(`--${option} ${JSON.stringify(text)} is not HOST:PORT`, 'coordinator serve')
  return { host: match[1] ?? match[2]!, port }
}

function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search === '')
    return url.origin
  throw usage(
    `--url ${JSON.stringify(text)} is not an URL without path, such as https://coordinator.example`,
    'coordinator serve',
  )
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }))
}

function usage(message: string, verb: string): SallyportError {
  return new SallyportError('USAGE', { message, help: `sallyport ${verb} --help` })
}
