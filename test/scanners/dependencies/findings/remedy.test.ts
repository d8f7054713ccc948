import { expect, test } from 'vitest'
import forcedVersions from '../../../../scanners/dependencies/findings/forced-versions.json' with {
  type: 'json',
}
import { groupInstalled } from '../../../../scanners/dependencies/findings/installed.ts'
import { findPaths } from '../../../../scanners/dependencies/findings/paths.ts'
import { describeRemedy, findRemedy, fixOf } from '../../../../scanners/dependencies/findings/remedy.ts'
import { DEFAULT_REGISTRY, type Edge, ROOT } from '../../../../scanners/dependencies/lockfile.ts'
import { FORMATS } from '../../../../scanners/dependencies/packages.ts'

test('a direct dependency: its own smallest fixed version, and whether what is asked for admits it', () => {
  expect(remedyOf(['qs@1.0.0*'], [[ROOT, 0, '^1.0.0']], ['1.0.5', '2.0.0'])).toEqual({
    kind: 'upgrade',
    version: '1.0.5',
    inRange: true,
    holders: [],
  })
  expect(remedyOf(['qs@1.0.0*'], [[ROOT, 0, '~1.0.0']], ['1.1.0'])).toMatchObject({ inRange: false })
})

test('a direct dependency of which another package keeps an older copy: both are told', () => {
  const remedy = remedyOf(
    ['qs@1.0.0*', 'web@3.0.0*', 'qs@1.0.0'],
    [
      [ROOT, 0, '^1.0.0'],
      [ROOT, 1, '*'],
      [1, 2, '1.0.0'],
    ],
    ['1.0.5'],
  )
  expect(describeRemedy(remedy, 'qs')).toBe(
    'Upgrade qs to 1.0.5, which the range that is asked for admits. web@3.0.0 asks for "1.0.0" and keeps a copy of its own.',
  )
})

test('the lowest fixed version that everybody who asks for the package admits', () => {
  const remedy = remedyOf(
    ['web@1.0.0*', 'app@2.0.0*', 'qs@1.0.0'],
    [
      [ROOT, 0, '*'],
      [ROOT, 1, '*'],
      [0, 2, '^1.0.0'],
      [1, 2, '>=1.0.0 <1.0.9 || ^1.2.0'],
    ],
    ['1.1.0', '1.2.1', '2.0.0'],
  )
  expect(remedy).toMatchObject({ kind: 'refresh', version: '1.2.1' })
  expect(describeRemedy(remedy, 'qs')).toBe(
    'Refresh the lockfile: upgrade qs to 1.2.1 (in range of web@1.0.0: ^1.0.0, app@2.0.0: >=1.0.0 <1.0.9 || ^1.2.0).',
  )
})

test('held back: who, by which range, and the direct dependency that must move', () => {
  const remedy = remedyOf(
    ['web@1.0.0*', 'body@2.0.0', 'qs@1.0.0'],
    [
      [ROOT, 0, '^1.0.0'],
      [0, 1, '^2.0.0'],
      [1, 2, '1.0.0'],
    ],
    ['1.0.5'],
  )
  expect(remedy).toEqual({
    kind: 'held',
    version: '1.0.5',
    holders: [{ name: 'body', version: '2.0.0', range: '1.0.0' }],
    direct: { name: 'web', version: '1.0.0' },
  })
  expect(fixOf(remedy, 'qs')).toEqual({ name: 'qs', version: '1.0.5', heldBackBy: 'web@1.0.0' })
  expect(describeRemedy(remedy, 'qs')).toBe(
    'It ends with qs 1.0.5, which is held back: body@2.0.0 asks for "1.0.0". Upgrade web (here 1.0.0) to a version that takes it; which one that is, the lockfile does not say. Or override the version.',
  )
})

test('a newer version of the direct dependency that stands in the same lockfile is named', () => {
  const remedy = remedyOf(
    ['web@1.0.0*', 'qs@1.0.0', 'tool@1.0.0*', 'web@2.0.0', 'qs@1.0.5'],
    [
      [ROOT, 0, '^1.0.0'],
      [0, 1, '~1.0.0 <1.0.5'],
      [ROOT, 2, '*'],
      [2, 3, '^2.0.0'],
      [3, 4, '^1.0.5'],
    ],
    ['1.0.5'],
    1,
  )
  expect(remedy).toEqual({
    kind: 'upgrade-direct',
    version: '1.0.5',
    direct: { name: 'web', version: '1.0.0' },
    to: '2.0.0',
  })
  expect(fixOf(remedy, 'qs')).toEqual({ name: 'web', version: '2.0.0' })
})

test('ranges that are not recorded or not understood are never taken for an answer', () => {
  const unknown = { kind: 'unknown', version: '1.0.5' }
  const around = (edge: Edge): readonly Edge[] => [[ROOT, 0], edge]
  expect(remedyOf(['web@1.0.0*', 'qs@1.0.0'], around([0, 1]), ['1.0.5'])).toEqual(unknown)
  expect(remedyOf(['web@1.0.0*', 'qs@1.0.0'], around([0, 1, 'latest']), ['1.0.5'])).toEqual(unknown)
  expect(remedyOf(['web@1.0.0*', 'qs@1.0.0'], around([0, 1, '^1.0.0']), [])).toEqual({ kind: 'none' })
})

/** `name@version`, a star behind direct ones; the package asked about is the last, or the one at `index`. */
function remedyOf(
  names: readonly string[],
  edges: readonly Edge[],
  fixed: readonly string[],
  index = names.length - 1,
) {
  const packages = names.map((text, line) => {
    const [name, version] = text.replace('*', '').split('@') as [string, string]
    return {
      ecosystem: 'npm',
      name,
      version,
      source: DEFAULT_REGISTRY,
      scope: 'prod' as const,
      direct: text.endsWith('*'),
      line: line + 1,
      endLine: line + 1,
    }
  })
  const reading = { path: 'package-lock.json', format: 'package-lock.json', packages, edges, errors: [] }
  const installed = groupInstalled(packages).find((group) => group.indices.includes(index))!
  return findRemedy(reading, installed, fixed, findPaths(packages, edges))
}

test('how a version is forced is told in the words of the package manager', () => {
  const unknown = { kind: 'unknown', version: 'v0.17.0' } as const
  expect(describeRemedy(unknown, 'golang.org/x/net', 'go.mod')).toBe(
    'It ends with golang.org/x/net v0.17.0: upgrade what brings it in, or override the version. go get golang.org/x/net@v0.17.0: Go takes the highest version that anybody asks for, so that nothing holds it back.',
  )
  const held = {
    kind: 'held',
    version: '1.0.5',
    holders: [{ name: 'body', version: '2.0.0', range: '1.0.0' }],
    direct: { name: 'web', version: '' },
  } as const
  expect(describeRemedy(held, 'qs', 'package-lock.json')).toBe(
    'It ends with qs 1.0.5, which is held back: body@2.0.0 asks for "1.0.0". Upgrade web to a version that takes it; which one that is, the lockfile does not say. Or override the version. In package.json: "overrides": { "qs": "1.0.5" }, then npm install.',
  )
  expect(describeRemedy(unknown, '$&', 'pom.xml')).toContain('$& at 0.17.0')
})

test('every format whose way is told is a format', () => {
  const ids = new Set(FORMATS.map(({ id }) => id))
  expect(Object.keys(forcedVersions).filter((id) => !ids.has(id))).toEqual([])
})
