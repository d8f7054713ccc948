/** kill -9 at instants that nobody chose, while an agent is connected and runners come: what was acknowledged stands. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createCoordinatorClient } from '../../src/api/coordinator-client.ts'
import { type LogEntry, parseLogEntry } from '../../src/api/messages/log-entry.ts'
import { decodeBase64 } from '../../src/base/bytes.ts'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import type { Ed25519KeyPair } from '../../src/base/ed25519.ts'
import { randomBelow } from '../../src/base/random.ts'
import { HOUR, type Timestamp } from '../../src/base/time.ts'
import { startCoordinator } from '../../src/coordinator/coordinator.ts'
import { initialise } from '../../src/coordinator/identity/initialise.ts'
import { createEnrolmentSecret } from '../../src/coordinator/nodes/enrolment.ts'
import { startControlSession } from '../../src/mesh/control/control-session.ts'
import {
  completeApproval,
  enrolAgent,
  requestAdmission,
  requestApproval,
} from '../../src/mesh/control/membership.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { readFileBounded, readFileIfThere } from '../../src/platform/files.ts'
import { createHttpClient } from '../../src/platform/http.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { verifyLog } from '../../src/tlog/verify-log.ts'
import { parseKeyFile, parsePublicKey } from '../../src/trust/keys.ts'
import { findFreePort } from '../support/free-port.ts'
import { createIssuer } from '../support/issuer.ts'
import { createRunner, environmentsText, newKeys } from './coordinator-kit.ts'

const ROUNDS = 3
const child = fileURLToPath(new URL('crash-child.ts', import.meta.url))

test('killed at random instants under load, its log stays one log and the next deployment works', async () => {
  const world = await prepare()
  const { folder, serve, clientOf, newRunner } = world
  const first = await serve()
  const agent = await enrol(world, first.context)
  await first.close()
  const acknowledged: string[] = []
  const waits: number[] = []
  let earlier: string | undefined
  for (let round = 0; round < ROUNDS; round++) {
    waits.push(randomBelow(systemRandom, 700))
    acknowledged.push(...(await killUnderLoad(world, waits.at(-1)!)))
    const { note, admissions } = await readLog(folder, earlier)
    earlier = note
    expect(admissions, `killed after ${waits} ms`).toEqual(expect.arrayContaining(acknowledged))
  }

  const last = await serve()
  onTestFinished(() => last.close())
  const runner = newRunner()
  const client = clientOf(runner.identity)
  const submitted = await requestApproval(client, runner.submission())
  const tokens = submitted.statements.map((each) => runner.statementToken(decodeBase64(each)))
  expect((await completeApproval(client, submitted.submission, tokens)).kind).toBe('signed')
  await expect.poll(() => agent.isConnected, { timeout: 40_000 }).toBe(true)
  const { self, unacknowledged } = await requestAdmission(client, runner.admission())
  expect(unacknowledged, `killed after ${waits} ms`).toEqual([])
  expect(agent.map?.peers.has(self.id)).toBe(true)
  const { admissions } = await readLog(folder, earlier)
  expect(new Set(admissions).size).toBe(admissions.length)
}, 120_000)

async function prepare() {
  const base = await mkdtemp(join(tmpdir(), 'sallyport-kill-'))
  onTestFinished(() => rm(base, { recursive: true, force: true }))
  const issuer = createIssuer('https://token.example')
  const text = environmentsText(issuer.url).replace(
    `  - issuer: ${issuer.url}\nrules`,
    `  - issuer: ${issuer.url}\n    jwks: snapshot\n    snapshot: jwks.json\nrules`,
  )
  const folder = join(base, 'data')
  const environments = { text, source: 'environments.yml', folder: base }
  const options = { clock: systemClock, random: systemRandom }
  const made = await initialise({ folder, operatorFolder: join(base, 'operator'), environments, ...options })
  const rootText = Buffer.from(await readFileBounded(made.rootKeyFile, 10_000)).toString()
  const now = systemClock.now()
  const window = { notBefore: (now - HOUR) as Timestamp, notAfter: (now + HOUR) as Timestamp }
  const snapshot = issuer.snapshot(parseKeyFile('root', rootText, 'root.key'), window)
  await writeFile(join(base, 'jwks.json'), JSON.stringify(snapshot))
  const http = createHttpClient()
  onTestFinished(() => http.close())
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const root = parsePublicKey('root', made.root)
  const clientOf = (key: Ed25519KeyPair) => createCoordinatorClient({ url, root, key, http, ...options })
  const { coordinatorId } = made
  return {
    folder,
    port,
    clientOf,
    newRunner: () => createRunner({ issuer, clock: systemClock, coordinatorId, client: clientOf }),
    serve: () =>
      startCoordinator({ folder, host: '127.0.0.1', port, diagnostics: silentDiagnostics, ...options }),
  }
}

type World = Awaited<ReturnType<typeof prepare>>

async function enrol({ clientOf }: World, context: Parameters<typeof createEnrolmentSecret>[0]) {
  const { identity, keys } = newKeys()
  const bound = { tags: [], applications: ['shop'], environment: 'staging', lifetimeMs: HOUR }
  const { secret } = await createEnrolmentSecret(context, bound)
  const client = clientOf(identity)
  await enrolAgent(client, { secret, keys, name: 'web-1', port: 7070 })
  const session = startControlSession({
    client,
    key: identity,
    clock: systemClock,
    random: systemRandom,
    diagnostics: silentDiagnostics,
    onMap: async () => [],
    onExpired: () => undefined,
  })
  onTestFinished(() => session.close())
  return session
}

/** @returns nodes whose admission was acknowledged before the end came */
async function killUnderLoad({ folder, port, newRunner }: World, wait: number): Promise<string[]> {
  const process_ = spawn(process.execPath, [child, folder, '', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void process_.kill('SIGKILL'))
  const ended = once(process_, 'exit')
  await once(process_.stdout, 'data')
  setTimeout(() => process_.kill('SIGKILL'), wait)
  const admitted: string[] = []
  const come = async (): Promise<void> => {
    for (;;) {
      const runner = newRunner()
      try {
        admitted.push((await requestAdmission(runner.client, runner.admission())).self.id)
      } catch {
        return
      }
    }
  }
  await Promise.all([come(), come(), ended])
  return admitted
}

async function readLog(folder: string, earlier: string | undefined) {
  const admissions: string[] = []
  const { note } = await verifyLog(
    { read: (path, maxBytes) => readFileIfThere(join(folder, 'log', path), maxBytes) },
    {
      ...(earlier === undefined ? {} : { earlier }),
      describeEntry(bytes) {
        const entry: LogEntry = parseLogEntry(bytes)
        if (entry.type === 'admission') admissions.push(entry.node)
        return entry.type
      },
    },
  )
  return { note, admissions }
}
