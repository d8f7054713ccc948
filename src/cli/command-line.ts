/** From arguments to a verb, and from what it returns or throws to an exit code. */
import { constants } from 'node:os'
import { nearest } from '../base/decode.ts'
import { ERROR_CODES } from '../base/error-codes.ts'
import { formatPlace, messageOf, SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { interruptionOf } from '../base/interruption.ts'
import { VERBS } from '../verbs/registry.ts'
import type { Ports, Verb } from '../verbs/verb.ts'
import { VERSION } from '../verbs/version.ts'
import { parseArguments } from './arguments.ts'
import { overview, verbHelp } from './help.ts'

/** @returns the exit code; nothing is thrown. */
export async function runCommandLine(args: readonly string[], ports: Ports): Promise<number> {
  try {
    return await dispatch(args, ports)
  } catch (error) {
    return report(error, ports)
  }
}

async function dispatch(args: readonly string[], ports: Ports): Promise<number> {
  if (args[0] === '--version') {
    ports.stdout(`${VERSION}\n`)
    return EXIT.ok
  }
  if (args.length === 0) {
    ports.stderr(await overview())
    return EXIT.usage
  }
  if (isHelp(args[0]) || args[0] === 'help') {
    ports.stdout(args.length === 1 ? await overview() : verbHelp((await findVerb(args.slice(1))).verb))
    return EXIT.ok
  }
  const { verb, rest } = await findVerb(args)
  if (beforeCommand(rest).some(isHelp)) {
    ports.stdout(verbHelp(verb))
    return EXIT.ok
  }
  const outcome = await verb.run({ ...parseArguments(verb, rest), ports })
  return typeof outcome === 'number' ? outcome : outcome.commandCode
}

async function findVerb(args: readonly string[]): Promise<{ verb: Verb; rest: readonly string[] }> {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ')
    if (args.length < words || !Object.hasOwn(VERBS, name)) continue
    return { verb: await VERBS[name]!(), rest: args.slice(words) }
  }
  const names = Object.keys(VERBS)
  const family = names.filter((name) => name.startsWith(`${args[0]} `))
  if (family.length > 0) {
    throw new SallyportError('USAGE', {
      message: `sallyport ${args[0]} needs one of: ${family.map((name) => name.split(' ')[1]).join(', ')}`,
      help: `sallyport ${family[0]} --help`,
    })
  }
  const near = nearest(args.slice(0, 2).join(' '), names) ?? nearest(args[0]!, names)
  throw new SallyportError('USAGE', {
    message: `there is no verb ${JSON.stringify(args[0])}`,
    help: near === undefined ? 'sallyport --help lists them' : `did you mean "sallyport ${near}"?`,
  })
}

function isHelp(argument: string | undefined): boolean {
  return argument === '--help' || argument === '-h'
}

function beforeCommand(args: readonly string[]): readonly string[] {
  const dashes = args.indexOf('--')
  return dashes < 0 ? args : args.slice(0, dashes)
}

function report(error: unknown, ports: Ports): number {
  const interruption = interruptionOf(error)
  if (interruption) {
    ports.stderr(`${interruption.message}\n`)
    return 128 + constants.signals[interruption.signal]
  }
  const { red, bold, dim } = ports.style
  if (error instanceof SallyportError) {
    const place = placeNotSaid(error)
    ports.stderr(
      `${red('error')}: ${place === undefined ? '' : `${bold(place)}: `}${error.message} ${dim(`[${error.code}]`)}\n`,
    )
    if (error.help !== undefined) ports.stderr(`${bold('help')}: ${error.help}\n`)
    return ERROR_CODES[error.code][1]
  }
  ports.stderr(`${red('error')}: this is a bug in sallyport: ${messageOf(error)}\n`)
  if (error instanceof Error && error.stack !== undefined) ports.stderr(`${dim(error.stack)}\n`)
  return EXIT.internal
}

/** A message that names its file, with no line to add, says the place already. */
function placeNotSaid({ place, message }: SallyportError): string | undefined {
  if (place === undefined) return undefined
  return place.line === undefined && message.includes(place.file) ? undefined : formatPlace(place)
}
