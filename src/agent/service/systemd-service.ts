/** `service: {kind: systemd}`: the unit is the machine's; the agent restarts, stops and asks. */
import { decodeUtf8 } from '../../base/bytes.ts'
import { SallyportError } from '../../base/errors.ts'
import { runProgram } from '../../platform/process.ts'
import type { Service } from './service.ts'

export interface SystemdServiceOptions {
  readonly unit: string
  readonly timeoutMs: number
  /** The digest that `current` names: the unit starts from there. */
  readonly currentRelease: () => Promise<string | undefined>
  /** For tests; `systemctl` otherwise. */
  readonly program?: string
}

/** Of a question that changes nothing. */
const ASK_MS = 10_000

export function createSystemdService(options: SystemdServiceOptions): Service {
  return {
    async ensure() {
      // A unit that runs may still run the release before: a restart is the one way to be sure.
      await systemctl(options, 'restart')
    },
    async stop() {
      await systemctl(options, 'stop')
    },
    async status() {
      const { code, text } = await ask(options, 'is-active')
      const release = await options.currentRelease()
      if (code === 0 && release !== undefined) return { kind: 'running', release }
      return text === 'failed' && release !== undefined ? { kind: 'ended', release } : { kind: 'stopped' }
    },
  }
}

/**
 * What systemd has of the unit: `loaded`, `not-found`, `masked`, `bad-setting`, `error`.
 *
 * @throws `PROCESS_FAILED` where there is no systemd to ask
 */
export async function loadStateOf(unit: string, program?: string): Promise<string> {
  const options = { unit, timeoutMs: ASK_MS, ...(program === undefined ? {} : { program }) }
  const { code, text } = await ask(options, 'show', ['--property=LoadState', '--value'])
  if (code === 0) return text
  throw new SallyportError('PROCESS_FAILED', {
    message: `systemctl show ${unit} ended with code ${code}: ${text}`,
  })
}

async function systemctl(options: SystemdServiceOptions, action: 'restart' | 'stop'): Promise<void> {
  const { code, text } = await ask(options, action)
  if (code === 0) return
  throw new SallyportError('PROCESS_FAILED', {
    message: `systemctl ${action} ${options.unit} ended with code ${code}: ${text}`,
    help: `look at: journalctl -u ${options.unit}`,
  })
}

async function ask(
  options: Pick<SystemdServiceOptions, 'unit' | 'timeoutMs' | 'program'>,
  action: string,
  flags: readonly string[] = [],
): Promise<{ code: number | null; text: string }> {
  const result = await runProgram([options.program ?? 'systemctl', action, ...flags, '--', options.unit], {
    env: { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' },
    timeoutMs: options.timeoutMs,
    maxBytes: 64 * 1024,
  })
  const text = decodeUtf8(result.stdout).trim() || decodeUtf8(result.stderr).trim()
  return { code: result.code, text: text.slice(0, 500) }
}
