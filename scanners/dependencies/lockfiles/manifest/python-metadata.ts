/**
 * What an installed Python package says of itself: `*.dist-info/METADATA`, `*.egg-info/PKG-INFO`
 * (https://packaging.python.org/en/latest/specifications/core-metadata/).
 */
import type { LockfileContent, LockfileFormat, LockfileText } from '../../lockfile.ts'
import { ContentBuilder } from '../content-builder.ts'
import { type MetadataField, metadataFields, metadataLicence } from '../python/core-metadata.ts'

export const pythonMetadata: LockfileFormat = {
  id: 'METADATA',
  ecosystems: ['PyPI'],
  wants: () => false,
  parse: parsePythonMetadata,
}

function parsePythonMetadata(file: LockfileText): LockfileContent {
  const builder = new ContentBuilder()
  const fields = metadataFields(file.text)
  const name = firstOf(fields, 'name')
  const version = firstOf(fields, 'version')
  if (!name || !version) builder.problem(1, `it has no ${name ? 'Version' : 'Name'}`)
  else {
    const licence = metadataLicence(fields)
    builder.add({
      ecosystem: 'PyPI',
      name: name.value,
      version: version.value,
      line: name.line,
      ...(licence === undefined ? {} : { licence }),
    })
  }
  return builder.content()
}

function firstOf(fields: readonly MetadataField[], key: string): MetadataField | undefined {
  return fields.find((field) => field.key === key && field.value !== '')
}
