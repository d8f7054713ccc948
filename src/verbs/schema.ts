/** `schema`: the JSON Schema of a file that a person writes, or that we write for others. */
import * as z from 'zod'
import { nearest } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import type { Verb } from './verb.ts'

interface NamedSchema {
  readonly doc: string
  /** Loaded when it is asked for. */
  readonly load: () => Promise<z.ZodType>
}

/** By the name that a person asks for. */
export const SCHEMAS: Readonly<Record<string, NamedSchema>> = {
  'gate-policy': {
    doc: 'The gate policy, .sallyport/policy.yml.',
    load: async () => (await import('../gate/policy/schema.ts')).gatePolicySchema,
  },
  trust: {
    doc: 'The trust file of an agent, trust.yml.',
    load: async () => (await import('../trust/trust-file.ts')).trustFileSchema,
  },
  agent: {
    doc: "The agent's configuration, agent.yml.",
    load: async () => (await import('../agent/config/schema.ts')).agentConfigSchema,
  },
  environments: {
    doc: "The coordinator's environments.yml.",
    load: async () => (await import('../coordinator/environments/environments-file.ts')).environmentsSchema,
  },
  approval: {
    doc: 'An approval file, *.approval.json.',
    load: async () => (await import('../trust/approval-file.ts')).approvalFileSchema,
  },
  statement: {
    doc: 'The approval statement that is signed.',
    load: async () => (await import('../trust/statement.ts')).approvalStatementSchema,
  },
  'key-list': {
    doc: "The coordinator's key list.",
    load: async () => (await import('../trust/key-list.ts')).keyListSchema,
  },
  receipt: {
    doc: 'What an agent signs after a deployment.',
    load: async () => (await import('../trust/receipt.ts')).receiptSchema,
  },
  'log-entry': {
    doc: 'An entry of the transparency log.',
    load: async () => (await import('../api/messages/log-entry.ts')).logEntrySchema,
  },
}

export const schema: Verb = {
  name: 'schema',
  summary: 'Print the JSON Schema of a file.',
  details: Object.entries(SCHEMAS)
    .map(([name, { doc }]) => `${name.padEnd(14)}${doc}`)
    .join('\n'),
  positionals: [{ name: 'NAME', doc: 'Which file.' }],
  options: [],
  examples: ['sallyport schema trust > trust.schema.json'],
  async run({ positionals, ports }) {
    const name = positionals[0]!
    const named = Object.hasOwn(SCHEMAS, name) ? SCHEMAS[name] : undefined
    if (!named) throw unknownSchema(name)
    const document = z.toJSONSchema(await named.load(), {
      io: 'input',
      target: 'draft-2020-12',
      unrepresentable: 'any',
    })
    ports.stdout(`${JSON.stringify(document, null, 2)}\n`)
    return EXIT.ok
  },
}

function unknownSchema(name: string): SallyportError {
  const names = Object.keys(SCHEMAS)
  const near = nearest(name, names)
  return new SallyportError('USAGE', {
    message: `there is no schema ${JSON.stringify(name)}`,
    help: near === undefined ? `choose one of: ${names.join(', ')}` : `did you mean "${near}"?`,
  })
}
