/** Resident memory for each added peer, as the slope between 100 and 1,000 of them. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newKeyPair } from '../keys.ts'
import { type Lab, stop, until } from '../lab.ts'
import { residentBytes, whole } from '../measure.ts'
import { type Row, type Setting, takeTurns } from '../row.ts'
import { type Line, median } from '../table.ts'

export const memory: Row = { name: 'memory', measure }

const FEW = 100
const MANY = 1_000
const DEVICE = 'wgm'
const SETTLE_MS = 1_000

async function measure(setting: Setting): Promise<Line[]> {
  const { wireguardGoCurrent: current, wireguardGo: packaged } = setting.programs
  const found = current.kind === 'found' ? current : packaged
  const contenders = new Map([['sallyport', () => ourSlope(setting.lab)]])
  if (found.kind === 'found') contenders.set('wireguard-go', () => wireguardGoSlope(setting.lab, found.path))
  const figures = await takeTurns(setting, contenders)
  return [
    {
      what: 'memory per added peer',
      ours: median(figures.get('sallyport') ?? []),
      unit: 'bytes',
      peer: found.kind === 'found' ? `wireguard-go ${found.version}` : `skipped, ${found.why}`,
      theirs: median(figures.get('wireguard-go') ?? []),
      goal: '≤ 1',
      meets: (ratio) => ratio <= 1,
    },
  ]
}

async function ourSlope(lab: Lab): Promise<number> {
  const program = resolve(import.meta.dirname, '../memory-program.ts')
  const child = lab.start('left', [process.execPath, '--expose-gc', program, `${FEW}`, `${MANY}`])
  const [few, many] = JSON.parse(await whole(child)) as [number, number]
  return (many - few) / (MANY - FEW)
}

async function wireguardGoSlope(lab: Lab, program: string): Promise<number> {
  const child = lab.start('left', [program, '-f', DEVICE])
  child.stdout?.resume()
  child.stderr?.resume()
  try {
    await until('wireguard-go makes its device', () => lab.succeeds('left', ['ip', 'link', 'show', DEVICE]))
    const few = await residentWith(lab, child.pid ?? 0, FEW)
    const many = await residentWith(lab, child.pid ?? 0, MANY)
    return (many - few) / (MANY - FEW)
  } finally {
    await stop(child)
  }
}

async function residentWith(lab: Lab, pid: number, peers: number): Promise<number> {
  const path = join(lab.folder, 'peers.conf')
  const sections = Array.from({ length: peers }, (_, index) => {
    const key = newKeyPair().publicKey.toString('base64')
    return `[Peer]\nPublicKey = ${key}\nAllowedIPs = 10.90.${index >> 8}.${index & 255}/32\n`
  })
  const own = newKeyPair().privateKey.toString('base64')
  writeFileSync(path, `[Interface]\nPrivateKey = ${own}\n${sections.join('')}`, { mode: 0o600 })
  lab.run('left', ['wg', 'setconf', DEVICE, path])
  lab.run('left', ['ip', 'link', 'set', DEVICE, 'up'])
  await sleep(SETTLE_MS)
  return residentBytes(pid)
}
