/** An agent joins because a person approved its keys, in the place of a secret: once, in time, and no other. */
import { expect, test } from 'vitest'
import { HOUR } from '../../src/base/time.ts'
import { enrolAgent } from '../../src/mesh/control/membership.ts'
import { enrolmentFingerprint } from '../../src/trust/audience.ts'
import { type Kit, newKeys, startKit } from './coordinator-kit.ts'

function newAgent(kit: Kit) {
  const { identity, keys } = newKeys()
  const join = (name = 'web-1', own = keys) =>
    enrolAgent(kit.client(identity), { secret: null, keys: own, name, port: 7070 })
  return { fingerprint: enrolmentFingerprint(keys.machine, keys.wireguard), keys, join }
}

const approve = (kit: Kit, fingerprint: string) =>
  kit.client(kit.admin).call('approveAgent', {
    params: undefined,
    body: {
      fingerprint,
      tags: ['tag:web'],
      applications: ['shop'],
      environment: 'production',
      lifetimeSeconds: 3_600,
    },
  })

test('without a secret it is refused until a person approves its fingerprint, and joins as that person said', async () => {
  const kit = await startKit()
  const agent = newAgent(kit)
  await expect(agent.join()).rejects.toThrow(/no person approved/)
  expect((await approve(kit, agent.fingerprint)).kind).toBe('done')
  const { self } = await agent.join()
  expect(self).toMatchObject({
    name: 'web-1',
    tags: ['tag:web'],
    applications: ['shop'],
    environment: 'production',
  })
})

test('an approval is of both keys, is used once, and ends by its time', async () => {
  const kit = await startKit()
  const agent = newAgent(kit)
  const other = newAgent(kit)
  await approve(kit, agent.fingerprint)
  await expect(other.join()).rejects.toThrow(/no person approved/)
  await expect(agent.join('web-1', { ...agent.keys, wireguard: other.keys.wireguard })).rejects.toThrow(
    /no person/,
  )
  await agent.join()
  await expect(agent.join('web-2')).rejects.toThrow(/no person approved/)

  await approve(kit, other.fingerprint)
  kit.clock.move(HOUR)
  await expect(other.join()).rejects.toThrow(/no person approved/)
})

test('a key that was revoked never comes back, whoever approves it', async () => {
  const kit = await startKit()
  const agent = newAgent(kit)
  await approve(kit, agent.fingerprint)
  const { self } = await agent.join()
  await kit.client(kit.admin).call('revokeNode', { params: { id: self.id }, body: {} })
  await approve(kit, agent.fingerprint)
  await expect(agent.join()).rejects.toThrow(/conflict/)
})
