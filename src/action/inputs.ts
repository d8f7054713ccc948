/** Inputs of the action, read by the one table of options. */
import { nearest } from '../base/decode.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import { parseDuration } from '../base/time.ts'
import { OPTIONS, type OptionName, type OptionSpec, type OptionValues } from '../verbs/options.ts'

type Environment = Readonly<Record<string, string | undefined>>

export const COMMANDS = ['gate', 'approve', 'deploy', 'connect'] as const
export type Command = (typeof COMMANDS)[number]

/** Every input with its default applied; an empty text is not given. @throws `USAGE` naming the input */
export function readInputs(env: Environment): OptionValues {
  const values: Record<string, unknown> = {}
  for (const [name, spec] of Object.entries(OPTIONS) as [OptionName, OptionSpec][]) {
    if (!spec.input) continue
    const text = (env[`INPUT_${name.toUpperCase()}`] ?? '').trim() || defaultOf(spec)
    if (text !== undefined) values[name] = readInput(name, spec, text)
  }
  return values as OptionValues
}

/** @throws `USAGE` for a command that is none */
export function readCommand(inputs: OptionValues): Command {
  const given = inputs.command ?? 'gate'
  const command = COMMANDS.find((name) => name === given)
  if (command) return command
  const near = nearest(given, COMMANDS)
  throw new SallyportError('USAGE', {
    message: `command: ${JSON.stringify(given)} is none`,
    help: near === undefined ? `write one of: ${COMMANDS.join(', ')}` : `did you mean "${near}"?`,
  })
}

/** @throws `USAGE` where an input that this command needs is missing */
export function requireInput(value: string | undefined, name: OptionName, command: Command): string {
  if (value !== undefined) return value
  const example = OPTIONS[name] as OptionSpec
  throw new SallyportError('USAGE', {
    message: `the input "${name}" is missing; command: ${command} needs it`,
    help: `add to the step, under with: ${name}: ${example.example ?? '…'}`,
  })
}

/** Expressions of `action.yml` were filled in by the runner; one that stands here was not. */
function defaultOf(spec: OptionSpec): string | undefined {
  return spec.default?.startsWith('${{') ? undefined : spec.default
}

function readInput(name: string, spec: OptionSpec, text: string): unknown {
  switch (spec.kind) {
    case 'flag':
      if (text === 'true' || text === 'false') return text === 'true'
      throw new SallyportError('USAGE', {
        message: `${name}: write true or false, not ${JSON.stringify(text)}`,
      })
    case 'list':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    case 'integer':
      if (/^\d{1,15}$/.test(text)) return Number(text)
      throw new SallyportError('USAGE', {
        message: `${name}: write a whole number, not ${JSON.stringify(text)}`,
      })
    case 'duration':
      try {
        return parseDuration(text)
      } catch (error) {
        throw new SallyportError('USAGE', { message: `${name}: ${messageOf(error)}` })
      }
    case 'text':
      return text
  }
}
