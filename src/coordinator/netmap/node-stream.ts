/**
 * One node's stream (protocols §0): a WebSocket whose upgrade was a signed request. The coordinator
 * answers with a signed challenge; after it each frame of either side carries a counter and a signature.
 * A frame that does not verify, or comes too fast, ends the stream. Whether the node may still speak is
 * asked anew for each of its messages.
 */
import type { WebSocket } from 'ws'
import type { DownFrame, EndedReason } from '../../api/messages/network-map.ts'
import { MAX_UP_FRAME_BYTES, signedFrameSchema, type UpFrame, upFrame } from '../../api/messages/stream.ts'
import { signChallenge } from '../../api/stream-challenge.ts'
import { decodeBase64url, decodeUtf8, encodeBase64url, encodeUtf8 } from '../../base/bytes.ts'
import { decode } from '../../base/decode.ts'
import type { Ed25519PublicKey } from '../../base/ed25519.ts'
import { messageOf } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import { SECOND } from '../../base/time.ts'
import { signFrame, verifyFrame } from '../../trust/stream-frame.ts'
import type { CoordinatorContext } from '../context.ts'
import { createRateLimit } from '../http/rate-limit.ts'
import type { NodeRecord } from '../store/records.ts'
import { reasonOf, sendRelayToken } from './distribution.ts'
import { currentMapVersion, makeDelta, makeSnapshot } from './network-map.ts'
import type { Session } from './session-registry.ts'
import { handleUpFrame } from './up-frame.ts'

/** A peer that does not read is cut off when this much waits for it. */
const MAX_BUFFERED_BYTES = 8 * 1024 * 1024
const PING_MS = 30 * SECOND
const FRAME_RATE = { burst: 60, perSecond: 10, maxSources: 1 }
/** RFC 6455 §7.4.1 and, from 4000, our own. */
export const CLOSE_CODES = { ended: 1000, protocol: 1002, policy: 1008, tooFast: 4008 } as const

export interface StreamUpgrade {
  readonly node: NodeRecord
  /** The upgrade request's `signature` header. */
  readonly signature: string
  /** The map version that the node holds, if it has one. */
  readonly since: number | undefined
  /** It waits at relays, and needs tokens for them. */
  readonly wantsRelay: boolean
}

/** Sends challenge and map, and takes the node's frames until the socket closes. */
export async function serveNodeStream(
  context: CoordinatorContext,
  socket: WebSocket,
  upgrade: StreamUpgrade,
): Promise<void> {
  const challenge = context.random.bytes(32)
  const { coordinatorId, keys } = context.identity
  const answer = signChallenge(
    challenge,
    { coordinatorId, upgradeSignature: upgrade.signature },
    keys.control,
  )
  socket.send(JSON.stringify(answer))
  const session = createSession(context, socket, upgrade, challenge)
  receiveFrames(context, socket, upgrade.node, challenge)
  keepAlive(socket)
  socket.on('close', () => {
    context.sessions.remove(session)
    context.replicas.streamChanged(session.nodeId)
  })
  await open(context, session, upgrade)
}

async function open(
  context: CoordinatorContext,
  session: Session,
  { node, since }: StreamUpgrade,
): Promise<void> {
  await session.turn(() => {
    // Before the read: a change that the read does not see finds the session, and waits for its turn.
    context.sessions.add(session)?.end('replaced')
    context.replicas.streamChanged(session.nodeId)
    return context.store.read(async (tx) => {
      const current = await tx.nodes.find(node.id)
      if (current?.state !== 'active') return session.end(reasonOf(current))
      const now = context.clock.now()
      const canResume = since !== undefined && since <= (await currentMapVersion(tx))
      const frame = canResume
        ? await makeDelta(tx, current, since, now)
        : await makeSnapshot(tx, current, context.relays.current(), now)
      session.sentVersion = frame.version
      session.send(frame)
      await sendRelayToken(context, tx, session, current)
    })
  })
}

