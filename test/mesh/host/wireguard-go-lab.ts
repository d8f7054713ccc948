/**
 * Our node against a real peer, Debian's wireguard-go, and the kernel's TCP behind it:
 *
 * ```
 *   netns "w"                                       netns "s"
 *   kernel TCP, servers                             sallyport connect (no privileges used)
 *   wg 10.98.0.1, fd98::1 (wireguard-go)            userspace host 10.98.0.2, fd98::2
 *   veth 10.99.0.1, fd99::1 ────────────────────── veth 10.99.0.2, fd99::2
 * ```
 *
 * Kernels without netem have the impairing wire of `wire-process.ts` between node and peer instead.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { WireOptions } from '../impairing-wire.ts'

export const MAIN = resolve(import.meta.dirname, '../../../src/cli/main.ts')
const WIRE = resolve(import.meta.dirname, 'wire-process.ts')
const FILES = resolve(import.meta.dirname, 'file-server.ts')
const OURS = { 4: '10.99.0.2', 6: 'fd99::2' } as const
const THEIRS = { 4: '10.99.0.1', 6: 'fd99::1' } as const
/** Of the inner network. */
export const KERNEL = { 4: '10.98.0.1', 6: 'fd98::1' } as const
export const NODE = { 4: '10.98.0.2', 6: 'fd98::2' } as const
const PORT = 51_820

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** What a test of this lab lacks here, for the end of its name; empty where nothing. */
export function lacking(...programs: readonly string[]): string {
  const missing = [
    process.getuid?.() === 0 ? '' : 'root',
    existsSync('/dev/net/tun') ? '' : '/dev/net/tun',
    ...['wireguard-go', 'wg', 'ip', 'curl', ...programs].map((program) => (has(program) ? '' : program)),
  ].filter((each) => each !== '')
  return missing.length > 0 ? ` (skipped: no ${missing.join(', ')})` : ''
}

export interface Child {
  readonly process: ChildProcess
  /** What it has said so far, both ways out. */
  said(): string
  exited(): Promise<number | null>
}

let labs = 0

export class WireguardGoLab {
  readonly folder = mkdtempSync(join(tmpdir(), 'sallyport-wg-'))
  /** The kernel's side, and ours. */
  readonly w = `spw${process.pid}-${labs}`
  readonly s = `sps${process.pid}-${labs++}`
  readonly device = `wg${process.pid % 10_000}x${labs}`
  readonly #children: ChildProcess[] = []

  async open(): Promise<void> {
    this.#layWires()
    await this.#startWireguardGo()
  }

  close(): void {
    for (const child of this.#children) child.kill('SIGKILL')
    for (const name of [this.w, this.s]) spawnSync('ip', ['netns', 'del', name])
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Runs a program in a namespace until the lab is closed, or it ends. */
  start(netns: string, command: readonly string[], env: NodeJS.ProcessEnv = {}): Child {
    const child = spawn('ip', ['netns', 'exec', netns, ...command], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, XDG_RUNTIME_DIR: this.folder, ...env },
    })
    this.#children.push(child)
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk
    }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', hear)
    const exit = new Promise<number | null>((done) => child.on('close', done))
    return { process: child, said: () => said, exited: () => exit }
  }

  /** @returns what it said. @throws where its exit code is another than 0 */
  async run(netns: string, command: readonly string[], env?: NodeJS.ProcessEnv): Promise<string> {
    const child = this.start(netns, command, env)
    const code = await child.exited()
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}: ${child.said()}`)
    return child.said()
  }

  /** `sallyport connect` in our namespace, to the peer or to a wire before it; null waits for the peer to call. */
  connect(
    rest: readonly string[],
    to: { family?: 4 | 6; endpoint?: string | null; persistentKeepalive?: number } = {},
  ): Child {
    const family = to.family ?? 4
    const host = family === 4 ? THEIRS[4] : `[${THEIRS[6]}]`
    const config = join(this.folder, 'last.conf')
    const text = this.#ourConfig(to.endpoint === undefined ? `${host}:${PORT}` : to.endpoint)
    const keepalive = to.persistentKeepalive
    writeFileSync(config, keepalive === undefined ? text : `${text}\nPersistentKeepalive = ${keepalive}\n`)
    return this.start(this.s, [process.execPath, MAIN, 'connect', '--wg-config', config, ...rest])
  }

  /** A wire in our namespace: its port is the peer's, but for what it does to datagrams. */
  async startWire(
    options: Partial<WireOptions>,
    family: 4 | 6 = 4,
  ): Promise<{ endpoint: string; child: Child }> {
    const target = JSON.stringify({ host: THEIRS[family], port: PORT, ...options })
    const child = this.start(this.s, [process.execPath, WIRE, target])
    const [, port] = await this.says(child, /wire (\d+)\n/)
    return { endpoint: `127.0.0.1:${port}`, child }
  }

  /** A server of seeded bytes that also takes uploads, on an address of a namespace. */
  async serveFiles(netns: string, host: string, port: number): Promise<void> {
    await this.says(this.start(netns, [process.execPath, FILES, host, `${port}`]), /serving/)
  }

  async says(child: Child, pattern: RegExp, withinMs = 20_000): Promise<RegExpExecArray> {
    for (let waited = 0; waited < withinMs; waited += 50) {
      const found = pattern.exec(child.said())
      if (found) return found
      await new Promise((wake) => setTimeout(wake, 50))
    }
    throw new Error(`it did not say ${pattern}: ${child.said()}`)
  }

  async until(condition: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
    for (let waited = 0; !(await condition()); waited += 100) {
      if (waited > withinMs) throw new Error(`it did not come about within ${withinMs} ms`)
      await new Promise((wake) => setTimeout(wake, 100))
    }
  }

  /** What `wg show` says of the peer: when the last handshake was, in seconds; bytes. */
  show(what: 'latest-handshakes' | 'transfer' | 'endpoints'): string {
    return execFileSync('ip', ['netns', 'exec', this.w, 'wg', 'show', this.device, what]).toString().trim()
  }

  setDeviceMtu(mtu: number): void {
    execFileSync('ip', ['-n', this.w, 'link', 'set', this.device, 'mtu', `${mtu}`])
  }

  readonly #keys = makeKeys()

  #ourConfig(endpoint: string | null): string {
    const { ours, theirPublic, psk } = this.#keys
    return `[Interface]
