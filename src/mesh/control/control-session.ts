/**
 * The control session of a node: keeps one stream to the coordinator, comes back with growing pauses when
 * it is lost, hands over map changes, and acknowledges each once the node holds it. What a map says is a
 * proposal: the node answers which peers its own configuration refuses.
 */

import type { CoordinatorClient } from '../../api/coordinator-client.ts'
import type { DownFrame, EndedReason, RelayTokenFrame } from '../../api/messages/network-map.ts'
import type { ProblemKind } from '../../api/messages/problem.ts'
import { decodeBase64url } from '../../base/bytes.ts'
import type { Diagnostics } from '../../base/diagnostics.ts'
import type { Ed25519KeyPair } from '../../base/ed25519.ts'
import { messageOf } from '../../base/errors.ts'
import { type Random, randomBelow } from '../../base/random.ts'
import { type Clock, SECOND } from '../../base/time.ts'
import type { Envelope } from '../../trust/dsse.ts'
import { emitRelayCredential } from '../../trust/relay-token.ts'
import { listPeers } from '../../tunnel/relay/grant.ts'
import type { RelayCredential } from '../peers.ts'
import { type ControlStream, openControlStream } from './control-stream.ts'
import { applyFrame, type MapChange, type NetworkMap } from './network-map-state.ts'

const FIRST_PAUSE = SECOND / 4
const LONGEST_PAUSE = 30 * SECOND

/** A peer that the node's own configuration refuses, and why. */
export interface RefusedPeer {
  readonly node: string
  readonly reason: string
}

export interface ControlSessionOptions {
  readonly client: CoordinatorClient
  readonly key: Ed25519KeyPair
  readonly ca?: string
  readonly clock: Clock
  readonly random: Random
  readonly diagnostics: Diagnostics
  /** Called one after the other; when it resolves the node holds the map, but for what it returns. */
  readonly onMap: (change: MapChange) => Promise<readonly RefusedPeer[]>
  /** What opens the relays, after the map whose peers it names. Absent: this node waits at none. */
  readonly onRelayCredential?: (credential: RelayCredential) => void
  /** No renewal came within the map's ten minutes: its peers are not to be talked to any more. */
  readonly onExpired: () => void
  /** The coordinator came back from a backup, and asks what we saw. */
  readonly onRecovering?: () => void
}

/** Why a session is over for good; a lost connection is no such thing. */
export type SessionEnd = Exclude<EndedReason, 'shutdown' | 'replaced'> | 'closed' | 'untrusted'

export interface ControlSession {
  readonly map: NetworkMap | undefined
  /** A stream is open, and the coordinator has sent its first map over it. */
  readonly isConnected: boolean
  /** Where our WireGuard socket was seen; told again after each reconnect. */
  reportEndpoints(endpoints: readonly string[]): void
  /** Resolves when the session is over for good. */
  readonly ended: Promise<SessionEnd>
  close(): void
}

/** Refusals after which asking again is in vain. */
const FINAL: Readonly<Partial<Record<ProblemKind, SessionEnd>>> = {
  revoked: 'revoked',
  suspended: 'suspended',
  untrusted: 'untrusted',
  forbidden: 'untrusted',
}

export function startControlSession(options: ControlSessionOptions): ControlSession {
  const { promise: ended, resolve: finish } = Promise.withResolvers<SessionEnd>()
  const state: SessionState = {
    options,
    map: undefined,
    stream: undefined,
    isServed: false,
    endpoints: undefined,
    keyList: undefined,
    pause: FIRST_PAUSE,
    failures: 0,
    saidReason: undefined,
    isOver: false,
    work: Promise.resolve(),
    retry: undefined,
    expiry: undefined,
    finish(end) {
      if (state.isOver) return
      state.isOver = true
      clearTimeout(state.retry)
      clearTimeout(state.expiry)
      state.stream?.close()
      finish(end)
    },
  }
  connect(state)
  return {
    ended,
    get map() {
      return state.map
    },
    get isConnected() {
      return state.isServed
    },
    reportEndpoints(endpoints) {
      state.endpoints = endpoints
      state.stream?.send({ kind: 'endpoints', endpoints: [...endpoints] })
    },
    close: () => state.finish('closed'),
  }
}

