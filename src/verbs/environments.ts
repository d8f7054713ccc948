/** `environments list|freeze|unfreeze` and `break-glass`: what people do to an environment at once. */
import type { EnvironmentSummary } from '../api/messages/environment.ts'
import { EXIT } from '../base/exit-codes.ts'
import { formatTimestamp, MINUTE, parseTimestamp } from '../base/time.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { requiredReason } from './approvals.ts'
import { OPERATOR_OPTIONS, withOperatorClient } from './operator-client.ts'
import { shortLifetime } from './short-lifetime.ts'
import type { Verb } from './verb.ts'

const ENVIRONMENT = { name: 'ENVIRONMENT', doc: 'As environments.yml names it.' }

export const environmentsList: Verb = {
  name: 'environments list',
  summary: 'Show environments, their quorum, and what stops them now.',
  options: OPERATOR_OPTIONS,
  examples: ['sallyport environments list'],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const reply = await client.call('environments', { params: undefined, body: undefined })
      const { environments } = unwrap(reply, 'REQUEST_REFUSED')
      if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, environments })}\n`)
      else for (const environment of environments) call.ports.stdout(`${describe(environment)}\n`)
      return EXIT.ok
    }),
}

export const environmentsFreeze: Verb = {
  name: 'environments freeze',
  summary: 'Sign no approval of an environment, until a time or until it is unfrozen.',
  details:
    'What was approved before may still be deployed: revoke it, or freeze on the agent (agent.yml), to stop that.',
  positionals: [ENVIRONMENT],
  options: [...OPERATOR_OPTIONS, 'reason', 'until'],
  examples: ['sallyport environments freeze production --reason "incident 42" --until 2027-01-04T00:00:00Z'],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const { options, ports, positionals } = call
      const reason = requiredReason(call, 'environments freeze')
      const until = options.until === undefined ? null : formatTimestamp(parseTimestamp(options.until))
      const environment = positionals[0]!
      unwrap(
        await client.call('freeze', { params: { environment }, body: { reason, until } }),
        'REQUEST_REFUSED',
      )
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, frozen: true, until })}\n`)
      ports.stderr(`frozen: ${environment} until ${until ?? 'it is unfrozen'}\n`)
      return EXIT.ok
    }),
}

export const environmentsUnfreeze: Verb = {
  name: 'environments unfreeze',
  summary: "End a person's freeze of an environment.",
  positionals: [ENVIRONMENT],
  options: OPERATOR_OPTIONS,
  examples: ['sallyport environments unfreeze production'],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const { options, ports, positionals } = call
      const environment = positionals[0]!
      unwrap(await client.call('unfreeze', { params: { environment }, body: {} }), 'REQUEST_REFUSED')
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, frozen: false })}\n`)
      ports.stderr(`unfrozen: ${environment}\n`)
      return EXIT.ok
    }),
}

export const breakGlass: Verb = {
  name: 'break-glass',
  summary: 'In an emergency: lift for an hour at most what keeps an environment from a deployment.',
  details:
    'It lifts what "breakGlass" of the environment lists (freezes alone by default; after; quorum), never the gate, and\n' +
    'never what agents demand by their own trust file. It stands in the log, with a digest of the reason, and operations\n' +
    'are told. --end makes the glass whole again.',
  positionals: [ENVIRONMENT],
  options: [...OPERATOR_OPTIONS, 'reason', 'lifetime', 'end'],
  examples: [
    'sallyport break-glass production --reason "shop is down, incident 42" --lifetime 30m',
    'sallyport break-glass production --end',
  ],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const { options, ports, positionals } = call
      const environment = positionals[0]!
      const params = { environment }
      if (options.end) {
        unwrap(await client.call('endBreakGlass', { params, body: {} }), 'REQUEST_REFUSED')
        if (options.json)
          ports.stdout(`${JSON.stringify({ version: 1, environment, until: null, lifts: [] })}\n`)
        ports.stderr(`the glass of ${environment} is whole again\n`)
        return EXIT.ok
      }
      const reason = requiredReason(call, 'break-glass')
      const lifetimeSeconds = shortLifetime(call, MINUTE)
      const body = { reason, lifetimeSeconds }
      const { until, lifts } = unwrap(await client.call('breakGlass', { params, body }), 'REQUEST_REFUSED')
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, environment, until, lifts })}\n`)
      ports.stderr(`the glass of ${environment} is broken until ${until}: it lifts ${lifts.join(', ')}\n`)
      return EXIT.ok
    }),
}

function describe({ name, quorum, frozenByFile, freeze, breakGlass: glass }: EnvironmentSummary): string {
  const parts = [
    `quorum ${quorum}`,
    ...(frozenByFile === null ? [] : [`frozen by environments.yml ${frozenByFile}`]),
    ...(freeze ? [`frozen until ${freeze.until ?? 'it is unfrozen'}: ${freeze.reason}`] : []),
    ...(glass ? [`GLASS BROKEN until ${glass.until}: ${glass.reason}`] : []),
  ]
  return `${name}  ${parts.join('  ')}`
}
