/** Writers of diagnostics: lines for people, or JSON lines for a log collector. */
import { type Diagnostics, type Fields, LEVELS, type Level } from '../base/diagnostics.ts'
import { formatTimestamp } from '../base/time.ts'
import { systemClock } from './clock.ts'

export interface DiagnosticsOptions {
  readonly level: Level
  readonly format: 'text' | 'json'
  readonly write: (line: string) => void
}

export function createDiagnostics(options: DiagnosticsOptions): Diagnostics {
  const least = LEVELS.indexOf(options.level)
  const format = options.format === 'json' ? formatJson : formatText
  return {
    log(level, message, fields = {}) {
      if (LEVELS.indexOf(level) >= least) options.write(`${format(level, message, fields)}\n`)
    },
  }
}

function formatJson(level: Level, message: string, fields: Fields): string {
  return JSON.stringify({ time: formatTimestamp(systemClock.now()), level, message, ...fields })
}

function formatText(level: Level, message: string, fields: Fields): string {
  const pairs = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        `${name}=${typeof value === 'string' && /^[\w.:/@+-]+$/.test(value) ? value : JSON.stringify(value)}`,
    )
  const prefix = level === 'info' ? '' : `${level}: `
  return [`${prefix}${message}`, ...pairs].join(' ')
}
