/**
 * The schema of `agent.yml`. Strict: an unknown key is an error. Everything that runs on the machine
 * (commands, users, time-outs, environment) stands here and nowhere else: an artifact supplies files,
 * never what is done with them (protocols.md §6).
 */
import * as z from 'zod'
import { applicationName, environmentName, labels, timestampText } from '../../trust/vocabulary.ts'
import { ARTIFACT_FORMATS, SINGLE_FILE_NAME } from '../archive/format.ts'
import { addressPrefix, argv, duration, environment, size } from './vocabulary.ts'

const path = z.string().min(1).max(4096)
const port = z.int().min(1).max(65_535)

const hookSchema = z.strictObject({
  command: argv,
  timeout: duration.prefault('5m'),
})

const stopSchema = z.strictObject({
  signal: z.enum(['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP']).default('SIGTERM'),
  timeout: duration.prefault('10s'),
})

const serviceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('process'),
    command: argv,
    env: environment.default({}),
    stop: stopSchema.prefault({}),
    /** The service's own output is kept in a file of at most this size. */
    log: size.prefault('8MiB'),
  }),
  z.strictObject({
    kind: z.literal('systemd'),
    unit: z.string().regex(/^[A-Za-z0-9:_.@-]{1,200}\.service$/, 'must be the name of a .service unit'),
    timeout: duration.prefault('90s'),
  }),
  z.strictObject({ kind: z.literal('none') }),
])

const healthTimes = {
  interval: duration.prefault('1s'),
  successes: z.int().min(1).max(1000).default(3),
  timeout: duration.prefault('60s'),
  /** Of one probe. */
  probeTimeout: duration.prefault('5s'),
}

const healthSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    url: z.url({ protocol: /^https?$/, error: 'must be an http: or https: URL' }),
    status: z.int().min(100).max(599).default(200),
    contains: z.string().min(1).max(1000).optional(),
    ...healthTimes,
  }),
  z.strictObject({
    kind: z.literal('tcp'),
    host: z.string().min(1).default('127.0.0.1'),
    port,
    ...healthTimes,
  }),
  z.strictObject({ kind: z.literal('exec'), command: argv, ...healthTimes }),
  z.strictObject({ kind: z.literal('none'), ...healthTimes }),
])

const limitsSchema = z.strictObject({
  /** Of the artifact; what is signed above it is refused. */
  artifact: size.prefault('1GiB'),
  unpacked: size.prefault('4GiB'),
  entries: z.int().min(1).max(10_000_000).default(100_000),
  /** Unpacked bytes for each byte of the artifact. */
  ratio: z.int().min(1).max(100_000).default(200),
  /** What must stay free on the disk. */
  keepFree: size.prefault('64MiB'),
})

const freezeSchema = z.strictObject({
  from: timestampText,
  to: timestampText,
  reason: z.string().min(1).max(500),
})

const httpsSchema = z.strictObject({
  prefix: z.string().min(1).max(2000),
  redirects: z.array(z.string().min(1).max(2000)).max(16).default([]),
  /** Addresses that are refused elsewhere (loopback, private, …) and allowed for this prefix. */
  addresses: z.array(addressPrefix).max(64).default([]),
  /** What counts for its TLS: a PEM file of CAs, relative to this file, or a pin (`sha256:…`) of its certificate. */
  ca: path.optional(),
})

const applicationSchema = z
  .strictObject({
    /** The user that commands run as; never the agent's own. */
    user: z
      .string()
      .regex(/^[a-z_][a-z0-9_-]{0,31}\$?$/, 'must be a user name')
      .optional(),
    /** A trial on one machine: commands run as the agent. Every receipt says so. */
    sameUser: z.literal(true).optional(),
    format: z.enum(ARTIFACT_FORMATS).default('auto'),
    /** What an artifact that is one file is called in the release. */
    fileName: z
      .string()
      .regex(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,100}$/, 'must be a plain file name')
      .default(SINGLE_FILE_NAME),
    limits: limitsSchema.prefault({}),
    /** Releases that are kept, beside those that are needed. */
    keep: z.int().min(1).max(1000).default(3),
    hooks: z.strictObject({ pre: hookSchema.optional(), post: hookSchema.optional() }).prefault({}),
    service: serviceSchema,
    health: healthSchema,
    /** Variables for hooks and the service, read from files when they start. */
    secrets: z
      .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be a variable name'), path)
      .default({}),
    freezes: z.array(freezeSchema).max(1000).default([]),
    sources: z.strictObject({ https: z.array(httpsSchema).max(64).default([]) }).prefault({}),
  })
  .refine((application) => (application.user === undefined) !== (application.sameUser === undefined), {
    message: 'must say "user: NAME", or "sameUser: true" for a trial on one machine',
  })

