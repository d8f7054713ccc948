/**
 * The verdict that a runner submits, and the environment's floor (protocols §5). Only what the floor
 * compares is read; the digest is of the file's bytes as they came.
 */
import * as z from 'zod'
import { MAX_VERDICT_BYTES } from '../../api/messages/approval.ts'
import { decode } from '../../base/decode.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { parseStrictJson } from '../../base/json.ts'
import { parseDuration, parseTimestamp, type Timestamp } from '../../base/time.ts'
import { digestText } from '../../trust/vocabulary.ts'
import type { Environment, Floor } from '../environments/environments-file.ts'
import { RequestRefusal } from '../request-refusal.ts'

const id = z.string().min(1).max(100)

const verdictSchema = z.looseObject({
  version: z.literal(1),
  verdict: z.enum(['passed', 'failed', 'undecided']),
  policy: z.looseObject({ source: z.string().min(1).max(1000), digest: digestText }),
  advisories: z
    .array(z.looseObject({ source: z.string(), digest: z.string(), asOf: z.string().nullable() }))
    .max(1000),
  judgedAt: z.string(),
  tree: z.looseObject({ commit: z.string().nullable() }),
  scanners: z
    .array(z.looseObject({ id, status: z.enum(['complete', 'partial', 'failed', 'skipped']) }))
    .max(1000),
  tool: z.looseObject({ version: z.string().max(100) }).optional(),
})

export interface Verdict extends z.infer<typeof verdictSchema> {
  /** `sha256:…` of the file's bytes. */
  readonly digest: string
}

/** @throws `JSON_INVALID`, `LIMIT_EXCEEDED`, `CONFIG_INVALID` */
export function parseVerdict(bytes: Uint8Array): Verdict {
  const source = 'the verdict'
  const value = parseStrictJson(bytes, { source, maxBytes: MAX_VERDICT_BYTES })
  return { ...decode(verdictSchema, value, { source }), digest: formatDigest(sha256(bytes)) }
}

export interface FloorQuestion {
  readonly environment: Environment
  /** Its name, for the place in refusals. */
  readonly name: string
  /** The token's `sha`. */
  readonly commit: unknown
  readonly now: Timestamp
}

/** @throws RequestRefusal `refused`, naming the line of the floor */
export function checkFloor(verdict: Verdict, { environment, name, commit, now }: FloorQuestion): void {
  const { floor } = environment
  const place = (line: string) => `environments.${name}.floor${line}`
  if (verdict.verdict !== 'passed') throw refused(place(''), `the verdict is ${verdict.verdict}, not passed`)
  if (verdict.tree.commit === null || verdict.tree.commit !== commit) {
    throw refused(
      place(''),
      `the verdict is about commit ${verdict.tree.commit}, the token about ${String(commit)}`,
      'sha',
    )
  }
  checkToolVersion(verdict, floor, place('.minToolVersion'))
  if (!floor.policies.includes(verdict.policy.digest)) {
    throw refused(place('.policies'), `the gate policy ${verdict.policy.digest} is not listed`)
  }
  for (const scanner of floor.scanners) {
    const status = verdict.scanners.find((candidate) => candidate.id === scanner)?.status
    if (status === 'complete') continue
    throw refused(
      place('.scanners'),
      `the scanner ${scanner} must have completed, it ${status ? `is ${status}` : 'did not run'}`,
    )
  }
  checkAge(verdict.judgedAt, floor.maxVerdictAge, now, place('.maxVerdictAge'), 'the verdict')
  checkAdvisories(verdict, floor, now, place('.advisories'))
}

function checkToolVersion(verdict: Verdict, { minToolVersion }: Floor, place: string): void {
  if (minToolVersion === undefined) return
  const version = verdict.tool?.version
  if (version !== undefined && isAtLeast(version, minToolVersion)) return
  throw refused(
    place,
    `the verdict was made by version ${version ?? 'unknown'}, at least ${minToolVersion} must be used`,
  )
}

/** A pre-release does not count as its release. */
function isAtLeast(version: string, least: string): boolean {
  const parts = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(version)?.slice(1).map(Number)
  if (!parts) return false
  const wanted = least.split('.').map(Number)
  const differs = parts.findIndex((part, index) => part !== wanted[index])
  return differs < 0 || parts[differs]! > wanted[differs]!
}

function checkAdvisories(verdict: Verdict, { advisories }: Floor, now: Timestamp, place: string): void {
  if (verdict.advisories.length === 0) throw refused(place, 'the verdict names no set of advisories')
  for (const { source, digest, asOf } of verdict.advisories) {
    if (advisories.digests && !advisories.digests.includes(digest)) {
      throw refused(`${place}.digests`, `the advisories ${digest} are not listed`)
    }
    if (asOf === null)
      throw refused(`${place}.maxAge`, `the age of the advisories of ${source.slice(0, 100)} is not known`)
    checkAge(asOf, advisories.maxAge, now, `${place}.maxAge`, 'the newest advisory')
  }
}

/** Something from the future is as wrong as something old, but for a minute of skew. */
function checkAge(text: string, maxAge: string, now: Timestamp, place: string, what: string): void {
  const age = now - parseTimestamp(text)
  if (age <= parseDuration(maxAge) && age >= -60_000) return
  throw refused(place, `${what} is of ${text}, it may be ${maxAge} old`)
}

function refused(rule: string, message: string, claim?: string): RequestRefusal {
  return new RequestRefusal('refused', { message, rule, ...(claim === undefined ? {} : { claim }) })
}
