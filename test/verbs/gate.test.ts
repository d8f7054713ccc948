import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFixture, type Fixture, hasGit, temporaryFolder } from '../repository/git-fixture.ts'
import { runVerb } from './run-verb.ts'

const withGit = test.skipIf(!hasGit)
const GATE = ['gate', '.', '--offline', '--json']

const GOOD = `on: push
permissions:
  contents: read
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo ok
`
const WEAK_PATH = '.github/workflows/weak.yml'
const WEAK = `on: pull_request_target
permissions:
  contents: read
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ github.event.pull_request.title }}"
`

function createProject(): Fixture {
  const fixture = createFixture()
  fixture.write('.github/workflows/good.yml', GOOD)
  fixture.commit('good')
  return fixture
}

const gate = (fixture: Fixture, ...more: string[]) => runVerb([...GATE, ...more], { cwd: fixture.folder })

withGit('a clean tree passes, and the document names the commit (needs git)', async () => {
  const fixture = createProject()
  const { code, json } = await gate(fixture)

  expect(code).toBe(0)
  expect(json()).toMatchObject({
    version: 1,
    verdict: 'passed',
    reasons: [],
    policy: { source: 'built-in' },
    judgedAt: '2026-11-22T08:00:00Z',
    tree: { commit: fixture.git('rev-parse', 'HEAD'), base: null },
  })
})

withGit('a tree that differs from its head commit is not called by its name (needs git)', async () => {
  const fixture = createProject()
  const before = (await gate(fixture)).json().tree
  fixture.write('other', 'x')
  const after = (await gate(fixture)).json().tree

  expect(before.commit).not.toBeNull()
  expect(after.commit).toBeNull()
  expect(after.digest).not.toBe(before.digest)
})

withGit('a weakness that the change brings fails; in base already, it does not (needs git)', async () => {
  const fixture = createProject()
  fixture.write(WEAK_PATH, WEAK)
  fixture.commit('weak')
  const brought = await gate(fixture, '--base', 'HEAD~1')
  fixture.write(WEAK_PATH, `# moved down\n\n${WEAK}`)
  fixture.commit('later')
  const existing = await gate(fixture, '--base', 'HEAD~1')

  expect([brought.code, brought.json().verdict]).toEqual([10, 'failed'])
  expect(brought.json().tree.base).toBe(fixture.git('rev-parse', 'HEAD~2'))
  expect(brought.stderr).toContain(`${WEAK_PATH}:8`)
  expect([existing.code, existing.json().verdict]).toEqual([0, 'passed'])
  const states = existing.json().findings.map((one: { state: string }) => one.state)
  expect(new Set(states)).toEqual(new Set(['existing']))
})

withGit('policy and suppressions are read from base, never from the change (needs git)', async () => {
  const fixture = createProject()
  fixture.write(WEAK_PATH, WEAK)
  fixture.write('.sallyport/policy.yml', 'version: 1\nthresholds: {default: never}\n')
  fixture.commit('weak, and a policy that lets it through')
  const byBase = await gate(fixture, '--base', 'HEAD~1')
  const byItself = await gate(fixture)
  fixture.write('later', '')
  fixture.commit('later')
  const merged = await gate(fixture, '--base', 'HEAD~1')

  expect([byBase.code, byBase.json().policy.source]).toEqual([10, 'built-in'])
  expect([byItself.code, byItself.json().policy.source]).toEqual([0, '.sallyport/policy.yml'])
  expect([merged.code, merged.json().policy.source]).toEqual([
    0,
    `.sallyport/policy.yml@${fixture.git('rev-parse', 'HEAD~1')}`,
  ])
})

withGit('a change cannot hide what it commits behind .gitignore (needs git)', async () => {
  const fixture = createProject()
  fixture.write(WEAK_PATH, WEAK)
  fixture.commit('weak')
  fixture.write('.gitignore', '.github/\n*.yml\n')
  fixture.commit('hidden')

  expect((await gate(fixture)).code).toBe(10)
})

