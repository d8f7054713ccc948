import { expect, test } from 'vitest'
import { requestAdmission } from '../../src/mesh/control/membership.ts'
import { peerOf, startKit } from './coordinator-kit.ts'

test('a runner with a bound token is admitted, and every agent concerned holds it before the runner hears of it', async () => {
  const kit = await startKit()
  const agent = await kit.connect(await kit.enrol({ environment: 'staging' }))
  const runner = kit.runner()

  const reply = await requestAdmission(runner.client, runner.admission())

  expect(reply.unacknowledged).toEqual([])
  expect(reply.refused).toEqual([])
  expect(reply.self.name).toBe('shop-1000-1')
  expect(reply.peers.map(({ name }) => name)).toEqual(['web-1'])
  expect(reply.peers[0]!.edges[0]).toMatchObject({ direction: 'out', ports: [7070], token: null })
  const held = peerOf(agent, reply.self.id)
  expect(held.edges[0]).toMatchObject({
    direction: 'in',
    ports: [7070],
    application: 'shop',
    environment: 'staging',
  })
  expect(held.edges[0]!.token).toMatch(/^ey/)
})
