/**
 * Starts a command and prints the milliseconds until a byte came from the address that it listens on.
 *
 * Usage: first-byte-client.ts HOST:PORT COMMAND …; `-` instead of all that times `node -e 0`.
 */
import { spawn } from 'node:child_process'
import { connect } from 'node:net'

const GIVE_UP_MS = 20_000
const [address = '-', program = '', ...rest] = process.argv.slice(2)
const startedAt = performance.now()

if (address === '-') {
  spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }).once('exit', finish)
} else {
  const [host, port] = address.split(':')
  const child = spawn(program, rest, { stdio: 'ignore' })
  const attempt = (): void => {
    const socket = connect({ host: host ?? '', port: Number(port) })
    socket.once('data', () => {
      finish()
      child.kill('SIGKILL')
      socket.destroy()
    })
    socket.once('error', () => setTimeout(attempt, 1))
  }
  attempt()
  setTimeout(() => {
    process.stderr.write(`no byte came from ${address} within ${GIVE_UP_MS} ms\n`)
    child.kill('SIGKILL')
    process.exit(1)
  }, GIVE_UP_MS).unref()
}

function finish(): void {
  process.stdout.write(`${(performance.now() - startedAt).toFixed(1)}\n`)
}
