/**
 * From an artifact on the disk to a release with its final name. A release is there wholly or not at
 * all: it is unpacked beside, synced, its manifest is written, and then it is renamed.
 */
import { chmod, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hasSystemCode } from '../../base/errors.ts'
import { syncFolder } from '../../platform/files.ts'
import { isFolder } from '../../platform/folders.ts'
import type { EntriesOptions } from '../archive/format.ts'
import type { RandomAccess } from '../archive/random-access.ts'
import { unpack } from '../archive/unpack.ts'
import { type Layout, manifestPath, releaseFolder, stagingFolder } from './layout.ts'
import { readManifest, verifyRelease, writeManifest } from './manifest.ts'

/** @throws `ARCHIVE_REFUSED`, or a system error such as ENOSPC; then nothing is left */
export async function stageRelease(
  layout: Layout,
  digest: string,
  artifact: RandomAccess,
  options: EntriesOptions,
): Promise<void> {
  const staging = stagingFolder(layout, digest)
  await removeRelease(layout, digest)
  await mkdir(staging, { mode: 0o700 })
  try {
    const entries = await unpack(artifact, staging, options)
    await writeManifest(manifestPath(layout, digest), { version: 1, digest, entries })
    await chmod(staging, 0o755)
    await syncFolder(staging)
    await rename(staging, releaseFolder(layout, digest))
    await chmod(releaseFolder(layout, digest), 0o555)
    await syncFolder(layout.releases)
  } catch (error) {
    await removeRelease(layout, digest)
    throw error
  }
}

/** True where the release is there and is what was unpacked. */
export async function hasSoundRelease(layout: Layout, digest: string): Promise<boolean> {
  try {
    await checkRelease(layout, digest)
    return true
  } catch {
    // Absent, changed or unreadable: whichever it is, it must be unpacked again.
    return false
  }
}

/** @throws `DEPLOYMENT_REFUSED` where a file differs from the manifest; `JOURNAL_INVALID` without one */
export async function checkRelease(layout: Layout, digest: string): Promise<void> {
  const manifest = await readManifest(manifestPath(layout, digest))
  if (manifest?.digest !== digest) throw new Error(`there is no manifest of the release ${digest}`)
  await verifyRelease(releaseFolder(layout, digest), manifest)
}

/** Removes a release, staged or half staged, with its manifest. */
export async function removeRelease(layout: Layout, digest: string): Promise<void> {
  // The name goes first: what is left after a crash is a staging folder, which nobody runs.
  const staging = stagingFolder(layout, digest)
  await removeTree(staging)
  try {
    await rename(releaseFolder(layout, digest), staging)
  } catch (error) {
    if (!hasSystemCode(error, 'ENOENT')) throw error
  }
  await removeTree(staging)
  await rm(manifestPath(layout, digest), { force: true })
}

/** Staging folders are of deployments that are over, once the journal has been recovered. */
export async function removeStaging(layout: Layout): Promise<void> {
  for (const name of await readdir(layout.releases)) {
    if (name.startsWith('.staging-')) await removeTree(join(layout.releases, name))
  }
}

/** Digests of the releases that are there. */
export async function listReleases(layout: Layout): Promise<string[]> {
  return (await readdir(layout.releases)).filter((name) => /^[0-9a-f]{64}$/.test(name))
}

/** Read-only folders must be opened before they can be emptied. */
async function removeTree(path: string): Promise<void> {
  if (!isFolder(path)) return
  await chmod(path, 0o700)
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await removeTree(join(path, entry.name))
  }
  await rm(path, { recursive: true, force: true })
}
