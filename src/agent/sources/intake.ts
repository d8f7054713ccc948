/**
 * From a source to a file whose digest is the approved one. Hashed while it is written into a private
 * folder; a resumed prefix is hashed again from the open file; what is unpacked later is read from the
 * same open file, so that nobody can change it between.
 */

import type { Hash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createSha256 } from '../../base/digest.ts'
import { SallyportError } from '../../base/errors.ts'
import type { RandomAccess } from '../archive/random-access.ts'
import { readRange } from '../archive/random-access.ts'
import type { Layout } from '../release/layout.ts'
import type { OpenSource, Source } from './source.ts'

export interface Expected {
  /** Lower-case hex. */
  readonly digest: string
  readonly size: number
}

/** A download under way, and then the artifact. */
export class Intake {
  readonly #path: string
  readonly #file: FileHandle
  readonly #expected: Expected
  #hash: Hash
  #size: number
  #source: OpenSource | undefined

  private constructor(
    path: string,
    file: FileHandle,
    expected: Expected,
    prefix: { hash: Hash; size: number },
  ) {
    this.#path = path
    this.#file = file
    this.#expected = expected
    this.#hash = prefix.hash
    this.#size = prefix.size
  }

  /** Opens what is there of this digest already, and the source from there on. */
  static async begin(
    layout: Layout,
    expected: Expected,
    source: Source,
    signal: AbortSignal,
  ): Promise<Intake> {
    const path = partialPath(layout, expected.digest)
    const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600)
    try {
      const intake = new Intake(path, file, expected, await hashPrefix(file, expected.size))
      await intake.#openSource(source, signal)
      return intake
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /** How many bytes were here before. */
  get resumedFrom(): number {
    return this.#size
  }

  /**
   * Reads to the end.
   *
   * @throws `VERIFICATION_REFUSED` for other bytes than approved (nothing is kept then); anything
   * else is a source lost or a disk full, and what came is kept for a resume
   */
  async complete(onProgress: (bytes: number) => void): Promise<void> {
    try {
      for await (const chunk of this.#source?.bytes ?? []) {
        if (this.#size + chunk.length > this.#expected.size) throw await this.#differs('it is longer')
        await this.#append(chunk)
        onProgress(this.#size)
      }
    } finally {
      this.#source?.close()
    }
    if (this.#size < this.#expected.size) {
      throw new SallyportError('HTTP_FAILED', {
        message: `the source ended after ${this.#size} of ${this.#expected.size} bytes`,
      })
    }
    const digest = this.#hash.digest('hex')
    if (digest !== this.#expected.digest) throw await this.#differs(`its digest is sha256:${digest}`)
    await this.#file.sync()
  }

  /** The open file, for unpacking. */
  randomAccess(): RandomAccess {
    return {
      size: this.#size,
      read: async (offset, length) => {
        const buffer = Buffer.allocUnsafe(length)
        const { bytesRead } = await this.#file.read(buffer, 0, length, offset)
        return buffer.subarray(0, bytesRead)
      },
    }
  }

  /** @param keep leaves a partial download for a resume */
  async close(keep: boolean): Promise<void> {
    this.#source?.close()
    await this.#file.close()
    if (!keep) await rm(this.#path, { force: true })
  }

  async #openSource(source: Source, signal: AbortSignal): Promise<void> {
    if (this.#size === this.#expected.size && this.#size > 0) return
    this.#source = await source.open(this.#size, signal)
    if (this.#source.offset === this.#size) return
    await this.#file.truncate(0)
    this.#size = 0
    this.#hash = createSha256()
  }

  async #append(chunk: Uint8Array): Promise<void> {
    for (let written = 0; written < chunk.length; ) {
      const at = this.#size + written
      written += (await this.#file.write(chunk, written, chunk.length - written, at)).bytesWritten
    }
    this.#hash.update(chunk)
    this.#size += chunk.length
  }

  async #differs(how: string): Promise<SallyportError> {
    await this.#file.truncate(0)
    await rm(this.#path, { force: true })
    return new SallyportError('VERIFICATION_REFUSED', {
      message: `the artifact is not the approved one: ${how}; approved are ${this.#expected.size} bytes of sha256:${this.#expected.digest}`,
      help: 'deploy the file that was approved, or have this one approved',
    })
  }
}

/** Partial downloads of other digests are of no use any more. */
export async function removePartial(layout: Layout, digest: string): Promise<void> {
  await rm(partialPath(layout, digest), { force: true })
}

function partialPath(layout: Layout, digest: string): string {
  return join(layout.incoming, `${digest}.partial`)
}

async function hashPrefix(file: FileHandle, most: number): Promise<{ hash: Hash; size: number }> {
  const hash = createSha256()
  const { size } = await file.stat()
  if (size > most) {
    await file.truncate(0)
    return { hash, size: 0 }
  }
  const access: RandomAccess = {
    size,
    read: async (offset, length) => {
      const buffer = Buffer.allocUnsafe(length)
      const { bytesRead } = await file.read(buffer, 0, length, offset)
      return buffer.subarray(0, bytesRead)
    },
  }
  for await (const chunk of readRange(access, 0, size)) hash.update(chunk)
  return { hash, size }
}
