/** Reads a literal lockfile, and says shortly what was read. */
import type { LockfileFormat } from '../../../../scanners/dependencies/lockfile.ts'
import { type LockfileReading, readPackages } from '../../../../scanners/dependencies/packages.ts'

/** `beside` holds other files of the tree by their paths. */
export function readText(
  format: LockfileFormat,
  text: string,
  { path = format.id, beside = {} }: { path?: string; beside?: Record<string, string> } = {},
): Promise<LockfileReading> {
  return readPackages({ path, bytes: Buffer.from(text) }, format, {
    read: async (asked) => {
      const held = Object.hasOwn(beside, asked) ? beside[asked] : undefined
      return held === undefined ? undefined : { path: asked, text: held }
    },
  })
}

/** `name version line-endLine scope direct` of each package. */
export function packagesOf(reading: LockfileReading): string[] {
  return reading.packages.map(({ name, version, line, endLine, scope, direct }) =>
    [name, version, `${line}-${endLine}`, scope, String(direct)].join(' '),
  )
}

/** `a > b`; the project is `.`. */
export function edgesOf(reading: LockfileReading): string[] {
  const nameOf = (index: number) => reading.packages[index]?.name ?? '.'
  return reading.edges.map(([from, to]) => `${nameOf(from)} > ${nameOf(to)}`)
}

/** `line code message` of each problem. */
export function errorsOf(reading: LockfileReading): string[] {
  return reading.errors.map(({ line, code, message }) => `${line} ${code} ${message}`)
}
