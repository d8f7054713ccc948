/** What a `package.json` asks for; the lockfile's first version does not repeat it. */

import type { LockfileText } from '../../lockfile.ts'
import { JsonReader, JsonSyntaxError } from '../../text/json-reader.ts'
import type { Request, RequestKind } from './entry.ts'

export interface Manifest {
  readonly requests: readonly Request[]
  /** `resolutions`, which yarn reads. */
  readonly resolutions: readonly Override[]
}

export interface Override {
  readonly pattern: string
  readonly spec: string
}

const SECTIONS: ReadonlyMap<string, RequestKind> = new Map([
  ['dependencies', 'prod'],
  ['devDependencies', 'dev'],
  ['optionalDependencies', 'optional'],
  ['peerDependencies', 'peer'],
])

/** `undefined` where there is no manifest, or none that can be read: what is direct is not known then. */
export function readManifest(file: LockfileText | undefined): Manifest | undefined {
  if (!file) return undefined
  try {
    const reader = new JsonReader(file.text)
    const requests: Request[] = []
    const resolutions: Override[] = []
    reader.members((key) => {
      const kind = SECTIONS.get(key)
      if (reader.peek() !== 'object') reader.skip()
      else if (kind !== undefined) readTexts(reader, (name, spec) => requests.push({ name, spec, kind }))
      else if (key === 'resolutions') {
        readTexts(reader, (pattern, spec) => resolutions.push({ pattern, spec }))
      } else reader.skip()
    })
    reader.end()
    return { requests, resolutions }
  } catch (error) {
    if (error instanceof JsonSyntaxError) return undefined
    throw error
  }
}

function readTexts(reader: JsonReader, see: (key: string, value: string) => void): void {
  reader.members((key) => {
    const value = reader.stringOrSkip()
    if (value !== undefined) see(key, value)
  })
}
