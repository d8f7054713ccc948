/**
 * Git objects by id, read straight from loose files and packs: no program is run, so that nothing in
 * a hostile clone (configuration, hooks, filters, replace refs, promisor remotes) can take part.
 * Invariant: the bytes of an object are returned only when they hash to the id that was asked for.
 */
import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { inflateSync } from 'node:zlib'
import { messageOf, SallyportError } from '../../base/errors.ts'
import type { ObjectHash } from '../tree-digest.ts'
import { type GitFolder, readSmall } from './git-folder.ts'
import { broken, type GitObject, MAX_OBJECT_BYTES, type ObjectType, tooLarge } from './object.ts'
import { Pack } from './pack.ts'

const MAX_ALTERNATES = 16
const CACHE_BYTES = 64 * 1024 * 1024

export class ObjectStore {
  readonly hash: ObjectHash
  readonly #folders: readonly string[]
  readonly #packs: readonly Pack[]
  readonly #cache = new Map<string, GitObject>()
  #cached = 0

  constructor(git: GitFolder) {
    this.hash = git.objectHash
    this.#folders = objectFolders(join(git.shared, 'objects'))
    const idBytes = git.objectHash === 'sha1' ? 20 : 32
    this.#packs = this.#folders.flatMap((folder) => openPacks(join(folder, 'pack'), idBytes))
  }

  [Symbol.dispose](): void {
    for (const pack of this.#packs) pack.close()
  }

  /** `undefined` where no object has this id. @throws `GIT_UNREADABLE`, `LIMIT_EXCEEDED` */
  find(id: string): GitObject | undefined {
    const cached = this.#cache.get(id)
    if (cached) return cached
    const object = this.#readLoose(id) ?? this.#readPacked(id)
    if (!object) return undefined
    this.#verify(id, object)
    this.#remember(id, object)
    return object
  }

  /** @throws `GIT_UNREADABLE` where it is not there or not of this type */
  read(id: string, type: ObjectType): Uint8Array {
    const object = this.find(id)
    if (!object) throw missing(id)
    if (object.type !== type) throw broken(id, `it is a ${object.type}, not a ${type}`)
    return object.bytes
  }

  /** Bytes of an object, without reading all of it. @throws as {@link read} */
  size(id: string): number {
    const loose = this.#looseFile(id)
    if (loose) return parseLooseHeader(id, inflateStart(id, loose)).size
    for (const pack of this.#packs) {
      const offset = pack.findOffset(id)
      if (offset !== undefined) return pack.sizeAt(offset)
    }
    throw missing(id)
  }

  /** Ids that begin with these hex digits, at most two. */
  expand(prefix: string): string[] {
    const found = new Set<string>()
    for (const folder of this.#folders) {
      for (const name of listNames(join(folder, prefix.slice(0, 2)))) {
        if (name.startsWith(prefix.slice(2)) && /^[0-9a-f]+$/.test(name)) found.add(prefix.slice(0, 2) + name)
      }
    }
    for (const pack of this.#packs) for (const id of pack.findPrefix(prefix)) found.add(id)
    return [...found].slice(0, 2)
  }

  #looseFile(id: string): Uint8Array | undefined {
    for (const folder of this.#folders) {
      const path = join(folder, id.slice(0, 2), id.slice(2))
      const stats = lstatSync(path, { throwIfNoEntry: false })
      if (!stats?.isFile()) continue
      if (stats.size > MAX_OBJECT_BYTES) throw tooLarge(id, stats.size)
      return readFileSync(path)
    }
    return undefined
  }

  #readLoose(id: string): GitObject | undefined {
    const file = this.#looseFile(id)
    if (!file) return undefined
    const { type, size, headerBytes } = parseLooseHeader(id, inflateStart(id, file))
    if (size > MAX_OBJECT_BYTES) throw tooLarge(id, size)
    const whole = inflateBounded(id, file, size + headerBytes)
    if (whole.length !== size + headerBytes) throw broken(id, 'its length is not the one it names')
    return { type, bytes: whole.subarray(headerBytes) }
  }

  #readPacked(id: string): GitObject | undefined {
    for (const pack of this.#packs) {
      const offset = pack.findOffset(id)
      if (offset === undefined) continue
      return pack.readAt(offset, (base) => this.#readLoose(base) ?? this.#readPacked(base))
    }
    return undefined
  }

  #verify(id: string, { type, bytes }: GitObject): void {
    const computed = createHash(this.hash).update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')
    if (computed !== id) throw broken(id, `its bytes have the id ${computed}`)
  }

  #remember(id: string, object: GitObject): void {
    if (object.bytes.length > CACHE_BYTES / 16) return
    this.#cache.set(id, object)
    this.#cached += object.bytes.length
    for (const [oldest, { bytes }] of this.#cache) {
      if (this.#cached <= CACHE_BYTES) break
      this.#cache.delete(oldest)
      this.#cached -= bytes.length
    }
  }
}

/** The folder itself and those it borrows from (`git clone --reference`): every object is verified by its hash. */
function objectFolders(first: string): string[] {
  const folders = [first]
  for (let index = 0; index < folders.length && folders.length < MAX_ALTERNATES; index++) {
    const folder = folders[index]!
    const lines = readSmall(join(folder, 'info', 'alternates'))?.split('\n') ?? []
    for (const line of lines) {
      if (line === '' || line.startsWith('#') || line.includes('\0')) continue
      const other = isAbsolute(line) ? line : resolve(folder, line)
      if (!folders.includes(other) && folders.length < MAX_ALTERNATES) folders.push(other)
    }
  }
  return folders
}

function openPacks(folder: string, idBytes: number): Pack[] {
  const names = listNames(folder).filter((name) => /^pack-[0-9a-f]+\.idx$/.test(name))
  return names.sort().flatMap((name) => Pack.open(join(folder, name.slice(0, -4)), idBytes) ?? [])
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Not there, or not to be read: then nothing is in it for us, and what is missed is said by id.
    return []
  }
}

/** Enough of a loose object to hold its header. */
function inflateStart(id: string, file: Uint8Array): Uint8Array {
  try {
    // Z_SYNC_FLUSH: a truncated input is no error here.
    return inflateSync(file.subarray(0, 128), { finishFlush: 2 })
  } catch (cause) {
    throw broken(id, 'it cannot be inflated', cause)
  }
}

function parseLooseHeader(id: string, start: Uint8Array) {
  const match = /^(commit|tree|blob|tag) (0|[1-9]\d{0,14})\0/.exec(
    Buffer.from(start.subarray(0, 64)).toString('latin1'),
  )
  if (!match) throw broken(id, 'its header cannot be read')
  return { type: match[1] as ObjectType, size: Number(match[2]), headerBytes: match[0].length }
}

function inflateBounded(id: string, bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength })
  } catch (cause) {
    throw broken(id, `it cannot be inflated (${messageOf(cause)})`, cause)
  }
}

function missing(id: string): SallyportError {
  return new SallyportError('GIT_UNREADABLE', {
    message: `the object ${id} is not in this clone`,
    help: 'fetch the whole history (fetch-depth: 0 in actions/checkout, no filter); nothing is fetched from here',
  })
}
