/**
 * The deployment state machine (protocols.md §6). Pure: it reads no clock and touches no file.
 *
 * In: a state and an event. Out: the next state and what to do. An event that the state does not wait
 * for changes nothing: answers may be late or doubled. Invariants: the switch is never commanded
 * before the intent is journalled and the second check has passed, and after it the only ways on are
 * committed and rolled back.
 */
import type { Command } from './command.ts'
import type { Event } from './event.ts'
import { blamesRelease, type Failure, type FailureCode, type Outcome } from './outcome.ts'
import type { Plan } from './plan.ts'
import { mayHaveSwitched, type State } from './state.ts'

export interface Step {
  readonly state: State
  /** In order; each is done before the next. */
  readonly commands: readonly Command[]
}

/** A deployment begins with a wish that nobody has verified. */
export function begin(deployment: string): Step {
  return enter({ kind: 'polled', deployment })
}

export function transition(state: State, event: Event): Step {
  if (event.kind === 'failed') return fail(state, event.failure)
  if (event.kind === 'abort') return abort(state)
  const next = advance(state, event)
  return next === undefined ? { state, commands: [] } : enter(next)
}

/** After these the same approval may come again, and the bytes that are here are good. */
const RESUMABLE: ReadonlySet<FailureCode> = new Set(['source-lost', 'interrupted', 'no-space'])

/** Journals a state and does what it asks for. */
export function enter(state: State): Step {
  const commands: Command[] = [{ kind: 'journal', state }]
  if (state.kind === 'receipt' && state.outcome.kind === 'refused') {
    commands.push({
      kind: 'discard-intake',
      plan: state.plan,
      keepPartial: RESUMABLE.has(state.outcome.failure.code),
    })
  }
  const next = commandOf(state)
  if (next) commands.push(next)
  return { state, commands }
}

function commandOf(state: State): Command | undefined {
  switch (state.kind) {
    case 'polled':
      return { kind: 'verify-approval' }
    case 'approval-verified':
      return { kind: 'reserve-space', plan: state.plan }
    case 'space-reserved':
      return { kind: 'open-source', plan: state.plan }
    case 'downloading':
      return { kind: 'download', plan: state.plan }
    case 'digest-verified':
      return { kind: 'stage', plan: state.plan }
    case 'staged':
      return { kind: 'record-intent', plan: state.plan }
    case 'journalled':
      return { kind: 'run-pre-hook', plan: state.plan }
    case 'pre-hook':
      return { kind: 'check-again', plan: state.plan }
    case 'checked-again':
      return { kind: 'switch', plan: state.plan }
    case 'switched':
      return { kind: 'start-service', plan: state.plan }
    case 'started':
      return { kind: 'await-answer', plan: state.plan }
    case 'health-window':
      return { kind: 'watch-health', plan: state.plan }
    case 'committed':
      return { kind: 'run-post-hook', plan: state.plan }
    case 'rolling-back':
      return { kind: 'roll-back', plan: state.plan }
    case 'rolled-back':
      return { kind: 'quarantine', plan: state.plan, reason: state.failure.message }
    case 'revoking':
      return { kind: 'quarantine', plan: state.plan, reason: 'revoked by a signed approval' }
    case 'quarantined':
      return { kind: 'sign-receipt', plan: state.plan, outcome: rolledBackOutcome(state, true) }
    case 'receipt':
      return { kind: 'sign-receipt', plan: state.plan, outcome: state.outcome }
    case 'finished':
      return undefined
  }
}

/** @returns `undefined` where the state does not wait for the event. */
function advance(state: State, event: Event): State | undefined {
  switch (state.kind) {
    case 'polled':
      if (event.kind === 'already-running') return finished(event.plan, { kind: 'already-running' })
      return event.kind === 'approval-accepted' ? accepted(event.plan) : undefined
    case 'approval-verified':
      return when(event, 'space-found', { kind: 'space-reserved', plan: state.plan })
    case 'space-reserved':
      if (event.kind === 'release-present') return { kind: 'staged', plan: state.plan }
      return when(event, 'source-opened', { kind: 'downloading', plan: state.plan })
    case 'downloading':
      return when(event, 'artifact-complete', { kind: 'digest-verified', plan: state.plan })
    case 'digest-verified':
      return when(event, 'release-staged', { kind: 'staged', plan: state.plan })
    case 'staged':
      return when(event, 'intent-recorded', { kind: 'journalled', plan: state.plan })
    case 'journalled':
      return when(event, 'hook-passed', { kind: 'pre-hook', plan: state.plan })
    case 'pre-hook':
      return when(event, 'check-passed', { kind: 'checked-again', plan: state.plan })
    case 'checked-again':
      return when(event, 'switched-over', { kind: 'switched', plan: state.plan })
    case 'switched':
      return when(event, 'service-started', { kind: 'started', plan: state.plan })
    case 'started':
      return when(event, 'service-answered', { kind: 'health-window', plan: state.plan })
    case 'health-window':
      return when(event, 'window-passed', { kind: 'committed', plan: state.plan })
    default:
      return conclude(state, event)
  }
}

