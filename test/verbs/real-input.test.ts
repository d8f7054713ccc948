/** Real repositories with known weaknesses, from the folder of shared data where it lies beside the checkout. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../repository/git-fixture.ts'

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const withData = test.skipIf(!existsSync(join(DATA, 'repos')) || !existsSync(join(DATA, 'osv')))

interface Document {
  readonly verdict: string
  readonly scanners: readonly { readonly id: string; readonly status: string }[]
  readonly findings: readonly {
    readonly scanner: string
    readonly rule: string
    readonly path: string
    readonly advisory: { readonly id: string } | null
    readonly package: { readonly paths: readonly unknown[]; readonly fix: unknown } | null
  }[]
}

function unpack(name: string): string {
  const folder = temporaryFolder()
  execFileSync('tar', ['xzf', join(DATA, 'repos', `${name}.tar.gz`), '-C', folder, '--strip-components=1'])
  return folder
}

/** A process of its own with an empty cache; its processor time, because a busy machine stretches any other. */
function gateCold(folder: string): { document: Document; code: number | null; cpuSeconds: number } {
  const command = [
    process.execPath,
    CLI,
    'gate',
    folder,
    '--offline',
    '--advisories',
    join(DATA, 'osv'),
    '--json',
  ]
  const run = spawnSync('sh', ['-c', '"$@"; code=$?; times >&2; exit $code', 'sh', ...command], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env['PATH'], SALLYPORT_CACHE: temporaryFolder() },
  })
  const times = [...(run.stderr.trimEnd().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)]
  expect(times).toHaveLength(2)
  const cpuSeconds = times.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  )
  return { document: JSON.parse(run.stdout), code: run.status, cpuSeconds }
}

withData(
  'NodeGoat: well over a hundred advisories and its weaknesses, within 5 s cold (needs the shared data)',
  () => {
    const { document, code, cpuSeconds } = gateCold(unpack('OWASP+NodeGoat'))
    const advisories = new Set(document.findings.flatMap((one) => one.advisory?.id ?? []))
    const rules = new Set(document.findings.map((one) => `${one.scanner}/${one.rule}`))

    expect([code, document.verdict]).toEqual([10, 'failed'])
    expect(document.scanners.every((scanner) => scanner.status === 'complete')).toBe(true)
    expect(advisories.size).toBeGreaterThan(120)
    expect(document.findings.filter((one) => one.package).every((one) => one.package!.paths.length > 0)).toBe(
      true,
    )
    expect(rules).toContain('code/code-injection')
    expect(rules).toContain('secrets/private-key')
    expect(rules).toContain('workflows/unpinned-action')
    expect(cpuSeconds).toBeGreaterThan(0.1)
    expect(cpuSeconds).toBeLessThan(5)
  },
)

withData('github-actions-goat: the planted weaknesses of its workflows (needs the shared data)', () => {
  const { document } = gateCold(unpack('step-security+github-actions-goat'))
  const rules = new Set(document.findings.filter((one) => one.scanner === 'workflows').map((one) => one.rule))

  expect(document.verdict).toBe('failed')
  expect([...rules]).toEqual(
    expect.arrayContaining([
      'unpinned-action',
      'untrusted-input',
      'privileged-head-checkout',
      'missing-permissions',
      'secret-in-log',
    ]),
  )
})
