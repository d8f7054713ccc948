import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runVerb } from './run-verb.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sallyport-test-'))
  mkdirSync(join(cwd, 'shop'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const lock = { lockfileVersion: 3, packages: { 'node_modules/a': { version: '1.0.0' } } }

test('sbom writes CycloneDX by default, SPDX on request, to stdout or a file', async () => {
  writeFileSync(join(cwd, 'shop', 'package-lock.json'), JSON.stringify(lock))
  const cyclonedx = await runVerb(['sbom', 'shop'], { cwd })
  expect(cyclonedx.code).toBe(0)
  expect(cyclonedx.json()).toMatchObject({ specVersion: '1.6', components: [{ purl: 'pkg:npm/a@1.0.0' }] })
  const spdx = await runVerb(['sbom', 'shop', '--format', 'spdx', '--out', 'a.spdx.json'], {
    cwd,
    env: { SOURCE_DATE_EPOCH: '1767225600' },
  })
  expect(spdx).toMatchObject({ code: 0, stdout: '' })
  expect(JSON.parse(readFileSync(join(cwd, 'a.spdx.json'), 'utf8'))).toMatchObject({
    spdxVersion: 'SPDX-2.3',
    creationInfo: { created: '2026-01-01T00:00:00Z' },
  })
})

test('sbom of a lockfile that cannot be read says so in the document and by 11; without one it is 3', async () => {
  expect((await runVerb(['sbom', 'shop'], { cwd })).code).toBe(3)
  writeFileSync(join(cwd, 'shop', 'package-lock.json'), '{')
  const result = await runVerb(['sbom', 'shop'], { cwd })
  expect(result.code).toBe(11)
  expect(result.json().compositions).toEqual([{ aggregate: 'incomplete', assemblies: ['project'] }])
})

test('sbom refuses a format and a time that it does not know', async () => {
  const format = await runVerb(['sbom', 'shop', '--format', 'spx'], { cwd })
  expect(format).toMatchObject({ code: 2 })
  expect(format.stderr).toMatch(/did you mean "spdx"/)
  const time = await runVerb(['sbom', 'shop'], { cwd, env: { SOURCE_DATE_EPOCH: 'now' } })
  expect(time).toMatchObject({ code: 2 })
})
