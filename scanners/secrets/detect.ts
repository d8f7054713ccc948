/**
 * Finds secrets in one text. Rules are tried in the order of the data, the specific before the
 * general; of two that meet in the same characters the earlier one stays. Time is linear in the
 * text: a pattern runs only where a keyword occurs, and repeats nothing without a bound.
 */
import type { Confidence, Severity } from '../../src/gate/finding.ts'
import dummies from './dummies.json' with { type: 'json' }
import { entropyOf } from './entropy.ts'
import { SECRET_RULES, type SecretRule } from './rule.ts'

export interface Detection {
  readonly rule: SecretRule
  readonly severity: Severity
  readonly confidence: Confidence
  readonly secret: string
  readonly start: number
  readonly end: number
}

export interface Detections {
  readonly found: readonly Detection[]
  /** A rule met so many that the rest of the file was not judged by it. */
  readonly cut: string | undefined
}

const MAX_PER_RULE = 500
/** A token of a known form that hardly varies is more likely a filling than a key. */
const FILLING_ENTROPY = 2.6
const placeholders = dummies.placeholders.map((pattern) => new RegExp(pattern, 'i'))

export function detectSecrets(text: string, path: string): Detections {
  const found: Detection[] = []
  const lower = text.toLowerCase()
  let cut: string | undefined
  for (const rule of SECRET_RULES) {
    if (rule.paths && !rule.paths.test(path)) continue
    const searched = rule.data.ignoreCase ? lower : text
    if (!rule.keywords.some((keyword) => searched.includes(keyword))) continue
    let tries = 0
    for (const match of text.matchAll(rule.pattern)) {
      if (++tries > MAX_PER_RULE) {
        cut = rule.data.id
        break
      }
      const detection = judge(rule, match, path)
      if (detection && !found.some((other) => overlap(other, detection))) found.push(detection)
    }
  }
  return { found: found.sort((a, b) => a.start - b.start), cut }
}

function judge(rule: SecretRule, match: RegExpExecArray, path: string): Detection | undefined {
  const secret = match.groups?.['secret']
  const range = match.indices?.groups?.['secret']
  if (secret === undefined || range === undefined) return undefined
  if (rule.allow.some((pattern) => pattern.test(secret))) return undefined
  const multiline = rule.data.check === 'pem-body'
  if (!multiline && placeholders.some((pattern) => pattern.test(secret))) return undefined
  const entropy = entropyOf(secret)
  if (rule.data.minEntropy !== undefined && entropy < rule.data.minEntropy) return undefined
  const answer = rule.check?.({ secret, groups: match.groups ?? {}, path }) ?? 'keep'
  if (answer === 'drop') return undefined
  const sure = answer === 'keep' ? rule.data.confidence : answer
  return {
    rule,
    severity: rule.lower?.pattern.test(secret) ? rule.lower.severity : rule.data.severity,
    confidence: entropy < FILLING_ENTROPY ? 'low' : sure,
    secret,
    start: range[0],
    end: range[1],
  }
}

function overlap(a: Detection, b: Detection): boolean {
  return a.start < b.end && b.start < a.end
}
