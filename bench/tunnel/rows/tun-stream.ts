/** One TCP stream of the kernels through two TUN devices, both ends of one implementation. */
import { type End, sallyportEnd, wireguardGoEnd } from '../ends.ts'
import { newKeys } from '../keys.ts'
import { INNER, stop } from '../lab.ts'
import { processorSeconds, transfer, withServer } from '../measure.ts'
import { type Row, type Setting, takeTurns } from '../row.ts'
import { type Line, median } from '../table.ts'

export const tunStream: Row = { name: 'tun', measure }

export const sallyportTun = sallyportEnd('sallyport tun', () => ['--data-plane', 'tun'])

async function measure(setting: Setting): Promise<Line[]> {
  const { wireguardGo, wireguardGoCurrent } = setting.programs
  const ends: End[] = [sallyportTun]
  if (wireguardGo.kind === 'found') ends.push(wireguardGoEnd('wireguard-go (Debian)', wireguardGo.path))
  if (wireguardGoCurrent.kind === 'found') {
    ends.push(wireguardGoEnd('wireguard-go (current)', wireguardGoCurrent.path))
  }
  const figures = await takeTurns(setting, new Map(ends.map((end) => [end.name, () => stream(setting, end)])))
  const of = (name: string) => median(figures.get(name) ?? [])
  const line = { what: 'TUN, one TCP stream', ours: of(sallyportTun.name), unit: 'Mbit/s' }
  return [
    {
      ...line,
      peer: `wireguard-go ${describe(wireguardGo)}`,
      theirs: of('wireguard-go (Debian)'),
      goal: '≥ 4',
      meets: (ratio) => ratio >= 4,
    },
    {
      ...line,
      peer: `wireguard-go ${describe(wireguardGoCurrent)}`,
      theirs: of('wireguard-go (current)'),
      goal: '≥ 1',
      meets: (ratio) => ratio >= 1,
    },
  ]
}

function describe(found: Setting['programs']['wireguardGo']): string {
  return found.kind === 'found' ? found.version : `skipped, ${found.why}`
}

async function stream({ lab, seconds, say }: Setting, end: End): Promise<number> {
  const keys = newKeys()
  // Each waits for the other.
  const children = await Promise.all([end.start(lab, 'left', keys), end.start(lab, 'right', keys)])
  try {
    return await withServer(lab, 'right', INNER.right, async () => {
      const spent = () => children.reduce((sum, { pid }) => sum + processorSeconds(pid ?? 0), 0)
      const before = spent()
      const { megabits, retransmits } = await transfer(lab, 'left', INNER.right, { seconds })
      const cores = (spent() - before) / (seconds + 1)
      say(`  ${end.name}: ${retransmits} retransmits, both ends ${cores.toFixed(2)} cores`)
      return megabits
    })
  } finally {
    await Promise.all(children.map(stop))
  }
}
