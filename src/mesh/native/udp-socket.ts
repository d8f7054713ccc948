/**
 * A UDP socket that gives and takes many datagrams at a call: `recvmmsg` with GRO, `sendmsg` with GSO
 * (udp(7)). Datagrams of one sender that came together lie back to back, all of one size but the last,
 * and so they are sent. Non-blocking; who waits for it is not this file's business.
 *
 * Layouts: `msghdr` 56 bytes, in a `mmsghdr` of 64; `iovec` 16; `cmsghdr` 16 and its data.
 */
import type { Endpoint } from '../../base/ip.ts'
import type { Arena } from '../../tunnel/wireguard/aead.ts'
import { type Remote, udpRemote } from '../../tunnel/wireguard/remote.ts'
import { type PinnedBytes, pinBytes } from './koffi.ts'
import {
  AF_INET,
  AF_INET6,
  ERRNO,
  IPPROTO_IPV6,
  IPV6_V6ONLY,
  type Linux,
  MSG_DONTWAIT,
  POLLOUT,
  SO_RCVBUF,
  SO_RCVBUFFORCE,
  SO_SNDBUF,
  SO_SNDBUFFORCE,
  SOCK_CLOEXEC,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOL_SOCKET,
  SOL_UDP,
  UDP_GRO,
  UDP_SEGMENT,
} from './linux.ts'
import { readSocketAddress, SOCKET_ADDRESS_MAX, writeSocketAddress } from './socket-address.ts'

/** Messages of one `recvmmsg`; a message holds up to 64 kB of merged datagrams. */
const BATCH = 8
const MESSAGE_MAX = 65_536
export const RECEIVE_ARENA_SIZE = BATCH * MESSAGE_MAX

const HEADER = 64
const VECTOR = 16
const NAME = 32
const CONTROL = 64
const BUFFER_BYTES = 4 << 20
const MAX_REMOTES = 16_384
/** A full send buffer drains in microseconds; longer than this it is loss. */
const SEND_WAIT_MS = 5

/** Datagrams that came together: `size` bytes at `at`, a datagram every `segmentSize` of them. */
export type TakeRun = (at: number, size: number, segmentSize: number, from: Remote) => void

export class UdpSocket {
  readonly fd: number
  readonly family: 4 | 6
  readonly port: number
  /** Datagrams that the system refused. */
  failures = 0
  readonly #linux: Linux
  readonly #receiving: PinnedBytes
  readonly #sending: PinnedBytes
  readonly #words: DataView
  readonly #sendWords: DataView
  readonly #remotes = new Map<string, Remote>()
  /** The sender of each slot's last message, with its raw address. */
  readonly #lastNames = Buffer.alloc(BATCH * NAME)
  readonly #lastRemotes: (Remote | undefined)[] = []
  #sendTo: Endpoint | undefined
  #sendNameSize = 0
  #canSegment = true
  #arenaBytes: Buffer | undefined
  #sentBytes: Buffer | undefined
  #sentAddress = 0

  /** @throws an error with the `errno` of the call that failed */
  constructor(linux: Linux, family: 4 | 6, port: number, address: Uint8Array | undefined) {
    this.#linux = linux
    this.family = family
    this.#receiving = pinBytes(linux.koffi, BATCH * (HEADER + VECTOR + NAME + CONTROL))
    this.#sending = pinBytes(linux.koffi, HEADER + VECTOR + NAME + CONTROL)
    this.#words = view(this.#receiving)
    this.#sendWords = view(this.#sending)
    const type = SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC
    this.fd = linux.socket(family === 4 ? AF_INET : AF_INET6, type, 0)
    if (this.fd < 0) throw this.#failure('socket')
    try {
      this.#setOptions(family)
      this.port = this.#bind(family, port, address)
    } catch (error) {
      linux.close(this.fd)
      throw error
    }
    this.#layOut()
  }

