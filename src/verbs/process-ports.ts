import { Interruption } from '../base/interruption.ts'
import { systemClock } from '../platform/clock.ts'
import { createDiagnostics } from '../platform/diagnostics.ts'
import { systemRandom } from '../platform/random.ts'
import { createStyle } from '../platform/terminal.ts'
import type { Ports } from './verb.ts'

/**
 * The ports of a real process. For a verb that asks for the signal, the first SIGINT or SIGTERM aborts it, and a
 * later one ends the process; one that never asks is ended by the first, as programs are.
 */
export function createProcessPorts(process: NodeJS.Process): Ports {
  let abort: AbortController | undefined
  let draining: Promise<void> | undefined
  const stdout = stream(() => process.stdout)
  const errors = stream(() => process.stderr)
  const stderr = (text: string): void => {
    errors().write(text)
  }
  // For services: a collector wants one JSON object a line.
  const format = process.env['SALLYPORT_LOG'] === 'json' ? 'json' : 'text'
  const verbose = process.argv.includes('--verbose')
  return {
    clock: systemClock,
    random: systemRandom,
    diagnostics: createDiagnostics({ level: verbose ? 'debug' : 'info', format, write: stderr }),
    cwd: process.cwd(),
    env: process.env,
    stdout: (text) => {
      if (stdout().write(text)) return undefined
      draining ??= drained(stdout()).then(() => {
        draining = undefined
      })
      return draining
    },
    stderr,
    // Opened where it is read: that costs a tenth of an empty start.
    get stdin() {
      return process.stdin
    },
    get style() {
      return createStyle(errors().isTTY === true, process.env)
    },
    get isTerminal() {
      return errors().isTTY === true
    },
    get signal() {
      if (!abort) {
        abort = new AbortController()
        for (const name of ['SIGINT', 'SIGTERM'] as const) stopOn(name, process, abort)
      }
      return abort.signal
    },
  }
}

/** Opened where it is first used, which loads sockets; a reader that has seen enough (`| head`) closes the pipe. */
function stream(open: () => NodeJS.WriteStream): () => NodeJS.WriteStream {
  let opened: NodeJS.WriteStream | undefined
  return () => {
    opened ??= open().on('error', ignoreClosedPipe)
    return opened
  }
}

/**
 * One Ctrl-C arrives twice under the launcher: from the terminal, and forwarded. So a second signal
 * counts only when a second has passed.
 */
function stopOn(name: 'SIGINT' | 'SIGTERM', process: NodeJS.Process, abort: AbortController): void {
  let first: number | undefined
  const stop = (): void => {
    if (first === undefined) {
      first = systemClock.monotonic()
      abort.abort(new Interruption(name))
    } else if (systemClock.monotonic() - first > 1_000) {
      process.removeListener(name, stop)
      process.kill(process.pid, name)
    }
  }
  process.on(name, stop)
}

/** Until the stream takes more, or never will again. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      stream.off('drain', end).off('close', end)
      resolve()
    }
    stream.on('drain', end).on('close', end)
  })
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
