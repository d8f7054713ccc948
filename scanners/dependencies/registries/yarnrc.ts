/** Yarn's `.yarnrc.yml` (https://yarnpkg.com/configuration/yarnrc): `npmRegistryServer`, and the one of each of `npmScopes`. */
import { memberOf, membersOf, textOf } from '../lockfiles/document/node.ts'
import { readYaml } from '../lockfiles/document/yaml.ts'
import { plainAddress, type RegistryChoice } from './registry-choice.ts'

export async function readYarnrc(text: string): Promise<RegistryChoice> {
  const { root } = await readYaml(text)
  const prefixes = new Map<string, string>()
  for (const [scope, node] of membersOf(memberOf(root, 'npmScopes'))) {
    const address = plainAddress(textOf(node, 'npmRegistryServer'))
    if (address !== undefined) prefixes.set(`@${scope}/`, address)
  }
  return { prefixes, fallback: plainAddress(textOf(root, 'npmRegistryServer')) }
}
