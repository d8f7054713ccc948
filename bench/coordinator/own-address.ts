/**
 * Every connection of this process comes from an address of its own (127.0.0.0/8), as that of each node
 * does: the coordinator's limits are per address. Imported for its effect.
 */
import { Socket } from 'node:net'

const SPAN = 60_000
let next = Math.floor(Math.random() * SPAN)

const connect = Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket
Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  // Node hands over the arguments that it has put in order as one list.
  const [first] = args
  const options = Array.isArray(first) ? first[0] : first
  if (typeof options === 'object' && options !== null && 'host' in options) {
    next = (next + 1) % SPAN
    Object.assign(options, { localAddress: `127.1.${Math.floor(next / 250)}.${(next % 250) + 1}` })
  }
  return connect.apply(this, args)
} as typeof Socket.prototype.connect
