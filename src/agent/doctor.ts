/** What is right and what is not about this agent: each check a line with the next step. */
import { constants, type Stats } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { messageOf } from '../base/errors.ts'
import type { Clock } from '../base/time.ts'
import { readFileIfThere } from '../platform/files.ts'
import { judgeTime } from './agent-time.ts'
import { type AgentConfig, type Application, loadTrust } from './config/load.ts'
import { readJournal } from './journal/file-journal.ts'
import { findLockHolder } from './lock.ts'
import { readCurrent } from './release/current-link.ts'
import { type Layout, layoutOf, type Owner } from './release/layout.ts'
import { checkRelease } from './release/staging.ts'
import { resolveRunAs } from './service/run-as.ts'
import { loadStateOf } from './service/systemd-service.ts'
import { openStateFiles } from './state-files.ts'

export interface Check {
  readonly name: string
  readonly status: 'ok' | 'notice' | 'problem'
  readonly message: string
}

/** Changes nothing. */
export async function examine(config: AgentConfig, clock: Clock): Promise<Check[]> {
  const checks = [
    await checked('trust file', () => checkTrust(config)),
    await checked('machine key', () => checkKey(config)),
  ]
  for (const application of config.applications.values()) {
    checks.push(...(await examineApplication(config, application, clock)))
  }
  return checks
}

async function examineApplication(
  config: AgentConfig,
  application: Application,
  clock: Clock,
): Promise<Check[]> {
  const layout = layoutOf(config.root, application.name)
  const name = (what: string): string => `${application.name}: ${what}`
  return [
    await checked(name('user'), async () => checkUser(application)),
    await checked(name('commands'), () => checkCommands(application)),
    await checked(name('service'), () => checkService(application)),
    await checked(name('folder'), () => checkFolder(config.root, layout, application)),
    await checked(name('journal'), () => checkJournal(layout, clock)),
    await checked(name('release'), () => checkCurrent(layout)),
    await checked(name('quarantine'), () => checkQuarantine(layout)),
    await checked(name('agent'), () => checkHolder(layout)),
  ]
}

type Found = Omit<Check, 'name'>
const ok = (message: string): Found => ({ status: 'ok', message })
const notice = (message: string): Found => ({ status: 'notice', message })
const problem = (message: string): Found => ({ status: 'problem', message })

async function checked(name: string, check: () => Promise<Found>): Promise<Check> {
  try {
    return { name, ...(await check()) }
  } catch (error) {
    return { name, ...problem(messageOf(error)) }
  }
}

async function checkTrust(config: AgentConfig): Promise<Found> {
  const trust = await loadTrust(config)
  if (trust.signers === 'key') {
    return notice(
      `signers: key: whoever holds one of ${trust.keys.length} keys deploys here; no gate run is proven`,
    )
  }
  const loose = trust.rules.filter(({ gate }) => gate.anyWorkflow === true)
  if (loose.length === 0)
    return ok(`signers: coordinator, ${trust.rules.length} rules, each with its workflow's commit`)
  return notice(`${loose.length} rules say anyWorkflow: true: any commit of the gate's workflow may ask`)
}

async function checkKey(config: AgentConfig): Promise<Found> {
  const path = config.machineKeyPath
  if ((await readFileIfThere(path, 4096)) === undefined)
    return notice('there is none yet: it is made at the first run')
  const { mode } = await stat(path)
  return (mode & 0o077) === 0
    ? ok('there, and only for its owner')
    : problem(`others may read it: chmod 600 ${path}`)
}

function checkUser(application: Application): Found {
  const { user, sameUser } = application.config
  if (sameUser)
    return notice('sameUser: true: the application can read and change what the agent knows; for trials only')
  const runAs = resolveRunAs(user)
  if (process.getuid?.() !== 0) {
    return problem(
      `the agent is not root, so it cannot run commands as ${runAs.name}: run it as root or by systemd`,
    )
  }
  return ok(`commands run as ${runAs.name}`)
}

async function checkCommands(application: Application): Promise<Found> {
  const { hooks, service, health } = application.config
  const programs = [
    hooks.pre?.command[0],
    hooks.post?.command[0],
    service.kind === 'process' ? service.command[0] : undefined,
    health.kind === 'exec' ? health.command[0] : undefined,
  ].filter((program) => program?.startsWith('/'))
  for (const program of programs) await access(program!, constants.X_OK)
  if (health.kind === 'none') return notice('no health check: a release that starts counts as good')
  return ok('programs with a whole path are there')
}

async function checkService(application: Application): Promise<Found> {
  const { service } = application.config
  if (service.kind === 'none') return notice('kind: none: the agent starts and stops nothing')
  if (service.kind === 'process') return ok('the agent starts and watches it')
  const state = await loadStateOf(service.unit)
  if (state === 'loaded') return ok(`systemd has ${service.unit}`)
  const next =
    state === 'masked' ? `systemctl unmask ${service.unit}` : 'write it, then systemctl daemon-reload'
  return problem(`systemd says of ${service.unit}: ${state}; ${next}`)
}

async function checkFolder(root: string, layout: Layout, application: Application): Promise<Found> {
  const { bavail, bsize } = await statfs(layout.folder).catch(() => ({ bavail: 0, bsize: 0 }))
  if (bavail === 0) return notice(`${layout.folder} is not there yet: it is made at the first run`)
  const { mode } = await stat(layout.state)
  if ((mode & 0o077) !== 0) return problem(`others may enter the agent's state: chmod 700 ${layout.state}`)
  const { owner, name } = resolveRunAs(application.config.user)
  for (const path of owner ? [root, layout.folder, layout.releases] : []) {
    if (!mayEnter(await stat(path), owner!)) return problem(`${name} cannot enter it: chmod 755 ${path}`)
  }
  const free = bavail * bsize
  const { keepFree } = application.config.limits
  return free > keepFree
    ? ok(`${Math.floor(free / 1024 ** 2)} MiB are free`)
    : problem('the disk is nearly full')
}

/** Commands run without supplementary groups. */
function mayEnter({ mode, uid, gid }: Stats, user: Owner): boolean {
  const bit = user.uid === uid ? 0o100 : user.gid === gid ? 0o010 : 0o001
  return user.uid === 0 || (mode & bit) !== 0
}

async function checkJournal(layout: Layout, clock: Clock): Promise<Found> {
  const facts = await readJournal(layout.journal)
  const time = judgeTime(clock.now(), facts.at)
  if (time.kind === 'behind')
    return problem(`the clock is ${time.behindMs} ms behind the journal: no deployment will be done`)
  const { state } = facts
  if (state && state.kind !== 'finished') return notice(`a deployment is unfinished, in ${state.kind}`)
  return ok(
    facts.lastGood ? `the last good release is sha256:${facts.lastGood}` : 'no deployment was committed yet',
  )
}

async function checkCurrent(layout: Layout): Promise<Found> {
  const current = await readCurrent(layout)
  if (current === undefined) return notice('nothing is deployed')
  await checkRelease(layout, current)
  return ok(`sha256:${current} is as it was unpacked`)
}

async function checkQuarantine(layout: Layout): Promise<Found> {
  const { entries } = await openStateFiles(layout).readQuarantine()
  const last = entries.at(-1)
  return last ? notice(`${entries.length} digests; last sha256:${last.digest}: ${last.reason}`) : ok('empty')
}

async function checkHolder(layout: Layout): Promise<Found> {
  const holder = await findLockHolder(layout.lock)
  return holder ? ok(`runs as process ${holder.pid}`) : notice('no agent runs now')
}
