import { expect, test } from 'vitest'
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { parseTimestamp } from '../../src/base/time.ts'
import { signEnvelope } from '../../src/trust/dsse.ts'
import { coordinatorIdOf } from '../../src/trust/keys.ts'
import {
  LOG_CLEARANCE_PAYLOAD_TYPE,
  signLogClearance,
  verifyLogClearance,
} from '../../src/trust/log-clearance.ts'

const root = ed25519KeyPair(new Uint8Array(32).fill(1))
const other = ed25519KeyPair(new Uint8Array(32).fill(2))
const clearance = {
  issuedAt: parseTimestamp('2026-11-22T12:00:00Z'),
  size: 7,
  root: new Uint8Array(32).fill(9),
}
const content = {
  version: 1,
  coordinator: coordinatorIdOf(root.publicKey),
  issuedAt: '2026-11-22T12:00:00Z',
  checkpoint: { size: 7, root: Buffer.alloc(32, 9).toString('base64') },
}
const signed = (value: object, type = LOG_CLEARANCE_PAYLOAD_TYPE) =>
  signEnvelope(type, encodeUtf8(JSON.stringify(value)), [root])

test('what the root says comes back as it was said', () => {
  expect(verifyLogClearance(signLogClearance(clearance, root), root.publicKey)).toEqual(clearance)
  expect(verifyLogClearance(signed(content), root.publicKey)).toEqual(clearance)
})

test.each([
  ['signed by another root', () => signLogClearance(clearance, other), 'SIGNATURE_INVALID'],
  ['of another type', () => signed(content, 'application/vnd.sallyport.key-list+json'), 'SIGNATURE_INVALID'],
  [
    'for another coordinator',
    () => signed({ ...content, coordinator: coordinatorIdOf(other.publicKey) }),
    'CONFIG_INVALID',
  ],
  ['with a key that nobody knows', () => signed({ ...content, until: 'ever' }), 'CONFIG_INVALID'],
  ['of another version', () => signed({ ...content, version: 2 }), 'CONFIG_INVALID'],
  ['without a checkpoint', () => signed({ ...content, checkpoint: undefined }), 'CONFIG_INVALID'],
])('a clearance %s is refused', (_, make, code) => {
  expect(() => verifyLogClearance(make(), root.publicKey)).toThrow(expect.objectContaining({ code }))
})
