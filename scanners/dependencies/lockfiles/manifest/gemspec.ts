/** `*.gemspec`: which gem a folder holds. */
import type { LockfileContent, LockfileFormat, LockfileText, Siblings } from '../../lockfile.ts'
import { ContentBuilder, quote } from '../content-builder.ts'
import { constantOf, readGemSpecification, requiredFiles } from '../ruby/gem-specification.ts'

export const gemspec: LockfileFormat = {
  id: 'gemspec',
  ecosystems: ['RubyGems'],
  wants: () => false,
  wantsBeside: (path) => path.endsWith('.rb'),
  parse: parseGemspec,
}

async function parseGemspec(file: LockfileText, siblings: Siblings): Promise<LockfileContent> {
  const builder = new ContentBuilder()
  const found = readGemSpecification(file.text)
  if (!found) {
    builder.problem(1, 'it specifies no gem')
    return builder.content()
  }
  const { name, line, licences, versionConstant } = found
  const version = found.version || (await resolveConstant(file, versionConstant, siblings)) || ''
  if (version === '') {
    const message = `the version of ${quote(name)} is put together when the file is run`
    builder.problem(line, message, 'LOCKFILE_UNRESOLVED')
  } else {
    const licence = licences.length === 0 ? {} : { licence: licences.join(' OR ') }
    builder.add({ ecosystem: 'RubyGems', name, version, line, ...licence })
  }
  return builder.content()
}

async function resolveConstant(
  file: LockfileText,
  constant: string | undefined,
  siblings: Siblings,
): Promise<string | undefined> {
  if (constant === undefined) return undefined
  const own = constantOf(file.text, constant)
  if (own !== undefined) return own
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
  for (const path of requiredFiles(file.text)) {
    // What is required without a folder may as well lie in `lib`.
    for (const place of [path, `lib/${path}`]) {
      const text = (await siblings.read(`${folder}${place}`))?.text
      const value = text === undefined ? undefined : constantOf(text, constant)
      if (value !== undefined) return value
    }
  }
  return undefined
}
