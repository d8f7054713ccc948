/**
 * The POMs of a tree: parents by their relative path, imported BOMs among the modules of the topmost
 * parent. Each file is read once for all POMs of a scan. Nothing outside of the tree is looked at.
 */
import type { Siblings } from '../../lockfile.ts'
import { readXmlTree } from '../../text/xml-tree.ts'
import { interpolate } from './interpolation.ts'
import { type Pom, type PomParent, readPom } from './pom-model.ts'
import { resolvePath } from './tree-path.ts'

/** A POM and its parents, nearest first. */
export interface Lineage {
  readonly poms: readonly Pom[]
  /** The parent of the last, where it has one that is not in the tree. */
  readonly missing: PomParent | undefined
}

const MAX_PARENTS = 32
/** How many modules are searched for an imported BOM. */
const MAX_MODULES = 2000

export class PomTree {
  readonly #siblings: Siblings
  readonly #poms = new Map<string, Promise<Pom | undefined>>()
  readonly #modules = new Map<string, Promise<ReadonlyMap<string, Pom>>>()

  constructor(siblings: Siblings) {
    this.#siblings = siblings
  }

  async lineageOf(pom: Pom): Promise<Lineage> {
    const poms = [pom]
    for (let last = pom; last.parent; ) {
      const parent = poms.length < MAX_PARENTS ? await this.#parentOf(last, last.parent) : undefined
      if (!parent || poms.some(({ path }) => path === parent.path)) return { poms, missing: last.parent }
      poms.push(parent)
      last = parent
    }
    return { poms, missing: undefined }
  }

  /** The module of that name and version, wherever the lineage's topmost POM lists it. */
  async findModule(lineage: Lineage, groupId: string, artifactId: string): Promise<Pom | undefined> {
    const top = lineage.poms.at(-1)!
    let modules = this.#modules.get(top.path)
    if (!modules) {
      modules = this.#collectModules(top)
      this.#modules.set(top.path, modules)
    }
    return (await modules).get(`${groupId}:${artifactId}`)
  }

  async #parentOf({ path }: Pom, parent: PomParent): Promise<Pom | undefined> {
    if (parent.relativePath === undefined) return undefined
    const pom = await this.#readFrom(path, parent.relativePath)
    // Maven takes the file only if it is what the child names, and asks the repositories else.
    if (!pom || pom.artifactId !== parent.artifactId) return undefined
    const groupId = pom.groupId ?? pom.parent?.groupId
    if (groupId !== parent.groupId && !groupId?.includes('${')) return undefined
    const version = pom.version ?? pom.parent?.version ?? ''
    const isOpen = version.includes('${') || /[${[(]/.test(parent.version)
    return isOpen || version === parent.version ? pom : undefined
  }

  async #collectModules(top: Pom): Promise<ReadonlyMap<string, Pom>> {
    const found = new Map<string, Pom>()
    const queue = [top]
    const seen = new Set([top.path])
    for (let at = 0; at < queue.length && at < MAX_MODULES; at++) {
      const pom = queue[at]!
      found.set(moduleName(pom), pom)
      for (const module of pom.modules) {
        const child = await this.#readFrom(pom.path, module)
        if (child && !seen.has(child.path)) queue.push(child)
        if (child) seen.add(child.path)
      }
    }
    return found
  }

  async #readFrom(path: string, relative: string): Promise<Pom | undefined> {
    const written = relative.endsWith('.xml') ? relative : `${relative}/pom.xml`
    const target = resolvePath(path, written)
    if (target === undefined) return undefined
    let pom = this.#poms.get(target)
    if (!pom) {
      pom = this.#read(target)
      this.#poms.set(target, pom)
    }
    return pom
  }

  async #read(path: string): Promise<Pom | undefined> {
    const file = await this.#siblings.read(path)
    const root = file && readXmlTree(file.text).root
    return root?.name === 'project' ? readPom(root, path) : undefined
  }
}

function moduleName({ groupId, parent, artifactId, properties }: Pom): string {
  const group = groupId ?? parent?.groupId ?? ''
  return `${interpolate(group, (name) => properties.get(name)) ?? group}:${artifactId}`
}

const trees = new WeakMap<Siblings, PomTree>()

/** One for all POMs that are read beside each other. */
export function pomTreeOf(siblings: Siblings): PomTree {
  let tree = trees.get(siblings)
  if (!tree) {
    tree = new PomTree(siblings)
    trees.set(siblings, tree)
  }
  return tree
}
