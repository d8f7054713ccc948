/** What a deployment is asked for and what is told of it, in the words of the job's log. */
import type { DeploymentLogLine, DeploymentOutcome } from '../api/messages/deployment.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { afterRollback } from './rollback-words.ts'

export interface NamedArtifact {
  readonly application: string
  /** Absolute. */
  readonly path: string
}

/** Artifacts of one submission, as the coordinator takes them. */
const MAX_TOGETHER = 16

/** What its approval and receipts are called in the report folder: no two artifacts of a wish share it. */
export interface LabelledArtifact extends NamedArtifact {
  readonly label: string
}

export interface CoordinatorAddress {
  /** Origin. */
  readonly url: string
  /** `sallyport-root-public-v1:…` */
  readonly root: string
  /** PEM of the CA that counts, instead of the system's. */
  readonly ca: string | undefined
}

/** What becomes of a deployment whose job is cancelled: the agents go on, or stop if they have not switched. */
export type Cancel = 'detach' | 'abort'

export interface DeploymentWish {
  readonly coordinator: CoordinatorAddress
  readonly environment: string
  readonly artifacts: readonly NamedArtifact[]
  readonly scope: Readonly<Record<string, string>>
  /** `verdict.json`, absolute. */
  readonly verdictPath: string
  /** Where approvals and receipts are left, absolute. */
  readonly reportFolder: string
  /** Machine keys whose receipts count; empty: those that the coordinator names. */
  readonly machines: readonly string[]
  readonly relayOnly: boolean
  readonly cancel: Cancel
}

export type DeploymentEvent =
  | { readonly kind: 'note'; readonly text: string }
  /** An agent's line, and what a service printed in it: a stranger's words. */
  | { readonly kind: 'line'; readonly agent: string; readonly line: DeploymentLogLine }
  | { readonly kind: 'approval'; readonly path: string; readonly digest: string; readonly artifact: string }
  | { readonly kind: 'joined'; readonly name: string; readonly address: string; readonly leaseEnd: number }
  | { readonly kind: 'reached'; readonly agent: string; readonly how: string }
  | {
      readonly kind: 'outcome'
      readonly agent: string
      readonly outcome: DeploymentOutcome
      readonly digest: string
    }

export function exitCodeOf(outcome: DeploymentOutcome): ExitCode {
  switch (outcome.kind) {
    case 'committed':
    case 'already-running':
    case 'revoked':
      return EXIT.ok
    case 'rolled-back':
      return EXIT.rolledBack
    case 'refused':
      return outcome.failure.code === 'source-lost' ? EXIT.unreachable : EXIT.refused
  }
}

/** One line for a person. */
export function describeOutcome(agent: string, outcome: DeploymentOutcome): string {
  switch (outcome.kind) {
    case 'committed':
      return `${agent}: committed`
    case 'already-running':
      return `${agent}: runs already, and is healthy`
    case 'revoked':
      return `${agent}: revoked`
    case 'refused':
      return `${agent}: refused (${outcome.failure.code}): ${outcome.failure.message}`
    case 'rolled-back':
      return `${agent}: rolled back: ${outcome.failure.message}; ${afterRollback(outcome)}`
  }
}

/** One line for a person; `undefined` for what the outcome says. */
export function describeEvent(event: DeploymentEvent): string | undefined {
  switch (event.kind) {
    case 'note':
      return event.text
    case 'approval':
      return `approved: ${event.artifact} (${event.path})`
    case 'joined':
      return `joined the mesh as ${event.name}, ${event.address}`
    case 'reached':
      return `reached ${event.agent}: ${event.how}`
    case 'outcome':
      return describeOutcome(event.agent, event.outcome)
    case 'line':
      return describeLine(event.agent, event.line)
  }
}

function describeLine(agent: string, line: DeploymentLogLine): string | undefined {
  switch (line.kind) {
    case 'state':
      return `${agent} | ${line.state}`
    case 'note':
      return `${agent} |   ${line.text}`
    case 'output':
      return `${agent} |   ${line.from}: ${line.text}`
    case 'outcome':
      return undefined
  }
}

/** @throws `USAGE` */
export function parseCancel(text = 'detach'): Cancel {
  if (text === 'detach' || text === 'abort') return text
  throw new SallyportError('USAGE', {
    message: `cancel: ${JSON.stringify(text)} is not known`,
    help: 'write detach (the agents go on) or abort (they stop if they have not switched)',
  })
}

/** `shop=build/shop.tar.gz`, one for each artifact. @throws `USAGE` */
export function parseArtifacts(
  lines: readonly string[],
  absolute: (path: string) => string,
): NamedArtifact[] {
  const artifacts = lines.map((line) => {
    const match = /^([a-z0-9-]{1,63})=(.+)$/s.exec(line)
    if (match) return { application: match[1]!, path: absolute(match[2]!) }
    throw new SallyportError('USAGE', {
      message: `artifact: ${JSON.stringify(line)} names no application`,
      help: 'write application=path, for example shop=build/shop.tar.gz',
    })
  })
  for (const [application, { length }] of Map.groupBy(artifacts, (each) => each.application)) {
    if (length <= MAX_TOGETHER) continue
    throw new SallyportError('USAGE', {
      message: `artifact: ${application} has ${length}, and at most ${MAX_TOGETHER} are approved together`,
      help: 'deploy the others in a call of their own',
    })
  }
  return artifacts
}

/**
 * The artifacts of one application are one submission, in the order given. An application's name has no
 * dot, so `shop` and `shop.2` are never another's.
 */
export function submissionsOf(artifacts: readonly NamedArtifact[]): readonly (readonly LabelledArtifact[])[] {
  return [...Map.groupBy(artifacts, ({ application }) => application).values()].map((group) =>
    group.map((artifact, at) => ({
      ...artifact,
      label: group.length === 1 ? artifact.application : `${artifact.application}.${at + 1}`,
    })),
  )
}
