/**
 * The HTTP application, made from the route table: for each request route, rate, bounded body, caller,
 * schema, handler, signed reply; in this order. What is not in the table is refused.
 */
import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { keyText } from '../../api/messages/vocabulary.ts'
import { PAGES, type Page, type PageName } from '../../api/page-table.ts'
import { RECOVERY_ROUTES } from '../../api/recovery-routes.ts'
import { ROUTES, type Route, type RouteName } from '../../api/route-table.ts'
import { decode } from '../../base/decode.ts'
import { parseStrictJson } from '../../base/json.ts'
import { SECOND } from '../../base/time.ts'
import type { CoordinatorContext } from '../context.ts'
import { findAttemptKey } from '../logins/login-attempt.ts'
import { refuseWhileRecovering } from '../recovery/recovery.ts'
import { RequestRefusal } from '../request-refusal.ts'
import { identifyCaller } from './authentication.ts'
import { HANDLERS } from './handlers.ts'
import { serveLogFile } from './log-files.ts'
import { servePage } from './login-pages.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import { type ReceivedRequest, readBody, signatureHeaders } from './received-request.ts'
import { makeProblem, makeReply } from './reply.ts'

export interface ApplicationOptions {
  readonly context: CoordinatorContext
  /** `https://coordinator.example:8443`, where a proxy makes it another than what reaches us. */
  readonly publicUrl?: string
  readonly isTls: boolean
  /** Folder of the log's static files. */
  readonly logFolder: string
}

/** What the node server tells the application of each request. */
export interface Bindings {
  readonly incoming: { readonly socket: { readonly remoteAddress?: string | undefined } }
}

type HttpContext = Context<{ Bindings: Bindings }>

/** Per source address, for everything; a key has its own allowance after that. */
const RATE = { burst: 240, perSecond: 60, maxSources: 10_000 }

export function createApplication(options: ApplicationOptions): Hono<{ Bindings: Bindings }> {
  const application = new Hono<{ Bindings: Bindings }>()
  const rate = createRateLimit(RATE)
  for (const [name, route] of Object.entries(ROUTES) as [RouteName, Route][]) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1')
    application.on(route.method, [path], async (http) => {
      const { requests, clock } = options.context
      const begun = clock.monotonic()
      const response = await answer(options, rate, http, name, route)
      requests.count(name, response.status, (clock.monotonic() - begun) / SECOND)
      return response
    })
  }
  const { store, log } = options.context
  const follow = store.replicas ? () => log.follow() : undefined
  for (const [name, page] of Object.entries(PAGES) as [PageName, Page][]) {
    application.on(page.method, [page.path.replace(/\{(\w+)\}/g, ':$1')], (http) =>
      limited(options, rate, http, async () => {
        await refuseWhileRecovering(options.context.recovery)
        return servePage(options.context, name, http.req.raw, http.req.param('id') ?? '')
      }),
    )
  }
  application.get('/log/*', (http) =>
    limited(options, rate, http, async () => {
      // Nobody is shown a log that is shorter than what was seen.
      await refuseWhileRecovering(options.context.recovery)
      return serveLogFile(options.logFolder, http.req.path, follow)
    }),
  )
  application.notFound((http) =>
    limited(options, rate, http, async () => {
      throw new RequestRefusal('not-found', { message: `there is no ${http.req.method} ${http.req.path}` })
    }),
  )
  return application
}

/** The URL that the client addressed. Forwarded headers are not looked at: the operator says `publicUrl`. */
export function targetUriOf(
  { publicUrl, isTls }: Pick<ApplicationOptions, 'publicUrl' | 'isTls'>,
  host: string,
  pathAndQuery: string,
): string {
  return `${publicUrl ?? `${isTls ? 'https' : 'http'}://${host}`}${pathAndQuery}`
}

async function answer(
  options: ApplicationOptions,
  rate: RateLimit,
  http: HttpContext,
  name: RouteName,
  route: Route,
): Promise<Response> {
  return limited(options, rate, http, async () => {
    const { context } = options
    if (!RECOVERY_ROUTES.has(name)) await refuseWhileRecovering(context.recovery)
    const request = await receive(options, http, route)
    const caller = await identifyCaller(context, request, route.callers, () => claimedKey(context, request))
    const params = route.params ? decode(route.params, request.params, refused('the path')) : undefined
    const body = route.request ? decode(route.request, parseBody(request), refused('the body')) : undefined
    const value = await HANDLERS[name](context, { params, body, caller } as never)
    const status = name === 'ready' && (value as { status: string }).status !== 'ready' ? 503 : 200
    return makeReply(context, status, value, request.headers.signature)
  })
}

async function limited(
  { context }: ApplicationOptions,
  rate: RateLimit,
  http: HttpContext,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    const source = http.env.incoming.socket.remoteAddress ?? ''
    if (!rate.take(source, context.clock.monotonic())) {
      throw new RequestRefusal('too-many', { message: 'too many requests from this address' })
    }
    return await work()
  } catch (thrown) {
    const { status, problem } = makeProblem(context, thrown)
    context.diagnostics.log('debug', 'request refused', { path: http.req.path, kind: problem.kind })
    return makeReply(context, status, { problem }, http.req.header('signature'))
  }
}

async function receive(
  options: ApplicationOptions,
  http: HttpContext,
  route: Route,
): Promise<ReceivedRequest> {
  const url = new URL(http.req.url)
  return {
    method: http.req.method,
    targetUri: targetUriOf(options, http.req.header('host') ?? '', `${url.pathname}${url.search}`),
    headers: signatureHeaders(http.req.raw.headers),
    body: await readBody(http.req.raw, route.maxBodyBytes),
    params: http.req.param(),
  }
}

const claim = z.looseObject({ machineKey: keyText.optional(), sessionKey: keyText.optional() })

/** The key that a `holder` names: in the body, or by the submission or login that the path names. */
async function claimedKey(
  context: CoordinatorContext,
  request: ReceivedRequest,
): Promise<string | undefined> {
  const { id } = request.params
  if (id?.startsWith('l-')) return context.store.read((tx) => findAttemptKey(tx, id))
  if (id !== undefined) {
    const submission = await context.store.read((tx) => tx.submissions.find(id))
    return submission?.machineKey
  }
  const claimed = claim.safeParse(parseBody(request))
  return claimed.success ? (claimed.data.machineKey ?? claimed.data.sessionKey) : undefined
}

function parseBody({ body }: ReceivedRequest): unknown {
  return parseStrictJson(body, { source: 'the body', maxBytes: body.length, maxDepth: 8 })
}

function refused(source: string) {
  return { source } as const
}
