import { createHmac, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeBase64url, encodeUtf8 } from '../../src/base/bytes.ts'
import { DAY, MINUTE, SECOND, type Timestamp } from '../../src/base/time.ts'
import { admissionAudience } from '../../src/trust/audience.ts'
import { parseDiscovery } from '../../src/trust/discovery.ts'
import { joinIssuerKeys, parseJwks, verifyJwksSnapshot } from '../../src/trust/issuer-keys.ts'
import { peekToken, verifyAdmissionToken, verifyToken } from '../../src/trust/token.ts'
import { createIssuer } from '../support/issuer.ts'
import { keyNamed, NOW } from './approval-kit.ts'
import { coordinatorId, root } from './coordinator-kit.ts'

const issuer = createIssuer('https://token.example')
const issuers = new Map([[issuer.url, issuer.keys()]])
const binding = {
  coordinatorId,
  wireguardKey: new Uint8Array(32).fill(1),
  machineKey: new Uint8Array(32).fill(2),
}
const expected = { ...binding, issuers, now: NOW }
const mint = (now: number, audience = admissionAudience(binding)) => issuer.mintWorkload({ audience, now })

test('a token is for the keys that it is bound to, and for no others', () => {
  const token = mint(NOW)
  expect(verifyAdmissionToken(token, expected).kind).toBe('verified')
  const others = [
    { ...expected, wireguardKey: new Uint8Array(32).fill(3) },
    { ...expected, machineKey: new Uint8Array(32).fill(3) },
    { ...expected, approvalDigest: new Uint8Array(32).fill(3) },
    { ...expected, coordinatorId: 'x'.repeat(43) },
    { ...expected, wireguardKey: binding.machineKey, machineKey: binding.wireguardKey },
  ]
  for (const other of others)
    expect(verifyAdmissionToken(token, other)).toMatchObject({ code: 'TOKEN_AUDIENCE' })
})

test('no approval and an approval of 32 zero bytes are bound alike', () => {
  expect(admissionAudience({ ...binding, approvalDigest: new Uint8Array(32) })).toBe(
    admissionAudience(binding),
  )
})

test.each([
  [10 * MINUTE, 'verified'],
  [10 * MINUTE + SECOND, 'refused'],
  [-60 * SECOND, 'verified'],
  [-61 * SECOND, 'refused'],
])('a token issued %i ms ago is %s for an admission', (age, kind) => {
  expect(verifyAdmissionToken(mint(NOW - age), expected).kind).toBe(kind)
})

test('an HMAC under the public key is no signature', () => {
  const [, payload] = mint(NOW).split('.')
  const kid = (issuer.jwks().keys[0] as { kid: string }).kid
  const header = encodeBase64url(encodeUtf8(JSON.stringify({ alg: 'HS256', kid })))
  const mac = createHmac('sha256', JSON.stringify(issuer.jwks().keys[0]))
    .update(`${header}.${payload}`)
    .digest()
  const token = `${header}.${payload}.${encodeBase64url(mac)}`
  expect(verifyAdmissionToken(token, expected)).toMatchObject({ code: 'TOKEN_ALGORITHM' })
})

test('any changed character of a token is refused', () => {
  const token = mint(NOW)
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: token.length - 1 }),
      fc.constantFrom('A', 'z', '0', '-', '.', '='),
      (at, character) => {
        fc.pre(token[at] !== character)
        const changed = token.slice(0, at) + character + token.slice(at + 1)
        expect(verifyAdmissionToken(changed, expected).kind).toBe('refused')
      },
    ),
    { numRuns: 300 },
  )
})

test('a claim that stands twice, and a token that is too long, are refused', () => {
  const [header, , signature] = mint(NOW).split('.')
  const twice = encodeBase64url(encodeUtf8('{"iss":"a","iss":"b"}'))
  const audience = 'x'
  expect(verifyToken(`${header}.${twice}.${signature}`, { issuers, audience })).toMatchObject({
    code: 'TOKEN_MALFORMED',
  })
  expect(verifyToken('a'.repeat(17_000), { issuers, audience })).toMatchObject({ code: 'TOKEN_MALFORMED' })
})

