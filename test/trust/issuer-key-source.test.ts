import { beforeEach, expect, test } from 'vitest'
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { SallyportError } from '../../src/base/errors.ts'
import { type Clock, DAY, HOUR, type Instant, MINUTE, type Timestamp } from '../../src/base/time.ts'
import { createIssuerKeySource } from '../../src/trust/issuer-key-source.ts'
import { formatPublicKey } from '../../src/trust/keys.ts'
import { parseTrustFile, type TrustedIssuer } from '../../src/trust/trust-file.ts'
import { createIssuer, type Issuer } from '../support/issuer.ts'
import { keyNamed } from './approval-kit.ts'

const URL_OF_ISSUER = 'https://token.example'
const WALL = Date.parse('2026-11-22T08:00:00Z')
const root = keyNamed('root')

class Ticks implements Clock {
  elapsed = 0
  now = (): Timestamp => (WALL + this.elapsed) as Timestamp
  monotonic = (): Instant => (1_000_000 + this.elapsed) as Instant
}

let issuer: Issuer
let clock: Ticks
let asked: { url: string; ca?: string; maxBytes: number; timeoutMs: number }[]
let answer: (url: string) => Promise<Uint8Array>
let files: Map<string, Uint8Array>

beforeEach(() => {
  issuer = createIssuer(URL_OF_ISSUER)
  clock = new Ticks()
  asked = []
  files = new Map()
  answer = async (url) =>
    encodeUtf8(
      JSON.stringify(
        url.endsWith('/openid-configuration')
          ? { issuer: URL_OF_ISSUER, jwks_uri: `${URL_OF_ISSUER}/keys` }
          : issuer.jwks(),
      ),
    )
})

function source() {
  return createIssuerKeySource({
    clock,
    root: root.publicKey,
    async fetch(url, options) {
      asked.push({ url, ...options })
      return await answer(url)
    },
    async readFile(path) {
      const bytes = files.get(path)
      if (bytes) return bytes
      throw new SallyportError('FILE_UNREADABLE', { message: path })
    },
  })
}

const TRUSTED: TrustedIssuer[] = [{ issuer: URL_OF_ISSUER }]
const token = (options: { of?: Issuer; header?: Record<string, unknown> } = {}) =>
  (options.of ?? issuer).mint({
    audience: 'x',
    now: WALL,
    ...(options.header ? { header: options.header } : {}),
  })
const down = async (): Promise<never> => {
  throw new SallyportError('HTTP_FAILED', { message: 'connection refused' })
}

function kidsOf(keys: ReadonlyMap<string, { keys: readonly { kid: string }[] }>): string[] {
  return keys.get(URL_OF_ISSUER)?.keys.map(({ kid }) => kid) ?? []
}

const published = () => issuer.jwks().keys.map(({ kid }) => kid as string)

test('keys come by discovery, within 256 KiB and five seconds, and are asked for once', async () => {
  const keys = source()
  expect(kidsOf(await keys.keysFor(TRUSTED, token()))).toEqual(published())
  await keys.keysFor(TRUSTED, token())
  expect(asked).toEqual([
    { url: `${URL_OF_ISSUER}/.well-known/openid-configuration`, maxBytes: 262_144, timeoutMs: 5_000 },
    { url: `${URL_OF_ISSUER}/keys`, maxBytes: 262_144, timeoutMs: 5_000 },
  ])
})

test("the issuer's own CA is handed to each of the two calls", async () => {
  files.set('issuer-ca.pem', encodeUtf8('PEM'))
  await source().keysFor([{ issuer: URL_OF_ISSUER, ca: 'issuer-ca.pem' }], token())
  expect(asked.map(({ ca }) => ca)).toEqual(['PEM', 'PEM'])
})

