/** Advisories straight from an archive, for when there is no folder to keep an index in. */
import { affectedByKey, decodeArchive } from './decode-archive.ts'
import type { AdvisoryStore, Candidate } from './store.ts'

/** Keeps what the packages asked for need. @throws `ADVISORIES_INVALID` */
export function readIntoMemory(
  archive: Uint8Array,
  ecosystem: string,
  keys: ReadonlySet<string>,
): AdvisoryStore {
  const candidates = new Map<string, Candidate[]>()
  let asOf = ''
  for (const advisory of decodeArchive(archive)) {
    if (advisory.modified > asOf) asOf = advisory.modified
    if (advisory.withdrawn) continue
    for (const [key, affected] of affectedByKey(advisory, ecosystem)) {
      if (!keys.has(key)) continue
      const entries = candidates.get(key)
      if (entries) entries.push({ advisory, affected })
      else candidates.set(key, [{ advisory, affected }])
    }
  }
  return {
    known: () => new Set(candidates.keys()),
    candidates: (key) => candidates.get(key) ?? [],
    asOf: asOf || null,
    close() {},
  }
}
