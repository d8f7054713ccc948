/** The licences of what the bundles hold: one text, by package, in the order of names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i

/**
 * @param inputs paths of the bundler's metafile, relative to the repository's root
 * @param more name of what else is shipped → the installed package that has its licence
 */
export function collectLicences(
  root: string,
  inputs: Iterable<string>,
  more: Readonly<Record<string, string>>,
): string {
  const packages = new Map(Object.entries(more))
  for (const input of inputs) {
    const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]
    if (name !== undefined) packages.set(name, name)
  }
  return [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, installed]) => describe(join(root, 'node_modules', installed), name))
    .join('\n')
}

function describe(folder: string, name: string): string {
  if (!existsSync(folder)) throw new Error(`${name} is in a bundle and not in node_modules`)
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const texts = readdirSync(folder)
    .filter((file) => LICENCE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  const title = `${name} ${version} (${license ?? 'see below'})`
  return [title, '='.repeat(title.length), '', ...texts, ''].join('\n')
}
