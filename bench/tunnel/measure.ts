/** One measurement each: what iperf3 and the processes' own accounts say. */

import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { type Lab, type Side, stop, until } from './lab.ts'

const PORT = 5_201

/** A server of iperf3 for as long as `body` takes. */
export async function withServer<T>(
  lab: Lab,
  side: Side,
  address: string,
  body: () => Promise<T>,
): Promise<T> {
  const server = lab.start(side, ['iperf3', '-s', '-B', address, '-p', `${PORT}`])
  server.stdout?.resume()
  server.stderr?.resume()
  const listening = ['sh', '-c', `ss -Hltn 'sport = :${PORT}' | grep -q .`]
  await until('iperf3 listens', () => lab.succeeds(side, listening))
  try {
    return await body()
  } finally {
    await stop(server)
  }
}

export interface Transfer {
  readonly megabits: number
  readonly retransmits: number
}

/** One TCP stream from `side`; with `download` towards it. The first second does not count. */
export async function transfer(
  lab: Lab,
  side: Side,
  to: string,
  options: {
    readonly seconds: number
    readonly download?: boolean
    /** The algorithm of the kernel that sends; its own choice by default. */
    readonly congestion?: string
  },
): Promise<Transfer> {
  const [host, port] = to.includes(':') ? to.split(':') : [to, `${PORT}`]
  const direction = options.download ? ['-R'] : []
  const congestion = options.congestion === undefined ? [] : ['-C', options.congestion]
  const client = lab.start(side, [
    'iperf3',
    '-J',
    '-c',
    host ?? '',
    '-p',
    port ?? '',
    '-t',
    `${options.seconds}`,
    '-O',
    '1',
    ...direction,
    ...congestion,
  ])
  const text = await whole(client)
  const report: IperfReport = JSON.parse(text)
  if (!report.end?.sum_received) throw new Error(`iperf3 to ${to}: ${report.error ?? text.slice(0, 200)}`)
  return {
    megabits: report.end.sum_received.bits_per_second / 1e6,
    retransmits: report.end.sum_sent?.retransmits ?? 0,
  }
}

interface IperfReport {
  readonly error?: string
  readonly end?: {
    readonly sum_received?: { readonly bits_per_second: number }
    readonly sum_sent?: { readonly retransmits?: number }
  }
}

export async function whole(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  child.stderr?.resume()
  const { promise, resolve } = Promise.withResolvers<void>()
  child.once('close', () => resolve())
  await promise
  return text
}

/** The first line that a child says. @throws where it ends before */
export async function firstLine(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
  })
  child.once('close', (code) => reject(new Error(`ended with ${code} before it said anything`)))
  return promise
}

/** Resident bytes of the process that `ip netns exec` became. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024
}

/** Seconds of processor time of a process, all its threads. */
export function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Threads of a process, to say what a figure is of. */
export function threadCount(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).length
}