test('an issuer that nobody trusts is not asked, and neither is anybody for what is no token', async () => {
  const keys = source()
  expect(await keys.keysFor(TRUSTED, token({ of: createIssuer('https://stranger.example') }))).toEqual(
    new Map(),
  )
  expect(await keys.keysFor(TRUSTED, 'not.a.token')).toEqual(new Map())
  expect(await keys.keysFor([{ issuer: `${URL_OF_ISSUER}/` }], token())).toEqual(new Map())
  expect(asked).toEqual([])
})

test('a key that was rotated in is fetched, at most once a minute whatever key ids strangers name', async () => {
  const keys = source()
  await keys.keysFor(TRUSTED, token())
  const before = asked.length
  issuer.rotate()
  expect(kidsOf(await keys.keysFor(TRUSTED, token()))).toHaveLength(2)
  for (let index = 0; index < 50; index++)
    await keys.keysFor(TRUSTED, token({ header: { kid: `made-up-${index}` } }))
  expect(asked.length).toBe(before)
  clock.elapsed += MINUTE + 1
  expect(kidsOf(await keys.keysFor(TRUSTED, token()))).toEqual(published())
  expect(asked.length).toBe(before + 2)
})

test('many who ask at once wait for one fetch', async () => {
  const keys = source()
  const all = await Promise.all(Array.from({ length: 20 }, () => keys.keysFor(TRUSTED, token())))
  expect(all.every((found) => kidsOf(found).length === 2)).toBe(true)
  expect(asked).toHaveLength(2)
})

test('a key that the issuer withdrew is good for a day from when it was last published, and no longer', async () => {
  const keys = source()
  const old = token()
  const [oldKid] = published()
  await keys.keysFor(TRUSTED, old)
  issuer.rotate({ forget: true })
  for (let hours = 1; hours <= 24; hours++) {
    clock.elapsed = hours * HOUR
    expect(kidsOf(await keys.keysFor(TRUSTED, token()))).toContain(oldKid)
  }
  clock.elapsed = DAY + 1
  expect(kidsOf(await keys.keysFor(TRUSTED, old))).toEqual(published())
})

test('an issuer that is down leaves what it published good for a day, then nothing', async () => {
  const keys = source()
  await keys.keysFor(TRUSTED, token())
  answer = down
  clock.elapsed = DAY
  expect(kidsOf(await keys.keysFor(TRUSTED, token()))).toHaveLength(2)
  clock.elapsed = DAY + 1
  expect(await keys.keysFor(TRUSTED, token())).toEqual(new Map())
})

test('an issuer that was down at first is asked again after a minute', async () => {
  const keys = source()
  const up = answer
  answer = down
  expect(await keys.keysFor(TRUSTED, token())).toEqual(new Map())
  answer = up
  expect(await keys.keysFor(TRUSTED, token())).toEqual(new Map())
  clock.elapsed = MINUTE + 1
  expect(kidsOf(await keys.keysFor(TRUSTED, token()))).toHaveLength(2)
})

const discovery = (document: unknown) => async (url: string) =>
  encodeUtf8(JSON.stringify(url.endsWith('/openid-configuration') ? document : issuer.jwks()))

test.each<[what: string, document: unknown]>([
  ['keys at another origin', { issuer: URL_OF_ISSUER, jwks_uri: 'https://elsewhere.example/keys' }],
  ['keys at another port', { issuer: URL_OF_ISSUER, jwks_uri: 'https://token.example:8443/keys' }],
  ['keys over http:', { issuer: URL_OF_ISSUER, jwks_uri: 'http://token.example/keys' }],
  ['another issuer', { issuer: 'https://other.example', jwks_uri: `${URL_OF_ISSUER}/keys` }],
  ['no place of keys', { issuer: URL_OF_ISSUER }],
])('a discovery that names %s gives no key, and nothing is fetched from there', async (_what, document) => {
  answer = discovery(document)
  expect(await source().keysFor(TRUSTED, token())).toEqual(new Map())
  expect(asked).toHaveLength(1)
})

