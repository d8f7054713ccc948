/**
 * The few calls of Linux that Node has no name for: TUN devices, raw sockets, network namespaces.
 * Every buffer that a call sees is passed as a typed array and lives as long as its device.
 */
import { closeSync, constants, openSync } from 'node:fs'
import koffi from 'koffi'

const libc = koffi.load('libc.so.6')
const ioctl = libc.func('int ioctl(int fd, unsigned long request, void *argument)')
const readFd = libc.func('intptr_t read(int fd, void *buffer, size_t count)')
const writeFd = libc.func('intptr_t write(int fd, const void *buffer, size_t count)')
const pollFds = libc.func('int poll(void *fds, unsigned long count, int timeout)')
const setns = libc.func('int setns(int fd, int kind)')
const openSocket = libc.func('int socket(int domain, int type, int protocol)')
const sendTo = libc.func(
  'intptr_t sendto(int fd, const void *bytes, size_t length, int flags, const void *to, uint32_t toLength)',
)
const receive = libc.func('intptr_t recv(int fd, void *bytes, size_t length, int flags)')

const TUNSETIFF = 0x400454ca
const IFF_TUN = 0x0001
const IFF_NO_PI = 0x1000
const POLLIN = 1
const CLONE_NEWNET = 0x40000000
const AF_INET = 2
const SOCK_RAW = 3
const MSG_DONTWAIT = 0x40
const MOST_PACKET = 65_535

export interface TunDevice {
  /** @returns the length of the packet now in `buffer`, 0 where none waits */
  read(): number
  readonly buffer: Uint8Array
  write(packet: Uint8Array): void
  /** Sleeps until a packet waits, at most so long. */
  wait(ms: number): void
}

/** Makes a TUN device in the network namespace of this process. Needs root. */
export function openTun(name: string): TunDevice {
  const fd = openSync('/dev/net/tun', constants.O_RDWR | constants.O_NONBLOCK)
  const request = new Uint8Array(40)
  request.set(new TextEncoder().encode(name))
  new DataView(request.buffer).setInt16(16, IFF_TUN | IFF_NO_PI, true)
  if (ioctl(fd, TUNSETIFF, request) < 0) throw new Error(`TUNSETIFF refused the name ${name}`)
  const poll = new Uint8Array(8)
  new DataView(poll.buffer).setInt32(0, fd, true)
  poll[4] = POLLIN
  const buffer = new Uint8Array(MOST_PACKET)
  return {
    buffer,
    read: () => Math.max(0, Number(readFd(fd, buffer, MOST_PACKET))),
    write(packet) {
      writeFd(fd, packet, packet.length)
    },
    wait(ms) {
      pollFds(poll, 1, ms)
    },
  }
}

/** Moves this thread to the namespace of that name; what was opened before stays where it is. */
export function enterNamespace(name: string): void {
  const fd = openSync(`/run/netns/${name}`, 'r')
  const result = setns(fd, CLONE_NEWNET)
  closeSync(fd)
  if (result < 0) throw new Error(`cannot enter the namespace ${name}`)
}

export interface RawSocket {
  /** Sends to an IPv4 address; for protocol 255 the bytes are a whole IP packet. */
  send(bytes: Uint8Array, address: Uint8Array): boolean
  /** One packet with its IP header, `undefined` where none waits. */
  receive(): Uint8Array | undefined
}

export function openRawSocket(protocol: number): RawSocket {
  const fd: number = openSocket(AF_INET, SOCK_RAW, protocol)
  if (fd < 0) throw new Error(`no raw socket for protocol ${protocol}`)
  const buffer = new Uint8Array(MOST_PACKET)
  const to = new Uint8Array(16)
  to[0] = AF_INET
  return {
    send(bytes, address) {
      to.set(address, 4)
      return Number(sendTo(fd, bytes, bytes.length, 0, to, to.length)) === bytes.length
    },
    receive() {
      const length = Number(receive(fd, buffer, MOST_PACKET, MSG_DONTWAIT))
      return length > 0 ? buffer.slice(0, length) : undefined
    },
  }
}
