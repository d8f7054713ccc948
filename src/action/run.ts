/** One step of a job: inputs and event in, a verb's work, outputs and the exit code out. */
import { ERROR_CODES } from '../base/error-codes.ts'
import { formatPlace, messageOf, SallyportError } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { createHttpClient } from '../platform/http.ts'
import type { Ports } from '../verbs/verb.ts'
import { runGateStep, type StepContext } from './gate-step.ts'
import { readCommand, readInputs } from './inputs.ts'
import { runMeshStep } from './mesh-step.ts'
import { readRunner } from './runner.ts'
import { formatError, formatMask, formatNotice } from './workflow-commands.ts'

/** @returns the exit code of the step; nothing is thrown */
export async function runMain(ports: Ports): Promise<ExitCode> {
  const http = createHttpClient()
  try {
    const inputs = readInputs(ports.env)
    const command = readCommand(inputs)
    if (inputs['github-token'] !== undefined) ports.stdout(formatMask(inputs['github-token']))
    const runner = await readRunner(ports.env, ports.random)
    const context: StepContext = { runner, inputs, http, ports, stateFolder: await runner.makeStateFolder() }
    const gate = await runGateStep(context)
    if (command === 'gate' || gate.exitCode !== EXIT.ok || !gate.judged) return gate.exitCode
    return await runMeshStep(context, gate, command)
  } catch (error) {
    return report(error, ports)
  } finally {
    await http.close()
  }
}

function report(error: unknown, ports: Ports): ExitCode {
  if (error instanceof SallyportError) {
    const place = error.place === undefined ? '' : `${formatPlace(error.place)}: `
    ports.stdout(formatError(`${place}${error.message} [${error.code}]`))
    if (error.help !== undefined) ports.stdout(formatNotice(error.help))
    return ERROR_CODES[error.code][1]
  }
  ports.stdout(formatError(`this is a bug in sallyport: ${messageOf(error)}`))
  if (error instanceof Error && error.stack !== undefined) ports.stderr(`${error.stack}\n`)
  return EXIT.internal
}
