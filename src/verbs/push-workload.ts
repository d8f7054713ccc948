/**
 * `sallyport push` in a pipeline: the job's identity token, for an audience of the very files, in the place of
 * an operator's key or a session. Where a forge fixes the audience when a job starts (GitLab), an earlier job
 * asks for it with `--show-audience`, and the token comes in SALLYPORT_ID_TOKEN.
 */
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCoordinatorClient } from '../api/coordinator-client.ts'
import type { PushReply, WorkloadPushRequest } from '../api/messages/operation.ts'
import { encodeBase64url, encodeUtf8 } from '../base/bytes.ts'
import { sha256 } from '../base/digest.ts'
import { ed25519KeyPair } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { Secret } from '../base/secret.ts'
import { unwrap } from '../mesh/control/membership.ts'
import { readAuthority } from '../platform/authority.ts'
import { createHttpClient } from '../platform/http.ts'
import { pushAudience } from '../trust/audience.ts'
import { coordinatorIdOf, parsePublicKey } from '../trust/keys.ts'
import { createIdentityTokenSource } from './identity-token.ts'
import type { Call } from './verb.ts'

export type PushedTexts = Pick<WorkloadPushRequest, 'environments' | 'access' | 'dryRun' | 'acceptLockOut'>

/** A job that may ask for tokens, or has one: an operator's key is preferred where one is named. */
export function isPipeline({ options, ports: { env } }: Call): boolean {
  return (
    options.key === undefined &&
    options.session === undefined &&
    [env['SALLYPORT_ID_TOKEN'], env['ACTIONS_ID_TOKEN_REQUEST_URL']].some(
      (value) => value !== undefined && value !== '',
    )
  )
}

/** @throws `USAGE` where --root is missing */
export function audienceOf({ options }: Call, texts: PushedTexts): string {
  if (options.root === undefined) {
    throw new SallyportError('USAGE', { message: '--root is missing', help: 'sallyport push --help' })
  }
  const digestOf = (text: string | null) => (text === null ? undefined : sha256(encodeUtf8(text)))
  return pushAudience({
    coordinatorId: coordinatorIdOf(parsePublicKey('root', options.root)),
    environments: digestOf(texts.environments),
    access: digestOf(texts.access),
    acceptLockOut: texts.acceptLockOut,
  })
}

/** @throws `USAGE`, `REQUEST_REFUSED` */
export async function pushAsWorkload(call: Call, texts: PushedTexts): Promise<PushReply> {
  const { options, ports } = call
  const { url, root } = options
  if (url === undefined || root === undefined) {
    throw new SallyportError('USAGE', {
      message: '--url and --root say which coordinator',
      help: 'sallyport push --help',
    })
  }
  const place = (path: string) => resolve(ports.cwd, path)
  const ca = options.ca === undefined ? undefined : await readAuthority(options.ca, url, place)
  const http = createHttpClient(ca === undefined ? {} : { ca })
  const key = ed25519KeyPair(ports.random.bytes(32))
  try {
    const token = await findToken(call, audienceOf(call, texts))
    const client = createCoordinatorClient({
      url: url.replace(/\/+$/, ''),
      root: parsePublicKey('root', root),
      key,
      http,
      clock: ports.clock,
      random: ports.random,
    })
    const body = { ...texts, machineKey: encodeBase64url(key.publicKey), token: token.reveal() }
    return unwrap(await client.call('pushByWorkload', { params: undefined, body }), 'REQUEST_REFUSED')
  } finally {
    await http.close()
  }
}

async function findToken({ ports }: Call, audience: string): Promise<Secret<string>> {
  const given = ports.env['SALLYPORT_ID_TOKEN']
  if (given !== undefined && given !== '') return new Secret(given)
  const http = createHttpClient()
  try {
    // The runner knows the tokens that it hands out, and masks them in its log by itself.
    return await createIdentityTokenSource(
      ports.env,
      http,
      () => {},
      (ms) => sleep(ms),
    ).request(audience)
  } finally {
    await http.close()
  }
}
