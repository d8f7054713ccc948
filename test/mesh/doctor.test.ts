/** What `doctor` finds: a relay that answers, one that does not, the machine's links, the clock. */
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { startStunServer } from '../../src/coordinator/relay/stun-server.ts'
import { narrowestLink, tunnelMtu } from '../../src/mesh/link-mtu.ts'
import { probeRelay } from '../../src/mesh/relay-probe.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createTlsIdentity } from '../support/certificates.ts'
import { startRelayServer } from './relay-server.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})
const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts')
const run = (args: readonly string[]) => promisify(execFile)(process.execPath, [MAIN, ...args])
const options = { clock: systemClock, env: {}, timeoutMs: 3_000 }

test('a relay answers, and its clock is near ours', async () => {
  const tls = createTlsIdentity()
  const relay = await startRelayServer({ tls: { key: tls.keyPem, cert: tls.certificatePem } })
  cleanups.push(() => relay.stop())
  const report = await probeRelay(relay.url, { ...options, ca: tls.caPem })
  expect(report).toMatchObject({ answers: true })
  if (report.answers && report.clockOffsetMs !== null)
    expect(Math.abs(report.clockOffsetMs)).toBeLessThan(5_000)
})

test('a relay whose certificate nobody vouches for does not answer, and the reason is said', async () => {
  const tls = createTlsIdentity()
  const relay = await startRelayServer({ tls: { key: tls.keyPem, cert: tls.certificatePem } })
  cleanups.push(() => relay.stop())
  expect(await probeRelay(relay.url, options)).toMatchObject({
    answers: false,
    why: expect.stringMatching(/certificate/),
  })
})

test('what is no relay, and what is not there, does not answer', async () => {
  const web = createServer((_request, response) => response.end('hello'))
  await new Promise<void>((ready) => web.listen(0, '127.0.0.1', ready))
  cleanups.push(() => void web.close())
  const { port } = web.address() as AddressInfo
  expect(await probeRelay(`ws://127.0.0.1:${port}/v1/relay`, options)).toMatchObject({ answers: false })
  expect(await probeRelay('ws://127.0.0.1:9/v1/relay', options)).toMatchObject({ answers: false })
})

test('the tunnel has what 80 bytes of headers leave, and 1,420 at most', () => {
  expect([tunnelMtu(1_500), tunnelMtu(1_400), tunnelMtu(9_000)]).toEqual([1_420, 1_320, 1_420])
})

test('doctor tells all of it, as text and as JSON', async () => {
  const relay = await startRelayServer()
  cleanups.push(() => relay.stop())
  const asked = ['doctor', '--relay', relay.url, '--relay', 'ws://127.0.0.1:9/v1/relay']
  const text = (await run(asked)).stderr
  for (const line of [
    /^UDP .*opened/m,
    /^NAT /m,
    /^relay .* answers, \d+ ms/m,
    /^relay .* does not answer: /m,
    /^MTU /m,
  ]) {
    expect(text).toMatch(line)
  }
  const report = JSON.parse((await run([...asked, '--json'])).stdout)
  expect(report.relays.map((each: { answers: boolean }) => each.answers)).toEqual([true, false])
  const narrowest = narrowestLink()
  expect(report.mtu?.linkMtu).toBe(narrowest?.mtu)
  expect(report.clock.now).toMatch(/^\d{4}-/)
}, 120_000)

test('STUN servers are asked by name and by address, and the kind of NAT is said', async () => {
  const [first, second] = [await startStunServer('127.0.0.1', 0), await startStunServer('127.0.0.1', 0)]
  cleanups.push(
    () => first.close(),
    () => second.close(),
  )
  const stun = ['--stun', `127.0.0.1:${first.port}`, '--stun', `localhost:${second.port}`]
  const report = JSON.parse((await run(['doctor', ...stun, '--json'])).stdout)
  expect(report.observed).toEqual([`127.0.0.1:${report.udp.port}`])
  expect(report.nat).toBe('easy')
  const wrong = await run(['doctor', '--stun', 'nonsense']).catch((error: { stderr: string }) => error)
  expect(wrong.stderr).toContain('--stun "nonsense" is no server')
}, 120_000)
