/** `action.yml` from the table of options and the table of outputs. */
import { stringify } from 'yaml'
import { OPTIONS, type OptionSpec } from '../src/verbs/options.ts'
import { OUTPUTS } from '../src/verbs/outputs.ts'

const HEADER = '# Made from src/verbs/options.ts and src/verbs/outputs.ts by "npm run build".\n'

export function emitActionYml(): string {
  const inputs = Object.entries(OPTIONS as Record<string, OptionSpec>).filter(([, spec]) => spec.input)
  return (
    HEADER +
    stringify(
      {
        name: 'Sallyport',
        description:
          'Gate a change, get its artifact approved, and deploy it to private servers through a mesh that exists for one job.',
        author: 'Sallyport',
        branding: { icon: 'shield', color: 'green' },
        inputs: Object.fromEntries(inputs.map(([name, spec]) => [name, describeInput(spec)])),
        outputs: Object.fromEntries(
          Object.entries(OUTPUTS).map(([name, description]) => [name, { description }]),
        ),
        runs: { using: 'node24', main: 'dist/main.js', post: 'dist/post.js' },
      },
      { lineWidth: 110 },
    )
  )
}

function describeInput(spec: OptionSpec): Record<string, unknown> {
  const type = spec.kind === 'flag' ? 'true or false' : spec.kind === 'list' ? 'one a line' : spec.kind
  const example = spec.example === undefined ? '' : ` Example: ${spec.example}`
  return {
    description: `${spec.doc} (${type})${example}`,
    required: false,
    ...(spec.kind === 'flag'
      ? { default: spec.default ?? 'false' }
      : spec.default === undefined
        ? {}
        : { default: spec.default }),
  }
}
