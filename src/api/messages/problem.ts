/** The one shape of a refusal, whatever route it comes from. */
import * as z from 'zod'
import { timestampText } from '../../trust/vocabulary.ts'
import { sentence } from './vocabulary.ts'

/**
 * Why a request was refused. To strangers only `untrusted` is said; rule and claim are named to a
 * principal that is known.
 */
export const PROBLEMS = {
  malformed: 400,
  'signature-required': 401,
  'signature-invalid': 401,
  skew: 401,
  'login-required': 401,
  replayed: 401,
  untrusted: 403,
  refused: 403,
  forbidden: 403,
  revoked: 403,
  suspended: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  internal: 500,
  'not-ready': 503,
  recovering: 503,
} as const
export type ProblemKind = keyof typeof PROBLEMS

export const problemSchema = z.strictObject({
  problem: z.strictObject({
    kind: z.enum(Object.keys(PROBLEMS) as [ProblemKind, ...ProblemKind[]]),
    message: sentence,
    help: sentence.optional(),
    /** The trust rule or floor that refused, as a place: `rules[2]`, `environments.production.floor`. */
    rule: z.string().max(200).optional(),
    claim: z.string().max(100).optional(),
    /** The coordinator's time: with `skew`, what to set the clock by. */
    time: timestampText,
  }),
})
export type Problem = z.infer<typeof problemSchema>['problem']
