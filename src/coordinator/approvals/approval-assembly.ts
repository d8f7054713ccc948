/** The approval file: envelope, tokens, key list, place in the log, hints, and the VSA for other tools. */
import { decodeUtf8, encodeBase64 } from '../../base/bytes.ts'
import { emitApprovalFile } from '../../trust/approval-file.ts'
import type { Envelope } from '../../trust/dsse.ts'
import type { CoordinatorContext } from '../context.ts'
import type { SubmissionEvidence } from './submission.ts'
import { signVerificationSummary } from './verification-summary.ts'

/** @returns the file's text */
export async function assembleApproval(context: CoordinatorContext, digest: string): Promise<string> {
  const found = await context.store.read(async (tx) => {
    const statement = await tx.submissions.findStatement(digest)
    const submission = statement && (await tx.submissions.find(statement.submission))
    return { statement, submission, people: await tx.submissions.listPersonTokens(digest) }
  })
  const { statement, submission, people } = found
  if (!statement || !submission || statement.envelope === null || statement.logIndex === null) {
    throw new Error(`the approval ${digest} is not signed`)
  }
  const logged = await context.log.proofOf(
    statement.logIndex,
    await context.cosigning.covering(statement.logIndex),
  )
  const { locations }: SubmissionEvidence = JSON.parse(submission.evidence)
  const envelope: Envelope = JSON.parse(statement.envelope)
  const vsa = signVerificationSummary(context, statement.bytes)
  const file = emitApprovalFile({
    envelope,
    ...(statement.token === null ? {} : { token: statement.token }),
    people: people.map(({ token }) => token),
    keyList: context.identity.keyListEnvelope,
    log: { entry: encodeBase64(logged.entry), proof: logged.proof },
    locations: locations[statement.ordinal] ?? [],
    ...(vsa === undefined ? {} : { vsa }),
  })
  return decodeUtf8(file)
}
