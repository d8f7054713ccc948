import { execFileSync } from 'node:child_process'
import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ArtifactFormat } from '../../../src/agent/archive/format.ts'
import { unpack } from '../../../src/agent/archive/unpack.ts'
import { scanRelease } from '../../../src/agent/release/manifest.ts'
import { SallyportError } from '../../../src/base/errors.ts'
import { pax, type TarMember, tar, tarGz, tarZst, zip } from '../../support/agent/archive-writer.ts'

const LIMITS = { maxEntries: 50, maxBytes: 4 * 1024 * 1024, maxRatio: 100 }
const GOOD: readonly TarMember[] = [
  { name: './', type: '5', mode: 0o755 },
  { name: './bin/', type: '5', mode: 0o755 },
  { name: './bin/run', content: '#!/bin/sh\n', mode: 0o755 },
  { name: './server.js', content: 'serve()' },
  { name: './latest', type: '2', target: 'bin/run' },
  { name: './copy.js', type: '1', target: './server.js' },
]

for (const [format, bytes] of [
  ['tar', tar(GOOD)],
  ['tar.gz', tarGz(GOOD)],
  ['tar.zst', tarZst(GOOD)],
] as const) {
  test(`a good ${format} is unpacked, read-only, and its manifest is what stands on the disk`, async () => {
    const { folder, entries } = await unpackInto(bytes, 'auto')
    expect((await readdir(folder)).sort()).toEqual(['bin', 'copy.js', 'latest', 'server.js'])
    expect(await readFile(join(folder, 'copy.js'), 'utf8')).toBe('serve()')
    expect(await readlink(join(folder, 'latest'))).toBe('bin/run')
    expect((await lstat(join(folder, 'bin/run'))).mode & 0o7777).toBe(0o555)
    expect((await lstat(join(folder, 'server.js'))).mode & 0o7777).toBe(0o444)
    expect((await lstat(join(folder, 'bin'))).mode & 0o7777).toBe(0o555)
    expect(await scanRelease(folder)).toEqual(entries)
  })
}

test('a good zip is unpacked with its links and modes', async () => {
  const { folder, entries } = await unpackInto(
    zip([
      { name: 'bin/run', content: 'x'.repeat(5000), unixMode: 0o100755 },
      { name: 'plain.txt', content: 'plain', stored: true },
      { name: 'link', content: 'bin/run', unixMode: 0o120777 },
    ]),
    'auto',
  )
  expect(await scanRelease(folder)).toEqual(entries)
  expect(entries.map(({ kind, path }) => [kind, path])).toEqual([
    ['folder', 'bin'],
    ['file', 'bin/run'],
    ['symlink', 'link'],
    ['file', 'plain.txt'],
  ])
})

test('anything else is one file under the configured name', async () => {
  const { folder } = await unpackInto(Buffer.from('just bytes'), 'auto')
  expect(await readFile(join(folder, 'app'), 'utf8')).toBe('just bytes')
})

test('names longer than a header, in pax and in GNU form, come out whole', async () => {
  const long = `deep/${'n'.repeat(120)}.txt`
  const longer = `deep/${'m'.repeat(130)}.txt`
  const { entries } = await unpackInto(
    tar([
      pax({ path: long, mtime: '1.5' }),
      { name: 'short', content: 'a' },
      { name: '././@LongLink', type: 'L', content: `${longer}\0` },
      { name: 'short', content: 'b' },
    ]),
    'tar',
  )
  expect(entries.map(({ path }) => path)).toEqual(['deep', longer, long].sort())
})

test('what the tar of this machine writes is read', async () => {
  const source = await temporaryFolder()
  const deep = `${'a'.repeat(60)}/${'b'.repeat(60)}`
  await mkdir(join(source, deep), { recursive: true })
  await writeFile(join(source, deep, 'f'.repeat(90)), 'content')
  for (const format of ['gnu', 'pax', 'ustar']) {
    const bytes = execFileSync('tar', [`--format=${format}`, '-C', source, '-cf', '-', '.'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'] ?? '' },
    })
    const { entries } = await unpackInto(bytes, 'auto')
    expect(entries.at(-1), format).toMatchObject({ kind: 'file', size: 7 })
  }
})

