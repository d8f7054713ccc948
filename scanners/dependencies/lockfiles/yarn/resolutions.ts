/**
 * `resolutions` of a project's `package.json`: what berry asks for instead of what a package does
 * (https://yarnpkg.com/configuration/manifest#resolutions). Its lockfile has what packages ask for under their
 * entries, and what is asked for instead among its keys.
 */
import type { Override } from '../npm/manifest.ts'

export interface Dependent {
  readonly name: string
  /** Of its locator, `npm:1.2.3`. */
  readonly reference: string
}

/** The range that replaces one; `undefined` where none does. */
export type Resolve = (dependent: Dependent, name: string, range: string) => string | undefined

interface Resolution {
  /** The dependent's name and reference, where it is for one. */
  readonly from: readonly [name: string, reference: string | undefined] | undefined
  readonly range: string | undefined
  readonly spec: string
}

/** `name`, `name@range`, `dependent/name`, `dependent@reference/name@range`. */
const PATTERN = /^(?:((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?\/)?((?:@[^/@]+\/)?[^/@]+)(?:@(.+))?$/

const MAX_PATTERN = 500

export function resolver(overrides: readonly Override[]): Resolve {
  const byName = new Map<string, Resolution[]>()
  for (const { pattern, spec } of overrides) {
    const [, from, reference, name, range] =
      (pattern.length <= MAX_PATTERN ? PATTERN.exec(pattern.replace(/^(?:\*{1,2}\/)+/, '')) : null) ?? []
    if (name === undefined) continue
    const resolution = { from: from === undefined ? undefined : ([from, reference] as const), range, spec }
    byName.set(name, [...(byName.get(name) ?? []), resolution])
  }
  return (dependent, name, range) =>
    byName.get(name)?.find((resolution) => applies(resolution, dependent, range))?.spec
}

function applies({ from, range: asked }: Resolution, dependent: Dependent, range: string): boolean {
  if (from && from[0] !== dependent.name) return false
  if (from?.[1] !== undefined && bare(from[1]) !== bare(dependent.reference)) return false
  return asked === undefined || bare(asked) === bare(range)
}

function bare(range: string): string {
  return range.replace(/^npm:/, '')
}
