/**
 * Listening without `node:cluster`. `server.listen` loads the resolver, the cluster and child processes before it opens
 * anything, a tenth of a session's start; where an address or a path is given and nobody forks, none is of use.
 */
import type { Server } from 'node:net'
import { isIp, parseIp } from '../base/ip.ts'

/** What `listen` itself calls in the end, by the name that it has had since Node 0.4; where it lacks, `listen` serves. */
interface BareServer {
  _listen2?(address: string, port: number, family: 4 | 6 | -1): void
}

/** Emits `listening` or `error`, as `listen` does. */
export function listenOnAddress(server: Server & BareServer, host: string, port: number): void {
  if (isIp(host) && server._listen2) server._listen2(host, port, parseIp(host).family)
  else server.listen(port, host)
}

/** @param path of a socket of the file system. Emits `listening` or `error`, as `listen` does. */
export function listenOnPath(server: Server & BareServer, path: string): void {
  if (server._listen2) server._listen2(path, -1, -1)
  else server.listen(path)
}
