/** What whoever asked for a deployment is told of its end, an agent a line. */
import { expect, test } from 'vitest'
import type { DeploymentOutcome } from '../../src/api/messages/deployment.ts'
import { describeOutcome, exitCodeOf } from '../../src/verbs/deployment-words.ts'

const failure = { code: 'unhealthy', message: 'connect ECONNREFUSED' }
const rolledBack = (to: string | undefined, restored: boolean, quarantined = false): DeploymentOutcome => ({
  kind: 'rolled-back',
  failure,
  to,
  restored,
  quarantined,
})

test.each<[DeploymentOutcome, number, string]>([
  [{ kind: 'committed' }, 0, 'web-1: committed'],
  [{ kind: 'already-running' }, 0, 'web-1: runs already, and is healthy'],
  [{ kind: 'revoked' }, 0, 'web-1: revoked'],
  [
    { kind: 'refused', failure: { code: 'approval', message: 'no signature' } },
    12,
    'web-1: refused (approval): no signature',
  ],
  [
    { kind: 'refused', failure: { code: 'source-lost', message: 'gone' } },
    14,
    'web-1: refused (source-lost): gone',
  ],
  [rolledBack('ab12', true), 13, 'web-1: rolled back: connect ECONNREFUSED; sha256:ab12 runs again'],
  [
    rolledBack('ab12', true, true),
    13,
    'web-1: rolled back: connect ECONNREFUSED; sha256:ab12 runs again; the digest is quarantined',
  ],
  [
    rolledBack('ab12', false),
    13,
    'web-1: rolled back: connect ECONNREFUSED; the release before, sha256:ab12, does NOT answer: look at that machine',
  ],
  [
    rolledBack(undefined, true, true),
    13,
    'web-1: rolled back: connect ECONNREFUSED; there was no release before, so none runs; the digest is quarantined',
  ],
  [
    rolledBack(undefined, false),
    13,
    'web-1: rolled back: connect ECONNREFUSED; there is NO other release to go back to: look at that machine',
  ],
])('%j ends with %i and is told as %s', (outcome, code, text) => {
  expect(exitCodeOf(outcome)).toBe(code)
  expect(describeOutcome('web-1', outcome)).toBe(text)
})
