/**
 * One example of every signed thing, made from keys that a name gives (the seed is SHA-256 of `test key
 * <name>`), so that each can be made again byte by byte. Written to `test/vectors/protocol.json` by
 * `node test/support/protocol-vectors.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decodeUtf8, encodeBase64, encodeBase64url, encodeHex, encodeUtf8 } from '../../src/base/bytes.ts'
import { labelledHash, sha256Hex } from '../../src/base/digest.ts'
import { formatTimestamp, MINUTE, type Timestamp } from '../../src/base/time.ts'
import { cosign } from '../../src/tlog/cosignature.ts'
import { emitNote, formatVerifierKey, parseNote, SIGNATURE_TYPES } from '../../src/tlog/note.ts'
import { admissionAudience, approvalAudience, personNonce } from '../../src/trust/audience.ts'
import { signEnvelope } from '../../src/trust/dsse.ts'
import { signRequest, signResponse } from '../../src/trust/http-signature.ts'
import { formatPublicKey, KEY_ROLES, keyIdOf } from '../../src/trust/keys.ts'
import { signReceipt } from '../../src/trust/receipt.ts'
import {
  emitPeerListing,
  emitRelayCredential,
  type RelayToken,
  signRelayToken,
} from '../../src/trust/relay-token.ts'
import { emitApprovalStatement, STATEMENT_PAYLOAD_TYPE } from '../../src/trust/statement.ts'
import { frameHash, signFrame } from '../../src/trust/stream-frame.ts'
import { listPeers } from '../../src/tunnel/relay/grant.ts'
import { keyNamed, NOW } from '../trust/approval-kit.ts'
import { coordinatorId, issuer, keyList, logFor, workloadContent } from '../trust/coordinator-kit.ts'

export const VECTORS_PATH = fileURLToPath(new URL('../vectors/protocol.json', import.meta.url))

const wireguardKey = new Uint8Array(32).fill(1)
const machine = keyNamed('machine')
const content = workloadContent()
const statement = emitApprovalStatement(content)

/** Everything that Ed25519 and SHA-256 make, and so is the same each time. */
export function buildProtocolVectors(): Record<string, unknown> {
  return {
    keys: Object.fromEntries(
      KEY_ROLES.map((role) => [
        role,
        {
          publicKey: formatPublicKey(role, keyNamed(role).publicKey),
          keyId: keyIdOf(keyNamed(role).publicKey),
        },
      ]),
    ),
    coordinatorId,
    labelledHash: {
      label: 'sallyport/example/v1',
      fields: ['ab', ''],
      hex: encodeHex(labelledHash('sallyport/example/v1', 'ab', '')),
    },
    audiences: {
      wireguardKey: encodeHex(wireguardKey),
      machineKey: encodeHex(machine.publicKey),
      admission: admissionAudience({ coordinatorId, wireguardKey, machineKey: machine.publicKey }),
      approval: approvalAudience(coordinatorId, statement),
      personNonce: personNonce(statement),
    },
    approval: {
      statement: decodeUtf8(statement),
      digest: `sha256:${sha256Hex(statement)}`,
      envelope: signEnvelope(STATEMENT_PAYLOAD_TYPE, statement, [keyNamed('approval')]),
    },
    keyList: keyList(),
    relay: relayVector(),
    receipt: signReceipt(receiptContent(), machine),
    http: httpVectors(),
    frame: frameVector(),
    log: logVectors(),
  }
}

/** A relay token of the machine whose WireGuard key is above, with two peers. */
function relayVector() {
  const { bytes, listing } = listPeers([new Uint8Array(32).fill(3), new Uint8Array(32).fill(2)])
  const token: RelayToken = {
    version: 1,
    coordinator: coordinatorId,
    relays: ['relay.example:8441'],
    node: encodeBase64url(wireguardKey),
    map: 41,
    notBefore: formatTimestamp(NOW),
    notAfter: formatTimestamp((NOW + 10 * MINUTE) as Timestamp),
    account: `n-${'0'.repeat(32)}/${formatTimestamp(NOW)}`,
    quotaBytes: 8 * 1024 ** 3,
    peers: emitPeerListing(listing),
  }
  const envelope = signRelayToken(token, keyNamed('relay'))
  return {
    peers: encodeHex(bytes),
    token: JSON.stringify(token),
    credential: decodeUtf8(emitRelayCredential(envelope, keyList())),
  }
}

function receiptContent() {
  return {
    artifactName: 'shop',
    artifactSha256: content.artifactSha256,
    deployment: 'd-1',
    application: 'shop',
    environment: 'production',
    kind: 'deploy',
    approval: `sha256:${sha256Hex(statement)}`,
    sequence: content.sequence,
    outcome: 'committed',
    previous: null,
    finishedAt: '2026-11-22T10:00:00Z',
    sameUser: false,
    anyWorkflow: false,
  } as const
}

function httpVectors() {
  const request = {
    method: 'POST',
    targetUri: 'https://coord.example/v1/admissions',
    body: encodeUtf8('{"a":1}'),
  }
  const headers = signRequest(request, { key: machine, coordinatorId, now: NOW }, new Uint8Array(16).fill(7))
  const response = { status: 200, body: encodeUtf8('{}'), requestSignature: headers.signature }
  const reply = signResponse(response, { key: keyNamed('control'), coordinatorId, now: NOW })
  return {
    request: { method: request.method, targetUri: request.targetUri, body: '{"a":1}', headers },
    response: { status: 200, body: '{}', headers: reply },
  }
}

function frameVector() {
  const context = { challenge: new Uint8Array(32).fill(9), counter: 1, from: 'node' as const }
  const frame = encodeUtf8('{"kind":"ping"}')
  return {
    challenge: encodeHex(context.challenge),
    counter: 1,
    from: 'node',
    frame: '{"kind":"ping"}',
    hash: encodeHex(frameHash(frame, context)),
    signature: encodeBase64(signFrame(frame, context, machine)),
  }
}

function logVectors() {
  const { entry, log } = logFor(content)
  const witness = keyNamed('witness')
  const note = parseNote(log.checkpoint())
  const cosignature = cosign(note, 'witness.example', witness, 1_795_341_600)
  return {
    entry: decodeUtf8(entry),
    checkpoint: log.checkpoint(),
    proof: log.proof(4),
    witness: formatVerifierKey({
      name: 'witness.example',
      type: SIGNATURE_TYPES.cosignature,
      publicKey: witness.publicKey,
    }),
    cosigned: emitNote({ ...note, signatures: [...note.signatures, cosignature] }),
  }
}

/** Signatures of an issuer's keys differ each time: a token that was made once is kept. */
function tokenVector(): unknown {
  try {
    return JSON.parse(readFileSync(VECTORS_PATH, 'utf8')).token
  } catch {
    const audience = approvalAudience(coordinatorId, statement)
    return { jwks: issuer.jwks(), token: issuer.mintWorkload({ audience, now: NOW }) }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(
    VECTORS_PATH,
    `${JSON.stringify({ ...buildProtocolVectors(), token: tokenVector() }, null, 2)}\n`,
  )
}
