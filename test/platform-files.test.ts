/** Where the files of one platform are taken from when `dist/` and packages are built, and what is not taken. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import lock from '../package-lock.json' with { type: 'json' }
import { ASSETS } from '../src/platform/assets.ts'
import { installedPath, PLATFORM_FILES, RUNTIMES, readPlatformFile } from '../tools/platform-files.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const ADDON = {
  package: '@nobody/addon',
  version: '1.0.0',
  path: 'linux/addon.node',
  sha256: 'ad1db4af94ccfc2ac36576ee20012bc37c09de83d605a39c51d5976c0b05d2b4',
}

function fileWith(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'sallyport-platform-')), 'addon.node')
  writeFileSync(path, text)
  return path
}

test('the first place that has the file with its digest serves, and nothing is fetched', () => {
  const places = ['/nowhere/addon.node', fileWith('another addon'), fileWith('the addon')]
  const bytes = readPlatformFile(ADDON, places, () => expect.unreachable())
  expect(Buffer.from(bytes).toString()).toBe('the addon')
})

test('what lies nowhere is fetched, and held to its digest too', () => {
  const fetched = readPlatformFile(ADDON, [], () => Buffer.from('the addon'))
  expect(Buffer.from(fetched).toString()).toBe('the addon')
  expect(() => readPlatformFile(ADDON, [], () => Buffer.from('a newer addon'))).toThrow(
    /^linux\/addon\.node of @nobody\/addon@1\.0\.0 is sha256:[0-9a-f]{64}, not sha256:ad1d.*write the new digest/,
  )
})

test.each(Object.entries(PLATFORM_FILES))('%s lies in dist/ as it is written down', (name, file) => {
  const bytes = readPlatformFile(file, [join(root, 'dist/data', name)], () => expect.unreachable())
  expect(bytes.length).toBeGreaterThan(1_000_000)
  expect(join(root, ASSETS[name]!)).toBe(installedPath(root, file))
})

test.each([
  ...Object.values(PLATFORM_FILES),
  ...Object.values(RUNTIMES),
])('$package is of the version that the lockfile has', ({ package: name, version }) => {
  const packages: Readonly<Record<string, { readonly version?: string }>> = lock.packages
  expect(packages[`node_modules/${name}`]?.version).toBe(version)
})
