/** The command line's entry: one call, one exit code. */

import { createProcessPorts } from '../verbs/process-ports.ts'
import { runCommandLine } from './command-line.ts'

// No top-level await: the launcher loads this file with `require`, which cannot wait for one.
void runCommandLine(process.argv.slice(2), createProcessPorts(process)).then((code) => {
  process.exitCode = code
})
