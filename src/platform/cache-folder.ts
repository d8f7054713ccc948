import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** Where caches live: `SALLYPORT_CACHE`, else `XDG_CACHE_HOME`, else `~/.cache`, each with `sallyport` below. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  const own = env['SALLYPORT_CACHE']
  if (own !== undefined && isAbsolute(own)) return own
  const xdg = env['XDG_CACHE_HOME']
  // The XDG specification: a relative path is ignored.
  return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'sallyport')
}
