const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  assetPath
} from "./chunk-XQ66YIOG.js";
import {
  messageOf
} from "./chunk-XELNXD6A.js";

// src/mesh/native/koffi.ts
const { createRequire } = process.getBuiltinModule("node:module");
var report;
function loadKoffi() {
  report ??= load();
  return report;
}
function load() {
  if (process.platform !== "linux" || process.arch !== "x64")
    return { kind: "absent", why: `not made for ${process.platform} on ${process.arch}` };
  try {
    const koffi = createRequire(__bundleUrl)(assetPath("koffi.node"));
    return { kind: "loaded", koffi };
  } catch (error) {
    return { kind: "absent", why: messageOf(error) };
  }
}
function pinBytes(koffi, size) {
  const bytes = Buffer.allocUnsafeSlow(size).fill(0);
  return { bytes, address: Number(koffi.address(bytes)) };
}

// src/mesh/native/linux.ts
var AF_INET = 2;
var AF_INET6 = 10;
var SOCK_DGRAM = 2;
var SOCK_NONBLOCK = 2048;
var SOCK_CLOEXEC = 524288;
var SOL_SOCKET = 1;
var SO_SNDBUF = 7;
var SO_RCVBUF = 8;
var SO_SNDBUFFORCE = 32;
var SO_RCVBUFFORCE = 33;
var SOL_UDP = 17;
var UDP_SEGMENT = 103;
var UDP_GRO = 104;
var IPPROTO_IPV6 = 41;
var IPV6_V6ONLY = 26;
var MSG_DONTWAIT = 64;
var POLLOUT = 4;
var EFD_NONBLOCK = 2048;
var ERRNO = { interrupted: 4, again: 11, noSuchDevice: 19, tooLong: 90, noBuffers: 105 };
var bound;
function bindLinux(koffi) {
  bound ??= bindAll(koffi);
  return bound;
}
function bindAll(koffi) {
  const library = koffi.load(null);
  return {
    koffi,
    socket: library.func("int socket(int domain, int type, int protocol)"),
    bind: library.func("int bind(int fd, uintptr_t address, uint32_t length)"),
    setsockopt: library.func("int setsockopt(int fd, int level, int name, uintptr_t at, uint32_t length)"),
    getsockname: library.func("int getsockname(int fd, uintptr_t address, uintptr_t lengthAt)"),
    recvmmsg: library.func(
      "int recvmmsg(int fd, uintptr_t headers, uint32_t count, int flags, uintptr_t timeout)"
    ),
    sendmsg: library.func("intptr_t sendmsg(int fd, uintptr_t header, int flags)"),
    poll: library.func("int poll(uintptr_t fds, uint64_t count, int timeoutMs)"),
    ioctl: library.func("int ioctl(int fd, uint64_t request, uintptr_t argument)"),
    read: library.func("intptr_t read(int fd, uintptr_t to, uint64_t size)"),
    write: library.func("intptr_t write(int fd, uintptr_t from, uint64_t size)"),
    eventfd: library.func("int eventfd(uint32_t value, int flags)"),
    close: library.func("int close(int fd)")
  };
}

export {
  loadKoffi,
  pinBytes,
  AF_INET,
  AF_INET6,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOCK_CLOEXEC,
  SOL_SOCKET,
  SO_SNDBUF,
  SO_RCVBUF,
  SO_SNDBUFFORCE,
  SO_RCVBUFFORCE,
  SOL_UDP,
  UDP_SEGMENT,
  UDP_GRO,
  IPPROTO_IPV6,
  IPV6_V6ONLY,
  MSG_DONTWAIT,
  POLLOUT,
  EFD_NONBLOCK,
  ERRNO,
  bindLinux
};
