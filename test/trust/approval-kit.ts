/** Builds approvals in which everything is valid, so that a test can break exactly one thing. */
import { encodeUtf8 } from '../../src/base/bytes.ts'
import { sha256, sha256Hex } from '../../src/base/digest.ts'
import { ed25519KeyPair } from '../../src/base/ed25519.ts'
import { parseTimestamp } from '../../src/base/time.ts'
import { emitApprovalFile } from '../../src/trust/approval-file.ts'
import { signEnvelope } from '../../src/trust/dsse.ts'
import { formatPublicKey } from '../../src/trust/keys.ts'
import { EMPTY_TRUST_STATE } from '../../src/trust/ratchet.ts'
import {
  type ApprovalContent,
  emitApprovalStatement,
  STATEMENT_PAYLOAD_TYPE,
} from '../../src/trust/statement.ts'
import type { TrustFile } from '../../src/trust/trust-file.ts'
import type { ApprovalInput } from '../../src/trust/verify-approval.ts'

/** A key pair that a name always gives again. */
export function keyNamed(name: string) {
  return ed25519KeyPair(sha256(encodeUtf8(`test key ${name}`)))
}

export const NOW = parseTimestamp('2026-11-22T10:00:00Z')
export const ARTIFACT = encodeUtf8('the artifact')
export const POLICY_DIGEST = `sha256:${sha256Hex('policy')}`

export function keyModeContent(changes: Partial<ApprovalContent> = {}): ApprovalContent {
  return {
    artifactName: 'shop.tar.gz',
    artifactSha256: sha256Hex(ARTIFACT),
    application: 'shop',
    environment: 'production',
    scope: {},
    artifact: { mediaType: 'application/gzip', size: ARTIFACT.length },
    sequence: 7,
    keyEpoch: 1,
    notBefore: '2026-11-22T09:55:00Z',
    notAfter: '2026-11-22T11:00:00Z',
    kind: 'deploy',
    policy: { uri: 'repository:.sallyport/policy.yml', digest: POLICY_DIGEST },
    evidence: { verdict: `sha256:${sha256Hex('verdict')}` },
    source: null,
    approvers: [],
    ...changes,
  }
}

export function keyModeTrust(changes: Partial<Extract<TrustFile, { signers: 'key' }>> = {}): TrustFile {
  return {
    version: 1,
    signers: 'key',
    keys: [formatPublicKey('approval', keyNamed('approval').publicKey)],
    rules: [{ application: 'shop', environments: ['production'] }],
    ...changes,
  }
}

export function signedFile(content: ApprovalContent, signer = keyNamed('approval')): Uint8Array {
  return emitApprovalFile({
    envelope: signEnvelope(STATEMENT_PAYLOAD_TYPE, emitApprovalStatement(content), [signer]),
  })
}

export function keyModeInput(changes: Partial<ApprovalInput> = {}): ApprovalInput {
  return {
    file: signedFile(keyModeContent()),
    trust: keyModeTrust(),
    artifact: { digest: sha256(ARTIFACT), size: ARTIFACT.length },
    labels: {},
    issuers: new Map(),
    state: EMPTY_TRUST_STATE,
    now: NOW,
    ...changes,
  }
}
