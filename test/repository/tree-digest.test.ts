import { expect, test } from 'vitest'
import type { SourceTree } from '../../src/repository/source-tree.ts'
import { blobId, sealTree } from '../../src/repository/tree-digest.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

function treeOf(files: Readonly<Record<string, () => Uint8Array>>): SourceTree {
  const entries = Object.entries(files).map(([path, content]) => ({
    path,
    size: 0,
    executable: false,
    read: async () => content(),
  }))
  return { files: entries, links: [], problems: [] }
}

test('the id of a blob is the one git gives', () => {
  expect(blobId(bytes(''), 'sha1')).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391')
  expect(blobId(bytes('hello\n'), 'sha1')).toBe('ce013625030ba8dba906f756967f9e9ca394464a')
  expect(blobId(bytes(''), 'sha256')).toBe('473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813')
})

test('the digest changes with a path, a byte and a link, and with nothing else', async () => {
  const digest = async (tree: SourceTree) => (await sealTree(tree, null)).digest
  const first = await digest(treeOf({ a: () => bytes('1'), b: () => bytes('2') }))

  expect(await digest(treeOf({ a: () => bytes('1'), b: () => bytes('2') }))).toBe(first)
  expect(await digest(treeOf({ a: () => bytes('1'), c: () => bytes('2') }))).not.toBe(first)
  expect(await digest(treeOf({ a: () => bytes('12'), b: () => bytes('') }))).not.toBe(first)
  const linked = {
    ...treeOf({ a: () => bytes('1'), b: () => bytes('2') }),
    links: [{ path: 'c', target: 'a' }],
  }
  expect(await digest(linked)).not.toBe(first)
})

test('a file that changes after it was sealed cannot be read', async () => {
  let content = 'before'
  const { tree } = await sealTree(treeOf({ a: () => bytes(content) }), null)
  expect(Buffer.from(await tree.files[0]!.read()).toString()).toBe('before')

  content = 'after'

  await expect(tree.files[0]!.read()).rejects.toThrow(/changed while it was judged/)
})

test('a file that cannot be read is a problem of the tree', async () => {
  const tree = treeOf({
    a: () => {
      throw new Error('no')
    },
  })

  expect((await sealTree(tree, null)).tree.problems).toEqual([{ path: 'a', message: 'no' }])
})
