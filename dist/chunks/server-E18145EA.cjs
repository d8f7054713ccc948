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
  chunk_5XCSCTZB: () => chunk_5XCSCTZB_exports,
  chunk_CG4MFTYD: () => chunk_CG4MFTYD_exports,
  server_FA5RVOHR: () => server_FA5RVOHR_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_TO5RH7DJ;

var import_node_net = process.getBuiltinModule("node:net");
var import_cli2 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli3 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var server_FA5RVOHR_exports = {};
__export2(server_FA5RVOHR_exports, {
  startDnsServer: () => startDnsServer
});
var chunk_CG4MFTYD_exports = {};
__export2(chunk_CG4MFTYD_exports, {
  startDnsServer: () => startDnsServer
});
var chunk_5XCSCTZB_exports = {};
__export2(chunk_5XCSCTZB_exports, {
  DNS_CODE: () => DNS_CODE,
  DNS_TYPE: () => DNS_TYPE,
  emitDnsPointer: () => emitDnsPointer,
  emitDnsQuery: () => emitDnsQuery,
  emitDnsResponse: () => emitDnsResponse,
  parseDnsQuery: () => parseDnsQuery,
  parseDnsResponse: () => parseDnsResponse
});
var DNS_TYPE = { a: 1, ptr: 12, aaaa: 28 };
var DNS_CODE = { ok: 0, noSuchName: 3, notImplemented: 4, refused: 5 };
var CLASS_INTERNET = 1;
var HEADER_SIZE = 12;
var RECORD_SIZE = 12;
var MAX_DATAGRAM = 512;
var FLAG_RESPONSE = 32768;
var FLAG_RECURSION_DESIRED = 256;
var FLAG_RECURSION_AVAILABLE = 128;
var OPCODE_MASK = 30720;
var MAX_NAME = 253;
var MAX_RECORDS = 256;
var TTL = 10;
function emitDnsQuery(id, name, type) {
  const labels = name.replace(/\.$/, "").split(".");
  const bytes = labels.map((label) => Buffer.from(label, "latin1"));
  if (name.length > MAX_NAME || bytes.some((label) => label.length === 0 || label.length > 63))
    return void 0;
  const question = bytes.flatMap((label) => [Uint8Array.of(label.length), label]);
  const header = Buffer.alloc(HEADER_SIZE);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(FLAG_RECURSION_DESIRED, 2);
  header.writeUInt16BE(1, 4);
  return Buffer.concat([header, ...question, Uint8Array.of(0, 0, type, 0, CLASS_INTERNET)]);
}
function parseDnsQuery(bytes) {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < HEADER_SIZE || bytes.length > 4096) return void 0;
  const flags = message.readUInt16BE(2);
  if ((flags & (FLAG_RESPONSE | OPCODE_MASK)) !== 0 || message.readUInt16BE(4) !== 1) return void 0;
  return readQuestion(message, flags);
}
function emitDnsResponse(question, code, addresses) {
  const data = addresses.map(({ bytes }) => bytes);
  const room = MAX_DATAGRAM - HEADER_SIZE - question.bytes.length;
  const most = Math.floor(room / (RECORD_SIZE + (data[0]?.length ?? 0)));
  return emitRecords(question, code, data.slice(0, most));
}
function emitDnsPointer(question, name) {
  const labels = name.split(".").map((label) => Buffer.from(label, "latin1"));
  const data = [...labels.flatMap((label) => [Uint8Array.of(label.length), label]), Uint8Array.of(0)];
  return emitRecords(question, DNS_CODE.ok, [Buffer.concat(data)]);
}
function emitRecords(question, code, data) {
  const header = Buffer.alloc(HEADER_SIZE);
  const desired = question.recursionDesired ? FLAG_RECURSION_DESIRED : 0;
  header.writeUInt16BE(question.id, 0);
  header.writeUInt16BE(FLAG_RESPONSE | FLAG_RECURSION_AVAILABLE | desired | code, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(data.length, 6);
  const answers = data.map((bytes) => {
    const record = Buffer.from([192, HEADER_SIZE, 0, question.type, 0, 1, 0, 0, 0, TTL, 0, bytes.length]);
    return Buffer.concat([record, bytes]);
  });
  return Buffer.concat([header, question.bytes, ...answers]);
}
function parseDnsResponse(bytes, query) {
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < query.length || message.readUInt16BE(4) !== 1) return void 0;
  const flags = message.readUInt16BE(2);
  const asked = readQuestion(Buffer.from(query.buffer, query.byteOffset, query.length), 0);
  const echoed = readQuestion(message, flags);
  const isAnswer = asked && echoed && echoed.id === asked.id && echoed.name === asked.name && echoed.type === asked.type;
  if (!isAnswer || (flags & FLAG_RESPONSE) === 0) return void 0;
  const addresses = readAddresses(message, HEADER_SIZE + echoed.bytes.length, asked.type);
  return addresses && { code: flags & 15, addresses };
}
function readQuestion(message, flags) {
  const labels = [];
  let at = HEADER_SIZE;
  for (let length = message[at]; length !== 0; length = message[at]) {
    if (length === void 0 || length > 63 || at + 1 + length > message.length) return void 0;
    labels.push(message.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
    if (at - HEADER_SIZE > MAX_NAME) return void 0;
  }
  if (at + 5 > message.length || message.readUInt16BE(at + 3) !== CLASS_INTERNET) return void 0;
  return {
    id: message.readUInt16BE(0),
    recursionDesired: (flags & FLAG_RECURSION_DESIRED) !== 0,
    name: labels.join(".").toLowerCase(),
    type: message.readUInt16BE(at + 1),
    bytes: message.subarray(HEADER_SIZE, at + 5)
  };
}
function readAddresses(message, from, type) {
  const found = [];
  const family = type === DNS_TYPE.a ? 4 : 6;
  const count = Math.min(message.readUInt16BE(6), MAX_RECORDS);
  let at = from;
  for (let i = 0; i < count; i++) {
    const after = skipName(message, at);
    if (after === void 0 || after + 10 > message.length) return void 0;
    const length = message.readUInt16BE(after + 8);
    const end = after + 10 + length;
    if (end > message.length) return void 0;
    if (message.readUInt16BE(after) === type && length === (family === 4 ? 4 : 16))
      found.push({ family, bytes: new Uint8Array(message.subarray(after + 10, end)) });
    at = end;
  }
  return found;
}
function skipName(message, from) {
  for (let at = from; at < message.length; at += 1 + message[at]) {
    const length = message[at];
    if (length === 0) return at + 1;
    if (length >= 192) return at + 2;
    if (length > 63) return void 0;
  }
  return void 0;
}
var MAX_CONNECTIONS = 32;
var IDLE_MS = 1e4;
var LENGTH = 2;
var MAX_QUESTION = 4096;
function createDnsTcpServer(answer2) {
  const server = (0, import_node_net.createServer)((socket) => {
    socket.setTimeout(IDLE_MS, () => socket.destroy());
    socket.on("error", () => socket.destroy());
    serve(socket, answer2).catch(() => socket.destroy());
  });
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}
async function serve(socket, answer2) {
  let held = Buffer.alloc(0);
  for await (const chunk of socket) {
    held = Buffer.concat([held, chunk]);
    for (; ; ) {
      const size = held.length < LENGTH ? void 0 : held.readUInt16BE(0);
      if (size !== void 0 && (size === 0 || size > MAX_QUESTION)) return void socket.destroy();
      if (size === void 0 || held.length < LENGTH + size) break;
      const response = await answer2(held.subarray(LENGTH, LENGTH + size));
      held = held.subarray(LENGTH + size);
      if (!response) return void socket.destroy();
      const length = Buffer.alloc(LENGTH);
      length.writeUInt16BE(response.length, 0);
      socket.write(Buffer.concat([length, response]));
    }
  }
}
var MAX_WAITING = 256;
async function startDnsServer(find, listen) {
  const socket = (0, (process.getBuiltinModule("node:dgram")).createSocket)(listen.host.includes(":") ? "udp6" : "udp4");
  let waiting = 0;
  socket.on("message", (bytes, from) => {
    if (waiting >= MAX_WAITING) return;
    waiting++;
    answer(bytes, find).then((response) => response && socket.send(response, from.port, from.address, () => {
    })).catch(() => {
    }).finally(() => {
      waiting--;
    });
  });
  const tcp = createDnsTcpServer((bytes) => answer(bytes, find));
  const connections = /* @__PURE__ */ new Set();
  tcp.on("connection", (connection) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });
  try {
    await bind(socket, "UDP", listen, (done) => socket.bind(listen.port, listen.host, done));
    const { port } = socket.address();
    await bind(tcp, "TCP", { ...listen, port }, (done) => tcp.listen(port, listen.host, done));
  } catch (error) {
    socket.close();
    throw error;
  }
  const close = () => {
    socket.close();
    tcp.close();
    for (const connection of connections) connection.destroy();
  };
  const host = listen.host.includes(":") ? `[${listen.host}]` : listen.host;
  return { address: `${host}:${socket.address().port}`, close };
}
async function bind(socket, protocol, { host, port }, listen) {
  const { promise, resolve, reject } = Promise.withResolvers();
  socket.once("error", reject);
  listen(resolve);
  await promise.catch((cause) => {
    throw new import_cli.SallyportError("TUNNEL_PORT_IN_USE", {
      message: `${protocol} ${host}:${port} cannot be listened on: ${cause.message}`,
      help: "choose another port; 53 wants privileges",
      cause
    });
  });
  socket.on("error", () => {
  });
}
async function answer(bytes, find) {
  const question = parseDnsQuery(bytes);
  if (!question) return void 0;
  const found = await find(question.name);
  if (found === "no-such-name") return emitDnsResponse(question, DNS_CODE.noSuchName, []);
  if ("pointer" in found) {
    return question.type === DNS_TYPE.ptr ? emitDnsPointer(question, found.pointer) : emitDnsResponse(question, DNS_CODE.ok, []);
  }
  if (found.length === 0) return emitDnsResponse(question, DNS_CODE.refused, []);
  const family = question.type === DNS_TYPE.a ? 4 : question.type === DNS_TYPE.aaaa ? 6 : void 0;
  return emitDnsResponse(
    question,
    DNS_CODE.ok,
    found.filter((address) => address.family === family)
  );
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_5XCSCTZB,
  chunk_CG4MFTYD,
  server_FA5RVOHR
});
