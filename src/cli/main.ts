/** The command line's entry: one call, one exit code. */

import { hasSystemCode } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { createProcessPorts } from '../verbs/process-ports.ts'
import { runCommandLine } from './command-line.ts'

const LEAST_NODE = 24
/** How long what a signal interrupted may still wait for somebody who does not answer, to leave in good order. */
const GRACE_MS = 5_000

// No top-level await: the bundle is CommonJS, which cannot wait for one.
void run().then((code) => {
  process.exitCode = code
  const isInterrupted = code > 128
  if (isInterrupted) setTimeout(() => process.exit(), GRACE_MS).unref()
})

async function run(): Promise<number> {
  // `bin/sallyport` finds a Node that is new enough; who starts the bundle by hand may have taken another.
  if (Number.parseInt(process.versions.node, 10) < LEAST_NODE) {
    process.stderr.write(
      `error: sallyport runs on Node ${LEAST_NODE} or newer; this is Node ${process.version}\n` +
        'help: start it by bin/sallyport, which takes the Node that "npm ci" brings along, or install a newer one\n',
    )
    return EXIT.usage
  }
  try {
    process.cwd()
  } catch (error) {
    if (!hasSystemCode(error, 'ENOENT')) throw error
    process.stderr.write('error: the current folder is not there any more\nhelp: change into one that is\n')
    return EXIT.usage
  }
  return await runCommandLine(process.argv.slice(2), createProcessPorts(process))
}
