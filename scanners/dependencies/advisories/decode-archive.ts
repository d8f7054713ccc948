/** From an archive of OSV's to its records. */

import { decodeUtf8 } from '../../../src/base/bytes.ts'
import { SallyportError } from '../../../src/base/errors.ts'
import { ecosystemBase } from '../versions/ecosystems.ts'
import { ADVISORY_LIMITS, readArchive } from './archive.ts'
import { packageKey } from './names.ts'
import { type Advisory, type Affected, decodeAdvisory } from './record.ts'

/** @throws `ADVISORIES_INVALID` where the archive or one of its records is broken: half a set is no set. */
export function* decodeArchive(bytes: Uint8Array): Generator<Advisory> {
  for (const entry of readArchive(bytes, ADVISORY_LIMITS)) {
    if (!entry.name.endsWith('.json')) continue
    const advisory = decodeAdvisory(parseRecord(entry.name, entry.read()))
    if (!advisory) throw invalidRecord(entry.name, 'it is no OSV record')
    yield advisory
  }
}

/** The entries of one ecosystem, by package; those of GIT by repository. */
export function affectedByKey(advisory: Advisory, ecosystem: string): Map<string, Affected[]> {
  const byKey = new Map<string, Affected[]>()
  for (const affected of advisory.affected) {
    for (const key of keysOf(affected, ecosystem)) {
      const entries = byKey.get(key)
      if (entries) entries.push(affected)
      else byKey.set(key, [affected])
    }
  }
  return byKey
}

function keysOf(affected: Affected, ecosystem: string): Iterable<string> {
  if (ecosystem === 'GIT') return new Set(affected.repositories.map((url) => packageKey('GIT', url)))
  const isOurs = affected.name !== '' && ecosystemBase(affected.ecosystem) === ecosystem
  return isOurs ? [packageKey(affected.ecosystem, affected.name)] : []
}

function parseRecord(name: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes))
  } catch (cause) {
    throw invalidRecord(name, 'it is not JSON', cause)
  }
}

function invalidRecord(name: string, why: string, cause?: unknown): SallyportError {
  return new SallyportError('ADVISORIES_INVALID', {
    message: `the record ${JSON.stringify(name.slice(0, 100))} cannot be read: ${why}`,
    cause,
  })
}
