import { expect, test } from 'vitest'
import type { Finding } from '../../src/gate/finding.ts'
import { runGate } from '../../src/gate/gate.ts'
import type { GateReport } from '../../src/gate/report.ts'
import { renderAnnotations } from '../../src/gate/reports/annotations.ts'
import { emitGateJson, emitScanJson } from '../../src/gate/reports/json.ts'
import { renderMarkdown } from '../../src/gate/reports/markdown.ts'
import { markdownCode, markdownLink, markdownText, plainLine } from '../../src/gate/reports/sanitise.ts'
import { emitSarif } from '../../src/gate/reports/sarif.ts'
import { renderGateText } from '../../src/gate/reports/text.ts'
import { finding, found, gateRequest, policyOf, scanner } from './fake-scanner.ts'

const PLAIN = { bold: same, dim: same, red: same, green: same, yellow: same }

function same(text: string): string {
  return text
}

const reportOf = (...findings: Finding[]): Promise<GateReport> =>
  runGate(
    gateRequest({
      loaded: policyOf(
        'version: 1\nsuppressions:\n  - {path: hidden, reason: not ours, owner: me, expires: 2027-01-01}\n',
      ),
      scanners: [
        scanner('dependencies', found(...findings, finding({ path: 'hidden', rule: 'hidden-rule' }))),
      ],
    }),
  )

const VULNERABLE = finding({
  rule: 'vulnerable-package',
  severity: 'critical',
  title: 'Prototype pollution',
  message: 'An attacker can set properties of every object.',
  path: 'package-lock.json',
  line: 12,
  endLine: 15,
  package: {
    ecosystem: 'npm',
    name: 'qs',
    version: '0.6.6',
    direct: false,
    scope: 'prod',
    paths: [['express@3.0.0', 'qs@0.6.6']],
    fix: { name: 'express', version: '4.21.2' },
  },
  advisory: { id: 'GHSA-hrpp-h998-j3pp', aliases: ['CVE-2022-24999'], fixed: ['6.2.4'] },
  identity: ['qs', '0.6.6', 'GHSA-hrpp-h998-j3pp'],
  link: 'https://osv.dev/vulnerability/GHSA-hrpp-h998-j3pp',
})

const HOSTILE = '`x`](javascript:alert(1)) <script>|</td>@team\n::error::\u001b[31m\u202ee %0A'

test('a scan in pieces is one document, laid out as any other, and its lists are not in one piece', async () => {
  const two = await reportOf(VULNERABLE, { ...VULNERABLE, title: `line\n  "breaks" ${HOSTILE}` })
  for (const report of [two, { ...two, findings: [], scanners: [] }]) {
    const pieces = [...emitScanJson(report)]
    const text = pieces.join('')
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
    expect(JSON.parse(text).findings).toHaveLength(report.findings.length)
    expect(pieces.filter((piece) => piece.includes('"fingerprint"'))).toHaveLength(report.findings.length)
  }
})

test('JSON has exactly the documented keys', async () => {
  const document = JSON.parse(emitGateJson(await reportOf(VULNERABLE), { version: '1.2.3' }))

  expect(Object.keys(document)).toEqual([
    'version',
    'tool',
    'verdict',
    'reasons',
    'policy',
    'advisories',
    'judgedAt',
    'tree',
    'scanners',
    'findings',
    'remedies',
    'controls',
  ])
  expect(Object.keys(document.findings[1])).toEqual([
    'id',
    'scanner',
    'rule',
    'severity',
    'confidence',
    'title',
    'message',
    'path',
    'line',
    'column',
    'endLine',
    'package',
    'advisory',
    'link',
    'fingerprint',
    'suppressed',
    'suppression',
    'state',
    'blocking',
  ])
  expect(
    document.findings.map((one: { state: string; suppressed: boolean }) => [one.state, one.suppressed]),
  ).toEqual([
    ['suppressed', true],
    ['new', false],
  ])
  expect(document.findings[1].package.paths).toEqual([['express@3.0.0', 'qs@0.6.6']])
  expect(document.judgedAt).toBe('2026-11-22T08:00:00Z')
})

