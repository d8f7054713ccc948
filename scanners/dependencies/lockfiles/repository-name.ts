/** A repository's address as OSV names Swift packages: host and path, without scheme, user, port and `.git`. */
export function repositoryName(address: string): string {
  const withoutEnd = withoutSlashes(address.trim()).replace(/\.git$/, '')
  const [, afterScheme] = /^[a-z][a-z0-9+.-]*:\/\/(.*)$/i.exec(withoutEnd) ?? []
  if (afterScheme !== undefined) return withoutUserAndPort(afterScheme)
  // git's short form: `git@host:owner/name`.
  const [, host, path] = /^(?:[^@/:]+@)([^/:]+):(.+)$/.exec(withoutEnd) ?? []
  return host === undefined ? withoutEnd : `${host}/${path?.replace(/^\/+/, '')}`
}

function withoutUserAndPort(address: string): string {
  const slash = address.indexOf('/')
  const authority = slash === -1 ? address : address.slice(0, slash)
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d+$/, '')
  return host + (slash === -1 ? '' : address.slice(slash))
}

function withoutSlashes(address: string): string {
  let end = address.length
  while (address[end - 1] === '/') end--
  return address.slice(0, end)
}
