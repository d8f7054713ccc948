/** Bun's `bunfig.toml` (https://bun.sh/docs/runtime/bunfig): `install.registry` and `install.scopes`, each a text or a table. */
import { type DocumentNode, memberOf, membersOf, textOf } from '../lockfiles/document/node.ts'
import { readToml } from '../lockfiles/document/toml.ts'
import { plainAddress, type RegistryChoice } from './registry-choice.ts'

export function readBunfig(text: string): RegistryChoice {
  const install = memberOf(readToml(text).root, 'install')
  const prefixes = new Map<string, string>()
  for (const [scope, node] of membersOf(memberOf(install, 'scopes'))) {
    const address = addressOf(node)
    if (address !== undefined) prefixes.set(`@${scope.replace(/^@/, '')}/`, address)
  }
  return { prefixes, fallback: addressOf(memberOf(install, 'registry')) }
}

function addressOf(node: DocumentNode | undefined): string | undefined {
  return plainAddress(typeof node?.value === 'string' ? node.value : textOf(node, 'url'))
}
