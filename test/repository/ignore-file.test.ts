import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IgnoreScope, isIgnored, parseIgnoreFile } from '../../src/repository/ignore-file.ts'
import { createFixture, hasGit } from './git-fixture.ts'

const scope = (text: string, folder = '', parent: IgnoreScope | null = null): IgnoreScope => ({
  folder,
  patterns: parseIgnoreFile(text),
  parent,
})

test.each([
  ['*.log', 'a/b.log', false, true],
  ['/a.log', 'x/a.log', false, false],
  ['a/b', 'x/a/b', false, false],
  ['build/', 'build', false, false],
  ['build/', 'x/build', true, true],
  ['*.log\n!keep.log', 'keep.log', false, false],
  ['!keep.log\n*.log', 'keep.log', false, true],
  ['# c', '# c', false, false],
  ['\\#c', '#c', false, true],
  ['\\!c', '!c', false, true],
  ['a ', 'a', false, true],
  ['a\\ ', 'a ', false, true],
  ['\uFEFFa', 'a', false, true],
  ['a\r\n', 'a', false, true],
  ['/', 'a', false, false],
])('%j on %s (folder: %s): %s', (text, path, isFolder, expected) => {
  expect(isIgnored(scope(text), path, isFolder)).toBe(expected)
})

test('a deeper file decides before a shallower one', () => {
  const outer = scope('*.log')
  const inner = scope('!b.log', 'a/', outer)

  expect(isIgnored(inner, 'a/b.log', false)).toBe(false)
  expect(isIgnored(inner, 'a/c.log', false)).toBe(true)
})

test.skipIf(!hasGit)('patterns decide as git check-ignore does (needs git)', () => {
  const { folder, write } = createFixture()
  const paths = [
    'a',
    'b',
    'ab',
    'a/b',
    'b/a',
    'a/b/a',
    'ab/a/b',
    'a/ab',
    'b/b/b',
    'a b',
    'a/a.b',
    '.a',
    'a/.b',
  ]
  const piece = fc.constantFrom(
    'a',
    'b',
    '*',
    '**',
    '/',
    '?',
    '!',
    '[ab]',
    '[!a]',
    '.',
    '\\',
    ' ',
    '/**/',
    '#',
  )
  // Before 2.41, git compared unrelated pointers where `**` is no whole segment: its answer there is chance.
  const line = fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(''))
    .filter((text) => !/[^/]\*\*|\*\*[^/]/.test(text))
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      write('.gitignore', `${lines.join('\n')}\n`)
      const asked = spawnSync('git', ['check-ignore', '--no-index', '-v', '-n', '-z', '--stdin'], {
        cwd: folder,
        input: paths.map((path) => `${path}\0`).join(''),
        env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
      })
      const fields = asked.stdout.toString().split('\0')
      for (const [index, path] of paths.entries()) {
        // source, line, pattern, path; a negated pattern is printed as a match as well.
        const pattern = fields[index * 4 + 2] ?? ''
        const expected = pattern !== '' && !pattern.startsWith('!')
        expect([lines, path, ignoredWithParents(lines.join('\n'), path)]).toEqual([lines, path, expected])
      }
    }),
    { numRuns: 150 },
  )
})

function ignoredWithParents(text: string, path: string): boolean {
  const steps = path.split('/')
  return steps.some((_, index) =>
    isIgnored(scope(text), steps.slice(0, index + 1).join('/'), index < steps.length - 1),
  )
}
