/**
 * A namespace of its own with our netstack behind a TUN device and the kernel's TCP before it:
 *
 * ```
 *   kernel 10.88.0.1, fd88::1 ── TUN ── faults ── netstack 10.88.0.2, fd88::2
 * ```
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll } from 'vitest'
import type { Outcome } from './exchange.ts'
import type { Answer } from './orders.ts'
import type { ConnectOrder, ListenOrder } from './stream-orders.ts'

const missing = [
  process.getuid?.() === 0 ? '' : 'root',
  existsSync('/dev/net/tun') ? '' : '/dev/net/tun',
  ...['ip', 'sysctl'].map((program) =>
    spawnSync('sh', ['-c', `command -v ${program}`]).status === 0 ? '' : program,
  ),
].filter((each) => each !== '')

export const skip = missing.length > 0
/** To be added to a test's name. */
export const why = skip ? ` (skipped: no ${missing.join(', ')})` : ''

export const KERNEL = { 4: '10.88.0.1', 6: 'fd88::1' } as const
export const OURS = { 4: '10.88.0.2', 6: 'fd88::2' } as const

/** A child in a namespace that obeys orders. */
export class Worker {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void }>()
  readonly ready: Promise<void>
  #last = 0

  constructor(namespace: string, program: string, ...args: string[]) {
    const file = resolve(import.meta.dirname, program)
    const command = ['netns', 'exec', namespace, process.execPath, '--expose-gc', file, ...args]
    this.#child = spawn('ip', command, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    this.ready = new Promise((done, fail) => {
      this.#child.once('exit', (code) => this.#fail(new Error(`${program} exited with ${code}`), fail))
      this.#child.on('message', (answer: Answer) => {
        if (answer.id === 0) done()
        else this.#settle(answer)
      })
    })
    this.ready.catch(() => {})
  }

  order<T = unknown>(name: string, argument?: unknown): Promise<T> {
    const id = ++this.#last
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#child.send({ id, name, argument })
    })
  }

  listen(order: ListenOrder): Promise<void> {
    return this.order('listen', order)
  }

  connect(order: ConnectOrder): Promise<Outcome[]> {
    return this.order('connect', order)
  }

  served(port: number): Promise<Outcome[]> {
    return this.order('served', port)
  }

  close(): void {
    this.#child.kill('SIGKILL')
  }

  #settle({ id, result, error }: Answer): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error === undefined) waiting?.resolve(result as never)
    else waiting?.reject(new Error(error))
  }

  #fail(error: Error, fail: (error: Error) => void): void {
    fail(error)
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

export interface Figures {
  readonly connections: number
  readonly drops: Readonly<Record<string, number>>
  readonly received: number
  readonly heap: number
  readonly peak: { congestionWindow: number; receiveBuffer: number; sendBuffer: number }
  readonly retransmittedSegments: number
  readonly faults: { there: Readonly<Record<string, number>>; back: Readonly<Record<string, number>> }
}

export interface Lab {
  readonly namespace: string
  readonly kernel: Worker
  readonly netstack: Worker
  figures(): Promise<Figures>
}

let count = 0
const opened: { workers: Worker[]; namespaces: string[] } = { workers: [], namespaces: [] }

afterAll(() => {
  for (const worker of opened.workers) worker.close()
  for (const namespace of opened.namespaces) spawnSync('ip', ['netns', 'del', namespace])
})

/** @param sysctls of the kernel's side, `net.ipv4.…=…` */
export async function openLab(sysctls: readonly string[] = []): Promise<Lab> {
  const namespace = openNamespace(sysctls)
  const netstack = startWorker(namespace, 'netstack-process.ts', 'tun0', OURS[4], OURS[6])
  const kernel = startWorker(namespace, 'kernel-process.ts')
  await Promise.all([netstack.ready, kernel.ready])
  raiseTun(namespace, 'tun0', KERNEL)
  return { namespace, kernel, netstack, figures: () => netstack.order('figures') }
}

export function openNamespace(sysctls: readonly string[] = []): string {
  const namespace = `spn${process.pid}x${count++}`
  execFileSync('ip', ['netns', 'add', namespace])
  opened.namespaces.push(namespace)
  ip(namespace, 'link set lo up')
  for (const sysctl of sysctls) inNamespace(namespace, ['sysctl', '-qw', sysctl])
  return namespace
}

export function startWorker(namespace: string, program: string, ...args: string[]): Worker {
  const worker = new Worker(namespace, program, ...args)
  opened.workers.push(worker)
  return worker
}

export function raiseTun(namespace: string, name: string, addresses: { 4: string; 6: string }): void {
  ip(namespace, `link set ${name} mtu 1420 up`)
  ip(namespace, `addr add ${addresses[4]}/24 dev ${name}`)
  ip(namespace, `-6 addr add ${addresses[6]}/64 dev ${name} nodad`)
}

export function ip(namespace: string, command: string): void {
  execFileSync('ip', ['-n', namespace, ...command.split(' ')])
}

export function inNamespace(namespace: string, command: readonly string[]): string {
  return execFileSync('ip', ['netns', 'exec', namespace, ...command], { encoding: 'utf8' })
}
