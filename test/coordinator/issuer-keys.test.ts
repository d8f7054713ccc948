/** An issuer's bad days through a whole admission: keys rotated, gone, too large; the coordinator asks over TLS itself. */

import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { admissionAudience } from '../../src/trust/audience.ts'
import { createTlsIdentity } from '../support/certificates.ts'
import { createIssuer, type Issuer } from '../support/issuer.ts'
import { type Kit, startKit } from './coordinator-kit.ts'

interface World {
  readonly kit: Kit
  readonly issuer: Issuer
  /** What the issuer answers in the place of its keys. */
  answer: ((text: string) => string) | undefined
  admit(): Promise<string>
}

async function startWorld(): Promise<World> {
  const tls = createTlsIdentity()
  const server = createServer({ key: tls.keyPem, cert: tls.certificatePem }, (request, response) => {
    if (request.url === '/.well-known/openid-configuration') {
      return void response.end(JSON.stringify({ issuer: issuer.url, jwks_uri: `${issuer.url}/keys` }))
    }
    const keys = JSON.stringify(issuer.jwks())
    response.end(world.answer ? world.answer(keys) : keys)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const issuer = createIssuer(`https://localhost:${port}`)
  const ca = join(tmpdir(), `sallyport-issuer-ca-${process.pid}-${port}.pem`)
  await writeFile(ca, tls.caPem)
  const kit = await startKit({
    environments: (text) =>
      text
        .replaceAll('https://token.example', issuer.url)
        .replace(`- issuer: ${issuer.url}\n`, `- issuer: ${issuer.url}\n    ca: ${ca}\n`),
    issuerKeys: undefined as never,
  })
  const world: World = {
    kit,
    issuer,
    answer: undefined,
    async admit() {
      const runner = kit.runner()
      const { coordinatorId } = kit.coordinator()
      const { wireguard, machine } = runner.keys
      const audience = admissionAudience({ coordinatorId, wireguardKey: wireguard, machineKey: machine })
      const claims = { environment: 'staging' }
      const token = issuer.mintWorkload({ audience, now: kit.clock.now(), claims })
      const reply = await requestAdmission(runner.client, runner.admission({ token })).catch(
        (error: Error) => error.message,
      )
      return typeof reply === 'string' ? reply : 'admitted'
    },
  }
  return world
}

test('keys that were fetched admit, also while the issuer is down or answers nonsense', async () => {
  const world = await startWorld()
  expect(await world.admit()).toBe('admitted')
  world.answer = () => 'the service is temporarily unavailable'
  expect(await world.admit()).toBe('admitted')
})

test.each<[what: string, answer: (keys: string) => string]>([
  ['answers nonsense', () => '<html>'],
  ['has no keys', () => '{"keys":[]}'],
  ['answers more than 256 KiB', (keys) => keys + ' '.repeat(257 * 1024)],
])('an issuer that %s from the first admits nobody, and strangers learn nothing', async (_what, answer) => {
  const world = await startWorld()
  world.answer = answer
  expect(await world.admit()).toBe('untrusted: untrusted')
  const ready = await fetch(`${world.kit.coordinator().url}/healthz`)
  expect(ready.status).toBe(200)
})

test('a key that signs and is not published admits nobody', async () => {
  const world = await startWorld()
  expect(await world.admit()).toBe('admitted')
  const published = JSON.stringify(world.issuer.jwks())
  world.issuer.rotate()
  // The issuer signs with a key that it does not publish.
  world.answer = () => published
  expect(await world.admit()).toBe('untrusted: untrusted')
})
