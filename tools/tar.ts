/**
 * A tar archive (POSIX ustar) whose bytes depend on names, modes and contents alone: no owner, no time, in
 * the order of names.
 *
 * ```
 * 0 name 100 | 100 mode 8 | 108 uid 8 | 116 gid 8 | 124 size 12 | 136 mtime 12 | 148 checksum 8 | 156 type
 * 157 link 100 | 257 "ustar\0" "00" | 345 prefix 155 | 500 nothing
 * ```
 */
const BLOCK = 512
const MAX_NAME = 100

export interface TarEntry {
  /** With slashes, relative; at most 100 bytes. */
  readonly name: string
  /** 0o644 or 0o755. */
  readonly mode: number
  readonly content: Uint8Array
}

/** @param mtime seconds; the same for every entry */
export function makeTar(entries: readonly TarEntry[], mtime: number): Buffer {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))
  const blocks = sorted.flatMap((entry) => [
    header(entry, mtime),
    entry.content,
    padding(entry.content.length),
  ])
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)])
}

function header({ name, mode, content }: TarEntry, mtime: number): Buffer {
  if (Buffer.byteLength(name) > MAX_NAME) throw new Error(`${name} is longer than ${MAX_NAME} bytes`)
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write(octal(mode, 7), 100)
  block.write(octal(0, 7), 108)
  block.write(octal(0, 7), 116)
  block.write(octal(content.length, 11), 124)
  block.write(octal(mtime, 11), 136)
  block.write('        ', 148)
  block.write('0', 156)
  block.write('ustar\0', 257)
  block.write('00', 263)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${octal(sum, 6)}\0 `, 148)
  return block
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

function padding(length: number): Buffer {
  return Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK)
}
