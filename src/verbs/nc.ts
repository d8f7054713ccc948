/** Standard input and output through the mesh to one port: ssh's ProxyCommand. */
import { request } from 'node:http'
import { connect } from 'node:net'
import { type Duplex, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { messageOf, SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { dialByControl, findControlSocket } from '../mesh/control-socket.ts'
import { formatTarget } from '../mesh/forward.ts'
import { openFileNode } from './connect.ts'
import type { Call, Verb } from './verb.ts'

export const nc: Verb = {
  name: 'nc',
  summary: 'Pass standard input and output to a port in the mesh.',
  details:
    'Uses the session of "sallyport connect" that runs on this machine (its own, where it is the command of one); ' +
    'with --wg-config a mesh is joined for this connection alone.',
  positionals: [
    { name: 'HOST', doc: 'An address or name of the mesh.' },
    { name: 'PORT', doc: 'A TCP port.' },
  ],
  options: ['wg-config', 'connect-timeout', 'tier', 'cipher-tier'],
  examples: [
    "sallyport connect --wg-config wg0.conf -- ssh -o ProxyCommand='sallyport nc %h %p' user@10.0.0.1",
    'sallyport nc 10.0.0.1 22 --wg-config wg0.conf',
  ],
  run,
}

async function run(call: Call): Promise<ExitCode> {
  const [hostText = '', portText = ''] = call.positionals
  const host = hostText.replace(/^\[(.*)\]$/, '$1')
  const port = readPort(portText)
  const { env } = call.ports
  const session = call.options['wg-config'] === undefined ? await dialBySession(env, host, port) : undefined
  if (session) {
    await pass(call, session)
    return EXIT.ok
  }
  if (call.options['wg-config'] === undefined) {
    throw new SallyportError('USAGE', {
      message: 'no session of "sallyport connect" runs here',
      help: 'start one, or give --wg-config FILE, a file as wg-quick takes it',
    })
  }
  const { node } = await openFileNode(call, 'userspace')
  try {
    await pass(
      call,
      await node.dial(host, port, call.options['connect-timeout'] ?? 30_000).catch(unreachable),
    )
    return EXIT.ok
  } finally {
    await node.close()
  }
}

/** Both ways until both have ended. */
async function pass(call: Call, stream: Duplex): Promise<void> {
  const out = new Writable({
    write(chunk, _encoding, done) {
      process.stdout.write(chunk, done)
    },
  })
  const bothWays = [pipeline(call.ports.stdin, stream, { end: true }), pipeline(stream, out)]
  await Promise.all(bothWays).catch(unreachable)
}

/** By the session's socket; a session without one has told its command the proxy. */
async function dialBySession(
  env: Call['ports']['env'],
  host: string,
  port: number,
): Promise<Duplex | undefined> {
  const socket = await findControlSocket(env)
  if (socket !== undefined) return dialByControl(socket, host, port).catch(unreachable)
  const proxy = env['SALLYPORT_PROXY']
  return proxy === undefined ? undefined : dialByProxy(proxy, host, port)
}

function dialByProxy(proxy: string, host: string, port: number): Promise<Duplex> {
  const url = new URL(proxy)
  const { promise, resolve, reject } = Promise.withResolvers<Duplex>()
  const login = Buffer.from(`${url.username}:${url.password}`).toString('base64')
  const target = formatTarget({ host, port })
  const [proxyHost, proxyPort] = [url.hostname.replace(/^\[(.*)\]$/, '$1'), Number(url.port)]
  const connecting = request({
    createConnection: () => connect({ host: proxyHost, port: proxyPort, allowHalfOpen: true }),
    method: 'CONNECT',
    path: target,
    headers: { 'proxy-authorization': `Basic ${login}` },
  })
  connecting.once('connect', (response, socket, head) => {
    if (response.statusCode !== 200) {
      socket.destroy()
      return reject(new Error(`${target}: ${response.statusMessage}`))
    }
    if (head.length > 0) socket.unshift(head)
    resolve(socket)
  })
  connecting.once('error', reject)
  connecting.end()
  return promise.catch(unreachable)
}

function unreachable(cause: unknown): never {
  if (cause instanceof SallyportError) throw cause
  throw new SallyportError('TUNNEL_UNREACHABLE', { message: messageOf(cause), cause })
}

function readPort(text: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port > 0 && port <= 65_535) return port
  throw new SallyportError('USAGE', {
    message: `${JSON.stringify(text)} is no port`,
    help: 'a number from 1 to 65535',
  })
}