function createSession(
  context: CoordinatorContext,
  socket: WebSocket,
  { node, wantsRelay }: StreamUpgrade,
  challenge: Uint8Array,
): Session {
  let counter = 0
  let line: Promise<void> = Promise.resolve()
  const send = (frame: DownFrame): void => {
    if (socket.readyState !== socket.OPEN) return
    if (socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      socket.terminate()
      return
    }
    const text = JSON.stringify(frame)
    counter++
    const from = { challenge, counter, from: 'coordinator' } as const
    const signature = encodeBase64url(signFrame(encodeUtf8(text), from, context.identity.keys.control))
    socket.send(JSON.stringify({ counter, frame: text, signature }))
  }
  return {
    nodeId: node.id,
    sentVersion: 0,
    wantsRelay,
    relayToken: undefined,
    send,
    turn(work) {
      const turn = line.then(work)
      line = turn.catch(() => undefined)
      return turn
    },
    end(reason: EndedReason) {
      send({ kind: 'ended', reason })
      socket.close(CLOSE_CODES.ended, reason)
      // One that does not answer the close is cut off.
      setTimeout(() => socket.terminate(), 2 * SECOND).unref()
    },
    isAlive: (timeoutMs) => answersPing(socket, timeoutMs),
  }
}

function receiveFrames(
  context: CoordinatorContext,
  socket: WebSocket,
  node: NodeRecord,
  challenge: Uint8Array,
): void {
  const publicKey = decodeBase64url(node.machineKey) as Ed25519PublicKey
  const rate = createRateLimit(FRAME_RATE)
  let counter = 0
  let work: Promise<void> = Promise.resolve()
  socket.on('message', (data: Buffer) => {
    if (!rate.take('', context.clock.monotonic())) return socket.close(CLOSE_CODES.tooFast, 'too many frames')
    counter++
    const frame = readFrame(data, { challenge, counter, from: 'node' }, publicKey)
    if (!frame) return socket.close(CLOSE_CODES.protocol, 'a frame does not verify')
    // One after the other, in their order.
    work = work
      .then(() => handleUpFrame(context, node.id, frame))
      .catch((thrown: unknown) => {
        context.diagnostics.log('warn', 'a frame was refused', { node: node.id, error: messageOf(thrown) })
        socket.close(CLOSE_CODES.policy, 'refused')
      })
  })
  socket.on('error', (error) => {
    context.diagnostics.log('debug', 'a stream failed', { node: node.id, error: error.message })
  })
}

/** Undefined for anything but the next frame, signed by the node. */
function readFrame(
  data: Uint8Array,
  expected: Parameters<typeof verifyFrame>[2],
  publicKey: Ed25519PublicKey,
): UpFrame | undefined {
  try {
    const source = 'the frame'
    const limits = { source, maxBytes: MAX_UP_FRAME_BYTES, maxDepth: 6 }
    const signed = decode(signedFrameSchema, parseStrictJson(decodeUtf8(data), limits), { source })
    const bytes = encodeUtf8(signed.frame)
    const isNext = signed.counter === expected.counter
    if (!isNext || !verifyFrame(bytes, decodeBase64url(signed.signature), expected, publicKey))
      return undefined
    return decode(upFrame, parseStrictJson(bytes, limits), { source })
  } catch {
    // Whatever it is, it is no frame of ours: the stream ends.
    return undefined
  }
}

function keepAlive(socket: WebSocket): void {
  let answered = true
  socket.on('pong', () => {
    answered = true
  })
  const timer = setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
  }, PING_MS)
  timer.unref()
  socket.on('close', () => clearInterval(timer))
}

function answersPing(socket: WebSocket, timeoutMs: number): Promise<boolean> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve(false)
  return new Promise((resolve) => {
    const finish = (alive: boolean) => {
      clearTimeout(timer)
      socket.off('pong', onPong)
      socket.off('close', onClose)
      resolve(alive)
    }
    const onPong = () => finish(true)
    const onClose = () => finish(false)
    const timer = setTimeout(finish, timeoutMs, false)
    socket.once('pong', onPong)
    socket.once('close', onClose)
    socket.ping()
  })
}
