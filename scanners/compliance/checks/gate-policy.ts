/** The repository's own gate policy: thresholds written down, suppressions answered for. */
import { messageOf, SallyportError } from '../../../src/base/errors.ts'
import { parseExpiry } from '../../../src/gate/policy/expiry.ts'
import { type LoadedPolicy, POLICY_PATH } from '../../../src/gate/policy/loaded-policy.ts'
import { readPolicy } from '../../../src/gate/policy/read-policy.ts'
import { fail, notApplicable, notDetermined, type Outcome, pass } from '../answer.ts'
import type { Evidence } from '../evidence.ts'

export function checkThresholds(evidence: Evidence): Outcome {
  const reading = readGatePolicy(evidence)
  if (reading.kind === 'absent') return fail(`there is no ${POLICY_PATH}`, POLICY_PATH)
  if (reading.kind === 'unreadable') return notDetermined(reading.why)
  const names = Object.keys(reading.loaded.policy.thresholds)
  if (names.length === 0) return fail(`${POLICY_PATH} names no thresholds`, POLICY_PATH)
  return pass(`${POLICY_PATH} has thresholds for ${names.join(', ')}`)
}

/** The policy's schema demands reason, owner and expiry; what is left to ask is whether one has ended. */
export function checkSuppressions(evidence: Evidence): Outcome {
  const reading = readGatePolicy(evidence)
  if (reading.kind === 'absent') return notApplicable(`there is no ${POLICY_PATH}, so nothing is suppressed`)
  if (reading.kind === 'unreadable') return notDetermined(reading.why)
  const { policy, suppressionLines } = reading.loaded
  if (policy.suppressions.length === 0) return notApplicable('nothing is suppressed')
  const ended = policy.suppressions.findIndex(({ expires }) => evidence.now >= parseExpiry(expires))
  if (ended !== -1) {
    const { expires, owner } = policy.suppressions[ended]!
    return fail(`a suppression of ${owner} ended on ${expires}`, POLICY_PATH, suppressionLines[ended] ?? 1)
  }
  return pass(`all ${policy.suppressions.length} suppressions have owner, reason and an expiry to come`)
}

type Reading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'read'; readonly loaded: LoadedPolicy }

function readGatePolicy({ paths, texts }: Evidence): Reading {
  if (!paths.includes(POLICY_PATH)) return { kind: 'absent' }
  const text = texts.get(POLICY_PATH)
  if (text === undefined) return { kind: 'unreadable', why: `${POLICY_PATH} could not be read` }
  try {
    return { kind: 'read', loaded: readPolicy(new TextEncoder().encode(text), POLICY_PATH) }
  } catch (thrown) {
    if (!(thrown instanceof SallyportError)) throw thrown
    return { kind: 'unreadable', why: `${POLICY_PATH} could not be understood: ${messageOf(thrown)}` }
  }
}
