import { expect, test } from 'vitest'
import { SallyportError } from '../../src/base/errors.ts'
import type { HttpClient, HttpRequest } from '../../src/platform/http.ts'
import { createIdentityTokenSource } from '../../src/verbs/identity-token.ts'

const ENV = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://tokens.example/idtoken/1?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer-of-the-job',
}

type Answer = { readonly status: number; readonly body: string } | Error

const token = (value: unknown): Answer => ({ status: 200, body: JSON.stringify({ count: 1, value }) })
const failure = (status: number): Answer => ({ status, body: 'no' })

/** The last answer is given again and again. */
function endpoint(...answers: Answer[]) {
  const seen = { requests: [] as HttpRequest[], pauses: [] as number[], masked: [] as string[] }
  const http = {
    async request(request: HttpRequest) {
      const answer = answers[Math.min(seen.requests.length, answers.length - 1)]!
      seen.requests.push(request)
      if (answer instanceof Error) throw answer
      return { status: answer.status, headers: {}, body: Buffer.from(answer.body) }
    },
  } as unknown as HttpClient
  const mask = (value: string): void => void seen.masked.push(value)
  const source = createIdentityTokenSource(ENV, http, mask, async (ms) => void seen.pauses.push(ms))
  return { seen, request: () => source.request('sallyport:1:abc+/=&x') }
}

test('a token is asked for with its audience beside what the URL says, and is masked', async () => {
  const { seen, request } = endpoint(token('a.b.c'))
  expect((await request()).reveal()).toBe('a.b.c')
  const { url, headers } = seen.requests[0]!
  expect([...new URL(url).searchParams]).toEqual([
    ['api-version', '2.0'],
    ['audience', 'sallyport:1:abc+/=&x'],
  ])
  expect(headers).toMatchObject({ authorization: 'Bearer bearer-of-the-job' })
  expect(seen.masked).toEqual(['a.b.c'])
})

test.each([
  ['a failure of the server', failure(503)],
  ['too many requests', failure(429)],
  ['a lost connection', new Error('socket hang up')],
])('%s is tried again with growing pauses', async (_what, answer) => {
  const { seen, request } = endpoint(answer, answer, token('a.b.c'))
  expect((await request()).reveal()).toBe('a.b.c')
  expect(seen.pauses).toEqual([1000, 2000])
})

test('after four attempts it is given up, and each was bounded', async () => {
  const { seen, request } = endpoint(failure(500))
  await expect(request()).rejects.toMatchObject({ code: 'HTTP_FAILED', exitCode: 14 })
  expect(seen.requests).toHaveLength(4)
  expect(seen.requests[0]).toMatchObject({ maxBytes: 65_536, timeoutMs: 10_000 })
})

test.each([401, 403, 404])('a refusal (%d) is final', async (status) => {
  const { seen, request } = endpoint(failure(status), token('a.b.c'))
  await expect(request()).rejects.toThrow(`the token endpoint answered ${status}`)
  expect(seen.requests).toHaveLength(1)
})

test.each<[what: string, answer: Answer]>([
  ['without a token', { status: 200, body: '{}' }],
  ['with an empty one', token('')],
  ['with one of another type', token(7)],
  ['with one beyond all bounds', token('x'.repeat(16_385))],
  ['that is no JSON', { status: 200, body: '<html>' }],
])('an answer %s is no token, and nothing is masked for it', async (_what, answer) => {
  const { seen, request } = endpoint(answer)
  await expect(request()).rejects.toBeInstanceOf(SallyportError)
  expect(seen.masked).toEqual([])
})

test.each(Object.keys(ENV))('a job without %s is told which permission to add', (missing) => {
  const make = () =>
    createIdentityTokenSource(
      { ...ENV, [missing]: '' },
      {} as HttpClient,
      () => {},
      async () => {},
    )
  expect(make).toThrow(
    expect.objectContaining({ code: 'USAGE', help: expect.stringContaining('id-token: write') }),
  )
})
