/** The user that commands run as, and the environment they see: nothing is inherited from the agent. */
import { readFileSync } from 'node:fs'
import { SallyportError } from '../../base/errors.ts'
import type { Owner } from '../release/layout.ts'

export interface RunAs {
  /** Absent with `sameUser: true`. */
  readonly owner?: Owner
  readonly home: string
  readonly name: string
}

/**
 * @param user a name in /etc/passwd, or absent for `sameUser: true`
 * @throws `CONFIG_INVALID` for an unknown user, or the agent's own
 */
export function resolveRunAs(user: string | undefined, passwd = readPasswd()): RunAs {
  if (user === undefined) return { home: '/', name: 'the agent' }
  const line = passwd.split('\n').find((entry) => entry.split(':')[0] === user)
  const [, , uid, gid, , home] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined) {
    throw new SallyportError('CONFIG_INVALID', {
      message: `user: there is no user ${JSON.stringify(user)} on this machine`,
      help: `create it: useradd --system ${user}`,
    })
  }
  if (Number(uid) === process.getuid?.()) {
    throw new SallyportError('CONFIG_INVALID', {
      message: `user: ${JSON.stringify(user)} is the user that the agent runs as`,
      help: 'run the application as a user of its own, or say "sameUser: true" for a trial',
    })
  }
  return { owner: { uid: Number(uid), gid: Number(gid) }, home: home || '/', name: user }
}

/** For `spawn`: user and group, or nothing. Node drops the supplementary groups together with the user. */
export function spawnIdentity(runAs: RunAs): { uid?: number; gid?: number } {
  return runAs.owner ? { uid: runAs.owner.uid, gid: runAs.owner.gid } : {}
}

export function cleanEnvironment(
  runAs: RunAs,
  ...parts: readonly Readonly<Record<string, string>>[]
): Record<string, string> {
  const base = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: runAs.home,
    LANG: 'C.UTF-8',
  }
  return Object.assign({}, base, ...parts)
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    // No such file: then no user is known by name, and the error says so.
    return ''
  }
}
