/**
 * `sallyport acl resolve`: the names of workloads looked up at their forge once, and their immutable ids written
 * into the rules. From then on only the ids match: a name that somebody else takes over later grants nothing.
 */
import { resolve } from 'node:path'
import * as z from 'zod'
import type { WorkloadIdentity } from '../access/names.ts'
import { findUnresolvedWorkloads, writeWorkloads } from '../access/workload-names.ts'
import { decodeUtf8, encodeUtf8 } from '../base/bytes.ts'
import { decode } from '../base/decode.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { type Json, parseStrictJson } from '../base/json.ts'
import { readFileBounded, writeFileAtomic } from '../platform/files.ts'
import { createHttpClient, type HttpClient } from '../platform/http.ts'
import type { Call, Verb } from './verb.ts'

const MAX_RULES_BYTES = 4 * 1024 * 1024
const MAX_REPLY_BYTES = 256 * 1024
const TIMEOUT_MS = 20_000

const repositorySchema = z.object({
  id: z.int().positive(),
  full_name: z.string(),
  owner: z.object({ id: z.int().positive() }),
})

const projectSchema = z.object({
  id: z.int().positive(),
  path_with_namespace: z.string(),
  namespace: z.object({ id: z.int().positive() }),
})

export const aclResolve: Verb = {
  name: 'acl resolve',
  summary: 'Look up the ids of workloads that access rules name.',
  details:
    'Every github:owner/repository that stands as a source and not under "workloads" is asked for at GitHub\n' +
    '(GITHUB_API_URL, with GITHUB_TOKEN where it is set), every gitlab:group/project at GitLab (CI_API_V4_URL, with\n' +
    'GITLAB_TOKEN). --write puts the ids into the file, for review with the\n' +
    'change; without it they are only shown. Names that the file resolves already are never asked for again.',
  positionals: [{ name: 'POLICY', doc: 'The access rules, a HuJSON file (access.hujson).' }],
  options: ['write', 'ca', 'json'],
  examples: ['sallyport acl resolve access.hujson --write'],
  async run(call) {
    const { options, ports } = call
    const name = call.positionals[0]!
    const path = resolve(ports.cwd, name)
    const text = decodeUtf8(await readFileBounded(path, MAX_RULES_BYTES))
    const wanted = findUnresolvedWorkloads(text, name)
    const found = await lookUpAll(call, wanted)
    if (options.write && found.size > 0) await writeFileAtomic(path, encodeUtf8(writeWorkloads(text, found)))
    if (options.json)
      ports.stdout(`${JSON.stringify({ version: 1, workloads: Object.fromEntries(found) })}\n`)
    for (const [workload, { repositoryId, ownerId }] of found)
      ports.stderr(`${workload}: repository ${repositoryId}, owner ${ownerId}\n`)
    ports.stderr(summarise(found.size, options.write ?? false))
    return EXIT.ok
  },
}

function summarise(count: number, written: boolean): string {
  if (count === 0) return 'every workload is resolved\n'
  return written ? `${count} written\n` : `${count} to write: --write\n`
}

async function lookUpAll(call: Call, names: readonly string[]): Promise<Map<string, WorkloadIdentity>> {
  const { options, ports } = call
  const ca =
    options.ca === undefined
      ? {}
      : { ca: decodeUtf8(await readFileBounded(resolve(ports.cwd, options.ca), MAX_REPLY_BYTES)) }
  const http = createHttpClient(ca)
  const found = new Map<string, WorkloadIdentity>()
  try {
    for (const name of names) found.set(name, await lookUp(call, http, name))
    return found
  } finally {
    await http.close()
  }
}

async function lookUp(call: Call, http: HttpClient, workload: string): Promise<WorkloadIdentity> {
  const [forge, path] = [workload.slice(0, 6), workload.slice(7)]
  const { url, headers, read } = forge === 'gitlab' ? askGitlab(call, path) : askGithub(call, path)
  const { status, body } = await http.request({
    method: 'GET',
    url,
    headers: { 'user-agent': 'sallyport', ...headers },
    maxBytes: MAX_REPLY_BYTES,
    timeoutMs: TIMEOUT_MS,
    signal: call.ports.signal,
  })
  if (status !== 200) throw unknownRepository(workload, url, status)
  const { name, ...ids } = read(parseStrictJson(body, { source: url, maxBytes: MAX_REPLY_BYTES }), url)
  // A repository that was renamed answers under its old name, too.
  if (name.toLowerCase() !== path.toLowerCase()) {
    throw new SallyportError('ACCESS_RULES_INVALID', {
      message: `${workload} is called ${JSON.stringify(name)} now`,
      help: 'write the name that it has',
    })
  }
  return ids
}

interface Question {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly read: (value: Json, source: string) => WorkloadIdentity & { readonly name: string }
}

function askGithub({ ports: { env } }: Call, path: string): Question {
  const api = (env['GITHUB_API_URL'] ?? 'https://api.github.com').replace(/\/$/, '')
  const token = env['GITHUB_TOKEN']
  return {
    url: `${api}/repos/${path}`,
    headers: {
      accept: 'application/vnd.github+json',
      ...(token === undefined || token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    read(value, source) {
      const { id, full_name: name, owner } = decode(repositorySchema, value, { source })
      return { name, repositoryId: String(id), ownerId: String(owner.id) }
    },
  }
}

function askGitlab({ ports: { env } }: Call, path: string): Question {
  const api = (env['CI_API_V4_URL'] ?? 'https://gitlab.com/api/v4').replace(/\/$/, '')
  const token = env['GITLAB_TOKEN']
  return {
    url: `${api}/projects/${encodeURIComponent(path)}`,
    headers: {
      accept: 'application/json',
      ...(token === undefined || token === '' ? {} : { 'private-token': token }),
    },
    read(value, source) {
      const { id, path_with_namespace: name, namespace } = decode(projectSchema, value, { source })
      return { name, repositoryId: String(id), ownerId: String(namespace.id) }
    },
  }
}

function unknownRepository(workload: string, url: string, status: number): SallyportError {
  return new SallyportError('HTTP_FAILED', {
    message: `${workload}: ${url} answered ${status}`,
    help: 'check the name; a private one needs GITHUB_TOKEN or GITLAB_TOKEN, a moved one its new name',
  })
}
