/** npm's `package.json` (https://docs.npmjs.com/cli/configuring-npm/package-json): which package a folder holds. */
import type { LockfileFormat } from '../../lockfile.ts'
import { readJson } from '../document/json.ts'
import { type DocumentMap, mapOf } from '../document/node.ts'
import { ownPackage } from './own-package.ts'

export const packageJson: LockfileFormat = {
  id: 'package.json',
  ecosystems: ['npm'],
  wants: () => false,
  parse: (file) => ownPackage(file, readJson(file.text), 'npm', isOfAnotherRegistry),
}

/** Extensions of VS Code and packages of Unity have the same file, and names of their own. */
function isOfAnotherRegistry(root: DocumentMap): boolean {
  return root.has('contributes') || root.has('unity') || mapOf(root.get('engines'))?.has('vscode') === true
}
