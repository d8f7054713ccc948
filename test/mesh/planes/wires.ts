/**
 * Two namespaces with a wire, and the files of two nodes:
 *
 * ```
 *   near 10.99.0.2 ── veth ── far 10.99.0.1      in the mesh: 10.98.0.2, fd98::2 and 10.98.0.1, fd98::1
 * ```
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync } from 'node:fs'

const missing = [
  process.getuid?.() === 0 ? '' : 'root',
  existsSync('/dev/net/tun') ? '' : '/dev/net/tun',
  spawnSync('sh', ['-c', 'command -v ip']).status === 0 ? '' : 'ip',
].filter((each) => each !== '')

export const skip = missing.length > 0
/** To be added to a test's name. */
export const why = skip ? ` (skipped: no ${missing.join(', ')})` : ''

export interface Wires {
  readonly near: string
  readonly far: string
  readonly nearConfig: (more?: { readonly allowed?: string; readonly own?: string }) => string
  readonly farConfig: string
  close(): void
}

let count = 0

export function layWires(): Wires {
  const name = `spp${process.pid}x${count++}`
  const [near, far] = [`${name}n`, `${name}f`]
  for (const each of [near, far]) {
    execFileSync('ip', ['netns', 'add', each])
    execFileSync('ip', ['-n', each, 'link', 'set', 'lo', 'up'])
  }
  const peer = ['type', 'veth', 'peer', 'name', 'veth', 'netns', far]
  execFileSync('ip', ['link', 'add', 'veth', 'netns', near, ...peer])
  for (const [each, address] of [
    [near, '10.99.0.2/24'],
    [far, '10.99.0.1/24'],
  ] as const) {
    execFileSync('ip', ['-n', each, 'address', 'add', address, 'dev', 'veth'])
    execFileSync('ip', ['-n', each, 'link', 'set', 'veth', 'up'])
  }
  const [nearKey, farKey] = [newKeys(), newKeys()]
  return {
    near,
    far,
    nearConfig: ({ allowed = '10.98.0.1/32, fd98::1/128', own = '' } = {}) =>
      `[Interface]\nPrivateKey = ${nearKey.secret}\nListenPort = 51821\nAddress = 10.98.0.2/32, fd98::2/128\n${own}` +
      `[Peer]\nPublicKey = ${farKey.open}\nAllowedIPs = ${allowed}\nEndpoint = 10.99.0.1:51820\n`,
    farConfig:
      `[Interface]\nPrivateKey = ${farKey.secret}\nListenPort = 51820\nAddress = 10.98.0.1/32, fd98::1/128\n` +
      `[Peer]\nPublicKey = ${nearKey.open}\nAllowedIPs = 10.98.0.2/32, fd98::2/128\n`,
    close() {
      for (const each of [near, far]) spawnSync('ip', ['netns', 'del', each])
    },
  }
}

function newKeys(): { secret: string; open: string } {
  const { privateKey } = generateKeyPairSync('x25519')
  const { d = '', x = '' } = privateKey.export({ format: 'jwk' })
  const text = (part: string): string => Buffer.from(part, 'base64url').toString('base64')
  return { secret: text(d), open: text(x) }
}
