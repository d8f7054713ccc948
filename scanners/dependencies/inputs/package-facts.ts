/**
 * Names that many use, and when versions were published: `popular/<Ecosystem>.json` and
 * `published/<Ecosystem>.json`, each with its source and date.
 */
import * as z from 'zod'
import { type InputFile, invalidInput, parseInput } from './input-file.ts'

const popular = z.object({ source: z.string(), date: z.string(), names: z.array(z.string()) })
const published = z.object({
  source: z.string(),
  date: z.string(),
  /** Name → version → RFC 3339. */
  packages: z.record(z.string(), z.record(z.string(), z.string())),
})

/** @throws `ADVISORIES_INVALID` */
export function readPopularNames(file: InputFile): ReadonlySet<string> {
  return new Set(read(popular, file).names)
}

/** When a version was published, in milliseconds. */
export type PublishDates = (name: string, version: string) => number | undefined

/** @throws `ADVISORIES_INVALID` */
export function readPublishDates(file: InputFile): PublishDates {
  const { packages } = read(published, file)
  return (name, version) => {
    const versions = Object.hasOwn(packages, name) ? packages[name] : undefined
    const date = versions && Object.hasOwn(versions, version) ? Date.parse(versions[version]!) : Number.NaN
    return Number.isNaN(date) ? undefined : date
  }
}

function read<T>(schema: z.ZodType<T>, file: InputFile): T {
  const result = schema.safeParse(parseInput(file))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw invalidInput(file.name, `${issue?.path.join('.') || 'it'}: ${issue?.message}`)
}
