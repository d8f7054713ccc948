/**
 * Judging a change on a runner: finds the base commit in the clone or elsewhere, runs the gate, and
 * renders every report. What the action adds is where the change comes from and where reports go.
 */
import { formatElapsed } from '../base/time.ts'
import type { GateReport } from '../gate/report.ts'
import { renderAnnotations } from '../gate/reports/annotations.ts'
import { emitGateJson } from '../gate/reports/json.ts'
import { MAX_COMMENT_CHARACTERS, renderMarkdown } from '../gate/reports/markdown.ts'
import { emitSarif } from '../gate/reports/sarif.ts'
import { renderGateText } from '../gate/reports/text.ts'
import { type GitRepository, openGitRepository } from '../repository/git/repository.ts'
import { gateFolder, type JudgingOptions } from './judging.ts'
import type { Ports } from './verb.ts'
import { VERSION } from './version.ts'

/** Which commit a change is compared with, before anybody has looked whether it is in the clone. */
export type BaseRequest =
  | { readonly kind: 'merge-base'; readonly commit: string }
  | { readonly kind: 'commit'; readonly commit: string }
  | { readonly kind: 'push'; readonly before: string | undefined; readonly defaultBranch: string }

/** Where the repository lives, for what a shallow clone lacks. */
export interface RemoteRepository {
  /** `undefined` where the two have no common ancestor. */
  mergeBase(base: string, head: string): Promise<string | undefined>
  /** Fetches one commit into a repository of its own; `prefix` is the judged folder within it. @returns that folder */
  fetch(commit: string, prefix: string): Promise<string>
}

export interface LocatedBase {
  readonly commit: string
  /** Another repository than the clone. */
  readonly folder?: string
}

/** `undefined` where there is nothing before the change. @throws what the remote throws, where it had to be asked */
export async function locateBase(
  folder: string,
  request: BaseRequest,
  remote: RemoteRepository,
): Promise<LocatedBase | undefined> {
  using git = openGitRepository(folder)
  const head = git?.head()
  if (!git || !head) return undefined
  const commit = await findCommit(git, head, request, remote)
  if (commit === undefined) return undefined
  return isThere(git, commit) ? { commit } : { commit, folder: await remote.fetch(commit, git.prefix) }
}

async function findCommit(
  git: GitRepository,
  head: string,
  request: BaseRequest,
  remote: RemoteRepository,
): Promise<string | undefined> {
  switch (request.kind) {
    case 'commit':
      return request.commit
    case 'merge-base':
      return mergeBaseOf(git, request.commit, head, remote)
    case 'push': {
      const { before, defaultBranch } = request
      if (before === head) return before
      if (before !== undefined && (await mergeBaseOf(git, before, head, remote)) === before) return before
      const common = await mergeBaseOf(
        git,
        `refs/remotes/origin/${defaultBranch}`,
        head,
        remote,
        defaultBranch,
      )
      return common === head ? undefined : common
    }
  }
}

/** In the clone where its history reaches, else by the remote. */
async function mergeBaseOf(
  git: GitRepository,
  revision: string,
  head: string,
  remote: RemoteRepository,
  remoteName = revision,
): Promise<string | undefined> {
  try {
    return git.mergeBase(git.resolve(revision), head)
  } catch {
    // Not in a shallow clone; the remote knows, or throws a better reason.
    return await remote.mergeBase(remoteName, head)
  }
}

function isThere(git: GitRepository, commit: string): boolean {
  try {
    git.tree(git.resolve(commit), { maxFileBytes: 1 })
    return true
  } catch {
    // A commit that was cut off has no tree here; whoever reads the fetched one sees a real fault.
    return false
  }
}

export interface JudgedChange {
  readonly report: GateReport
  /** The verdict's file: its digest is the evidence of an approval. */
  readonly json: string
  readonly markdown: string
  readonly comment: string
  readonly sarif: string
  readonly text: string
  readonly annotations: string
}

export interface ChangeRequest extends JudgingOptions {
  /** The judged folder within the repository, `''` or ending with `/`. */
  readonly prefix: string
}

export async function judgeChange(request: ChangeRequest, ports: Ports): Promise<JudgedChange> {
  const started = ports.clock.monotonic()
  const report = await gateFolder(request, ports)
  ports.diagnostics.log('info', 'judged', { took: formatElapsed(ports.clock.monotonic() - started) })
  return {
    report,
    json: emitGateJson(report, { version: VERSION }),
    markdown: renderMarkdown(report),
    comment: renderMarkdown(report, { maxBytes: MAX_COMMENT_CHARACTERS - 1_024 }),
    sarif: emitSarif(report, { version: VERSION, prefix: request.prefix }),
    text: renderGateText(report, ports.style),
    annotations: renderAnnotations(report.findings, request.prefix),
  }
}
