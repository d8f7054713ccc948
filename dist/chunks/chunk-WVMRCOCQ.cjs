"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  AF_INET: () => AF_INET,
  AF_INET6: () => AF_INET6,
  EFD_NONBLOCK: () => EFD_NONBLOCK,
  ERRNO: () => ERRNO,
  IPPROTO_IPV6: () => IPPROTO_IPV6,
  IPV6_V6ONLY: () => IPV6_V6ONLY,
  MSG_DONTWAIT: () => MSG_DONTWAIT,
  POLLOUT: () => POLLOUT,
  SOCK_CLOEXEC: () => SOCK_CLOEXEC,
  SOCK_DGRAM: () => SOCK_DGRAM,
  SOCK_NONBLOCK: () => SOCK_NONBLOCK,
  SOL_SOCKET: () => SOL_SOCKET,
  SOL_UDP: () => SOL_UDP,
  SO_RCVBUF: () => SO_RCVBUF,
  SO_RCVBUFFORCE: () => SO_RCVBUFFORCE,
  SO_SNDBUF: () => SO_SNDBUF,
  SO_SNDBUFFORCE: () => SO_SNDBUFFORCE,
  UDP_GRO: () => UDP_GRO,
  UDP_SEGMENT: () => UDP_SEGMENT,
  bindLinux: () => bindLinux,
  loadKoffi: () => loadKoffi,
  pinBytes: () => pinBytes
});
module.exports = stdin_exports;
var import_chunk_E7TBRM2K = require("./chunk-E7TBRM2K.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var report;
function loadKoffi() {
  report ??= load();
  return report;
}
function load() {
  if (process.platform !== "linux" || process.arch !== "x64")
    return { kind: "absent", why: `not made for ${process.platform} on ${process.arch}` };
  try {
    const addon = { exports: {} };
    process.dlopen(addon, (0, import_chunk_E7TBRM2K.assetPath)("koffi.node"));
    return { kind: "loaded", koffi: addon.exports };
  } catch (error) {
    return { kind: "absent", why: (0, import_chunk_TO5RH7DJ.messageOf)(error) };
  }
}
function pinBytes(koffi, size) {
  const bytes = Buffer.allocUnsafeSlow(size).fill(0);
  return { bytes, address: Number(koffi.address(bytes)) };
}
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  AF_INET,
  AF_INET6,
  EFD_NONBLOCK,
  ERRNO,
  IPPROTO_IPV6,
  IPV6_V6ONLY,
  MSG_DONTWAIT,
  POLLOUT,
  SOCK_CLOEXEC,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOL_SOCKET,
  SOL_UDP,
  SO_RCVBUF,
  SO_RCVBUFFORCE,
  SO_SNDBUF,
  SO_SNDBUFFORCE,
  UDP_GRO,
  UDP_SEGMENT,
  bindLinux,
  loadKoffi,
  pinBytes
});
