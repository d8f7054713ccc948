import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../../../src/agent/machine/command.ts'
import type { Event } from '../../../src/agent/machine/event.ts'
import type { Failure } from '../../../src/agent/machine/outcome.ts'
import type { Plan } from '../../../src/agent/machine/plan.ts'
import { MAX_ATTEMPTS, recover } from '../../../src/agent/machine/recovery.ts'
import { mayHaveSwitched, STATE_KINDS, type State } from '../../../src/agent/machine/state.ts'
import { begin, type Step, transition } from '../../../src/agent/machine/transition.ts'
import type { Timestamp } from '../../../src/base/time.ts'

const PLAN: Plan = {
  deployment: 'd1',
  application: 'shop',
  environment: 'production',
  kind: 'deploy',
  digest: 'b'.repeat(64),
  size: 10,
  mediaType: 'application/gzip',
  approval: 'c'.repeat(64),
  artifactName: 'shop.tar.gz',
  anyWorkflow: false,
  before: 'a'.repeat(64),
  sequence: 7,
  notAfter: 2_000_000_000_000 as Timestamp,
  previous: 'a'.repeat(64),
  attempt: 1,
}
const UNHEALTHY: Failure = { code: 'unhealthy', message: 'no answer' }
const NO_SPACE: Failure = { code: 'no-space', message: 'disk full' }

const HAPPY: readonly Event[] = [
  { kind: 'approval-accepted', plan: PLAN },
  { kind: 'space-found' },
  { kind: 'source-opened' },
  { kind: 'artifact-complete' },
  { kind: 'release-staged' },
  { kind: 'intent-recorded' },
  { kind: 'hook-passed' },
  { kind: 'check-passed' },
  { kind: 'switched-over' },
  { kind: 'service-started' },
  { kind: 'service-answered' },
  { kind: 'window-passed' },
  { kind: 'post-hook-ended' },
  { kind: 'receipt-signed' },
]

test('a deployment that goes well passes every state of the protocol in its order', () => {
  expect(walk(HAPPY).map((step) => step.state.kind)).toEqual([
    'polled',
    'approval-verified',
    'space-reserved',
    'downloading',
    'digest-verified',
    'staged',
    'journalled',
    'pre-hook',
    'checked-again',
    'switched',
    'started',
    'health-window',
    'committed',
    'receipt',
    'finished',
  ])
})

test('an unhealthy release is rolled back, then quarantined, then the receipt says so', () => {
  const steps = walk([
    ...HAPPY.slice(0, 11),
    { kind: 'failed', failure: UNHEALTHY },
    { kind: 'rolled-over', restored: true },
    { kind: 'digest-quarantined' },
    { kind: 'receipt-signed' },
  ])
  expect(steps.slice(-4).map((step) => step.state.kind)).toEqual([
    'rolling-back',
    'rolled-back',
    'quarantined',
    'finished',
  ])
  expect(steps.at(-1)?.state).toMatchObject({
    outcome: { kind: 'rolled-back', to: PLAN.previous, quarantined: true, restored: true },
  })
})

test('a failure before the intent is journalled is a refusal that discards the intake', () => {
  const [last] = walk([...HAPPY.slice(0, 3), { kind: 'failed', failure: NO_SPACE }]).slice(-1)
  expect(last?.commands.map((command) => command.kind)).toEqual(['journal', 'discard-intake', 'sign-receipt'])
  expect(last?.state).toMatchObject({ outcome: { kind: 'refused', failure: NO_SPACE } })
})

test('a second check that fails before the switch refuses, and after a recovery rolls back', () => {
  const frozen: Event = { kind: 'failed', failure: { code: 'frozen', message: 'freeze' } }
  expect(transition({ kind: 'pre-hook', plan: PLAN }, frozen).state.kind).toBe('receipt')
  expect(transition({ kind: 'pre-hook', plan: { ...PLAN, attempt: 2 } }, frozen).state.kind).toBe(
    'rolling-back',
  )
})

test('a revocation quarantines and never touches the service', () => {
  const steps = walk([
    { kind: 'approval-accepted', plan: { ...PLAN, kind: 'revoke' } },
    { kind: 'digest-quarantined' },
    { kind: 'receipt-signed' },
  ])
  const kinds = steps.flatMap((step) => step.commands.map((command) => command.kind))
  expect(kinds).toEqual([
    'journal',
    'verify-approval',
    'journal',
    'quarantine',
    'journal',
    'sign-receipt',
    'journal',
  ])
})

test('an abort is honoured before the switch only', () => {
  for (const state of sampleStates()) {
    const { state: after, commands } = transition(state, { kind: 'abort' })
    if (mayHaveSwitched(state) || commands.length === 0) expect(after).toBe(state)
    else expect(after).toMatchObject({ outcome: { failure: { code: 'aborted' } } })
  }
})

