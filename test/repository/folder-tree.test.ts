import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type FolderTreeOptions, openFolderTree, readFolderFile } from '../../src/repository/folder-tree.ts'
import { temporaryFolder } from './git-fixture.ts'

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const open = (folder: string, options: Partial<FolderTreeOptions> = {}) =>
  openFolderTree(folder, { maxFileBytes: 1_000, ...options })
const pathsOf = (folder: string, options: Partial<FolderTreeOptions> = {}) =>
  open(folder, options).files.map((file) => file.path)

test('files are sorted by path, .git is not entered', () => {
  const folder = folderWith({
    b: '',
    'a/z': '',
    'a.b': '',
    '.git/config': '',
    'x/.git/config': '',
    '.github/a': '',
  })

  expect(pathsOf(folder)).toEqual(['.github/a', 'a.b', 'a/z', 'b'])
})

test('nested ignore files and negation are honoured', () => {
  const folder = folderWith({
    '.gitignore': '*.log\nout/\n',
    'a.log': '',
    'k/.gitignore': '!keep.log\n',
    'k/keep.log': '',
    'k/other.log': '',
    'out/.gitignore': '!x\n',
    'out/x': '',
  })

  expect(pathsOf(folder)).toEqual(['.gitignore', 'k/.gitignore', 'k/keep.log'])
})

test('what the head commit holds is judged although it is ignored, and nothing beside it', () => {
  const folder = folderWith({
    '.gitignore': 'package-lock.json\nvendor/\n',
    'package-lock.json': '{}',
    'vendor/a/b': '',
    'vendor/a/c': '',
    'vendor/d': '',
  })

  expect(pathsOf(folder, { tracked: new Set(['package-lock.json', 'vendor/a/b']) })).toEqual([
    '.gitignore',
    'package-lock.json',
    'vendor/a/b',
  ])
})

test('ignore files above the folder count up to the root of the repository', () => {
  const root = folderWith({ '.gitignore': '/sub/x\n*.tmp\n', 'sub/x': '', 'sub/y': '', 'sub/z.tmp': '' })

  expect(pathsOf(join(root, 'sub'), { within: { root, prefix: 'sub' } })).toEqual(['y'])
})

test('links are recorded and lead nowhere outside; a file under another name is judged by that name', async () => {
  const outside = folderWith({ secret: 'outside' })
  const folder = folderWith({ 'deps.json': '{"a":1}', 'a/b': 'b' })
  symlinkSync('deps.json', join(folder, 'package-lock.json'))
  symlinkSync('../deps.json', join(folder, 'a/yarn.lock'))
  symlinkSync(join(outside, 'secret'), join(folder, 'absolute'))
  symlinkSync('../../../../../../etc/passwd', join(folder, 'up'))
  symlinkSync('a', join(folder, 'dir'))
  symlinkSync('loop2', join(folder, 'loop1'))
  symlinkSync('loop1', join(folder, 'loop2'))

  const tree = open(folder)

  expect(tree.files.map((file) => file.path)).toEqual([
    'a/b',
    'a/yarn.lock',
    'deps.json',
    'package-lock.json',
  ])
  expect(Buffer.from(await tree.files[3]!.read()).toString()).toBe('{"a":1}')
  expect(tree.links.map((link) => link.path)).toEqual([
    'a/yarn.lock',
    'absolute',
    'dir',
    'loop1',
    'loop2',
    'package-lock.json',
    'up',
  ])
})

test('a file over the limit is refused by its size, sparse or not', async () => {
  const folder = folderWith({ big: '' })
  truncateSync(join(folder, 'big'), 1_001)

  await expect(open(folder).files[0]!.read()).rejects.toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: expect.stringContaining('1001'),
  })
})

test('a file in pieces is the file, and has the same limit', async () => {
  const folder = folderWith({ a: 'x'.repeat(200_000), b: '' })
  const inPieces = async (path: string, maxFileBytes: number) => {
    const file = open(folder, { maxFileBytes }).files.find((one) => one.path === path)!
    let text = ''
    for (const piece of await file.readPieces!()) text += Buffer.from(piece).toString()
    return text
  }
  expect(await inPieces('a', 200_000)).toBe('x'.repeat(200_000))
  expect(await inPieces('b', 1)).toBe('')
  await expect(inPieces('a', 199_999)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
})

test('a file that a link took the place of is not followed', async () => {
  const folder = folderWith({ a: 'a', b: 'b' })
  const file = open(folder).files[0]!
  execFileSync('ln', ['-sf', 'b', join(folder, 'a')])

  await expect(file.read()).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})

test('a pipe is neither listed nor opened', () => {
  const folder = folderWith({ a: '' })
  execFileSync('mkfifo', [join(folder, 'pipe')])

  expect(pathsOf(folder)).toEqual(['a'])
})

test.skipIf(process.getuid?.() === 0)(
  'a folder that cannot be read is a problem, not nothing (root reads all)',
  () => {
    const folder = folderWith({ 'a/b': '' })
    chmodSync(join(folder, 'a'), 0)

    expect(open(folder).problems).toMatchObject([{ path: 'a' }])
  },
)

test('a missing folder is an error', () => {
  expect(() => open('/nowhere/at/all')).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }))
})

test('a tree with too many entries is walked no further and is not whole', () => {
  const { files, problems } = open(folderWith({ 'a/b': '', 'a/c': '', d: '' }), { maxEntries: 2 })

  expect(files.map(({ path }) => path)).toEqual(['a/b'])
  expect(problems).toEqual([{ path: '.', message: 'the tree has more than 2 entries' }])
})

test('patterns that take too much work hide nothing more, and the tree is not whole', () => {
  const folder = folderWith({ '.gitignore': '*a*a*a*b\n*.log\n', aaaaaaaaaaaaaaaa: '', 'z.log': '' })
  const { files, problems } = open(folder, { maxIgnoreSteps: 20 })

  expect(files.map(({ path }) => path)).toContain('z.log')
  expect(problems).toMatchObject([{ path: '.gitignore' }])
  expect(open(folder).files.map(({ path }) => path)).not.toContain('z.log')
})

test('one file is read without links on the way', async () => {
  const folder = folderWith({ 'real/policy.yml': 'x', 'plain/policy.yml': 'y' })
  symlinkSync('real', join(folder, 'linked'))

  expect(await readFolderFile(folder, 'plain/policy.yml', 10)).toHaveLength(1)
  await expect(readFolderFile(folder, 'linked/policy.yml', 10)).rejects.toThrow('through a link')
  expect(await readFolderFile(folder, 'none/policy.yml', 10)).toBeUndefined()
  await expect(readFolderFile(folder, 'plain', 10)).rejects.toThrow('not a regular file')
})