const HOSTILE: readonly [what: string, members: readonly TarMember[], why: RegExp][] = [
  ['a path that leads upwards', [{ name: '../evil' }], /leads upwards at "\.\.\/evil"/],
  ['a path that leads upwards from within', [{ name: 'a/../../evil' }], /leads upwards/],
  ['an absolute path', [{ name: '/etc/passwd' }], /absolute/],
  ['a backslash', [{ name: '..\\evil' }], /backslash/],
  ['a line break in a name', [{ name: 'a\nb' }], /control character/],
  ['a NUL smuggled through pax', [pax({ path: 'a\0b' }), { name: 'x' }], /control character/],
  ['an absolute path through pax', [pax({ path: '/etc/x' }), { name: 'x' }], /absolute/],
  ['a link to an absolute path', [{ name: 'l', type: '2', target: '/etc' }], /leads out/],
  ['a link that leads upwards', [{ name: 'a/l', type: '2', target: '../../x' }], /leads out/],
  [
    'a chain of links that leads out',
    [
      { name: 'a/', type: '5' },
      { name: 'a/b', type: '2', target: '..' },
      { name: 'l', type: '2', target: 'a/b/../x' },
    ],
    /leads out/,
  ],
  [
    'links in a circle',
    [
      { name: 'a', type: '2', target: 'b' },
      { name: 'b', type: '2', target: 'a' },
    ],
    /circle/,
  ],
  [
    'a file below a link',
    [
      { name: 'l', type: '2', target: '.' },
      { name: 'l/evil', content: 'x' },
    ],
    /below something that is no folder/,
  ],
  [
    'a link put where a folder was',
    [
      { name: 'd/', type: '5' },
      { name: 'd', type: '2', target: '.' },
    ],
    /one name/,
  ],
  ['a hard link out', [{ name: 'l', type: '1', target: '/etc/passwd' }], /absolute/],
  ['a hard link upwards', [{ name: 'l', type: '1', target: '../x' }], /upwards/],
  ['a hard link to nothing', [{ name: 'l', type: '1', target: 'later' }], /no file before it/],
  ['a character device', [{ name: 'tty', type: '3' }], /character device/],
  ['a block device', [{ name: 'sda', type: '4' }], /block device/],
  ['a FIFO', [{ name: 'pipe', type: '6' }], /FIFO/],
  ['a GNU sparse file', [{ name: 'hole', type: 'S' }], /sparse/],
  ['a pax sparse file', [pax({ 'GNU.sparse.major': '1' }), { name: 'hole' }], /sparse/],
  ['an unknown type', [{ name: 'what', type: 'Z' }], /unknown type "Z"/],
  ['setuid', [{ name: 'su', mode: 0o4755 }], /setuid/],
  ['setgid', [{ name: 'sg', mode: 0o2755 }], /setuid or setgid/],
  [
    'one name twice',
    [
      { name: 'a', content: '1' },
      { name: './a', content: '2' },
    ],
    /one name/,
  ],
  ['names that differ in case', [{ name: 'README' }, { name: 'readme' }], /case or normalisation/],
  ['folders that differ in case', [{ name: 'A/x' }, { name: 'a/y' }], /case or normalisation/],
  [
    'names that differ in normalisation',
    [{ name: 'caf\u00e9' }, { name: 'cafe\u0301' }],
    /case or normalisation/,
  ],
  ['an empty name', [{ name: '' }], /no name/],
  ['the root as a file', [{ name: '.' }], /no name/],
  ['a name too long', [pax({ path: 'n'.repeat(300) }), { name: 'x' }], /too long/],
  ['a path too deep', [pax({ path: 'd/'.repeat(100) }), { name: 'x' }], /deeper/],
  ['a global header that renames', [pax({ path: 'evil' }, 'g'), { name: 'x' }], /global/],
  ['a header that ends in nothing', [pax({ path: 'x' })], /ends after an extended header/],
  ['many headers in a row', new Array<TarMember>(12).fill(pax({ path: 'x' })), /in a row/],
  [
    'too many entries',
    Array.from({ length: 60 }, (_, index) => ({ name: `f${index}` })),
    /more than 50 entries/,
  ],
  ['a link with content', [{ name: 'l', type: '2', target: 'x', content: 'data' }], /has content/],
]

for (const [what, members, why] of HOSTILE) {
  test(`a tar with ${what} is refused`, async () => {
    await expect(unpackInto(tar([{ name: 'good', content: 'x' }, ...members]), 'tar')).rejects.toThrow(why)
  })
}

test('a tar that is cut anywhere is refused as truncated', async () => {
  const whole = tar(GOOD)
  for (const length of [0, 100, 512, 600, 1536, 2000, whole.length - 1024]) {
    await expect(unpackInto(whole.subarray(0, length), 'tar'), String(length)).rejects.toThrow(/truncated/)
  }
})

test('a gzip that is cut or corrupt is refused', async () => {
  const whole = tarGz(GOOD)
  await expect(unpackInto(whole.subarray(0, whole.length - 30), 'tar.gz')).rejects.toThrow(
    /corrupt|truncated/,
  )
  const corrupt = Buffer.from(whole)
  corrupt[whole.length >> 1]! ^= 0xff
  await expect(unpackInto(corrupt, 'tar.gz')).rejects.toThrow(SallyportError)
})

