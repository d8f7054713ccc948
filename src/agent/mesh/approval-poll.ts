/**
 * The agent's own look for approvals (protocols §6), beside the nudges: the newest one of each application,
 * every minute or so. One whose artifact lies behind `https:` is deployed by the agent itself; one that
 * only its runner serves (`mesh:`) waits for the runner's nudge. What an approval is worth is found out by
 * the deployment, as with a nudge.
 */

import { encodeUtf8 } from '../../base/bytes.ts'
import type { Diagnostics } from '../../base/diagnostics.ts'
import { sha256Hex } from '../../base/digest.ts'
import { messageOf } from '../../base/errors.ts'
import { type Random, randomBelow } from '../../base/random.ts'
import { type ApprovalFile, parseApprovalFile } from '../../trust/approval-file.ts'
import { unverifiedPayload } from '../../trust/dsse.ts'
import type { AgentCore } from '../server/agent-core.ts'
import type { Source } from '../sources/source.ts'

export interface ApprovalPollOptions {
  readonly applications: readonly string[]
  /** The newest approval's file, or null. */
  readonly latest: (application: string) => Promise<string | null>
  /** @throws `SOURCE_REFUSED` where the configuration does not allow the URL */
  readonly open: (url: string, application: string) => Source
  readonly core: Pick<AgentCore, 'submit'>
  /** Reads the log with each poll, so that an agent that deploys nothing notices a contradiction as well. */
  readonly followLog?: () => Promise<unknown>
  /** The pause is between half of it and one and a half. */
  readonly intervalMs: number
  readonly random: Random
  readonly diagnostics: Diagnostics
}

export interface ApprovalPoll {
  close(): void
}

export function startApprovalPoll(options: ApprovalPollOptions): ApprovalPoll {
  const { intervalMs, random } = options
  const seen = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  const next = (): void => {
    if (isClosed) return
    timer = setTimeout(
      () => void pollOnce(options, seen).then(next),
      intervalMs / 2 + randomBelow(random, intervalMs),
    )
    timer.unref()
  }
  next()
  return {
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

/** @param seen by application, the digest of the statement that was taken last; each is taken once */
export async function pollOnce(options: ApprovalPollOptions, seen: Map<string, string>): Promise<void> {
  await options.followLog?.().catch((error: unknown) => {
    options.diagnostics.log('debug', 'the log was not followed', { reason: messageOf(error) })
  })
  for (const application of options.applications) {
    try {
      const text = await options.latest(application)
      if (text !== null) take(options, seen, application, parseApprovalFile(encodeUtf8(text)))
    } catch (error) {
      options.diagnostics.log('debug', 'no approval was polled', { application, reason: messageOf(error) })
    }
  }
}

function take(
  { open, core, diagnostics }: ApprovalPollOptions,
  seen: Map<string, string>,
  application: string,
  approval: ApprovalFile,
): void {
  const url = approval.locations.find((location) => location.startsWith('https:'))
  const digest = sha256Hex(unverifiedPayload(approval.envelope))
  if (url === undefined || seen.get(application) === digest) return
  const source = open(url, application)
  const { id } = core.submit({ approval, source })
  seen.set(application, digest)
  diagnostics.log('info', 'an approval was polled', { application, deployment: id })
}
