import { expect, test } from 'vitest'
import { compileGlob, matchesGlob } from '../../src/repository/glob.ts'

test.each([
  ['*.js', 'a.js', true],
  ['*.js', 'a/b.js', false],
  ['**/*.js', 'a/b/c.js', true],
  ['**/*.js', 'c.js', true],
  ['a/**', 'a/b/c', true],
  ['a/**', 'a', false],
  ['a/**/c', 'a/c', true],
  ['a/**/c', 'a/b/b/c', true],
  ['a/**/c', 'ab/c', false],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['[a-c]x', 'bx', true],
  ['[!a-c]x', 'bx', false],
  ['[^a-c]x', 'dx', true],
  ['[]x]', ']', true],
  ['[[:digit:]]', '7', true],
  ['[[:digit:]]', 'd', false],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['[a', 'a', false],
  ['a\\/**', 'a/b', true],
  ['a\\', 'a\\', false],
  ['**', 'a/b', true],
  ['a**b', 'axxb', true],
  ['a**b', 'a/b', false],
])('%s matches %s: %s', (pattern, path, expected) => {
  expect(matchesGlob(compileGlob(pattern), path)).toBe(expected)
})

test('a pattern full of stars ends quickly on a text that does not match', () => {
  const glob = compileGlob('*a'.repeat(200))
  const started = performance.now()

  expect(matchesGlob(glob, `${'a'.repeat(2_000)}b`)).toBe(false)
  expect(performance.now() - started).toBeLessThan(500)
})
