/** `conda-meta/<name>-<version>-<build>.json`: what conda has installed. */
import type { LockfileFormat } from '../../lockfile.ts'
import { readJson } from '../document/json.ts'
import { ownPackage } from './own-package.ts'

export const condaMeta: LockfileFormat = {
  id: 'conda-meta',
  ecosystems: ['PyPI'],
  wants: () => false,
  parse: (file) => ownPackage(file, readJson(file.text), 'PyPI'),
}
