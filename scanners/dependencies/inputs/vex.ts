/**
 * Statements that a vulnerability does not affect a package here: OpenVEX 0.2 and CycloneDX VEX. Only
 * what names a package, a vulnerability and a reason counts; of several the newest.
 */
import { parsePurl } from '../purl.ts'
import { type InputFile, invalidInput, parseInput } from './input-file.ts'

export interface VexStatement {
  readonly source: string
  /** Ids of the vulnerability. */
  readonly ids: readonly string[]
  readonly products: readonly { readonly key: string; readonly version: string }[]
  readonly status: 'not-affected' | 'fixed' | 'affected' | 'under-investigation'
  readonly reason: string
  /** Milliseconds; of a statement without a date the document's. */
  readonly time: number
}

/** In the order in which they count: the newest last. @throws `ADVISORIES_INVALID` */
export function readVex(files: readonly InputFile[]): VexStatement[] {
  return files.flatMap(readDocument).sort((a, b) => a.time - b.time)
}

/** The statement that stands for a package and a vulnerability; `undefined` where none clears it. */
export function findClearance(
  statements: readonly VexStatement[],
  purl: string,
  ids: readonly string[],
): VexStatement | undefined {
  const wanted = parsePurl(purl)
  if (!wanted) return undefined
  const last = statements.findLast(
    (statement) =>
      statement.ids.some((id) => ids.includes(id)) &&
      statement.products.some(
        ({ key, version }) => key === wanted.key && (version === '' || version === wanted.version),
      ),
  )
  if (last?.status !== 'not-affected' && last?.status !== 'fixed') return undefined
  // The specifications want a reason; without one nobody can check the claim.
  return last.reason === '' ? undefined : last
}

type Fields = Readonly<Record<string, unknown>>

function readDocument(file: InputFile): VexStatement[] {
  const document = fields(parseInput(file))
  if (text(document['@context']).startsWith('https://openvex.dev/ns')) return readOpenVex(file, document)
  if (document['bomFormat'] === 'CycloneDX') return readCycloneDx(file, document)
  throw invalidInput(file.name, 'it is neither OpenVEX nor CycloneDX')
}

const OPENVEX_STATUS: ReadonlyMap<string, VexStatement['status']> = new Map([
  ['not_affected', 'not-affected'],
  ['fixed', 'fixed'],
  ['affected', 'affected'],
  ['under_investigation', 'under-investigation'],
])

function readOpenVex(file: InputFile, document: Fields): VexStatement[] {
  const documentTime = timeOf(document['timestamp'], 0)
  return list(document['statements']).flatMap((value) => {
    const statement = fields(value)
    const vulnerability = fields(statement['vulnerability'])
    const status = OPENVEX_STATUS.get(text(statement['status']))
    if (!status) return []
    const ids = [
      text(statement['vulnerability']),
      text(vulnerability['name']),
      idOfUrl(text(vulnerability['@id'])),
      ...list(vulnerability['aliases']).map(text),
    ].filter((id) => id !== '')
    const reason = [text(statement['justification']), text(statement['impact_statement'])]
      .filter((part) => part !== '')
      .join(': ')
    return [
      {
        source: file.name,
        ids,
        products: list(statement['products']).flatMap(openVexProducts),
        status,
        reason: reason || (status === 'fixed' ? 'fixed here' : ''),
        time: timeOf(statement['last_updated'], timeOf(statement['timestamp'], documentTime)),
      },
    ]
  })
}

/** A product's subcomponents are what the statement is about; without any, the product itself. */
function openVexProducts(value: unknown) {
  const product = fields(value)
  const parts = list(product['subcomponents'])
  return (parts.length === 0 ? [value] : parts).flatMap((part) => {
    const component = fields(part)
    const purls = [text(part), text(component['@id']), text(fields(component['identifiers'])['purl'])]
    return purls.map(parsePurl).filter((purl) => purl !== undefined)
  })
}

const CYCLONEDX_STATUS: ReadonlyMap<string, VexStatement['status']> = new Map([
  ['not_affected', 'not-affected'],
  ['false_positive', 'not-affected'],
  ['resolved', 'fixed'],
  ['resolved_with_pedigree', 'fixed'],
  ['exploitable', 'affected'],
  ['in_triage', 'under-investigation'],
])

function readCycloneDx(file: InputFile, document: Fields): VexStatement[] {
  const purls = new Map<string, string>()
  collectComponents(list(document['components']), purls)
  const documentTime = timeOf(fields(document['metadata'])['timestamp'], 0)
  return list(document['vulnerabilities']).flatMap((value) => {
    const vulnerability = fields(value)
    const analysis = fields(vulnerability['analysis'])
    const status = CYCLONEDX_STATUS.get(text(analysis['state']))
    if (!status) return []
    const references = list(vulnerability['references']).map((reference) => text(fields(reference)['id']))
    const reason = [text(analysis['justification']), text(analysis['detail'])]
      .filter((part) => part !== '')
      .join(': ')
    return [
      {
        source: file.name,
        ids: [text(vulnerability['id']), ...references].filter((id) => id !== ''),
        products: list(vulnerability['affects']).flatMap((affect) =>
          cycloneDxProducts(fields(affect), purls),
        ),
        status,
        reason: reason || (status === 'fixed' ? 'fixed here' : ''),
        time: timeOf(analysis['lastUpdated'], timeOf(vulnerability['updated'], documentTime)),
      },
    ]
  })
}

function collectComponents(components: readonly unknown[], into: Map<string, string>, depth = 0): void {
  if (depth > 50) return
  for (const value of components) {
    const component = fields(value)
    into.set(text(component['bom-ref']), text(component['purl']))
    collectComponents(list(component['components']), into, depth + 1)
  }
}

/** Versions given as a range are passed over. A `bom-ref` of this document, a BOM-Link to another's (what stands behind `#`), or a purl. */
function cycloneDxProducts(affect: Fields, purls: ReadonlyMap<string, string>) {
  const ref = text(affect['ref'])
  const behind = ref.slice(ref.indexOf('#') + 1)
  const product = parsePurl(purls.get(ref) ?? '') ?? parsePurl(ref) ?? parsePurl(decode(behind))
  if (!product) return []
  const versions = list(affect['versions']).map(fields)
  if (versions.length === 0) return [product]
  return versions
    .filter((one) => text(one['version']) !== '')
    .map((one) => ({ key: product.key, version: text(one['version']) }))
}

function decode(reference: string): string {
  try {
    return reference.startsWith('pkg:') ? reference : decodeURIComponent(reference)
  } catch {
    return reference
  }
}

function idOfUrl(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}

function timeOf(value: unknown, otherwise: number): number {
  const time = Date.parse(text(value))
  return Number.isNaN(time) ? otherwise : time
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
