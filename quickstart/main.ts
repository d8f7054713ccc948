/**
 * The main job, end to end, on this machine: every step is a real command of the CLI or the built action
 * in a process of its own, over real sockets and a real WireGuard tunnel. Needs no root and no network.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { formatElapsed } from '../src/base/time.ts'
import { playAttacks } from './attacks.ts'
import { playEnd } from './ending.ts'
import { stopAll } from './processes.ts'
import { playGate, playRelease, playStart } from './scenes.ts'
import { Stage } from './stage.ts'
import { Timeline } from './timeline.ts'

const report = resolve('quickstart-report')
const work = mkdtempSync(join(tmpdir(), 'sallyport-quickstart-'))
const timeline = new Timeline()
const stage = new Stage(work, report)

process.stdout.write('Sallyport: a change is gated, approved, tunnelled and deployed, on this one machine.\n')
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void clear().then(() => process.kill(process.pid, signal))
  })
}
try {
  await stage.prepare()
  timeline.chapter('The gate')
  await playGate(stage, timeline)
  timeline.chapter('A coordinator and an agent')
  await playStart(stage, timeline)
  timeline.chapter('A release, by the action')
  await playRelease(stage, timeline)
  timeline.chapter('Attacks')
  await playAttacks(stage, timeline)
  timeline.chapter('The end')
  await playEnd(stage, timeline)
  stage.writeReport(timeline.toMarkdown())
  process.stdout.write(
    `\nDone in ${formatElapsed(timeline.elapsedMs)}. The report, approvals, receipts and the checkpoint are in ${report}\n`,
  )
} catch (error) {
  process.stdout.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  await clear()
}

/** Nothing is left running, nothing is left behind but the report. */
async function clear(): Promise<void> {
  await stage.close()
  await stopAll()
  if (existsSync(work)) rmSync(work, { recursive: true, force: true, maxRetries: 3 })
}
