import { expect, test } from 'vitest'
import { isOwned, parseCodeOwners } from '../../scanners/compliance/code-owners.ts'
import { COMPLIANCE_RULES } from '../../scanners/compliance/rule.ts'
import { complianceScanner } from '../../scanners/compliance/scanner.ts'
import { SallyportError } from '../../src/base/errors.ts'
import type { ScannerResult, ScannerStatus } from '../../src/gate/scanner.ts'
import { scanTree, type Tree } from './rules-tree.ts'

const WORKFLOW = { '.github/workflows/ci.yml': 'on: push\npermissions: {}\njobs: {}\n' }

function resultWith(id: string, status: ScannerStatus, reason?: string): ScannerResult {
  const output = { findings: [], fileErrors: [] }
  return { id, status, files: 1, output, ...(reason === undefined ? {} : { reason }) }
}

async function answersFor(tree: Tree, ...results: readonly ScannerResult[]) {
  const byId = new Map(results.map((result) => [result.id, result]))
  const output = await scanTree(complianceScanner, tree, { results: byId })
  const answers = output.controls ?? []
  return { output, answer: (number: number) => answers.find((one) => one.number === number)! }
}

test('the checks that a checkout can answer are there, each with what it speaks to', () => {
  const numbers = COMPLIANCE_RULES.map((rule) => rule.number)
  expect(numbers).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 18, 20, 21, 24, 25, 26, 27, 28])
  for (const rule of COMPLIANCE_RULES) {
    for (const id of rule.osps) expect(id).toMatch(/^[A-Z]{2}-\d\d\.\d\d$/)
    expect(rule.osps.length + rule.supports.length).toBeGreaterThan(0)
  }
})

test('no rule says that anything complies', () => {
  expect(JSON.stringify(COMPLIANCE_RULES)).not.toMatch(/\bcompl(?:y|ies|iant)\b/i)
})

test.each([
  'partial',
  'failed',
  'skipped',
] as const)('a scanner that is %s and found nothing leaves its checks not determined', async (status) => {
  const { answer, output } = await answersFor(WORKFLOW, resultWith('workflows', status, 'of the moon'))
  for (const number of [1, 3, 4, 5, 7]) {
    expect(answer(number)).toMatchObject({
      answer: 'not determined',
      reason: `the scanner workflows is ${status}: of the moon`,
    })
  }
  expect(output.findings.map(({ rule }) => rule)).not.toContain('actions-pinned')
})

test('a scanner that did not run leaves its checks not determined', async () => {
  const { answer } = await answersFor(WORKFLOW)
  expect(answer(5)).toMatchObject({ answer: 'not determined', reason: 'the scanner workflows did not run' })
})

test('a whole answer without findings is a pass', async () => {
  const { answer } = await answersFor(WORKFLOW, resultWith('workflows', 'complete'))
  expect(answer(5).answer).toBe('pass')
})

test('what a partial scanner did find is a fail', async () => {
  const finding = {
    rule: 'unpinned-action',
    severity: 'high',
    confidence: 'high',
    title: 'x',
    message: 'x',
    path: '.github/workflows/ci.yml',
    line: 7,
    column: 1,
    endLine: 7,
    package: null,
    advisory: null,
    identity: [],
  } as const
  const workflows = { ...resultWith('workflows', 'partial'), output: { findings: [finding], fileErrors: [] } }
  const { answer, output } = await answersFor(WORKFLOW, workflows)
  expect(answer(5).answer).toBe('fail')
  expect(output.findings).toContainEqual(
    expect.objectContaining({ rule: 'actions-pinned', path: '.github/workflows/ci.yml', line: 7 }),
  )
})

test('without workflows their checks are not applicable, whatever the scanner says', async () => {
  const { answer } = await answersFor({ 'README.md': 'x' }, resultWith('workflows', 'skipped'))
  for (const number of [1, 3, 4, 5, 7, 26]) expect(answer(number).answer).toBe('not applicable')
})

test('dependencies without an answer about them are not determined', async () => {
  const tree = { 'package.json': '{"dependencies": {"a": "1"}}' }
  expect((await answersFor(tree, resultWith('dependencies', 'skipped'))).answer(13).answer).toBe(
    'not determined',
  )
  expect((await answersFor(tree, resultWith('dependencies', 'partial'))).answer(13).answer).toBe(
    'not determined',
  )
  expect((await answersFor(tree, resultWith('dependencies', 'complete'))).answer(13).answer).toBe('pass')
})

test('a gate policy that cannot be understood is not determined', async () => {
  const { answer } = await answersFor({ '.sallyport/policy.yml': 'version: 1\nthreshold: high\n' })
  expect(answer(20)).toMatchObject({ answer: 'not determined' })
  expect(answer(21)).toMatchObject({ answer: 'not determined' })
})

test('a file that cannot be read is a file error, and its checks are not determined', async () => {
  const path = 'SECURITY.md'
  const read = async () => {
    throw new SallyportError('FILE_UNREADABLE', { message: 'no' })
  }
  const unread = {
    ...complianceScanner,
    scan: (input: Parameters<typeof complianceScanner.scan>[0]) =>
      complianceScanner.scan({ ...input, files: [{ path, size: 1, read }] }),
  }
  const { fileErrors, controls } = await scanTree(unread, { [path]: 'x' })
  expect(fileErrors).toMatchObject([{ path, code: 'FILE_UNREADABLE' }])
  expect(controls?.find(({ number }) => number === 25)?.answer).toBe('not determined')
})

test.each([
  ['* @a', 'x/y.yml', true],
  ['/.github/ @a', '.github/workflows/ci.yml', true],
  ['.github/workflows @a', '.github/workflows/ci.yml', true],
  ['workflows/ @a', '.github/workflows/ci.yml', true],
  ['*.yml @a', '.github/workflows/ci.yml', true],
  ['.github/* @a', '.github/workflows/ci.yml', false],
  ['/.github/** @a', '.github/workflows/ci.yml', true],
  ['docs/ @a', '.github/workflows/ci.yml', false],
  ['* @a\n/.github/', '.github/workflows/ci.yml', false],
  ['/.github/\n* @a', '.github/workflows/ci.yml', true],
  ['!.github/ @a', '.github/workflows/ci.yml', false],
  ['# * @a', '.github/workflows/ci.yml', false],
  ['* # @a', '.github/workflows/ci.yml', false],
])('CODEOWNERS %j owns %s: %s', (text, path, expected) => {
  expect(isOwned(parseCodeOwners(text), path)).toBe(expected)
})

test('a pattern made to be slow is matched in time', () => {
  const start = performance.now()
  isOwned(parseCodeOwners(`${'*a'.repeat(200)}b @x`), 'a'.repeat(2_000))
  expect(performance.now() - start).toBeLessThan(1_000)
})
