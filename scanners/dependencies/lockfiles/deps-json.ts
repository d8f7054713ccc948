/**
 * What a published .NET application runs with, `<application>.deps.json`
 * (https://github.com/dotnet/sdk, documentation/specs/runtime-configuration-file.md). The application and
 * its projects are libraries of the type `project`; what they depend on is direct.
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../lockfile.ts'
import { lockfileError } from '../lockfile-error.ts'
import { openDocument } from './content-builder.ts'
import { readJson } from './document/json.ts'
import { addLibraries } from './nuget/libraries.ts'

export const depsJson: LockfileFormat = {
  id: 'deps.json',
  ecosystems: ['NuGet'],
  wants: (path) => /[^/]\.deps\.json$/i.test(path),
  parse: parseDepsJson,
}

function parseDepsJson(file: LockfileText): LockfileContent {
  const { root, builder } = openDocument(file, readJson(file.text))
  if (!(root.get('libraries')?.value instanceof Map)) {
    throw lockfileError(file.path, 1, 'it has no object "libraries"')
  }
  addLibraries(builder, root, 'prod')
  builder.markDirect()
  return builder.content()
}
