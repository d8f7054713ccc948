/** The action's post step. */
import { createProcessPorts } from '../verbs/process-ports.ts'
import { runPost } from './post-run.ts'

process.exitCode = await runPost(createProcessPorts(process))
