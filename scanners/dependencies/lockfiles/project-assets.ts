/**
 * What NuGet restored for a project, `obj/project.assets.json`
 * (https://github.com/NuGet/Home, "lock file" in its wiki). `projectFileDependencyGroups` names per
 * framework what the project asks for.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { type ContentBuilder, openDocument } from './content-builder.ts'
import { readJson } from './document/json.ts'
import { type DocumentMap, membersOf, textsOf } from './document/node.ts'
import { addLibraries } from './nuget/libraries.ts'

export const projectAssets: LockfileFormat = {
  id: 'project.assets.json',
  ecosystems: ['NuGet'],
  wants: (path) => /(?:^|\/)project\.assets\.json$/i.test(path),
  parse: parseProjectAssets,
}

function parseProjectAssets(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readJson(file.text))
  if (!(root.get('libraries')?.value instanceof Map)) {
    throw lockfileError(file.path, 1, 'it has no object "libraries"')
  }
  const { byKey } = addLibraries(builder, root, 'prod')
  for (const [framework, group] of membersOf(root.get('projectFileDependencyGroups'))) {
    const asked = new Set(textsOf(group).map((text) => text.split(' ', 1)[0]!.toLowerCase()))
    connectAsked(builder, root, byKey, framework, asked)
  }
  builder.markDirect()
  return builder.content()
}

/** `Name >= 1.0.0` of a framework is the library of that name in the framework's targets. */
function connectAsked(
  builder: ContentBuilder,
  root: DocumentMap,
  byKey: ReadonlyMap<string, number>,
  framework: string,
  asked: ReadonlySet<string>,
): void {
  for (const [name, target] of membersOf(root.get('targets'))) {
    // A target for a runtime is `framework/runtime`. An empty group name is for all.
    if (framework !== '' && name !== framework && !name.startsWith(`${framework}/`)) continue
    for (const [key] of membersOf(target)) {
      if (!asked.has(key.slice(0, key.lastIndexOf('/')).toLowerCase())) continue
      builder.connectRoot(byKey.get(key.toLowerCase()))
    }
  }
}