withGit('a folder below the root is judged with its own part of base (needs git)', async () => {
  const fixture = createFixture()
  fixture.write('service/.github/workflows/weak.yml', WEAK)
  fixture.write('other/a', '')
  fixture.commit('weak')
  const { code, json } = await runVerb(['gate', 'service', '--offline', '--json', '--base', 'HEAD'], {
    cwd: fixture.folder,
  })

  expect(code).toBe(0)
  expect(json().findings).toContainEqual(expect.objectContaining({ path: WEAK_PATH, state: 'existing' }))
})

withGit('--policy replaces it outside of GitHub Actions only (needs git)', async () => {
  const fixture = createProject()
  fixture.write(WEAK_PATH, WEAK)
  fixture.commit('weak')
  fixture.write('mine.yml', 'version: 1\nthresholds: {default: never}\n')
  const args = [...GATE, '--base', 'HEAD~1', '--policy', 'mine.yml']
  const allowed = await runVerb(args, { cwd: fixture.folder })
  const refused = await runVerb(args, { cwd: fixture.folder, env: { GITHUB_ACTIONS: 'true' } })

  expect([allowed.code, allowed.json().policy.source]).toEqual([0, 'file'])
  expect([refused.code, refused.stdout]).toEqual([2, ''])
  expect(refused.stderr).toContain('--policy is refused under GitHub Actions')
})

withGit.each([
  ['threshold: {}', 'policy.yml:2:1: threshold: this key is not known', 'did you mean "thresholds"?'],
  ['require: secrets', 'policy.yml:2:1: require:', ''],
  ['require: [secretz]', 'there is no scanner "secretz"', 'did you mean "secrets"?'],
])('a policy with %j ends with 2 and the place (needs git)', async (line, message, help) => {
  const fixture = createProject()
  fixture.write('.sallyport/policy.yml', `version: 1\n${line}\n`)
  const { code, stdout, stderr } = await gate(fixture)

  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(message)
  expect(stderr).toContain(help)
})

withGit('a base that is not in the clone is undecided, and says what to do (needs git)', async () => {
  const { code, json, stderr } = await gate(createProject(), '--base', 'origin/main')

  expect(code).toBe(11)
  expect(json()).toMatchObject({
    verdict: 'undecided',
    reasons: [{ code: 'base-unavailable', message: expect.stringContaining('fetch-depth: 0') }],
    tree: { base: null },
  })
  expect(stderr).toContain('"origin/main" is not in this clone')
})

withGit('where base cannot be found, the policy of the change does not judge (needs git)', async () => {
  const fixture = createProject()
  fixture.write('.sallyport/policy.yml', 'version: 1\nthresholds: {default: never}\n')
  const { json } = await gate(fixture, '--base', 'origin/main')

  expect(json().policy.source).toBe('built-in')
})

withGit.each([
  [
    'a HEAD that is no commit',
    (folder: string) => writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/x\n'),
    'origin',
  ],
  ['an object that is damaged', damageObjects, 'HEAD'],
  [
    'a .git that leads away',
    (folder: string) => {
      rmSync(join(folder, '.git'), { recursive: true })
      writeFileSync(join(folder, '.git'), 'gitdir: ../elsewhere\n')
    },
    'HEAD',
  ],
])('%s makes the verdict undecided, with the document (needs git)', async (_, damage, base) => {
  const fixture = createProject()
  damage(fixture.folder)
  const { code, json } = await gate(fixture, '--base', base)

  expect(code).toBe(11)
  expect(json().verdict).toBe('undecided')
  const codes = json().reasons.map((reason: { code: string }) => reason.code)
  expect(codes).toContain('base-unavailable')
  expect(JSON.stringify(json())).not.toContain(fixture.folder)
})

withGit('a clone that cannot be read is undecided also without a base (needs git)', async () => {
  const fixture = createProject()
  damageObjects(fixture.folder)
  const judged = await gate(fixture)
  const scanned = await runVerb(['scan', '.', '--offline', '--json'], { cwd: fixture.folder })
  const listed = await runVerb(['packages', '.', '--json'], { cwd: fixture.folder })

  expect([judged.code, judged.json().reasons[0].code]).toEqual([11, 'repository-unreadable'])
  expect([scanned.code, scanned.json().version]).toEqual([11, 1])
  expect([listed.code, listed.json().version]).toEqual([11, 1])
  expect(listed.stderr).toContain('unread .git')
})

