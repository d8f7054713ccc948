/**
 * Round trips of a byte over TCP through two TUN devices, one after the other; medians of each run. Beside them
 * those of the same two programs without a tunnel, which are in every figure. Once as the machine is, and once with
 * its processors kept awake: else a virtual machine's figure is mostly that of its host, which has to wake one up for
 * each hand-over.
 */
import { closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { type End, wireguardGoEnd } from '../ends.ts'
import { newKeys } from '../keys.ts'
import { INNER, OUTER, stop } from '../lab.ts'
import { whole } from '../measure.ts'
import { type Row, type Setting, takeTurns } from '../row.ts'
import { type Line, median } from '../table.ts'
import { sallyportTun } from './tun-stream.ts'

export const roundTrip: Row = { name: 'round-trip', measure }

const ECHO =
  "require('net').createServer(s => { s.setNoDelay(); s.on('error', () => {}); s.on('data', d => s.write(d)) }).listen(9001)"
const BARE = 'no tunnel'
/** As long as it is open, no processor sleeps deeper than it says, in µs (the kernel's PM QoS interface). */
const LATENCY = '/dev/cpu_dma_latency'
const CLIENT = resolve(import.meta.dirname, '../round-trip-client.ts')

async function measure(setting: Setting): Promise<Line[]> {
  const { wireguardGo, wireguardGoCurrent } = setting.programs
  const ends: End[] = [sallyportTun]
  if (wireguardGo.kind === 'found') ends.push(wireguardGoEnd('wireguard-go (Debian)', wireguardGo.path))
  if (wireguardGoCurrent.kind === 'found') {
    ends.push(wireguardGoEnd('wireguard-go (current)', wireguardGoCurrent.path))
  }
  const contenders = ends.map((end): [string, () => Promise<number>] => [
    end.name,
    () => throughTunnel(setting, end),
  ])
  const inTurn = new Map([[BARE, () => microseconds(setting, OUTER.right)], ...contenders])
  const names = ends.slice(1).map(({ name }) => name)
  const lines = linesOf('round trip through the tunnel, p50', names, await takeTurns(setting, inTurn))
  if (!existsSync(LATENCY)) return lines
  const request = openSync(LATENCY, 'w')
  try {
    writeSync(request, new Uint8Array(4))
    return [...lines, ...linesOf('the same, processors awake', names, await takeTurns(setting, inTurn))]
  } finally {
    closeSync(request)
  }
}

function linesOf(what: string, peers: readonly string[], figures: ReadonlyMap<string, number[]>): Line[] {
  const bare = median(figures.get(BARE) ?? [])?.toFixed(0)
  return peers.map((name) => ({
    what,
    ours: median(figures.get(sallyportTun.name) ?? []),
    unit: 'µs',
    peer: name,
    theirs: median(figures.get(name) ?? []),
    goal: '≤ 0.5',
    meets: (ratio) => ratio <= 0.5,
    note: `of a byte over TCP; ${bare} µs of it are both programs and the wire`,
  }))
}

async function throughTunnel(setting: Setting, end: End): Promise<number> {
  const { lab } = setting
  const keys = newKeys()
  // Each waits for the other.
  const children = await Promise.all([end.start(lab, 'left', keys), end.start(lab, 'right', keys)])
  try {
    return await microseconds(setting, INNER.right)
  } finally {
    await Promise.all(children.map(stop))
  }
}

async function microseconds({ lab }: Setting, address: string): Promise<number> {
  const echo = lab.start('right', [process.execPath, '-e', ECHO])
  try {
    const text = await whole(lab.start('left', [process.execPath, CLIENT, address, '9001', '4000']))
    if (text === '') throw new Error('no round trip was made')
    return Number(text)
  } finally {
    await stop(echo)
  }
}
