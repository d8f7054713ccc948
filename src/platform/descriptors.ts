/**
 * Descriptors that this process itself was given by whoever started it, and that a child would inherit.
 * Node opens its own so that they close on exec; those of others it leaves alone. A child gets
 * /dev/null in their place (Linux; elsewhere none are found).
 */
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'

type Stdio = ('ignore' | 'pipe' | number)[]

const CLOSE_ON_EXEC = 0o2000000
const FD_FOLDER = '/proc/self/fdinfo'

/** Calls `spawn` with a list in which nothing is inherited but what `own` says of 0, 1 and 2. */
export function withSealedStdio<T>(own: Stdio, spawn: (stdio: Stdio) => T): T {
  const inherited = findInherited()
  if (inherited.length === 0) return spawn(own)
  const nothing = openSync('/dev/null', 'r+')
  try {
    const stdio: Stdio = [...own]
    for (const descriptor of inherited) {
      while (stdio.length < descriptor) stdio.push('ignore')
      stdio[descriptor] = nothing
    }
    return spawn(stdio)
  } finally {
    closeSync(nothing)
  }
}

function findInherited(): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync(FD_FOLDER)
    .map(Number)
    .filter((descriptor) => descriptor > 2 && survivesExec(descriptor))
    .sort((a, b) => a - b)
}

function survivesExec(descriptor: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`${FD_FOLDER}/${descriptor}`, 'latin1'))?.[1]
    return flags !== undefined && (Number.parseInt(flags, 8) & CLOSE_ON_EXEC) === 0
  } catch {
    // It was the descriptor of the listing itself.
    return false
  }
}
