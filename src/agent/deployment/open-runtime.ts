/** Opens an application: folders, lock, journal, service. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeUtf8 } from '../../base/bytes.ts'
import { type Ed25519KeyPair, ed25519KeyPair } from '../../base/ed25519.ts'
import { messageOf, SallyportError } from '../../base/errors.ts'
import type { Random } from '../../base/random.ts'
import { createFile, readFileIfThere } from '../../platform/files.ts'
import { emitKeyFile, parseKeyFile } from '../../trust/keys.ts'
import type { AgentConfig, Application } from '../config/load.ts'
import { openJournal } from '../journal/file-journal.ts'
import type { Journal } from '../journal/journal.ts'
import { takeLock } from '../lock.ts'
import { readCurrent } from '../release/current-link.ts'
import { type Layout, layoutOf, prepareLayout, releaseFolder } from '../release/layout.ts'
import { createProcessService } from '../service/process-service.ts'
import { cleanEnvironment, type RunAs, resolveRunAs } from '../service/run-as.ts'
import type { Service } from '../service/service.ts'
import { createSystemdService } from '../service/systemd-service.ts'
import { unsupervisedService } from '../service/unsupervised-service.ts'
import { openStateFiles } from '../state-files.ts'
import type { Runtime, RuntimePorts } from './runtime.ts'

const MAX_KEY_FILE_BYTES = 4096
const MAX_SECRET_BYTES = 32 * 1024

/** @throws `CONFIG_INVALID`, `AGENT_BUSY`, `JOURNAL_INVALID`, `FILE_UNWRITABLE`, `KEY_INVALID` */
export async function openRuntime(config: AgentConfig, name: string, ports: RuntimePorts): Promise<Runtime> {
  const application = findApplication(config, name)
  const runAs = resolveRunAs(application.config.user)
  const layout = layoutOf(config.root, name)
  await prepareLayout(layout, runAs.owner)
  const lock = await takeLock(layout.lock, ports.random)
  try {
    const machineKey = await openMachineKey(config.machineKeyPath, ports.random)
    const opened = await openJournal(layout.journal)
    const journal = ports.wrapJournal?.(opened) ?? opened
    const files = openStateFiles(layout)
    const { clock, random, diagnostics, oversight } = ports
    const service = openService({
      application,
      layout,
      runAs,
      journal,
      environment: config.environment,
      ...ports,
    })
    return {
      config,
      application,
      layout,
      lock,
      journal,
      files: ports.wrapFiles?.(files) ?? files,
      service,
      runAs,
      machineKey,
      oversight,
      clock,
      random,
      diagnostics,
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

export async function closeRuntime(runtime: Runtime): Promise<void> {
  await runtime.journal.close()
  await runtime.lock.release()
}

/** @throws `CONFIG_INVALID` */
export function findApplication(config: AgentConfig, name: string): Application {
  const application = config.applications.get(name)
  if (application) return application
  throw new SallyportError('CONFIG_INVALID', {
    message: `the application ${JSON.stringify(name)} is not in this configuration`,
    help: `it names: ${[...config.applications.keys()].join(', ')}`,
    place: { file: config.path },
  })
}

/** The key is made on this machine and never leaves it. @throws `KEY_INVALID`, `FILE_UNREADABLE`, `FILE_UNWRITABLE` */
export async function openMachineKey(path: string, random: Random): Promise<Ed25519KeyPair> {
  const bytes = await readFileIfThere(path, MAX_KEY_FILE_BYTES)
  if (bytes !== undefined) return parseKeyFile('machine', decodeUtf8(bytes), path)
  const key = ed25519KeyPair(random.bytes(32))
  await createFile(path, emitKeyFile('machine', key.privateKey), 0o600)
  return key
}

/** Variables for hooks, health commands and the service; secrets are read from their files each time. */
export async function commandEnvironment(
  runtime: Pick<Runtime, 'application' | 'layout' | 'runAs'> & { readonly environment: string },
  release: string,
): Promise<Record<string, string>> {
  const { application, layout, runAs, environment } = runtime
  const secrets = await Promise.all(
    Object.entries(application.secrets).map(async ([name, path]) => [name, await readSecret(path)] as const),
  )
  return cleanEnvironment(runAs, Object.fromEntries(secrets), {
    SALLYPORT_APPLICATION: application.name,
    SALLYPORT_ENVIRONMENT: environment,
    SALLYPORT_RELEASE: release,
    SALLYPORT_SHARED: layout.shared,
  })
}

async function readSecret(path: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8')
    if (text.length > MAX_SECRET_BYTES) throw new Error(`it has more than ${MAX_SECRET_BYTES} characters`)
    return text.replace(/\r?\n$/, '')
  } catch (cause) {
    throw new SallyportError('FILE_UNREADABLE', {
      message: `a secret cannot be read: ${messageOf(cause)}`,
      place: { file: path },
      cause,
    })
  }
}

interface ServiceParts extends RuntimePorts {
  readonly application: Application
  readonly layout: Layout
  readonly runAs: RunAs
  readonly journal: Journal
  readonly environment: string
}

function openService(parts: ServiceParts): Service {
  const { application, layout, runAs, journal, clock, random } = parts
  const service = application.config.service
  switch (service.kind) {
    case 'none':
      return unsupervisedService
    case 'systemd':
      return createSystemdService({
        unit: service.unit,
        timeoutMs: service.timeout,
        currentRelease: () => readCurrent(layout),
      })
    case 'process':
      return createProcessService({
        command: service.command,
        runAs,
        stopTimeoutMs: service.stop.timeout,
        stopSignal: service.stop.signal,
        logPath: serviceLogPath(layout),
        cwd: (release) => releaseFolder(layout, release),
        env: async (release) => ({ ...(await commandEnvironment(parts, release)), ...service.env }),
        journal,
        clock,
        random,
      })
  }
}

export function serviceLogPath(layout: Layout): string {
  return join(layout.logs, 'service.log')
}
