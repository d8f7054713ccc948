import { expect, test } from 'vitest'
import { encodeHex } from '../../src/base/bytes.ts'
import { ed25519KeyPair, signEd25519, verifyEd25519 } from '../../src/base/ed25519.ts'
import { formatTimestamp, MINUTE, type Timestamp } from '../../src/base/time.ts'
import { signEnvelope } from '../../src/trust/dsse.ts'
import { compareKeyLists, isCurrent, signKeyList, verifyKeyList } from '../../src/trust/key-list.ts'
import {
  emitKeyFile,
  formatPublicKey,
  KEY_ROLES,
  parseKeyFile,
  parsePublicKey,
} from '../../src/trust/keys.ts'
import { keyNamed, NOW } from './approval-kit.ts'
import { coordinatorId, keyList, onlineKeys, root } from './coordinator-kit.ts'

/** RFC 8032 §7.1, test 2. */
const SEED = '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'
const PUBLIC = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'
const SIGNATURE =
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'

test('a seed gives the public key and the signature of RFC 8032', () => {
  const pair = ed25519KeyPair(new Uint8Array(Buffer.from(SEED, 'hex')))
  expect(encodeHex(pair.publicKey)).toBe(PUBLIC)
  expect(encodeHex(signEd25519(pair.privateKey, Uint8Array.of(0x72)))).toBe(SIGNATURE)
})

test('a signature whose S was raised by the group order is refused', () => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const signature = new Uint8Array(Buffer.from(SIGNATURE, 'hex'))
  const s = BigInt(`0x${encodeHex(signature.slice(32).reverse())}`) + order
  const raised = Uint8Array.from(signature)
  raised.set(Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse(), 32)
  const key = new Uint8Array(Buffer.from(PUBLIC, 'hex'))
  expect(verifyEd25519(key, Uint8Array.of(0x72), signature)).toBe(true)
  expect(verifyEd25519(key, Uint8Array.of(0x72), raised)).toBe(false)
})

test('bytes that are no key or no signature verify nothing, and throw nothing', () => {
  expect(verifyEd25519(new Uint8Array(31), new Uint8Array(1), new Uint8Array(64))).toBe(false)
  expect(verifyEd25519(new Uint8Array(32).fill(0xff), new Uint8Array(1), new Uint8Array(64))).toBe(false)
  expect(verifyEd25519(root.publicKey, new Uint8Array(1), new Uint8Array(63))).toBe(false)
})

test('a key is read in its own role and in no other', () => {
  for (const made of KEY_ROLES) {
    const pair = keyNamed(made)
    for (const asked of KEY_ROLES) {
      const readPublic = () => parsePublicKey(asked, formatPublicKey(made, pair.publicKey))
      const readFile = () => parseKeyFile(asked, emitKeyFile(made, pair.privateKey), 'x.key').publicKey
      if (asked === made) expect([readPublic(), readFile()]).toEqual([pair.publicKey, pair.publicKey])
      else for (const read of [readPublic, readFile]) expect(read).toThrow(`this is a ${made}`)
    }
  }
})

test.each([
  ['', '0 lines'],
  ['# comment only\n', '0 lines'],
  ['a\nb\n', '2 lines'],
  ['sallyport-root-secret-v1:AAAA\n', 'not 43 characters'],
  [`sallyport-root-secret-v1:${'A'.repeat(42)}B\n`, 'not 43 characters'],
  [`sallyport-root-public-v1:${'A'.repeat(43)}\n`, 'a root public key'],
])('the key file %j is refused without being quoted', (text, message) => {
  expect(() => parseKeyFile('root', text, 'x.key')).toThrow(message)
  expect(() => parseKeyFile('root', text, 'x.key')).not.toThrow(/AAAA/)
})

test('a key list says which key has which role, in which epoch', () => {
  const list = verifyKeyList(keyList(), root.publicKey)
  expect(list).toMatchObject({ coordinatorId, epoch: 1, sequence: 3, keys: onlineKeys() })
  expect(isCurrent(list, NOW)).toBe(true)
  expect(isCurrent(list, list.notAfter)).toBe(false)
  expect(isCurrent(list, (list.notBefore - 1) as Timestamp)).toBe(false)
})

test('a key list that gives one key two roles is neither made nor read', () => {
  const keys = { ...onlineKeys(), vsa: keyNamed('approval').publicKey }
  expect(() => keyList({ keys })).toThrow(/two roles/)
})

test('what the root signed for another purpose is no key list', () => {
  const list = keyList()
  const other = signEnvelope('application/json', Buffer.from(list.payload, 'base64'), [root])
  expect(() => verifyKeyList(other, root.publicKey)).toThrow(/not a key list/)
})

test('a list that another root made is refused under ours, and so is one that names another coordinator', () => {
  const stranger = keyNamed('stranger')
  expect(() => verifyKeyList(keyList({}, stranger), root.publicKey)).toThrow(/0 of the keys/)
  const payload = Buffer.from(keyList({}, stranger).payload, 'base64')
  const resigned = signEnvelope('application/vnd.sallyport.key-list+json', payload, [root])
  expect(() => verifyKeyList(resigned, root.publicKey)).toThrow(/another coordinator/)
})

test('lists are compared by sequence, and one that contradicts is a fork', () => {
  const content = {
    notBefore: formatTimestamp((NOW - MINUTE) as Timestamp),
    notAfter: formatTimestamp((NOW + MINUTE) as Timestamp),
    keys: onlineKeys(),
  }
  const list = (epoch: number, sequence: number) =>
    verifyKeyList(signKeyList({ epoch, sequence, ...content }, root), root.publicKey)
  expect(compareKeyLists(list(1, 2), list(1, 2))).toBe('same')
  expect(compareKeyLists(list(1, 3), list(1, 2))).toBe('newer')
  expect(compareKeyLists(list(2, 3), list(1, 2))).toBe('newer')
  expect(compareKeyLists(list(1, 1), list(1, 2))).toBe('older')
  expect(compareKeyLists(list(2, 2), list(1, 2))).toBe('forked')
  expect(compareKeyLists(list(1, 3), list(2, 2))).toBe('forked')
  expect(compareKeyLists(list(2, 1), list(1, 2))).toBe('forked')
})
