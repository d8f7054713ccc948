/**
 * What SPDX 2.3 (https://spdx.github.io/spdx-spec/v2.3) wants of the fields that we write, as a schema of our own: its
 * rules, of which the published schema has only the names and types, stand in the clauses of the specification.
 */
import type { Schema } from './json-schema.ts'

const text = { type: 'string', minLength: 1 }
/** Clause 7.2: letters, digits, dots and hyphens. */
const element = { type: 'string', pattern: '^SPDXRef-[A-Za-z0-9.-]+$' }

function closed(required: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  }
}

/** Clause 7.21. */
const externalRef = closed({
  referenceCategory: { enum: ['OTHER', 'PERSISTENT-ID', 'SECURITY', 'PACKAGE-MANAGER'] },
  referenceType: { type: 'string', pattern: '^[a-zA-Z0-9.-]+$' },
  // No spaces.
  referenceLocator: { type: 'string', pattern: '^[^\\s]+$' },
})

/** Clause 7. */
const packageSchema = closed(
  {
    SPDXID: element,
    name: text,
    // Clause 7.7: an URL, or a version control's tool and its URL.
    downloadLocation: {
      type: 'string',
      pattern: '^(?:NONE|NOASSERTION|(?:(?:git|hg|svn|bzr)\\+)?[a-z][a-z0-9.+-]*://[^\\s]+)$',
    },
  },
  {
    versionInfo: text,
    filesAnalyzed: { const: false },
    sourceInfo: text,
    licenseConcluded: text,
    licenseDeclared: text,
    licenseComments: text,
    copyrightText: text,
    primaryPackagePurpose: {
      enum: [
        'APPLICATION',
        'FRAMEWORK',
        'LIBRARY',
        'CONTAINER',
        'SOURCE',
        'ARCHIVE',
        'FILE',
        'INSTALL',
        'OTHER',
      ],
    },
    externalRefs: { type: 'array', items: externalRef },
  },
)

/** Clause 11.1, as far as packages go. */
const relationship = closed({
  spdxElementId: element,
  relationshipType: { enum: ['DESCRIBES', 'DEPENDS_ON', 'DEV_DEPENDENCY_OF', 'CONTAINS', 'OTHER'] },
  relatedSpdxElement: element,
})

/** Clause 6. */
export const SPDX_2_3: Schema = closed(
  {
    spdxVersion: { const: 'SPDX-2.3' },
    dataLicense: { const: 'CC0-1.0' },
    SPDXID: { const: 'SPDXRef-DOCUMENT' },
    name: text,
    // An absolute URI without a fragment.
    documentNamespace: { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:[^\\s#]+$' },
    creationInfo: closed({
      created: {
        type: 'string',
        pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$',
        format: 'date-time',
      },
      creators: {
        type: 'array',
        minItems: 1,
        items: { type: 'string', pattern: '^(?:Tool: [^\\s]+-[^\\s]+|Person: .+|Organization: .+)$' },
      },
    }),
  },
  {
    comment: text,
    packages: { type: 'array', items: packageSchema },
    relationships: { type: 'array', items: relationship },
  },
)
