/**
 * The package: built twice it is the same file; it installs without a network and refuses what was changed;
 * a coordinator and an agent run from it alone; and the container recipe's steps make a coordinator that
 * serves, replayed in namespaces of our own.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { parseRecipe, valuesOf } from '../support/container-recipe.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'sallyport-package-'))
const unpacked = join(base, 'unpacked')
const root = join(base, 'root')
const program = join(root, 'opt/sallyport/current/bin/sallyport')
let archive = ''

function build(out: string): Buffer {
  const options = ['--arch', 'x64', '--out', out]
  execFileSync(process.execPath, [join(repository, 'tools/package.ts'), ...options], { stdio: 'pipe' })
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  archive = join(out, `sallyport-${version}-linux-x64.tar.gz`)
  return readFileSync(archive)
}

function install(folder: string, ...args: string[]) {
  return spawnSync('sh', [join(folder, 'install.sh'), ...args], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin' },
  })
}

/** Makes a package that was changed whole again. */
function sumAgain(folder: string): void {
  const list = ['.', '-type', 'f', '!', '-name', 'SHA256SUMS', '-printf', '%P\n']
  const files = execFileSync('find', list, { cwd: folder, encoding: 'utf8' }).trim().split('\n')
  writeFileSync(join(folder, 'SHA256SUMS'), execFileSync('sha256sum', files, { cwd: folder }))
}

