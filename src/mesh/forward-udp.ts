/** A UDP port of this machine passed into the mesh: each sender gets a port of its own there, as behind a NAT. */
import { createSocket } from 'node:dgram'
import { SallyportError } from '../base/errors.ts'
import { equalIp, isIp, parseIp } from '../base/ip.ts'
import type { ForwardRule, Running } from './forward.ts'
import type { MeshNode } from './mesh-node.ts'
import { type UdpFlow, udpFlows } from './udp-flow.ts'

/** RFC 4787, REQ-5: not under two minutes. */
const IDLE_MS = 120_000
const MAX_FLOWS = 1_024

interface Sender {
  readonly flow: UdpFlow
  usedAt: number
}

/** @throws `TUNNEL_PORT_IN_USE` */
export async function startForwardUdp(node: MeshNode, rule: ForwardRule): Promise<Running> {
  const socket = createSocket(rule.listenHost.includes(':') ? 'udp6' : 'udp4')
  const open = udpFlows(node, 'nowhere')
  const senders = new Map<string, Sender>()
  const target = isIp(rule.host) ? parseIp(rule.host) : undefined
  const create = (address: string, port: number): Sender => {
    const flow = open((bytes, from) => {
      // An endpoint-dependent filter: only whom the sender asked may answer.
      if (from.port !== rule.port || (target && !equalIp(from.address, target))) return
      socket.send(bytes, port, address, () => {})
    })
    return { flow, usedAt: 0 }
  }
  socket.on('message', (bytes, { address, port }) => {
    const key = `${address} ${port}`
    const sender = senders.get(key) ?? (senders.size < MAX_FLOWS ? create(address, port) : undefined)
    if (!sender) return
    senders.set(key, sender)
    sender.usedAt = performance.now()
    sender.flow.send(bytes, rule.host, rule.port)
  })
  const sweep = setInterval(() => {
    for (const [key, sender] of senders) {
      if (performance.now() - sender.usedAt < IDLE_MS) continue
      sender.flow.close()
      senders.delete(key)
    }
  }, IDLE_MS / 4).unref()
  await listen(socket, rule)
  const host = rule.listenHost.includes(':') ? `[${rule.listenHost}]` : rule.listenHost
  return {
    address: `${host}:${socket.address().port}`,
    close() {
      clearInterval(sweep)
      for (const { flow } of senders.values()) flow.close()
      socket.close()
    },
  }
}

function listen(socket: ReturnType<typeof createSocket>, rule: ForwardRule): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  socket.once('error', (cause) => {
    const message = `UDP ${rule.listenHost}:${rule.listenPort} cannot be listened on: ${cause.message}`
    const help = 'choose another port, or 0 for any'
    reject(new SallyportError('TUNNEL_PORT_IN_USE', { message, help, cause }))
  })
  socket.bind(rule.listenPort, rule.listenHost, () => {
    // Later errors are of single datagrams.
    socket.on('error', () => {})
    resolve()
  })
  return promise
}
