/**
 * One stream at 100 ms and a loss in a thousand, from our TCP and from the kernel's CUBIC, to one and the same far
 * end. The path is a wire in user space, which a kernel without `netem` can have too; both take the same one.
 */
import { resolve } from 'node:path'
import { type End, sallyportForwardEnd, wireguardGoEnd } from '../ends.ts'
import { newKeys } from '../keys.ts'
import { INNER, type Lab, OUTER, PORT, stop } from '../lab.ts'
import { firstLine, transfer, withServer } from '../measure.ts'
import { type Row, type Setting, takeTurns } from '../row.ts'
import { type Line, median } from '../table.ts'
import { farEnd } from './forward.ts'

export const longPath: Row = { name: 'long-path', measure }

const LOCAL = '127.0.0.1:7000'
const OURS = sallyportForwardEnd('sallyport', { listen: LOCAL, target: `${INNER.right}:5201` })
const WIRE = resolve(import.meta.dirname, '../../../test/mesh/host/wire-process.ts')
/** Each way: half of the round trip. */
const IMPAIRED = { delayMs: 50, loss: 0.001 }
/** A stream meets a loss every few seconds: shorter ones measure their luck. */
const LEAST_SECONDS = 30

async function measure(setting: Setting): Promise<Line[]> {
  const { wireguardGo } = setting.programs
  const contenders = new Map([['sallyport', (round: number) => stream(setting, round, OURS, LOCAL)]])
  if (wireguardGo.kind === 'found') {
    const kernel = wireguardGoEnd('CUBIC over wireguard-go', wireguardGo.path)
    contenders.set(kernel.name, (round) => stream(setting, round, kernel, INNER.right))
  }
  const figures = await takeTurns(setting, contenders)
  return [
    {
      what: 'one stream, 100 ms and 0.1 % loss',
      ours: median(figures.get('sallyport') ?? []),
      unit: 'Mbit/s',
      peer: wireguardGo.kind === 'found' ? "kernel's CUBIC over wireguard-go" : `skipped, ${wireguardGo.why}`,
      theirs: median(figures.get('CUBIC over wireguard-go') ?? []),
      goal: '≥ 0.9',
      meets: (ratio) => ratio >= 0.9,
      note: 'by a wire in user space',
    },
  ]
}

async function stream(setting: Setting, round: number, end: End, to: string): Promise<number> {
  const keys = newKeys()
  const wire = setting.lab.start('left', [process.execPath, WIRE, wireOptions(round)])
  wire.stderr?.resume()
  const port = (await firstLine(wire)).replace('wire ', '')
  const lab: Lab = { ...setting.lab, endpoints: { left: `127.0.0.1:${port}`, right: undefined } }
  const far = await farEnd(setting).start(lab, 'right', keys)
  const near = await end.start(lab, 'left', keys)
  try {
    return await withServer(lab, 'right', INNER.right, async () => {
      const options = { seconds: Math.max(setting.seconds, LEAST_SECONDS), congestion: 'cubic' }
      return (await transfer(lab, 'left', to, options)).megabits
    })
  } finally {
    await Promise.all([near, far, wire].map(stop))
  }
}

/** Of a round both contenders lose the same datagrams of the stream, counted from its first; each round loses others. */
function wireOptions(round: number): string {
  return JSON.stringify({ host: OUTER.right, port: PORT.right, ...IMPAIRED, seed: round + 1 })
}
