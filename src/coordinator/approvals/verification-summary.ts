/**
 * The SLSA verification summary (VSA v1) beside an approval, under a key of its own, for tools that read
 * those. It claims `SALLYPORT_GATE_PASSED` and no `SLSA_*` level, because none was verified; no Sallyport
 * verifier takes it as an approval.
 */
import { encodeUtf8 } from '../../base/bytes.ts'
import { type Envelope, signEnvelope } from '../../trust/dsse.ts'
import { parseApprovalStatement, STATEMENT_PAYLOAD_TYPE, STATEMENT_TYPE } from '../../trust/statement.ts'
import type { CoordinatorContext } from '../context.ts'

export const VSA_PREDICATE_TYPE = 'https://slsa.dev/verification_summary/v1'

/** @returns undefined where no gate vouched, so that there is nothing to sum up */
export function signVerificationSummary(
  { identity }: Pick<CoordinatorContext, 'identity'>,
  statementBytes: Uint8Array,
): Envelope | undefined {
  const { subject, predicate } = parseApprovalStatement(statementBytes)
  if (!predicate.policy || !predicate.evidence) return undefined
  const base = `https://sallyport.dev/coordinators/${identity.coordinatorId}`
  const verdict = predicate.evidence.verdict.slice('sha256:'.length)
  const statement = {
    _type: STATEMENT_TYPE,
    subject,
    predicateType: VSA_PREDICATE_TYPE,
    predicate: {
      verifier: { id: base },
      timeVerified: predicate.notBefore,
      resourceUri: `${base}/applications/${predicate.application}#${predicate.environment}`,
      policy: {
        uri: predicate.policy.uri,
        digest: { sha256: predicate.policy.digest.slice('sha256:'.length) },
      },
      inputAttestations: [{ uri: `${base}/verdicts/${verdict}`, digest: { sha256: verdict } }],
      verificationResult: 'PASSED',
      verifiedLevels: ['SALLYPORT_GATE_PASSED'],
      slsaVersion: '1.2',
    },
  }
  return signEnvelope(STATEMENT_PAYLOAD_TYPE, encodeUtf8(JSON.stringify(statement)), [identity.keys.vsa])
}
