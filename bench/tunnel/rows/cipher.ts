/** The cipher of tier C beside the other tiers': a packet of 1,420 bytes sealed and opened, by processor time. */
import { chooseAead } from '../../../src/mesh/aead-tiers.ts'
import { type Aead, type AeadKey, type Arena, scratchOf } from '../../../src/tunnel/wireguard/aead.ts'
import { type Row, type Setting, takeTurns } from '../row.ts'
import { type Line, median } from '../table.ts'

export const cipher: Row = { name: 'cipher', measure }

const SIZE = 1_420
const COUNT = 20_000
const OURS = 'simd'
/** What ours is held to beside each. */
const GOALS: readonly (readonly [tier: string, goal: number])[] = [
  ['sodium', 2],
  ['node', 2],
  ['openssl', 0.7],
]

async function measure(setting: Setting): Promise<Line[]> {
  const contenders = new Map<string, () => Promise<number>>()
  for (const name of [OURS, ...GOALS.map(([tier]) => tier)]) {
    const aead = await chooseAead(name).catch(() => undefined)
    if (aead) contenders.set(name, contenderOf(aead))
    else setting.say(`  skipped: ${name}: it is not to be had here`)
  }
  // The engine compiles what runs often; that is no part of the figure.
  for (const run of contenders.values()) await run()
  const figures = await takeTurns(setting, contenders)
  return GOALS.filter(([tier]) => contenders.has(tier)).map(([tier, goal]) => ({
    what: `cipher, ${SIZE} bytes sealed and opened, ${OURS}`,
    ours: median(figures.get(OURS) ?? []),
    unit: 'packets/s',
    peer: tier,
    theirs: median(figures.get(tier) ?? []),
    goal: `≥ ${goal}`,
    meets: (ratio) => ratio >= goal,
    note: 'one core, by processor time',
  }))
}

/** @returns what measures packets per second of processor time */
function contenderOf(aead: Aead): () => Promise<number> {
  const key = aead.importKey(new Uint8Array(32).fill(1))
  const arena = scratchOf(aead).outgoing
  return async () => {
    const before = process.cpuUsage()
    for (let counter = 0; counter < COUNT; counter++) sealAndOpen(key, arena, counter)
    const { user, system } = process.cpuUsage(before)
    return (COUNT * 1e6) / (user + system)
  }
}

function sealAndOpen(key: AeadKey, arena: Arena, counter: number): void {
  key.seal(counter, 0, arena, 0, SIZE)
  if (!key.open(counter, 0, arena, 0, SIZE + 16)) throw new Error('a packet was not opened')
}
