/** What the quickstart's actors are made of: a repository, an issuer of identity tokens, configurations. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const examples = fileURLToPath(new URL('../examples/', import.meta.url))
export const ADVISORIES = join(examples, 'advisories')

/** The repository's names and ids, as GitHub would put them into tokens. */
export const REPOSITORY = { name: 'octo/larder', id: '74', ownerId: '65' }
/** The gate's workflow, pinned by its commit in the trust rules. */
export const GATE_WORKFLOW = { path: 'octo/sallyport/.github/workflows/gate.yml', commit: 'a'.repeat(40) }

export interface Commits {
  /** With the vulnerable dependency. */
  readonly vulnerable: string
  /** Mended: the release that is deployed. */
  readonly mended: string
  /** A later release whose health check fails. */
  readonly broken: string
}

/** A git repository with the three states of the example, one commit each. */
export function makeRepository(folder: string): Commits {
  mkdirSync(folder, { recursive: true })
  const git = gitIn(folder)
  git('init', '-q', '-b', 'main')
  const commit = (message: string, ...overlays: readonly string[]): string => {
    for (const overlay of overlays) cpSync(join(examples, overlay), folder, { recursive: true })
    git('add', '-A')
    git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '-q', '-m', message)
    return git('rev-parse', 'HEAD')
  }
  const vulnerable = commit('larder: count what is left', 'larder')
  const mended = commit('larder: upgrade minimist', 'larder-mended')
  const broken = commit('larder: a new pantry', 'larder-broken')
  return { vulnerable, mended, broken }
}

export function checkOut(folder: string, commit: string): void {
  gitIn(folder)('checkout', '-q', commit)
}

/** Packs the checkout as the example's own build does. */
export function buildArtifact(folder: string, out: string): void {
  mkdirSync(join(out, '..'), { recursive: true })
  execFileSync(process.execPath, [join(folder, 'build.mjs'), '--out', out], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '' },
  })
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 })
}

/** What the quickstart shows of `sallyport gate --json`. */
export interface ShownVerdict {
  readonly verdict: string
  readonly policy: { readonly digest: string }
  readonly scanners: readonly { readonly id: string; readonly status: string }[]
  readonly findings: readonly {
    readonly scanner: string
    readonly severity: string
    readonly title: string
    readonly path: string
    readonly line: number
    readonly advisory: { readonly id: string } | null
    readonly package: {
      readonly name: string
      readonly version: string
      readonly paths: readonly (readonly string[])[]
      readonly fix: {
        readonly name: string
        readonly version: string
        readonly heldBackBy: string | null
      } | null
    } | null
  }[]
}

/** The floor of production, and who may ask: the gate's workflow at one commit. */
export function environmentsYml(options: {
  issuer: string
  ca: string
  policies: readonly string[]
  refs?: readonly string[]
}): string {
  return `version: 1
issuers:
  - { issuer: "${options.issuer}", ca: ${options.ca} }
rules:
${rulesYml(options.issuer)}
environments:
  production:
    floor:
      scanners: [dependencies, workflows, secrets, code]
      policies: [${options.policies.map((digest) => `"${digest}"`).join(', ')}]
      advisories: { maxAge: 3650d }
      maxVerdictAge: 1h
`
}

/** The agent's own word on whom it trusts; the coordinator's is a proposal. */
export function trustYml(options: { root: string; issuer: string; ca: string }): string {
  return `version: 1
signers: coordinator
root: ${options.root}
issuers:
  - { issuer: "${options.issuer}", ca: ${options.ca} }
rules:
${rulesYml(options.issuer)}
`
}

export function agentYml(options: { coordinator: string; servicePort: number; nodePath: string }): string {
  return `version: 1
root: ./deployments
trust: trust.yml
machineKey: machine.key
environment: production
mesh:
  coordinator: ${options.coordinator}
  ca: coordinator-ca.pem
applications:
  larder:
    sameUser: true
    service:
      kind: process
      command: [${JSON.stringify(options.nodePath)}, server.mjs]
      env: { PORT: "${options.servicePort}" }
      stop: { timeout: 3s }
    health:
      kind: http
      url: http://127.0.0.1:${options.servicePort}/healthz
      interval: 100ms
      successes: 3
      timeout: 5s
`
}

function rulesYml(issuer: string): string {
  return `  - application: larder
    environments: [production]
    issuer: "${issuer}"
    repositoryId: "${REPOSITORY.id}"
    ownerId: "${REPOSITORY.ownerId}"
    gate:
      workflow: ${GATE_WORKFLOW.path}
      commits: ["${GATE_WORKFLOW.commit}"]
    refs: [refs/heads/main]`
}

function gitIn(folder: string): (...args: string[]) => string {
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  return (...args) => execFileSync('git', args, { cwd: folder, env, encoding: 'utf8' }).trim()
}
