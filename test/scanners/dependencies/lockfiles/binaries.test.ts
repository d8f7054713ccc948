import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { formatOfId, readPackages } from '../../../../scanners/dependencies/packages.ts'
import { assembly, CRATES, elf, GO_MODULES, goExecutable, machO, pe } from './executables.ts'

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
  test('names the modules, what replaced one, and the standard library', async () => {
    expect(await read('go-binary', goExecutable(GO_MODULES))).toEqual({
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
    ['a binary of older Go, whose texts stand elsewhere', goExecutable(GO_MODULES, 0)],
    ['one that breaks off', goExecutable(GO_MODULES).subarray(0, 130)],
    ['one whose header is not aligned', Buffer.concat([Buffer.from([0]), goExecutable(GO_MODULES)])],
  ])('of %s nothing is known, aloud', async (_, bytes) => {
    expect(await read('go-binary', bytes)).toEqual({ packages: [], edges: [], codes: ['LOCKFILE_INVALID'] })
  })
})

describe('cargo-auditable', () => {
  const READ = {
    packages: ['app 0.1.0 prod false', 'serde 1.0.0 prod true', 'cc 1.1.0 build false'],
    edges: [
      [0, 1],
      [1, 2],
    ],
    codes: [],
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

describe('dotnet-pe', () => {
  test('names the assembly and those that it refers to', async () => {
    expect(await read('dotnet-pe', assembly())).toEqual({
      packages: ['App.dll 1.2.3.4 prod ', 'Lib.Name.dll 5.0.0.1 prod '],
      edges: [],
      codes: [],
    })
  })

  test.each([
    ['text', Buffer.from('x'.repeat(100))],
    ['a program without metadata and resources', assembly().fill(0, 312, 316)],
    ['one that breaks off', assembly().subarray(0, 640)],
    ['one whose header stands nowhere', assembly().fill(0xff, 312, 316)],
    ['one whose metadata has another signature', assembly().fill(0, 584, 588)],
  ])('of %s nothing is known, aloud', async (_, bytes) => {
    expect(await read('dotnet-pe', bytes)).toEqual({ packages: [], edges: [], codes: ['LOCKFILE_INVALID'] })
  })
})
