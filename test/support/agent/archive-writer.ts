/** Writes tars and zips as odd as a test wants them. */
import { crc32, deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib'

export interface TarMember {
  readonly name: string
  readonly content?: string | Uint8Array
  /** `0` file, `5` folder, `2` symbolic link, `1` hard link, … */
  readonly type?: string
  readonly mode?: number
  readonly target?: string
  /** Written instead of the content's length. */
  readonly size?: number
}

export function tar(members: readonly TarMember[], end = 1024): Buffer {
  return Buffer.concat([...members.flatMap(tarMember), Buffer.alloc(end)])
}

export function tarGz(members: readonly TarMember[]): Buffer {
  return gzipSync(tar(members))
}

export function tarZst(members: readonly TarMember[]): Buffer {
  return zstdCompressSync(tar(members))
}

function tarMember(member: TarMember): Buffer[] {
  const content = Buffer.from(member.content ?? '')
  const block = Buffer.alloc(512)
  block.write(member.name, 0, 100, 'utf8')
  block.write(octal(member.mode ?? 0o644, 7), 100)
  block.write(octal(member.size ?? content.length, 11), 124)
  block.write(member.type ?? '0', 156)
  block.write(member.target ?? '', 157, 100, 'utf8')
  block.write('ustar\0', 257)
  block.write('00', 263)
  block.write('        ', 148)
  block.write(
    `${octal(
      block.reduce((sum, byte) => sum + byte, 0),
      6,
    )}\0 `,
    148,
  )
  return [block, content, Buffer.alloc((512 - (content.length % 512)) % 512)]
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

/** A pax header for the member after it. */
export function pax(records: Readonly<Record<string, string>>, type = 'x'): TarMember {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = Buffer.byteLength(` ${key}=${value}\n`)
    let length = rest + 1
    while (String(length).length + rest !== length) length++
    return `${length} ${key}=${value}\n`
  })
  return { name: 'PaxHeaders/x', type, content: lines.join('') }
}

export interface ZipMember {
  readonly name: string
  readonly content?: string | Uint8Array
  /** Unix mode with type; 0 for an archive made elsewhere. */
  readonly unixMode?: number
  readonly stored?: boolean
  readonly flags?: number
  readonly method?: number
  readonly crc?: number
  /** Written into both headers instead of the content's length. */
  readonly size?: number
  readonly localName?: string
  /** Uses the data of the first member: an overlap. */
  readonly sharesFirst?: boolean
}

export function zip(members: readonly ZipMember[], after: Uint8Array = new Uint8Array(0)): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const member of members) {
    const { local, central } = zipMember(member, member.sharesFirst ? 0 : offset)
    centrals.push(central)
    if (member.sharesFirst) continue
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end, after])
}

function zipMember(member: ZipMember, offset: number): { local: Buffer; central: Buffer } {
  const content = Buffer.from(member.content ?? '')
  const packed = member.stored ? content : deflateRawSync(content)
  const name = Buffer.from(member.name)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(member.flags ?? 0, 2)
  shared.writeUInt16LE(member.method ?? (member.stored ? 0 : 8), 4)
  shared.writeUInt32LE(member.crc ?? crc32(content), 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(member.size ?? content.length, 18)
  shared.writeUInt16LE(name.length, 22)
  const localName = Buffer.from(member.localName ?? member.name)
  const localHeader = Buffer.from(shared)
  localHeader.writeUInt16LE(localName.length, 22)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(((member.unixMode ?? 0) === 0 ? 0 : 3) << 8, 4)
  shared.copy(central, 6)
  central.writeUInt32LE(((member.unixMode ?? 0) << 16) >>> 0, 38)
  central.writeUInt32LE(offset, 42)
  const signature = Buffer.from([0x50, 0x4b, 3, 4])
  return {
    local: Buffer.concat([signature, localHeader, localName, packed]),
    central: Buffer.concat([central, name]),
  }
}
