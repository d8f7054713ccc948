/** Opens a page in the person's browser, as far as this machine has one; the address is printed in any case. */
import { spawn } from 'node:child_process'
import type { Ports } from './verb.ts'

const OPENERS: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Never through a shell: the address holds `&`. */
export function openBrowser(url: string, { isTerminal, env }: Pick<Ports, 'isTerminal' | 'env'>): void {
  const isDesktop = process.platform !== 'linux' || (env['DISPLAY'] ?? env['WAYLAND_DISPLAY'] ?? '') !== ''
  if (!isTerminal || !isDesktop || !/^https?:\/\//.test(url)) return
  const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  // Without a browser the printed address must do.
  child.on('error', () => undefined)
  child.unref()
}
