/**
 * Files that say what a project is or asks for, and lock nothing, and programs that say what they were built of. A
 * tree's scan leaves them alone, for what is used stands in its lockfiles; `sallyport packages FILE --as ID` reads
 * them.
 */
import type { LockfileFormat } from '../lockfile.ts'
import { cargoAuditable } from './binary/cargo-auditable.ts'
import { dotnetPe } from './binary/dotnet-pe.ts'
import { goBinary } from './binary/go-binary.ts'
import { vsix } from './binary/vsix.ts'
import { cargoToml } from './manifest/cargo-toml.ts'
import { condaMeta } from './manifest/conda-meta.ts'
import { cpanMeta } from './manifest/cpan-meta.ts'
import { denoJson } from './manifest/deno-json.ts'
import { denoSource } from './manifest/deno-source.ts'
import { gemspec } from './manifest/gemspec.ts'
import { juliaProject } from './manifest/julia-project.ts'
import { packageJson } from './manifest/package-json.ts'
import { pyprojectToml } from './manifest/pyproject-toml.ts'
import { pythonMetadata } from './manifest/python-metadata.ts'
import { setupPy } from './manifest/setup-py.ts'

export const MANIFEST_FORMATS: readonly LockfileFormat[] = [
  packageJson,
  denoJson,
  denoSource,
  pyprojectToml,
  setupPy,
  pythonMetadata,
  condaMeta,
  cargoToml,
  gemspec,
  juliaProject,
  cpanMeta,
  cargoAuditable,
  dotnetPe,
  goBinary,
  vsix,
]
