/** `coordinator first-admin`: a code for whoever reads the data directory, to be made an admin by a login. */
import { EXIT } from '../base/exit-codes.ts'
import { formatTimestamp } from '../base/time.ts'
import { openDataDirectory } from '../coordinator/identity/data-directory.ts'
import { makeFirstAdminCode } from '../coordinator/logins/first-admin.ts'
import { dataOf } from './coordinator.ts'
import { withStore } from './coordinator-store.ts'
import type { Verb } from './verb.ts'

export const coordinatorFirstAdmin: Verb = {
  name: 'coordinator first-admin',
  summary: 'Make a code with which one login becomes an admin.',
  details:
    'The code goes to first-admin.code in the data directory (mode 0600): good for 15 minutes and five tries, once.\n' +
    'The account must be on the list of the login in environments.yml all the same. There is no default password.',
  options: ['data', 'store', 'json'],
  examples: ['sallyport coordinator first-admin --data /var/lib/sallyport'],
  async run(call) {
    const { ports, options } = call
    const folder = dataOf(call)
    await openDataDirectory(folder)
    const { clock, random } = ports
    const made = await withStore(call, folder, (store) =>
      makeFirstAdminCode({ store, clock, random, folder }),
    )
    const expiresAt = formatTimestamp(made.expiresAt)
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, file: made.file, expiresAt })}\n`)
    ports.stderr(`until ${expiresAt}: sallyport login --first-admin ${made.file}\n`)
    return EXIT.ok
  },
}
