/**
 * The calls of Linux that Node has no name for, through koffi; numbers and layouts are those of x86-64 and
 * arm64 (the kernel's generic ones). Pointers are numbers, and what they point at lives as long as its owner
 * ({@link pinBytes}).
 */
import type { Koffi, NativeFunction } from './koffi.ts'

export interface Linux {
  readonly koffi: Koffi
  readonly socket: NativeFunction
  readonly bind: NativeFunction
  readonly setsockopt: NativeFunction
  readonly getsockname: NativeFunction
  readonly recvmmsg: NativeFunction
  readonly sendmsg: NativeFunction
  readonly poll: NativeFunction
  readonly ioctl: NativeFunction
  readonly read: NativeFunction
  readonly write: NativeFunction
  readonly eventfd: NativeFunction
  readonly close: NativeFunction
  readonly yieldProcessor: NativeFunction
}

export const AF_INET = 2
export const AF_INET6 = 10
export const SOCK_DGRAM = 2
export const SOCK_NONBLOCK = 0x800
export const SOCK_CLOEXEC = 0x8_0000
export const SOL_SOCKET = 1
export const SO_SNDBUF = 7
export const SO_RCVBUF = 8
export const SO_SNDBUFFORCE = 32
export const SO_RCVBUFFORCE = 33
export const SOL_UDP = 17
export const UDP_SEGMENT = 103
export const UDP_GRO = 104
export const IPPROTO_IPV6 = 41
export const IPV6_V6ONLY = 26
export const MSG_DONTWAIT = 0x40
export const POLLIN = 1
export const POLLOUT = 4
export const EFD_NONBLOCK = 0x800
export const ERRNO = { interrupted: 4, again: 11, noSuchDevice: 19, tooLong: 90, noBuffers: 105 } as const

let bound: Linux | undefined

/** @throws where a function is missing: then nothing native serves */
export function bindLinux(koffi: Koffi): Linux {
  bound ??= bindAll(koffi)
  return bound
}

function bindAll(koffi: Koffi): Linux {
  const library = koffi.load(null)
  return {
    koffi,
    socket: library.func('int socket(int domain, int type, int protocol)'),
    bind: library.func('int bind(int fd, uintptr_t address, uint32_t length)'),
    setsockopt: library.func('int setsockopt(int fd, int level, int name, uintptr_t at, uint32_t length)'),
    getsockname: library.func('int getsockname(int fd, uintptr_t address, uintptr_t lengthAt)'),
    recvmmsg: library.func(
      'int recvmmsg(int fd, uintptr_t headers, uint32_t count, int flags, uintptr_t timeout)',
    ),
    sendmsg: library.func('intptr_t sendmsg(int fd, uintptr_t header, int flags)'),
    poll: library.func('int poll(uintptr_t fds, uint64_t count, int timeoutMs)'),
    ioctl: library.func('int ioctl(int fd, uint64_t request, uintptr_t argument)'),
    read: library.func('intptr_t read(int fd, uintptr_t to, uint64_t size)'),
    write: library.func('intptr_t write(int fd, uintptr_t from, uint64_t size)'),
    eventfd: library.func('int eventfd(uint32_t value, int flags)'),
    close: library.func('int close(int fd)'),
    yieldProcessor: library.func('int sched_yield()'),
  }
}
