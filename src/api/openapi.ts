/** The OpenAPI 3.1 document, made from the route table: it cannot say anything that the server does not do. */
import * as z from 'zod'
import { PROBLEMS, problemSchema } from './messages/problem.ts'
import { ROUTES, type Route } from './route-table.ts'

const JSON_TYPE = 'application/json'

export function makeOpenApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, route] of Object.entries(ROUTES) as [string, Route][]) {
    paths[route.path] ??= {}
    paths[route.path]![route.method.toLowerCase()] = makeOperation(name, route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sallyport coordinator',
      version: '1',
      description:
        'Requests and replies carry HTTP Message Signatures (RFC 9421, ed25519). Streams (/v1/stream, /v1/relay) are WebSocket upgrades.',
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: {
        messageSignature: {
          type: 'apiKey',
          in: 'header',
          name: 'Signature',
          description: 'RFC 9421, with Signature-Input and Content-Digest',
        },
      },
    },
  }
}

function makeOperation(name: string, route: Route): Record<string, unknown> {
  const isOpen = route.callers.includes('anybody')
  return {
    operationId: name,
    summary: route.summary,
    'x-callers': route.callers,
    'x-max-body-bytes': route.maxBodyBytes,
    security: isOpen ? [] : [{ messageSignature: [] }],
    parameters: parametersOf(route),
    ...(route.request === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { [JSON_TYPE]: { schema: schemaOf(route.request, 'input') } },
          },
        }),
    responses: {
      200: { description: 'Done.', content: { [JSON_TYPE]: { schema: schemaOf(route.reply, 'output') } } },
      default: {
        description: `A refusal: ${[...new Set(Object.values(PROBLEMS))].join(', ')}.`,
        content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function parametersOf({ params }: Route): unknown[] {
  if (!(params instanceof z.ZodObject)) return []
  return Object.entries(params.shape).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json
}