test('something hidden after the end of a tar is refused', async () => {
  const hidden = Buffer.concat([tar(GOOD), tar([{ name: 'hidden', content: 'x' }])])
  await expect(unpackInto(hidden, 'tar')).rejects.toThrow(/follows its end/)
})

test('a header with a wrong checksum is refused', async () => {
  const bytes = tar([{ name: 'a', content: 'x' }])
  bytes[0]! ^= 1
  await expect(unpackInto(bytes, 'tar')).rejects.toThrow(/checksum/)
})

test('a bomb is refused at the ratio, before it fills the disk', async () => {
  const bomb = gzipSync(tar([{ name: 'zeros', content: new Uint8Array(3 * 1024 * 1024) }]))
  await expect(unpackInto(bomb, 'tar.gz')).rejects.toThrow(/unpacks to more than 1048576 bytes/)
})

test('a tar that declares a terabyte is refused for what it is: truncated, or too large', async () => {
  await expect(unpackInto(tar([{ name: 'huge', content: 'x', size: 8 ** 11 - 1 }]), 'tar')).rejects.toThrow(
    SallyportError,
  )
})

const HOSTILE_ZIPS: readonly [what: string, bytes: Buffer, why: RegExp][] = [
  ['a path that leads upwards', zip([{ name: '../evil', content: 'x' }]), /upwards/],
  ['an absolute path', zip([{ name: '/evil', content: 'x' }]), /absolute/],
  ['a link out', zip([{ name: 'l', content: '../../etc', unixMode: 0o120777 }]), /leads out/],
  ['a device', zip([{ name: 'd', unixMode: 0o060644 }]), /device/],
  ['setuid', zip([{ name: 'd', content: 'x', unixMode: 0o104755 }]), /setuid/],
  ['an encrypted entry', zip([{ name: 'a', content: 'x', flags: 1 }]), /encrypted/],
  ['an unknown method', zip([{ name: 'a', content: 'x', method: 12 }]), /method 12/],
  ['a wrong CRC', zip([{ name: 'a', content: 'x', crc: 1 }]), /CRC/],
  ['a size that lies low', zip([{ name: 'a', content: 'xxxx', size: 2 }]), /more than 2 bytes/],
  ['a size that lies high', zip([{ name: 'a', content: 'xxxx', size: 9 }]), /another size/],
  ['two names for one entry', zip([{ name: 'a', localName: 'b', content: 'x' }]), /contradicts/],
  [
    'entries that overlap',
    zip([
      { name: 'a', content: 'x'.repeat(100) },
      { name: 'a', sharesFirst: true, content: 'x'.repeat(100) },
    ]),
    /overlap/,
  ],
  ['something after its end', zip([{ name: 'a', content: 'x' }], Buffer.from('trailing')), /end of the zip/],
  [
    'the same name twice',
    zip([
      { name: 'a', content: 'x' },
      { name: 'a', content: 'y' },
    ]),
    /one name/,
  ],
  ['a bomb', zip([{ name: 'a', content: new Uint8Array(3 * 1024 * 1024) }]), /unpacks to more than/],
]

for (const [what, bytes, why] of HOSTILE_ZIPS) {
  test(`a zip with ${what} is refused`, async () => {
    await expect(unpackInto(bytes, 'zip')).rejects.toThrow(why)
  })
}

test('a zip that is cut anywhere is refused', async () => {
  const whole = zip([{ name: 'a', content: 'x'.repeat(500), stored: true }])
  for (let length = 0; length < whole.length; length += 37) {
    await expect(unpackInto(whole.subarray(0, length), 'zip')).rejects.toThrow(SallyportError)
  }
})

test('bytes turned at random never give anything but a refusal or a tree inside the folder', async () => {
  const seeds = [
    tar(GOOD),
    tarGz(GOOD),
    zip([
      { name: 'a/b', content: 'text' },
      { name: 'c', content: 'd' },
    ]),
  ]
  const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...seeds), flips, async (seed, changes) => {
      const bytes = Buffer.from(seed)
      for (const [at, mask] of changes) bytes[at % bytes.length]! ^= mask
      try {
        const { folder, entries } = await unpackInto(bytes, 'auto')
        expect(await scanRelease(folder)).toEqual(entries)
      } catch (error) {
        expect(error).toBeInstanceOf(SallyportError)
      }
    }),
    { numRuns: 150 },
  )
})

async function unpackInto(bytes: Uint8Array, format: ArtifactFormat) {
  const folder = await temporaryFolder()
  const file = {
    size: bytes.length,
    read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
  }
  const entries = await unpack(file, folder, { format, fileName: 'app', limits: LIMITS })
  return { folder, entries }
}

function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sallyport-unpack-'))
}
