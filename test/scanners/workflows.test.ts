// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${{ }} is what is tested
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { referencesOf } from '../../scanners/workflows/expression.ts'
import { workflowsScanner } from '../../scanners/workflows/scanner.ts'
import { parseUses } from '../../scanners/workflows/uses.ts'
import { scanTree } from './rules-tree.ts'

const COMMIT = '11bd71901bbe5b1630ceea73d27597364c9af683'
const scan = (lines: readonly string[]) =>
  scanTree(workflowsScanner, { '.github/workflows/ci.yml': lines.join('\n') })

test('a finding points at the expression, not at its step', async () => {
  const { findings } = await scan([
    'on: issues',
    'permissions: {}',
    'jobs:',
    '  a:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - run: |',
    '          echo start',
    '          echo "${{ github.event.issue.title }}"',
  ])
  expect(findings).toMatchObject([
    { rule: 'untrusted-input', line: 9, column: 17, endLine: 9, severity: 'critical' },
  ])
})

test('a finding is the same one when lines above it come and go', async () => {
  const lines = ['on: push', 'permissions: {}', 'jobs:', '  a:', '    steps:', '      - uses: octo/x@v1']
  const [before] = (await scan(lines)).findings
  const [after] = (await scan(['# a comment', '', ...lines])).findings
  expect(after!.line).toBe(before!.line + 2)
  expect(after!.identity).toEqual(before!.identity)
})

test('a workflow that does not parse is a file error with its line, and the others are still judged', async () => {
  const { findings, fileErrors } = await scanTree(workflowsScanner, {
    '.github/workflows/bad.yml': 'on: push\njobs: [\n',
    '.github/workflows/list.yml': '- a\n',
    '.github/workflows/ok.yml': 'on: push\npermissions: write-all\njobs: {}\n',
  })
  expect(fileErrors.map(({ path, code }) => [path, code])).toEqual([
    ['.github/workflows/bad.yml', 'CONFIG_INVALID'],
    ['.github/workflows/list.yml', 'CONFIG_INVALID'],
  ])
  expect(findings.map(({ rule }) => rule)).toEqual(['write-all-permissions'])
})

test('a lockfile of actions that does not parse is a file error and locks nothing', async () => {
  const { findings, fileErrors } = await scanTree(workflowsScanner, {
    '.github/workflows/actions.lock': 'workflows: [',
    '.github/workflows/ci.yml': 'on: push\npermissions: {}\njobs:\n  a:\n    steps: [{uses: octo/x@v1}]\n',
  })
  expect(fileErrors).toMatchObject([{ path: '.github/workflows/actions.lock' }])
  expect(findings.map(({ rule }) => rule)).toEqual(['unpinned-action'])
})

test('a well-written release workflow has no finding', async () => {
  const { findings } = await scan([
    'name: Release',
    'on:',
    '  push:',
    '    tags: ["v*"]',
    'permissions:',
    '  contents: read',
    'concurrency: release-${{ github.ref }}',
    'jobs:',
    '  build:',
    '    runs-on: ubuntu-24.04',
    '    outputs:',
    '      digest: ${{ steps.pack.outputs.digest }}',
    '    steps:',
    `      - uses: actions/checkout@${COMMIT} # v4.2.2`,
    '        with:',
    '          persist-credentials: false',
    '      - id: pack',
    '        run: |',
    '          npm ci --ignore-scripts',
    '          npm pack',
    '          echo "digest=$(sha256sum *.tgz | cut -d" " -f1)" >> "$GITHUB_OUTPUT"',
    `      - uses: actions/upload-artifact@${COMMIT}`,
    '        with:',
    '          name: package',
    '          path: "*.tgz"',
    '  publish:',
    '    needs: build',
    "    if: ${{ !cancelled() && needs.build.outputs.digest != '' }}",
    '    runs-on: ubuntu-24.04',
    '    environment: production',
    '    permissions:',
    '      contents: read',
    '      id-token: write',
    '    steps:',
    `      - uses: actions/download-artifact@${COMMIT}`,
    '      - run: echo "$DIGEST  package.tgz" | sha256sum -c && npm publish package.tgz',
    '        env:',
    '          DIGEST: ${{ needs.build.outputs.digest }}',
    '          NODE_AUTH_TOKEN: ${{ secrets.NPM_TOKEN }}',
  ])
  expect(findings).toEqual([])
})

