/** What runs on a machine after a roll-back, in the words of whoever tells it: the agent, or who asked for the deployment. */

/** @param to hexadecimal digest of the release before; none before the first */
export function afterRollback({
  to,
  restored,
  quarantined,
}: {
  readonly to?: string | undefined
  readonly restored: boolean
  readonly quarantined: boolean
}): string {
  return `${whatRuns(to, restored)}${quarantined ? '; the digest is quarantined' : ''}`
}

function whatRuns(to: string | undefined, restored: boolean): string {
  if (to === undefined)
    return restored
      ? 'there was no release before, so none runs'
      : 'there is NO other release to go back to: look at that machine'
  if (restored) return `sha256:${to} runs again`
  return `the release before, sha256:${to}, does NOT answer: look at that machine`
}
