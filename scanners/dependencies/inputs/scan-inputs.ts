/**
 * Everything besides advisories and the tree that a scan judges by, read from the advisories folder:
 * `kev.json`, `epss.csv`, `vex/*.json`, `popular/<Ecosystem>.json`, `published/<Ecosystem>.json`.
 */
import { sha256Hex } from '../../../src/base/digest.ts'
import { messageOf } from '../../../src/base/errors.ts'
import type { ScanFile } from '../../../src/gate/scanner.ts'
import type { PinnedFile } from '../settings.ts'
import { decodeLockfile } from '../text/decode.ts'
import { type InputFile, readInput, readInputs } from './input-file.ts'
import type { PublishDates } from './package-facts.ts'
import type { VexStatement } from './vex.ts'

export interface ScanInputs {
  readonly kev: InputFile | undefined
  readonly epss: InputFile | undefined
  readonly vex: readonly VexStatement[]
  /** By ecosystem, without its suffix; of those that were asked for with {@link readAbout}. */
  readonly popular: ReadonlyMap<string, ReadonlySet<string>>
  readonly published: ReadonlyMap<string, PublishDates>
  /** What is there and cannot be used, a sentence each. */
  readonly gaps: readonly string[]
  readonly sources: readonly { readonly source: string; readonly digest: string }[]
  /** Reads what is known of ecosystems, each once. */
  readAbout(ecosystems: Iterable<string>): Promise<void>
}

/** What a folder that is not given holds. */
const NO_FOLDER = '\0'

export async function readScanInputs(
  folder: string = NO_FOLDER,
  pinned: readonly PinnedFile[],
  files: readonly ScanFile[],
): Promise<ScanInputs> {
  const gaps: string[] = []
  const sources: { source: string; digest: string }[] = []
  const attempt = <T>(read: () => T, otherwise: T): T => {
    try {
      return read()
    } catch (error) {
      gaps.push(messageOf(error))
      return otherwise
    }
  }
  const one = (name: string): InputFile | undefined => {
    const file = folder === NO_FOLDER ? undefined : attempt(() => readInput(folder, name), undefined)
    if (file) sources.push({ source: file.name, digest: file.digest })
    return file
  }
  const vexFiles = [
    ...(folder === NO_FOLDER ? [] : attempt(() => readInputs(folder, 'vex'), [])),
    ...(await readPinned(pinned, files, gaps)),
  ]
  for (const { name, digest } of vexFiles) sources.push({ source: name, digest })
  const read = new Set<string>()
  const popular = new Map<string, ReadonlySet<string>>()
  const published = new Map<string, PublishDates>()
  return {
    kev: one('kev.json'),
    epss: one('epss.csv'),
    vex: vexFiles.length === 0 ? [] : await readStatements(vexFiles, gaps),
    popular,
    published,
    gaps,
    sources,
    async readAbout(ecosystems) {
      for (const ecosystem of ecosystems) {
        // A list of components may call its ecosystem anything.
        if (read.has(ecosystem) || !/^[A-Za-z0-9][A-Za-z0-9 ._-]*$/.test(ecosystem)) continue
        read.add(ecosystem)
        const files = { names: one(`popular/${ecosystem}.json`), dates: one(`published/${ecosystem}.json`) }
        if (!files.names && !files.dates) continue
        const { readPopularNames, readPublishDates } = await import('./package-facts.ts')
        const names = files.names && attempt(() => readPopularNames(files.names!), undefined)
        const dates = files.dates && attempt(() => readPublishDates(files.dates!), undefined)
        if (names) popular.set(ecosystem, names)
        if (dates) published.set(ecosystem, dates)
      }
    },
  }
}

/** Loaded with the first file: package URLs bring ICU's tables into memory. */
async function readStatements(files: readonly InputFile[], gaps: string[]): Promise<VexStatement[]> {
  const { readVex } = await import('./vex.ts')
  const statements: VexStatement[] = []
  for (const file of files) {
    try {
      statements.push(...readVex([file]))
    } catch (error) {
      gaps.push(messageOf(error))
    }
  }
  return statements.sort((a, b) => a.time - b.time)
}

/** Files of the tree count only as policy knows them: a change cannot clear its own findings. */
async function readPinned(
  pinned: readonly PinnedFile[],
  files: readonly ScanFile[],
  gaps: string[],
): Promise<InputFile[]> {
  const found: InputFile[] = []
  for (const { path, sha256 } of pinned) {
    const file = files.find((one) => one.path === path)
    if (!file) {
      gaps.push(`${path}, which policy names, is not in the tree`)
      continue
    }
    try {
      const bytes = await file.read()
      const digest = sha256Hex(bytes)
      if (digest === sha256)
        found.push({ name: path, text: decodeLockfile(bytes), digest: `sha256:${digest}` })
      else gaps.push(`${path} has the digest ${digest}, policy wants ${sha256}`)
    } catch (error) {
      gaps.push(`${path}: ${messageOf(error)}`)
    }
  }
  return found
}
