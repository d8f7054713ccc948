/** The coordinator under load, in a process of its own: its memory and time are its own, too. */
import diagnosticsChannel from 'node:diagnostics_channel'
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import type { Socket } from 'node:net'
import { silentDiagnostics } from '../../src/base/diagnostics.ts'
import { startCoordinator } from '../../src/coordinator/coordinator.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { systemRandom } from '../../src/platform/random.ts'

const [folder = '', profile = ''] = process.argv.slice(2)
const running = await startCoordinator({
  folder,
  host: '127.0.0.1',
  port: 0,
  clock: systemClock,
  random: systemRandom,
  diagnostics: silentDiagnostics,
})
process.send?.({ url: running.url })

/** What went out over sockets, of those that are open and those that were. */
let closedBytes = 0
const sockets = new Set<Socket>()
diagnosticsChannel.subscribe('net.server.socket', (message) => {
  const { socket } = message as { socket: Socket }
  sockets.add(socket)
  socket.once('close', () => {
    sockets.delete(socket)
    closedBytes += socket.bytesWritten
  })
})
const bytes = () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, closedBytes)

let session: Session | undefined
process.on('message', (message) => {
  if (message === 'close') running.close().then(() => process.exit(0))
  if (message === 'bytes') process.send?.({ bytes: bytes() })
  if (message === 'begin' && profile !== '') {
    session = new Session()
    session.connect()
    session.post('Profiler.enable')
    session.post('Profiler.start')
  }
  if (message === 'end') {
    session?.post('Profiler.stop', (_, { profile: taken }) => writeFileSync(profile, JSON.stringify(taken)))
  }
})
