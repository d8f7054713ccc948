/**
 * XML 1.0 as a tree of elements that know their lines. No entity is ever expanded but the five of XML and
 * character references: a document type declaration is not read, so there is no entity bomb and nothing
 * external. Names are local names: namespace prefixes are dropped, because the formats read here have one
 * namespace each and real files often forget it.
 */
import { SaxesParser } from 'saxes'

export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  /** The element's own text, without that of its children, trimmed. */
  text: string
  readonly line: number
  endLine: number
  /** `false` where the text broke off before the element's end. */
  isWhole: boolean
}

export class XmlSyntaxError extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.name = 'XmlSyntaxError'
    this.line = line
  }
}

export interface XmlTree {
  /** `undefined` where the text ends or breaks before the first element. */
  readonly root: XmlElement | undefined
  /** Where reading ended early; the tree holds what stood before. */
  readonly broken: XmlSyntaxError | undefined
}

const MAX_DEPTH = 256

/** Never throws for bad input: what is broken is in {@link XmlTree.broken}. */
export function readXmlTree(text: string): XmlTree {
  const open: XmlElement[] = []
  const held: { root: XmlElement | undefined } = { root: undefined }
  try {
    walk(text, open, held)
    return { root: held.root, broken: undefined }
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error
    for (const element of open) element.endLine = error.line
    return { root: held.root, broken: error }
  }
}

function walk(text: string, open: XmlElement[], held: { root: XmlElement | undefined }): void {
  const parser = new SaxesParser({ xmlns: false, position: true })
  // An element begins where its `<` stands; saxes tells the position behind the name.
  parser.on('opentagstart', (tag) => {
    const element = newElement(tag.name, parser.line)
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else held.root ??= element
    open.push(element)
    if (open.length > MAX_DEPTH) throw new XmlSyntaxError(`nested deeper than ${MAX_DEPTH}`, parser.line)
  })
  parser.on('attribute', ({ name, value }) => {
    ;(open.at(-1)!.attributes as Map<string, string>).set(localName(name), value)
  })
  parser.on('closetag', () => {
    const element = open.pop()!
    element.text = element.text.trim()
    element.endLine = parser.line
    element.isWhole = true
  })
  const addText = (piece: string): void => {
    const element = open.at(-1)
    if (element) element.text += piece
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', (error) => {
    throw new XmlSyntaxError(error.message.replace(/^\d+:\d+: /, ''), parser.line)
  })
  parser.write(text)
  parser.close()
}

function newElement(name: string, line: number): XmlElement {
  const attributes = new Map<string, string>()
  return { name: localName(name), attributes, children: [], text: '', line, endLine: line, isWhole: false }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The text of the child of that name; `undefined` where there is none, or it is empty or broken off. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  const child = childOf(element, name)
  return child?.isWhole ? child.text || undefined : undefined
}
