/**
 * The manifest of a release: each file with its digest, so that what is switched to is what was
 * unpacked. Kept in the agent's private state, never in the release.
 */
import { createReadStream } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { decode } from '../../base/decode.ts'
import { createSha256 } from '../../base/digest.ts'
import { SallyportError } from '../../base/errors.ts'
import { parseStrictJson } from '../../base/json.ts'
import { readFileIfThere, writeFileAtomic } from '../../platform/files.ts'
import { quoteName } from '../archive/refusal.ts'

const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    path: z.string(),
    executable: z.boolean(),
    size: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  z.strictObject({ kind: z.literal('folder'), path: z.string() }),
  z.strictObject({ kind: z.literal('symlink'), path: z.string(), target: z.string() }),
])

const manifestSchema = z.strictObject({
  version: z.literal(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  entries: z.array(entrySchema),
})

export type ManifestEntry = z.infer<typeof entrySchema>
export type Manifest = z.infer<typeof manifestSchema>

const MAX_MANIFEST_BYTES = 256 * 1024 * 1024

/** @throws `FILE_UNWRITABLE` */
export async function writeManifest(path: string, manifest: Manifest): Promise<void> {
  await writeFileAtomic(path, `${JSON.stringify(manifest)}\n`, 0o600)
}

/** `undefined` where there is none. @throws `JOURNAL_INVALID` */
export async function readManifest(path: string): Promise<Manifest | undefined> {
  const bytes = await readFileIfThere(path, MAX_MANIFEST_BYTES)
  if (bytes === undefined) return undefined
  const json = parseStrictJson(bytes, { source: path, maxBytes: MAX_MANIFEST_BYTES })
  return decode(manifestSchema, json, { source: path, code: 'JOURNAL_INVALID' })
}

/** Reads a release as it stands on the disk, sorted by path. */
export async function scanRelease(folder: string): Promise<ManifestEntry[]> {
  const entries: ManifestEntry[] = []
  const walk = async (relative: string): Promise<void> => {
    for (const name of (await readdir(join(folder, relative))).sort()) {
      const path = relative === '' ? name : `${relative}/${name}`
      const entry = await scanEntry(folder, path)
      entries.push(entry)
      if (entry.kind === 'folder') await walk(path)
    }
  }
  await walk('')
  return entries.sort(byPath)
}

/**
 * Compares a release with its manifest, content and all.
 *
 * @throws `DEPLOYMENT_REFUSED` naming the first path that differs
 */
export async function verifyRelease(folder: string, manifest: Manifest): Promise<void> {
  const found = new Map((await scanRelease(folder)).map((entry) => [entry.path, entry]))
  for (const expected of manifest.entries) {
    const actual = found.get(expected.path)
    found.delete(expected.path)
    if (JSON.stringify(actual) !== JSON.stringify(expected)) throw changed(folder, expected.path)
  }
  const [surplus] = found.keys()
  if (surplus !== undefined) throw changed(folder, surplus)
}

export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0
}

async function scanEntry(folder: string, path: string): Promise<ManifestEntry> {
  const absolute = join(folder, path)
  const stats = await lstat(absolute)
  if (stats.isSymbolicLink()) return { kind: 'symlink', path, target: await readlink(absolute) }
  if (stats.isDirectory()) return { kind: 'folder', path }
  if (!stats.isFile()) throw changed(folder, path)
  const executable = (stats.mode & 0o111) !== 0
  return { kind: 'file', path, executable, size: stats.size, sha256: await hashFile(absolute) }
}

async function hashFile(path: string): Promise<string> {
  const hash = createSha256()
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

function changed(folder: string, path: string): SallyportError {
  return new SallyportError('DEPLOYMENT_REFUSED', {
    message: `the release was changed after it was unpacked: ${quoteName(path)} in ${folder}`,
    help: 'find out who wrote there; deploying the artifact again unpacks it anew',
  })
}
