/** pip's `pip.conf` and `pip.ini` (https://pip.pypa.io/en/stable/topics/configuration/): `index-url`. */
import { eachLine } from '../text/each-line.ts'
import { plainAddress, type RegistryChoice } from './registry-choice.ts'

export function readPipConf(text: string): RegistryChoice {
  let section = ''
  let fallback: string | undefined
  for (const { text: line } of eachLine(text)) {
    section = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.trim() ?? section
    const address = plainAddress(/^\s*index[-_]url\s*[=:]\s*(\S+)\s*$/.exec(line)?.[1])
    if (address === undefined) continue
    // What a command says of itself wins over what is said for all.
    if (section === 'install' || (section === 'global' && fallback === undefined)) fallback = address
  }
  return { prefixes: new Map(), fallback }
}
