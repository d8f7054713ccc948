import { expect, test } from 'vitest'
import { juliaManifest } from '../../../../scanners/dependencies/lockfiles/julia-manifest.ts'
import { edgesOf, errorsOf, packagesOf, readText } from './reading.ts'

const MANIFEST = `julia_version = "1.9.0"
manifest_format = "2.0"
project_hash = "da39"

[[deps.A]]
deps = ["B", "Dates"]
git-tree-sha1 = "0809"
uuid = "1"
version = "0.17.0"

    [deps.A.weakdeps]
    W = "9"

[[deps.B]]
uuid = "2"
version = "1.0.0"
repo-url = "https://host.example/B.jl"
git-tree-sha1 = "cca9"

[[deps.Dates]]
uuid = "ade2"

[[deps.Here]]
path = "../Here"
uuid = "3"

    [deps.Here.deps]
    A = "1"
`

test('format 2: edges by name or UUID; what belongs to Julia itself is left out', async () => {
  const reading = await readText(juliaManifest, MANIFEST, {
    path: 'x/Manifest.toml',
    beside: { 'x/Project.toml': '[deps]\nHere = "3"\n' },
  })
  expect(errorsOf(reading)).toEqual([])
  expect(reading.packages.map((p) => [p.name, p.version, p.line, p.direct, p.source.kind])).toEqual([
    ['A', '0.17.0', 5, false, 'registry'],
    ['B', '1.0.0', 14, false, 'git'],
    ['Here', '', 23, true, 'path'],
  ])
  expect(edgesOf(reading)).toEqual(['A > B', 'Here > A', '. > Here'])
})

test('format 1 has its tables at the top; without a project nothing is known to be direct', async () => {
  const reading = await readText(juliaManifest, '[[A]]\nuuid = "1"\nversion = "1.0.0"\n')
  expect(packagesOf(reading)).toEqual(['A 1.0.0 1-3 prod null'])
})

test.each([
  ['manifest_format = "3.0"\n'],
  ['[[deps.A]\n'],
  ['[[deps.A]]\nversion = \n'],
])('%j is told with its line', async (text) => {
  const { errors } = await readText(juliaManifest, text)
  expect(errors[0]?.line).toBeGreaterThan(0)
  expect(errors[0]?.message).not.toMatch(/gave up/)
})

test.each(['Manifest.toml', 'a/JuliaManifest.toml', 'Manifest-v1.11.toml'])('%s is read', (path) => {
  expect(juliaManifest.wants(path)).toBe(true)
})

test('another case is another format', () => {
  expect(juliaManifest.wants('manifest.toml')).toBe(false)
})
