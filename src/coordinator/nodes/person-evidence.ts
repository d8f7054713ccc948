/** What says whose a person's node is: kept beside the node, and given to the agents that judge it. */
import type { PersonEvidence } from '../../api/messages/network-map.ts'
import { collection } from '../store/documents.ts'

/** By the node's id. */
export const PERSON_EVIDENCE = collection<PersonEvidence>('person-node')
