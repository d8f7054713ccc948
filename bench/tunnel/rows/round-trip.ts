/** Round trips of a byte over TCP through two TUN devices, one after the other; medians of each run. */
import { resolve } from 'node:path'
import { type End, wireguardGoEnd } from '../ends.ts'
import { newKeys } from '../keys.ts'
import { INNER, stop } from '../lab.ts'
import { whole } from '../measure.ts'
import { type Row, type Setting, takeTurns } from '../row.ts'
import { type Line, median } from '../table.ts'
import { sallyportTun } from './tun-stream.ts'

export const roundTrip: Row = { name: 'round-trip', measure }

const ECHO =
  "require('net').createServer(s => { s.setNoDelay(); s.on('error', () => {}); s.on('data', d => s.write(d)) }).listen(9001)"
const CLIENT = resolve(import.meta.dirname, '../round-trip-client.ts')

async function measure(setting: Setting): Promise<Line[]> {
  const { wireguardGo, wireguardGoCurrent } = setting.programs
  const ends: End[] = [sallyportTun]
  if (wireguardGo.kind === 'found') ends.push(wireguardGoEnd('wireguard-go (Debian)', wireguardGo.path))
  if (wireguardGoCurrent.kind === 'found') {
    ends.push(wireguardGoEnd('wireguard-go (current)', wireguardGoCurrent.path))
  }
  const figures = await takeTurns(
    setting,
    new Map(ends.map((end) => [end.name, () => microseconds(setting, end)])),
  )
  return ends.slice(1).map(({ name }) => ({
    what: 'round trip through the tunnel, p50',
    ours: median(figures.get(sallyportTun.name) ?? []),
    unit: 'µs',
    peer: name,
    theirs: median(figures.get(name) ?? []),
    goal: '≤ 0.5',
    meets: (ratio) => ratio <= 0.5,
    note: 'of a byte over TCP, both programs in the figure',
  }))
}

async function microseconds({ lab }: Setting, end: End): Promise<number> {
  const keys = newKeys()
  // Each waits for the other.
  const children = await Promise.all([end.start(lab, 'left', keys), end.start(lab, 'right', keys)])
  const echo = lab.start('right', [process.execPath, '-e', ECHO])
  try {
    const text = await whole(lab.start('left', [process.execPath, CLIENT, INNER.right, '9001', '2000']))
    if (text === '') throw new Error('no round trip was made')
    return Number(text)
  } finally {
    await Promise.all([...children, echo].map(stop))
  }
}
