/** Documents of the repository: a security policy with contact and time, owners of what decides, files that must be there. */

import { POLICY_PATH } from '../../../src/gate/policy/loaded-policy.ts'
import { isWorkflowPath } from '../../../src/repository/workflow-path.ts'
import { fail, notApplicable, notDetermined, type Outcome, pass } from '../answer.ts'
import { isOwned, parseCodeOwners } from '../code-owners.ts'
import type { Evidence } from '../evidence.ts'
import type { Question } from '../rule.ts'

/** Where GitHub looks for them, in its order. */
const SECURITY_PATHS = ['.github/SECURITY.md', 'SECURITY.md', 'docs/SECURITY.md']
const CODE_OWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

const CONTACT =
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|https:\/\/\S{4,}|private(?:ly)?\s+(?:vulnerability\s+)?report|security\s+advisor|report a vulnerability/i
const TIME =
  /\b(?:\d{1,3}|one|two|three|five|seven|ten|fourteen|thirty|ninety|a)\s+(?:business\s+|working\s+|calendar\s+)?(?:hours?|days?|weeks?|months?)\b|\b\d{1,3}[- ]?(?:h|d)\b/i

export function isDocument(path: string): boolean {
  return SECURITY_PATHS.includes(path) || CODE_OWNERS_PATHS.includes(path)
}

export function checkSecurityPolicy({ paths, texts }: Evidence): Outcome {
  const path = SECURITY_PATHS.find((candidate) => paths.includes(candidate))
  if (path === undefined) return fail('there is no SECURITY.md', 'SECURITY.md')
  const text = texts.get(path)
  if (text === undefined) return notDetermined(`${path} could not be read`)
  const missing = [
    CONTACT.test(text) ? undefined : 'no contact',
    TIME.test(text) ? undefined : 'no time in which reports are answered',
  ].filter((what) => what !== undefined)
  if (missing.length > 0) return fail(`${path} names ${missing.join(' and ')}`, path)
  return pass(`${path} names a contact and a time`)
}

export function checkCodeOwners({ paths, texts }: Evidence): Outcome {
  const guarded = paths.filter((path) => isWorkflowPath(path) || path === POLICY_PATH)
  if (guarded.length === 0) return notApplicable('there is neither a workflow nor a gate policy')
  const path = CODE_OWNERS_PATHS.find((candidate) => paths.includes(candidate))
  if (path === undefined) return fail('there is no CODEOWNERS', '.github/CODEOWNERS')
  const text = texts.get(path)
  if (text === undefined) return notDetermined(`${path} could not be read`)
  const owners = parseCodeOwners(text)
  const free = guarded.find((candidate) => !isOwned(owners, candidate))
  if (free !== undefined) return fail(`${path} names no owner for ${free}`, path)
  return pass(`${path} names owners for all workflows and the gate policy`)
}

export function checkFile(
  { patterns, expected }: Extract<Question, { kind: 'file' }>,
  { paths }: Evidence,
): Outcome {
  const regexes = patterns.map((pattern) => new RegExp(pattern, 'i'))
  const found = paths.find((path) => regexes.some((regex) => regex.test(path)))
  return found === undefined ? fail(`there is no ${expected}`, expected) : pass(`there is ${found}`)
}
