/** `recovery show|end`: a coordinator that came back from a backup, and what it still waits for. */
import type { ReplyOf } from '../api/route-table.ts'
import { EXIT } from '../base/exit-codes.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { OPERATOR_HOW, OPERATOR_OPTIONS, withOperatorClient } from './operator-client.ts'
import type { Verb } from './verb.ts'

export const recoveryShow: Verb = {
  name: 'recovery show',
  summary: 'Show what a coordinator that came back from a backup still waits for.',
  details:
    'Such a coordinator serves nothing until every active agent has said how far it saw the log, and the entries that\n' +
    'the backup lacks have come from one of them. Then it ends its recovery by itself.',
  options: OPERATOR_OPTIONS,
  examples: [`sallyport recovery show ${OPERATOR_HOW}`],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const reply = await client.call('recovery', { params: undefined, body: undefined })
      const { recovery } = unwrap(reply, 'REQUEST_REFUSED')
      if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, recovery })}\n`)
      else call.ports.stdout(recovery ? describe(recovery) : 'it serves: no recovery is under way\n')
      return EXIT.ok
    }),
}

export const recoveryEnd: Verb = {
  name: 'recovery end',
  summary:
    'Let a coordinator that came back from a backup serve, without the agents that have not been heard.',
  details:
    'An agent that comes later and saw a longer log finds a contradiction, and deploys nothing until the root has\n' +
    'cleared the log ("keys clear-log"). The same holds for all of them with --accept-loss, where entries that agents\n' +
    'saw are missing.',
  options: [...OPERATOR_OPTIONS, 'accept-loss'],
  examples: [`sallyport recovery end ${OPERATOR_HOW}`],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const body = { acceptLoss: Boolean(call.options['accept-loss']) }
      const reply = await client.call('endRecovery', { params: undefined, body })
      const { secrets, leases } = unwrap(reply, 'REQUEST_REFUSED')
      if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, secrets, leases })}\n`)
      call.ports.stderr(`it serves; void: ${secrets} enrolment secrets, ${leases} leases of runners\n`)
      return EXIT.ok
    }),
}

function describe(recovery: NonNullable<ReplyOf<'recovery'>['recovery']>): string {
  const { since, restored, size, seen, reported, awaited, obstacle } = recovery
  return [
    `recovering since ${since}`,
    `log: ${restored} entries in the backup, ${size} here, ${seen} seen by agents`,
    `heard: ${listed(reported)}`,
    `awaited: ${listed(awaited)}`,
    ...(obstacle === null ? [] : [`in the way: ${obstacle}`]),
    ...counted('took effect again', recovery.replayed),
    ...counted('to be done again by a person', recovery.open),
    '',
  ].join('\n')
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nobody' : names.join(', ')
}

function counted(what: string, counts: Readonly<Record<string, number>>): string[] {
  const parts = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`)
  return parts.length === 0 ? [] : [`${what}: ${parts.join(', ')}`]
}
