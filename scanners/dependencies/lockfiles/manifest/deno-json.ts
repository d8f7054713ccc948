/**
 * Deno's `deno.json` and `deno.jsonc` (https://docs.deno.com/runtime/fundamentals/configuration): the packages of
 * `imports` that name a version.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../../lockfile.ts'
import { openDocument } from '../content-builder.ts'
import { readJsonWithComments } from '../document/json.ts'
import { membersOf } from '../document/node.ts'
import { packageOfSpecifier } from './deno-specifier.ts'

export const denoJson: LockfileFormat = {
  id: 'deno.json',
  ecosystems: ['npm', ''],
  wants: () => false,
  parse: parseDenoJson,
}

function parseDenoJson(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readJsonWithComments(file.text))
  for (const [, { line, value }] of membersOf(root.get('imports'))) {
    const found = typeof value === 'string' ? packageOfSpecifier(value) : undefined
    if (found) builder.add({ ...found, line, direct: true })
  }
  return builder.content()
}
