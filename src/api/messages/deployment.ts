/** What crosses the mesh between a runner and an agent: the nudge's answer, the live log, how it ended. */
import * as z from 'zod'

const text = z.string().max(64 * 1024)

export const deploymentAccepted = z.looseObject({
  deployment: z.string().regex(/^[a-z0-9-]{1,64}$/),
  log: z.string().regex(/^\/v1\/deployments\/[a-z0-9-]{1,64}\/log$/),
  receipt: z.string().regex(/^\/v1\/deployments\/[a-z0-9-]{1,64}\/receipt$/),
})

export const deploymentRefused = z.looseObject({ error: text, message: text, help: text.nullish() })

const failure = z.looseObject({ code: z.string().max(100), message: text })

export const deploymentOutcome = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('committed') }),
  z.looseObject({ kind: z.literal('already-running') }),
  z.looseObject({ kind: z.literal('revoked') }),
  z.looseObject({ kind: z.literal('refused'), failure }),
  z.looseObject({
    kind: z.literal('rolled-back'),
    failure,
    to: z.string().optional(),
    restored: z.boolean(),
    quarantined: z.boolean(),
  }),
])
export type DeploymentOutcome = z.infer<typeof deploymentOutcome>

/** One line of the live log (NDJSON). What a hook or a service printed is a stranger's words. */
export const deploymentLogLine = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('state'), state: z.string().max(100) }),
  z.looseObject({ kind: z.literal('note'), text }),
  z.looseObject({ kind: z.literal('output'), from: z.string().max(100), text }),
  z.looseObject({ kind: z.literal('outcome'), outcome: deploymentOutcome }),
])
export type DeploymentLogLine = z.infer<typeof deploymentLogLine>
