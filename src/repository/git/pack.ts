/**
 * One pack and its index (gitformat-pack(5)): index version 2, pack version 2 and 3, deltas by offset
 * and by id. Read by position, so that memory does not grow with the pack.
 *
 * | index part | bytes |
 * |---|---|
 * | `ff 74 4f 63`, version 2 | 8 |
 * | fan-out: objects whose first byte is at most i | 256 × 4 |
 * | ids, sorted | n × id |
 * | CRCs | n × 4 |
 * | offsets; the top bit refers to the table of large ones | n × 4 |
 * | large offsets | × 8 |
 */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { messageOf } from '../../base/errors.ts'
import { applyDelta, deltaSizes } from './delta.ts'
import { broken, type GitObject, MAX_OBJECT_BYTES, type ObjectType, tooLarge } from './object.ts'

const FAN_OUT_AT = 8
const IDS_AT = FAN_OUT_AT + 256 * 4
const MAX_CHAIN = 4_096
const TYPES: Readonly<Record<number, ObjectType>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' }
const OFS_DELTA = 6
const REF_DELTA = 7
const BASE_CACHE_BYTES = 32 * 1024 * 1024

type FindBase = (id: string) => GitObject | undefined

interface Entry {
  readonly type: number
  readonly size: number
  readonly dataAt: number
  /** Of a delta: where its base stands, or the base's id. */
  readonly base: number | string | null
}

export class Pack {
  readonly #index: number
  readonly #pack: number
  readonly #packSize: number
  readonly #idBytes: number
  readonly #fanOut: readonly number[]
  readonly #bases = new Map<number, GitObject>()
  #basesBytes = 0

  /** `undefined` where one of both files is missing or has another format. */
  static open(path: string, idBytes: number): Pack | undefined {
    const index = openRegular(`${path}.idx`)
    const pack = openRegular(`${path}.pack`)
    const head = index === undefined ? undefined : readAt(index, 0, IDS_AT)
    if (index !== undefined && pack !== undefined && head && isVersion2(head)) {
      return new Pack(index, pack, idBytes, head)
    }
    if (index !== undefined) closeSync(index)
    if (pack !== undefined) closeSync(pack)
    return undefined
  }

  private constructor(index: number, pack: number, idBytes: number, head: Buffer) {
    this.#index = index
    this.#pack = pack
    this.#packSize = fstatSync(pack).size
    this.#idBytes = idBytes
    this.#fanOut = Array.from({ length: 256 }, (_, byte) => head.readUInt32BE(FAN_OUT_AT + byte * 4))
  }

