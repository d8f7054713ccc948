import { expect, test } from 'vitest'
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { SECOND, type Timestamp } from '../../src/base/time.ts'
import {
  contentDigest,
  peekRequestKeyId,
  type ReceivedHeaders,
  signRequest,
  signResponse,
  verifyRequest,
  verifyResponse,
} from '../../src/trust/http-signature.ts'
import { coordinatorIdOf, keyIdOf } from '../../src/trust/keys.ts'
import { signFrame, verifyFrame } from '../../src/trust/stream-frame.ts'
import { keyNamed, NOW } from './approval-kit.ts'

const machine = keyNamed('machine')
const control = keyNamed('control')
const coordinatorId = coordinatorIdOf(keyNamed('root').publicKey)
const request = {
  method: 'POST',
  targetUri: 'https://coord.example/v1/admissions?a=1',
  body: encodeUtf8('{"a":1}'),
}
const headers = signRequest(request, { key: machine, coordinatorId, now: NOW }, new Uint8Array(16).fill(7))
const expected = { publicKey: machine.publicKey, coordinatorId, now: NOW }
const response = { status: 200, body: encodeUtf8('{}'), requestSignature: headers.signature }
const reply = signResponse(response, { key: control, coordinatorId, now: NOW })
const expectedReply = { publicKey: control.publicKey, coordinatorId, now: NOW }

test('the content digest is the example of RFC 9530', () => {
  const body = encodeUtf8('{"hello": "world"}\n')
  expect(contentDigest(body)).toBe('sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:')
})

test('a request that was signed verifies, and names its key and nonce', () => {
  expect(peekRequestKeyId(headers)).toBe(keyIdOf(machine.publicKey))
  expect(verifyRequest(request, headers, expected)).toEqual({
    kind: 'verified',
    keyId: keyIdOf(machine.publicKey),
    nonce: 'BwcHBwcHBwcHBwcHBwcHBw',
    created: NOW,
  })
})

test('the headers are those of RFC 9421, byte by byte', () => {
  expect(headers['signature-input']).toBe(
    `sig=("@method" "@target-uri" "content-digest");created=1795341600;nonce="BwcHBwcHBwcHBwcHBwcHBw";keyid="${keyIdOf(machine.publicKey)}";alg="ed25519";tag="sallyport:${coordinatorId}"`,
  )
  expect(headers.signature).toMatch(/^sig=:[A-Za-z0-9+/]{86}==:$/)
})

const later = (ms: number) => ({ ...expected, now: (NOW + ms) as Timestamp })

test.each([
  ['another method', 'signature', { ...request, method: 'PUT' }, headers, expected],
  ['another target', 'signature', { ...request, targetUri: `${request.targetUri}0` }, headers, expected],
  ['another body', 'digest', { ...request, body: encodeUtf8('{"a":2}') }, headers, expected],
  [
    'another body with its digest',
    'signature',
    { ...request, body: encodeUtf8('x') },
    { ...headers, 'content-digest': contentDigest(encodeUtf8('x')) },
    expected,
  ],
  ['another key', 'key', request, headers, { ...expected, publicKey: control.publicKey }],
  [
    'another coordinator',
    'coordinator',
    request,
    headers,
    { ...expected, coordinatorId: coordinatorIdOf(control.publicKey) },
  ],
  [
    'a changed nonce',
    'signature',
    request,
    replaced('BwcHBwcHBwcHBwcHBwcHBw', 'BwcHBwcHBwcHBwcHBwcHCA'),
    expected,
  ],
  ['a changed time', 'signature', request, replaced('created=1795341600', 'created=1795341601'), expected],
  ['a signature 61 s old', 'skew', request, headers, later(61 * SECOND)],
  ['a signature 61 s ahead', 'skew', request, headers, later(-61 * SECOND)],
  ['no signature', 'missing', request, { ...headers, signature: undefined }, expected],
  [
    'a second signature',
    'malformed',
    request,
    { ...headers, 'signature-input': `${headers['signature-input']}, b=()` },
    expected,
  ],
  ['fewer covered components', 'malformed', request, replaced(' "content-digest"', ''), expected],
  ['another algorithm', 'malformed', request, replaced('ed25519', 'rsa-v1_5-sha256'), expected],
  [
    'a signature with stray bits',
    'malformed',
    request,
    { ...headers, signature: headers.signature.replace(/.==:$/, (end) => `${next(end[0]!)}==:`) },
    expected,
  ],
])('a request with %s is refused', (_name, code, content, received, expectation) => {
  expect(verifyRequest(content, received as ReceivedHeaders, expectation)).toMatchObject({
    kind: 'refused',
    code,
  })
})

test('a skew of exactly 60 s is within the window', () => {
  expect(verifyRequest(request, headers, later(60 * SECOND)).kind).toBe('verified')
})

test('a reply covers its request: it verifies for that one only', () => {
  expect(verifyResponse(response, reply, expectedReply).kind).toBe('verified')
  const other = signRequest(request, { key: machine, coordinatorId, now: NOW }, new Uint8Array(16).fill(8))
  const moved = { ...response, requestSignature: other.signature }
  expect(verifyResponse(moved, reply, expectedReply)).toMatchObject({ code: 'signature' })
})

test.each([
  ['another status', { ...response, status: 403 }, 'signature'],
  ['another body', { ...response, body: encodeUtf8('{"x":1}') }, 'digest'],
])('a reply with %s is refused', (_name, content, code) => {
  expect(verifyResponse(content, reply, expectedReply)).toMatchObject({ kind: 'refused', code })
})

test("a reply out of the window gives the signer's time, because the signature is good", () => {
  const judgement = verifyResponse(response, reply, {
    ...expectedReply,
    now: (NOW + 300 * SECOND) as Timestamp,
  })
  expect(judgement).toEqual({ kind: 'refused', code: 'skew', created: NOW })
})

test("a request's signature is no reply's", () => {
  expect(verifyResponse(response, headers, { ...expectedReply, publicKey: machine.publicKey })).toMatchObject(
    { code: 'malformed' },
  )
})

test('a frame verifies for its challenge, counter, side and bytes only', () => {
  const context = { challenge: new Uint8Array(32).fill(1), counter: 5, from: 'node' as const }
  const frame = encodeUtf8('frame')
  const signature = signFrame(frame, context, machine)

  expect(verifyFrame(frame, signature, context, machine.publicKey)).toBe(true)
  expect(verifyFrame(encodeUtf8('frams'), signature, context, machine.publicKey)).toBe(false)
  expect(verifyFrame(frame, signature, { ...context, counter: 6 }, machine.publicKey)).toBe(false)
  expect(verifyFrame(frame, signature, { ...context, from: 'coordinator' }, machine.publicKey)).toBe(false)
  const challenge = new Uint8Array(32).fill(2)
  expect(verifyFrame(frame, signature, { ...context, challenge }, machine.publicKey)).toBe(false)
})

function replaced(from: string, to: string): ReceivedHeaders {
  return { ...headers, 'signature-input': headers['signature-input'].replace(from, to) }
}

/** The next character of base64's alphabet: here it changes a bit that decodes to nothing. */
function next(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 1)
}
