import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { makeOpenApi } from '../../src/api/openapi.ts'
import { checkExchange } from '../coordinator/checked-exchanges.ts'

const url = 'https://coordinator.example/v1/enrolment-secrets'
const request = { tags: ['tag:web'], applications: ['shop'], environment: 'production', lifetimeSeconds: 60 }
const reply = { secret: `sallyport-enrol-v1:${'x'.repeat(43)}`, expiresAt: '2026-01-01T00:00:00Z' }

test('docs/openapi.json is what the route table makes; if not: node tools/openapi.ts', async () => {
  const committed = await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8')
  expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(makeOpenApi())))
})

test('an exchange that the document describes passes', () => {
  expect(() => checkExchange('POST', url, { request, status: 200, reply })).not.toThrow()
})

test.each([
  ['a route that is not there', 'DELETE', { request, status: 200, reply }],
  ['a request with an unknown key', 'POST', { request: { ...request, admin: true }, status: 200, reply }],
  ['a reply without a key', 'POST', { request, status: 200, reply: { secret: reply.secret } }],
  ['a refusal of another shape', 'POST', { request, status: 403, reply: { error: 'no' } }],
])('%s does not pass: the check can fail', (_, method, exchange) => {
  expect(() => checkExchange(method, url, exchange)).toThrow()
})
