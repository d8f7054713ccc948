/** `agent enroll`: the agent joins a coordinator with a single-use secret. */
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadAgentConfig } from '../agent/config/load.ts'
import type { CoordinatorClient } from '../api/coordinator-client.ts'
import type { EnrolReply } from '../api/messages/membership.ts'
import { decodeUtf8 } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { SECOND } from '../base/time.ts'
import { enrolAgent } from '../mesh/control/membership.ts'
import { openWireguardKey, wireguardPublicKey } from '../mesh/wireguard-key-file.ts'
import { readFileBounded } from '../platform/files.ts'
import { enrolmentFingerprint } from '../trust/audience.ts'
import { openMembership } from './agent-mesh.ts'
import { DEFAULT_AGENT_CONFIG } from './agent-run.ts'
import { deviceName } from './device-name.ts'
import type { Call, Verb } from './verb.ts'

const MAX_SECRET_BYTES = 1024
const ASK_MS = 5 * SECOND
/** An hour. */
const MAX_ASKED = 720

export const agentEnroll: Verb = {
  name: 'agent enroll',
  summary: 'Join a coordinator with a single-use secret.',
  details:
    'The keys are made on this machine. The secret, which "sallyport coordinator enroll" printed, is said only\n' +
    'after the coordinator has proven to be the one whose root the trust file names. With --request there is no secret:\n' +
    'the fingerprint of the keys is shown, and whoever operates the coordinator approves it (sallyport nodes approve).',
  options: ['config', 'secret', 'request', 'name', 'json'],
  examples: [
    'sallyport agent enroll --config /etc/sallyport/agent.yml --secret enrolment.secret --name web-1',
    'sallyport agent enroll --config /etc/sallyport/agent.yml --request',
  ],
  async run(call) {
    const { ports, options } = call
    const config = await loadAgentConfig(resolve(ports.cwd, options.config ?? DEFAULT_AGENT_CONFIG))
    const { mesh } = config
    if (!mesh) {
      throw new SallyportError('CONFIG_INVALID', {
        message: 'the configuration has no "mesh" section',
        place: { file: config.path },
        help: 'add: mesh: { coordinator: https://coordinator.example:8440 }',
      })
    }
    const secret = options.request ? null : await readSecret(call)
    const membership = await openMembership(config, mesh, ports)
    try {
      const wireguard = wireguardPublicKey(await openWireguardKey(mesh.wireguardKey, ports.random))
      const keys = { wireguard, machine: membership.machineKey.publicKey }
      const agent = { keys, name: options.name ?? deviceName(hostname(), 'agent'), port: mesh.port }
      const { self } =
        secret === null
          ? await waitForApproval(call, membership.client, agent)
          : await enrolAgent(membership.client, { secret, ...agent })
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...self })}\n`)
      ports.stderr(
        `enrolled as ${self.name}, ${self.ipv4}, for ${self.applications.join(', ')} in ${self.environment}\n`,
      )
      return EXIT.ok
    } finally {
      await membership.close()
    }
  },
}

/** Asks until a person has approved these keys, or an hour has passed. @throws `REQUEST_REFUSED` */
async function waitForApproval(
  { ports }: Call,
  client: CoordinatorClient,
  agent: Omit<Parameters<typeof enrolAgent>[1], 'secret'>,
): Promise<EnrolReply> {
  const fingerprint = enrolmentFingerprint(agent.keys.machine, agent.keys.wireguard)
  ports.stderr(
    `whoever operates the coordinator lets this agent in with:\n\n  sallyport nodes approve ${fingerprint} ` +
      '--tag TAG --application NAME --environment NAME\n\n',
  )
  for (let asked = 0; ; asked++) {
    try {
      return await enrolAgent(client, { secret: null, ...agent })
    } catch (thrown) {
      if (!isNotYet(thrown) || asked >= MAX_ASKED) throw thrown
      await sleep(ASK_MS, undefined, { signal: ports.signal })
    }
  }
}

function isNotYet(thrown: unknown): boolean {
  const problem = thrown instanceof SallyportError ? thrown.cause : undefined
  return typeof problem === 'object' && problem !== null && 'kind' in problem && problem.kind === 'untrusted'
}

/** From a file, so that no process list shows it. */
async function readSecret({ options, ports }: Call): Promise<string> {
  if (options.secret === undefined) {
    throw new SallyportError('USAGE', {
      message: '--secret FILE or --request is missing',
      help: 'sallyport agent enroll --help',
    })
  }
  return decodeUtf8(await readFileBounded(resolve(ports.cwd, options.secret), MAX_SECRET_BYTES)).trim()
}
