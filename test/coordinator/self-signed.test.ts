/** `serve --tls self`: a certificate that is made once, and clients that know it by its pin. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadAgentConfig } from '../../src/agent/config/load.ts'
import { openSelfSigned } from '../../src/coordinator/identity/self-signed.ts'
import { fetchPinned, readAuthority } from '../../src/platform/authority.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createHttpClient } from '../../src/platform/http.ts'
import { systemRandom } from '../../src/platform/random.ts'
import { createTlsIdentity } from '../support/certificates.ts'
import { startKit } from './coordinator-kit.ts'

const ports = { clock: systemClock, random: systemRandom }
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'sallyport-tls-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

async function serving() {
  const own = await openSelfSigned(join(folder(), 'tls'), ['127.0.0.1'], ports)
  const kit = await startKit({
    tls: { caPem: own.certificate, certificatePem: own.certificate, keyPem: own.key },
  })
  return { own, kit, url: kit.coordinator().url }
}

test('it is made once, its key for nobody else, and stays', async () => {
  const at = join(folder(), 'tls')
  const first = await openSelfSigned(at, ['coordinator.example', '192.0.2.7'], ports)
  expect(first.pin).toMatch(/^sha256:[0-9a-f]{64}$/)
  expect(statSync(join(at, 'self.key')).mode & 0o777).toBe(0o600)
  expect(await openSelfSigned(at, ['coordinator.example'], ports)).toEqual(first)
})

test('a certificate for other names is not served in silence', async () => {
  const at = join(folder(), 'tls')
  await openSelfSigned(at, ['coordinator.example'], ports)
  await expect(openSelfSigned(at, ['other.example'], ports)).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_INVALID',
    message: expect.stringContaining('"other.example"'),
  })
})

test('a client that has the pin asks and is answered, over TLS as always', async () => {
  const { own, kit, url } = await serving()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  expect(agent.session.map).toBeDefined()
  const ca = await readAuthority(own.pin, url, () => 'nowhere')
  const http = createHttpClient({ ca })
  const reply = await http.request({
    method: 'GET',
    url: `${url}/healthz`,
    maxBytes: 1_000,
    timeoutMs: 5_000,
  })
  await http.close()
  expect(reply.status).toBe(200)
})

test('another certificate than the pinned one is refused, with both digests', async () => {
  const { own, url } = await serving()
  const wrong = `sha256:${'0'.repeat(64)}`
  await expect(fetchPinned(url, wrong)).rejects.toMatchObject({
    code: 'CERTIFICATE_UNKNOWN',
    message: expect.stringContaining(own.pin),
  })
  const kit = await startKit({ tls: createTlsIdentity() })
  await expect(fetchPinned(kit.coordinator().url, own.pin)).rejects.toMatchObject({
    code: 'CERTIFICATE_UNKNOWN',
  })
})

test('a pin without TLS, and a server that is not there, are told apart', async () => {
  const pin = `sha256:${'0'.repeat(64)}`
  await expect(fetchPinned('http://127.0.0.1:1', pin)).rejects.toMatchObject({ code: 'CERTIFICATE_UNKNOWN' })
  await expect(fetchPinned('https://127.0.0.1:1', pin)).rejects.toMatchObject({ code: 'HTTP_FAILED' })
})

test('an agent keeps the pinned certificate, and starts while the coordinator is away', async () => {
  const { own, kit, url } = await serving()
  const at = folder()
  const path = join(at, 'agent.yml')
  const write = (pin: string): void =>
    writeFileSync(
      path,
      `version: 1\nroot: apps\ntrust: trust.yml\nmachineKey: machine.key\nenvironment: staging\nmesh: { coordinator: "${url}", ca: "${pin}" }\napplications:\n  shop: { sameUser: true, service: { kind: none }, health: { kind: none } }\n`,
    )
  write(own.pin)
  expect((await loadAgentConfig(path)).mesh?.ca).toContain('BEGIN CERTIFICATE')
  await kit.coordinator().close()
  expect((await loadAgentConfig(path)).mesh?.ca?.trim()).toBe(
    readFileSync(join(at, `coordinator-${own.pin.slice(7, 23)}.pem`), 'utf8').trim(),
  )
  write(`sha256:${'1'.repeat(64)}`)
  await expect(loadAgentConfig(path)).rejects.toMatchObject({ code: 'HTTP_FAILED' })
})
