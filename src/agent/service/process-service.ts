/**
 * `service: {kind: process}`: the agent starts the command in a session of its own and journals its
 * pid with the start time, so that an agent that was killed takes it over. Before the start the
 * journal names an instance, which the process carries in its environment: a process that was started
 * in the instant before a crash is found by it.
 */
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { encodeHex } from '../../base/bytes.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import type { Random } from '../../base/random.ts'
import type { Clock } from '../../base/time.ts'
import { withSealedStdio } from '../../platform/descriptors.ts'
import type { Journal, ServiceFact } from '../journal/journal.ts'
import type { ProcessIdentity } from '../journal/record.ts'
import { openServiceLog } from './capped-log.ts'
import { signalGroup } from './command-run.ts'
import { findByEnvironment, identifyProcess, isSameProcess } from './process-identity.ts'
import { type RunAs, spawnIdentity } from './run-as.ts'
import type { Service } from './service.ts'

export const INSTANCE_VARIABLE = 'SALLYPORT_INSTANCE'

export interface ProcessServiceOptions {
  readonly command: readonly string[]
  readonly runAs: RunAs
  readonly stopTimeoutMs: number
  readonly stopSignal: NodeJS.Signals
  readonly logPath: string
  /** Where a release's command starts. */
  readonly cwd: (release: string) => string
  /** Whole; read anew at each start, because secrets are. */
  readonly env: (release: string) => Promise<Readonly<Record<string, string>>>
  readonly journal: Journal
  readonly clock: Clock
  readonly random: Random
}

const POLL_MS = 25

export function createProcessService(options: ProcessServiceOptions): Service {
  const service = (): ServiceFact | undefined => options.journal.facts().service
  return {
    async ensure(release) {
      const fact = service()
      if (fact?.process && fact.release === release && isSameProcess(fact.process)) return
      await stopService(options, fact)
      await startService(options, release)
    },
    stop: () => stopService(options, service()),
    async status() {
      const fact = service()
      if (!fact) return { kind: 'stopped' }
      const alive = fact.process !== undefined && isSameProcess(fact.process)
      return { kind: alive ? 'running' : 'ended', release: fact.release }
    },
  }
}

async function startService(options: ProcessServiceOptions, release: string): Promise<void> {
  const { journal, clock } = options
  const env = await options.env(release)
  const instance = encodeHex(options.random.bytes(16))
  await journal.append({ kind: 'service-starting', at: clock.now(), instance, release })
  const identity = await spawnService(options, release, { ...env, [INSTANCE_VARIABLE]: instance })
  await journal.append({ kind: 'service-started', at: clock.now(), instance, release, process: identity })
}

async function spawnService(
  options: ProcessServiceOptions,
  release: string,
  env: Readonly<Record<string, string>>,
): Promise<ProcessIdentity> {
  const [file = '', ...args] = options.command
  const log = await openServiceLog(options.logPath)
  try {
    const child = withSealedStdio(['ignore', log.fd, log.fd], (stdio) =>
      spawn(file, args, {
        cwd: options.cwd(release),
        env: { ...env },
        stdio,
        detached: true,
        ...spawnIdentity(options.runAs),
      }),
    )
    await new Promise((resolve, reject) => child.on('spawn', resolve).on('error', reject))
    child.unref()
    const identity = child.pid === undefined ? undefined : identifyProcess(child.pid)
    if (!identity) throw new Error('it ended at once')
    return identity
  } catch (cause) {
    throw new SallyportError('PROCESS_FAILED', {
      message: `the service ${JSON.stringify(file)} could not be started: ${messageOf(cause)}`,
      help: `look at ${options.logPath}, and check the command in the agent's configuration`,
      cause,
    })
  } finally {
    await log.close()
  }
}

async function stopService(options: ProcessServiceOptions, fact: ServiceFact | undefined): Promise<void> {
  if (!fact) return
  signalAll(fact, options.stopSignal)
  if (!(await endsWithin(fact, options.stopTimeoutMs))) {
    signalAll(fact, 'SIGKILL')
    if (!(await endsWithin(fact, 10_000))) {
      throw new SallyportError('PROCESS_FAILED', {
        message: `the service (process ${fact.process?.pid ?? 'unknown'}) does not end, even by SIGKILL`,
      })
    }
  }
  await options.journal.append({
    kind: 'service-stopped',
    at: options.clock.now(),
    instance: fact.instance,
  })
}

/** The session that the agent began; where its leader is gone, or at last, whatever carries the instance's name. */
function signalAll(fact: ServiceFact, signal: NodeJS.Signals): void {
  const leads = fact.process !== undefined && isSameProcess(fact.process)
  if (leads) signalGroup(fact.process?.pid, signal)
  if (leads && signal !== 'SIGKILL') return
  for (const pid of findByEnvironment(INSTANCE_VARIABLE, fact.instance)) {
    try {
      process.kill(pid, signal)
    } catch {
      // It has ended since it was seen.
    }
  }
}

async function endsWithin(fact: ServiceFact, timeoutMs: number): Promise<boolean> {
  for (let waited = 0; ; waited += POLL_MS) {
    const leads = fact.process !== undefined && isSameProcess(fact.process)
    if (!leads && findByEnvironment(INSTANCE_VARIABLE, fact.instance).length === 0) return true
    if (waited >= timeoutMs) return false
    await sleep(POLL_MS)
  }
}
