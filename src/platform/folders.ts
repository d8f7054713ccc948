/** What a path leads to, for who needs to know no more: without what reading and writing files brings along. */
import { statSync } from 'node:fs'

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    // Whatever keeps us from looking (absent, no permission), it is no folder that we can use.
    return false
  }
}
