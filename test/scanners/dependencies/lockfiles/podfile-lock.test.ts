import { expect, test } from 'vitest'
import { podfileLock } from '../../../../scanners/dependencies/lockfiles/podfile-lock.ts'
import { edgesOf, errorsOf, packagesOf, readText } from './reading.ts'

test('pods, subspecs as part of their pod, where they come from, what the project asks for', async () => {
  const reading = await readText(
    podfileLock,
    `PODS:
  - Local (0.1)
  - PINCache (3.0.3):
    - PINCache/Core (= 3.0.3)
  - PINCache/Core (3.0.3):
    - PINOperation (~> 1.2.1)
  - PINOperation (1.2.1)
  - "Reveal+SDK (24)"

DEPENDENCIES:
  - Local (from \`../Local\`)
  - PINCache/Core
  - Reveal+SDK

EXTERNAL SOURCES:
  Local:
    :path: "../Local"
  PINOperation:
    :git: https://host.example/op.git

CHECKOUT OPTIONS:
  PINOperation:
    :commit: 7a8f
    :git: https://host.example/op.git

COCOAPODS: 1.11.2
`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(packagesOf(reading)).toEqual([
    'Local 0.1 2-2 prod true',
    'PINCache 3.0.3 3-4 prod true',
    'PINOperation 1.2.1 7-7 prod false',
    'Reveal+SDK 24 8-8 prod true',
  ])
  expect(edgesOf(reading)).toEqual(['PINCache > PINOperation', '. > Local', '. > PINCache', '. > Reveal+SDK'])
  expect(reading.packages.map((p) => p.source.kind)).toEqual(['path', 'registry', 'git', 'registry'])
  expect(reading.packages[0]?.ecosystem).toBe('')
})

test.each(['', 'PODS:\n  - nameless\n', 'PODS:\n  - [a]\n', '- a\n'])('%j is told', async (text) => {
  expect((await readText(podfileLock, text)).errors[0]).toMatchObject({ code: 'LOCKFILE_INVALID' })
})
