/**
 * The modules that a Go executable was built of (https://pkg.go.dev/debug/buildinfo), as Go 1.18 and later put them
 * into every one. Nothing is run.
 *
 * | bytes | what |
 * |---|---|
 * | 0–13 | `\xff Go buildinf:` |
 * | 15 | flags; 2: the texts stand right behind the header |
 * | 32– | Go's version, then the modules: a length as a varint and that many bytes, each |
 */
import type { LockfileContent, LockfileFormat } from '../../lockfile.ts'
import { lockfileError } from '../../lockfile-error.ts'
import { ContentBuilder } from '../content-builder.ts'

export const goBinary: LockfileFormat = {
  id: 'go-binary',
  ecosystems: ['Go'],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, 'it is text, and no executable')
  },
  parseBytes: parseGoBinary,
}

const MAGIC = Buffer.from('\xff Go buildinf:', 'latin1')
const ALIGNMENT = 16
const HEADER = 32
const INLINE = 2
/** Before and behind the list of modules. */
const SENTINEL = 16

function parseGoBinary(path: string, bytes: Uint8Array): LockfileContent {
  const start = findHeader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (start === undefined) throw lockfileError(path, 1, 'it is no executable that Go 1.18 or later built')
  const version = readText(bytes, start + HEADER)
  const modules = version && readText(bytes, version.end)
  if (!version || !modules) throw lockfileError(path, 1, 'its build information breaks off')
  const builder = new ContentBuilder()
  const go = /^go(\d\S*)/.exec(version.text.toString('latin1'))?.[1]
  if (go !== undefined) builder.add({ ecosystem: 'Go', name: 'stdlib', version: go, line: 1, direct: true })
  if (modules.text.length > 2 * SENTINEL) {
    addModules(builder, modules.text.subarray(SENTINEL, -SENTINEL).toString('utf8'))
  }
  return builder.content()
}

function findHeader(bytes: Buffer): number | undefined {
  for (let at = bytes.indexOf(MAGIC); at !== -1; at = bytes.indexOf(MAGIC, at + 1)) {
    const isHeader = at % ALIGNMENT === 0 && at + HEADER <= bytes.length
    if (isHeader && (bytes[at + 15]! & INLINE) !== 0) return at
  }
  return undefined
}

function readText(
  bytes: Uint8Array,
  start: number,
): { readonly text: Buffer; readonly end: number } | undefined {
  let length = 0
  let at = start
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++]
    if (byte === undefined || shift > 28) return undefined
    length += (byte & 0x7f) * 2 ** shift
    if (byte < 0x80) break
  }
  if (at + length > bytes.length) return undefined
  return { text: Buffer.from(bytes.buffer, bytes.byteOffset + at, length), end: at + length }
}

/**
 * `mod <path> <version> <sum>` of the program itself, `dep <path> <version> <sum>`, and `=> <path> <version> <sum>`
 * for what replaced the one before.
 */
function addModules(builder: ContentBuilder, text: string): void {
  const modules: { path: string; version: string }[] = []
  for (const line of text.split('\n')) {
    const [kind, path = '', version = ''] = line.split('\t')
    const isTagged = kind === 'mod' && version !== '' && version !== '(devel)'
    if (kind === 'dep' || isTagged) modules.push({ path, version })
    else if (kind === '=>' && modules.length > 0) modules[modules.length - 1] = { path, version }
  }
  for (const { path, version } of modules) {
    builder.add({ ecosystem: 'Go', name: path, version: version.replace(/^v/, ''), line: 1, scope: 'prod' })
  }
}
