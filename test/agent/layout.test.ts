import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { layoutOf } from '../../src/agent/release/layout.ts'

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

/** In a process of its own, for a umask is the whole process's. */
function prepare(root: string, umask: number): void {
  const module = new URL('../../src/agent/release/layout.ts', import.meta.url).href
  const script =
    `const { layoutOf, prepareLayout } = await import(${JSON.stringify(module)})\n` +
    `process.umask(${umask})\nawait prepareLayout(layoutOf(${JSON.stringify(root)}, 'shop'), undefined)`
  execFileSync(process.execPath, ['--input-type=module', '--eval', script])
}

test.skipIf(process.platform === 'win32').each([0o077, 0o027, 0o022, 0])(
  'with the umask %i the application may enter its release, and nobody the state',
  (umask) => {
    const base = mkdtempSync(join(tmpdir(), 'sallyport-layout-'))
    onTestFinished(() => rmSync(base, { recursive: true }))
    const root = join(base, 'srv', 'sallyport')
    prepare(root, umask)
    const layout = layoutOf(root, 'shop')
    const open = [join(base, 'srv'), root, layout.folder, layout.releases, layout.shared]
    expect(open.map(modeOf)).toEqual(open.map(() => '755'))
    const closed = [layout.state, layout.incoming, layout.manifests, layout.logs, layout.receipts]
    expect(closed.map(modeOf)).toEqual(closed.map(() => '700'))
  },
)

test.skipIf(process.platform === 'win32')(
  'a folder that is there already keeps the mode that somebody gave it',
  () => {
    const base = mkdtempSync(join(tmpdir(), 'sallyport-layout-'))
    onTestFinished(() => rmSync(base, { recursive: true }))
    mkdirSync(join(base, 'shop'), { mode: 0o750 })
    prepare(base, 0o022)
    expect(modeOf(join(base, 'shop'))).toBe('750')
  },
)
