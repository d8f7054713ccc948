/** `sallyport versions`: compares versions as an ecosystem does, a pair of them on each line of stdin. */
import { StringDecoder } from 'node:string_decoder'
import {
  compareVersions,
  orderedEcosystems,
  orderingOf,
} from '../../scanners/dependencies/versions/ecosystems.ts'
import type { Ordering } from '../../scanners/dependencies/versions/ordering.ts'
import { nearest } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import type { Call, Verb } from './verb.ts'

export const versions: Verb = {
  name: 'versions',
  summary: 'Compare versions as an ecosystem orders them.',
  details:
    'Reads lines of two versions with a tab between them from stdin, and answers each with one line: "<", "=", ">", or "!" where one of them has no place in the order.',
  options: ['ecosystem'],
  examples: ["printf '1.0rc1\\t1.0\\n' | sallyport versions --ecosystem PyPI"],
  async run({ options, ports }: Call): Promise<ExitCode> {
    const ordering = findOrdering(options.ecosystem ?? [])
    let answers = ''
    for await (const line of readLines(ports.stdin)) {
      answers += `${answer(ordering, line)}\n`
      if (answers.length > 8192) {
        ports.stdout(answers)
        answers = ''
      }
    }
    ports.stdout(answers)
    return EXIT.ok
  },
}

/** By line feeds only (a version may hold any other character); a carriage return before one is dropped. */
async function* readLines(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest: string[] = []
  for await (const chunk of input) {
    const pieces = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n')
    rest.push(pieces.shift() ?? '')
    for (const piece of pieces) {
      yield withoutReturn(rest.join(''))
      rest = [piece]
    }
  }
  const last = rest.join('') + decoder.end()
  if (last !== '') yield withoutReturn(last)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

function findOrdering(names: readonly string[]): Ordering {
  const [name, second] = names
  if (name === undefined || second !== undefined) {
    throw usage('--ecosystem is wanted once', `for example: --ecosystem PyPI`)
  }
  const ordering = orderingOf(name)
  if (ordering) return ordering
  const near = nearest(name, orderedEcosystems())
  const help = near === undefined ? `known are: ${orderedEcosystems().join(', ')}` : `did you mean "${near}"?`
  throw usage(`the ecosystem ${JSON.stringify(name)} has no order of versions`, help)
}

function answer(ordering: Ordering, line: string): string {
  const tab = line.indexOf('\t')
  if (tab === -1) return '!'
  const order = compareVersions(ordering, line.slice(0, tab), line.slice(tab + 1))
  if (order === undefined) return '!'
  return order < 0 ? '<' : order > 0 ? '>' : '='
}

function usage(message: string, help: string): SallyportError {
  return new SallyportError('USAGE', { message, help })
}
