/**
 * A port of a real router, miniupnpd on nftables, by PCP:
 *
 * ```
 *   inside                        router                                  outside
 *   192.168.77.2 ──── 192.168.77.1, masquerades, 11.22.33.9 ──── 11.22.33.100
 * ```
 *
 * Both nodes are plain WireGuard: without the port nobody outside could begin.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { wireguardPublicKey } from '../../src/mesh/wireguard-key-file.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { privateKey } from '../../src/tunnel/wireguard/keys.ts'

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts')
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const missing = [
  ...(process.getuid?.() === 0 ? [] : ['root']),
  ...['ip', 'nft', 'miniupnpd'].filter((program) => !has(program)),
]
const skip = missing.length > 0
const why = skip ? ` (skipped: no ${missing.join(', ')})` : ''

const [inside, router, outside] = ['i', 'r', 'o'].map((end) => `sppm${end}${process.pid}`) as [
  string,
  string,
  string,
]
const ended: (() => void)[] = []
let folder: string

const NFT = `
table inet filter {
  chain forward { type filter hook forward priority 0; policy drop; ct state established,related accept; iifname "lan" accept; jump miniupnpd; }
  chain miniupnpd { }
  chain prerouting { type nat hook prerouting priority -100; jump prerouting_miniupnpd; }
  chain postrouting { type nat hook postrouting priority 100; oifname "wan" masquerade; jump postrouting_miniupnpd; }
  chain prerouting_miniupnpd { }
  chain postrouting_miniupnpd { }
}
`

function ip(...args: readonly string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

function layWires(): void {
  for (const namespace of [inside, router, outside]) {
    ip('netns', 'add', namespace)
    ended.push(() => spawnSync('ip', ['netns', 'del', namespace]))
    ip('-n', namespace, 'link', 'set', 'lo', 'up')
  }
  ip('link', 'add', 'lan', 'netns', router, 'type', 'veth', 'peer', 'name', 'uplink', 'netns', inside)
  ip('link', 'add', 'wan', 'netns', router, 'type', 'veth', 'peer', 'name', 'uplink', 'netns', outside)
  for (const [namespace, device, address] of [
    [inside, 'uplink', '192.168.77.2/24'],
    [router, 'lan', '192.168.77.1/24'],
    [router, 'wan', '11.22.33.9/24'],
    [outside, 'uplink', '11.22.33.100/24'],
  ] as const) {
    ip('-n', namespace, 'addr', 'add', address, 'dev', device)
    ip('-n', namespace, 'link', 'set', device, 'up')
  }
  ip('-n', inside, 'route', 'add', 'default', 'via', '192.168.77.1')
  ip('netns', 'exec', router, 'sh', '-c', 'echo 1 >/proc/sys/net/ipv4/ip_forward')
}

/** @returns waits until it has said something */
function start(namespace: string, command: readonly string[]): (pattern: RegExp) => Promise<string> {
  const child = spawn('ip', ['netns', 'exec', namespace, ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XDG_RUNTIME_DIR: folder },
  })
  ended.push(() => child.kill('SIGTERM'))
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk
    })
  }
  return async (pattern) => {
    await vi.waitFor(() => expect(text).toMatch(pattern), 20_000)
    return text
  }
}

function connect(namespace: string, file: string, ...rest: readonly string[]) {
  return start(namespace, [
    process.execPath,
    MAIN,
    'connect',
    '--wg-config',
    join(folder, file),
    '--verbose',
    ...rest,
  ])
}

