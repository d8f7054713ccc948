import { mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { createFile, readFileBounded, readFileIfThere, writeFileAtomic } from '../../src/platform/files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-files-'))
})

test('a file over the bound is not read', async () => {
  writeFileSync(join(folder, 'big'), 'x'.repeat(11))
  await expect(readFileBounded(join(folder, 'big'), 10)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  expect(await readFileBounded(join(folder, 'big'), 11)).toHaveLength(11)
})

test('a folder is no file, and an absent file says so', async () => {
  await expect(readFileBounded(folder, 10)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  await expect(readFileBounded(join(folder, 'absent'), 10)).rejects.toThrow(/is not there/)
  expect(await readFileIfThere(join(folder, 'absent'), 10)).toBeUndefined()
})

test('a file that grows without end is cut', async () => {
  symlinkSync('/dev/zero', join(folder, 'endless'))
  await expect(readFileBounded(join(folder, 'endless'), 1_000)).rejects.toMatchObject({
    code: 'LIMIT_EXCEEDED',
  })
})

test('an atomic write replaces the content and leaves nothing else', async () => {
  const path = join(folder, 'state.json')
  await writeFileAtomic(path, 'old')
  await writeFileAtomic(path, 'new', 0o600)
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['state.json'])
})

test('an atomic write that fails leaves the old content', async () => {
  const path = join(folder, 'absent', 'state.json')
  await expect(writeFileAtomic(path, 'x')).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' })
  expect(readdirSync(folder)).toEqual([])
})

test('a key file is never overwritten', async () => {
  const path = join(folder, 'key')
  await createFile(path, 'first', 0o600)
  await expect(createFile(path, 'second', 0o600)).rejects.toThrow(/EEXIST/)
  expect(readFileSync(path, 'utf8')).toBe('first')
})
