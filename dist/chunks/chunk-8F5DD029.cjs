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
  chunk_7V4PSXLH: () => chunk_7V4PSXLH_exports,
  chunk_XNJ7RVPM: () => chunk_XNJ7RVPM_exports,
  chunk_ZQXX2OND: () => chunk_ZQXX2OND_exports
});
module.exports = stdin_exports;
var import_cli = require("../cli.cjs").chunk_4NFOMFHU;
var import_node_crypto = process.getBuiltinModule("node:crypto");
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_node_stream = process.getBuiltinModule("node:stream");
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_cli2 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_net = process.getBuiltinModule("node:net");
var import_node_stream2 = process.getBuiltinModule("node:stream");
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var chunk_7V4PSXLH_exports = {};
__export2(chunk_7V4PSXLH_exports, {
  createCredentials: () => createCredentials,
  matchesCredentials: () => matchesCredentials,
  proxyUrl: () => proxyUrl,
  refusalFor: () => refusalFor,
  refuseConnection: () => refuseConnection,
  refuseRequest: () => refuseRequest,
  takeLeave: () => takeLeave
});
var LINGER_MS = 1e3;
function refuseRequest(response, refusal) {
  if (refusal.header) response.setHeader("proxy-authenticate", 'Basic realm="sallyport"');
  response.writeHead(refusal.status, refusal.reason, { connection: "close" }).end(`${refusal.reason}
`);
}
function refuseConnection(socket, { status, reason, header = "" }) {
  const lines = `HTTP/1.1 ${status} ${reason}\r
${header}Content-Length: 0\r
Connection: close\r
\r
`;
  takeLeave(socket, lines);
}
function takeLeave(socket, last = "") {
  socket.on("error", () => socket.destroy());
  socket.end(last);
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once("close", () => clearTimeout(timer));
}
var CAUSES = {
  ECONNREFUSED: { status: 502, reason: "Connection refused" },
  ECONNRESET: { status: 502, reason: "Connection reset" },
  EHOSTUNREACH: { status: 502, reason: "No route to host" },
  ENETUNREACH: { status: 502, reason: "Network unreachable" },
  ENOTFOUND: { status: 502, reason: "Name not known" },
  EAI_AGAIN: { status: 502, reason: "Name not known" },
  TUNNEL_UNREACHABLE: { status: 502, reason: "Not reachable in the mesh" },
  EPROXYREFUSED: { status: 502, reason: "Refused by the proxy of the environment" },
  ETIMEDOUT: { status: 504, reason: "Connection timed out" }
};
function refusalFor(error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return CAUSES[code] ?? { status: 502, reason: "Bad Gateway" };
}
function createCredentials(random) {
  return { user: "sallyport", password: (0, import_cli.encodeBase64url)(random.bytes(24)) };
}
function matchesCredentials(expected, user, password) {
  const digest = (text) => (0, import_node_crypto.createHash)("sha256").update((0, import_cli.encodeUtf8)(text)).digest();
  const sameUser = (0, import_node_crypto.timingSafeEqual)(digest(expected.user), digest(user));
  const samePassword = (0, import_node_crypto.timingSafeEqual)(digest(expected.password), digest(password));
  return sameUser && samePassword;
}
function proxyUrl(scheme, address, credentials) {
  const login = credentials ? `${credentials.user}:${credentials.password}@` : "";
  return `${scheme}://${login}${address}`;
}
var chunk_XNJ7RVPM_exports = {};
__export2(chunk_XNJ7RVPM_exports, {
  formatTarget: () => formatTarget,
  join: () => join,
  listenLocal: () => listenLocal,
  listenOnPath: () => listenOnPath,
  parseExpose: () => parseExpose,
  parseForward: () => parseForward,
  running: () => running,
  startExpose: () => startExpose,
  startForward: () => startForward
});
var chunk_ZQXX2OND_exports = {};
__export2(chunk_ZQXX2OND_exports, {
  NetstackSocket: () => NetstackSocket,
  connectNetstack: () => connectNetstack
});
var MOST_BYTES = 262144;
var Outflow = class {
  #tcp;
  #sink;
  #options;
  /** Bytes that the sink has not passed on yet. */
  #underWay = 0;
  constructor(tcp, sink, options) {
    this.#tcp = tcp;
    this.#sink = sink;
    this.#options = options;
  }
  /** Writes what has come, as far as the sink takes it; it comes back by itself once the sink has room. */
  pump() {
    const sink = this.#sink;
    while (this.#underWay === 0 && sink.writable) {
      const bytes = this.#tcp.peek(MOST_BYTES);
      if (bytes === void 0) return;
      this.#underWay = bytes.length;
      sink.write(bytes, this.#afterWrite);
      if (sink.writableLength === 0) this.#take();
    }
  }
  #afterWrite = (error) => {
    if (error || this.#underWay === 0 || this.#sink.writableLength > 0) return;
    this.#take();
    this.pump();
  };
  #take() {
    const bytes = this.#underWay;
    this.#underWay = 0;
    this.#tcp.consume(bytes, this.#options.now());
    this.#options.onTaken(bytes);
  }
};
var CODES = {
  refused: "ECONNREFUSED",
  reset: "ECONNRESET",
  "timed-out": "ETIMEDOUT",
  unreachable: "EHOSTUNREACH",
  "address-removed": "ENETDOWN",
  aborted: "ECONNABORTED"
};
function socketErrorOf(end, remote, wasConnected) {
  if (end === "finished") return void 0;
  const code = CODES[end];
  const syscall = wasConnected ? "read" : "connect";
  return Object.assign(new Error(`${syscall} ${code} ${(0, import_chunk_0722AEF2.formatEndpoint)(remote)}`), {
    code,
    syscall,
    address: (0, import_chunk_0722AEF2.formatIp)(remote.address),
    port: remote.port
  });
}
var READ_BYTES = 131072;
var DEFAULT_KEEP_ALIVE_MS = 6e4;
function connectNetstack(host, remote, options = {}) {
  const socket = host.netstack.connectTcp(remote, host.now(), options);
  const stream = new NetstackSocket(host, socket, options);
  host.touch();
  return stream;
}
var NetstackSocket = class extends import_node_stream.Duplex {
  bytesRead = 0;
  bytesWritten = 0;
  /** As set by `setTimeout`, in milliseconds; `undefined` while there is none. */
  timeout;
  #host;
  #socket;
  #isConnecting;
  #pending;
  #isReading = false;
  #outflow;
  #readEnd = false;
  #idle;
  #isReferenced = true;
  constructor(host, socket, options = {}) {
    super({ allowHalfOpen: options.allowHalfOpen ?? false, emitClose: true, autoDestroy: true });
    this.#host = host;
    this.#socket = socket;
    this.#isConnecting = socket.state === "syn-sent" || socket.state === "syn-received";
    host.watch(socket, (event) => this.#handle(event));
  }
  get connecting() {
    return this.#isConnecting;
  }
  get pending() {
    return this.#isConnecting;
  }
  get readyState() {
    if (this.#isConnecting) return "opening";
    if (this.readable) return this.writable ? "open" : "readOnly";
    return this.writable ? "writeOnly" : "closed";
  }
  get localAddress() {
    return (0, import_chunk_0722AEF2.formatIp)(this.#socket.local.address);
  }
  get localPort() {
    return this.#socket.local.port;
  }
  get localFamily() {
    return `IPv${this.#socket.local.address.family}`;
  }
  get remoteAddress() {
    return (0, import_chunk_0722AEF2.formatIp)(this.#socket.remote.address);
  }
  get remotePort() {
    return this.#socket.remote.port;
  }
  get remoteFamily() {
    return `IPv${this.#socket.remote.address.family}`;
  }
  /** The connection below, for its figures. */
  get tcp() {
    return this.#socket;
  }
  address() {
    return { address: this.localAddress, port: this.localPort, family: this.localFamily };
  }
  setNoDelay(noDelay = true) {
    this.#socket.setNagle(!noDelay, this.#host.now());
    this.#host.touch();
    return this;
  }
  setKeepAlive(enable = false, initialDelay = 0) {
    const idleMs = initialDelay > 0 ? initialDelay : DEFAULT_KEEP_ALIVE_MS;
    this.#socket.setKeepAlive(enable ? idleMs : void 0, this.#host.now());
    this.#host.touch();
    return this;
  }
  /** Emits `timeout` after so long without a byte either way; 0 turns it off. */
  setTimeout(ms, callback) {
    clearTimeout(this.#idle);
    this.#idle = void 0;
    this.timeout = ms === 0 ? void 0 : ms;
    if (callback !== void 0) {
      if (ms === 0) this.removeListener("timeout", callback);
      else this.once("timeout", callback);
    }
    if (ms > 0) {
      this.#idle = setTimeout(() => this.emit("timeout"), ms);
      if (!this.#isReferenced) this.#idle.unref();
    }
    return this;
  }
  ref() {
    this.#isReferenced = true;
    this.#idle?.ref();
    return this;
  }
  unref() {
    this.#isReferenced = false;
    this.#idle?.unref();
    return this;
  }
  /** Ends the writing side, and destroys once that is flushed. */
  destroySoon() {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once("finish", () => this.destroy());
  }
  /** Ends it with RST. */
  resetAndDestroy() {
    this.#socket.abort(this.#host.now());
    this.#host.touch();
    this.destroy();
    return this;
  }
  /**
   * Writes all that comes to a socket of the system and ends it after, as `pipe` does, from where it lies. For a
   * stream that nobody reads, before or after.
   */
  flowTo(sink) {
    this.#outflow = new Outflow(this.#socket, sink, {
      now: () => this.#host.now(),
      onTaken: (bytes) => this.#noteTaken(bytes)
    });
    this.once("end", () => sink.end());
    this.#pull();
  }
  _read() {
    this.#isReading = true;
    this.#pull();
  }
  _write(chunk, _encoding, done) {
    this.#pending = { bytes: chunk, done };
    this.#push();
  }
  _writev(chunks, done) {
    const bytes = chunks.length === 1 ? chunks[0].chunk : Buffer.concat(chunks.map(({ chunk }) => chunk));
    this._write(bytes, "utf8", done);
  }
  _final(done) {
    if (this.#isConnecting) {
      this.once("connect", () => this._final(done));
      return;
    }
    this.#socket.shutdown(this.#host.now());
    this.#host.touch();
    done();
  }
  _destroy(error, done) {
    clearTimeout(this.#idle);
    const pending = this.#pending;
    this.#pending = void 0;
    const now = this.#host.now();
    if (error !== null) this.#socket.abort(now);
    else this.#socket.close(now);
    this.#host.touch();
    pending?.done(error ?? new Error("the connection was closed before everything was written"));
    done(error);
  }
  #handle(event) {
    switch (event.kind) {
      case "tcp-connected":
        this.#isConnecting = false;
        this.emit("connect");
        this.emit("ready");
        this.#push();
        return;
      case "tcp-readable":
        this.#pull();
        return;
      case "tcp-writable":
        this.#push();
        return;
      case "tcp-closed":
        this.#handleEnd(event.end);
        return;
      default:
    }
  }
  #handleEnd(end) {
    const wasConnected = !this.#isConnecting;
    if (this.destroyed) return;
    const error = socketErrorOf(end, this.#socket.remote, wasConnected);
    if (error !== void 0) this.destroy(error);
    else this.#pull();
  }
  #pull() {
    if (this.#outflow) {
      if (!this.destroyed) this.#outflow.pump();
    } else this.#readAll();
    this.#noteReadEnd();
    this.#host.touch();
  }
  #readAll() {
    const now = this.#host.now();
    while (this.#isReading && !this.destroyed) {
      const bytes = this.#socket.read(READ_BYTES, now);
      if (bytes === void 0) break;
      this.bytesRead += bytes.length;
      this.#isReading = this.push(bytes);
      this.#restartIdle();
    }
  }
  #noteReadEnd() {
    if (!this.#socket.readEnded || this.#readEnd || this.destroyed) return;
    this.#readEnd = true;
    this.push(null);
    if (this.#outflow) this.resume();
  }
  #noteTaken(bytes) {
    this.bytesRead += bytes;
    this.#restartIdle();
    this.#noteReadEnd();
    this.#host.touch();
  }
  #push() {
    const pending = this.#pending;
    if (pending === void 0) return;
    const taken = this.#socket.write(pending.bytes, this.#host.now());
    this.bytesWritten += taken;
    if (taken > 0) {
      this.#restartIdle();
      this.#host.touch();
    }
    if (taken < pending.bytes.length) {
      pending.bytes = pending.bytes.subarray(taken);
      return;
    }
    this.#pending = void 0;
    pending.done();
  }
  #restartIdle() {
    this.#idle?.refresh();
  }
};
function listenOnAddress(server, host, port) {
  if ((0, import_chunk_0722AEF22.isIp)(host) && server._listen2) server._listen2(host, port, (0, import_chunk_0722AEF22.parseIp)(host).family);
  else server.listen(port, host);
}
function listenOnPath(server, path) {
  if (server._listen2) server._listen2(path, -1, -1);
  else server.listen(path);
}
function parseForward(text) {
  const parts = splitHosts(text);
  if (parts?.length === 3) parts.unshift("127.0.0.1");
  const [listenHost, listenPort, host, port] = parts ?? [];
  if (parts?.length !== 4 || !host || !listenHost) throw badRule(text, "[HOST:]PORT:HOST:PORT");
  if (listenHost === "*") throw badRule(text, "0.0.0.0:PORT:HOST:PORT to listen on every address");
  return { listenHost, listenPort: readPort(listenPort, text, true), host, port: readPort(port, text) };
}
function parseExpose(text) {
  const parts = splitHosts(text);
  const [meshPort, host, port] = parts ?? [];
  if (parts?.length !== 3 || !host) throw badRule(text, "PORT:HOST:PORT");
  return { meshPort: readPort(meshPort, text), host, port: readPort(port, text) };
}
function formatTarget({ host, port }) {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
async function startForward(node, rule) {
  const server = (0, import_node_net.createServer)({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    node.dial(rule.host, rule.port).then(
      (stream) => join(socket, stream),
      // The mesh refused: so do we, in the same way.
      () => socket.resetAndDestroy()
    );
    socket.on("error", () => socket.destroy());
  });
  await listenLocal(server, rule.listenHost, rule.listenPort);
  return running(server, rule.listenHost);
}
async function startExpose(node, rule) {
  const server = await node.expose(rule.meshPort, (stream) => {
    const socket = (0, import_node_net.connect)({ host: rule.host, port: rule.port, allowHalfOpen: true });
    socket.once("connect", () => join(socket, stream));
    socket.once("error", () => stream.resetAndDestroy());
    stream.on("error", () => socket.destroy());
  });
  return { address: `mesh port ${rule.meshPort}`, close: () => void server.close() };
}
function join(a, b) {
  if (a.destroyed || b.destroyed) {
    breakOff(a);
    breakOff(b);
    return;
  }
  for (const [from, to] of [
    [a, b],
    [b, a]
  ]) {
    from.prependListener("error", () => breakOff(to));
    from.prependListener("close", () => {
      if (!from.readableEnded || !from.writableFinished) breakOff(to);
    });
    carry(from, to);
  }
}
function carry(from, to) {
  const isUnread = from.readableFlowing === null && from.readableLength === 0 && !from.readableEnded;
  if (isUnread && from instanceof NetstackSocket && to instanceof import_node_net.Socket) from.flowTo(to);
  else (0, import_node_stream2.pipeline)(from, to, () => {
  });
}
function breakOff(stream) {
  if (stream.destroyed) return;
  try {
    stream.resetAndDestroy?.();
  } catch {
  }
  stream.destroy();
}
function listenLocal(server, host, port) {
  const { promise, resolve, reject } = Promise.withResolvers();
  server.once(
    "error",
    (cause) => reject(
      new import_cli2.SallyportError("TUNNEL_PORT_IN_USE", {
        message: `${host}:${port} cannot be listened on: ${cause.message}`,
        help: "choose another port, or 0 for any",
        cause
      })
    )
  );
  server.once("listening", resolve);
  listenOnAddress(server, host, port);
  return promise;
}
function running(server, host) {
  const open = /* @__PURE__ */ new Set();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : 0;
  return {
    address: `${host.includes(":") ? `[${host}]` : host}:${port}`,
    close() {
      server.close();
      for (const socket of open) {
        if (socket.writableEnded) socket.destroy();
        else breakOff(socket);
      }
    }
  };
}
function splitHosts(text) {
  const parts = text.match(/\[[^\]]*\]|[^:[\]]+/g);
  if (!parts || parts.join(":") !== text) return void 0;
  const hosts = parts.map((part) => part.startsWith("[") ? part.slice(1, -1) : part);
  const valid = parts.every(
    (part, index) => !part.startsWith("[") || (0, import_chunk_0722AEF22.isIp)(hosts[index]) && part.includes(":")
  );
  return valid ? hosts : void 0;
}
function readPort(part, text, mayBeZero = false) {
  const port = Number(part);
  if (/^\d{1,5}$/.test(part ?? "") && port <= 65535 && (port > 0 || mayBeZero)) return port;
  throw badRule(text, "ports from 1 to 65535");
}
function badRule(text, form) {
  return new import_cli2.SallyportError("USAGE", {
    message: `${JSON.stringify(text.slice(0, 200))} is no forward`,
    help: `write it as ${form}; an IPv6 address stands in brackets`
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_7V4PSXLH,
  chunk_XNJ7RVPM,
  chunk_ZQXX2OND
});
