/** Receipts: what the agent signs with its machine key when a deployment has ended, and where they lie. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ed25519KeyPair } from '../base/ed25519.ts'
import { formatTimestamp, type Timestamp } from '../base/time.ts'
import { readFileIfThere, writeFileAtomic } from '../platform/files.ts'
import type { Envelope } from '../trust/dsse.ts'
import { type ReceiptContent, signReceipt } from '../trust/receipt.ts'
import type { Outcome } from './machine/outcome.ts'
import type { Plan } from './machine/plan.ts'
import type { Layout } from './release/layout.ts'

const MAX_RECEIPT_BYTES = 64 * 1024
/** Newest receipts that stay on the machine, beside one for each digest that was committed. */
const KEEP = 200

export interface ReceiptFacts {
  readonly plan: Plan
  readonly outcome: Outcome
  readonly finishedAt: Timestamp
  /** Commands ran as the agent's own user. */
  readonly sameUser: boolean
}

/** A DSSE envelope over the statement of `trust/receipt.ts`. */
export function signDeploymentReceipt(facts: ReceiptFacts, machineKey: Ed25519KeyPair): Envelope {
  const { plan, outcome, finishedAt, sameUser } = facts
  return signReceipt(
    {
      artifactName: plan.artifactName,
      artifactSha256: plan.digest,
      deployment: plan.deployment,
      application: plan.application,
      environment: plan.environment,
      kind: plan.kind,
      approval: `sha256:${plan.approval}`,
      sequence: plan.sequence,
      outcome: outcome.kind,
      ...outcomeDetails(outcome),
      previous: digestOrNull(plan.before),
      finishedAt: formatTimestamp(finishedAt),
      sameUser,
      anyWorkflow: plan.anyWorkflow,
    },
    machineKey,
  )
}

/** Durable; a committed digest's receipt answers later approvals of the same digest. */
export async function storeReceipt(
  layout: Layout,
  plan: Plan,
  outcome: Outcome,
  receipt: Envelope,
): Promise<void> {
  const text = `${JSON.stringify(receipt)}\n`
  await writeFileAtomic(receiptPath(layout, plan.deployment), text, 0o600)
  if (outcome.kind === 'committed') await writeFileAtomic(committedPath(layout, plan.digest), text, 0o600)
  await pruneReceipts(layout)
}

export async function readReceipt(layout: Layout, deployment: string): Promise<Uint8Array | undefined> {
  return await readFileIfThere(receiptPath(layout, deployment), MAX_RECEIPT_BYTES)
}

export async function readCommittedReceipt(layout: Layout, digest: string): Promise<Uint8Array | undefined> {
  return await readFileIfThere(committedPath(layout, digest), MAX_RECEIPT_BYTES)
}

type OutcomeDetails = Partial<Pick<ReceiptContent, 'reason' | 'rolledBackTo' | 'quarantined' | 'restored'>>

function outcomeDetails(outcome: Outcome): OutcomeDetails {
  switch (outcome.kind) {
    case 'committed':
      return outcome.warning ? { reason: outcome.warning } : {}
    case 'rolled-back': {
      const { failure, to, quarantined, restored } = outcome
      return { reason: failure, rolledBackTo: digestOrNull(to), quarantined, restored }
    }
    case 'refused':
      return { reason: outcome.failure }
    case 'revoked':
    case 'already-running':
      return {}
  }
}

function digestOrNull(digest: string | undefined): string | null {
  return digest === undefined ? null : `sha256:${digest}`
}

/** Names of deployments begin with their time, so that their order is their age. */
async function pruneReceipts(layout: Layout): Promise<void> {
  const names = (await readdir(layout.receipts)).filter((name) => /^d\d/.test(name)).sort()
  for (const name of names.slice(0, -KEEP)) await rm(join(layout.receipts, name), { force: true })
}

function receiptPath(layout: Layout, deployment: string): string {
  return join(layout.receipts, `${deployment}.json`)
}

function committedPath(layout: Layout, digest: string): string {
  return join(layout.receipts, `committed-${digest}.json`)
}
