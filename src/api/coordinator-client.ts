/**
 * The client of the route table. Every request is signed by the machine key, every reply must be signed
 * by the control key of a key list that the pinned root signed: neither a proxy nor whoever holds the TLS
 * certificate can answer in the coordinator's name. Sockets are a port.
 */
import { decodeBase64url, encodeUtf8, equalBytes } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import type { Ed25519KeyPair, Ed25519PublicKey } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { parseStrictJson } from '../base/json.ts'
import type { Random } from '../base/random.ts'
import { type Clock, SECOND, type Timestamp } from '../base/time.ts'
import {
  NONCE_BYTES,
  type RequestContent,
  type SignatureHeaders,
  signRequest,
  verifyResponse,
} from '../trust/http-signature.ts'
import { compareKeyLists, isCurrent, type KeyList, verifyKeyList } from '../trust/key-list.ts'
import { coordinatorIdOf } from '../trust/keys.ts'
import { keyListReply } from './messages/operation.ts'
import { type Problem, problemSchema } from './messages/problem.ts'
import {
  fillPath,
  type ParamsOf,
  type ReplyOf,
  type RequestOf,
  ROUTES,
  type Route,
  type RouteName,
} from './route-table.ts'

/** What `platform/http.ts` offers, as far as it is needed here. */
export interface HttpPort {
  request(request: {
    readonly method: 'GET' | 'POST' | 'PUT'
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: Uint8Array
    readonly maxBytes: number
    readonly timeoutMs: number
    readonly signal?: AbortSignal
  }): Promise<{
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: Uint8Array
  }>
}

export interface CoordinatorClientOptions {
  /** Origin, without a slash at the end. */
  readonly url: string
  /** The operator root, from our own configuration. */
  readonly root: Ed25519PublicKey
  /** Signs our requests. */
  readonly key: Ed25519KeyPair
  readonly http: HttpPort
  readonly clock: Clock
  readonly random: Random
  readonly timeoutMs?: number
}

export type CallResult<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: Problem }

export interface CoordinatorClient {
  readonly coordinatorId: string
  readonly url: string
  /** Fetched and verified on first use. @throws `REPLY_REFUSED`, `HTTP_FAILED` */
  keyList(): Promise<KeyList>
  /** A signature did not verify: the next use asks for the list anew, and takes no older one. */
  doubtKeyList(): void
  /** @throws `REPLY_REFUSED` for a reply that the coordinator did not sign; `HTTP_FAILED` */
  call<N extends RouteName>(name: N, input: CallInput<N>): Promise<CallResult<ReplyOf<N>>>
  /** Headers of a signed upgrade. */
  signUpgrade(url: string): SignatureHeaders
}

