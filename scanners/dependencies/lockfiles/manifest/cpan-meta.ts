/** CPAN's `META.json` and `META.yml` (https://metacpan.org/pod/CPAN::Meta::Spec): which distribution a folder holds. */
import type { LockfileFormat } from '../../lockfile.ts'
import { readJson } from '../document/json.ts'
import { readYaml } from '../document/yaml.ts'
import { ownPackage } from './own-package.ts'

export const cpanMeta: LockfileFormat = {
  id: 'META.json',
  // OSV has no ecosystem of CPAN's.
  ecosystems: [''],
  wants: () => false,
  parse: async (file) =>
    ownPackage(file, isJson(file.text) ? readJson(file.text) : await readYaml(file.text), ''),
}

function isJson(text: string): boolean {
  return text.trimStart().startsWith('{')
}
