/** YAML 1.2 to a typed value, strictly: no aliases, no duplicate keys, and errors with line and column. */
import { isNode, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import { decodeUtf8 } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import { messageOf, type Place, SallyportError } from '../base/errors.ts'
import { refuseHiddenKeys } from './document.ts'

export interface YamlInput {
  /** Names the input in errors. */
  readonly source: string
  readonly maxBytes: number
  readonly knownKeys?: readonly string[]
}

/** @throws `CONFIG_INVALID` with the place; `LIMIT_EXCEEDED` */
export function decodeYaml<T>(schema: z.ZodType<T>, bytes: Uint8Array, input: YamlInput): T {
  if (bytes.length > input.maxBytes) {
    throw new SallyportError('LIMIT_EXCEEDED', {
      message: `${input.source} has ${bytes.length} bytes, more than the ${input.maxBytes} that are read`,
    })
  }
  const lines = new LineCounter()
  const document = parseDocument(decodeUtf8(bytes), { lineCounter: lines, version: '1.2', uniqueKeys: true })
  const locate = (offset: number | undefined): Omit<Place, 'file'> | undefined => {
    if (offset === undefined) return undefined
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const problem = document.errors[0] ?? document.warnings[0]
  if (problem) throw invalid(problem.message.split('\n')[0]!, input.source, locate(problem.pos[0]))
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 0 })
  } catch (cause) {
    throw invalid(messageOf(cause), input.source, undefined)
  }
  refuseHiddenKeys(value, input.source)
  return decode(schema, value, {
    source: input.source,
    ...(input.knownKeys === undefined ? {} : { knownKeys: input.knownKeys }),
    locate: (path) => locate(offsetOf(document, path)),
  })
}

/** The offset of the deepest node on the path that the document has: a missing key is told at its parent. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node)) return node.range?.[0]
  }
  return undefined
}

function invalid(message: string, file: string, place: Omit<Place, 'file'> | undefined): SallyportError {
  return new SallyportError('CONFIG_INVALID', { message, place: { file, ...place } })
}
