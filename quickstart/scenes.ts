/** The scenes of a good day: the gate, the start, a release, and one that fails its health check. */
import { join } from 'node:path'
import type { StepResult } from '../test/support/runner.ts'
import {
  ADVISORIES,
  agentYml,
  buildArtifact,
  checkOut,
  environmentsYml,
  type ShownVerdict,
  trustYml,
  writeFiles,
} from './fixtures.ts'
import { expectExit, startSallyport } from './processes.ts'
import type { Stage } from './stage.ts'
import type { Timeline } from './timeline.ts'

export async function playGate(stage: Stage, timeline: Timeline): Promise<void> {
  const gate = async (commit: string, expected: number, name: string) => {
    checkOut(stage.repository, commit)
    const outputs = [
      '--json',
      '--sarif',
      join(stage.report, `${name}.sarif`),
      '--summary',
      join(stage.report, `${name}.md`),
    ]
    const args = ['gate', stage.repository, '--advisories', ADVISORIES, '--offline', ...outputs]
    return JSON.parse((await expectExit(expected, args, options(stage))).stdout) as ShownVerdict
  }
  await timeline.step('gate: a change with a vulnerable dependency', async () => {
    const verdict = await gate(stage.commits.vulnerable, 10, 'vulnerable')
    const finding = verdict.findings.find(
      ({ advisory, severity }) => advisory !== null && severity === 'critical',
    )
    const weak = verdict.findings.find(
      ({ scanner, severity }) => scanner === 'workflows' && severity === 'high',
    )
    const { package: brought, advisory } = finding ?? {}
    if (!finding || !brought || !advisory || !weak)
      throw new Error('the gate did not show the planted weaknesses')
    const fix =
      brought.fix === null
        ? 'nothing newer is clean'
        : brought.fix.heldBackBy === null
          ? `upgrade ${brought.fix.name} to ${brought.fix.version}`
          : `upgrade ${brought.fix.heldBackBy}, which holds it back, or force ${brought.fix.name} ${brought.fix.version}`
    return {
      result: verdict.verdict,
      lines: [
        `${brought.name} ${brought.version}: ${finding.title} [${advisory.id}], ${finding.path}:${finding.line}`,
        `brought in by ${brought.paths[0]?.join(' › ')}; ${fix}`,
        `${weak.path}:${weak.line}: ${weak.title}`,
      ],
    }
  })
  await timeline.step('gate: the mended change', async () => {
    const verdict = await gate(stage.commits.mended, 0, 'mended')
    stage.policyDigest = verdict.policy.digest
    const complete = verdict.scanners.filter(({ status }) => status === 'complete').map(({ id }) => id)
    return { result: verdict.verdict, lines: [`complete: ${complete.join(', ')}`] }
  })
}

export async function playStart(stage: Stage, timeline: Timeline): Promise<void> {
  const { issuer, tls } = stage
  const ops = join(stage.work, 'ops')
  await timeline.step('coordinator: init and serve', async () => {
    writeFiles(ops, {
      'issuer-ca.pem': issuer.caPem,
      'tls.pem': tls.certificatePem,
      'tls-key.pem': tls.keyPem,
      'environments.yml': environmentsYml({
        issuer: issuer.url,
        ca: 'issuer-ca.pem',
        policies: [stage.policyDigest],
      }),
    })
    writeFiles(stage.work, { 'coordinator-ca.pem': tls.caPem })
    const init = [
      'coordinator',
      'init',
      '--data',
      stage.data,
      '--environments',
      join(ops, 'environments.yml'),
      '--json',
    ]
    const made = JSON.parse((await expectExit(0, init, options(stage))).stdout)
    stage.root = made.root
    stage.coordinatorId = made.coordinatorId
    stage.adminKey = made.adminKeyFile
    const serve = ['coordinator', 'serve', '--data', stage.data, '--listen', '127.0.0.1:0']
    stage.coordinator = startSallyport(
      [...serve, '--tls-cert', join(ops, 'tls.pem'), '--tls-key', join(ops, 'tls-key.pem')],
      options(stage),
    )
    stage.coordinatorUrl = (await stage.coordinator.waitFor(/"url":"([^"]+)"/, 15_000))[1]!
    return { result: 'serves', lines: [`${stage.coordinatorUrl}, coordinator ${made.coordinatorId}`] }
  })
  await timeline.step('agent: enrols with a single-use secret', async () => {
    const enroll = [
      'coordinator',
      'enroll',
      '--data',
      stage.data,
      '--tag',
      'tag:web',
      '--application',
      'larder',
      '--environment',
      'production',
    ]
    const secret = (await expectExit(0, enroll, options(stage))).stdout
    writeFiles(stage.server, {
      'enrolment.secret': secret,
      'issuer-ca.pem': issuer.caPem,
      'coordinator-ca.pem': tls.caPem,
      'trust.yml': trustYml({ root: stage.root, issuer: issuer.url, ca: 'issuer-ca.pem' }),
      'agent.yml': agentYml({
        coordinator: stage.coordinatorUrl,
        servicePort: stage.servicePort,
        nodePath: process.execPath,
      }),
    })
    const args = [
      'agent',
      'enroll',
      '--config',
      'agent.yml',
      '--secret',
      'enrolment.secret',
      '--name',
      'web-1',
    ]
    const { stderr } = await expectExit(0, args, { cwd: stage.server })
    return { result: 'enrolled', lines: [stderr.trim()] }
  })
  await timeline.step('agent: connects, with no inbound port', async () => {
    stage.agent = startSallyport(['agent', 'run', '--config', 'agent.yml'], { cwd: stage.server })
    const joined = await stage.agent.waitFor(/joined the mesh (.*)/, 15_000)
    return { result: 'connected', lines: [joined[1]!] }
  })
}