test('a well-written pull request workflow has no finding', async () => {
  const { findings } = await scan([
    'on:',
    '  pull_request:',
    'permissions: {}',
    'jobs:',
    '  test:',
    '    permissions:',
    '      contents: read',
    '    strategy:',
    '      matrix:',
    '        node: [22, 24]',
    "    runs-on: ${{ matrix.os || 'ubuntu-24.04' }}",
    '    steps:',
    `      - uses: actions/checkout@${COMMIT}`,
    '        with:',
    '          ref: ${{ github.event.pull_request.head.sha }}',
    `      - uses: actions/setup-node@${COMMIT}`,
    '        with:',
    '          node-version: ${{ matrix.node }}',
    '          cache: npm',
    '      - run: npm test -- --shard ${{ matrix.node }}',
    "      - if: always() && steps.a.outcome == 'failure'",
    '        run: echo "$TITLE failed for ${{ github.event.pull_request.number }}"',
    '        env:',
    '          TITLE: ${{ github.event.pull_request.title }}',
  ])
  expect(findings).toEqual([])
})

describe('the references of an expression', () => {
  const names = (text: string) => referencesOf(text).map(({ path }) => path.join('.'))

  test.each([
    ['github.event.issue.title', ['github.event.issue.title']],
    ["github['event'][ 'issue' ].Title", ['github.event.issue.title']],
    ['github.event.commits[0].message', ['github.event.commits.*.message']],
    ['github.event.commits.*.message', ['github.event.commits.*.message']],
    ["format('{0} it''s', a.b)", ['a.b']],
    ["a.b == 'x' && c.d || e.f", ['c.d', 'e.f']],
    ['!a.b', []],
    ['contains(a.b, c.d)', []],
    ['(a.b || c.d)', ['a.b', 'c.d']],
    ["fromJSON(a.b)['c']", ['a.b']],
    ['a.b >= 1', []],
    ['a.b ~ not an expression', ['a.b']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test('an expression that is no expression is read in time', () => {
    const start = performance.now()
    names(`${'a'.repeat(200_000)} ~`)
    names(`${'a.'.repeat(100_000)} ~`)
    expect(performance.now() - start).toBeLessThan(1_000)
  })

  test('an expression nested without end is read loosely, not for ever', () => {
    expect(names(`${'('.repeat(5_000)}github.event.issue.title`)).toEqual(['github.event.issue.title'])
  })
})

test.each([
  ['./x', 'local'],
  ['$/x', 'local'],
  ['docker://alpine', 'docker'],
  ['octo/x@v1', 'repository'],
])('uses: %s is %s', (value, kind) => {
  expect(parseUses(value).kind).toBe(kind)
})

test.each([
  'env: {A: "${{ env.A }}"}',
  'env: {A: "${{ env.B }}", B: "${{ env.A }}"}',
])('a circle is followed no further: %s', async (env) => {
  const { findings } = await scan([
    'on: push',
    'permissions: {}',
    env,
    'jobs:',
    '  a:',
    '    steps: [{run: "echo ${{ env.A }}"}]',
  ])
  expect(findings).toEqual([])
})

const goat = fileURLToPath(
  new URL('../../../shared/data/repos/step-security+github-actions-goat.tar.gz', import.meta.url),
)

test.skipIf(!existsSync(goat))(
  'the planted weaknesses of github-actions-goat are found (needs ../shared/data)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'goat-'))
    try {
      execFileSync('tar', ['xzf', goat, '-C', folder])
      const [name] = readdirSync(folder)
      const workflows = join(folder, name!, '.github/workflows')
      const tree = Object.fromEntries(
        readdirSync(workflows).map((file) => [
          `.github/workflows/${file}`,
          readFileSync(join(workflows, file)),
        ]),
      )
      const { findings, fileErrors } = await scanTree(workflowsScanner, tree)
      expect(fileErrors).toEqual([])
      const found = findings.map(({ path, line, rule }) => `${path.split('/').at(-1)}:${line} ${rule}`)
      expect(found).toEqual(
        expect.arrayContaining([
          'changed-files-vulnerability-with-hr.yml:36 untrusted-input',
          'changed-files-vulnerability-without-hr.yml:28 untrusted-input',
          'tj-actions-changed-files-incident.yaml:33 untrusted-input',
          'tj-actions-changed-files-incident.yaml:29 unpinned-action',
          'toc-tou.yml:28 privileged-head-checkout',
          'toc-tou.yml:53 privileged-head-checkout',
          'PRTargetWorkflow.yml:4 privileged-trigger',
          'PRTargetWorkflow.yml:11 missing-permissions',
          'secret-in-build-log.yml:29 secret-in-log',
        ]),
      )
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
