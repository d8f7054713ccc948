/**
 * Paket's manifest `paket.dependencies` (https://fsprojects.github.io/Paket/dependencies-file.html), read
 * only when it is named: what is used stands in `paket.lock`. A version counts where it is pinned.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { eachLine } from '../text/each-line.ts'
import { ContentBuilder } from './content-builder.ts'

export const paketDependencies: LockfileFormat = {
  id: 'paket.dependencies',
  ecosystems: ['NuGet'],
  wants: () => false,
  parse: parsePaketDependencies,
}

function parsePaketDependencies(file: LockfileText): LockfileContent {
  const builder = new ContentBuilder()
  for (const { text, number: line } of eachLine(file.text)) {
    const [, name, rest] = /^\s*(?:nuget|clitool)\s+([^\s:]+)\s*(.*)$/.exec(text) ?? []
    if (name === undefined) continue
    const [, version] = /^(?:==?\s*)?(\d[^\s,]*)(?:\s|$)/.exec(rest ?? '') ?? []
    const position = builder.add({
      ecosystem: 'NuGet',
      name,
      version: version ?? '',
      scope: 'prod',
      direct: true,
      line,
    })
    builder.connectRoot(position)
  }
  return builder.content()
}