export async function playRelease(stage: Stage, timeline: Timeline): Promise<void> {
  await timeline.step('action: gate, approval, tunnel, deployment', async () => {
    const artifact = stage.artifact('good')
    checkOut(stage.repository, stage.commits.mended)
    buildArtifact(stage.repository, artifact)
    stage.release = await stage.startJob({ commit: stage.commits.mended, runId: '1001', artifact })
    const result = await stage.release.run('main', stage.inputs({ command: 'deploy', artifact }))
    expectStep(result, 0, { verdict: 'passed', deployment: 'committed' })
    stage.keep(result.outputs['report']!, 'release')
    return { result: 'committed', lines: interesting(result.stdout) }
  })
  await timeline.step('curl: the service answers with the new version', async () => {
    return { result: 'answers', lines: [await ask(stage)] }
  })
  await timeline.step('action: a release whose health check fails', async () => {
    const artifact = stage.artifact('broken')
    checkOut(stage.repository, stage.commits.broken)
    buildArtifact(stage.repository, artifact)
    const job = await stage.startJob({ commit: stage.commits.broken, runId: '1002', artifact })
    const result = await job.run('main', stage.inputs({ command: 'deploy', artifact }))
    expectStep(result, 13, { verdict: 'passed', deployment: 'rolled-back' })
    stage.keep(result.outputs['report']!, 'rolled-back')
    await job.run('post')
    return {
      result: 'rolled back',
      lines: result.stdout.split('\n').filter((line) => line.includes('rolled back')),
    }
  })
  await timeline.step('curl: the old version still answers', async () => {
    return { result: 'answers', lines: [await ask(stage)] }
  })
}

export async function ask(stage: Stage): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${stage.servicePort}/`)
  const text = (await response.text()).trim()
  if (response.status !== 200) throw new Error(`the service answered ${response.status}: ${text}`)
  return text
}

export function expectStep(
  result: StepResult,
  code: number,
  outputs: Readonly<Record<string, string>> = {},
): void {
  const wrong = Object.entries(outputs).filter(([name, value]) => result.outputs[name] !== value)
  if (result.code === code && wrong.length === 0) return
  throw new Error(
    `the action ended with ${result.code} instead of ${code}; outputs ${JSON.stringify(result.outputs)}\n${result.stdout}\n${result.stderr}`,
  )
}

/** What a person would look for in the job's log. */
function interesting(stdout: string): string[] {
  return stdout
    .split('\n')
    .filter((line) =>
      /^(joined the mesh|reached|web-1: )|^web-1 \| (approval-verified|digest-verified|switched|committed)/.test(
        line,
      ),
    )
}

function options(stage: Stage): { cwd: string; env: Record<string, string> } {
  return { cwd: stage.work, env: { SALLYPORT_CACHE: join(stage.work, 'cache') } }
}
