/**
 * Programs that people use, each by the ways it knows, through our node to servers behind wireguard-go:
 *
 * | program   | SOCKS5 | HTTP proxy | forward | ProxyCommand |
 * |-----------|--------|------------|---------|--------------|
 * | curl      | yes    | yes        | yes     |              |
 * | git       | yes    | yes        | yes     | over ssh     |
 * | ssh       |        |            | yes     | yes          |
 * | psql      |        |            | yes     |              |
 * | WebSocket |        | both forms | yes     |              |
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Child, KERNEL, lacking, MAIN, WireguardGoLab } from './host/wireguard-go-lab.ts'

const why = lacking('git')
const skip = why !== ''
const sshWhy = why || lacking('ssh', 'ssh-keygen', '/usr/sbin/sshd')
const postgres = postgresFolder()
const psqlWhy = why || (postgres ? lacking('psql', 'runuser') : ' (skipped: no PostgreSQL server)')
const WEB = { git: 8101, files: 8102, socket: 8103, ssh: 8022, psql: 8432 } as const
const WEBSOCKET = resolve(import.meta.dirname, 'host/websocket-process.ts')
let lab: WireguardGoLab
let session: Child
const forwards = new Map<string, string>()
let proxies: { socks5: string; http: string }

beforeAll(async () => {
  if (skip) return
  lab = new WireguardGoLab()
  await lab.open()
  await serveAll()
  const ports = Object.values(WEB).flatMap((port) => ['--forward', `0:${KERNEL[4]}:${port}`])
  session = lab.connect([...ports, '--socks5', '127.0.0.1:0', '--http-proxy', '127.0.0.1:0'])
  const [, socks5] = await lab.says(session, /proxy {4}(socks5h:\S+)/)
  const [, http] = await lab.says(session, /proxy {4}(http:\S+)/)
  proxies = { socks5: socks5!, http: http! }
  for (const [, here, port] of session.said().matchAll(/forward {2}(\S+) → [\d.]+:(\d+)/g))
    forwards.set(port!, here!)
}, 60_000)

afterAll(() => {
  if (skip) return
  if (psqlWhy === '') stopPostgres()
  lab.close()
})

test.skipIf(skip)(`curl: SOCKS5, HTTP proxy, forward${why}`, async () => {
  const url = `http://${KERNEL[4]}:${WEB.files}/sum/5`
  const wanted = await ours(['curl', '-sSf', '-x', proxies.socks5, url])
  expect(wanted).toMatch(/^[0-9a-f]{64}$/)
  expect(await ours(['curl', '-sSf', '-x', proxies.http, url])).toBe(wanted)
  expect(await ours(['curl', '-sSf', '-p', '-x', proxies.http, url])).toBe(wanted)
  expect(await ours(['curl', '-sSf', `http://${forwards.get(`${WEB.files}`)}/sum/5`])).toBe(wanted)
})

test.skipIf(skip)(
  `git: SOCKS5, HTTP proxy, forward${why}`,
  async () => {
    const url = `http://${KERNEL[4]}:${WEB.git}/repo.git`
    for (const [name, from, proxy] of [
      ['by-socks5', url, proxies.socks5],
      ['by-http', url, proxies.http],
      ['by-forward', `http://${forwards.get(`${WEB.git}`)}/repo.git`, ''],
    ] as const) {
      await ours(['git', '-c', `http.proxy=${proxy}`, 'clone', '-q', from, join(lab.folder, name)])
      expect(existsSync(join(lab.folder, name, 'hello')), name).toBe(true)
    }
  },
  60_000,
)

test.skipIf(sshWhy !== '')(
  `ssh: ProxyCommand and forward; git over ssh${sshWhy}`,
  async () => {
    const proxyCommand = `ProxyCommand=${process.execPath} ${MAIN} nc %h %p`
    const keys = ['-i', join(lab.folder, 'id'), '-o', `UserKnownHostsFile=${join(lab.folder, 'known')}`]
    const base = ['-F', 'none', '-o', 'BatchMode=yes', '-o', 'StrictHostKeyChecking=accept-new', ...keys]
    const byCommand = ['ssh', ...base, '-o', proxyCommand, '-p', `${WEB.ssh}`, `root@${KERNEL[4]}`]
    expect(await ours([...byCommand, 'echo', 'from', 'afar'])).toContain('from afar')
    const [host, port] = forwards.get(`${WEB.ssh}`)!.split(':')
    expect(await ours(['ssh', ...base, '-p', port!, `root@${host}`, 'echo', 'forwarded'])).toContain(
      'forwarded',
    )
    const script = join(lab.folder, 'git-ssh')
    writeFileSync(
      script,
      `#!/bin/sh\nexec ssh ${[...base, '-o', proxyCommand].map((word) => `'${word}'`).join(' ')} "$@"\n`,
    )
    chmodSync(script, 0o700)
    const url = `ssh://root@${KERNEL[4]}:${WEB.ssh}${lab.folder}/repo.git`
    await ours(['git', 'clone', '-q', url, join(lab.folder, 'by-ssh')], { GIT_SSH: script })
    expect(existsSync(join(lab.folder, 'by-ssh', 'hello'))).toBe(true)
  },
  60_000,
)

test.skipIf(psqlWhy !== '')(
  `psql: forward${psqlWhy}`,
  async () => {
    const [host, port] = forwards.get(`${WEB.psql}`)!.split(':')
    const query = 'select sum(n) from generate_series(1, 100000) n'
    const answer = await ours(['psql', '-w', '-At', '-h', host!, '-p', port!, '-U', 'postgres', '-c', query])
    expect(answer.trim()).toBe('5000050000')
  },
  60_000,
)

test.skipIf(skip)(
  `a WebSocket: forward, and the HTTP proxy by CONNECT and in absolute form${why}`,
  async () => {
    const url = `ws://${KERNEL[4]}:${WEB.socket}/`
    const ask = (...words: string[]) => ours([process.execPath, WEBSOCKET, 'ask', ...words])
    expect(await ask(`ws://${forwards.get(`${WEB.socket}`)}/`)).toContain('echo: hello')
    expect(await ask(url, 'connect', proxies.http)).toContain('echo: hello')
    expect(await ask(url, 'absolute', proxies.http)).toContain('echo: hello')
  },
)

test.skipIf(skip)(
  `a command finds the proxies in its environment, and so do programs that it runs${why}`,
  async () => {
    // Both have the same ListenPort.
    session.process.kill('SIGTERM')
    await session.exited()
    const url = `http://${KERNEL[4]}:${WEB.git}/repo.git`
    const child = lab.connect([
      '--',
      'sh',
      '-c',
      `curl -sSf http://${KERNEL[4]}:${WEB.files}/sum/5 && git ls-remote ${url}`,
    ])
    expect(await child.exited(), child.said()).toBe(0)
    expect(child.said()).toMatch(/[0-9a-f]{64}[\s\S]*refs\/heads\/main/)
  },
  60_000,
)

/** Runs a program in our namespace, where only the session's ports lead to the servers. */
function ours(command: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  return lab.run(lab.s, command, { NO_PROXY: '', no_proxy: '', GIT_TERMINAL_PROMPT: '0', ...env })
}