withGit('a change that breaks the policy fails by the policy of its base (needs git)', async () => {
  const fixture = createProject()
  fixture.write('.sallyport/policy.yml', 'version: 1\nthreshold: {}\n')
  fixture.commit('broken policy')
  const { code, json, stderr } = await gate(fixture, '--base', 'HEAD~1')

  expect(code).toBe(10)
  expect(json().findings).toContainEqual(
    expect.objectContaining({
      scanner: 'policy',
      rule: 'policy-invalid',
      path: '.sallyport/policy.yml',
      line: 2,
      column: 1,
      state: 'new',
      blocking: true,
    }),
  )
  expect(stderr).toContain('did you mean')
})

withGit('a policy behind a link is refused, in the folder and in base (needs git)', async () => {
  const fixture = createProject()
  fixture.write('elsewhere/policy.yml', 'version: 1\nthresholds: {default: never}\n')
  symlinkSync('elsewhere', join(fixture.folder, '.sallyport'))
  fixture.commit('link')

  expect((await gate(fixture)).code).toBe(2)
  expect((await gate(fixture, '--base', 'HEAD')).code).toBe(2)
  expect((await gate(fixture, '--base', 'HEAD~1')).json().findings).toContainEqual(
    expect.objectContaining({ rule: 'policy-invalid', state: 'new' }),
  )
})

withGit('SOURCE_DATE_EPOCH stamps the report, but not on a runner (needs git)', async () => {
  const fixture = createProject()
  const judgedAt = async (env: Record<string, string>) =>
    (await runVerb(GATE, { cwd: fixture.folder, env })).json().judgedAt

  expect(await judgedAt({ SOURCE_DATE_EPOCH: '1000000000' })).toBe('2001-09-09T01:46:40Z')
  expect(await judgedAt({ SOURCE_DATE_EPOCH: '' })).toBe('2026-11-22T08:00:00Z')
  expect(await judgedAt({ SOURCE_DATE_EPOCH: '1000000000', GITHUB_ACTIONS: 'true' })).toBe(
    '2026-11-22T08:00:00Z',
  )
  const refused = await runVerb(GATE, { cwd: fixture.folder, env: { SOURCE_DATE_EPOCH: 'yesterday' } })
  expect([refused.code, refused.stdout]).toEqual([2, ''])
})

withGit('SOURCE_DATE_EPOCH does not revive a suppression that has ended (needs git)', async () => {
  const fixture = createProject()
  fixture.write(WEAK_PATH, WEAK)
  const suppression = `{path: "${WEAK_PATH}", reason: r, owner: me, expires: 2026-11-21}`
  fixture.write('.sallyport/policy.yml', `version: 1\nsuppressions:\n  - ${suppression}\n`)
  const { code } = await runVerb(GATE, { cwd: fixture.folder, env: { SOURCE_DATE_EPOCH: '1000000000' } })

  expect(code).toBe(10)
})

withGit('an expired suppression suppresses nothing and is a finding (needs git)', async () => {
  const fixture = createProject()
  fixture.write(WEAK_PATH, WEAK)
  const suppressed = (expires: string) =>
    `version: 1\nsuppressions:\n  - {path: "${WEAK_PATH}", reason: r, owner: me, expires: ${expires}}\n`
  fixture.write('.sallyport/policy.yml', suppressed('2026-11-22'))
  const before = await gate(fixture)
  fixture.write('.sallyport/policy.yml', suppressed('2026-11-21'))
  const after = await gate(fixture)

  expect(before.code).toBe(0)
  const about = before.json().findings.filter((one: { path: string }) => one.path === WEAK_PATH)
  expect(about.length).toBeGreaterThan(0)
  expect(about.every((one: { suppressed: boolean }) => one.suppressed)).toBe(true)
  expect(after.code).toBe(10)
  expect(after.json().findings).toContainEqual(
    expect.objectContaining({
      scanner: 'policy',
      rule: 'suppression-expired',
      path: '.sallyport/policy.yml',
      line: 3,
    }),
  )
})

