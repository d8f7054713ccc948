/** Makes small ZIP archives, whole or with what a test breaks in them. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  readonly name: string
  readonly content: string | Uint8Array
  readonly stored?: boolean
  /** What the headers claim instead of the truth. */
  readonly size?: number
  readonly crc?: number
  readonly flags?: number
  readonly method?: number
  /** Sizes and place in the ZIP64 extra field. */
  readonly zip64?: boolean
}

export function makeZip(files: readonly ZipFile[]): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const content = Buffer.from(file.content)
    const body = file.stored ? content : deflateRawSync(content)
    const name = Buffer.from(file.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    locals.push(local, name, body)
    central.push(
      centralHeader(file, content, body.length, offset),
      name,
      extraOf(file, content, body.length, offset),
    )
    offset += 30 + name.length + body.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

/** An archive of OSV records. */
export function makeAdvisories(records: readonly { readonly id: string }[]): Uint8Array {
  return makeZip(records.map((record) => ({ name: `${record.id}.json`, content: JSON.stringify(record) })))
}

function centralHeader(file: ZipFile, content: Buffer, packed: number, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(file.flags ?? 0, 8)
  header.writeUInt16LE(file.method ?? (file.stored ? 0 : 8), 10)
  header.writeUInt32LE(file.crc ?? crc32(content), 16)
  header.writeUInt32LE(file.zip64 ? 0xffff_ffff : packed, 20)
  header.writeUInt32LE(file.zip64 ? 0xffff_ffff : (file.size ?? content.length), 24)
  header.writeUInt16LE(Buffer.byteLength(file.name), 28)
  header.writeUInt16LE(file.zip64 ? 28 : 0, 30)
  header.writeUInt32LE(file.zip64 ? 0xffff_ffff : offset, 42)
  return header
}

function extraOf(file: ZipFile, content: Buffer, packed: number, offset: number): Buffer {
  if (!file.zip64) return Buffer.alloc(0)
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(24, 2)
  extra.writeBigUInt64LE(BigInt(content.length), 4)
  extra.writeBigUInt64LE(BigInt(packed), 12)
  extra.writeBigUInt64LE(BigInt(offset), 20)
  return extra
}
