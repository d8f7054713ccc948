/** Arguments by the table of options: strict, with the nearest known name for a wrong one. */
import { nearest } from '../base/decode.ts'
import { messageOf, SallyportError } from '../base/errors.ts'
import { parseDuration } from '../base/time.ts'
import { OPTIONS, type OptionName, type OptionSpec, type OptionValues } from '../verbs/options.ts'
import type { Call, Verb } from '../verbs/verb.ts'

const EVERY_VERB: readonly OptionName[] = ['help', 'json', 'verbose']

/** @throws `USAGE` naming the option and the next step */
export function parseArguments(verb: Verb, args: readonly string[]): Omit<Call, 'ports'> {
  const known = new Set<string>([...EVERY_VERB, ...verb.options])
  const options: Record<string, unknown> = {}
  const positionals: string[] = []
  let command: readonly string[] = []
  for (let at = 0; at < args.length; at++) {
    const argument = args[at]!
    if (argument === '--') {
      command = args.slice(at + 1)
      break
    }
    if (!argument.startsWith('--')) {
      if (argument.startsWith('-') && argument !== '-')
        throw usage(verb, `options are written with two dashes: ${argument}`)
      positionals.push(argument)
      continue
    }
    const equals = argument.indexOf('=')
    const name = equals < 0 ? argument.slice(2) : argument.slice(2, equals)
    if (!known.has(name)) throw unknownOption(verb, name, [...known])
    const spec: OptionSpec = OPTIONS[name as OptionName]
    if (spec.kind === 'flag') {
      if (equals >= 0) throw usage(verb, `--${name} takes no value`)
      options[name] = true
      continue
    }
    const value = equals < 0 ? args[++at] : argument.slice(equals + 1)
    if (value === undefined || (equals < 0 && value === '--'))
      throw usage(verb, `--${name} needs a value: ${spec.value ?? 'VALUE'}`)
    options[name] = readValue(verb, name, spec, value, options[name])
  }
  checkPositionals(verb, positionals)
  if (command.length > 0 && !verb.takesCommand)
    throw usage(verb, `sallyport ${verb.name} takes no command after --`)
  return { positionals, options: options as OptionValues, command }
}

function readValue(verb: Verb, name: string, spec: OptionSpec, value: string, before: unknown): unknown {
  if (spec.kind === 'list') return [...((before as readonly string[] | undefined) ?? []), value]
  if (before !== undefined) throw usage(verb, `--${name} stands twice`)
  if (spec.kind === 'text') return value
  if (spec.kind === 'integer') {
    if (!/^\d{1,15}$/.test(value))
      throw usage(verb, `--${name} takes a whole number, not ${JSON.stringify(value)}`)
    return Number(value)
  }
  try {
    return parseDuration(value)
  } catch (error) {
    throw usage(verb, `--${name}: ${messageOf(error)}`)
  }
}

function checkPositionals(verb: Verb, given: readonly string[]): void {
  const declared = verb.positionals ?? []
  const least = declared.filter((positional) => !positional.optional).length
  const missing = declared[given.length]
  if (given.length < least && missing) throw usage(verb, `${missing.name} is missing`)
  if (given.length > declared.length && !declared.at(-1)?.repeated) {
    throw usage(verb, `one argument too many: ${JSON.stringify(given[declared.length])}`)
  }
}

function unknownOption(verb: Verb, name: string, known: readonly string[]): SallyportError {
  const near = nearest(name, known)
  return new SallyportError('USAGE', {
    message: `sallyport ${verb.name} has no option --${name}`,
    help: near === undefined ? `sallyport ${verb.name} --help lists them` : `did you mean --${near}?`,
  })
}

function usage(verb: Verb, message: string): SallyportError {
  return new SallyportError('USAGE', { message, help: `see sallyport ${verb.name} --help` })
}