function parseListener(text: string): { host: string; port: number } {
  const colon = text.lastIndexOf(':')
  return { host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)) }
}

/** Absent: the agent takes approvals from files alone (`agent run --once`). */
const meshSchema = z
  .strictObject({
    /** The coordinator's URL, without a path. */
    coordinator: z.url({ protocol: /^https?$/, error: 'must be an https: URL' }).max(500),
    /** A PEM file with the only CAs that count for it, relative to this file. */
    ca: path.optional(),
    /** Relative to this file; made when it is not there. */
    wireguardKey: path.default('wireguard.key'),
    /** Where deployments are taken, in the mesh only. */
    port: port.default(7700),
    /** UDP port of the tunnel; any where absent. */
    listenPort: port.optional(),
    /** The longest lease of a runner that is let in. */
    maxLease: duration.prefault('6h'),
    /** Ports of the mesh and where they lead on this machine, for people whom the trust file lists: `{ 22: 127.0.0.1:22 }`. */
    expose: z
      .record(
        z.string().regex(/^[1-9]\d{0,4}$/, 'must be a port'),
        z
          .string()
          .regex(
            /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]):\d{1,5}$/,
            'must be a port of loopback, such as 127.0.0.1:22',
          )
          .transform(parseListener),
      )
      .default({}),
    /** How long after a login a person's node may stay. */
    maxSession: duration.prefault('12h'),
    /** Where programs of this machine ask for names of the mesh, by UDP: `127.0.0.1:5353`. Absent: nowhere. */
    dns: z
      .string()
      .regex(
        /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]):\d{1,5}$/,
        'must be a port of loopback, such as 127.0.0.1:5353',
      )
      .transform(parseListener)
      .optional(),
    /** Never try UDP. */
    relayOnly: z.boolean().default(false),
    /** Ask the router for a port that leads to our UDP port, by PCP or NAT-PMP. */
    portMapping: z.boolean().default(false),
  })
  .refine(({ expose, port: own }) => !(String(own) in expose), {
    path: ['expose'],
    message: 'the port where deployments are taken leads nowhere else',
  })

export const agentConfigSchema = z.strictObject({
  version: z.literal(1),
  /** Where applications live: `<root>/<application>/{releases,current,shared,state}`. */
  root: path,
  /** The trust file, relative to this file. */
  trust: path,
  /** The machine key that signs receipts, relative to this file; made when it is not there. */
  machineKey: path,
  environment: environmentName,
  labels: labels.default({}),
  /** How old the newest checkpoint may be for a deployment. */
  maxStaleness: duration.prefault('15m'),
  mesh: meshSchema.optional(),
  applications: z
    .record(applicationName, applicationSchema)
    .refine((applications) => Object.keys(applications).length > 0, 'must name at least one application'),
})

export type AgentConfigFile = z.infer<typeof agentConfigSchema>
export type MeshConfig = z.infer<typeof meshSchema>
export type ApplicationConfig = z.infer<typeof applicationSchema>
export type ServiceConfig = ApplicationConfig['service']
export type HealthConfig = ApplicationConfig['health']

/** For `sallyport schema agent`. */
export function agentConfigJsonSchema(): unknown {
  return z.toJSONSchema(agentConfigSchema, { io: 'input', target: 'draft-2020-12' })
}

/** For "did you mean". */
export const AGENT_CONFIG_KEYS: readonly string[] = [
  ...Object.keys(agentConfigSchema.shape),
  ...Object.keys(applicationSchema.shape),
  ...Object.keys(limitsSchema.shape),
  ...Object.keys(hookSchema.shape),
  ...Object.keys(httpsSchema.shape),
  ...Object.keys(meshSchema.shape),
  ...serviceSchema.options.flatMap((option) => Object.keys(option.shape)),
  ...healthSchema.options.flatMap((option) => Object.keys(option.shape)),
]
