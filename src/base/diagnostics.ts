/**
 * The contract of diagnostics. Levels by reader: `trace` follows every packet; `debug` a small
 * decision; `info` a change that a user would notice; `warn` somebody may be woken; `error` this
 * process cannot do its job. Messages are constant strings, what varies stands in the fields.
 */
export const LEVELS = ['trace', 'debug', 'info', 'warn', 'error'] as const
export type Level = (typeof LEVELS)[number]

export type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface Diagnostics {
  log(level: Level, message: string, fields?: Fields): void
}

export const silentDiagnostics: Diagnostics = { log() {} }
