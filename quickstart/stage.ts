/** Everything that the scenes share: folders, the issuer, the coordinator, the agent, the jobs. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTlsIdentity, type TlsIdentity } from '../test/support/certificates.ts'
import { findFreePort } from '../test/support/free-port.ts'
import { type RunningIssuer, startIssuer } from '../test/support/issuer.ts'
import { RunnerHarness } from '../test/support/runner.ts'
import { ADVISORIES, type Commits, GATE_WORKFLOW, makeRepository, REPOSITORY } from './fixtures.ts'
import { type Service, sallyport } from './processes.ts'

export interface JobOptions {
  readonly commit: string
  readonly runId: string
  /** Claims set over those of the honest gate job. */
  readonly claims?: Readonly<Record<string, unknown>>
  readonly artifact: string
}

export class Stage {
  readonly work: string
  readonly report: string
  readonly repository: string
  readonly server: string
  readonly data: string
  commits!: Commits
  issuer!: RunningIssuer
  tls!: TlsIdentity
  coordinatorUrl = ''
  root = ''
  coordinatorId = ''
  adminKey = ''
  policyDigest = ''
  servicePort = 0
  coordinator: Service | undefined
  agent: Service | undefined
  /** The job of the good release: its post step is played at the end. */
  release: RunnerHarness | undefined
  readonly #jobs: RunnerHarness[] = []

  constructor(work: string, report: string) {
    this.work = work
    this.report = report
    this.repository = join(work, 'repository')
    this.server = join(work, 'server')
    this.data = join(work, 'coordinator')
  }

  async prepare(): Promise<void> {
    rmSync(this.report, { recursive: true, force: true })
    mkdirSync(this.report, { recursive: true })
    this.commits = makeRepository(this.repository)
    this.issuer = await startIssuer()
    this.tls = createTlsIdentity()
    this.servicePort = await findFreePort()
  }

  artifact(name: string): string {
    return join(this.work, 'build', name, 'larder.tar.gz')
  }

  /** A job of the repository's gate workflow on a runner, with its identity. */
  async startJob(options: JobOptions): Promise<RunnerHarness> {
    const { commit, runId } = options
    const claims = {
      repository: REPOSITORY.name,
      repository_id: REPOSITORY.id,
      repository_owner_id: REPOSITORY.ownerId,
      sha: commit,
      run_id: runId,
      environment: 'production',
      job_workflow_ref: `${GATE_WORKFLOW.path}@refs/heads/main`,
      job_workflow_sha: GATE_WORKFLOW.commit,
      ...options.claims,
    }
    const job = await RunnerHarness.start({
      event: 'push',
      payload: {
        ref: 'refs/heads/main',
        before: this.commits.vulnerable,
        after: commit,
        repository: { id: Number(REPOSITORY.id), default_branch: 'main' },
      },
      workspace: this.work,
      commit,
      ref: 'refs/heads/main',
      repository: REPOSITORY.name,
      runId,
      job: 'gate',
      mintToken: async (audience) => this.issuer.mintWorkload({ audience, now: Date.now(), claims }),
      env: { SALLYPORT_CACHE: join(this.work, 'cache') },
    })
    this.#jobs.push(job)
    return job
  }

  /** The inputs of the action, as a workflow would give them. */
  inputs(options: { command: string; artifact: string }): Record<string, string> {
    return {
      command: options.command,
      path: 'repository',
      advisories: ADVISORIES,
      offline: 'true',
      environment: 'production',
      artifact: `larder=${options.artifact}`,
      coordinator: this.coordinatorUrl,
      root: this.root,
      ca: 'coordinator-ca.pem',
    }
  }

  /** How an operator's request is addressed and signed. */
  operator(): string[] {
    return [
      '--url',
      this.coordinatorUrl,
      '--root',
      this.root,
      '--key',
      this.adminKey,
      '--ca',
      'coordinator-ca.pem',
    ]
  }

  keep(from: string, name: string): void {
    if (existsSync(from)) cpSync(from, join(this.report, name), { recursive: true })
  }

  writeReport(markdown: string): void {
    writeFileSync(join(this.report, 'quickstart.md'), markdown)
  }

  async close(): Promise<void> {
    for (const job of this.#jobs.splice(0)) {
      // A job that was broken off still has its node: the post step runs always, and does nothing twice.
      await job.run('post')
      await job.close()
    }
    if (this.agent) {
      // The services of an agent outlive it; these are not meant to.
      await sallyport(['agent', 'stop', '--services', '--config', 'agent.yml'], { cwd: this.server })
      await this.agent.stop()
    }
    await this.coordinator?.stop()
    await this.issuer?.close()
  }
}