withGit('a missing folder of advisories is undecided, never passed (needs git)', async () => {
  const { code, json } = await gate(createProject(), '--advisories', 'nowhere')

  expect([code, json().verdict]).toEqual([11, 'undecided'])
  expect(json().reasons.map((reason: { code: string }) => reason.code)).toContain('advisories-missing')
})

withGit('a file over limits.file that a scanner wants is undecided (needs git)', async () => {
  const fixture = createProject()
  fixture.write('.github/workflows/big.yml', `${GOOD}${'#'.repeat(2_000)}\n`)
  fixture.write('.sallyport/policy.yml', 'version: 1\nlimits: {file: 1KiB}\n')
  const { code, json } = await gate(fixture)

  expect(code).toBe(11)
  const workflows = json().scanners.find((one: { id: string }) => one.id === 'workflows')
  expect(workflows).toMatchObject({
    status: 'partial',
    fileErrors: [{ path: '.github/workflows/big.yml', code: 'LIMIT_EXCEEDED' }],
  })
})

withGit('two runs give the same bytes, in every format (needs git)', async () => {
  const fixture = createProject()
  fixture.write(WEAK_PATH, WEAK)
  const out = temporaryFolder()
  const runs: string[][] = []
  for (const round of ['1', '2']) {
    const sarif = join(out, `${round}.sarif`)
    const summary = join(out, `${round}.md`)
    const { stdout, stderr } = await gate(fixture, '--sarif', sarif, '--summary', summary)
    runs.push([stdout, stderr, readFileSync(sarif, 'utf8'), readFileSync(summary, 'utf8')])
  }

  expect(runs[0]).toEqual(runs[1])
  for (const output of runs[0]!) expect(output).not.toContain(fixture.folder)
  const sarif: string = runs[0]?.[2] ?? ''
  expect(JSON.parse(sarif).runs[0].results.length).toBeGreaterThan(0)
})

withGit('a hostile clone runs nothing (needs git)', async () => {
  const fixture = createProject()
  const mark = join(temporaryFolder(), 'mark')
  fixture.git('config', 'core.fsmonitor', `touch ${mark}; false`)
  fixture.git('config', 'core.hooksPath', '.hooks')
  fixture.git('config', 'diff.external', `touch ${mark}`)
  fixture.write('.hooks/post-index-change', `#!/bin/sh\ntouch ${mark}\n`)
  fixture.git('status')
  expect(existsSync(mark)).toBe(true)
  const untouched = join(temporaryFolder(), 'mark')
  fixture.git('config', 'core.fsmonitor', `touch ${untouched}; false`)

  expect((await gate(fixture, '--base', 'HEAD')).code).toBe(0)
  expect(existsSync(untouched)).toBe(false)
})

test('a folder without anything to scan ends with 3', async () => {
  const { code, json } = await runVerb(['gate', '.', '--offline', '--json'], { cwd: temporaryFolder() })

  expect([code, json().reasons[0].code]).toEqual([3, 'nothing-to-scan'])
})

test.each([
  [['gate'], 2, 'PATH is missing'],
  [['gate', 'nowhere'], 2, 'there is no such folder'],
  [['gate', '.', '--base', 'main'], 11, 'no git repository'],
  [['gate', '.', '--bas', 'main'], 2, 'did you mean --base?'],
])('%j ends with %i', async (args, code, message) => {
  const result = await runVerb(args, { cwd: temporaryFolder() })

  expect(result.code).toBe(code)
  expect(result.stderr).toContain(message)
})

/** Every loose object becomes other bytes. */
function damageObjects(folder: string): void {
  const objects = join(folder, '.git/objects')
  for (const entry of readdirSync(objects, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    chmodSync(path, 0o600)
    writeFileSync(path, 'damaged')
  }
}
