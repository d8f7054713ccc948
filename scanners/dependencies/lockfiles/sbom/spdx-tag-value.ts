/**
 * SPDX 2's tag-value form (https://spdx.github.io/spdx-spec/v2.3/conformance/) in the shape of its JSON, as far as
 * packages go: `Tag: value` a line, `<text>` to `</text>` over several, a package from its `PackageName` on.
 */
import { eachLine } from '../../text/each-line.ts'
import type { Document, DocumentNode } from '../document/node.ts'
import { mapNode, nodeOf, type Place } from './nodes.ts'

export function isTagValue(text: string): boolean {
  return /^SPDXVersion:/m.test(text.slice(0, 4096))
}

export function readSpdxTagValue(text: string): Document {
  const reading = new TagValueReading()
  for (const tag of tagsOf(text)) reading.add(tag)
  return { root: reading.root(), problems: [] }
}

interface Tag {
  readonly name: string
  readonly value: string
  readonly line: number
}

/** Text over several lines is told by its first. */
function* tagsOf(text: string): Generator<Tag> {
  let isInText = false
  for (const { text: line, number } of eachLine(text)) {
    if (isInText) {
      isInText = !line.includes('</text>')
      continue
    }
    const [, name, value = ''] = /^([A-Za-z]+):(.*)$/.exec(line) ?? []
    if (name === undefined) continue
    isInText = value.includes('<text>') && !value.includes('</text>')
    yield { name, value: value.trim(), line: number }
  }
}

/** What a package's tag is called in JSON. */
const MEMBERS: ReadonlyMap<string, string> = new Map([
  ['PackageName', 'name'],
  ['SPDXID', 'SPDXID'],
  ['PackageVersion', 'versionInfo'],
  ['PackageLicenseConcluded', 'licenseConcluded'],
  ['PackageLicenseDeclared', 'licenseDeclared'],
])
/** Tags that begin another section than a package's. */
const OTHER_SECTIONS: ReadonlySet<string> = new Set(['FileName', 'SnippetSPDXID', 'LicenseID', 'Reviewer'])

class TagValueReading {
  readonly #packages: DocumentNode[] = []
  readonly #relationships: DocumentNode[] = []
  #version: DocumentNode | undefined
  #open:
    | { readonly members: Record<string, DocumentNode>; readonly references: DocumentNode[]; place: Place }
    | undefined

  add({ name, value, line }: Tag): void {
    const place = { line, endLine: line }
    if (name === 'SPDXVersion') this.#version = nodeOf(place, value)
    else if (name === 'Relationship') this.#relate(value, place)
    else if (OTHER_SECTIONS.has(name)) this.#close()
    else if (name === 'PackageName') {
      this.#close()
      this.#open = { members: {}, references: [], place }
    }
    if (!this.#open || name === 'Relationship') return
    this.#open.place = { line: this.#open.place.line, endLine: line }
    const member = MEMBERS.get(name)
    if (member !== undefined) this.#open.members[member] = nodeOf(place, value)
    else if (name === 'ExternalRef') this.#refer(value, place)
  }

  root(): DocumentNode {
    this.#close()
    const place = { line: 1, endLine: 1 }
    return mapNode(place, {
      spdxVersion: this.#version,
      packages: nodeOf(place, this.#packages),
      relationships: nodeOf(place, this.#relationships),
    })
  }

  #close(): void {
    if (!this.#open) return
    const { members, references, place } = this.#open
    this.#packages.push(mapNode(place, { ...members, externalRefs: nodeOf(place, references) }))
    this.#open = undefined
  }

  /** `CATEGORY type locator` */
  #refer(value: string, place: Place): void {
    const [, type, locator] = value.split(/\s+/)
    if (type === undefined || locator === undefined) return
    this.#open!.references.push(
      mapNode(place, { referenceType: nodeOf(place, type), referenceLocator: nodeOf(place, locator) }),
    )
  }

  /** `A TYPE B` */
  #relate(value: string, place: Place): void {
    const [one, type, other] = value.split(/\s+/)
    if (one === undefined || type === undefined || other === undefined) return
    this.#relationships.push(
      mapNode(place, {
        spdxElementId: nodeOf(place, one),
        relationshipType: nodeOf(place, type),
        relatedSpdxElement: nodeOf(place, other),
      }),
    )
  }
}
