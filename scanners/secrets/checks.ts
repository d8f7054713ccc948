/**
 * What a pattern can't say about a candidate: checksums, decoding, dummies. A check answers with the
 * confidence that it leaves, `keep` for the rule's own, or `drop`.
 */
import type { Confidence } from '../../src/gate/finding.ts'
import { hasValidChecksum } from './checksum.ts'
import dummies from './dummies.json' with { type: 'json' }
import { entropyOf } from './entropy.ts'

export interface Candidate {
  readonly secret: string
  readonly groups: Readonly<Record<string, string | undefined>>
  readonly path: string
}

export type CheckResult = Confidence | 'keep' | 'drop'

export const CHECKS = {
  // Tokens of other lengths are newer kinds whose checksum is not published.
  'github-checksum': ({ secret }) => (secret.length !== 40 || hasValidChecksum(secret) ? 'keep' : 'low'),
  'pem-body': ({ secret }) => (isKeyMaterial(secret) ? 'keep' : 'drop'),
  'url-password': checkUrlPassword,
  jwt: ({ secret }) => (decodesToJson(secret.split('.')[0]!) ? 'keep' : 'drop'),
  mixed: ({ secret }) => (/[0-9]/.test(secret) && /[A-Za-z]/.test(secret) ? 'keep' : 'drop'),
  generic: checkGeneric,
} as const satisfies Record<string, (candidate: Candidate) => CheckResult>

export type CheckName = keyof typeof CHECKS

/** At least a line and a half of base64 that is not a filling of dots or one letter. */
function isKeyMaterial(body: string): boolean {
  const text = body.replaceAll(/\\[nrt]|^[A-Za-z-]{1,20}:.*$|[\s"'+,]/gm, '')
  const run = /[A-Za-z0-9+/=]{64,}/.exec(text)?.[0]
  return run !== undefined && entropyOf(run) > 4
}

const PLACEHOLDER_SYNTAX = /[${}<>%*]|\[[A-Z_]+\]|^[A-Z_]+$/
const dummyPasswords = new Set(dummies.passwords)
const dummyHosts = new Set(dummies.hosts)

function checkUrlPassword({ secret, groups }: Candidate): CheckResult {
  const user = groups['user'] ?? ''
  const host = (groups['host'] ?? '').toLowerCase()
  if (PLACEHOLDER_SYNTAX.test(secret) || PLACEHOLDER_SYNTAX.test(user)) return 'drop'
  if (secret === user || dummyPasswords.has(secret.toLowerCase())) return 'drop'
  if (entropyOf(secret) < 2 || secret.length < 4) return 'drop'
  return dummyHosts.has(host.replace(/:.*/, '')) || host.endsWith('.example') ? 'low' : 'keep'
}

function decodesToJson(part: string): boolean {
  try {
    return typeof JSON.parse(Buffer.from(part, 'base64url').toString()) === 'object'
  } catch {
    // Not JSON, so it is no token: that is the answer.
    return false
  }
}

const LOCKFILE =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|[^/]*\.lock|[^/]*-lock\.ya?ml|go\.sum|[^/]*\.min\.(?:js|css)|[^/]*\.map)$/
const REFERENCE_NAME =
  /(?:url|uri|path|file|field|name|label|type|header|endpoint|hash|sha1|sha256|digest|checksum|placeholder|regex|pattern)$/i
const WORDS = /^[A-Za-z]{2,}(?:[_.\-/][A-Za-z]{2,})*[0-9]{0,2}$/

/** A value under a telling name counts only if it looks drawn at random: letters and digits, not words. */
function checkGeneric({ secret, groups, path }: Candidate): CheckResult {
  if (LOCKFILE.test(path) || REFERENCE_NAME.test(groups['name'] ?? '')) return 'drop'
  if (!/[0-9]/.test(secret) || !/[A-Za-z]/.test(secret)) return 'drop'
  if (WORDS.test(secret) || /^(?:https?|file):|^[./]|^(?:sha\d|md5)[-:]/.test(secret)) return 'drop'
  if (/^[A-Za-z]+(?:[._-][A-Za-z0-9]{1,12}){2,}$/.test(secret)) return 'drop'
  return secret.length >= 20 && entropyOf(secret) > 3.8 ? 'medium' : 'keep'
}