test('keys at another origin are fetched where the configuration says so', async () => {
  answer = discovery({ issuer: URL_OF_ISSUER, jwks_uri: 'https://keys.example/jwks' })
  const trusted = [{ issuer: URL_OF_ISSUER, jwksOrigin: 'https://keys.example' }]
  expect(kidsOf(await source().keysFor(trusted, token()))).toHaveLength(2)
})

test('keys over 256 KiB are no keys, though a fetcher let them through', async () => {
  const padding = ' '.repeat(256 * 1024)
  answer = async (url) =>
    url.endsWith('/keys')
      ? encodeUtf8(JSON.stringify(issuer.jwks()) + padding)
      : encodeUtf8(JSON.stringify({ issuer: URL_OF_ISSUER, jwks_uri: `${URL_OF_ISSUER}/keys` }))
  expect(await source().keysFor(TRUSTED, token())).toEqual(new Map())
})

test('a snapshot counts within its window, signed by the root, for its issuer', async () => {
  const trusted: TrustedIssuer[] = [{ issuer: URL_OF_ISSUER, jwks: 'snapshot', snapshot: 'jwks.json' }]
  const window = { notBefore: (WALL - HOUR) as Timestamp, notAfter: (WALL + HOUR) as Timestamp }
  const write = (envelope: unknown) => files.set('jwks.json', encodeUtf8(JSON.stringify(envelope)))
  write(issuer.snapshot(root, window))
  expect(kidsOf(await source().keysFor(trusted, token()))).toHaveLength(2)
  write(issuer.snapshot(keyNamed('approval'), window))
  expect(await source().keysFor(trusted, token())).toEqual(new Map())
  write(issuer.snapshot(root, { ...window, notAfter: (WALL - 1000) as Timestamp }))
  expect(await source().keysFor(trusted, token())).toEqual(new Map())
  write(createIssuer('https://other.example').snapshot(root, window))
  expect(await source().keysFor(trusted, token())).toEqual(new Map())
  expect(asked).toEqual([])
})

test('a trust file with an http: issuer is refused', () => {
  const parse = (url: string) =>
    parseTrustFile(
      encodeUtf8(`version: 1
signers: coordinator
root: ${formatPublicKey('root', root.publicKey)}
issuers: [{ issuer: "${url}" }]
rules:
  - application: shop
    environments: [production]
    issuer: "${url}"
    repositoryId: "74"
    ownerId: "65"
    refs: [refs/heads/main]
    gate: { workflow: octo/ci/.github/workflows/gate.yml, commits: [${'a'.repeat(40)}] }
`),
      'trust.yml',
    )
  expect(parse('https://token.example')).toMatchObject({ issuers: [{ issuer: 'https://token.example' }] })
  expect(() => parse('http://token.example')).toThrow(/must be an https: URL/)
})

test.each([
  'https://token.actions.githubusercontent.com/octo-enterprise',
  'https://token.actions.octo.ghe.com',
  'https://github.octo.example/_services/token',
  'https://gitlab.octo.example',
  'https://gitlab.octo.example/a-relative-url-root',
])('an issuer of the form %s is found by its exact URL, and by no other', async (form) => {
  const other = createIssuer(form)
  answer = async (url) => {
    const isDiscovery = url === `${form}/.well-known/openid-configuration`
    return encodeUtf8(
      JSON.stringify(isDiscovery ? { issuer: form, jwks_uri: `${form}/.well-known/jwks` } : other.jwks()),
    )
  }
  const keys = await source().keysFor([{ issuer: form }], token({ of: other }))
  expect([...keys.keys()]).toEqual([form])
  expect(asked.map(({ url }) => url)).toEqual([
    `${form}/.well-known/openid-configuration`,
    `${form}/.well-known/jwks`,
  ])
  const near = [`${form}/`, form.toUpperCase(), new URL(form).origin.replace('https', 'http')]
  for (const issuerUrl of near) {
    const misread = createIssuer(issuerUrl)
    expect((await source().keysFor([{ issuer: form }], token({ of: misread }))).size, issuerUrl).toBe(0)
  }
})
