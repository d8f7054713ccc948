/** The domain under which the names of nodes stand, kept in the store so that every replica says the same. */
import { meshDomain } from '../../api/messages/vocabulary.ts'
import { SallyportError } from '../../base/errors.ts'
import type { Transaction } from '../store/contract.ts'

const DOMAIN = 'mesh-domain'
/** `.internal` is set aside for networks of one's own. */
const DEFAULT_DOMAIN = 'sallyport.internal'

export async function readMeshDomain(tx: Transaction): Promise<string> {
  return (await tx.settings.find(DOMAIN)) ?? DEFAULT_DOMAIN
}

/** Nodes hear of another domain with their next whole map. */
export async function writeMeshDomain(tx: Transaction, domain: string): Promise<void> {
  await tx.settings.put(DOMAIN, domain)
}

/** @throws `USAGE` */
export function checkMeshDomain(domain: string): void {
  if (!meshDomain.safeParse(domain).success) {
    throw new SallyportError('USAGE', {
      message: `--mesh-domain ${JSON.stringify(domain)} is no domain in lower case`,
      help: 'write one that you own, such as mesh.example.org, or sallyport.internal',
    })
  }
}
