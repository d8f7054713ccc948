/** Seeded mutation of bytes: the same seed and number make the same input on every machine. */

/** Numbers from 0 up to, and not, `below`. */
export type Draw = (below: number) => number

/** mulberry32: small, fast, and good enough to choose mutations. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** Pieces that formats give a meaning to. */
const PIECES = [
  '__proto__',
  'constructor',
  'toString',
  'null',
  'true',
  '{',
  '}',
  '[',
  ']',
  '[[',
  ']]',
  '(',
  ')',
  '"',
  "'",
  '"""',
  "'''",
  ':',
  ': ',
  ',',
  '@',
  '=',
  '==',
  '=>',
  '#',
  ' #',
  '//',
  '/*',
  '-',
  '- ',
  '--',
  '---\n',
  '|\n',
  '>-\n',
  '&a ',
  '*a',
  '!!x ',
  '<<: ',
  '\\',
  '\\u',
  '\\ud800',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '  ',
  '    ',
  '\0',
  '\ufeff',
  '\u2028',
  'é',
  '😀',
  '${',
  '}}',
  '<',
  '>',
  '</',
  '<!--',
  ']]>',
  '%',
  '%ZZ',
  '0',
  '-1',
  '1e999',
  '99999999999999999999',
  'npm:',
  'git+',
  'file:',
  'workspace:.',
  '../',
  './',
  '..',
  '/',
  '<<<<<<< HEAD\n',
  '=======\n',
  '>>>>>>> x\n',
  'name',
  'version',
  'packages',
  'dependencies',
]
const encoder = new TextEncoder()
const PIECE_BYTES = PIECES.map((piece) => encoder.encode(piece))
const MAX_LENGTH = 64 * 1024

/** An input made of the seeds by one to eight changes. */
export function mutate(seeds: readonly Uint8Array[], draw: Draw): Uint8Array {
  let input = seeds[draw(seeds.length)]!
  for (let left = 1 + draw(8); left > 0; left--)
    input = MUTATIONS[draw(MUTATIONS.length)]!(input, draw, seeds)
  return input.length > MAX_LENGTH ? input.subarray(0, MAX_LENGTH) : input
}

type Mutation = (input: Uint8Array, draw: Draw, seeds: readonly Uint8Array[]) => Uint8Array

const MUTATIONS: readonly Mutation[] = [
  (input, draw) => input.subarray(0, draw(input.length + 1)),
  (input, draw) => splice(input, draw(input.length + 1), 0, PIECE_BYTES[draw(PIECE_BYTES.length)]!),
  (input, draw) => splice(input, draw(input.length + 1), 1 + draw(3), PIECE_BYTES[draw(PIECE_BYTES.length)]!),
  (input, draw) => splice(input, draw(input.length + 1), 1 + draw(8), new Uint8Array()),
  (input, draw) => splice(input, draw(input.length + 1), 1, Uint8Array.of(draw(256))),
  (input, draw) => splice(input, draw(input.length + 1), 1, Uint8Array.of(0x20 + draw(95))),
  repeatPart,
  swapLines,
  dropLine,
  spliceFromAnother,
]

function splice(input: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array {
  const rest = input.subarray(Math.min(input.length, at + remove))
  const output = new Uint8Array(at + insert.length + rest.length)
  output.set(input.subarray(0, at))
  output.set(insert, at)
  output.set(rest, at + insert.length)
  return output
}

/** A part once more, or a hundred times: nesting, long lines, keys that stand twice. */
function repeatPart(input: Uint8Array, draw: Draw): Uint8Array {
  const at = draw(input.length + 1)
  const part = input.subarray(at, at + 1 + draw(60))
  const times = draw(8) === 0 ? 100 : 1 + draw(3)
  const repeated = new Uint8Array(part.length * times)
  for (let index = 0; index < times; index++) repeated.set(part, index * part.length)
  return splice(input, at, 0, repeated)
}

function swapLines(input: Uint8Array, draw: Draw): Uint8Array {
  const [a, b] = [lineAt(input, draw(input.length + 1)), lineAt(input, draw(input.length + 1))]
  if (a.end > b.start) return input
  return splice(
    splice(input, b.start, b.end - b.start, input.subarray(a.start, a.end)),
    a.start,
    a.end - a.start,
    input.subarray(b.start, b.end),
  )
}

function dropLine(input: Uint8Array, draw: Draw): Uint8Array {
  const { start, end } = lineAt(input, draw(input.length + 1))
  return splice(input, start, end - start + 1, new Uint8Array())
}

function spliceFromAnother(input: Uint8Array, draw: Draw, seeds: readonly Uint8Array[]): Uint8Array {
  const other = seeds[draw(seeds.length)]!
  const from = draw(other.length + 1)
  return splice(input, draw(input.length + 1), draw(40), other.subarray(from, from + draw(200)))
}

function lineAt(input: Uint8Array, at: number): { start: number; end: number } {
  const start = input.lastIndexOf(0x0a, Math.max(0, at - 1)) + 1
  const end = input.indexOf(0x0a, start)
  return { start, end: end === -1 ? input.length : end }
}
