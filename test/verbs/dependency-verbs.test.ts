import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Ports } from '../../src/verbs/verb.ts'
import { versions } from '../../src/verbs/versions.ts'
import { makeAdvisories } from '../scanners/dependencies/zip.ts'
import { runVerb } from './run-verb.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sallyport-test-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

test('versions answers each line with one line', async () => {
  expect(await compare('PyPI', '1.0rc1\t1.0\n1.0\t1\r\n\n1\n2\t1')).toBe('<\n=\n!\n!\n>\n')
  expect(await compare('Debian:12', '1.0~1\t1.0\n')).toBe('<\n')
  expect(await compare('npm', '1.0.0\tlatest\n')).toBe('!\n')
  expect(await compare('npm', '1.0.0-a\u2028b\t1.0.0\n')).toBe('<\n')
})

test('versions refuses an ecosystem that it cannot order, and says which is near', async () => {
  const result = await runVerb(['versions', '--ecosystem', 'pypi'], { cwd })
  expect(result.code).toBe(2)
  expect(result.stderr).toMatch(/did you mean "PyPI"/)
  expect((await runVerb(['versions'], { cwd })).code).toBe(2)
})

const lock = {
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { a: '1', b: '1' } },
    'node_modules/a': { version: '1.0.0', dependencies: { c: '1' } },
    'node_modules/b': { version: '1.0.0', dependencies: { a: '1' } },
    'node_modules/c': { version: '1.5.0', dependencies: { a: '1' } },
  },
}

test('why shows every path, shortest first, without circles', async () => {
  writeFileSync(join(cwd, 'package-lock.json'), JSON.stringify(lock, null, 1))
  const result = await runVerb(['why', 'c@1.5.0', '--json'], { cwd })
  expect(result.code).toBe(0)
  expect(result.json().places).toEqual([
    {
      path: 'package-lock.json',
      line: 22,
      direct: false,
      scope: 'prod',
      more: false,
      package: { ecosystem: 'npm', name: 'c', version: '1.5.0' },
      paths: [
        ['a@1.0.0', 'c@1.5.0'],
        ['b@1.0.0', 'a@1.0.0', 'c@1.5.0'],
      ],
    },
  ])
})

test('why says that nothing has the package, and that a file could not be read', async () => {
  writeFileSync(join(cwd, 'package-lock.json'), JSON.stringify(lock))
  expect(await runVerb(['why', 'c@9'], { cwd })).toMatchObject({
    code: 3,
    stderr: 'no lockfile here has c@9\n',
  })
  writeFileSync(join(cwd, 'package-lock.json'), '{')
  expect((await runVerb(['why', 'c'], { cwd })).code).toBe(11)
})

const archive = makeAdvisories([{ id: 'GHSA-1' }, { id: 'GHSA-2' }])

test('advisories update fetches, asks again conditionally, and refuses what is damaged', async () => {
  const asked: string[] = []
  let body = archive
  const origin = await serve((request, response) => {
    asked.push(`${request.url} ${request.headers['if-none-match'] ?? '-'}`)
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
    else response.writeHead(200, { etag: '"1"' }).end(body)
  })
  const update = () =>
    runVerb(
      [
        'advisories',
        'update',
        '--advisories',
        'osv',
        '--ecosystem',
        'crates.io',
        '--from',
        `${origin}/`,
        '--json',
      ],
      { cwd },
    )
  const path = join(cwd, 'osv', 'crates.io', 'all.zip')

  const first = await update()
  expect(first.code).toBe(0)
  expect(first.json().updates).toEqual([
    { ecosystem: 'crates.io', status: 'updated', digest: expect.stringMatching(/^sha256:/), records: 2 },
  ])
  expect((await update()).json().updates).toMatchObject([{ status: 'unchanged' }])

  // Another archive than the validators belong to: it is asked for without conditions.
  writeFileSync(path, 'changed by hand')
  body = archive.slice(0, -10)
  const third = await update()
  expect(third.code).toBe(11)
  expect(third.json().updates).toMatchObject([
    { status: 'failed', reason: expect.stringMatching(/truncated/) },
  ])
  expect(readFileSync(path, 'utf8')).toBe('changed by hand')
  expect(asked).toEqual(['/crates.io/all.zip -', '/crates.io/all.zip "1"', '/crates.io/all.zip -'])
})

