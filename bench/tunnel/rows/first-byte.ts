/** From the start of the program to the first byte through the tunnel, by a forward. */
import { resolve } from 'node:path'
import { newKeys, writeProtocolFile, writeWgQuick } from '../keys.ts'
import { INNER, stop } from '../lab.ts'
import { whole } from '../measure.ts'
import { type Row, type Setting, takeTurns } from '../row.ts'
import { type Line, median } from '../table.ts'
import { farEnd } from './forward.ts'

export const firstByte: Row = { name: 'first-byte', measure }

const LISTEN = '127.0.0.1:7000'
const TARGET = `${INNER.right}:9000`
const CLI = resolve(import.meta.dirname, '../../../dist/cli.cjs')
const CLIENT = resolve(import.meta.dirname, '../first-byte-client.ts')
/** Whoever has the first byte is ended at once, and resets what is open. */
const GREETER = "require('net').createServer(s => s.on('error', () => {}).end('hello')).listen(9000)"

async function measure(setting: Setting): Promise<Line[]> {
  const { lab, programs } = setting
  const keys = newKeys()
  const far = await farEnd(setting).start(lab, 'right', keys)
  const greeter = lab.start('right', [process.execPath, '-e', GREETER])
  const file = writeWgQuick(lab, keys, 'left')
  const ours = [process.execPath, CLI, 'connect', '--wg-config', file, '--forward', `${LISTEN}:${TARGET}`]
  const time = async (...args: readonly string[]): Promise<number> => {
    const text = await whole(lab.start('left', [process.execPath, CLIENT, ...args]))
    if (text === '') throw new Error('no byte came')
    return Number(text)
  }
  const contenders = new Map([
    ['node -e 0', () => time('-')],
    ['sallyport, whole', () => time(LISTEN, ...ours)],
  ])
  const { userspaceForward } = programs
  if (userspaceForward.kind === 'found') {
    const config = writeProtocolFile(lab, keys, 'left')
    const command = [userspaceForward.path, config, INNER.left, LISTEN, TARGET]
    contenders.set('peer', () => time(LISTEN, ...command))
  }
  const figures = await takeTurns({ ...setting, rounds: setting.rounds * 3 }, contenders)
  await Promise.all([stop(far), stop(greeter)])
  const [empty, all] = ['node -e 0', 'sallyport, whole'].map((name) => median(figures.get(name) ?? []))
  return [
    {
      what: 'first byte, beyond node -e 0',
      ours: empty === undefined || all === undefined ? undefined : all - empty,
      unit: 'ms',
      peer:
        userspaceForward.kind === 'found' ? "wireproxy's parts, whole" : `skipped, ${userspaceForward.why}`,
      theirs: median(figures.get('peer') ?? []),
      goal: '≤ 1.5',
      meets: (ratio) => ratio <= 1.5,
      note: `node -e 0: ${empty?.toFixed(0)} ms`,
    },
  ]
}
