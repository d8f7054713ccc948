/** A coordinator in a process of its own that ends itself, without a word, when it reaches a named point. */
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { startCoordinator } from '../../src/coordinator/coordinator.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'

const [folder = '', point = '', port = '0'] = process.argv.slice(2)
const reached = (at: string): void => {
  if (at === point) process.kill(process.pid, 'SIGKILL')
}

const running = await startCoordinator({
  folder,
  host: '127.0.0.1',
  port: Number(port),
  clock: systemClock,
  random: systemRandom,
  diagnostics: silentDiagnostics,
  acknowledgeMs: 200,
  probe: { reached },
  reached,
})
process.stdout.write(`${running.url}\n`)
process.on('SIGTERM', () => running.close())
