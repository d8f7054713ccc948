/** SPDX documents, by their files' names. What reads them is loaded with the first: few trees have one. */
import type { LockfileFormat } from '../../lockfile.ts'

export const spdxDocument: LockfileFormat = {
  id: 'spdx',
  ecosystems: [],
  wants: (path) => /\.spdx(?:\.(?:json|ya?ml|rdf))?$/i.test(path),
  parse: async (file) => (await import('./spdx-content.ts')).parseSpdx(file),
}
