import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodeBase64, decodeHex, encodeUtf8 } from '../../src/base/bytes.ts'
import { countCosignatures } from '../../src/tlog/cosignature.ts'
import { verifyLoggedApproval } from '../../src/tlog/logged-approval.ts'
import { parseNote, parseVerifierKey } from '../../src/tlog/note.ts'
import { verifyEnvelope } from '../../src/trust/dsse.ts'
import { verifyRequest, verifyResponse } from '../../src/trust/http-signature.ts'
import { parseJwks } from '../../src/trust/issuer-keys.ts'
import { verifyKeyList } from '../../src/trust/key-list.ts'
import { parsePublicKey } from '../../src/trust/keys.ts'
import { verifyReceipt } from '../../src/trust/receipt.ts'
import { judgeRelayCredential } from '../../src/trust/relay-token.ts'
import { parseApprovalStatement } from '../../src/trust/statement.ts'
import { verifyFrame } from '../../src/trust/stream-frame.ts'
import { verifyWorkloadToken } from '../../src/trust/token.ts'
import { buildProtocolVectors, VECTORS_PATH } from '../support/protocol-vectors.ts'
import { NOW } from './approval-kit.ts'

const vectors = JSON.parse(readFileSync(VECTORS_PATH, 'utf8'))
const machine = parsePublicKey('machine', vectors.keys.machine.publicKey)
const control = parsePublicKey('control', vectors.keys.control.publicKey)
const log = parsePublicKey('log', vectors.keys.log.publicKey)
const { coordinatorId } = vectors

test('every signed thing has the bytes that are on record', () => {
  const { token: _, ...recorded } = vectors
  expect(JSON.parse(JSON.stringify(buildProtocolVectors()))).toEqual(recorded)
})

test('the recorded approval, key list and receipt verify', () => {
  const approval = parsePublicKey('approval', vectors.keys.approval.publicKey)
  const { bytes } = verifyEnvelope(vectors.approval.envelope, [approval])
  expect(bytes).toEqual(encodeUtf8(vectors.approval.statement))
  expect(parseApprovalStatement(bytes).predicate.application).toBe('shop')
  expect(verifyKeyList(vectors.keyList, parsePublicKey('root', vectors.keys.root.publicKey)).epoch).toBe(1)
  expect(verifyReceipt(vectors.receipt, [machine]).receipt.predicate.outcome).toBe('committed')
})

test('the recorded relay token opens the relay that it names, for the node that it names', () => {
  const { credential, token } = vectors.relay
  const root = parsePublicKey('root', vectors.keys.root.publicKey)
  const check = {
    root,
    known: undefined,
    relay: 'relay.example:8441',
    node: new Uint8Array(32).fill(1),
    now: NOW,
  }
  const judgement = judgeRelayCredential(encodeUtf8(credential), check)
  expect(judgement).toMatchObject({ kind: 'granted', token: JSON.parse(token) })
})

test('the recorded request and its reply verify', () => {
  const { request, response } = vectors.http
  const content = { ...request, body: encodeUtf8(request.body) }
  expect(verifyRequest(content, request.headers, { publicKey: machine, coordinatorId, now: NOW }).kind).toBe(
    'verified',
  )
  const reply = { ...response, body: encodeUtf8(response.body), requestSignature: request.headers.signature }
  expect(verifyResponse(reply, response.headers, { publicKey: control, coordinatorId, now: NOW }).kind).toBe(
    'verified',
  )
})

test('the recorded frame, token, log entry and cosignature verify', () => {
  const { frame } = vectors
  const context = { challenge: decodeHex(frame.challenge), counter: frame.counter, from: frame.from }
  expect(verifyFrame(encodeUtf8(frame.frame), decodeBase64(frame.signature), context, machine)).toBe(true)

  const url = 'https://token.example'
  const issuers = new Map([[url, parseJwks(encodeUtf8(JSON.stringify(vectors.token.jwks)), url)]])
  const audience = vectors.audiences.approval
  expect(verifyWorkloadToken(vectors.token.token, { issuers, audience }).kind).toBe('verified')

  const { entry, proof, checkpoint, cosigned, witness } = vectors.log
  const { digest } = vectors.approval
  const approval = { digest, application: 'shop', environment: 'production', sequence: 7 }
  const logged = { entry: encodeUtf8(entry), proof, approval, coordinatorId, logKey: log, known: null }
  const judgement = verifyLoggedApproval({ ...logged, consistency: undefined, witnesses: undefined })
  expect(judgement).toEqual({ kind: 'included', checkpoint })
  expect(countCosignatures(parseNote(cosigned), [parseVerifierKey(witness)])).toBe(1)
})
