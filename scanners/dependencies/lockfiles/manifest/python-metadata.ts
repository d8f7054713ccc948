/**
 * What a Python package says of itself: `*.dist-info/METADATA`, `*.egg-info/PKG-INFO`, or the same within a wheel or
 * an egg, which are ZIP archives (https://packaging.python.org/en/latest/specifications/core-metadata/).
 */
import { SallyportError } from '../../../../src/base/errors.ts'
import { readArchive } from '../../advisories/archive.ts'
import type { LockfileContent, LockfileFormat, LockfileText } from '../../lockfile.ts'
import { lockfileError } from '../../lockfile-error.ts'
import { decodeLockfile } from '../../text/decode.ts'
import { ContentBuilder } from '../content-builder.ts'
import { type MetadataField, metadataFields, metadataLicence } from '../python/core-metadata.ts'

export const pythonMetadata: LockfileFormat = {
  id: 'METADATA',
  ecosystems: ['PyPI'],
  wants: () => false,
  parse: parsePythonMetadata,
  parseBytes: (path, bytes) =>
    parsePythonMetadata({ path, text: isArchive(bytes) ? ofArchive(path, bytes) : decodeLockfile(bytes) }),
}

const LIMITS = { maxEntries: 100_000, maxEntryBytes: 64 * 1024 * 1024, maxTotalBytes: 2 ** 30 }
const METADATA = /^(?:[^/]+\.dist-info\/METADATA|EGG-INFO\/PKG-INFO)$/

/** By the signature of its first entry. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

function ofArchive(path: string, bytes: Uint8Array): string {
  try {
    for (const entry of readArchive(bytes, LIMITS)) {
      if (METADATA.test(entry.name)) return decodeLockfile(entry.read())
    }
  } catch (error) {
    if (!(error instanceof SallyportError)) throw error
    throw lockfileError(path, 1, error.message, error)
  }
  throw lockfileError(path, 1, 'the archive is neither a wheel nor an egg: it has no metadata')
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
