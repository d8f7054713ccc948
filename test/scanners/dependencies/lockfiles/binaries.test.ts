import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { formatOfId, readPackages } from '../../../../scanners/dependencies/packages.ts'

async function read(id: string, bytes: Uint8Array) {
  const { packages, edges, errors } = await readPackages({ path: 'file', bytes }, formatOfId(id)!)
  const named = packages.map(({ name, version, scope, direct }) => [name, version, scope, direct].join(' '))
  return {
    packages: named,
    edges: edges.map(([from, to]) => [from, to]),
    codes: errors.map(({ code }) => code),
  }
}

describe('go-binary', () => {
  const varint = (length: number) => (length < 0x80 ? [length] : [(length & 0x7f) | 0x80, length >> 7])
  const text = (value: string) =>
    Buffer.concat([Buffer.from(varint(value.length)), Buffer.from(value, 'latin1')])
  const build = (modules: string, flags = 2) =>
    Buffer.concat([
      Buffer.alloc(64, 0x90),
      Buffer.from('\xff Go buildinf:', 'latin1'),
      Buffer.from([8, flags]),
      Buffer.alloc(16),
      text('go1.24.1'),
      text(`${'S'.repeat(16)}${modules}${'E'.repeat(16)}`),
      Buffer.alloc(8),
    ])
  const MODULES = `path\texample.com/cmd
mod\texample.com/cmd\t(devel)\t
dep\tgolang.org/x/net\tv0.1.0\th1:x
dep\tgithub.com/a/b\tv1.0.0\th1:x
=>\tgithub.com/fork/b\tv1.1.0\th1:x
build\t-compiler=gc
`

  test('names the modules, what replaced one, and the standard library', async () => {
    expect(await read('go-binary', build(MODULES))).toEqual({
      packages: [
        'stdlib 1.24.1 unknown true',
        'golang.org/x/net 0.1.0 prod ',
        'github.com/fork/b 1.1.0 prod ',
      ],
      edges: [],
      codes: [],
    })
  })

  test.each([
    ['text', Buffer.from('#!/bin/sh\n')],
    ['a binary of older Go, whose texts stand elsewhere', build(MODULES, 0)],
    ['one that breaks off', build(MODULES).subarray(0, 130)],
    ['one whose header is not aligned', Buffer.concat([Buffer.from([0]), build(MODULES)])],
  ])('of %s nothing is known, aloud', async (_, bytes) => {
    expect(await read('go-binary', bytes)).toEqual({ packages: [], edges: [], codes: ['LOCKFILE_INVALID'] })
  })
})

describe('cargo-auditable', () => {
  const CRATES = JSON.stringify({
    packages: [
      { name: 'app', version: '0.1.0', source: 'local', root: true, dependencies: [1] },
      { name: 'serde', version: '1.0.0', source: 'crates.io', dependencies: [2, 9] },
      { name: 'cc', version: '1.1.0', source: 'crates.io', kind: 'build' },
    ],
  })
  const READ = {
    packages: ['app 0.1.0 prod false', 'serde 1.0.0 prod true', 'cc 1.1.0 build false'],
    edges: [
      [0, 1],
      [1, 2],
    ],
    codes: [],
  }

  /** ELF64: the header, two sections' headers at 64, the names at 192, the content behind them. */
  function elf(content: Uint8Array): Buffer {
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

  function pe(content: Uint8Array): Buffer {
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

  function machO(content: Uint8Array): Buffer {
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

  test.each([
    ['ELF', elf],
    ['PE', pe],
    ['Mach-O', machO],
  ])('in %s names the crates and what they ask for', async (_, wrap) => {
    expect(await read('cargo-auditable', wrap(deflateSync(CRATES)))).toEqual(READ)
  })

  test.each([
    ['text', Buffer.from('x'.repeat(100))],
    ['a section that is not deflated', elf(Buffer.from('{}'))],
    ['a section that breaks off', elf(deflateSync(CRATES)).subarray(0, 280)],
    ['a section that inflates without an end', elf(deflateSync(Buffer.alloc(9 * 1024 * 1024)))],
    ['sections that stand nowhere', elf(Buffer.alloc(0)).fill(0xff, 0x28, 0x30)],
  ])('of %s nothing is known, aloud', async (_, bytes) => {
    expect(await read('cargo-auditable', bytes)).toEqual({
      packages: [],
      edges: [],
      codes: ['LOCKFILE_INVALID'],
    })
  })
})

test('vsix: what is no archive is told', async () => {
  expect((await read('vsix', Buffer.from('PK'))).codes).toEqual(['LOCKFILE_INVALID'])
})
