/**
 * The few calls of GitHub's REST API that the action makes. Each says which permission it needs; one
 * that is missing is named aloud and fails nothing.
 */
import * as z from 'zod'
import { decode } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { parseStrictJson } from '../base/json.ts'
import type { Secret } from '../base/secret.ts'
import { SECOND } from '../base/time.ts'
import type { HttpClient, HttpResponse } from '../platform/http.ts'

const MAX_ANSWER_BYTES = 8 * 1024 * 1024

export interface GitHubApi {
  /** The best common ancestor. Needs `contents: read`. `undefined` where GitHub knows none. */
  findMergeBase(base: string, head: string): Promise<string | undefined>
  /** Creates the comment that carries `marker`, or replaces it. Needs `pull-requests: write`. */
  upsertComment(pullRequest: number, marker: string, body: string): Promise<void>
  /** Needs `security-events: write`. */
  uploadSarif(commit: string, ref: string, sarif: string): Promise<void>
  /** Needs `deployments: write`. @returns the deployment's id */
  createDeployment(ref: string, environment: string, description: string): Promise<number>
  setDeploymentStatus(id: number, state: DeploymentState, description: string): Promise<void>
}

export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'error'

/** A call that the token may not make; the caller says so and goes on. */
export class PermissionMissing extends Error {
  readonly permission: string

  constructor(permission: string) {
    super(`the token has no permission "${permission}"`)
    this.permission = permission
  }
}

export interface GitHubApiOptions {
  readonly http: HttpClient
  readonly apiUrl: string
  /** `owner/name` */
  readonly repository: string
  readonly token: Secret<string>
}

const compareAnswer = z.object({ merge_base_commit: z.object({ sha: z.string() }) })
const commentsAnswer = z.array(z.object({ id: z.number(), body: z.string().nullish() }))
const idAnswer = z.object({ id: z.number() })

const COMMENTS_PER_PAGE = 100
const MAX_COMMENT_PAGES = 20

export function createGitHubApi(options: GitHubApiOptions): GitHubApi {
  const call = (method: Method, path: string, permission: string, body?: unknown): Promise<HttpResponse> =>
    callApi(options, method, path, permission, body)
  return {
    async findMergeBase(base, head) {
      const response = await call('GET', `/compare/${base}...${head}?per_page=1`, 'contents: read')
      return response.status === 404 ? undefined : read(compareAnswer, response).merge_base_commit.sha
    },
    async upsertComment(pullRequest, marker, body) {
      const id = await findComment(call, pullRequest, marker)
      const permission = 'pull-requests: write'
      if (id === undefined) await call('POST', `/issues/${pullRequest}/comments`, permission, { body })
      else await call('PATCH', `/issues/comments/${id}`, permission, { body })
    },
    async uploadSarif(commit, ref, sarif) {
      const { gzipSync } = await import('node:zlib')
      const body = {
        commit_sha: commit,
        ref,
        sarif: gzipSync(sarif).toString('base64'),
        tool_name: 'sallyport',
      }
      await call('POST', '/code-scanning/sarifs', 'security-events: write', body)
    },
    async createDeployment(ref, environment, description) {
      const body = { ref, environment, description, auto_merge: false, required_contexts: [] }
      return read(idAnswer, await call('POST', '/deployments', 'deployments: write', body)).id
    },
    async setDeploymentStatus(id, state, description) {
      await call('POST', `/deployments/${id}/statuses`, 'deployments: write', {
        state,
        description: description.slice(0, 140),
      })
    },
  }
}

type Method = 'GET' | 'POST' | 'PATCH'
type ApiCall = (method: Method, path: string, permission: string, body?: unknown) => Promise<HttpResponse>

async function findComment(call: ApiCall, pullRequest: number, marker: string): Promise<number | undefined> {
  for (let page = 1; page <= MAX_COMMENT_PAGES; page++) {
    const path = `/issues/${pullRequest}/comments?per_page=${COMMENTS_PER_PAGE}&page=${page}`
    const comments = read(commentsAnswer, await call('GET', path, 'pull-requests: read'))
    const found = comments.find((comment) => comment.body?.startsWith(marker))
    if (found) return found.id
    if (comments.length < COMMENTS_PER_PAGE) return undefined
  }
  return undefined
}

async function callApi(
  options: GitHubApiOptions,
  method: Method,
  path: string,
  permission: string,
  body: unknown,
): Promise<HttpResponse> {
  const response = await options.http.request({
    method,
    url: `${options.apiUrl}/repos/${options.repository}${path}`,
    headers: {
      authorization: `Bearer ${options.token.reveal()}`,
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': 'sallyport',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: Buffer.from(JSON.stringify(body)) }),
    maxBytes: MAX_ANSWER_BYTES,
    timeoutMs: 20 * SECOND,
  })
  if (response.status === 401 || response.status === 403) throw new PermissionMissing(permission)
  if (response.status >= 400 && !(method === 'GET' && response.status === 404)) {
    throw new SallyportError('HTTP_FAILED', {
      message: `${method} ${path.split('?')[0]}: GitHub answered ${response.status}`,
    })
  }
  return response
}

function read<T>(schema: z.ZodType<T>, response: HttpResponse): T {
  const source = "GitHub's answer"
  const value = parseStrictJson(response.body, { source, maxBytes: MAX_ANSWER_BYTES, maxDepth: 100 })
  return decode(schema, value, { source, code: 'HTTP_FAILED' })
}
