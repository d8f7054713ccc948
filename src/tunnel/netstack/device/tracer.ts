/** Says of each packet that passes what it is, in a line such as `12.0 10.0.0.1:80 > 10.0.0.2:5 SA seq 1 ack 2 win 9 len 0`. */
import { formatIp } from '../../../base/ip.ts'
import { IpView, PROTOCOL } from '../wire/ip.ts'
import { readIpv4 } from '../wire/ipv4.ts'
import { readIpv6 } from '../wire/ipv6.ts'
import { readTcp } from '../wire/tcp.ts'
import { ACK, FIN, PSH, RST, SYN, TcpSegment, URG } from '../wire/tcp-segment.ts'
import { readUdp, UdpView } from '../wire/udp.ts'
import type { PacketPath } from './packet-path.ts'

export function trace(next: PacketPath, line: (text: string) => void): PacketPath {
  return {
    send(packet, now) {
      line(`${now.toFixed(1)} ${describePacket(packet)}`)
      next.send(packet, now)
    },
    handleTimeout: (now) => next.handleTimeout(now),
    nextTimeout: () => next.nextTimeout(),
  }
}

/** One packet in words; what cannot be read is named by its fault. */
export function describePacket(packet: Uint8Array): string {
  const ip = new IpView()
  const read = packet[0] !== undefined && packet[0] >>> 4 === 6 ? readIpv6 : readIpv4
  const fault = read(ip, packet, 0, packet.length)
  if (fault !== undefined) return fault
  const from = formatIp({ family: ip.family, bytes: ip.source() })
  const to = formatIp({ family: ip.family, bytes: ip.destination() })
  if (ip.isFragment) {
    return `${from} > ${to} fragment ${ip.identification} at ${ip.fragmentOffset} len ${ip.payloadLength}`
  }
  if (ip.protocol === PROTOCOL.tcp) return describeTcp(ip, from, to)
  if (ip.protocol === PROTOCOL.udp) return describeUdp(ip, from, to)
  return `${from} > ${to} protocol ${ip.protocol} len ${ip.payloadLength}`
}

function describeTcp(ip: IpView, from: string, to: string): string {
  const s = new TcpSegment()
  const fault = readTcp(s, ip, true)
  if (fault !== undefined) return `${from} > ${to} ${fault}`
  const words = [`${from}:${s.sourcePort} > ${to}:${s.destinationPort}`, describeFlags(s.flags)]
  words.push(`seq ${s.sequence}`)
  if ((s.flags & ACK) !== 0) words.push(`ack ${s.acknowledgment}`)
  words.push(`win ${s.window} len ${s.payloadLength}`)
  for (let i = 0; i < s.sackCount; i++) words.push(`sack ${s.sackEdges[i * 2]}-${s.sackEdges[i * 2 + 1]}`)
  return words.join(' ')
}

function describeUdp(ip: IpView, from: string, to: string): string {
  const u = new UdpView()
  const fault = readUdp(u, ip, true)
  if (fault !== undefined) return `${from} > ${to} ${fault}`
  return `${from}:${u.sourcePort} > ${to}:${u.destinationPort} udp len ${u.payloadLength}`
}

const FLAG_LETTERS = [
  [SYN, 'S'],
  [FIN, 'F'],
  [RST, 'R'],
  [PSH, 'P'],
  [ACK, 'A'],
  [URG, 'U'],
] as const

function describeFlags(flags: number): string {
  let letters = ''
  for (const [flag, letter] of FLAG_LETTERS) if ((flags & flag) !== 0) letters += letter
  return letters === '' ? '-' : letters
}
