/** The words that statements, rules and files share, each with its one form. */
import * as z from 'zod'

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

export const applicationName = z.string().regex(/^[a-z0-9-]{1,63}$/, 'must be 1 to 63 of a-z, 0-9 and -')
export const environmentName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be 1 to 63 of letters, digits, ".", "_" and "-"')
export const digestText = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 lower-case hex digits')
export const sha256HexText = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits')
export const commitText = z.string().regex(COMMIT, 'must be a whole commit id in lower-case hex')
/** GitHub's ids are decimal strings in its tokens. */
export const numericId = z.string().regex(/^(?:0|[1-9][0-9]{0,19})$/, 'must be a decimal id in quotes')
export const timestampText = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/, 'must be a UTC time such as 2026-11-22T09:30:00Z')
/** `https:` without query, fragment, user or a slash at the end: compared as a whole. */
export const issuerUrl = z
  .string()
  .max(500)
  .regex(
    /^https:\/\/[a-z0-9.-]+(?::[0-9]{1,5})?(?:\/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-])?$/,
    'must be an https: URL',
  )
export const gitRef = z
  .string()
  .regex(/^refs\/[^\p{C}\p{Z}~^:?*[\\]{1,250}$/u, 'must be a whole ref such as refs/heads/main')
export const coordinatorIdText = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export const labelName = z.string().regex(/^[a-z0-9][a-z0-9._/-]{0,62}$/)
export const labelValue = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/)
/** Labels, ANDed and compared exactly. */
export const labels = z.record(labelName, labelValue)
export type Labels = Readonly<Record<string, string>>
/** A positive integer that JSON holds exactly. */
export const counter = z.int().min(1)
export const durationText = z
  .string()
  .regex(/^\d{1,9}(?:ms|s|m|h|d)$/, 'must be a duration such as 90s, 15m, 24h')