export interface CallInput<N extends RouteName> {
  readonly params: ParamsOf<N>
  readonly body: RequestOf<N>
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

const MAX_REPLY_BYTES = 24 * 1024 * 1024
const TIMEOUT_MS = 30 * SECOND

export function createCoordinatorClient(options: CoordinatorClientOptions): CoordinatorClient {
  const coordinatorId = coordinatorIdOf(options.root)
  const state: ClientState = { options, coordinatorId, keyList: undefined, newest: undefined, offsetMs: 0 }
  return {
    coordinatorId,
    url: options.url,
    keyList: () => currentKeyList(state),
    doubtKeyList: () => {
      state.keyList = undefined
    },
    call: (name, input) => call(state, name, input),
    signUpgrade: (url) => sign(state, { method: 'GET', targetUri: url, body: new Uint8Array() }),
  }
}

interface ClientState {
  readonly options: CoordinatorClientOptions
  readonly coordinatorId: string
  /** In use; undefined: to be asked for (again). */
  keyList: KeyList | undefined
  /** The newest that was ever verified here: an older one is never taken in its place. */
  newest: KeyList | undefined
  /** What a signed refusal for skew taught us about our clock; for signatures only. */
  offsetMs: number
}

interface Exchange {
  readonly status: number
  readonly body: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  readonly signature: string
}

async function call<N extends RouteName>(
  state: ClientState,
  name: N,
  input: CallInput<N>,
): Promise<CallResult<ReplyOf<N>>> {
  const route: Route = ROUTES[name]
  await currentKeyList(state)
  for (let attempt = 1; ; attempt++) {
    const exchange = await send(state, route, input)
    const skewed = checkReply(state, exchange)
    if (exchange.status < 400) {
      if (skewed !== undefined)
        throw refusedReply(`${route.path}: its time differs from ours by more than 60 s`)
      return { kind: 'done', value: decodeReply(route.reply, exchange, route.path) as ReplyOf<N> }
    }
    const { problem } = decodeReply(problemSchema, exchange, route.path)
    if (problem.kind !== 'skew' || skewed === undefined || attempt > 1) return { kind: 'refused', problem }
    // Signed, and bound to our own fresh request: this is what the coordinator's clock says.
    state.offsetMs = skewed - state.options.clock.now()
  }
}

async function send<N extends RouteName>(
  state: ClientState,
  route: Route,
  input: CallInput<N>,
): Promise<Exchange> {
  const { url, http, timeoutMs = TIMEOUT_MS } = state.options
  const targetUri = `${url}${fillPath(route.path, (input.params ?? {}) as Record<string, string>)}`
  const body = route.request ? encodeUtf8(JSON.stringify(input.body)) : new Uint8Array()
  const signed = sign(state, { method: route.method, targetUri, body })
  const response = await http.request({
    method: route.method,
    url: targetUri,
    headers: { ...signed, ...(body.length === 0 ? {} : { 'content-type': 'application/json' }) },
    ...(body.length === 0 ? {} : { body }),
    maxBytes: MAX_REPLY_BYTES,
    timeoutMs: input.timeoutMs ?? timeoutMs,
    ...(input.signal ? { signal: input.signal } : {}),
  })
  return { ...response, signature: signed.signature }
}

function sign(state: ClientState, request: RequestContent): SignatureHeaders {
  const { key, clock, random } = state.options
  const now = (clock.now() + state.offsetMs) as Timestamp
  return signRequest(request, { key, coordinatorId: state.coordinatorId, now }, random.bytes(NONCE_BYTES))
}

/** @returns the coordinator's time where all is well but the clocks. @throws `REPLY_REFUSED` */
function checkReply(
  state: ClientState,
  { status, body, headers, signature }: Exchange,
): Timestamp | undefined {
  const judgement = verifyResponse(
    { status, body, requestSignature: signature },
    {
      'content-digest': headers['content-digest'],
      'signature-input': headers['signature-input'],
      signature: headers['signature'],
    },
    {
      publicKey: state.keyList!.keys.control,
      coordinatorId: state.coordinatorId,
      now: (state.options.clock.now() + state.offsetMs) as Timestamp,
    },
  )
  if (judgement.kind === 'verified') return undefined
  if (judgement.code === 'skew' && judgement.created !== undefined) return judgement.created
  // The key may have been replaced: the next call asks for the list again.
  state.keyList = undefined
  throw refusedReply(
    `the reply (status ${status}) is not signed by this coordinator's control key: ${judgement.code}`,
  )
}

async function currentKeyList(state: ClientState): Promise<KeyList> {
  const known = state.keyList
  if (known && isCurrent(known, state.options.clock.now())) return known
  const exchange = await send(state, ROUTES.keyList, { params: undefined, body: undefined })
  if (exchange.status !== 200) throw refusedReply(`${ROUTES.keyList.path} answered ${exchange.status}`)
  const reply = decodeReply(keyListReply, exchange, ROUTES.keyList.path)
  const { root } = state.options
  if (!equalBytes(decodeBase64url(reply.root), root)) {
    throw refusedReply(
      `its root has the fingerprint ${coordinatorIdOf(decodeBase64url(reply.root) as Ed25519PublicKey)}, ours is ${state.coordinatorId}`,
    )
  }
  const list = verifyKeyList(reply.keyList, root)
  const { newest } = state
  if (newest && ['older', 'forked'].includes(compareKeyLists(list, newest))) {
    throw refusedReply('its key list is older than, or contradicts, the one that we knew')
  }
  state.keyList = list
  state.newest = list
  const theirTime = checkReply(state, exchange)
  if (theirTime !== undefined) state.offsetMs = theirTime - state.options.clock.now()
  return list
}

function decodeReply<T>(schema: Parameters<typeof decode<T>>[0], { body }: Exchange, path: string): T {
  const source = `the reply of ${path}`
  return decode(schema, parseStrictJson(body, { source, maxBytes: MAX_REPLY_BYTES }), {
    source,
    code: 'REPLY_REFUSED',
  })
}

function refusedReply(message: string): SallyportError {
  return new SallyportError('REPLY_REFUSED', {
    message,
    help: 'check the URL, and the root in your configuration against what `coordinator init` printed',
  })
}
