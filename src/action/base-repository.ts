/**
 * The base commit of a clone that is too shallow to hold it: its id from GitHub's compare API, its tree
 * fetched into a repository of our own, whose configuration nobody else has written.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SallyportError } from '../base/errors.ts'
import type { Secret } from '../base/secret.ts'
import { MINUTE } from '../base/time.ts'
import { runProgram } from '../platform/process.ts'
import type { RemoteRepository } from '../verbs/change.ts'
import { type GitHubApi, PermissionMissing } from './github-api.ts'

export interface BaseRepositoryOptions {
  readonly api: GitHubApi | undefined
  readonly serverUrl: string
  readonly repository: string
  readonly token: Secret<string> | undefined
  /** A folder of the step's own. */
  readonly folder: string
  readonly path: string
  readonly signal: AbortSignal
}

const DEPTH_HELP =
  'give actions/checkout the line "fetch-depth: 0", or the step "github-token" with contents: read'

export function createBaseRepository(options: BaseRepositoryOptions): RemoteRepository {
  return {
    async mergeBase(base, head) {
      if (!options.api) throw unknown(`the clone does not hold ${base}`)
      try {
        return await options.api.findMergeBase(base, head)
      } catch (error) {
        if (error instanceof PermissionMissing)
          throw unknown(`the clone does not hold ${base}, and ${error.message}`, error)
        throw unknown(`GitHub could not say what ${base} and the change have in common`, error)
      }
    },
    fetch: (commit, prefix) => fetchCommit(options, commit, prefix),
  }
}

async function fetchCommit(options: BaseRepositoryOptions, commit: string, prefix: string): Promise<string> {
  const folder = join(options.folder, 'base')
  await mkdir(join(folder, prefix), { recursive: true, mode: 0o700 })
  const git = async (...args: string[]): Promise<void> => {
    const result = await runProgram(['git', ...HARDENED, ...args], {
      cwd: folder,
      env: gitEnvironment(options),
      timeoutMs: 5 * MINUTE,
      maxBytes: 1024 * 1024,
      signal: options.signal,
    })
    if (result.code !== 0) throw unknown(`git could not fetch ${commit}: ${firstLine(result.stderr)}`)
  }
  await git('init', '--quiet', '.')
  const url = `${options.serverUrl}/${options.repository}`
  await git(
    'fetch',
    '--quiet',
    '--no-tags',
    '--depth=1',
    '--no-recurse-submodules',
    '--end-of-options',
    url,
    commit,
  )
  return join(folder, prefix)
}

const HARDENED = [
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'protocol.ext.allow=never',
  '-c',
  'credential.helper=',
  '-c',
  'transfer.fsckObjects=true',
]

/** The token goes by environment, so that no process list shows it. */
function gitEnvironment({ path, token, serverUrl }: BaseRepositoryOptions): Record<string, string> {
  const plain = {
    PATH: path,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
  }
  if (!token) return plain
  const basic = Buffer.from(`x-access-token:${token.reveal()}`).toString('base64')
  return {
    ...plain,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${serverUrl}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  }
}

function firstLine(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8').trim().split('\n')[0] ?? ''
}

function unknown(message: string, cause?: unknown): SallyportError {
  return new SallyportError('REVISION_UNKNOWN', { message, help: DEPTH_HELP, cause })
}
