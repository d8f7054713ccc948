/** The action's main step. */
import { createProcessPorts } from '../verbs/process-ports.ts'
import { runMain } from './run.ts'

process.exitCode = await runMain(createProcessPorts(process))
