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
  socks5_FMCQ2MPM: () => socks5_FMCQ2MPM_exports
});
module.exports = stdin_exports;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_7V4PSXLH;
var import_chunk_8F5DD0292 = require("./chunk-8F5DD029.cjs").chunk_XNJ7RVPM;
var import_chunk_8F5DD0293 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli2 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli3 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_net = process.getBuiltinModule("node:net");

var import_node_events = process.getBuiltinModule("node:events");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var socks5_FMCQ2MPM_exports = {};
__export2(socks5_FMCQ2MPM_exports, {
  serveSocks5: () => serveSocks5,
  startSocks5: () => startSocks5
});
var MAX_AHEAD = 4096;
var ByteReader = class {
  #stream;
  #bytes = Buffer.alloc(0);
  #wake;
  #ended = false;
  #onData = (chunk) => {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    if (this.#bytes.length > MAX_AHEAD) this.#stream.pause();
    this.#wake?.();
  };
  #onEnd = () => {
    this.#ended = true;
    this.#wake?.();
  };
  constructor(stream) {
    this.#stream = stream;
    stream.on("data", this.#onData).on("end", this.#onEnd).on("close", this.#onEnd);
  }
  /** Rejects where the connection ends before. */
  async take(count) {
    while (this.#bytes.length < count) {
      if (this.#ended) throw new Error("the client ended in the middle of a message");
      this.#stream.resume();
      await new Promise((resolve) => {
        this.#wake = resolve;
      });
    }
    const taken = this.#bytes.subarray(0, count);
    this.#bytes = this.#bytes.subarray(count);
    return taken;
  }
  /** Gives the connection back, paused, and what was read too much. */
  release() {
    this.#stream.pause();
    this.#stream.off("data", this.#onData).off("end", this.#onEnd).off("close", this.#onEnd);
    return this.#bytes;
  }
};
var VERSION = 5;
var LOGIN_VERSION = 1;
var METHOD = { none: 0, password: 2, refused: 255 };
var ADDRESS = { ipv4: 1, name: 3, ipv6: 4 };
var COMMAND = { connect: 1, associate: 3 };
var REPLY = {
  ok: 0,
  failed: 1,
  unreachable: 4,
  refused: 5,
  timedOut: 6,
  command: 7,
  address: 8
};
async function shakeHands(reader, say, credentials) {
  return await greet(reader, say, credentials) ? readRequest(reader, say) : void 0;
}
function emitReply(code, address = "0.0.0.0", port = 0) {
  const { family, bytes } = unmapped((0, import_chunk_0722AEF2.parseIp)(address));
  const kind = family === 4 ? ADDRESS.ipv4 : ADDRESS.ipv6;
  return Uint8Array.of(VERSION, code, 0, kind, ...bytes, port >> 8, port & 255);
}
function replyFor(error) {
  const code = error instanceof Error && "code" in error ? error.code : void 0;
  if (code === "ECONNREFUSED") return REPLY.refused;
  if (code === "ETIMEDOUT") return REPLY.timedOut;
  const isUnreachable = code === "EHOSTUNREACH" || code === "ENETUNREACH" || code === "ENOTFOUND";
  return isUnreachable || code === "TUNNEL_UNREACHABLE" ? REPLY.unreachable : REPLY.failed;
}
async function greet(reader, say, credentials) {
  const [version, count] = await reader.take(2);
  if (version !== VERSION) return false;
  const offered = await reader.take(count);
  const wanted = credentials ? METHOD.password : METHOD.none;
  if (!offered.includes(wanted)) {
    say(Uint8Array.of(VERSION, METHOD.refused));
    return false;
  }
  say(Uint8Array.of(VERSION, wanted));
  return credentials ? logIn(reader, say, credentials) : true;
}
async function logIn(reader, say, credentials) {
  const [version, userLength] = await reader.take(2);
  const user = await reader.take(userLength);
  const [passwordLength] = await reader.take(1);
  const password = await reader.take(passwordLength);
  const ok = version === LOGIN_VERSION && (0, import_chunk_8F5DD029.matchesCredentials)(credentials, user.toString(), password.toString());
  say(Uint8Array.of(LOGIN_VERSION, ok ? 0 : 1));
  return ok;
}
async function readRequest(reader, say) {
  const [version, command, reserved, kind] = await reader.take(4);
  if (version !== VERSION || reserved !== 0) return void 0;
  const host = await readHost(reader, kind);
  if (host === void 0) {
    say(emitReply(REPLY.address));
    return void 0;
  }
  const port = (await reader.take(2)).readUInt16BE();
  const refusal = refusalOf(command, host);
  if (refusal === void 0) return { command, host, port };
  say(emitReply(refusal));
  return void 0;
}
function refusalOf(command, host) {
  if (command === COMMAND.associate) return void 0;
  if (command !== COMMAND.connect) return REPLY.command;
  return host === "" ? REPLY.failed : void 0;
}
async function readHost(reader, kind) {
  switch (kind) {
    case ADDRESS.ipv4:
      return (0, import_chunk_0722AEF2.formatIp)({ family: 4, bytes: await reader.take(4) });
    case ADDRESS.ipv6:
      return (0, import_chunk_0722AEF2.formatIp)({ family: 6, bytes: await reader.take(16) });
    case ADDRESS.name:
      return (await reader.take((await reader.take(1))[0])).toString();
    default:
      return void 0;
  }
}
function unmapped(address) {
  const { bytes } = address;
  const isMapped = bytes.length === 16 && bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 255;
  return isMapped && bytes[11] === 255 ? { family: 4, bytes: bytes.subarray(12) } : address;
}
var SHORTEST = 8;
async function startAssociation(control, open) {
  const address = control.localAddress ?? "127.0.0.1";
  const client = control.remoteAddress;
  const socket = (0, (process.getBuiltinModule("node:dgram")).createSocket)(address.includes(":") ? "udp6" : "udp4");
  let port;
  const flow = open((bytes, from) => {
    if (port !== void 0 && client !== void 0)
      socket.send(emitSocksDatagram(bytes, from), port, client, () => {
      });
  });
  socket.on("message", (bytes, from) => {
    port ??= from.address === client ? from.port : void 0;
    if (from.address !== client || from.port !== port) return;
    const datagram = parseSocksDatagram(bytes);
    if (datagram) flow.send(datagram.data, datagram.host, datagram.port);
  });
  const ready = (0, import_node_events.once)(socket, "listening");
  socket.bind(0, address);
  const end = () => {
    flow.close();
    socket.close();
  };
  await ready.catch((error) => {
    end();
    throw error;
  });
  socket.on("error", () => {
  });
  if (control.destroyed) end();
  else control.once("close", end);
  return control.destroyed ? 0 : socket.address().port;
}
function parseSocksDatagram(bytes) {
  if (bytes.length < SHORTEST || bytes.readUInt16BE(0) !== 0 || bytes[2] !== 0) return void 0;
  const [at, end] = addressSpan(bytes);
  if (end === void 0 || at === void 0 || bytes.length < end + 2) return void 0;
  const part = bytes.subarray(at, end);
  const kind = bytes[3];
  const host = kind === 3 ? part.toString("latin1") : (0, import_chunk_0722AEF2.formatIp)({ family: kind === 1 ? 4 : 6, bytes: part });
  const port = bytes.readUInt16BE(end);
  return host === "" || port === 0 ? void 0 : { host, port, data: bytes.subarray(end + 2) };
}
function emitSocksDatagram(data, from) {
  const { address, port } = from;
  const kind = address.family === 4 ? 1 : 4;
  return Buffer.concat([
    Uint8Array.of(0, 0, 0, kind),
    address.bytes,
    Uint8Array.of(port >> 8, port & 255),
    data
  ]);
}
function addressSpan(bytes) {
  switch (bytes[3]) {
    case 1:
      return [4, 8];
    case 3:
      return [5, 5 + bytes[4]];
    case 4:
      return [4, 20];
    default:
      return [];
  }
}
var HANDSHAKE_MS = 1e4;
async function startSocks5(dial, openUdp, options) {
  const associate2 = (control) => startAssociation(control, openUdp);
  const server = (0, import_node_net.createServer)({ allowHalfOpen: true }, (socket) => {
    serveSocks5({ dial, associate: associate2 }, socket, options.credentials).catch(() => socket.destroy());
  });
  await (0, import_chunk_8F5DD0292.listenLocal)(server, options.host, options.port);
  return (0, import_chunk_8F5DD0292.running)(server, options.host);
}
async function serveSocks5(ways, socket, credentials) {
  socket.on("error", () => socket.destroy());
  const reader = new ByteReader(socket);
  const timer = setTimeout(() => socket.destroy(), HANDSHAKE_MS);
  const target = await shakeHands(reader, (bytes) => socket.write(bytes), credentials).finally(
    () => clearTimeout(timer)
  );
  const rest = reader.release();
  if (!target) (0, import_chunk_8F5DD029.takeLeave)(socket);
  else if (target.command === COMMAND.associate) await associate(ways, socket);
  else await connectTo(ways, socket, target, rest);
}
async function associate(ways, socket) {
  const port = await ways.associate(socket);
  socket.on("end", () => socket.end());
  socket.write(emitReply(REPLY.ok, socket.localAddress, port));
  socket.resume();
}
async function connectTo(ways, socket, target, rest) {
  try {
    const stream = await ways.dial(target.host, target.port);
    socket.write(emitReply(REPLY.ok));
    if (rest.length > 0) stream.write(rest);
    (0, import_chunk_8F5DD0292.join)(socket, stream);
  } catch (error) {
    (0, import_chunk_8F5DD029.takeLeave)(socket, emitReply(replyFor(error)));
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  socks5_FMCQ2MPM
});
