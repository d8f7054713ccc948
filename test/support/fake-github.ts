/** GitHub's REST API, as far as the action calls it, with permissions that a test can take away. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'

export interface FakeGitHub {
  readonly url: string
  readonly comments: Map<number, { id: number; body: string }>
  readonly sarifs: unknown[]
  readonly deployments: { environment: string; states: string[] }[]
  readonly calls: string[]
  close(): void
}

export interface FakeGitHubOptions {
  readonly mergeBase?: string
  /** What the token may do; anything else is answered 403. */
  readonly permissions: readonly string[]
}

export async function startFakeGitHub(options: FakeGitHubOptions): Promise<FakeGitHub> {
  const state = {
    comments: new Map<number, { id: number; body: string }>(),
    sarifs: [] as unknown[],
    deployments: [] as { environment: string; states: string[] }[],
    calls: [] as string[],
  }
  const server = createServer((request, response) => {
    void respond(options, state, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    ...state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

type State = Pick<FakeGitHub, 'comments' | 'sarifs' | 'deployments' | 'calls'>

async function respond(
  options: FakeGitHubOptions,
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString())
  const route = `${request.method} ${request.url?.split('?')[0]?.replace(/^\/repos\/[^/]+\/[^/]+/, '')}`
  state.calls.push(route)
  const answer = (status: number, value: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  }
  const needs = (permission: string): boolean => {
    if (options.permissions.includes(permission)) return true
    answer(403, { message: 'Resource not accessible by integration' })
    return false
  }
  if (route.startsWith('GET /compare/')) {
    if (!needs('contents: read')) return
    if (options.mergeBase === undefined) answer(404, { message: 'Not Found' })
    else answer(200, { merge_base_commit: { sha: options.mergeBase } })
  } else if (/^GET \/issues\/\d+\/comments$/.test(route)) {
    if (needs('pull-requests: read')) answer(200, [...state.comments.values()])
  } else if (/^POST \/issues\/\d+\/comments$/.test(route)) {
    if (!needs('pull-requests: write')) return
    const comment = { id: state.comments.size + 1, body: body.body as string }
    state.comments.set(comment.id, comment)
    answer(201, comment)
  } else if (route.startsWith('PATCH /issues/comments/')) {
    if (!needs('pull-requests: write')) return
    const id = Number(route.split('/').at(-1))
    state.comments.set(id, { id, body: body.body as string })
    answer(200, { id })
  } else if (route === 'POST /code-scanning/sarifs') {
    if (!needs('security-events: write')) return
    state.sarifs.push(JSON.parse(gunzipSync(Buffer.from(body.sarif, 'base64')).toString()))
    answer(202, { id: 'sarif-1' })
  } else if (route === 'POST /deployments') {
    if (!needs('deployments: write')) return
    state.deployments.push({ environment: body.environment as string, states: [] })
    answer(201, { id: state.deployments.length })
  } else if (/^POST \/deployments\/\d+\/statuses$/.test(route)) {
    if (!needs('deployments: write')) return
    state.deployments[Number(route.split('/')[2]) - 1]?.states.push(body.state as string)
    answer(201, {})
  } else {
    answer(404, { message: 'Not Found' })
  }
}