async function serveAll(): Promise<void> {
  makeRepository()
  await lab.serveFiles(lab.w, KERNEL[4], WEB.files)
  const python = [
    'python3',
    '-m',
    'http.server',
    `${WEB.git}`,
    '--bind',
    KERNEL[4],
    '--directory',
    lab.folder,
  ]
  lab.start(lab.w, python)
  await lab.says(
    lab.start(lab.w, [process.execPath, WEBSOCKET, 'serve', KERNEL[4], `${WEB.socket}`]),
    /serving/,
  )
  if (sshWhy === '') startSshd()
  if (psqlWhy === '') await startPostgres()
  const isUp = (port: number) =>
    spawnSync('ip', ['netns', 'exec', lab.w, 'bash', '-c', `exec 3<>/dev/tcp/${KERNEL[4]}/${port}`])
      .status === 0
  await lab.until(() => isUp(WEB.git) && (sshWhy !== '' || isUp(WEB.ssh)))
}

/** Bare, and readable over plain HTTP. */
function makeRepository(): void {
  const [work, bare] = [join(lab.folder, 'work'), join(lab.folder, 'repo.git')]
  const git = (...args: string[]) => execFileSync('git', args, { stdio: 'ignore' })
  git('init', '-q', '-b', 'main', work)
  writeFileSync(join(work, 'hello'), 'hello\n')
  git('-C', work, 'add', 'hello')
  git('-C', work, '-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-qm', 'one')
  git('clone', '-q', '--bare', work, bare)
  git('-C', bare, 'update-server-info')
}

function startSshd(): void {
  const at = (name: string) => join(lab.folder, name)
  for (const name of ['host', 'id'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)])
  execFileSync('cp', [at('id.pub'), at('authorized')])
  mkdirSync('/run/sshd', { recursive: true })
  writeFileSync(
    at('sshd_config'),
    `Port ${WEB.ssh}
ListenAddress ${KERNEL[4]}
HostKey ${at('host')}
AuthorizedKeysFile ${at('authorized')}
PidFile none
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
`,
  )
  lab.start(lab.w, ['/usr/sbin/sshd', '-D', '-f', at('sshd_config')])
}

async function startPostgres(): Promise<void> {
  const data = join(lab.folder, 'postgres')
  mkdirSync(data)
  chmodSync(lab.folder, 0o755)
  execFileSync('chown', ['postgres', data])
  const asPostgres = (command: string) => ['runuser', '-u', 'postgres', '--', 'sh', '-c', command]
  await lab.run(lab.w, asPostgres(`${postgres}/initdb -D ${data} -A trust -N > /dev/null`))
  writeFileSync(join(data, 'pg_hba.conf'), 'host all all 0.0.0.0/0 trust\n')
  const options = `-h ${KERNEL[4]} -p ${WEB.psql} -k ${data} -F`
  await lab.run(lab.w, asPostgres(`${postgres}/pg_ctl -D ${data} -l ${data}/log -w -o '${options}' start`))
}

function stopPostgres(): void {
  const command = `${postgres}/pg_ctl -D ${join(lab.folder, 'postgres')} -m immediate stop`
  spawnSync('ip', ['netns', 'exec', lab.w, 'runuser', '-u', 'postgres', '--', 'sh', '-c', command])
}

function postgresFolder(): string | undefined {
  const root = '/usr/lib/postgresql'
  const version = existsSync(root) ? readdirSync(root).sort().at(-1) : undefined
  return version && existsSync(`${root}/${version}/bin/initdb`) ? `${root}/${version}/bin` : undefined
}
