/** What a person typed, read as whole numbers; what is none ends the benchmark before it starts. */

export class UsageError extends Error {}

/** @param name what to call it in the refusal @throws {@link UsageError} */
export function countOf(text: string, name: string): number {
  const count = Number(text)
  if (Number.isSafeInteger(count) && count >= 1) return count
  throw new UsageError(`${name} takes a whole number of at least 1, not ${JSON.stringify(text)}`)
}
