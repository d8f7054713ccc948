/** Ten thousand connections that send nothing: held for a moment, at a bounded cost, while others are served. */
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { startKit } from './coordinator-kit.ts'

const WANTED = 10_000
/** Each end has its own process, so that each counts its own descriptors. */
const allowed = Number(execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' })) - 1_000
const count = Math.min(WANTED, Number.isNaN(allowed) ? WANTED : allowed)
const HEADERS_MS = 8_000

test(`${count} connections that send nothing are closed, and a runner is admitted meanwhile`, async () => {
  const kit = await startKit({ limits: { headersMs: HEADERS_MS } })
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const { port } = new URL(kit.coordinator().url)
  const before = process.memoryUsage().rss
  const child = fork(fileURLToPath(new URL('silent-child.ts', import.meta.url)), [port, String(count)])
  onTestFinished(() => void child.kill())

  const [{ opened }] = (await once(child, 'message')) as [{ opened: number }]
  const runner = kit.runner()
  const { self, unacknowledged } = await requestAdmission(runner.client, runner.admission())
  const grown = process.memoryUsage().rss - before
  const [{ closed }] = (await once(child, 'message')) as [{ closed: number }]

  expect(opened).toBe(count)
  expect(unacknowledged).toEqual([])
  expect(agent.session.map?.peers.has(self.id)).toBe(true)
  expect(closed).toBe(count)
  // Sockets of Node, their timers, and nothing that a stranger chooses.
  expect(grown / count).toBeLessThan(64 * 1024)
  const again = kit.runner()
  expect((await requestAdmission(again.client, again.admission())).self.kind).toBe('runner')
}, 120_000)
