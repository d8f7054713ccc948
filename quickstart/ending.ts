/** The end of the job: the post step leaves the mesh, and the log proves what happened. */
import { join } from 'node:path'
import { expectExit } from './processes.ts'
import { expectStep } from './scenes.ts'
import type { Stage } from './stage.ts'
import type { Timeline } from './timeline.ts'

export async function playEnd(stage: Stage, timeline: Timeline): Promise<void> {
  await timeline.step('action: the post step leaves the mesh', async () => {
    const before = await nodes(stage)
    const release = stage.release
    if (!release) throw new Error('there was no release')
    const result = await release.run('post')
    expectStep(result, 0)
    const after = await nodes(stage)
    const gone = before.filter((name) => !after.includes(name))
    if (gone.length !== 1)
      throw new Error(`of ${before.join(', ')} there are ${after.join(', ')} after the post step`)
    return {
      result: 'left',
      lines: [`${gone[0]} is gone from the coordinator's list; there: ${after.join(', ')}`],
    }
  })
  await timeline.step('log verify: every step has its entry', async () => {
    const log = join(stage.data, 'log')
    const trust = join(stage.server, 'trust.yml')
    // As an auditor would: from the coordinator's URL, by the root that the agent trusts.
    const how = ['--trust', trust, '--ca', 'coordinator-ca.pem', '--json']
    const args = ['log', 'verify', `${stage.coordinatorUrl}/log`, ...how]
    const { stdout } = await expectExit(0, args, { cwd: stage.work })
    const verified = JSON.parse(stdout)
    stage.keep(log, 'log')
    const entries = Object.entries(verified.entries as Record<string, number>).map(
      ([kind, count]) => `${count} ${kind}`,
    )
    return { result: 'proven', lines: [`${verified.size} entries: ${entries.join(', ')}`] }
  })
}

async function nodes(stage: Stage): Promise<string[]> {
  const args = ['nodes', 'list', ...stage.operator(), '--json']
  const { stdout } = await expectExit(0, args, { cwd: stage.work })
  return (JSON.parse(stdout).nodes as { name: string }[]).map(({ name }) => name)
}
