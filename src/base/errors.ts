import { ERROR_CODES, type ErrorCode } from './error-codes.ts'
import type { ExitCode } from './exit-codes.ts'

/** Where in an input the error is; line and column count from 1. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

export interface ErrorDetails {
  /** What happened, with the value quoted. */
  readonly message: string
  /** The next action: the exact command, key or line. */
  readonly help?: string
  readonly place?: Place
  readonly cause?: unknown
}

/**
 * An error that somebody outside can act on. Bad input from the network is counted and dropped, not
 * thrown; a bug is a plain `Error`.
 */
export class SallyportError extends Error {
  readonly code: ErrorCode
  readonly help: string | undefined
  readonly place: Place | undefined

  constructor(code: ErrorCode, details: ErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'SallyportError'
    this.code = code
    this.help = details.help
    this.place = details.place
  }

  get exitCode(): ExitCode {
    return ERROR_CODES[this.code][1]
  }
}

/** `policy.yml:14:5` */
export function formatPlace(place: Place): string {
  const { file, line, column } = place
  if (line === undefined) return file
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`
}

/** The message of anything thrown, for a sentence that quotes it. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** True for a system error with one of these codes (`ENOENT`, `EEXIST`, …). */
export function hasSystemCode(thrown: unknown, ...codes: readonly string[]): boolean {
  return thrown instanceof Error && 'code' in thrown && codes.includes(String(thrown.code))
}
