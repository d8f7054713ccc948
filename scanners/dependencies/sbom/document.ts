/** What both formats need besides the components: names, time, and ids that come from the content alone. */
import { sha256Hex } from '../../../src/base/digest.ts'
import type { InventoryGraph } from './inventory-graph.ts'

export interface SbomRequest {
  readonly graph: InventoryGraph
  /** What the whole is called. */
  readonly name: string
  /** Of this program. */
  readonly toolVersion: string
  /** RFC 3339 in whole seconds; without it the same tree gives the same bytes at any time. */
  readonly timestamp: string | undefined
  /** Whether every lockfile was read wholly. */
  readonly complete: boolean
}

/** A UUID of version 8 (RFC 9562, 5.8) from a digest of the content. */
export function contentUuid(content: unknown): string {
  const hex = sha256Hex(JSON.stringify(content))
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export function emitDocument(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`
}
