/**
 * A real PostgreSQL from Debian's packages, on a unix socket in a folder of its own, as a user that may run
 * it. Absent where the programs are not there: its tests are then skipped aloud.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

const PACKAGES = '/usr/lib/postgresql'

export interface PostgresServer {
  /** A URL of a new, empty database. */
  createDatabase(): Promise<string>
  /** Ends its process as a power cut would, and starts it anew on the same files. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Where the programs are; undefined where Debian's package is not installed. */
export function findPostgres(): string | undefined {
  if (!existsSync(PACKAGES)) return undefined
  const versions = readdirSync(PACKAGES).sort((a, b) => Number(b) - Number(a))
  return versions
    .map((version) => join(PACKAGES, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')))
}

export const POSTGRES_REASON =
  findPostgres() === undefined ? 'skipped: needs the Debian package postgresql' : undefined

/**
 * @param durable syncs as in production; tests do without
 * @throws Error where {@link findPostgres} finds none
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const bin = findPostgres()
  if (!bin) throw new Error('there is no PostgreSQL here')
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-postgres-'))
  const user = ownerOf()
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const options = { ...user, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' } }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'sallyport', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions'],
    { ...options, stdio: 'ignore' },
  )
  const start = async () => {
    const server = spawn(
      join(bin, 'postgres'),
      [
        '-D',
        data,
        '-k',
        folder,
        '-h',
        '',
        '-c',
        'max_connections=200',
        '-c',
        `fsync=${durable ? 'on' : 'off'}`,
        '-c',
        'shared_buffers=64MB',
      ],
      { ...options, stdio: 'ignore' },
    )
    await untilReady(folder)
    return server
  }
  let server = await start()
  let count = 0
  return {
    async createDatabase() {
      const name = `test_${++count}`
      await administer(folder, `CREATE DATABASE ${name}`)
      return urlOf(folder, name)
    },
    async restart() {
      const ended = once(server, 'exit')
      // Immediate shutdown: no checkpoint, recovery from the log at the next start.
      server.kill('SIGQUIT')
      await ended
      server = await start()
    },
    async close() {
      const ended = once(server, 'exit')
      server.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root. */
function ownerOf(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const [user = 'nobody'] = ['postgres', 'nobody'].filter((name) => idOf('-u', name) !== undefined)
  return { uid: idOf('-u', user)!, gid: idOf('-g', user)! }
}

function idOf(flag: '-u' | '-g', user: string): number | undefined {
  try {
    return Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return undefined
  }
}

function urlOf(folder: string, database: string): string {
  return `postgres://sallyport@/${database}?host=${encodeURIComponent(folder)}`
}

async function administer(folder: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(folder, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function untilReady(folder: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await administer(folder, 'SELECT 1')
    } catch (thrown) {
      if (attempt > 300) throw thrown
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
