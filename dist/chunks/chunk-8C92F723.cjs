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
  chunk_CBR347CW: () => chunk_CBR347CW_exports,
  chunk_DB7LFUPW: () => chunk_DB7LFUPW_exports,
  chunk_T4JFZ2LE: () => chunk_T4JFZ2LE_exports
});
module.exports = stdin_exports;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli2 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_cli3 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli4 = require("../cli.cjs").chunk_TO5RH7DJ;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_T4JFZ2LE_exports = {};
__export2(chunk_T4JFZ2LE_exports, {
  PeerSessions: () => PeerSessions
});
var PeerSessions = class {
  #proven = /* @__PURE__ */ new Set();
  #waiting = /* @__PURE__ */ new Map();
  has(id) {
    return this.#proven.has(id);
  }
  /** To be told of all that the device says. */
  take(news) {
    if (news.kind === "unanswered") this.#proven.delete(news.peer);
    if (news.kind !== "session") return;
    this.#proven.add(news.peer);
    for (const waiter of this.#waiting.get(news.peer) ?? []) waiter.resolve(news.roundTripMs);
  }
  forget(id) {
    this.#proven.delete(id);
  }
  /** Nobody waits any longer, and what was awaited is refused with the error. */
  close(error) {
    for (const waiter of [...this.#waiting.values()].flatMap((set) => [...set])) waiter.reject(error);
  }
  /** @returns the round trip in ms of the handshake, where we began it. @throws what `late` makes, after the timeout */
  async wait(id, timeoutMs, late) {
    if (this.#proven.has(id)) return void 0;
    const waiter = Promise.withResolvers();
    const waiting = this.#waiting.get(id) ?? /* @__PURE__ */ new Set();
    this.#waiting.set(id, waiting);
    waiting.add(waiter);
    const timer = setTimeout(() => waiter.reject(late()), timeoutMs);
    try {
      return await waiter.promise;
    } finally {
      clearTimeout(timer);
      waiting.delete(waiter);
    }
  }
};
var chunk_DB7LFUPW_exports = {};
__export2(chunk_DB7LFUPW_exports, {
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
var ADDONS = {
  "linux-x64": "koffi-linux-x64.node",
  "linux-arm64": "koffi-linux-arm64.node"
};
var report;
function loadKoffi() {
  report ??= load();
  return report;
}
function load() {
  const asset = ADDONS[`${process.platform}-${process.arch}`];
  if (asset === void 0)
    return { kind: "absent", why: `not made for ${process.platform} on ${process.arch}` };
  try {
    const addon = { exports: {} };
    process.dlopen(addon, (0, import_chunk_0722AEF2.assetPath)(asset));
    return { kind: "loaded", koffi: addon.exports };
  } catch (error) {
    return { kind: "absent", why: (0, import_cli.messageOf)(error) };
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
    close: library.func("int close(int fd)"),
    yieldProcessor: library.func("int sched_yield()")
  };
}
var chunk_CBR347CW_exports = {};
__export2(chunk_CBR347CW_exports, {
  CONSTRUCTION: () => CONSTRUCTION,
  COOKIE_REFRESH_TIME: () => COOKIE_REFRESH_TIME,
  COOKIE_SECRET_LIFETIME: () => COOKIE_SECRET_LIFETIME,
  DEFAULT_MTU: () => DEFAULT_MTU,
  HANDSHAKE_BUDGET_BURST: () => HANDSHAKE_BUDGET_BURST,
  HANDSHAKE_BUDGET_SHARE: () => HANDSHAKE_BUDGET_SHARE,
  IDENTIFIER: () => IDENTIFIER,
  INITIATION_INTERVAL_MIN: () => INITIATION_INTERVAL_MIN,
  KEEPALIVE_TIMEOUT: () => KEEPALIVE_TIMEOUT,
  LABEL_COOKIE: () => LABEL_COOKIE,
  LABEL_MAC1: () => LABEL_MAC1,
  LOAD_STICKY_TIME: () => LOAD_STICKY_TIME,
  MAX_HANDSHAKE_ATTEMPTS: () => MAX_HANDSHAKE_ATTEMPTS,
  MAX_STAGED_PACKETS: () => MAX_STAGED_PACKETS,
  REJECT_AFTER_MESSAGES_HIGH: () => REJECT_AFTER_MESSAGES_HIGH,
  REJECT_AFTER_MESSAGES_LOW: () => REJECT_AFTER_MESSAGES_LOW,
  REJECT_AFTER_TIME: () => REJECT_AFTER_TIME,
  REKEY_AFTER_MESSAGES_HIGH: () => REKEY_AFTER_MESSAGES_HIGH,
  REKEY_AFTER_TIME: () => REKEY_AFTER_TIME,
  REKEY_TIMEOUT: () => REKEY_TIMEOUT,
  REKEY_TIMEOUT_JITTER_MAX: () => REKEY_TIMEOUT_JITTER_MAX,
  ZERO_KEYS_AFTER: () => ZERO_KEYS_AFTER,
  parseKeyText: () => parseKeyText,
  peerId: () => peerId,
  presharedKey: () => presharedKey,
  privateKey: () => privateKey,
  publicKey: () => publicKey
});
var REKEY_AFTER_TIME = 12e4;
var REJECT_AFTER_TIME = 18e4;
var REKEY_TIMEOUT = 5e3;
var REKEY_ATTEMPT_TIME = 9e4;
var KEEPALIVE_TIMEOUT = 1e4;
var COOKIE_REFRESH_TIME = 12e4;
var REKEY_AFTER_MESSAGES_HIGH = 268435456;
var REJECT_AFTER_MESSAGES_HIGH = 4294967295;
var REJECT_AFTER_MESSAGES_LOW = 4294959103;
var CONSTRUCTION = "Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s";
var IDENTIFIER = "WireGuard v1 zx2c4 Jason@zx2c4.com";
var LABEL_MAC1 = "mac1----";
var LABEL_COOKIE = "cookie--";
var REKEY_TIMEOUT_JITTER_MAX = 333;
var MAX_HANDSHAKE_ATTEMPTS = REKEY_ATTEMPT_TIME / REKEY_TIMEOUT;
var ZERO_KEYS_AFTER = REJECT_AFTER_TIME * 3;
var INITIATION_INTERVAL_MIN = 20;
var COOKIE_SECRET_LIFETIME = 12e4;
var MAX_STAGED_PACKETS = 128;
var HANDSHAKE_BUDGET_SHARE = 0.1;
var HANDSHAKE_BUDGET_BURST = 30;
var LOAD_STICKY_TIME = 1e3;
var DEFAULT_MTU = 1420;
function publicKey(bytes) {
  return checked(bytes, "public key");
}
function privateKey(bytes) {
  return new import_cli2.Secret(checked(bytes, "private key"));
}
function presharedKey(bytes) {
  return new import_cli2.Secret(checked(bytes, "preshared key"));
}
function peerId(key) {
  return (0, import_cli3.encodeBase64)(key);
}
function parseKeyText(text, what) {
  try {
    const bytes = text.length === 44 ? (0, import_cli3.decodeBase64)(text) : void 0;
    if (bytes?.length === 32) return bytes;
  } catch {
  }
  throw new import_cli4.SallyportError("KEY_INVALID", {
    message: `the ${what} is not a WireGuard key`,
    help: 'a key is 44 characters of base64, as "wg genkey" prints it'
  });
}
function checked(bytes, what) {
  if (bytes.length === 32) return bytes;
  throw new import_cli4.SallyportError("KEY_INVALID", { message: `a ${what} has 32 bytes, not ${bytes.length}` });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_CBR347CW,
  chunk_DB7LFUPW,
  chunk_T4JFZ2LE
});
