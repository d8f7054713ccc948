/**
 * npm's `package-lock.json` and `npm-shrinkwrap.json`, versions 1, 2 and 3
 * (https://docs.npmjs.com/cli/configuring-npm/package-lock-json).
 *
 * `packages` (2, 3) is read where it is there, `dependencies` (1) else. Both become one map from a place
 * in `node_modules` to an entry, and edges are found as Node finds modules: from the dependent's folder
 * upwards. Nothing is matched by name alone.
 */

import { arrayOf } from '../listing.ts'
import type { LockfileFormat, LockfileListing, LockfilePieces, Siblings } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { JsonReader, JsonSyntaxError } from '../text/json-reader.ts'
import { buildContent } from './npm/content.ts'
import { type LockDocument, readLockDocument } from './npm/document.ts'
import { readManifest } from './npm/manifest.ts'

export const packageLock: LockfileFormat = {
  id: 'package-lock.json',
  ecosystems: ['npm'],
  wants: (path) => /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(path),
  wantsBeside: (path) => path === 'package.json' || path.endsWith('/package.json'),
  async parse({ path, text }, siblings) {
    const listing = await parsePackageLock({ path, pieces: [text].values() }, siblings)
    return { ...listing, packages: arrayOf(listing.packages), edges: arrayOf(listing.edges) }
  },
  parsePieces: parsePackageLock,
}

async function parsePackageLock(
  { path, pieces }: LockfilePieces,
  siblings: Siblings,
): Promise<LockfileListing> {
  const document = readDocument(path, pieces)
  return buildContent(document, readManifest(await siblings.read(besides(path, 'package.json'))))
}

function readDocument(path: string, pieces: Iterator<string>): LockDocument {
  try {
    return readLockDocument(new JsonReader(pieces))
  } catch (error) {
    if (error instanceof JsonSyntaxError) throw lockfileError(path, error.line, error.message)
    throw error
  }
}

function besides(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1) + name
}
