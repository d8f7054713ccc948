/**
 * Asking the coordinator for approvals (protocols §5): the verdict and the artifacts go in, exact
 * statement bytes come back; they must say what was asked for before our token vouches for them.
 */
import { basename } from 'node:path'
import { decodeBase64, encodeUtf8 } from '../base/bytes.ts'
import { formatDigest } from '../base/digest.ts'
import { SallyportError } from '../base/errors.ts'
import { MINUTE, SECOND } from '../base/time.ts'
import { completeApproval, requestApproval } from '../mesh/control/membership.ts'
import { type ApprovalStatement, approvalDigest, parseApprovalStatement } from '../trust/statement.ts'
import { measureArtifact, mediaTypeOf } from './artifact-file.ts'
import type { NamedArtifact } from './deployment-words.ts'
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

export interface GrantedApproval extends NamedArtifact {
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
  readonly sleep: (ms: number) => Promise<void>
  readonly signal: AbortSignal
}

const PEOPLE_INTERVAL_MS = 10 * SECOND
const PEOPLE_TIMEOUT_MS = 60 * MINUTE

/** @throws `APPROVAL_REFUSED`; `FILE_UNREADABLE` */
export async function askApproval(
  identity: RunnerIdentity,
  artifact: NamedArtifact,
  wish: ApprovalWish,
  progress: ApprovalProgress,
): Promise<GrantedApproval> {
  const measured = await measureArtifact(artifact.path)
  const name = basename(artifact.path)
  const asked = {
    name,
    digest: formatDigest(measured.digest),
    size: measured.size,
    mediaType: mediaTypeOf(name),
  }
  const reply = await requestApproval(identity.client, {
    keys: identity.keys,
    token: (await identity.admissionToken(null)).reveal(),
    application: artifact.application,
    environment: wish.environment,
    kind: wish.kind,
    verdict: wish.verdict,
    artifacts: [{ ...asked, scope: { ...wish.scope }, locations: [...wish.locations] }],
  })
  const bytes = decodeBase64(reply.statements[0]!)
  const statement = parseApprovalStatement(bytes)
  compare(statement, { ...asked, ...wish, application: artifact.application })
  const token = (await identity.approvalToken(bytes)).reveal()
  const file = await awaitSignatures(identity, reply.submission, token, progress)
  const digest = formatDigest(approvalDigest(bytes))
  return { ...artifact, digest, artifact: asked.digest, size: asked.size, file: encodeUtf8(file) }
}

interface Asked {
  readonly name: string
  readonly digest: string
  readonly size: number
  readonly mediaType: string
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
  token: string,
  { onWaiting, sleep, signal }: ApprovalProgress,
): Promise<string> {
  for (let waited = 0; waited <= PEOPLE_TIMEOUT_MS; waited += PEOPLE_INTERVAL_MS) {
    const reply = await completeApproval(identity.client, submission, [token])
    if (reply.kind === 'signed') return reply.approvals[0]!
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