PrivateKey = ${ours}
ListenPort = 51821
Address = ${NODE[4]}/32, ${NODE[6]}/128
[Peer]
PublicKey = ${theirPublic}
PresharedKey = ${psk}
AllowedIPs = ${KERNEL[4]}/32, ${KERNEL[6]}/128
${endpoint === null ? '' : `Endpoint = ${endpoint}\n`}`
  }

  #layWires(): void {
    for (const name of [this.w, this.s]) {
      execFileSync('ip', ['netns', 'add', name])
      execFileSync('ip', ['-n', name, 'link', 'set', 'lo', 'up'])
    }
    const veth = [
      'link',
      'add',
      'veth',
      'netns',
      this.w,
      'type',
      'veth',
      'peer',
      'name',
      'veth',
      'netns',
      this.s,
    ]
    execFileSync('ip', veth)
    for (const [name, addresses] of [
      [this.w, THEIRS],
      [this.s, OURS],
    ] as const) {
      execFileSync('ip', ['-n', name, 'address', 'add', `${addresses[4]}/24`, 'dev', 'veth'])
      execFileSync('ip', ['-n', name, 'address', 'add', `${addresses[6]}/64`, 'dev', 'veth', 'nodad'])
      execFileSync('ip', ['-n', name, 'link', 'set', 'veth', 'up'])
    }
  }

  async #startWireguardGo(): Promise<void> {
    const { theirs, ourPublic, psk } = this.#keys
    writeFileSync(
      join(this.folder, 'w.conf'),
      `[Interface]
PrivateKey = ${theirs}
ListenPort = ${PORT}
[Peer]
PublicKey = ${ourPublic}
PresharedKey = ${psk}
AllowedIPs = ${NODE[4]}/32, ${NODE[6]}/128
Endpoint = ${OURS[4]}:51821
`,
    )
    const device = this.device
    this.start(this.w, ['wireguard-go', '-f', device])
    await this.until(() => spawnSync('ip', ['-n', this.w, 'link', 'show', device]).status === 0)
    execFileSync('ip', ['netns', 'exec', this.w, 'wg', 'setconf', device, join(this.folder, 'w.conf')])
    execFileSync('ip', ['-n', this.w, 'address', 'add', `${KERNEL[4]}/24`, 'dev', device])
    execFileSync('ip', ['-n', this.w, 'address', 'add', `${KERNEL[6]}/64`, 'dev', device, 'nodad'])
    execFileSync('ip', ['-n', this.w, 'link', 'set', device, 'mtu', '1420', 'up'])
  }
}

function makeKeys() {
  const key = () => execFileSync('wg', ['genkey']).toString().trim()
  const publicOf = (input: string) => execFileSync('wg', ['pubkey'], { input }).toString().trim()
  const [theirs, ours] = [key(), key()]
  const psk = execFileSync('wg', ['genpsk']).toString().trim()
  return { theirs, ours, psk, theirPublic: publicOf(theirs), ourPublic: publicOf(ours) }
}