test('issuer and key id are read beforehand, from what is a token at least', () => {
  expect(peekToken(mint(NOW))).toEqual({
    issuer: issuer.url,
    kid: (issuer.jwks().keys[0] as { kid: string }).kid,
  })
  expect(peekToken('x.y.z')).toBeUndefined()
})

test('after a rotation the old key is kept with the new', () => {
  const rotating = createIssuer('https://token.example')
  const before = rotating.keys()
  const token = rotating.mintWorkload({ audience: admissionAudience(binding), now: NOW })
  rotating.rotate({ forget: true })
  const fetched = rotating.keys()
  const alone = verifyAdmissionToken(token, { ...expected, issuers: new Map([[issuer.url, fetched]]) })
  expect(alone).toMatchObject({ code: 'TOKEN_KEY_UNKNOWN' })
  const joined = new Map([[issuer.url, joinIssuerKeys(fetched, before.keys)]])
  expect(verifyAdmissionToken(token, { ...expected, issuers: joined }).kind).toBe('verified')
})

function jwks(...keys: readonly object[]) {
  return parseJwks(encodeUtf8(JSON.stringify({ keys })), issuer.url).keys.map(({ kid }) => kid)
}

test('keys of other kinds, short keys, keys for encryption and ambiguous ids are passed over', () => {
  const good = { ...issuer.jwks().keys[0], kid: 'good' }
  const short = {
    ...generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' }),
    kid: 'short',
  }
  const p384 = {
    ...generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' }),
    kid: 'p384',
  }
  const ed = { ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }), kid: 'ed' }
  const others = [short, p384, ed, { kty: 'oct', k: 'AAAA', kid: 'oct' }]
  const unusable = [
    { ...good, kid: 'enc', use: 'enc' },
    { ...good, kid: 'ps', alg: 'PS256' },
    { ...good, kid: undefined },
  ]
  expect(jwks(good, ...others, ...unusable)).toEqual(['good'])
  expect(jwks(good, { ...good, kid: 'twice' }, { ...issuer.jwks().keys[1], kid: 'twice' })).toEqual(['good'])
  expect(() => jwks(short)).toThrow(/no key that we accept/)
})

test('a snapshot is for one issuer, one root and one time', () => {
  const window = { notBefore: (NOW - DAY) as Timestamp, notAfter: (NOW + DAY) as Timestamp }
  const snapshot = issuer.snapshot(root, window)
  const asked = { root: root.publicKey, issuer: issuer.url, now: NOW }
  expect(verifyJwksSnapshot(snapshot, asked).keys).toHaveLength(2)
  expect(() => verifyJwksSnapshot(snapshot, { ...asked, issuer: 'https://other.example' })).toThrow(/is of/)
  expect(() => verifyJwksSnapshot(snapshot, { ...asked, root: keyNamed('x').publicKey })).toThrow(
    /0 of the keys/,
  )
  expect(() => verifyJwksSnapshot(snapshot, { ...asked, now: window.notAfter })).toThrow(/is valid from/)
})

test.each([
  ['https://token.example/jwks', undefined, true],
  ['https://keys.example/jwks', undefined, false],
  ['https://keys.example/jwks', 'https://keys.example', true],
  ['http://token.example/jwks', undefined, false],
  ['https://token.example.evil/jwks', undefined, false],
])('keys at %s with jwksOrigin %s are followed: %s', (uri, jwksOrigin, isFollowed) => {
  const bytes = encodeUtf8(JSON.stringify({ issuer: issuer.url, jwks_uri: uri, other: 1 }))
  const read = () => parseDiscovery(bytes, { issuer: issuer.url, jwksOrigin })
  if (isFollowed) expect(read()).toBe(uri)
  else expect(read).toThrow()
})

test('a discovery document of another issuer is refused', () => {
  const bytes = encodeUtf8(
    JSON.stringify({ issuer: 'https://other.example', jwks_uri: `${issuer.url}/jwks` }),
  )
  expect(() => parseDiscovery(bytes, { issuer: issuer.url })).toThrow(/names the issuer/)
})
