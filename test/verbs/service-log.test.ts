/** What a service says while it runs: JSON lines for a collector where it is asked for, and no secret in either form. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCommand, startCommand } from './command-process.ts'

async function servedLines(env: Readonly<Record<string, string>>) {
  const cwd = await mkdtemp(join(tmpdir(), 'sallyport-log-'))
  onTestFinished(() => rm(cwd, { recursive: true, force: true }))
  await runCommand(['coordinator', 'init', '--data', 'data'], { cwd })
  const serving = startCommand(
    ['coordinator', 'serve', '--data', 'data', '--listen', '127.0.0.1:0', '--verbose'],
    { cwd, env },
  )
  await serving.waitFor(/the coordinator serves/)
  const made = await runCommand(
    ['coordinator', 'enroll', '--data', 'data', '--application', 'shop', '--environment', 'production'],
    { cwd },
  )
  await serving.kill('SIGTERM')
  const { code, stderr } = await serving.result
  const keys = await readdir(join(cwd, 'data/keys'))
  const secrets = [
    made.stdout.trim(),
    ...(await Promise.all(keys.map((name) => readFile(join(cwd, 'data/keys', name), 'utf8')))),
  ]
  return { code, lines: stderr.trim().split('\n'), secrets: secrets.map((text) => text.trim()) }
}

test.each([
  ['text', {}],
  ['json', { SALLYPORT_LOG: 'json' }],
] as const)('as %s: a start, an end in good order, and no secret', async (format, env) => {
  const { code, lines, secrets } = await servedLines(env)
  expect(code).toBe(0)
  for (const secret of secrets) expect(lines.join('\n')).not.toContain(secret)
  if (format === 'json') {
    const parsed = lines.map((line) => JSON.parse(line))
    expect(parsed[0]).toMatchObject({
      level: 'info',
      message: 'the coordinator serves',
      time: expect.any(String),
    })
    expect(parsed.at(-1)).toMatchObject({ message: 'the coordinator ends' })
  } else expect(lines[0]).toMatch(/^the coordinator serves url=http:/)
})