test('SARIF has one run, fingerprints, states and suppressions', async () => {
  const { version, runs } = JSON.parse(
    emitSarif(await reportOf(VULNERABLE), { version: '1.2.3', prefix: 'sub/' }),
  )

  expect([version, runs.length]).toEqual(['2.1.0', 1])
  const [run] = runs
  expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
    'dependencies/GHSA-hrpp-h998-j3pp',
    'dependencies/hidden-rule',
  ])
  const [hidden, vulnerable] = run.results
  expect(hidden.suppressions).toMatchObject([{ kind: 'external', status: 'accepted' }])
  expect(vulnerable).toMatchObject({
    ruleIndex: 0,
    level: 'error',
    baselineState: 'new',
    suppressions: [],
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'sub/package-lock.json' },
          region: { startLine: 12, endLine: 15 },
        },
      },
    ],
  })
  expect(vulnerable.partialFingerprints['sallyport/v1']).toMatch(/^[0-9a-f]{32}$/)
  expect(vulnerable.message.text).toContain('By way of express@3.0.0 › qs@0.6.6.')
  expect(vulnerable.message.text).toContain('upgrade express to 4.21.2')
})

test('SARIF keeps the 5,000 most urgent results and says how many it left out', async () => {
  const many = Array.from({ length: 5_200 }, (_, index) =>
    finding({ line: index + 1, severity: index < 100 ? 'low' : 'high', path: 'z' }),
  )
  const [run] = JSON.parse(emitSarif(await reportOf(...many), { version: '1' })).runs

  expect(run.results).toHaveLength(5_000)
  expect(run.results.some((result: { level: string }) => result.level === 'note')).toBe(false)
  expect(run.properties).toMatchObject({ findings: 5_201, leftOut: 201 })
})

test('the summary shows the path that brings a package in and what to upgrade to', async () => {
  const markdown = renderMarkdown(await reportOf(VULNERABLE))

  expect(markdown).toContain('## Sallyport gate: failed')
  expect(markdown).toContain('`qs 0.6.6`: Prototype pollution')
  expect(markdown).toContain('By way of `express@3.0.0 › qs@0.6.6`')
  expect(markdown).toContain('**To do:** upgrade express to 4.21.2')
  expect(markdown).toContain('[GHSA\\-hrpp\\-h998\\-j3pp](https://osv.dev/vulnerability/GHSA-hrpp-h998-j3pp)')
  expect(markdown).toContain('not ours (me, until 2027\\-01\\-01)'.replace('(', '\\(').replace(')', '\\)'))
})

test('a summary over its bound is shortened and says so; its frame stays', async () => {
  const many = Array.from({ length: 9_000 }, (_, index) =>
    finding({ line: index + 1, path: 'ä'.repeat(100), message: 'why '.repeat(100) }),
  )
  const markdown = renderMarkdown(await reportOf(...many))

  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(1024 * 1024)
  expect(Buffer.byteLength(markdown)).toBeGreaterThan(900 * 1024)
  expect(markdown).toMatch(/… and \d+ more that do not fit here/)
  expect(markdown).toContain('| Scanner | Status | |')
  expect(markdown).toContain('Judged at 2026-11-22T08:00:00Z')
})

test('a tiny bound still gives a verdict', async () => {
  const markdown = renderMarkdown(await reportOf(VULNERABLE), { maxBytes: 200 })

  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(200)
  expect(markdown).toContain('Sallyport gate: failed')
})

test('text for people shows what blocks first, with the way and the upgrade, and ends with the verdict', async () => {
  const text = renderGateText(await reportOf(finding({ severity: 'low', title: 'Small' }), VULNERABLE), PLAIN)
  const lines = text.trimEnd().split('\n')

  expect(lines[0]).toBe('Blocking: 1 critical')
  expect(text).toContain('by way of express@3.0.0 › qs@0.6.6')
  expect(text).toContain('→ upgrade express to 4.21.2')
  expect(text.indexOf('Small')).toBeGreaterThan(text.indexOf('Prototype'))
  expect(lines.at(-1)).toBe('Verdict: failed (policy: test)')
})

