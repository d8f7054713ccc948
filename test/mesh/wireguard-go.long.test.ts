/**
 * Past REJECT_AFTER_TIME with a real peer, shortening nothing: one stream crosses for 205 s, whoever has
 * initiated, and so must rekey after 120 s; without that nothing would pass after 180 s.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Child, KERNEL, lacking, NODE, WireguardGoLab } from './host/wireguard-go-lab.ts'

const why = lacking()
const skip = why !== ''
/** At 100 kB a second: 205 s. */
const SIZE = 20_500_000
const labs = skip ? [] : [new WireguardGoLab(), new WireguardGoLab()]

beforeAll(async () => {
  for (const lab of labs) {
    await lab.open()
    await lab.serveFiles(lab.w, KERNEL[4], 8001)
    await lab.serveFiles(lab.s, '127.0.0.1', 8002)
  }
})
afterAll(() => {
  for (const lab of labs) lab.close()
})

test.skipIf(skip)(
  `a stream crosses 180 s, where we initiate and where wireguard-go does${why}`,
  async () => {
    const [mine, theirs] = labs as [WireguardGoLab, WireguardGoLab]
    const results = await Promise.all([weInitiate(mine), theyInitiate(theirs)])
    for (const { said, handshakes, seconds } of results) {
      const sums = said.match(/^[0-9a-f]{64}/gm) ?? []
      expect(sums, said).toHaveLength(2)
      expect(new Set(sums).size).toBe(1)
      expect(seconds).toBeGreaterThan(185)
      expect(handshakes.length).toBeGreaterThanOrEqual(2)
      const gap = handshakes[1]! - handshakes[0]!
      expect(gap).toBeGreaterThanOrEqual(119)
      expect(gap).toBeLessThanOrEqual(135)
    }
  },
  400_000,
)

async function weInitiate(lab: WireguardGoLab) {
  return watch(lab, lab.connect(['--', 'sh', '-c', slowly(lab, `http://${KERNEL[4]}:8001`)]))
}

/** Our file names no endpoint, so only the peer can begin, and by time only who began begins again. */
async function theyInitiate(lab: WireguardGoLab) {
  const ours = lab.connect(['--expose', '80:127.0.0.1:8002'], { endpoint: null })
  await lab.says(ours, /listening on UDP/)
  return watch(lab, lab.start(lab.w, ['sh', '-c', slowly(lab, `http://${NODE[4]}`)]))
}

function slowly(lab: WireguardGoLab, base: string): string {
  const file = join(lab.folder, 'stream')
  const take = `curl -sSf -o ${file} ${base}/slow/${SIZE}`
  return `curl -sSf ${base}/sum/${SIZE} && echo && ${take} && sha256sum ${file}`
}

async function watch(lab: WireguardGoLab, child: Child) {
  const handshakes: number[] = []
  const startedAt = performance.now()
  const timer = setInterval(() => {
    const last = Number(lab.show('latest-handshakes').split(/\s+/)[1])
    if (last > 0 && handshakes.at(-1) !== last) handshakes.push(last)
  }, 1_000)
  const code = await child.exited().finally(() => clearInterval(timer))
  const seconds = (performance.now() - startedAt) / 1_000
  expect(code, `after ${seconds} s, handshakes at ${handshakes}: ${child.said()}`).toBe(0)
  return { said: child.said(), handshakes, seconds }
}
