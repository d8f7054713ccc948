import { expect, test } from 'vitest'
import { renvLock } from '../../../../scanners/dependencies/lockfiles/renv-lock.ts'
import { edgesOf, errorsOf, readText } from './reading.ts'

test('CRAN, Bioconductor, git and unknown origins, and edges of old and new files', async () => {
  const reading = await readText(
    renvLock,
    `{"R": {"Version": "4.3.1"}, "Packages": {
  "markdown": {"Package": "markdown", "Version": "1.0", "Source": "Repository", "Repository": "RSPM",
    "Requirements": ["mime", "R"]},
  "BSgenome": {"Package": "BSgenome", "Version": "1.60.0", "Source": "Bioconductor"},
  "mime": {"Package": "mime", "Version": "0.12.1", "Source": "GitHub", "RemoteHost": "api.example",
    "RemoteUsername": "yihui", "RemoteRepo": "mime", "RemoteSha": "1763"},
  "morning": {"Version": "0.1.0", "Imports": ["markdown (>= 1.0)"]}
}}`,
  )
  expect(errorsOf(reading)).toEqual([])
  expect(
    reading.packages.map((p) => [p.ecosystem, p.name, p.version, p.line, p.source.kind, p.direct]),
  ).toEqual([
    ['CRAN', 'markdown', '1.0', 2, 'registry', null],
    ['Bioconductor', 'BSgenome', '1.60.0', 4, 'registry', true],
    ['CRAN', 'mime', '0.12.1', 5, 'git', null],
    ['CRAN', 'morning', '0.1.0', 7, 'path', true],
  ])
  expect(edgesOf(reading)).toEqual(['markdown > mime', 'morning > markdown', '. > BSgenome', '. > morning'])
})

test('a lockfile without packages has none, and one that is broken says so', async () => {
  expect(await readText(renvLock, '{}')).toMatchObject({ packages: [], errors: [] })
  for (const text of [
    '',
    '3',
    '{"Packages": []}',
    '{"Packages": {"a": {}}}',
    '{"Packages": {"__proto__": 1',
  ]) {
    expect((await readText(renvLock, text)).errors[0]).toMatchObject({ code: 'LOCKFILE_INVALID', line: 1 })
  }
})
