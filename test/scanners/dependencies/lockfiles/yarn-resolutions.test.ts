import { expect, test } from 'vitest'
import { yarnLock } from '../../../../scanners/dependencies/lockfiles/yarn-lock.ts'
import { edgesOf, errorsOf, readText } from './reading.ts'

/** Of each package: its locator's reference, what it asks for, and the ranges among its keys. */
function lockOf(
  entries: readonly (readonly [name: string, version: string, asks: Record<string, string>])[],
) {
  const told = entries.map(([name, version, asks]) => {
    const requests = Object.entries(asks).map(([asked, range]) => `    "${asked}": "${range}"\n`)
    const dependencies = requests.length === 0 ? '' : `  dependencies:\n${requests.join('')}`
    return `"${name}@npm:${version}":\n  version: ${version}\n  resolution: "${name}@npm:${version}"\n${dependencies}`
  })
  const root = '"project@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "project@workspace:."\n'
  return `__metadata:\n  version: 8\n\n${told.join('\n')}\n${root}  dependencies:\n    debug: 2.0.0\n`
}

const LOCK = lockOf([
  ['debug', '2.0.0', { ms: '2.0.0', '@s/x': '^1' }],
  ['ms', '1.0.0', {}],
  ['ms', '2.0.0', {}],
  ['@s/x', '1.5.0', { ms: '2.0.0' }],
  ['@s/x', '2.0.0', {}],
])
const UNCHANGED = ['debug > ms 2.0.0', '@s/x 1.5.0 > ms 2.0.0']

test.each<[string, Record<string, string>, string[]]>([
  ['of every dependent', { ms: '1.0.0' }, ['debug > ms 1.0.0', '@s/x 1.5.0 > ms 1.0.0']],
  ['of one dependent', { 'debug/ms': '1.0.0' }, ['debug > ms 1.0.0', '@s/x 1.5.0 > ms 2.0.0']],
  ['of one with a scope', { '@s/x/ms': '1.0.0' }, ['debug > ms 2.0.0', '@s/x 1.5.0 > ms 1.0.0']],
  [
    'of one version of it',
    { 'debug@npm:2.0.0/ms': 'npm:1.0.0' },
    ['debug > ms 1.0.0', '@s/x 1.5.0 > ms 2.0.0'],
  ],
  ['of another version of it', { 'debug@npm:3.0.0/ms': '1.0.0' }, UNCHANGED],
  ['of one range', { 'ms@2.0.0': '1.0.0' }, ['debug > ms 1.0.0', '@s/x 1.5.0 > ms 1.0.0']],
  ['of another range', { 'ms@npm:^3': '1.0.0' }, UNCHANGED],
  ['of a range that several fit', { '@s/x': '1.5.0' }, ['debug > @s/x 1.5.0', ...UNCHANGED]],
  ['that are no pattern', { '/': '1.0.0', '': '1.0.0', '@': '1' }, UNCHANGED],
])('berry’s resolutions %s change what is depended on', async (_, resolutions, told) => {
  const beside = { 'package.json': JSON.stringify({ dependencies: { debug: '2.0.0' }, resolutions }) }
  const reading = await readText(yarnLock, LOCK, { beside })
  expect(errorsOf(reading)).toEqual([])
  const of = (index: number) => {
    const { name, version } = reading.packages[index]!
    return name === 'debug' ? name : `${name} ${version}`
  }
  const edges = reading.edges.filter(([from]) => from >= 0).map(([from, to]) => `${of(from)} > ${of(to)}`)
  expect(edges.toSorted()).toEqual(told.toSorted())
  expect(edgesOf(reading)).toContain('. > debug')
})
