/** Which releases may go. Never: what runs, what was last good, and what a deployment is about. */
import { stat } from 'node:fs/promises'
import { type Layout, releaseFolder } from './layout.ts'
import { listReleases, removeRelease } from './staging.ts'

/**
 * Removes the oldest releases beyond `keep`, by the time they were unpacked.
 *
 * @returns the digests that were removed
 */
export async function pruneReleases(
  layout: Layout,
  keep: number,
  needed: ReadonlySet<string>,
): Promise<string[]> {
  const dated = await Promise.all(
    (await listReleases(layout)).map(async (digest) => ({
      digest,
      at: (await stat(releaseFolder(layout, digest))).ctimeMs,
    })),
  )
  dated.sort((a, b) => b.at - a.at)
  const removed: string[] = []
  for (const { digest } of dated.slice(keep)) {
    if (needed.has(digest)) continue
    await removeRelease(layout, digest)
    removed.push(digest)
  }
  return removed
}
