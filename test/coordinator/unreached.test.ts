/** What a node says of a coordinator that is away: the reason once, and that it is back. */
import { expect, onTestFinished, test } from 'vitest'
import type { Level } from '../../src/base/diagnostics.ts'
import { startControlSession } from '../../src/mesh/control/control-session.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { startKit } from './coordinator-kit.ts'

test('a coordinator that stays away is told of once, and so is its return', async () => {
  const kit = await startKit()
  const agent = await kit.enrol()
  const port = Number(new URL(kit.coordinator().url).port)
  const lines: [Level, string][] = []
  const session = startControlSession({
    client: agent.client,
    key: agent.identity,
    clock: systemClock,
    random: systemRandom,
    diagnostics: { log: (level, message) => lines.push([level, message]) },
    onMap: async () => [],
    onExpired: () => undefined,
  })
  onTestFinished(() => session.close())
  await expect.poll(() => session.isConnected).toBe(true)
  const said = (level: Level) => lines.filter(([each]) => each === level).map(([, message]) => message)

  await kit.coordinator().close()
  const failures = () => lines.filter(([, message]) => message === 'the coordinator is not reached').length
  await expect.poll(failures, { timeout: 10_000 }).toBeGreaterThan(3)

  expect(said('warn')).toEqual(['the coordinator is not reached'])
  await kit.restart({ port })
  await expect.poll(() => session.isConnected, { timeout: 10_000 }).toBe(true)
  expect(said('info')).toEqual(['the coordinator ended the session', 'the coordinator is reached again'])
})
