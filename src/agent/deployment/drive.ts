/** Runs the machine: performs its commands in their order and hands it the answers, to the end. */
import { messageOf } from '../../base/errors.ts'
import type { Command } from '../machine/command.ts'
import type { Event } from '../machine/event.ts'
import { mayHaveSwitched, type State } from '../machine/state.ts'
import { type Step, transition } from '../machine/transition.ts'
import { isDiskFull, toFailure } from './failures.ts'
import { failureCodeOf, type Performer } from './performer.ts'
import { rollBack } from './roll-back.ts'
import type { Runtime } from './runtime.ts'

/**
 * @returns the finished state
 * @throws what kept the journal from being written: then the old release runs, as far as this process
 * could see to it, and the next start recovers the rest
 */
export async function drive(
  first: Step,
  performer: Performer,
  runtime: Runtime,
  signal: AbortSignal,
): Promise<State> {
  let step = first
  for (;;) {
    const answer = await performAll(step, performer, runtime)
    if (answer === undefined) return step.state
    step = advance(step.state, answer, signal)
  }
}

/** An abort is asked for between two steps; the machine says whether it is still time. */
function advance(state: State, answer: Event, signal: AbortSignal): Step {
  if (signal.aborted) {
    const aborted = transition(state, { kind: 'abort' })
    if (aborted.commands.length > 0) return aborted
  }
  return transition(state, answer)
}

async function performAll(step: Step, performer: Performer, runtime: Runtime): Promise<Event | undefined> {
  let answer: Event | undefined
  for (const command of step.commands) {
    try {
      answer = (await performer.perform(command)) ?? answer
    } catch (error) {
      if (command.kind === 'journal') {
        await retreat(step, runtime)
        throw error
      }
      if (command.kind === 'discard-intake') {
        runtime.diagnostics.log('warn', 'what was taken in could not be removed', {
          reason: messageOf(error),
        })
        continue
      }
      answer = failedBy(command, error)
      runtime.diagnostics.log(levelOf(command), 'a step of a deployment failed', {
        step: command.kind,
        reason: messageOf(error),
      })
    }
  }
  return answer
}

/** Most failures stand in the outcome; one to sign a receipt stands nowhere else. */
function levelOf(command: Command): 'debug' | 'error' {
  return command.kind === 'sign-receipt' || command.kind === 'quarantine' ? 'error' : 'debug'
}

function failedBy(command: Command, error: unknown): Event {
  const failure = toFailure(error, failureCodeOf(command))
  // A full disk is the machine's fault, also where the step would blame the release.
  return { kind: 'failed', failure: isDiskFull(error) ? { ...failure, code: 'no-space' } : failure }
}

/** The journal cannot be written: nobody may be left on a release that nothing vouches for. */
async function retreat({ state }: Step, runtime: Runtime): Promise<void> {
  if (!mayHaveSwitched(state) || !('plan' in state) || !state.plan) return
  try {
    await rollBack(runtime, state.plan, (text) => runtime.diagnostics.log('warn', 'retreat', { text }))
  } catch (error) {
    runtime.diagnostics.log('error', 'the release before could not be restored', { reason: messageOf(error) })
  }
}
