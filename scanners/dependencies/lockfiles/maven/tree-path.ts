/** The path that `relative` means, seen from a file of the tree; `undefined` where it leads out of the tree. */
export function resolvePath(from: string, relative: string): string | undefined {
  if (relative.startsWith('/') || relative.includes('\\') || relative.includes('\0')) return undefined
  const parts = from.split('/').slice(0, -1)
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}
