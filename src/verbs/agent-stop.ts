/** `agent stop`: ends the agent of this machine in order; with `--services` its services, too. */
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type AgentConfig, loadAgentConfig } from '../agent/config/load.ts'
import { closeRuntime, openRuntime } from '../agent/deployment/open-runtime.ts'
import { noOversight } from '../agent/deployment/oversight.ts'
import type { ProcessIdentity } from '../agent/journal/record.ts'
import { findLockHolder } from '../agent/lock.ts'
import { layoutOf } from '../agent/release/layout.ts'
import { isSameProcess } from '../agent/service/process-identity.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { SECOND } from '../base/time.ts'
import { DEFAULT_AGENT_CONFIG } from './agent-run.ts'
import type { Call, Verb } from './verb.ts'

/** A deployment past its switch is brought to its end first. */
const PATIENCE_MS = 120 * SECOND

export const agentStop: Verb = {
  name: 'agent stop',
  summary: 'Stop the deploy agent; the services it started go on, unless --services is given.',
  options: ['config', 'services', 'json', 'verbose'],
  examples: ['sallyport agent stop --config agent.yml', 'sallyport agent stop --services --config agent.yml'],
  async run(call) {
    const { ports, options } = call
    const config = await loadAgentConfig(resolve(ports.cwd, options.config ?? DEFAULT_AGENT_CONFIG))
    const agents = await stopAgents(config)
    const services = options.services ? await stopServices(call, config) : []
    ports.stderr(
      agents.length === 0 ? 'no agent was running\n' : `stopped the agent (process ${agents.join(', ')})\n`,
    )
    for (const name of services) ports.stderr(`stopped the service of ${name}\n`)
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, agents, services })}\n`)
    return EXIT.ok
  },
}

async function stopAgents(config: AgentConfig): Promise<number[]> {
  const holders = new Map<number, ProcessIdentity>()
  for (const name of config.applications.keys()) {
    const holder = await findLockHolder(layoutOf(config.root, name).lock)
    if (holder) holders.set(holder.pid, holder)
  }
  for (const holder of holders.values()) await stopAgent(holder)
  return [...holders.keys()]
}

async function stopAgent(holder: ProcessIdentity): Promise<void> {
  process.kill(holder.pid, 'SIGTERM')
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (!isSameProcess(holder)) return
    await sleep(50)
  }
  throw new SallyportError('AGENT_BUSY', {
    message: `the agent (process ${holder.pid}) has not ended within ${PATIENCE_MS / SECOND} s`,
    help: `look at what it does; kill -9 ${holder.pid} is safe: the next start recovers`,
  })
}

async function stopServices(call: Call, config: AgentConfig): Promise<string[]> {
  const stopped: string[] = []
  for (const name of config.applications.keys()) {
    const runtime = await openRuntime(config, name, {
      ...call.ports,
      oversight: noOversight,
    })
    try {
      const status = await runtime.service.status()
      if (status.kind === 'unsupervised') continue
      await runtime.service.stop()
      if (status.kind === 'running') stopped.push(name)
    } finally {
      await closeRuntime(runtime)
    }
  }
  return stopped
}
