/** `nodes list|revoke|resume`: an operator's requests to a running coordinator, signed by the admin key. */
import type { NodeSummary } from '../api/messages/membership.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { OPERATOR_HOW, OPERATOR_OPTIONS, withOperatorClient } from './operator-client.ts'
import type { Call, Verb } from './verb.ts'

export const nodesList: Verb = {
  name: 'nodes list',
  summary: 'Show the nodes that are there.',
  options: OPERATOR_OPTIONS,
  examples: [`sallyport nodes list ${OPERATOR_HOW}`],
  run: (call) =>
    withOperatorClient(call, async (client) => {
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
  details: "A person's node goes with the session that brought it, and with the session's other nodes.",
  positionals: [{ name: 'NODE', doc: 'Its name or id.' }],
  options: OPERATOR_OPTIONS,
  examples: [`sallyport nodes revoke web-1 ${OPERATOR_HOW}`],
  run: (call) => change(call, 'revokeNode', 'revoked'),
}

export const nodesResume: Verb = {
  name: 'nodes resume',
  summary: 'Let a suspended node go on.',
  details:
    'A node is suspended when two live sessions use its machine key. If one of them is not yours, revoke it.',
  positionals: [{ name: 'NODE', doc: 'Its name or id.' }],
  options: OPERATOR_OPTIONS,
  examples: [`sallyport nodes resume web-1 ${OPERATOR_HOW}`],
  run: (call) => change(call, 'resumeNode', 'resumed'),
}

function change(call: Call, route: 'revokeNode' | 'resumeNode', done: string): Promise<ExitCode> {
  return withOperatorClient(call, async (client) => {
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

function describe(node: NodeSummary): string {
  const state = node.state === 'suspended' ? 'suspended' : node.connected ? 'connected' : 'away'
  const until = node.lease ? ` until ${node.lease.end}` : ''
  const whose = node.person
    ? `${node.person.subject} of ${node.person.issuer}`
    : `${node.applications.join(',')} ${node.environment}`
  return `${node.name}  ${node.kind}  ${node.ipv4}  ${whose}  ${state}${until}  ${node.id}`
}
