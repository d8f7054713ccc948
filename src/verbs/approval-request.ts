/**
 * Asking the coordinator for approvals (protocols §5): the verdict and the artifacts go in, exact
 * statement bytes come back; they must say what was asked for before our token vouches for them.
 */
import { basename } from 'node:path'
import type { SubmissionReply } from '../api/messages/approval.ts'
import type { Problem } from '../api/messages/problem.ts'
import { decodeBase64, encodeUtf8 } from '../base/bytes.ts'
import { formatDigest } from '../base/digest.ts'
import { SallyportError } from '../base/errors.ts'
import { MINUTE, SECOND } from '../base/time.ts'
import { completeApproval, requestApproval } from '../mesh/control/membership.ts'
import { type ApprovalStatement, approvalDigest, parseApprovalStatement } from '../trust/statement.ts'
import { measureArtifact, mediaTypeOf } from './artifact-file.ts'
import type { LabelledArtifact } from './deployment-words.ts'
import type { RunnerIdentity } from './runner-identity.ts'

export interface ApprovalWish {
  readonly environment: string
  readonly kind: 'deploy' | 'rollback'
  readonly scope: Readonly<Record<string, string>>
  /** The verdict file's bytes. */
  readonly verdict: Uint8Array
  /** Hints where agents find the artifact, in order. */
  readonly locations: readonly string[]
}

export interface GrantedApproval extends LabelledArtifact {
  /** `sha256:…` of the statement. */
  readonly digest: string
  /** `sha256:…` of the artifact. */
  readonly artifact: string
  readonly size: number
  /** The bytes of `*.approval.json`. */
  readonly file: Uint8Array
}

export interface ApprovalProgress {
  /** People have yet to sign. */
  readonly onWaiting: (given: number, wanted: number) => void
  /** No agent is connected yet; the request is made again. */
  readonly onRetry: (reason: string) => void
  readonly sleep: (ms: number) => Promise<void>
  readonly signal: AbortSignal
}

const PEOPLE_INTERVAL_MS = 10 * SECOND
const PEOPLE_TIMEOUT_MS = 60 * MINUTE
/** After a coordinator's restart its agents come back within seconds. */
const RECONNECT_PAUSES_MS = [500, SECOND, 2 * SECOND, 4 * SECOND, 7.5 * SECOND]

/**
 * One submission: its approvals are signed or refused together.
 *
 * @param artifacts of one application, at least one
 * @returns in the order of the artifacts
 * @throws `APPROVAL_REFUSED`; `FILE_UNREADABLE`
 */
export async function askApprovals(
  identity: RunnerIdentity,
  artifacts: readonly LabelledArtifact[],
  wish: ApprovalWish,
  progress: ApprovalProgress,
): Promise<GrantedApproval[]> {
  const application = artifacts[0]!.application
  const measured: Measured[] = []
  for (const { path } of artifacts) measured.push(await measure(path))
  const reply = await submit(identity, { application, measured, wish }, progress)
  const statements = reply.statements.map((text) => decodeBase64(text))
  checkCount('statements', statements, measured)
  // All are compared before the first is vouched for.
  for (const [at, bytes] of statements.entries()) {
    compare(parseApprovalStatement(bytes), { ...measured[at]!, ...wish, application })
  }
  const tokens: string[] = []
  for (const bytes of statements) tokens.push((await identity.approvalToken(bytes)).reveal())
  const files = await awaitSignatures(identity, reply.submission, tokens, progress)
  checkCount('approvals', files, measured)
  return artifacts.map((artifact, at) => ({
    ...artifact,
    digest: formatDigest(approvalDigest(statements[at]!)),
    artifact: measured[at]!.digest,
    size: measured[at]!.size,
    file: encodeUtf8(files[at]!),
  }))
}

interface Measured {
  readonly name: string
  /** `sha256:…` */
  readonly digest: string
  readonly size: number
  readonly mediaType: string
}

async function measure(path: string): Promise<Measured> {
  const { digest, size } = await measureArtifact(path)
  const name = basename(path)
  return { name, digest: formatDigest(digest), size, mediaType: mediaTypeOf(name) }
}

