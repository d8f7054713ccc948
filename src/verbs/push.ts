/** `sallyport push`: environments.yml and access.hujson to a coordinator, in one transaction. */
import { resolve } from 'node:path'
import type { PushReply, PushRequest } from '../api/messages/operation.ts'
import { decodeUtf8 } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { readFileBounded } from '../platform/files.ts'
import { OPERATOR_HOW, OPERATOR_OPTIONS, withOperatorClient } from './operator-client.ts'
import type { Call, Verb } from './verb.ts'

const MAX_POLICY_BYTES = 1024 * 1024

export const push: Verb = {
  name: 'push',
  summary: 'Send environments.yml and access.hujson to the coordinator, in one transaction.',
  details:
    "The access rules' own tests run first. With --dry-run everything is checked and nothing changes. A change\n" +
    'after which no workload could deploy to some agent is refused unless you say --accept-lock-out. The versions\n' +
    'before are kept; who pushed and when stands in the log. What loosens an environment with a quorum waits (exit\n' +
    'code 12) until that many people approved it under the old rules; then push the same files again.',
  options: [...OPERATOR_OPTIONS, 'environments', 'access', 'dry-run', 'accept-lock-out'],
  examples: [
    `sallyport push --environments environments.yml --access access.hujson --dry-run ${OPERATOR_HOW}`,
    `sallyport push --environments environments.yml --access access.hujson ${OPERATOR_HOW}`,
  ],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const { options, ports } = call
      const environments = await readIfNamed(call, options.environments)
      const access = await readIfNamed(call, options.access)
      if (environments === undefined && access === undefined) {
        throw new SallyportError('USAGE', {
          message: '--environments FILE or --access FILE is missing',
          help: 'sallyport push --help',
        })
      }
      const registered = unwrap(
        await client.call('policy', { params: undefined, body: undefined }),
        'REQUEST_REFUSED',
      )
      const body: PushRequest = {
        environments: fileOf(environments, registered.environments),
        access: fileOf(access, registered.access),
        dryRun: options['dry-run'] ?? false,
        acceptLockOut: options['accept-lock-out'] ?? false,
      }
      const reply = unwrap(await client.call('push', { params: undefined, body }), 'REQUEST_REFUSED')
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, dryRun: body.dryRun, ...reply })}\n`)
      ports.stderr(describe(reply, body.dryRun))
      return reply.waiting && !body.dryRun ? EXIT.refused : EXIT.ok
    }),
}

async function readIfNamed({ ports }: Call, path: string | undefined): Promise<string | undefined> {
  if (path === undefined) return undefined
  return decodeUtf8(await readFileBounded(resolve(ports.cwd, path), MAX_POLICY_BYTES))
}

/** What stands already is left as it is. */
function fileOf(
  text: string | undefined,
  registered: { readonly version: number; readonly text: string } | null,
): PushRequest['access'] {
  if (text === undefined || text === registered?.text) return null
  return { text, replaces: registered?.version ?? null }
}

function describe({ environments, access, edges, lockedOut, waiting }: PushReply, dryRun: boolean): string {
  const asked = waiting
    ? `this loosens an environment with a quorum: ${waiting.given} of ${waiting.wanted} people have approved\n` +
      waiting.loosens.map((each) => `  ${each}\n`).join('') +
      `ask them for: sallyport approvals approve ${waiting.change}\nthen push the same files again\n`
    : ''
  if (waiting && !dryRun) return asked
  const file = (name: string, revision: PushReply['access']): string =>
    revision ? `${name}: version ${revision.version}, ${revision.digest}\n` : `${name}: unchanged\n`
  return [
    dryRun ? 'checked; nothing was changed. It would be:\n' : '',
    file('environments.yml', environments),
    file('access.hujson', access),
    `edges: ${edges.added} added, ${edges.removed} removed\n`,
    asked,
    lockedOut.length > 0 ? `cut off from every workload: ${lockedOut.join(', ')}\n` : '',
  ].join('')
}
