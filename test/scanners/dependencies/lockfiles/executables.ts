/** Small executables, with no more in them than what says what they were built of. */

/** Behind a header as Go 1.18 writes it. @param flags 2 says that the texts stand right behind the header */
export function goExecutable(modules: string, flags = 2): Buffer {
  return Buffer.concat([
    Buffer.alloc(64, 0x90),
    Buffer.from('\xff Go buildinf:', 'latin1'),
    Buffer.from([8, flags]),
    Buffer.alloc(16),
    goText('go1.24.1'),
    goText(`${'S'.repeat(16)}${modules}${'E'.repeat(16)}`),
    Buffer.alloc(8),
  ])
}

function goText(value: string): Buffer {
  const length = value.length < 0x80 ? [value.length] : [(value.length & 0x7f) | 0x80, value.length >> 7]
  return Buffer.concat([Buffer.from(length), Buffer.from(value, 'latin1')])
}

export const GO_MODULES = `path\texample.com/cmd
mod\texample.com/cmd\t(devel)\t
dep\tgolang.org/x/net\tv0.1.0\th1:x
dep\tgithub.com/a/b\tv1.0.0\th1:x
=>\tgithub.com/fork/b\tv1.1.0\th1:x
build\t-compiler=gc
`

/** What cargo auditable writes, before it is deflated. */
export const CRATES = JSON.stringify({
  packages: [
    { name: 'app', version: '0.1.0', source: 'local', root: true, dependencies: [1] },
    { name: 'serde', version: '1.0.0', source: 'crates.io', dependencies: [2, 9] },
    { name: 'cc', version: '1.1.0', source: 'crates.io', kind: 'build' },
  ],
})

/** ELF64: the header, two sections' headers at 64, the names at 192, the content behind them. */
export function elf(content: Uint8Array): Buffer {
  const head = Buffer.alloc(256)
  head.write('\x7fELF\x02\x01', 'latin1')
  head.writeBigUInt64LE(64n, 0x28)
  for (const [at, value] of [64, 2, 0].entries()) head.writeUInt16LE(value, 0x3a + at * 2)
  head.writeBigUInt64LE(192n, 64 + 24)
  head.writeBigUInt64LE(16n, 64 + 32)
  head.writeUInt32LE(1, 128)
  head.writeBigUInt64LE(256n, 128 + 24)
  head.writeBigUInt64LE(BigInt(content.length), 128 + 32)
  head.write('\0.dep-v0\0', 192, 'latin1')
  return Buffer.concat([head, content])
}

export function pe(content: Uint8Array): Buffer {
  const head = Buffer.alloc(256)
  head.write('MZ')
  head.writeUInt32LE(64, 0x3c)
  head.write('PE\0\0', 64, 'latin1')
  head.writeUInt16LE(1, 70)
  head.write('.dep-v0\0', 88, 'latin1')
  for (const [at, value] of [content.length, 0, content.length, 256].entries())
    head.writeUInt32LE(value, 96 + at * 4)
  return Buffer.concat([head, content])
}

export function machO(content: Uint8Array): Buffer {
  const head = Buffer.alloc(256)
  head.writeUInt32LE(0xfeedfacf, 0)
  head.writeUInt32LE(1, 16)
  head.writeUInt32LE(0x19, 32)
  head.writeUInt32LE(152, 36)
  head.writeUInt32LE(1, 96)
  head.write('.dep-v0\0', 104, 'latin1')
  head.writeBigUInt64LE(BigInt(content.length), 144)
  head.writeUInt32LE(256, 152)
  return Buffer.concat([head, content])
}

/** An assembly `App` 1.2.3.4 that refers to `Lib.Name` 5.0.0.1: one section at 0x2000, 512 bytes into the file. */
export function assembly(): Buffer {
  const head = Buffer.alloc(512)
  head.write('MZ')
  head.writeUInt32LE(64, 0x3c)
  head.write('PE\0\0', 64, 'latin1')
  head.writeUInt16LE(1, 70)
  head.writeUInt16LE(240, 84)
  head.writeUInt16LE(0x20b, 88)
  head.writeUInt32LE(0x2000, 312)
  for (const [at, value] of [0x1000, 0x2000, 0x1000, 512].entries()) head.writeUInt32LE(value, 336 + at * 4)
  const cli = Buffer.alloc(72)
  cli.writeUInt32LE(0x2048, 8)
  return Buffer.concat([head, cli, metadata()])
}

function metadata(): Buffer {
  const strings = Buffer.from('\0App\0Lib.Name\0', 'latin1')
  const tables = clrTables()
  const root = Buffer.alloc(56)
  root.writeUInt32LE(0x424a5342, 0)
  root.writeUInt32LE(4, 12)
  root.write('v4', 16)
  root.writeUInt16LE(2, 22)
  root.writeUInt32LE(56, 24)
  root.write('#~', 32)
  root.writeUInt32LE(56 + tables.length, 36)
  root.write('#Strings', 44)
  return Buffer.concat([root, tables, strings, Buffer.alloc(16)])
}

/** Of the module, the assembly and the reference, one row each, with narrow indices. */
function clrTables(): Buffer {
  const tables = Buffer.alloc(88)
  tables.writeUInt32LE(1, 8)
  tables.writeUInt32LE((1 << 0) | (1 << 3), 12)
  for (const at of [24, 28, 32]) tables.writeUInt32LE(1, at)
  for (const [part, value] of [1, 2, 3, 4].entries()) tables.writeUInt16LE(value, 50 + part * 2)
  tables.writeUInt16LE(1, 64)
  for (const [part, value] of [5, 0, 0, 1].entries()) tables.writeUInt16LE(value, 68 + part * 2)
  tables.writeUInt16LE(5, 82)
  return tables
}