interface Submission {
  readonly application: string
  readonly measured: readonly Measured[]
  readonly wish: ApprovalWish
}

/** An artifact that only we have is refused while no agent is connected: that one refusal may pass. */
async function submit(
  identity: RunnerIdentity,
  submission: Submission,
  { onRetry, sleep, signal }: ApprovalProgress,
): Promise<SubmissionReply> {
  for (const pause of RECONNECT_PAUSES_MS) {
    try {
      return await submitOnce(identity, submission)
    } catch (error) {
      if (!isAlone(error)) throw error
      onRetry(error.message)
      await sleep(pause)
      signal.throwIfAborted()
    }
  }
  return submitOnce(identity, submission)
}

/** A token is spent by one request. */
async function submitOnce(
  identity: RunnerIdentity,
  { application, measured, wish }: Submission,
): Promise<SubmissionReply> {
  const { environment, kind, verdict, scope, locations } = wish
  return requestApproval(identity.client, {
    keys: identity.keys,
    token: (await identity.admissionToken(null)).reveal(),
    application,
    environment,
    kind,
    verdict,
    artifacts: measured.map((each) => ({ ...each, scope: { ...scope }, locations: [...locations] })),
  })
}

function isAlone(error: unknown): error is SallyportError {
  if (!(error instanceof SallyportError) || error.code !== 'APPROVAL_REFUSED') return false
  const { kind, rule } = (error.cause ?? {}) as Partial<Problem>
  return kind === 'refused' && rule === 'locations'
}

function checkCount(what: string, given: readonly unknown[], wanted: readonly unknown[]): void {
  if (given.length === wanted.length) return
  throw new SallyportError('APPROVAL_REFUSED', {
    message: `the coordinator gave ${given.length} ${what} for ${wanted.length} artifacts`,
  })
}

interface Asked extends Measured {
  readonly application: string
  readonly environment: string
  readonly kind: string
  readonly scope: Readonly<Record<string, string>>
}

/** A coordinator that lets us vouch for something else is refused here. @throws `APPROVAL_REFUSED` */
function compare({ subject, predicate }: ApprovalStatement, asked: Asked): void {
  const pairs: readonly (readonly [what: string, stated: unknown, wanted: unknown])[] = [
    ['digest', `sha256:${subject[0]?.digest.sha256}`, asked.digest],
    ['subjects', subject.length, 1],
    ['size', predicate.artifact.size, asked.size],
    ['media type', predicate.artifact.mediaType, asked.mediaType],
    ['application', predicate.application, asked.application],
    ['environment', predicate.environment, asked.environment],
    ['kind', predicate.kind, asked.kind],
    ['scope', JSON.stringify(sorted(predicate.scope)), JSON.stringify(sorted(asked.scope))],
  ]
  for (const [what, stated, wanted] of pairs) {
    if (stated === wanted) continue
    throw new SallyportError('APPROVAL_REFUSED', {
      message: `the coordinator's statement has ${what} ${JSON.stringify(stated)}, we asked for ${JSON.stringify(wanted)}: not vouched for`,
    })
  }
}

async function awaitSignatures(
  identity: RunnerIdentity,
  submission: string,
  tokens: readonly string[],
  { onWaiting, sleep, signal }: ApprovalProgress,
): Promise<readonly string[]> {
  for (let waited = 0; waited <= PEOPLE_TIMEOUT_MS; waited += PEOPLE_INTERVAL_MS) {
    const reply = await completeApproval(identity.client, submission, tokens)
    if (reply.kind === 'signed') return reply.approvals
    onWaiting(reply.given, reply.wanted)
    await sleep(PEOPLE_INTERVAL_MS)
    signal.throwIfAborted()
  }
  throw new SallyportError('APPROVAL_REFUSED', {
    message: `people did not sign within ${PEOPLE_TIMEOUT_MS / MINUTE} minutes`,
    help: 'run the job again once they can',
  })
}

function sorted(labels: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))
}
