/** `coordinator backup|restore|doctor`, `keys renew`: looking after a coordinator on the machine that hosts it. */
import { resolve } from 'node:path'
import { decodeUtf8 } from '../base/bytes.ts'
import { SallyportError } from '../base/errors.ts'
import { EXIT } from '../base/exit-codes.ts'
import { formatTimestamp } from '../base/time.ts'
import { sqliteIn } from '../coordinator/identity/store-of-directory.ts'
import { backUp } from '../coordinator/operations/backup.ts'
import { examineCoordinator } from '../coordinator/operations/doctor.ts'
import { renewKeyList } from '../coordinator/operations/key-list-renewal.ts'
import { rotateKeys } from '../coordinator/operations/key-rotation.ts'
import { clearLog } from '../coordinator/operations/log-clearing.ts'
import { migrate } from '../coordinator/operations/migrate.ts'
import { type Restored, restore } from '../coordinator/operations/restore.ts'
import type { Voided } from '../coordinator/recovery/recovery-end.ts'
import { readFileBounded } from '../platform/files.ts'
import { becomeOwnerOf } from '../platform/owner.ts'
import { ONLINE_ROLES, type OnlineRole } from '../trust/key-list.ts'
import { parseKeyFile } from '../trust/keys.ts'
import { chosenStore, storeOf, withStore } from './coordinator-store.ts'
import type { OptionName } from './options.ts'
import type { Call, Verb } from './verb.ts'

const MAX_FILE_BYTES = 64 * 1024
const MARKS = { ok: 'ok     ', notice: 'notice ', problem: 'PROBLEM' } as const

export const coordinatorBackup: Verb = {
  name: 'coordinator backup',
  summary: 'Copy the store and the keys of a coordinator, also while it serves.',
  details:
    'The copy is of one instant. It holds the online keys: keep it as safe as the coordinator itself. The root is\n' +
    'not in it. Keep the printed checkpoint, or any newer one, for the day of the restore.',
  options: ['data', 'store', 'out', 'json'],
  examples: ['sallyport coordinator backup --data /var/lib/sallyport --out /mnt/backup/monday'],
  async run(call) {
    const { options, ports } = call
    const out = pathOf(call, 'out', 'DIR')
    const folder = pathOf(call, 'data', 'DIR')
    const store = await storeOf(call, folder)
    await becomeOwnerOf(folder)
    const manifest = await backUp({ folder, store, out, clock: ports.clock })
    if (options.json) ports.stdout(`${JSON.stringify(manifest)}\n`)
    else ports.stdout(manifest.checkpoint ?? '')
    ports.stderr(`${out}: ${manifest.logSize} log entries, taken ${manifest.takenAt}\n`)
    return EXIT.ok
  },
}

