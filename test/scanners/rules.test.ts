/** Every rule of every scanner in this folder finds its own examples and leaves its counter-examples alone. */
import { describe, expect, test } from 'vitest'
import codeRules from '../../scanners/code/rules.json' with { type: 'json' }
import { codeScanner } from '../../scanners/code/scanner.ts'
import complianceRules from '../../scanners/compliance/rules.json' with { type: 'json' }
import { complianceScanner } from '../../scanners/compliance/scanner.ts'
import secretRules from '../../scanners/secrets/rules.json' with { type: 'json' }
import { secretsScanner } from '../../scanners/secrets/scanner.ts'
import workflowRules from '../../scanners/workflows/rules.json' with { type: 'json' }
import { workflowsScanner } from '../../scanners/workflows/scanner.ts'
import { CONFIDENCES, SEVERITIES } from '../../src/gate/finding.ts'
import type { Scanner, ScannerResult } from '../../src/gate/scanner.ts'
import { type RuleExample, type RuleWithExamples, resultsOf, toTree } from './rules-example.ts'
import { scanTree, type Tree, toResult } from './rules-tree.ts'

interface Subject {
  readonly scanner: Scanner
  readonly rules: readonly unknown[]
  /** Where an example stands that names no path. */
  readonly path: string
}

const subjects: readonly Subject[] = [
  { scanner: workflowsScanner, rules: workflowRules, path: '.github/workflows/ci.yml' },
  { scanner: codeScanner, rules: codeRules, path: 'src/app.js' },
  { scanner: complianceScanner, rules: complianceRules, path: 'README.md' },
  { scanner: secretsScanner, rules: secretRules, path: 'config/settings.txt' },
]

describe.each(subjects)('$scanner.id', ({ scanner, rules, path }) => {
  const typed = rules as readonly RuleWithExamples[]

  test('rule ids are kebab-case and unique', () => {
    const ids = typed.map((rule) => rule.id)
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(typed)('$id is described, with examples of both kinds', (rule) => {
    expect(SEVERITIES).toContain(rule.severity)
    expect(CONFIDENCES).toContain(rule.confidence)
    expect(rule.title).toMatch(/^\S.{4,100}$/)
    expect(rule.link ?? 'https://').toMatch(/^https:\/\//)
    expect(rule.examples.match.length).toBeGreaterThan(0)
    expect(rule.examples.noMatch.length).toBeGreaterThan(0)
  })

  test.each(typed)('$id finds what it must', async (rule) => {
    for (const example of rule.examples.match) {
      expect(await rulesThatMatch(scanner, example, path), JSON.stringify(example)).toContain(rule.id)
    }
  })

  test.each(typed)('$id leaves alone what it must', async (rule) => {
    for (const example of rule.examples.noMatch) {
      expect(await rulesThatMatch(scanner, example, path), JSON.stringify(example)).not.toContain(rule.id)
    }
  })
})

async function rulesThatMatch(scanner: Scanner, example: RuleExample, path: string): Promise<string[]> {
  const tree = toTree(example, path)
  const results = await resultsBefore(scanner, tree, example)
  const output = await scanTree(scanner, tree, { results })
  expect(output.fileErrors).toEqual([])
  return output.findings.map((finding) => finding.rule)
}

/** What the scanners that this one reads say about the same tree; an example may say it for them. */
async function resultsBefore(scanner: Scanner, tree: Tree, example: RuleExample) {
  const results = new Map<string, ScannerResult>()
  for (const id of scanner.after ?? []) {
    const other = subjects.find((subject) => subject.scanner.id === id)?.scanner
    if (other) results.set(id, toResult(id, await scanTree(other, tree)))
  }
  for (const [id, result] of Object.entries(resultsOf(example))) results.set(id, result)
  return results
}
