/** What a process ends with. Documented in docs/exit-codes.md; a code is never given another meaning. */
export const EXIT = {
  /** passed, or done */
  ok: 0,
  /** a bug of ours */
  internal: 1,
  /** usage or configuration */
  usage: 2,
  /** no scanner found a file that it reads */
  nothingToScan: 3,
  /** the gate failed, or a verification was refused */
  failed: 10,
  /** a scanner, a file or an advisory source could not be read wholly */
  undecided: 11,
  /** approval or admission refused */
  refused: 12,
  /** deployed, unhealthy, rolled back */
  rolledBack: 13,
  /** agent or mesh unreachable, or timed out */
  unreachable: 14,
  /** the command that we were to run is there and cannot be run, as shells say it */
  commandNotExecutable: 126,
  /** there is no command of that name, as shells say it */
  commandNotFound: 127,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
