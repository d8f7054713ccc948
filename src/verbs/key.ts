/** `key new`: an Ed25519 key with a role, in a file that only its owner reads. */
import { resolve } from 'node:path'
import { ed25519KeyPair } from '../base/ed25519.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { createFile } from '../platform/files.ts'
import { emitKeyFile, formatPublicKey, type KeyRole, keyIdOf } from '../trust/keys.ts'
import type { Verb } from './verb.ts'

/** Others are made by `coordinator init` and by the agent, each where it is used. */
const ROLES: readonly KeyRole[] = ['approval', 'operator', 'person']

export const keyNew: Verb = {
  name: 'key new',
  summary: 'Make a key to sign with.',
  details:
    'The secret half goes to a new file (mode 0600); the public half, for the trust file, is printed. An\n' +
    'approval key signs approvals without a coordinator: hold it outside of the build job. An operator key\n' +
    "signs rollbacks, a person key counts for a person's quorum.",
  options: ['out', 'role'],
  examples: ['sallyport key new --out approval.key', 'sallyport key new --role person --out ada.key'],
  async run({ options, ports }) {
    const role = ROLES.find((candidate) => candidate === (options.role ?? 'approval'))
    if (role === undefined) {
      throw new SallyportError('USAGE', {
        message: `--role ${JSON.stringify(options.role)} is not made by this verb`,
        help: `choose one of: ${ROLES.join(', ')}`,
      })
    }
    const pair = ed25519KeyPair(ports.random.bytes(32))
    const file = options.out ?? `${role}.key`
    await createFile(resolve(ports.cwd, file), emitKeyFile(role, pair.privateKey), 0o600)
    const publicKey = formatPublicKey(role, pair.publicKey)
    const document = { version: 1, role, publicKey, keyId: keyIdOf(pair.publicKey), file }
    ports.stdout(options.json ? `${JSON.stringify(document)}\n` : `${publicKey}\n`)
    ports.stderr(`the secret half is in ${file}: keep it out of the build job, and out of the repository\n`)
    return EXIT.ok
  },
}
