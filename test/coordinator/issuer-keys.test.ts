/** An issuer's bad days through a whole admission: keys rotated, gone, too large; the coordinator asks over TLS itself. */

import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { MINUTE } from '../../src/base/time.ts'
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
  /** A token of now; what is returned sends it. */
  prepare(): () => Promise<string>
  isSlow: boolean
  /** How often it began an answer that has no end. */
  slow: number
}

async function startWorld(): Promise<World> {
  const tls = createTlsIdentity()
  const server = createServer({ key: tls.keyPem, cert: tls.certificatePem }, (request, response) => {
    if (request.url === '/.well-known/openid-configuration') {
      return void response.end(JSON.stringify({ issuer: issuer.url, jwks_uri: `${issuer.url}/keys` }))
    }
    const keys = JSON.stringify(issuer.jwks())
    if (world.isSlow) {
      world.slow++
      const drip = setInterval(() => response.write(' '), 100)
      response.once('close', () => clearInterval(drip))
      return
    }
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
    isSlow: false,
    slow: 0,
    admit: () => world.prepare()(),
    prepare() {
      const runner = kit.runner()
      const { coordinatorId } = kit.coordinator()
      const { wireguard, machine } = runner.keys
      const audience = admissionAudience({ coordinatorId, wireguardKey: wireguard, machineKey: machine })
      const claims = { environment: 'staging' }
      const token = issuer.mintWorkload({ audience, now: kit.clock.now(), claims })
      return () =>
        requestAdmission(runner.client, runner.admission({ token })).then(
          () => 'admitted',
          (error: Error) => error.message,
        )
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

test('a slow issuer keeps those waiting who need its answer, for a bounded time, and nobody else', async () => {
  const world = await startWorld()
  expect(await world.admit()).toBe('admitted')
  const { kit } = world
  const sendKnown = world.prepare()
  world.issuer.rotate()
  const sendUnknown = world.prepare()
  // From now on an answer comes a byte at a time, and never ends.
  world.isSlow = true
  kit.clock.pass(2 * MINUTE)
  const order: string[] = []
  const waiting = sendUnknown().then((said) => order.push(`a key that is not here: ${said}`))
  await expect.poll(() => world.slow).toBeGreaterThan(0)
  order.push(`a key that is here: ${await sendKnown()}`)
  const nodes = await kit.client(kit.admin).call('nodes', { params: undefined, body: undefined })
  order.push(`nodes: ${nodes.kind}`)
  await waiting
  expect(order).toEqual([
    'a key that is here: admitted',
    'nodes: done',
    'a key that is not here: untrusted: untrusted',
  ])
  // The minute is not over: nobody makes the coordinator ask again.
  const asked = world.slow
  expect(await sendUnknown()).toBe('untrusted: untrusted')
  expect(world.slow).toBe(asked)
}, 60_000)