test('whatever events come in whatever order, the switch follows the intent and the second check', () => {
  fc.assert(
    fc.property(fc.array(anyEvent(), { maxLength: 60 }), (events) => {
      const commands = walk(events).flatMap((step) => step.commands)
      const at = (kind: Command['kind']) => commands.findIndex((command) => command.kind === kind)
      if (at('switch') < 0) return
      expect(at('record-intent')).toBeGreaterThan(-1)
      expect(at('record-intent')).toBeLessThan(at('check-again'))
      expect(at('check-again')).toBeLessThan(at('switch'))
    }),
    { numRuns: 500 },
  )
})

test('whatever events come, every new state is journalled before its command, and at most one command answers', () => {
  fc.assert(
    fc.property(fc.array(anyEvent(), { maxLength: 60 }), (events) => {
      let before: State | undefined
      for (const step of walk(events)) {
        if (step.state === before) expect(step.commands).toEqual([])
        else expect(step.commands[0]).toEqual({ kind: 'journal', state: step.state })
        const answering = step.commands.filter(({ kind }) => kind !== 'journal' && kind !== 'discard-intake')
        expect(answering.length).toBeLessThanOrEqual(1)
        before = step.state
      }
    }),
  )
})

test('after the switch a deployment ends committed or rolled back, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(anyEvent(), { maxLength: 80 }), (events) => {
      const steps = walk([...HAPPY.slice(0, 9), ...events])
      for (const { state } of steps.slice(9)) {
        if (state.kind === 'finished' || state.kind === 'receipt') {
          expect(['committed', 'rolled-back']).toContain(state.outcome.kind)
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('from every state a recovery followed by willing ports ends, and ends in a whole release', () => {
  for (const state of sampleStates()) {
    const end = run(recover(state))
    expect(end.kind, state.kind).toBe('finished')
    if (mayHaveSwitched(state)) {
      expect(['committed', 'rolled-back']).toContain(
        (end as Extract<State, { kind: 'finished' }>).outcome.kind,
      )
    }
  }
})

test('a release that interrupts the agent again and again is rolled back without blame', () => {
  let state: State = { kind: 'started', plan: PLAN }
  for (let crash = 1; crash < MAX_ATTEMPTS; crash++) state = recover(state).state
  expect(state.kind).toBe('pre-hook')
  const last = recover(state)
  expect(last.state).toMatchObject({ kind: 'rolling-back', failure: { code: 'interrupted' } })
  expect(run(last)).toMatchObject({ outcome: { kind: 'rolled-back', quarantined: false } })
})

test('a rollback that fails is told as not restored', () => {
  const step = transition(
    { kind: 'rolling-back', plan: PLAN, failure: UNHEALTHY },
    { kind: 'failed', failure: { code: 'internal', message: 'disk gone' } },
  )
  expect(step.state).toMatchObject({ kind: 'rolled-back', restored: false })
})

test('the samples of these tests cover every state', () => {
  expect(new Set(sampleStates().map((state) => state.kind))).toEqual(new Set(STATE_KINDS))
})

function walk(events: readonly Event[]): Step[] {
  const steps = [begin('d1')]
  for (const event of events) steps.push(transition(steps.at(-1)!.state, event))
  return steps
}

/** Answers each command as ports that can do everything. */
function run(first: Step): State {
  let step = first
  for (let turn = 0; turn < 50; turn++) {
    const command = step.commands.at(-1)
    const answer = command && answerOf(command)
    if (!answer) return step.state
    step = transition(step.state, answer)
  }
  throw new Error('no end')
}

function answerOf(command: Command): Event | undefined {
  const answers: Partial<Record<Command['kind'], Event>> = {
    'verify-approval': HAPPY[0]!,
    'reserve-space': HAPPY[1]!,
    'open-source': HAPPY[2]!,
    download: HAPPY[3]!,
    stage: HAPPY[4]!,
    'record-intent': HAPPY[5]!,
    'run-pre-hook': HAPPY[6]!,
    'check-again': HAPPY[7]!,
    switch: HAPPY[8]!,
    'start-service': HAPPY[9]!,
    'await-answer': HAPPY[10]!,
    'watch-health': HAPPY[11]!,
    'run-post-hook': HAPPY[12]!,
    'sign-receipt': HAPPY[13]!,
    'roll-back': { kind: 'rolled-over', restored: true },
    quarantine: { kind: 'digest-quarantined' },
  }
  return answers[command.kind]
}

function sampleStates(): State[] {
  const good = walk(HAPPY).map((step) => step.state)
  const bad: State[] = [
    { kind: 'rolling-back', plan: PLAN, failure: UNHEALTHY },
    { kind: 'rolled-back', plan: PLAN, failure: UNHEALTHY, restored: true },
    { kind: 'quarantined', plan: PLAN, failure: UNHEALTHY, restored: true },
    { kind: 'revoking', plan: { ...PLAN, kind: 'revoke' } },
  ]
  return [...good, ...bad]
}

function anyEvent(): fc.Arbitrary<Event> {
  return fc.constantFrom<Event>(
    ...HAPPY,
    { kind: 'release-present' },
    { kind: 'abort' },
    { kind: 'failed', failure: UNHEALTHY },
    { kind: 'failed', failure: NO_SPACE },
    { kind: 'rolled-over', restored: true },
    { kind: 'rolled-over', restored: false },
    { kind: 'digest-quarantined' },
  )
}
