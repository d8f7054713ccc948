/**
 * The peers that are measured beside us. What is in PATH is taken; what Go can build is built once, into
 * a folder of the system's temporary ones; what is not to be had is named with its reason.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'

export type Found =
  | { readonly kind: 'found'; readonly path: string; readonly version: string }
  | { readonly kind: 'absent'; readonly why: string }

export interface Programs {
  readonly iperf3: Found
  /** Of the distribution. */
  readonly wireguardGo: Found
  /** The newest that the module proxy has. */
  readonly wireguardGoCurrent: Found
  readonly wireproxy: Found
  /** wireguard-go's device and netstack with a forward: what wireproxy is made of. */
  readonly userspaceForward: Found
  readonly onetun: Found
}

const BUILT = join(tmpdir(), `sallyport-bench-programs-${userInfo().uid}`)
const GO_TIMEOUT_MS = 300_000

export function findPrograms(): Programs {
  mkdirSync(BUILT, { recursive: true, mode: 0o700 })
  return {
    iperf3: inPath('iperf3', ['--version']),
    wireguardGo: inPath('wireguard-go', ['--version']),
    wireguardGoCurrent: built('wireguard', 'golang.zx2c4.com/wireguard@latest'),
    wireproxy: orElse(inPath('wireproxy', ['--version']), () =>
      built('wireproxy', 'github.com/windtf/wireproxy/cmd/wireproxy@latest'),
    ),
    userspaceForward: builtHere('userspace-forward'),
    onetun: inPath('onetun', ['--version']),
  }
}

function orElse(found: Found, next: () => Found): Found {
  return found.kind === 'found' ? found : next()
}

function inPath(name: string, versionArgs: readonly string[]): Found {
  const { stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
  const path = stdout.trim()
  if (path === '') return { kind: 'absent', why: `no ${name} in PATH` }
  const said = spawnSync(path, versionArgs, { encoding: 'utf8' })
  return { kind: 'found', path, version: `${said.stdout}${said.stderr}`.split('\n')[0]?.trim() ?? '' }
}

function built(name: string, module: string): Found {
  const path = join(BUILT, name)
  if (!existsSync(path)) {
    const failure = runGo(['install', module], { GOBIN: BUILT })
    if (failure !== undefined) return { kind: 'absent', why: failure }
  }
  return { kind: 'found', path, version: moduleVersion(path) }
}

/** A program of this folder. */
function builtHere(name: string): Found {
  const path = join(BUILT, name)
  const cwd = resolve(import.meta.dirname, name)
  const failure = runGo(['build', '-o', path, '.'], {}, cwd)
  return failure === undefined
    ? { kind: 'found', path, version: moduleVersion(path) }
    : { kind: 'absent', why: failure }
}

/** @returns why it failed */
function runGo(args: readonly string[], env: Record<string, string>, cwd = BUILT): string | undefined {
  const done = spawnSync('go', args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: GO_TIMEOUT_MS,
  })
  if (done.status === 0) return undefined
  if (done.error) return `no Go: ${done.error.message}`
  return `go ${args[0]}: ${done.stderr.trim().split('\n').at(-1)?.trim() ?? 'failed'}`
}

/** The version of wireguard-go that a Go program was built with. */
function moduleVersion(path: string): string {
  const text = execFileSync('go', ['version', '-m', path], { encoding: 'utf8' })
  const line = text.split('\n').find((each) => /\t(mod|dep)\tgolang\.zx2c4\.com\/wireguard\t/.test(each))
  return line?.split('\t')[3] ?? 'of unknown version'
}
