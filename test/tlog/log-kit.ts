/** A small log as static files, so that a test can damage one of them. */
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { logOrigin, signCheckpoint } from '../../src/tlog/checkpoint.ts'
import { emitInclusionProof } from '../../src/tlog/inclusion-proof.ts'
import { consistencyRanges, inclusionRanges, proofOf } from '../../src/tlog/proof.ts'
import { emitEntryBundle, emitTile, TILE_WIDTH, tilePath, tilesOf } from '../../src/tlog/tile.ts'
import { completedNodes, leafHash, type NodeId, treeRoot } from '../../src/tlog/tree.ts'

export const LOG_KEY = ed25519KeyPair(new Uint8Array(32).fill(0x10))
export const COORDINATOR_ID = 'C'.repeat(43)

export class TestLog {
  readonly entries: Uint8Array[]
  readonly #nodes = new Map<string, Uint8Array>()
  readonly #key
  readonly origin

  constructor(entries: readonly Uint8Array[], key = LOG_KEY, coordinatorId = COORDINATOR_ID) {
    this.entries = [...entries]
    this.#key = key
    this.origin = logOrigin(coordinatorId)
    for (const [index, entry] of entries.entries()) {
      for (const { node, hash } of completedNodes(index, leafHash(entry), this.read)) {
        this.#nodes.set(`${node.level}/${node.index}`, hash)
      }
    }
  }

  readonly read = ({ level, index }: NodeId): Uint8Array => this.#nodes.get(`${level}/${index}`)!

  checkpoint(size = this.entries.length): string {
    return signCheckpoint({ origin: this.origin, size, root: treeRoot(size, this.read) }, this.#key)
  }

  proof(index: number, size = this.entries.length): string {
    const hashes = proofOf(inclusionRanges(index, size), this.read)
    return emitInclusionProof({ index, hashes, checkpoint: this.checkpoint(size) })
  }

  consistency(first: number, second: number): Uint8Array[] {
    return proofOf(consistencyRanges(first, second), this.read)
  }

  files(): Map<string, Uint8Array> {
    const size = this.entries.length
    const files = new Map([['checkpoint', encodeUtf8(this.checkpoint())]])
    for (const tile of tilesOf('entries', size)) {
      const start = tile.index * TILE_WIDTH
      files.set(tilePath(tile), emitEntryBundle(this.entries.slice(start, start + tile.width)))
    }
    for (let level = 0; tilesOf(level, size).length > 0; level++) {
      for (const tile of tilesOf(level, size)) {
        const hashes = Array.from({ length: tile.width }, (_, at) =>
          this.read({ level: level * 8, index: tile.index * TILE_WIDTH + at }),
        )
        files.set(tilePath(tile), emitTile(hashes))
      }
    }
    return files
  }
}

export function numberedEntries(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, index) => encodeUtf8(JSON.stringify({ type: 'node-end', index })))
}
