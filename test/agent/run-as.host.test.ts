import { chmodSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadAgentConfig } from '../../src/agent/config/load.ts'
import { examine } from '../../src/agent/doctor.ts'
import { layoutOf, prepareLayout } from '../../src/agent/release/layout.ts'
import { runCommand } from '../../src/agent/service/command-run.ts'
import { cleanEnvironment, resolveRunAs } from '../../src/agent/service/run-as.ts'
import { systemClock } from '../../src/platform/clock.ts'

/* Needs root: only root may become somebody else. */

test("a command runs as the application's user, without groups, descriptors or the agent's environment", async () => {
  process.env['AGENT_SECRET'] = 'not for the application'
  const lines = await run('id -u; id -G; readlink /proc/self/fd/* | grep -vc /dev/null; env')
  delete process.env['AGENT_SECRET']
  const runAs = resolveRunAs('nobody')
  expect(lines[0]).toBe(String(runAs.owner?.uid))
  expect(lines[1]).toBe(String(runAs.owner?.gid))
  // Standard output and error; what else there is leads nowhere.
  expect(Number(lines[2])).toBeLessThanOrEqual(2)
  expect(lines.join('\n')).not.toContain('AGENT_SECRET')
})

test("the application cannot look into the agent's state", async () => {
  const state = await mkdtemp(join(tmpdir(), 'sallyport-state-'))
  chmodSync(state, 0o700)
  expect((await run(`ls ${state}`)).join('\n')).toMatch(/Permission denied/)
})

test('the doctor says of a folder that the application cannot enter', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sallyport-doctor-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(
    join(folder, 'agent.yml'),
    'version: 1\nroot: srv\ntrust: trust.yml\nmachineKey: machine.key\nenvironment: production\n' +
      'applications:\n  shop: { user: nobody, service: { kind: none }, health: { kind: none } }\n',
  )
  const config = await loadAgentConfig(join(folder, 'agent.yml'))
  const layout = layoutOf(config.root, 'shop')
  await prepareLayout(layout, resolveRunAs('nobody').owner)
  const check = async () => {
    const checks = await examine(config, systemClock)
    return checks.find(({ name }) => name === 'shop: folder')
  }
  expect(await check()).toMatchObject({ status: 'ok' })
  chmodSync(layout.releases, 0o700)
  const message = `nobody cannot enter it: chmod 755 ${layout.releases}`
  expect(await check()).toEqual({ name: 'shop: folder', status: 'problem', message })
})

async function run(script: string): Promise<string[]> {
  const runAs = resolveRunAs('nobody')
  const lines: string[] = []
  await runCommand({
    command: ['/bin/sh', '-c', script],
    cwd: '/',
    env: cleanEnvironment(runAs),
    runAs,
    timeoutMs: 10_000,
    onLine: (line) => lines.push(line),
  })
  return lines
}
