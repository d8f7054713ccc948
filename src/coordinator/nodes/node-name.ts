/** Names of nodes: one DNS label each, unique among nodes that are there. */
import type { Claims } from '../../trust/token.ts'
import type { Transaction } from '../store/contract.ts'

const MAX_LABEL = 63

/** A hyphen and at most five digits: there are no more nodes than that. */
const MAX_SUFFIX = 6

/** The wished name, or it with the lowest number that makes it free. Asks once, however many have it. */
export async function freeName(tx: Transaction, wished: string): Promise<string> {
  const stem = wished.slice(0, MAX_LABEL - MAX_SUFFIX).replace(/-+$/, '')
  const taken = new Set(await tx.nodes.listNamesLike(wished, stem))
  if (!taken.has(wished)) return wished
  let number = 2
  while (taken.has(`${stem}-${number}`)) number++
  return `${stem}-${number}`
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
