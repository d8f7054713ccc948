/** The licence that an installed package states itself, where `node_modules` is part of the tree. */
import type { LockedPackage, Siblings } from '../lockfile.ts'

/** `undefined` where nothing is installed there, or another version, or it states none. */
export async function installedLicence(
  lockfile: string,
  one: LockedPackage,
  siblings: Siblings,
): Promise<string | undefined> {
  if (one.ecosystem !== 'npm' || one.name.includes('..')) return undefined
  const folder = lockfile.slice(0, lockfile.lastIndexOf('/') + 1)
  const file = await siblings.read(`${folder}node_modules/${one.name}/package.json`)
  return file && licenceOfManifest(file.text, one.version)
}

function licenceOfManifest(text: string, version: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(text)
    if (typeof manifest !== 'object' || manifest === null) return undefined
    const { license, version: installed } = manifest as { license?: unknown; version?: unknown }
    if (installed !== version) return undefined
    // Before SPDX it was an object with a type.
    const stated =
      typeof license === 'object' && license !== null && 'type' in license ? license.type : license
    return typeof stated === 'string' ? stated : undefined
  } catch {
    // It states nothing that can be read.
    return undefined
  }
}
