import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openGitRepository } from '../../src/repository/git/repository.ts'
import { createFixture, type Fixture, hasGit, temporaryFolder } from './git-fixture.ts'

const withGit = test.skipIf(!hasGit)
const LIMITS = { maxFileBytes: 1_000_000 }

function open(folder: string) {
  const repository = openGitRepository(folder)
  if (!repository) throw new Error('no repository')
  return repository
}

async function contentOf(fixture: Fixture, commit: string): Promise<Record<string, string>> {
  using repository = open(fixture.folder)
  const content: Record<string, string> = {}
  for (const file of repository.tree(commit, LIMITS).files) {
    const bytes = await file.read()
    expect(file.size).toBe(bytes.length)
    content[file.path] = Buffer.from(bytes).toString()
  }
  return content
}

/** Long enough to be stored as a delta of its neighbour. */
const story = (line: number, text: string) =>
  Array.from({ length: 400 }, (_, index) => (index === line ? text : `line ${index} ${index * 7919}`)).join(
    '\n',
  )

withGit.each([
  ['loose, SHA-1', [], false],
  ['packed, SHA-1', [], true],
  ['loose, SHA-256', ['--object-format=sha256'], false],
  ['packed, SHA-256', ['--object-format=sha256'], true],
])('every revision is read as git has it: %s (needs git)', async (_, options, packed) => {
  const fixture = createFixture(...options)
  const commits: string[] = []
  for (let round = 0; round < 12; round++) {
    fixture.write('story.txt', story(round, `changed ${round}`))
    fixture.write(`a/b/${round}.txt`, `${round}`)
    commits.push(fixture.commit(`round ${round}`))
  }
  if (packed) fixture.git('gc', '-q', '--aggressive', '--prune=now')

  for (const [round, commit] of commits.entries()) {
    const content = await contentOf(fixture, commit)
    expect(content['story.txt']).toBe(story(round, `changed ${round}`))
    expect(Object.keys(content)).toHaveLength(round + 2)
  }
})

withGit('a revision is resolved as git does (needs git)', () => {
  const fixture = createFixture()
  fixture.write('a', '1')
  const first = fixture.commit('one')
  fixture.git('tag', '-a', 'v1', '-m', 'v1')
  fixture.git('checkout', '-q', '-b', 'topic/x')
  fixture.write('a', '2')
  const second = fixture.commit('two')
  fixture.git('checkout', '-q', 'main')
  fixture.write('b', '3')
  fixture.commit('three')
  fixture.git('merge', '-q', '--no-ff', '-m', 'merge', 'topic/x')
  fixture.git('update-ref', 'refs/remotes/origin/main', first)
  fixture.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main')
  using repository = open(fixture.folder)
  const check = () => {
    for (const revision of [
      'HEAD',
      '@',
      'main',
      'topic/x',
      'refs/heads/topic/x',
      'v1',
      'v1^{commit}',
      'HEAD~1',
      'HEAD^',
      'HEAD^2',
      'HEAD^2~1',
      'HEAD~2',
      'HEAD^0',
      'origin/main',
      'origin',
      first,
      second.slice(0, 9),
    ]) {
      expect([revision, repository.resolve(revision)]).toEqual([
        revision,
        fixture.git('rev-parse', `${revision}^{commit}`),
      ])
    }
  }
  check()
  fixture.git('pack-refs', '--all')
  check()

  for (const revision of [
    'nope',
    'HEAD~9',
    'HEAD^3',
    '../x',
    'main..topic/x',
    ':/one',
    'HEAD:a',
    '',
    'f'.repeat(40),
    'main@{1}',
    '--all',
  ]) {
    expect(() => repository.resolve(revision), revision).toThrow(
      expect.objectContaining({ code: 'REVISION_UNKNOWN' }),
    )
  }
})

withGit('the merge base is the one git finds (needs git)', () => {
  const fixture = createFixture()
  const commits = [fixture.commit('root')]
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed % below
  }
  for (let count = 0; count < 40; count++) {
    const parents = [commits[random(commits.length)]!, commits[random(commits.length)]!]
    const tree = fixture.git('rev-parse', 'HEAD^{tree}')
    const args = [...new Set(random(3) === 0 ? parents : parents.slice(0, 1))].flatMap((parent) => [
      '-p',
      parent,
    ])
    commits.push(fixture.git('commit-tree', tree, ...args, '-m', `c${count}`))
  }
  using repository = open(fixture.folder)
  for (let count = 0; count < 60; count++) {
    const a = commits[random(commits.length)]!
    const b = commits[random(commits.length)]!
    const all = fixture.git('merge-base', '--all', a, b).split('\n')
    expect(all).toContain(repository.mergeBase(a, b))
    expect(repository.isAncestor(a, b)).toBe(all.includes(a))
  }
  const other = fixture.git('commit-tree', fixture.git('rev-parse', 'HEAD^{tree}'), '-m', 'unrelated')
  expect(repository.mergeBase(commits[3]!, other)).toBeUndefined()
})

