/** `--help`, made from the verbs and the table of options. */
import { OPTIONS, type OptionName, type OptionSpec } from '../verbs/options.ts'
import { VERBS } from '../verbs/registry.ts'
import type { Positional, Verb } from '../verbs/verb.ts'

export async function overview(): Promise<string> {
  const verbs = await Promise.all(Object.values(VERBS).map((load) => load()))
  const width = Math.max(...verbs.map((verb) => verb.name.length))
  return [
    'sallyport: a gate and a tunnel between a pipeline and private servers',
    '',
    'Usage: sallyport VERB [OPTIONS]',
    '',
    ...verbs.map((verb) => `  ${verb.name.padEnd(width)}  ${verb.summary}`),
    '',
    'sallyport VERB --help shows a verb with examples; sallyport --version prints the version.',
    'Exit codes: 0 passed or done, 1 internal error, 2 usage or configuration, 3 nothing to scan,',
    '10 failed or refused, 11 undecided, 12 approval or admission refused, 13 rolled back, 14 unreachable.',
    '',
  ].join('\n')
}

const OF_EVERY_VERB: readonly OptionName[] = ['json', 'verbose', 'help']

export function verbHelp(verb: Verb): string {
  const positionals = verb.positionals ?? []
  const own = verb.options.filter((name) => !OF_EVERY_VERB.includes(name))
  const names: readonly OptionName[] = [...own, ...OF_EVERY_VERB]
  const usage = [
    'sallyport',
    verb.name,
    ...positionals.map(inUsage),
    '[OPTIONS]',
    ...(verb.takesCommand ? ['[-- COMMAND …]'] : []),
  ]
  return [
    verb.summary,
    '',
    `Usage: ${usage.join(' ')}`,
    ...(verb.details === undefined ? [] : ['', verb.details]),
    ...(positionals.length === 0 ? [] : ['', ...table(positionals.map((one) => [one.name, one.doc]))]),
    '',
    'Options:',
    ...table(names.map((name) => [flagText(name), describe(OPTIONS[name])])),
    '',
    'Examples:',
    ...verb.examples.map((example) => `  ${example}`),
    '',
  ].join('\n')
}

function inUsage(positional: Positional): string {
  const name = positional.repeated ? `${positional.name}…` : positional.name
  return positional.optional ? `[${name}]` : name
}

function flagText(name: OptionName): string {
  const spec: OptionSpec = OPTIONS[name]
  return spec.kind === 'flag' ? `--${name}` : `--${name} ${spec.value ?? 'VALUE'}`
}

function describe(spec: OptionSpec): string {
  return spec.default === undefined ? spec.doc : `${spec.doc} Default: ${spec.default}.`
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