export const coordinatorRestore: Verb = {
  name: 'coordinator restore',
  summary: 'Bring a backup back into an empty data directory.',
  details:
    'A log that others saw grow further cannot go on from an older state. So the coordinator, when it is started,\n' +
    'first asks its agents how far it had gone, takes the entries that it lacks from them, and serves once all of\n' +
    'them were heard (see "recovery show"). It serves at once where you say how far: --newer-log, or the newest\n' +
    'checkpoint that anybody holds (an agent, a witness, the folder log/ of the lost machine). Enrolment secrets\n' +
    'that were not used, sessions and the leases of runners are void before it serves.',
  options: ['data', 'store', 'backup', 'newer-log', 'checkpoint', 'accept-loss', 'json'],
  examples: [
    'sallyport coordinator restore --data /var/lib/sallyport --backup /mnt/backup/monday',
    'sallyport coordinator restore --data /var/lib/sallyport --backup /mnt/backup/monday --checkpoint checkpoint.txt',
  ],
  async run(call) {
    const { options, ports } = call
    const knows = options.checkpoint !== undefined || options['newer-log'] !== undefined
    if (knows && options['accept-loss']) {
      throw new SallyportError('USAGE', {
        message: '--accept-loss is for when nobody knows how far the log had gone',
        help: 'leave it out beside --newer-log and --checkpoint',
      })
    }
    const newest =
      options.checkpoint === undefined ? undefined : await readText(pathOf(call, 'checkpoint', 'FILE'))
    const folder = pathOf(call, 'data', 'DIR')
    const backup = pathOf(call, 'backup', 'DIR')
    const store = (await chosenStore(call, folder)) ?? sqliteIn(folder)
    await becomeOwnerOf(folder)
    const restored = await restore({
      backup,
      folder,
      store,
      extent: options['accept-loss']
        ? { kind: 'lost' }
        : knows
          ? { kind: 'known', newest }
          : { kind: 'agents' },
      ...(options['newer-log'] === undefined ? {} : { newerLog: pathOf(call, 'newer-log', 'DIR') }),
      clock: ports.clock,
    })
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...restored })}\n`)
    ports.stderr(
      `restored coordinator ${restored.coordinatorId} with ${restored.logSize} log entries\n` +
        (restored.voided ? voided(restored.voided) + afterwards(restored.replayed) : RECOVERS),
    )
    return EXIT.ok
  },
}

export const coordinatorDoctor: Verb = {
  name: 'coordinator doctor',
  summary: 'Look at the keys, the store, the log and the disk of a coordinator; change nothing.',
  options: ['data', 'store', 'json'],
  examples: ['sallyport coordinator doctor --data /var/lib/sallyport'],
  async run(call) {
    const { options, ports } = call
    const folder = pathOf(call, 'data', 'DIR')
    const store = await storeOf(call, folder)
    await becomeOwnerOf(folder)
    const checks = await examineCoordinator(folder, store, ports.clock)
    for (const { name, status, message } of checks) ports.stderr(`${MARKS[status]}  ${name}: ${message}\n`)
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, checks }, null, 2)}\n`)
    return checks.some(({ status }) => status === 'problem') ? EXIT.usage : EXIT.ok
  },
}

export const coordinatorMigrate: Verb = {
  name: 'coordinator migrate',
  summary: 'Bring the store to the schema of this version, with a copy of what was there before.',
  details:
    '"serve" does the same when it starts; this does it at a time of your choosing, and says what it did.\n' +
    'A store that a newer version wrote is refused. The copy is an SQLite file in the data directory.',
  options: ['data', 'store', 'json'],
  examples: ['sallyport coordinator migrate --data /var/lib/sallyport'],
  async run(call) {
    const { options, ports } = call
    const folder = pathOf(call, 'data', 'DIR')
    const store = await storeOf(call, folder)
    await becomeOwnerOf(folder)
    const done = await migrate(folder, store)
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...done })}\n`)
    const { from, to, copy } = done
    ports.stderr(
      from === to ? `the store has schema ${to} already\n` : `schema ${from} → ${to}; before: ${copy}\n`,
    )
    return EXIT.ok
  },
}

export const keysRenew: Verb = {
  name: 'keys renew',
  summary: "Sign the coordinator's key list for another year, with the offline root.",
  details: 'The keys stay the same. Start the coordinator anew afterwards; take the root away again.',
  options: ['data', 'store', 'key', 'json'],
  examples: ['sallyport keys renew --data /var/lib/sallyport --key /media/usb/root.key'],
  async run(call) {
    const { options, ports } = call
    const folder = pathOf(call, 'data', 'DIR')
    const keyPath = pathOf(call, 'key', 'FILE')
    const root = parseKeyFile('root', await readText(keyPath), keyPath)
    const { epoch, sequence, notAfter } = await withStore(call, folder, (store) =>
      renewKeyList(folder, store, root, ports.clock),
    )
    const until = formatTimestamp(notAfter)
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, epoch, sequence, until })}\n`)
    ports.stderr(`key list ${sequence} of epoch ${epoch} is good until ${until}\n`)
    return EXIT.ok
  },
}

