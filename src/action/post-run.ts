/** After the job: the background process leaves the mesh. Runs always, does nothing twice, and fails no job. */
import { connect } from 'node:net'
import { messageOf } from '../base/errors.ts'
import { EXIT, type ExitCode } from '../base/exit-codes.ts'
import { SECOND } from '../base/time.ts'
import { LEAVE, LEFT } from '../verbs/background-protocol.ts'
import type { Ports } from '../verbs/verb.ts'
import { formatNotice } from './workflow-commands.ts'

const LEAVE_TIMEOUT_MS = 10 * SECOND

export async function runPost(ports: Ports): Promise<ExitCode> {
  const socket = ports.env['STATE_socket']
  if (socket === undefined || socket === '') return EXIT.ok
  try {
    const answer = await ask(socket)
    ports.stdout(
      answer === LEFT
        ? 'left the mesh\n'
        : formatNotice('the background process did not say that it left; the lease ends by time'),
    )
  } catch (error) {
    // Nobody listens: there was nothing to stay for, or it has ended already.
    ports.stdout(`no node is left to end (${messageOf(error)})\n`)
  }
  return EXIT.ok
}

function ask(path: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const socket = connect(path)
  let answer = ''
  socket.setEncoding('utf8')
  socket.setTimeout(LEAVE_TIMEOUT_MS, () =>
    socket.destroy(new Error(`no answer within ${LEAVE_TIMEOUT_MS} ms`)),
  )
  socket.on('connect', () => socket.write(`${LEAVE}\n`))
  socket.on('data', (text: string) => {
    answer = (answer + text).slice(0, 100)
  })
  socket.on('close', () => resolve(answer.trim()))
  socket.on('error', reject)
  return promise
}