interface SessionState {
  readonly options: ControlSessionOptions
  map: NetworkMap | undefined
  stream: ControlStream | undefined
  isServed: boolean
  endpoints: readonly string[] | undefined
  /** That came with the first token for the relays. */
  keyList: Envelope | undefined
  pause: number
  /** Attempts that failed since the last frame. */
  failures: number
  /** Why they did, as far as it was said aloud. */
  saidReason: string | undefined
  isOver: boolean
  work: Promise<void>
  retry: NodeJS.Timeout | undefined
  expiry: NodeJS.Timeout | undefined
  readonly finish: (end: SessionEnd) => void
}

function connect(state: SessionState): void {
  const { options } = state
  openControlStream({
    client: options.client,
    key: options.key,
    since: state.map?.version,
    wantsRelay: options.onRelayCredential !== undefined,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
    clock: options.clock,
    onFrame: (frame) => receive(state, frame),
    onClosed({ reason, problem }) {
      state.stream = undefined
      state.isServed = false
      const end = problem && FINAL[problem.kind]
      if (problem?.kind === 'recovering') options.onRecovering?.()
      if (end) state.finish(end)
      else connectLater(state, reason)
    },
  }).then(
    (stream) => {
      if (state.isOver) stream.close()
      else state.stream = stream
    },
    (thrown: unknown) => connectLater(state, messageOf(thrown)),
  )
}

/** Twice as long each time, and never all nodes at once. */
function connectLater(state: SessionState, reason: string): void {
  if (state.isOver) return
  const { diagnostics, random } = state.options
  const wait = state.pause / 2 + randomBelow(random, Math.max(1, Math.ceil(state.pause / 2)))
  state.pause = Math.min(LONGEST_PAUSE, state.pause * 2)
  // A restart of the coordinator is over before anybody wants to read of it; the same reason is said once.
  const isNews = state.failures > 0 && reason !== state.saidReason
  if (isNews) state.saidReason = reason
  state.failures += 1
  diagnostics.log(isNews ? 'warn' : 'debug', 'the coordinator is not reached', {
    reason,
    retryMs: Math.round(wait),
  })
  state.retry = setTimeout(() => connect(state), wait)
}

function receive(state: SessionState, frame: DownFrame): void {
  if (frame.kind === 'ended') {
    state.options.diagnostics.log('info', 'the coordinator ended the session', { reason: frame.reason })
    if (frame.reason !== 'shutdown' && frame.reason !== 'replaced') state.finish(frame.reason)
    return
  }
  if (state.saidReason !== undefined)
    state.options.diagnostics.log('info', 'the coordinator is reached again')
  state.pause = FIRST_PAUSE
  state.failures = 0
  state.saidReason = undefined
  state.isServed = true
  state.work = state.work
    .then(() => take(state, frame))
    .catch((thrown: unknown) => {
      state.options.diagnostics.log('warn', 'a map was refused', { error: messageOf(thrown) })
      // A map that does not continue ours: the next stream begins with a snapshot.
      state.map = undefined
      state.stream?.close()
    })
}

async function take(state: SessionState, frame: Exclude<DownFrame, { kind: 'ended' }>): Promise<void> {
  if (state.isOver) return
  if (frame.kind === 'relay-token') return takeRelayToken(state, frame)
  const isFirst = frame.kind === 'snapshot' || state.map === undefined
  const change = applyFrame(state.map, frame)
  state.map = change.map
  watchExpiry(state, change.map)
  const refused = await state.options.onMap(change)
  state.stream?.send({ kind: 'acknowledge', version: change.map.version, refused: [...refused] })
  if (isFirst && state.endpoints) state.stream?.send({ kind: 'endpoints', endpoints: [...state.endpoints] })
}

function takeRelayToken(state: SessionState, { token, keyList }: RelayTokenFrame): void {
  const { options, map } = state
  state.keyList = keyList ?? state.keyList
  // Without the map we do not know whose keys it counts; the next stream brings both.
  if (!map || !state.keyList) return
  const keys = [...map.peers.values()].map(({ wireguardKey }) => decodeBase64url(wireguardKey))
  options.onRelayCredential?.({
    bytes: emitRelayCredential(token, state.keyList),
    peers: listPeers(keys).bytes,
  })
}

function watchExpiry(state: SessionState, map: NetworkMap): void {
  clearTimeout(state.expiry)
  const left = Math.max(0, map.expiresAt - state.options.clock.now())
  state.expiry = setTimeout(() => {
    // What was not renewed is not believed: a later stream begins with a snapshot.
    state.map = undefined
    state.options.onExpired()
  }, left)
  state.expiry.unref()
}