export const keysRotate: Verb = {
  name: 'keys rotate',
  summary: "Replace the coordinator's online keys, with the offline root.",
  details:
    'Every online key, or those that --online-key names. Stop the coordinator before and start it afterwards; agents\n' +
    'and runners follow by themselves, because the root signs the new list. A new approval key begins a new epoch:\n' +
    'approvals of the epoch before are refused, and are asked for again.',
  options: ['data', 'store', 'key', 'online-key', 'json'],
  examples: [
    'sallyport keys rotate --data /var/lib/sallyport --key /media/usb/root.key',
    'sallyport keys rotate --data /var/lib/sallyport --key /media/usb/root.key --online-key log --online-key control',
  ],
  async run(call) {
    const { options, ports } = call
    const folder = pathOf(call, 'data', 'DIR')
    const keyPath = pathOf(call, 'key', 'FILE')
    const root = parseKeyFile('root', await readText(keyPath), keyPath)
    const roles = (options['online-key'] ?? []).map(parseOnlineRole)
    const { clock, random } = ports
    const { epoch, sequence } = await withStore(call, folder, (store) =>
      rotateKeys({ folder, store, root, roles, clock, random }),
    )
    const replaced = roles.length === 0 ? ONLINE_ROLES : roles
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, epoch, sequence, replaced })}\n`)
    ports.stderr(
      `replaced ${replaced.join(', ')}: key list ${sequence} of epoch ${epoch}. Start the coordinator now\n`,
    )
    return EXIT.ok
  },
}

export const keysClearLog: Verb = {
  name: 'keys clear-log',
  summary: 'Say, with the offline root, that a log which contradicted itself is to be believed again.',
  details:
    'Agents that saw a contradiction deploy nothing until the root says from which state on the log counts: that of\n' +
    'the checkpoint in the data directory, whose whole log is recomputed first. Look at what agents kept\n' +
    '(<root>/log-conflict.json) before you sign. It excuses no contradiction that is noticed later.',
  options: ['data', 'store', 'key', 'json'],
  examples: ['sallyport keys clear-log --data /var/lib/sallyport --key /media/usb/root.key'],
  async run(call) {
    const { options, ports } = call
    const folder = pathOf(call, 'data', 'DIR')
    const keyPath = pathOf(call, 'key', 'FILE')
    const root = parseKeyFile('root', await readText(keyPath), keyPath)
    const size = await withStore(call, folder, (store) =>
      clearLog({ folder, store, root, clock: ports.clock }),
    )
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, size })}\n`)
    ports.stderr(`agents that stopped believe the log again, if it holds these ${size} entries\n`)
    return EXIT.ok
  },
}

const RECOVERS =
  'start it: it asks its agents what the backup lacks, and serves when all were heard; see "sallyport recovery show"\n'

function voided({ secrets, leases }: Voided): string {
  return `void from now on: ${secrets} enrolment secrets, ${leases} leases of runners\n`
}

function parseOnlineRole(text: string): OnlineRole {
  const role = ONLINE_ROLES.find((each) => each === text)
  if (role) return role
  throw new SallyportError('USAGE', {
    message: `--online-key ${JSON.stringify(text)} is not known`,
    help: `choose from ${ONLINE_ROLES.join(', ')}`,
  })
}

function afterwards(replayed: Restored['replayed']): string {
  if (!replayed) {
    return 'revocations made after the backup are not in it: look at "sallyport nodes list" once it serves\n'
  }
  const open = Object.entries(replayed.open).map(([kind, count]) => `${count} ${kind}`)
  const rest = open.length === 0 ? '' : `to be done again by a person: ${open.join(', ')}\n`
  return `${replayed.fetched} entries taken from the newer log; what they revoke is revoked\n${rest}`
}

function pathOf({ options, ports }: Call, name: OptionName, value: string): string {
  const given = options[name]
  if (typeof given === 'string') return resolve(ports.cwd, given)
  throw new SallyportError('USAGE', { message: `--${name} ${value} is missing`, help: 'see --help' })
}

async function readText(path: string): Promise<string> {
  return decodeUtf8(await readFileBounded(path, MAX_FILE_BYTES))
}
