/** The userspace plane through a forward, up and down; the far end is one and the same wireguard-go. */
import {
  type End,
  goForwardEnd,
  onetunEnd,
  sallyportForwardEnd,
  wireguardGoEnd,
  wireproxyEnd,
} from '../ends.ts'
import { newKeys } from '../keys.ts'
import { INNER, type Lab, stop } from '../lab.ts'
import { processorSeconds, transfer, withServer } from '../measure.ts'
import type { Found, Programs } from '../programs.ts'
import { type Row, type Setting, takeTurns } from '../row.ts'
import { type Line, median } from '../table.ts'

export const forward: Row = { name: 'forward', measure }

const ADDRESSES = { listen: '127.0.0.1:7000', target: `${INNER.right}:5201` }
const OURS = sallyportForwardEnd('sallyport', ADDRESSES)
const OURS_C = sallyportForwardEnd('sallyport, tier C', ADDRESSES, ['--tier', 'C'])

async function measure(setting: Setting): Promise<Line[]> {
  const peers = peersOf(setting.programs)
  for (const { name, found } of skippedPeers(setting.programs)) {
    if (found.kind === 'absent') setting.say(`  skipped: ${name}: ${found.why}`)
  }
  const lines: Line[] = []
  for (const direction of ['upload', 'download'] as const) {
    setting.say(`  ${direction}:`)
    const contenders = [OURS, OURS_C, ...peers].map((end): [string, () => Promise<number>] => [
      end.name,
      () => throughput(setting, end, direction === 'download'),
    ])
    const figures = await takeTurns(setting, new Map(contenders))
    for (const peer of peers) {
      const theirs = median(figures.get(peer.name) ?? [])
      const line = { unit: 'Mbit/s', peer: peer.name, theirs }
      const what = `userspace forward, ${direction}`
      lines.push(
        { ...line, what, ours: median(figures.get(OURS.name) ?? []), goal: '≥ 1.5', meets: (r) => r >= 1.5 },
        {
          ...line,
          what: `${what}, tier C`,
          ours: median(figures.get(OURS_C.name) ?? []),
          goal: '≥ 0.7',
          meets: (r) => r >= 0.7,
        },
      )
    }
  }
  return lines
}

/** wireproxy where it is to be had; else what it is made of. */
export function peersOf({ wireproxy, userspaceForward, onetun }: Programs): End[] {
  const ends: End[] = []
  if (wireproxy.kind === 'found') ends.push(wireproxyEnd('wireproxy', wireproxy.path, ADDRESSES))
  else if (userspaceForward.kind === 'found') {
    const name = `wireproxy's parts (wireguard-go ${userspaceForward.version} and its netstack)`
    ends.push(goForwardEnd(name, userspaceForward.path, ADDRESSES))
  }
  if (onetun.kind === 'found') ends.push(onetunEnd(onetun.version, onetun.path, ADDRESSES))
  return ends
}

function skippedPeers(programs: Programs): { name: string; found: Found }[] {
  const tailscale: Found = { kind: 'absent', why: 'its nodes need a control server' }
  return [
    { name: 'wireproxy', found: programs.wireproxy },
    { name: 'onetun', found: programs.onetun },
    { name: "tailscale's userspace mode", found: tailscale },
  ]
}

async function throughput(setting: Setting, end: End, download: boolean): Promise<number> {
  const { lab, seconds, say } = setting
  const keys = newKeys()
  const far = await farEnd(setting).start(lab, 'right', keys)
  try {
    return await withServer(lab, 'right', INNER.right, async () => {
      const near = await end.start(lab, 'left', keys)
      try {
        const before = processorSeconds(near.pid ?? 0)
        const { megabits } = await transfer(lab, 'left', ADDRESSES.listen, { seconds, download })
        const busy = processorSeconds(near.pid ?? 0) - before
        const perCore = (megabits * (seconds + 1)) / busy
        say(
          `  ${end.name}: ${(busy / (seconds + 1)).toFixed(2)} cores, ${perCore.toFixed(0)} Mbit/s of a whole one`,
        )
        return megabits
      } finally {
        // Its port is the next one's.
        await stop(near)
      }
    })
  } finally {
    await stop(far)
  }
}

/** @throws where no wireguard-go is here */
export function farEnd({ programs }: { readonly programs: Programs; readonly lab: Lab }): End {
  const { wireguardGo, wireguardGoCurrent } = programs
  const found = wireguardGoCurrent.kind === 'found' ? wireguardGoCurrent : wireguardGo
  if (found.kind === 'absent') throw new Error(`the far end needs wireguard-go: ${found.why}`)
  return wireguardGoEnd('far end', found.path)
}
