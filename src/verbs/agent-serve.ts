/** `agent run` without `--once`: recovers, supervises, and takes deployments until it is told to stop. */
import type { AgentConfig } from '../agent/config/load.ts'
import { noOversight } from '../agent/deployment/oversight.ts'
import { AgentCore } from '../agent/server/agent-core.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { describeLine } from './agent-report.ts'
import type { Call } from './verb.ts'

export async function serveAgent(call: Call, config: AgentConfig): Promise<ExitCode> {
  const { ports } = call
  const core = await AgentCore.open(
    config,
    { ...ports, oversight: noOversight },
    (line) => {
      const text = describeLine(line)
      if (text !== undefined) ports.stderr(`${line.deployment}${text}\n`)
    },
    ports.signal,
  )
  ports.diagnostics.log('info', 'the agent is ready', {
    applications: [...config.applications.keys()].join(','),
  })
  try {
    await core.superviseAll()
  } finally {
    // A deployment that is past its switch is brought to its end first.
    await core.close()
  }
  return EXIT.ok
}
