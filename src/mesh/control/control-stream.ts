/**
 * One connection of the control session: a signed upgrade, the coordinator's signed challenge, then signed
 * and counted frames both ways. Whatever does not verify ends it.
 */
import { WebSocket } from 'ws'
import type { CoordinatorClient } from '../../api/coordinator-client.ts'
import { type DownFrame, downFrame } from '../../api/messages/network-map.ts'
import { type Problem, problemSchema } from '../../api/messages/problem.ts'
import {
  challengeSchema,
  MAX_FRAME_BYTES,
  signedFrameSchema,
  type UpFrame,
} from '../../api/messages/stream.ts'
import { STREAM_PATH } from '../../api/route-table.ts'
import { verifyChallenge } from '../../api/stream-challenge.ts'
import { decodeBase64url, decodeUtf8, encodeBase64url, encodeUtf8 } from '../../base/bytes.ts'
import { decode } from '../../base/decode.ts'
import type { Ed25519KeyPair, Ed25519PublicKey } from '../../base/ed25519.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import type { Clock } from '../../base/time.ts'
import { SECOND } from '../../base/time.ts'
import { verifyResponse } from '../../trust/http-signature.ts'
import { signFrame, verifyFrame } from '../../trust/stream-frame.ts'

const HANDSHAKE_MS = 15 * SECOND
/** The coordinator pings every 30 s: silence for longer than two means that it is gone. */
const SILENCE_MS = 75 * SECOND
const MAX_PROBLEM_BYTES = 64 * 1024

export interface ControlStreamOptions {
  readonly client: CoordinatorClient
  readonly key: Ed25519KeyPair
  /** The map version that we hold. */
  readonly since: number | undefined
  /** We wait at relays, and need tokens for them. */
  readonly wantsRelay: boolean
  /** PEM of the CA that counts, instead of the system's. */
  readonly ca?: string
  readonly clock: Clock
  readonly onFrame: (frame: DownFrame) => void
  /** Once; `problem` where the coordinator refused the upgrade with a signed one. */
  readonly onClosed: (why: { readonly reason: string; readonly problem?: Problem }) => void
}

export interface ControlStream {
  /** Dropped where the stream is not open (any more). */
  send(frame: UpFrame): void
  close(): void
}

/** @throws `REPLY_REFUSED`, `HTTP_FAILED` where no key list can be had; later failures come through `onClosed` */
export async function openControlStream(options: ControlStreamOptions): Promise<ControlStream> {
  const { client, since, wantsRelay, ca } = options
  const { keys } = await client.keyList()
  const query = [...(since === undefined ? [] : [`since=${since}`]), ...(wantsRelay ? ['relay=1'] : [])].join(
    '&',
  )
  const target = `${client.url}${STREAM_PATH}${query === '' ? '' : `?${query}`}`
  const headers = client.signUpgrade(target)
  const socket = new WebSocket(target.replace(/^http/, 'ws'), {
    headers: { ...headers },
    handshakeTimeout: HANDSHAKE_MS,
    maxPayload: 2 * MAX_FRAME_BYTES,
    perMessageDeflate: false,
    followRedirects: false,
    ...(ca === undefined ? {} : { ca }),
  })
  const state: StreamState = {
    options,
    socket,
    control: keys.control,
    upgradeSignature: headers.signature,
    challenge: undefined,
    received: 0,
    sent: 0,
  }
  watch(state)
  return {
    send: (frame) => sendFrame(state, frame),
    close: () => socket.close(1000),
  }
}

interface StreamState {
  readonly options: ControlStreamOptions
  readonly socket: WebSocket
  readonly control: Ed25519PublicKey
  readonly upgradeSignature: string
  challenge: Uint8Array | undefined
  received: number
  sent: number
}

function watch(state: StreamState): void {
  const { socket, options } = state
  let reason = ''
  let problem: Problem | undefined
  let silence = setTimeout(() => socket.terminate(), SILENCE_MS)
  const heard = () => {
    clearTimeout(silence)
    silence = setTimeout(() => socket.terminate(), SILENCE_MS)
  }
  socket.on('ping', heard)
  socket.on('message', (data: Buffer) => {
    heard()
    try {
      receive(state, data)
    } catch (thrown) {
      reason = messageOf(thrown)
      socket.terminate()
    }
  })
  socket.on('unexpected-response', (_request, response) => {
    const chunks: Buffer[] = []
    let size = 0
    response.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_PROBLEM_BYTES) chunks.push(chunk)
    })
    response.on('end', () => {
      problem = readProblem(state, response.statusCode ?? 0, response.headers, Buffer.concat(chunks))
      reason = problem?.message ?? `the upgrade was answered with ${response.statusCode}`
      socket.terminate()
    })
  })
  socket.on('error', (error) => {
    reason ||= error.message
  })
  socket.on('close', (code) => {
    clearTimeout(silence)
    options.onClosed({ reason: reason || `closed (${code})`, ...(problem ? { problem } : {}) })
  })
}

function receive(state: StreamState, data: Buffer): void {
  const source = "the coordinator's frame"
  const limits = { source, maxBytes: 2 * MAX_FRAME_BYTES }
  const value = parseStrictJson(data, limits)
  if (!state.challenge) {
    const message = decode(challengeSchema, value, { source })
    const { coordinatorId } = state.options.client
    state.challenge = verifyChallenge(
      message,
      { coordinatorId, upgradeSignature: state.upgradeSignature },
      state.control,
    )
    if (state.challenge) return
    state.options.client.doubtKeyList()
    throw refused('the challenge is not signed by the control key for this upgrade')
  }
  const signed = decode(signedFrameSchema, value, { source })
  const bytes = encodeUtf8(signed.frame)
  const expected = { challenge: state.challenge, counter: state.received + 1, from: 'coordinator' } as const
  const isNext = signed.counter === expected.counter
  if (!isNext || !verifyFrame(bytes, decodeBase64url(signed.signature), expected, state.control)) {
    throw refused('a frame is not the next one, or not signed by the control key')
  }
  state.received = expected.counter
  state.options.onFrame(decode(downFrame, parseStrictJson(bytes, limits), { source }))
}

function sendFrame(state: StreamState, frame: UpFrame): void {
  const { socket, challenge, options } = state
  if (!challenge || socket.readyState !== socket.OPEN) return
  state.sent++
  const text = JSON.stringify(frame)
  const context = { challenge, counter: state.sent, from: 'node' } as const
  const signature = encodeBase64url(signFrame(encodeUtf8(text), context, options.key))
  socket.send(JSON.stringify({ counter: state.sent, frame: text, signature }))
}

/** A refusal that the coordinator did not sign is somebody else's: it decides nothing. */
function readProblem(
  { options, control, upgradeSignature }: StreamState,
  status: number,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: Uint8Array,
): Problem | undefined {
  const header = (name: string) => (typeof headers[name] === 'string' ? headers[name] : undefined)
  const judgement = verifyResponse(
    { status, body, requestSignature: upgradeSignature },
    {
      'content-digest': header('content-digest'),
      'signature-input': header('signature-input'),
      signature: header('signature'),
    },
    { publicKey: control, coordinatorId: options.client.coordinatorId, now: options.clock.now() },
  )
  if (judgement.kind === 'refused') {
    options.client.doubtKeyList()
    return undefined
  }
  const source = 'the refusal'
  const value = parseStrictJson(decodeUtf8(body), { source, maxBytes: MAX_PROBLEM_BYTES })
  return decode(problemSchema, value, { source }).problem
}

function refused(message: string): SallyportError {
  return new SallyportError('REPLY_REFUSED', { message })
}
