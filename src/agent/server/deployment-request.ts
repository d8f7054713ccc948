/** `POST /v1/deployments`: an approval and one kind of source, never a command, never bytes. */
import * as z from 'zod'
import { decode } from '../../base/decode.ts'
import { parseStrictJson } from '../../base/json.ts'
import { approvalFileSchema, MAX_APPROVAL_FILE_BYTES } from '../../trust/approval-file.ts'

export const MAX_DEPLOYMENT_REQUEST_BYTES = MAX_APPROVAL_FILE_BYTES + 16 * 1024

export const deploymentSourceSchema = z.discriminatedUnion('kind', [
  /** The calling peer's own mesh address. */
  z.strictObject({
    kind: z.literal('runner'),
    port: z.int().min(1).max(65_535),
    path: z
      .string()
      .max(1000)
      .regex(/^\/[\x21-\x7e]*$/),
  }),
  z.strictObject({ kind: z.literal('https'), url: z.string().min(1).max(2000) }),
  /** The release is on the machine already, or the approval revokes. */
  z.strictObject({ kind: z.literal('none') }),
])

export const deploymentRequestSchema = z.strictObject({
  approval: approvalFileSchema,
  source: deploymentSourceSchema,
})

export type DeploymentSource = z.infer<typeof deploymentSourceSchema>
export type DeploymentCall = z.infer<typeof deploymentRequestSchema>

/** @throws `JSON_INVALID`, `CONFIG_INVALID`, `LIMIT_EXCEEDED` */
export function parseDeploymentRequest(bytes: Uint8Array): DeploymentCall {
  const source = 'the request'
  const json = parseStrictJson(bytes, { source, maxBytes: MAX_DEPLOYMENT_REQUEST_BYTES, maxDepth: 12 })
  return decode(deploymentRequestSchema, json, { source })
}
