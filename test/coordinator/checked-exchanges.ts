/**
 * Every exchange of a test held against docs/openapi.json: the document is what third parties program
 * against, so what crosses the wire must be what it says, requests and replies alike.
 */
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { HttpPort } from '../../src/api/coordinator-client.ts'

interface Operation {
  readonly requestBody?: { readonly content: Content }
  readonly responses: { readonly 200: { readonly content: Content } }
}
type Schema = Parameters<typeof z.fromJSONSchema>[0]
type Content = { readonly 'application/json': { readonly schema: Schema } }
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: { readonly Problem: Schema } }
}

const document: Document = JSON.parse(
  readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'),
)

interface CheckedOperation {
  readonly method: string
  readonly path: RegExp
  readonly request: z.ZodType | undefined
  readonly reply: z.ZodType
}

const problem = z.fromJSONSchema(document.components.schemas.Problem)
const operations: readonly CheckedOperation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { requestBody, responses }]) => ({
    method: method.toUpperCase(),
    path: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
    request: requestBody && z.fromJSONSchema(requestBody.content['application/json'].schema),
    reply: z.fromJSONSchema(responses[200].content['application/json'].schema),
  })),
)

/** @throws where the document does not describe the exchange, or describes another */
export function checkExchange(
  method: string,
  url: string,
  { request, status, reply }: { request: unknown; status: number; reply: unknown },
): void {
  const { pathname } = new URL(url)
  const operation = operations.find((each) => each.method === method && each.path.test(pathname))
  if (!operation) throw new Error(`the OpenAPI document has no ${method} ${pathname}`)
  const check = (what: string, schema: z.ZodType, value: unknown): void => {
    const { error } = schema.safeParse(value)
    if (error) throw new Error(`the ${what} of ${method} ${pathname}: ${z.prettifyError(error)}`)
  }
  // A request that the server refuses may well be one that the document does not describe.
  if (operation.request && status < 400) check('request', operation.request, request)
  check(`reply (${status})`, status < 400 || status === 503 ? operation.reply.or(problem) : problem, reply)
}

export function checkExchanges(http: HttpPort): HttpPort {
  const parse = (bytes: Uint8Array | undefined): unknown =>
    bytes === undefined || bytes.length === 0 ? undefined : JSON.parse(Buffer.from(bytes).toString())
  return {
    async request(request) {
      const response = await http.request(request)
      checkExchange(request.method, request.url, {
        request: parse(request.body),
        status: response.status,
        reply: parse(response.body),
      })
      return response
    },
  }
}
