import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { formatPublicKey } from '../../src/trust/keys.ts'
import { parseArtifacts } from '../../src/verbs/deployment-words.ts'
import { findFreePort } from '../support/free-port.ts'
import { runVerb } from './run-verb.ts'

/* What `deploy` says before it has reached anybody; what others refuse is in deploy.test.ts. */

let folder: string
let tokensUrl: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-deploy-refusals-'))
  await writeFile(join(folder, 'shop.tar.gz'), 'the artifact')
  await writeFile(join(folder, 'verdict.json'), '{}')
  const tokens = createServer((_request, response) => response.end('{"value":"a.b.c"}')).listen(
    0,
    '127.0.0.1',
  )
  await new Promise((resolve) => tokens.once('listening', resolve))
  tokensUrl = `http://127.0.0.1:${(tokens.address() as AddressInfo).port}/`
  onTestFinished(async () => {
    tokens.closeAllConnections()
    tokens.close()
    await rm(folder, { recursive: true })
  })
})

const root = formatPublicKey('root', ed25519KeyPair(new Uint8Array(32).fill(0x21)).publicKey)

interface Arguments {
  readonly without?: string
  readonly artifact?: string
  readonly env?: Readonly<Record<string, string>>
}

async function deploy({ without, artifact = 'shop=shop.tar.gz', env }: Arguments) {
  const values = {
    coordinator: `http://127.0.0.1:${await findFreePort()}`,
    root,
    environment: 'production',
    artifact,
    verdict: 'verdict.json',
  }
  const given = Object.entries(values).filter(([name]) => name !== without)
  return runVerb(['deploy', ...given.flatMap(([name, value]) => [`--${name}`, value])], {
    cwd: folder,
    env: env ?? { ACTIONS_ID_TOKEN_REQUEST_URL: tokensUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer' },
  })
}

test('a job that may not ask for tokens: exit code 2, and the line to add', async () => {
  const { code, stderr } = await deploy({ env: {} })
  expect(code).toBe(2)
  expect(stderr).toContain('permissions: { contents: read, id-token: write }')
})

test('a coordinator that does not answer: exit code 14', async () => {
  const { code, stdout, stderr } = await deploy({})
  expect({ code, stdout }).toEqual({ code: 14, stdout: '' })
  expect(stderr).toContain('HTTP_FAILED')
})

test.each([
  'coordinator',
  'root',
  'environment',
  'artifact',
  'verdict',
])('without --%s: exit code 2, named', async (without) => {
  const { code, stderr } = await deploy({ without })
  expect(code).toBe(2)
  expect(stderr).toContain(`--${without} is missing`)
})

test.each([
  'shop.tar.gz',
  'Shop=shop.tar.gz',
  'shop=',
])('an artifact given as %s: exit code 2', async (artifact) => {
  const { code, stderr } = await deploy({ artifact })
  expect(code).toBe(2)
  expect(stderr).toContain('names no application')
})

test('an artifact that is not there: exit code 2, named', async () => {
  const { code, stderr } = await deploy({ artifact: 'shop=other.tar.gz' })
  expect(code).toBe(2)
  expect(stderr).toContain('other.tar.gz')
})

test('more artifacts of one application than are approved together: exit code 2; of several applications, none', () => {
  const lines = (application: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${application}=build/${at}.tar.gz`)
  const absolute = (path: string) => `/${path}`
  expect(() => parseArtifacts(lines('shop', 17), absolute)).toThrow(
    expect.objectContaining({ code: 'USAGE', message: expect.stringContaining('shop has 17') }),
  )
  expect(parseArtifacts([...lines('shop', 16), ...lines('billing', 16)], absolute)).toHaveLength(32)
})
