/** A package that comes in by an extra is optional where the extra is the project's own. */
import { expect, test } from 'vitest'
import { poetryLock } from '../../../../scanners/dependencies/lockfiles/poetry-lock.ts'
import { uvLock } from '../../../../scanners/dependencies/lockfiles/uv-lock.ts'
import { errorsOf, readText } from './reading.ts'

async function scopesOf(format: typeof uvLock, text: string) {
  const reading = await readText(format, text)
  expect(errorsOf(reading)).toEqual([])
  return reading.packages.map(({ name, scope }) => `${name} ${scope}`)
}

test('uv.lock: of a dependency, the extra that is asked for is as needed as itself', async () => {
  const text = `version = 1

[[package]]
name = "project"
version = "1.0"
source = { virtual = "." }
dependencies = [{ name = "client", extra = ["socks"] }]

[package.optional-dependencies]
web = [{ name = "server", extra = ["speed"] }]

[package.dev-dependencies]
dev = [{ name = "tester", extra = ["cover"] }]

[[package]]
name = "client"
version = "1.0"
[package.optional-dependencies]
socks = [{ name = "sockets" }]

[[package]]
name = "sockets"
version = "1.0"

[[package]]
name = "server"
version = "1.0"
[package.optional-dependencies]
speed = [{ name = "native" }]

[[package]]
name = "native"
version = "1.0"

[[package]]
name = "tester"
version = "1.0"
[package.optional-dependencies]
cover = [{ name = "coverage" }]

[[package]]
name = "coverage"
version = "1.0"
`
  expect(await scopesOf(uvLock, text)).toEqual([
    'client prod',
    'sockets prod',
    'server optional',
    'native optional',
    'tester dev',
    'coverage dev',
  ])
})

test.each([
  ['extra == "web"', 'optional'],
  ['sys_platform == "win32" and extra == "web" or extra == "cli"', 'optional'],
  ['extra == "web" or sys_platform == "win32"', 'prod'],
  ['sys_platform == "win32"', 'prod'],
])('poetry.lock: in the main group by %s, and in another', async (marker, scope) => {
  const text = `[[package]]
name = "a"
version = "1.0"
optional = false
groups = ["main", "dev"]
markers = {main = ${JSON.stringify(marker)}}
`
  expect(await scopesOf(poetryLock, text)).toEqual([`a ${scope}`])
})
