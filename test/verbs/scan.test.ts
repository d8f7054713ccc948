import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SCANNER_IDS, SCANNERS } from '../../scanners/registry.ts'
import { temporaryFolder } from '../repository/git-fixture.ts'
import { runVerb } from './run-verb.ts'

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const WEAK = {
  '.github/workflows/a.yml': 'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: a/b@main\n',
}

test('findings do not change the exit code', async () => {
  const { code, json, stderr } = await runVerb(['scan', '.', '--json', '--offline'], {
    cwd: folderWith(WEAK),
  })

  expect(code).toBe(0)
  expect(Object.keys(json())).toEqual(['version', 'scanners', 'findings', 'remedies', 'controls'])
  expect(json().scanners.map((one: { id: string }) => one.id)).toEqual([...SCANNER_IDS])
  expect(json().findings).toContainEqual(
    expect.objectContaining({ scanner: 'workflows', path: '.github/workflows/a.yml', suppressed: false }),
  )
  expect(stderr).toContain('findings')
})

test('--scanner names the only ones that run', async () => {
  const { json } = await runVerb(['scan', '.', '--json', '--scanner', 'secrets'], { cwd: folderWith(WEAK) })

  expect(json().scanners).toMatchObject([{ id: 'secrets', status: 'complete' }])
})

test('a scanner that is none is an error with the nearest name', async () => {
  const { code, stderr } = await runVerb(['scan', '.', '--scanner', 'secret'], { cwd: folderWith(WEAK) })

  expect(code).toBe(2)
  expect(stderr).toContain('did you mean "secrets"?')
})

test('a file that cannot be read wholly ends with 11 and names it', async () => {
  const cwd = folderWith({ ...WEAK, '.github/workflows/b.yml': 'on: [\n' })
  const { code, json } = await runVerb(['scan', '.', '--json', '--offline', '--scanner', 'workflows'], {
    cwd,
  })

  expect(code).toBe(11)
  expect(json().scanners[0]).toMatchObject({
    status: 'partial',
    fileErrors: [{ path: '.github/workflows/b.yml' }],
  })
  expect(json().findings.length).toBeGreaterThan(0)
})

test('nothing to scan ends with 3', async () => {
  expect((await runVerb(['scan', '.', '--offline'], { cwd: temporaryFolder() })).code).toBe(3)
})

test("the tree's own suppressions are shown as such", async () => {
  const cwd = folderWith({
    ...WEAK,
    '.sallyport/policy.yml':
      'version: 1\nsuppressions:\n  - {path: ".github/**", reason: r, owner: me, expires: 2027-01-01}\n',
  })
  const { json } = await runVerb(['scan', '.', '--json', '--scanner', 'workflows'], { cwd })

  expect(json().findings.length).toBeGreaterThan(0)
  expect(json().findings.every((one: { suppressed: boolean }) => one.suppressed)).toBe(true)
})

test('every scanner is known by its own id', async () => {
  for (const [id, load] of Object.entries(SCANNERS)) expect((await load()).id).toBe(id)
})
