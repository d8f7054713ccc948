/**
 * What a scanner returned, checked: a scanner is code of ours or a colleague's, and what it returns
 * decides a verdict, so that garbage is a failure and never an empty list.
 */
import * as z from 'zod'
import { messageOf } from '../base/errors.ts'
import { CONFIDENCES, SEVERITIES } from './finding.ts'
import type { ScanOutput } from './scanner.ts'

const relativePath = z
  .string()
  .min(1)
  .refine(
    (path) => !path.startsWith('/') && !path.split('/').includes('..'),
    'a path must be relative to the tree',
  )
const position = z.number().int().min(1)
const texts = z.array(z.string())

const findingSchema = z.object({
  rule: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  severity: z.enum(SEVERITIES),
  confidence: z.enum(CONFIDENCES),
  title: z.string().min(1),
  message: z.string(),
  path: relativePath,
  line: position,
  column: position,
  endLine: position,
  package: z
    .object({
      ecosystem: z.string(),
      name: z.string(),
      version: z.string(),
      direct: z.boolean().nullable(),
      scope: z.enum(['prod', 'dev', 'optional', 'peer', 'test', 'build', 'unknown']),
      paths: z.array(texts),
      fix: z.object({ name: z.string(), version: z.string(), heldBackBy: z.string().optional() }).nullable(),
    })
    .nullable(),
  advisory: z
    .object({
      id: z.string(),
      aliases: texts,
      fixed: texts,
      exploitation: z
        .object({ knownSince: z.string().nullable(), probability: z.number().nullable() })
        .optional(),
    })
    .nullable(),
  identity: texts,
  link: z.string().optional(),
})

const outputSchema = z.object({
  findings: z.array(findingSchema),
  fileErrors: z.array(
    z.object({
      path: relativePath,
      line: position.optional(),
      code: z.string(),
      message: z.string(),
    }),
  ),
  incomplete: z.string().optional(),
  skipped: z.string().optional(),
  advisories: z
    .array(z.object({ source: z.string(), digest: z.string(), asOf: z.string().nullable() }))
    .optional(),
  remedies: texts.optional(),
  controls: z
    .array(
      z.object({
        check: z.string(),
        number: z.int(),
        title: z.string(),
        osps: texts,
        supports: texts,
        answer: z.enum(['pass', 'fail', 'not applicable', 'not determined']),
        reason: z.string(),
      }),
    )
    .optional(),
  facts: z.unknown().optional(),
})

export type CheckedOutput =
  | { readonly kind: 'usable'; readonly output: ScanOutput }
  | { readonly kind: 'garbage'; readonly why: string }

export function checkScanOutput(value: unknown): CheckedOutput {
  try {
    const checked = outputSchema.safeParse(value)
    if (checked.success) return { kind: 'usable', output: value as ScanOutput }
    const issue = checked.error.issues[0]
    return { kind: 'garbage', why: `${issue?.path.map(String).join('.') || 'its result'}: ${issue?.message}` }
  } catch (error) {
    // A getter or a proxy that throws.
    return { kind: 'garbage', why: messageOf(error) }
  }
}
