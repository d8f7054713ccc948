/** CycloneDX, by its files' names. What reads them is loaded with the first: few trees have one. */
import type { LockfileFormat } from '../../lockfile.ts'

export const cyclonedx: LockfileFormat = {
  id: 'cyclonedx',
  ecosystems: [],
  wants: (path) => /(?:^|\/)(?:bom\.(?:json|xml)|[^/]+\.cdx\.(?:json|xml))$/i.test(path),
  parse: async (file) => (await import('./cyclonedx-content.ts')).parseCyclonedx(file),
}
