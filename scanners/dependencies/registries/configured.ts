/**
 * Where a lockfile does not say which registry a package comes from, the package manager's own configuration in the
 * tree does: the nearest to the lockfile, else that of a folder above. Whether such a registry is private or
 * allowed is policy's to say; a configuration makes nothing private.
 */
import { normalName } from '../advisories/names.ts'
import { mapListing } from '../listing.ts'
import type { Listing, LockedPackage, Siblings } from '../lockfile.ts'
import type { ListedReading } from '../packages.ts'
import { readBunfig } from './bunfig.ts'
import { readMavenSettings } from './maven-settings.ts'
import { readNpmrc } from './npmrc.ts'
import { readNugetConfig } from './nuget-config.ts'
import { readPipConf } from './pip-conf.ts'
import { chosenRegistry, type RegistryChoice } from './registry-choice.ts'
import { readYarnrc } from './yarnrc.ts'

interface Configuration {
  readonly ecosystem: string
  readonly names: readonly string[]
  readonly read: (text: string) => RegistryChoice | Promise<RegistryChoice>
}

const CONFIGURATIONS: readonly Configuration[] = [
  { ecosystem: 'npm', names: ['.npmrc'], read: readNpmrc },
  { ecosystem: 'npm', names: ['.yarnrc.yml'], read: readYarnrc },
  { ecosystem: 'npm', names: ['bunfig.toml'], read: readBunfig },
  { ecosystem: 'PyPI', names: ['pip.conf', 'pip.ini'], read: readPipConf },
  { ecosystem: 'Maven', names: ['.mvn/settings.xml'], read: readMavenSettings },
  { ecosystem: 'NuGet', names: ['NuGet.config', 'nuget.config', 'NuGet.Config'], read: readNugetConfig },
]
const ENDS: readonly string[] = CONFIGURATIONS.flatMap(({ names }) => names.map((name) => `/${name}`))

export function isRegistryConfiguration(path: string): boolean {
  const place = `/${path}`
  return ENDS.some((end) => place.endsWith(end))
}

/** Fills in, lockfile by lockfile, what the configuration says; a configuration is read once. */
export function configuredRegistries(siblings: Siblings): (reading: ListedReading) => Promise<ListedReading> {
  const known = new Map<string, Promise<RegistryChoice | undefined>>()
  const readOnce = (path: string, read: Configuration['read']) => {
    const reading = known.get(path) ?? siblings.read(path).then((file) => file && read(file.text))
    known.set(path, reading)
    return reading
  }
  return async (reading) => {
    const choices = await choicesFor(reading, readOnce)
    return choices.length === 0 ? reading : withChoices(reading, choices)
  }
}

interface EcosystemChoice {
  readonly ecosystem: string
  readonly choice: RegistryChoice
}

/** Nearest first. */
async function choicesFor(
  { path, packages }: ListedReading,
  readOnce: (path: string, read: Configuration['read']) => Promise<RegistryChoice | undefined>,
): Promise<EcosystemChoice[]> {
  const ecosystem = openEcosystem(packages)
  const choices: EcosystemChoice[] = []
  for (const folder of foldersAbove(path)) {
    for (const configuration of CONFIGURATIONS) {
      if (configuration.ecosystem !== ecosystem) continue
      for (const name of configuration.names) {
        const choice = await readOnce(`${folder}${name}`, configuration.read)
        if (choice) choices.push({ ecosystem, choice })
      }
    }
  }
  return choices
}

function openEcosystem(packages: Listing<LockedPackage>): string | undefined {
  for (const one of packages) if (isOpen(one)) return one.ecosystem
  return undefined
}

function isOpen({ source }: LockedPackage): boolean {
  return source.kind === 'registry' && source.url === null
}

/** `a/b/c.lock` → `a/b/`, `a/`, ``. */
function foldersAbove(path: string): string[] {
  const folders: string[] = []
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    folders.push(path.slice(0, end + 1))
    if (end === 0) break
  }
  return [...folders, '']
}

function withChoices(reading: ListedReading, choices: readonly EcosystemChoice[]): ListedReading {
  const packages = mapListing(reading.packages, (one): LockedPackage => {
    if (!isOpen(one)) return one
    const name = normalName(one.ecosystem, one.name)
    for (const { ecosystem, choice } of choices) {
      const url = ecosystem === one.ecosystem ? chosenRegistry(choice, name) : undefined
      if (url !== undefined) return { ...one, source: { kind: 'registry', url } }
    }
    return one
  })
  return { ...reading, packages }
}
