/** The runner around a step: its environment read once, and its files written in one place. */
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeHex } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { type Json, parseStrictJson } from '../base/json.ts'
import type { Random } from '../base/random.ts'
import { makePrivateFolder, readFileBounded } from '../platform/files.ts'
import { formatFileEntry } from './workflow-commands.ts'

const MAX_PAYLOAD_BYTES = 32 * 1024 * 1024
const MAX_SUMMARY_BYTES = 1024 * 1024

export interface Runner {
  readonly event: string
  readonly payload: Json
  readonly workspace: string
  /** The commit that was checked out for the run. */
  readonly commit: string
  readonly ref: string
  readonly repository: string
  readonly runId: string
  readonly runAttempt: string
  readonly job: string
  readonly apiUrl: string
  readonly serverUrl: string
  setOutput(name: string, value: string): Promise<void>
  /** For the post step of the same action. */
  saveState(name: string, value: string): Promise<void>
  /** For later steps of the job. */
  exportVariable(name: string, value: string): Promise<void>
  appendSummary(markdown: string): Promise<void>
  /** A 0700 folder of this step's own: nothing by a fixed name, since two jobs may share a machine. */
  makeStateFolder(): Promise<string>
}

/** @throws `USAGE` where this is no runner */
export async function readRunner(
  env: Readonly<Record<string, string | undefined>>,
  random: Random,
): Promise<Runner> {
  const required = (name: string): string => {
    const value = env[name]
    if (value === undefined || value === '') {
      throw new SallyportError('USAGE', {
        message: `${name} is not set: this is not a GitHub Actions runner`,
        help: 'on your own machine use the command line: sallyport gate PATH',
      })
    }
    return value
  }
  const append = async (name: string, text: string): Promise<void> => appendFile(required(name), text)
  const payload = await readFileBounded(required('GITHUB_EVENT_PATH'), MAX_PAYLOAD_BYTES)
  const identity = {
    event: required('GITHUB_EVENT_NAME'),
    workspace: required('GITHUB_WORKSPACE'),
    commit: required('GITHUB_SHA'),
    ref: required('GITHUB_REF'),
    repository: required('GITHUB_REPOSITORY'),
    runId: required('GITHUB_RUN_ID'),
    runAttempt: required('GITHUB_RUN_ATTEMPT'),
    job: required('GITHUB_JOB'),
  }
  return {
    ...identity,
    payload: parseStrictJson(payload, {
      source: 'GITHUB_EVENT_PATH',
      maxBytes: MAX_PAYLOAD_BYTES,
      maxDepth: 200,
    }),
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    setOutput: (name, value) => append('GITHUB_OUTPUT', formatFileEntry(name, value, random)),
    saveState: (name, value) => append('GITHUB_STATE', formatFileEntry(name, value, random)),
    exportVariable: (name, value) => append('GITHUB_ENV', formatFileEntry(name, value, random)),
    appendSummary: (markdown) => append('GITHUB_STEP_SUMMARY', shorten(markdown)),
    async makeStateFolder() {
      const { runId, runAttempt, job } = identity
      const name = `sallyport-${runId}-${runAttempt}-${job.replace(/[^\w-]/g, '_')}-${encodeHex(random.bytes(8))}`
      const folder = join(required('RUNNER_TEMP'), name)
      await makePrivateFolder(folder)
      return folder
    },
  }
}

/** A summary over the runner's bound would fail the job; shortened it still says the worst first. */
function shorten(markdown: string): string {
  const bytes = Buffer.from(markdown)
  if (bytes.length <= MAX_SUMMARY_BYTES) return markdown
  const note = '\n\n*The report is longer than a summary may be; the whole of it is in the report folder.*\n'
  return bytes.subarray(0, MAX_SUMMARY_BYTES - Buffer.byteLength(note) - 4).toString('utf8') + note
}
