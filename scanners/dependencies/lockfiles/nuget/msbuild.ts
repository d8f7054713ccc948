/**
 * The package items of an MSBuild file
 * (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files). Conditions and
 * functions are not evaluated: every item counts, and a property is known where one value is written.
 */
import { childText, type XmlElement } from '../../text/xml-tree.ts'
import { type ContentBuilder, quote } from '../content-builder.ts'

export interface PackageItem {
  readonly element: XmlElement
  readonly name: string
  /** As written; `undefined` where there is none. */
  readonly version: string | undefined
  readonly isPrivate: boolean
}

/** Items of the element names given, from every `ItemGroup` at whatever depth. */
export function packageItemsOf(project: XmlElement, names: ReadonlySet<string>): PackageItem[] {
  const items: PackageItem[] = []
  for (const element of descendantsOf(project)) {
    if (!element.isWhole || !names.has(element.name)) continue
    const name = (element.attributes.get('Include') ?? element.attributes.get('Update') ?? '').trim()
    if (name === '') continue
    const isPrivate = /^all$/i.test(partOf(element, 'PrivateAssets') ?? '')
    items.push({ element, name, version: partOf(element, 'Version'), isPrivate })
  }
  return items
}

/** Metadata stands in an attribute or in a child of that name. */
function partOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name)?.trim() || childText(element, name)
}

/** Values of properties that are written once, or always the same. */
export function propertiesOf(project: XmlElement): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const open = new Set<string>()
  for (const group of descendantsOf(project)) {
    if (group.name !== 'PropertyGroup') continue
    for (const { name, text, isWhole } of group.children) {
      const key = name.toLowerCase()
      if (!isWhole || (values.has(key) && values.get(key) !== text)) open.add(key)
      else values.set(key, text)
    }
  }
  for (const key of open) values.delete(key)
  return values
}

function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  const stack = [...element.children].reverse()
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next
    for (let at = next.children.length - 1; at >= 0; at--) stack.push(next.children[at]!)
  }
}

/** Adds an item's package; its version is empty where only a restore can tell it. */
export function addItem(
  builder: ContentBuilder,
  item: PackageItem,
  properties: ReadonlyMap<string, string>,
): void {
  const { element, name } = item
  const { version, why } = versionOf(item.version ?? '', properties)
  if (why !== undefined) {
    builder.problem(element.line, `the version of ${quote(name)} ${why}`, 'LOCKFILE_UNRESOLVED')
  }
  const { line, endLine } = element
  const scope = item.isPrivate ? 'dev' : 'prod'
  builder.connectRoot(builder.add({ ecosystem: 'NuGet', name, version, scope, direct: true, line, endLine }))
}

/** NuGet takes the lowest version that a requirement allows. */
function versionOf(written: string, properties: ReadonlyMap<string, string>) {
  const text = substitute(written, properties)
  if (text === undefined)
    return { version: '', why: `needs a property that is not set here: ${quote(written)}` }
  if (/^[^[(\]),*$\s]+$/.test(text)) return { version: text }
  const [, lowest, isExact] = /^\[\s*([^,[\]()*\s]+)\s*(?:(\])|,)/.exec(text) ?? []
  if (lowest !== undefined && isExact) return { version: lowest }
  const why = `is ${text === '' ? 'not set' : `a range, ${quote(text)}`}`
  return lowest === undefined
    ? { version: '', why }
    : { version: lowest, why: `${why}: it is judged at its lowest` }
}

/** One step: a property whose value names another is not known. */
function substitute(written: string, properties: ReadonlyMap<string, string>): string | undefined {
  let isWhole = true
  const text = written.replace(/\$\(([^()]*)\)/g, (_, name: string) => {
    const value = properties.get(name.trim().toLowerCase())
    if (value === undefined || value.includes('$(')) isWhole = false
    return value ?? ''
  })
  return isWhole && !text.includes('$(') ? text : undefined
}
