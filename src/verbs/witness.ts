/** `witness serve`: a witness of logs on a machine that is not the coordinator's. */
import { resolve } from 'node:path'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { lockDataDirectory } from '../coordinator/identity/directory-lock.ts'
import { openWitness } from '../coordinator/witness/witness.ts'
import { openWitnessKey } from '../coordinator/witness/witness-key.ts'
import { startWitnessServer } from '../coordinator/witness/witness-server.ts'
import { makePrivateFolder } from '../platform/files.ts'
import { formatVerifierKey, parseVerifierKey } from '../tlog/note.ts'
import { parseListen } from './coordinator.ts'
import type { Verb } from './verb.ts'

const DEFAULT_LISTEN = '127.0.0.1:8450'

export const witnessServe: Verb = {
  name: 'witness serve',
  summary: 'Cosign checkpoints of logs that were only added to (C2SP tlog-witness).',
  details:
    'Keep it away from the coordinator: on another machine, with other people. It remembers the last checkpoint of\n' +
    'each log and cosigns only what continues it. The ready line names its verifier key, which the coordinator is given\n' +
    'with --witness and agents in their trust file. A log is named by its verifier key: "log verify --trust" prints it.',
  options: ['data', 'listen', 'name', 'log', 'verbose'],
  examples: [
    'sallyport witness serve --data /var/lib/sallyport-witness --name witness.example/w1 --listen 0.0.0.0:8450 --log sallyport.dev/log/…+…+…',
  ],
  async run({ options, ports }) {
    if (options.data === undefined) throw usage('--data DIR is missing')
    const logs = (options.log ?? []).map(parseVerifierKey)
    if (logs.length === 0)
      throw usage('--log KEY names a log whose checkpoints are cosigned; it may be repeated')
    const folder = resolve(ports.cwd, options.data)
    await makePrivateFolder(folder)
    const unlock = lockDataDirectory(folder)
    const { clock, diagnostics, random, signal } = ports
    try {
      const key = await openWitnessKey(folder, options.name, random)
      const witness = await openWitness({ folder, key, logs, clock })
      const { host, port } = parseListen(options.listen ?? DEFAULT_LISTEN, 'listen')
      const server = await startWitnessServer({ witness, host, port, clock, diagnostics })
      const verifier = formatVerifierKey(key.verifier)
      ports.stdout(`${JSON.stringify({ version: 1, port: server.port, verifier })}\n`)
      diagnostics.log('info', 'the witness serves', { port: server.port, verifier })
      await aborted(signal)
      await server.close()
      return EXIT.ok
    } finally {
      unlock()
    }
  },
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function usage(message: string): SallyportError {
  return new SallyportError('USAGE', { message, help: 'see: sallyport witness serve --help' })
}