beforeAll(async () => {
  if (skip) return
  folder = mkdtempSync(join(tmpdir(), 'sallyport-port-mapping-'))
  layWires()
  writeFileSync(join(folder, 'nft.conf'), NFT)
  ip('netns', 'exec', router, 'nft', '-f', join(folder, 'nft.conf'))
  writeFileSync(join(folder, 'leases'), '')
  writeFileSync(
    join(folder, 'miniupnpd.conf'),
    [
      'ext_ifname=wan',
      'listening_ip=lan',
      'enable_natpmp=yes',
      'enable_upnp=no',
      'secure_mode=yes',
      'upnp_table_name=filter',
      'upnp_nat_table_name=filter',
      `lease_file=${join(folder, 'leases')}`,
      'uuid=6b2b9f7e-2a4d-4c8f-9a47-6d1f1bb1b111',
      'allow 1024-65535 192.168.77.0/24 1024-65535',
      'deny 0-65535 0.0.0.0/0 0-65535',
      '',
    ].join('\n'),
  )
  const daemon = start(router, ['miniupnpd', '-d', '-f', join(folder, 'miniupnpd.conf')])
  await daemon(/Listening for NAT-PMP\/PCP/)
})

afterAll(() => {
  for (const end of ended.reverse()) end()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test.skipIf(skip)(
  `a node behind a router is reached by the port that the router opened, and gives it back${why}`,
  async () => {
    const [near, far] = [privateKey(systemRandom.bytes(32)), privateKey(systemRandom.bytes(32))]
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
    const file = (
      name: string,
      own: typeof near,
      address: string,
      port: number,
      peer: typeof near,
      ...more: string[]
    ) =>
      writeFileSync(
        join(folder, name),
        [
          '[Interface]',
          `PrivateKey = ${base64(own.reveal())}`,
          `Address = ${address}/32`,
          `ListenPort = ${port}`,
          '[Peer]',
          `PublicKey = ${base64(wireguardPublicKey(peer))}`,
          'AllowedIPs = 10.98.0.0/24',
          ...more,
          '',
        ].join('\n'),
        { mode: 0o600 },
      )
    file('inside.conf', near, '10.98.0.1', 51_820, far)
    const insideSaid = connect(inside, 'inside.conf', '--port-mapping', '--data-plane', 'userspace')
    const [, external = ''] =
      /the router opened a port external=(\S+)/.exec(await insideSaid(/opened a port/)) ?? []
    expect(external).toMatch(/^11\.22\.33\.9:\d+$/)

    file('outside.conf', far, '10.98.0.2', 51_821, near, `Endpoint = ${external}`)
    const outsideSaid = connect(outside, 'outside.conf', '--data-plane', 'userspace')
    await outsideSaid(/^connected to /m)

    const rules = () =>
      execFileSync('ip', ['netns', 'exec', router, 'nft', 'list', 'ruleset'], { encoding: 'utf8' })
    expect(rules()).toContain('192.168.77.2:51820')
    // The outside node first, then the inside one, which says goodbye to the router.
    ended.pop()?.()
    ended.pop()?.()
    await expect.poll(rules, { timeout: 10_000 }).not.toContain('192.168.77.2:51820')
  },
  60_000,
)

test.skipIf(skip)(
  `without --port-mapping the router is asked for nothing${why}`,
  async () => {
    const own = privateKey(systemRandom.bytes(32))
    const peer = wireguardPublicKey(privateKey(systemRandom.bytes(32)))
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
    writeFileSync(
      join(folder, 'quiet.conf'),
      `[Interface]\nPrivateKey = ${text(own.reveal())}\nAddress = 10.98.0.3/32\n[Peer]\nPublicKey = ${text(peer)}\nAllowedIPs = 10.98.0.4/32\nEndpoint = 11.22.33.100:9\n`,
      { mode: 0o600 },
    )
    const said = connect(inside, 'quiet.conf', '--data-plane', 'userspace', '--connect-timeout', '3s')
    expect(await said(/AGENT_UNREACHABLE/)).not.toContain('router')
    const rules = execFileSync('ip', ['netns', 'exec', router, 'nft', 'list', 'ruleset'], {
      encoding: 'utf8',
    })
    expect(rules).not.toContain('dnat')
  },
  60_000,
)
