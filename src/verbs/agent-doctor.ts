/** `agent doctor`: looks at everything an agent depends on, and changes nothing. */
import { resolve } from 'node:path'
import { loadAgentConfig } from '../agent/config/load.ts'
import { examine } from '../agent/doctor.ts'
import { EXIT } from '../base/exit-codes.ts'
import { examineMesh } from './agent-mesh-checks.ts'
import { DEFAULT_AGENT_CONFIG } from './agent-run.ts'
import type { Verb } from './verb.ts'

const MARKS = { ok: 'ok     ', notice: 'notice ', problem: 'PROBLEM' } as const

export const agentDoctor: Verb = {
  name: 'agent doctor',
  summary: 'Look at the configuration, keys, folders, journal and releases of this agent; change nothing.',
  options: ['config', 'json', 'verbose'],
  examples: ['sallyport agent doctor --config /etc/sallyport/agent.yml'],
  async run({ ports, options }) {
    const config = await loadAgentConfig(resolve(ports.cwd, options.config ?? DEFAULT_AGENT_CONFIG))
    const mesh = config.mesh ? await examineMesh(config, config.mesh, ports) : []
    const checks = [...(await examine(config, ports.clock)), ...mesh]
    for (const { name, status, message } of checks) ports.stderr(`${MARKS[status]}  ${name}: ${message}\n`)
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, checks }, null, 2)}\n`)
    return checks.some(({ status }) => status === 'problem') ? EXIT.usage : EXIT.ok
  },
}
