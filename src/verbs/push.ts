/** `sallyport push`: environments.yml and access.hujson to a coordinator, in one transaction. */
import { resolve } from 'node:path'
import type { PushReply, PushRequest } from '../api/messages/operation.ts'
import { decodeUtf8 } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { readFileBounded } from '../platform/files.ts'
import { OPERATOR_HOW, OPERATOR_OPTIONS, withOperatorClient } from './operator-client.ts'
import { audienceOf, isPipeline, type PushedTexts, pushAsWorkload } from './push-workload.ts'
import type { Call, Verb } from './verb.ts'

const MAX_POLICY_BYTES = 1024 * 1024

export const push: Verb = {
  name: 'push',
  summary: 'Send environments.yml and access.hujson to the coordinator, in one transaction.',
  details:
    "The access rules' own tests run first. With --dry-run everything is checked and nothing changes. A change\n" +
    'after which no workload could deploy to some agent is refused unless you say --accept-lock-out. The versions\n' +
    'before are kept; who pushed and when stands in the log. What loosens an environment with a quorum waits (exit\n' +
    'code 12) until that many people approved it under the old rules; then push the same files again.\n' +
    'In a pipeline that environments.yml lists under pushers, no key is needed: the job asks for an identity token whose\n' +
    'audience is of the very files (--show-audience), or has it in SALLYPORT_ID_TOKEN.',
  options: [...OPERATOR_OPTIONS, 'environments', 'access', 'dry-run', 'accept-lock-out', 'show-audience'],
  examples: [
    `sallyport push --environments environments.yml --access access.hujson --dry-run ${OPERATOR_HOW}`,
    `sallyport push --environments environments.yml --access access.hujson ${OPERATOR_HOW}`,
    'sallyport push --environments environments.yml --access access.hujson --url https://coordinator.example --root sallyport-root-public-v1:…',
  ],
  async run(call) {
    const { options, ports } = call
    const texts = await readFiles(call)
    if (options['show-audience']) {
      ports.stdout(`${audienceOf(call, texts)}\n`)
      return EXIT.ok
    }
    if (isPipeline(call)) return report(call, await pushAsWorkload(call, texts))
    return withOperatorClient(call, async (client) => {
      const policy = await client.call('policy', { params: undefined, body: undefined })
      const registered = unwrap(policy, 'REQUEST_REFUSED')
      const body: PushRequest = {
        ...texts,
        environments: fileOf(texts.environments, registered.environments),
        access: fileOf(texts.access, registered.access),
      }
      return report(call, unwrap(await client.call('push', { params: undefined, body }), 'REQUEST_REFUSED'))
    })
  },
}

async function readFiles(call: Call): Promise<PushedTexts> {
  const { options } = call
  const environments = await readIfNamed(call, options.environments)
  const access = await readIfNamed(call, options.access)
  if (environments === null && access === null) {
    throw new SallyportError('USAGE', {
      message: '--environments FILE or --access FILE is missing',
      help: 'sallyport push --help',
    })
  }
  const dryRun = options['dry-run'] ?? false
  return { environments, access, dryRun, acceptLockOut: options['accept-lock-out'] ?? false }
}

function report({ options, ports }: Call, reply: PushReply): ExitCode {
  const dryRun = options['dry-run'] ?? false
  if (options.json) ports.stdout(`${JSON.stringify({ version: 1, dryRun, ...reply })}\n`)
  ports.stderr(describe(reply, dryRun))
  return reply.waiting && !dryRun ? EXIT.refused : EXIT.ok
}

async function readIfNamed({ ports }: Call, path: string | undefined): Promise<string | null> {
  if (path === undefined) return null
  return decodeUtf8(await readFileBounded(resolve(ports.cwd, path), MAX_POLICY_BYTES))
}

/** What stands already is left as it is. */
function fileOf(
  text: string | null,
  registered: { readonly version: number; readonly text: string } | null,
): PushRequest['access'] {
  if (text === null || text === registered?.text) return null
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
