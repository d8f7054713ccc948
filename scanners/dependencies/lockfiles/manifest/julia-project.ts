/** Julia's `Project.toml` (https://pkgdocs.julialang.org/v1/toml-files): which package a folder holds. */
import type { LockfileFormat } from '../../lockfile.ts'
import { readToml } from '../document/toml.ts'
import { ownPackage } from './own-package.ts'

export const juliaProject: LockfileFormat = {
  id: 'Project.toml',
  ecosystems: ['Julia'],
  wants: () => false,
  parse: (file) => ownPackage(file, readToml(file.text), 'Julia'),
}
