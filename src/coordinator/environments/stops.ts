/**
 * What people do to an environment at once, without a push: freeze it, unfreeze it, break the glass. A
 * broken glass lifts what environments.yml says it does, freezes alone by default, for an hour at most; what
 * agents demand by their own trust file, it lifts nowhere. Each stands in the log, its reason as a digest.
 */
import type { EnvironmentSummary } from '../../api/messages/environment.ts'
import { emitLogEntry, type LogEntry } from '../../api/messages/log-entry.ts'
import { encodeUtf8 } from '../../base/bytes.ts'
import { formatDigest, sha256 } from '../../base/digest.ts'
import { formatTimestamp, HOUR, parseTimestamp, type Timestamp } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { RequestRefusal } from '../request-refusal.ts'
import type { Transaction } from '../store/contract.ts'
import { collection } from '../store/documents.ts'
import { type Environment, findEnvironment } from './environments-file.ts'
import { quorums } from './loosening.ts'

interface StopRecord {
  readonly by: string
  readonly reason: string
  readonly until: Timestamp | null
}

export type Lift = NonNullable<Environment['breakGlass']>[number]

/** Each by the environment's name. */
const FREEZES = collection<StopRecord>('freeze')
const GLASSES = collection<StopRecord>('break-glass')
const DEFAULT_LIFTS: readonly Lift[] = ['freezes']

export interface Stop {
  readonly environment: string
  readonly by: string
}

/** @throws RequestRefusal `not-found`; `malformed` for a time that has passed */
export async function freeze(
  context: CoordinatorContext,
  { environment, by }: Stop,
  { until, reason }: { readonly until: string | null; readonly reason: string },
): Promise<void> {
  const end = until === null ? null : parseTimestamp(until)
  if (end !== null && end <= context.clock.now()) {
    throw new RequestRefusal('malformed', { message: `the freeze would have ended, at ${until}` })
  }
  await change(context, environment, { type: 'freeze', environment, by, until }, async (tx, now) => {
    await FREEZES.remove(tx, environment)
    await FREEZES.insert(tx, { id: environment, value: { by, reason, until: end }, now })
  })
}

/** @throws RequestRefusal `not-found` where no person froze it */
export async function unfreeze(context: CoordinatorContext, { environment, by }: Stop): Promise<void> {
  await change(context, environment, { type: 'unfreeze', environment, by }, async (tx) => {
    if (await FREEZES.remove(tx, environment)) return
    throw new RequestRefusal('not-found', {
      message: `no person froze ${environment}`,
      help: 'a freeze of environments.yml ends by a push',
    })
  })
}

/** @throws RequestRefusal `not-found` */
export async function breakGlass(
  context: CoordinatorContext,
  { environment, by }: Stop,
  { lifetimeMs, reason }: { readonly lifetimeMs: number; readonly reason: string },
): Promise<{ until: Timestamp; lifts: readonly Lift[] }> {
  const until = (context.clock.now() + Math.min(HOUR, lifetimeMs)) as Timestamp
  const entry = {
    type: 'break-glass',
    environment,
    by,
    until: formatTimestamp(until),
    reason: formatDigest(sha256(encodeUtf8(reason))),
  } as const
  const found = await change(context, environment, entry, async (tx, now) => {
    await GLASSES.remove(tx, environment)
    await GLASSES.insert(tx, { id: environment, value: { by, reason, until }, now })
  })
  context.diagnostics.log('warn', 'the glass was broken', { environment, by, until: entry.until })
  return { until, lifts: found.breakGlass ?? DEFAULT_LIFTS }
}

/** @throws RequestRefusal `not-found` where it is whole */
export async function endBreakGlass(context: CoordinatorContext, { environment, by }: Stop): Promise<void> {
  await change(context, environment, { type: 'break-glass-end', environment, by }, async (tx) => {
    if (await GLASSES.remove(tx, environment)) return
    throw new RequestRefusal('not-found', { message: `the glass of ${environment} is whole` })
  })
}

/** What a broken glass lifts of this environment now. */
export async function liftedNow(
  tx: Transaction,
  name: string,
  environment: Environment,
  now: Timestamp,
): Promise<readonly Lift[]> {
  const glass = await findStop(tx, GLASSES, name, now)
  return glass ? (environment.breakGlass ?? DEFAULT_LIFTS) : []
}

/** The freeze of a person that holds now. */
export async function findFreeze(
  tx: Transaction,
  name: string,
  now: Timestamp,
): Promise<{ readonly until: Timestamp | null; readonly reason: string } | undefined> {
  return findStop(tx, FREEZES, name, now)
}

/** A freeze of environments.yml that holds now. */
export function findFreezeOfFile({ freezes = [] }: Environment, now: Timestamp) {
  const index = freezes.findIndex(
    ({ from, until }) => parseTimestamp(from) <= now && now < parseTimestamp(until),
  )
  return index < 0 ? undefined : { index, ...freezes[index]! }
}

export async function listEnvironments(
  context: CoordinatorContext,
): Promise<{ environments: EnvironmentSummary[] }> {
  const now = context.clock.now()
  return context.store.read(async (tx) => {
    const file = (await context.environments(tx))?.file
    if (!file) return { environments: [] }
    const wanted = quorums(file)
    const environments: EnvironmentSummary[] = []
    for (const [name, environment] of Object.entries(file.environments)) {
      const ofFile = findFreezeOfFile(environment, now)
      environments.push({
        name,
        quorum: wanted.get(name) ?? 0,
        frozenByFile: ofFile ? `until ${ofFile.until}: ${ofFile.reason}` : null,
        freeze: describe(await findStop(tx, FREEZES, name, now)),
        breakGlass: describe(await findStop(tx, GLASSES, name, now)),
      })
    }
    return { environments }
  })
}

type Entry = LogEntry extends infer E
  ? E extends { type: string }
    ? Omit<E, 'version' | 'at'>
    : never
  : never

async function change(
  context: CoordinatorContext,
  name: string,
  entry: Entry,
  work: (tx: Transaction, now: Timestamp) => Promise<void>,
): Promise<Environment> {
  const now = context.clock.now()
  const found = await context.store.write(entry.type, async (tx) => {
    const registered = await context.environments(tx)
    const environment = registered && findEnvironment(registered.file, name)
    if (!environment) throw new RequestRefusal('not-found', { message: `there is no environment ${name}` })
    await work(tx, now)
    await tx.log.append(emitLogEntry({ version: 1, at: formatTimestamp(now), ...entry } as LogEntry))
    return environment
  })
  await context.log.integrate()
  return found
}

async function findStop(
  tx: Transaction,
  stops: typeof FREEZES,
  name: string,
  now: Timestamp,
): Promise<StopRecord | undefined> {
  const stop = (await stops.find(tx, name))?.value
  return stop && (stop.until === null || now < stop.until) ? stop : undefined
}

function describe(stop: StopRecord | undefined) {
  if (!stop) return null
  return { by: stop.by, until: stop.until === null ? null : formatTimestamp(stop.until), reason: stop.reason }
}
