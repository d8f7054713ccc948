/**
 * npm's `package-lock.json` and `npm-shrinkwrap.json`, versions 1, 2 and 3
 * (https://docs.npmjs.com/cli/configuring-npm/package-lock-json).
 *
 * `packages` (2, 3) is read where it is there, `dependencies` (1) else. Both become one map from a place
 * in `node_modules` to an entry, and edges are found as Node finds modules: from the dependent's folder
 * upwards. Nothing is matched by name alone.
 */

import type { LockfileContent, LockfileFormat, LockfileText, Siblings } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { JsonReader, JsonSyntaxError } from '../text/json-reader.ts'
import { indexLines } from '../text/lines.ts'
import { buildContent } from './npm/content.ts'
import { readLockDocument } from './npm/document.ts'
import { readManifest } from './npm/manifest.ts'

export const packageLock: LockfileFormat = {
  id: 'package-lock.json',
  ecosystems: ['npm'],
  wants: (path) => /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(path),
  wantsBeside: (path) => path === 'package.json' || path.endsWith('/package.json'),
  parse: parsePackageLock,
}

async function parsePackageLock(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const lines = indexLines(file.text)
  const reader = new JsonReader(file.text)
  try {
    const document = readLockDocument(reader)
    const manifest = readManifest(await siblings.read(besides(file.path, 'package.json')))
    return buildContent(document, manifest, lines)
  } catch (error) {
    if (error instanceof JsonSyntaxError) {
      throw lockfileError(file.path, lines.lineAt(error.offset), error.message)
    }
    throw error
  }
}

function besides(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1) + name
}