  /**
   * Takes what has come, at most one batch.
   *
   * @param arena of {@link RECEIVE_ARENA_SIZE}; where the datagrams come to lie
   * @returns the number of messages; 0 where nothing waits
   */
  receive(arena: Arena, take: TakeRun): number {
    this.#pointAt(arena)
    const words = this.#words
    for (let i = 0; i < BATCH; i++) {
      words.setUint32(i * HEADER + 8, SOCKET_ADDRESS_MAX, true)
      words.setUint32(i * HEADER + 40, CONTROL, true)
    }
    const count = this.#linux.recvmmsg(this.fd, this.#receiving.address, BATCH, MSG_DONTWAIT, 0)
    for (let i = 0; i < count; i++) {
      const size = words.getUint32(i * HEADER + 56, true)
      const remote = this.#remoteOf(i)
      if (remote && size > 0) take(i * MESSAGE_MAX, size, this.#segmentSizeOf(i, size), remote)
    }
    return Math.max(0, count)
  }

  /** Sends `size` bytes at `at` of the arena as datagrams of `segmentSize`, the last of which may be shorter. */
  send(bytes: Buffer, at: number, size: number, segmentSize: number, to: Endpoint): void {
    if (size <= segmentSize) this.#sendOne(bytes, at, size, 0, to)
    else if (!this.#canSegment || !this.#sendOne(bytes, at, size, segmentSize, to)) {
      for (let sent = 0; sent < size; sent += segmentSize) {
        this.#sendOne(bytes, at + sent, Math.min(segmentSize, size - sent), 0, to)
      }
    }
  }

  close(): void {
    this.#linux.close(this.fd)
  }

  /** @returns false where the system does not take this run as a whole */
  #sendOne(bytes: Buffer, at: number, size: number, segmentSize: number, to: Endpoint): boolean {
    const words = this.#sendWords
    this.#nameSender(to)
    writePointer(words, HEADER, this.#addressOf(bytes) + at)
    words.setUint32(HEADER + 8, size, true)
    words.setUint32(40, segmentSize === 0 ? 0 : 24, true)
    words.setUint16(HEADER + VECTOR + NAME + 16, segmentSize, true)
    for (;;) {
      if (this.#linux.sendmsg(this.fd, this.#sending.address, MSG_DONTWAIT) >= 0) return true
      const errno = this.#linux.koffi.errno()
      if (errno === ERRNO.interrupted) continue
      if ((errno === ERRNO.again || errno === ERRNO.noBuffers) && this.#waitForRoom()) continue
      if (segmentSize === 0) this.failures++
      // Too long for the path: each by itself may be fragmented. All else: this system cannot.
      else if (errno !== ERRNO.tooLong && errno !== ERRNO.again) this.#canSegment = false
      return false
    }
  }

  #waitForRoom(): boolean {
    const poll = pinBytes(this.#linux.koffi, 8)
    poll.bytes.writeInt32LE(this.fd, 0)
    poll.bytes.writeInt16LE(POLLOUT, 4)
    return this.#linux.poll(poll.address, 1, SEND_WAIT_MS) > 0
  }

  #nameSender(to: Endpoint): void {
    if (to === this.#sendTo) return
    this.#sendTo = to
    this.#sendNameSize = writeSocketAddress(this.#sending.bytes, HEADER + VECTOR, to)
    this.#sendWords.setUint32(8, this.#sendNameSize, true)
  }

  /** Native code's address of a buffer's first byte; kept for the one that is always used. */
  #addressOf(bytes: Buffer): number {
    if (this.#sentBytes !== bytes) {
      this.#sentBytes = bytes
      this.#sentAddress = Number(this.#linux.koffi.address(bytes))
    }
    return this.#sentAddress
  }

  #remoteOf(slot: number): Remote | undefined {
    const names = this.#receiving.bytes
    const at = BATCH * (HEADER + VECTOR) + slot * NAME
    const known = this.#lastRemotes[slot]
    if (known && sameBytes(names, at, this.#lastNames, slot * NAME, SOCKET_ADDRESS_MAX)) return known
    names.copy(this.#lastNames, slot * NAME, at, at + SOCKET_ADDRESS_MAX)
    const remote = this.#lookUp(names, at)
    this.#lastRemotes[slot] = remote
    return remote
  }

  #lookUp(names: Buffer, at: number): Remote | undefined {
    const endpoint = readSocketAddress(names, at)
    if (!endpoint) return undefined
    const key = `${endpoint.port} ${endpoint.address.bytes.join('.')}`
    const known = this.#remotes.get(key)
    if (known) return known
    const remote = udpRemote(endpoint)
    if (this.#remotes.size >= MAX_REMOTES) this.#remotes.delete(this.#remotes.keys().next().value!)
    this.#remotes.set(key, remote)
    return remote
  }

  /** The one control message that may be there is of GRO. */
  #segmentSizeOf(slot: number, size: number): number {
    const words = this.#words
    const length = words.getUint32(slot * HEADER + 40, true)
    const at = BATCH * (HEADER + VECTOR + NAME) + slot * CONTROL
    if (length < 20 || words.getInt32(at + 8, true) !== SOL_UDP) return size
    const segmentSize = words.getInt32(at + 12, true) === UDP_GRO ? words.getInt32(at + 16, true) : 0
    return segmentSize > 0 && segmentSize < size ? segmentSize : size
  }

  #pointAt(arena: Arena): void {
    const { bytes } = arena
    if (bytes === this.#arenaBytes) return
    this.#arenaBytes = bytes
    const base = Number(this.#linux.koffi.address(bytes))
    for (let i = 0; i < BATCH; i++) {
      const at = BATCH * HEADER + i * VECTOR
      writePointer(this.#words, at, base + i * MESSAGE_MAX)
      writePointer(this.#words, at + 8, MESSAGE_MAX)
    }
  }

  #layOut(): void {
    const { address } = this.#receiving
    for (let i = 0; i < BATCH; i++) {
      const names = address + BATCH * (HEADER + VECTOR) + i * NAME
      const controls = address + BATCH * (HEADER + VECTOR + NAME) + i * CONTROL
      layHeader(this.#words, i * HEADER, names, address + BATCH * HEADER + i * VECTOR, controls)
    }
    const sending = this.#sending.address
    const control = HEADER + VECTOR + NAME
    layHeader(this.#sendWords, 0, sending + HEADER + VECTOR, sending + HEADER, sending + control)
    this.#sendWords.setUint32(control, 18, true)
    this.#sendWords.setInt32(control + 8, SOL_UDP, true)
    this.#sendWords.setInt32(control + 12, UDP_SEGMENT, true)
  }

  #setOptions(family: 4 | 6): void {
    if (family === 6) this.#set(IPPROTO_IPV6, IPV6_V6ONLY, 1)
    // Root may go over the system's limit; others get what it allows.
    if (!this.#set(SOL_SOCKET, SO_RCVBUFFORCE, BUFFER_BYTES)) this.#set(SOL_SOCKET, SO_RCVBUF, BUFFER_BYTES)
    if (!this.#set(SOL_SOCKET, SO_SNDBUFFORCE, BUFFER_BYTES)) this.#set(SOL_SOCKET, SO_SNDBUF, BUFFER_BYTES)
    // Without it each datagram comes by itself, which serves too.
    this.#set(SOL_UDP, UDP_GRO, 1)
  }

  #set(level: number, name: number, value: number): boolean {
    this.#words.setInt32(0, value, true)
    return this.#linux.setsockopt(this.fd, level, name, this.#receiving.address, 4) === 0
  }

  #bind(family: 4 | 6, port: number, address: Uint8Array | undefined): number {
    const { bytes, address: at } = this.#receiving
    const any = new Uint8Array(family === 4 ? 4 : 16)
    const size = writeSocketAddress(bytes, 0, { address: { family, bytes: address ?? any }, port })
    if (this.#linux.bind(this.fd, at, size) !== 0) throw this.#failure('bind')
    this.#words.setUint32(NAME, SOCKET_ADDRESS_MAX, true)
    if (this.#linux.getsockname(this.fd, at, at + NAME) !== 0) throw this.#failure('getsockname')
    return bytes.readUInt16BE(2)
  }

  #failure(call: string): Error {
    return new Error(`${call} failed with errno ${this.#linux.koffi.errno()}`)
  }
}

function layHeader(words: DataView, at: number, name: number, vector: number, control: number): void {
  writePointer(words, at, name)
  writePointer(words, at + 16, vector)
  writePointer(words, at + 24, 1)
  writePointer(words, at + 32, control)
}

/** 64 bits, of a number below 2^53: a BigInt would be an object. */
function writePointer(words: DataView, at: number, value: number): void {
  words.setUint32(at, value >>> 0, true)
  words.setUint32(at + 4, Math.floor(value / 0x1_0000_0000), true)
}

function view({ bytes }: PinnedBytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}

function sameBytes(a: Buffer, aAt: number, b: Buffer, bAt: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[aAt + i] !== b[bAt + i]) return false
  return true
}
