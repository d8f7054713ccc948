/** kill -9 at each durable step of an admission, an approval and a push: nothing is lost, doubled or forked. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { type CoordinatorClient, createCoordinatorClient } from '../../src/api/coordinator-client.ts'
import { parseLogEntry } from '../../src/api/messages/log-entry.ts'
import { decodeBase64 } from '../../src/base/bytes.ts'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { HOUR, type Timestamp } from '../../src/base/time.ts'
import { type RunningCoordinator, startCoordinator } from '../../src/coordinator/coordinator.ts'
import { openDataDirectory } from '../../src/coordinator/identity/data-directory.ts'
import { initialise } from '../../src/coordinator/identity/initialise.ts'
import { postgresAt } from '../../src/coordinator/identity/store-of-directory.ts'
import { completeApproval, requestAdmission, requestApproval } from '../../src/mesh/control/membership.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readFileIfThere } from '../../src/platform/files.ts'
import { createHttpClient } from '../../src/platform/http.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { logOrigin } from '../../src/tlog/checkpoint.ts'
import { verifyLog } from '../../src/tlog/verify-log.ts'
import { parseKeyFile, parsePublicKey } from '../../src/trust/keys.ts'
import { createIssuer } from '../support/issuer.ts'
import { createRunner, environmentsText } from './coordinator-kit.ts'

const child = fileURLToPath(new URL('crash-child.ts', import.meta.url))

async function prepare(database: string | undefined) {
  const base = await mkdtemp(join(tmpdir(), 'sallyport-crash-'))
  onTestFinished(() => rm(base, { recursive: true, force: true }))
  const issuer = createIssuer('https://token.example')
  const text = environmentsText(issuer.url).replace(
    `  - issuer: ${issuer.url}\nrules`,
    `  - issuer: ${issuer.url}\n    jwks: snapshot\n    snapshot: jwks.json\nrules`,
  )
  const folder = join(base, 'data')
  const made = await initialise({
    folder,
    operatorFolder: join(base, 'operator'),
    environments: { text, source: 'environments.yml', folder: base },
    ...(database === undefined ? {} : { store: postgresAt(folder, database, 'the test') }),
    clock: systemClock,
    random: systemRandom,
  })
  const root = parseKeyFile('root', await readFile(made.rootKeyFile, 'utf8'), 'root.key')
  const now = systemClock.now()
  const window = { notBefore: (now - HOUR) as Timestamp, notAfter: (now + HOUR) as Timestamp }
  await writeFile(join(base, 'jwks.json'), JSON.stringify(issuer.snapshot(root, window)))
  const admin = parseKeyFile('operator', await readFile(made.adminKeyFile, 'utf8'), 'admin.key')
  return { folder, issuer, admin, root: parsePublicKey('root', made.root), coordinatorId: made.coordinatorId }
}

/** @returns its URL, and when it ended; undefined where it ended before it served */
async function start(
  folder: string,
  point: string,
): Promise<{ url: string | undefined; process: ChildProcess; ended: Promise<unknown> }> {
  const process_ = spawn(process.execPath, [child, folder, point], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => process_.on('exit', resolve))
  const url = await new Promise<string | undefined>((resolve) => {
    process_.stdout.on('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    process_.on('exit', () => resolve(undefined))
  })
  onTestFinished(() => void process_.kill('SIGKILL'))
  return { url, process: process_, ended }
}

/** In this process: a start that nothing ends needs none of its own. */
function serve(folder: string): Promise<RunningCoordinator> {
  return startCoordinator({
    folder,
    host: '127.0.0.1',
    port: 0,
    clock: systemClock,
    random: systemRandom,
    diagnostics: silentDiagnostics,
    acknowledgeMs: 200,
  })
}

export const CRASH_POINTS = [
  'before commit: admission',
  'after commit: admission',
  'before commit: approval',
  'after commit: approval',
  'before commit: push',
  'after commit: push',
  'tiles written',
  'before commit: checkpoint',
  'after commit: checkpoint',
  'checkpoint stored',
  'checkpoint published',
]

/** @param database where the store is; SQLite in the data directory without one */
export async function surviveCrash(point: string, database?: string): Promise<void> {
  const { folder, issuer, admin, root, coordinatorId } = await prepare(database)
  const http = createHttpClient()
  onTestFinished(() => http.close())
  // The first start has entries of init to take in: points of the log would end it there.
  await (await serve(folder)).close()
  const doomed = await start(folder, point)
  let url = doomed.url!
  const clientOf = (key: Parameters<typeof createCoordinatorClient>[0]['key']) =>
    createCoordinatorClient({ url, root, key, http, clock: systemClock, random: systemRandom })
  const runner = createRunner({ issuer, clock: systemClock, coordinatorId, client: clientOf })
  const submission = runner.submission()
  const admission = runner.admission()
  const work = async () => {
    const client = clientOf(runner.identity)
    const submitted = await requestApproval(client, submission)
    tokens ??= submitted.statements.map((statement) => runner.statementToken(decodeBase64(statement)))
    const approval = await completeApproval(client, submitted.submission, tokens)
    await pushOnce(clientOf(admin))
    return { submitted, approval, admitted: await requestAdmission(client, admission) }
  }
  let tokens: string[] | undefined
  await expect(work()).rejects.toThrow()
  await doomed.ended
  const before = await readFileIfThere(join(folder, 'log', 'checkpoint'), 10_000)

  const second = await serve(folder)
  onTestFinished(() => second.close())
  url = second.url
  const { admitted, approval } = await work()
  const again = await work()

  expect(again.admitted.self).toEqual(admitted.self)
  expect(approval.kind).toBe('signed')
  const { keyList } = await openDataDirectory(folder)
  const report = await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join(folder, 'log', path), maxBytes) },
    {
      identity: { origin: logOrigin(coordinatorId), publicKey: keyList.keys.log },
      earlier: Buffer.from(before!).toString(),
      describeEntry: (entry) => parseLogEntry(entry).type,
    },
  )
  expect(report.entries.get('admission')).toBe(1)
  expect(report.entries.get('approval')).toBe(1)
  expect(report.entries.get('access-rules')).toBe(1)
}

/** As CI does: reads the version that stands, and replaces it where it is another. */
async function pushOnce(client: CoordinatorClient): Promise<void> {
  const policy = await client.call('policy', { params: undefined, body: undefined })
  if (policy.kind !== 'done') throw new Error(policy.problem.message)
  if (policy.value.access !== null) return
  const body = {
    environments: null,
    access: { text: '{ "grants": [] }', replaces: null },
    dryRun: false,
    acceptLockOut: true,
  }
  const pushed = await client.call('push', { params: undefined, body })
  if (pushed.kind !== 'done') throw new Error(pushed.problem.message)
}
