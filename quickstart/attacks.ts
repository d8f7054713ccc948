/** Seven attempts of people who hold one stolen thing each; every one is refused, with the reason. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { messageOf } from '../src/base/errors.ts'
import { Secret } from '../src/base/secret.ts'
import { requestAdmission } from '../src/mesh/control/membership.ts'
import { systemClock } from '../src/platform/clock.ts'
import { createHttpClient } from '../src/platform/http.ts'
import { systemRandom } from '../src/platform/random.ts'
import { createRunnerIdentity } from '../src/verbs/runner-identity.ts'
import { GATE_WORKFLOW, REPOSITORY } from './fixtures.ts'
import { coordinatorsKey, forge, strangersKey } from './forgery.ts'
import { expectExit } from './processes.ts'
import { ask, expectStep } from './scenes.ts'
import type { Stage } from './stage.ts'
import type { Outcome, Timeline } from './timeline.ts'

const EVIL = Buffer.from('the attacker’s own release\n')
const UNLISTED_COMMIT = 'd'.repeat(40)

export async function playAttacks(stage: Stage, timeline: Timeline): Promise<void> {
  const attack = new Attacker(stage)
  await timeline.step('an artifact changed after its approval', () => attack.changedArtifact())
  await timeline.step("a runner's token, replayed with another WireGuard key", () => attack.replayedToken())
  await timeline.step('an approval signed by a key that nobody trusts', () => attack.strangersApproval())
  await timeline.step("a lying coordinator, without the workload's token", () => attack.lyingCoordinator())
  await timeline.step('a workflow commit that is not listed asks the coordinator', () =>
    attack.unlistedWorkflow(),
  )
  await timeline.step('the same, with a lying coordinator: the agent alone', () =>
    attack.unlistedWorkflowAtTheAgent(),
  )
  await timeline.step('a re-run of an older run', () => attack.olderRun())
  await timeline.step('curl: the service is what it was', async () => ({
    result: 'answers',
    lines: [await ask(stage)],
  }))
}

class Attacker {
  readonly #stage: Stage
  readonly #genuine: string

  constructor(stage: Stage) {
    this.#stage = stage
    this.#genuine = join(stage.report, 'release', 'larder.approval.json')
  }

  async changedArtifact(): Promise<Outcome> {
    const changed = this.#write(
      'changed/larder.tar.gz',
      Buffer.concat([readFileSync(this.#stage.artifact('good')), Buffer.from([0])]),
    )
    return this.#verify(changed, this.#genuine)
  }

  async replayedToken(): Promise<Outcome> {
    const stage = this.#stage
    const ports = { clock: systemClock, random: systemRandom }
    const coordinator = { url: stage.coordinatorUrl, root: stage.root, ca: stage.tls.caPem }
    const http = createHttpClient({ ca: stage.tls.caPem })
    try {
      const victim = createRunnerIdentity(
        coordinator,
        { request: async (audience) => new Secret(this.#mint(audience)) },
        http,
        ports,
      )
      const stolen = (await victim.admissionToken(null)).reveal()
      const thief = createRunnerIdentity(
        coordinator,
        { request: async () => new Secret(stolen) },
        http,
        ports,
      )
      const target = { application: 'larder', environment: 'production', approval: null, endpoints: [] }
      await requestAdmission(thief.client, { token: stolen, keys: thief.keys, ...target })
    } catch (error) {
      return {
        result: 'refused',
        lines: [
          `by the coordinator: ${messageOf(error)}`,
          'the token is bound to the keys that it was asked with; a stranger hears no more than this',
        ],
      }
    } finally {
      await http.close()
    }
    throw new Error('the coordinator admitted a stolen token with other keys')
  }

  async strangersApproval(): Promise<Outcome> {
    return this.#forged('stranger', { key: strangersKey(), mint: (audience) => this.#mint(audience) })
  }

  async lyingCoordinator(): Promise<Outcome> {
    return this.#forged('lying', { key: await coordinatorsKey(this.#stage.data) })
  }

  async unlistedWorkflow(): Promise<Outcome> {
    const stage = this.#stage
    const artifact = this.#write('unlisted/larder.tar.gz', EVIL)
    const claims = { job_workflow_sha: UNLISTED_COMMIT }
    const job = await stage.startJob({ commit: stage.commits.broken, runId: '1003', artifact, claims })
    const result = await job.run('main', stage.inputs({ command: 'approve', artifact }))
    expectStep(result, 12)
    return { result: 'refused', lines: reasons(result.stdout) }
  }

  async unlistedWorkflowAtTheAgent(): Promise<Outcome> {
    return this.#forged('unlisted', {
      key: await coordinatorsKey(this.#stage.data),
      mint: (audience) => this.#mint(audience, { job_workflow_sha: UNLISTED_COMMIT }),
      workflowCommit: UNLISTED_COMMIT,
    })
  }

  async olderRun(): Promise<Outcome> {
    const stage = this.#stage
    const job = await stage.startJob({
      commit: stage.commits.broken,
      runId: '999',
      artifact: stage.artifact('broken'),
    })
    const result = await job.run(
      'main',
      stage.inputs({ command: 'deploy', artifact: stage.artifact('broken') }),
    )
    expectStep(result, 12)
    return { result: 'refused', lines: reasons(result.stdout) }
  }

  async #forged(
    name: string,
    parts: Pick<Parameters<typeof forge>[0], 'key' | 'mint' | 'workflowCommit'>,
  ): Promise<Outcome> {
    const file = forge({
      genuine: readFileSync(this.#genuine),
      artifact: EVIL,
      coordinatorId: this.#stage.coordinatorId,
      ...parts,
    })
    return this.#verify(
      this.#write(`${name}/larder.tar.gz`, EVIL),
      this.#write(`${name}/larder.approval.json`, file),
    )
  }

  /** The agent's own verification, with the agent's own trust file. */
  async #verify(artifact: string, approval: string): Promise<Outcome> {
    const args = [
      'verify',
      artifact,
      '--approval',
      approval,
      '--trust',
      join(this.#stage.server, 'trust.yml'),
      '--json',
    ]
    const { stdout } = await expectExit(10, args, { cwd: this.#stage.work })
    const { step, reason } = JSON.parse(stdout)
    return { result: 'refused', lines: [`by the agent's verification, at the ${step}: ${reason}`] }
  }

  #mint(audience: string, claims: Readonly<Record<string, unknown>> = {}): string {
    return this.#stage.issuer.mintWorkload({
      audience,
      now: Date.now(),
      claims: {
        repository: REPOSITORY.name,
        repository_id: REPOSITORY.id,
        repository_owner_id: REPOSITORY.ownerId,
        sha: this.#stage.commits.mended,
        run_id: '1001',
        job_workflow_ref: `${GATE_WORKFLOW.path}@refs/heads/main`,
        job_workflow_sha: GATE_WORKFLOW.commit,
        ...claims,
      },
    })
  }

  #write(name: string, bytes: Uint8Array): string {
    const path = join(this.#stage.work, 'attacks', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    return path
  }
}

/** The error that the job shows. */
function reasons(stdout: string): string[] {
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('::error::') && line.includes('REFUSED'))
    .map((line) => `by the coordinator: ${line.slice('::error::'.length)}`)
}
