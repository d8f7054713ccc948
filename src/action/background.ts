/** The background process of `approve`, `deploy` and `connect`: it alone holds the node's keys. */
import { runBackground } from '../verbs/background-node.ts'

void runBackground(process)
