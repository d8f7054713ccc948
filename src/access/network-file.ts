/** The network that rules are tried on, as a file: `{users, nodes: [{name, ipv4, ipv6, tags, user, routes}]}`. */
import * as z from 'zod'
import { decode } from '../base/decode.ts'
import { parseIp, parsePrefix } from '../base/ip.ts'
import { type Json, parseStrictJson } from '../base/json.ts'
import { Network, type Node } from './network.ts'

const MAX_BYTES = 64 * 1024 * 1024

const workload = z.strictObject({
  forge: z.enum(['github', 'gitlab']).default('github'),
  issuer: z.string().default(''),
  repositoryId: z.string(),
  ownerId: z.string(),
  ref: z.string(),
  environment: z.string(),
  event: z.string(),
  workflow: z.string(),
  runner: z.string(),
})
const nodeSchema = z.object({
  name: z.string().min(1),
  ipv4: z.string().nullish(),
  ipv6: z.string().nullish(),
  tags: z.array(z.string()).default([]),
  user: z.string().nullish(),
  routes: z.array(z.string()).default([]),
  workload: workload.nullish(),
})
const networkSchema = z.object({ users: z.array(z.string()).default([]), nodes: z.array(nodeSchema) })

/** @throws `JSON_INVALID`, `CONFIG_INVALID`, `ENCODING_INVALID` */
export function parseNetwork(input: Uint8Array, source: string): Network {
  const { nodes } = decode(networkSchema, parseStrictJson(input, { source, maxBytes: MAX_BYTES }), { source })
  return new Network(
    nodes.map(
      (node): Node => ({
        name: node.name,
        ipv4: node.ipv4 ? parseIp(node.ipv4) : undefined,
        ipv6: node.ipv6 ? parseIp(node.ipv6) : undefined,
        tags: node.tags,
        user: node.user ?? undefined,
        routes: node.routes.map(parsePrefix),
        workload: node.workload ?? undefined,
      }),
    ),
  )
}

const querySchema = z.tuple([
  z.string(),
  z.string(),
  z.enum(['v4', 'v6']),
  z.enum(['tcp', 'udp', 'icmp', 'sctp']),
  z.int().min(0).max(65_535),
])
export type Query = z.infer<typeof querySchema>

/** `[[src, dst, "v4" | "v6", protocol, port], …]` */
export function parseQueries(input: Uint8Array, source: string): Query[] {
  const document: Json = parseStrictJson(input, { source, maxBytes: MAX_BYTES })
  return decode(z.array(querySchema), document, { source })
}
