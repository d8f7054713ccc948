/**
 * What initiations with a valid MAC1 and nothing else that is right, 5,000 a second, leave of an established
 * stream. Whoever sends them runs in both cases: in the quiet one they go to a port that nobody serves.
 */
import { resolve } from 'node:path'
import { type End, sallyportForwardEnd } from '../ends.ts'
import { newKeys } from '../keys.ts'
import { INNER, OUTER, PORT, stop } from '../lab.ts'
import { transfer, withServer } from '../measure.ts'
import { type Row, type Setting, takeTurns } from '../row.ts'
import { type Line, median } from '../table.ts'
import { farEnd } from './forward.ts'
import { sallyportTun } from './tun-stream.ts'

export const flood: Row = { name: 'flood', measure }

const LOCAL = '127.0.0.1:7000'
const FORWARD = sallyportForwardEnd('userspace', { listen: LOCAL, target: `${INNER.right}:5201` })
const CLIENT = resolve(import.meta.dirname, '../junk-client.ts')
const RATE = 5_000
const UNSERVED = 9
const SINK = `require('dgram').createSocket('udp4').bind(${UNSERVED})`

async function measure(setting: Setting): Promise<Line[]> {
  const planes: readonly (readonly [End, string])[] = [
    [FORWARD, LOCAL],
    [sallyportTun, INNER.right],
  ]
  const contenders = planes.flatMap(([end, to]) =>
    [PORT.left, UNSERVED].map((port): [string, () => Promise<number>] => [
      `${end.name}, ${port === UNSERVED ? 'quiet' : 'flooded'}`,
      () => stream(setting, end, to, port),
    ]),
  )
  const figures = await takeTurns(setting, new Map(contenders))
  return planes.map(([{ name }]) => ({
    what: `${name}: a stream beside ${RATE} junk initiations/s`,
    ours: median(figures.get(`${name}, flooded`) ?? []),
    unit: 'Mbit/s',
    peer: 'itself without',
    theirs: median(figures.get(`${name}, quiet`) ?? []),
    goal: '≥ 0.8',
    meets: (ratio) => ratio >= 0.8,
    note: 'valid MAC1',
  }))
}

async function stream(setting: Setting, end: End, to: string, junkPort: number): Promise<number> {
  const { lab, seconds } = setting
  const keys = newKeys()
  const far = await farEnd(setting).start(lab, 'right', keys)
  const near = await end.start(lab, 'left', keys)
  const sink = lab.start('left', [process.execPath, '-e', SINK])
  const target = [OUTER.left, `${junkPort}`, `${RATE}`, keys.left.publicKey.toString('base64')]
  const junk = lab.start('right', [process.execPath, CLIENT, ...target])
  for (const each of [sink, junk]) each.stderr?.resume()
  try {
    return await withServer(
      lab,
      'right',
      INNER.right,
      async () => (await transfer(lab, 'left', to, { seconds, download: true })).megabits,
    )
  } finally {
    await Promise.all([near, far, sink, junk].map(stop))
  }
}
