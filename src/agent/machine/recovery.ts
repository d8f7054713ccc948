/**
 * What to do about the deployment that an agent finds unfinished in its journal after a crash or a
 * power cut. Decided from the last journalled state alone; every way ends with the old or the new
 * release running.
 *
 * | found                             | what may have happened           | way on                            |
 * |-----------------------------------|----------------------------------|-----------------------------------|
 * | polled                            | nothing                          | finished: interrupted             |
 * | approval-verified … staged        | half an intake                   | discard it, receipt: interrupted  |
 * | journalled                        | part of the pre-hook             | the hook runs again               |
 * | pre-hook, checked-again           | perhaps the switch               | check again, switch (idempotent)  |
 * | switched, started, health-window  | perhaps a start                  | check again, then forward         |
 * | … for the third time              | the release may kill the machine | roll back                         |
 * | committed                         | part of the post-hook            | the hook runs again, receipt      |
 * | rolling-back                      | part of a rollback               | roll back again                   |
 * | rolled-back, revoking             | perhaps the quarantine           | quarantine again                  |
 * | quarantined, receipt              | perhaps the receipt              | sign it again                     |
 */
import type { Failure } from './outcome.ts'
import type { Plan } from './plan.ts'
import type { State } from './state.ts'
import { enter, type Step } from './transition.ts'

/** After so many starts with the same release unfinished, the agent stops trying it. */
export const MAX_ATTEMPTS = 3

/** @returns no commands where the deployment was finished. */
export function recover(found: State): Step {
  switch (found.kind) {
    case 'polled':
      return enter({
        kind: 'finished',
        deployment: found.deployment,
        outcome: { kind: 'refused', failure: INTERRUPTED },
      })
    case 'approval-verified':
    case 'space-reserved':
    case 'downloading':
    case 'digest-verified':
    case 'staged':
      return enter({
        kind: 'receipt',
        plan: found.plan,
        outcome: { kind: 'refused', failure: INTERRUPTED },
      })
    case 'journalled':
      return retry(found.plan, 'journalled')
    case 'pre-hook':
    case 'checked-again':
    case 'switched':
    case 'started':
    case 'health-window':
      return retry(found.plan, 'pre-hook')
    case 'committed':
    case 'rolling-back':
    case 'rolled-back':
    case 'quarantined':
    case 'revoking':
    case 'receipt':
      return enter(found)
    case 'finished':
      return { state: found, commands: [] }
  }
}

const INTERRUPTED: Failure = {
  code: 'interrupted',
  message: 'the agent ended before the deployment was journalled; nothing was changed',
}

function retry(plan: Plan, from: 'journalled' | 'pre-hook'): Step {
  const again: Plan = { ...plan, attempt: plan.attempt + 1 }
  if (again.attempt <= MAX_ATTEMPTS) return enter({ kind: from, plan: again })
  const failure: Failure = {
    code: 'interrupted',
    message: `the agent ended ${plan.attempt} times while it deployed this release`,
  }
  return enter({ kind: 'rolling-back', plan: again, failure })
}
