/** The listener with TLS of its own: requests and streams over it, and who does not believe its CA. */
import { connect } from 'node:tls'
import { expect, test } from 'vitest'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { createHttpClient } from '../../src/platform/http.ts'
import { createTlsIdentity } from '../support/certificates.ts'
import { startKit } from './coordinator-kit.ts'

test('over TLS an agent holds its stream and a runner is admitted', async () => {
  const kit = await startKit({ tls: createTlsIdentity() })
  expect(kit.coordinator().url).toMatch(/^https:/)
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const runner = kit.runner()

  const { self, unacknowledged } = await requestAdmission(runner.client, runner.admission())

  expect(unacknowledged).toEqual([])
  expect(agent.session.map?.peers.has(self.id)).toBe(true)
})

test('a client of another CA says nothing', async () => {
  const kit = await startKit({ tls: createTlsIdentity() })
  const http = createHttpClient({ ca: createTlsIdentity().caPem })
  const url = `${kit.coordinator().url}/healthz`
  const asked = http.request({ method: 'GET', url, headers: {}, maxBytes: 1000, timeoutMs: 5_000 })
  await expect(asked).rejects.toMatchObject({ code: 'HTTP_FAILED' })
  await http.close()
})

test('TLS 1.2 is refused', async () => {
  const tls = createTlsIdentity()
  const kit = await startKit({ tls })
  const port = Number(new URL(kit.coordinator().url).port)
  const reason = await new Promise<string>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', ca: tls.caPem, maxVersion: 'TLSv1.2' }, () =>
      resolve('connected'),
    )
    socket.on('error', ({ message }) => resolve(message))
  })
  expect(reason).toMatch(/protocol version/)
})
