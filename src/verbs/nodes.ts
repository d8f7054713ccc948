/** `nodes list|revoke|resume`: an operator's requests to a running coordinator, signed by the admin key. */
import { resolve } from 'node:path'
import { type CoordinatorClient, createCoordinatorClient } from '../api/coordinator-client.ts'
import type { NodeSummary } from '../api/messages/membership.ts'
import { decodeUtf8 } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { readFileBounded } from '../platform/files.ts'
import { createHttpClient } from '../platform/http.ts'
import { parseKeyFile, parsePublicKey } from '../trust/keys.ts'
import type { Call, Verb } from './verb.ts'

const MAX_FILE_BYTES = 1024 * 1024
const OPTIONS = ['url', 'root', 'key', 'ca', 'json'] as const
const HOW = '--url https://coordinator.example --root sallyport-root-public-v1:… --key admin.key'

export const nodesList: Verb = {
  name: 'nodes list',
  summary: 'Show the nodes that are there.',
  options: OPTIONS,
  examples: [`sallyport nodes list ${HOW}`],
  run: (call) =>
    withClient(call, async (client) => {
      const { nodes } = unwrap(
        await client.call('nodes', { params: undefined, body: undefined }),
        'REQUEST_REFUSED',
      )
      if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, nodes })}\n`)
      else for (const node of nodes) call.ports.stdout(`${describe(node)}\n`)
      return EXIT.ok
    }),
}

export const nodesRevoke: Verb = {
  name: 'nodes revoke',
  summary: 'End a node for good; its streams and its peers end at once.',
  positionals: [{ name: 'NODE', doc: 'Its name or id.' }],
  options: OPTIONS,
  examples: [`sallyport nodes revoke web-1 ${HOW}`],
  run: (call) => change(call, 'revokeNode', 'revoked'),
}

export const nodesResume: Verb = {
  name: 'nodes resume',
  summary: 'Let a suspended node go on.',
  details:
    'A node is suspended when two live sessions use its machine key. If one of them is not yours, revoke it.',
  positionals: [{ name: 'NODE', doc: 'Its name or id.' }],
  options: OPTIONS,
  examples: [`sallyport nodes resume web-1 ${HOW}`],
  run: (call) => change(call, 'resumeNode', 'resumed'),
}

function change(call: Call, route: 'revokeNode' | 'resumeNode', done: string): Promise<ExitCode> {
  return withClient(call, async (client) => {
    const wanted = call.positionals[0]!
    const { nodes } = unwrap(
      await client.call('nodes', { params: undefined, body: undefined }),
      'REQUEST_REFUSED',
    )
    const node = nodes.find(({ id, name }) => id === wanted || name === wanted)
    if (!node) {
      throw new SallyportError('USAGE', {
        message: `there is no node ${JSON.stringify(wanted)}`,
        help: 'see: sallyport nodes list',
      })
    }
    unwrap(await client.call(route, { params: { id: node.id }, body: {} }), 'REQUEST_REFUSED')
    if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, node: node.id, done })}\n`)
    call.ports.stderr(`${done}: ${node.name} (${node.id})\n`)
    return EXIT.ok
  })
}

async function withClient(
  call: Call,
  work: (client: CoordinatorClient) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { options, ports } = call
  const { url, root, key } = options
  if (url === undefined || root === undefined || key === undefined) {
    throw new SallyportError('USAGE', { message: '--url, --root and --key are needed', help: `give ${HOW}` })
  }
  const read = async (path: string) =>
    decodeUtf8(await readFileBounded(resolve(ports.cwd, path), MAX_FILE_BYTES))
  const http = createHttpClient(options.ca === undefined ? {} : { ca: await read(options.ca) })
  try {
    const client = createCoordinatorClient({
      url: url.replace(/\/$/, ''),
      root: parsePublicKey('root', root),
      key: parseKeyFile('operator', await read(key), key),
      http,
      clock: ports.clock,
      random: ports.random,
    })
    return await work(client)
  } finally {
    await http.close()
  }
}

function describe(node: NodeSummary): string {
  const state = node.state === 'suspended' ? 'suspended' : node.connected ? 'connected' : 'away'
  const until = node.lease ? ` until ${node.lease.end}` : ''
  return `${node.name}  ${node.kind}  ${node.ipv4}  ${node.applications.join(',')} ${node.environment}  ${state}${until}  ${node.id}`
}
