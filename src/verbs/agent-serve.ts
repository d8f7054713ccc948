/** `agent run` without `--once`: recovers, supervises, and takes deployments until it is told to stop. */
import type { AgentConfig } from '../agent/config/load.ts'
import { noOversight } from '../agent/deployment/oversight.ts'
import { AgentCore } from '../agent/server/agent-core.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { type AgentMembership, openMembership } from './agent-mesh.ts'
import { describeLine, describeOutcome } from './agent-report.ts'
import type { Call } from './verb.ts'

export async function serveAgent(call: Call, config: AgentConfig): Promise<ExitCode> {
  const { ports } = call
  const membership = config.mesh && (await openMembership(config, config.mesh, ports))
  const stop = new AbortController()
  const signal = AbortSignal.any([ports.signal, stop.signal])
  const core = await openCore(call, config, membership, signal)
  ports.diagnostics.log('info', 'the agent is ready', {
    applications: [...config.applications.keys()].join(','),
  })
  const mesh = await membership?.start(core)
  const poll = membership?.poll(core)
  // An agent that the coordinator put out deploys nothing more; what runs goes on.
  const put = mesh?.ended.then((end) => {
    if (end === 'closed') return undefined
    ports.diagnostics.log('error', 'the coordinator ended our membership', { reason: end })
    stop.abort()
    return EXIT.refused
  })
  try {
    await core.superviseAll()
  } finally {
    poll?.close()
    await mesh?.close()
    // A deployment that is past its switch is brought to its end first.
    await core.close()
    await membership?.close()
  }
  return (await put) ?? EXIT.ok
}

function openCore(
  call: Call,
  config: AgentConfig,
  membership: AgentMembership | undefined,
  signal: AbortSignal,
): Promise<AgentCore> {
  const { ports } = call
  const options = { ...ports, oversight: membership?.oversight ?? noOversight }
  const core = AgentCore.open(
    config,
    options,
    (line) => {
      const text = describeLine(line)
      if (text !== undefined) ports.stderr(`${line.deployment}${text}\n`)
    },
    signal,
    (end) => {
      ports.stderr(`${end.deployment}  ${describeOutcome(end)}\n`)
      if (end.receipt) void membership?.outbox.add()
    },
  )
  return core
}
