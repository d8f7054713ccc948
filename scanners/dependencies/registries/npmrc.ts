/** npm's and pnpm's `.npmrc` (https://docs.npmjs.com/cli/configuring-npm/npmrc): `registry=` and `@scope:registry=`. */
import { eachLine } from '../text/each-line.ts'
import { plainAddress, type RegistryChoice } from './registry-choice.ts'

export function readNpmrc(text: string): RegistryChoice {
  const prefixes = new Map<string, string>()
  let fallback: string | undefined
  for (const { text: line } of eachLine(text)) {
    const [, scope, value] = /^\s*(?:(@[^:\s]+):)?registry\s*=\s*(.+)$/.exec(line) ?? []
    const address = plainAddress(value?.replace(/^(["'])(.*)\1\s*$/, '$2'))
    if (address === undefined) continue
    if (scope === undefined) fallback = address
    else prefixes.set(`${scope}/`, address)
  }
  return { prefixes, fallback }
}
