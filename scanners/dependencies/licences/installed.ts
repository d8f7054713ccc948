/**
 * The licence that an installed package states itself, where what is installed is part of the tree: a
 * `node_modules`, a virtual environment, vendored crates or gems, a folder of NuGet packages. The version must be
 * the lockfile's own.
 */
import { normalName } from '../advisories/names.ts'
import type { LockedPackage, Siblings } from '../lockfile.ts'
import { INSTALLED_PLACES, type InstalledPlace } from './places.ts'

export interface InstalledLicences {
  /** `undefined` where nothing is installed, or another version, or it states none. */
  of(one: LockedPackage): Promise<string | undefined>
}

/** Copies of one package that are looked at: more are the same one over and over. */
const MAX_COPIES = 50

interface Copy {
  readonly path: string
  readonly place: InstalledPlace
}

export function isInstalledMetadata(path: string): boolean {
  return INSTALLED_PLACES.some((place) => place.nameIn(path) !== undefined)
}

export function createInstalledLicences(paths: Iterable<string>, siblings: Siblings): InstalledLicences {
  let copies: ReadonlyMap<string, readonly Copy[]> | undefined
  return {
    async of(one) {
      copies ??= indexCopies(paths)
      for (const { path, place } of copies.get(keyOf(one.ecosystem, one.name)) ?? []) {
        if (!place.mayHold(path, one)) continue
        const text = (await siblings.read(path))?.text
        const licence = text === undefined ? undefined : place.licenceOf(text, one.version)
        if (licence !== undefined) return licence
      }
      return undefined
    },
  }
}

function indexCopies(paths: Iterable<string>): Map<string, Copy[]> {
  const copies = new Map<string, Copy[]>()
  for (const path of paths) {
    for (const place of INSTALLED_PLACES) {
      const name = place.nameIn(path)
      if (name === undefined) continue
      const key = keyOf(place.ecosystem, name)
      const known = copies.get(key)
      if (!known) copies.set(key, [{ path, place }])
      else if (known.length < MAX_COPIES) known.push({ path, place })
    }
  }
  return copies
}

function keyOf(ecosystem: string, name: string): string {
  return `${ecosystem}\n${normalName(ecosystem, name)}`
}