withGit('a shallow clone says what is missing and how to get it (needs git)', () => {
  const fixture = createFixture()
  fixture.write('a', '1')
  fixture.commit('one')
  fixture.write('a', '2')
  fixture.commit('two')
  const clone = join(temporaryFolder(), 'clone')
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${fixture.folder}`, clone])
  using repository = open(clone)

  expect(repository.tree(repository.head()!, LIMITS).files).toHaveLength(1)
  expect(() => repository.resolve('HEAD~1')).toThrow(
    expect.objectContaining({ code: 'REVISION_UNKNOWN', help: expect.stringContaining('fetch-depth: 0') }),
  )
})

withGit(
  'a linked work tree reads the shared objects; a folder below has its part of the tree (needs git)',
  () => {
    const fixture = createFixture()
    fixture.write('sub/a', '1')
    fixture.write('b', '2')
    const commit = fixture.commit('one')
    const linked = join(temporaryFolder(), 'linked')
    fixture.git('worktree', 'add', '-q', '-b', 'other', linked)

    using repository = open(join(linked, 'sub'))
    expect(repository.prefix).toBe('sub')
    expect(repository.head()).toBe(commit)
    expect(repository.tree(commit, LIMITS).files.map((file) => file.path)).toEqual(['a'])
  },
)

withGit('links of a revision are links, submodules are not entered (needs git)', () => {
  const fixture = createFixture()
  fixture.write('deps.json', '{}')
  symlinkSync('deps.json', join(fixture.folder, 'package-lock.json'))
  symlinkSync('/etc/passwd', join(fixture.folder, 'passwd'))
  fixture.commit('one')
  fixture.git('update-index', '--add', '--cacheinfo', `160000,${'a'.repeat(40)},module`)
  fixture.git('commit', '-q', '-m', 'module')
  using repository = open(fixture.folder)
  const tree = repository.tree(repository.head()!, LIMITS)

  expect(tree.files.map((file) => file.path)).toEqual(['deps.json', 'package-lock.json'])
  expect(tree.links).toEqual([
    { path: 'package-lock.json', target: 'deps.json' },
    { path: 'passwd', target: '/etc/passwd' },
  ])
})

withGit('nothing of a hostile configuration runs (needs git)', async () => {
  const fixture = createFixture()
  fixture.write('.gitattributes', '* filter=evil\n')
  fixture.write('a', '1')
  const commit = fixture.commit('one')
  const mark = join(fixture.folder, '..', `mark-${commit.slice(0, 8)}`)
  const command = `touch ${mark}`
  for (const [key, value] of [
    ['core.fsmonitor', command],
    ['core.pager', command],
    ['core.sshCommand', command],
    ['core.hooksPath', join(fixture.folder, 'hooks')],
    ['filter.evil.smudge', command],
    ['filter.evil.required', 'true'],
    ['include.path', '/dev/stdin'],
    ['remote.origin.promisor', 'true'],
    ['remote.origin.url', `ext::${command}`],
    ['extensions.partialClone', 'origin'],
  ] as const) {
    fixture.git('config', key, value)
  }

  expect((await contentOf(fixture, commit))['a']).toBe('1')
  expect(existsSync(mark)).toBe(false)
})

withGit('a replaced object is read as what its id says (needs git)', async () => {
  const fixture = createFixture()
  fixture.write('a', 'honest')
  const honest = fixture.commit('one')
  fixture.write('a', 'evil')
  const evil = fixture.commit('two')
  fixture.git('replace', honest, evil)
  expect(fixture.git('show', `${honest}:a`)).toBe('evil')

  expect((await contentOf(fixture, honest))['a']).toBe('honest')
})

withGit('an object whose bytes were changed is refused (needs git)', async () => {
  const fixture = createFixture()
  fixture.write('a', 'honest')
  const commit = fixture.commit('one')
  const blob = fixture.git('rev-parse', 'HEAD:a')
  const path = join(fixture.folder, '.git/objects', blob.slice(0, 2), blob.slice(2))
  execFileSync('chmod', ['u+w', path])
  writeFileSync(path, deflateSync(Buffer.from('blob 6\0forged')))

  await expect(contentOf(fixture, commit)).rejects.toMatchObject({
    code: 'GIT_UNREADABLE',
    message: expect.stringContaining(blob),
  })
})

withGit('a bomb, a truncated object and a missing one are errors (needs git)', async () => {
  const fixture = createFixture()
  fixture.write('a', 'x')
  const commit = fixture.commit('one')
  const blob = fixture.git('rev-parse', 'HEAD:a')
  const path = join(fixture.folder, '.git/objects', blob.slice(0, 2), blob.slice(2))
  execFileSync('chmod', ['u+w', path])
  for (const content of [
    deflateSync(Buffer.concat([Buffer.from('blob 1\0'), Buffer.alloc(50_000_000)])),
    deflateSync(Buffer.from('blob 999999999999\0x')),
    deflateSync(Buffer.from('blob 1\0x')).subarray(0, 9),
    Buffer.from('not zlib'),
    Buffer.alloc(0),
  ]) {
    writeFileSync(path, content)
    await expect(contentOf(fixture, commit)).rejects.toMatchObject({ code: /GIT_UNREADABLE|LIMIT_EXCEEDED/ })
  }
  renameSync(path, `${path}.away`)
  await expect(contentOf(fixture, commit)).rejects.toMatchObject({
    message: expect.stringContaining('not in this clone'),
  })
})

/** Stores a tree that git itself would refuse to make. */
function storeRaw(fixture: Fixture, type: string, body: Buffer): string {
  const bytes = Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body])
  const id = createHash('sha1').update(bytes).digest('hex')
  mkdirSync(join(fixture.folder, '.git/objects', id.slice(0, 2)), { recursive: true })
  writeFileSync(join(fixture.folder, '.git/objects', id.slice(0, 2), id.slice(2)), deflateSync(bytes))
  return id
}

const entry = (mode: string, name: string, id: string) =>
  Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')])

withGit.each([
  ['..', '100644'],
  ['.git', '40000'],
  ['.GIT', '100644'],
  ['a/b', '100644'],
  ['', '100644'],
  ['.', '40000'],
  ['a', '999'],
])('a tree with the entry %j of mode %s is refused (needs git)', (name, mode) => {
  const fixture = createFixture()
  fixture.write('x', '')
  fixture.commit('one')
  const tree = storeRaw(fixture, 'tree', entry(mode, name, fixture.git('rev-parse', 'HEAD:x')))
  const commit = storeRaw(fixture, 'commit', Buffer.from(`tree ${tree}\ncommitter a <a> 1 +0000\n\nx\n`))
  using repository = open(fixture.folder)

  expect(() => repository.tree(commit, LIMITS)).toThrow(expect.objectContaining({ code: 'GIT_UNREADABLE' }))
})

withGit('a tree that contains itself ten times over is counted, not followed to the end (needs git)', () => {
  const fixture = createFixture()
  fixture.write('x', '')
  fixture.commit('one')
  let id = storeRaw(fixture, 'tree', entry('100644', 'x', fixture.git('rev-parse', 'HEAD:x')))
  for (let level = 0; level < 9; level++) {
    id = storeRaw(
      fixture,
      'tree',
      Buffer.concat('abcdefghij'.split('').map((name) => entry('40000', name, id))),
    )
  }
  const commit = storeRaw(fixture, 'commit', Buffer.from(`tree ${id}\ncommitter a <a> 1 +0000\n\nx\n`))
  using repository = open(fixture.folder)

  expect(() => repository.tree(commit, { ...LIMITS, maxEntries: 10_000 })).toThrow(/more than 10000 entries/)
})

withGit('an embedded bare repository is a folder like any other (needs git)', () => {
  const folder = temporaryFolder()
  execFileSync('git', ['init', '-q', '--bare', folder])

  expect(openGitRepository(folder)).toBeNull()
})

withGit('a .git file that leads elsewhere is refused (needs git)', () => {
  const evil = createFixture()
  evil.commit('one')
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'inner'))
  execFileSync('cp', ['-r', join(evil.folder, '.git'), join(folder, 'inner/store')])
  for (const target of ['inner/store', join(evil.folder, '.git'), '/nowhere', 'x\ny']) {
    writeFileSync(join(folder, '.git'), `gitdir: ${target}\n`)
    expect(() => openGitRepository(folder), target).toThrow(
      expect.objectContaining({ code: 'GIT_UNREADABLE' }),
    )
  }
})

withGit(
  'a pack whose bytes are turned gives an error or the right bytes, never others (needs git)',
  async () => {
    const fixture = createFixture()
    for (let round = 0; round < 4; round++) {
      fixture.write('story.txt', story(round, `changed ${round}`))
      fixture.commit(`round ${round}`)
    }
    fixture.git('gc', '-q', '--aggressive', '--prune=now')
    const commit = fixture.git('rev-parse', 'HEAD~2')
    const folder = join(fixture.folder, '.git/objects/pack')
    const names = readdirSync(folder).filter((name) => /\.(pack|idx)$/.test(name))
    for (const name of names) {
      const path = join(folder, name)
      execFileSync('chmod', ['u+w', path])
      const honest = readFileSync(path)
      for (let at = 0; at < honest.length; at += Math.ceil(honest.length / 150)) {
        const turned = Buffer.from(honest)
        turned[at]! ^= 0xff
        writeFileSync(path, turned)
        try {
          expect(await contentOf(fixture, commit)).toEqual({ 'story.txt': story(1, 'changed 1') })
        } catch (error) {
          expect(error).toMatchObject({ code: /GIT_UNREADABLE|LIMIT_EXCEEDED/ })
        }
      }
      writeFileSync(path, honest)
    }
  },
)