  close(): void {
    closeSync(this.#index)
    closeSync(this.#pack)
  }

  findOffset(id: string): number | undefined {
    const position = this.#lowerBound(id)
    return this.#idAt(position) === id ? this.#offsetAt(position) : undefined
  }

  /** At most two ids. */
  findPrefix(prefix: string): string[] {
    const first = this.#lowerBound(prefix.padEnd(this.#idBytes * 2, '0'))
    const candidates = [this.#idAt(first), this.#idAt(first + 1)]
    return candidates.filter((id): id is string => id?.startsWith(prefix) === true)
  }

  /** Bytes of the object, deltas applied; nothing but headers is read. */
  sizeAt(offset: number): number {
    const entry = this.#entry(offset)
    if (entry.base === null) return entry.size
    return deltaSizes(this.#inflate(entry, offset, 32)).result
  }

  /** @throws `GIT_UNREADABLE`, `LIMIT_EXCEEDED`; the caller verifies the hash */
  readAt(offset: number, findBase: FindBase): GitObject {
    const deltas: { entry: Entry; offset: number }[] = []
    let at = offset
    let object: GitObject | undefined
    while (object === undefined) {
      const cached = this.#bases.get(at)
      if (cached) {
        object = cached
        break
      }
      const entry = this.#entry(at)
      const type = TYPES[entry.type]
      if (type) object = this.#rememberBase(at, { type, bytes: this.#inflate(entry, at) })
      else {
        deltas.push({ entry, offset: at })
        if (deltas.length > MAX_CHAIN) throw broken(String(offset), 'its chain of deltas has no end')
        if (typeof entry.base === 'string') object = requireBase(findBase(entry.base), entry.base)
        else at = entry.base!
      }
    }
    for (const { entry, offset: deltaAt } of deltas.reverse()) {
      const bytes = applyDelta(object.bytes, this.#inflate(entry, deltaAt))
      object = this.#rememberBase(deltaAt, { type: object.type, bytes })
    }
    return object
  }

  #entry(offset: number): Entry {
    if (offset < 12 || offset >= this.#packSize) throw broken(String(offset), 'it stands outside of its pack')
    const head = readAt(this.#pack, offset, Math.min(64, this.#packSize - offset))
    if (!head) throw broken(String(offset), 'its pack is truncated')
    let at = 0
    let byte = head[at++]!
    const type = (byte >> 4) & 7
    let size = byte & 15
    for (let shift = 4; byte & 0x80; shift += 7) {
      byte = head[at++] ?? 0
      size += (byte & 0x7f) * 2 ** shift
    }
    if (size > MAX_OBJECT_BYTES) throw tooLarge(`at ${offset}`, size)
    if (type === REF_DELTA) {
      const base = head.toString('hex', at, at + this.#idBytes)
      return { type, size, dataAt: offset + at + this.#idBytes, base }
    }
    if (type === OFS_DELTA) {
      const { distance, next } = readDistance(head, at)
      // Zero would make the object its own base.
      if (distance <= 0 || distance > offset)
        throw broken(String(offset), 'its base stands outside of its pack')
      return { type, size, dataAt: offset + next, base: offset - distance }
    }
    if (!TYPES[type]) throw broken(String(offset), `it has the unknown type ${type}`)
    return { type, size, dataAt: offset + at, base: null }
  }

  /** @param atMost bytes that suffice, for a start only */
  #inflate(entry: Entry, offset: number, atMost?: number): Uint8Array {
    // Deflate never needs much more than it holds; twice as much leaves room for any honest encoder.
    const most = atMost === undefined ? entry.size * 2 + 4_096 : 4_096
    const input = readAt(this.#pack, entry.dataAt, Math.min(most, this.#packSize - entry.dataAt))
    if (!input) throw broken(String(offset), 'its pack is truncated')
    try {
      if (atMost !== undefined && entry.size > 4_096) return inflateSync(input, { finishFlush: 2 })
      const bytes = inflateSync(input, { maxOutputLength: Math.max(1, entry.size) })
      if (bytes.length !== entry.size) throw new Error('its length is not the one it names')
      return bytes
    } catch (cause) {
      throw broken(String(offset), messageOf(cause), cause)
    }
  }

  #rememberBase(offset: number, object: GitObject): GitObject {
    if (object.bytes.length <= BASE_CACHE_BYTES / 8 && !this.#bases.has(offset)) {
      this.#bases.set(offset, object)
      this.#basesBytes += object.bytes.length
      for (const [oldest, { bytes }] of this.#bases) {
        if (this.#basesBytes <= BASE_CACHE_BYTES) break
        this.#bases.delete(oldest)
        this.#basesBytes -= bytes.length
      }
    }
    return object
  }

  /** The position of the first id that is not smaller. */
  #lowerBound(id: string): number {
    const first = Number.parseInt(id.slice(0, 2), 16)
    let low = first === 0 ? 0 : this.#fanOut[first - 1]!
    let high = this.#fanOut[first]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#idAt(middle) ?? '') < id) low = middle + 1
      else high = middle
    }
    return low
  }

  #idAt(position: number): string | undefined {
    if (position >= this.#fanOut[255]!) return undefined
    return readAt(this.#index, IDS_AT + position * this.#idBytes, this.#idBytes)?.toString('hex')
  }

  #offsetAt(position: number): number | undefined {
    const count = this.#fanOut[255]!
    const offsetsAt = IDS_AT + count * (this.#idBytes + 4)
    const offset = readAt(this.#index, offsetsAt + position * 4, 4)?.readUInt32BE()
    if (offset === undefined || offset < 0x8000_0000) return offset
    const large = readAt(this.#index, offsetsAt + count * 4 + (offset - 0x8000_0000) * 8, 8)
    return large === undefined ? undefined : Number(large.readBigUInt64BE())
  }
}

function isVersion2(head: Buffer): boolean {
  return head.readUInt32BE(0) === 0xff744f63 && head.readUInt32BE(4) === 2
}

/** gitformat-pack(5): each further byte adds one to what came before, so that no distance has two forms. */
function readDistance(head: Buffer, start: number): { distance: number; next: number } {
  let at = start
  let byte = head[at++] ?? 0
  let distance = byte & 0x7f
  while (byte & 0x80) {
    byte = head[at++] ?? 0
    distance = (distance + 1) * 128 + (byte & 0x7f)
    if (distance > Number.MAX_SAFE_INTEGER / 256) return { distance: -1, next: at }
  }
  return { distance, next: at }
}

function requireBase(base: GitObject | undefined, id: string): GitObject {
  if (!base) throw broken(id, 'a delta needs it, and it is not in this clone')
  return base
}

function openRegular(path: string): number | undefined {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    if (fstatSync(file).isFile()) return file
    closeSync(file)
    return undefined
  } catch {
    // A pack that cannot be opened holds nothing for us; what is missed is said by id.
    return undefined
  }
}

/** Exactly so many bytes, or `undefined`. */
function readAt(file: number, position: number, length: number): Buffer | undefined {
  if (length < 0 || !Number.isSafeInteger(position)) return undefined
  const bytes = Buffer.allocUnsafe(length)
  return readSync(file, bytes, 0, length, position) === length ? bytes : undefined
}
