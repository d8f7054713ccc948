/** How far a download is, on one line of a terminal that is gone when it ends; nothing where nobody looks. */
import type { Ports } from './verb.ts'

type Received = (received: number, total: number | null) => void

const MS_BETWEEN = 250
const CLEAR_LINE = '\r\u001b[2K'

/** @param label what is fetched */
export async function withProgress<T>(
  label: string,
  { isTerminal, stderr, clock }: Pick<Ports, 'isTerminal' | 'stderr' | 'clock'>,
  fetch: (onReceived: Received) => Promise<T>,
): Promise<T> {
  if (!isTerminal) return await fetch(() => {})
  stderr(`${label}: asking …`)
  let told = clock.monotonic()
  try {
    return await fetch((received, total) => {
      const now = clock.monotonic()
      if (now - told < MS_BETWEEN) return
      told = now
      stderr(`${CLEAR_LINE}${label}: ${progressText(received, total)}`)
    })
  } finally {
    stderr(CLEAR_LINE)
  }
}

/** `12.3 of 40.0 MiB (31 %)`, `12.3 MiB` */
export function progressText(received: number, total: number | null): string {
  const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1)
  if (total === null || total < received || total === 0) return `${mebibytes(received)} MiB`
  return `${mebibytes(received)} of ${mebibytes(total)} MiB (${Math.floor((received / total) * 100)} %)`
}