test('advisories update goes on past an ecosystem that is not there', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/npm/all.zip') response.end(archive)
    else response.writeHead(404).end()
  })
  const args = [
    'advisories',
    'update',
    '--ecosystem',
    'npm',
    '--ecosystem',
    'Red Hat',
    '--from',
    origin,
    '--json',
  ]
  const result = await runVerb(args, { cwd })
  expect(result.code).toBe(11)
  expect(result.json().updates).toMatchObject([
    {
      ecosystem: 'Red Hat',
      status: 'failed',
      reason: expect.stringMatching(/Red%20Hat\/all\.zip: the answer is 404/),
    },
    { ecosystem: 'npm', status: 'updated' },
  ])
})

const UPDATE = ['advisories', 'update', '--advisories', 'osv', '--ecosystem', 'npm', '--from']

test('advisories update says on a terminal how far a download is, and leaves no trace of it', async () => {
  const origin = await serve((_, response) =>
    response.writeHead(200, { 'content-length': archive.length }).end(archive),
  )
  const result = await runVerb([...UPDATE, origin], { cwd, isTerminal: true, pace: 1_000 })
  const shown = result.stderr.split('\r\u001b[2K')
  expect(shown.slice(0, 2)).toEqual(['npm: asking …', 'npm: 0.0 of 0.0 MiB (100 %)'])
  expect(shown.at(-1)).toMatch(/^npm: 2 records\n/)
  expect((await runVerb([...UPDATE, origin], { cwd })).stderr).not.toContain('\r')
})

test('two updates at once both end well, with one archive that the next update knows', async () => {
  const other = makeAdvisories([{ id: 'GHSA-3' }])
  let count = 0
  const origin = await serve((_, response) => {
    const first = count++ % 2 === 0
    response.writeHead(200, { etag: first ? '"1"' : '"2"' }).end(first ? archive : other)
  })
  const both = await Promise.all([
    runVerb([...UPDATE, origin], { cwd }),
    runVerb([...UPDATE, origin], { cwd }),
  ])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(readdirSync(join(cwd, 'osv', 'npm')).sort()).toEqual(['all.zip', 'all.zip.json'])
  const kept = readFileSync(join(cwd, 'osv', 'npm', 'all.zip'))
  expect([archive, other].some((one) => kept.equals(one))).toBe(true)
  expect((await runVerb([...UPDATE, origin], { cwd })).code).toBe(0)
})

test('an update that is killed leaves the old archive; drafts of killed ones are removed a day later', async () => {
  const folder = join(cwd, 'osv', 'npm')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'all.zip'), archive)
  const [old, young] = ['0123456789ab', 'ba9876543210'].map((id) => join(folder, `all.zip.${id}.tmp`))
  for (const draft of [old!, young!]) writeFileSync(draft, 'half')
  utimesSync(old!, 0, 0)
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  let hang = true
  const origin = await serve((_, response) => {
    if (!hang) return void response.end(archive)
    response.writeHead(200, { 'content-length': archive.length })
    response.write(archive.subarray(0, 50), () => begin())
  })
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main, ...UPDATE, origin], { cwd, stdio: 'ignore' })
  const ended = once(child, 'exit')
  await begun
  child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
  expect(readFileSync(join(folder, 'all.zip')).equals(archive)).toBe(true)

  hang = false
  expect((await runVerb([...UPDATE, origin], { cwd })).code).toBe(0)
  expect([old!, young!].map((draft) => existsSync(draft))).toEqual([false, true])
})

test.each([['../x'], ['a/b'], ['']])('advisories update takes no ecosystem %j', async (name) => {
  mkdirSync(join(cwd, 'osv'))
  const args = [
    'advisories',
    'update',
    '--advisories',
    'osv',
    '--ecosystem',
    name,
    '--from',
    'http://127.0.0.1:9',
  ]
  expect((await runVerb(args, { cwd })).code).toBe(2)
})

test('advisories update takes no address that is not http', async () => {
  expect((await runVerb(['advisories', 'update', '--from', 'file:///etc'], { cwd })).code).toBe(2)
})

async function compare(ecosystem: string, lines: string): Promise<string> {
  const written: string[] = []
  // In two pieces, so that a line may be cut anywhere.
  const pieces = [Buffer.from(lines).subarray(0, 5), Buffer.from(lines).subarray(5)]
  const ports = { stdin: Readable.from(pieces), stdout: (text: string) => void written.push(text) }
  await versions.run({
    positionals: [],
    options: { ecosystem: [ecosystem] },
    command: [],
    ports: ports as unknown as Ports,
  })
  return written.join('')
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
