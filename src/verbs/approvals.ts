/**
 * `approvals list|show|approve|refuse`: people's part of approvals. What is signed is computed here, from the
 * bytes that are shown: neither the coordinator nor the issuer can put others in their place.
 */
import { resolve } from 'node:path'
import type { CoordinatorClient } from '../api/coordinator-client.ts'
import type { PendingItem, PendingReply, VoteRequest } from '../api/messages/vote.ts'
import { decodeBase64, decodeUtf8, encodeBase64 } from '../base/bytes.ts'
import { formatDigest, sha256 } from '../base/digest.ts'
import { signEd25519 } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { readFileBounded } from '../platform/files.ts'
import { personNonce } from '../trust/audience.ts'
import { preAuthEncoding } from '../trust/dsse.ts'
import { keyIdOf, parseKeyFile } from '../trust/keys.ts'
import { POLICY_CHANGE_PAYLOAD_TYPE, parsePolicyChange } from '../trust/policy-change.ts'
import { parseApprovalStatement, STATEMENT_PAYLOAD_TYPE } from '../trust/statement.ts'
import { chooseLogin } from './login.ts'
import { logInAtIssuer } from './loopback-login.ts'
import { OPERATOR_OPTIONS, withOperatorClient } from './operator-client.ts'
import { readSession, sessionPath } from './session-file.ts'
import type { Call, Verb } from './verb.ts'

const MAX_KEY_BYTES = 16 * 1024
const none = { params: undefined, body: undefined }
const DIGEST = {
  name: 'DIGEST',
  doc: 'Of `approvals list`; its first characters do, where they are no other.',
}

export const approvalsList: Verb = {
  name: 'approvals list',
  summary: 'Show what waits for people: approvals, and changes of policy.',
  options: OPERATOR_OPTIONS,
  examples: ['sallyport approvals list', 'sallyport approvals list --json'],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const { items } = unwrap(await client.call('pending', none), 'REQUEST_REFUSED')
      if (call.options.json) call.ports.stdout(`${JSON.stringify({ version: 1, items })}\n`)
      else for (const item of items) call.ports.stdout(`${describe(item)}\n`)
      if (items.length === 0 && !call.options.json) call.ports.stderr('nothing waits\n')
      return EXIT.ok
    }),
}

export const approvalsShow: Verb = {
  name: 'approvals show',
  summary: 'Show the exact statement that people sign, and who has.',
  positionals: [DIGEST],
  options: OPERATOR_OPTIONS,
  examples: ['sallyport approvals show sha256:4d2f…'],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const { reply, document } = await fetchChecked(client, call.positionals[0]!)
      const { item, approvedBy } = reply
      if (call.options.json) {
        call.ports.stdout(`${JSON.stringify({ version: 1, item, approvedBy, document })}\n`)
        return EXIT.ok
      }
      call.ports.stdout(`${describe(item)}\n${JSON.stringify(document, null, 2)}\n`)
      call.ports.stdout(`approved by: ${approvedBy.join(', ') || 'nobody yet'}\n`)
      return EXIT.ok
    }),
}

export const approvalsApprove: Verb = {
  name: 'approvals approve',
  summary: 'Approve as a person: by a login over the exact statement, or with your own key.',
  details:
    'You log in at your issuer once more, with a nonce that is the hash of the very bytes that are shown here; or sign\n' +
    'them with the key that stands under your name in environments.yml (--person-key). Every agent checks it again by\n' +
    'its own list. Whoever started the run or pushed the commit does not count.',
  positionals: [DIGEST],
  options: [...OPERATOR_OPTIONS, 'person-key', 'login', 'no-browser'],
  examples: [
    'sallyport approvals approve sha256:4d2f…',
    'sallyport approvals approve 4d2f91 --person-key ada.key',
  ],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const { options, ports } = call
      const { reply, bytes } = await fetchChecked(client, call.positionals[0]!)
      const { digest } = reply.item
      ports.stderr(`you approve:\n${describe(reply.item)}\n`)
      const body =
        options['person-key'] === undefined
          ? await voteByLogin(call, client, bytes)
          : await voteByKey(call, options['person-key'], reply.payloadType, bytes)
      const { given, wanted } = unwrap(
        await client.call('vote', { params: { digest }, body }),
        'REQUEST_REFUSED',
      )
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, digest, given, wanted })}\n`)
      ports.stderr(`approved: ${given} of ${wanted} people\n`)
      return EXIT.ok
    }),
}

export const approvalsRefuse: Verb = {
  name: 'approvals refuse',
  summary: 'Refuse what waits: nothing that was asked for together is signed.',
  positionals: [DIGEST],
  options: [...OPERATOR_OPTIONS, 'reason'],
  examples: ['sallyport approvals refuse 4d2f91 --reason "not before the migration"'],
  run: (call) =>
    withOperatorClient(call, async (client) => {
      const { options, ports } = call
      const reason = requiredReason(call, 'approvals refuse')
      const digest = await findDigest(client, call.positionals[0]!)
      unwrap(await client.call('refuse', { params: { digest }, body: { reason } }), 'REQUEST_REFUSED')
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, digest, done: 'refused' })}\n`)
      ports.stderr(`refused: ${digest}\n`)
      return EXIT.ok
    }),
}

