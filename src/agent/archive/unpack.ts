/**
 * Unpacks an artifact into an empty private folder. Files are created new and never through a link,
 * links come last, everything ends read-only and synced. On a refusal the caller removes the folder.
 */
import { constants } from 'node:fs'
import { chmod, link, mkdir, open, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { createSha256 } from '../../base/digest.ts'
import { syncFolder } from '../../platform/files.ts'
import { byPath, type ManifestEntry } from '../release/manifest.ts'
import type { ArchiveEntry } from './entry.ts'
import { type EntriesOptions, maxUnpackedBytes, readEntries } from './format.ts'
import { EntryTree, splitEntryPath } from './path-rules.ts'
import type { RandomAccess } from './random-access.ts'
import { archiveRefused } from './refusal.ts'

const SETUID_SETGID = 0o6000

/** @returns the manifest's entries, sorted by path @throws `ARCHIVE_REFUSED`, or a system error such as ENOSPC */
export async function unpack(
  file: RandomAccess,
  folder: string,
  options: EntriesOptions,
): Promise<ManifestEntry[]> {
  const unpacking = new Unpacking(folder, file.size, options)
  for await (const entry of readEntries(file, options)) await unpacking.add(entry)
  return await unpacking.finish()
}

class Unpacking {
  readonly #folder: string
  readonly #options: EntriesOptions
  readonly #maxBytes: number
  readonly #tree = new EntryTree()
  readonly #folders = new Set<string>()
  readonly #files = new Map<string, ManifestEntry & { kind: 'file' }>()
  readonly #symlinks: { path: string; target: string }[] = []
  #count = 0
  #bytes = 0

  constructor(folder: string, artifactSize: number, options: EntriesOptions) {
    this.#folder = folder
    this.#options = options
    this.#maxBytes = maxUnpackedBytes(artifactSize, options.limits)
  }

  async add(entry: ArchiveEntry): Promise<void> {
    if (++this.#count > this.#options.limits.maxEntries) {
      throw archiveRefused(`it has more than ${this.#options.limits.maxEntries} entries`)
    }
    const parts = splitEntryPath(entry.name)
    if (parts.length === 0 && entry.kind !== 'folder')
      throw archiveRefused('an entry has no name', entry.name)
    if ('mode' in entry && (entry.mode & SETUID_SETGID) !== 0) {
      throw archiveRefused('an entry is setuid or setgid', entry.name)
    }
    switch (entry.kind) {
      case 'folder':
        this.#tree.add('folder', parts)
        return await this.#makeFolders(parts)
      case 'file':
        this.#tree.add('file', parts)
        await this.#makeFolders(parts.slice(0, -1))
        return await this.#writeFile(parts.join('/'), entry)
      case 'symlink':
        this.#tree.addSymlink(parts, entry.target)
        await this.#makeFolders(parts.slice(0, -1))
        this.#symlinks.push({ path: parts.join('/'), target: entry.target })
        return
      case 'hardlink':
        return await this.#linkFile(parts, entry.name, entry.target)
    }
  }

  async finish(): Promise<ManifestEntry[]> {
    this.#tree.checkLinks()
    for (const { path, target } of this.#symlinks) await symlink(target, join(this.#folder, path))
    const deepestFirst = [...this.#folders].sort((a, b) => b.split('/').length - a.split('/').length)
    for (const path of deepestFirst) await this.#seal(path)
    return [
      ...[...this.#folders].map((path) => ({ kind: 'folder' as const, path })),
      ...this.#files.values(),
      ...this.#symlinks.map((symbolic) => ({ kind: 'symlink' as const, ...symbolic })),
    ].sort(byPath)
  }

  async #seal(path: string): Promise<void> {
    await syncFolder(join(this.#folder, path))
    await chmod(join(this.#folder, path), 0o555)
  }

  async #makeFolders(parts: readonly string[]): Promise<void> {
    for (let depth = 1; depth <= parts.length; depth++) {
      const path = parts.slice(0, depth).join('/')
      if (this.#folders.has(path)) continue
      await mkdir(join(this.#folder, path), { mode: 0o755 })
      this.#folders.add(path)
    }
  }

  async #writeFile(path: string, entry: ArchiveEntry & { kind: 'file' }): Promise<void> {
    const executable = (entry.mode & 0o111) !== 0
    const hash = createSha256()
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW
    const file = await open(join(this.#folder, path), flags, 0o600)
    let size = 0
    try {
      for await (const chunk of entry.body) {
        this.#countBytes(chunk.length, entry.name)
        size += chunk.length
        hash.update(chunk)
        for (let written = 0; written < chunk.length; ) {
          written += (await file.write(chunk, written)).bytesWritten
        }
      }
      await file.chmod(executable ? 0o555 : 0o444)
      await file.sync()
    } finally {
      await file.close()
    }
    this.#files.set(path, { kind: 'file', path, executable, size, sha256: hash.digest('hex') })
  }

  async #linkFile(parts: readonly string[], name: string, target: string): Promise<void> {
    const existing = this.#files.get(this.#tree.findFile(splitEntryPath(target), name))!
    this.#tree.add('file', parts)
    await this.#makeFolders(parts.slice(0, -1))
    const path = parts.join('/')
    await link(join(this.#folder, existing.path), join(this.#folder, path))
    this.#files.set(path, { ...existing, path })
  }

  #countBytes(length: number, entry: string): void {
    this.#bytes += length
    if (this.#bytes > this.#maxBytes) {
      throw archiveRefused(`it unpacks to more than ${this.#maxBytes} bytes`, entry)
    }
  }
}
