/**
 * Stack's `stack.yaml.lock` (https://docs.haskellstack.org/en/stable/topics/lock_files/): the packages that
 * the project adds to its snapshot, completed. What the snapshot itself holds is not in the file.
 */
import type { LockfileContent, LockfileFormat, LockfileText, PackageSource } from '../lockfile.ts'
import { type ContentBuilder, openDocument, quote } from './content-builder.ts'
import { type DocumentNode, elementsOf, isWhole, memberOf, textOf } from './document/node.ts'
import { readYaml } from './document/yaml.ts'

export const stackLock: LockfileFormat = {
  id: 'stack.yaml.lock',
  ecosystems: ['Hackage'],
  wants: (path) => /(?:^|\/)stack(?:[^/]*)\.ya?ml\.lock$/.test(path),
  parse: parseStackLock,
}

async function parseStackLock(file: LockfileText): Promise<LockfileContent> {
  const { root, builder } = openDocument(file, await readYaml(file.text))
  const packages = root.get('packages')
  if (packages && packages.value !== null && !Array.isArray(packages.value)) {
    builder.problem(packages.line, '"packages" is not a list')
  }
  for (const entry of elementsOf(packages)) {
    if (isWhole(entry)) addEntry(builder, entry)
  }
  return builder.content()
}

function addEntry(builder: ContentBuilder, entry: DocumentNode): void {
  const { line, endLine } = entry
  const completed = memberOf(entry, 'completed')
  const hackage = textOf(completed, 'hackage')
  const named =
    hackage === undefined
      ? { name: textOf(completed, 'name') ?? '', version: textOf(completed, 'version') ?? '' }
      : parseHackage(hackage)
  if (!named || named.name === '') {
    builder.problem(line, `${quote(hackage ?? '')} is no package`)
    return
  }
  const source =
    hackage === undefined ? { source: sourceOf(completed) } : { integrity: hackage.includes('@sha256:') }
  builder.add({ ecosystem: 'Hackage', ...named, ...source, scope: 'prod', direct: true, line, endLine })
  builder.connectRoot(builder.packages.length - 1)
}

/** `name-version`, then `@sha256:…,size`, `@rev:…` or nothing. The name itself may have hyphens. */
function parseHackage(text: string): { name: string; version: string } | undefined {
  const [, name, version] = /^([A-Za-z0-9-]+)-([0-9]+(?:\.[0-9]+)*)(?:@|$)/.exec(text) ?? []
  return name === undefined || version === undefined ? undefined : { name, version }
}

function sourceOf(completed: DocumentNode | undefined): PackageSource {
  const git = textOf(completed, 'git') ?? textOf(completed, 'hg')
  if (git !== undefined) return { kind: 'git', url: git, commit: textOf(completed, 'commit') ?? null }
  const url = textOf(completed, 'url') ?? textOf(completed, 'archive') ?? ''
  return { kind: 'url', url }
}
