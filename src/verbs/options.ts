/**
 * The one table of options. The command line, the action's inputs (`action.yml`), `--help` and the
 * option pages of the docs are made from it. An option means the same for every verb that takes it.
 */

import { LOG_OPTIONS } from './log-options.ts'

export type OptionKind = 'flag' | 'text' | 'list' | 'integer' | 'duration'

export interface OptionSpec {
  readonly kind: OptionKind
  /** What stands for the value in `--help`. */
  readonly value?: string
  readonly doc: string
  readonly example?: string
  /** Shown in `--help`; the verb that uses it applies it. */
  readonly default?: string
  /** Offered as an input of the action under the same name. */
  readonly input?: true
}

export const OPTIONS = {
  // every verb
  help: { kind: 'flag', doc: 'Show this help.' },
  json: { kind: 'flag', doc: 'Print one JSON document on stdout.' },
  verbose: { kind: 'flag', doc: 'Say more on stderr.' },

  // gate
  scanner: {
    kind: 'list',
    value: 'ID',
    doc: 'Run this scanner only; may be repeated.',
    example: 'dependencies',
  },
  advisories: {
    kind: 'text',
    value: 'DIR',
    doc: "A folder of advisories in OSV's layout (<Ecosystem>/all.zip); without it the OSV API is asked.",
    example: 'advisories',
    input: true,
  },
  offline: { kind: 'flag', doc: 'Use no network.', input: true },
  base: {
    kind: 'text',
    value: 'REV',
    doc: 'Compare with this revision; policy is read from it.',
    example: 'origin/main',
  },
  policy: {
    kind: 'text',
    value: 'FILE',
    doc: 'Gate policy to use. Refused under GitHub Actions, where base decides.',
  },
  sarif: {
    kind: 'text',
    value: 'FILE',
    doc: 'Write the findings as SARIF 2.1.0.',
    example: 'sallyport.sarif',
    input: true,
  },
  summary: { kind: 'text', value: 'FILE', doc: 'Write the report as Markdown.', example: 'report.md' },

  // packages, versions
  as: {
    kind: 'text',
    value: 'FORMAT',
    doc: 'Read the file as this format, whatever its name.',
    example: 'package-lock.json',
  },
  'list-formats': { kind: 'flag', doc: 'List the formats that can be read.' },
  ecosystem: { kind: 'list', value: 'NAME', doc: "An ecosystem, by OSV's name.", example: 'PyPI' },
  format: {
    kind: 'text',
    value: 'FORMAT',
    doc: 'cyclonedx (1.6) or spdx (2.3), as JSON.',
    default: 'cyclonedx',
    example: 'spdx',
  },
  from: {
    kind: 'text',
    value: 'URL',
    doc: 'Where to fetch advisories from: the address under which <Ecosystem>/all.zip stands.',
    example: 'https://mirror.example/osv',
  },

  // keys, approvals
  key: { kind: 'text', value: 'FILE', doc: 'The private key to sign with.' },
  out: { kind: 'text', value: 'FILE', doc: 'Where to write the result.' },
  approval: { kind: 'text', value: 'FILE', doc: 'An approval file.', example: 'app.approval.json' },
  artifact: {
    kind: 'list',
    value: 'FILE',
    doc: 'The artifact; in the action `application=path`, one a line.',
    example: 'shop=build/shop.tar.gz',
    input: true,
  },
  trust: { kind: 'text', value: 'FILE', doc: 'The trust file.', example: 'trust.yml' },
  role: {
    kind: 'text',
    value: 'ROLE',
    doc: 'What the key is for: approval, operator or person.',
    default: 'approval',
  },
  sequence: {
    kind: 'integer',
    value: 'N',
    doc: 'Rises with each approval of an application in an environment.',
    example: '7',
  },
  verdict: {
    kind: 'text',
    value: 'FILE',
    doc: 'The verdict that `gate --json` printed.',
    example: 'verdict.json',
  },
  kind: { kind: 'text', value: 'KIND', doc: 'deploy, rollback or revoke.', default: 'deploy' },
  label: {
    kind: 'list',
    value: 'NAME=VALUE',
    doc: 'A label of the agents that are meant; may be repeated.',
    example: 'role=web',
    input: true,
  },
  'valid-for': { kind: 'duration', value: 'DURATION', doc: 'How long the approval is valid.', default: '1h' },
  'key-epoch': {
    kind: 'integer',
    value: 'N',
    doc: "The trust file's keyEpoch.",
    default: '1',
  },
  checkpoint: {
    kind: 'text',
    value: 'FILE',
    doc: 'An earlier checkpoint; the log must continue it.',
    example: 'checkpoint.txt',
  },
  application: {
    kind: 'text',
    value: 'NAME',
    doc: 'What is deployed, by name.',
    example: 'shop',
    input: true,
  },
  config: {
    kind: 'text',
    value: 'FILE',
    doc: "The agent's configuration.",
    example: '/etc/sallyport/agent.yml',
    default: 'agent.yml',
  },
  once: { kind: 'flag', doc: 'Do one deployment, then end; the service goes on.' },
  'retry-quarantined': {
    kind: 'text',
    value: 'NAME',
    doc: 'Try a digest that failed here once more; your name stays in the record.',
    example: 'ada',
  },
  services: { kind: 'flag', doc: "Stop the applications' services as well." },
  environment: {
    kind: 'text',
    value: 'NAME',
    doc: 'Where it is deployed.',
    example: 'production',
    input: true,
  },

  // coordinator, nodes
  data: {
    kind: 'text',
    value: 'DIR',
    doc: "The coordinator's data directory.",
    example: '/var/lib/sallyport',
  },
  operator: {
    kind: 'text',
    value: 'DIR',
    doc: "Where the operator's own keys are put, to be taken away; default: the data directory's name with -operator.",
    example: '/media/usb/sallyport-operator',
  },
  environments: {
    kind: 'text',
    value: 'FILE',
    doc: 'The environments file.',
    example: 'environments.yml',
  },
  backup: {
    kind: 'text',
    value: 'DIR',
    doc: 'A folder that "coordinator backup" made.',
    example: '/mnt/backup/monday',
  },
  store: {
    kind: 'text',
    value: 'URL|FILE',
    doc: 'PostgreSQL, as postgres://user@host/database, or the file that holds this line (a password is taken from a file or the environment only). Default: $SALLYPORT_STORE, then what "coordinator init" was told, then SQLite in the data directory.',
    example: '/etc/sallyport/store.url',
  },
  listen: {
    kind: 'text',
    value: 'HOST:PORT',
    doc: 'Where to listen.',
    default: '127.0.0.1:8440',
    example: '0.0.0.0:8440',
  },
  url: {
    kind: 'text',
    value: 'URL',
    doc: 'How clients address the coordinator, without a path.',
    example: 'https://coordinator.example',
  },
  metrics: {
    kind: 'text',
    value: 'HOST:PORT',
    doc: 'Where to serve /metrics for Prometheus, in the clear: an address that only operations reach.',
    example: '127.0.0.1:9440',
  },
  'tls-cert': { kind: 'text', value: 'FILE', doc: 'Certificate chain, PEM.' },
  'tls-key': { kind: 'text', value: 'FILE', doc: 'Private key of the certificate, PEM.' },
  tls: {
    kind: 'text',
    value: 'self',
    doc: 'Serve with a certificate of its own, made once; clients take its printed pin as --ca.',
    example: 'self',
  },
  'online-key': {
    kind: 'list',
    value: 'ROLE',
    doc: 'Replace this key alone: control, approval, vsa, log or relay; may be repeated.',
    example: 'log',
  },
  'mesh-domain': {
    kind: 'text',
    value: 'NAME',
    doc: 'What stands behind the names of nodes, from now on: web-1.NAME.',
    example: 'mesh.example',
  },
  'stun-port': {
    kind: 'integer',
    value: 'PORT',
    doc: 'UDP port that tells nodes their address; default: the number of the TCP port.',
  },
  ca: {
    kind: 'text',
    value: 'FILE',
    doc: "What counts for the coordinator's TLS instead of the system's CAs: a PEM file, or a pin (sha256:…).",
    example: 'coordinator-ca.pem',
    input: true,
  },
  root: {
    kind: 'text',
    value: 'KEY',
    doc: "The coordinator's root, as `coordinator init` printed it.",
    example: 'sallyport-root-public-v1:…',
    input: true,
  },
  coordinator: {
    kind: 'text',
    value: 'URL',
    doc: "The coordinator's URL.",
    example: 'https://coordinator.example:8440',
    input: true,
  },
  machine: {
    kind: 'list',
    value: 'KEY',
    doc: "An agent's machine key whose receipts count; without any, those that the coordinator names.",
    example: 'sallyport-machine-public-v1:…',
    input: true,
  },
  'relay-only': { kind: 'flag', doc: 'Send nothing by UDP: reach agents by relays alone.', input: true },
  'port-mapping': {
    kind: 'flag',
    doc: 'Ask the router for a port that leads to this node (PCP, NAT-PMP). Never asked otherwise.',
  },
  cancel: {
    kind: 'text',
    value: 'HOW',
    doc: 'When cancelled: detach (agents go on to committed or rolled back) or abort (they stop if not yet switched).',
    example: 'abort',
    default: 'detach',
    input: true,
  },
  tag: { kind: 'list', value: 'TAG', doc: 'A tag of the node; may be repeated.', example: 'tag:web' },
  session: {
    kind: 'text',
    value: 'FILE',
    doc: 'Your session at a coordinator, which `sallyport login` makes.',
    default: 'session.json in the state folder of your account',
  },
  login: {
    kind: 'text',
    value: 'NAME',
    doc: 'With which of the logins of environments.yml; may be left out where there is one.',
    example: 'staff',
  },
  flow: {
    kind: 'text',
    value: 'FLOW',
    doc: 'loopback: your browser on this machine; device: a code that you type elsewhere; browser: by the pages of the coordinator.',
  },
  reason: { kind: 'text', value: 'TEXT', doc: 'Why, for people; it stands in no public log.' },
  until: {
    kind: 'text',
    value: 'TIME',
    doc: 'A UTC time; without it, until somebody unfreezes.',
    example: '2027-01-04T00:00:00Z',
  },
  end: { kind: 'flag', doc: 'Make the glass whole again, before its time.' },
  request: {
    kind: 'flag',
    doc: 'Join without a secret: show a fingerprint, and wait until a person approves it.',
  },
  'person-key': {
    kind: 'text',
    value: 'FILE',
    doc: 'Your own key (sallyport key new --role person), which environments.yml lists under your name.',
    example: 'ada.key',
  },
  'no-browser': { kind: 'flag', doc: 'Only print where to go; open no browser.' },
  'first-admin': {
    kind: 'text',
    value: 'FILE',
    doc: 'A file with the code for the first admin, as `coordinator first-admin` wrote it.',
  },
  lifetime: { kind: 'duration', value: 'DURATION', doc: 'How long the secret is good.', default: '1h' },
  secret: {
    kind: 'text',
    value: 'FILE',
    doc: 'A file with the single-use secret.',
    example: 'enrolment.secret',
  },
  name: {
    kind: 'text',
    value: 'NAME',
    doc: "The node's name in the mesh; the machine's by default.",
    example: 'web-1',
  },

  // access rules
  'dry-run': { kind: 'flag', doc: 'Check everything and change nothing.' },
  access: { kind: 'text', value: 'FILE', doc: 'The access rules, a HuJSON file.', example: 'access.hujson' },
  write: { kind: 'flag', doc: 'Write what was found into the file.' },
  'show-audience': { kind: 'flag', doc: 'Only print the audience that a token for these files must have.' },
  'accept-lock-out': {
    kind: 'flag',
    doc: 'Push although no workload could deploy to some agent any more.',
  },
  network: {
    kind: 'text',
    value: 'FILE',
    doc: 'The network to try the rules on: { users, nodes: [{ name, ipv4, ipv6, tags, user, routes }] }.',
    example: 'network.json',
  },
  queries: {
    kind: 'text',
    value: 'FILE',
    doc: 'Questions: [[src, dst, "v4" or "v6", "tcp", "udp" or "icmp", port], …].',
    example: 'queries.json',
  },

  // the action alone
  command: {
    kind: 'text',
    value: 'NAME',
    doc: 'What to do: gate, approve (gate, then ask for the approval), deploy (approve, join the mesh, deploy, follow), connect (approve, join the mesh, stay for later steps).',
    default: 'gate',
    example: 'deploy',
    input: true,
  },
  path: {
    kind: 'text',
    value: 'DIR',
    doc: 'The checkout to judge.',
    default: '.',
    example: 'change',
    input: true,
  },
  comment: {
    kind: 'flag',
    doc: 'Keep one comment on the pull request, where the token may write it.',
    default: 'true',
    example: 'false',
    input: true,
  },
  'export-proxy': {
    kind: 'flag',
    doc: 'With connect: give later steps proxies into the mesh, by the variables that programs know.',
    default: 'true',
    example: 'false',
    input: true,
  },
  'github-token': {
    kind: 'text',
    value: 'TOKEN',
    doc: 'For what a shallow clone lacks, the comment, SARIF and deployment statuses.',
    default: '${{ github.token }}',
    example: '${{ github.token }}',
    input: true,
  },
  // connect, nc
  'wg-config': {
    kind: 'text',
    value: 'FILE',
    doc: 'Join the WireGuard network of this wg-quick file instead of a mesh.',
    example: 'wg0.conf',
  },
  forward: {
    kind: 'list',
    value: '[HOST:]PORT:HOST:PORT',
    doc: 'Listen here, connect in the mesh; may be repeated.',
    example: '8080:10.0.0.1:80',
  },
  expose: {
    kind: 'list',
    value: 'PORT:HOST:PORT',
    doc: 'Listen in the mesh, connect here; may be repeated.',
    example: '80:127.0.0.1:3000',
  },
  'forward-udp': {
    kind: 'list',
    value: '[HOST:]PORT:HOST:PORT',
    doc: 'As --forward, for UDP; may be repeated.',
    example: '5353:10.0.0.1:53',
  },
  dns: {
    kind: 'text',
    value: 'HOST:PORT',
    doc: 'A resolver for the names of the mesh.',
    example: '127.0.0.1:5353',
  },
  socks5: {
    kind: 'text',
    value: 'HOST:PORT',
    doc: 'A SOCKS5 proxy into the mesh.',
    example: '127.0.0.1:1080',
  },
  'http-proxy': {
    kind: 'text',
    value: 'HOST:PORT',
    doc: 'An HTTP proxy into the mesh.',
    example: '127.0.0.1:8118',
  },
  'proxy-auth': {
    kind: 'text',
    value: 'MODE',
    doc: 'session: random credentials, in the printed URLs; none: whoever reaches the port reaches the mesh.',
    default: 'session',
  },
  'connect-timeout': {
    kind: 'duration',
    value: 'DURATION',
    doc: 'How long to wait for the first answer through the tunnel.',
    default: '30s',
  },
  stun: {
    kind: 'list',
    value: 'HOST:PORT',
    doc: 'A STUN server to ask how this machine is seen; may be repeated.',
    example: '192.0.2.1:3478',
  },
  'data-plane': {
    kind: 'text',
    value: 'NAME',
    doc: 'userspace, tun (a device, routes and names of this machine; root), kernel, or auto: a device only where no forward, proxy or command is asked for.',
    default: 'auto',
  },
  tier: {
    kind: 'text',
    value: 'LETTER',
    doc: 'Force how packets are worked on: A (native calls), C (WebAssembly, no native code) or D (node:crypto).',
  },
  relay: {
    kind: 'list',
    value: 'URL',
    doc: 'A relay to try; may be repeated.',
    example: 'wss://coordinator.example:8440/v1/relay',
  },
  ...LOG_OPTIONS,
  'cipher-tier': {
    kind: 'text',
    value: 'NAME',
    doc: 'Force the implementation of the cipher: openssl, simd, sodium, node or noble.',
  },
} as const satisfies Record<string, OptionSpec>

export type OptionName = keyof typeof OPTIONS

type ValueOf<K extends OptionKind> = K extends 'flag'
  ? boolean
  : K extends 'list'
    ? readonly string[]
    : K extends 'integer' | 'duration'
      ? number
      : string

/** What a caller gave; durations are milliseconds. Absent means not given. */
export type OptionValues = { readonly [K in OptionName]?: ValueOf<(typeof OPTIONS)[K]['kind']> }
