/**
 * The machine's resolver while a tunnel is up: by `resolvectl` where systemd-resolved runs, or by
 * `resolvconf`, both of which keep it with the device; else `/etc/resolv.conf` itself, in place (it may be
 * mounted), put back if it is still ours.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { formatIp, type IpAddress } from '../../base/ip.ts'
import type { Command } from './network-plan.ts'
import { quote, scriptOf } from './restoration.ts'

export interface ResolverWishes {
  readonly device: string
  readonly servers: readonly IpAddress[]
  readonly searchDomains: readonly string[]
}

export type ResolverPlan =
  | { readonly kind: 'none'; readonly undo: '' }
  | {
      readonly kind: 'resolvectl' | 'resolvconf'
      readonly commands: readonly { readonly command: Command; readonly input?: string }[]
      /** A shell script. */
      readonly undo: string
    }
  | { readonly kind: 'file'; readonly path: string; readonly text: string; readonly undo: string }

export interface ResolverTools {
  readonly hasResolved: boolean
  readonly hasResolvconf: boolean
  /** What stands in the file now; `undefined` where there is none. */
  readonly current: string | undefined
}

export const RESOLVER_FILE = '/etc/resolv.conf'

export function planResolver(wishes: ResolverWishes, tools: ResolverTools): ResolverPlan {
  const { device, searchDomains } = wishes
  const servers = wishes.servers.map(formatIp)
  if (servers.length === 0) return { kind: 'none', undo: '' }
  if (tools.hasResolved) {
    const domains = searchDomains.length === 0 ? ['~.'] : ['~.', ...searchDomains]
    const commands: Command[] = [
      ['resolvectl', 'dns', device, ...servers],
      ['resolvectl', 'domain', device, ...domains],
    ]
    // The link's own settings go with the link.
    return { kind: 'resolvectl', commands: commands.map((command) => ({ command })), undo: '' }
  }
  const text = fileText(device, servers, searchDomains)
  if (tools.hasResolvconf) {
    const command: Command = ['resolvconf', '-a', device, '-m', '0', '-x']
    return {
      kind: 'resolvconf',
      commands: [{ command, input: text }],
      undo: scriptOf([['resolvconf', '-d', device, '-f']]),
    }
  }
  return { kind: 'file', path: RESOLVER_FILE, text, undo: undoFile(device, tools.current) }
}

function fileText(device: string, servers: readonly string[], domains: readonly string[]): string {
  const lines = [marker(device), ...servers.map((server) => `nameserver ${server}`)]
  if (domains.length > 0) lines.push(`search ${domains.join(' ')}`)
  return `${lines.join('\n')}\n`
}

function marker(device: string): string {
  return `# sallyport ${device}`
}

/** Somebody else's later change is left alone. */
function undoFile(device: string, before: string | undefined): string {
  const isOurs = `grep -qx ${quote(marker(device))} ${RESOLVER_FILE}`
  if (before === undefined) return `${isOurs} && rm -f ${RESOLVER_FILE} || true`
  return `${isOurs} && printf %s ${quote(before)} > ${RESOLVER_FILE} || true`
}

export function findResolverTools(): ResolverTools {
  const has = (program: string): boolean =>
    spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0
  return {
    hasResolved: existsSync('/run/systemd/resolve') && has('resolvectl'),
    hasResolvconf: has('resolvconf'),
    current: existsSync(RESOLVER_FILE) ? readFileSync(RESOLVER_FILE, 'utf8') : undefined,
  }
}

export function writeResolverFile(plan: ResolverPlan & { readonly kind: 'file' }): void {
  writeFileSync(plan.path, plan.text)
}