/** With nothing of this machine but a PATH that has no node. */
function run(args: readonly string[], cwd = base): string {
  return execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', HOME: cwd },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

beforeAll(() => {
  build(join(base, 'first'))
  mkdirSync(unpacked)
  execFileSync('tar', ['-xzf', archive, '-C', unpacked, '--strip-components', '1'])
  const { status, stderr } = install(unpacked, '--root', root)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

test('built twice it is the same file, byte for byte', () => {
  const first = readFileSync(archive)
  expect(build(join(base, 'second')).equals(first)).toBe(true)
})

test('the runtime, the units and the licences are in it', () => {
  expect(run(['--version']).trim()).toBe(readFileSync(join(unpacked, 'VERSION'), 'utf8').trim())
  expect(readFileSync(join(root, 'etc/systemd/system/sallyport-coordinator.service'), 'utf8')).toContain(
    '/opt/sallyport/current/',
  )
  expect(readlinkSync(join(root, 'usr/local/bin/sallyport'))).toBe('/opt/sallyport/current/bin/sallyport')
  const notice = readFileSync(join(unpacked, 'NOTICE'), 'utf8')
  for (const name of ['hono', 'zod', 'node', 'koffi']) expect(notice).toMatch(new RegExp(`^${name} \\d`, 'm'))
  expect(statSync(program).mode & 0o777).toBe(0o755)
})

test.each([
  ['a file that was changed', (folder: string) => appendFileSync(join(folder, 'dist/cli.cjs'), '\n')],
  ['a file that was added', (folder: string) => writeFileSync(join(folder, 'dist/more.js'), '')],
  ['a file that is missing', (folder: string) => rmSync(join(folder, 'docs/gate.md'))],
])('%s is refused, and nothing is installed', (_, change) => {
  const copy = mkdtempSync(join(base, 'copy-'))
  const target = join(copy, 'root')
  cpSync(unpacked, join(copy, 'package'), { recursive: true })
  change(join(copy, 'package'))
  const { status, stderr } = install(join(copy, 'package'), '--root', target)
  expect(status).toBe(1)
  expect(stderr).toMatch(/nothing was installed/)
  expect(() => statSync(target)).toThrow()
  rmSync(copy, { recursive: true })
})

test('a package of another processor is refused, and nothing is installed', () => {
  const other = mkdtempSync(join(base, 'machine-'))
  cpSync(unpacked, join(other, 'package'), { recursive: true })
  writeFileSync(join(other, 'package/MACHINE'), 'Linux-s390x\n')
  sumAgain(join(other, 'package'))
  const { status, stderr } = install(join(other, 'package'), '--root', join(other, 'root'))
  expect(status).toBe(1)
  expect(stderr).toMatch(/^error: this package is for Linux-s390x, not Linux-\S+: nothing was installed\n$/)
  expect(() => statSync(join(other, 'root'))).toThrow()
  rmSync(other, { recursive: true })
})

test('what was unpacked with a strict umask is installed for everybody to read', () => {
  const [from, to] = [mkdtempSync(join(base, 'strict-')), mkdtempSync(join(base, 'read-'))]
  const unpack = 'umask 077; tar -xzf "$0" --strip-components 1 && sh ./install.sh --root "$1"'
  execFileSync('sh', ['-c', unpack, archive, to], { cwd: from })
  const shut = [
    '(',
    '-type',
    'd',
    '!',
    '-perm',
    '-555',
    ')',
    '-o',
    '(',
    '-type',
    'f',
    '!',
    '-perm',
    '-444',
    ')',
  ]
  expect(execFileSync('find', [join(to, 'opt'), ...shut], { encoding: 'utf8' })).toBe('')
})

test('installed again it changes nothing; another version stands beside it, and the link says which is used', () => {
  const before = readlinkSync(join(root, 'opt/sallyport/current'))
  expect(install(unpacked, '--root', root).stdout).toContain('is there already')
  const other = join(base, 'other')
  cpSync(unpacked, other, { recursive: true })
  writeFileSync(join(other, 'VERSION'), '9.9.9\n')
  sumAgain(other)
  const { stdout } = install(other, '--root', root)
  expect(readlinkSync(join(root, 'opt/sallyport/current'))).toMatch(/^9\.9\.9-/)
  expect(stdout).toContain(`To go back: ln -sfn ${before} /opt/sallyport/current`)
  expect(install(unpacked, '--root', root).status).toBe(0)
  expect(readlinkSync(join(root, 'opt/sallyport/current'))).toBe(before)
})

test('a coordinator and an agent run from the package alone', async () => {
  const folder = mkdtempSync(join(base, 'mesh-'))
  writeFileSync(join(folder, 'environments.yml'), ENVIRONMENTS)
  const rootKey = run(
    ['coordinator', 'init', '--data', 'data', '--environments', 'environments.yml'],
    folder,
  ).trim()
  const coordinator = start(['coordinator', 'serve', '--data', 'data', '--listen', '127.0.0.1:0'], folder)
  const { url } = JSON.parse(await coordinator.line(/"url"/))
  const secret = run(
    [
      'coordinator',
      'enroll',
      '--data',
      'data',
      '--tag',
      'tag:web',
      '--application',
      'shop',
      '--environment',
      'production',
    ],
    folder,
  )
  writeFileSync(join(folder, 'secret'), secret, { mode: 0o600 })
  writeFileSync(join(folder, 'trust.yml'), `version: 1\nsigners: coordinator\nroot: ${rootKey}\n${ISSUERS}`)
  writeFileSync(join(folder, 'agent.yml'), agentYml(url))
  run(['agent', 'enroll', '--config', 'agent.yml', '--secret', 'secret', '--name', 'web-1'], folder)
  const agent = start(['agent', 'run', '--config', 'agent.yml'], folder)
  await agent.line(/joined the mesh/)
  const nodes = run(
    ['nodes', 'list', '--url', url, '--root', rootKey, '--key', 'data-operator/admin.key', '--json'],
    folder,
  )
  expect(JSON.parse(nodes).nodes).toMatchObject([
    { name: 'web-1', connected: true, domain: 'sallyport.internal' },
  ])
  expect(await agent.end()).toBe(0)
  expect(await coordinator.end()).toBe(0)
})

const unshare = spawnSync('unshare', ['--mount', '--net', '--pid', '--fork', 'true']).status === 0

test.skipIf(!unshare)(
  'the container recipe, replayed without an engine, makes a coordinator that serves (skipped where namespaces are not allowed)',
  () => {
    const work = mkdtempSync(join(base, 'recipe-'))
    mkdirSync(join(work, 'context'))
    cpSync(archive, join(work, 'context/package'))
    const stages = parseRecipe(readFileSync(join(repository, 'packaging/Containerfile'), 'utf8'))
    for (const [index, stage] of stages.entries()) {
      const folder = join(work, `stage-${index}`)
      mkdirSync(folder)
      const copies = valuesOf(stage, 'COPY').map((text) => {
        const [, from, source, target] = /^(?:--from=(\S+) )?(\S+) (\S+)$/.exec(text)!
        const other = stages.findIndex(({ name }) => name === from)
        return from === undefined ? `file package ${target}` : `stage ${source} ${target} ${other}`
      })
      writeFileSync(join(folder, 'copy'), `${copies.join('\n')}\n`)
      for (const [step, text] of valuesOf(stage, 'RUN').entries())
        writeFileSync(join(folder, `run-${step}`), text)
    }
    const last = stages.at(-1)!
    const [entry] = JSON.parse(valuesOf(last, 'ENTRYPOINT')[0]!)
    writeFileSync(join(work, 'user'), valuesOf(last, 'USER')[0]!)
    writeFileSync(join(work, 'check'), checkIn(entry))
    const script = join(repository, 'test/packaging/replay-recipe.sh')
    const { status, stdout, stderr } = spawnSync(
      'unshare',
      ['--mount', '--net', '--pid', '--ipc', '--uts', '--fork', 'bash', script, work],
      { encoding: 'utf8', timeout: 90_000 },
    )
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^uid=8440.*\n[\s\S]*healthz 200\n[\s\S]*ended 0\n$/m)
  },
)

/** What a person does with the image: init, serve, ask, stop. */
function checkIn(entry: string): string {
  return [
    'set -eu; id',
    `${entry} coordinator init --data /var/lib/sallyport/data --operator /var/lib/sallyport/operator`,
    `${entry} coordinator serve --data /var/lib/sallyport/data --listen 127.0.0.1:8440 >/tmp/out 2>/tmp/err & pid=$!`,
    'for i in $(seq 100); do grep -q url /tmp/out && break; sleep 0.1; done',
    'echo healthz $(curl -s -o /dev/null -w "%{http_code}" http://127.0.0.1:8440/healthz)',
    'kill -TERM $pid; wait $pid; echo ended $?',
  ].join('\n')
}

const ISSUERS = `issuers: [{ issuer: "https://token.actions.githubusercontent.com" }]
rules:
  - application: shop
    environments: [production]
    issuer: "https://token.actions.githubusercontent.com"
    repositoryId: "74"
    ownerId: "65"
    refs: [refs/heads/main]
    gate: { workflow: octo/ci/.github/workflows/gate.yml, commits: [${'a'.repeat(40)}] }
`
const ENVIRONMENTS = `version: 1\n${ISSUERS}environments:
  production:
    floor: { scanners: [secrets], policies: ["sha256:${'b'.repeat(64)}"], minToolVersion: 0.1.0, advisories: { maxAge: 7d }, maxVerdictAge: 1h }
`

function agentYml(url: string): string {
  return `version: 1
root: apps
trust: trust.yml
machineKey: machine.key
environment: production
mesh: { coordinator: "${url}" }
applications:
  shop: { sameUser: true, service: { kind: none }, health: { kind: none } }
`
}

function start(args: readonly string[], cwd: string) {
  const child: ChildProcess = spawn(program, args, {
    cwd,
    env: { PATH: '/usr/bin:/bin', HOME: cwd },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const take = (text: string): void => {
    said += text
  }
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', take)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    async line(pattern: RegExp): Promise<string> {
      await expect.poll(() => said, { timeout: 20_000 }).toMatch(pattern)
      return said.split('\n').find((line) => pattern.test(line))!
    },
    end(): Promise<number | null> {
      child.kill('SIGTERM')
      return ended
    },
  }
}
