/** `nodes approve`: a person lets one agent join, by the fingerprint that it shows. */
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { OPERATOR_OPTIONS, withOperatorClient } from './operator-client.ts'
import { shortLifetime } from './short-lifetime.ts'
import type { Verb } from './verb.ts'

export const nodesApprove: Verb = {
  name: 'nodes approve',
  summary: 'Let an agent join that shows this fingerprint, in the place of a secret.',
  details: 'The fingerprint is of both its keys: no other agent fits. Good once, for an hour at most.',
  positionals: [
    { name: 'FINGERPRINT', doc: 'As `sallyport agent enroll --request` shows it on the server.' },
  ],
  options: [...OPERATOR_OPTIONS, 'tag', 'application', 'environment', 'lifetime'],
  examples: ['sallyport nodes approve 3q2-7w… --tag tag:web --application shop --environment production'],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const { options, ports, positionals } = call
      const { application, environment } = options
      if (application === undefined || environment === undefined) {
        throw new SallyportError('USAGE', {
          message: '--application NAME and --environment NAME say what the agent deploys',
          help: 'sallyport nodes approve --help',
        })
      }
      const fingerprint = positionals[0]!
      const body = {
        fingerprint,
        tags: [...(options.tag ?? [])],
        applications: [application],
        environment,
        lifetimeSeconds: shortLifetime(call),
      }
      const reply = await client.call('approveAgent', { params: undefined, body })
      const { expiresAt } = unwrap(reply, 'REQUEST_REFUSED')
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, fingerprint, expiresAt })}\n`)
      ports.stderr(`approved until ${expiresAt}: the agent joins by itself\n`)
      return EXIT.ok
    }),
}
