/** Names of nodes: one DNS label each, unique among nodes that are there. */
import type { Claims } from '../../trust/token.ts'
import type { Transaction } from '../store/contract.ts'

const MAX_LABEL = 63

/** The wished name, or it with the lowest number that makes it free. */
export async function freeName(tx: Transaction, wished: string): Promise<string> {
  if (!(await tx.nodes.isNameTaken(wished))) return wished
  for (let number = 2; ; number++) {
    const suffix = `-${number}`
    const name = `${wished.slice(0, MAX_LABEL - suffix.length).replace(/-+$/, '')}${suffix}`
    if (!(await tx.nodes.isNameTaken(name))) return name
  }
}

/** `<repo>-<run>-<attempt>`; each job of the attempt gets a number behind it. */
export function runnerName(claims: Claims): string {
  const repository =
    String(claims['repository'] ?? '')
      .split('/')
      .at(-1) ?? ''
  const run = `${toLabel(String(claims['run_id'] ?? '0'))}-${toLabel(String(claims['run_attempt'] ?? '1'))}`
  const label = toLabel(repository) || 'runner'
  return `${label.slice(0, MAX_LABEL - run.length - 1).replace(/-+$/, '')}-${run}`
}

function toLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
}