/** @throws `USAGE` */
export function requiredReason({ options }: Call, verb: string): string {
  if (options.reason !== undefined && options.reason.trim() !== '') return options.reason
  throw new SallyportError('USAGE', { message: '--reason TEXT is missing', help: `sallyport ${verb} --help` })
}

interface Checked {
  readonly reply: PendingReply
  readonly bytes: Uint8Array
  /** What the bytes say, read here. */
  readonly document: unknown
}

/** The bytes must have the digest, and be what they are said to be. @throws `REPLY_REFUSED` */
async function fetchChecked(client: CoordinatorClient, named: string): Promise<Checked> {
  const digest = await findDigest(client, named)
  const reply = unwrap(
    await client.call('pendingOne', { params: { digest }, body: undefined }),
    'REQUEST_REFUSED',
  )
  const bytes = decodeBase64(reply.bytes)
  if (formatDigest(sha256(bytes)) !== digest || reply.item.digest !== digest) {
    throw new SallyportError('REPLY_REFUSED', {
      message: `the coordinator's bytes are not those of ${digest}`,
    })
  }
  return { reply, bytes, document: readDocument(reply, bytes) }
}

/** What is shown is what the bytes say, not what the coordinator says of them. */
function readDocument({ item, payloadType }: PendingReply, bytes: Uint8Array): unknown {
  if (item.kind === 'policy-change' && payloadType === POLICY_CHANGE_PAYLOAD_TYPE)
    return parsePolicyChange(bytes)
  const statement = parseApprovalStatement(bytes)
  const { application, environment, sequence, kind } = statement.predicate
  const isSame =
    item.kind === 'approval' &&
    payloadType === STATEMENT_PAYLOAD_TYPE &&
    item.application === application &&
    item.environment === environment &&
    item.sequence === sequence &&
    item.action === kind &&
    item.artifact.digest === `sha256:${statement.subject[0]?.digest.sha256}`
  if (isSame) return statement
  throw new SallyportError('REPLY_REFUSED', {
    message: 'the coordinator describes another statement than it sends',
  })
}

async function findDigest(client: CoordinatorClient, named: string): Promise<string> {
  const wanted = named.startsWith('sha256:') ? named : `sha256:${named}`
  if (/^sha256:[0-9a-f]{64}$/.test(wanted)) return wanted
  const { items } = unwrap(await client.call('pending', none), 'REQUEST_REFUSED')
  const found = /^sha256:[0-9a-f]{4,}$/.test(wanted)
    ? items.filter(({ digest }) => digest.startsWith(wanted))
    : []
  if (found.length === 1) return found[0]!.digest
  throw new SallyportError('USAGE', {
    message: `${found.length === 0 ? 'nothing' : 'more than one'} waits with a digest ${JSON.stringify(named)}`,
    help: 'see: sallyport approvals list',
  })
}

async function voteByLogin(call: Call, client: CoordinatorClient, bytes: Uint8Array): Promise<VoteRequest> {
  const { logins } = unwrap(await client.call('logins', none), 'REQUEST_REFUSED')
  const own = logins.filter(({ flows }) => flows.length === 1 && flows[0] === 'loopback')
  const kept = call.options.login === undefined ? await readSession(sessionPath(call)) : undefined
  const name =
    call.options.login ??
    (own.some((each) => each.name === kept?.session.login) ? kept?.session.login : undefined)
  return { token: await logInAtIssuer(call, chooseLogin(own, name), personNonce(bytes)) }
}

async function voteByKey(
  { ports }: Call,
  file: string,
  payloadType: string,
  bytes: Uint8Array,
): Promise<VoteRequest> {
  const text = decodeUtf8(await readFileBounded(resolve(ports.cwd, file), MAX_KEY_BYTES))
  const key = parseKeyFile('person', text, file)
  const sig = encodeBase64(signEd25519(key.privateKey, preAuthEncoding(payloadType, bytes)))
  return { signature: { keyid: keyIdOf(key.publicKey), sig } }
}

function describe(item: PendingItem): string {
  const { digest, given, wanted, notAfter } = item
  const tally = `${given} of ${wanted}, until ${notAfter}`
  if (item.kind === 'policy-change') {
    return [`${digest}  policy change  ${tally}`, ...item.loosens.map((each) => `  loosens ${each}`)].join(
      '\n',
    )
  }
  const { application, environment, sequence, action, artifact, source } = item
  const from = source
    ? `  commit ${source.commit} of repository ${source.repositoryId}, ${source.ref}, run ${source.runId}`
    : ''
  return `${digest}  ${action} ${application} in ${environment}, sequence ${sequence}  ${tally}\n  artifact ${artifact.name} ${artifact.digest}${from === '' ? '' : `\n${from}`}`
}
