/** Sizes as a policy writes them: `512KiB`, `64MiB`. */
const UNITS = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 } as const

/** Bytes of a size that the schema let through. */
export function sizeInBytes(text: string): number {
  const match = /^(\d+)(B|KiB|MiB|GiB)$/.exec(text)
  if (!match) throw new Error(`not a size: ${text}`)
  return Number(match[1]) * UNITS[match[2] as keyof typeof UNITS]
}
