/** A real Chromium, driven by its own DevTools protocol over one WebSocket; a profile of its own, ended by its pid. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors',
  '--remote-debugging-port=0',
  '--window-size=800,600',
]
const PATIENCE_MS = 20_000

export interface ChromiumPage {
  open(url: string): Promise<void>
  /** The value of an expression in the page, as JSON. */
  evaluate<T>(expression: string): Promise<T>
  /** Asks until the expression is true. @throws after 20 seconds, with the page's text */
  until(expression: string): Promise<void>
  /** As a keyboard would. */
  type(text: string): Promise<void>
  press(key: 'Enter' | 'Tab'): Promise<void>
  /** PNG. */
  screenshot(dark?: boolean): Promise<Uint8Array>
  /** Messages of the console and of the page's policies, errors alone. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export function findChromium(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
    } catch {
      // Not this one.
    }
  }
  return undefined
}

export async function startChromium(program: string): Promise<ChromiumPage> {
  const profile = await mkdtemp(join(tmpdir(), 'sallyport-chromium-'))
  const child = spawn(program, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], { stdio: 'ignore' })
  const socket = await connect(profile)
  const complaints: string[] = []
  const send = createSender(socket, (method, params) => {
    if (method === 'Log.entryAdded' && params.entry?.level === 'error') complaints.push(params.entry.text)
    if (method === 'Runtime.exceptionThrown') complaints.push('an exception was thrown')
  })
  for (const domain of ['Page', 'Runtime', 'Log']) await send(`${domain}.enable`, {})
  const evaluate = async <T>(expression: string): Promise<T> =>
    (await send('Runtime.evaluate', { expression, returnByValue: true })).result?.value as T
  const press: ChromiumPage['press'] = async (key) => {
    const text = key === 'Enter' ? { text: '\r' } : {}
    const windowsVirtualKeyCode = key === 'Enter' ? 13 : 9
    await send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key, windowsVirtualKeyCode, ...text })
    await send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode })
  }
  return {
    complaints,
    evaluate,
    press,
    open: async (url) => void (await send('Page.navigate', { url })),
    async until(expression) {
      const deadline = performance.now() + PATIENCE_MS
      while (!(await evaluate<boolean>(`Boolean(${expression})`).catch(() => false))) {
        if (performance.now() > deadline)
          throw new Error(`${expression} never came true on: ${await evaluate('document.body.innerText')}`)
        await sleep(50)
      }
    },
    type: async (text) => void (await send('Input.insertText', { text })),
    async screenshot(dark = false) {
      const features = [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]
      await send('Emulation.setEmulatedMedia', { features })
      return Buffer.from((await send('Page.captureScreenshot', { format: 'png' })).data ?? '', 'base64')
    },
    async close() {
      socket.close()
      await end(child)
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface Reply {
  readonly result?: { readonly value?: unknown }
  readonly data?: string
}
interface Params {
  readonly entry?: { readonly level: string; readonly text: string }
}

function createSender(
  socket: WebSocket,
  onEvent: (method: string, params: Params) => void,
): (method: string, params: object) => Promise<Reply> {
  let last = 0
  const waiting = new Map<number, { resolve(reply: Reply): void; reject(error: Error): void }>()
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString())
    if (message.id === undefined) return onEvent(message.method, message.params)
    const waiter = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) waiter?.reject(new Error(message.error.message))
    else waiter?.resolve(message.result)
  })
  return (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
}

async function connect(profile: string): Promise<WebSocket> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const written = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')
    const port = written.split('\n')[0]
    const targets = port ? await listTargets(port) : []
    const page = targets.find(({ type }) => type === 'page')
    if (page) {
      const socket = new WebSocket(page.webSocketDebuggerUrl)
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
      return socket
    }
    if (performance.now() > deadline) throw new Error('Chromium opened no page')
    await sleep(100)
  }
}

interface Target {
  readonly type: string
  readonly webSocketDebuggerUrl: string
}

async function listTargets(port: string): Promise<readonly Target[]> {
  return (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as Target[]
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const closed = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await Promise.race([closed, sleep(3_000).then(() => child.kill('SIGKILL'))])
  await closed
}
