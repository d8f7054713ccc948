/**
 * The one table of options. The command line, the action's inputs (`action.yml`), `--help` and the
 * option pages of the docs are made from it. An option means the same for every verb that takes it.
 */

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
  application: {
    kind: 'text',
    value: 'NAME',
    doc: 'What is deployed, by name.',
    example: 'shop',
    input: true,
  },
  environment: {
    kind: 'text',
    value: 'NAME',
    doc: 'Where it is deployed.',
    example: 'production',
    input: true,
  },

  // access rules
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