/** The states in which the outcome is decided. */
function conclude(state: State, event: Event): State | undefined {
  switch (state.kind) {
    case 'committed':
      return event.kind === 'post-hook-ended' ? committed(state.plan, event.warning) : undefined
    case 'rolling-back':
      return event.kind === 'rolled-over' ? rolledBack(state, event.restored) : undefined
    case 'rolled-back':
      return when(event, 'digest-quarantined', { ...state, kind: 'quarantined' })
    case 'revoking':
      return when(event, 'digest-quarantined', receipt(state.plan, { kind: 'revoked' }))
    case 'quarantined':
      return when(event, 'receipt-signed', finished(state.plan, rolledBackOutcome(state, true)))
    case 'receipt':
      return when(event, 'receipt-signed', finished(state.plan, state.outcome))
    default:
      return undefined
  }
}

function fail(state: State, failure: Failure): Step {
  if (mayHaveSwitched(state)) {
    if (state.kind === 'rolling-back') return enter(rolledBack(state, false))
    return enter({ kind: 'rolling-back', plan: planOf(state), failure })
  }
  switch (state.kind) {
    case 'polled':
      return enter({
        kind: 'finished',
        deployment: state.deployment,
        outcome: { kind: 'refused', failure },
      })
    case 'journalled':
      // Nothing is switched, but the hook may have done half of its work: that is no refusal any more.
      return enter({ kind: 'rolling-back', plan: state.plan, failure })
    case 'committed':
      return enter(committed(state.plan, failure))
    case 'rolled-back':
    case 'quarantined':
      return enter(receipt(state.plan, rolledBackOutcome(state, false)))
    case 'revoking':
      return enter(receipt(state.plan, { kind: 'refused', failure }))
    case 'receipt':
      return enter(finished(state.plan, state.outcome))
    case 'finished':
      return { state, commands: [] }
    default:
      return enter(receipt(planOf(state), { kind: 'refused', failure }))
  }
}

const ABORTED: Failure = { code: 'aborted', message: 'stopped on request before the switch' }

function abort(state: State): Step {
  switch (state.kind) {
    case 'polled':
    case 'approval-verified':
    case 'space-reserved':
    case 'downloading':
    case 'digest-verified':
    case 'staged':
      return fail(state, ABORTED)
    case 'journalled':
    case 'pre-hook':
      return mayHaveSwitched(state)
        ? { state, commands: [] }
        : enter(receipt(state.plan, { kind: 'refused', failure: ABORTED }))
    default:
      return { state, commands: [] }
  }
}

function accepted(plan: Plan): State {
  return plan.kind === 'revoke' ? { kind: 'revoking', plan } : { kind: 'approval-verified', plan }
}

function committed(plan: Plan, warning: Failure | undefined): State {
  return receipt(plan, warning === undefined ? { kind: 'committed' } : { kind: 'committed', warning })
}

type RollingBack = Extract<State, { kind: 'rolling-back' }>

function rolledBack(state: RollingBack, restored: boolean): State {
  const { plan, failure } = state
  if (blamesRelease(failure)) return { kind: 'rolled-back', plan, failure, restored }
  return receipt(plan, rolledBackOutcome({ plan, failure, restored }, false))
}

function rolledBackOutcome(
  state: { readonly plan: Plan; readonly failure: Failure; readonly restored: boolean },
  quarantined: boolean,
): Outcome {
  const { plan, failure, restored } = state
  return { kind: 'rolled-back', failure, to: plan.previous, quarantined, restored }
}

function receipt(plan: Plan, outcome: Outcome): State {
  return { kind: 'receipt', plan, outcome }
}

function finished(plan: Plan, outcome: Outcome): State {
  return { kind: 'finished', deployment: plan.deployment, plan, outcome }
}

function planOf(state: State): Plan {
  if (state.kind === 'polled' || (state.kind === 'finished' && !state.plan)) {
    throw new Error(`this is a bug: the state ${state.kind} has no plan`)
  }
  return (state as Extract<State, { plan: Plan }>).plan
}

function when(event: Event, kind: Event['kind'], next: State): State | undefined {
  return event.kind === kind ? next : undefined
}
