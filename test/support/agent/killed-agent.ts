/**
 * An agent in a process of its own that kills itself with SIGKILL at one point of a deployment:
 *
 *     node killed-agent.ts <folder of the world> <approval> <artifact> <write> <before|after>
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadAgentConfig } from '../../../src/agent/config/load.ts'
import { deploy, newDeploymentId, recoverApplication } from '../../../src/agent/deployment/deploy.ts'
import { closeRuntime, openRuntime } from '../../../src/agent/deployment/open-runtime.ts'
import { noOversight } from '../../../src/agent/deployment/oversight.ts'
import { localFileSource } from '../../../src/agent/sources/local-file.ts'
import { silentDiagnostics } from '../../../src/base/diagnostics.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { systemRandom } from '../../../src/platform/random.ts'
import { type CrashPoint, crashingFiles, crashingJournal } from './crash-points.ts'

const [folder = '', approval = '', artifact = '', write = '', when = ''] = process.argv.slice(2)
const point: CrashPoint = { write, when: when === 'before' ? 'before' : 'after' }

const runtime = await openRuntime(await loadAgentConfig(join(folder, 'agent.yml')), 'shop', {
  clock: systemClock,
  random: systemRandom,
  diagnostics: silentDiagnostics,
  oversight: noOversight,
  wrapJournal: (journal) => crashingJournal(journal, point, killSelf),
  wrapFiles: (files) => crashingFiles(files, point, killSelf),
})
await recoverApplication(runtime, () => {})
const deployment = newDeploymentId(systemClock.now(), systemRandom)
const request = { deployment, approval: await readFile(approval), source: localFileSource(artifact) }
await deploy(runtime, request, () => {}, new AbortController().signal)
await closeRuntime(runtime)

function killSelf(): never {
  process.kill(process.pid, 'SIGKILL')
  // The signal ends the process before it comes here.
  throw new Error('still alive')
}
