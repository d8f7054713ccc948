/** The verdict that an approval rests on: the JSON that `gate --json` printed. */
import { resolve } from 'node:path'
import * as z from 'zod'
import { decode } from '../base/decode.ts'
import { parseStrictJson } from '../base/json.ts'
import { readFileBounded } from '../platform/files.ts'
import { digestText } from '../trust/vocabulary.ts'
import type { Call } from './verb.ts'

const MAX_VERDICT_BYTES = 256 * 1024 * 1024

const verdictSchema = z.looseObject({
  version: z.literal(1),
  verdict: z.enum(['passed', 'failed', 'undecided']),
  policy: z.looseObject({ source: z.string().min(1).max(1000), digest: digestText }),
})

export interface JudgedVerdict {
  readonly path: string
  readonly verdict: 'passed' | 'failed' | 'undecided'
  readonly policySource: string
  readonly policyDigest: string
  readonly bytes: Uint8Array
}

/** @returns `undefined` where none was given. @throws `FILE_UNREADABLE`, `JSON_INVALID`, `CONFIG_INVALID` */
export async function readVerdict({ options, ports }: Call): Promise<JudgedVerdict | undefined> {
  const path = options.verdict
  if (path === undefined) return undefined
  const bytes = await readFileBounded(resolve(ports.cwd, path), MAX_VERDICT_BYTES)
  const { verdict, policy } = decode(
    verdictSchema,
    parseStrictJson(bytes, { source: path, maxBytes: MAX_VERDICT_BYTES }),
    {
      source: path,
    },
  )
  return { path, verdict, policySource: policy.source, policyDigest: policy.digest, bytes }
}
