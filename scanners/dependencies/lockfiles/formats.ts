/** Every lockfile format, one line each. Earlier ones win where two want the same path. */
import type { LockfileFormat } from '../lockfile.ts'
import { actionsLock } from './actions-lock.ts'
import { bunLock } from './bun-lock.ts'
import { cabalFreeze } from './cabal-freeze.ts'
import { cargoLock } from './cargo-lock.ts'
import { composerLock } from './composer-lock.ts'
import { conanLock } from './conan-lock.ts'
import { cpanfileSnapshot } from './cpanfile-snapshot.ts'
import { denoLock } from './deno-lock.ts'
import { depsJson } from './deps-json.ts'
import { dockerfile } from './dockerfile.ts'
import { gemfileLock } from './gemfile-lock.ts'
import { githubWorkflow } from './github-workflow.ts'
import { gleamManifest, gleamToml } from './gleam-toml.ts'
import { goMod } from './go-mod.ts'
import { buildscriptGradleLockfile, gradleLockfile } from './gradle-lockfile.ts'
import { juliaManifest } from './julia-manifest.ts'
import { luarocksLock } from './luarocks-lock.ts'
import { mixLock } from './mix-lock.ts'
import { directoryPackagesProps, msbuildProject } from './msbuild-packages.ts'
import { nimbleLock } from './nimble-lock.ts'
import { opamLocked } from './opam-locked.ts'
import { packageLock } from './package-lock.ts'
import { packageResolved } from './package-resolved.ts'
import { packagesConfig } from './packages-config.ts'
import { packagesLock } from './packages-lock.ts'
import { paketDependencies } from './paket-dependencies.ts'
import { paketLock } from './paket-lock.ts'
import { pdmLock } from './pdm-lock.ts'
import { pipfileLock } from './pipfile-lock.ts'
import { pnpmLock } from './pnpm-lock.ts'
import { podfileLock } from './podfile-lock.ts'
import { poetryLock } from './poetry-lock.ts'
import { pomXml } from './pom-xml.ts'
import { projectAssets } from './project-assets.ts'
import { pubspecLock } from './pubspec-lock.ts'
import { pylockToml } from './pylock-toml.ts'
import { rebarLock } from './rebar-lock.ts'
import { renvLock } from './renv-lock.ts'
import { requirementsTxt } from './requirements-txt.ts'
import { cyclonedx } from './sbom/cyclonedx.ts'
import { spdxDocument } from './sbom/spdx-document.ts'
import { sbtLock } from './sbt-lock.ts'
import { stackLock } from './stack-lock.ts'
import { uvLock } from './uv-lock.ts'
import { vendorModules } from './vendor-modules.ts'
import { verificationMetadata } from './verification-metadata.ts'
import { versionCatalog } from './version-catalog.ts'
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
  goMod,
  vendorModules,
  cargoLock,
  gemfileLock,
  composerLock,
  githubWorkflow,
  actionsLock,
  dockerfile,
  cyclonedx,
  spdxDocument,
  conanLock,
  packageResolved,
  packagesLock,
  gradleLockfile,
  buildscriptGradleLockfile,
  mixLock,
  pomXml,
  pubspecLock,
  depsJson,
  directoryPackagesProps,
  msbuildProject,
  packagesConfig,
  paketDependencies,
  paketLock,
  projectAssets,
  verificationMetadata,
  cabalFreeze,
  stackLock,
  juliaManifest,
  renvLock,
  podfileLock,
  gleamManifest,
  gleamToml,
  rebarLock,
  sbtLock,
  versionCatalog,
  nimbleLock,
  cpanfileSnapshot,
  luarocksLock,
  opamLocked,
]
