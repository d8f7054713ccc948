import { expect, test } from 'vitest'
import { sha256Hex } from '../../src/base/digest.ts'
import { addSignature, signEnvelope, unverifiedPayload } from '../../src/trust/dsse.ts'
import { type ReceiptContent, signReceipt, verifyReceipt } from '../../src/trust/receipt.ts'
import { STATEMENT_PAYLOAD_TYPE } from '../../src/trust/statement.ts'
import { keyNamed } from './approval-kit.ts'

const machine = keyNamed('machine')
const content: ReceiptContent = {
  artifactName: 'shop',
  artifactSha256: sha256Hex('artifact'),
  deployment: 'd20261122T100000Z-1',
  application: 'shop',
  environment: 'production',
  kind: 'deploy',
  approval: `sha256:${sha256Hex('approval')}`,
  sequence: 7,
  outcome: 'rolled-back',
  reason: { code: 'unhealthy', message: 'GET /healthz: status 500' },
  rolledBackTo: null,
  quarantined: true,
  restored: true,
  previous: null,
  finishedAt: '2026-11-22T10:00:00Z',
  sameUser: false,
  anyWorkflow: true,
}
const receipt = signReceipt(content, machine)

test('a receipt of a listed machine verifies, and shows what it must', () => {
  const { receipt: read, machine: signer } = verifyReceipt(receipt, [
    keyNamed('other').publicKey,
    machine.publicKey,
  ])
  expect(read.predicate).toMatchObject({ outcome: 'rolled-back', anyWorkflow: true, sameUser: false })
  expect(signer).toEqual(machine.publicKey)
})

test('a receipt of a machine that is not listed is refused', () => {
  expect(() => verifyReceipt(receipt, [keyNamed('other').publicKey])).toThrow(/0 of the keys/)
  expect(() => verifyReceipt(receipt, [])).toThrow(/0 of the keys/)
})

test("a receipt that names another machine than its signer's is refused", () => {
  const moved = addSignature({ ...receipt, signatures: [] as never }, keyNamed('other'))
  expect(() => verifyReceipt(moved, [keyNamed('other').publicKey])).toThrow(/another machine/)
})

test('another payload type, or another predicate, is no receipt', () => {
  const bytes = unverifiedPayload(receipt)
  expect(() => verifyReceipt(signEnvelope('text/plain', bytes, [machine]), [machine.publicKey])).toThrow(
    /no receipt/,
  )
  const other = new TextEncoder().encode(Buffer.from(bytes).toString().replace('receipt/v1', 'receipt/v2'))
  const envelope = signEnvelope(STATEMENT_PAYLOAD_TYPE, other, [machine])
  expect(() => verifyReceipt(envelope, [machine.publicKey])).toThrow(/predicateType/)
})
