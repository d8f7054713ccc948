/** An extension of VS Code, a ZIP archive: the packages of npm that it brings along in its `node_modules`. */
import { SallyportError } from '../../../../src/base/errors.ts'
import { readArchive } from '../../advisories/archive.ts'
import type { LockfileContent, LockfileFormat } from '../../lockfile.ts'
import { lockfileError } from '../../lockfile-error.ts'
import { decodeLockfile } from '../../text/decode.ts'
import { ContentBuilder, quote } from '../content-builder.ts'
import { readJson } from '../document/json.ts'
import { textOf } from '../document/node.ts'

export const vsix: LockfileFormat = {
  id: 'vsix',
  ecosystems: ['npm'],
  wants: () => false,
  parse: ({ path }) => {
    throw lockfileError(path, 1, 'it is text, and no archive')
  },
  parseBytes: parseVsix,
}

const LIMITS = { maxEntries: 100_000, maxEntryBytes: 64 * 1024 * 1024, maxTotalBytes: 2 ** 30 }
const MANIFEST = /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@]+\/package\.json$/

function parseVsix(path: string, bytes: Uint8Array): LockfileContent {
  const builder = new ContentBuilder()
  try {
    for (const entry of readArchive(bytes, LIMITS)) {
      if (MANIFEST.test(entry.name)) addPackage(builder, entry.name, decodeLockfile(entry.read()))
    }
  } catch (error) {
    if (!(error instanceof SallyportError)) throw error
    throw lockfileError(path, 1, error.message, error)
  }
  return builder.content()
}

function addPackage(builder: ContentBuilder, path: string, text: string): void {
  const { root, problems } = readJson(text)
  const name = textOf(root, 'name')
  const version = textOf(root, 'version')
  if (name !== undefined && version !== undefined) builder.add({ ecosystem: 'npm', name, version, line: 1 })
  else if (problems.length > 0) builder.problem(1, `${quote(path)} is no JSON`)
}
