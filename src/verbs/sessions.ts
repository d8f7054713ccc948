/** `sessions list|end`: who is logged in, and the end of it; `people forget`: who is not to be known any more. */
import type { SessionSummary } from '../api/messages/login.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { OPERATOR_OPTIONS, withOperatorClient } from './operator-client.ts'
import type { Verb } from './verb.ts'

const none = { params: undefined, body: undefined }

export const sessionsList: Verb = {
  name: 'sessions list',
  summary: 'Show who is logged in: your own sessions, or everybody’s where you operate or audit.',
  options: OPERATOR_OPTIONS,
  examples: ['sallyport sessions list'],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const { sessions } = unwrap(await client.call('sessions', none), 'REQUEST_REFUSED')
      const { ports, options } = call
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, sessions })}\n`)
      else for (const session of sessions) ports.stdout(`${describe(session)}\n`)
      return EXIT.ok
    }),
}

export const sessionsEnd: Verb = {
  name: 'sessions end',
  summary: 'End a session, with the nodes that its person has in the mesh.',
  details:
    'One of your own, or anybody’s where you are an admin or operator. Who is still on the list of environments.yml\n' +
    'can log in again: strike them off there first.',
  positionals: [{ name: 'SESSION', doc: 'Its id, or as much of the beginning as no other has.' }],
  options: OPERATOR_OPTIONS,
  examples: ['sallyport sessions end 8fJ2kQ'],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const wanted = call.positionals[0]!
      const { sessions } = unwrap(await client.call('sessions', none), 'REQUEST_REFUSED')
      const { session, subject, issuer } = findOne(sessions, wanted)
      unwrap(await client.call('endSessionOf', { params: { session }, body: {} }), 'REQUEST_REFUSED')
      const { ports, options } = call
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, session, done: 'ended' })}\n`)
      ports.stderr(`ended: ${session}, ${subject} of ${issuer}\n`)
      return EXIT.ok
    }),
}

export const peopleForget: Verb = {
  name: 'people forget',
  summary: 'End all that a person has at the coordinator, and the key by which the log names them.',
  details:
    'Sessions and nodes end at once; the entries of the log stay, and lead to nobody. Whether the person may log in\n' +
    'again is for environments.yml to say. It cannot be undone.',
  positionals: [
    { name: 'ISSUER', doc: 'As environments.yml writes it.' },
    { name: 'SUBJECT', doc: "The person's id there." },
  ],
  options: OPERATOR_OPTIONS,
  examples: ['sallyport people forget https://acme.okta.com 00uid4BxXw6I6TV4m0g3'],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const [issuer, subject] = call.positionals as [string, string]
      const input = { params: undefined, body: { issuer, subject } }
      const done = unwrap(await client.call('forgetPerson', input), 'REQUEST_REFUSED')
      const { ports, options } = call
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...done })}\n`)
      ports.stderr(
        done.known
          ? `forgotten: ${done.sessions} session(s) and ${done.nodes} node(s) ended\n`
          : 'nobody of that id was known\n',
      )
      return EXIT.ok
    }),
}

function findOne(sessions: readonly SessionSummary[], wanted: string): SessionSummary {
  const found = sessions.filter(({ session }) => session.startsWith(wanted))
  if (found.length === 1) return found[0]!
  throw new SallyportError('USAGE', {
    message:
      found.length === 0
        ? `there is no session ${JSON.stringify(wanted)}`
        : `${found.length} sessions begin with ${JSON.stringify(wanted)}`,
    help: 'see: sallyport sessions list',
  })
}

function describe({ session, subject, issuer, roles, startedAt, expiresAt, nodes }: SessionSummary): string {
  const there = nodes.length === 0 ? '' : `  nodes: ${nodes.join(', ')}`
  return `${session}  ${subject}  ${issuer}  ${roles.join(',')}  ${startedAt} to ${expiresAt}${there}`
}
