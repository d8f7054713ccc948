/** `deploy`: a judged change approved and deployed through the mesh, by the workload that runs it. */
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { readAuthority } from '../platform/authority.ts'
import { createHttpClient } from '../platform/http.ts'
import { approveAll, createRunner, type DeploymentPorts, deployThrough, joinFor } from './deployment.ts'
import {
  type DeploymentEvent,
  type DeploymentWish,
  describeEvent,
  parseArtifacts,
  parseCancel,
} from './deployment-words.ts'
import { createIdentityTokenSource } from './identity-token.ts'
import { parseLabels } from './labels.ts'
import { plainLine } from './plain-line.ts'
import type { Call, Verb } from './verb.ts'

export const deploy: Verb = {
  name: 'deploy',
  summary: 'Get an artifact approved and deployed by the agents of an environment.',
  details:
    'Runs where a workload has an identity: it asks the OIDC issuer named by ACTIONS_ID_TOKEN_REQUEST_URL and\n' +
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN for tokens that are bound to keys made for this call. The verdict is the file\n' +
    'that "sallyport gate --json" printed. Approvals and receipts are left in the folder given with --out, as\n' +
    'APPLICATION.approval.json; several artifacts of one application, which are approved or refused together, are\n' +
    'numbered as they were given: APPLICATION.1.approval.json, APPLICATION.2.approval.json.',
  options: [
    'coordinator',
    'root',
    'ca',
    'environment',
    'artifact',
    'verdict',
    'label',
    'machine',
    'relay-only',
    'cancel',
    'out',
    'json',
  ],
  examples: [
    'sallyport deploy --coordinator https://coordinator.example:8440 --root sallyport-root-public-v1:… --environment production --artifact shop=build/shop.tar.gz --verdict verdict.json --out report',
  ],
  async run(call) {
    const { ports } = call
    const events: DeploymentEvent[] = []
    const wish = await readWish(call)
    const http = createHttpClient(wish.coordinator.ca === undefined ? {} : { ca: wish.coordinator.ca })
    const identityHttp = createHttpClient()
    const deployment: DeploymentPorts = {
      ...ports,
      http,
      tokens: createIdentityTokenSource(ports.env, identityHttp, () => {}, sleep),
      sleep,
      onEvent(event) {
        events.push(event)
        const text = describeEvent(event)
        if (text !== undefined) ports.stderr(`${plainLine(text)}\n`)
      },
    }
    try {
      const code = await deployAll(wish, deployment)
      if (call.options.json) ports.stdout(`${JSON.stringify(summarise(events))}\n`)
      return code
    } finally {
      await http.close()
      await identityHttp.close()
    }
  },
}

async function deployAll(wish: DeploymentWish, ports: DeploymentPorts): Promise<ExitCode> {
  const runner = createRunner(wish, ports)
  for (const approval of await approveAll(runner, ports)) {
    const mesh = await joinFor(runner, approval, ports)
    try {
      const code = await deployThrough(runner, mesh, approval, ports)
      if (code !== EXIT.ok) return code
    } finally {
      await mesh.leave()
    }
  }
  return EXIT.ok
}

async function readWish({ options, ports }: Call): Promise<DeploymentWish> {
  const absolute = (path: string): string => resolve(ports.cwd, path)
  const url = options.coordinator ?? fail('coordinator')
  const ca = options.ca === undefined ? undefined : await readAuthority(options.ca, url, absolute)
  const artifacts = parseArtifacts(options.artifact ?? [], absolute)
  if (artifacts.length === 0) throw missing('artifact')
  return {
    coordinator: { url, root: options.root ?? fail('root'), ca },
    environment: options.environment ?? fail('environment'),
    artifacts,
    scope: parseLabels(options.label),
    verdictPath: absolute(options.verdict ?? fail('verdict')),
    reportFolder: absolute(options.out ?? 'sallyport-report'),
    machines: options.machine ?? [],
    relayOnly: options['relay-only'] === true,
    cancel: parseCancel(options.cancel),
  }
}

function summarise(events: readonly DeploymentEvent[]): unknown {
  const approvals = events.flatMap((event) =>
    event.kind === 'approval' ? [{ path: event.path, digest: event.digest, artifact: event.artifact }] : [],
  )
  const deployments = events.flatMap((event) =>
    event.kind === 'outcome'
      ? [{ agent: event.agent, outcome: event.outcome.kind, artifact: event.digest }]
      : [],
  )
  return { version: 1, approvals, deployments }
}

function fail(option: string): never {
  throw missing(option)
}

function missing(option: string): SallyportError {
  return new SallyportError('USAGE', { message: `--${option} is missing`, help: 'sallyport deploy --help' })
}
