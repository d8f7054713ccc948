/** The gate of a change: base by the event, verdict, reports where GitHub shows them. */
import { join, relative, resolve } from 'node:path'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { Secret } from '../base/secret.ts'
import { makePrivateFolder, writeFileAtomic } from '../platform/files.ts'
import type { HttpClient } from '../platform/http.ts'
import {
  type BaseRequest,
  type JudgedChange,
  judgeChange,
  type LocatedBase,
  locateBase,
} from '../verbs/change.ts'
import type { OptionValues } from '../verbs/options.ts'
import type { Ports } from '../verbs/verb.ts'
import { createBaseRepository } from './base-repository.ts'
import { type Change, readChange } from './event.ts'
import { createGitHubApi, type GitHubApi, PermissionMissing } from './github-api.ts'
import type { Runner } from './runner.ts'
import { formatNotice, sanitiseLine } from './workflow-commands.ts'

export interface StepContext {
  readonly runner: Runner
  readonly inputs: OptionValues
  readonly http: HttpClient
  readonly ports: Ports
  /** 0700, of this step's own. */
  readonly stateFolder: string
}

export interface GateStep {
  readonly change: Change
  readonly api: GitHubApi | undefined
  /** `undefined` where there was nothing to judge. */
  readonly judged: JudgedChange | undefined
  readonly reportFolder: string
  readonly exitCode: ExitCode
}

const COMMENT_MARKER = '<!-- sallyport -->'

export async function runGateStep(context: StepContext): Promise<GateStep> {
  const { runner, inputs, ports } = context
  const change = readChange(runner.event, runner.payload)
  const { basis } = change
  const reportFolder = join(context.stateFolder, 'report')
  if (basis.kind === 'refused') throw new SallyportError('USAGE', { message: basis.why, help: basis.help })
  const token = inputs['github-token'] === undefined ? undefined : new Secret(inputs['github-token'])
  const { apiUrl, repository, serverUrl } = runner
  const api = token && createGitHubApi({ http: context.http, apiUrl, repository, token })
  if (basis.kind === 'nothing') {
    ports.stdout(formatNotice('a deleted branch or tag has nothing to judge'))
    return { change, api, judged: undefined, reportFolder, exitCode: EXIT.ok }
  }
  const folder = resolve(runner.workspace, inputs.path ?? '.')
  let base: LocatedBase | undefined
  if (basis.kind === 'none') {
    ports.stdout(formatNotice(`${basis.why}: judged by the gate policy of the commit itself`))
  } else {
    const path = ports.env['PATH'] ?? ''
    const remote = createBaseRepository({
      api,
      serverUrl,
      repository,
      token,
      path,
      folder: context.stateFolder,
      signal: ports.signal,
    })
    base = await locateBase(folder, basis satisfies BaseRequest, remote)
  }
  const judged = await judgeChange(
    {
      folder,
      prefix: prefixOf(runner.workspace, folder),
      offline: inputs.offline === true,
      ...(base === undefined ? {} : { base: base.commit }),
      ...(base?.folder === undefined ? {} : { baseFolder: base.folder }),
      ...(inputs.advisories === undefined
        ? {}
        : { advisories: resolve(runner.workspace, inputs.advisories) }),
    },
    ports,
  )
  await writeReports(context, judged, reportFolder)
  await publish(context, change, api, judged)
  return { change, api, judged, reportFolder, exitCode: exitOf(judged) }
}

function exitOf({ report }: JudgedChange): ExitCode {
  if (report.verdict === 'passed') return EXIT.ok
  return report.verdict === 'failed' ? EXIT.failed : EXIT.undecided
}

async function writeReports(
  { runner, inputs, ports }: StepContext,
  judged: JudgedChange,
  folder: string,
): Promise<void> {
  await makePrivateFolder(folder)
  await writeFileAtomic(join(folder, 'verdict.json'), judged.json)
  await writeFileAtomic(join(folder, 'report.md'), judged.markdown)
  await writeFileAtomic(join(folder, 'report.sarif'), judged.sarif)
  if (inputs.sarif !== undefined) await writeFileAtomic(resolve(runner.workspace, inputs.sarif), judged.sarif)
  for (const line of judged.text.split('\n')) ports.stdout(`${sanitiseLine(line)}\n`)
  ports.stdout(judged.annotations)
  await runner.appendSummary(judged.markdown)
  const { report } = judged
  await runner.setOutput('verdict', report.verdict)
  await runner.setOutput('findings', String(report.findings.filter((finding) => finding.blocking).length))
  await runner.setOutput('report', folder)
  if (report.reasons.some((reason) => reason.code === 'nothing-to-scan')) {
    ports.stdout(formatNotice('no scanner found a file that it reads'))
  }
}

/** What needs a permission that the token lacks is skipped, aloud. */
async function publish(
  { runner, inputs, ports }: StepContext,
  change: Change,
  api: GitHubApi | undefined,
  judged: JudgedChange,
): Promise<void> {
  if (!api) return
  const attempt = async (what: string, run: () => Promise<void>): Promise<void> => {
    try {
      await run()
    } catch (error) {
      const why =
        error instanceof PermissionMissing
          ? `add "${error.permission}" to the job's permissions`
          : 'GitHub did not accept it'
      ports.stdout(formatNotice(`${what} was skipped: ${why}`))
    }
  }
  if (change.pullRequest !== undefined && inputs.comment !== false && !change.fromFork) {
    await attempt('the comment', () =>
      api.upsertComment(change.pullRequest!, COMMENT_MARKER, `${COMMENT_MARKER}\n${judged.comment}`),
    )
  }
  if (inputs.sarif !== undefined && !change.fromFork) {
    await attempt('the SARIF upload', () => api.uploadSarif(runner.commit, runner.ref, judged.sarif))
  }
}

function prefixOf(workspace: string, folder: string): string {
  const path = relative(workspace, folder).replaceAll('\\', '/')
  return path === '' ? '' : `${path}/`
}
