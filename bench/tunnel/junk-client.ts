/**
 * Sends initiations of random bytes with a valid MAC1, until it is ended.
 *
 * Usage: junk-client.ts HOST PORT PER-SECOND PUBLIC-KEY-BASE64
 */
import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { cookieKeys } from '../../src/tunnel/wireguard/cookie.ts'
import { INITIATION_SIZE, MAC_SIZE, MESSAGE_TYPE } from '../../src/tunnel/wireguard/messages.ts'
import { nodePrimitives as crypto } from '../../src/tunnel/wireguard/primitives-node.ts'

const [host = '', port = '', rate = '', key = ''] = process.argv.slice(2)
const KINDS = 1_000
const EVERY_MS = 5

const { mac1 } = cookieKeys(crypto, Buffer.from(key, 'base64'))
const messages = Array.from({ length: KINDS }, makeJunk)
const socket = createSocket('udp4')
const startedAt = performance.now()
let sent = 0

setInterval(() => {
  const due = ((performance.now() - startedAt) * Number(rate)) / 1_000
  for (; sent < due; sent++) socket.send(messages[sent % KINDS]!, Number(port), host)
}, EVERY_MS)

function makeJunk(): Buffer {
  const message = randomBytes(INITIATION_SIZE)
  message.writeUInt32LE(MESSAGE_TYPE.initiation, 0)
  const at = INITIATION_SIZE - 2 * MAC_SIZE
  message.set(crypto.mac(mac1, message.subarray(0, at)), at)
  return message.fill(0, at + MAC_SIZE)
}
