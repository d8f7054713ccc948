import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '../../src/base/bytes.ts'
import {
  addSignature,
  preAuthEncoding,
  signEnvelope,
  unverifiedPayload,
  verifyEnvelope,
} from '../../src/trust/dsse.ts'
import { keyNamed } from './approval-kit.ts'

const [ada, bob] = [keyNamed('ada'), keyNamed('bob')]
const body = Uint8Array.of(0xfb, 0xef, 0xbe, 0xff, 0xff, 1, 2)
const envelope = signEnvelope('text/plain', body, [ada])

test('the pre-authentication encoding is the example of the specification', () => {
  const encoded = preAuthEncoding('http://example.com/HelloWorld', encodeUtf8('hello world'))
  expect(decodeUtf8(encoded)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
})

test('lengths count bytes, also of a type that is not ASCII', () => {
  expect(decodeUtf8(preAuthEncoding('typ/é', encodeUtf8('ü')))).toBe('DSSEv1 6 typ/é 2 ü')
  const signed = signEnvelope('typ/é', body, [ada])
  expect(verifyEnvelope(signed, [ada.publicKey]).payloadType).toBe('typ/é')
})

test('both base64 alphabets are read, padded or url-safe without, and nothing between', () => {
  expect(envelope.payload).toBe('++++//8BAg==')
  for (const payload of ['++++//8BAg==', '----__8BAg==', '----__8BAg']) {
    expect(verifyEnvelope({ ...envelope, payload }, [ada.publicKey]).bytes).toEqual(body)
  }
  for (const payload of [
    '--++//8BAg==',
    '++++//8BAg',
    '++++//8BAg=',
    '----__8BAg=',
    '++++//8BAh==',
    '++++//8BAg==\n',
  ]) {
    expect(() => verifyEnvelope({ ...envelope, payload }, [ada.publicKey])).toThrow(/not canonical/)
  }
})

test('distinct keys are counted, not signatures', () => {
  const twice = addSignature(envelope, ada)
  expect(twice.signatures).toHaveLength(2)
  expect(() => verifyEnvelope(twice, [ada.publicKey, bob.publicKey], 2)).toThrow(/1 of the keys/)
  expect(() => verifyEnvelope(twice, [ada.publicKey, ada.publicKey], 2)).toThrow(/1 of the keys/)
  const both = addSignature(twice, bob)
  expect(verifyEnvelope(both, [ada.publicKey, bob.publicKey], 2).signers).toEqual([
    ada.publicKey,
    bob.publicKey,
  ])
})

test('the key id decides nothing', () => {
  const signatures = [{ keyid: 'anything', sig: envelope.signatures[0]!.sig }]
  expect(verifyEnvelope({ ...envelope, signatures }, [ada.publicKey]).signers).toEqual([ada.publicKey])
  expect(() => verifyEnvelope(envelope, [bob.publicKey])).toThrow(/0 of the keys/)
})

test('no keys, or a threshold of none, verify nothing', () => {
  expect(() => verifyEnvelope(envelope, [])).toThrow(/0 of the keys/)
  expect(() => verifyEnvelope(envelope, [ada.publicKey], 0)).toThrow(/1 of the keys/)
})

test('a signature is for its type and its bytes', () => {
  expect(() => verifyEnvelope({ ...envelope, payloadType: 'text/plan' }, [ada.publicKey])).toThrow(
    /0 of the keys/,
  )
  const moved = { ...signEnvelope('text/plain', encodeUtf8('other'), [bob]), signatures: envelope.signatures }
  expect(() => verifyEnvelope(moved, [ada.publicKey])).toThrow(/0 of the keys/)
})

test('what was signed comes back, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
      (bytes, type) => {
        const signed = signEnvelope(type, bytes, [ada])
        expect(verifyEnvelope(signed, [ada.publicKey]).bytes).toEqual(bytes)
        expect(unverifiedPayload(signed)).toEqual(bytes)
      },
    ),
    { numRuns: 50 },
  )
})
