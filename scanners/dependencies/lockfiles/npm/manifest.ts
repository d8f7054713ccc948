/** What a `package.json` asks for; the lockfile's first version does not repeat it. */

import type { LockfileText } from '../../lockfile.ts'
import { JsonReader, JsonSyntaxError } from '../../text/json-reader.ts'
import type { Request, RequestKind } from './entry.ts'

export interface Manifest {
  readonly requests: readonly Request[]
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
    reader.members((key) => {
      const kind = SECTIONS.get(key)
      if (kind === undefined || reader.peek() !== 'object') reader.skip()
      else readSection(reader, kind, requests)
    })
    reader.end()
    return { requests }
  } catch (error) {
    if (error instanceof JsonSyntaxError) return undefined
    throw error
  }
}

function readSection(reader: JsonReader, kind: RequestKind, into: Request[]): void {
  reader.members((name) => {
    const spec = reader.stringOrSkip()
    if (spec !== undefined) into.push({ name, spec, kind })
  })
}