test('of equal severity, what attackers use comes first, then what they likely will; who holds a fix back is named', async () => {
  const advisory = VULNERABLE.advisory!
  const of = (name: string, known: Pick<typeof advisory, 'exploitation'>) => ({
    ...VULNERABLE,
    title: name,
    package: { ...VULNERABLE.package!, fix: { name, version: '2.0.0', heldBackBy: 'express@3.0.0' } },
    advisory: { ...advisory, ...known },
    identity: [name],
  })
  const report = await reportOf(
    of('one', {}),
    of('two', { exploitation: { knownSince: null, probability: 0.4 } }),
    of('three', { exploitation: { knownSince: '2026-01-02', probability: null } }),
  )
  const text = renderGateText(report, PLAIN)
  const at = ['three', 'two', 'one'].map((name) => text.indexOf(` ${name} [`))
  expect(at).toEqual(at.toSorted((a, b) => a - b))
  expect(text).toContain('→ upgrade express@3.0.0, which holds it back, or force one 2.0.0')
})

test('annotations: the ten most urgent of each kind, one line each', async () => {
  const many = Array.from({ length: 30 }, (_, index) => finding({ line: index + 1, path: 'z' }))
  const lines = renderAnnotations((await reportOf(...many, VULNERABLE)).findings, 'sub/')
    .trimEnd()
    .split('\n')

  expect(lines).toHaveLength(10)
  expect(lines[0]).toBe(
    '::error file=sub/package-lock.json,line=12,endLine=15,title=qs 0.6.6%3A Prototype pollution::An attacker can set properties of every object.%0Aby way of express@3.0.0 › qs@0.6.6%0Aupgrade express to 4.21.2',
  )
  expect(lines[9]).toContain('(and 21 more: see the summary)')
})

test('names and words of the tree write no Markdown, no command and no terminal escape', async () => {
  const report = await reportOf(
    finding({
      path: HOSTILE.replaceAll('\n', ' '),
      title: HOSTILE,
      message: HOSTILE,
      link: 'javascript:alert(1)',
      package: {
        ecosystem: 'npm',
        name: HOSTILE,
        version: HOSTILE,
        direct: false,
        scope: 'prod',
        paths: [[HOSTILE, HOSTILE]],
        fix: { name: HOSTILE, version: HOSTILE },
      },
    }),
  )
  const markdown = renderMarkdown(report)
  const annotations = renderAnnotations(report.findings)
  const text = renderGateText(report, PLAIN)

  for (const output of [markdown, annotations, text]) expect(output).not.toMatch(/[\u001b\u202e]/)
  const outsideCode = markdown.replace(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
  expect(outsideCode).not.toMatch(/<script|<\/td>|@team|\]\(javascript/)
  expect(
    annotations
      .trimEnd()
      .split('\n')
      .every((line) => /^::(error|warning|notice) file=[^,]*,line=/.test(line)),
  ).toBe(true)
  expect(text).not.toMatch(/^::error/m)
})

test.each([
  [plainLine('a\nb\u0000c\u001b[1m'), 'a b c [1m'],
  [
    markdownText('*a* <b> [c](d) @e https://f | `g`'),
    '\\*a\\* &lt;b&gt; \\[c\\]\\(d\\) &#64;e https&#58;//f \\| \\`g\\`',
  ],
  [markdownCode('a`b``c'), '```a`b``c```'],
  [markdownCode('`'), '`` ` ``'],
  [markdownCode(''), '` `'],
  [markdownLink('a]', 'https://x.example/y'), '[a\\]](https://x.example/y)'],
  [markdownLink('a', 'https://x.example/y)('), 'a'],
  [markdownLink('a', 'http://x.example'), 'a'],
])('sanitised text %#', (actual, expected) => {
  expect(actual).toBe(expected)
})

test('Markdown has the answers to all controls, and words of the tree write no table', async () => {
  const control = (answer: 'fail' | 'pass', reason: string) => ({
    check: 'a-check',
    number: 13,
    title: 'A title',
    osps: ['VM-05.03'],
    supports: [],
    answer,
    reason,
  })
  const controls = [control('pass', 'all is well'), control('fail', 'a | b\n| c <script>')]
  const report = await runGate(gateRequest({ scanners: [scanner('compliance', { ...found(), controls })] }))
  const markdown = renderMarkdown(report)

  expect(markdown).toContain('Controls: 1 pass, 1 fail, 0 not applicable, 0 not determined')
  expect(markdown).toMatch(/^\| 13 \| A title \| pass \| all is well \| VM\\-05\.03 \|$/m)
  expect(markdown.split('\n').filter((line) => line.startsWith('| 13 '))).toHaveLength(2)
  expect(markdown).not.toContain('<script>')
})
