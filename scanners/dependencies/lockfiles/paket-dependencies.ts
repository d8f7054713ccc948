/**
 * Paket's manifest `paket.dependencies` (https://fsprojects.github.io/Paket/dependencies-file.html), read
 * only when it is named: what is used stands in `paket.lock`. The version told is the one that a requirement
 * names, where that satisfies it.
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

const NUGET = /^\s*(?:nuget|clitool)\s+([^\s:]+)\s*(.*)$/
/** `github owner/name:ref path`; the reference is a tag, a branch or a commit. */
const GITHUB = /^\s*github\s+([^\s:/]+\/[^\s:]+)(?::([^\s/]+))?(?:\s|\/\/|$)/

function parsePaketDependencies(file: LockfileText): LockfileContent {
  const builder = new ContentBuilder()
  for (const { text, number: line } of eachLine(file.text)) {
    const found = nugetPackage(text) ?? githubPackage(text)
    if (found) builder.connectRoot(builder.add({ ...found, scope: 'prod', direct: true, line }))
  }
  return builder.content()
}

function nugetPackage(text: string) {
  const [, name, rest = ''] = NUGET.exec(text) ?? []
  if (name === undefined) return undefined
  const [, version = ''] = /^(?:(?:==?|>=|~>)\s*)?(\d[^\s,]*)(?:\s|$)/.exec(rest) ?? []
  return { ecosystem: 'NuGet', name, version }
}

/** No ecosystem that advisories know, as in `paket.lock`. */
function githubPackage(text: string) {
  const [, name, reference = ''] = GITHUB.exec(text) ?? []
  if (name === undefined) return undefined
  const commit = /^[0-9a-f]{40}$/.test(reference) ? reference : null
  const version = commit === null ? reference : ''
  return { ecosystem: '', name, version, source: { kind: 'git', url: name, commit } as const }
}
