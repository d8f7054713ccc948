/**
 * Deno's `deno.json` (https://docs.deno.com/runtime/fundamentals/configuration): the packages of `imports`
 * that name a version. What a range would resolve to is not known: its lowest version stands for it.
 */
import semver from 'semver'
import type { LockfileContent, LockfileFormat, LockfileText } from '../../lockfile.ts'
import { openDocument } from '../content-builder.ts'
import { readJson } from '../document/json.ts'
import { membersOf } from '../document/node.ts'

export const denoJson: LockfileFormat = {
  id: 'deno.json',
  ecosystems: ['npm', ''],
  wants: () => false,
  parse: parseDenoJson,
}

const SPECIFIER = /^(npm|jsr):\/?(@?[^@]+)@([^/]+)/

function parseDenoJson(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readJson(file.text))
  for (const [, { line, value }] of membersOf(root.get('imports'))) {
    const [, registry, name, range] = typeof value === 'string' ? (SPECIFIER.exec(value) ?? []) : []
    if (name === undefined || range === undefined) continue
    if (registry === 'npm')
      builder.add({ ecosystem: 'npm', name, version: lowestOf(range), line, direct: true })
    // JSR has no ecosystem of OSV's.
    else builder.add({ ecosystem: '', name: name.replace(/^@/, ''), version: range, line, direct: true })
  }
  return builder.content()
}

function lowestOf(range: string): string {
  try {
    return range.length > 200 ? range : (semver.minVersion(range)?.version ?? range)
  } catch {
    // A tag, such as `latest`.
    return range
  }
}
