/** Every lockfile format, one line each. Earlier ones win where two want the same path. */
import type { LockfileFormat } from '../lockfile.ts'
import { bunLock } from './bun-lock.ts'
import { conanLock } from './conan-lock.ts'
import { denoLock } from './deno-lock.ts'
import { buildscriptGradleLockfile, gradleLockfile } from './gradle-lockfile.ts'
import { mixLock } from './mix-lock.ts'
import { packageLock } from './package-lock.ts'
import { packageResolved } from './package-resolved.ts'
import { packagesLock } from './packages-lock.ts'
import { pdmLock } from './pdm-lock.ts'
import { pipfileLock } from './pipfile-lock.ts'
import { pnpmLock } from './pnpm-lock.ts'
import { poetryLock } from './poetry-lock.ts'
import { pomXml } from './pom-xml.ts'
import { pubspecLock } from './pubspec-lock.ts'
import { pylockToml } from './pylock-toml.ts'
import { requirementsTxt } from './requirements-txt.ts'
import { uvLock } from './uv-lock.ts'
import { yarnLock } from './yarn-lock.ts'

export const FORMATS: readonly LockfileFormat[] = [
  packageLock,
  yarnLock,
  pnpmLock,
  bunLock,
  denoLock,
  requirementsTxt,
  pipfileLock,
  poetryLock,
  pdmLock,
  uvLock,
  pylockToml,
  conanLock,
  packageResolved,
  packagesLock,
  gradleLockfile,
  buildscriptGradleLockfile,
  mixLock,
  pomXml,
  pubspecLock,
]
