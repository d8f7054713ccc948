/** Every refusal of {@link verifyApproval}: the step that gives it, and what to do about it. Codes are API. */

/** In the order of protocols §5; the first failure wins and is named. */
export const VERIFICATION_STEPS = [
  'size',
  'signature',
  'statement',
  'artifact',
  'target',
  'scope',
  'window',
  'token',
  'trust',
  'people',
  'policy',
  'log',
  'revoked',
  'run',
  'sequence',
] as const
export type VerificationStep = (typeof VERIFICATION_STEPS)[number]

const ASK_AGAIN = 'ask for a new approval'
const OTHER_TOKEN = 'approve again with a token that the workload requested for these statement bytes'

export const REFUSALS = {
  FILE_TOO_LARGE: ['size', 'this is no approval file: take the *.approval.json that the approve step wrote'],
  FILE_MALFORMED: ['size', 'take the *.approval.json as the approve step wrote it'],
  KEY_LIST_MISSING: [
    'signature',
    'this approval is from a key alone; the trust file here asks for a coordinator',
  ],
  KEY_LIST_INVALID: ['signature', 'check that "root" in the trust file is this coordinator\'s root'],
  KEY_LIST_EXPIRED: ['signature', 'let the operator sign a new key list, then ask for a new approval'],
  KEY_LIST_FORKED: ['signature', 'the root signed two key lists of one sequence: stop, and ask the operator'],
  SIGNER_UNKNOWN: ['signature', 'have it signed by a key that the trust file names'],
  PAYLOAD_TYPE_WRONG: ['statement', 'this is another signed document, not an approval'],
  STATEMENT_INVALID: ['statement', 'bring signer and verifier to the same version of Sallyport'],
  KEY_EPOCH_WRONG: ['statement', ASK_AGAIN],
  ARTIFACT_DIFFERS: ['artifact', 'take the file that was approved, or have this one approved'],
  TARGET_UNKNOWN: ['target', 'add a rule for it to the trust file, if it belongs here'],
  SCOPE_DIFFERS: ['scope', 'this approval is for machines with other labels'],
  NOT_YET_VALID: ['window', 'check the clocks of signer and verifier'],
  EXPIRED: ['window', ASK_AGAIN],
  TOKEN_MISSING: ['token', 'the coordinator cannot approve by itself: approve from a workload'],
  TOKEN_MALFORMED: ['token', OTHER_TOKEN],
  TOKEN_HEADER_FORBIDDEN: ['token', OTHER_TOKEN],
  TOKEN_ALGORITHM: ['token', OTHER_TOKEN],
  TOKEN_ISSUER_UNKNOWN: ['token', 'add the issuer to "issuers" in the trust file, if it is yours'],
  TOKEN_KEY_UNKNOWN: ['token', "fetch the issuer's keys again, then verify again"],
  TOKEN_SIGNATURE: ['token', OTHER_TOKEN],
  TOKEN_AUDIENCE: ['token', OTHER_TOKEN],
  TOKEN_CLAIM_MISSING: ['token', OTHER_TOKEN],
  TOKEN_CLAIM_DIFFERS: ['token', OTHER_TOKEN],
  TOKEN_TIME: ['token', ASK_AGAIN],
  RULE_CLAIM_MISSING: ['trust', 'approve from a workflow whose token has this claim'],
  RULE_DIFFERS: ['trust', 'approve from the workflow that the trust rule names, or change the rule'],
  PEOPLE_TOO_FEW: ['people', 'let more of the people in the trust file approve'],
  POLICY_DIFFERS: ['policy', 'approve under a listed gate policy, or list this one in the trust file'],
  LOG_PROOF_MISSING: ['log', 'ask the coordinator for the approval with its proof'],
  LOG_PROOF_INVALID: ['log', 'ask the coordinator for the approval with its proof'],
  LOG_INCONSISTENT: [
    'log',
    'the log was rolled back or forked: stop, keep both checkpoints, ask the operator',
  ],
  LOG_WITNESSES: ['log', 'wait until enough witnesses have cosigned, then ask for the proof again'],
  ARTIFACT_REVOKED: ['revoked', 'build a new artifact: what was revoked stays so'],
  ARTIFACT_QUARANTINED: ['revoked', 'it failed here before; retry it by name, or build a new artifact'],
  RUN_OLDER: ['run', 'start a new run, or ask for a rollback; a re-run of an old run is no way back'],
  SEQUENCE_LOWER: ['sequence', ASK_AGAIN],
  SEQUENCE_REUSED: ['sequence', ASK_AGAIN],
  SEQUENCE_JUMP: ['sequence', 'the signer counts wrongly or its key was stolen: ask the operator'],
} as const satisfies Record<string, readonly [step: VerificationStep, help: string]>

export type RefusalCode = keyof typeof REFUSALS

/** Ends a verification; it never leaves the room. */
export class Refusal extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, reason: string) {
    super(reason)
    this.code = code
  }
}
