/** How bad an advisory is: by its CVSS vectors, else by its source's word, else unknown. */
import type * as Calculator from 'ae-cvss-calculator'
import * as bundle from 'ae-cvss-calculator'
import type { Severity } from '../../../src/gate/finding.ts'
import type { Advisory } from './record.ts'

// The package is one CommonJS object, its types say otherwise.
const { Cvss2, Cvss3P0, Cvss3P1, Cvss4P0 } = (bundle as unknown as { default: typeof Calculator }).default

const WORDS: ReadonlyMap<string, Severity> = new Map([
  ['critical', 'critical'],
  ['high', 'high'],
  ['important', 'high'],
  ['moderate', 'medium'],
  ['medium', 'medium'],
  ['low', 'low'],
  ['negligible', 'low'],
  ['none', 'none'],
])

export function severityOf(advisory: Advisory): Severity {
  if (isMalicious(advisory)) return 'critical'
  return bestVector(advisory.vectors) ?? WORDS.get(advisory.word.trim().toLowerCase()) ?? 'unknown'
}

/** OpenSSF's malicious-packages ids. */
export function isMalicious(advisory: Advisory): boolean {
  return [advisory.id, ...advisory.aliases].some((id) => id.startsWith('MAL-'))
}

/** The rating of the newest CVSS version that can be read; of several vectors of one version, the worst. */
function bestVector(vectors: readonly string[]): Severity | undefined {
  let best: Rating | undefined
  for (const vector of vectors) {
    const rated = rateVector(vector)
    if (!rated) continue
    const isBetter =
      !best || rated.version > best.version || (rated.version === best.version && rated.score > best.score)
    if (isBetter) best = rated
  }
  return best && ratingOf(best.score, best.version)
}

interface Rating {
  readonly version: number
  readonly score: number
}

const VECTOR = /^(?:CVSS:\d\.\d\/)?\(?[A-Za-z]{1,4}:[A-Za-z]{1,6}(?:\/[A-Za-z]{1,4}:[A-Za-z]{1,6})*\)?$/

/** Many records share a vector, and a score costs more than all else about a finding. */
const ratings = new Map<string, Rating | undefined>()
const MAX_RATINGS = 10_000

function rateVector(vector: string): Rating | undefined {
  // The calculator writes what it does not understand to the console; it is given only what has the shape.
  if (vector.length > 500 || !VECTOR.test(vector)) return undefined
  if (ratings.has(vector)) return ratings.get(vector)
  if (ratings.size >= MAX_RATINGS) ratings.clear()
  const rating = computeRating(vector)
  ratings.set(vector, rating)
  return rating
}

function computeRating(vector: string): Rating | undefined {
  try {
    const version = vector.startsWith('CVSS:4') ? 4 : vector.startsWith('CVSS:3') ? 3 : 2
    const score = scoreOf(vector)
    return Number.isFinite(score) ? { version, score } : undefined
  } catch {
    // A vector that the calculator refuses says nothing; the source's word is next.
    return undefined
  }
}

function scoreOf(vector: string): number {
  if (vector.startsWith('CVSS:4.0/')) return new Cvss4P0(vector).calculateScores(false).overall
  if (vector.startsWith('CVSS:3.1/')) return new Cvss3P1(vector).calculateScores(false).overall
  if (vector.startsWith('CVSS:3.0/')) return new Cvss3P0(vector).calculateScores(false).overall
  return new Cvss2(vector).calculateScores(false).overall
}

/** FIRST's qualitative scale; version 2 has neither "critical" nor "none". */
function ratingOf(score: number, version: number): Severity {
  if (version === 2) return score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low'
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  if (score >= 4) return 'medium'
  return score > 0 ? 'low' : 'none'
}
