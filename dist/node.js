const __bundleUrl = import.meta.url
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// src/base/exit-codes.ts
var EXIT;
var init_exit_codes = __esm({
  "src/base/exit-codes.ts"() {
    "use strict";
    EXIT = {
      /** passed, or done */
      ok: 0,
      /** a bug of ours */
      internal: 1,
      /** usage or configuration */
      usage: 2,
      /** no scanner found a file that it reads */
      nothingToScan: 3,
      /** the gate failed, or a verification was refused */
      failed: 10,
      /** a scanner, a file or an advisory source could not be read wholly */
      undecided: 11,
      /** approval or admission refused */
      refused: 12,
      /** deployed, unhealthy, rolled back */
      rolledBack: 13,
      /** agent or mesh unreachable, or timed out */
      unreachable: 14,
      /** the command that we were to run is there and cannot be run, as shells say it */
      commandNotExecutable: 126,
      /** there is no command of that name, as shells say it */
      commandNotFound: 127
    };
  }
});

// src/base/error-codes.ts
var ERROR_CODES;
var init_error_codes = __esm({
  "src/base/error-codes.ts"() {
    "use strict";
    init_exit_codes();
    ERROR_CODES = {
      // base
      USAGE: ["The command line or an input could not be understood.", EXIT.usage],
      CONFIG_INVALID: ["A configuration file could not be understood.", EXIT.usage],
      ENCODING_INVALID: ["Bytes or text are not in the encoding they must have.", EXIT.usage],
      JSON_INVALID: [
        "A JSON document is malformed, or has what we refuse (duplicate keys, unsafe numbers).",
        EXIT.usage
      ],
      LIMIT_EXCEEDED: ["An input is larger than its limit.", EXIT.usage],
      // platform
      FILE_UNREADABLE: ["A file or folder could not be read.", EXIT.usage],
      FILE_UNWRITABLE: ["A file or folder could not be written.", EXIT.usage],
      CERTIFICATE_UNKNOWN: ["A server showed a TLS certificate other than the pinned one.", EXIT.unreachable],
      HTTP_FAILED: ["An HTTP request could not be completed.", EXIT.unreachable],
      LOGIN_FAILED: ["A login at an issuer did not succeed.", EXIT.refused],
      PROCESS_FAILED: ["A program that we ran ended with an error.", EXIT.internal],
      // repository
      GIT_UNREADABLE: ["The git repository or one of its objects could not be read.", EXIT.undecided],
      REVISION_UNKNOWN: ["A git revision is not in this clone.", EXIT.undecided],
      // gate
      POLICY_INVALID: ["The gate policy could not be understood.", EXIT.usage],
      // tunnel
      TUNNEL_UNREACHABLE: ["No address of this node can reach the remote address.", EXIT.unreachable],
      TUNNEL_PORT_IN_USE: ["The port is taken by another socket of this node.", EXIT.usage],
      COMMAND_NOT_FOUND: ["There is no program of the name that was given after --.", EXIT.commandNotFound],
      COMMAND_NOT_EXECUTABLE: ["The program that was given after -- cannot be run.", EXIT.commandNotExecutable],
      DATA_PLANE_UNAVAILABLE: ["The data plane that was asked for cannot be had on this machine.", EXIT.usage],
      NETWORK_CHANGE_FAILED: [
        "An address, a route or the resolver of this machine could not be set.",
        EXIT.usage
      ],
      // dependencies
      LOCKFILE_INVALID: ["A lockfile could not be read wholly.", EXIT.undecided],
      LOCKFILE_UNSUPPORTED: ["A lockfile is of a version that is not known.", EXIT.undecided],
      LOCKFILE_UNRESOLVED: ["A lockfile or manifest leaves open which version is used.", EXIT.undecided],
      ADVISORIES_INVALID: ["A set of advisories is missing, damaged or too old.", EXIT.undecided],
      // trust
      SIGNATURE_INVALID: ["A signature does not verify.", EXIT.failed],
      KEY_INVALID: ["A key could not be understood.", EXIT.usage],
      VERIFICATION_REFUSED: ["A verification was refused.", EXIT.failed],
      // tlog
      LOG_INCONSISTENT: ["The transparency log contradicts itself or an earlier checkpoint.", EXIT.failed],
      // access
      ACCESS_RULES_INVALID: ["The access rules could not be understood.", EXIT.usage],
      // api, coordinator
      APPROVAL_REFUSED: ["The coordinator refused the approval.", EXIT.refused],
      ADMISSION_REFUSED: ["The coordinator refused the admission.", EXIT.refused],
      STORE_FAILED: ["The store could not be read or written.", EXIT.internal],
      STORE_CONFLICT: ["Something of this name, key or address stands in the store already.", EXIT.refused],
      REQUEST_REFUSED: ["The coordinator refused a request.", EXIT.refused],
      REPLY_REFUSED: ["A reply does not carry the signature of the coordinator that we trust.", EXIT.failed],
      DATA_DIRECTORY_INVALID: ["The data directory is not one that `coordinator init` made.", EXIT.usage],
      // mesh, agent
      AGENT_UNREACHABLE: ["The deploy agent could not be reached.", EXIT.unreachable],
      AGENT_BUSY: ["Another agent holds the lock of this application.", EXIT.unreachable],
      JOURNAL_INVALID: ["The agent's journal or state files contradict themselves.", EXIT.internal],
      ARCHIVE_REFUSED: ["An artifact holds what the agent does not unpack.", EXIT.refused],
      SOURCE_REFUSED: ["An artifact cannot be fetched from where it is offered.", EXIT.refused],
      DEPLOYMENT_REFUSED: ["The agent refused the deployment; nothing was changed.", EXIT.refused],
      DEPLOYMENT_ROLLED_BACK: ["The deployment was rolled back.", EXIT.rolledBack]
    };
  }
});

// src/base/errors.ts
function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
function hasSystemCode(thrown, ...codes) {
  return thrown instanceof Error && "code" in thrown && codes.includes(String(thrown.code));
}
var SallyportError;
var init_errors = __esm({
  "src/base/errors.ts"() {
    "use strict";
    init_error_codes();
    SallyportError = class extends Error {
      code;
      help;
      place;
      constructor(code, details) {
        super(details.message, details.cause === void 0 ? void 0 : { cause: details.cause });
        this.name = "SallyportError";
        this.code = code;
        this.help = details.help;
        this.place = details.place;
      }
      get exitCode() {
        return ERROR_CODES[this.code][1];
      }
    };
  }
});

// src/base/time.ts
function addMs(time2, ms) {
  return time2 + ms;
}
function parseTimestamp(text2) {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text2) ? Date.parse(text2) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new SallyportError("ENCODING_INVALID", {
      message: `not a time: ${JSON.stringify(text2.slice(0, 60))}`,
      help: "write it as 2026-11-22T09:30:00Z (RFC 3339, UTC)"
    });
  }
  return ms;
}
function formatTimestamp(time2) {
  return new Date(time2).toISOString().replace(".000Z", "Z");
}
var SECOND, MINUTE;
var init_time = __esm({
  "src/base/time.ts"() {
    "use strict";
    init_errors();
    SECOND = 1e3;
    MINUTE = 6e4;
  }
});

// src/base/ip.ts
function parseIp(text2) {
  const bytes = text2.includes(":") ? parseIpv6(text2) : parseIpv4(text2);
  if (!bytes) {
    throw new SallyportError("ENCODING_INVALID", {
      message: `not an IP address: ${JSON.stringify(text2.slice(0, 60))}`
    });
  }
  return { family: bytes.length === 4 ? 4 : 6, bytes };
}
function isIp(text2) {
  return (text2.includes(":") ? parseIpv6(text2) : parseIpv4(text2)) !== void 0;
}
function formatIp(address2) {
  return address2.family === 4 ? address2.bytes.join(".") : formatIpv6(address2.bytes);
}
function parsePrefix(text2) {
  const slash = text2.indexOf("/");
  const address2 = parseIp(slash < 0 ? text2 : text2.slice(0, slash));
  const full = address2.family === 4 ? 32 : 128;
  if (slash < 0) return { address: address2, bits: full };
  const bits = text2.slice(slash + 1);
  if (!/^(0|[1-9]\d{0,2})$/.test(bits) || Number(bits) > full) {
    throw new SallyportError("ENCODING_INVALID", {
      message: `not a prefix: ${JSON.stringify(text2.slice(0, 60))}`,
      help: `the length after the slash goes from 0 to ${full}`
    });
  }
  return { address: address2, bits: Number(bits) };
}
function maskPrefix(prefix) {
  const bytes = prefix.address.bytes.map((byte, index) => {
    const kept = Math.min(8, Math.max(0, prefix.bits - index * 8));
    return byte & 65280 >> kept;
  });
  return { address: { family: prefix.address.family, bytes }, bits: prefix.bits };
}
function prefixContains(prefix, address2) {
  if (prefix.address.family !== address2.family) return false;
  const whole = prefix.bits >> 3;
  for (let i = 0; i < whole; i++) if (prefix.address.bytes[i] !== address2.bytes[i]) return false;
  const rest = prefix.bits & 7;
  if (rest === 0) return true;
  const mask = 65280 >> rest;
  return ((prefix.address.bytes[whole] ^ address2.bytes[whole]) & mask & 255) === 0;
}
function isLoopback({ family, bytes }) {
  return family === 4 ? bytes[0] === 127 : bytes.every((byte, index) => byte === (index === 15 ? 1 : 0));
}
function equalIp(a, b) {
  return a.family === b.family && Buffer.compare(a.bytes, b.bytes) === 0;
}
function parseEndpoint(text2) {
  const match2 = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text2);
  const port = Number(match2?.[3]);
  if (!match2 || port > 65535) {
    throw new SallyportError("ENCODING_INVALID", {
      message: `not an address and port: ${JSON.stringify(text2.slice(0, 80))}`,
      help: "write it as 192.0.2.1:51820 or [2001:db8::1]:51820"
    });
  }
  return { address: parseIp(match2[1] ?? match2[2] ?? ""), port };
}
function formatEndpoint(endpoint) {
  const host = formatIp(endpoint.address);
  return endpoint.address.family === 4 ? `${host}:${endpoint.port}` : `[${host}]:${endpoint.port}`;
}
function parseIpv4(text2) {
  const parts = text2.split(".");
  if (parts.length !== 4) return void 0;
  const bytes = new Uint8Array(4);
  for (const [index, part] of parts.entries()) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return void 0;
    bytes[index] = Number(part);
  }
  return bytes;
}
function parseIpv6(text2) {
  if (text2.length > 45) return void 0;
  const halves = text2.split("::");
  if (halves.length > 2) return void 0;
  const head = parseGroups(halves[0], halves.length === 1);
  const tail = halves.length === 2 ? parseGroups(halves[1], true) : [];
  if (!head || !tail) return void 0;
  const missing = 16 - head.length - tail.length;
  if (halves.length === 2 ? missing < 2 : missing !== 0) return void 0;
  return Uint8Array.from([...head, ...new Array(missing).fill(0), ...tail]);
}
function parseGroups(text2, mayEndInIpv4) {
  if (text2 === "") return [];
  const bytes = [];
  const groups = text2.split(":");
  for (const [index, group] of groups.entries()) {
    if (mayEndInIpv4 && index === groups.length - 1 && group.includes(".")) {
      const embedded = parseIpv4(group);
      if (!embedded) return void 0;
      bytes.push(...embedded);
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return void 0;
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    }
  }
  return bytes;
}
function formatIpv6(bytes) {
  const groups = [];
  for (let i = 0; i < 16; i += 2) groups.push(bytes[i] << 8 | bytes[i + 1]);
  const zeros = longestZeroRun(groups);
  const hex2 = groups.map((group) => group.toString(16));
  if (zeros.length < 2) return hex2.join(":");
  return `${hex2.slice(0, zeros.start).join(":")}::${hex2.slice(zeros.start + zeros.length).join(":")}`;
}
function longestZeroRun(groups) {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
var init_ip = __esm({
  "src/base/ip.ts"() {
    "use strict";
    init_errors();
  }
});

// src/mesh/bare-listen.ts
function listenOnAddress(server, host, port) {
  if (isIp(host) && server._listen2) server._listen2(host, port, parseIp(host).family);
  else server.listen(port, host);
}
function listenOnPath(server, path) {
  if (server._listen2) server._listen2(path, -1, -1);
  else server.listen(path);
}
var init_bare_listen = __esm({
  "src/mesh/bare-listen.ts"() {
    "use strict";
    init_ip();
  }
});

// src/mesh/stream/outflow.ts
var MOST_BYTES, Outflow;
var init_outflow = __esm({
  "src/mesh/stream/outflow.ts"() {
    "use strict";
    MOST_BYTES = 262144;
    Outflow = class {
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
      #afterWrite = (error2) => {
        if (error2 || this.#underWay === 0 || this.#sink.writableLength > 0) return;
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
  }
});

// src/mesh/stream/socket-error.ts
function socketErrorOf(end, remote, wasConnected) {
  if (end === "finished") return void 0;
  const code = CODES[end];
  const syscall = wasConnected ? "read" : "connect";
  return Object.assign(new Error(`${syscall} ${code} ${formatEndpoint(remote)}`), {
    code,
    syscall,
    address: formatIp(remote.address),
    port: remote.port
  });
}
var CODES;
var init_socket_error = __esm({
  "src/mesh/stream/socket-error.ts"() {
    "use strict";
    init_ip();
    CODES = {
      refused: "ECONNREFUSED",
      reset: "ECONNRESET",
      "timed-out": "ETIMEDOUT",
      unreachable: "EHOSTUNREACH",
      "address-removed": "ENETDOWN",
      aborted: "ECONNABORTED"
    };
  }
});

// src/mesh/stream/netstack-socket.ts
const { Duplex } = process.getBuiltinModule("node:stream");
function connectNetstack(host, remote, options = {}) {
  const socket = host.netstack.connectTcp(remote, host.now(), options);
  const stream3 = new NetstackSocket(host, socket, options);
  host.touch();
  return stream3;
}
var READ_BYTES, DEFAULT_KEEP_ALIVE_MS, NetstackSocket;
var init_netstack_socket = __esm({
  "src/mesh/stream/netstack-socket.ts"() {
    "use strict";
    init_ip();
    init_outflow();
    init_socket_error();
    READ_BYTES = 131072;
    DEFAULT_KEEP_ALIVE_MS = 6e4;
    NetstackSocket = class extends Duplex {
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
        return formatIp(this.#socket.local.address);
      }
      get localPort() {
        return this.#socket.local.port;
      }
      get localFamily() {
        return `IPv${this.#socket.local.address.family}`;
      }
      get remoteAddress() {
        return formatIp(this.#socket.remote.address);
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
      _write(chunk, _encoding, done2) {
        this.#pending = { bytes: chunk, done: done2 };
        this.#push();
      }
      _writev(chunks, done2) {
        const bytes = chunks.length === 1 ? chunks[0].chunk : Buffer.concat(chunks.map(({ chunk }) => chunk));
        this._write(bytes, "utf8", done2);
      }
      _final(done2) {
        if (this.#isConnecting) {
          this.once("connect", () => this._final(done2));
          return;
        }
        this.#socket.shutdown(this.#host.now());
        this.#host.touch();
        done2();
      }
      _destroy(error2, done2) {
        clearTimeout(this.#idle);
        const pending = this.#pending;
        this.#pending = void 0;
        const now = this.#host.now();
        if (error2 !== null) this.#socket.abort(now);
        else this.#socket.close(now);
        this.#host.touch();
        pending?.done(error2 ?? new Error("the connection was closed before everything was written"));
        done2(error2);
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
        const error2 = socketErrorOf(end, this.#socket.remote, wasConnected);
        if (error2 !== void 0) this.destroy(error2);
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
  }
});

// src/mesh/forward.ts
const { connect, createServer, Socket } = process.getBuiltinModule("node:net");
const { pipeline } = process.getBuiltinModule("node:stream");
function parseForward(text2) {
  const parts = splitHosts(text2);
  if (parts?.length === 3) parts.unshift("127.0.0.1");
  const [listenHost, listenPort, host, port] = parts ?? [];
  if (parts?.length !== 4 || !host || !listenHost) throw badRule(text2, "[HOST:]PORT:HOST:PORT");
  if (listenHost === "*") throw badRule(text2, "0.0.0.0:PORT:HOST:PORT to listen on every address");
  return { listenHost, listenPort: readPort(listenPort, text2, true), host, port: readPort(port, text2) };
}
function parseExpose(text2) {
  const parts = splitHosts(text2);
  const [meshPort, host, port] = parts ?? [];
  if (parts?.length !== 3 || !host) throw badRule(text2, "PORT:HOST:PORT");
  return { meshPort: readPort(meshPort, text2), host, port: readPort(port, text2) };
}
function formatTarget({ host, port }) {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
async function startForward(node2, rule) {
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    node2.dial(rule.host, rule.port).then(
      (stream3) => join(socket, stream3),
      // The mesh refused: so do we, in the same way.
      () => socket.resetAndDestroy()
    );
    socket.on("error", () => socket.destroy());
  });
  await listenLocal(server, rule.listenHost, rule.listenPort);
  return running(server, rule.listenHost);
}
async function startExpose(node2, rule) {
  const server = await node2.expose(rule.meshPort, (stream3) => {
    const socket = connect({ host: rule.host, port: rule.port, allowHalfOpen: true });
    socket.once("connect", () => join(socket, stream3));
    socket.once("error", () => stream3.resetAndDestroy());
    stream3.on("error", () => socket.destroy());
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
  if (isUnread && from instanceof NetstackSocket && to instanceof Socket) from.flowTo(to);
  else pipeline(from, to, () => {
  });
}
function breakOff(stream3) {
  if (stream3.destroyed) return;
  try {
    stream3.resetAndDestroy?.();
  } catch {
  }
  stream3.destroy();
}
function listenLocal(server, host, port) {
  const { promise, resolve, reject } = Promise.withResolvers();
  server.once(
    "error",
    (cause) => reject(
      new SallyportError("TUNNEL_PORT_IN_USE", {
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
  const open5 = /* @__PURE__ */ new Set();
  server.on("connection", (socket) => {
    open5.add(socket);
    socket.once("close", () => open5.delete(socket));
  });
  const bound2 = server.address();
  const port = typeof bound2 === "object" && bound2 ? bound2.port : 0;
  return {
    address: `${host.includes(":") ? `[${host}]` : host}:${port}`,
    close() {
      server.close();
      for (const socket of open5) {
        if (socket.writableEnded) socket.destroy();
        else breakOff(socket);
      }
    }
  };
}
function splitHosts(text2) {
  const parts = text2.match(/\[[^\]]*\]|[^:[\]]+/g);
  if (!parts || parts.join(":") !== text2) return void 0;
  const hosts = parts.map((part) => part.startsWith("[") ? part.slice(1, -1) : part);
  const valid = parts.every(
    (part, index) => !part.startsWith("[") || isIp(hosts[index]) && part.includes(":")
  );
  return valid ? hosts : void 0;
}
function readPort(part, text2, mayBeZero = false) {
  const port = Number(part);
  if (/^\d{1,5}$/.test(part ?? "") && port <= 65535 && (port > 0 || mayBeZero)) return port;
  throw badRule(text2, "ports from 1 to 65535");
}
function badRule(text2, form) {
  return new SallyportError("USAGE", {
    message: `${JSON.stringify(text2.slice(0, 200))} is no forward`,
    help: `write it as ${form}; an IPv6 address stands in brackets`
  });
}
var init_forward = __esm({
  "src/mesh/forward.ts"() {
    "use strict";
    init_errors();
    init_ip();
    init_bare_listen();
    init_netstack_socket();
  }
});

// src/base/bytes.ts
const { timingSafeEqual } = process.getBuiltinModule("node:crypto");
function concatBytes(...parts) {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
function equalBytes(a, b) {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
function equalConstantTime(a, b) {
  return a.length === b.length && timingSafeEqual(a, b);
}
function encodeUtf8(text2) {
  return utf8.encode(text2);
}
function decodeUtf8(bytes) {
  try {
    return strictUtf8.decode(bytes);
  } catch (cause) {
    throw new SallyportError("ENCODING_INVALID", { message: "the bytes are not valid UTF-8", cause });
  }
}
function encodeHex(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex");
}
function decodeHex(text2) {
  if (text2.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text2)) {
    throw new SallyportError("ENCODING_INVALID", { message: `not lower-case hex: ${quoteShort(text2)}` });
  }
  return new Uint8Array(Buffer.from(text2, "hex"));
}
function encodeBase64(bytes) {
  if (bytes.length > scratch.length) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");
  }
  scratch.set(bytes);
  const text2 = scratch.toString("base64", 0, bytes.length);
  scratch.fill(0, 0, bytes.length);
  return text2;
}
function decodeBase64(text2) {
  const bytes = new Uint8Array(Buffer.from(text2, "base64"));
  if (encodeBase64(bytes) !== text2) {
    throw new SallyportError("ENCODING_INVALID", { message: `not canonical base64: ${quoteShort(text2)}` });
  }
  return bytes;
}
function encodeBase64url(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64url");
}
function decodeBase64url(text2) {
  const bytes = new Uint8Array(Buffer.from(text2, "base64url"));
  if (encodeBase64url(bytes) !== text2) {
    throw new SallyportError("ENCODING_INVALID", { message: `not canonical base64url: ${quoteShort(text2)}` });
  }
  return bytes;
}
function uint32be(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
function quoteShort(text2) {
  return JSON.stringify(text2.length > 40 ? `${text2.slice(0, 40)}\u2026` : text2);
}
function copyBytes(bytes, start = 0, end = bytes.length) {
  return new Uint8Array(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end));
}
var strictUtf8, utf8, scratch;
var init_bytes = __esm({
  "src/base/bytes.ts"() {
    "use strict";
    init_errors();
    strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    utf8 = new TextEncoder();
    scratch = Buffer.alloc(64);
  }
});

// src/mesh/proxy-credentials.ts
const { createHash, timingSafeEqual: timingSafeEqual2 } = process.getBuiltinModule("node:crypto");
function createCredentials(random) {
  return { user: "sallyport", password: encodeBase64url(random.bytes(24)) };
}
function matchesCredentials(expected, user, password) {
  const digest = (text2) => createHash("sha256").update(encodeUtf8(text2)).digest();
  const sameUser = timingSafeEqual2(digest(expected.user), digest(user));
  const samePassword = timingSafeEqual2(digest(expected.password), digest(password));
  return sameUser && samePassword;
}
function proxyUrl(scheme, address2, credentials) {
  const login = credentials ? `${credentials.user}:${credentials.password}@` : "";
  return `${scheme}://${login}${address2}`;
}
var init_proxy_credentials = __esm({
  "src/mesh/proxy-credentials.ts"() {
    "use strict";
    init_bytes();
  }
});

// src/mesh/proxy-refusal.ts
function refuseRequest(response, refusal) {
  if (refusal.header) response.setHeader("proxy-authenticate", 'Basic realm="sallyport"');
  response.writeHead(refusal.status, refusal.reason, { connection: "close" }).end(`${refusal.reason}
`);
}
function refuseConnection(socket, { status, reason: reason2, header = "" }) {
  const lines2 = `HTTP/1.1 ${status} ${reason2}\r
${header}Content-Length: 0\r
Connection: close\r
\r
`;
  takeLeave(socket, lines2);
}
function takeLeave(socket, last = "") {
  socket.on("error", () => socket.destroy());
  socket.end(last);
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once("close", () => clearTimeout(timer));
}
function refusalFor(error2) {
  const code = error2 instanceof Error && "code" in error2 ? String(error2.code) : "";
  return CAUSES[code] ?? { status: 502, reason: "Bad Gateway" };
}
var LINGER_MS, CAUSES;
var init_proxy_refusal = __esm({
  "src/mesh/proxy-refusal.ts"() {
    "use strict";
    LINGER_MS = 1e3;
    CAUSES = {
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
  }
});

// src/mesh/udp-flow.ts
const { createSocket } = process.getBuiltinModule("node:dgram");
const { lookup } = process.getBuiltinModule("node:dns/promises");
function udpFlows(node2, beyond) {
  return (onDatagram) => new MeshUdpFlow(node2, beyond, onDatagram);
}
var MAX_WAITING, MeshUdpFlow;
var init_udp_flow = __esm({
  "src/mesh/udp-flow.ts"() {
    "use strict";
    init_bytes();
    init_ip();
    MAX_WAITING = 32;
    MeshUdpFlow = class {
      #node;
      #beyond;
      #onDatagram;
      #mesh;
      #direct = /* @__PURE__ */ new Map();
      #waiting = 0;
      #closed = false;
      constructor(node2, beyond, onDatagram) {
        this.#node = node2;
        this.#beyond = beyond;
        this.#onDatagram = onDatagram;
      }
      send(bytes, host, port) {
        if (isIp(host)) this.#sendTo(bytes, { address: parseIp(host), port });
        else if (this.#waiting < MAX_WAITING) this.#sendToName(bytes, host, port);
      }
      close() {
        this.#closed = true;
        this.#mesh?.close();
        for (const socket of this.#direct.values()) socket.close();
      }
      #sendToName(bytes, host, port) {
        this.#waiting++;
        const copy = copyBytes(bytes);
        this.#resolve(host).then((address2) => address2 && this.#sendTo(copy, { address: address2, port })).catch(() => {
        }).finally(() => {
          this.#waiting--;
        });
      }
      async #resolve(host) {
        const inMesh = await this.#node.find(host);
        if (inMesh || this.#beyond === "nowhere") return inMesh;
        return parseIp((await lookup(host)).address);
      }
      #sendTo(bytes, to) {
        if (this.#closed) return;
        if (this.#node.hasRoute(to.address)) this.#sendInMesh(bytes, to);
        else if (this.#beyond === "direct") this.#sendDirect(bytes, to);
      }
      #sendInMesh(bytes, to) {
        this.#mesh ??= this.#node.openUdpPort(this.#onDatagram);
        this.#mesh.send(bytes, to);
      }
      #sendDirect(bytes, to) {
        const { family } = to.address;
        const known2 = this.#direct.get(family);
        const socket = known2 ?? createSocket(family === 4 ? "udp4" : "udp6");
        if (!known2) {
          this.#direct.set(family, socket);
          socket.on("error", () => {
          });
          socket.on(
            "message",
            (received, { address: address2, port }) => this.#onDatagram(received, { address: parseIp(address2.split("%")[0]), port })
          );
        }
        socket.send(bytes, to.port, formatIp(to.address), () => {
        });
      }
    };
  }
});

// src/mesh/forward-udp.ts
var forward_udp_exports = {};
__export(forward_udp_exports, {
  startForwardUdp: () => startForwardUdp
});
const { createSocket: createSocket2 } = process.getBuiltinModule("node:dgram");
async function startForwardUdp(node2, rule) {
  const socket = createSocket2(rule.listenHost.includes(":") ? "udp6" : "udp4");
  const open5 = udpFlows(node2, "nowhere");
  const senders = /* @__PURE__ */ new Map();
  const target = isIp(rule.host) ? parseIp(rule.host) : void 0;
  const create = (address2, port) => {
    const flow = open5((bytes, from) => {
      if (from.port !== rule.port || target && !equalIp(from.address, target)) return;
      socket.send(bytes, port, address2, () => {
      });
    });
    return { flow, usedAt: 0 };
  };
  socket.on("message", (bytes, { address: address2, port }) => {
    const key = `${address2} ${port}`;
    const sender = senders.get(key) ?? (senders.size < MAX_FLOWS ? create(address2, port) : void 0);
    if (!sender) return;
    senders.set(key, sender);
    sender.usedAt = performance.now();
    sender.flow.send(bytes, rule.host, rule.port);
  });
  const sweep = setInterval(() => {
    for (const [key, sender] of senders) {
      if (performance.now() - sender.usedAt < IDLE_MS) continue;
      sender.flow.close();
      senders.delete(key);
    }
  }, IDLE_MS / 4).unref();
  await listen(socket, rule);
  const host = rule.listenHost.includes(":") ? `[${rule.listenHost}]` : rule.listenHost;
  return {
    address: `${host}:${socket.address().port}`,
    close() {
      clearInterval(sweep);
      for (const { flow } of senders.values()) flow.close();
      socket.close();
    }
  };
}
function listen(socket, rule) {
  const { promise, resolve, reject } = Promise.withResolvers();
  socket.once("error", (cause) => {
    const message = `UDP ${rule.listenHost}:${rule.listenPort} cannot be listened on: ${cause.message}`;
    const help = "choose another port, or 0 for any";
    reject(new SallyportError("TUNNEL_PORT_IN_USE", { message, help, cause }));
  });
  socket.bind(rule.listenPort, rule.listenHost, () => {
    socket.on("error", () => {
    });
    resolve();
  });
  return promise;
}
var IDLE_MS, MAX_FLOWS;
var init_forward_udp = __esm({
  "src/mesh/forward-udp.ts"() {
    "use strict";
    init_errors();
    init_ip();
    init_udp_flow();
    IDLE_MS = 12e4;
    MAX_FLOWS = 1024;
  }
});

// src/mesh/dns/message.ts
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
  const labels2 = name.split(".").map((label) => Buffer.from(label, "latin1"));
  const data = [...labels2.flatMap((label) => [Uint8Array.of(label.length), label]), Uint8Array.of(0)];
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
    const record2 = Buffer.from([192, HEADER_SIZE, 0, question.type, 0, 1, 0, 0, 0, TTL, 0, bytes.length]);
    return Buffer.concat([record2, bytes]);
  });
  return Buffer.concat([header, question.bytes, ...answers]);
}
function readQuestion(message, flags) {
  const labels2 = [];
  let at = HEADER_SIZE;
  for (let length = message[at]; length !== 0; length = message[at]) {
    if (length === void 0 || length > 63 || at + 1 + length > message.length) return void 0;
    labels2.push(message.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
    if (at - HEADER_SIZE > MAX_NAME) return void 0;
  }
  if (at + 5 > message.length || message.readUInt16BE(at + 3) !== CLASS_INTERNET) return void 0;
  return {
    id: message.readUInt16BE(0),
    recursionDesired: (flags & FLAG_RECURSION_DESIRED) !== 0,
    name: labels2.join(".").toLowerCase(),
    type: message.readUInt16BE(at + 1),
    bytes: message.subarray(HEADER_SIZE, at + 5)
  };
}
var DNS_TYPE, DNS_CODE, CLASS_INTERNET, HEADER_SIZE, RECORD_SIZE, MAX_DATAGRAM, FLAG_RESPONSE, FLAG_RECURSION_DESIRED, FLAG_RECURSION_AVAILABLE, OPCODE_MASK, MAX_NAME, TTL;
var init_message = __esm({
  "src/mesh/dns/message.ts"() {
    "use strict";
    DNS_TYPE = { a: 1, ptr: 12, aaaa: 28 };
    DNS_CODE = { ok: 0, noSuchName: 3, notImplemented: 4, refused: 5 };
    CLASS_INTERNET = 1;
    HEADER_SIZE = 12;
    RECORD_SIZE = 12;
    MAX_DATAGRAM = 512;
    FLAG_RESPONSE = 32768;
    FLAG_RECURSION_DESIRED = 256;
    FLAG_RECURSION_AVAILABLE = 128;
    OPCODE_MASK = 30720;
    MAX_NAME = 253;
    TTL = 10;
  }
});

// src/mesh/dns/tcp-server.ts
const { createServer: createServer4 } = process.getBuiltinModule("node:net");
function createDnsTcpServer(answer4) {
  const server = createServer4((socket) => {
    socket.setTimeout(IDLE_MS2, () => socket.destroy());
    socket.on("error", () => socket.destroy());
    serve(socket, answer4).catch(() => socket.destroy());
  });
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}
async function serve(socket, answer4) {
  let held = Buffer.alloc(0);
  for await (const chunk of socket) {
    held = Buffer.concat([held, chunk]);
    for (; ; ) {
      const size = held.length < LENGTH ? void 0 : held.readUInt16BE(0);
      if (size !== void 0 && (size === 0 || size > MAX_QUESTION)) return void socket.destroy();
      if (size === void 0 || held.length < LENGTH + size) break;
      const response = await answer4(held.subarray(LENGTH, LENGTH + size));
      held = held.subarray(LENGTH + size);
      if (!response) return void socket.destroy();
      const length = Buffer.alloc(LENGTH);
      length.writeUInt16BE(response.length, 0);
      socket.write(Buffer.concat([length, response]));
    }
  }
}
var MAX_CONNECTIONS, IDLE_MS2, LENGTH, MAX_QUESTION;
var init_tcp_server = __esm({
  "src/mesh/dns/tcp-server.ts"() {
    "use strict";
    MAX_CONNECTIONS = 32;
    IDLE_MS2 = 1e4;
    LENGTH = 2;
    MAX_QUESTION = 4096;
  }
});

// src/mesh/dns/server.ts
var server_exports = {};
__export(server_exports, {
  startDnsServer: () => startDnsServer
});
const { createSocket: createSocket3 } = process.getBuiltinModule("node:dgram");
async function startDnsServer(find, listen2) {
  const socket = createSocket3(listen2.host.includes(":") ? "udp6" : "udp4");
  let waiting = 0;
  socket.on("message", (bytes, from) => {
    if (waiting >= MAX_WAITING2) return;
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
    await bind(socket, "UDP", listen2, (done2) => socket.bind(listen2.port, listen2.host, done2));
    const { port } = socket.address();
    await bind(tcp, "TCP", { ...listen2, port }, (done2) => tcp.listen(port, listen2.host, done2));
  } catch (error2) {
    socket.close();
    throw error2;
  }
  const close = () => {
    socket.close();
    tcp.close();
    for (const connection of connections) connection.destroy();
  };
  const host = listen2.host.includes(":") ? `[${listen2.host}]` : listen2.host;
  return { address: `${host}:${socket.address().port}`, close };
}
async function bind(socket, protocol, { host, port }, listen2) {
  const { promise, resolve, reject } = Promise.withResolvers();
  socket.once("error", reject);
  listen2(resolve);
  await promise.catch((cause) => {
    throw new SallyportError("TUNNEL_PORT_IN_USE", {
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
    found.filter((address2) => address2.family === family)
  );
}
var MAX_WAITING2;
var init_server = __esm({
  "src/mesh/dns/server.ts"() {
    "use strict";
    init_errors();
    init_message();
    init_tcp_server();
    MAX_WAITING2 = 256;
  }
});

// src/mesh/byte-reader.ts
var MAX_AHEAD, ByteReader;
var init_byte_reader = __esm({
  "src/mesh/byte-reader.ts"() {
    "use strict";
    MAX_AHEAD = 4096;
    ByteReader = class {
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
      constructor(stream3) {
        this.#stream = stream3;
        stream3.on("data", this.#onData).on("end", this.#onEnd).on("close", this.#onEnd);
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
  }
});

// src/mesh/socks5-handshake.ts
async function shakeHands(reader, say, credentials) {
  return await greet(reader, say, credentials) ? readRequest(reader, say) : void 0;
}
function emitReply(code, address2 = "0.0.0.0", port = 0) {
  const { family, bytes } = unmapped(parseIp(address2));
  const kind2 = family === 4 ? ADDRESS.ipv4 : ADDRESS.ipv6;
  return Uint8Array.of(VERSION, code, 0, kind2, ...bytes, port >> 8, port & 255);
}
function replyFor(error2) {
  const code = error2 instanceof Error && "code" in error2 ? error2.code : void 0;
  if (code === "ECONNREFUSED") return REPLY.refused;
  if (code === "ETIMEDOUT") return REPLY.timedOut;
  const isUnreachable = code === "EHOSTUNREACH" || code === "ENETUNREACH" || code === "ENOTFOUND";
  return isUnreachable || code === "TUNNEL_UNREACHABLE" ? REPLY.unreachable : REPLY.failed;
}
async function greet(reader, say, credentials) {
  const [version2, count] = await reader.take(2);
  if (version2 !== VERSION) return false;
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
  const [version2, userLength] = await reader.take(2);
  const user = await reader.take(userLength);
  const [passwordLength] = await reader.take(1);
  const password = await reader.take(passwordLength);
  const ok = version2 === LOGIN_VERSION && matchesCredentials(credentials, user.toString(), password.toString());
  say(Uint8Array.of(LOGIN_VERSION, ok ? 0 : 1));
  return ok;
}
async function readRequest(reader, say) {
  const [version2, command, reserved, kind2] = await reader.take(4);
  if (version2 !== VERSION || reserved !== 0) return void 0;
  const host = await readHost(reader, kind2);
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
async function readHost(reader, kind2) {
  switch (kind2) {
    case ADDRESS.ipv4:
      return formatIp({ family: 4, bytes: await reader.take(4) });
    case ADDRESS.ipv6:
      return formatIp({ family: 6, bytes: await reader.take(16) });
    case ADDRESS.name:
      return (await reader.take((await reader.take(1))[0])).toString();
    default:
      return void 0;
  }
}
function unmapped(address2) {
  const { bytes } = address2;
  const isMapped = bytes.length === 16 && bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 255;
  return isMapped && bytes[11] === 255 ? { family: 4, bytes: bytes.subarray(12) } : address2;
}
var VERSION, LOGIN_VERSION, METHOD, ADDRESS, COMMAND, REPLY;
var init_socks5_handshake = __esm({
  "src/mesh/socks5-handshake.ts"() {
    "use strict";
    init_ip();
    init_proxy_credentials();
    VERSION = 5;
    LOGIN_VERSION = 1;
    METHOD = { none: 0, password: 2, refused: 255 };
    ADDRESS = { ipv4: 1, name: 3, ipv6: 4 };
    COMMAND = { connect: 1, associate: 3 };
    REPLY = {
      ok: 0,
      failed: 1,
      unreachable: 4,
      refused: 5,
      timedOut: 6,
      command: 7,
      address: 8
    };
  }
});

// src/mesh/socks5-udp.ts
const { createSocket: createSocket4 } = process.getBuiltinModule("node:dgram");
const { once } = process.getBuiltinModule("node:events");
async function startAssociation(control, open5) {
  const address2 = control.localAddress ?? "127.0.0.1";
  const client = control.remoteAddress;
  const socket = createSocket4(address2.includes(":") ? "udp6" : "udp4");
  let port;
  const flow = open5((bytes, from) => {
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
  const ready = once(socket, "listening");
  socket.bind(0, address2);
  const end = () => {
    flow.close();
    socket.close();
  };
  await ready.catch((error2) => {
    end();
    throw error2;
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
  const kind2 = bytes[3];
  const host = kind2 === 3 ? part.toString("latin1") : formatIp({ family: kind2 === 1 ? 4 : 6, bytes: part });
  const port = bytes.readUInt16BE(end);
  return host === "" || port === 0 ? void 0 : { host, port, data: bytes.subarray(end + 2) };
}
function emitSocksDatagram(data, from) {
  const { address: address2, port } = from;
  const kind2 = address2.family === 4 ? 1 : 4;
  return Buffer.concat([
    Uint8Array.of(0, 0, 0, kind2),
    address2.bytes,
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
var SHORTEST;
var init_socks5_udp = __esm({
  "src/mesh/socks5-udp.ts"() {
    "use strict";
    init_ip();
    SHORTEST = 8;
  }
});

// src/mesh/socks5.ts
var socks5_exports = {};
__export(socks5_exports, {
  serveSocks5: () => serveSocks5,
  startSocks5: () => startSocks5
});
const { createServer: createServer5 } = process.getBuiltinModule("node:net");
async function startSocks5(dial, openUdp, options) {
  const associate2 = (control) => startAssociation(control, openUdp);
  const server = createServer5({ allowHalfOpen: true }, (socket) => {
    serveSocks5({ dial, associate: associate2 }, socket, options.credentials).catch(() => socket.destroy());
  });
  await listenLocal(server, options.host, options.port);
  return running(server, options.host);
}
async function serveSocks5(ways, socket, credentials) {
  socket.on("error", () => socket.destroy());
  const reader = new ByteReader(socket);
  const timer = setTimeout(() => socket.destroy(), HANDSHAKE_MS);
  const target = await shakeHands(reader, (bytes) => socket.write(bytes), credentials).finally(
    () => clearTimeout(timer)
  );
  const rest = reader.release();
  if (!target) takeLeave(socket);
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
    const stream3 = await ways.dial(target.host, target.port);
    socket.write(emitReply(REPLY.ok));
    if (rest.length > 0) stream3.write(rest);
    join(socket, stream3);
  } catch (error2) {
    takeLeave(socket, emitReply(replyFor(error2)));
  }
}
var HANDSHAKE_MS;
var init_socks5 = __esm({
  "src/mesh/socks5.ts"() {
    "use strict";
    init_byte_reader();
    init_forward();
    init_proxy_refusal();
    init_socks5_handshake();
    init_socks5_udp();
    HANDSHAKE_MS = 1e4;
  }
});

// src/platform/files.ts
const { randomBytes } = process.getBuiltinModule("node:crypto");
const { constants } = process.getBuiltinModule("node:fs");
const { mkdir, open, readdir, rename, rm, stat, writeFile } = process.getBuiltinModule("node:fs/promises");
const { basename, dirname, join: join3 } = process.getBuiltinModule("node:path");
async function readFileBounded(path, maxBytes) {
  let file;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const { size } = await regularFile(file, path);
    if (size > maxBytes) throw tooLarge(path, size, maxBytes);
    return await readWhole(file, path, size, maxBytes);
  } catch (cause) {
    throw unreadable(path, cause);
  } finally {
    await file?.close();
  }
}
async function readFileIfThere(path, maxBytes) {
  try {
    return await readFileBounded(path, maxBytes);
  } catch (error2) {
    if (error2 instanceof SallyportError && hasSystemCode(error2.cause, "ENOENT", "ENOTDIR")) return void 0;
    throw error2;
  }
}
async function writeFileAtomic(path, content, mode = 420) {
  const beside = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const file = await open(beside, "wx", mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    await syncFolder(dirname(path));
  } catch (cause) {
    await rm(beside, { force: true });
    throw unwritable(path, cause);
  }
}
async function syncFolder(path) {
  const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
async function regularFile(file, path) {
  const stats = await file.stat();
  if (stats.isFile()) return { size: stats.size };
  if (stats.isFIFO() || stats.isCharacterDevice()) return { size: 0 };
  throw new SallyportError("FILE_UNREADABLE", {
    message: `${path} is not a regular file`,
    place: { file: path }
  });
}
async function readWhole(file, path, size, maxBytes) {
  const chunks = [];
  let total = 0;
  for (; ; ) {
    const chunk = Buffer.allocUnsafe(Math.max(64 * 1024, size - total + 1));
    const { bytesRead } = await file.read(chunk, 0, chunk.length);
    if (bytesRead === 0) break;
    total += bytesRead;
    if (total > maxBytes) throw tooLarge(path, total, maxBytes);
    chunks.push(chunk.subarray(0, bytesRead));
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, total);
}
function tooLarge(path, size, maxBytes) {
  return new SallyportError("LIMIT_EXCEEDED", {
    message: `${path} has ${size} bytes or more; at most ${maxBytes} are read`,
    place: { file: path }
  });
}
function unreadable(path, cause) {
  if (cause instanceof SallyportError) return cause;
  return new SallyportError("FILE_UNREADABLE", {
    ...whyUnreadable(path, cause),
    place: { file: path },
    cause
  });
}
function whyUnreadable(path, cause) {
  if (hasSystemCode(cause, "ENOENT")) return { message: `${path} is not there` };
  if (!hasSystemCode(cause, "EACCES", "EPERM")) return { message: `${path}: ${messageOf(cause)}` };
  return {
    message: `${path} may not be read by ${process.geteuid === void 0 ? "this user" : `user ${process.geteuid()}`}`,
    help: "let the user that runs this read the file, and enter each folder above it"
  };
}
function unwritable(path, cause, help) {
  return new SallyportError("FILE_UNWRITABLE", {
    message: `${path}: ${messageOf(cause)}`,
    place: { file: path },
    cause,
    ...help === void 0 ? {} : { help }
  });
}
var init_files = __esm({
  "src/platform/files.ts"() {
    "use strict";
    init_errors();
  }
});

// src/base/digest.ts
const { createHash: createHash2 } = process.getBuiltinModule("node:crypto");
function sha256(bytes) {
  return new Uint8Array(createHash2("sha256").update(bytes).digest());
}
function createSha256() {
  return createHash2("sha256");
}
function labelledHash(label, ...fields) {
  return labelledHashOf(label, fields);
}
function labelledHashOf(label, fields) {
  const hash3 = createHash2("sha256").update(label).update(new Uint8Array(1));
  for (const field of fields) {
    const bytes = typeof field === "string" ? encodeUtf8(field) : field;
    hash3.update(uint32be(bytes.length)).update(bytes);
  }
  return new Uint8Array(hash3.digest());
}
function parseDigest(text2) {
  const match2 = /^sha256:([0-9a-f]{64})$/.exec(text2);
  if (!match2?.[1]) {
    throw new SallyportError("ENCODING_INVALID", {
      message: `not a digest: ${JSON.stringify(text2.slice(0, 100))}`,
      help: "write it as sha256: and 64 lower-case hex digits"
    });
  }
  return decodeHex(match2[1]);
}
function formatDigest(digest) {
  return `sha256:${encodeHex(digest)}`;
}
var init_digest = __esm({
  "src/base/digest.ts"() {
    "use strict";
    init_bytes();
    init_errors();
  }
});

// src/base/random.ts
function randomUint32(random) {
  const bytes = random.bytes(4);
  return (bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]) >>> 0;
}
function randomBelow(random, bound2) {
  const limit = Math.floor(4294967296 / bound2) * bound2;
  for (; ; ) {
    const value = randomUint32(random);
    if (value < limit) return value % bound2;
  }
}
var init_random = __esm({
  "src/base/random.ts"() {
    "use strict";
  }
});

// node_modules/ws/lib/constants.js
var require_constants = __commonJS({
  "node_modules/ws/lib/constants.js"(exports, module) {
    "use strict";
    var BINARY_TYPES = ["nodebuffer", "arraybuffer", "fragments"];
    var hasBlob = typeof Blob !== "undefined";
    if (hasBlob) BINARY_TYPES.push("blob");
    module.exports = {
      BINARY_TYPES,
      CLOSE_TIMEOUT: 3e4,
      EMPTY_BUFFER: Buffer.alloc(0),
      GUID: "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
      hasBlob,
      kForOnEventAttribute: /* @__PURE__ */ Symbol("kIsForOnEventAttribute"),
      kListener: /* @__PURE__ */ Symbol("kListener"),
      kStatusCode: /* @__PURE__ */ Symbol("status-code"),
      kWebSocket: /* @__PURE__ */ Symbol("websocket"),
      NOOP: () => {
      }
    };
  }
});

// node_modules/ws/lib/buffer-util.js
var require_buffer_util = __commonJS({
  "node_modules/ws/lib/buffer-util.js"(exports, module) {
    "use strict";
    var { websocketMask, websocketUnmask } = __require("http");
    var { EMPTY_BUFFER } = require_constants();
    var FastBuffer = Buffer[Symbol.species];
    function concat(list, totalLength) {
      if (list.length === 0) return EMPTY_BUFFER;
      if (list.length === 1) return list[0];
      const target = Buffer.allocUnsafe(totalLength);
      let offset = 0;
      for (let i = 0; i < list.length; i++) {
        const buf = list[i];
        target.set(buf, offset);
        offset += buf.length;
      }
      if (offset < totalLength) {
        return new FastBuffer(target.buffer, target.byteOffset, offset);
      }
      return target;
    }
    function _mask(source, mask, output, offset, length) {
      for (let i = 0; i < length; i++) {
        output[offset + i] = source[i] ^ mask[i & 3];
      }
    }
    function _unmask(buffer, mask) {
      for (let i = 0; i < buffer.length; i++) {
        buffer[i] ^= mask[i & 3];
      }
    }
    function toArrayBuffer(buf) {
      if (buf.length === buf.buffer.byteLength) {
        return buf.buffer;
      }
      return buf.buffer.slice(buf.byteOffset, buf.byteOffset + buf.length);
    }
    function toBuffer(data) {
      toBuffer.readOnly = true;
      if (Buffer.isBuffer(data)) return data;
      let buf;
      if (data instanceof ArrayBuffer) {
        buf = new FastBuffer(data);
      } else if (ArrayBuffer.isView(data)) {
        buf = new FastBuffer(data.buffer, data.byteOffset, data.byteLength);
      } else {
        buf = Buffer.from(data);
        toBuffer.readOnly = false;
      }
      return buf;
    }
    module.exports = {
      concat,
      mask: _mask,
      toArrayBuffer,
      toBuffer,
      unmask: _unmask
    };
    if (websocketMask) {
      module.exports.mask = function(source, mask, output, offset, length) {
        if (length < 24) _mask(source, mask, output, offset, length);
        else websocketMask(source, mask, output, offset, length);
      };
      module.exports.unmask = function(buffer, mask) {
        if (buffer.length < 24) _unmask(buffer, mask);
        else websocketUnmask(buffer, mask);
      };
    } else if (!process.env.WS_NO_BUFFER_UTIL) {
      try {
        const bufferUtil = __require("bufferutil");
        module.exports.mask = function(source, mask, output, offset, length) {
          if (length < 48) _mask(source, mask, output, offset, length);
          else bufferUtil.mask(source, mask, output, offset, length);
        };
        module.exports.unmask = function(buffer, mask) {
          if (buffer.length < 32) _unmask(buffer, mask);
          else bufferUtil.unmask(buffer, mask);
        };
      } catch (e) {
      }
    }
  }
});

// node_modules/ws/lib/limiter.js
var require_limiter = __commonJS({
  "node_modules/ws/lib/limiter.js"(exports, module) {
    "use strict";
    var kDone = /* @__PURE__ */ Symbol("kDone");
    var kRun = /* @__PURE__ */ Symbol("kRun");
    var Limiter = class {
      /**
       * Creates a new `Limiter`.
       *
       * @param {Number} [concurrency=Infinity] The maximum number of jobs allowed
       *     to run concurrently
       */
      constructor(concurrency) {
        this[kDone] = () => {
          this.pending--;
          this[kRun]();
        };
        this.concurrency = concurrency || Infinity;
        this.jobs = [];
        this.pending = 0;
      }
      /**
       * Adds a job to the queue.
       *
       * @param {Function} job The job to run
       * @public
       */
      add(job) {
        this.jobs.push(job);
        this[kRun]();
      }
      /**
       * Removes a job from the queue and runs it if possible.
       *
       * @private
       */
      [kRun]() {
        if (this.pending === this.concurrency) return;
        if (this.jobs.length) {
          const job = this.jobs.shift();
          this.pending++;
          job(this[kDone]);
        }
      }
    };
    module.exports = Limiter;
  }
});

// node_modules/ws/lib/permessage-deflate.js
var require_permessage_deflate = __commonJS({
  "node_modules/ws/lib/permessage-deflate.js"(exports, module) {
    "use strict";
    var zlib = __require("zlib");
    var bufferUtil = require_buffer_util();
    var Limiter = require_limiter();
    var { kStatusCode } = require_constants();
    var FastBuffer = Buffer[Symbol.species];
    var TRAILER = Buffer.from([0, 0, 255, 255]);
    var kPerMessageDeflate = /* @__PURE__ */ Symbol("permessage-deflate");
    var kTotalLength = /* @__PURE__ */ Symbol("total-length");
    var kCallback = /* @__PURE__ */ Symbol("callback");
    var kBuffers = /* @__PURE__ */ Symbol("buffers");
    var kError = /* @__PURE__ */ Symbol("error");
    var zlibLimiter;
    var PerMessageDeflate2 = class {
      /**
       * Creates a PerMessageDeflate instance.
       *
       * @param {Object} [options] Configuration options
       * @param {(Boolean|Number)} [options.clientMaxWindowBits] Advertise support
       *     for, or request, a custom client window size
       * @param {Boolean} [options.clientNoContextTakeover=false] Advertise/
       *     acknowledge disabling of client context takeover
       * @param {Number} [options.concurrencyLimit=10] The number of concurrent
       *     calls to zlib
       * @param {Boolean} [options.isServer=false] Create the instance in either
       *     server or client mode
       * @param {Number} [options.maxPayload=0] The maximum allowed message length
       * @param {(Boolean|Number)} [options.serverMaxWindowBits] Request/confirm the
       *     use of a custom server window size
       * @param {Boolean} [options.serverNoContextTakeover=false] Request/accept
       *     disabling of server context takeover
       * @param {Number} [options.threshold=1024] Size (in bytes) below which
       *     messages should not be compressed if context takeover is disabled
       * @param {Object} [options.zlibDeflateOptions] Options to pass to zlib on
       *     deflate
       * @param {Object} [options.zlibInflateOptions] Options to pass to zlib on
       *     inflate
       */
      constructor(options) {
        this._options = options || {};
        this._threshold = this._options.threshold !== void 0 ? this._options.threshold : 1024;
        this._maxPayload = this._options.maxPayload | 0;
        this._isServer = !!this._options.isServer;
        this._deflate = null;
        this._inflate = null;
        this.params = null;
        if (!zlibLimiter) {
          const concurrency = this._options.concurrencyLimit !== void 0 ? this._options.concurrencyLimit : 10;
          zlibLimiter = new Limiter(concurrency);
        }
      }
      /**
       * @type {String}
       */
      static get extensionName() {
        return "permessage-deflate";
      }
      /**
       * Create an extension negotiation offer.
       *
       * @return {Object} Extension parameters
       * @public
       */
      offer() {
        const params = {};
        if (this._options.serverNoContextTakeover) {
          params.server_no_context_takeover = true;
        }
        if (this._options.clientNoContextTakeover) {
          params.client_no_context_takeover = true;
        }
        if (this._options.serverMaxWindowBits) {
          params.server_max_window_bits = this._options.serverMaxWindowBits;
        }
        if (this._options.clientMaxWindowBits) {
          params.client_max_window_bits = this._options.clientMaxWindowBits;
        } else if (this._options.clientMaxWindowBits == null) {
          params.client_max_window_bits = true;
        }
        return params;
      }
      /**
       * Accept an extension negotiation offer/response.
       *
       * @param {Array} configurations The extension negotiation offers/reponse
       * @return {Object} Accepted configuration
       * @public
       */
      accept(configurations) {
        configurations = this.normalizeParams(configurations);
        this.params = this._isServer ? this.acceptAsServer(configurations) : this.acceptAsClient(configurations);
        return this.params;
      }
      /**
       * Releases all resources used by the extension.
       *
       * @public
       */
      cleanup() {
        if (this._inflate) {
          this._inflate.close();
          this._inflate = null;
        }
        if (this._deflate) {
          const callback = this._deflate[kCallback];
          this._deflate.close();
          this._deflate = null;
          if (callback) {
            callback(
              new Error(
                "The deflate stream was closed while data was being processed"
              )
            );
          }
        }
      }
      /**
       *  Accept an extension negotiation offer.
       *
       * @param {Array} offers The extension negotiation offers
       * @return {Object} Accepted configuration
       * @private
       */
      acceptAsServer(offers) {
        const opts = this._options;
        const accepted = offers.find((params) => {
          if (opts.serverNoContextTakeover === false && params.server_no_context_takeover || params.server_max_window_bits && (opts.serverMaxWindowBits === false || typeof opts.serverMaxWindowBits === "number" && opts.serverMaxWindowBits > params.server_max_window_bits) || typeof opts.clientMaxWindowBits === "number" && (typeof params.client_max_window_bits === "number" ? opts.clientMaxWindowBits > params.client_max_window_bits : !params.client_max_window_bits)) {
            return false;
          }
          return true;
        });
        if (!accepted) {
          throw new Error("None of the extension offers can be accepted");
        }
        if (opts.serverNoContextTakeover) {
          accepted.server_no_context_takeover = true;
        }
        if (opts.clientNoContextTakeover) {
          accepted.client_no_context_takeover = true;
        }
        if (typeof opts.serverMaxWindowBits === "number") {
          accepted.server_max_window_bits = opts.serverMaxWindowBits;
        }
        if (typeof opts.clientMaxWindowBits === "number") {
          accepted.client_max_window_bits = opts.clientMaxWindowBits;
        } else if (accepted.client_max_window_bits === true || opts.clientMaxWindowBits === false) {
          delete accepted.client_max_window_bits;
        }
        return accepted;
      }
      /**
       * Accept the extension negotiation response.
       *
       * @param {Array} response The extension negotiation response
       * @return {Object} Accepted configuration
       * @private
       */
      acceptAsClient(response) {
        const params = response[0];
        if (this._options.clientNoContextTakeover === false && params.client_no_context_takeover) {
          throw new Error('Unexpected parameter "client_no_context_takeover"');
        }
        if (!params.client_max_window_bits) {
          if (typeof this._options.clientMaxWindowBits === "number") {
            params.client_max_window_bits = this._options.clientMaxWindowBits;
          }
        } else if (this._options.clientMaxWindowBits === false || typeof this._options.clientMaxWindowBits === "number" && params.client_max_window_bits > this._options.clientMaxWindowBits) {
          throw new Error(
            'Unexpected or invalid parameter "client_max_window_bits"'
          );
        }
        return params;
      }
      /**
       * Normalize parameters.
       *
       * @param {Array} configurations The extension negotiation offers/reponse
       * @return {Array} The offers/response with normalized parameters
       * @private
       */
      normalizeParams(configurations) {
        configurations.forEach((params) => {
          Object.keys(params).forEach((key) => {
            let value = params[key];
            if (value.length > 1) {
              throw new Error(`Parameter "${key}" must have only a single value`);
            }
            value = value[0];
            if (key === "client_max_window_bits") {
              if (value !== true) {
                const num = +value;
                if (!Number.isInteger(num) || num < 8 || num > 15) {
                  throw new TypeError(
                    `Invalid value for parameter "${key}": ${value}`
                  );
                }
                value = num;
              } else if (!this._isServer) {
                throw new TypeError(
                  `Invalid value for parameter "${key}": ${value}`
                );
              }
            } else if (key === "server_max_window_bits") {
              const num = +value;
              if (!Number.isInteger(num) || num < 8 || num > 15) {
                throw new TypeError(
                  `Invalid value for parameter "${key}": ${value}`
                );
              }
              value = num;
            } else if (key === "client_no_context_takeover" || key === "server_no_context_takeover") {
              if (value !== true) {
                throw new TypeError(
                  `Invalid value for parameter "${key}": ${value}`
                );
              }
            } else {
              throw new Error(`Unknown parameter "${key}"`);
            }
            params[key] = value;
          });
        });
        return configurations;
      }
      /**
       * Decompress data. Concurrency limited.
       *
       * @param {Buffer} data Compressed data
       * @param {Boolean} fin Specifies whether or not this is the last fragment
       * @param {Function} callback Callback
       * @public
       */
      decompress(data, fin, callback) {
        zlibLimiter.add((done2) => {
          this._decompress(data, fin, (err, result) => {
            done2();
            callback(err, result);
          });
        });
      }
      /**
       * Compress data. Concurrency limited.
       *
       * @param {(Buffer|String)} data Data to compress
       * @param {Boolean} fin Specifies whether or not this is the last fragment
       * @param {Function} callback Callback
       * @public
       */
      compress(data, fin, callback) {
        zlibLimiter.add((done2) => {
          this._compress(data, fin, (err, result) => {
            done2();
            callback(err, result);
          });
        });
      }
      /**
       * Decompress data.
       *
       * @param {Buffer} data Compressed data
       * @param {Boolean} fin Specifies whether or not this is the last fragment
       * @param {Function} callback Callback
       * @private
       */
      _decompress(data, fin, callback) {
        const endpoint = this._isServer ? "client" : "server";
        if (!this._inflate) {
          const key = `${endpoint}_max_window_bits`;
          const windowBits = typeof this.params[key] !== "number" ? zlib.Z_DEFAULT_WINDOWBITS : this.params[key];
          this._inflate = zlib.createInflateRaw({
            ...this._options.zlibInflateOptions,
            windowBits
          });
          this._inflate[kPerMessageDeflate] = this;
          this._inflate[kTotalLength] = 0;
          this._inflate[kBuffers] = [];
          this._inflate.on("error", inflateOnError);
          this._inflate.on("data", inflateOnData);
        }
        this._inflate[kCallback] = callback;
        this._inflate.write(data);
        if (fin) this._inflate.write(TRAILER);
        this._inflate.flush(() => {
          const err = this._inflate[kError];
          if (err) {
            this._inflate.close();
            this._inflate = null;
            callback(err);
            return;
          }
          const data2 = bufferUtil.concat(
            this._inflate[kBuffers],
            this._inflate[kTotalLength]
          );
          if (this._inflate._readableState.endEmitted) {
            this._inflate.close();
            this._inflate = null;
          } else {
            this._inflate[kTotalLength] = 0;
            this._inflate[kBuffers] = [];
            if (fin && this.params[`${endpoint}_no_context_takeover`]) {
              this._inflate.reset();
            }
          }
          callback(null, data2);
        });
      }
      /**
       * Compress data.
       *
       * @param {(Buffer|String)} data Data to compress
       * @param {Boolean} fin Specifies whether or not this is the last fragment
       * @param {Function} callback Callback
       * @private
       */
      _compress(data, fin, callback) {
        const endpoint = this._isServer ? "server" : "client";
        if (!this._deflate) {
          const key = `${endpoint}_max_window_bits`;
          const windowBits = typeof this.params[key] !== "number" ? zlib.Z_DEFAULT_WINDOWBITS : this.params[key];
          this._deflate = zlib.createDeflateRaw({
            ...this._options.zlibDeflateOptions,
            windowBits
          });
          this._deflate[kTotalLength] = 0;
          this._deflate[kBuffers] = [];
          this._deflate.on("data", deflateOnData);
        }
        this._deflate[kCallback] = callback;
        this._deflate.write(data);
        this._deflate.flush(zlib.Z_SYNC_FLUSH, () => {
          if (!this._deflate) {
            return;
          }
          let data2 = bufferUtil.concat(
            this._deflate[kBuffers],
            this._deflate[kTotalLength]
          );
          if (fin) {
            data2 = new FastBuffer(data2.buffer, data2.byteOffset, data2.length - 4);
          }
          this._deflate[kCallback] = null;
          this._deflate[kTotalLength] = 0;
          this._deflate[kBuffers] = [];
          if (fin && this.params[`${endpoint}_no_context_takeover`]) {
            this._deflate.reset();
          }
          callback(null, data2);
        });
      }
    };
    module.exports = PerMessageDeflate2;
    function deflateOnData(chunk) {
      this[kBuffers].push(chunk);
      this[kTotalLength] += chunk.length;
    }
    function inflateOnData(chunk) {
      this[kTotalLength] += chunk.length;
      if (this[kPerMessageDeflate]._maxPayload < 1 || this[kTotalLength] <= this[kPerMessageDeflate]._maxPayload) {
        this[kBuffers].push(chunk);
        return;
      }
      this[kError] = new RangeError("Max payload size exceeded");
      this[kError].code = "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH";
      this[kError][kStatusCode] = 1009;
      this.removeListener("data", inflateOnData);
      this.reset();
    }
    function inflateOnError(err) {
      this[kPerMessageDeflate]._inflate = null;
      if (this[kError]) {
        this[kCallback](this[kError]);
        return;
      }
      err[kStatusCode] = 1007;
      this[kCallback](err);
    }
  }
});

// node_modules/ws/lib/validation.js
var require_validation = __commonJS({
  "node_modules/ws/lib/validation.js"(exports, module) {
    "use strict";
    var { isUtf8 } = __require("buffer");
    var { hasBlob } = require_constants();
    var tokenChars = [
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // 0 - 15
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // 16 - 31
      0,
      1,
      0,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      1,
      1,
      0,
      1,
      1,
      0,
      // 32 - 47
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      // 48 - 63
      0,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      // 64 - 79
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      0,
      0,
      1,
      1,
      // 80 - 95
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      // 96 - 111
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      1,
      0,
      1,
      0,
      1,
      0
      // 112 - 127
    ];
    function isValidStatusCode(code) {
      return code >= 1e3 && code <= 1014 && code !== 1004 && code !== 1005 && code !== 1006 || code >= 3e3 && code <= 4999;
    }
    function _isValidUTF8(buf) {
      const len = buf.length;
      let i = 0;
      while (i < len) {
        if ((buf[i] & 128) === 0) {
          i++;
        } else if ((buf[i] & 224) === 192) {
          if (i + 1 === len || (buf[i + 1] & 192) !== 128 || (buf[i] & 254) === 192) {
            return false;
          }
          i += 2;
        } else if ((buf[i] & 240) === 224) {
          if (i + 2 >= len || (buf[i + 1] & 192) !== 128 || (buf[i + 2] & 192) !== 128 || buf[i] === 224 && (buf[i + 1] & 224) === 128 || // Overlong
          buf[i] === 237 && (buf[i + 1] & 224) === 160) {
            return false;
          }
          i += 3;
        } else if ((buf[i] & 248) === 240) {
          if (i + 3 >= len || (buf[i + 1] & 192) !== 128 || (buf[i + 2] & 192) !== 128 || (buf[i + 3] & 192) !== 128 || buf[i] === 240 && (buf[i + 1] & 240) === 128 || // Overlong
          buf[i] === 244 && buf[i + 1] > 143 || buf[i] > 244) {
            return false;
          }
          i += 4;
        } else {
          return false;
        }
      }
      return true;
    }
    function isBlob(value) {
      return hasBlob && typeof value === "object" && typeof value.arrayBuffer === "function" && typeof value.type === "string" && typeof value.stream === "function" && (value[Symbol.toStringTag] === "Blob" || value[Symbol.toStringTag] === "File");
    }
    module.exports = {
      isBlob,
      isValidStatusCode,
      isValidUTF8: _isValidUTF8,
      tokenChars
    };
    if (isUtf8) {
      module.exports.isValidUTF8 = function(buf) {
        return buf.length < 24 ? _isValidUTF8(buf) : isUtf8(buf);
      };
    } else if (!process.env.WS_NO_UTF_8_VALIDATE) {
      try {
        const isValidUTF8 = __require("utf-8-validate");
        module.exports.isValidUTF8 = function(buf) {
          return buf.length < 32 ? _isValidUTF8(buf) : isValidUTF8(buf);
        };
      } catch (e) {
      }
    }
  }
});

// node_modules/ws/lib/receiver.js
var require_receiver = __commonJS({
  "node_modules/ws/lib/receiver.js"(exports, module) {
    "use strict";
    var { Writable } = __require("stream");
    var PerMessageDeflate2 = require_permessage_deflate();
    var {
      BINARY_TYPES,
      EMPTY_BUFFER,
      kStatusCode,
      kWebSocket
    } = require_constants();
    var { concat, toArrayBuffer, unmask } = require_buffer_util();
    var { isValidStatusCode, isValidUTF8 } = require_validation();
    var FastBuffer = Buffer[Symbol.species];
    var GET_INFO = 0;
    var GET_PAYLOAD_LENGTH_16 = 1;
    var GET_PAYLOAD_LENGTH_64 = 2;
    var GET_MASK = 3;
    var GET_DATA = 4;
    var INFLATING = 5;
    var DEFER_EVENT = 6;
    var Receiver3 = class extends Writable {
      /**
       * Creates a Receiver instance.
       *
       * @param {Object} [options] Options object
       * @param {Boolean} [options.allowSynchronousEvents=true] Specifies whether
       *     any of the `'message'`, `'ping'`, and `'pong'` events can be emitted
       *     multiple times in the same tick
       * @param {String} [options.binaryType=nodebuffer] The type for binary data
       * @param {Object} [options.extensions] An object containing the negotiated
       *     extensions
       * @param {Boolean} [options.isServer=false] Specifies whether to operate in
       *     client or server mode
       * @param {Number} [options.maxBufferedChunks=0] The maximum number of
       *     buffered data chunks
       * @param {Number} [options.maxFragments=0] The maximum number of message
       *     fragments
       * @param {Number} [options.maxPayload=0] The maximum allowed message length
       * @param {Boolean} [options.skipUTF8Validation=false] Specifies whether or
       *     not to skip UTF-8 validation for text and close messages
       */
      constructor(options = {}) {
        super();
        this._allowSynchronousEvents = options.allowSynchronousEvents !== void 0 ? options.allowSynchronousEvents : true;
        this._binaryType = options.binaryType || BINARY_TYPES[0];
        this._extensions = options.extensions || {};
        this._isServer = !!options.isServer;
        this._maxBufferedChunks = options.maxBufferedChunks | 0;
        this._maxFragments = options.maxFragments | 0;
        this._maxPayload = options.maxPayload | 0;
        this._skipUTF8Validation = !!options.skipUTF8Validation;
        this[kWebSocket] = void 0;
        this._bufferedBytes = 0;
        this._buffers = [];
        this._compressed = false;
        this._payloadLength = 0;
        this._mask = void 0;
        this._fragmented = 0;
        this._masked = false;
        this._fin = false;
        this._opcode = 0;
        this._totalPayloadLength = 0;
        this._messageLength = 0;
        this._numFragments = 0;
        this._fragments = [];
        this._errored = false;
        this._loop = false;
        this._state = GET_INFO;
      }
      /**
       * Implements `Writable.prototype._write()`.
       *
       * @param {Buffer} chunk The chunk of data to write
       * @param {String} encoding The character encoding of `chunk`
       * @param {Function} cb Callback
       * @private
       */
      _write(chunk, encoding, cb) {
        if (this._opcode === 8 && this._state == GET_INFO) return cb();
        if (this._maxBufferedChunks > 0 && this._buffers.length >= this._maxBufferedChunks) {
          cb(
            this.createError(
              RangeError,
              "Too many buffered chunks",
              false,
              1008,
              "WS_ERR_TOO_MANY_BUFFERED_PARTS"
            )
          );
          return;
        }
        this._bufferedBytes += chunk.length;
        this._buffers.push(chunk);
        this.startLoop(cb);
      }
      /**
       * Consumes `n` bytes from the buffered data.
       *
       * @param {Number} n The number of bytes to consume
       * @return {Buffer} The consumed bytes
       * @private
       */
      consume(n) {
        this._bufferedBytes -= n;
        if (n === this._buffers[0].length) return this._buffers.shift();
        if (n < this._buffers[0].length) {
          const buf = this._buffers[0];
          this._buffers[0] = new FastBuffer(
            buf.buffer,
            buf.byteOffset + n,
            buf.length - n
          );
          return new FastBuffer(buf.buffer, buf.byteOffset, n);
        }
        const dst = Buffer.allocUnsafe(n);
        do {
          const buf = this._buffers[0];
          const offset = dst.length - n;
          if (n >= buf.length) {
            dst.set(this._buffers.shift(), offset);
          } else {
            dst.set(new Uint8Array(buf.buffer, buf.byteOffset, n), offset);
            this._buffers[0] = new FastBuffer(
              buf.buffer,
              buf.byteOffset + n,
              buf.length - n
            );
          }
          n -= buf.length;
        } while (n > 0);
        return dst;
      }
      /**
       * Starts the parsing loop.
       *
       * @param {Function} cb Callback
       * @private
       */
      startLoop(cb) {
        this._loop = true;
        do {
          switch (this._state) {
            case GET_INFO:
              this.getInfo(cb);
              break;
            case GET_PAYLOAD_LENGTH_16:
              this.getPayloadLength16(cb);
              break;
            case GET_PAYLOAD_LENGTH_64:
              this.getPayloadLength64(cb);
              break;
            case GET_MASK:
              this.getMask();
              break;
            case GET_DATA:
              this.getData(cb);
              break;
            case INFLATING:
            case DEFER_EVENT:
              this._loop = false;
              return;
          }
        } while (this._loop);
        if (!this._errored) cb();
      }
      /**
       * Reads the first two bytes of a frame.
       *
       * @param {Function} cb Callback
       * @private
       */
      getInfo(cb) {
        if (this._bufferedBytes < 2) {
          this._loop = false;
          return;
        }
        const buf = this.consume(2);
        if ((buf[0] & 48) !== 0) {
          const error2 = this.createError(
            RangeError,
            "RSV2 and RSV3 must be clear",
            true,
            1002,
            "WS_ERR_UNEXPECTED_RSV_2_3"
          );
          cb(error2);
          return;
        }
        const compressed2 = (buf[0] & 64) === 64;
        if (compressed2 && !this._extensions[PerMessageDeflate2.extensionName]) {
          const error2 = this.createError(
            RangeError,
            "RSV1 must be clear",
            true,
            1002,
            "WS_ERR_UNEXPECTED_RSV_1"
          );
          cb(error2);
          return;
        }
        this._fin = (buf[0] & 128) === 128;
        this._opcode = buf[0] & 15;
        this._payloadLength = buf[1] & 127;
        if (this._opcode === 0) {
          if (compressed2) {
            const error2 = this.createError(
              RangeError,
              "RSV1 must be clear",
              true,
              1002,
              "WS_ERR_UNEXPECTED_RSV_1"
            );
            cb(error2);
            return;
          }
          if (!this._fragmented) {
            const error2 = this.createError(
              RangeError,
              "invalid opcode 0",
              true,
              1002,
              "WS_ERR_INVALID_OPCODE"
            );
            cb(error2);
            return;
          }
          this._opcode = this._fragmented;
        } else if (this._opcode === 1 || this._opcode === 2) {
          if (this._fragmented) {
            const error2 = this.createError(
              RangeError,
              `invalid opcode ${this._opcode}`,
              true,
              1002,
              "WS_ERR_INVALID_OPCODE"
            );
            cb(error2);
            return;
          }
          this._compressed = compressed2;
        } else if (this._opcode > 7 && this._opcode < 11) {
          if (!this._fin) {
            const error2 = this.createError(
              RangeError,
              "FIN must be set",
              true,
              1002,
              "WS_ERR_EXPECTED_FIN"
            );
            cb(error2);
            return;
          }
          if (compressed2) {
            const error2 = this.createError(
              RangeError,
              "RSV1 must be clear",
              true,
              1002,
              "WS_ERR_UNEXPECTED_RSV_1"
            );
            cb(error2);
            return;
          }
          if (this._payloadLength > 125 || this._opcode === 8 && this._payloadLength === 1) {
            const error2 = this.createError(
              RangeError,
              `invalid payload length ${this._payloadLength}`,
              true,
              1002,
              "WS_ERR_INVALID_CONTROL_PAYLOAD_LENGTH"
            );
            cb(error2);
            return;
          }
        } else {
          const error2 = this.createError(
            RangeError,
            `invalid opcode ${this._opcode}`,
            true,
            1002,
            "WS_ERR_INVALID_OPCODE"
          );
          cb(error2);
          return;
        }
        if (!this._fin && !this._fragmented) this._fragmented = this._opcode;
        this._masked = (buf[1] & 128) === 128;
        if (this._isServer) {
          if (!this._masked) {
            const error2 = this.createError(
              RangeError,
              "MASK must be set",
              true,
              1002,
              "WS_ERR_EXPECTED_MASK"
            );
            cb(error2);
            return;
          }
        } else if (this._masked) {
          const error2 = this.createError(
            RangeError,
            "MASK must be clear",
            true,
            1002,
            "WS_ERR_UNEXPECTED_MASK"
          );
          cb(error2);
          return;
        }
        if (this._payloadLength === 126) this._state = GET_PAYLOAD_LENGTH_16;
        else if (this._payloadLength === 127) this._state = GET_PAYLOAD_LENGTH_64;
        else this.haveLength(cb);
      }
      /**
       * Gets extended payload length (7+16).
       *
       * @param {Function} cb Callback
       * @private
       */
      getPayloadLength16(cb) {
        if (this._bufferedBytes < 2) {
          this._loop = false;
          return;
        }
        this._payloadLength = this.consume(2).readUInt16BE(0);
        this.haveLength(cb);
      }
      /**
       * Gets extended payload length (7+64).
       *
       * @param {Function} cb Callback
       * @private
       */
      getPayloadLength64(cb) {
        if (this._bufferedBytes < 8) {
          this._loop = false;
          return;
        }
        const buf = this.consume(8);
        const num = buf.readUInt32BE(0);
        if (num > Math.pow(2, 53 - 32) - 1) {
          const error2 = this.createError(
            RangeError,
            "Unsupported WebSocket frame: payload length > 2^53 - 1",
            false,
            1009,
            "WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH"
          );
          cb(error2);
          return;
        }
        this._payloadLength = num * Math.pow(2, 32) + buf.readUInt32BE(4);
        this.haveLength(cb);
      }
      /**
       * Payload length has been read.
       *
       * @param {Function} cb Callback
       * @private
       */
      haveLength(cb) {
        if (this._payloadLength && this._opcode < 8) {
          this._totalPayloadLength += this._payloadLength;
          if (this._totalPayloadLength > this._maxPayload && this._maxPayload > 0) {
            const error2 = this.createError(
              RangeError,
              "Max payload size exceeded",
              false,
              1009,
              "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH"
            );
            cb(error2);
            return;
          }
        }
        if (this._masked) this._state = GET_MASK;
        else this._state = GET_DATA;
      }
      /**
       * Reads mask bytes.
       *
       * @private
       */
      getMask() {
        if (this._bufferedBytes < 4) {
          this._loop = false;
          return;
        }
        this._mask = this.consume(4);
        this._state = GET_DATA;
      }
      /**
       * Reads data bytes.
       *
       * @param {Function} cb Callback
       * @private
       */
      getData(cb) {
        let data = EMPTY_BUFFER;
        if (this._payloadLength) {
          if (this._bufferedBytes < this._payloadLength) {
            this._loop = false;
            return;
          }
          data = this.consume(this._payloadLength);
          if (this._masked && (this._mask[0] | this._mask[1] | this._mask[2] | this._mask[3]) !== 0) {
            unmask(data, this._mask);
          }
        }
        this._mask = void 0;
        if (this._opcode > 7) {
          this.controlMessage(data, cb);
          return;
        }
        if (this._maxFragments > 0 && ++this._numFragments > this._maxFragments) {
          const error2 = this.createError(
            RangeError,
            "Too many message fragments",
            false,
            1008,
            "WS_ERR_TOO_MANY_BUFFERED_PARTS"
          );
          cb(error2);
          return;
        }
        if (this._compressed) {
          this._state = INFLATING;
          this.decompress(data, cb);
          return;
        }
        if (data.length) {
          this._messageLength = this._totalPayloadLength;
          this._fragments.push(data);
        }
        this.dataMessage(cb);
      }
      /**
       * Decompresses data.
       *
       * @param {Buffer} data Compressed data
       * @param {Function} cb Callback
       * @private
       */
      decompress(data, cb) {
        const perMessageDeflate = this._extensions[PerMessageDeflate2.extensionName];
        perMessageDeflate.decompress(data, this._fin, (err, buf) => {
          if (err) return cb(err);
          if (buf.length) {
            this._messageLength += buf.length;
            if (this._messageLength > this._maxPayload && this._maxPayload > 0) {
              const error2 = this.createError(
                RangeError,
                "Max payload size exceeded",
                false,
                1009,
                "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH"
              );
              cb(error2);
              return;
            }
            this._fragments.push(buf);
          }
          this.dataMessage(cb);
          if (this._state === GET_INFO) this.startLoop(cb);
        });
      }
      /**
       * Handles a data message.
       *
       * @param {Function} cb Callback
       * @private
       */
      dataMessage(cb) {
        if (!this._fin) {
          this._state = GET_INFO;
          return;
        }
        const messageLength = this._messageLength;
        const fragments = this._fragments;
        this._totalPayloadLength = 0;
        this._messageLength = 0;
        this._fragmented = 0;
        this._numFragments = 0;
        this._fragments = [];
        if (this._opcode === 2) {
          let data;
          if (this._binaryType === "nodebuffer") {
            data = concat(fragments, messageLength);
          } else if (this._binaryType === "arraybuffer") {
            data = toArrayBuffer(concat(fragments, messageLength));
          } else if (this._binaryType === "blob") {
            data = new Blob(fragments);
          } else {
            data = fragments;
          }
          if (this._allowSynchronousEvents) {
            this.emit("message", data, true);
            this._state = GET_INFO;
          } else {
            this._state = DEFER_EVENT;
            setImmediate(() => {
              this.emit("message", data, true);
              this._state = GET_INFO;
              this.startLoop(cb);
            });
          }
        } else {
          const buf = concat(fragments, messageLength);
          if (!this._skipUTF8Validation && !isValidUTF8(buf)) {
            const error2 = this.createError(
              Error,
              "invalid UTF-8 sequence",
              true,
              1007,
              "WS_ERR_INVALID_UTF8"
            );
            cb(error2);
            return;
          }
          if (this._state === INFLATING || this._allowSynchronousEvents) {
            this.emit("message", buf, false);
            this._state = GET_INFO;
          } else {
            this._state = DEFER_EVENT;
            setImmediate(() => {
              this.emit("message", buf, false);
              this._state = GET_INFO;
              this.startLoop(cb);
            });
          }
        }
      }
      /**
       * Handles a control message.
       *
       * @param {Buffer} data Data to handle
       * @return {(Error|RangeError|undefined)} A possible error
       * @private
       */
      controlMessage(data, cb) {
        if (this._opcode === 8) {
          if (data.length === 0) {
            this._loop = false;
            this.emit("conclude", 1005, EMPTY_BUFFER);
            this.end();
          } else {
            const code = data.readUInt16BE(0);
            if (!isValidStatusCode(code)) {
              const error2 = this.createError(
                RangeError,
                `invalid status code ${code}`,
                true,
                1002,
                "WS_ERR_INVALID_CLOSE_CODE"
              );
              cb(error2);
              return;
            }
            const buf = new FastBuffer(
              data.buffer,
              data.byteOffset + 2,
              data.length - 2
            );
            if (!this._skipUTF8Validation && !isValidUTF8(buf)) {
              const error2 = this.createError(
                Error,
                "invalid UTF-8 sequence",
                true,
                1007,
                "WS_ERR_INVALID_UTF8"
              );
              cb(error2);
              return;
            }
            this._loop = false;
            this.emit("conclude", code, buf);
            this.end();
          }
          this._state = GET_INFO;
          return;
        }
        if (this._allowSynchronousEvents) {
          this.emit(this._opcode === 9 ? "ping" : "pong", data);
          this._state = GET_INFO;
        } else {
          this._state = DEFER_EVENT;
          setImmediate(() => {
            this.emit(this._opcode === 9 ? "ping" : "pong", data);
            this._state = GET_INFO;
            this.startLoop(cb);
          });
        }
      }
      /**
       * Builds an error object.
       *
       * @param {function(new:Error|RangeError)} ErrorCtor The error constructor
       * @param {String} message The error message
       * @param {Boolean} prefix Specifies whether or not to add a default prefix to
       *     `message`
       * @param {Number} statusCode The status code
       * @param {String} errorCode The exposed error code
       * @return {(Error|RangeError)} The error
       * @private
       */
      createError(ErrorCtor, message, prefix, statusCode, errorCode) {
        this._loop = false;
        this._errored = true;
        const err = new ErrorCtor(
          prefix ? `Invalid WebSocket frame: ${message}` : message
        );
        Error.captureStackTrace(err, this.createError);
        err.code = errorCode;
        err[kStatusCode] = statusCode;
        return err;
      }
    };
    module.exports = Receiver3;
  }
});

// node_modules/ws/lib/sender.js
var require_sender = __commonJS({
  "node_modules/ws/lib/sender.js"(exports, module) {
    "use strict";
    var { Duplex: Duplex2 } = __require("stream");
    var { randomFillSync: randomFillSync2 } = __require("crypto");
    var {
      types: { isUint8Array }
    } = __require("util");
    var PerMessageDeflate2 = require_permessage_deflate();
    var { EMPTY_BUFFER, kWebSocket, NOOP } = require_constants();
    var { isBlob, isValidStatusCode } = require_validation();
    var { mask: applyMask2, toBuffer } = require_buffer_util();
    var kByteLength = /* @__PURE__ */ Symbol("kByteLength");
    var maskBuffer = Buffer.alloc(4);
    var RANDOM_POOL_SIZE = 8 * 1024;
    var randomPool;
    var randomPoolPointer = RANDOM_POOL_SIZE;
    var DEFAULT = 0;
    var DEFLATING = 1;
    var GET_BLOB_DATA = 2;
    var Sender3 = class _Sender {
      /**
       * Creates a Sender instance.
       *
       * @param {Duplex} socket The connection socket
       * @param {Object} [extensions] An object containing the negotiated extensions
       * @param {Function} [generateMask] The function used to generate the masking
       *     key
       */
      constructor(socket, extensions, generateMask) {
        this._extensions = extensions || {};
        if (generateMask) {
          this._generateMask = generateMask;
          this._maskBuffer = Buffer.alloc(4);
        }
        this._socket = socket;
        this._firstFragment = true;
        this._compress = false;
        this._bufferedBytes = 0;
        this._queue = [];
        this._state = DEFAULT;
        this.onerror = NOOP;
        this[kWebSocket] = void 0;
      }
      /**
       * Frames a piece of data according to the HyBi WebSocket protocol.
       *
       * @param {(Buffer|String)} data The data to frame
       * @param {Object} options Options object
       * @param {Boolean} [options.fin=false] Specifies whether or not to set the
       *     FIN bit
       * @param {Function} [options.generateMask] The function used to generate the
       *     masking key
       * @param {Boolean} [options.mask=false] Specifies whether or not to mask
       *     `data`
       * @param {Buffer} [options.maskBuffer] The buffer used to store the masking
       *     key
       * @param {Number} options.opcode The opcode
       * @param {Boolean} [options.readOnly=false] Specifies whether `data` can be
       *     modified
       * @param {Boolean} [options.rsv1=false] Specifies whether or not to set the
       *     RSV1 bit
       * @return {(Buffer|String)[]} The framed data
       * @public
       */
      static frame(data, options) {
        let mask;
        let merge2 = false;
        let offset = 2;
        let skipMasking = false;
        if (options.mask) {
          mask = options.maskBuffer || maskBuffer;
          if (options.generateMask) {
            options.generateMask(mask);
          } else {
            if (randomPoolPointer === RANDOM_POOL_SIZE) {
              if (randomPool === void 0) {
                randomPool = Buffer.alloc(RANDOM_POOL_SIZE);
              }
              randomFillSync2(randomPool, 0, RANDOM_POOL_SIZE);
              randomPoolPointer = 0;
            }
            mask[0] = randomPool[randomPoolPointer++];
            mask[1] = randomPool[randomPoolPointer++];
            mask[2] = randomPool[randomPoolPointer++];
            mask[3] = randomPool[randomPoolPointer++];
          }
          skipMasking = (mask[0] | mask[1] | mask[2] | mask[3]) === 0;
          offset = 6;
        }
        let dataLength;
        if (typeof data === "string") {
          if ((!options.mask || skipMasking) && options[kByteLength] !== void 0) {
            dataLength = options[kByteLength];
          } else {
            data = Buffer.from(data);
            dataLength = data.length;
          }
        } else {
          dataLength = data.length;
          merge2 = options.mask && options.readOnly && !skipMasking;
        }
        let payloadLength = dataLength;
        if (dataLength >= 65536) {
          offset += 8;
          payloadLength = 127;
        } else if (dataLength > 125) {
          offset += 2;
          payloadLength = 126;
        }
        const target = Buffer.allocUnsafe(merge2 ? dataLength + offset : offset);
        target[0] = options.fin ? options.opcode | 128 : options.opcode;
        if (options.rsv1) target[0] |= 64;
        target[1] = payloadLength;
        if (payloadLength === 126) {
          target.writeUInt16BE(dataLength, 2);
        } else if (payloadLength === 127) {
          target[2] = target[3] = 0;
          target.writeUIntBE(dataLength, 4, 6);
        }
        if (!options.mask) {
          return dataLength ? [target, data] : [target];
        }
        target[1] |= 128;
        target[offset - 4] = mask[0];
        target[offset - 3] = mask[1];
        target[offset - 2] = mask[2];
        target[offset - 1] = mask[3];
        if (!dataLength) return [target];
        if (skipMasking) return [target, data];
        if (merge2) {
          applyMask2(data, mask, target, offset, dataLength);
          return [target];
        }
        applyMask2(data, mask, data, 0, dataLength);
        return [target, data];
      }
      /**
       * Sends a close message to the other peer.
       *
       * @param {Number} [code] The status code component of the body
       * @param {(String|Buffer)} [data] The message component of the body
       * @param {Boolean} [mask=false] Specifies whether or not to mask the message
       * @param {Function} [cb] Callback
       * @public
       */
      close(code, data, mask, cb) {
        let buf;
        if (code === void 0) {
          buf = EMPTY_BUFFER;
        } else if (typeof code !== "number" || !isValidStatusCode(code)) {
          throw new TypeError("First argument must be a valid error code number");
        } else if (data === void 0 || !data.length) {
          buf = Buffer.allocUnsafe(2);
          buf.writeUInt16BE(code, 0);
        } else {
          const length = Buffer.byteLength(data);
          if (length > 123) {
            throw new RangeError("The message must not be greater than 123 bytes");
          }
          buf = Buffer.allocUnsafe(2 + length);
          buf.writeUInt16BE(code, 0);
          if (typeof data === "string") {
            buf.write(data, 2);
          } else if (isUint8Array(data)) {
            buf.set(data, 2);
          } else {
            throw new TypeError("Second argument must be a string or a Uint8Array");
          }
        }
        const options = {
          [kByteLength]: buf.length,
          fin: true,
          generateMask: this._generateMask,
          mask,
          maskBuffer: this._maskBuffer,
          opcode: 8,
          readOnly: false,
          rsv1: false
        };
        if (this._state !== DEFAULT) {
          this.enqueue([this.dispatch, buf, false, options, cb]);
        } else {
          this.sendFrame(_Sender.frame(buf, options), cb);
        }
      }
      /**
       * Sends a ping message to the other peer.
       *
       * @param {*} data The message to send
       * @param {Boolean} [mask=false] Specifies whether or not to mask `data`
       * @param {Function} [cb] Callback
       * @public
       */
      ping(data, mask, cb) {
        let byteLength;
        let readOnly;
        if (typeof data === "string") {
          byteLength = Buffer.byteLength(data);
          readOnly = false;
        } else if (isBlob(data)) {
          byteLength = data.size;
          readOnly = false;
        } else {
          data = toBuffer(data);
          byteLength = data.length;
          readOnly = toBuffer.readOnly;
        }
        if (byteLength > 125) {
          throw new RangeError("The data size must not be greater than 125 bytes");
        }
        const options = {
          [kByteLength]: byteLength,
          fin: true,
          generateMask: this._generateMask,
          mask,
          maskBuffer: this._maskBuffer,
          opcode: 9,
          readOnly,
          rsv1: false
        };
        if (isBlob(data)) {
          if (this._state !== DEFAULT) {
            this.enqueue([this.getBlobData, data, false, options, cb]);
          } else {
            this.getBlobData(data, false, options, cb);
          }
        } else if (this._state !== DEFAULT) {
          this.enqueue([this.dispatch, data, false, options, cb]);
        } else {
          this.sendFrame(_Sender.frame(data, options), cb);
        }
      }
      /**
       * Sends a pong message to the other peer.
       *
       * @param {*} data The message to send
       * @param {Boolean} [mask=false] Specifies whether or not to mask `data`
       * @param {Function} [cb] Callback
       * @public
       */
      pong(data, mask, cb) {
        let byteLength;
        let readOnly;
        if (typeof data === "string") {
          byteLength = Buffer.byteLength(data);
          readOnly = false;
        } else if (isBlob(data)) {
          byteLength = data.size;
          readOnly = false;
        } else {
          data = toBuffer(data);
          byteLength = data.length;
          readOnly = toBuffer.readOnly;
        }
        if (byteLength > 125) {
          throw new RangeError("The data size must not be greater than 125 bytes");
        }
        const options = {
          [kByteLength]: byteLength,
          fin: true,
          generateMask: this._generateMask,
          mask,
          maskBuffer: this._maskBuffer,
          opcode: 10,
          readOnly,
          rsv1: false
        };
        if (isBlob(data)) {
          if (this._state !== DEFAULT) {
            this.enqueue([this.getBlobData, data, false, options, cb]);
          } else {
            this.getBlobData(data, false, options, cb);
          }
        } else if (this._state !== DEFAULT) {
          this.enqueue([this.dispatch, data, false, options, cb]);
        } else {
          this.sendFrame(_Sender.frame(data, options), cb);
        }
      }
      /**
       * Sends a data message to the other peer.
       *
       * @param {*} data The message to send
       * @param {Object} options Options object
       * @param {Boolean} [options.binary=false] Specifies whether `data` is binary
       *     or text
       * @param {Boolean} [options.compress=false] Specifies whether or not to
       *     compress `data`
       * @param {Boolean} [options.fin=false] Specifies whether the fragment is the
       *     last one
       * @param {Boolean} [options.mask=false] Specifies whether or not to mask
       *     `data`
       * @param {Function} [cb] Callback
       * @public
       */
      send(data, options, cb) {
        const perMessageDeflate = this._extensions[PerMessageDeflate2.extensionName];
        let opcode = options.binary ? 2 : 1;
        let rsv1 = options.compress;
        let byteLength;
        let readOnly;
        if (typeof data === "string") {
          byteLength = Buffer.byteLength(data);
          readOnly = false;
        } else if (isBlob(data)) {
          byteLength = data.size;
          readOnly = false;
        } else {
          data = toBuffer(data);
          byteLength = data.length;
          readOnly = toBuffer.readOnly;
        }
        if (this._firstFragment) {
          this._firstFragment = false;
          if (rsv1 && perMessageDeflate && perMessageDeflate.params[perMessageDeflate._isServer ? "server_no_context_takeover" : "client_no_context_takeover"]) {
            rsv1 = byteLength >= perMessageDeflate._threshold;
          }
          this._compress = rsv1;
        } else {
          rsv1 = false;
          opcode = 0;
        }
        if (options.fin) this._firstFragment = true;
        const opts = {
          [kByteLength]: byteLength,
          fin: options.fin,
          generateMask: this._generateMask,
          mask: options.mask,
          maskBuffer: this._maskBuffer,
          opcode,
          readOnly,
          rsv1
        };
        if (isBlob(data)) {
          if (this._state !== DEFAULT) {
            this.enqueue([this.getBlobData, data, this._compress, opts, cb]);
          } else {
            this.getBlobData(data, this._compress, opts, cb);
          }
        } else if (this._state !== DEFAULT) {
          this.enqueue([this.dispatch, data, this._compress, opts, cb]);
        } else {
          this.dispatch(data, this._compress, opts, cb);
        }
      }
      /**
       * Gets the contents of a blob as binary data.
       *
       * @param {Blob} blob The blob
       * @param {Boolean} [compress=false] Specifies whether or not to compress
       *     the data
       * @param {Object} options Options object
       * @param {Boolean} [options.fin=false] Specifies whether or not to set the
       *     FIN bit
       * @param {Function} [options.generateMask] The function used to generate the
       *     masking key
       * @param {Boolean} [options.mask=false] Specifies whether or not to mask
       *     `data`
       * @param {Buffer} [options.maskBuffer] The buffer used to store the masking
       *     key
       * @param {Number} options.opcode The opcode
       * @param {Boolean} [options.readOnly=false] Specifies whether `data` can be
       *     modified
       * @param {Boolean} [options.rsv1=false] Specifies whether or not to set the
       *     RSV1 bit
       * @param {Function} [cb] Callback
       * @private
       */
      getBlobData(blob, compress2, options, cb) {
        this._bufferedBytes += options[kByteLength];
        this._state = GET_BLOB_DATA;
        blob.arrayBuffer().then((arrayBuffer) => {
          if (this._socket.destroyed) {
            const err = new Error(
              "The socket was closed while the blob was being read"
            );
            process.nextTick(callCallbacks, this, err, cb);
            return;
          }
          this._bufferedBytes -= options[kByteLength];
          const data = toBuffer(arrayBuffer);
          if (!compress2) {
            this._state = DEFAULT;
            this.sendFrame(_Sender.frame(data, options), cb);
            this.dequeue();
          } else {
            this.dispatch(data, compress2, options, cb);
          }
        }).catch((err) => {
          process.nextTick(onError, this, err, cb);
        });
      }
      /**
       * Dispatches a message.
       *
       * @param {(Buffer|String)} data The message to send
       * @param {Boolean} [compress=false] Specifies whether or not to compress
       *     `data`
       * @param {Object} options Options object
       * @param {Boolean} [options.fin=false] Specifies whether or not to set the
       *     FIN bit
       * @param {Function} [options.generateMask] The function used to generate the
       *     masking key
       * @param {Boolean} [options.mask=false] Specifies whether or not to mask
       *     `data`
       * @param {Buffer} [options.maskBuffer] The buffer used to store the masking
       *     key
       * @param {Number} options.opcode The opcode
       * @param {Boolean} [options.readOnly=false] Specifies whether `data` can be
       *     modified
       * @param {Boolean} [options.rsv1=false] Specifies whether or not to set the
       *     RSV1 bit
       * @param {Function} [cb] Callback
       * @private
       */
      dispatch(data, compress2, options, cb) {
        if (!compress2) {
          this.sendFrame(_Sender.frame(data, options), cb);
          return;
        }
        const perMessageDeflate = this._extensions[PerMessageDeflate2.extensionName];
        this._bufferedBytes += options[kByteLength];
        this._state = DEFLATING;
        perMessageDeflate.compress(data, options.fin, (_, buf) => {
          if (this._socket.destroyed) {
            const err = new Error(
              "The socket was closed while data was being compressed"
            );
            callCallbacks(this, err, cb);
            return;
          }
          this._bufferedBytes -= options[kByteLength];
          this._state = DEFAULT;
          options.readOnly = false;
          this.sendFrame(_Sender.frame(buf, options), cb);
          this.dequeue();
        });
      }
      /**
       * Executes queued send operations.
       *
       * @private
       */
      dequeue() {
        while (this._state === DEFAULT && this._queue.length) {
          const params = this._queue.shift();
          this._bufferedBytes -= params[3][kByteLength];
          Reflect.apply(params[0], this, params.slice(1));
        }
      }
      /**
       * Enqueues a send operation.
       *
       * @param {Array} params Send operation parameters.
       * @private
       */
      enqueue(params) {
        this._bufferedBytes += params[3][kByteLength];
        this._queue.push(params);
      }
      /**
       * Sends a frame.
       *
       * @param {(Buffer | String)[]} list The frame to send
       * @param {Function} [cb] Callback
       * @private
       */
      sendFrame(list, cb) {
        if (list.length === 2) {
          this._socket.cork();
          this._socket.write(list[0]);
          this._socket.write(list[1], cb);
          this._socket.uncork();
        } else {
          this._socket.write(list[0], cb);
        }
      }
    };
    module.exports = Sender3;
    function callCallbacks(sender, err, cb) {
      if (typeof cb === "function") cb(err);
      for (let i = 0; i < sender._queue.length; i++) {
        const params = sender._queue[i];
        const callback = params[params.length - 1];
        if (typeof callback === "function") callback(err);
      }
    }
    function onError(sender, err, cb) {
      callCallbacks(sender, err, cb);
      sender.onerror(err);
    }
  }
});

// node_modules/ws/lib/event-target.js
var require_event_target = __commonJS({
  "node_modules/ws/lib/event-target.js"(exports, module) {
    "use strict";
    var { kForOnEventAttribute, kListener } = require_constants();
    var kCode = /* @__PURE__ */ Symbol("kCode");
    var kData = /* @__PURE__ */ Symbol("kData");
    var kError = /* @__PURE__ */ Symbol("kError");
    var kMessage = /* @__PURE__ */ Symbol("kMessage");
    var kReason = /* @__PURE__ */ Symbol("kReason");
    var kTarget = /* @__PURE__ */ Symbol("kTarget");
    var kType = /* @__PURE__ */ Symbol("kType");
    var kWasClean = /* @__PURE__ */ Symbol("kWasClean");
    var Event = class {
      /**
       * Create a new `Event`.
       *
       * @param {String} type The name of the event
       * @throws {TypeError} If the `type` argument is not specified
       */
      constructor(type) {
        this[kTarget] = null;
        this[kType] = type;
      }
      /**
       * @type {*}
       */
      get target() {
        return this[kTarget];
      }
      /**
       * @type {String}
       */
      get type() {
        return this[kType];
      }
    };
    Object.defineProperty(Event.prototype, "target", { enumerable: true });
    Object.defineProperty(Event.prototype, "type", { enumerable: true });
    var CloseEvent = class extends Event {
      /**
       * Create a new `CloseEvent`.
       *
       * @param {String} type The name of the event
       * @param {Object} [options] A dictionary object that allows for setting
       *     attributes via object members of the same name
       * @param {Number} [options.code=0] The status code explaining why the
       *     connection was closed
       * @param {String} [options.reason=''] A human-readable string explaining why
       *     the connection was closed
       * @param {Boolean} [options.wasClean=false] Indicates whether or not the
       *     connection was cleanly closed
       */
      constructor(type, options = {}) {
        super(type);
        this[kCode] = options.code === void 0 ? 0 : options.code;
        this[kReason] = options.reason === void 0 ? "" : options.reason;
        this[kWasClean] = options.wasClean === void 0 ? false : options.wasClean;
      }
      /**
       * @type {Number}
       */
      get code() {
        return this[kCode];
      }
      /**
       * @type {String}
       */
      get reason() {
        return this[kReason];
      }
      /**
       * @type {Boolean}
       */
      get wasClean() {
        return this[kWasClean];
      }
    };
    Object.defineProperty(CloseEvent.prototype, "code", { enumerable: true });
    Object.defineProperty(CloseEvent.prototype, "reason", { enumerable: true });
    Object.defineProperty(CloseEvent.prototype, "wasClean", { enumerable: true });
    var ErrorEvent = class extends Event {
      /**
       * Create a new `ErrorEvent`.
       *
       * @param {String} type The name of the event
       * @param {Object} [options] A dictionary object that allows for setting
       *     attributes via object members of the same name
       * @param {*} [options.error=null] The error that generated this event
       * @param {String} [options.message=''] The error message
       */
      constructor(type, options = {}) {
        super(type);
        this[kError] = options.error === void 0 ? null : options.error;
        this[kMessage] = options.message === void 0 ? "" : options.message;
      }
      /**
       * @type {*}
       */
      get error() {
        return this[kError];
      }
      /**
       * @type {String}
       */
      get message() {
        return this[kMessage];
      }
    };
    Object.defineProperty(ErrorEvent.prototype, "error", { enumerable: true });
    Object.defineProperty(ErrorEvent.prototype, "message", { enumerable: true });
    var MessageEvent = class extends Event {
      /**
       * Create a new `MessageEvent`.
       *
       * @param {String} type The name of the event
       * @param {Object} [options] A dictionary object that allows for setting
       *     attributes via object members of the same name
       * @param {*} [options.data=null] The message content
       */
      constructor(type, options = {}) {
        super(type);
        this[kData] = options.data === void 0 ? null : options.data;
      }
      /**
       * @type {*}
       */
      get data() {
        return this[kData];
      }
    };
    Object.defineProperty(MessageEvent.prototype, "data", { enumerable: true });
    var EventTarget = {
      /**
       * Register an event listener.
       *
       * @param {String} type A string representing the event type to listen for
       * @param {(Function|Object)} handler The listener to add
       * @param {Object} [options] An options object specifies characteristics about
       *     the event listener
       * @param {Boolean} [options.once=false] A `Boolean` indicating that the
       *     listener should be invoked at most once after being added. If `true`,
       *     the listener would be automatically removed when invoked.
       * @public
       */
      addEventListener(type, handler, options = {}) {
        for (const listener of this.listeners(type)) {
          if (!options[kForOnEventAttribute] && listener[kListener] === handler && !listener[kForOnEventAttribute]) {
            return;
          }
        }
        let wrapper;
        if (type === "message") {
          wrapper = function onMessage(data, isBinary) {
            const event = new MessageEvent("message", {
              data: isBinary ? data : data.toString()
            });
            event[kTarget] = this;
            callListener(handler, this, event);
          };
        } else if (type === "close") {
          wrapper = function onClose(code, message) {
            const event = new CloseEvent("close", {
              code,
              reason: message.toString(),
              wasClean: this._closeFrameReceived && this._closeFrameSent
            });
            event[kTarget] = this;
            callListener(handler, this, event);
          };
        } else if (type === "error") {
          wrapper = function onError(error2) {
            const event = new ErrorEvent("error", {
              error: error2,
              message: error2.message
            });
            event[kTarget] = this;
            callListener(handler, this, event);
          };
        } else if (type === "open") {
          wrapper = function onOpen() {
            const event = new Event("open");
            event[kTarget] = this;
            callListener(handler, this, event);
          };
        } else {
          return;
        }
        wrapper[kForOnEventAttribute] = !!options[kForOnEventAttribute];
        wrapper[kListener] = handler;
        if (options.once) {
          this.once(type, wrapper);
        } else {
          this.on(type, wrapper);
        }
      },
      /**
       * Remove an event listener.
       *
       * @param {String} type A string representing the event type to remove
       * @param {(Function|Object)} handler The listener to remove
       * @public
       */
      removeEventListener(type, handler) {
        for (const listener of this.listeners(type)) {
          if (listener[kListener] === handler && !listener[kForOnEventAttribute]) {
            this.removeListener(type, listener);
            break;
          }
        }
      }
    };
    module.exports = {
      CloseEvent,
      ErrorEvent,
      Event,
      EventTarget,
      MessageEvent
    };
    function callListener(listener, thisArg, event) {
      if (typeof listener === "object" && listener.handleEvent) {
        listener.handleEvent.call(listener, event);
      } else {
        listener.call(thisArg, event);
      }
    }
  }
});

// node_modules/ws/lib/extension.js
var require_extension = __commonJS({
  "node_modules/ws/lib/extension.js"(exports, module) {
    "use strict";
    var { tokenChars } = require_validation();
    function push(dest, name, elem) {
      if (dest[name] === void 0) dest[name] = [elem];
      else dest[name].push(elem);
    }
    function parse3(header) {
      const offers = /* @__PURE__ */ Object.create(null);
      let params = /* @__PURE__ */ Object.create(null);
      let mustUnescape = false;
      let isEscaping = false;
      let inQuotes = false;
      let extensionName;
      let paramName;
      let start = -1;
      let code = -1;
      let end = -1;
      let i = 0;
      for (; i < header.length; i++) {
        code = header.charCodeAt(i);
        if (extensionName === void 0) {
          if (end === -1 && tokenChars[code] === 1) {
            if (start === -1) start = i;
          } else if (i !== 0 && (code === 32 || code === 9)) {
            if (end === -1 && start !== -1) end = i;
          } else if (code === 59 || code === 44) {
            if (start === -1) {
              throw new SyntaxError(`Unexpected character at index ${i}`);
            }
            if (end === -1) end = i;
            const name = header.slice(start, end);
            if (code === 44) {
              push(offers, name, params);
              params = /* @__PURE__ */ Object.create(null);
            } else {
              extensionName = name;
            }
            start = end = -1;
          } else {
            throw new SyntaxError(`Unexpected character at index ${i}`);
          }
        } else if (paramName === void 0) {
          if (end === -1 && tokenChars[code] === 1) {
            if (start === -1) start = i;
          } else if (code === 32 || code === 9) {
            if (end === -1 && start !== -1) end = i;
          } else if (code === 59 || code === 44) {
            if (start === -1) {
              throw new SyntaxError(`Unexpected character at index ${i}`);
            }
            if (end === -1) end = i;
            push(params, header.slice(start, end), true);
            if (code === 44) {
              push(offers, extensionName, params);
              params = /* @__PURE__ */ Object.create(null);
              extensionName = void 0;
            }
            start = end = -1;
          } else if (code === 61 && start !== -1 && end === -1) {
            paramName = header.slice(start, i);
            start = end = -1;
          } else {
            throw new SyntaxError(`Unexpected character at index ${i}`);
          }
        } else {
          if (isEscaping) {
            if (tokenChars[code] !== 1) {
              throw new SyntaxError(`Unexpected character at index ${i}`);
            }
            if (start === -1) start = i;
            else if (!mustUnescape) mustUnescape = true;
            isEscaping = false;
          } else if (inQuotes) {
            if (tokenChars[code] === 1) {
              if (start === -1) start = i;
            } else if (code === 34 && start !== -1) {
              inQuotes = false;
              end = i;
            } else if (code === 92) {
              isEscaping = true;
            } else {
              throw new SyntaxError(`Unexpected character at index ${i}`);
            }
          } else if (code === 34 && header.charCodeAt(i - 1) === 61) {
            inQuotes = true;
          } else if (end === -1 && tokenChars[code] === 1) {
            if (start === -1) start = i;
          } else if (start !== -1 && (code === 32 || code === 9)) {
            if (end === -1) end = i;
          } else if (code === 59 || code === 44) {
            if (start === -1) {
              throw new SyntaxError(`Unexpected character at index ${i}`);
            }
            if (end === -1) end = i;
            let value = header.slice(start, end);
            if (mustUnescape) {
              value = value.replace(/\\/g, "");
              mustUnescape = false;
            }
            push(params, paramName, value);
            if (code === 44) {
              push(offers, extensionName, params);
              params = /* @__PURE__ */ Object.create(null);
              extensionName = void 0;
            }
            paramName = void 0;
            start = end = -1;
          } else {
            throw new SyntaxError(`Unexpected character at index ${i}`);
          }
        }
      }
      if (start === -1 || inQuotes || code === 32 || code === 9) {
        throw new SyntaxError("Unexpected end of input");
      }
      if (end === -1) end = i;
      const token = header.slice(start, end);
      if (extensionName === void 0) {
        push(offers, token, params);
      } else {
        if (paramName === void 0) {
          push(params, token, true);
        } else if (mustUnescape) {
          push(params, paramName, token.replace(/\\/g, ""));
        } else {
          push(params, paramName, token);
        }
        push(offers, extensionName, params);
      }
      return offers;
    }
    function format(extensions) {
      return Object.keys(extensions).map((extension2) => {
        let configurations = extensions[extension2];
        if (!Array.isArray(configurations)) configurations = [configurations];
        return configurations.map((params) => {
          return [extension2].concat(
            Object.keys(params).map((k) => {
              let values = params[k];
              if (!Array.isArray(values)) values = [values];
              return values.map((v) => v === true ? k : `${k}=${v}`).join("; ");
            })
          ).join("; ");
        }).join(", ");
      }).join(", ");
    }
    module.exports = { format, parse: parse3 };
  }
});

// node_modules/ws/lib/websocket.js
var require_websocket = __commonJS({
  "node_modules/ws/lib/websocket.js"(exports, module) {
    "use strict";
    var EventEmitter2 = __require("events");
    var https = __require("https");
    var http = __require("http");
    var net = __require("net");
    var querystring = __require("querystring");
    var tls = __require("tls");
    var { randomBytes: randomBytes4, createHash: createHash4 } = __require("crypto");
    var { Duplex: Duplex2, Readable } = __require("stream");
    var { URL: URL2 } = __require("url");
    var PerMessageDeflate2 = require_permessage_deflate();
    var Receiver3 = require_receiver();
    var Sender3 = require_sender();
    var { isBlob } = require_validation();
    var {
      BINARY_TYPES,
      CLOSE_TIMEOUT,
      EMPTY_BUFFER,
      GUID,
      kForOnEventAttribute,
      kListener,
      kStatusCode,
      kWebSocket,
      NOOP
    } = require_constants();
    var {
      EventTarget: { addEventListener, removeEventListener }
    } = require_event_target();
    var { format, parse: parse3 } = require_extension();
    var { toBuffer } = require_buffer_util();
    var kAborted = /* @__PURE__ */ Symbol("kAborted");
    var protocolVersions = [8, 13];
    var readyStates = ["CONNECTING", "OPEN", "CLOSING", "CLOSED"];
    var subprotocolRegex = /^[!#$%&'*+\-.0-9A-Z^_`|a-z~]+$/;
    var WebSocket2 = class _WebSocket extends EventEmitter2 {
      /**
       * Create a new `WebSocket`.
       *
       * @param {(String|URL)} address The URL to which to connect
       * @param {(String|String[])} [protocols] The subprotocols
       * @param {Object} [options] Connection options
       */
      constructor(address2, protocols, options) {
        super();
        this._binaryType = BINARY_TYPES[0];
        this._closeCode = 1006;
        this._closeFrameReceived = false;
        this._closeFrameSent = false;
        this._closeMessage = EMPTY_BUFFER;
        this._closeTimer = null;
        this._errorEmitted = false;
        this._extensions = {};
        this._paused = false;
        this._protocol = "";
        this._readyState = _WebSocket.CONNECTING;
        this._receiver = null;
        this._sender = null;
        this._socket = null;
        if (address2 !== null) {
          this._bufferedAmount = 0;
          this._isServer = false;
          this._redirects = 0;
          if (protocols === void 0) {
            if (!options || options.protocols === void 0) {
              protocols = [];
            } else if (Array.isArray(options.protocols)) {
              protocols = options.protocols;
            } else {
              protocols = [options.protocols];
            }
          } else if (!Array.isArray(protocols)) {
            if (typeof protocols === "object" && protocols !== null) {
              options = protocols;
              if (options.protocols === void 0) {
                protocols = [];
              } else if (Array.isArray(options.protocols)) {
                protocols = options.protocols;
              } else {
                protocols = [options.protocols];
              }
            } else {
              protocols = [protocols];
            }
          }
          options = initAsClient(this, address2, protocols, options);
        } else {
          this._isServer = true;
        }
        if (options.autoPong) {
          this._autoPong = true;
          this._autoPongComplete = () => autoPongComplete(this);
          this._pendingAutoPongs = 0;
          this._maxPendingAutoPongs = options.maxPendingAutoPongs | 0;
        }
        this._closeTimeout = options.closeTimeout;
      }
      /**
       * For historical reasons, the custom "nodebuffer" type is used by the default
       * instead of "blob".
       *
       * @type {String}
       */
      get binaryType() {
        return this._binaryType;
      }
      set binaryType(type) {
        if (!BINARY_TYPES.includes(type)) return;
        this._binaryType = type;
        if (this._receiver) this._receiver._binaryType = type;
      }
      /**
       * @type {Number}
       */
      get bufferedAmount() {
        if (!this._socket) return this._bufferedAmount;
        return this._socket._writableState.length + this._sender._bufferedBytes;
      }
      /**
       * @type {String}
       */
      get extensions() {
        return Object.keys(this._extensions).join();
      }
      /**
       * @type {Boolean}
       */
      get isPaused() {
        return this._paused;
      }
      /**
       * @type {Function}
       */
      /* istanbul ignore next */
      get onclose() {
        return null;
      }
      /**
       * @type {Function}
       */
      /* istanbul ignore next */
      get onerror() {
        return null;
      }
      /**
       * @type {Function}
       */
      /* istanbul ignore next */
      get onopen() {
        return null;
      }
      /**
       * @type {Function}
       */
      /* istanbul ignore next */
      get onmessage() {
        return null;
      }
      /**
       * @type {String}
       */
      get protocol() {
        return this._protocol;
      }
      /**
       * @type {Number}
       */
      get readyState() {
        return this._readyState;
      }
      /**
       * @type {String}
       */
      get url() {
        return this._url;
      }
      /**
       * Set up the socket and the internal resources.
       *
       * @param {Duplex} socket The network socket between the server and client
       * @param {Buffer} head The first packet of the upgraded stream
       * @param {Object} options Options object
       * @param {Boolean} [options.allowSynchronousEvents=false] Specifies whether
       *     any of the `'message'`, `'ping'`, and `'pong'` events can be emitted
       *     multiple times in the same tick
       * @param {Function} [options.generateMask] The function used to generate the
       *     masking key
       * @param {Number} [options.maxBufferedChunks=0] The maximum number of
       *     buffered data chunks
       * @param {Number} [options.maxFragments=0] The maximum number of message
       *     fragments
       * @param {Number} [options.maxPayload=0] The maximum allowed message size
       * @param {Boolean} [options.skipUTF8Validation=false] Specifies whether or
       *     not to skip UTF-8 validation for text and close messages
       * @private
       */
      setSocket(socket, head, options) {
        const receiver = new Receiver3({
          allowSynchronousEvents: options.allowSynchronousEvents,
          binaryType: this.binaryType,
          extensions: this._extensions,
          isServer: this._isServer,
          maxBufferedChunks: options.maxBufferedChunks,
          maxFragments: options.maxFragments,
          maxPayload: options.maxPayload,
          skipUTF8Validation: options.skipUTF8Validation
        });
        const sender = new Sender3(socket, this._extensions, options.generateMask);
        this._receiver = receiver;
        this._sender = sender;
        this._socket = socket;
        receiver[kWebSocket] = this;
        sender[kWebSocket] = this;
        socket[kWebSocket] = this;
        receiver.on("conclude", receiverOnConclude);
        receiver.on("drain", receiverOnDrain);
        receiver.on("error", receiverOnError);
        receiver.on("message", receiverOnMessage);
        receiver.on("ping", receiverOnPing);
        receiver.on("pong", receiverOnPong);
        sender.onerror = senderOnError;
        if (socket.setTimeout) socket.setTimeout(0);
        if (socket.setNoDelay) socket.setNoDelay();
        if (head.length > 0) socket.unshift(head);
        socket.on("close", socketOnClose);
        socket.on("data", socketOnData);
        socket.on("end", socketOnEnd);
        socket.on("error", socketOnError);
        this._readyState = _WebSocket.OPEN;
        this.emit("open");
      }
      /**
       * Emit the `'close'` event.
       *
       * @private
       */
      emitClose() {
        if (!this._socket) {
          this._readyState = _WebSocket.CLOSED;
          this.emit("close", this._closeCode, this._closeMessage);
          return;
        }
        if (this._extensions[PerMessageDeflate2.extensionName]) {
          this._extensions[PerMessageDeflate2.extensionName].cleanup();
        }
        this._receiver.removeAllListeners();
        this._readyState = _WebSocket.CLOSED;
        this.emit("close", this._closeCode, this._closeMessage);
      }
      /**
       * Start a closing handshake.
       *
       *          +----------+   +-----------+   +----------+
       *     - - -|ws.close()|-->|close frame|-->|ws.close()|- - -
       *    |     +----------+   +-----------+   +----------+     |
       *          +----------+   +-----------+         |
       * CLOSING  |ws.close()|<--|close frame|<--+-----+       CLOSING
       *          +----------+   +-----------+   |
       *    |           |                        |   +---+        |
       *                +------------------------+-->|fin| - - - -
       *    |         +---+                      |   +---+
       *     - - - - -|fin|<---------------------+
       *              +---+
       *
       * @param {Number} [code] Status code explaining why the connection is closing
       * @param {(String|Buffer)} [data] The reason why the connection is
       *     closing
       * @public
       */
      close(code, data) {
        if (this.readyState === _WebSocket.CLOSED) return;
        if (this.readyState === _WebSocket.CONNECTING) {
          const msg = "WebSocket was closed before the connection was established";
          abortHandshake(this, this._req, msg);
          return;
        }
        if (this.readyState === _WebSocket.CLOSING) {
          if (this._closeFrameSent && (this._closeFrameReceived || this._receiver._writableState.errorEmitted)) {
            this._socket.end();
          }
          return;
        }
        this._sender.close(code, data, !this._isServer, (err) => {
          if (err) return;
          this._closeFrameSent = true;
          if (this._closeFrameReceived || this._receiver._writableState.errorEmitted) {
            this._socket.end();
          }
        });
        this._readyState = _WebSocket.CLOSING;
        setCloseTimer(this);
      }
      /**
       * Pause the socket.
       *
       * @public
       */
      pause() {
        if (this.readyState === _WebSocket.CONNECTING || this.readyState === _WebSocket.CLOSED) {
          return;
        }
        this._paused = true;
        this._socket.pause();
      }
      /**
       * Send a ping.
       *
       * @param {*} [data] The data to send
       * @param {Boolean} [mask] Indicates whether or not to mask `data`
       * @param {Function} [cb] Callback which is executed when the ping is sent
       * @public
       */
      ping(data, mask, cb) {
        if (this.readyState === _WebSocket.CONNECTING) {
          throw new Error("WebSocket is not open: readyState 0 (CONNECTING)");
        }
        if (typeof data === "function") {
          cb = data;
          data = mask = void 0;
        } else if (typeof mask === "function") {
          cb = mask;
          mask = void 0;
        }
        if (typeof data === "number") data = data.toString();
        if (this.readyState !== _WebSocket.OPEN) {
          sendAfterClose(this, data, cb);
          return;
        }
        if (mask === void 0) mask = !this._isServer;
        this._sender.ping(data || EMPTY_BUFFER, mask, cb);
      }
      /**
       * Send a pong.
       *
       * @param {*} [data] The data to send
       * @param {Boolean} [mask] Indicates whether or not to mask `data`
       * @param {Function} [cb] Callback which is executed when the pong is sent
       * @public
       */
      pong(data, mask, cb) {
        if (this.readyState === _WebSocket.CONNECTING) {
          throw new Error("WebSocket is not open: readyState 0 (CONNECTING)");
        }
        if (typeof data === "function") {
          cb = data;
          data = mask = void 0;
        } else if (typeof mask === "function") {
          cb = mask;
          mask = void 0;
        }
        if (typeof data === "number") data = data.toString();
        if (this.readyState !== _WebSocket.OPEN) {
          sendAfterClose(this, data, cb);
          return;
        }
        if (mask === void 0) mask = !this._isServer;
        this._sender.pong(data || EMPTY_BUFFER, mask, cb);
      }
      /**
       * Resume the socket.
       *
       * @public
       */
      resume() {
        if (this.readyState === _WebSocket.CONNECTING || this.readyState === _WebSocket.CLOSED) {
          return;
        }
        this._paused = false;
        if (!this._receiver._writableState.needDrain) this._socket.resume();
      }
      /**
       * Send a data message.
       *
       * @param {*} data The message to send
       * @param {Object} [options] Options object
       * @param {Boolean} [options.binary] Specifies whether `data` is binary or
       *     text
       * @param {Boolean} [options.compress] Specifies whether or not to compress
       *     `data`
       * @param {Boolean} [options.fin=true] Specifies whether the fragment is the
       *     last one
       * @param {Boolean} [options.mask] Specifies whether or not to mask `data`
       * @param {Function} [cb] Callback which is executed when data is written out
       * @public
       */
      send(data, options, cb) {
        if (this.readyState === _WebSocket.CONNECTING) {
          throw new Error("WebSocket is not open: readyState 0 (CONNECTING)");
        }
        if (typeof options === "function") {
          cb = options;
          options = {};
        }
        if (typeof data === "number") data = data.toString();
        if (this.readyState !== _WebSocket.OPEN) {
          sendAfterClose(this, data, cb);
          return;
        }
        const opts = {
          binary: typeof data !== "string",
          mask: !this._isServer,
          compress: true,
          fin: true,
          ...options
        };
        if (!this._extensions[PerMessageDeflate2.extensionName]) {
          opts.compress = false;
        }
        this._sender.send(data || EMPTY_BUFFER, opts, cb);
      }
      /**
       * Forcibly close the connection.
       *
       * @public
       */
      terminate() {
        if (this.readyState === _WebSocket.CLOSED) return;
        if (this.readyState === _WebSocket.CONNECTING) {
          const msg = "WebSocket was closed before the connection was established";
          abortHandshake(this, this._req, msg);
          return;
        }
        if (this._socket) {
          this._readyState = _WebSocket.CLOSING;
          this._socket.destroy();
        }
      }
    };
    Object.defineProperty(WebSocket2, "CONNECTING", {
      enumerable: true,
      value: readyStates.indexOf("CONNECTING")
    });
    Object.defineProperty(WebSocket2.prototype, "CONNECTING", {
      enumerable: true,
      value: readyStates.indexOf("CONNECTING")
    });
    Object.defineProperty(WebSocket2, "OPEN", {
      enumerable: true,
      value: readyStates.indexOf("OPEN")
    });
    Object.defineProperty(WebSocket2.prototype, "OPEN", {
      enumerable: true,
      value: readyStates.indexOf("OPEN")
    });
    Object.defineProperty(WebSocket2, "CLOSING", {
      enumerable: true,
      value: readyStates.indexOf("CLOSING")
    });
    Object.defineProperty(WebSocket2.prototype, "CLOSING", {
      enumerable: true,
      value: readyStates.indexOf("CLOSING")
    });
    Object.defineProperty(WebSocket2, "CLOSED", {
      enumerable: true,
      value: readyStates.indexOf("CLOSED")
    });
    Object.defineProperty(WebSocket2.prototype, "CLOSED", {
      enumerable: true,
      value: readyStates.indexOf("CLOSED")
    });
    [
      "binaryType",
      "bufferedAmount",
      "extensions",
      "isPaused",
      "protocol",
      "readyState",
      "url"
    ].forEach((property) => {
      Object.defineProperty(WebSocket2.prototype, property, { enumerable: true });
    });
    ["open", "error", "close", "message"].forEach((method) => {
      Object.defineProperty(WebSocket2.prototype, `on${method}`, {
        enumerable: true,
        get() {
          for (const listener of this.listeners(method)) {
            if (listener[kForOnEventAttribute]) return listener[kListener];
          }
          return null;
        },
        set(handler) {
          for (const listener of this.listeners(method)) {
            if (listener[kForOnEventAttribute]) {
              this.removeListener(method, listener);
              break;
            }
          }
          if (typeof handler !== "function") return;
          this.addEventListener(method, handler, {
            [kForOnEventAttribute]: true
          });
        }
      });
    });
    WebSocket2.prototype.addEventListener = addEventListener;
    WebSocket2.prototype.removeEventListener = removeEventListener;
    module.exports = WebSocket2;
    function initAsClient(websocket, address2, protocols, options) {
      const opts = {
        allowSynchronousEvents: true,
        autoPong: true,
        closeTimeout: CLOSE_TIMEOUT,
        protocolVersion: protocolVersions[1],
        maxBufferedChunks: 256 * 1024,
        maxFragments: 16 * 1024,
        maxPayload: 100 * 1024 * 1024,
        maxPendingAutoPongs: 60,
        skipUTF8Validation: false,
        perMessageDeflate: true,
        followRedirects: false,
        maxRedirects: 10,
        ...options,
        socketPath: void 0,
        hostname: void 0,
        protocol: void 0,
        protocols: void 0,
        timeout: void 0,
        method: "GET",
        host: void 0,
        path: void 0,
        port: void 0
      };
      if (!protocolVersions.includes(opts.protocolVersion)) {
        throw new RangeError(
          `Unsupported protocol version: ${opts.protocolVersion} (supported versions: ${protocolVersions.join(", ")})`
        );
      }
      let parsedUrl;
      if (address2 instanceof URL2) {
        parsedUrl = address2;
      } else {
        try {
          parsedUrl = new URL2(address2);
        } catch {
          throw new SyntaxError(`Invalid URL: ${address2}`);
        }
      }
      if (parsedUrl.protocol === "http:" || parsedUrl.protocol === "https:") {
        parsedUrl = new URL2(parsedUrl);
        parsedUrl.protocol = parsedUrl.protocol === "http:" ? "ws:" : "wss:";
      }
      websocket._url = parsedUrl.href;
      const isSecure = parsedUrl.protocol === "wss:";
      const isIpcUrl = parsedUrl.protocol === "ws+unix:";
      let invalidUrlMessage;
      if (parsedUrl.protocol !== "ws:" && !isSecure && !isIpcUrl) {
        invalidUrlMessage = `The URL's protocol must be one of "ws:", "wss:", "http:", "https:", or "ws+unix:"`;
      } else if (isIpcUrl && !parsedUrl.pathname) {
        invalidUrlMessage = "The URL's pathname is empty";
      } else if (parsedUrl.hash) {
        invalidUrlMessage = "The URL contains a fragment identifier";
      }
      if (invalidUrlMessage) {
        const err = new SyntaxError(invalidUrlMessage);
        if (websocket._redirects === 0) {
          throw err;
        } else {
          emitErrorAndClose(websocket, err);
          return;
        }
      }
      const defaultPort = isSecure ? 443 : 80;
      const key = randomBytes4(16).toString("base64");
      const request3 = isSecure ? https.request : http.request;
      const protocolSet = /* @__PURE__ */ new Set();
      let perMessageDeflate;
      opts.createConnection = opts.createConnection || (isSecure ? tlsConnect : netConnect);
      opts.defaultPort = opts.defaultPort || defaultPort;
      opts.port = parsedUrl.port || defaultPort;
      opts.host = parsedUrl.hostname.startsWith("[") ? parsedUrl.hostname.slice(1, -1) : parsedUrl.hostname;
      opts.headers = {
        ...opts.headers,
        "Sec-WebSocket-Version": opts.protocolVersion,
        "Sec-WebSocket-Key": key,
        Connection: "Upgrade",
        Upgrade: "websocket"
      };
      opts.path = parsedUrl.pathname + parsedUrl.search;
      opts.timeout = opts.handshakeTimeout;
      if (opts.perMessageDeflate) {
        perMessageDeflate = new PerMessageDeflate2({
          ...opts.perMessageDeflate,
          isServer: false,
          maxPayload: opts.maxPayload
        });
        opts.headers["Sec-WebSocket-Extensions"] = format({
          [PerMessageDeflate2.extensionName]: perMessageDeflate.offer()
        });
      }
      if (protocols.length) {
        for (const protocol of protocols) {
          if (typeof protocol !== "string" || !subprotocolRegex.test(protocol) || protocolSet.has(protocol)) {
            throw new SyntaxError(
              "An invalid or duplicated subprotocol was specified"
            );
          }
          protocolSet.add(protocol);
        }
        opts.headers["Sec-WebSocket-Protocol"] = protocols.join(",");
      }
      if (opts.origin) {
        if (opts.protocolVersion < 13) {
          opts.headers["Sec-WebSocket-Origin"] = opts.origin;
        } else {
          opts.headers.Origin = opts.origin;
        }
      }
      if (parsedUrl.username || parsedUrl.password) {
        const username = querystring.unescape(parsedUrl.username);
        const password = querystring.unescape(parsedUrl.password);
        opts.auth = `${username}:${password}`;
      }
      if (isIpcUrl) {
        const i = opts.path.indexOf(":");
        if (i === -1) {
          opts.socketPath = opts.path;
          opts.path = "";
        } else {
          opts.socketPath = opts.path.slice(0, i);
          opts.path = opts.path.slice(i + 1);
        }
      }
      let req;
      if (opts.followRedirects) {
        if (websocket._redirects === 0) {
          websocket._originalIpc = isIpcUrl;
          websocket._originalSecure = isSecure;
          websocket._originalHostOrSocketPath = isIpcUrl ? opts.socketPath : parsedUrl.host;
          const headers = options && options.headers;
          options = { ...options, headers: {} };
          if (headers) {
            for (const [key2, value] of Object.entries(headers)) {
              options.headers[key2.toLowerCase()] = value;
            }
          }
        } else if (websocket.listenerCount("redirect") === 0) {
          const isSameHost = isIpcUrl ? websocket._originalIpc ? opts.socketPath === websocket._originalHostOrSocketPath : false : websocket._originalIpc ? false : parsedUrl.host === websocket._originalHostOrSocketPath;
          if (!isSameHost || websocket._originalSecure && !isSecure) {
            delete opts.headers.authorization;
            delete opts.headers.cookie;
            if (!isSameHost) delete opts.headers.host;
            opts.auth = void 0;
          }
        }
        if (opts.auth && !options.headers.authorization) {
          options.headers.authorization = "Basic " + Buffer.from(opts.auth).toString("base64");
        }
        req = websocket._req = request3(opts);
        if (websocket._redirects) {
          websocket.emit("redirect", websocket.url, req);
        }
      } else {
        req = websocket._req = request3(opts);
      }
      if (opts.timeout) {
        req.on("timeout", () => {
          abortHandshake(websocket, req, "Opening handshake has timed out");
        });
      }
      req.on("error", (err) => {
        if (req === null || req[kAborted]) return;
        req = websocket._req = null;
        emitErrorAndClose(websocket, err);
      });
      req.on("response", (res) => {
        const location = res.headers.location;
        const statusCode = res.statusCode;
        if (location && opts.followRedirects && statusCode >= 300 && statusCode < 400) {
          if (++websocket._redirects > opts.maxRedirects) {
            abortHandshake(websocket, req, "Maximum redirects exceeded");
            return;
          }
          req.abort();
          let addr;
          try {
            addr = new URL2(location, address2);
          } catch (e) {
            const err = new SyntaxError(`Invalid URL: ${location}`);
            emitErrorAndClose(websocket, err);
            return;
          }
          initAsClient(websocket, addr, protocols, options);
        } else if (!websocket.emit("unexpected-response", req, res)) {
          abortHandshake(
            websocket,
            req,
            `Unexpected server response: ${res.statusCode}`
          );
        }
      });
      req.on("upgrade", (res, socket, head) => {
        websocket.emit("upgrade", res);
        if (websocket.readyState !== WebSocket2.CONNECTING) return;
        req = websocket._req = null;
        const upgrade = res.headers.upgrade;
        if (upgrade === void 0 || upgrade.toLowerCase() !== "websocket") {
          abortHandshake(websocket, socket, "Invalid Upgrade header");
          return;
        }
        const digest = createHash4("sha1").update(key + GUID).digest("base64");
        if (res.headers["sec-websocket-accept"] !== digest) {
          abortHandshake(websocket, socket, "Invalid Sec-WebSocket-Accept header");
          return;
        }
        const serverProt = res.headers["sec-websocket-protocol"];
        let protError;
        if (serverProt !== void 0) {
          if (!protocolSet.size) {
            protError = "Server sent a subprotocol but none was requested";
          } else if (!protocolSet.has(serverProt)) {
            protError = "Server sent an invalid subprotocol";
          }
        } else if (protocolSet.size) {
          protError = "Server sent no subprotocol";
        }
        if (protError) {
          abortHandshake(websocket, socket, protError);
          return;
        }
        if (serverProt) websocket._protocol = serverProt;
        const secWebSocketExtensions = res.headers["sec-websocket-extensions"];
        if (secWebSocketExtensions !== void 0) {
          if (!perMessageDeflate) {
            const message = "Server sent a Sec-WebSocket-Extensions header but no extension was requested";
            abortHandshake(websocket, socket, message);
            return;
          }
          let extensions;
          try {
            extensions = parse3(secWebSocketExtensions);
          } catch (err) {
            const message = "Invalid Sec-WebSocket-Extensions header";
            abortHandshake(websocket, socket, message);
            return;
          }
          const extensionNames = Object.keys(extensions);
          if (extensionNames.length !== 1 || extensionNames[0] !== PerMessageDeflate2.extensionName) {
            const message = "Server indicated an extension that was not requested";
            abortHandshake(websocket, socket, message);
            return;
          }
          try {
            perMessageDeflate.accept(extensions[PerMessageDeflate2.extensionName]);
          } catch (err) {
            const message = "Invalid Sec-WebSocket-Extensions header";
            abortHandshake(websocket, socket, message);
            return;
          }
          websocket._extensions[PerMessageDeflate2.extensionName] = perMessageDeflate;
        }
        websocket.setSocket(socket, head, {
          allowSynchronousEvents: opts.allowSynchronousEvents,
          generateMask: opts.generateMask,
          maxBufferedChunks: opts.maxBufferedChunks,
          maxFragments: opts.maxFragments,
          maxPayload: opts.maxPayload,
          skipUTF8Validation: opts.skipUTF8Validation
        });
      });
      if (opts.finishRequest) {
        opts.finishRequest(req, websocket);
      } else {
        req.end();
      }
      return opts;
    }
    function emitErrorAndClose(websocket, err) {
      websocket._readyState = WebSocket2.CLOSING;
      websocket._errorEmitted = true;
      websocket.emit("error", err);
      websocket.emitClose();
    }
    function netConnect(options) {
      options.path = options.socketPath;
      return net.connect(options);
    }
    function tlsConnect(options) {
      options.path = void 0;
      if (!options.servername && options.servername !== "") {
        options.servername = net.isIP(options.host) ? "" : options.host;
      }
      return tls.connect(options);
    }
    function abortHandshake(websocket, stream3, message) {
      websocket._readyState = WebSocket2.CLOSING;
      const err = new Error(message);
      Error.captureStackTrace(err, abortHandshake);
      if (stream3.setHeader) {
        stream3[kAborted] = true;
        stream3.abort();
        if (stream3.socket && !stream3.socket.destroyed) {
          stream3.socket.destroy();
        }
        process.nextTick(emitErrorAndClose, websocket, err);
      } else {
        stream3.destroy(err);
        stream3.once("error", websocket.emit.bind(websocket, "error"));
        stream3.once("close", websocket.emitClose.bind(websocket));
      }
    }
    function sendAfterClose(websocket, data, cb) {
      if (data) {
        const length = isBlob(data) ? data.size : toBuffer(data).length;
        if (websocket._socket) websocket._sender._bufferedBytes += length;
        else websocket._bufferedAmount += length;
      }
      if (cb) {
        const err = new Error(
          `WebSocket is not open: readyState ${websocket.readyState} (${readyStates[websocket.readyState]})`
        );
        process.nextTick(cb, err);
      }
    }
    function receiverOnConclude(code, reason2) {
      const websocket = this[kWebSocket];
      websocket._closeFrameReceived = true;
      websocket._closeCode = code;
      if (reason2.length === 0) {
        websocket._closeMessage = EMPTY_BUFFER;
      } else {
        websocket._closeMessage = Buffer.allocUnsafeSlow(reason2.length);
        websocket._closeMessage.set(reason2);
      }
      if (websocket._socket[kWebSocket] === void 0) return;
      websocket._socket.removeListener("data", socketOnData);
      process.nextTick(resume, websocket._socket);
      if (code === 1005) websocket.close();
      else websocket.close(code, reason2);
    }
    function receiverOnDrain() {
      const websocket = this[kWebSocket];
      if (!websocket.isPaused) websocket._socket.resume();
    }
    function receiverOnError(err) {
      const websocket = this[kWebSocket];
      if (websocket._socket[kWebSocket] !== void 0) {
        websocket._socket.removeListener("data", socketOnData);
        process.nextTick(resume, websocket._socket);
        websocket.close(err[kStatusCode]);
      }
      if (!websocket._errorEmitted) {
        websocket._errorEmitted = true;
        websocket.emit("error", err);
      }
    }
    function receiverOnFinish() {
      this[kWebSocket].emitClose();
    }
    function receiverOnMessage(data, isBinary) {
      this[kWebSocket].emit("message", data, isBinary);
    }
    function receiverOnPing(data) {
      const websocket = this[kWebSocket];
      if (websocket._autoPong && websocket.readyState === WebSocket2.OPEN) {
        if (websocket._maxPendingAutoPongs > 0 && websocket._pendingAutoPongs >= websocket._maxPendingAutoPongs) {
          websocket.terminate();
        } else {
          websocket._pendingAutoPongs++;
          websocket.pong(data, !this._isServer, websocket._autoPongComplete);
        }
      }
      websocket.emit("ping", data);
    }
    function autoPongComplete(websocket) {
      websocket._pendingAutoPongs--;
    }
    function receiverOnPong(data) {
      this[kWebSocket].emit("pong", data);
    }
    function resume(stream3) {
      stream3.resume();
    }
    function senderOnError(err) {
      const websocket = this[kWebSocket];
      if (websocket.readyState === WebSocket2.CLOSED) return;
      if (websocket.readyState === WebSocket2.OPEN) {
        websocket._readyState = WebSocket2.CLOSING;
        setCloseTimer(websocket);
      }
      this._socket.end();
      if (!websocket._errorEmitted) {
        websocket._errorEmitted = true;
        websocket.emit("error", err);
      }
    }
    function setCloseTimer(websocket) {
      websocket._closeTimer = setTimeout(
        websocket._socket.destroy.bind(websocket._socket),
        websocket._closeTimeout
      );
    }
    function socketOnClose() {
      const websocket = this[kWebSocket];
      this.removeListener("close", socketOnClose);
      this.removeListener("data", socketOnData);
      this.removeListener("end", socketOnEnd);
      websocket._readyState = WebSocket2.CLOSING;
      if (!this._readableState.endEmitted && !websocket._closeFrameReceived && !websocket._receiver._writableState.errorEmitted && this._readableState.length !== 0) {
        const chunk = this.read(this._readableState.length);
        websocket._receiver.write(chunk);
      }
      websocket._receiver.end();
      this[kWebSocket] = void 0;
      clearTimeout(websocket._closeTimer);
      if (websocket._receiver._writableState.finished || websocket._receiver._writableState.errorEmitted) {
        websocket.emitClose();
      } else {
        websocket._receiver.on("error", receiverOnFinish);
        websocket._receiver.on("finish", receiverOnFinish);
      }
    }
    function socketOnData(chunk) {
      if (!this[kWebSocket]._receiver.write(chunk)) {
        this.pause();
      }
    }
    function socketOnEnd() {
      const websocket = this[kWebSocket];
      websocket._readyState = WebSocket2.CLOSING;
      websocket._receiver.end();
      this.end();
    }
    function socketOnError() {
      const websocket = this[kWebSocket];
      this.removeListener("error", socketOnError);
      this.on("error", NOOP);
      if (websocket) {
        websocket._readyState = WebSocket2.CLOSING;
        this.destroy();
      }
    }
  }
});

// node_modules/ws/lib/stream.js
var require_stream = __commonJS({
  "node_modules/ws/lib/stream.js"(exports, module) {
    "use strict";
    var WebSocket2 = require_websocket();
    var { Duplex: Duplex2 } = __require("stream");
    function emitClose(stream3) {
      stream3.emit("close");
    }
    function duplexOnEnd() {
      if (!this.destroyed && this._writableState.finished) {
        this.destroy();
      }
    }
    function duplexOnError(err) {
      this.removeListener("error", duplexOnError);
      this.destroy();
      if (this.listenerCount("error") === 0) {
        this.emit("error", err);
      }
    }
    function createWebSocketStream2(ws, options) {
      let terminateOnDestroy = true;
      const duplex = new Duplex2({
        ...options,
        autoDestroy: false,
        emitClose: false,
        objectMode: false,
        writableObjectMode: false
      });
      ws.on("message", function message(msg, isBinary) {
        const data = !isBinary && duplex._readableState.objectMode ? msg.toString() : msg;
        if (!duplex.push(data)) ws.pause();
      });
      ws.once("error", function error2(err) {
        if (duplex.destroyed) return;
        terminateOnDestroy = false;
        duplex.destroy(err);
      });
      ws.once("close", function close() {
        if (duplex.destroyed) return;
        duplex.push(null);
      });
      duplex._destroy = function(err, callback) {
        if (ws.readyState === ws.CLOSED) {
          callback(err);
          process.nextTick(emitClose, duplex);
          return;
        }
        let called = false;
        ws.once("error", function error2(err2) {
          called = true;
          callback(err2);
        });
        ws.once("close", function close() {
          if (!called) callback(err);
          process.nextTick(emitClose, duplex);
        });
        if (terminateOnDestroy) ws.terminate();
      };
      duplex._final = function(callback) {
        if (ws.readyState === ws.CONNECTING) {
          ws.once("open", function open5() {
            duplex._final(callback);
          });
          return;
        }
        if (ws._socket === null) return;
        if (ws._socket._writableState.finished) {
          callback();
          if (duplex._readableState.endEmitted) duplex.destroy();
        } else {
          ws._socket.once("finish", function finish() {
            callback();
          });
          ws.close();
        }
      };
      duplex._read = function() {
        if (ws.isPaused) ws.resume();
      };
      duplex._write = function(chunk, encoding, callback) {
        if (ws.readyState === ws.CONNECTING) {
          ws.once("open", function open5() {
            duplex._write(chunk, encoding, callback);
          });
          return;
        }
        ws.send(chunk, callback);
      };
      duplex.on("end", duplexOnEnd);
      duplex.on("error", duplexOnError);
      return duplex;
    }
    module.exports = createWebSocketStream2;
  }
});

// node_modules/ws/lib/subprotocol.js
var require_subprotocol = __commonJS({
  "node_modules/ws/lib/subprotocol.js"(exports, module) {
    "use strict";
    var { tokenChars } = require_validation();
    function parse3(header) {
      const protocols = /* @__PURE__ */ new Set();
      let start = -1;
      let end = -1;
      let i = 0;
      for (i; i < header.length; i++) {
        const code = header.charCodeAt(i);
        if (end === -1 && tokenChars[code] === 1) {
          if (start === -1) start = i;
        } else if (i !== 0 && (code === 32 || code === 9)) {
          if (end === -1 && start !== -1) end = i;
        } else if (code === 44) {
          if (start === -1) {
            throw new SyntaxError(`Unexpected character at index ${i}`);
          }
          if (end === -1) end = i;
          const protocol2 = header.slice(start, end);
          if (protocols.has(protocol2)) {
            throw new SyntaxError(`The "${protocol2}" subprotocol is duplicated`);
          }
          protocols.add(protocol2);
          start = end = -1;
        } else {
          throw new SyntaxError(`Unexpected character at index ${i}`);
        }
      }
      if (start === -1 || end !== -1) {
        throw new SyntaxError("Unexpected end of input");
      }
      const protocol = header.slice(start, i);
      if (protocols.has(protocol)) {
        throw new SyntaxError(`The "${protocol}" subprotocol is duplicated`);
      }
      protocols.add(protocol);
      return protocols;
    }
    module.exports = { parse: parse3 };
  }
});

// node_modules/ws/lib/websocket-server.js
var require_websocket_server = __commonJS({
  "node_modules/ws/lib/websocket-server.js"(exports, module) {
    "use strict";
    var EventEmitter2 = __require("events");
    var http = __require("http");
    var { Duplex: Duplex2 } = __require("stream");
    var { createHash: createHash4 } = __require("crypto");
    var extension2 = require_extension();
    var PerMessageDeflate2 = require_permessage_deflate();
    var subprotocol2 = require_subprotocol();
    var WebSocket2 = require_websocket();
    var { CLOSE_TIMEOUT, GUID, kWebSocket } = require_constants();
    var keyRegex = /^[+/0-9A-Za-z]{22}==$/;
    var RUNNING = 0;
    var CLOSING = 1;
    var CLOSED = 2;
    var WebSocketServer2 = class extends EventEmitter2 {
      /**
       * Create a `WebSocketServer` instance.
       *
       * @param {Object} options Configuration options
       * @param {Boolean} [options.allowSynchronousEvents=true] Specifies whether
       *     any of the `'message'`, `'ping'`, and `'pong'` events can be emitted
       *     multiple times in the same tick
       * @param {Boolean} [options.autoPong=true] Specifies whether or not to
       *     automatically send a pong in response to a ping
       * @param {Number} [options.backlog=511] The maximum length of the queue of
       *     pending connections
       * @param {Boolean} [options.clientTracking=true] Specifies whether or not to
       *     track clients
       * @param {Number} [options.closeTimeout=30000] Duration in milliseconds to
       *     wait for the closing handshake to finish after `websocket.close()` is
       *     called
       * @param {Function} [options.handleProtocols] A hook to handle protocols
       * @param {String} [options.host] The hostname where to bind the server
       * @param {Number} [options.maxBufferedChunks=262144] The maximum number of
       *     buffered data chunks
       * @param {Number} [options.maxFragments=16384] The maximum number of message
       *     fragments
       * @param {Number} [options.maxPayload=104857600] The maximum allowed message
       *     size
       * @param {Number} [options.maxPendingAutoPongs=60] The maximum number of
       *     pending automatic pongs
       * @param {Boolean} [options.noServer=false] Enable no server mode
       * @param {String} [options.path] Accept only connections matching this path
       * @param {(Boolean|Object)} [options.perMessageDeflate=false] Enable/disable
       *     permessage-deflate
       * @param {Number} [options.port] The port where to bind the server
       * @param {(http.Server|https.Server)} [options.server] A pre-created HTTP/S
       *     server to use
       * @param {Boolean} [options.skipUTF8Validation=false] Specifies whether or
       *     not to skip UTF-8 validation for text and close messages
       * @param {Function} [options.verifyClient] A hook to reject connections
       * @param {Function} [options.WebSocket=WebSocket] Specifies the `WebSocket`
       *     class to use. It must be the `WebSocket` class or class that extends it
       * @param {Function} [callback] A listener for the `listening` event
       */
      constructor(options, callback) {
        super();
        options = {
          allowSynchronousEvents: true,
          autoPong: true,
          maxBufferedChunks: 256 * 1024,
          maxFragments: 16 * 1024,
          maxPayload: 100 * 1024 * 1024,
          maxPendingAutoPongs: 60,
          skipUTF8Validation: false,
          perMessageDeflate: false,
          handleProtocols: null,
          clientTracking: true,
          closeTimeout: CLOSE_TIMEOUT,
          verifyClient: null,
          noServer: false,
          backlog: null,
          // use default (511 as implemented in net.js)
          server: null,
          host: null,
          path: null,
          port: null,
          WebSocket: WebSocket2,
          ...options
        };
        if (options.port == null && !options.server && !options.noServer || options.port != null && (options.server || options.noServer) || options.server && options.noServer) {
          throw new TypeError(
            'One and only one of the "port", "server", or "noServer" options must be specified'
          );
        }
        if (options.port != null) {
          this._server = http.createServer((req, res) => {
            const body = http.STATUS_CODES[426];
            res.writeHead(426, {
              "Content-Length": body.length,
              "Content-Type": "text/plain"
            });
            res.end(body);
          });
          this._server.listen(
            options.port,
            options.host,
            options.backlog,
            callback
          );
        } else if (options.server) {
          this._server = options.server;
        }
        if (this._server) {
          const emitConnection = this.emit.bind(this, "connection");
          this._removeListeners = addListeners(this._server, {
            listening: this.emit.bind(this, "listening"),
            error: this.emit.bind(this, "error"),
            upgrade: (req, socket, head) => {
              this.handleUpgrade(req, socket, head, emitConnection);
            }
          });
        }
        if (options.perMessageDeflate === true) options.perMessageDeflate = {};
        if (options.clientTracking) {
          this.clients = /* @__PURE__ */ new Set();
          this._shouldEmitClose = false;
        }
        this.options = options;
        this._state = RUNNING;
      }
      /**
       * Returns the bound address, the address family name, and port of the server
       * as reported by the operating system if listening on an IP socket.
       * If the server is listening on a pipe or UNIX domain socket, the name is
       * returned as a string.
       *
       * @return {(Object|String|null)} The address of the server
       * @public
       */
      address() {
        if (this.options.noServer) {
          throw new Error('The server is operating in "noServer" mode');
        }
        if (!this._server) return null;
        return this._server.address();
      }
      /**
       * Stop the server from accepting new connections and emit the `'close'` event
       * when all existing connections are closed.
       *
       * @param {Function} [cb] A one-time listener for the `'close'` event
       * @public
       */
      close(cb) {
        if (this._state === CLOSED) {
          if (cb) {
            this.once("close", () => {
              cb(new Error("The server is not running"));
            });
          }
          process.nextTick(emitClose, this);
          return;
        }
        if (cb) this.once("close", cb);
        if (this._state === CLOSING) return;
        this._state = CLOSING;
        if (this.options.noServer || this.options.server) {
          if (this._server) {
            this._removeListeners();
            this._removeListeners = this._server = null;
          }
          if (this.clients) {
            if (!this.clients.size) {
              process.nextTick(emitClose, this);
            } else {
              this._shouldEmitClose = true;
            }
          } else {
            process.nextTick(emitClose, this);
          }
        } else {
          const server = this._server;
          this._removeListeners();
          this._removeListeners = this._server = null;
          server.close(() => {
            emitClose(this);
          });
        }
      }
      /**
       * See if a given request should be handled by this server instance.
       *
       * @param {http.IncomingMessage} req Request object to inspect
       * @return {Boolean} `true` if the request is valid, else `false`
       * @public
       */
      shouldHandle(req) {
        if (this.options.path) {
          const index = req.url.indexOf("?");
          const pathname = index !== -1 ? req.url.slice(0, index) : req.url;
          if (pathname !== this.options.path) return false;
        }
        return true;
      }
      /**
       * Handle a HTTP Upgrade request.
       *
       * @param {http.IncomingMessage} req The request object
       * @param {Duplex} socket The network socket between the server and client
       * @param {Buffer} head The first packet of the upgraded stream
       * @param {Function} cb Callback
       * @public
       */
      handleUpgrade(req, socket, head, cb) {
        socket.on("error", socketOnError);
        const key = req.headers["sec-websocket-key"];
        const upgrade = req.headers.upgrade;
        const version2 = +req.headers["sec-websocket-version"];
        if (req.method !== "GET") {
          const message = "Invalid HTTP method";
          abortHandshakeOrEmitwsClientError(this, req, socket, 405, message);
          return;
        }
        if (upgrade === void 0 || upgrade.toLowerCase() !== "websocket") {
          const message = "Invalid Upgrade header";
          abortHandshakeOrEmitwsClientError(this, req, socket, 400, message);
          return;
        }
        if (key === void 0 || !keyRegex.test(key)) {
          const message = "Missing or invalid Sec-WebSocket-Key header";
          abortHandshakeOrEmitwsClientError(this, req, socket, 400, message);
          return;
        }
        if (version2 !== 13 && version2 !== 8) {
          const message = "Missing or invalid Sec-WebSocket-Version header";
          abortHandshakeOrEmitwsClientError(this, req, socket, 400, message, {
            "Sec-WebSocket-Version": "13, 8"
          });
          return;
        }
        if (!this.shouldHandle(req)) {
          abortHandshake(socket, 400);
          return;
        }
        const secWebSocketProtocol = req.headers["sec-websocket-protocol"];
        let protocols = /* @__PURE__ */ new Set();
        if (secWebSocketProtocol !== void 0) {
          try {
            protocols = subprotocol2.parse(secWebSocketProtocol);
          } catch (err) {
            const message = "Invalid Sec-WebSocket-Protocol header";
            abortHandshakeOrEmitwsClientError(this, req, socket, 400, message);
            return;
          }
        }
        const secWebSocketExtensions = req.headers["sec-websocket-extensions"];
        const extensions = {};
        if (this.options.perMessageDeflate && secWebSocketExtensions !== void 0) {
          const perMessageDeflate = new PerMessageDeflate2({
            ...this.options.perMessageDeflate,
            isServer: true,
            maxPayload: this.options.maxPayload
          });
          try {
            const offers = extension2.parse(secWebSocketExtensions);
            if (offers[PerMessageDeflate2.extensionName]) {
              perMessageDeflate.accept(offers[PerMessageDeflate2.extensionName]);
              extensions[PerMessageDeflate2.extensionName] = perMessageDeflate;
            }
          } catch (err) {
            const message = "Invalid or unacceptable Sec-WebSocket-Extensions header";
            abortHandshakeOrEmitwsClientError(this, req, socket, 400, message);
            return;
          }
        }
        if (this.options.verifyClient) {
          const info = {
            origin: req.headers[`${version2 === 8 ? "sec-websocket-origin" : "origin"}`],
            secure: !!(req.socket.authorized || req.socket.encrypted),
            req
          };
          if (this.options.verifyClient.length === 2) {
            this.options.verifyClient(info, (verified, code, message, headers) => {
              if (!verified) {
                return abortHandshake(socket, code || 401, message, headers);
              }
              this.completeUpgrade(
                extensions,
                key,
                protocols,
                req,
                socket,
                head,
                cb
              );
            });
            return;
          }
          if (!this.options.verifyClient(info)) return abortHandshake(socket, 401);
        }
        this.completeUpgrade(extensions, key, protocols, req, socket, head, cb);
      }
      /**
       * Upgrade the connection to WebSocket.
       *
       * @param {Object} extensions The accepted extensions
       * @param {String} key The value of the `Sec-WebSocket-Key` header
       * @param {Set} protocols The subprotocols
       * @param {http.IncomingMessage} req The request object
       * @param {Duplex} socket The network socket between the server and client
       * @param {Buffer} head The first packet of the upgraded stream
       * @param {Function} cb Callback
       * @throws {Error} If called more than once with the same socket
       * @private
       */
      completeUpgrade(extensions, key, protocols, req, socket, head, cb) {
        if (!socket.readable || !socket.writable) return socket.destroy();
        if (socket[kWebSocket]) {
          throw new Error(
            "server.handleUpgrade() was called more than once with the same socket, possibly due to a misconfiguration"
          );
        }
        if (this._state > RUNNING) return abortHandshake(socket, 503);
        const digest = createHash4("sha1").update(key + GUID).digest("base64");
        const headers = [
          "HTTP/1.1 101 Switching Protocols",
          "Upgrade: websocket",
          "Connection: Upgrade",
          `Sec-WebSocket-Accept: ${digest}`
        ];
        const ws = new this.options.WebSocket(null, void 0, this.options);
        if (protocols.size) {
          const protocol = this.options.handleProtocols ? this.options.handleProtocols(protocols, req) : protocols.values().next().value;
          if (protocol) {
            headers.push(`Sec-WebSocket-Protocol: ${protocol}`);
            ws._protocol = protocol;
          }
        }
        if (extensions[PerMessageDeflate2.extensionName]) {
          const params = extensions[PerMessageDeflate2.extensionName].params;
          const value = extension2.format({
            [PerMessageDeflate2.extensionName]: [params]
          });
          headers.push(`Sec-WebSocket-Extensions: ${value}`);
          ws._extensions = extensions;
        }
        this.emit("headers", headers, req);
        socket.write(headers.concat("\r\n").join("\r\n"));
        socket.removeListener("error", socketOnError);
        ws.setSocket(socket, head, {
          allowSynchronousEvents: this.options.allowSynchronousEvents,
          maxBufferedChunks: this.options.maxBufferedChunks,
          maxFragments: this.options.maxFragments,
          maxPayload: this.options.maxPayload,
          skipUTF8Validation: this.options.skipUTF8Validation
        });
        if (this.clients) {
          this.clients.add(ws);
          ws.on("close", () => {
            this.clients.delete(ws);
            if (this._shouldEmitClose && !this.clients.size) {
              process.nextTick(emitClose, this);
            }
          });
        }
        cb(ws, req);
      }
    };
    module.exports = WebSocketServer2;
    function addListeners(server, map) {
      for (const event of Object.keys(map)) server.on(event, map[event]);
      return function removeListeners() {
        for (const event of Object.keys(map)) {
          server.removeListener(event, map[event]);
        }
      };
    }
    function emitClose(server) {
      server._state = CLOSED;
      server.emit("close");
    }
    function socketOnError() {
      this.destroy();
    }
    function abortHandshake(socket, code, message, headers) {
      message = message || http.STATUS_CODES[code];
      headers = {
        Connection: "close",
        "Content-Type": "text/html",
        "Content-Length": Buffer.byteLength(message),
        ...headers
      };
      socket.once("finish", socket.destroy);
      socket.end(
        `HTTP/1.1 ${code} ${http.STATUS_CODES[code]}\r
` + Object.keys(headers).map((h) => `${h}: ${headers[h]}`).join("\r\n") + "\r\n\r\n" + message
      );
    }
    function abortHandshakeOrEmitwsClientError(server, req, socket, code, message, headers) {
      if (server.listenerCount("wsClientError")) {
        const err = new Error(message);
        Error.captureStackTrace(err, abortHandshakeOrEmitwsClientError);
        server.emit("wsClientError", err, socket, req);
      } else {
        abortHandshake(socket, code, message, headers);
      }
    }
  }
});

// node_modules/ws/wrapper.mjs
var import_stream, import_extension, import_permessage_deflate, import_receiver, import_sender, import_subprotocol, import_websocket, import_websocket_server;
var init_wrapper = __esm({
  "node_modules/ws/wrapper.mjs"() {
    import_stream = __toESM(require_stream(), 1);
    import_extension = __toESM(require_extension(), 1);
    import_permessage_deflate = __toESM(require_permessage_deflate(), 1);
    import_receiver = __toESM(require_receiver(), 1);
    import_sender = __toESM(require_sender(), 1);
    import_subprotocol = __toESM(require_subprotocol(), 1);
    import_websocket = __toESM(require_websocket(), 1);
    import_websocket_server = __toESM(require_websocket_server(), 1);
  }
});

// src/tunnel/wireguard/messages.ts
function messageKind(datagram) {
  if (datagram.length < DATA_SIZE_MIN || (datagram[1] | datagram[2] | datagram[3]) !== 0) return void 0;
  switch (datagram[0]) {
    case MESSAGE_TYPE.data:
      return "data";
    case MESSAGE_TYPE.initiation:
      return datagram.length === INITIATION_SIZE ? "initiation" : void 0;
    case MESSAGE_TYPE.response:
      return datagram.length === RESPONSE_SIZE ? "response" : void 0;
    case MESSAGE_TYPE.cookieReply:
      return datagram.length === COOKIE_REPLY_SIZE ? "cookieReply" : void 0;
    default:
      return void 0;
  }
}
function parseInitiation(bytes) {
  return {
    sender: readUint32(bytes, 4),
    ephemeral: bytes.subarray(8, 40),
    sealedStatic: bytes.subarray(40, 88),
    sealedTimestamp: bytes.subarray(88, 116)
  };
}
function emitInitiation(message) {
  const bytes = new Uint8Array(INITIATION_SIZE);
  bytes[0] = MESSAGE_TYPE.initiation;
  writeUint32(bytes, 4, message.sender);
  bytes.set(message.ephemeral, 8);
  bytes.set(message.sealedStatic, 40);
  bytes.set(message.sealedTimestamp, 88);
  return bytes;
}
function parseResponse(bytes) {
  return {
    sender: readUint32(bytes, 4),
    receiver: readUint32(bytes, 8),
    ephemeral: bytes.subarray(12, 44),
    sealedEmpty: bytes.subarray(44, 60)
  };
}
function emitResponse(message) {
  const bytes = new Uint8Array(RESPONSE_SIZE);
  bytes[0] = MESSAGE_TYPE.response;
  writeUint32(bytes, 4, message.sender);
  writeUint32(bytes, 8, message.receiver);
  bytes.set(message.ephemeral, 12);
  bytes.set(message.sealedEmpty, 44);
  return bytes;
}
function parseCookieReply(bytes) {
  return {
    receiver: readUint32(bytes, 4),
    nonce: bytes.subarray(8, 32),
    sealedCookie: bytes.subarray(32, 64)
  };
}
function emitCookieReply(message) {
  const bytes = new Uint8Array(COOKIE_REPLY_SIZE);
  bytes[0] = MESSAGE_TYPE.cookieReply;
  writeUint32(bytes, 4, message.receiver);
  bytes.set(message.nonce, 8);
  bytes.set(message.sealedCookie, 32);
  return bytes;
}
function writeDataHeader(bytes, receiver, low, high, at = 0) {
  bytes[at] = MESSAGE_TYPE.data;
  bytes[at + 1] = bytes[at + 2] = bytes[at + 3] = 0;
  writeUint32(bytes, at + 4, receiver);
  writeUint32(bytes, at + 8, low);
  writeUint32(bytes, at + 12, high);
}
function isDataMessage(bytes, at, length) {
  return length >= DATA_SIZE_MIN && bytes[at] === MESSAGE_TYPE.data && (bytes[at + 1] | bytes[at + 2] | bytes[at + 3]) === 0;
}
function firstIndex(bytes) {
  return readUint32(bytes, 4);
}
function readUint32(bytes, at) {
  return (bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24) >>> 0;
}
function writeUint32(bytes, at, value) {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
  bytes[at + 2] = value >>> 16;
  bytes[at + 3] = value >>> 24;
}
var INITIATION_SIZE, RESPONSE_SIZE, COOKIE_REPLY_SIZE, DATA_HEADER_SIZE, TAG_SIZE, DATA_SIZE_MIN, MAC_SIZE, MESSAGE_TYPE;
var init_messages = __esm({
  "src/tunnel/wireguard/messages.ts"() {
    "use strict";
    INITIATION_SIZE = 148;
    RESPONSE_SIZE = 92;
    COOKIE_REPLY_SIZE = 64;
    DATA_HEADER_SIZE = 16;
    TAG_SIZE = 16;
    DATA_SIZE_MIN = DATA_HEADER_SIZE + TAG_SIZE;
    MAC_SIZE = 16;
    MESSAGE_TYPE = { initiation: 1, response: 2, cookieReply: 3, data: 4 };
  }
});

// src/tunnel/wireguard/aead.ts
function scratchOf(aead) {
  const known2 = scratches.get(aead);
  if (known2) return known2;
  const made = { incoming: aead.allocate(SCRATCH_SIZE), outgoing: aead.allocate(SCRATCH_SIZE) };
  scratches.set(aead, made);
  return made;
}
function sealBytes(aead, key, low, high, plaintext) {
  const arena = scratchOf(aead).outgoing;
  arena.bytes.set(plaintext);
  key.seal(low, high, arena, 0, plaintext.length);
  return new Uint8Array(arena.bytes.subarray(0, plaintext.length + TAG_SIZE2));
}
function openBytes(aead, key, low, high, sealed) {
  const arena = scratchOf(aead).incoming;
  if (sealed.length > arena.bytes.length) return void 0;
  arena.bytes.set(sealed);
  if (!key.open(low, high, arena, 0, sealed.length)) return void 0;
  return new Uint8Array(arena.bytes.subarray(0, sealed.length - TAG_SIZE2));
}
var TAG_SIZE2, SCRATCH_SIZE, scratches;
var init_aead = __esm({
  "src/tunnel/wireguard/aead.ts"() {
    "use strict";
    TAG_SIZE2 = 16;
    SCRATCH_SIZE = 65536 + 2 * TAG_SIZE2;
    scratches = /* @__PURE__ */ new WeakMap();
  }
});

// node_modules/@noble/ciphers/utils.js
function isBytes(a) {
  return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
}
function abool(value, title = "") {
  if (typeof value !== "boolean")
    throw new TypeError(atitle(title) + "expected boolean, got type=" + typeof value);
  return value;
}
function anumber(n, title = "") {
  if (typeof n !== "number")
    throw new TypeError(atitle(title) + "expected number, got " + typeof n);
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
  return n;
}
function abytes(value, length, title = "") {
  if (isBytes(value) && (length === void 0 || value.length === length))
    return value;
  if (length !== void 0)
    anumber(length, "length");
  const bytes = isBytes(value);
  const ofLen = length !== void 0 ? ` of length ${length}` : "";
  const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
  const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
  if (!bytes)
    throw new TypeError(message);
  throw new RangeError(message);
}
function aexists(instance, checkFinished = true) {
  if (instance.destroyed)
    throw new Error("hash was destroyed");
  if (checkFinished && instance.finished)
    throw new Error("digest() was already called");
}
function aoutput(out, instance) {
  abytes(out, void 0, "output");
  const min = instance.outputLen;
  if (!(out.length >= min)) {
    throw new RangeError('"output" expected length >= ' + min);
  }
}
function u32(arr) {
  return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
function clean(...arrays) {
  for (let i = 0; i < arrays.length; i++) {
    arrays[i].fill(0);
  }
}
function createView(arr) {
  return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
function byteSwap(word2) {
  return word2 << 24 & 4278190080 | word2 << 8 & 16711680 | word2 >>> 8 & 65280 | word2 >>> 24 & 255;
}
function byteSwap32(arr) {
  for (let i = 0; i < arr.length; i++) {
    arr[i] = byteSwap(arr[i]);
  }
  return arr;
}
function overlapBytes(a, b) {
  if (!a.byteLength || !b.byteLength)
    return false;
  return a.buffer === b.buffer && // best we can do, may fail with an obscure Proxy
  a.byteOffset < b.byteOffset + b.byteLength && // a starts before b end
  b.byteOffset < a.byteOffset + a.byteLength;
}
function complexOverlapBytes(input, output) {
  if (overlapBytes(input, output) && input.byteOffset < output.byteOffset)
    throw new Error("complex overlap of input and output is not supported");
}
function checkOpts(defaults, opts) {
  aobject(defaults, "defaults");
  aobject(opts, "opts");
  const merged = Object.assign(defaults, opts);
  return merged;
}
function equalBytes2(a, b) {
  a = abytes(a);
  b = abytes(b);
  if (a.length !== b.length)
    return false;
  let diff = 0;
  for (let i = 0; i < a.length; i++)
    diff |= a[i] ^ b[i];
  return diff === 0;
}
function wrapMacConstructor(keyLen, macCons, fromMsg) {
  const mac3 = macCons;
  const getArgs = fromMsg || (() => []);
  const macC = (msg, key) => mac3(key, ...getArgs(msg)).update(msg).digest();
  const tmp = mac3(new Uint8Array(keyLen), ...getArgs(new Uint8Array(0)));
  macC.outputLen = tmp.outputLen;
  macC.blockLen = tmp.blockLen;
  macC.create = (key, ...args) => mac3(key, ...args);
  return macC;
}
function getOutput(expectedLength, out, onlyAligned = true) {
  if (out === void 0)
    return new Uint8Array(expectedLength);
  abytes(out, expectedLength, "output");
  if (onlyAligned && !isAligned32(out))
    throw new Error("invalid output, must be aligned");
  return out;
}
function u64Lengths(dataLength, aadLength, isLE2) {
  anumber(dataLength);
  anumber(aadLength);
  abool(isLE2);
  const num = new Uint8Array(16);
  const view2 = createView(num);
  view2.setBigUint64(0, BigInt(aadLength), isLE2);
  view2.setBigUint64(8, BigInt(dataLength), isLE2);
  return num;
}
function isAligned32(bytes) {
  return bytes.byteOffset % 4 === 0;
}
function copyBytes2(bytes) {
  return Uint8Array.from(abytes(bytes));
}
var atitle, aobject, isLE, swap32IfBE, wrapCipher;
var init_utils = __esm({
  "node_modules/@noble/ciphers/utils.js"() {
    atitle = (title) => title ? `"${title}" ` : "";
    aobject = (value, label) => {
      if (value === null || typeof value !== "object" || Array.isArray(value))
        throw new TypeError(label === "object" ? "expected valid options object" : `"${label}" expected object, got type=${typeof value}`);
    };
    isLE = /* @__PURE__ */ (() => new Uint8Array(new Uint32Array([287454020]).buffer)[0] === 68)();
    swap32IfBE = isLE ? (u) => u : byteSwap32;
    wrapCipher = /* @__NO_SIDE_EFFECTS__ */ (params, constructor) => {
      function wrappedCipher(key, ...args) {
        abytes(key, void 0, "key");
        if (params.nonceLength !== void 0) {
          const nonce = args[0];
          abytes(nonce, params.varSizeNonce ? void 0 : params.nonceLength, "nonce");
        }
        const tagl = params.tagLength;
        const aadStart = params.nonceLength !== void 0 ? 1 : 0;
        if (!params.withAAD) {
          for (let i = aadStart; i < args.length; i++)
            if (isBytes(args[i]))
              throw new Error("AAD not supported");
        }
        if (params.withAAD && args[aadStart] !== void 0)
          abytes(args[aadStart], void 0, "AAD");
        const cipher = constructor(key, ...args);
        const checkOutput = (fnLength, output) => {
          if (output !== void 0) {
            if (fnLength !== 2)
              throw new Error("cipher output not supported");
            abytes(output, void 0, "output");
          }
        };
        let called = false;
        const wrCipher = {
          encrypt(data, output) {
            if (called)
              throw new Error("cannot encrypt() twice with same key + nonce");
            called = true;
            abytes(data, void 0, "data");
            checkOutput(cipher.encrypt.length, output);
            return cipher.encrypt(data, output);
          },
          decrypt(data, output) {
            abytes(data, void 0, "data");
            if (tagl && data.length < tagl)
              throw new Error('"ciphertext" expected length >= tagLength=' + tagl);
            checkOutput(cipher.decrypt.length, output);
            return cipher.decrypt(data, output);
          }
        };
        return wrCipher;
      }
      Object.assign(wrappedCipher, params);
      return wrappedCipher;
    };
  }
});

// node_modules/@noble/ciphers/_arx.js
function rotl(a, b) {
  return a << b | a >>> 32 - b;
}
function runCipher(core, sigma, key, nonce, data, output, counter2, rounds) {
  const len = data.length;
  const block = new Uint8Array(BLOCK_LEN);
  const b32 = u32(block);
  const isAligned = isLE && isAligned32(data) && isAligned32(output);
  const d32 = isAligned ? u32(data) : U32_EMPTY;
  const o32 = isAligned ? u32(output) : U32_EMPTY;
  if (!isLE) {
    for (let pos = 0; pos < len; counter2++) {
      core(sigma, key, nonce, b32, counter2, rounds);
      swap32IfBE(b32);
      if (counter2 >= MAX_COUNTER)
        throw new Error("arx: counter overflow");
      const take4 = Math.min(BLOCK_LEN, len - pos);
      for (let j = 0, posj; j < take4; j++) {
        posj = pos + j;
        output[posj] = data[posj] ^ block[j];
      }
      pos += take4;
    }
    return;
  }
  for (let pos = 0; pos < len; counter2++) {
    core(sigma, key, nonce, b32, counter2, rounds);
    if (counter2 >= MAX_COUNTER)
      throw new Error("arx: counter overflow");
    const take4 = Math.min(BLOCK_LEN, len - pos);
    if (isAligned && take4 === BLOCK_LEN) {
      const pos32 = pos / 4;
      if (pos % 4 !== 0)
        throw new Error("arx: invalid block position");
      for (let j = 0, posj; j < BLOCK_LEN32; j++) {
        posj = pos32 + j;
        o32[posj] = d32[posj] ^ b32[j];
      }
      pos += BLOCK_LEN;
      continue;
    }
    for (let j = 0, posj; j < take4; j++) {
      posj = pos + j;
      output[posj] = data[posj] ^ block[j];
    }
    pos += take4;
  }
}
function createCipher(core, opts) {
  const { allowShortKeys, extendNonceFn, counterLength, counterRight, rounds } = checkOpts({ allowShortKeys: false, counterLength: 8, counterRight: false, rounds: 20 }, opts);
  if (typeof core !== "function")
    throw new Error("core must be a function");
  anumber(counterLength);
  anumber(rounds);
  abool(counterRight);
  abool(allowShortKeys);
  return (key, nonce, data, output, counter2 = 0) => {
    abytes(key, void 0, "key");
    abytes(nonce, void 0, "nonce");
    abytes(data, void 0, "data");
    const len = data.length;
    const hasOutput = output !== void 0;
    output = getOutput(len, output, false);
    if (hasOutput)
      complexOverlapBytes(data, output);
    anumber(counter2);
    if (counter2 < 0 || counter2 >= MAX_COUNTER)
      throw new Error("arx: counter overflow");
    const toClean = [];
    let l = key.length;
    let k;
    let sigma;
    if (l === 32) {
      toClean.push(k = copyBytes2(key));
      sigma = sigma32_32;
    } else if (l === 16 && allowShortKeys) {
      k = new Uint8Array(32);
      k.set(key);
      k.set(key, 16);
      sigma = sigma16_32;
      toClean.push(k);
    } else {
      abytes(key, 32, "arx key");
      throw new Error("invalid key size");
    }
    if (!isLE || !isAligned32(nonce))
      toClean.push(nonce = copyBytes2(nonce));
    let k32 = u32(k);
    if (extendNonceFn) {
      if (nonce.length !== 24)
        throw new Error("arx: extended nonce must be 24 bytes");
      const n16 = nonce.subarray(0, 16);
      if (isLE)
        extendNonceFn(sigma, k32, u32(n16), k32);
      else {
        const sigmaRaw = swap32IfBE(Uint32Array.from(sigma));
        extendNonceFn(sigmaRaw, k32, u32(n16), k32);
        clean(sigmaRaw);
        swap32IfBE(k32);
      }
      nonce = nonce.subarray(16);
    } else if (!isLE)
      swap32IfBE(k32);
    const nonceNcLen = 16 - counterLength;
    if (nonceNcLen !== nonce.length)
      throw new Error(`arx: nonce must be ${nonceNcLen} or 16 bytes`);
    if (nonceNcLen !== 12) {
      const nc = new Uint8Array(12);
      nc.set(nonce, counterRight ? 0 : 12 - nonce.length);
      nonce = nc;
      toClean.push(nonce);
    }
    const n32 = swap32IfBE(u32(nonce));
    try {
      runCipher(core, sigma, k32, n32, data, output, counter2, rounds);
      return output;
    } finally {
      clean(...toClean);
    }
  };
}
var encodeStr, sigma16_32, sigma32_32, BLOCK_LEN, BLOCK_LEN32, MAX_COUNTER, U32_EMPTY;
var init_arx = __esm({
  "node_modules/@noble/ciphers/_arx.js"() {
    init_utils();
    encodeStr = (str) => Uint8Array.from(str.split(""), (c) => c.charCodeAt(0));
    sigma16_32 = /* @__PURE__ */ (() => swap32IfBE(u32(encodeStr("expand 16-byte k"))))();
    sigma32_32 = /* @__PURE__ */ (() => swap32IfBE(u32(encodeStr("expand 32-byte k"))))();
    BLOCK_LEN = 64;
    BLOCK_LEN32 = 16;
    MAX_COUNTER = /* @__PURE__ */ (() => 2 ** 32 - 1)();
    U32_EMPTY = /* @__PURE__ */ Uint32Array.of();
  }
});

// node_modules/@noble/ciphers/_poly1305.js
function u8to16(a, i) {
  return a[i++] & 255 | (a[i++] & 255) << 8;
}
var Poly1305, poly1305;
var init_poly1305 = __esm({
  "node_modules/@noble/ciphers/_poly1305.js"() {
    init_utils();
    Poly1305 = class {
      blockLen = 16;
      outputLen = 16;
      buffer = new Uint8Array(16);
      r = new Uint16Array(10);
      // Allocating 1 array with .subarray() here is slower than 3
      h = new Uint16Array(10);
      pad = new Uint16Array(8);
      pos = 0;
      finished = false;
      destroyed = false;
      // Can be speed-up using BigUint64Array, at the cost of complexity
      constructor(key) {
        key = copyBytes2(abytes(key, 32, "key"));
        const t0 = u8to16(key, 0);
        const t1 = u8to16(key, 2);
        const t2 = u8to16(key, 4);
        const t3 = u8to16(key, 6);
        const t4 = u8to16(key, 8);
        const t5 = u8to16(key, 10);
        const t6 = u8to16(key, 12);
        const t7 = u8to16(key, 14);
        this.r[0] = t0 & 8191;
        this.r[1] = (t0 >>> 13 | t1 << 3) & 8191;
        this.r[2] = (t1 >>> 10 | t2 << 6) & 7939;
        this.r[3] = (t2 >>> 7 | t3 << 9) & 8191;
        this.r[4] = (t3 >>> 4 | t4 << 12) & 255;
        this.r[5] = t4 >>> 1 & 8190;
        this.r[6] = (t4 >>> 14 | t5 << 2) & 8191;
        this.r[7] = (t5 >>> 11 | t6 << 5) & 8065;
        this.r[8] = (t6 >>> 8 | t7 << 8) & 8191;
        this.r[9] = t7 >>> 5 & 127;
        for (let i = 0; i < 8; i++)
          this.pad[i] = u8to16(key, 16 + 2 * i);
      }
      process(data, offset, isLast = false) {
        const hibit = isLast ? 0 : 1 << 11;
        const { h, r } = this;
        const r0 = r[0];
        const r1 = r[1];
        const r2 = r[2];
        const r3 = r[3];
        const r4 = r[4];
        const r5 = r[5];
        const r6 = r[6];
        const r7 = r[7];
        const r8 = r[8];
        const r9 = r[9];
        const t0 = u8to16(data, offset + 0);
        const t1 = u8to16(data, offset + 2);
        const t2 = u8to16(data, offset + 4);
        const t3 = u8to16(data, offset + 6);
        const t4 = u8to16(data, offset + 8);
        const t5 = u8to16(data, offset + 10);
        const t6 = u8to16(data, offset + 12);
        const t7 = u8to16(data, offset + 14);
        let h0 = h[0] + (t0 & 8191);
        let h1 = h[1] + ((t0 >>> 13 | t1 << 3) & 8191);
        let h2 = h[2] + ((t1 >>> 10 | t2 << 6) & 8191);
        let h3 = h[3] + ((t2 >>> 7 | t3 << 9) & 8191);
        let h4 = h[4] + ((t3 >>> 4 | t4 << 12) & 8191);
        let h5 = h[5] + (t4 >>> 1 & 8191);
        let h6 = h[6] + ((t4 >>> 14 | t5 << 2) & 8191);
        let h7 = h[7] + ((t5 >>> 11 | t6 << 5) & 8191);
        let h8 = h[8] + ((t6 >>> 8 | t7 << 8) & 8191);
        let h9 = h[9] + (t7 >>> 5 | hibit);
        let c = 0;
        let d0 = c + h0 * r0 + h1 * (5 * r9) + h2 * (5 * r8) + h3 * (5 * r7) + h4 * (5 * r6);
        c = d0 >>> 13;
        d0 &= 8191;
        d0 += h5 * (5 * r5) + h6 * (5 * r4) + h7 * (5 * r3) + h8 * (5 * r2) + h9 * (5 * r1);
        c += d0 >>> 13;
        d0 &= 8191;
        let d1 = c + h0 * r1 + h1 * r0 + h2 * (5 * r9) + h3 * (5 * r8) + h4 * (5 * r7);
        c = d1 >>> 13;
        d1 &= 8191;
        d1 += h5 * (5 * r6) + h6 * (5 * r5) + h7 * (5 * r4) + h8 * (5 * r3) + h9 * (5 * r2);
        c += d1 >>> 13;
        d1 &= 8191;
        let d2 = c + h0 * r2 + h1 * r1 + h2 * r0 + h3 * (5 * r9) + h4 * (5 * r8);
        c = d2 >>> 13;
        d2 &= 8191;
        d2 += h5 * (5 * r7) + h6 * (5 * r6) + h7 * (5 * r5) + h8 * (5 * r4) + h9 * (5 * r3);
        c += d2 >>> 13;
        d2 &= 8191;
        let d3 = c + h0 * r3 + h1 * r2 + h2 * r1 + h3 * r0 + h4 * (5 * r9);
        c = d3 >>> 13;
        d3 &= 8191;
        d3 += h5 * (5 * r8) + h6 * (5 * r7) + h7 * (5 * r6) + h8 * (5 * r5) + h9 * (5 * r4);
        c += d3 >>> 13;
        d3 &= 8191;
        let d4 = c + h0 * r4 + h1 * r3 + h2 * r2 + h3 * r1 + h4 * r0;
        c = d4 >>> 13;
        d4 &= 8191;
        d4 += h5 * (5 * r9) + h6 * (5 * r8) + h7 * (5 * r7) + h8 * (5 * r6) + h9 * (5 * r5);
        c += d4 >>> 13;
        d4 &= 8191;
        let d5 = c + h0 * r5 + h1 * r4 + h2 * r3 + h3 * r2 + h4 * r1;
        c = d5 >>> 13;
        d5 &= 8191;
        d5 += h5 * r0 + h6 * (5 * r9) + h7 * (5 * r8) + h8 * (5 * r7) + h9 * (5 * r6);
        c += d5 >>> 13;
        d5 &= 8191;
        let d6 = c + h0 * r6 + h1 * r5 + h2 * r4 + h3 * r3 + h4 * r2;
        c = d6 >>> 13;
        d6 &= 8191;
        d6 += h5 * r1 + h6 * r0 + h7 * (5 * r9) + h8 * (5 * r8) + h9 * (5 * r7);
        c += d6 >>> 13;
        d6 &= 8191;
        let d7 = c + h0 * r7 + h1 * r6 + h2 * r5 + h3 * r4 + h4 * r3;
        c = d7 >>> 13;
        d7 &= 8191;
        d7 += h5 * r2 + h6 * r1 + h7 * r0 + h8 * (5 * r9) + h9 * (5 * r8);
        c += d7 >>> 13;
        d7 &= 8191;
        let d8 = c + h0 * r8 + h1 * r7 + h2 * r6 + h3 * r5 + h4 * r4;
        c = d8 >>> 13;
        d8 &= 8191;
        d8 += h5 * r3 + h6 * r2 + h7 * r1 + h8 * r0 + h9 * (5 * r9);
        c += d8 >>> 13;
        d8 &= 8191;
        let d9 = c + h0 * r9 + h1 * r8 + h2 * r7 + h3 * r6 + h4 * r5;
        c = d9 >>> 13;
        d9 &= 8191;
        d9 += h5 * r4 + h6 * r3 + h7 * r2 + h8 * r1 + h9 * r0;
        c += d9 >>> 13;
        d9 &= 8191;
        c = (c << 2) + c | 0;
        c = c + d0 | 0;
        d0 = c & 8191;
        c = c >>> 13;
        d1 += c;
        h[0] = d0;
        h[1] = d1;
        h[2] = d2;
        h[3] = d3;
        h[4] = d4;
        h[5] = d5;
        h[6] = d6;
        h[7] = d7;
        h[8] = d8;
        h[9] = d9;
      }
      finalize() {
        const { h, pad: pad2 } = this;
        const g = new Uint16Array(10);
        let c = h[1] >>> 13;
        h[1] &= 8191;
        for (let i = 2; i < 10; i++) {
          h[i] += c;
          c = h[i] >>> 13;
          h[i] &= 8191;
        }
        h[0] += c * 5;
        c = h[0] >>> 13;
        h[0] &= 8191;
        h[1] += c;
        c = h[1] >>> 13;
        h[1] &= 8191;
        h[2] += c;
        g[0] = h[0] + 5;
        c = g[0] >>> 13;
        g[0] &= 8191;
        for (let i = 1; i < 10; i++) {
          g[i] = h[i] + c;
          c = g[i] >>> 13;
          g[i] &= 8191;
        }
        g[9] -= 1 << 13;
        let mask = (c ^ 1) - 1;
        for (let i = 0; i < 10; i++)
          g[i] &= mask;
        mask = ~mask;
        for (let i = 0; i < 10; i++)
          h[i] = h[i] & mask | g[i];
        h[0] = (h[0] | h[1] << 13) & 65535;
        h[1] = (h[1] >>> 3 | h[2] << 10) & 65535;
        h[2] = (h[2] >>> 6 | h[3] << 7) & 65535;
        h[3] = (h[3] >>> 9 | h[4] << 4) & 65535;
        h[4] = (h[4] >>> 12 | h[5] << 1 | h[6] << 14) & 65535;
        h[5] = (h[6] >>> 2 | h[7] << 11) & 65535;
        h[6] = (h[7] >>> 5 | h[8] << 8) & 65535;
        h[7] = (h[8] >>> 8 | h[9] << 5) & 65535;
        let f = h[0] + pad2[0];
        h[0] = f & 65535;
        for (let i = 1; i < 8; i++) {
          f = (h[i] + pad2[i] | 0) + (f >>> 16) | 0;
          h[i] = f & 65535;
        }
        clean(g);
      }
      update(data) {
        aexists(this);
        abytes(data);
        data = copyBytes2(data);
        const { buffer, blockLen } = this;
        const len = data.length;
        for (let pos = 0; pos < len; ) {
          const take4 = Math.min(blockLen - this.pos, len - pos);
          if (take4 === blockLen) {
            for (; blockLen <= len - pos; pos += blockLen)
              this.process(data, pos);
            continue;
          }
          buffer.set(data.subarray(pos, pos + take4), this.pos);
          this.pos += take4;
          pos += take4;
          if (this.pos === blockLen) {
            this.process(buffer, 0, false);
            this.pos = 0;
          }
        }
        return this;
      }
      destroy() {
        this.destroyed = true;
        clean(this.h, this.r, this.buffer, this.pad);
      }
      digestInto(out) {
        aexists(this);
        aoutput(out, this);
        this.finished = true;
        const { buffer, h } = this;
        let { pos } = this;
        if (pos) {
          buffer[pos++] = 1;
          for (; pos < 16; pos++)
            buffer[pos] = 0;
          this.process(buffer, 0, true);
        }
        this.finalize();
        let opos = 0;
        for (let i = 0; i < 8; i++) {
          out[opos++] = h[i] >>> 0;
          out[opos++] = h[i] >>> 8;
        }
      }
      digest() {
        const { buffer, outputLen } = this;
        this.digestInto(buffer);
        const res = buffer.slice(0, outputLen);
        this.destroy();
        return res;
      }
    };
    poly1305 = /* @__PURE__ */ wrapMacConstructor(32, (key) => new Poly1305(key));
  }
});

// node_modules/@noble/ciphers/chacha.js
function chachaCore(s, k, n, out, cnt, rounds = 20) {
  let y00 = s[0], y01 = s[1], y02 = s[2], y03 = s[3], y04 = k[0], y05 = k[1], y06 = k[2], y07 = k[3], y08 = k[4], y09 = k[5], y10 = k[6], y11 = k[7], y12 = cnt, y13 = n[0], y14 = n[1], y15 = n[2];
  let x00 = y00, x01 = y01, x02 = y02, x03 = y03, x04 = y04, x05 = y05, x06 = y06, x07 = y07, x08 = y08, x09 = y09, x10 = y10, x11 = y11, x12 = y12, x13 = y13, x14 = y14, x15 = y15;
  for (let r = 0; r < rounds; r += 2) {
    x00 = x00 + x04 | 0;
    x12 = rotl(x12 ^ x00, 16);
    x08 = x08 + x12 | 0;
    x04 = rotl(x04 ^ x08, 12);
    x00 = x00 + x04 | 0;
    x12 = rotl(x12 ^ x00, 8);
    x08 = x08 + x12 | 0;
    x04 = rotl(x04 ^ x08, 7);
    x01 = x01 + x05 | 0;
    x13 = rotl(x13 ^ x01, 16);
    x09 = x09 + x13 | 0;
    x05 = rotl(x05 ^ x09, 12);
    x01 = x01 + x05 | 0;
    x13 = rotl(x13 ^ x01, 8);
    x09 = x09 + x13 | 0;
    x05 = rotl(x05 ^ x09, 7);
    x02 = x02 + x06 | 0;
    x14 = rotl(x14 ^ x02, 16);
    x10 = x10 + x14 | 0;
    x06 = rotl(x06 ^ x10, 12);
    x02 = x02 + x06 | 0;
    x14 = rotl(x14 ^ x02, 8);
    x10 = x10 + x14 | 0;
    x06 = rotl(x06 ^ x10, 7);
    x03 = x03 + x07 | 0;
    x15 = rotl(x15 ^ x03, 16);
    x11 = x11 + x15 | 0;
    x07 = rotl(x07 ^ x11, 12);
    x03 = x03 + x07 | 0;
    x15 = rotl(x15 ^ x03, 8);
    x11 = x11 + x15 | 0;
    x07 = rotl(x07 ^ x11, 7);
    x00 = x00 + x05 | 0;
    x15 = rotl(x15 ^ x00, 16);
    x10 = x10 + x15 | 0;
    x05 = rotl(x05 ^ x10, 12);
    x00 = x00 + x05 | 0;
    x15 = rotl(x15 ^ x00, 8);
    x10 = x10 + x15 | 0;
    x05 = rotl(x05 ^ x10, 7);
    x01 = x01 + x06 | 0;
    x12 = rotl(x12 ^ x01, 16);
    x11 = x11 + x12 | 0;
    x06 = rotl(x06 ^ x11, 12);
    x01 = x01 + x06 | 0;
    x12 = rotl(x12 ^ x01, 8);
    x11 = x11 + x12 | 0;
    x06 = rotl(x06 ^ x11, 7);
    x02 = x02 + x07 | 0;
    x13 = rotl(x13 ^ x02, 16);
    x08 = x08 + x13 | 0;
    x07 = rotl(x07 ^ x08, 12);
    x02 = x02 + x07 | 0;
    x13 = rotl(x13 ^ x02, 8);
    x08 = x08 + x13 | 0;
    x07 = rotl(x07 ^ x08, 7);
    x03 = x03 + x04 | 0;
    x14 = rotl(x14 ^ x03, 16);
    x09 = x09 + x14 | 0;
    x04 = rotl(x04 ^ x09, 12);
    x03 = x03 + x04 | 0;
    x14 = rotl(x14 ^ x03, 8);
    x09 = x09 + x14 | 0;
    x04 = rotl(x04 ^ x09, 7);
  }
  let oi = 0;
  out[oi++] = y00 + x00 | 0;
  out[oi++] = y01 + x01 | 0;
  out[oi++] = y02 + x02 | 0;
  out[oi++] = y03 + x03 | 0;
  out[oi++] = y04 + x04 | 0;
  out[oi++] = y05 + x05 | 0;
  out[oi++] = y06 + x06 | 0;
  out[oi++] = y07 + x07 | 0;
  out[oi++] = y08 + x08 | 0;
  out[oi++] = y09 + x09 | 0;
  out[oi++] = y10 + x10 | 0;
  out[oi++] = y11 + x11 | 0;
  out[oi++] = y12 + x12 | 0;
  out[oi++] = y13 + x13 | 0;
  out[oi++] = y14 + x14 | 0;
  out[oi++] = y15 + x15 | 0;
}
function computeTag(fn, key, nonce, ciphertext, AAD) {
  if (AAD !== void 0)
    abytes(AAD, void 0, "AAD");
  const authKey = fn(key, nonce, ZEROS32);
  const lengths = u64Lengths(ciphertext.length, AAD ? AAD.length : 0, true);
  const h = poly1305.create(authKey);
  if (AAD)
    updatePadded(h, AAD);
  updatePadded(h, ciphertext);
  h.update(lengths);
  const res = h.digest();
  clean(authKey, lengths);
  return res;
}
var chacha20, ZEROS16, updatePadded, ZEROS32, _poly1305_aead, chacha20poly1305;
var init_chacha = __esm({
  "node_modules/@noble/ciphers/chacha.js"() {
    init_arx();
    init_poly1305();
    init_utils();
    chacha20 = /* @__PURE__ */ createCipher(chachaCore, {
      counterRight: false,
      counterLength: 4,
      allowShortKeys: false
    });
    ZEROS16 = /* @__PURE__ */ new Uint8Array(16);
    updatePadded = (h, msg) => {
      h.update(msg);
      const leftover = msg.length % 16;
      if (leftover)
        h.update(ZEROS16.subarray(leftover));
    };
    ZEROS32 = /* @__PURE__ */ new Uint8Array(32);
    _poly1305_aead = (xorStream) => (key, nonce, AAD) => {
      const tagLength = 16;
      return {
        encrypt(plaintext, output) {
          const plength = plaintext.length;
          output = getOutput(plength + tagLength, output, false);
          output.set(plaintext);
          const oPlain = output.subarray(0, -tagLength);
          xorStream(key, nonce, oPlain, oPlain, 1);
          const tag2 = computeTag(xorStream, key, nonce, oPlain, AAD);
          output.set(tag2, plength);
          clean(tag2);
          return output;
        },
        decrypt(ciphertext, output) {
          output = getOutput(ciphertext.length - tagLength, output, false);
          const data = ciphertext.subarray(0, -tagLength);
          const passedTag = ciphertext.subarray(-tagLength);
          const tag2 = computeTag(xorStream, key, nonce, data, AAD);
          if (!equalBytes2(passedTag, tag2)) {
            clean(tag2);
            throw new Error("invalid tag");
          }
          output.set(ciphertext.subarray(0, -tagLength));
          xorStream(key, nonce, output, output, 1);
          clean(tag2);
          return output;
        }
      };
    };
    chacha20poly1305 = /* @__PURE__ */ wrapCipher(
      { blockSize: 64, nonceLength: 12, tagLength: 16, withAAD: true },
      /* @__PURE__ */ _poly1305_aead(chacha20)
    );
  }
});

// src/tunnel/wireguard/aead-noble.ts
var aead_noble_exports = {};
__export(aead_noble_exports, {
  nobleAead: () => nobleAead
});
var nobleAead, NobleAeadKey;
var init_aead_noble = __esm({
  "src/tunnel/wireguard/aead-noble.ts"() {
    "use strict";
    init_chacha();
    init_bytes();
    init_aead();
    init_messages();
    nobleAead = {
      name: "noble",
      allocate: (size) => ({ bytes: Buffer.alloc(size), address: 0 }),
      importKey: (bytes) => new NobleAeadKey(copyBytes(bytes))
    };
    NobleAeadKey = class {
      #key;
      #nonce = new Uint8Array(12);
      constructor(key) {
        this.#key = key;
      }
      seal(low, high, { bytes }, at, length) {
        bytes.set(this.#cipher(low, high).encrypt(bytes.subarray(at, at + length)), at);
      }
      open(low, high, { bytes }, at, length) {
        if (length < TAG_SIZE2) return false;
        try {
          bytes.set(this.#cipher(low, high).decrypt(bytes.subarray(at, at + length)), at);
          return true;
        } catch {
          return false;
        }
      }
      zero() {
        this.#key.fill(0);
      }
      #cipher(low, high) {
        writeUint32(this.#nonce, 4, low);
        writeUint32(this.#nonce, 8, high);
        return chacha20poly1305(this.#key, this.#nonce);
      }
    };
  }
});

// src/tunnel/cipher/assembled.ts
var assembledCipher;
var init_assembled = __esm({
  "src/tunnel/cipher/assembled.ts"() {
    "use strict";
    assembledCipher = () => new Uint8Array(Buffer.from("AGFzbQEAAAABPgxgAX8AYAN/f38AYAAAYAJ/fwBgAn9/AGAAAGACf38AYAJ/fwBgBH9/f38AYAAAYAR/f39/AGAEf39/fwF/AhIBBmNpcGhlcgZtZW1vcnkCAAEDDQwAAQIDBAUGBwgJCgsHDwIEc2VhbAAKBG9wZW4ACwrBRwy3EhcBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AX8BewF7QQAgADYAMP0MAgMAAQYHBAUKCwgJDg8MDSEW/QwDAAECBwQFBgsICQoPDA0OIRdBAP0JAAAhAUEA/QkABCECQQD9CQAIIQNBAP0JAAwhBEEA/QkAECEFQQD9CQAUIQZBAP0JABghB0EA/QkAHCEIQQD9CQAgIQlBAP0JACQhCkEA/QkAKCELQQD9CQAsIQxBAP0JADD9DAAAAAABAAAAAgAAAAMAAAD9rgEhDUEA/QkANCEOQQD9CQA4IQ9BAP0JADwhEEEKIRUDQCABIAX9rgEhASANIAH9USENIA0gFv0OIQ0gAiAG/a4BIQIgDiAC/VEhDiAOIBb9DiEOIAMgB/2uASEDIA8gA/1RIQ8gDyAW/Q4hDyAEIAj9rgEhBCAQIAT9USEQIBAgFv0OIRAgCSAN/a4BIQkgBSAJ/VEhBSAFQQz9qwEgBUEU/a0B/VAhBSAKIA79rgEhCiAGIAr9USEGIAZBDP2rASAGQRT9rQH9UCEGIAsgD/2uASELIAcgC/1RIQcgB0EM/asBIAdBFP2tAf1QIQcgDCAQ/a4BIQwgCCAM/VEhCCAIQQz9qwEgCEEU/a0B/VAhCCABIAX9rgEhASANIAH9USENIA0gF/0OIQ0gAiAG/a4BIQIgDiAC/VEhDiAOIBf9DiEOIAMgB/2uASEDIA8gA/1RIQ8gDyAX/Q4hDyAEIAj9rgEhBCAQIAT9USEQIBAgF/0OIRAgCSAN/a4BIQkgBSAJ/VEhBSAFQQf9qwEgBUEZ/a0B/VAhBSAKIA79rgEhCiAGIAr9USEGIAZBB/2rASAGQRn9rQH9UCEGIAsgD/2uASELIAcgC/1RIQcgB0EH/asBIAdBGf2tAf1QIQcgDCAQ/a4BIQwgCCAM/VEhCCAIQQf9qwEgCEEZ/a0B/VAhCCABIAb9rgEhASAQIAH9USEQIBAgFv0OIRAgAiAH/a4BIQIgDSAC/VEhDSANIBb9DiENIAMgCP2uASEDIA4gA/1RIQ4gDiAW/Q4hDiAEIAX9rgEhBCAPIAT9USEPIA8gFv0OIQ8gCyAQ/a4BIQsgBiAL/VEhBiAGQQz9qwEgBkEU/a0B/VAhBiAMIA39rgEhDCAHIAz9USEHIAdBDP2rASAHQRT9rQH9UCEHIAkgDv2uASEJIAggCf1RIQggCEEM/asBIAhBFP2tAf1QIQggCiAP/a4BIQogBSAK/VEhBSAFQQz9qwEgBUEU/a0B/VAhBSABIAb9rgEhASAQIAH9USEQIBAgF/0OIRAgAiAH/a4BIQIgDSAC/VEhDSANIBf9DiENIAMgCP2uASEDIA4gA/1RIQ4gDiAX/Q4hDiAEIAX9rgEhBCAPIAT9USEPIA8gF/0OIQ8gCyAQ/a4BIQsgBiAL/VEhBiAGQQf9qwEgBkEZ/a0B/VAhBiAMIA39rgEhDCAHIAz9USEHIAdBB/2rASAHQRn9rQH9UCEHIAkgDv2uASEJIAggCf1RIQggCEEH/asBIAhBGf2tAf1QIQggCiAP/a4BIQogBSAK/VEhBSAFQQf9qwEgBUEZ/a0B/VAhBSAVQQFrIRUgFQ0ACyABQQD9CQAA/a4BIQEgAkEA/QkABP2uASECIANBAP0JAAj9rgEhAyAEQQD9CQAM/a4BIQQgBUEA/QkAEP2uASEFIAZBAP0JABT9rgEhBiAHQQD9CQAY/a4BIQcgCEEA/QkAHP2uASEIIAlBAP0JACD9rgEhCSAKQQD9CQAk/a4BIQogC0EA/QkAKP2uASELIAxBAP0JACz9rgEhDCANQQD9CQAw/QwAAAAAAQAAAAIAAAADAAAA/a4B/a4BIQ0gDkEA/QkANP2uASEOIA9BAP0JADj9rgEhDyAQQQD9CQA8/a4BIRAgASAC/Q0AAQIDEBESEwQFBgcUFRYXIREgAyAE/Q0AAQIDEBESEwQFBgcUFRYXIRIgASAC/Q0ICQoLGBkaGwwNDg8cHR4fIRMgAyAE/Q0ICQoLGBkaGwwNDg8cHR4fIRQgESAS/Q0AAQIDBAUGBxAREhMUFRYXIQEgESAS/Q0ICQoLDA0ODxgZGhscHR4fIQIgEyAU/Q0AAQIDBAUGBxAREhMUFRYXIQMgEyAU/Q0ICQoLDA0ODxgZGhscHR4fIQRBACAB/QsAQEEAIAL9CwCAAUEAIAP9CwDAAUEAIAT9CwCAAiAFIAb9DQABAgMQERITBAUGBxQVFhchESAHIAj9DQABAgMQERITBAUGBxQVFhchEiAFIAb9DQgJCgsYGRobDA0ODxwdHh8hEyAHIAj9DQgJCgsYGRobDA0ODxwdHh8hFCARIBL9DQABAgMEBQYHEBESExQVFhchBSARIBL9DQgJCgsMDQ4PGBkaGxwdHh8hBiATIBT9DQABAgMEBQYHEBESExQVFhchByATIBT9DQgJCgsMDQ4PGBkaGxwdHh8hCEEAIAX9CwBQQQAgBv0LAJABQQAgB/0LANABQQAgCP0LAJACIAkgCv0NAAECAxAREhMEBQYHFBUWFyERIAsgDP0NAAECAxAREhMEBQYHFBUWFyESIAkgCv0NCAkKCxgZGhsMDQ4PHB0eHyETIAsgDP0NCAkKCxgZGhsMDQ4PHB0eHyEUIBEgEv0NAAECAwQFBgcQERITFBUWFyEJIBEgEv0NCAkKCwwNDg8YGRobHB0eHyEKIBMgFP0NAAECAwQFBgcQERITFBUWFyELIBMgFP0NCAkKCwwNDg8YGRobHB0eHyEMQQAgCf0LAGBBACAK/QsAoAFBACAL/QsA4AFBACAM/QsAoAIgDSAO/Q0AAQIDEBESEwQFBgcUFRYXIREgDyAQ/Q0AAQIDEBESEwQFBgcUFRYXIRIgDSAO/Q0ICQoLGBkaGwwNDg8cHR4fIRMgDyAQ/Q0ICQoLGBkaGwwNDg8cHR4fIRQgESAS/Q0AAQIDBAUGBxAREhMUFRYXIQ0gESAS/Q0ICQoLDA0ODxgZGhscHR4fIQ4gEyAU/Q0AAQIDBAUGBxAREhMUFRYXIQ8gEyAU/Q0ICQoLDA0ODxgZGhscHR4fIRBBACAN/QsAcEEAIA79CwCwAUEAIA/9CwDwAUEAIBD9CwCwAgviAQAgAkEQTwRAA0AgACAA/QAAACAB/QAAAP1R/QsAACAAQRBqIQAgAUEQaiEBIAJBEGshAiACQRBPDQALCyACQQhPBEADQCAAIAApAAAgASkAAIU3AAAgAEEIaiEAIAFBCGohASACQQhrIQIgAkEITw0ACwsgAkEETwRAA0AgACAAKAAAIAEoAABzNgAAIABBBGohACABQQRqIQEgAkEEayECIAJBBE8NAAsLIAJBAU8EQANAIAAgAC0AACABLQAAczoAACAAQQFqIQAgAUEBaiEBIAJBAWshAiACQQFPDQALCwu6AQIBfgF+QQApAEBC/////8D///8PgyEAQQApAEhC/P///8D///8PgyEBQQAgAEL///8fgzcA6AJBACAAQhqIQv///x+DNwDwAkEAIABCNIggAUIMhoRC////H4M3APgCQQAgAUIOiEL///8fgzcAgANBACABQiiINwCIA0EAQgA3AMACQQBCADcAyAJBAEIANwDQAkEAQgA3ANgCQQBCADcA4AJBAEEAKQBQNwCQA0EAQQApAFg3AJgDC9UEFgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+QQApAOgCIQ5BACkA8AIhD0EAKQD4AiEQQQApAIADIRFBACkAiAMhEiAOQgV+IRMgD0IFfiEUIBBCBX4hFSARQgV+IRYgEkIFfiEXQQApAMACIQJBACkAyAIhA0EAKQDQAiEEQQApANgCIQVBACkA4AIhBgNAIAApAAAhDCAAKQAIIQ0gAiAMQv///x+DfCECIAMgDEIaiEL///8fg3whAyAEIAxCNIggDUIMhoRC////H4N8IQQgBSANQg6IQv///x+DfCEFIAYgDUIoiEKAgIAIhHwhBiACIA5+IAMgF358IAQgFn58IAUgFX58IAYgFH58IQcgAiAPfiADIA5+fCAEIBd+fCAFIBZ+fCAGIBV+fCEIIAIgEH4gAyAPfnwgBCAOfnwgBSAXfnwgBiAWfnwhCSACIBF+IAMgEH58IAQgD358IAUgDn58IAYgF358IQogAiASfiADIBF+fCAEIBB+fCAFIA9+fCAGIA5+fCELIAggB0IaiHwhCCAHQv///x+DIQIgCSAIQhqIfCEJIAhC////H4MhAyAKIAlCGoh8IQogCUL///8fgyEEIAsgCkIaiHwhCyAKQv///x+DIQUgC0L///8fgyEGIAIgC0IaiEIFfnwhAiADIAJCGoh8IQMgAkL///8fgyECIABBEGohACABQQFrIQEgAQ0AC0EAIAI3AMACQQAgAzcAyAJBACAENwDQAkEAIAU3ANgCQQAgBjcA4AILkBw2AX8BewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBewF7AXsBfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfgF+QQApAOgCIS5BACkA8AIhL0EAKQD4AiEwQQApAIADITFBACkAiAMhMiAuQgV+ITMgL0IFfiE0IDBCBX4hNSAxQgV+ITYgMkIFfiE3IC4hJCAvISUgMCEmIDEhJyAyIShBACAkPgDcBEEAICU+AOwEQQAgJj4A/ARBACAnPgCMBUEAICg+AJwFQQAgJUIFfj4ArAVBACAmQgV+PgC8BUEAICdCBX4+AMwFQQAgKEIFfj4A3AUgJCAufiAlIDd+fCAmIDZ+fCAnIDV+fCAoIDR+fCEpICQgL34gJSAufnwgJiA3fnwgJyA2fnwgKCA1fnwhKiAkIDB+ICUgL358ICYgLn58ICcgN358ICggNn58ISsgJCAxfiAlIDB+fCAmIC9+fCAnIC5+fCAoIDd+fCEsICQgMn4gJSAxfnwgJiAwfnwgJyAvfnwgKCAufnwhLSAqIClCGoh8ISogKUL///8fgyEkICsgKkIaiHwhKyAqQv///x+DISUgLCArQhqIfCEsICtC////H4MhJiAtICxCGoh8IS0gLEL///8fgyEnIC1C////H4MhKCAkIC1CGohCBX58ISQgJSAkQhqIfCElICRC////H4MhJEEAICQ+ANgEQQAgJT4A6ARBACAmPgD4BEEAICc+AIgFQQAgKD4AmAVBACAlQgV+PgCoBUEAICZCBX4+ALgFQQAgJ0IFfj4AyAVBACAoQgV+PgDYBSAkIC5+ICUgN358ICYgNn58ICcgNX58ICggNH58ISkgJCAvfiAlIC5+fCAmIDd+fCAnIDZ+fCAoIDV+fCEqICQgMH4gJSAvfnwgJiAufnwgJyA3fnwgKCA2fnwhKyAkIDF+ICUgMH58ICYgL358ICcgLn58ICggN358ISwgJCAyfiAlIDF+fCAmIDB+fCAnIC9+fCAoIC5+fCEtICogKUIaiHwhKiApQv///x+DISQgKyAqQhqIfCErICpC////H4MhJSAsICtCGoh8ISwgK0L///8fgyEmIC0gLEIaiHwhLSAsQv///x+DIScgLUL///8fgyEoICQgLUIaiEIFfnwhJCAlICRCGoh8ISUgJEL///8fgyEkQQAgJD4A1ARBACAlPgDkBEEAICY+APQEQQAgJz4AhAVBACAoPgCUBUEAICVCBX4+AKQFQQAgJkIFfj4AtAVBACAnQgV+PgDEBUEAIChCBX4+ANQFICQgLn4gJSA3fnwgJiA2fnwgJyA1fnwgKCA0fnwhKSAkIC9+ICUgLn58ICYgN358ICcgNn58ICggNX58ISogJCAwfiAlIC9+fCAmIC5+fCAnIDd+fCAoIDZ+fCErICQgMX4gJSAwfnwgJiAvfnwgJyAufnwgKCA3fnwhLCAkIDJ+ICUgMX58ICYgMH58ICcgL358ICggLn58IS0gKiApQhqIfCEqIClC////H4MhJCArICpCGoh8ISsgKkL///8fgyElICwgK0IaiHwhLCArQv///x+DISYgLSAsQhqIfCEtICxC////H4MhJyAtQv///x+DISggJCAtQhqIQgV+fCEkICUgJEIaiHwhJSAkQv///x+DISRBACAkPgDQBEEAICU+AOAEQQAgJj4A8ARBACAnPgCABUEAICg+AJAFQQAgJUIFfj4AoAVBACAmQgV+PgCwBUEAICdCBX4+AMAFQQAgKEIFfj4A0AVBACAkPgDAA0EAICU+ANADQQAgJj4A4ANBACAnPgDwA0EAICg+AIAEQQAgJUIFfj4AkARBACAmQgV+PgCgBEEAICdCBX4+ALAEQQAgKEIFfj4AwARBACAkPgDEA0EAICU+ANQDQQAgJj4A5ANBACAnPgD0A0EAICg+AIQEQQAgJUIFfj4AlARBACAmQgV+PgCkBEEAICdCBX4+ALQEQQAgKEIFfj4AxARBACAkPgDIA0EAICU+ANgDQQAgJj4A6ANBACAnPgD4A0EAICg+AIgEQQAgJUIFfj4AmARBACAmQgV+PgCoBEEAICdCBX4+ALgEQQAgKEIFfj4AyARBACAkPgDMA0EAICU+ANwDQQAgJj4A7ANBACAnPgD8A0EAICg+AIwEQQAgJUIFfj4AnARBACAmQgV+PgCsBEEAICdCBX4+ALwEQQAgKEIFfj4AzARBAP1cAMACIQNBAP1cAMgCIQRBAP1cANACIQVBAP1cANgCIQZBAP1cAOACIQcDQCABQQFrIQFBwANB0AQgARshAiAA/QAAACEIIAD9AAAQIQkgAP0AACAhCiAA/QAAMCELIAggCf0NAAECAxAREhMEBQYHFBUWFyEMIAogC/0NAAECAxAREhMEBQYHFBUWFyENIAggCf0NCAkKCxgZGhsMDQ4PHB0eHyEOIAogC/0NCAkKCxgZGhsMDQ4PHB0eHyEPIAwgDf0NAAECAwQFBgcQERITFBUWFyEIIAwgDf0NCAkKCwwNDg8YGRobHB0eHyEJIA4gD/0NAAECAwQFBgcQERITFBUWFyEKIA4gD/0NCAkKCwwNDg8YGRobHB0eHyELIAMgCP0M////A////wP///8D////A/1O/a4BIQMgBCAIQRr9rQEgCUEG/asB/VD9DP///wP///8D////A////wP9Tv2uASEEIAUgCUEU/a0BIApBDP2rAf1Q/Qz///8D////A////wP///8D/U79rgEhBSAGIApBDv2tASALQRL9qwH9UP0M////A////wP///8D////A/1O/a4BIQYgByALQQj9rQH9DAAAAAEAAAABAAAAAQAAAAH9UP2uASEHIAL9AAAAIRAgAv0AABAhESAC/QAAICESIAL9AAAwIRMgAv0AAEAhFCAC/QAAUCEWIAL9AABgIRcgAv0AAHAhGCAC/QAAgAEhGSADIBD93gEgBCAZ/d4B/c4BIAUgGP3eAf3OASAGIBf93gH9zgEgByAW/d4B/c4BIRogAyAR/d4BIAQgEP3eAf3OASAFIBn93gH9zgEgBiAY/d4B/c4BIAcgF/3eAf3OASEbIAMgEv3eASAEIBH93gH9zgEgBSAQ/d4B/c4BIAYgGf3eAf3OASAHIBj93gH9zgEhHCADIBP93gEgBCAS/d4B/c4BIAUgEf3eAf3OASAGIBD93gH9zgEgByAZ/d4B/c4BIR0gAyAU/d4BIAQgE/3eAf3OASAFIBL93gH9zgEgBiAR/d4B/c4BIAcgEP3eAf3OASEeIAMgEP3fASAEIBn93wH9zgEgBSAY/d8B/c4BIAYgF/3fAf3OASAHIBb93wH9zgEhHyADIBH93wEgBCAQ/d8B/c4BIAUgGf3fAf3OASAGIBj93wH9zgEgByAX/d8B/c4BISAgAyAS/d8BIAQgEf3fAf3OASAFIBD93wH9zgEgBiAZ/d8B/c4BIAcgGP3fAf3OASEhIAMgE/3fASAEIBL93wH9zgEgBSAR/d8B/c4BIAYgEP3fAf3OASAHIBn93wH9zgEhIiADIBT93wEgBCAT/d8B/c4BIAUgEv3fAf3OASAGIBH93wH9zgEgByAQ/d8B/c4BISMgGyAaQRr9zQH9zgEhGyAa/Qz///8DAAAAAP///wMAAAAA/U4hGiAeIB1BGv3NAf3OASEeIB39DP///wMAAAAA////AwAAAAD9TiEdIBwgG0Ea/c0B/c4BIRwgG/0M////AwAAAAD///8DAAAAAP1OIRsgGiAeQRr9zQEgHkEa/c0BQQL9ywH9zgH9zgEhGiAe/Qz///8DAAAAAP///wMAAAAA/U4hHiAdIBxBGv3NAf3OASEdIBz9DP///wMAAAAA////AwAAAAD9TiEcIBsgGkEa/c0B/c4BIRsgGv0M////AwAAAAD///8DAAAAAP1OIRogHiAdQRr9zQH9zgEhHiAd/Qz///8DAAAAAP///wMAAAAA/U4hHSAgIB9BGv3NAf3OASEgIB/9DP///wMAAAAA////AwAAAAD9TiEfICMgIkEa/c0B/c4BISMgIv0M////AwAAAAD///8DAAAAAP1OISIgISAgQRr9zQH9zgEhISAg/Qz///8DAAAAAP///wMAAAAA/U4hICAfICNBGv3NASAjQRr9zQFBAv3LAf3OAf3OASEfICP9DP///wMAAAAA////AwAAAAD9TiEjICIgIUEa/c0B/c4BISIgIf0M////AwAAAAD///8DAAAAAP1OISEgICAfQRr9zQH9zgEhICAf/Qz///8DAAAAAP///wMAAAAA/U4hHyAjICJBGv3NAf3OASEjICL9DP///wMAAAAA////AwAAAAD9TiEiIBogH/0NAAECAwgJCgsQERITGBkaGyEDIBsgIP0NAAECAwgJCgsQERITGBkaGyEEIBwgIf0NAAECAwgJCgsQERITGBkaGyEFIB0gIv0NAAECAwgJCgsQERITGBkaGyEGIB4gI/0NAAECAwgJCgsQERITGBkaGyEHIABBwABqIQAgAQ0AC0EAIAP9GwAgA/0bAWogA/0bAmogA/0bA2qtNwDAAkEAIAT9GwAgBP0bAWogBP0bAmogBP0bA2qtNwDIAkEAIAX9GwAgBf0bAWogBf0bAmogBf0bA2qtNwDQAkEAIAb9GwAgBv0bAWogBv0bAmogBv0bA2qtNwDYAkEAIAf9GwAgB/0bAWogB/0bAmogB/0bA2qtNwDgAgvkBA0BfgF+AX4BfgF+AX4BfgF+AX4BfgF+AX4BfkEAKQDAAiEFQQApAMgCIQZBACkA0AIhB0EAKQDYAiEIQQApAOACIQkgBiAFQhqIfCEGIAVC////H4MhACAHIAZCGoh8IQcgBkL///8fgyEBIAggB0IaiHwhCCAHQv///x+DIQIgCSAIQhqIfCEJIAhC////H4MhAyAJQv///x+DIQQgACAJQhqIQgV+fCEAIAEgAEIaiHwhASAAQv///x+DIQAgACEFIAEhBiACIQcgAyEIIAQhCSAGIAVCGoh8IQYgBUL///8fgyEAIAcgBkIaiHwhByAGQv///x+DIQEgCCAHQhqIfCEIIAdC////H4MhAiAJIAhCGoh8IQkgCEL///8fgyEDIAlC////H4MhBCAAIAlCGohCBX58IQAgASAAQhqIfCEBIABC////H4MhACAAQgV8IQUgASAFQhqIfCEGIAVC////H4MhBSACIAZCGoh8IQcgBkL///8fgyEGIAMgB0IaiHwhCCAHQv///x+DIQcgBCAIQhqIfCEJIAhC////H4MhCCAJQoCAgCB9Qj+HIQogCUL///8fgyEJIAAgCoMgBSAKQn+Fg4QhACABIAqDIAYgCkJ/hYOEIQEgAiAKgyAHIApCf4WDhCECIAMgCoMgCCAKQn+Fg4QhAyAEIAqDIAkgCkJ/hYOEIQQgACABQhqGIAJCNIaEhCELIAJCDIggA0IOhiAEQiiGhIQhDEEAKQCQAyEFIAsgBXwhCyAMQQApAJgDfCEMIAwgCyAFVK18IQxBACALNwCwA0EAIAw3ALgDC3UAIAFBgAJPBEAgACABQQZ2EAQgACABQUBxaiEAIAFBP3EhAQsgAUEQTwRAIAAgAUEEdhADIAAgAUFwcWohACABQQ9xIQELIAEEQEGgA/0MAAAAAAAAAAAAAAAAAAAAAP0LAABBoAMgACABEAFBoANBARADCwtnAgF/AX9BwAEgASABQcABTxshAyAAQYABIAMQASAAIANqIQAgASADayEBIAEEQANAIAJBBGohAiACEABBgAIgASABQYACTxshAyAAQcAAIAMQASAAIANqIQAgASADayEBIAENAAsLCykAIAIgAxAGIAAgARAGQQAgA603AKADQQAgAa03AKgDQaADQQEQAxAFC/gIAEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAAEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAEEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAIEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAMEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAQEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAUEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAYEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAcEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAgAFBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAJABQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCgAUEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAsAFBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAMABQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwDQAUEA/QwAAAAAAAAAAAAAAAAAAAAA/QsA4AFBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAPABQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCAAkEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAkAJBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAKACQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCwAkEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAwAJBAP0MAAAAAAAAAAAAAAAAAAAAAP0LANACQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwDgAkEA/QwAAAAAAAAAAAAAAAAAAAAA/QsA8AJBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAIADQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCQA0EA/QwAAAAAAAAAAAAAAAAAAAAA/QsAoANBAP0MAAAAAAAAAAAAAAAAAAAAAP0LALADQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwDAA0EA/QwAAAAAAAAAAAAAAAAAAAAA/QsA0ANBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAOADQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwDwA0EA/QwAAAAAAAAAAAAAAAAAAAAA/QsAgARBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAJAEQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCgBEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAsARBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAMAEQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwDQBEEA/QwAAAAAAAAAAAAAAAAAAAAA/QsA4ARBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAPAEQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCABUEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAkAVBAP0MAAAAAAAAAAAAAAAAAAAAAP0LAKAFQQD9DAAAAAAAAAAAAAAAAAAAAAD9CwCwBUEA/QwAAAAAAAAAAAAAAAAAAAAA/QsAwAVBAP0MAAAAAAAAAAAAAAAAAAAAAP0LANAFC0IAQQD9DGV4cGFuZCAzMi1ieXRlIGv9CwAAQQAQABACIAAgARAHIAAgASACIAMQCCAAIAFqQbAD/QAAAP0LAAAQCQtSAQF/QQD9DGV4cGFuZCAzMi1ieXRlIGv9CwAAQQAQABACIAAgASACIAMQCCAAIAFq/QAAAEGwA/0AAAD9Uf1TRSEEIAQEQCAAIAEQBwsQCSAECw==", "base64"));
  }
});

// src/tunnel/cipher/memory-layout.ts
var MEMORY_IMPORT, STATE_AT, KEY_AT, COUNTER_AT, NONCE_AT, OWN_SIZE;
var init_memory_layout = __esm({
  "src/tunnel/cipher/memory-layout.ts"() {
    "use strict";
    MEMORY_IMPORT = { module: "cipher", name: "memory" };
    STATE_AT = 0;
    KEY_AT = STATE_AT + 16;
    COUNTER_AT = STATE_AT + 48;
    NONCE_AT = STATE_AT + 52;
    OWN_SIZE = 736;
  }
});

// src/tunnel/cipher/webassembly.ts
var WASM_PAGE, engine;
var init_webassembly = __esm({
  "src/tunnel/cipher/webassembly.ts"() {
    "use strict";
    WASM_PAGE = 65536;
    ({ WebAssembly: engine } = globalThis);
  }
});

// src/tunnel/wireguard/aead-simd.ts
var aead_simd_exports = {};
__export(aead_simd_exports, {
  createSimdAead: () => createSimdAead
});
function createSimdAead() {
  const bytes = assembledCipher();
  if (!engine.validate(bytes)) throw new Error("this engine has no 128-bit vectors in WebAssembly");
  const memory = new engine.Memory({ initial: 1 });
  const imports = { [MEMORY_IMPORT.module]: { [MEMORY_IMPORT.name]: memory } };
  const { exports } = new engine.Instance(new engine.Module(bytes), imports);
  const cipher = new Cipher(memory, exports);
  return {
    name: "simd",
    allocate: (size) => new SimdArena(cipher, size),
    importKey: (key) => new SimdAeadKey(cipher, key)
  };
}
var KEY_WORDS, ALIGNMENT, Cipher, SimdArena, SimdAeadKey;
var init_aead_simd = __esm({
  "src/tunnel/wireguard/aead-simd.ts"() {
    "use strict";
    init_assembled();
    init_memory_layout();
    init_webassembly();
    init_aead();
    KEY_WORDS = 8;
    ALIGNMENT = 64;
    Cipher = class {
      exports;
      bytes;
      words;
      view;
      #memory;
      #end = OWN_SIZE;
      constructor(memory, exports) {
        this.exports = exports;
        this.#memory = memory;
        this.bytes = Buffer.from(memory.buffer);
        this.words = new Uint32Array(memory.buffer);
        this.view = new DataView(memory.buffer);
      }
      /** @throws RangeError where there is no memory */
      allocate(size) {
        const at = Math.ceil(this.#end / ALIGNMENT) * ALIGNMENT;
        const missing = at + size - this.bytes.length;
        if (missing > 0) {
          this.#memory.grow(Math.ceil(missing / WASM_PAGE));
          this.bytes = Buffer.from(this.#memory.buffer);
          this.words = new Uint32Array(this.#memory.buffer);
          this.view = new DataView(this.#memory.buffer);
        }
        this.#end = at + size;
        return at;
      }
      /** The words of the key as they are in memory, whichever order their bytes have here. */
      arm(key, low, high) {
        const { words: words2, view: view2 } = this;
        for (let i = 0; i < KEY_WORDS; i++) words2[KEY_AT / 4 + i] = key[i];
        view2.setUint32(NONCE_AT + 4, low, true);
        view2.setUint32(NONCE_AT + 8, high, true);
      }
    };
    SimdArena = class {
      address;
      size;
      cipher;
      #of;
      #bytes;
      constructor(cipher, size) {
        this.address = cipher.allocate(size);
        this.size = size;
        this.cipher = cipher;
        this.#of = cipher.bytes;
        this.#bytes = cipher.bytes.subarray(this.address, this.address + size);
      }
      get bytes() {
        if (this.#of !== this.cipher.bytes) {
          this.#of = this.cipher.bytes;
          this.#bytes = this.#of.subarray(this.address, this.address + this.size);
        }
        return this.#bytes;
      }
    };
    SimdAeadKey = class {
      #cipher;
      #key;
      #isLive = true;
      constructor(cipher, bytes) {
        this.#cipher = cipher;
        const own2 = new ArrayBuffer(4 * KEY_WORDS);
        new Uint8Array(own2).set(bytes);
        this.#key = new Uint32Array(own2);
      }
      seal(low, high, arena, at, length) {
        const packet2 = this.#check(arena, at, length + TAG_SIZE2);
        this.#cipher.arm(this.#key, low, high);
        this.#cipher.exports.seal(packet2, length, 0, 0);
      }
      /** It verifies before it decrypts: a wrong tag leaves no plaintext anywhere. */
      open(low, high, arena, at, length) {
        if (length < TAG_SIZE2) return false;
        const packet2 = this.#check(arena, at, length);
        this.#cipher.arm(this.#key, low, high);
        return this.#cipher.exports.open(packet2, length - TAG_SIZE2, 0, 0) === 1;
      }
      zero() {
        this.#key.fill(0);
        this.#isLive = false;
      }
      /** @returns the address of `size` bytes at `at` of an arena of this cipher, and nothing else */
      #check(arena, at, size) {
        if (!this.#isLive) throw new Error("a zeroed key was used");
        const isInside2 = at >= 0 && size >= TAG_SIZE2 && at + size <= arena.size;
        if (!isInside2 || arena.cipher !== this.#cipher) {
          throw new RangeError(`${size} bytes at ${at} are not in an arena of this cipher`);
        }
        return arena.address + at;
      }
    };
  }
});

// src/tunnel/relay/frame.ts
function emitFrame(frame) {
  const type = Uint8Array.of(TYPE[frame.kind]);
  switch (frame.kind) {
    case "challenge":
      return concatBytes(type, Uint8Array.of(RELAY_VERSION), frame.ephemeral, frame.nonce);
    case "login":
      return concatBytes(type, frame.publicKey, frame.proof, frame.credential);
    case "welcome":
      return concatBytes(type, emitWelcome(frame.maxPacket, frame.keepaliveSeconds));
    case "send":
      return concatBytes(type, frame.destination, frame.packet);
    case "receive":
      return concatBytes(type, frame.source, frame.packet);
    case "gone":
      return concatBytes(type, frame.publicKey, Uint8Array.of(GONE_REASONS.indexOf(frame.reason)));
    case "keepalive":
      return type;
    case "refused":
      return concatBytes(type, Uint8Array.of(REFUSED_REASONS.indexOf(frame.reason)));
    case "renewal":
      return concatBytes(type, frame.credential);
    case "peers":
      return concatBytes(type, frame.keys);
  }
}
function parseFrame(bytes) {
  if (bytes.length > RELAY_FRAME_MAX) return void 0;
  const body = bytes.subarray(1);
  switch (bytes[0]) {
    case TYPE.challenge:
      if (body.length !== 65 || body[0] !== RELAY_VERSION) return void 0;
      return { kind: "challenge", ephemeral: body.subarray(1, 33), nonce: body.subarray(33) };
    case TYPE.login:
      if (body.length <= 64 || body.length > 64 + RELAY_CREDENTIAL_MAX) return void 0;
      return {
        kind: "login",
        publicKey: body.subarray(0, 32),
        proof: body.subarray(32, 64),
        credential: body.subarray(64)
      };
    case TYPE.welcome:
      return body.length === 6 ? parseWelcome(body) : void 0;
    case TYPE.send:
      if (!holdsPacket(body)) return void 0;
      return { kind: "send", destination: body.subarray(0, 32), packet: body.subarray(32) };
    case TYPE.receive:
      if (!holdsPacket(body)) return void 0;
      return { kind: "receive", source: body.subarray(0, 32), packet: body.subarray(32) };
    case TYPE.gone: {
      const reason2 = GONE_REASONS[body[32] ?? GONE_REASONS.length];
      return body.length === 33 && reason2 ? { kind: "gone", publicKey: body.subarray(0, 32), reason: reason2 } : void 0;
    }
    case TYPE.keepalive:
      return body.length === 0 ? { kind: "keepalive" } : void 0;
    case TYPE.refused: {
      const reason2 = REFUSED_REASONS[body[0] ?? REFUSED_REASONS.length];
      return body.length === 1 && reason2 ? { kind: "refused", reason: reason2 } : void 0;
    }
    case TYPE.renewal:
      if (body.length === 0 || body.length > RELAY_CREDENTIAL_MAX) return void 0;
      return { kind: "renewal", credential: body };
    case TYPE.peers:
      if (body.length === 0 || body.length > 32 * RELAY_PEERS_MAX || body.length % 32 !== 0) return void 0;
      return { kind: "peers", keys: body };
    default:
      return void 0;
  }
}
function holdsPacket(body) {
  return body.length > 32 && body.length <= 32 + RELAY_PACKET_MAX;
}
function emitWelcome(maxPacket, keepaliveSeconds) {
  const bytes = new Uint8Array(6);
  const view2 = new DataView(bytes.buffer);
  view2.setUint32(0, maxPacket);
  view2.setUint16(4, keepaliveSeconds);
  return bytes;
}
function parseWelcome(body) {
  const view2 = new DataView(body.buffer, body.byteOffset, body.length);
  const maxPacket = view2.getUint32(0);
  const keepaliveSeconds = view2.getUint16(4);
  if (maxPacket > RELAY_PACKET_MAX || keepaliveSeconds === 0) return void 0;
  return { kind: "welcome", maxPacket, keepaliveSeconds };
}
var RELAY_VERSION, RELAY_PROTOCOL, RELAY_PACKET_MAX, RELAY_CREDENTIAL_MAX, RELAY_PEERS_MAX, RELAY_FRAME_MAX, TYPE, GONE_REASONS, REFUSED_REASONS;
var init_frame = __esm({
  "src/tunnel/relay/frame.ts"() {
    "use strict";
    init_bytes();
    RELAY_VERSION = 2;
    RELAY_PROTOCOL = "sallyport-relay.v1";
    RELAY_PACKET_MAX = 2048;
    RELAY_CREDENTIAL_MAX = 8192;
    RELAY_PEERS_MAX = 128;
    RELAY_FRAME_MAX = 1 + 64 + RELAY_CREDENTIAL_MAX;
    TYPE = {
      challenge: 1,
      login: 2,
      welcome: 3,
      send: 4,
      receive: 5,
      gone: 6,
      keepalive: 7,
      refused: 8,
      renewal: 9,
      peers: 10
    };
    GONE_REASONS = ["left", "unknown"];
    REFUSED_REASONS = [
      "proof",
      "no-edge",
      "rate",
      "replaced",
      "malformed",
      "closing",
      "token",
      "quota"
    ];
  }
});

// src/mesh/relay-socket.ts
var relay_socket_exports = {};
__export(relay_socket_exports, {
  openRelaySocket: () => openRelaySocket
});
const { Agent: HttpAgent } = process.getBuiltinModule("node:http");
const { Agent: HttpsAgent } = process.getBuiltinModule("node:https");
const { TLSSocket } = process.getBuiltinModule("node:tls");
function openRelaySocket(options) {
  const { ca, env = process.env, pin, url: url2 } = options;
  const Agent = url2.startsWith("wss:") ? HttpsAgent : HttpAgent;
  const socket = new import_websocket.default(url2, RELAY_PROTOCOL, {
    perMessageDeflate: false,
    maxPayload: RELAY_FRAME_MAX,
    handshakeTimeout: 1e4,
    followRedirects: false,
    agent: new Agent({ proxyEnv: env }),
    ...ca && pin === void 0 ? { ca } : {},
    ...pin === void 0 ? {} : { rejectUnauthorized: false }
  });
  if (pin !== void 0) socket.once("upgrade", (response) => checkPin(socket, response.socket, pin));
  return socket;
}
function checkPin(socket, connection, pin) {
  const raw = connection instanceof TLSSocket ? connection.getPeerX509Certificate()?.raw : void 0;
  const digest = raw && formatDigest(sha256(raw));
  if (digest === pin) return;
  socket.emit(
    "error",
    new Error(`it shows a certificate with ${digest ?? "no digest"}, not the pinned ${pin}`)
  );
  socket.terminate();
}
var init_relay_socket = __esm({
  "src/mesh/relay-socket.ts"() {
    "use strict";
    init_wrapper();
    init_digest();
    init_frame();
  }
});

// src/tunnel/paths/port-mapping.ts
function emitPcpMap(wish) {
  const { nonce, client, internalPort, suggested, lifetime } = wish;
  const bytes = new Uint8Array(PCP_SIZE);
  const view2 = new DataView(bytes.buffer);
  bytes[0] = PCP_VERSION;
  bytes[1] = MAP;
  view2.setUint32(4, lifetime);
  bytes.set(mapped(client), 8);
  bytes.set(nonce, MAP_AT);
  bytes[MAP_AT + 12] = UDP;
  view2.setUint16(MAP_AT + 16, internalPort);
  view2.setUint16(MAP_AT + 18, suggested?.port ?? 0);
  if (suggested) bytes.set(mapped(suggested.address), MAP_AT + 20);
  else bytes.set(IPV4_MAPPED, MAP_AT + 20);
  return bytes;
}
function emitNatPmpAddress() {
  return Uint8Array.of(NAT_PMP_VERSION, 0);
}
function emitNatPmpMap({ internalPort, suggested, lifetime }) {
  const bytes = new Uint8Array(12);
  const view2 = new DataView(bytes.buffer);
  bytes[1] = MAP;
  view2.setUint16(4, internalPort);
  view2.setUint16(6, lifetime === 0 ? 0 : suggested?.port ?? internalPort);
  view2.setUint32(8, lifetime);
  return bytes;
}
function parseMappingAnswer(bytes, { nonce, internalPort }) {
  const view2 = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 4 || (bytes[1] & RESPONSE) === 0) return void 0;
  if (bytes[0] === PCP_VERSION) return parsePcp(bytes, view2, nonce, internalPort);
  return bytes[0] === NAT_PMP_VERSION ? parseNatPmp(bytes, view2, internalPort) : void 0;
}
function parsePcp(bytes, view2, nonce, internalPort) {
  if (bytes.length < PCP_SIZE || bytes.length > 1100 || bytes[1] !== (RESPONSE | MAP)) return void 0;
  const isOurs = equalBytes(bytes.subarray(MAP_AT, MAP_AT + NONCE_SIZE3), nonce) && bytes[MAP_AT + 12] === UDP && view2.getUint16(MAP_AT + 16) === internalPort;
  if (!isOurs) return void 0;
  const result = bytes[3];
  const lifetime = view2.getUint32(4);
  if (result !== 0) return { kind: "refused", reason: PCP_RESULTS[result] ?? `result ${result}`, lifetime };
  const port = view2.getUint16(MAP_AT + 18);
  const address2 = unmapped2(copyBytes(bytes, MAP_AT + 20, MAP_AT + 36));
  if (port === 0 || address2 === void 0 || !isReachable(address2)) return void 0;
  return { kind: "mapped", external: { address: address2, port }, lifetime, epoch: view2.getUint32(8) };
}
function parseNatPmp(bytes, view2, internalPort) {
  const result = view2.getUint16(2);
  if (result === 1) return { kind: "no-pcp" };
  if (result !== 0)
    return { kind: "refused", reason: NAT_PMP_RESULTS[result] ?? `result ${result}`, lifetime: 0 };
  if (bytes[1] === RESPONSE && bytes.length === 12) {
    const address2 = { family: 4, bytes: copyBytes(bytes, 8, 12) };
    return isReachable(address2) ? { kind: "nat-pmp-address", address: address2, epoch: view2.getUint32(4) } : void 0;
  }
  if (bytes[1] !== (RESPONSE | MAP) || bytes.length !== 16 || view2.getUint16(8) !== internalPort)
    return void 0;
  const port = view2.getUint16(10);
  return { kind: "nat-pmp-port", port, lifetime: view2.getUint32(12), epoch: view2.getUint32(4) };
}
function mapped({ family, bytes }) {
  if (family === 6) return bytes;
  const all = new Uint8Array(16);
  all.set(IPV4_MAPPED);
  all.set(bytes, 12);
  return all;
}
function unmapped2(bytes) {
  if (!equalBytes(bytes.subarray(0, 12), IPV4_MAPPED)) return void 0;
  return { family: 4, bytes: copyBytes(bytes, 12, 16) };
}
function isReachable(address2) {
  const [first = 0, second = 0] = address2.bytes;
  return first !== 0 && !isLoopback(address2) && !(first === 169 && second === 254) && first < 224;
}
var PORT_MAPPING_PORT, NONCE_SIZE3, PCP_VERSION, NAT_PMP_VERSION, MAP, RESPONSE, UDP, PCP_SIZE, MAP_AT, IPV4_MAPPED, PCP_RESULTS, NAT_PMP_RESULTS;
var init_port_mapping = __esm({
  "src/tunnel/paths/port-mapping.ts"() {
    "use strict";
    init_bytes();
    init_ip();
    PORT_MAPPING_PORT = 5351;
    NONCE_SIZE3 = 12;
    PCP_VERSION = 2;
    NAT_PMP_VERSION = 0;
    MAP = 1;
    RESPONSE = 128;
    UDP = 17;
    PCP_SIZE = 60;
    MAP_AT = 24;
    IPV4_MAPPED = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255);
    PCP_RESULTS = {
      1: "unsupported version",
      2: "not authorized",
      3: "malformed request",
      4: "unsupported opcode",
      5: "unsupported option",
      6: "malformed option",
      7: "network failure",
      8: "no resources",
      9: "unsupported protocol",
      10: "quota exceeded",
      11: "cannot provide external",
      12: "address mismatch",
      13: "excessive remote peers"
    };
    NAT_PMP_RESULTS = {
      2: "not authorized",
      3: "network failure",
      4: "out of resources",
      5: "unsupported opcode"
    };
  }
});

// src/tunnel/paths/port-mapper.ts
var LIFETIME, MIN_LIFETIME, FIRST_RETRANSMIT, ROUNDS3, PCP_ROUNDS, ASK_AGAIN, LONGEST_REFUSAL, PortMapper;
var init_port_mapper = __esm({
  "src/tunnel/paths/port-mapper.ts"() {
    "use strict";
    init_ip();
    init_random();
    init_time();
    init_port_mapping();
    LIFETIME = 7200;
    MIN_LIFETIME = 120;
    FIRST_RETRANSMIT = SECOND / 4;
    ROUNDS3 = 7;
    PCP_ROUNDS = 2;
    ASK_AGAIN = 5 * MINUTE;
    LONGEST_REFUSAL = 30 * MINUTE;
    PortMapper = class {
      #options;
      #nonce;
      #protocols = ["pcp"];
      #round = 0;
      #nextAt;
      #external;
      #expiresAt = Number.POSITIVE_INFINITY;
      #spoken;
      /** NAT-PMP's two answers come one by one. */
      #address;
      #port;
      #epoch;
      #outputs = [];
      constructor(options) {
        this.#options = options;
        this.#nonce = options.random.bytes(NONCE_SIZE3);
        this.#nextAt = options.now;
      }
      /** How the outside reaches the port, while it is open. */
      get external() {
        return this.#external;
      }
      nextTimeout() {
        return Math.min(this.#nextAt, this.#expiresAt);
      }
      handleTimeout(now) {
        if (now >= this.#expiresAt) this.#lose("the router did not renew the port");
        if (now >= this.#nextAt) this.#ask(now);
      }
      /** Takes a datagram of the router; what is no answer to us changes nothing. */
      receive(bytes, now) {
        const answer4 = parseMappingAnswer(bytes, { nonce: this.#nonce, internalPort: this.#options.internalPort });
        if (answer4 === void 0 || this.#round === 0) return;
        if ("epoch" in answer4 && this.#hasForgotten(answer4.epoch, now)) this.#forget();
        this.#take(answer4, now);
      }
      /** Gives the port back; the last outputs are to be sent. */
      close() {
        const back = { ...this.#wish(), lifetime: 0 };
        if (this.#external) this.#send(this.#spoken === "nat-pmp" ? emitNatPmpMap(back) : emitPcpMap(back));
        this.#external = void 0;
        this.#nextAt = this.#expiresAt = Number.POSITIVE_INFINITY;
      }
      drain() {
        const outputs = this.#outputs;
        this.#outputs = [];
        return outputs;
      }
      #ask(now) {
        if (this.#round >= ROUNDS3) {
          this.#refused("the router answers neither PCP nor NAT-PMP", ASK_AGAIN, now);
          return;
        }
        this.#round += 1;
        if (this.#round > PCP_ROUNDS && this.#spoken === void 0) this.#protocols = ["pcp", "nat-pmp"];
        const wish = this.#wish();
        if (this.#protocols.includes("pcp")) this.#send(emitPcpMap(wish));
        if (this.#protocols.includes("nat-pmp")) {
          this.#send(emitNatPmpAddress());
          this.#send(emitNatPmpMap(wish));
        }
        this.#nextAt = addMs(now, FIRST_RETRANSMIT * 2 ** (this.#round - 1));
      }
      #take(answer4, now) {
        switch (answer4.kind) {
          case "no-pcp":
            if (this.#protocols.includes("nat-pmp")) return;
            this.#protocols = ["nat-pmp"];
            this.#nextAt = now;
            return;
          case "refused":
            this.#refused(`the router refused: ${answer4.reason}`, answer4.lifetime * SECOND || ASK_AGAIN, now);
            return;
          case "mapped":
            this.#mapped("pcp", answer4.external, answer4.lifetime, now);
            return;
          case "nat-pmp-address":
            this.#address = answer4.address;
            break;
          case "nat-pmp-port":
            this.#port = answer4;
            break;
        }
        if (!this.#address || !this.#port || this.#port.port === 0) return;
        const { port, lifetime } = this.#port;
        this.#mapped("nat-pmp", { address: this.#address, port }, lifetime, now);
        this.#address = this.#port = void 0;
      }
      #mapped(protocol, external, granted, now) {
        const isNew = !this.#external || formatEndpoint(this.#external) !== formatEndpoint(external);
        const lifetime = Math.min(Math.max(granted, MIN_LIFETIME), 24 * 3600) * SECOND;
        this.#external = external;
        this.#spoken = protocol;
        this.#protocols = [protocol];
        this.#round = 0;
        this.#expiresAt = addMs(now, lifetime);
        this.#nextAt = addMs(now, lifetime / 2 + randomBelow(this.#options.random, lifetime / 8));
        if (isNew) this.#outputs.push({ kind: "mapped", external });
      }
      /** The port that is open stays so until its end, whatever is said meanwhile. */
      #refused(reason2, againMs, now) {
        if (!this.#external) this.#outputs.push({ kind: "lost", reason: reason2 });
        this.#round = 0;
        this.#spoken = void 0;
        this.#protocols = ["pcp"];
        this.#nextAt = addMs(now, Math.min(Math.max(againMs, 10 * SECOND), LONGEST_REFUSAL));
      }
      #lose(reason2) {
        this.#external = void 0;
        this.#expiresAt = Number.POSITIVE_INFINITY;
        this.#outputs.push({ kind: "lost", reason: reason2 });
      }
      /** RFC 6887, section 8.5, in seconds: its clock went back, or runs otherwise than ours. */
      #hasForgotten(seconds2, now) {
        const last = this.#epoch;
        this.#epoch = { seconds: seconds2, at: now };
        if (!last) return false;
        const [client, server] = [(now - last.at) / SECOND, seconds2 - last.seconds];
        return server < -1 || client + 2 < server - server / 16 || server + 2 < client - client / 16;
      }
      #forget() {
        if (this.#external) this.#lose("the router has restarted");
        this.#address = this.#port = void 0;
      }
      #wish() {
        const { client, internalPort } = this.#options;
        return { nonce: this.#nonce, client, internalPort, suggested: this.#external, lifetime: LIFETIME };
      }
      #send(bytes) {
        this.#outputs.push({ kind: "send", bytes });
      }
    };
  }
});

// src/mesh/default-gateway.ts
async function findDefaultGateway() {
  const bytes = await readFileIfThere(ROUTES2, MAX_ROUTES_BYTES);
  return bytes && parseDefaultGateway(decodeUtf8(bytes));
}
function parseDefaultGateway(table) {
  const routes = table.split("\n").flatMap((line) => {
    const [, destination, gateway, flags, , , metric, mask] = line.trim().split(/\s+/);
    const isDefault = destination === "00000000" && mask === "00000000";
    if (!isDefault || (Number.parseInt(flags ?? "", 16) & UP_BY_GATEWAY) !== UP_BY_GATEWAY) return [];
    if (gateway === void 0 || !/^[0-9A-F]{8}$/i.test(gateway)) return [];
    const word2 = Buffer.from(gateway, "hex").reverse();
    return [{ metric: Number(metric), address: { family: 4, bytes: new Uint8Array(word2) } }];
  });
  return routes.sort((a, b) => a.metric - b.metric)[0]?.address;
}
var ROUTES2, MAX_ROUTES_BYTES, UP_BY_GATEWAY;
var init_default_gateway = __esm({
  "src/mesh/default-gateway.ts"() {
    "use strict";
    init_bytes();
    init_files();
    ROUTES2 = "/proc/net/route";
    MAX_ROUTES_BYTES = 4 * 1024 * 1024;
    UP_BY_GATEWAY = 3;
  }
});

// src/mesh/port-mapping-client.ts
var port_mapping_client_exports = {};
__export(port_mapping_client_exports, {
  PortMappingClient: () => PortMappingClient
});
const { createSocket: createSocket6 } = process.getBuiltinModule("node:dgram");
async function gatewayEndpoint() {
  const address2 = await findDefaultGateway();
  return address2 && { address: address2, port: PORT_MAPPING_PORT };
}
async function openSocketTo(router) {
  const socket = createSocket6("udp4");
  const { promise, resolve, reject } = Promise.withResolvers();
  socket.once("error", reject);
  socket.connect(router.port, formatIp(router.address), resolve);
  await promise;
  socket.removeListener("error", reject);
  socket.unref();
  return { socket, client: parseIp(socket.address().address) };
}
var LONGEST_TIMER_MS, PortMappingClient;
var init_port_mapping_client = __esm({
  "src/mesh/port-mapping-client.ts"() {
    "use strict";
    init_errors();
    init_ip();
    init_port_mapper();
    init_port_mapping();
    init_default_gateway();
    LONGEST_TIMER_MS = 2 ** 31 - 1;
    PortMappingClient = class {
      #options;
      #socket;
      #mapper;
      #timer;
      #closed = false;
      constructor(options) {
        this.#options = options;
        this.#start().catch((error2) => options.onLost(messageOf(error2)));
      }
      get external() {
        return this.#mapper?.external;
      }
      close() {
        this.#closed = true;
        clearTimeout(this.#timer);
        this.#mapper?.close();
        this.#run();
        const socket = this.#socket;
        this.#socket = void 0;
        setImmediate(() => socket?.close());
      }
      async #start() {
        const { clock, random, port, onLost } = this.#options;
        const router = this.#options.router ?? await gatewayEndpoint();
        if (this.#closed) return;
        if (!router) {
          onLost("no router is known: this machine has no IPv4 default route that can be read");
          return;
        }
        const { socket, client } = await openSocketTo(router);
        if (this.#closed) {
          socket.close();
          return;
        }
        this.#socket = socket;
        const mapper = new PortMapper({ client, internalPort: port, random, now: clock.monotonic() });
        this.#mapper = mapper;
        socket.on("message", (bytes) => {
          mapper.receive(bytes, clock.monotonic());
          this.#run();
        });
        socket.on("error", () => void 0);
        this.#run();
      }
      #run() {
        const mapper = this.#mapper;
        if (!mapper) return;
        const now = this.#options.clock.monotonic();
        if (!this.#closed) mapper.handleTimeout(now);
        for (const output of mapper.drain()) {
          if (output.kind === "send") this.#socket?.send(output.bytes, () => void 0);
          else if (output.kind === "mapped") this.#options.onMapped(output.external);
          else this.#options.onLost(output.reason);
        }
        clearTimeout(this.#timer);
        if (this.#closed) return;
        const wait = Math.min(Math.max(1, mapper.nextTimeout() - now), LONGEST_TIMER_MS);
        this.#timer = setTimeout(() => this.#run(), wait);
        this.#timer.unref();
      }
    };
  }
});

// src/verbs/background-node.ts
init_errors();
init_exit_codes();
init_time();
const { createServer: createServer7 } = process.getBuiltinModule("node:net");
const { setTimeout: sleep } = process.getBuiltinModule("node:timers/promises");

// src/mesh/native/koffi.ts
init_errors();

// src/platform/assets.ts
const { existsSync } = process.getBuiltinModule("node:fs");
const { fileURLToPath } = process.getBuiltinModule("node:url");
var MAX_ASSET_BYTES = 32 * 1024 * 1024;
var ASSETS = {
  "web-tree-sitter.wasm": "node_modules/web-tree-sitter/web-tree-sitter.wasm",
  "tree-sitter-javascript.wasm": "node_modules/tree-sitter-javascript/tree-sitter-javascript.wasm",
  "tree-sitter-typescript.wasm": "node_modules/tree-sitter-typescript/tree-sitter-typescript.wasm",
  "tree-sitter-tsx.wasm": "node_modules/tree-sitter-typescript/tree-sitter-tsx.wasm",
  "libsodium.mjs": "node_modules/libsodium/dist/modules-esm/libsodium.mjs",
  // Every build has both; beside the sources lies the one of the machine's own platform.
  "koffi-linux-x64.node": "node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node",
  "koffi-linux-arm64.node": "node_modules/@koromix/koffi-linux-arm64/linux_arm64/koffi.node"
};
function assetPath(name) {
  const installed = ASSETS[name];
  if (installed === void 0) throw new Error(`no asset is named ${name}: list it in ASSETS`);
  const bundled = fileURLToPath(new URL(`./data/${name}`, __bundleUrl));
  return existsSync(bundled) ? bundled : fileURLToPath(new URL(`../../${installed}`, __bundleUrl));
}

// src/mesh/native/koffi.ts
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
    process.dlopen(addon, assetPath(asset));
    return { kind: "loaded", koffi: addon.exports };
  } catch (error2) {
    return { kind: "absent", why: messageOf(error2) };
  }
}
function pinBytes(koffi, size) {
  const bytes = Buffer.allocUnsafeSlow(size).fill(0);
  return { bytes, address: Number(koffi.address(bytes)) };
}

// src/mesh/native/peer-credentials.ts
var SOL_SOCKET = 1;
var SO_PEERCRED = 17;
var UCRED_SIZE = 12;
var UID_AT = 4;
var NOBODY = 4294967295;
var getsockopt;
function peerUserOf(socket) {
  const native = loadKoffi();
  const fd = descriptorOf(socket);
  if (native.kind === "absent" || fd === void 0) return void 0;
  getsockopt ??= native.koffi.load(null).func("int getsockopt(int fd, int level, int name, uintptr_t at, uintptr_t lengthAt)");
  const { bytes, address: address2 } = pinBytes(native.koffi, UCRED_SIZE + 4);
  bytes.writeUInt32LE(UCRED_SIZE, UCRED_SIZE);
  const failed = getsockopt(fd, SOL_SOCKET, SO_PEERCRED, address2, address2 + UCRED_SIZE) < 0;
  const user = bytes.readUInt32LE(UID_AT);
  return failed || bytes.readUInt32LE(UCRED_SIZE) !== UCRED_SIZE || user === NOBODY ? void 0 : user;
}
function isOwnPeer(socket, userOf = peerUserOf) {
  const user = userOf(socket);
  return user === void 0 || user === process.getuid?.();
}
function descriptorOf(socket) {
  const { _handle: handle } = socket;
  return typeof handle?.fd === "number" && handle.fd >= 0 ? handle.fd : void 0;
}

// src/mesh/session.ts
init_errors();

// src/base/interruption.ts
var Interruption = class extends Error {
  signal;
  constructor(signal) {
    super(`interrupted by ${signal}`);
    this.name = "Interruption";
    this.signal = signal;
  }
};

// src/mesh/session.ts
init_ip();

// src/mesh/control-socket.ts
const { mkdirSync, rmSync, statSync } = process.getBuiltinModule("node:fs");
init_errors();
const { homedir, tmpdir } = process.getBuiltinModule("node:os");
const { join: join2 } = process.getBuiltinModule("node:path");

// src/mesh/control-server.ts
init_bare_listen();
init_forward();
const { createServer: createHttpServer } = process.getBuiltinModule("node:http");
const { createServer: createServer3 } = process.getBuiltinModule("node:net");

// src/mesh/http-proxy.ts
init_forward();
const { createServer: createServer2, request } = process.getBuiltinModule("node:http");

// src/mesh/http-message.ts
var HOP_BY_HOP = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade"
];
var PSEUDONYM = "1.1 sallyport";
function readAbsoluteTarget({ method, url: url2 = "" }, protocols) {
  const parsed = URL.parse(url2);
  const rest = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url2)?.[1];
  if (!parsed || rest === void 0 || !protocols.includes(parsed.protocol)) return void 0;
  const root = method === "OPTIONS" && rest === "" ? "*" : `/${rest}`;
  const path = rest.startsWith("/") ? rest : root;
  return { host: parsed.hostname, port: Number(parsed.port || 80), authority: parsed.host, path };
}
function readAuthority(text2) {
  const match2 = /^(\[[0-9a-f:.]+\]|[^:[\]]+):(\d{1,5})$/i.exec(text2);
  const port = Number(match2?.[2]);
  return match2?.[1] !== void 0 && port > 0 && port <= 65535 ? { host: match2[1], port } : void 0;
}
function hasBody({ headers }) {
  return headers["transfer-encoding"] !== void 0 || (headers["content-length"] ?? "0") !== "0";
}
function endToEnd(message) {
  const named = (message.headers.connection ?? "").toLowerCase().split(/\s*,\s*/);
  const dropped = /* @__PURE__ */ new Set([...HOP_BY_HOP, ...named]);
  const kept = Object.entries(message.headers).filter(([name]) => !dropped.has(name));
  const via = message.headers.via;
  return { ...Object.fromEntries(kept), via: via === void 0 ? PSEUDONYM : `${via}, ${PSEUDONYM}` };
}
function headOf(answered, connection, upgrade) {
  const headers = { ...endToEnd(answered), connection, ...upgrade === void 0 ? {} : { upgrade } };
  const lines2 = Object.entries(headers).flatMap(
    ([name, value]) => [value ?? []].flat().map((each) => `${name}: ${each}\r
`)
  );
  return `HTTP/1.1 ${answered.statusCode} ${answered.statusMessage}\r
${lines2.join("")}\r
`;
}

// src/mesh/http-proxy.ts
init_proxy_credentials();
init_proxy_refusal();
var LIMITS = {
  maxHeaderSize: 64 * 1024,
  // An upload may last for hours; only the head of a request has its time.
  requestTimeout: 0,
  headersTimeout: 6e4
};
async function startHttpProxy(dial, options) {
  const server = createProxyServer(dial, options.credentials);
  await listenLocal(server, options.host, options.port);
  return running(server, options.host);
}
function createProxyServer(dial, credentials) {
  const take4 = (incoming, response) => {
    const refusal = refuse(incoming, credentials);
    if (refusal) refuseRequest(response, refusal);
    else passRequest(dial, incoming, response);
  };
  const server = createServer2({ ...LIMITS, shouldUpgradeCallback: (incoming) => !hasBody(incoming) }, take4);
  server.on("checkContinue", take4);
  server.on("connect", (incoming, socket, head) => {
    const refusal = refuse(incoming, credentials);
    if (refusal) refuseConnection(socket, refusal);
    else openTunnel(dial, incoming.url ?? "", socket, head);
  });
  server.on("upgrade", (incoming, socket, head) => {
    const refusal = refuse(incoming, credentials);
    if (refusal) refuseConnection(socket, refusal);
    else passUpgrade(dial, incoming, socket, head);
  });
  return server;
}
function refuse(incoming, credentials) {
  if (incoming.headers.origin !== void 0) return { status: 403, reason: "Browser origins are refused" };
  if (!credentials || isAuthorised(incoming.headers["proxy-authorization"], credentials)) return void 0;
  const header = 'Proxy-Authenticate: Basic realm="sallyport"\r\n';
  return { status: 407, reason: "Proxy Authentication Required", header };
}
function isAuthorised(header, credentials) {
  const encoded2 = /^basic ([a-z0-9+/=]+)$/i.exec(header ?? "")?.[1];
  if (encoded2 === void 0) return false;
  const [user = "", ...rest] = Buffer.from(encoded2, "base64").toString().split(":");
  return matchesCredentials(credentials, user, rest.join(":"));
}
function openTunnel(dial, authority, socket, head) {
  socket.on("error", () => socket.destroy());
  const target = readAuthority(authority);
  if (!target) {
    refuseConnection(socket, { status: 400, reason: "Bad Request" });
    return;
  }
  dial(target.host, target.port).then(
    (stream3) => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      if (head.length > 0) stream3.write(head);
      join(socket, stream3);
    },
    (error2) => refuseConnection(socket, refusalFor(error2))
  );
}
function passRequest(dial, incoming, response) {
  const target = readAbsoluteTarget(incoming, ["http:"]);
  if (!target) {
    refuseRequest(response, { status: 400, reason: "An http URL in absolute form is expected" });
    return;
  }
  const fail = (error2) => {
    if (response.headersSent) response.destroy();
    else refuseRequest(response, refusalFor(error2));
  };
  dial(target.host, target.port).then((stream3) => exchange(target, stream3, incoming, response, fail)).catch(fail);
}
function exchange(target, stream3, incoming, response, fail) {
  const isChunked = incoming.headers["transfer-encoding"] !== void 0;
  const outgoing = ask(target, stream3, incoming, {
    connection: "close",
    // Without it a method that seldom has a body would send one that nobody can tell the end of.
    ...isChunked ? { "transfer-encoding": "chunked" } : {}
  });
  outgoing.on("error", fail);
  outgoing.on("continue", () => response.writeContinue());
  outgoing.on("response", (answered) => {
    try {
      response.writeHead(answered.statusCode ?? 502, answered.statusMessage, endToEnd(answered));
    } catch (error2) {
      outgoing.destroy();
      fail(error2);
      return;
    }
    answered.on("error", fail);
    answered.pipe(response);
  });
  response.on("close", () => outgoing.destroy());
  incoming.pipe(outgoing);
}
function passUpgrade(dial, incoming, socket, head) {
  socket.on("error", () => socket.destroy());
  const target = readAbsoluteTarget(incoming, ["http:", "ws:"]);
  if (!target) {
    refuseConnection(socket, { status: 400, reason: "Bad Request" });
    return;
  }
  const fail = (error2) => refuseConnection(socket, refusalFor(error2));
  dial(target.host, target.port).then((stream3) => exchangeUpgrade(target, stream3, incoming, socket, head, fail)).catch(fail);
}
function exchangeUpgrade(target, stream3, incoming, socket, head, fail) {
  const { upgrade } = incoming.headers;
  const outgoing = ask(target, stream3, incoming, { connection: "upgrade", upgrade });
  outgoing.on("error", fail);
  outgoing.on("upgrade", (answered, upgraded, first) => {
    socket.write(headOf(answered, "upgrade", answered.headers.upgrade));
    if (first.length > 0) socket.write(first);
    if (head.length > 0) upgraded.write(head);
    join(socket, upgraded);
  });
  outgoing.on("response", (answered) => {
    socket.write(headOf(answered, "close"));
    answered.on("error", () => socket.destroy());
    answered.pipe(socket);
  });
  socket.on("close", () => outgoing.destroy());
  outgoing.end();
}
function ask(target, stream3, incoming, hop) {
  try {
    return request({
      createConnection: () => stream3,
      method: incoming.method,
      path: target.path,
      headers: { ...endToEnd(incoming), host: target.authority, ...hop }
    });
  } catch (error2) {
    stream3.destroy();
    throw error2;
  }
}

// src/mesh/control-server.ts
init_proxy_refusal();
var SILENCE_MS = 1e4;
async function startControlServer(dial, path, options) {
  let answering;
  const server = createServer3({ allowHalfOpen: true }, (socket) => {
    if (!options.mayEnter(socket)) {
      socket.destroy();
      return;
    }
    answering ??= createControlServer(dial, options.report);
    socket.setTimeout(options.silenceMs ?? SILENCE_MS);
    answering.emit("connection", socket);
  });
  const { promise, resolve, reject } = Promise.withResolvers();
  server.once("error", reject);
  server.once("listening", resolve);
  listenOnPath(server, path);
  await promise;
  return running(server, path);
}
function createControlServer(dial, report4) {
  const server = createHttpServer((incoming, response) => {
    const isReport = incoming.method === "GET" && incoming.url === "/v1/report";
    if (isReport) response.writeHead(200, { "content-type": "application/json" }).end(report4());
    else refuseRequest(response, { status: 404, reason: "Nothing of that name" });
  });
  server.on("connect", (incoming, socket, head) => {
    socket.setTimeout(0);
    openTunnel(dial, incoming.url ?? "", socket, head);
  });
  return server;
}

// src/mesh/control-socket.ts
init_forward();
var CONTROL_VARIABLE = "SALLYPORT_CONTROL";
async function startControlSocket(dial, report4, env, userOf = peerUserOf) {
  const folder = controlFolder(env);
  mkdirSync(folder, { recursive: true, mode: 448 });
  checkFolder(folder);
  const path = join2(folder, `${process.pid}.sock`);
  rmSync(path, { force: true });
  const server = await startControlServer(dial, path, {
    report: () => JSON.stringify(report4()),
    mayEnter: (socket) => isOwnPeer(socket, userOf)
  });
  return {
    address: path,
    close() {
      server.close();
      rmSync(path, { force: true });
    }
  };
}
function controlFolder(env) {
  const runtime = env["XDG_RUNTIME_DIR"];
  if (runtime) return join2(runtime, "sallyport");
  return join2(env["HOME"] || homedir() || tmpdir(), ".sallyport", "run");
}
function checkFolder(folder) {
  const { mode, uid } = statSync(folder);
  if (process.platform === "win32" || (mode & 63) === 0 && uid === process.getuid?.()) return;
  throw new SallyportError("FILE_UNREADABLE", {
    message: `${folder} is open to others (mode ${(mode & 511).toString(8)})`,
    help: `chmod 700 ${folder}`
  });
}

// src/mesh/dialer.ts
init_ip();
const { connect: connect2 } = process.getBuiltinModule("node:net");

// src/mesh/upstream-proxy.ts
init_ip();
var TIMEOUT_MS = 3e4;
function upstreamProxyFor(env, host, port) {
  if (isLoopback2(host) || isExcluded(env, host, port)) return void 0;
  const named = port === 80 ? read(env, "http_proxy") : read(env, "https_proxy");
  const text2 = named ?? read(env, "all_proxy");
  if (text2 === void 0) return void 0;
  const url2 = URL.parse(text2.includes("://") ? text2 : `http://${text2}`);
  return url2?.protocol === "http:" || url2?.protocol === "https:" ? url2 : void 0;
}
async function dialByProxy(proxy, host, port) {
  const { request: request3 } = proxy.protocol === "https:" ? await Promise.resolve(process.getBuiltinModule("node:https")) : await Promise.resolve(process.getBuiltinModule("node:http"));
  const authority = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  const login = decodeURIComponent(`${proxy.username}:${proxy.password}`);
  const asking = request3({
    host: proxy.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: proxy.port || (proxy.protocol === "https:" ? 443 : 80),
    method: "CONNECT",
    path: authority,
    agent: false,
    timeout: TIMEOUT_MS,
    headers: {
      host: authority,
      ...proxy.username === "" ? {} : { "proxy-authorization": `Basic ${Buffer.from(login).toString("base64")}` }
    }
  });
  const { promise, resolve, reject } = Promise.withResolvers();
  asking.once("connect", (response, socket, head) => {
    if (response.statusCode !== 200) {
      socket.destroy();
      reject(refused(proxy, `it answered ${response.statusCode} for ${authority}`));
      return;
    }
    socket.setTimeout(0);
    if (head.length > 0) socket.unshift(head);
    resolve(socket);
  });
  asking.once("response", (response) => {
    response.destroy();
    reject(refused(proxy, `it answered ${response.statusCode} for ${authority}`));
  });
  asking.once("timeout", () => asking.destroy(Object.assign(new Error("timed out"), { code: "ETIMEDOUT" })));
  asking.once("error", reject);
  asking.end();
  return promise;
}
function refused(proxy, why) {
  return Object.assign(new Error(`the proxy ${proxy.host} does not connect: ${why}`), {
    code: "EPROXYREFUSED"
  });
}
function read(env, name) {
  return env[name] || env[name.toUpperCase()] || void 0;
}
function isLoopback2(host) {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
function isExcluded(env, host, port) {
  const name = host.toLowerCase().replace(/\.$/, "");
  return (read(env, "no_proxy") ?? "").toLowerCase().split(/[\s,]+/).some((entry) => entry !== "" && isNamed(entry, name, port));
}
function isNamed(entry, name, port) {
  if (entry === "*") return true;
  if (entry.includes("/")) return isIp(name) && isWithin(entry, name);
  const [, bare = entry, only] = /^([^:]+|\[[^\]]+\]):(\d+)$/.exec(entry) ?? [];
  if (only !== void 0 && Number(only) !== port) return false;
  const wanted = bare.replace(/^\[(.*)\]$/, "$1").replace(/^\*?\./, "");
  return name === wanted || !isIp(name) && name.endsWith(`.${wanted}`);
}
function isWithin(prefix, address2) {
  try {
    return prefixContains(parsePrefix(prefix), parseIp(address2));
  } catch {
    return false;
  }
}

// src/mesh/dialer.ts
var DIRECT_TIMEOUT_MS = 3e4;
function meshOrDirect(node2, env = {}) {
  return async (host, port) => {
    const bare = host.replace(/^\[(.*)\]$/, "$1");
    const address2 = isIp(bare) ? parseIp(bare) : await node2.find(bare);
    const isOfMesh = address2 !== void 0 && node2.hasRoute(address2);
    if (isOfMesh) return node2.dial(formatIp(address2), port);
    const proxy = upstreamProxyFor(env, bare, port);
    return proxy ? dialByProxy(proxy, bare, port) : dialDirect(bare, port);
  };
}
function dialDirect(host, port) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const socket = connect2({ host, port, allowHalfOpen: true, timeout: DIRECT_TIMEOUT_MS });
  socket.once("connect", () => {
    socket.setTimeout(0);
    resolve(socket);
  });
  socket.once("timeout", () => socket.destroy(Object.assign(new Error("timed out"), { code: "ETIMEDOUT" })));
  socket.once("error", reject);
  return promise;
}

// src/mesh/session.ts
init_forward();
init_proxy_credentials();
init_udp_flow();
var ANY_LOCAL = "127.0.0.1:0";
var LOCAL_NAMES = "localhost,127.0.0.1,::1";
async function startSession(node2, wishes, random) {
  const started = [];
  const close = () => {
    for (const each of started) each.close();
  };
  try {
    const lines2 = [];
    for (const text2 of wishes.forwards) {
      const rule = parseForward(text2);
      const forward = await startForward(node2, rule);
      started.push(forward);
      lines2.push(`forward  ${forward.address} \u2192 ${formatTarget(rule)}`);
    }
    for (const text2 of wishes.exposes) {
      const rule = parseExpose(text2);
      started.push(await startExpose(node2, rule));
      lines2.push(`expose   mesh port ${rule.meshPort} \u2192 ${formatTarget(rule)}`);
    }
    for (const text2 of wishes.udpForwards ?? []) {
      const { startForwardUdp: startForwardUdp2 } = await Promise.resolve().then(() => (init_forward_udp(), forward_udp_exports));
      const rule = parseForward(text2);
      const forward = await startForwardUdp2(node2, rule);
      started.push(forward);
      lines2.push(`udp      ${forward.address} \u2192 ${formatTarget(rule)}`);
    }
    if (wishes.dns !== void 0) {
      const { startDnsServer: startDnsServer2 } = await Promise.resolve().then(() => (init_server(), server_exports));
      const server = await startDnsServer2((name) => node2.lookUp(name), parseListen(wishes.dns));
      started.push(server);
      lines2.push(`dns      ${server.address}`);
    }
    const proxies = await startProxies(node2, wishes, random, started);
    const control = await startControl(node2, wishes, started);
    const environment = { ...proxies.environment, ...control.environment };
    return { lines: [...lines2, ...proxies.lines, ...control.lines], environment, close };
  } catch (error2) {
    close();
    throw error2;
  }
}
async function startControl(node2, wishes, started) {
  if (!wishes.control) return { lines: [], environment: {} };
  try {
    const socket = await startControlSocket(
      meshOrDirect(node2, wishes.env),
      () => reportOf(node2),
      wishes.control.env
    );
    started.push(socket);
    return { lines: [], environment: { [CONTROL_VARIABLE]: socket.address } };
  } catch (error2) {
    return { lines: [`control  off: ${messageOf(error2)}`], environment: {} };
  }
}
function reportOf(node2) {
  return {
    version: 1,
    addresses: node2.addresses.map(formatIp),
    observed: node2.observed,
    port: node2.port,
    cipher: node2.tier,
    relays: node2.relays,
    peers: node2.report()
  };
}
async function startProxies(node2, wishes, random, started) {
  const credentials = wishes.proxyNeedsLogin ? createCredentials(random) : void 0;
  const socks5 = wishes.socks5 ?? (wishes.hasCommand ? ANY_LOCAL : void 0);
  const http = wishes.httpProxy ?? (wishes.hasCommand ? ANY_LOCAL : void 0);
  const dial = meshOrDirect(node2, wishes.env);
  const lines2 = [];
  let environment = {};
  if (socks5 !== void 0) {
    const { startSocks5: startSocks52 } = await Promise.resolve().then(() => (init_socks5(), socks5_exports));
    const proxy = await startSocks52(dial, udpFlows(node2, "direct"), { ...parseListen(socks5), credentials });
    started.push(proxy);
    const url2 = proxyUrl("socks5h", proxy.address, credentials);
    environment = { ...environment, ...variables(["ALL_PROXY"], url2) };
    lines2.push(describeProxy(url2, wishes.socks5 !== void 0, credentials));
  }
  if (http !== void 0) {
    const proxy = await startHttpProxy(dial, { ...parseListen(http), credentials });
    started.push(proxy);
    const url2 = proxyUrl("http", proxy.address, credentials);
    environment = { ...environment, ...variables(["HTTP_PROXY", "HTTPS_PROXY"], url2), SALLYPORT_PROXY: url2 };
    if (wishes.hasCommand) environment = { ...environment, ...variables(["NO_PROXY"], LOCAL_NAMES) };
    lines2.push(describeProxy(url2, wishes.httpProxy !== void 0, credentials));
  }
  return { lines: lines2.filter((line) => line !== ""), environment };
}
function describeProxy(url2, wasAsked, credentials) {
  if (!wasAsked) return "";
  return credentials ? `proxy    ${url2}` : `proxy    ${url2}  (no credentials: every program of this machine reaches the mesh)`;
}
function variables(names, value) {
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, value],
      [name.toLowerCase(), value]
    ])
  );
}
function parseListen(text2) {
  const match2 = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]+)):(\d{1,5})$/i.exec(text2);
  const host = match2?.[1] ?? match2?.[2];
  if (host !== void 0 && Number(match2?.[3]) <= 65535) return { host, port: Number(match2?.[3]) };
  throw new SallyportError("USAGE", {
    message: `${JSON.stringify(text2)} is no address to listen on`,
    help: "write it as 127.0.0.1:1080; port 0 takes any"
  });
}

// src/platform/http.ts
init_errors();
function createHttpClient(options = {}) {
  const settings = { keepAlive: true, proxyEnv: process.env };
  const ca = options.ca === void 0 ? {} : { ca: options.ca };
  const opening = {};
  const open5 = (scheme) => {
    opening[scheme] ??= OPEN[scheme]({ ...settings, ...ca });
    return opening[scheme];
  };
  return {
    request: (request3) => requestBounded(open5, request3),
    async close() {
      for (const one of Object.values(opening)) (await one).agent.destroy();
    }
  };
}
var OPEN = {
  async http(settings) {
    const { Agent, request: request3 } = await Promise.resolve(process.getBuiltinModule("node:http"));
    return { agent: new Agent(settings), send: request3 };
  },
  async https(settings) {
    const { Agent, request: request3 } = await Promise.resolve(process.getBuiltinModule("node:https"));
    return { agent: new Agent(settings), send: request3 };
  }
};
async function requestBounded(open5, request3) {
  const timeout2 = AbortSignal.timeout(request3.timeoutMs);
  const signal = request3.signal ? AbortSignal.any([timeout2, request3.signal]) : timeout2;
  try {
    const message = await send(open5, request3, signal);
    const body = await readBounded(message, request3);
    return { status: message.statusCode ?? 0, headers: flatten(message.headers), body };
  } catch (cause) {
    if (cause instanceof SallyportError) throw cause;
    const { why, help } = timeout2.aborted ? { why: `no whole answer within ${request3.timeoutMs} ms`, help: void 0 } : whyFailed(cause);
    throw new SallyportError("HTTP_FAILED", {
      message: `${request3.method} ${withoutQuery(request3.url)}: ${why}`,
      cause,
      ...help === void 0 ? {} : { help }
    });
  }
}
var UNKNOWN_ISSUER = [
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE"
];
function whyFailed(cause) {
  if (!hasSystemCode(cause, ...UNKNOWN_ISSUER)) return { why: messageOf(cause) };
  return {
    why: "nobody who is trusted here signed its certificate",
    help: "a coordinator's is given with --ca: a PEM file, or the pin sha256:\u2026 that it prints; another authority with NODE_EXTRA_CA_CERTS=FILE"
  };
}
async function send(open5, request3, signal) {
  const url2 = new URL(request3.url);
  const sender = await open5(url2.protocol === "https:" ? "https" : "http");
  const { promise, resolve, reject } = Promise.withResolvers();
  const outgoing = sender.send(url2, {
    agent: sender.agent,
    method: request3.method,
    headers: { ...request3.headers, ...request3.body ? { "content-length": request3.body.length } : {} },
    signal
  });
  outgoing.on("response", resolve);
  outgoing.on("error", reject);
  outgoing.end(request3.body);
  return await promise;
}
async function readBounded(message, request3) {
  const chunks = [];
  const announced = /^\d{1,15}$/.exec(message.headers["content-length"] ?? "");
  let total = 0;
  for await (const chunk of message) {
    total += chunk.length;
    if (total > request3.maxBytes) {
      throw new SallyportError("HTTP_FAILED", {
        message: `${request3.method} ${withoutQuery(request3.url)}: the answer is longer than ${request3.maxBytes} bytes`
      });
    }
    chunks.push(chunk);
    request3.onReceived?.(total, announced && Number(announced[0]));
  }
  return Buffer.concat(chunks, total);
}
function flatten(headers) {
  const flat = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== void 0) flat[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}
function withoutQuery(url2) {
  return url2.split("?", 1)[0];
}

// src/verbs/background-protocol.ts
var LEAVE = "leave";
var LEFT = "left";

// src/verbs/deployment.ts
init_errors();
init_exit_codes();
init_files();
const { mkdir: mkdir2, readFile } = process.getBuiltinModule("node:fs/promises");
const { join: join5 } = process.getBuiltinModule("node:path");

// src/trust/keys.ts
init_bytes();
init_digest();

// src/base/ed25519.ts
init_bytes();
const { createPrivateKey, createPublicKey, sign, verify } = process.getBuiltinModule("node:crypto");

// src/base/secret.ts
const { inspect } = process.getBuiltinModule("node:util");
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  /** The one way to the value; a reviewer can search for it. */
  reveal() {
    return this.#value;
  }
  toString() {
    return "[secret]";
  }
  toJSON() {
    return "[secret]";
  }
  [inspect.custom]() {
    return "[secret]";
  }
};

// src/base/ed25519.ts
var PKCS8_PREFIX = decodeHex("302e020100300506032b657004220420");
var SPKI_PREFIX = decodeHex("302a300506032b6570032100");
function ed25519KeyPair(seed) {
  if (seed.length !== 32) throw new Error(`an Ed25519 seed has 32 bytes, not ${seed.length}`);
  const privateKey2 = new Secret(Uint8Array.from(seed));
  const spki = createPublicKey(privateKeyObject(privateKey2)).export({ type: "spki", format: "der" });
  return { privateKey: privateKey2, publicKey: Uint8Array.from(spki.subarray(-32)) };
}
function signEd25519(privateKey2, message) {
  return new Uint8Array(sign(null, message, privateKeyObject(privateKey2)));
}
function verifyEd25519(publicKey2, message, signature2) {
  if (publicKey2.length !== 32 || signature2.length !== 64) return false;
  try {
    return verify(null, message, publicKeyObject(publicKey2), signature2);
  } catch {
    return false;
  }
}
var privateObjects = /* @__PURE__ */ new WeakMap();
function privateKeyObject(privateKey2) {
  const known2 = privateObjects.get(privateKey2);
  if (known2) return known2;
  const der = concatBytes(PKCS8_PREFIX, privateKey2.reveal());
  const made = createPrivateKey({ key: Buffer.from(der), format: "der", type: "pkcs8" });
  privateObjects.set(privateKey2, made);
  return made;
}
function publicKeyObject(publicKey2) {
  const der = concatBytes(SPKI_PREFIX, publicKey2);
  return createPublicKey({ key: Buffer.from(der), format: "der", type: "spki" });
}

// src/trust/keys.ts
init_errors();
function publicKeyPattern(role) {
  return new RegExp(`^sallyport-${role}-public-v1:[A-Za-z0-9_-]{43}$`);
}
function keyIdOf(publicKey2) {
  return encodeBase64url(sha256(publicKey2));
}
function coordinatorIdOf(rootPublicKey) {
  return keyIdOf(rootPublicKey);
}
function formatPublicKey(role, publicKey2) {
  return `sallyport-${role}-public-v1:${encodeBase64url(publicKey2)}`;
}
function parsePublicKey(role, text2) {
  return parseKey(role, "public", text2);
}
function parseKey(role, half, text2, source) {
  const where = source === void 0 ? "" : `${source}: `;
  const prefix = `sallyport-${role}-${half}-v1:`;
  if (!text2.startsWith(prefix)) {
    const found = /^sallyport-([a-z]{1,16})-(public|secret)-v1:/.exec(text2);
    const what = found ? `this is a ${found[1]} ${found[2]} key` : "this is no Sallyport key";
    throw new SallyportError("KEY_INVALID", {
      message: `${where}${what}, not the ${role} ${half} key that belongs here`,
      help: `a ${role} ${half} key starts with ${prefix}`
    });
  }
  try {
    const bytes = decodeBase64url(text2.slice(prefix.length));
    if (bytes.length === 32) return bytes;
  } catch {
  }
  throw new SallyportError("KEY_INVALID", {
    message: `${where}the ${role} ${half} key is not 43 characters of base64url`
  });
}

// src/verbs/approval-request.ts
init_bytes();
init_digest();
init_errors();
init_time();
const { basename: basename2 } = process.getBuiltinModule("node:path");

// src/mesh/control/membership.ts
init_bytes();
init_errors();
init_time();
var ADMISSION_TIMEOUT = 40 * SECOND;
async function requestAdmission(client, ask3) {
  const { token, keys, application, environment, approval, endpoints: endpoints2, signal } = ask3;
  const body = { token, application, environment, approval, endpoints: [...endpoints2], ...keyTexts(keys) };
  const input = { params: void 0, body, timeoutMs: ADMISSION_TIMEOUT, ...signal ? { signal } : {} };
  return call(client, "admit", input, "ADMISSION_REFUSED");
}
async function requestApproval(client, ask3) {
  const { keys, verdict, ...rest } = ask3;
  const body = { ...rest, ...keyTexts(keys), verdict: encodeBase64(verdict) };
  return call(client, "submit", { params: void 0, body }, "APPROVAL_REFUSED");
}
async function completeApproval(client, submission, tokens) {
  return call(
    client,
    "sign",
    { params: { id: submission }, body: { tokens: [...tokens] } },
    "APPROVAL_REFUSED"
  );
}
async function leave(client) {
  await call(client, "leave", { params: void 0, body: {} }, "REQUEST_REFUSED");
}
async function call(client, name, input, code) {
  return unwrap(await client.call(name, input), code);
}
function unwrap(result, code) {
  if (result.kind === "done") return result.value;
  const { problem } = result;
  throw new SallyportError(code, {
    message: describe(problem),
    ...problem.help === void 0 ? {} : { help: problem.help },
    cause: problem
  });
}
function describe({ kind: kind2, message, rule, claim: claim2 }) {
  const where = [rule, claim2].filter((part) => part !== void 0).join(", ");
  return where === "" || message.includes(where) ? `${kind2}: ${message}` : `${kind2}: ${message} (${where})`;
}
function keyTexts({ wireguard, machine }) {
  return { wireguardKey: encodeBase64url(wireguard), machineKey: encodeBase64url(machine) };
}

// node_modules/zod/v4/core/util.js
var util_exports = {};
__export(util_exports, {
  BIGINT_FORMAT_RANGES: () => BIGINT_FORMAT_RANGES,
  CONSTANT_CATCH: () => CONSTANT_CATCH,
  Class: () => Class,
  NUMBER_FORMAT_RANGES: () => NUMBER_FORMAT_RANGES,
  aborted: () => aborted,
  allowsEval: () => allowsEval,
  assert: () => assert,
  assertEqual: () => assertEqual,
  assertIs: () => assertIs,
  assertNever: () => assertNever,
  assertNotEqual: () => assertNotEqual,
  assignProp: () => assignProp,
  attachSchema: () => attachSchema,
  base64ToUint8Array: () => base64ToUint8Array,
  base64urlToUint8Array: () => base64urlToUint8Array,
  cached: () => cached,
  captureStackTrace: () => captureStackTrace,
  cleanEnum: () => cleanEnum,
  cleanRegex: () => cleanRegex,
  clone: () => clone,
  cloneDef: () => cloneDef,
  codePointLength: () => codePointLength,
  constantCatch: () => constantCatch,
  createTransparentProxy: () => createTransparentProxy,
  defineLazy: () => defineLazy,
  defineLazyInternal: () => defineLazyInternal,
  derived: () => derived,
  esc: () => esc,
  escapeRegex: () => escapeRegex,
  explicitlyAborted: () => explicitlyAborted,
  extend: () => extend,
  finalizeIssue: () => finalizeIssue,
  floatSafeRemainder: () => floatSafeRemainder,
  getElementAtPath: () => getElementAtPath,
  getEnumValues: () => getEnumValues,
  getLengthableOrigin: () => getLengthableOrigin,
  getParsedType: () => getParsedType,
  getSizableOrigin: () => getSizableOrigin,
  hexToUint8Array: () => hexToUint8Array,
  hide: () => hide,
  installLazyProp: () => installLazyProp,
  isObject: () => isObject,
  isPlainObject: () => isPlainObject,
  issue: () => issue,
  joinValues: () => joinValues,
  jsonStringifyReplacer: () => jsonStringifyReplacer,
  members: () => members,
  merge: () => merge,
  mergeDefs: () => mergeDefs,
  normalizeParams: () => normalizeParams,
  nullish: () => nullish,
  numKeys: () => numKeys,
  objectClone: () => objectClone,
  omit: () => omit,
  optionalKeys: () => optionalKeys,
  own: () => own,
  parsedType: () => parsedType,
  partial: () => partial,
  pick: () => pick,
  prefixIssues: () => prefixIssues,
  primitiveTypes: () => primitiveTypes,
  promiseAllObject: () => promiseAllObject,
  propertyKeyTypes: () => propertyKeyTypes,
  randomString: () => randomString,
  rawShape: () => rawShape,
  required: () => required,
  safeExtend: () => safeExtend,
  shallowClone: () => shallowClone,
  sizeCaps: () => sizeCaps,
  slugify: () => slugify,
  stringifyPrimitive: () => stringifyPrimitive,
  toZod: () => toZod,
  uint8ArrayToBase64: () => uint8ArrayToBase64,
  uint8ArrayToBase64url: () => uint8ArrayToBase64url,
  uint8ArrayToHex: () => uint8ArrayToHex,
  unwrapMessage: () => unwrapMessage
});
function assertEqual(val) {
  return val;
}
function assertNotEqual(val) {
  return val;
}
function toZod() {
  return (schema) => schema;
}
function assertIs(_arg) {
}
function assertNever(_x) {
  throw new Error("Unexpected value in exhaustive check");
}
function assert(_) {
}
function getEnumValues(entries) {
  const numericValues = Object.values(entries).filter((v) => typeof v === "number");
  const values = Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
  return values;
}
function joinValues(array2, separator = "|") {
  return array2.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
  if (typeof value === "bigint")
    return value.toString();
  return value;
}
var Cached = class {
  constructor(getter) {
    this._getter = getter;
    this._value = void 0;
  }
  get value() {
    const getter = this._getter;
    if (getter !== void 0) {
      this._value = getter();
      this._getter = void 0;
    }
    return this._value;
  }
};
function cached(getter) {
  return new Cached(getter);
}
function nullish(input) {
  return input === null || input === void 0;
}
function cleanRegex(source) {
  const start = source.startsWith("^") ? 1 : 0;
  const end = source.endsWith("$") ? source.length - 1 : source.length;
  return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
  const ratio = val / step;
  const roundedRatio = Math.round(ratio);
  const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
  if (Math.abs(ratio - roundedRatio) < tolerance)
    return 0;
  return ratio - roundedRatio;
}
var EVALUATING = /* @__PURE__ */ Symbol("evaluating");
function defineLazy(object2, key, getter) {
  let value = void 0;
  Object.defineProperty(object2, key, {
    get() {
      if (value === EVALUATING) {
        return void 0;
      }
      if (value === void 0) {
        value = EVALUATING;
        value = getter();
      }
      return value;
    },
    set(v) {
      Object.defineProperty(object2, key, {
        value: v
        // configurable: true,
      });
    },
    configurable: true
  });
}
function objectClone(obj) {
  return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
  Object.defineProperty(target, prop, {
    value,
    writable: true,
    enumerable: true,
    configurable: true
  });
}
function rawShape(def) {
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
  return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
  Object.defineProperty(target, key, {
    get() {
      const value = getter();
      assignProp(this, key, value);
      return value;
    },
    enumerable: true,
    configurable: true
  });
}
function putProp(target, key, value) {
  if (key in target)
    assignProp(target, key, value);
  else
    target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
  const raw = sourceShape(source);
  for (const key of keys) {
    const desc = Object.getOwnPropertyDescriptor(raw, key);
    if (!desc.enumerable)
      continue;
    if (desc.get) {
      deferProp(target, key, () => {
        const value = source._zod.def.shape[key];
        return wrap ? wrap(value, key) : value;
      });
    } else
      putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
  }
}
function mirrorProps(target, source) {
  for (const key of Reflect.ownKeys(source)) {
    const desc = Object.getOwnPropertyDescriptor(source, key);
    if (!desc.enumerable)
      continue;
    if (desc.get)
      deferProp(target, key, () => source[key]);
    else
      putProp(target, key, desc.value);
  }
}
function mergeDefs(...defs) {
  const mergedDescriptors = {};
  for (const def of defs) {
    const descriptors = Object.getOwnPropertyDescriptors(def);
    Object.assign(mergedDescriptors, descriptors);
  }
  return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
  return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
  if (!path)
    return obj;
  return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
  const keys = Object.keys(promisesObj);
  const promises = keys.map((key) => promisesObj[key]);
  return Promise.all(promises).then((results) => {
    const resolvedObj = {};
    for (let i = 0; i < keys.length; i++) {
      resolvedObj[keys[i]] = results[i];
    }
    return resolvedObj;
  });
}
function randomString(length = 10) {
  const chars = "abcdefghijklmnopqrstuvwxyz";
  let str = "";
  for (let i = 0; i < length; i++) {
    str += chars[Math.floor(Math.random() * chars.length)];
  }
  return str;
}
function esc(str) {
  return JSON.stringify(str);
}
function slugify(input) {
  return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
var captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {
};
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
var allowsEval = /* @__PURE__ */ cached(() => {
  if (globalConfig.jitless) {
    return false;
  }
  if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
    return false;
  }
  try {
    const F = Function;
    new F("");
    return true;
  } catch (_) {
    return false;
  }
});
function isPlainObject(o) {
  if (isObject(o) === false)
    return false;
  const ctor = o.constructor;
  if (ctor === void 0)
    return true;
  if (typeof ctor !== "function")
    return true;
  const prot = ctor.prototype;
  if (isObject(prot) === false)
    return false;
  if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
    return false;
  }
  return true;
}
function shallowClone(o) {
  if (isPlainObject(o))
    return { ...o };
  if (Array.isArray(o))
    return [...o];
  if (o instanceof Map)
    return new Map(o);
  if (o instanceof Set)
    return new Set(o);
  return o;
}
function numKeys(data) {
  let keyCount = 0;
  for (const key in data) {
    if (Object.prototype.hasOwnProperty.call(data, key)) {
      keyCount++;
    }
  }
  return keyCount;
}
var getParsedType = (data) => {
  const t = typeof data;
  switch (t) {
    case "undefined":
      return "undefined";
    case "string":
      return "string";
    case "number":
      return Number.isNaN(data) ? "nan" : "number";
    case "boolean":
      return "boolean";
    case "function":
      return "function";
    case "bigint":
      return "bigint";
    case "symbol":
      return "symbol";
    case "object":
      if (Array.isArray(data)) {
        return "array";
      }
      if (data === null) {
        return "null";
      }
      if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
        return "promise";
      }
      if (typeof Map !== "undefined" && data instanceof Map) {
        return "map";
      }
      if (typeof Set !== "undefined" && data instanceof Set) {
        return "set";
      }
      if (typeof Date !== "undefined" && data instanceof Date) {
        return "date";
      }
      if (typeof File !== "undefined" && data instanceof File) {
        return "file";
      }
      return "object";
    default:
      throw new Error(`Unknown data type: ${t}`);
  }
};
var propertyKeyTypes = /* @__PURE__ */ new Set(["string", "number", "symbol"]);
var primitiveTypes = /* @__PURE__ */ new Set([
  "string",
  "number",
  "bigint",
  "boolean",
  "symbol",
  "undefined"
]);
function escapeRegex(str) {
  return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
  const cl = new inst._zod.constr(def ?? inst._zod.def);
  if (!def || params?.parent)
    cl._zod.parent = inst;
  return cl;
}
function normalizeParams(_params) {
  const params = _params;
  if (!params)
    return {};
  if (typeof params === "string")
    return { error: () => params };
  if (params?.message !== void 0) {
    if (params?.error !== void 0)
      throw new Error("Cannot specify both `message` and `error` params");
    params.error = params.message;
  }
  delete params.message;
  if (typeof params.error === "string")
    return { ...params, error: () => params.error };
  return params;
}
function createTransparentProxy(getter) {
  let target;
  return new Proxy({}, {
    get(_, prop, receiver) {
      target ?? (target = getter());
      return Reflect.get(target, prop, receiver);
    },
    set(_, prop, value, receiver) {
      target ?? (target = getter());
      return Reflect.set(target, prop, value, receiver);
    },
    has(_, prop) {
      target ?? (target = getter());
      return Reflect.has(target, prop);
    },
    deleteProperty(_, prop) {
      target ?? (target = getter());
      return Reflect.deleteProperty(target, prop);
    },
    ownKeys(_) {
      target ?? (target = getter());
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(_, prop) {
      target ?? (target = getter());
      return Reflect.getOwnPropertyDescriptor(target, prop);
    },
    defineProperty(_, prop, descriptor) {
      target ?? (target = getter());
      return Reflect.defineProperty(target, prop, descriptor);
    }
  });
}
function stringifyPrimitive(value) {
  if (typeof value === "bigint")
    return value.toString() + "n";
  if (typeof value === "string")
    return `"${value}"`;
  return `${value}`;
}
function optionalKeys(shape) {
  return Object.keys(shape).filter((k) => {
    return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
  });
}
var NUMBER_FORMAT_RANGES = /* @__PURE__ */ (() => ({
  safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  int32: [-2147483648, 2147483647],
  uint32: [0, 4294967295],
  float32: [-34028234663852886e22, 34028234663852886e22],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
var BIGINT_FORMAT_RANGES = {
  int64: [/* @__PURE__ */ BigInt("-9223372036854775808"), /* @__PURE__ */ BigInt("9223372036854775807")],
  uint64: [/* @__PURE__ */ BigInt(0), /* @__PURE__ */ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".pick() cannot be used on object schemas containing refinements");
  }
  const newShape = {};
  mirrorShape(newShape, schema, maskedKeys(schema, mask));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function maskedKeys(schema, mask) {
  const raw = sourceShape(schema);
  const keys = [];
  for (const key of Reflect.ownKeys(mask)) {
    if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
      throw new Error(`Unrecognized key: "${String(key)}"`);
    }
    if (mask[key])
      keys.push(key);
  }
  return keys;
}
function omit(schema, mask) {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(".omit() cannot be used on object schemas containing refinements");
  }
  const omitted = new Set(maskedKeys(schema, mask));
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
  return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to extend: expected a plain object");
  }
  const checks = schema._zod.def.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    const existingShape = sourceShape(schema);
    for (const key of Reflect.ownKeys(shape)) {
      if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) {
        throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
      }
    }
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
  mirrorProps(newShape, shape);
  return newShape;
}
function safeExtend(schema, shape) {
  if (!isPlainObject(shape)) {
    throw new Error("Invalid input to safeExtend: expected a plain object");
  }
  return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
  if (!b?._zod?.def) {
    throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
  }
  if (a._zod.def.checks?.length) {
    throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
  }
  const newShape = {};
  mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
  mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
  const def = mergeDefs(a._zod.def, {
    shape: newShape,
    get catchall() {
      return b._zod.def.catchall;
    },
    checks: b._zod.def.checks ?? []
  });
  return clone(a, def);
}
function partial(Class2, schema, mask, name = "partial") {
  const currDef = schema._zod.def;
  const checks = currDef.checks;
  const hasChecks = checks && checks.length > 0;
  if (hasChecks) {
    throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
  }
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class2 && ((value, key) => selected && !selected.has(key) ? value : new Class2({ type: "optional", innerType: value })));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class2, schema, mask) {
  const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
  const newShape = {};
  mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => (
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class2({ type: "nonoptional", innerType: value })
  ));
  return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue !== true) {
      return true;
    }
  }
  return false;
}
function explicitlyAborted(x, startIndex = 0) {
  if (x.aborted === true)
    return true;
  for (let i = startIndex; i < x.issues.length; i++) {
    if (x.issues[i]?.continue === false) {
      return true;
    }
  }
  return false;
}
function prefixIssues(path, issues) {
  return issues.map((iss) => {
    var _a3;
    (_a3 = iss).path ?? (_a3.path = []);
    iss.path.unshift(path);
    return iss;
  });
}
function unwrapMessage(message) {
  return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
  const caps = [];
  for (const ch of defChecks ?? []) {
    const d = ch._zod.def;
    if (!/_(length|size)$|_equals$/.test(d.check))
      break;
    const max = d.maximum ?? d.length ?? d.size;
    if (max >= 0)
      caps.push([max, ch]);
  }
  return caps;
}
function attachSchema(issues, start, inst) {
  var _a3;
  for (let i = start; i < issues.length; i++) {
    (_a3 = issues[i]).schema ?? (_a3.schema = inst);
  }
}
function finalizeIssue(iss, ctx, config2) {
  var _a3;
  const traits = iss.inst?._zod?.traits;
  if (traits?.has("$ZodType")) {
    if (traits.has("$ZodCheck"))
      (_a3 = iss).schema ?? (_a3.schema = iss.inst);
    else
      iss.schema = iss.inst;
  }
  const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
  const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config2.customError?.(iss)) ?? unwrapMessage(config2.localeError?.(iss)) ?? "Invalid input";
  const full = {};
  for (const k of Object.keys(iss)) {
    if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
      continue;
    full[k] = iss[k];
  }
  full.path ?? (full.path = []);
  full.message = message;
  if (ctx?.reportInput) {
    full.input = iss.input;
  }
  return full;
}
function getSizableOrigin(input) {
  if (input instanceof Set)
    return "set";
  if (input instanceof Map)
    return "map";
  if (input instanceof File)
    return "file";
  return "unknown";
}
var highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
  const units = str.length;
  if (!highSurrogate.test(str))
    return units;
  let count = units;
  for (let i = 0; i < units - 1; i++) {
    if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
      count--;
      i++;
    }
  }
  return count;
}
function getLengthableOrigin(input) {
  if (Array.isArray(input))
    return "array";
  if (typeof input === "string")
    return "string";
  return "unknown";
}
function parsedType(data) {
  const t = typeof data;
  switch (t) {
    case "number": {
      return Number.isNaN(data) ? "nan" : "number";
    }
    case "object": {
      if (data === null) {
        return "null";
      }
      if (Array.isArray(data)) {
        return "array";
      }
      const obj = data;
      if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
        return obj.constructor.name;
      }
    }
  }
  return t;
}
function issue(...args) {
  const [iss, input, inst] = args;
  if (typeof iss === "string") {
    return {
      message: iss,
      code: "custom",
      input,
      inst
    };
  }
  return { ...iss };
}
function cleanEnum(obj) {
  return Object.entries(obj).filter(([k, _]) => {
    return Number.isNaN(Number.parseInt(k, 10));
  }).map((el) => el[1]);
}
function base64ToUint8Array(base643) {
  const binaryString = atob(base643);
  const bytes = new Uint8Array(binaryString.length);
  for (let i = 0; i < binaryString.length; i++) {
    bytes[i] = binaryString.charCodeAt(i);
  }
  return bytes;
}
function uint8ArrayToBase64(bytes) {
  let binaryString = "";
  for (let i = 0; i < bytes.length; i++) {
    binaryString += String.fromCharCode(bytes[i]);
  }
  return btoa(binaryString);
}
function base64urlToUint8Array(base64url2) {
  const base643 = base64url2.replace(/-/g, "+").replace(/_/g, "/");
  const padding = "=".repeat((4 - base643.length % 4) % 4);
  return base64ToUint8Array(base643 + padding);
}
function uint8ArrayToBase64url(bytes) {
  return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex2) {
  const cleanHex = hex2.replace(/^0x/, "");
  if (cleanHex.length % 2 !== 0) {
    throw new Error("Invalid hex string length");
  }
  const bytes = new Uint8Array(cleanHex.length / 2);
  for (let i = 0; i < cleanHex.length; i += 2) {
    bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
  }
  return bytes;
}
function uint8ArrayToHex(bytes) {
  return Array.from(bytes).map((b) => b.toString(16).padStart(2, "0")).join("");
}
var Class = class {
  constructor(..._args) {
  }
};
function members(proto, table) {
  for (const key in table) {
    const desc = Object.getOwnPropertyDescriptor(table, key);
    if (desc.get)
      Object.defineProperty(proto, key, { ...desc, enumerable: false });
    else
      defineBound(proto, key, desc.value);
  }
}
function own(inst, key, value, enumerable = true) {
  Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
  return value;
}
function hide(inst, key, value) {
  return own(inst, key, value, false);
}
// @__NO_SIDE_EFFECTS__
function derived(computes, table) {
  for (const key in computes) {
    const compute = computes[key];
    Object.defineProperty(table, key, {
      configurable: true,
      enumerable: true,
      get() {
        return own(this, key, compute(this));
      },
      set(value) {
        own(this, key, value);
      }
    });
  }
  return table;
}
function defineBound(proto, key, fn) {
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      return this == null ? fn : own(this, key, fn.bind(this));
    },
    set(value) {
      own(this, key, value);
    }
  });
}
function claim(inst, sentinel) {
  const proto = Object.getPrototypeOf(inst);
  return sentinel in proto ? void 0 : proto;
}
var installing;
var broke = false;
var breaker = {
  configurable: true,
  get() {
    broke = true;
    return void 0;
  }
};
function defineLazyInternal(inst, key, compute) {
  const proto = Object.getPrototypeOf(inst._zod);
  if (key in proto && installing !== inst._zod) {
    installing = void 0;
    return;
  }
  installing = inst._zod;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      Object.defineProperty(this, key, breaker);
      const outer2 = broke;
      broke = false;
      try {
        const value = compute(this);
        if (broke)
          delete this[key];
        else
          Object.defineProperty(this, key, { configurable: true, writable: true, value });
        broke = broke || outer2;
        return value;
      } catch (err) {
        delete this[key];
        broke = broke || outer2;
        throw err;
      }
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, value });
    }
  });
}
function installLazyProp(inst, key, make, enumerable) {
  const proto = claim(inst, key);
  if (!proto)
    return;
  Object.defineProperty(proto, key, {
    configurable: true,
    get() {
      const desc = { configurable: true, writable: true, enumerable, value: void 0 };
      Object.defineProperty(this, key, desc);
      desc.value = make(this);
      Object.defineProperty(this, key, desc);
      return desc.value;
    },
    set(value) {
      Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
    }
  });
}
var CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
  const fn = () => value;
  fn[CONSTANT_CATCH] = true;
  return fn;
}

// node_modules/zod/v4/core/core.js
var _a;
var _zodDesc = { value: void 0, enumerable: false };
var _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
  const E = _E;
  if (E) {
    const saved = E.stackTraceLimit;
    if (typeof saved === "number") {
      try {
        E.stackTraceLimit = 0;
      } catch {
        _E = null;
        return new Definition();
      }
      try {
        return new Definition();
      } finally {
        E.stackTraceLimit = saved;
      }
    }
  }
  return new Definition();
}
// @__NO_SIDE_EFFECTS__
function $constructor(name, initializer3, proto, params) {
  const zodProto = {};
  function Internals(def) {
    this.def = def;
    this.constr = _;
    this.traits = /* @__PURE__ */ new Set();
  }
  Internals.prototype = zodProto;
  const protoMembers = proto;
  const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
  function init(inst, def) {
    if (!inst._zod) {
      _zodDesc.value = new Internals(def);
      try {
        Object.defineProperty(inst, "_zod", _zodDesc);
      } finally {
        _zodDesc.value = void 0;
      }
    } else if (inst._zod.traits.has(name)) {
      return;
    }
    inst._zod.traits.add(name);
    initializer3(inst, def);
    if (initialized) {
      const own2 = Object.getPrototypeOf(inst);
      const ctorProto = inst._zod.constr.prototype;
      let up = own2;
      while (up && up !== ctorProto)
        up = Object.getPrototypeOf(up);
      const target = up ?? own2;
      if (!initialized.has(target)) {
        initialized.add(target);
        members(target, protoMembers);
      }
    }
    const proto2 = _.prototype;
    for (const k in proto2) {
      if (!Object.prototype.hasOwnProperty.call(proto2, k))
        continue;
      if (!(k in inst)) {
        inst[k] = proto2[k].bind(inst);
      }
    }
  }
  const Parent = params?.Parent ?? Object;
  class Definition extends Parent {
  }
  Object.defineProperty(Definition, "name", { value: name });
  function _(def) {
    const inst = params?.Parent ? newError(Definition) : this;
    init(inst, def);
    const deferred = inst._zod.deferred;
    if (deferred) {
      for (const fn of deferred) {
        fn();
      }
      inst._zod.deferred = void 0;
    }
    const pp = globalThis.__zod_globalConfig?.postProcessor;
    if (pp)
      pp(inst);
    return inst;
  }
  Object.defineProperty(_, "init", { value: init });
  Object.defineProperty(_, Symbol.hasInstance, {
    value: (inst) => {
      if (params?.Parent && inst instanceof params.Parent)
        return true;
      return inst?._zod?.traits?.has(name);
    }
  });
  Object.defineProperty(_, "name", { value: name });
  return _;
}
var $ZodAsyncError = class extends Error {
  constructor() {
    super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
  }
};
var $ZodEncodeError = class extends Error {
  constructor(name) {
    super(`Encountered unidirectional transform during encode: ${name}`);
    this.name = "ZodEncodeError";
  }
};
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
var globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
  if (newConfig)
    Object.assign(globalConfig, newConfig);
  return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
  const internals = this._zod;
  internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
  return internals.message;
}
function _setMessage(value) {
  this._zod.message = value;
}
var _messageDesc = {
  get: _getMessage,
  set: _setMessage,
  enumerable: true,
  configurable: true
};
var _issuesDesc = { value: void 0, enumerable: false };
var _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
var initializer = (inst, def) => {
  inst.name = "$ZodError";
  _issuesDesc.value = def;
  Object.defineProperty(inst, "issues", _issuesDesc);
  _issuesDesc.value = void 0;
  Object.defineProperty(inst, "message", _messageDesc);
  const proto = Object.getPrototypeOf(inst);
  if (!_installedToString.has(proto)) {
    _installedToString.add(proto);
    Object.defineProperty(proto, "toString", {
      configurable: true,
      enumerable: false,
      get() {
        const value = () => this.message;
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
        return value;
      },
      set(value) {
        Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
      }
    });
  }
};
var $ZodError = $constructor("$ZodError", initializer);
var $ZodRealError = $constructor("$ZodError", initializer, void 0, {
  Parent: Error
});
function node(obj, key, make) {
  if (!Object.prototype.hasOwnProperty.call(obj, key)) {
    if (key === "__proto__") {
      Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
    } else {
      obj[key] = make();
    }
  }
  return obj[key];
}
function flattenError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = {};
  const formErrors = [];
  for (const sub of error2.issues) {
    if (sub.path.length > 0) {
      node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
    } else {
      formErrors.push(mapper(sub));
    }
  }
  return { formErrors, fieldErrors };
}
function formatError(error2, mapper = (issue2) => issue2.message) {
  const fieldErrors = { _errors: [] };
  const processError = (error3, path = []) => {
    for (const issue2 of error3.issues) {
      if (issue2.code === "invalid_union" && issue2.errors.length) {
        issue2.errors.map((issues) => processError({ issues }, [...path, ...issue2.path]));
      } else if (issue2.code === "invalid_key") {
        processError({ issues: issue2.issues }, [...path, ...issue2.path]);
      } else if (issue2.code === "invalid_element") {
        processError({ issues: issue2.issues }, [...path, ...issue2.path]);
      } else {
        const fullpath = [...path, ...issue2.path];
        if (fullpath.length === 0) {
          fieldErrors._errors.push(mapper(issue2));
        } else {
          let curr = fieldErrors;
          let i = 0;
          while (i < fullpath.length) {
            const el = fullpath[i];
            const terminal = i === fullpath.length - 1;
            if (el === "_errors") {
              if (terminal)
                curr._errors.push(mapper(issue2));
              i++;
              continue;
            }
            if (!Object.prototype.hasOwnProperty.call(curr, el)) {
              Object.defineProperty(curr, el, {
                value: { _errors: [] },
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
            const node2 = curr[el];
            if (terminal) {
              node2._errors.push(mapper(issue2));
            }
            curr = node2;
            i++;
          }
        }
      }
    }
  };
  processError(error2);
  return fieldErrors;
}

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
  return { callee: params?.callee ?? callee, Err: params?.Err };
}
var _parse = (_Err) => {
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
      throw new $ZodAsyncError();
    }
    if (result.issues.length) {
      const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, _params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var _parseAsync = (_Err) => {
  const fn = async (schema, value, _ctx, params) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
      result = await result;
    if (result.issues.length) {
      const e = new (params?.Err ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
      captureStackTrace(e, params?.callee ?? fn);
      throw e;
    }
    return result.value;
  };
  return fn;
};
var _safeParse = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
  const result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
function failure(Err, issues, ctx) {
  let error2;
  return {
    success: false,
    get error() {
      if (!error2) {
        error2 = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
        issues = void 0;
        ctx = void 0;
      }
      return error2;
    },
    set error(e) {
      error2 = e;
      issues = void 0;
      ctx = void 0;
    }
  };
}
var _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
var COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
var COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
var validate = ((schema, value, _ctx) => {
  const validator = schema._zod.bag.validator;
  if (validator !== void 0) {
    if (validator(value) !== COMPILE_INVALID)
      return true;
    if (validator.definite === true && _ctx === void 0)
      return false;
  }
  return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
  const ctx = _ctx ? { ..._ctx, async: false, abortEarly: true } : { async: false, abortEarly: true };
  const fallbackRun = schema._zod.bag.fallbackRun;
  let result;
  if (fallbackRun) {
    ctx[COMPILE_FALLBACK] = true;
    result = fallbackRun({ value, issues: [] }, ctx);
  } else {
    result = schema._zod.run({ value, issues: [] }, ctx);
  }
  if (result instanceof Promise) {
    throw new $ZodAsyncError();
  }
  return result.issues.length === 0;
}
var validateAsync = async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, async: true, abortEarly: true } : { async: true, abortEarly: true };
  let result = schema._zod.run({ value, issues: [] }, ctx);
  if (result instanceof Promise)
    result = await result;
  return result.issues.length === 0;
};
var _encode = (_Err) => {
  const parse3 = _parse(_Err);
  const fn = (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return parse3(schema, value, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _decode = (_Err) => {
  const parse3 = _parse(_Err);
  const fn = (schema, value, _ctx, _params) => {
    return parse3(schema, value, _ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _encodeAsync = (_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = async (schema, value, _ctx, _params) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return await parseAsync2(schema, value, ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _decodeAsync = (_Err) => {
  const parseAsync2 = _parseAsync(_Err);
  const fn = async (schema, value, _ctx, _params) => {
    return await parseAsync2(schema, value, _ctx, finalizeParams(fn, _params));
  };
  return fn;
};
var _safeEncode = (_Err) => (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParse(_Err)(schema, value, ctx);
};
var _safeDecode = (_Err) => (schema, value, _ctx) => {
  return _safeParse(_Err)(schema, value, _ctx);
};
var _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
  const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
  return _safeParseAsync(_Err)(schema, value, ctx);
};
var _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
  return _safeParseAsync(_Err)(schema, value, _ctx);
};

// node_modules/zod/v4/core/regexes.js
var cuid = /^[cC][0-9a-z]{6,}$/;
var cuid2 = /^[0-9a-z]+$/;
var ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
var xid = /^[0-9a-vA-V]{20}$/;
var ksuid = /^[A-Za-z0-9]{27}$/;
var nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
  return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
var duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
var guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
var uuid = (version2) => {
  if (!version2)
    return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
  return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version2}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
var email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
var _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
  return new RegExp(_emoji, "u");
}
var ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
var ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
var cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
var cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
var base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
var base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
var httpProtocol = /^https?$/;
var e164 = /^\+[1-9]\d{6,14}$/;
var dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
function anchor(source) {
  return new RegExp(`^${source}$`);
}
var date = /* @__PURE__ */ anchor(dateSource);
function timeSource(args) {
  const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
  const regex = typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
  return regex;
}
function time(args) {
  return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
  const opts = ["Z"];
  if (args.offset)
    opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
  const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
  const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
  return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
var anyString = /^[\s\S]{0,}$/;
var integer = /^-?\d+$/;
var number = /^-?\d+(?:\.\d+)?$/;
var boolean = /^(?:true|false)$/i;
var lowercase = /^[^A-Z]*$/;
var uppercase = /^[^a-z]*$/;

// node_modules/zod/v4/core/checks.js
var $ZodCheck = /* @__PURE__ */ $constructor("$ZodCheck", (inst, def) => {
  var _a3;
  inst._zod ?? (inst._zod = {});
  inst._zod.def = def;
  (_a3 = inst._zod).onattach ?? (_a3.onattach = []);
});
var _whenHasLength = (payload) => {
  const val = payload.value;
  return !nullish(val) && val.length !== void 0;
};
var numericOriginMap = {
  number: "number",
  bigint: "bigint",
  object: "date"
};
var $ZodCheckLessThan = /* @__PURE__ */ $constructor("$ZodCheckLessThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin2 = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin2,
      code: "too_big",
      maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckGreaterThan = /* @__PURE__ */ $constructor("$ZodCheckGreaterThan", (inst, def) => {
  $ZodCheck.init(inst, def);
  const origin2 = numericOriginMap[typeof def.value];
  inst._zod.check = (payload) => {
    if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
      return;
    }
    payload.issues.push({
      origin: numericOriginMap[typeof payload.value] ?? origin2,
      code: "too_small",
      minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
      input: payload.value,
      inclusive: def.inclusive,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMultipleOf = /* @__PURE__ */ $constructor("$ZodCheckMultipleOf", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    if (typeof payload.value !== typeof def.value)
      throw new Error("Cannot mix number and bigint in multiple_of check.");
    const isMultiple = typeof payload.value === "bigint" ? (
      // `value % 0n` throws, and nothing is a multiple of zero \u2014 the number branch already fails this way via NaN
      def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
    ) : floatSafeRemainder(payload.value, def.value) === 0;
    if (isMultiple)
      return;
    payload.issues.push({
      origin: typeof payload.value,
      code: "not_multiple_of",
      divisor: def.value,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckNumberFormat = /* @__PURE__ */ $constructor("$ZodCheckNumberFormat", (inst, def) => {
  $ZodCheck.init(inst, def);
  def.format = def.format || "float64";
  const isInt = def.format?.includes("int");
  const origin2 = isInt ? "int" : "number";
  const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
  inst._zod.check = (payload) => {
    const input = payload.value;
    if (isInt) {
      if (!Number.isInteger(input)) {
        payload.issues.push({
          expected: origin2,
          format: def.format,
          code: "invalid_type",
          continue: false,
          input,
          inst
        });
        return;
      }
      if (!Number.isSafeInteger(input)) {
        if (input > 0) {
          payload.issues.push({
            input,
            code: "too_big",
            maximum: Number.MAX_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin: origin2,
            inclusive: true,
            continue: !def.abort
          });
        } else {
          payload.issues.push({
            input,
            code: "too_small",
            minimum: Number.MIN_SAFE_INTEGER,
            note: "Integers must be within the safe integer range.",
            inst,
            origin: origin2,
            inclusive: true,
            continue: !def.abort
          });
        }
        return;
      }
    }
    if (input < minimum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_small",
        minimum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
    if (input > maximum) {
      payload.issues.push({
        origin: "number",
        input,
        code: "too_big",
        maximum,
        inclusive: true,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCheckMaxLength = /* @__PURE__ */ $constructor("$ZodCheckMaxLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units > def.maximum ? codePointLength(input) : units;
    if (length <= def.maximum)
      return;
    const origin2 = getLengthableOrigin(input);
    payload.issues.push({
      origin: origin2,
      code: "too_big",
      maximum: def.maximum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckMinLength = /* @__PURE__ */ $constructor("$ZodCheckMinLength", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units;
    if (length >= def.minimum)
      return;
    const origin2 = getLengthableOrigin(input);
    payload.issues.push({
      origin: origin2,
      code: "too_small",
      minimum: def.minimum,
      inclusive: true,
      input,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLengthEquals = /* @__PURE__ */ $constructor("$ZodCheckLengthEquals", (inst, def) => {
  var _a3;
  $ZodCheck.init(inst, def);
  (_a3 = inst._zod.def).when ?? (_a3.when = _whenHasLength);
  inst._zod.check = (payload) => {
    const input = payload.value;
    const units = input.length;
    const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
    if (length === def.length)
      return;
    const origin2 = getLengthableOrigin(input);
    const tooBig = length > def.length;
    payload.issues.push({
      origin: origin2,
      ...tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length },
      inclusive: true,
      exact: true,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStringFormat = /* @__PURE__ */ $constructor("$ZodCheckStringFormat", (inst, def) => {
  var _a3, _b;
  $ZodCheck.init(inst, def);
  if (def.pattern)
    (_a3 = inst._zod).check ?? (_a3.check = (payload) => {
      def.pattern.lastIndex = 0;
      if (def.pattern.test(payload.value))
        return;
      payload.issues.push({
        origin: "string",
        code: "invalid_format",
        format: def.format,
        input: payload.value,
        ...def.pattern ? { pattern: def.pattern.toString() } : {},
        inst,
        continue: !def.abort
      });
    });
  else
    (_b = inst._zod).check ?? (_b.check = () => {
    });
});
var $ZodCheckRegex = /* @__PURE__ */ $constructor("$ZodCheckRegex", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    def.pattern.lastIndex = 0;
    if (def.pattern.test(payload.value))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "regex",
      input: payload.value,
      pattern: def.pattern.toString(),
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckLowerCase = /* @__PURE__ */ $constructor("$ZodCheckLowerCase", (inst, def) => {
  def.pattern ?? (def.pattern = lowercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckUpperCase = /* @__PURE__ */ $constructor("$ZodCheckUpperCase", (inst, def) => {
  def.pattern ?? (def.pattern = uppercase);
  $ZodCheckStringFormat.init(inst, def);
});
var $ZodCheckIncludes = /* @__PURE__ */ $constructor("$ZodCheckIncludes", (inst, def) => {
  $ZodCheck.init(inst, def);
  const escapedRegex = escapeRegex(def.includes);
  const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
  def.pattern = pattern;
  inst._zod.check = (payload) => {
    if (payload.value.includes(def.includes, def.position))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "includes",
      includes: def.includes,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckStartsWith = /* @__PURE__ */ $constructor("$ZodCheckStartsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
  def.pattern ?? (def.pattern = pattern);
  inst._zod.check = (payload) => {
    if (payload.value.startsWith(def.prefix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "starts_with",
      prefix: def.prefix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckEndsWith = /* @__PURE__ */ $constructor("$ZodCheckEndsWith", (inst, def) => {
  $ZodCheck.init(inst, def);
  const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
  def.pattern ?? (def.pattern = pattern);
  inst._zod.check = (payload) => {
    if (payload.value.endsWith(def.suffix))
      return;
    payload.issues.push({
      origin: "string",
      code: "invalid_format",
      format: "ends_with",
      suffix: def.suffix,
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodCheckOverwrite = /* @__PURE__ */ $constructor("$ZodCheckOverwrite", (inst, def) => {
  $ZodCheck.init(inst, def);
  inst._zod.check = (payload) => {
    payload.value = def.tx(payload.value);
  };
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
  constructor(args = [], closed = {}) {
    this.content = [];
    this.indent = 0;
    this.args = args;
    this.closed = closed;
  }
  // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
  indented(fn) {
    this.indent += 1;
    try {
      fn(this);
    } finally {
      this.indent -= 1;
    }
  }
  write(arg) {
    if (typeof arg === "function") {
      arg(this, { execution: "sync" });
      arg(this, { execution: "async" });
      return;
    }
    const content = arg;
    const lines2 = content.split("\n").filter((x) => x);
    const minIndent = Math.min(...lines2.map((x) => x.length - x.trimStart().length));
    const dedented = lines2.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
    for (const line of dedented) {
      this.content.push(line);
    }
  }
  compile() {
    const F = Function;
    const content = this?.content ?? [``];
    const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {
${content.join("\n")}
};`);
    return factory(...Object.values(this.closed));
  }
};

// node_modules/zod/v4/core/versions.js
var version = {
  major: 4,
  minor: 6,
  patch: 7
};

// node_modules/zod/v4/core/schemas.js
var $ZodType = /* @__PURE__ */ $constructor("$ZodType", (inst, def) => {
  var _a3;
  inst ?? (inst = {});
  inst._zod.def = def;
  inst._zod.bag = inst._zod.bag || {};
  inst._zod.version = version;
  const defChecks = inst._zod.def.checks;
  const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
  for (const ch of checks) {
    for (const fn of ch._zod.onattach) {
      fn(inst);
    }
  }
  if (checks.length === 0) {
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred?.push(() => {
      inst._zod.run = inst._zod.parse;
    });
  } else {
    const runChecks = (payload, checks2, ctx) => {
      if (payload.memo)
        return payload;
      let isAborted = aborted(payload);
      let asyncResult;
      for (const ch of checks2) {
        if (ch._zod.def.when) {
          if (explicitlyAborted(payload))
            continue;
          const shouldRun = ch._zod.def.when(payload);
          if (!shouldRun)
            continue;
        } else if (isAborted) {
          continue;
        }
        const currLen = payload.issues.length;
        const _ = ch._zod.check(payload);
        if (_ instanceof Promise && ctx?.async === false) {
          throw new $ZodAsyncError();
        }
        if (asyncResult || _ instanceof Promise) {
          asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
            await _;
            const nextLen = payload.issues.length;
            if (nextLen === currLen)
              return;
            attachSchema(payload.issues, currLen, inst);
            if (!isAborted)
              isAborted = aborted(payload, currLen);
          });
        } else {
          const nextLen = payload.issues.length;
          if (nextLen === currLen)
            continue;
          attachSchema(payload.issues, currLen, inst);
          if (!isAborted)
            isAborted = aborted(payload, currLen);
        }
      }
      if (asyncResult) {
        return asyncResult.then(() => {
          return payload;
        });
      }
      return payload;
    };
    const handleCanaryResult = (canary, payload, ctx) => {
      if (aborted(canary)) {
        canary.aborted = true;
        return canary;
      }
      const checkResult = runChecks(payload, checks, ctx);
      if (checkResult instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return checkResult.then((checkResult2) => inst._zod.parse(checkResult2, ctx));
      }
      return inst._zod.parse(checkResult, ctx);
    };
    inst._zod.run = (payload, ctx) => {
      if (ctx.skipChecks) {
        return inst._zod.parse(payload, ctx);
      }
      if (ctx.direction === "backward") {
        const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
        if (canary instanceof Promise) {
          return canary.then((canary2) => {
            return handleCanaryResult(canary2, payload, ctx);
          });
        }
        return handleCanaryResult(canary, payload, ctx);
      }
      const result = inst._zod.parse(payload, ctx);
      if (result instanceof Promise) {
        if (ctx.async === false)
          throw new $ZodAsyncError();
        return result.then((result2) => runChecks(result2, checks, ctx));
      }
      return runChecks(result, checks, ctx);
    };
  }
}, {
  // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
  get "~standard"() {
    return hide(this, "~standard", standardProps(this));
  },
  set "~standard"(value) {
    own(this, "~standard", value);
  }
});
var toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync2(inst, value) {
  const ctx = { async: true };
  return toStandardResult(await inst._zod.run({ value, issues: [] }, ctx), ctx);
}
function standardProps(inst) {
  return {
    validate: (value) => {
      const ctx = { async: false };
      try {
        const r = inst._zod.run({ value, issues: [] }, ctx);
        if (!(r instanceof Promise))
          return toStandardResult(r, ctx);
      } catch (_) {
      }
      return validateAsync2(inst, value);
    },
    vendor: "zod",
    version: 1
  };
}
var $ZodString = /* @__PURE__ */ $constructor("$ZodString", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = def.pattern ?? anyString;
  inst._zod.parse = (payload, _) => {
    if (def.coerce)
      try {
        payload.value = String(payload.value);
      } catch (_2) {
      }
    if (typeof payload.value === "string")
      return payload;
    payload.issues.push({
      expected: "string",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
var $ZodStringFormat = /* @__PURE__ */ $constructor("$ZodStringFormat", (inst, def) => {
  $ZodCheckStringFormat.init(inst, def);
  $ZodString.init(inst, def);
});
var $ZodGUID = /* @__PURE__ */ $constructor("$ZodGUID", (inst, def) => {
  def.pattern ?? (def.pattern = guid);
  $ZodStringFormat.init(inst, def);
});
var $ZodUUID = /* @__PURE__ */ $constructor("$ZodUUID", (inst, def) => {
  if (def.version) {
    const versionMap = {
      v1: 1,
      v2: 2,
      v3: 3,
      v4: 4,
      v5: 5,
      v6: 6,
      v7: 7,
      v8: 8
    };
    const v = versionMap[def.version];
    if (v === void 0)
      throw new Error(`Invalid UUID version: "${def.version}"`);
    def.pattern ?? (def.pattern = uuid(v));
  } else
    def.pattern ?? (def.pattern = uuid());
  $ZodStringFormat.init(inst, def);
});
var $ZodEmail = /* @__PURE__ */ $constructor("$ZodEmail", (inst, def) => {
  def.pattern ?? (def.pattern = email);
  $ZodStringFormat.init(inst, def);
});
var URL_BAD_FORMAT = 1;
var URL_UNPARSEABLE = 2;
function canParseURL(input) {
  try {
    if (typeof URL !== "undefined" && typeof URL.canParse === "function")
      return URL.canParse(input);
    new URL(input);
    return true;
  } catch {
    return false;
  }
}
function validateURL(trimmed, def) {
  if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
    return canParseURL(trimmed) || URL_UNPARSEABLE;
  }
  return parseURLObject(trimmed, def);
}
function parseURLObject(trimmed, def) {
  if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
    return URL_BAD_FORMAT;
  }
  try {
    if (typeof URL !== "undefined") {
      const URLStatic = URL;
      if (typeof URLStatic.parse === "function")
        return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
    }
    return new URL(trimmed);
  } catch {
    return URL_UNPARSEABLE;
  }
}
var asciiTabOrNewline = /[\t\n\r]/g;
function stripTabAndNewline(value) {
  return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url2, hostname) {
  hostname.lastIndex = 0;
  return hostname.test(url2.hostname);
}
function urlProtocolOk(url2, protocol) {
  protocol.lastIndex = 0;
  return protocol.test(url2.protocol.endsWith(":") ? url2.protocol.slice(0, -1) : url2.protocol);
}
var $ZodURL = /* @__PURE__ */ $constructor("$ZodURL", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    try {
      const trimmed = payload.value.trim();
      const url2 = validateURL(trimmed, def);
      if (url2 === URL_BAD_FORMAT) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid URL format",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url2 === URL_UNPARSEABLE) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          input: payload.value,
          inst,
          continue: !def.abort
        });
        return;
      }
      if (url2 === true) {
        payload.value = stripTabAndNewline(trimmed);
        return;
      }
      if (def.hostname && !urlHostnameOk(url2, def.hostname)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid hostname",
          pattern: def.hostname.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      if (def.protocol && !urlProtocolOk(url2, def.protocol)) {
        payload.issues.push({
          code: "invalid_format",
          format: "url",
          note: "Invalid protocol",
          pattern: def.protocol.source,
          input: payload.value,
          inst,
          continue: !def.abort
        });
      }
      payload.value = def.normalize ? url2.href : stripTabAndNewline(trimmed);
      return;
    } catch (_) {
      payload.issues.push({
        code: "invalid_format",
        format: "url",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodEmoji = /* @__PURE__ */ $constructor("$ZodEmoji", (inst, def) => {
  def.pattern ?? (def.pattern = emoji());
  $ZodStringFormat.init(inst, def);
});
var $ZodNanoID = /* @__PURE__ */ $constructor("$ZodNanoID", (inst, def) => {
  if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1))
    throw new Error(`Invalid nanoid length: ${def.length}`);
  def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID = /* @__PURE__ */ $constructor("$ZodCUID", (inst, def) => {
  def.pattern ?? (def.pattern = cuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodCUID2 = /* @__PURE__ */ $constructor("$ZodCUID2", (inst, def) => {
  def.pattern ?? (def.pattern = cuid2);
  $ZodStringFormat.init(inst, def);
});
var $ZodULID = /* @__PURE__ */ $constructor("$ZodULID", (inst, def) => {
  def.pattern ?? (def.pattern = ulid);
  $ZodStringFormat.init(inst, def);
});
var $ZodXID = /* @__PURE__ */ $constructor("$ZodXID", (inst, def) => {
  def.pattern ?? (def.pattern = xid);
  $ZodStringFormat.init(inst, def);
});
var $ZodKSUID = /* @__PURE__ */ $constructor("$ZodKSUID", (inst, def) => {
  def.pattern ?? (def.pattern = ksuid);
  $ZodStringFormat.init(inst, def);
});
var $ZodISODateTime = /* @__PURE__ */ $constructor("$ZodISODateTime", (inst, def) => {
  def.pattern ?? (def.pattern = datetime(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODate = /* @__PURE__ */ $constructor("$ZodISODate", (inst, def) => {
  def.pattern ?? (def.pattern = date);
  $ZodStringFormat.init(inst, def);
});
var $ZodISOTime = /* @__PURE__ */ $constructor("$ZodISOTime", (inst, def) => {
  def.pattern ?? (def.pattern = time(def));
  $ZodStringFormat.init(inst, def);
});
var $ZodISODuration = /* @__PURE__ */ $constructor("$ZodISODuration", (inst, def) => {
  def.pattern ?? (def.pattern = duration);
  $ZodStringFormat.init(inst, def);
});
var $ZodIPv4 = /* @__PURE__ */ $constructor("$ZodIPv4", (inst, def) => {
  def.pattern ?? (def.pattern = ipv4);
  $ZodStringFormat.init(inst, def);
});
var ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
  if (!ipv6Alphabet.test(value))
    return false;
  return canParseURL(`http://[${value}]`);
}
var $ZodIPv6 = /* @__PURE__ */ $constructor("$ZodIPv6", (inst, def) => {
  def.pattern ?? (def.pattern = ipv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidIPv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "ipv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
var $ZodCIDRv4 = /* @__PURE__ */ $constructor("$ZodCIDRv4", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv4);
  $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
  const parts = value.split("/");
  if (parts.length !== 2)
    return false;
  const [address2, prefix] = parts;
  if (!prefix)
    return false;
  const prefixNum = Number(prefix);
  if (`${prefixNum}` !== prefix)
    return false;
  if (prefixNum < 0 || prefixNum > 128)
    return false;
  return isValidIPv6(address2);
}
var $ZodCIDRv6 = /* @__PURE__ */ $constructor("$ZodCIDRv6", (inst, def) => {
  def.pattern ?? (def.pattern = cidrv6);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (!isValidCIDRv6(payload.value)) {
      payload.issues.push({
        code: "invalid_format",
        format: "cidrv6",
        input: payload.value,
        inst,
        continue: !def.abort
      });
    }
  };
});
function isValidBase64(data) {
  if (data === "")
    return true;
  if (/\s/.test(data))
    return false;
  if (data.length % 4 !== 0)
    return false;
  try {
    atob(data);
    return true;
  } catch {
    return false;
  }
}
var base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
var $ZodBase64 = /* @__PURE__ */ $constructor("$ZodBase64", (inst, def) => {
  def.pattern ?? (def.pattern = base64Charset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
  if (!base64urlCharset.test(data))
    return false;
  const base643 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
  const padded = base643.padEnd(Math.ceil(base643.length / 4) * 4, "=");
  return isValidBase64(padded);
}
var $ZodBase64URL = /* @__PURE__ */ $constructor("$ZodBase64URL", (inst, def) => {
  def.pattern ?? (def.pattern = base64urlCharset);
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidBase64URL(payload.value))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "base64url",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodE164 = /* @__PURE__ */ $constructor("$ZodE164", (inst, def) => {
  def.pattern ?? (def.pattern = e164);
  $ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
  try {
    const tokensParts = token.split(".");
    if (tokensParts.length !== 3)
      return false;
    const [header] = tokensParts;
    if (!header)
      return false;
    const parsedHeader = JSON.parse(atob(header));
    if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
      return false;
    if (!parsedHeader.alg)
      return false;
    if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
      return false;
    return true;
  } catch {
    return false;
  }
}
var $ZodJWT = /* @__PURE__ */ $constructor("$ZodJWT", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  inst._zod.check = (payload) => {
    if (isValidJWT(payload.value, def.alg))
      return;
    payload.issues.push({
      code: "invalid_format",
      format: "jwt",
      input: payload.value,
      inst,
      continue: !def.abort
    });
  };
});
var $ZodNumber = /* @__PURE__ */ $constructor("$ZodNumber", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = number;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Number(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
      return payload;
    }
    const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
    payload.issues.push({
      expected: "number",
      code: "invalid_type",
      input,
      inst,
      ...received ? { received } : {}
    });
    return payload;
  };
});
var $ZodNumberFormat = /* @__PURE__ */ $constructor("$ZodNumberFormat", (inst, def) => {
  $ZodCheckNumberFormat.init(inst, def);
  $ZodNumber.init(inst, def);
});
var $ZodBoolean = /* @__PURE__ */ $constructor("$ZodBoolean", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.pattern = boolean;
  inst._zod.parse = (payload, _ctx) => {
    if (def.coerce)
      try {
        payload.value = Boolean(payload.value);
      } catch (_) {
      }
    const input = payload.value;
    if (typeof input === "boolean")
      return payload;
    payload.issues.push({
      expected: "boolean",
      code: "invalid_type",
      input,
      inst
    });
    return payload;
  };
});
var $ZodUnknown = /* @__PURE__ */ $constructor("$ZodUnknown", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload) => payload;
});
var $ZodNever = /* @__PURE__ */ $constructor("$ZodNever", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _ctx) => {
    payload.issues.push({
      expected: "never",
      code: "invalid_type",
      input: payload.value,
      inst
    });
    return payload;
  };
});
function capSize(inst, size) {
  const caps = sizeCaps(inst._zod.def.checks);
  if (!caps.length)
    return;
  const cap = Math.min(...caps.map((c) => c[0]));
  const parse3 = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const n = size(payload.value);
    if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
      for (const [max, ch] of sizeCaps(inst._zod.def.checks)) {
        if (n > max && ch._zod.def.when(payload)) {
          const start = payload.issues.length;
          ch._zod.check(payload);
          payload.issues[start].continue = false;
          attachSchema(payload.issues, start, inst);
          return payload;
        }
      }
    }
    return parse3(payload, ctx);
  };
}
var arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
  if (result.issues.length) {
    final.issues.push(...prefixIssues(index, result.issues));
  }
  final.value[index] = result.value;
}
var $ZodArray = /* @__PURE__ */ $constructor("$ZodArray", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!Array.isArray(input)) {
      payload.issues.push({
        expected: "array",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
    const proms = [];
    const abortEarly = ctx?.abortEarly;
    for (let i = 0; i < input.length; i++) {
      const item = input[i];
      const result = def.element._zod.run({
        value: item,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        proms.push(result.then((result2) => handleArrayResult(result2, payload, i)));
      } else {
        handleArrayResult(result, payload, i);
        if (abortEarly && result.issues.length !== 0 && aborted(result))
          break;
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
  capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
  const isPresent = key in input;
  const isOptionalOut = optout === "optional";
  if (!isPresent && isOptionalOut && optin === "optional") {
    return;
  }
  if (result.issues.length) {
    if (optin !== void 0 && isOptionalOut && !isPresent) {
      return;
    }
    final.issues.push(...prefixIssues(key, result.issues));
  }
  if (!isPresent && optin === void 0) {
    if (!result.issues.length) {
      final.issues.push({
        code: "invalid_type",
        expected: "nonoptional",
        input: void 0,
        path: [key]
      });
    }
    return;
  }
  if (result.value === void 0) {
    if (isPresent || optin === "defaulted" && !isOptionalOut) {
      final.value[key] = void 0;
    }
  } else {
    final.value[key] = result.value;
  }
}
var NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
  const keys = Object.keys(def.shape);
  const ownSymbols = Object.getOwnPropertySymbols(def.shape);
  const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
  const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
  for (const k of allKeys) {
    if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
      throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
    }
  }
  const okeys = optionalKeys(def.shape);
  return {
    ...def,
    allKeys,
    symbolKeys,
    // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
    keySet: new Set(keys),
    numKeys: keys.length,
    optionalKeys: new Set(okeys)
  };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
  const unrecognized = [];
  const keySet = def.keySet;
  const _catchall = def.catchall._zod;
  const t = _catchall.def.type;
  const optin = _catchall.optin;
  const optout = _catchall.optout;
  let seen = 0;
  for (const key in input) {
    if (abortEarly && payload.issues.length !== seen) {
      if (aborted(payload, seen))
        break;
      seen = payload.issues.length;
    }
    if (keySet.has(key))
      continue;
    if (key === "__proto__") {
      if (t === "never")
        unrecognized.push(key);
      continue;
    }
    if (t === "never") {
      unrecognized.push(key);
      continue;
    }
    const r = _catchall.run({ value: input[key], issues: [] }, ctx);
    if (r instanceof Promise) {
      proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
    } else {
      handlePropertyResult(r, payload, key, input, optin, optout);
    }
  }
  if (unrecognized.length) {
    payload.issues.push({
      code: "unrecognized_keys",
      keys: unrecognized,
      input,
      inst,
      // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
      continue: true
    });
  }
  if (!proms.length)
    return payload;
  return Promise.all(proms).then(() => {
    return payload;
  });
}
var $ZodObject = /* @__PURE__ */ $constructor("$ZodObject", (inst, def) => {
  $ZodType.init(inst, def);
  const desc = Object.getOwnPropertyDescriptor(def, "shape");
  const sh = desc?.get ? desc.get.raw : def.shape ?? {};
  if (sh) {
    const get = () => {
      const newSh = { ...sh };
      Object.defineProperty(def, "shape", { value: newSh });
      get.raw = newSh;
      return newSh;
    };
    get.raw = sh;
    Object.defineProperty(def, "shape", { get });
  }
  const _normalized = cached(() => normalizeDef(def));
  defineLazyInternal(inst, "propValues", (zod) => {
    const shape = zod.def.shape;
    const propValues = {};
    for (const key in shape) {
      const field = shape[key]._zod;
      if (field.values) {
        if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
          assignProp(propValues, key, /* @__PURE__ */ new Set());
        }
        for (const v of field.values)
          propValues[key].add(v);
        if (field.optin !== void 0)
          propValues[key].add(void 0);
      }
    }
    return propValues;
  });
  const isObject2 = isObject;
  const catchall = def.catchall;
  let value;
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
    const proms = [];
    const shape = value.shape;
    const abortEarly = ctx?.abortEarly;
    let seen = payload.issues.length;
    for (const key of value.allKeys) {
      if (abortEarly && payload.issues.length !== seen) {
        if (aborted(payload, seen))
          break;
        seen = payload.issues.length;
      }
      if (key === "__proto__")
        continue;
      const el = shape[key];
      const optin = el._zod.optin;
      const optout = el._zod.optout;
      const r = el._zod.run({ value: input[key], issues: [] }, ctx);
      if (r instanceof Promise) {
        proms.push(r.then((r2) => handlePropertyResult(r2, payload, key, input, optin, optout)));
      } else {
        handlePropertyResult(r, payload, key, input, optin, optout);
      }
    }
    if (!catchall) {
      return proms.length ? Promise.all(proms).then(() => payload) : payload;
    }
    return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
  };
});
var $ZodObjectJIT = /* @__PURE__ */ $constructor("$ZodObjectJIT", (inst, def) => {
  $ZodObject.init(inst, def);
  const superParse = inst._zod.parse;
  const _normalized = cached(() => normalizeDef(def));
  const memo2 = globalConfig.memoizer;
  const generateFastpass = (shape) => {
    const normalized = _normalized.value;
    const syms = normalized.symbolKeys;
    const doc = new Doc(["payload", "ctx"], { shape, inst, memo: memo2, syms });
    const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
    const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
    doc.write(`const input = payload.value;`);
    const ids = /* @__PURE__ */ Object.create(null);
    let counter2 = 0;
    for (const key of normalized.allKeys) {
      ids[key] = `key_${counter2++}`;
    }
    doc.write(memo2 ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
    for (const key of normalized.allKeys) {
      if (key === "__proto__")
        continue;
      const id = ids[key];
      const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
      const isPresent = `${k} in input`;
      const schema = shape[key];
      const optin = schema?._zod?.optin;
      const isOptionalIn = optin !== void 0;
      const isOptionalOut = schema?._zod?.optout === "optional";
      doc.write(`const ${id} = ${parseStr(k)};`);
      if (isOptionalIn && isOptionalOut) {
        const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
        doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
      } else if (!isOptionalIn) {
        doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
      } else {
        doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
        if (optin === "defaulted") {
          doc.write(`newResult[${k}] = ${id}.value;`);
        } else {
          doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
        }
      }
    }
    doc.write(`payload.value = newResult;`);
    doc.write(`return payload;`);
    return doc.compile();
  };
  let fastpass;
  const isObject2 = isObject;
  const jit = !globalConfig.jitless;
  const allowsEval2 = allowsEval;
  const fastEnabled = jit && allowsEval2.value;
  const catchall = def.catchall;
  let value;
  inst._zod.parse = (payload, ctx) => {
    value ?? (value = _normalized.value);
    const input = payload.value;
    if (!isObject2(input)) {
      payload.issues.push({
        expected: "object",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
      if (!fastpass)
        fastpass = generateFastpass(def.shape);
      payload = fastpass(payload, ctx);
      if (!catchall)
        return payload;
      return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
    }
    return superParse(payload, ctx);
  };
});
function handleUnionResults(results, final, inst, ctx) {
  for (const result of results) {
    if (result.issues.length === 0) {
      final.value = result.value;
      return final;
    }
  }
  const nonaborted = results.filter((r) => !aborted(r));
  if (nonaborted.length === 1) {
    final.value = nonaborted[0].value;
    return nonaborted[0];
  }
  final.issues.push({
    code: "invalid_union",
    input: final.value,
    inst,
    errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
  });
  return final;
}
var $ZodUnion = /* @__PURE__ */ $constructor("$ZodUnion", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
  defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
  defineLazyInternal(inst, "values", (zod) => {
    if (zod.def.options.every((o) => o._zod.values)) {
      return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
    }
    return void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    if (zod.def.options.every((o) => o._zod.pattern)) {
      const patterns = zod.def.options.map((o) => o._zod.pattern);
      return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
    }
    return void 0;
  });
  const first = def.options.length === 1 ? def.options[0]._zod.run : null;
  inst._zod.parse = (payload, ctx) => {
    if (first) {
      return first(payload, ctx);
    }
    let async = false;
    const results = [];
    for (const option of def.options) {
      const result = option._zod.run({
        value: payload.value,
        issues: []
      }, ctx);
      if (result instanceof Promise) {
        results.push(result);
        async = true;
      } else {
        if (result.issues.length === 0)
          return result;
        results.push(result);
      }
    }
    if (!async)
      return handleUnionResults(results, payload, inst, ctx);
    return Promise.all(results).then((results2) => {
      return handleUnionResults(results2, payload, inst, ctx);
    });
  };
});
function discriminatorMap(def) {
  const map = /* @__PURE__ */ new Map();
  for (const option of def.options) {
    const values = option._zod.propValues?.[def.discriminator];
    if (!values || values.size === 0)
      throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
    for (const value of values) {
      if (map.has(value)) {
        if (value !== void 0)
          throw new Error(`Duplicate discriminator value "${String(value)}"`);
        map.set(value, null);
      } else {
        map.set(value, option);
      }
    }
  }
  return map;
}
var $ZodDiscriminatedUnion = /* @__PURE__ */ $constructor("$ZodDiscriminatedUnion", (inst, def) => {
  def.inclusive = false;
  $ZodUnion.init(inst, def);
  const _super = inst._zod.parse;
  defineLazyInternal(inst, "propValues", (zod) => {
    const propValues = {};
    let undefinedCount = 0;
    for (const option of zod.def.options) {
      const pv = option._zod.propValues;
      if (!pv || Object.keys(pv).length === 0)
        throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
      if (pv[zod.def.discriminator]?.has(void 0))
        undefinedCount++;
      for (const [k, v] of Object.entries(pv)) {
        if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
          assignProp(propValues, k, /* @__PURE__ */ new Set());
        }
        for (const val of v) {
          propValues[k].add(val);
        }
      }
    }
    if (!zod.def.unionFallback && undefinedCount > 1)
      propValues[zod.def.discriminator]?.delete(void 0);
    return propValues;
  });
  def.options.forEach((option, i) => {
    const propShape = rawShape(option._zod.def);
    if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
      throw new Error(`Invalid discriminated union option at index "${i}"`);
    }
  });
  const disc = cached(() => discriminatorMap(def));
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!isObject(input)) {
      payload.issues.push({
        code: "invalid_type",
        expected: "object",
        input,
        inst
      });
      return payload;
    }
    const value = input?.[def.discriminator];
    const opt = disc.value.get(value);
    if (opt && (value !== void 0 || ctx.direction !== "backward")) {
      return opt._zod.run(payload, ctx);
    }
    if (def.unionFallback || ctx.direction === "backward") {
      return _super(payload, ctx);
    }
    payload.issues.push({
      code: "invalid_union",
      errors: [],
      note: "No matching discriminator",
      discriminator: def.discriminator,
      options: Array.from(disc.value.keys()).filter((value2) => disc.value.get(value2) !== null),
      input,
      path: [def.discriminator],
      inst
    });
    return payload;
  };
});
var $ZodIntersection = /* @__PURE__ */ $constructor("$ZodIntersection", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    const left2 = def.left._zod.run({ value: input, issues: [] }, ctx);
    const right = def.right._zod.run({ value: input, issues: [] }, ctx);
    const async = left2 instanceof Promise || right instanceof Promise;
    if (async) {
      return Promise.all([left2, right]).then(([left3, right2]) => {
        return handleIntersectionResults(payload, left3, right2);
      });
    }
    return handleIntersectionResults(payload, left2, right);
  };
});
function mergeValues(a, b) {
  if (a === b) {
    return { valid: true, data: a };
  }
  if (a instanceof Date && b instanceof Date && +a === +b) {
    return { valid: true, data: a };
  }
  if (isPlainObject(a) && isPlainObject(b)) {
    const bKeys = Object.keys(b);
    const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
    const newObj = { ...a, ...b };
    if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
      delete newObj.__proto__;
    for (const key of sharedKeys) {
      if (key === "__proto__")
        continue;
      const sharedValue = mergeValues(a[key], b[key]);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
        };
      }
      newObj[key] = sharedValue.data;
    }
    return { valid: true, data: newObj };
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) {
      return { valid: false, mergeErrorPath: [] };
    }
    const newArray = [];
    for (let index = 0; index < a.length; index++) {
      const itemA = a[index];
      const itemB = b[index];
      const sharedValue = mergeValues(itemA, itemB);
      if (!sharedValue.valid) {
        return {
          valid: false,
          mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
        };
      }
      newArray.push(sharedValue.data);
    }
    return { valid: true, data: newArray };
  }
  return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left2, right) {
  const unrecKeys = /* @__PURE__ */ new Map();
  let unrecIssue;
  const keyIssues = /* @__PURE__ */ new Map();
  const collect = (iss, side) => {
    let keys;
    if (iss.code === "unrecognized_keys" && !iss.path?.length) {
      unrecIssue ?? (unrecIssue = iss);
      keys = iss.keys;
    } else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
      const k = String(iss.path[0]);
      if (!keyIssues.has(k))
        keyIssues.set(k, iss);
      keys = [k];
    } else {
      return false;
    }
    for (const k of keys) {
      if (!unrecKeys.has(k))
        unrecKeys.set(k, {});
      unrecKeys.get(k)[side] = true;
    }
    return true;
  };
  for (const iss of left2.issues) {
    if (!collect(iss, "l"))
      result.issues.push(iss);
  }
  for (const iss of right.issues) {
    if (!collect(iss, "r"))
      result.issues.push(iss);
  }
  const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
  if (bothKeys.length) {
    const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
    if (aggregated.length)
      result.issues.push({ ...unrecIssue, keys: aggregated });
    for (const k of bothKeys) {
      if (!aggregated.includes(k) && keyIssues.has(k))
        result.issues.push(keyIssues.get(k));
    }
  }
  const merged = mergeValues(left2.value, right.value);
  if (!merged.valid) {
    if (aborted(result))
      return result;
    throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
  }
  result.value = merged.data;
  return result;
}
var $ZodRecord = /* @__PURE__ */ $constructor("$ZodRecord", (inst, def) => {
  $ZodType.init(inst, def);
  const memo2 = globalConfig.memoizer;
  memo2?.attach(inst);
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    if (!isPlainObject(input)) {
      payload.issues.push({
        expected: "record",
        code: "invalid_type",
        input,
        inst
      });
      return payload;
    }
    const proms = [];
    const values = def.keyType._zod.values;
    if (values && !def.partial) {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      const recordKeys = /* @__PURE__ */ new Set();
      for (const key of values) {
        if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
          recordKeys.add(typeof key === "number" ? key.toString() : key);
          if (key === "__proto__")
            continue;
          const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
          if (keyResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (keyResult.issues.length) {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
            continue;
          }
          const outKey = keyResult.value;
          if (outKey === "__proto__")
            continue;
          const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
          if (result instanceof Promise) {
            proms.push(result.then((result2) => {
              if (result2.issues.length) {
                payload.issues.push(...prefixIssues(key, result2.issues));
              }
              payload.value[outKey] = result2.value;
            }));
          } else {
            if (result.issues.length) {
              payload.issues.push(...prefixIssues(key, result.issues));
            }
            payload.value[outKey] = result.value;
          }
        }
      }
      let unrecognized;
      for (const key in input) {
        if (!recordKeys.has(key)) {
          if (def.mode === "loose") {
            if (key === "__proto__")
              continue;
            payload.value[key] = input[key];
          } else {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          }
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    } else {
      payload.value = memo2 ? memo2.alloc(inst, payload, {}, ctx) : {};
      let unrecognized;
      for (const key of Reflect.ownKeys(input)) {
        if (key === "__proto__")
          continue;
        if (!Object.prototype.propertyIsEnumerable.call(input, key))
          continue;
        let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
        if (keyResult instanceof Promise) {
          throw new Error("Async schemas not supported in object keys currently");
        }
        const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
        if (checkNumericKey) {
          const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
          if (retryResult instanceof Promise) {
            throw new Error("Async schemas not supported in object keys currently");
          }
          if (retryResult.issues.length === 0) {
            keyResult = retryResult;
          }
        }
        if (keyResult.issues.length) {
          if (def.mode === "loose") {
            payload.value[key] = input[key];
          } else if (values) {
            unrecognized = unrecognized ?? [];
            unrecognized.push(key);
          } else {
            payload.issues.push({
              code: "invalid_key",
              origin: "record",
              issues: keyResult.issues.map((iss) => finalizeIssue(iss, ctx, config())),
              input: key,
              path: [key],
              inst
            });
          }
          continue;
        }
        const outKey = keyResult.value;
        if (outKey === "__proto__")
          continue;
        const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
        if (result instanceof Promise) {
          proms.push(result.then((result2) => {
            if (result2.issues.length) {
              payload.issues.push(...prefixIssues(key, result2.issues));
            }
            payload.value[outKey] = result2.value;
          }));
        } else {
          if (result.issues.length) {
            payload.issues.push(...prefixIssues(key, result.issues));
          }
          payload.value[outKey] = result.value;
        }
      }
      if (unrecognized && unrecognized.length > 0) {
        payload.issues.push({
          code: "unrecognized_keys",
          input,
          inst,
          keys: unrecognized,
          continue: true
        });
      }
    }
    if (proms.length) {
      return Promise.all(proms).then(() => payload);
    }
    return payload;
  };
});
var $ZodEnum = /* @__PURE__ */ $constructor("$ZodEnum", (inst, def) => {
  $ZodType.init(inst, def);
  const values = getEnumValues(def.entries);
  const valuesSet = new Set(values);
  inst._zod.values = valuesSet;
  defineLazyInternal(inst, "pattern", (zod) => {
    const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
    return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (valuesSet.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodLiteral = /* @__PURE__ */ $constructor("$ZodLiteral", (inst, def) => {
  $ZodType.init(inst, def);
  const values = new Set(def.values);
  inst._zod.values = values;
  defineLazyInternal(inst, "pattern", (zod) => {
    const vals = zod.def.values;
    return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
  });
  inst._zod.parse = (payload, _ctx) => {
    const input = payload.value;
    if (values.has(input)) {
      return payload;
    }
    payload.issues.push({
      code: "invalid_value",
      values: def.values,
      input,
      inst
    });
    return payload;
  };
});
var $ZodTransform = /* @__PURE__ */ $constructor("$ZodTransform", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "optional";
  globalConfig.memoizer?.guard(inst);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    const _out = def.transform(payload.value, payload);
    if (ctx.async) {
      const output = _out instanceof Promise ? _out : Promise.resolve(_out);
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    if (_out instanceof Promise) {
      throw new $ZodAsyncError();
    }
    payload.value = _out;
    return payload;
  };
});
function handleOptionalResult(payload, result) {
  payload.value = result.issues.length ? void 0 : result.value;
  return payload;
}
var $ZodOptional = /* @__PURE__ */ $constructor("$ZodOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  inst._zod.optout = "optional";
  defineLazyInternal(inst, "values", (zod) => {
    const values = zod.def.innerType._zod.values;
    return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
  });
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === void 0) {
      if (def.innerType._zod.optin !== "defaulted")
        return payload;
      const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
      if (result instanceof Promise)
        return result.then((result2) => handleOptionalResult(payload, result2));
      return handleOptionalResult(payload, result);
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodExactOptional = /* @__PURE__ */ $constructor("$ZodExactOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
  inst._zod.parse = (payload, ctx) => {
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNullable = /* @__PURE__ */ $constructor("$ZodNullable", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "pattern", (zod) => {
    const pattern = zod.def.innerType._zod.pattern;
    return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
  });
  defineLazyInternal(inst, "values", (zod) => {
    return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    if (payload.value === null)
      return payload;
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodDefault = /* @__PURE__ */ $constructor("$ZodDefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
      return payload;
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleDefaultResult(result2, def));
    }
    return handleDefaultResult(result, def);
  };
});
function handleDefaultResult(payload, def) {
  if (payload.value === void 0) {
    payload.value = def.defaultValue;
  }
  return payload;
}
var $ZodPrefault = /* @__PURE__ */ $constructor("$ZodPrefault", (inst, def) => {
  $ZodType.init(inst, def);
  inst._zod.optin = "defaulted";
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    if (payload.value === void 0) {
      payload.value = def.defaultValue;
    }
    return def.innerType._zod.run(payload, ctx);
  };
});
var $ZodNonOptional = /* @__PURE__ */ $constructor("$ZodNonOptional", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => {
    const v = zod.def.innerType._zod.values;
    return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
  });
  inst._zod.parse = (payload, ctx) => {
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleNonOptionalResult(result2, inst));
    }
    return handleNonOptionalResult(result, inst);
  };
});
function handleNonOptionalResult(payload, inst) {
  if (!payload.issues.length && payload.value === void 0) {
    payload.issues.push({
      code: "invalid_type",
      expected: "nonoptional",
      input: payload.value,
      inst
    });
  }
  return payload;
}
function handleCatchResult(payload, result, def, ctx) {
  if (!result.issues.length) {
    payload.value = result.value;
    if (result.memo)
      payload.memo = true;
    return payload;
  }
  payload.value = def.catchValue({
    ...result,
    value: payload.value,
    error: {
      issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config()))
    },
    input: payload.value
  });
  return payload;
}
var $ZodCatch = /* @__PURE__ */ $constructor("$ZodCatch", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
    if (result instanceof Promise) {
      return result.then((result2) => handleCatchResult(payload, result2, def, ctx));
    }
    return handleCatchResult(payload, result, def, ctx);
  };
});
var $ZodPipe = /* @__PURE__ */ $constructor("$ZodPipe", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      const right = def.out._zod.run(payload, ctx);
      if (right instanceof Promise) {
        return right.then((right2) => handlePipeResult(right2, def.in, ctx));
      }
      return handlePipeResult(right, def.in, ctx);
    }
    const left2 = def.in._zod.run(payload, ctx);
    if (left2 instanceof Promise) {
      return left2.then((left3) => handlePipeResult(left3, def.out, ctx));
    }
    return handlePipeResult(left2, def.out, ctx);
  };
});
function handlePipeResult(left2, next, ctx) {
  if (left2.issues.some((iss) => iss.code !== "unrecognized_keys")) {
    left2.aborted = true;
    return left2;
  }
  return next._zod.run({ value: left2.value, issues: left2.issues }, ctx);
}
var $ZodReadonly = /* @__PURE__ */ $constructor("$ZodReadonly", (inst, def) => {
  $ZodType.init(inst, def);
  defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
  defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
  defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
  defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === "backward") {
      return def.innerType._zod.run(payload, ctx);
    }
    const result = def.innerType._zod.run(payload, ctx);
    if (result instanceof Promise) {
      return result.then(handleReadonlyResult);
    }
    return handleReadonlyResult(result);
  };
});
function handleReadonlyResult(payload) {
  if (!payload.memo)
    payload.value = Object.freeze(payload.value);
  return payload;
}
var $ZodCustom = /* @__PURE__ */ $constructor("$ZodCustom", (inst, def) => {
  $ZodCheck.init(inst, def);
  $ZodType.init(inst, def);
  inst._zod.parse = (payload, _) => {
    return payload;
  };
  inst._zod.check = (payload) => {
    const input = payload.value;
    const r = def.fn(input);
    if (r instanceof Promise) {
      return r.then((r2) => handleRefineResult(r2, payload, input, inst));
    }
    handleRefineResult(r, payload, input, inst);
    return;
  };
});
function handleRefineResult(result, payload, input, inst) {
  if (!result) {
    const _iss = {
      code: "custom",
      input,
      inst,
      // incorporates params.error into issue reporting
      path: [...inst._zod.def.path ?? []],
      // incorporates params.error into issue reporting
      continue: !inst._zod.def.abort
      // params: inst._zod.def.params,
    };
    if (inst._zod.def.params)
      _iss.params = inst._zod.def.params;
    payload.issues.push(issue(_iss));
  }
}

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
  constructor() {
    super(`Cannot parse a reference cycle that closes through a transform`);
    this.name = "ZodCyclicError";
  }
};
var STATE = "~memo";
var NO_ISSUES = [];
function isRef(value) {
  return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
  return issues.map((iss) => iss.path ? { ...iss, path: iss.path.slice() } : { ...iss });
}
var recursive = /* @__PURE__ */ new WeakMap();
var NONE = 0;
var ASSUMED = 1;
var PROVEN = 2;
function isRecursive(inst, stack, resolve) {
  const cached2 = recursive.get(inst);
  if (cached2 !== void 0)
    return cached2 ? PROVEN : NONE;
  if (stack.has(inst))
    return PROVEN;
  stack.add(inst);
  let result = NONE;
  const check = (child) => {
    if (result !== PROVEN && child?._zod) {
      const answer4 = isRecursive(child, stack, resolve);
      if (answer4 > result)
        result = answer4;
    }
  };
  const shape = (sh, spread) => {
    let answer4 = NONE;
    for (const key of Reflect.ownKeys(sh)) {
      const desc = Object.getOwnPropertyDescriptor(sh, key);
      if (spread && !desc.enumerable)
        continue;
      const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
      if (child > answer4)
        answer4 = child;
    }
    return answer4;
  };
  const merge2 = (answer4) => {
    if (answer4 > result)
      result = answer4;
  };
  const def = inst._zod.def;
  const kind2 = def.type;
  switch (kind2) {
    case "object": {
      const raw = rawShape(def);
      merge2(raw ? shape(raw, true) : ASSUMED);
      check(def.catchall);
      break;
    }
    case "array":
      check(def.element);
      break;
    case "tuple":
      for (const el of def.items)
        check(el);
      check(def.rest);
      break;
    case "record":
    case "map":
      check(def.keyType);
      check(def.valueType);
      break;
    case "set":
      check(def.valueType);
      break;
    case "union":
      for (const el of def.options)
        check(el);
      break;
    case "intersection":
      check(def.left);
      check(def.right);
      break;
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
    case "nonoptional":
    case "promise":
    case "success":
      check(def.innerType);
      break;
    case "pipe":
      check(def.in);
      check(def.out);
      break;
    case "function":
      check(def.input);
      check(def.output);
      break;
    // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
    case "lazy": {
      const inner2 = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
      merge2(inner2 ? isRecursive(inner2, stack, false) : ASSUMED);
      break;
    }
    // a leaf by choice: `parts` are regex fragments, not data positions
    case "template_literal":
    // leaves
    case "string":
    case "number":
    case "int":
    case "boolean":
    case "bigint":
    case "symbol":
    case "undefined":
    case "null":
    case "void":
    case "never":
    case "any":
    case "unknown":
    case "date":
    case "nan":
    case "enum":
    case "literal":
    case "file":
    case "transform":
    case "custom":
      break;
    default: {
      kind2;
      for (const key in def) {
        const desc = Object.getOwnPropertyDescriptor(def, key);
        if (!desc || desc.get)
          continue;
        const value = desc.value;
        if (!value || typeof value !== "object")
          continue;
        if (value._zod)
          check(value);
        else if (Array.isArray(value))
          for (const el of value)
            check(el);
      }
    }
  }
  stack.delete(inst);
  return settle(inst, result);
}
function settle(inst, answer4) {
  if (answer4 !== ASSUMED)
    recursive.set(inst, answer4 === PROVEN);
  return answer4;
}
function bucketFor(state3, inst) {
  let bucket = state3.buckets.get(inst);
  if (!bucket) {
    bucket = /* @__PURE__ */ new WeakMap();
    state3.buckets.set(inst, bucket);
  }
  return bucket;
}
var handoff;
var open2 = [];
var memo = {
  alloc(_inst, payload, empty) {
    const bucket = handoff;
    if (!bucket)
      return empty;
    handoff = void 0;
    const entry = { value: empty, issues: null };
    bucket.set(payload.value, entry);
    open2.push(entry);
    return empty;
  },
  guard(inst) {
    var _a3;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = (payload, ctx) => {
        if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
          throw new $ZodCyclicError();
        return base(payload, ctx);
      };
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  },
  attach(inst) {
    var _a3;
    let isRecursiveInst;
    let rechecked = false;
    let lastCtx;
    let lastBucket;
    (_a3 = inst._zod).deferred ?? (_a3.deferred = []);
    inst._zod.deferred.push(() => {
      const base = inst._zod.parse;
      const wrapped = (payload, ctx) => {
        if (isRecursiveInst === void 0) {
          const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
          if (walked === NONE) {
            inst._zod.parse = base;
            if (inst._zod.run === wrapped)
              inst._zod.run = base;
            return base(payload, ctx);
          }
          if (walked === PROVEN || rechecked)
            isRecursiveInst = true;
          else
            rechecked = true;
        }
        const input = payload.value;
        if (!isRef(input))
          return base(payload, ctx);
        let state3 = ctx[STATE];
        if (!state3) {
          state3 = { buckets: /* @__PURE__ */ new WeakMap(), backEdges: void 0 };
          ctx[STATE] = state3;
        }
        let bucket;
        if (lastCtx === ctx) {
          bucket = lastBucket;
        } else {
          bucket = bucketFor(state3, inst);
          lastCtx = ctx;
          lastBucket = bucket;
        }
        const hit = bucket.get(input);
        if (hit) {
          payload.value = hit.value;
          if (hit.issues) {
            if (hit.issues.length)
              payload.issues.push(...cloneIssues(hit.issues));
          } else {
            payload.memo = true;
            state3.backEdges ?? (state3.backEdges = /* @__PURE__ */ new WeakSet());
            state3.backEdges.add(hit.value);
          }
          return payload;
        }
        handoff = bucket;
        const depth = open2.length;
        const result = base(payload, ctx);
        handoff = void 0;
        const entry = open2.length > depth ? open2.pop() : void 0;
        if (result instanceof Promise) {
          return result.then((r) => {
            if (entry)
              entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
            return r;
          });
        }
        if (entry)
          entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
        return result;
      };
      inst._zod.parse = wrapped;
      if (inst._zod.run === base)
        inst._zod.run = wrapped;
    });
  }
};
function memoizer() {
  return memo;
}
function isBackEdge(ctx, value) {
  const backEdges = ctx[STATE]?.backEdges;
  return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}

// node_modules/zod/v4/locales/en.js
var error = () => {
  const Sizable = {
    string: { unit: "characters", verb: "to have" },
    file: { unit: "bytes", verb: "to have" },
    array: { unit: "items", verb: "to have" },
    set: { unit: "items", verb: "to have" },
    map: { unit: "entries", verb: "to have" }
  };
  function getSizing(origin2) {
    return Sizable[origin2] ?? null;
  }
  const FormatDictionary = {
    regex: "input",
    email: "email address",
    url: "URL",
    emoji: "emoji",
    uuid: "UUID",
    uuidv4: "UUIDv4",
    uuidv6: "UUIDv6",
    nanoid: "nanoid",
    guid: "GUID",
    cuid: "cuid",
    cuid2: "cuid2",
    ulid: "ULID",
    xid: "XID",
    ksuid: "KSUID",
    datetime: "ISO datetime",
    date: "ISO date",
    time: "ISO time",
    duration: "ISO duration",
    ipv4: "IPv4 address",
    ipv6: "IPv6 address",
    mac: "MAC address",
    cidrv4: "IPv4 range",
    cidrv6: "IPv6 range",
    base64: "base64-encoded string",
    base64url: "base64url-encoded string",
    json_string: "JSON string",
    e164: "E.164 number",
    currency_code: "currency code",
    credit_card: "credit card number",
    iban: "IBAN",
    jwt: "JWT",
    template_literal: "input"
  };
  const TypeDictionary = {
    // Compatibility: "nan" -> "NaN" for display
    nan: "NaN"
    // All other type names omitted - they fall back to raw values via ?? operator
  };
  function getTypeName(type, input) {
    if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
      return String(input);
    }
    return TypeDictionary[type] ?? type;
  }
  return (issue2) => {
    switch (issue2.code) {
      case "invalid_type": {
        const expected = getTypeName(issue2.expected);
        const receivedType = parsedType(issue2.input);
        const received = getTypeName(receivedType, issue2.input);
        return `Invalid input: expected ${expected}, received ${received}`;
      }
      case "invalid_value":
        if (issue2.values.length === 1)
          return `Invalid input: expected ${stringifyPrimitive(issue2.values[0])}`;
        return `Invalid option: expected one of ${joinValues(issue2.values, "|")}`;
      case "too_big": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? "<=" : "<";
        const sizing = getSizing(issue2.origin);
        if (sizing)
          return `Too big: expected ${issue2.origin ?? "value"} to have ${adj}${issue2.maximum.toString()} ${sizing.unit ?? "elements"}`;
        return `Too big: expected ${issue2.origin ?? "value"} to be ${adj}${issue2.maximum.toString()}`;
      }
      case "too_small": {
        const adj = issue2.exact ? "exactly " : issue2.inclusive ? ">=" : ">";
        const sizing = getSizing(issue2.origin);
        if (sizing) {
          return `Too small: expected ${issue2.origin} to have ${adj}${issue2.minimum.toString()} ${sizing.unit}`;
        }
        return `Too small: expected ${issue2.origin} to be ${adj}${issue2.minimum.toString()}`;
      }
      case "invalid_format": {
        const _issue = issue2;
        if (_issue.format === "starts_with") {
          return `Invalid string: must start with "${_issue.prefix}"`;
        }
        if (_issue.format === "ends_with")
          return `Invalid string: must end with "${_issue.suffix}"`;
        if (_issue.format === "includes")
          return `Invalid string: must include "${_issue.includes}"`;
        if (_issue.format === "regex")
          return `Invalid string: must match pattern ${_issue.pattern}`;
        return `Invalid ${FormatDictionary[_issue.format] ?? issue2.format}`;
      }
      case "not_multiple_of":
        return `Invalid number: must be a multiple of ${issue2.divisor}`;
      case "unrecognized_keys":
        return `Unrecognized key${issue2.keys.length > 1 ? "s" : ""}: ${joinValues(issue2.keys, ", ")}`;
      case "invalid_key":
        return `Invalid key in ${issue2.origin}`;
      case "invalid_union":
        if (issue2.options && Array.isArray(issue2.options) && issue2.options.length > 0) {
          const opts = issue2.options.map((o) => `'${o}'`).join(" | ");
          return `Invalid discriminator value. Expected ${opts}`;
        }
        if (issue2.inclusive === false) {
          return "Invalid input: more than one option matched";
        }
        return "Invalid input";
      case "invalid_element":
        return `Invalid value in ${issue2.origin}`;
      default:
        return `Invalid input`;
    }
  };
};
function en_default() {
  return {
    localeError: error()
  };
}

// node_modules/zod/v4/core/registries.js
var _a2;
var $ZodRegistry = class {
  constructor() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
  }
  add(schema, ..._meta) {
    const meta2 = _meta[0];
    this._map.set(schema, meta2);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.set(meta2.id, schema);
    }
    return this;
  }
  clear() {
    this._map = /* @__PURE__ */ new WeakMap();
    this._idmap = /* @__PURE__ */ new Map();
    return this;
  }
  remove(schema) {
    const meta2 = this._map.get(schema);
    if (meta2 && typeof meta2 === "object" && "id" in meta2) {
      this._idmap.delete(meta2.id);
    }
    this._map.delete(schema);
    return this;
  }
  get(schema) {
    const p = schema._zod.parent;
    if (p) {
      const pm = { ...this.get(p) ?? {} };
      delete pm.id;
      const f = { ...pm, ...this._map.get(schema) };
      return Object.keys(f).length ? f : void 0;
    }
    return this._map.get(schema);
  }
  has(schema) {
    return this._map.has(schema);
  }
};
function registry() {
  return new $ZodRegistry();
}
(_a2 = globalThis).__zod_globalRegistry ?? (_a2.__zod_globalRegistry = registry());
var globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
  if (def.checks)
    def.checks = [...def.checks];
  return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class2, params) {
  return new Class2(snapshotChecks({ type: "string", ...normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class2, params) {
  return new Class2({
    type: "string",
    format: "email",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class2, params) {
  return new Class2({
    type: "string",
    format: "guid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v4",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v6",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class2, params) {
  return new Class2({
    type: "string",
    format: "uuid",
    check: "string_format",
    abort: false,
    version: "v7",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _url(Class2, params) {
  return new Class2({
    type: "string",
    format: "url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _emoji2(Class2, params) {
  return new Class2({
    type: "string",
    format: "emoji",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class2, params) {
  return new Class2({
    type: "string",
    format: "nanoid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class2, params) {
  return new Class2({
    type: "string",
    format: "cuid2",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ulid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class2, params) {
  return new Class2({
    type: "string",
    format: "xid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class2, params) {
  return new Class2({
    type: "string",
    format: "ksuid",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "ipv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv4",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class2, params) {
  return new Class2({
    type: "string",
    format: "cidrv6",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class2, params) {
  return new Class2({
    type: "string",
    format: "base64url",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class2, params) {
  return new Class2({
    type: "string",
    format: "e164",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class2, params) {
  return new Class2({
    type: "string",
    format: "jwt",
    check: "string_format",
    abort: false,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "datetime",
    check: "string_format",
    offset: false,
    local: false,
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class2, params) {
  return new Class2({
    type: "string",
    format: "date",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class2, params) {
  return new Class2({
    type: "string",
    format: "time",
    check: "string_format",
    precision: null,
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class2, params) {
  return new Class2({
    type: "string",
    format: "duration",
    check: "string_format",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _int(Class2, params) {
  return new Class2({
    type: "number",
    check: "number_format",
    abort: false,
    format: "safeint",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class2, params) {
  return new Class2({
    type: "boolean",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class2) {
  return new Class2({
    type: "unknown"
  });
}
// @__NO_SIDE_EFFECTS__
function _never(Class2, params) {
  return new Class2({
    type: "never",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
  return new $ZodCheckLessThan({
    check: "less_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: false
  });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
  return new $ZodCheckGreaterThan({
    check: "greater_than",
    ...normalizeParams(params),
    value,
    inclusive: true
  });
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
  return new $ZodCheckMultipleOf({
    check: "multiple_of",
    ...normalizeParams(params),
    value
  });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
  const ch = new $ZodCheckMaxLength({
    check: "max_length",
    ...normalizeParams(params),
    maximum
  });
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
  return new $ZodCheckMinLength({
    check: "min_length",
    ...normalizeParams(params),
    minimum
  });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
  return new $ZodCheckLengthEquals({
    check: "length_equals",
    ...normalizeParams(params),
    length
  });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
  return new $ZodCheckRegex({
    check: "string_format",
    format: "regex",
    ...normalizeParams(params),
    pattern
  });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
  return new $ZodCheckLowerCase({
    check: "string_format",
    format: "lowercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
  return new $ZodCheckUpperCase({
    check: "string_format",
    format: "uppercase",
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
  return new $ZodCheckIncludes({
    check: "string_format",
    format: "includes",
    ...normalizeParams(params),
    includes
  });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
  return new $ZodCheckStartsWith({
    check: "string_format",
    format: "starts_with",
    ...normalizeParams(params),
    prefix
  });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
  return new $ZodCheckEndsWith({
    check: "string_format",
    format: "ends_with",
    ...normalizeParams(params),
    suffix
  });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
  return new $ZodCheckOverwrite({
    check: "overwrite",
    tx
  });
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
  return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
  return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
  return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
  return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class2, element, params) {
  return new Class2({
    type: "array",
    element,
    // get element() {
    //   return element;
    // },
    ...normalizeParams(params)
  });
}
// @__NO_SIDE_EFFECTS__
function _refine(Class2, fn, _params) {
  const schema = new Class2({
    type: "custom",
    check: "custom",
    fn,
    ...normalizeParams(_params)
  });
  return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
  const ch = /* @__PURE__ */ _check((payload) => {
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(issue(issue2, payload.value, ch._zod.def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = ch);
        _issue.continue ?? (_issue.continue = !ch._zod.def.abort);
        payload.issues.push(issue(_issue));
      }
    };
    return fn(payload.value, payload);
  }, params);
  return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
  const ch = new $ZodCheck({
    check: "custom",
    ...normalizeParams(params)
  });
  ch._zod.check = fn;
  return ch;
}

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
  for (const source of sources) {
    for (const key of Reflect.ownKeys(source)) {
      if (Object.prototype.propertyIsEnumerable.call(source, key)) {
        assignProp(target, key, source[key]);
      }
    }
  }
  return target;
}
function initializeContext(params) {
  let target = params?.target ?? "draft-2020-12";
  if (target === "draft-4")
    target = "draft-04";
  if (target === "draft-7")
    target = "draft-07";
  return {
    processors: params.processors ?? {},
    metadataRegistry: params?.metadata ?? globalRegistry,
    target,
    unrepresentable: params?.unrepresentable ?? "throw",
    override: params?.override ?? (() => {
    }),
    io: params?.io ?? "output",
    counter: 0,
    seen: /* @__PURE__ */ new Map(),
    sharedDefsExtractedFor: void 0,
    sharedEmitDoneFor: void 0,
    cycles: params?.cycles ?? "ref",
    reused: params?.reused ?? "inline",
    intersections: [],
    deferred: [],
    external: params?.external ?? void 0
  };
}
function handleUnrepresentable(schema, ctx, json, params, message) {
  const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message }) : ctx.unrepresentable;
  if (result === "any")
    return false;
  if (result === void 0 || result === "throw")
    throw new Error(message);
  Object.assign(json, result);
  return true;
}
function processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
  var _a3;
  const def = schema._zod.def;
  const seen = ctx.seen.get(schema);
  if (seen) {
    seen.count++;
    const isCycle = _params.schemaPath.includes(schema);
    if (isCycle) {
      seen.cycle = _params.path;
    }
    return seen.schema;
  }
  const result = { schema: {}, count: 1, cycle: void 0, path: _params.path };
  ctx.seen.set(schema, result);
  ctx.sharedDefsExtractedFor = void 0;
  ctx.sharedEmitDoneFor = void 0;
  const overrideSchema = schema._zod.toJSONSchema?.();
  if (overrideSchema) {
    result.schema = overrideSchema;
  } else {
    const params = {
      ..._params,
      schemaPath: [..._params.schemaPath, schema],
      path: _params.path
    };
    if (schema._zod.processJSONSchema) {
      schema._zod.processJSONSchema(ctx, result.schema, params);
    } else {
      const _json = result.schema;
      const processor = ctx.processors[def.type];
      if (!processor) {
        throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
      }
      processor(schema, ctx, _json, params);
    }
    const parent = schema._zod.parent;
    if (parent) {
      if (!result.ref)
        result.ref = parent;
      processSchema(parent, ctx, params);
      ctx.seen.get(parent).isParent = true;
    }
  }
  const meta2 = ctx.metadataRegistry.get(schema);
  if (meta2)
    assignProps(result.schema, meta2);
  if (ctx.io === "input" && isTransforming(schema)) {
    delete result.schema.examples;
    delete result.schema.default;
  }
  if (ctx.io === "input" && "_prefault" in result.schema)
    (_a3 = result.schema).default ?? (_a3.default = result.schema._prefault);
  delete result.schema._prefault;
  const _result = ctx.seen.get(schema);
  return _result.schema;
}
function encodeJSONPointerSegment(segment) {
  return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
    return;
  const idToSchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.entries()) {
    const id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      const existing = idToSchema.get(id);
      if (existing && existing !== entry[0]) {
        throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
      }
      idToSchema.set(id, entry[0]);
    }
  }
  const makeURI = (entry) => {
    const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
    if (ctx.external) {
      const externalId = ctx.external.registry.get(entry[0])?.id;
      const uriGenerator = ctx.external.uri ?? ((id2) => id2);
      if (externalId) {
        return { ref: uriGenerator(externalId) };
      }
      const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
      entry[1].defId = id;
      return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
    }
    const uriPrefix = `#`;
    const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
    if (entry[1] === root && !entry[1].schema.id) {
      return { ref: uriPrefix };
    }
    const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
    return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
  };
  const extractToDef = (entry) => {
    if (entry[1].schema.$ref) {
      return;
    }
    const seen = entry[1];
    const { ref, defId } = makeURI(entry);
    seen.def = { ...seen.schema };
    if (defId)
      seen.defId = defId;
    const schema2 = seen.schema;
    for (const key in schema2) {
      delete schema2[key];
    }
    schema2.$ref = ref;
  };
  if (ctx.cycles === "throw") {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.cycle) {
        throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
      }
    }
  }
  for (const entry of ctx.seen.entries()) {
    const seen = entry[1];
    if (schema === entry[0]) {
      extractToDef(entry);
      continue;
    }
    if (ctx.external) {
      const ext = ctx.external.registry.get(entry[0])?.id;
      if (schema !== entry[0] && ext) {
        extractToDef(entry);
        continue;
      }
    }
    const id = ctx.metadataRegistry.get(entry[0])?.id;
    if (id) {
      extractToDef(entry);
      continue;
    }
    if (seen.cycle) {
      extractToDef(entry);
      continue;
    }
    if (seen.count > 1) {
      if (ctx.reused === "ref") {
        extractToDef(entry);
      }
    }
  }
  if (ctx.external)
    ctx.sharedDefsExtractedFor = ctx.external;
}
function compactTypeUnion(schema) {
  const options = schema.anyOf;
  if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0)
    return;
  const types = [];
  for (const option of options) {
    if (!option || typeof option !== "object")
      return;
    compactTypeUnion(option);
    const keys = Object.keys(option);
    if (keys.length !== 1 || keys[0] !== "type")
      return;
    const type = option.type;
    for (const member of Array.isArray(type) ? type : [type]) {
      if (typeof member !== "string")
        return;
      if (!types.includes(member))
        types.push(member);
    }
  }
  delete schema.anyOf;
  schema.type = types.length === 1 ? types[0] : types;
}
var FOLDABLE_KEYS = /* @__PURE__ */ new Set(["type", "properties", "required", "additionalProperties"]);
var UNION_KEYS = ["oneOf", "anyOf"];
function undeclaredConstraint(member) {
  const extra = member.additionalProperties;
  if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null)
    return null;
  return Object.keys(extra).length ? extra : null;
}
function foldObjects(members2) {
  const objects = [];
  for (const member of members2) {
    if (typeof member !== "object" || member.type !== "object")
      return null;
    for (const key in member) {
      if (!FOLDABLE_KEYS.has(key))
        return null;
    }
    objects.push(member);
  }
  const properties = {};
  const required2 = /* @__PURE__ */ new Set();
  for (const object2 of objects) {
    for (const key in object2.properties) {
      if (Object.prototype.hasOwnProperty.call(properties, key))
        continue;
      const parts = [];
      for (const other of objects) {
        const part = other.properties?.[key] ?? undeclaredConstraint(other);
        if (part === null || part === void 0)
          continue;
        if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
          parts.push(part);
      }
      const merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
      assignProp(properties, key, merged);
    }
    for (const key of object2.required ?? [])
      required2.add(key);
  }
  const folded = { type: "object", properties };
  if (required2.size)
    folded.required = [...required2];
  if (objects.every((object2) => object2.additionalProperties === false)) {
    folded.additionalProperties = false;
  } else {
    const constraints = [];
    for (const object2 of objects) {
      const constraint = undeclaredConstraint(object2);
      if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
        constraints.push(constraint);
    }
    if (constraints.length === 1)
      folded.additionalProperties = constraints[0];
    else if (constraints.length > 1)
      folded.additionalProperties = { allOf: constraints };
  }
  return folded;
}
function foldIntersection(json) {
  const allOf = json.allOf;
  if (!Array.isArray(allOf) || allOf.length < 2)
    return;
  for (const key of FOLDABLE_KEYS)
    if (key in json)
      return;
  const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
  let folded = null;
  if (!unions.length) {
    folded = foldObjects(allOf);
  } else {
    const union2 = unions[0];
    const keyword = UNION_KEYS.find((k) => Array.isArray(union2[k]));
    if (Object.keys(union2).length !== 1)
      return;
    const rest = allOf.filter((m) => m !== union2);
    const branches = union2[keyword].map((branch) => foldObjects([...rest, branch]));
    if (branches.some((b) => !b))
      return;
    folded = { [keyword]: branches };
  }
  if (!folded)
    return;
  delete json.allOf;
  assignProps(json, folded);
}
function finalize(ctx, schema) {
  const root = ctx.seen.get(schema);
  if (!root)
    throw new Error("Unprocessed schema. This is a bug in Zod.");
  const flattenRef = (zodSchema) => {
    const seen = ctx.seen.get(zodSchema);
    if (seen.ref === null)
      return;
    const schema2 = seen.def ?? seen.schema;
    const _cached = { ...schema2 };
    const ref = seen.ref;
    seen.ref = null;
    if (ref) {
      flattenRef(ref);
      const refSeen = ctx.seen.get(ref);
      const refSchema = refSeen.schema;
      if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
        schema2.allOf = schema2.allOf ?? [];
        schema2.allOf.push(refSchema);
      } else {
        assignProps(schema2, refSchema);
      }
      assignProps(schema2, _cached);
      const isParentRef = zodSchema._zod.parent === ref;
      if (isParentRef) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (!(key in _cached)) {
            delete schema2[key];
          }
        }
      }
      if (refSchema.$ref && refSeen.def) {
        for (const key in schema2) {
          if (key === "$ref" || key === "allOf")
            continue;
          if (key in refSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(refSeen.def[key])) {
            delete schema2[key];
          }
        }
      }
    }
    const parent = zodSchema._zod.parent;
    if (parent && parent !== ref) {
      flattenRef(parent);
      const parentSeen = ctx.seen.get(parent);
      if (parentSeen?.schema.$ref) {
        schema2.$ref = parentSeen.schema.$ref;
        if (parentSeen.def) {
          for (const key in schema2) {
            if (key === "$ref" || key === "allOf")
              continue;
            if (key in parentSeen.def && JSON.stringify(schema2[key]) === JSON.stringify(parentSeen.def[key])) {
              delete schema2[key];
            }
          }
        }
      }
    }
    ctx.override({
      zodSchema,
      jsonSchema: schema2,
      path: seen.path ?? []
    });
  };
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of [...ctx.seen.entries()].reverse()) {
      flattenRef(entry[0]);
    }
    if (ctx.target !== "openapi-3.0") {
      for (const entry of ctx.seen.entries()) {
        compactTypeUnion(entry[1].def ?? entry[1].schema);
      }
    }
    for (const rewrite of ctx.deferred)
      rewrite();
    if (ctx.intersections.length) {
      const carriers = /* @__PURE__ */ new Map();
      for (const seen of ctx.seen.values()) {
        for (const json of [seen.schema, seen.def]) {
          const allOf = json?.allOf;
          if (!Array.isArray(allOf))
            continue;
          const existing = carriers.get(allOf);
          if (existing)
            existing.push(json);
          else
            carriers.set(allOf, [json]);
        }
      }
      for (const allOf of ctx.intersections) {
        for (const json of carriers.get(allOf) ?? [])
          foldIntersection(json);
      }
    }
  }
  const result = {};
  if (ctx.target === "draft-2020-12") {
    result.$schema = "https://json-schema.org/draft/2020-12/schema";
  } else if (ctx.target === "draft-07") {
    result.$schema = "http://json-schema.org/draft-07/schema#";
  } else if (ctx.target === "draft-04") {
    result.$schema = "http://json-schema.org/draft-04/schema#";
  } else if (ctx.target === "openapi-3.0") {
  } else {
  }
  if (ctx.external?.uri) {
    const id = ctx.external.registry.get(schema)?.id;
    if (!id)
      throw new Error("Schema is missing an `id` property");
    result.$id = ctx.external.uri(id);
  }
  assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
  const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
  if (rootMetaId !== void 0 && result.id === rootMetaId)
    delete result.id;
  const defs = ctx.external?.defs ?? {};
  if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
    for (const entry of ctx.seen.entries()) {
      const seen = entry[1];
      if (seen.def && seen.defId) {
        if (seen.def.id === seen.defId)
          delete seen.def.id;
        assignProp(defs, seen.defId, seen.def);
      }
    }
  }
  if (ctx.external)
    ctx.sharedEmitDoneFor = ctx.external;
  if (ctx.external) {
  } else {
    if (Object.keys(defs).length > 0) {
      if (ctx.target === "draft-2020-12") {
        result.$defs = defs;
      } else {
        result.definitions = defs;
      }
    }
  }
  try {
    const finalized = JSON.parse(JSON.stringify(result));
    Object.defineProperty(finalized, "~standard", {
      value: {
        ...schema["~standard"],
        jsonSchema: {
          input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
          output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
        }
      },
      enumerable: false,
      writable: false
    });
    return finalized;
  } catch (_err) {
    throw new Error("Error converting schema to JSON.");
  }
}
function isTransforming(_schema, _ctx) {
  const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
  if (ctx.seen.has(_schema))
    return false;
  ctx.seen.add(_schema);
  const def = _schema._zod.def;
  if (def.type === "transform")
    return true;
  if (def.type === "array")
    return isTransforming(def.element, ctx);
  if (def.type === "set")
    return isTransforming(def.valueType, ctx);
  if (def.type === "lazy")
    return isTransforming(def.getter(), ctx);
  if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") {
    return isTransforming(def.innerType, ctx);
  }
  if (def.type === "intersection") {
    return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
  }
  if (def.type === "record" || def.type === "map") {
    return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
  }
  if (def.type === "pipe") {
    if (_schema._zod.traits.has("$ZodCodec"))
      return true;
    return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
  }
  if (def.type === "object") {
    for (const key in def.shape) {
      if (isTransforming(def.shape[key], ctx))
        return true;
    }
    return false;
  }
  if (def.type === "union") {
    for (const option of def.options) {
      if (isTransforming(option, ctx))
        return true;
    }
    return false;
  }
  if (def.type === "tuple") {
    for (const item of def.items) {
      if (isTransforming(item, ctx))
        return true;
    }
    if (def.rest && isTransforming(def.rest, ctx))
      return true;
    return false;
  }
  return false;
}
var createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
  const ctx = initializeContext({ ...params, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
};
var createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
  const { libraryOptions, target } = params ?? {};
  const ctx = initializeContext({ ...libraryOptions ?? {}, target, io, processors });
  processSchema(schema, ctx);
  extractDefs(ctx, schema);
  return finalize(ctx, schema);
};

// node_modules/zod/v4/core/json-schema-processors.js
var narrowMin = (agg, key, value) => {
  if (agg[key] === void 0 || value > agg[key])
    agg[key] = value;
};
var narrowMax = (agg, key, value) => {
  if (agg[key] === void 0 || value < agg[key])
    agg[key] = value;
};
var narrowBoth = (agg, value) => {
  narrowMin(agg, "minimum", value);
  narrowMax(agg, "maximum", value);
};
var addDivisor = (agg, value) => {
  agg.multipleOf ?? (agg.multipleOf = []);
  if (!agg.multipleOf.includes(value))
    agg.multipleOf.push(value);
};
var addPattern = (agg, pattern) => {
  agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
  agg.patterns.add(pattern);
};
var intersectMime = (agg, mime) => {
  agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
var setFormat = (agg, format) => {
  agg.format = format;
  if (format.includes("int"))
    agg.isInt = true;
};
var minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
var maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
var formatContributor = (ranges) => (agg, def) => {
  setFormat(agg, def.format);
  const [minimum, maximum] = ranges[def.format];
  narrowMin(agg, "minimum", minimum);
  narrowMax(agg, "maximum", maximum);
};
var contributors = {
  greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
  less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
  multiple_of: (agg, def) => addDivisor(agg, def.value),
  number_format: formatContributor(NUMBER_FORMAT_RANGES),
  bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
  min_length: minContributor,
  max_length: maxContributor,
  length_equals: (agg, def) => narrowBoth(agg, def.length),
  min_size: minContributor,
  max_size: maxContributor,
  size_equals: (agg, def) => narrowBoth(agg, def.size),
  string_format: (agg, def) => {
    setFormat(agg, def.format);
    if (def.pattern)
      addPattern(agg, def.pattern);
    if (def.format === "base64" || def.format === "base64url")
      agg.contentEncoding = def.format;
    if (def.local || def.precision === -1)
      agg.laxFormat = true;
  },
  mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
  const agg = {};
  const def = schema._zod.def;
  const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
  for (const ch of list)
    contributors[ch._zod.def.check]?.(agg, ch._zod.def);
  const bag = schema._zod.bag;
  if (bag.minimum !== void 0)
    narrowMin(agg, "minimum", bag.minimum);
  if (bag.exclusiveMinimum !== void 0)
    narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
  if (bag.maximum !== void 0)
    narrowMax(agg, "maximum", bag.maximum);
  if (bag.exclusiveMaximum !== void 0)
    narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
  if (bag.multipleOf !== void 0)
    addDivisor(agg, bag.multipleOf);
  if (bag.format !== void 0) {
    agg.format ?? (agg.format = bag.format);
    if (bag.format.includes("int"))
      agg.isInt = true;
  }
  if (bag.mime)
    intersectMime(agg, bag.mime);
  for (const pattern of bag.patterns ?? [])
    addPattern(agg, pattern);
  return agg;
}
var formatMap = {
  guid: "uuid",
  url: "uri",
  datetime: "date-time",
  json_string: "json-string",
  regex: ""
  // do not set
};
var exactPatterns = /* @__PURE__ */ new Map([
  [base64Charset, base64],
  [base64urlCharset, base64url]
]);
var exactPattern = (p) => exactPatterns.get(p) ?? p;
var stringProcessor = (schema, ctx, _json, _params) => {
  const json = _json;
  json.type = "string";
  const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json.minLength = minimum;
  if (typeof maximum === "number")
    json.maxLength = maximum;
  if (format) {
    json.format = formatMap[format] ?? format;
    if (json.format === "")
      delete json.format;
    if (format === "time" || laxFormat) {
      delete json.format;
    }
  }
  if (contentEncoding)
    json.contentEncoding = contentEncoding;
  if (patterns && patterns.size > 0) {
    const patternList = [...patterns].map(exactPattern);
    if (patternList.length === 1)
      json.pattern = patternList[0].source;
    else if (patternList.length > 1) {
      json.allOf = [
        ...patternList.map((regex) => ({
          ...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
          pattern: regex.source
        }))
      ];
    }
  }
};
var numberProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
  json.type = isInt ? "integer" : "number";
  const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
  const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
  const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
  if (exMin) {
    if (legacy) {
      json.minimum = exclusiveMinimum;
      json.exclusiveMinimum = true;
    } else {
      json.exclusiveMinimum = exclusiveMinimum;
    }
  } else if (typeof minimum === "number") {
    json.minimum = minimum;
  }
  if (exMax) {
    if (legacy) {
      json.maximum = exclusiveMaximum;
      json.exclusiveMaximum = true;
    } else {
      json.exclusiveMaximum = exclusiveMaximum;
    }
  } else if (typeof maximum === "number") {
    json.maximum = maximum;
  }
  if (multipleOf) {
    const divisors = /* @__PURE__ */ new Set();
    for (const divisor of multipleOf) {
      if (Number.isFinite(divisor) && divisor !== 0)
        divisors.add(Math.abs(divisor));
      else
        handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
    }
    const [first, ...rest] = divisors;
    if (first !== void 0)
      json.multipleOf = first;
    if (rest.length)
      json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
  }
};
var booleanProcessor = (_schema, _ctx, json, _params) => {
  json.type = "boolean";
};
var neverProcessor = (_schema, _ctx, json, _params) => {
  json.not = {};
};
var unknownProcessor = (_schema, _ctx, _json, _params) => {
};
var enumProcessor = (schema, _ctx, json, _params) => {
  const def = schema._zod.def;
  const values = getEnumValues(def.entries);
  if (values.length === 0) {
    json.not = {};
    return;
  }
  if (values.every((v) => typeof v === "number"))
    json.type = "number";
  if (values.every((v) => typeof v === "string"))
    json.type = "string";
  json.enum = values;
};
var literalProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  if (def.values.length === 0) {
    json.not = {};
    return;
  }
  const vals = [];
  for (const val of def.values) {
    if (val === void 0) {
      if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema"))
        return;
    } else if (typeof val === "bigint") {
      if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema"))
        return;
      vals.push(Number(val));
    } else {
      vals.push(val);
    }
  }
  if (vals.length === 0) {
  } else if (vals.length === 1) {
    const val = vals[0];
    json.type = val === null ? "null" : typeof val;
    if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
      json.enum = [val];
    } else {
      json.const = val;
    }
  } else {
    if (vals.every((v) => typeof v === "number"))
      json.type = "number";
    if (vals.every((v) => typeof v === "string"))
      json.type = "string";
    if (vals.every((v) => typeof v === "boolean"))
      json.type = "boolean";
    if (vals.every((v) => v === null))
      json.type = "null";
    json.enum = vals;
  }
};
var customProcessor = (schema, ctx, json, params) => {
  handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
var transformProcessor = (schema, ctx, json, params) => {
  handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
var arrayProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const def = schema._zod.def;
  const { minimum, maximum } = aggregateChecks(schema);
  if (typeof minimum === "number")
    json.minItems = minimum;
  if (typeof maximum === "number")
    json.maxItems = maximum;
  json.type = "array";
  json.items = processSchema(def.element, ctx, {
    ...params,
    path: [...params.path, "items"]
  });
};
function inputOptin(schema) {
  const def = schema._zod.def;
  if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
    return inputOptin(def.out);
  }
  if (def.type === "catch") {
    return inputOptin(def.innerType);
  }
  return schema._zod.optin;
}
var objectProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const def = schema._zod.def;
  const shape = def.shape;
  const symbolKeys = Object.getOwnPropertySymbols(shape);
  if (symbolKeys.length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) {
    return;
  }
  json.type = "object";
  json.properties = {};
  for (const key in shape) {
    assignProp(json.properties, key, processSchema(shape[key], ctx, {
      ...params,
      path: [...params.path, "properties", key]
    }));
  }
  const requiredKeys = [];
  for (const key of Object.keys(shape)) {
    const field = def.shape[key];
    if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) {
      requiredKeys.push(key);
    }
  }
  if (requiredKeys.length > 0) {
    json.required = requiredKeys;
  }
  if (def.catchall?._zod.def.type === "never") {
    json.additionalProperties = false;
  } else if (!def.catchall) {
    if (ctx.io === "output")
      json.additionalProperties = false;
  } else if (def.catchall) {
    json.additionalProperties = processSchema(def.catchall, ctx, {
      ...params,
      path: [...params.path, "additionalProperties"]
    });
  }
};
var unionProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  const isExclusive = def.inclusive === false;
  const options = def.options.map((x, i) => processSchema(x, ctx, {
    ...params,
    path: [...params.path, isExclusive ? "oneOf" : "anyOf", i]
  }));
  if (isExclusive) {
    json.oneOf = options;
  } else {
    json.anyOf = options;
  }
};
var intersectionProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  const a = processSchema(def.left, ctx, {
    ...params,
    path: [...params.path, "allOf", 0]
  });
  const b = processSchema(def.right, ctx, {
    ...params,
    path: [...params.path, "allOf", 1]
  });
  const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
  const allOf = [
    ...isSimpleIntersection(a) ? a.allOf : [a],
    ...isSimpleIntersection(b) ? b.allOf : [b]
  ];
  json.allOf = allOf;
  ctx.intersections.push(allOf);
};
function stringifyKeyNames(bySchema, json, visited) {
  if (json.$ref) {
    if (visited.has(json))
      return json;
    visited.add(json);
    const def = bySchema.get(json)?.def;
    if (!def)
      return json;
    const inlined = stringifyKeyNames(bySchema, def, visited);
    return inlined === def ? json : inlined;
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = json[keyword];
    if (!Array.isArray(branches))
      continue;
    const mapped2 = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
    if (mapped2.some((branch, i) => branch !== branches[i]))
      json = { ...json, [keyword]: mapped2 };
  }
  const types = Array.isArray(json.type) ? json.type : [json.type];
  const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
  const values = json.enum ?? (json.const !== void 0 ? [json.const] : void 0);
  if (!numericType && !values?.some((v) => typeof v === "number"))
    return json;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
  if (rest.enum)
    rest.enum = rest.enum.map((v) => typeof v === "number" ? String(v) : v);
  else if (typeof rest.const === "number")
    rest.const = String(rest.const);
  if (!numericType)
    return rest;
  rest.type = "string";
  if (!values)
    rest.pattern = (types.includes("number") ? number : integer).source;
  return rest;
}
var pendingRecords = /* @__PURE__ */ new WeakMap();
function rewriteKeyNames(ctx) {
  const bySchema = /* @__PURE__ */ new Map();
  for (const entry of ctx.seen.values()) {
    if (entry.def && !bySchema.has(entry.schema))
      bySchema.set(entry.schema, entry);
  }
  const rewrites = /* @__PURE__ */ new Map();
  for (const record2 of pendingRecords.get(ctx) ?? []) {
    const seen = ctx.seen.get(record2);
    const names = (seen?.def ?? seen?.schema)?.propertyNames;
    if (!names || names === true || rewrites.has(names))
      continue;
    const rewritten = stringifyKeyNames(bySchema, names, /* @__PURE__ */ new Set());
    if (rewritten !== names)
      rewrites.set(names, rewritten);
  }
  if (!rewrites.size)
    return;
  for (const entry of ctx.seen.values()) {
    for (const carrier of [entry.schema, entry.def]) {
      const rewritten = carrier && rewrites.get(carrier.propertyNames);
      if (rewritten)
        carrier.propertyNames = rewritten;
    }
  }
}
var recordProcessor = (schema, ctx, _json, params) => {
  const json = _json;
  const def = schema._zod.def;
  json.type = "object";
  const keyType = def.keyType;
  const patterns = aggregateChecks(keyType).patterns;
  if (def.mode === "loose" && patterns && patterns.size > 0) {
    const valueSchema = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "patternProperties", "*"]
    });
    json.patternProperties = {};
    for (const pattern of patterns) {
      assignProp(json.patternProperties, exactPattern(pattern).source, valueSchema);
    }
  } else {
    if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
      json.propertyNames = processSchema(def.keyType, ctx, {
        ...params,
        path: [...params.path, "propertyNames"]
      });
      let pending = pendingRecords.get(ctx);
      if (!pending) {
        pending = [];
        pendingRecords.set(ctx, pending);
        ctx.deferred.push(() => rewriteKeyNames(ctx));
      }
      pending.push(schema);
    }
    json.additionalProperties = processSchema(def.valueType, ctx, {
      ...params,
      path: [...params.path, "additionalProperties"]
    });
  }
  const keyValues = keyType._zod.values;
  const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== void 0;
  if (keyValues && !def.partial && !omittableOnInput) {
    const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
    if (validKeyValues.length > 0) {
      json.required = validKeyValues.map(String);
    }
  }
};
var nullableProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  const inner2 = processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  if (ctx.target === "openapi-3.0") {
    seen.ref = def.innerType;
    json.nullable = true;
  } else {
    json.anyOf = [inner2, { type: "null" }];
  }
};
var nonoptionalProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
};
var UNREPRESENTABLE_DEFAULT = /* @__PURE__ */ Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
  let unrepresentable = false;
  const serialized = JSON.stringify(value, (_, val) => {
    if (typeof val !== "bigint")
      return val;
    unrepresentable = true;
    return null;
  });
  if (!unrepresentable)
    return JSON.parse(serialized);
  handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
  return UNREPRESENTABLE_DEFAULT;
}
var defaultProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json.default = value;
};
var prefaultProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  if (ctx.io !== "input")
    return;
  const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
  if (value !== UNREPRESENTABLE_DEFAULT)
    json._prefault = value;
};
var catchProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  let catchValue;
  try {
    catchValue = def.catchValue(void 0);
  } catch {
    handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
    return;
  }
  json.default = catchValue;
};
var pipeProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  const inIsTransform = def.in._zod.traits.has("$ZodTransform");
  const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
  processSchema(innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = innerType;
};
var readonlyProcessor = (schema, ctx, json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
  json.readOnly = true;
};
var optionalProcessor = (schema, ctx, _json, params) => {
  const def = schema._zod.def;
  processSchema(def.innerType, ctx, params);
  const seen = ctx.seen.get(schema);
  seen.ref = def.innerType;
};

// node_modules/zod/v4/classic/errors.js
var _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
  Object.defineProperty(proto, key, {
    configurable: true,
    enumerable: false,
    get() {
      const value = make(this);
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
      return value;
    },
    set(value) {
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
    }
  });
}
var initializer2 = (inst, issues) => {
  $ZodError.init(inst, issues);
  inst.name = "ZodError";
  const proto = Object.getPrototypeOf(inst);
  if (_installedErrorProtos.has(proto))
    return;
  _installedErrorProtos.add(proto);
  _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
  _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
  _lazyMethod(proto, "addIssue", (self) => (issue2) => {
    self.issues.push(issue2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  _lazyMethod(proto, "addIssues", (self) => (issues2) => {
    self.issues.push(...issues2);
    self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
  });
  Object.defineProperty(proto, "isEmpty", {
    configurable: true,
    enumerable: false,
    get() {
      return this.issues.length === 0;
    }
  });
};
var ZodRealError = /* @__PURE__ */ $constructor("ZodError", initializer2, void 0, {
  Parent: Error
});

// node_modules/zod/v4/classic/parse.js
var parse = /* @__PURE__ */ _parse(ZodRealError);
var parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
var safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
var safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
var encode = /* @__PURE__ */ _encode(ZodRealError);
var decode = /* @__PURE__ */ _decode(ZodRealError);
var encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
var decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
var safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
var safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
var safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
var safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
  if (!globalConfig.localeError)
    config(en_default());
}
function _ensureDefaultMemoizer() {
  if (!globalConfig.memoizer)
    config({ memoizer: memoizer() });
}
var ZodType = /* @__PURE__ */ $constructor("ZodType", (inst, def) => {
  _ensureDefaultLocale();
  $ZodType.init(inst, def);
  inst.def = def;
  inst.type = def.type;
  return inst;
}, {
  check(...chks) {
    const def = this.def;
    return this.clone(util_exports.mergeDefs(def, {
      checks: [
        ...def.checks ?? [],
        ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch)
      ]
    }), { parent: true });
  },
  with(...chks) {
    return this.check(...chks);
  },
  clone(def, params) {
    return clone(this, def, params);
  },
  brand() {
    return this;
  },
  register(reg, meta2) {
    reg.add(this, meta2);
    return this;
  },
  refine(check, params) {
    return this.check(refine(check, params));
  },
  superRefine(refinement, params) {
    return this.check(superRefine(refinement, params));
  },
  overwrite(fn) {
    return this.check(_overwrite(fn));
  },
  optional() {
    return optional(this);
  },
  exactOptional() {
    return exactOptional(this);
  },
  nullable() {
    return nullable(this);
  },
  nullish() {
    return optional(nullable(this));
  },
  nonoptional(params) {
    return nonoptional(this, params);
  },
  array() {
    return array(this);
  },
  or(arg) {
    return union([this, arg]);
  },
  and(arg) {
    return intersection(this, arg);
  },
  transform(tx) {
    return pipe(this, transform(tx));
  },
  default(d) {
    return _default(this, d);
  },
  prefault(d) {
    return prefault(this, d);
  },
  catch(params) {
    return _catch(this, params);
  },
  pipe(target) {
    return pipe(this, target);
  },
  readonly() {
    return readonly(this);
  },
  describe(description) {
    const cl = this.clone();
    globalRegistry.add(cl, { description });
    return cl;
  },
  meta(...args) {
    if (args.length === 0)
      return globalRegistry.get(this);
    const cl = this.clone();
    globalRegistry.add(cl, args[0]);
    return cl;
  },
  isOptional() {
    return this.safeParse(void 0).success;
  },
  isNullable() {
    return this.safeParse(null).success;
  },
  apply(fn, ...args) {
    return args.length === 0 ? fn(this) : fn(this, ...args);
  },
  // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
  get "~standard"() {
    return util_exports.hide(this, "~standard", {
      ...standardProps(this),
      jsonSchema: {
        input: createStandardJSONSchemaMethod(this, "input"),
        output: createStandardJSONSchemaMethod(this, "output")
      }
    });
  },
  set "~standard"(value) {
    util_exports.own(this, "~standard", value);
  },
  parse: function _parse2(data, params) {
    return parse(this, data, params, { callee: _parse2 });
  },
  parseAsync: async function _parseAsync2(data, params) {
    return await parseAsync(this, data, params, { callee: _parseAsync2 });
  },
  safeParse(data, params) {
    return safeParse(this, data, params);
  },
  async safeParseAsync(data, params) {
    return safeParseAsync(this, data, params);
  },
  // `spa` is an alias: same function object as `safeParseAsync`, as before.
  get spa() {
    return this?.safeParseAsync;
  },
  set spa(value) {
    util_exports.own(this, "spa", value);
  },
  validate(data, params) {
    return validate(this, data, params);
  },
  validateAsync(data, params) {
    return validateAsync(this, data, params);
  },
  encode: function _encode2(data, params) {
    return encode(this, data, params, { callee: _encode2 });
  },
  decode: function _decode2(data, params) {
    return decode(this, data, params, { callee: _decode2 });
  },
  encodeAsync: async function _encodeAsync2(data, params) {
    return await encodeAsync(this, data, params, { callee: _encodeAsync2 });
  },
  decodeAsync: async function _decodeAsync2(data, params) {
    return await decodeAsync(this, data, params, { callee: _decodeAsync2 });
  },
  safeEncode(data, params) {
    return safeEncode(this, data, params);
  },
  safeDecode(data, params) {
    return safeDecode(this, data, params);
  },
  async safeEncodeAsync(data, params) {
    return safeEncodeAsync(this, data, params);
  },
  async safeDecodeAsync(data, params) {
    return safeDecodeAsync(this, data, params);
  },
  toJSONSchema(params) {
    return createToJSONSchemaMethod(this, {})(params);
  },
  // Reads through to the registry on every access, so it must not cache.
  get description() {
    return globalRegistry.get(this)?.description;
  },
  // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
  get _def() {
    return this._zod.def;
  }
});
var _ZodString = /* @__PURE__ */ $constructor(
  "_ZodString",
  (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
  },
  /* @__PURE__ */ util_exports.derived({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null
  }, {
    regex(...args) {
      return this.check(_regex(...args));
    },
    includes(...args) {
      return this.check(_includes(...args));
    },
    startsWith(...args) {
      return this.check(_startsWith(...args));
    },
    endsWith(...args) {
      return this.check(_endsWith(...args));
    },
    min(...args) {
      return this.check(_minLength(...args));
    },
    max(...args) {
      return this.check(_maxLength(...args));
    },
    length(...args) {
      return this.check(_length(...args));
    },
    nonempty(...args) {
      return this.check(_minLength(1, ...args));
    },
    lowercase(params) {
      return this.check(_lowercase(params));
    },
    uppercase(params) {
      return this.check(_uppercase(params));
    },
    trim() {
      return this.check(_trim());
    },
    normalize(...args) {
      return this.check(_normalize(...args));
    },
    toLowerCase() {
      return this.check(_toLowerCase());
    },
    toUpperCase() {
      return this.check(_toUpperCase());
    },
    slugify() {
      return this.check(_slugify());
    }
  })
);
var ZodString = /* @__PURE__ */ $constructor("ZodString", (inst, def) => {
  $ZodString.init(inst, def);
  _ZodString.init(inst, def);
}, {
  email(params) {
    return this.check(_email(ZodEmail, params));
  },
  url(params) {
    return this.check(_url(ZodURL, params));
  },
  jwt(params) {
    return this.check(_jwt(ZodJWT, params));
  },
  emoji(params) {
    return this.check(_emoji2(ZodEmoji, params));
  },
  guid(params) {
    return this.check(_guid(ZodGUID, params));
  },
  uuid(params) {
    return this.check(_uuid(ZodUUID, params));
  },
  uuidv4(params) {
    return this.check(_uuidv4(ZodUUID, params));
  },
  uuidv6(params) {
    return this.check(_uuidv6(ZodUUID, params));
  },
  uuidv7(params) {
    return this.check(_uuidv7(ZodUUID, params));
  },
  nanoid(params) {
    return this.check(_nanoid(ZodNanoID, params));
  },
  cuid(params) {
    return this.check(_cuid(ZodCUID, params));
  },
  cuid2(params) {
    return this.check(_cuid2(ZodCUID2, params));
  },
  ulid(params) {
    return this.check(_ulid(ZodULID, params));
  },
  base64(params) {
    return this.check(_base64(ZodBase64, params));
  },
  base64url(params) {
    return this.check(_base64url(ZodBase64URL, params));
  },
  xid(params) {
    return this.check(_xid(ZodXID, params));
  },
  ksuid(params) {
    return this.check(_ksuid(ZodKSUID, params));
  },
  ipv4(params) {
    return this.check(_ipv4(ZodIPv4, params));
  },
  ipv6(params) {
    return this.check(_ipv6(ZodIPv6, params));
  },
  cidrv4(params) {
    return this.check(_cidrv4(ZodCIDRv4, params));
  },
  cidrv6(params) {
    return this.check(_cidrv6(ZodCIDRv6, params));
  },
  e164(params) {
    return this.check(_e164(ZodE164, params));
  },
  datetime(params) {
    return this.check(_isoDateTime(ZodISODateTime, params));
  },
  date(params) {
    return this.check(_isoDate(ZodISODate, params));
  },
  time(params) {
    return this.check(_isoTime(ZodISOTime, params));
  },
  duration(params) {
    return this.check(_isoDuration(ZodISODuration, params));
  }
});
function string2(params) {
  return _string(ZodString, params);
}
var ZodStringFormat = /* @__PURE__ */ $constructor("ZodStringFormat", (inst, def) => {
  $ZodStringFormat.init(inst, def);
  _ZodString.init(inst, def);
});
var ZodISODateTime = /* @__PURE__ */ $constructor("ZodISODateTime", (inst, def) => {
  $ZodISODateTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODate = /* @__PURE__ */ $constructor("ZodISODate", (inst, def) => {
  $ZodISODate.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISOTime = /* @__PURE__ */ $constructor("ZodISOTime", (inst, def) => {
  $ZodISOTime.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodISODuration = /* @__PURE__ */ $constructor("ZodISODuration", (inst, def) => {
  $ZodISODuration.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodEmail = /* @__PURE__ */ $constructor("ZodEmail", (inst, def) => {
  $ZodEmail.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodGUID = /* @__PURE__ */ $constructor("ZodGUID", (inst, def) => {
  $ZodGUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodUUID = /* @__PURE__ */ $constructor("ZodUUID", (inst, def) => {
  $ZodUUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodURL = /* @__PURE__ */ $constructor("ZodURL", (inst, def) => {
  $ZodURL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
function url(params) {
  return _url(ZodURL, params);
}
var ZodEmoji = /* @__PURE__ */ $constructor("ZodEmoji", (inst, def) => {
  $ZodEmoji.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNanoID = /* @__PURE__ */ $constructor("ZodNanoID", (inst, def) => {
  $ZodNanoID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID = /* @__PURE__ */ $constructor("ZodCUID", (inst, def) => {
  $ZodCUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCUID2 = /* @__PURE__ */ $constructor("ZodCUID2", (inst, def) => {
  $ZodCUID2.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodULID = /* @__PURE__ */ $constructor("ZodULID", (inst, def) => {
  $ZodULID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodXID = /* @__PURE__ */ $constructor("ZodXID", (inst, def) => {
  $ZodXID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodKSUID = /* @__PURE__ */ $constructor("ZodKSUID", (inst, def) => {
  $ZodKSUID.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv4 = /* @__PURE__ */ $constructor("ZodIPv4", (inst, def) => {
  $ZodIPv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodIPv6 = /* @__PURE__ */ $constructor("ZodIPv6", (inst, def) => {
  $ZodIPv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv4 = /* @__PURE__ */ $constructor("ZodCIDRv4", (inst, def) => {
  $ZodCIDRv4.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodCIDRv6 = /* @__PURE__ */ $constructor("ZodCIDRv6", (inst, def) => {
  $ZodCIDRv6.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64 = /* @__PURE__ */ $constructor("ZodBase64", (inst, def) => {
  $ZodBase64.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodBase64URL = /* @__PURE__ */ $constructor("ZodBase64URL", (inst, def) => {
  $ZodBase64URL.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodE164 = /* @__PURE__ */ $constructor("ZodE164", (inst, def) => {
  $ZodE164.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodJWT = /* @__PURE__ */ $constructor("ZodJWT", (inst, def) => {
  $ZodJWT.init(inst, def);
  ZodStringFormat.init(inst, def);
});
var ZodNumber = /* @__PURE__ */ $constructor(
  "ZodNumber",
  (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
    inst.isFinite = true;
  },
  /* @__PURE__ */ util_exports.derived({
    minValue: (inst) => {
      const { minimum, exclusiveMinimum } = aggregateChecks(inst);
      return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
      const { maximum, exclusiveMaximum } = aggregateChecks(inst);
      return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
      const { isInt, multipleOf } = aggregateChecks(inst);
      return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null
  }, {
    gt(value, params) {
      return this.check(_gt(value, params));
    },
    gte(value, params) {
      return this.check(_gte(value, params));
    },
    min(value, params) {
      return this.check(_gte(value, params));
    },
    lt(value, params) {
      return this.check(_lt(value, params));
    },
    lte(value, params) {
      return this.check(_lte(value, params));
    },
    max(value, params) {
      return this.check(_lte(value, params));
    },
    int(params) {
      return this.check(int(params));
    },
    safe(params) {
      return this.check(int(params));
    },
    positive(params) {
      return this.check(_gt(0, params));
    },
    nonnegative(params) {
      return this.check(_gte(0, params));
    },
    negative(params) {
      return this.check(_lt(0, params));
    },
    nonpositive(params) {
      return this.check(_lte(0, params));
    },
    multipleOf(value, params) {
      return this.check(_multipleOf(value, params));
    },
    step(value, params) {
      return this.check(_multipleOf(value, params));
    },
    finite() {
      return this;
    }
  })
);
var ZodNumberFormat = /* @__PURE__ */ $constructor("ZodNumberFormat", (inst, def) => {
  $ZodNumberFormat.init(inst, def);
  ZodNumber.init(inst, def);
});
function int(params) {
  return _int(ZodNumberFormat, params);
}
var ZodBoolean = /* @__PURE__ */ $constructor("ZodBoolean", (inst, def) => {
  $ZodBoolean.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean2(params) {
  return _boolean(ZodBoolean, params);
}
var ZodUnknown = /* @__PURE__ */ $constructor("ZodUnknown", (inst, def) => {
  $ZodUnknown.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown() {
  return _unknown(ZodUnknown);
}
var ZodNever = /* @__PURE__ */ $constructor("ZodNever", (inst, def) => {
  $ZodNever.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
  return _never(ZodNever, params);
}
var ZodArray = /* @__PURE__ */ $constructor("ZodArray", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodArray.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
  inst.element = def.element;
}, {
  min(n, params) {
    return this.check(_minLength(n, params));
  },
  nonempty(params) {
    return this.check(_minLength(1, params));
  },
  max(n, params) {
    return this.check(_maxLength(n, params));
  },
  length(n, params) {
    return this.check(_length(n, params));
  },
  unwrap() {
    return this.element;
  }
});
function array(element, params) {
  return _array(ZodArray, element, params);
}
var ZodObject = /* @__PURE__ */ $constructor("ZodObject", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodObjectJIT.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
  util_exports.installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
  keyof() {
    return _enum(Object.keys(this._zod.def.shape));
  },
  catchall(catchall) {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall }));
  },
  passthrough() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  loose() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: unknown() }));
  },
  strict() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: never() }));
  },
  strip() {
    return this.clone(util_exports.mergeDefs(this._zod.def, { catchall: void 0 }));
  },
  extend(incoming) {
    return util_exports.extend(this, incoming);
  },
  safeExtend(incoming) {
    return util_exports.safeExtend(this, incoming);
  },
  merge(other) {
    return util_exports.merge(this, other);
  },
  pick(mask) {
    return util_exports.pick(this, mask);
  },
  omit(mask) {
    return util_exports.omit(this, mask);
  },
  partial(...args) {
    return util_exports.partial(ZodOptional, this, args[0]);
  },
  exactPartial(...args) {
    return util_exports.partial(ZodExactOptional, this, args[0], "exactPartial");
  },
  required(...args) {
    return util_exports.required(ZodNonOptional, this, args[0]);
  }
});
function object(shape, params) {
  const def = {
    type: "object",
    shape: shape ?? {},
    ...util_exports.normalizeParams(params)
  };
  return new ZodObject(def);
}
function strictObject(shape, params) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: never(),
    ...util_exports.normalizeParams(params)
  });
}
function looseObject(shape, params) {
  return new ZodObject({
    type: "object",
    shape,
    catchall: unknown(),
    ...util_exports.normalizeParams(params)
  });
}
var ZodUnion = /* @__PURE__ */ $constructor("ZodUnion", (inst, def) => {
  $ZodUnion.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
  inst.options = def.options;
});
function union(options, params) {
  return new ZodUnion({
    type: "union",
    options,
    ...util_exports.normalizeParams(params)
  });
}
var ZodDiscriminatedUnion = /* @__PURE__ */ $constructor("ZodDiscriminatedUnion", (inst, def) => {
  ZodUnion.init(inst, def);
  $ZodDiscriminatedUnion.init(inst, def);
});
function discriminatedUnion(discriminator, options, params) {
  return new ZodDiscriminatedUnion({
    type: "union",
    options,
    discriminator,
    ...util_exports.normalizeParams(params)
  });
}
var ZodIntersection = /* @__PURE__ */ $constructor("ZodIntersection", (inst, def) => {
  $ZodIntersection.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left2, right) {
  return new ZodIntersection({
    type: "intersection",
    left: left2,
    right
  });
}
var ZodRecord = /* @__PURE__ */ $constructor("ZodRecord", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodRecord.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
  inst.keyType = def.keyType;
  inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
  if (!valueType || !valueType._zod) {
    return new ZodRecord({
      type: "record",
      keyType: string2(),
      valueType: keyType,
      ...util_exports.normalizeParams(valueType)
    });
  }
  return new ZodRecord({
    type: "record",
    keyType,
    valueType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodEnum = /* @__PURE__ */ $constructor("ZodEnum", (inst, def) => {
  $ZodEnum.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
  inst.enum = def.entries;
  inst.options = [...inst._zod.values];
  const keys = new Set(Object.keys(def.entries));
  inst.extract = (values, params) => {
    const newEntries = {};
    for (const value of values) {
      if (keys.has(value)) {
        newEntries[value] = def.entries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
  inst.exclude = (values, params) => {
    const newEntries = { ...def.entries };
    for (const value of values) {
      if (keys.has(value)) {
        delete newEntries[value];
      } else
        throw new Error(`Key ${value} not found in enum`);
    }
    return new ZodEnum({
      ...def,
      checks: [],
      ...util_exports.normalizeParams(params),
      entries: newEntries
    });
  };
});
function _enum(values, params) {
  const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
  return new ZodEnum({
    type: "enum",
    entries,
    ...util_exports.normalizeParams(params)
  });
}
var ZodLiteral = /* @__PURE__ */ $constructor("ZodLiteral", (inst, def) => {
  $ZodLiteral.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
  inst.values = new Set(def.values);
  Object.defineProperty(inst, "value", {
    get() {
      if (def.values.length > 1) {
        throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
      }
      return def.values[0];
    }
  });
});
function literal(value, params) {
  return new ZodLiteral({
    type: "literal",
    values: Array.isArray(value) ? value : [value],
    ...util_exports.normalizeParams(params)
  });
}
var ZodTransform = /* @__PURE__ */ $constructor("ZodTransform", (inst, def) => {
  _ensureDefaultMemoizer();
  $ZodTransform.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
  inst._zod.parse = (payload, _ctx) => {
    if (_ctx.direction === "backward") {
      throw new $ZodEncodeError(inst.constructor.name);
    }
    payload.addIssue = (issue2) => {
      if (typeof issue2 === "string") {
        payload.issues.push(util_exports.issue(issue2, payload.value, def));
      } else {
        const _issue = issue2;
        if (_issue.fatal)
          _issue.continue = false;
        _issue.code ?? (_issue.code = "custom");
        if (!("input" in _issue))
          _issue.input = payload.value;
        _issue.inst ?? (_issue.inst = inst);
        payload.issues.push(util_exports.issue(_issue));
      }
    };
    const output = def.transform(payload.value, payload);
    if (output instanceof Promise) {
      return output.then((output2) => {
        payload.value = output2;
        return payload;
      });
    }
    payload.value = output;
    return payload;
  };
});
function transform(fn) {
  return new ZodTransform({
    type: "transform",
    transform: fn
  });
}
var ZodOptional = /* @__PURE__ */ $constructor("ZodOptional", (inst, def) => {
  $ZodOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
  return new ZodOptional({
    type: "optional",
    innerType
  });
}
var ZodExactOptional = /* @__PURE__ */ $constructor("ZodExactOptional", (inst, def) => {
  $ZodExactOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
  return new ZodExactOptional({
    type: "optional",
    innerType
  });
}
var ZodNullable = /* @__PURE__ */ $constructor("ZodNullable", (inst, def) => {
  $ZodNullable.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
  return new ZodNullable({
    type: "nullable",
    innerType
  });
}
var ZodDefault = /* @__PURE__ */ $constructor("ZodDefault", (inst, def) => {
  $ZodDefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
  return new ZodDefault({
    type: "default",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodPrefault = /* @__PURE__ */ $constructor("ZodPrefault", (inst, def) => {
  $ZodPrefault.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
  return new ZodPrefault({
    type: "prefault",
    innerType,
    get defaultValue() {
      return typeof defaultValue === "function" ? defaultValue() : util_exports.shallowClone(defaultValue);
    }
  });
}
var ZodNonOptional = /* @__PURE__ */ $constructor("ZodNonOptional", (inst, def) => {
  $ZodNonOptional.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
  return new ZodNonOptional({
    type: "nonoptional",
    innerType,
    ...util_exports.normalizeParams(params)
  });
}
var ZodCatch = /* @__PURE__ */ $constructor("ZodCatch", (inst, def) => {
  $ZodCatch.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
  inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
  return new ZodCatch({
    type: "catch",
    innerType,
    catchValue: typeof catchValue === "function" ? catchValue : util_exports.constantCatch(catchValue)
  });
}
var ZodPipe = /* @__PURE__ */ $constructor("ZodPipe", (inst, def) => {
  $ZodPipe.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
  inst.in = def.in;
  inst.out = def.out;
});
function pipe(in_, out) {
  return new ZodPipe({
    type: "pipe",
    in: in_,
    out
    // ...util.normalizeParams(params),
  });
}
var ZodReadonly = /* @__PURE__ */ $constructor("ZodReadonly", (inst, def) => {
  $ZodReadonly.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
  inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
  return new ZodReadonly({
    type: "readonly",
    innerType
  });
}
var ZodCustom = /* @__PURE__ */ $constructor("ZodCustom", (inst, def) => {
  $ZodCustom.init(inst, def);
  ZodType.init(inst, def);
  inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function refine(fn, _params = {}) {
  return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
  return _superRefine(fn, params);
}

// src/trust/statement.ts
init_bytes();

// src/base/decode.ts
init_errors();
function decode2(schema, value, context) {
  const hidden = findHiddenKey(value);
  if (hidden) {
    throw new SallyportError(context.code ?? "CONFIG_INVALID", {
      message: `${formatPath(hidden)}: this key is not known`,
      place: { file: context.source, ...context.locate?.(hidden) }
    });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue2 = result.error.issues[0];
  const unknownKey = issue2.code === "unrecognized_keys" ? issue2.keys[0] : void 0;
  const path = unknownKey === void 0 ? issue2.path : [...issue2.path, unknownKey];
  const what = unknownKey === void 0 ? issue2.message : "this key is not known";
  const near = unknownKey === void 0 ? void 0 : nearest(unknownKey, context.knownKeys ?? []);
  throw new SallyportError(context.code ?? "CONFIG_INVALID", {
    message: `${formatPath(path)}: ${what}`,
    place: { file: context.source, ...context.locate?.(path) },
    ...near === void 0 ? {} : { help: `did you mean "${near}"?` }
  });
}
function findHiddenKey(value) {
  const pending = [{ value, path: null }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value: held, path } = next;
    if (typeof held !== "object" || held === null) continue;
    if (Object.hasOwn(held, "__proto__")) return stepsOf({ key: "__proto__", before: path });
    const isList = Array.isArray(held);
    for (const [key, member] of Object.entries(held)) {
      if (typeof member !== "object" || member === null) continue;
      pending.push({ value: member, path: { key: isList ? Number(key) : key, before: path } });
    }
  }
  return void 0;
}
function stepsOf(last) {
  const path = [];
  for (let step = last; step !== null; step = step.before) path.unshift(step.key);
  return path;
}
function formatPath(path) {
  if (path.length === 0) return "(document)";
  return path.map(
    (key, index) => typeof key === "number" ? `[${key}]` : index === 0 ? String(key) : `.${String(key)}`
  ).join("");
}
function nearest(word2, known2) {
  let best;
  for (const candidate of known2) {
    const distance = editDistance(word2.toLowerCase(), candidate.toLowerCase());
    if (distance <= 2 && distance < (best?.distance ?? 3)) best = { word: candidate, distance };
  }
  return best?.word;
}
function editDistance(a, b) {
  if (Math.abs(a.length - b.length) > 2 || a.length > 64) return 3;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(previous[j] + 1, current[j - 1] + 1, substitution));
    }
    previous = current;
  }
  return Math.min(3, previous[b.length]);
}

// src/trust/statement.ts
init_digest();
init_errors();
init_time();

// src/trust/document.ts
init_errors();

// src/base/json.ts
init_bytes();
init_errors();
function parseStrictJson(input, limits) {
  const size = typeof input === "string" ? Buffer.byteLength(input) : input.length;
  if (size > limits.maxBytes) {
    throw new SallyportError("LIMIT_EXCEEDED", {
      message: `${limits.source} has ${size} bytes, more than the ${limits.maxBytes} that are read`
    });
  }
  return new Parser(typeof input === "string" ? input : decodeUtf8(input), limits).document();
}
var Parser = class {
  #text;
  #source;
  #maxDepth;
  #at = 0;
  constructor(text2, limits) {
    this.#text = text2;
    this.#source = limits.source;
    this.#maxDepth = limits.maxDepth ?? 64;
  }
  document() {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) this.#fail("something follows the document");
    return value;
  }
  #value(depth) {
    if (depth > this.#maxDepth) this.#fail(`nested deeper than ${this.#maxDepth}`);
    this.#space();
    switch (this.#text[this.#at]) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case '"':
        return this.#string();
      case "t":
        return this.#word("true", true);
      case "f":
        return this.#word("false", false);
      case "n":
        return this.#word("null", null);
      default:
        return this.#number();
    }
  }
  #object(depth) {
    const object2 = /* @__PURE__ */ Object.create(null);
    this.#at++;
    this.#space();
    if (this.#accept("}")) return object2;
    do {
      this.#space();
      if (this.#text[this.#at] !== '"') this.#fail("expected a key in quotes");
      const keyAt = this.#at;
      const key = this.#string();
      if (key in object2) this.#fail(`the key ${JSON.stringify(key)} stands twice`, keyAt);
      this.#space();
      if (!this.#accept(":")) this.#fail('expected ":"');
      object2[key] = this.#value(depth + 1);
      this.#space();
    } while (this.#accept(","));
    if (!this.#accept("}")) this.#fail('expected "," or "}"');
    return object2;
  }
  #array(depth) {
    const array2 = [];
    this.#at++;
    this.#space();
    if (this.#accept("]")) return array2;
    do {
      array2.push(this.#value(depth + 1));
      this.#space();
    } while (this.#accept(","));
    if (!this.#accept("]")) this.#fail('expected "," or "]"');
    return array2;
  }
  #string() {
    const start = this.#at;
    let end = start + 1;
    for (; ; ) {
      const code = this.#text.charCodeAt(end);
      if (Number.isNaN(code)) this.#fail("a string has no end", start);
      if (code === 34) break;
      if (code < 32) this.#fail("a control character stands in a string", end);
      end += code === 92 ? 2 : 1;
    }
    this.#at = end + 1;
    const literal2 = this.#text.slice(start, end + 1);
    let value;
    try {
      value = JSON.parse(literal2);
    } catch {
      this.#fail("a string has an escape that JSON does not know", start);
    }
    if (!value.isWellFormed()) this.#fail("a string holds a lone surrogate", start);
    return value;
  }
  #number() {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = this.#at;
    const literal2 = pattern.exec(this.#text)?.[0];
    if (literal2 === void 0) this.#fail("expected a value");
    const value = Number(literal2);
    if (!Number.isFinite(value) || Number.isInteger(value) && !Number.isSafeInteger(value)) {
      this.#fail(`the number ${literal2.slice(0, 40)} is not held exactly`);
    }
    this.#at += literal2.length;
    return value;
  }
  #word(word2, value) {
    if (!this.#text.startsWith(word2, this.#at)) this.#fail("expected a value");
    this.#at += word2.length;
    return value;
  }
  #space() {
    while (" \n\r	".includes(this.#text[this.#at] ?? "x")) this.#at++;
  }
  #accept(character) {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }
  #fail(why, at = this.#at) {
    const before = this.#text.slice(0, at);
    const line = before.split("\n").length;
    const column = at - before.lastIndexOf("\n");
    throw new SallyportError("JSON_INVALID", {
      message: `${why} at line ${line}, column ${column}`,
      place: { file: this.#source, line, column }
    });
  }
};

// src/trust/document.ts
function decodeDocument(schema, bytes, limits) {
  const value = parseStrictJson(bytes, limits);
  refuseHiddenKeys(value, limits.source);
  return decode2(schema, value, { source: limits.source });
}
function refuseHiddenKeys(value, source) {
  if (typeof value !== "object" || value === null) return;
  if (Object.hasOwn(value, "__proto__")) {
    throw new SallyportError("CONFIG_INVALID", {
      message: "__proto__: this key is not known",
      place: { file: source }
    });
  }
  for (const member of Object.values(value)) refuseHiddenKeys(member, source);
}

// src/trust/vocabulary.ts
var COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var applicationName = string2().regex(/^[a-z0-9-]{1,63}$/, "must be 1 to 63 of a-z, 0-9 and -");
var environmentName = string2().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'must be 1 to 63 of letters, digits, ".", "_" and "-"');
var digestText = string2().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 lower-case hex digits");
var sha256HexText = string2().regex(/^[0-9a-f]{64}$/, "must be 64 lower-case hex digits");
var commitText = string2().regex(COMMIT, "must be a whole commit id in lower-case hex");
var numericId = string2().regex(/^(?:0|[1-9][0-9]{0,19})$/, "must be a decimal id in quotes");
var timestampText = string2().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/, "must be a UTC time such as 2026-11-22T09:30:00Z");
var issuerUrl = string2().max(500).regex(
  /^https:\/\/[a-z0-9.-]+(?::[0-9]{1,5})?(?:\/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-])?$/,
  "must be an https: URL"
);
var gitRef = string2().regex(/^refs\/[^\p{C}\p{Z}~^:?*[\\]{1,250}$/u, "must be a whole ref such as refs/heads/main");
var coordinatorIdText = string2().regex(/^[A-Za-z0-9_-]{43}$/);
var labelName = string2().regex(/^[a-z0-9][a-z0-9._/-]{0,62}$/);
var labelValue = string2().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/);
var labels = record(labelName, labelValue);
var counter = int().min(1);
var durationText = string2().regex(/^\d{1,9}(?:ms|s|m|h|d)$/, "must be a duration such as 90s, 15m, 24h");

// src/trust/statement.ts
var STATEMENT_PAYLOAD_TYPE = "application/vnd.in-toto+json";
var STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
var APPROVAL_PREDICATE_TYPE = "https://sallyport.dev/approval/v1";
var MAX_STATEMENT_BYTES = 64 * 1024;
var sourceSchema = strictObject({
  issuer: issuerUrl,
  repositoryId: numericId,
  ownerId: numericId,
  commit: commitText,
  ref: gitRef,
  runId: numericId,
  runAttempt: numericId,
  /** `job_workflow_ref`: owner/repository/path@ref. */
  workflow: string2().min(1).max(500),
  /** `job_workflow_sha`. */
  workflowCommit: commitText,
  /** Who started the run, and who pushed the commit where the coordinator knows: neither counts for a quorum. */
  actorId: numericId,
  pusherId: numericId.optional()
});
var predicateSchema = strictObject({
  application: applicationName,
  environment: environmentName,
  scope: labels,
  artifact: strictObject({
    mediaType: string2().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/),
    size: int().min(0)
  }),
  sequence: counter,
  keyEpoch: counter,
  notBefore: timestampText,
  notAfter: timestampText,
  kind: _enum(["deploy", "rollback", "revoke"]),
  /** Null only where a person signs with a key and names no verdict. */
  policy: strictObject({ uri: string2().min(1).max(1e3), digest: digestText }).nullable(),
  evidence: strictObject({ verdict: digestText }).nullable(),
  /** Null only where no workload asked (`signers: key`). */
  source: sourceSchema.nullable(),
  /** Who approved, as (issuer, subject); a hint for readers: the proof is beside the statement. */
  approvers: array(strictObject({ issuer: string2().max(500), subject: string2().max(255) })).max(32)
});
var approvalStatementSchema = strictObject({
  _type: literal(STATEMENT_TYPE),
  subject: array(
    strictObject({ name: string2().min(1).max(255), digest: strictObject({ sha256: sha256HexText }) })
  ).length(1),
  predicateType: literal(APPROVAL_PREDICATE_TYPE),
  predicate: predicateSchema
});
function parseApprovalStatement(bytes) {
  const limits = { source: "the statement", maxBytes: MAX_STATEMENT_BYTES, maxDepth: 8 };
  return refuseEmptyWindow(decodeDocument(approvalStatementSchema, bytes, limits));
}
function approvalDigest(statementBytes) {
  return sha256(statementBytes);
}
function refuseEmptyWindow(statement) {
  const { notBefore, notAfter } = statement.predicate;
  if (parseTimestamp(notBefore) < parseTimestamp(notAfter)) return statement;
  throw new SallyportError("CONFIG_INVALID", {
    message: `predicate.notAfter: ${notAfter} is not after notBefore, ${notBefore}`
  });
}

// src/verbs/artifact-file.ts
init_digest();
init_errors();
const { open: open3 } = process.getBuiltinModule("node:fs/promises");
var CHUNK_BYTES = 1024 * 1024;
async function measureArtifact(path) {
  let file;
  try {
    file = await open3(path, "r");
    if (!(await file.stat()).isFile()) throw new Error("not a regular file");
    const hash3 = createSha256();
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let size = 0;
    for (; ; ) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length);
      if (bytesRead === 0) return { digest: new Uint8Array(hash3.digest()), size };
      hash3.update(chunk.subarray(0, bytesRead));
      size += bytesRead;
    }
  } catch (cause) {
    throw new SallyportError("FILE_UNREADABLE", {
      message: `${path}: ${messageOf(cause)}`,
      place: { file: path },
      cause
    });
  } finally {
    await file?.close();
  }
}
function mediaTypeOf(name) {
  const endings = {
    ".tar.gz": "application/gzip",
    ".tgz": "application/gzip",
    ".tar.zst": "application/zstd",
    ".tar": "application/x-tar",
    ".zip": "application/zip"
  };
  const found = Object.entries(endings).find(([ending]) => name.endsWith(ending));
  return found?.[1] ?? "application/octet-stream";
}

// src/verbs/approval-request.ts
var PEOPLE_INTERVAL_MS = 10 * SECOND;
var PEOPLE_TIMEOUT_MS = 60 * MINUTE;
var RECONNECT_PAUSES_MS = [500, SECOND, 2 * SECOND, 4 * SECOND, 7.5 * SECOND];
async function askApprovals(identity, artifacts, wish, progress) {
  const application = artifacts[0].application;
  const measured = [];
  for (const { path } of artifacts) measured.push(await measure(path));
  const reply = await submit(identity, { application, measured, wish }, progress);
  const statements = reply.statements.map((text2) => decodeBase64(text2));
  checkCount("statements", statements, measured);
  for (const [at, bytes] of statements.entries()) {
    compare(parseApprovalStatement(bytes), { ...measured[at], ...wish, application });
  }
  const tokens = [];
  for (const bytes of statements) tokens.push((await identity.approvalToken(bytes)).reveal());
  const files = await awaitSignatures(identity, reply.submission, tokens, progress);
  checkCount("approvals", files, measured);
  return artifacts.map((artifact, at) => ({
    ...artifact,
    digest: formatDigest(approvalDigest(statements[at])),
    artifact: measured[at].digest,
    size: measured[at].size,
    file: encodeUtf8(files[at])
  }));
}
async function measure(path) {
  const { digest, size } = await measureArtifact(path);
  const name = basename2(path);
  return { name, digest: formatDigest(digest), size, mediaType: mediaTypeOf(name) };
}
async function submit(identity, submission, { onRetry, sleep: sleep2, signal }) {
  for (const pause of RECONNECT_PAUSES_MS) {
    try {
      return await submitOnce(identity, submission);
    } catch (error2) {
      if (!isAlone(error2)) throw error2;
      onRetry(error2.message);
      await sleep2(pause);
      signal.throwIfAborted();
    }
  }
  return submitOnce(identity, submission);
}
async function submitOnce(identity, { application, measured, wish }) {
  const { environment, kind: kind2, verdict, scope, locations } = wish;
  return requestApproval(identity.client, {
    keys: identity.keys,
    token: (await identity.admissionToken(null)).reveal(),
    application,
    environment,
    kind: kind2,
    verdict,
    artifacts: measured.map((each) => ({ ...each, scope: { ...scope }, locations: [...locations] }))
  });
}
function isAlone(error2) {
  if (!(error2 instanceof SallyportError) || error2.code !== "APPROVAL_REFUSED") return false;
  const { kind: kind2, rule } = error2.cause ?? {};
  return kind2 === "refused" && rule === "locations";
}
function checkCount(what, given, wanted) {
  if (given.length === wanted.length) return;
  throw new SallyportError("APPROVAL_REFUSED", {
    message: `the coordinator gave ${given.length} ${what} for ${wanted.length} artifacts`
  });
}
function compare({ subject, predicate }, asked) {
  const pairs = [
    ["digest", `sha256:${subject[0]?.digest.sha256}`, asked.digest],
    ["subjects", subject.length, 1],
    ["size", predicate.artifact.size, asked.size],
    ["media type", predicate.artifact.mediaType, asked.mediaType],
    ["application", predicate.application, asked.application],
    ["environment", predicate.environment, asked.environment],
    ["kind", predicate.kind, asked.kind],
    ["scope", JSON.stringify(sorted(predicate.scope)), JSON.stringify(sorted(asked.scope))]
  ];
  for (const [what, stated, wanted] of pairs) {
    if (stated === wanted) continue;
    throw new SallyportError("APPROVAL_REFUSED", {
      message: `the coordinator's statement has ${what} ${JSON.stringify(stated)}, we asked for ${JSON.stringify(wanted)}: not vouched for`
    });
  }
}
async function awaitSignatures(identity, submission, tokens, { onWaiting, sleep: sleep2, signal }) {
  for (let waited = 0; waited <= PEOPLE_TIMEOUT_MS; waited += PEOPLE_INTERVAL_MS) {
    const reply = await completeApproval(identity.client, submission, tokens);
    if (reply.kind === "signed") return reply.approvals;
    onWaiting(reply.given, reply.wanted);
    await sleep2(PEOPLE_INTERVAL_MS);
    signal.throwIfAborted();
  }
  throw new SallyportError("APPROVAL_REFUSED", {
    message: `people did not sign within ${PEOPLE_TIMEOUT_MS / MINUTE} minutes`,
    help: "run the job again once they can"
  });
}
function sorted(labels2) {
  return Object.entries(labels2).sort(([a], [b]) => a < b ? -1 : 1);
}

// src/verbs/artifact-server.ts
const { createReadStream } = process.getBuiltinModule("node:fs");
const { createServer: createServer6 } = process.getBuiltinModule("node:http");

// src/verbs/mesh-membership.ts
init_bytes();
init_errors();
init_ip();
init_time();

// src/mesh/control/control-session.ts
init_bytes();
init_errors();
init_random();
init_time();

// src/trust/relay-token.ts
init_bytes();
init_errors();
init_time();

// src/trust/dsse.ts
init_bytes();
init_errors();
var MAX_SIGNATURES = 32;
var MAX_PAYLOAD_BYTES = 128 * 1024;
var base642 = string2().regex(/^[A-Za-z0-9+/_-]*={0,2}$/);
var envelopeSchema = strictObject({
  payloadType: string2().min(1).max(255),
  payload: base642.max(4 * Math.ceil(MAX_PAYLOAD_BYTES / 3)),
  signatures: array(strictObject({ keyid: string2().max(255).optional(), sig: base642.max(1024) })).min(1).max(MAX_SIGNATURES)
});
function preAuthEncoding(payloadType, body) {
  const type = encodeUtf8(payloadType);
  return concatBytes(encodeUtf8(`DSSEv1 ${type.length} `), type, encodeUtf8(` ${body.length} `), body);
}
function verifyEnvelope(envelope, keys, threshold = 1) {
  const signers = findSigners(envelope, keys);
  if (threshold < 1 || signers.length < threshold) {
    throw new SallyportError("SIGNATURE_INVALID", {
      message: `${signers.length} of the keys that count here signed, ${threshold} must`
    });
  }
  const bytes = decodeEitherBase64(envelope.payload);
  return { payloadType: envelope.payloadType, bytes, signers };
}
function findSigners(envelope, keys) {
  const message = preAuthEncoding(envelope.payloadType, decodeEitherBase64(envelope.payload));
  const signatures = envelope.signatures.map(({ sig }) => decodeEitherBase64(sig));
  const distinct = new Map(keys.map((key) => [keyIdOf(key), key]));
  return [...distinct.values()].filter(
    (key) => signatures.some((signature2) => verifyEd25519(key, message, signature2))
  );
}
function decodeEitherBase64(text2) {
  const isWhole2 = text2.length % 4 === 0;
  const isUrlSafe = /[-_]/.test(text2) || !isWhole2 && !text2.endsWith("=");
  if (!isUrlSafe) return decodeBase64(text2);
  return decodeBase64url(isWhole2 ? text2.replace(/={1,2}$/, "") : text2);
}

// src/trust/key-list.ts
init_bytes();
init_errors();
init_time();
var KEY_LIST_PAYLOAD_TYPE = "application/vnd.sallyport.key-list+json";
var MAX_KEY_LIST_BYTES = 8 * 1024;
var ONLINE_ROLES = ["control", "approval", "vsa", "log", "relay"];
var keyListSchema = strictObject({
  version: literal(1),
  coordinator: coordinatorIdText,
  epoch: counter,
  /** Rises with each list, also within an epoch. */
  sequence: counter,
  notBefore: timestampText,
  notAfter: timestampText,
  keys: strictObject({
    control: string2().regex(publicKeyPattern("control")),
    approval: string2().regex(publicKeyPattern("approval")),
    vsa: string2().regex(publicKeyPattern("vsa")),
    log: string2().regex(publicKeyPattern("log")),
    relay: string2().regex(publicKeyPattern("relay"))
  })
});
function verifyKeyList(envelope, root) {
  const payload = verifyEnvelope(envelope, [root]);
  if (payload.payloadType !== KEY_LIST_PAYLOAD_TYPE) {
    throw new SallyportError("SIGNATURE_INVALID", {
      message: `the root signed a ${JSON.stringify(payload.payloadType)}, not a key list`
    });
  }
  const limits = { source: "the key list", maxBytes: MAX_KEY_LIST_BYTES, maxDepth: 4 };
  const list = decodeDocument(keyListSchema, payload.bytes, limits);
  if (list.coordinator !== coordinatorIdOf(root)) {
    throw new SallyportError("CONFIG_INVALID", {
      message: `the key list names another coordinator, ${list.coordinator}`
    });
  }
  const keys = parseKeys(list.keys);
  refuseSharedKeys(keys);
  return {
    coordinatorId: list.coordinator,
    epoch: list.epoch,
    sequence: list.sequence,
    notBefore: parseTimestamp(list.notBefore),
    notAfter: parseTimestamp(list.notAfter),
    keys,
    payload: encodeBase64(payload.bytes)
  };
}
function isCurrent(list, now) {
  return list.notBefore <= now && now < list.notAfter;
}
function compareKeyLists(offered, known2) {
  if (offered.sequence === known2.sequence) return offered.payload === known2.payload ? "same" : "forked";
  if (offered.sequence < known2.sequence) return offered.epoch > known2.epoch ? "forked" : "older";
  return offered.epoch < known2.epoch ? "forked" : "newer";
}
function parseKeys(keys) {
  return {
    control: parsePublicKey("control", keys.control),
    approval: parsePublicKey("approval", keys.approval),
    vsa: parsePublicKey("vsa", keys.vsa),
    log: parsePublicKey("log", keys.log),
    relay: parsePublicKey("relay", keys.relay)
  };
}
function refuseSharedKeys(keys) {
  const distinct = new Set(ONLINE_ROLES.map((role) => formatPublicKey("root", keys[role])));
  if (distinct.size !== ONLINE_ROLES.length) {
    throw new SallyportError("CONFIG_INVALID", { message: "the key list gives one key two roles" });
  }
}

// src/trust/relay-token.ts
var MAX_RELAY_PEERS = 65535;
var bytes32 = string2().regex(/^[A-Za-z0-9_-]{43}$/);
var relayName = string2().regex(/^[^\s/]{1,255}:\d{1,5}$/);
var relayTokenSchema = strictObject({
  version: literal(1),
  coordinator: coordinatorIdText,
  relays: array(relayName).min(1).max(16),
  /** The node's WireGuard key. */
  node: bytes32,
  /** Version of the network map that the peers are from. */
  map: int().min(0),
  notBefore: timestampText,
  notAfter: timestampText,
  /** One lease of one node; of a node without a lease, one hour. */
  account: string2().regex(/^[A-Za-z0-9:./-]{1,100}$/),
  /** Of the account, at each relay. */
  quotaBytes: int().min(1),
  peers: strictObject({ count: int().min(0).max(MAX_RELAY_PEERS), digest: bytes32 })
});
var credentialSchema = strictObject({ keyList: envelopeSchema, token: envelopeSchema });
function emitRelayCredential(token, keyList) {
  return encodeUtf8(JSON.stringify({ keyList, token }));
}

// src/tunnel/relay/grant.ts
init_bytes();
init_digest();
function listPeers(keys) {
  const sorted2 = [...keys].sort(compareKeys);
  const bytes = new Uint8Array(32 * sorted2.length);
  for (const [index, key] of sorted2.entries()) bytes.set(key, 32 * index);
  return { bytes, listing: { count: sorted2.length, digest: sha256(bytes) } };
}
function compareKeys(a, b) {
  for (let index = 0; index < 32; index++) {
    const difference = a[index] - b[index];
    if (difference !== 0) return difference;
  }
  return 0;
}

// src/mesh/control/control-stream.ts
init_wrapper();

// src/api/messages/vocabulary.ts
var keyText = string2().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/, "must be 32 bytes in base64url");
var wireguardKeyText = keyText.meta({ description: "An X25519 public key." });
var machineKeyText = keyText.meta({ description: "An Ed25519 public key." });
var signatureText = string2().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/, "must be 64 bytes in base64url");
var nodeKind = _enum(["agent", "runner", "person"]);
var nodeId = string2().regex(/^n-[0-9a-f]{32}$/, "must be a node id");
var submissionId = string2().regex(/^s-[0-9a-f]{32}$/, "must be a submission id");
var nodeName = string2().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, "must be one DNS label");
var meshDomain = string2().max(180).regex(
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  "must be a domain in lower case, such as mesh.example"
);
var tagName = string2().regex(/^tag:[a-z0-9][a-z0-9-]{0,62}$/, "must be tag: and a name");
var tags = array(tagName).max(64);
var portNumber = int().min(1).max(65535);
var endpointText = string2().max(54).regex(/^(?:\[[0-9a-f:.]{2,45}\]|[0-9.]{7,15}):[1-9][0-9]{0,4}$/, "must be an address and a port");
var endpoints = array(endpointText).max(8);
var ipText = string2().regex(/^[0-9a-f:.]{2,45}$/);
var tokenText = string2().max(16384).regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/, "must be a compact JWT");
var counterNumber = int().min(0);
var base64Text = string2().regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
var sentence = string2().max(2e3);

// src/api/messages/network-map.ts
var leaseSchema = strictObject({ start: timestampText, end: timestampText });
var selfSchema = strictObject({
  id: nodeId,
  kind: nodeKind,
  name: nodeName,
  /** Behind the names of all nodes: `web-1.mesh.example`. */
  domain: meshDomain,
  ipv4: ipText,
  ipv6: ipText,
  tags,
  applications: array(applicationName),
  /** Null for a person's node, which is of none. */
  environment: environmentName.nullable(),
  /** Null for a node that is there until it is revoked. */
  lease: leaseSchema.nullable()
});
var portRange = strictObject({ first: portNumber, last: portNumber });
var personEvidence = strictObject({
  issuer: issuerUrl,
  subject: string2().min(1).max(255),
  /** As it was signed: the lease ends no later. */
  notAfter: timestampText,
  sessionKey: keyText,
  signature: signatureText,
  /** Null where the coordinator made the login itself, so that its token proves nothing to others. */
  token: tokenText.nullable(),
  own: strictObject({ key: keyText, signature: signatureText }).nullable()
});
var edgeSchema = strictObject({
  id: string2().regex(/^e-[0-9a-f]{32}$/),
  direction: _enum(["in", "out"]),
  ports: array(portNumber).max(64),
  /** Of a person's edge: what the rules open, whatever the agent listens on. Null for others. */
  ranges: array(portRange).max(64).nullable(),
  /** What the source is for; null where it is a person's. */
  application: applicationName.nullable(),
  environment: environmentName.nullable(),
  /** Digest of the approval that grants it. An edge of approval X may nudge and read the log of X only. */
  approval: digestText.nullable(),
  lease: leaseSchema.nullable(),
  /** The runner's token, for the agent to judge by itself; given to agents only. */
  token: tokenText.nullable(),
  /** Given to agents only. */
  person: personEvidence.nullable()
});
var peerSchema = strictObject({
  id: nodeId,
  kind: nodeKind,
  name: nodeName,
  wireguardKey: wireguardKeyText,
  machineKey: machineKeyText,
  ipv4: ipText,
  ipv6: ipText,
  endpoints,
  edges: array(edgeSchema).min(1).max(64)
});
var relaySchema = strictObject({
  id: keyText,
  /** `wss:` (or `ws:` on loopback). */
  url: url({ protocol: /^wss?$/ }).max(500),
  /** Host and port of its STUN responder, where it has one. */
  stun: string2().max(300).nullable(),
  /** Digest of its certificate, where no authority is asked. */
  pin: digestText.nullable()
});
var snapshotFrame = strictObject({
  kind: literal("snapshot"),
  version: counterNumber,
  expiresAt: timestampText,
  self: selfSchema,
  peers: array(peerSchema),
  relays: array(relaySchema).max(16)
});
var deltaFrame = strictObject({
  kind: literal("delta"),
  since: counterNumber,
  version: counterNumber,
  expiresAt: timestampText,
  changed: array(peerSchema),
  removed: array(nodeId)
});
var relayTokenFrame = strictObject({
  kind: literal("relay-token"),
  token: envelopeSchema,
  /** Once for each stream, with its first token; null: as it was. */
  keyList: envelopeSchema.nullable()
});
var endedFrame = strictObject({
  kind: literal("ended"),
  reason: _enum(["revoked", "suspended", "lease-ended", "session-ended", "left", "replaced", "shutdown"])
});
var downFrame = discriminatedUnion("kind", [
  snapshotFrame,
  deltaFrame,
  relayTokenFrame,
  endedFrame
]);

// src/api/messages/problem.ts
var PROBLEMS = {
  malformed: 400,
  "signature-required": 401,
  "signature-invalid": 401,
  skew: 401,
  "login-required": 401,
  replayed: 401,
  untrusted: 403,
  refused: 403,
  forbidden: 403,
  revoked: 403,
  suspended: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  "too-many": 429,
  internal: 500,
  "not-ready": 503,
  recovering: 503
};
var problemSchema = strictObject({
  problem: strictObject({
    kind: _enum(Object.keys(PROBLEMS)),
    message: sentence,
    help: sentence.optional(),
    /** The trust rule or floor that refused, as a place: `rules[2]`, `environments.production.floor`. */
    rule: string2().max(200).optional(),
    claim: string2().max(100).optional(),
    /** The coordinator's time: with `skew`, what to set the clock by. */
    time: timestampText
  })
});

// src/api/messages/stream.ts
var MAX_FRAME_BYTES = 4 * 1024 * 1024;
var MAX_UP_FRAME_BYTES = 64 * 1024;
var signatureText2 = string2().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/);
var challengeSchema = strictObject({
  challenge: keyText,
  coordinator: keyText,
  signature: signatureText2
});
var signedFrameSchema = strictObject({
  counter: counterNumber,
  frame: string2().max(MAX_FRAME_BYTES),
  signature: signatureText2
});
var acknowledgeFrame = strictObject({
  kind: literal("acknowledge"),
  version: counterNumber,
  refused: array(strictObject({ node: nodeId, reason: sentence })).max(256)
});
var endpointsFrame = strictObject({ kind: literal("endpoints"), endpoints });
var upFrame = discriminatedUnion("kind", [acknowledgeFrame, endpointsFrame]);

// src/api/messages/approval.ts
var MAX_VERDICT_BYTES = 4 * 1024 * 1024;
var MAX_PROVENANCE_BYTES = 256 * 1024;
var encoded = (bytes) => base64Text.max(4 * Math.ceil(bytes / 3));
var locationText = string2().max(500).regex(
  /^(?:mesh|https|oci|release|coordinator):[^\s]{1,490}$/,
  "must be mesh:, https:, oci:, release: or coordinator:"
);
var submittedArtifact = strictObject({
  name: string2().min(1).max(255),
  digest: digestText,
  size: int().min(0),
  mediaType: string2().regex(/^[\w.+-]{1,127}\/[\w.+-]{1,127}$/),
  scope: labels,
  locations: array(locationText).min(1).max(8),
  /** A DSSE envelope with SLSA provenance, as the builder wrote it; demanded with `provenance: required`. */
  provenance: encoded(MAX_PROVENANCE_BYTES).optional()
});
var submissionRequest = strictObject({
  /** Bound to the two keys as for an admission without approval. */
  token: tokenText,
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  application: applicationName,
  environment: environmentName,
  kind: _enum(["deploy", "rollback"]),
  /** The verdict file's bytes. */
  verdict: encoded(MAX_VERDICT_BYTES),
  artifacts: array(submittedArtifact).min(1).max(16)
});
var submissionReply = strictObject({
  submission: submissionId,
  /** In the order of the artifacts. */
  statements: array(encoded(64 * 1024)).min(1).max(16),
  /** Tokens must come before. */
  expiresAt: timestampText,
  /** How many people must sign the same bytes. */
  quorum: int().min(0)
});
var personToken = strictObject({ issuer: string2().max(500), token: tokenText });
var signingRequest = strictObject({
  /** One for each statement, in order; each audience is bound to its statement's bytes. */
  tokens: array(tokenText).min(1).max(16)
});
var signingReply = discriminatedUnion("kind", [
  /** Approval files, in the order of the artifacts, as JSON texts. */
  strictObject({
    kind: literal("signed"),
    approvals: array(string2().max(1024 * 1024)).min(1).max(16)
  }),
  /** The tokens are kept; people have yet to sign. Asked again with the same tokens, the answer changes. */
  strictObject({
    kind: literal("waiting"),
    wanted: int().min(1),
    given: int().min(0),
    statements: array(digestText)
  })
]);
var submissionPath = strictObject({ id: submissionId });
var approvalPath = strictObject({ digest: digestText });
var applicationPath = strictObject({ application: applicationName });
var latestReply = strictObject({
  approval: string2().max(1024 * 1024).nullable()
});

// src/api/messages/environment.ts
var reason = sentence.min(1).max(500);
var environmentPath = strictObject({ environment: environmentName });
var freezeRequest = strictObject({
  /** Null: until somebody unfreezes it. */
  until: timestampText.nullable(),
  reason
});
var breakGlassRequest = strictObject({
  /** At most an hour. */
  lifetimeSeconds: int().min(60).max(3600),
  reason
});
var breakGlassReply = strictObject({
  until: timestampText,
  /** What it lifts, as environments.yml says. */
  lifts: array(_enum(["freezes", "after", "quorum"]))
});
var stop = strictObject({ by: keyText, until: timestampText.nullable(), reason });
var environmentList = strictObject({
  environments: array(
    strictObject({
      name: environmentName,
      quorum: counterNumber,
      /** By environments.yml, now. */
      frozenByFile: string2().max(300).nullable(),
      /** By a person. */
      freeze: stop.nullable(),
      breakGlass: stop.nullable()
    })
  )
});

// src/api/messages/login.ts
var ROLES = ["admin", "operator", "approver", "auditor", "member"];
var roleName = _enum(ROLES);
var FLOWS = ["loopback", "device", "browser"];
var flowName = _enum(FLOWS);
var loginName = string2().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, "must be 1 to 32 of a-z, 0-9 and -");
var attemptId = string2().regex(/^l-[0-9a-f]{32}$/, "must be a login id");
var firstAdminCode = string2().regex(/^sallyport-first-admin-v1:[A-Za-z0-9_-]{22}$/);
var loginSummary = strictObject({
  name: loginName,
  preset: string2().max(32),
  issuer: issuerUrl,
  clientId: string2().max(255),
  /** Of a client that is public all the same: some issuers want one from installed programs. */
  publicSecret: string2().max(500).nullable(),
  flows: array(flowName).min(1),
  /** For the loopback flow; without a port, any is good. */
  redirectUri: string2().max(100),
  scope: string2().max(500),
  /** `acr_values` to ask for; empty: none. */
  acrValues: array(string2().max(255)).max(16),
  /** `max_age` to ask for, seconds. */
  maxAge: counterNumber.nullable(),
  /** A PEM of the only CA that counts for this issuer. */
  ca: string2().max(64 * 1024).nullable()
});
var loginList = strictObject({ logins: array(loginSummary) });
var sessionSchema = strictObject({
  login: loginName,
  issuer: issuerUrl,
  subject: string2().max(255),
  /** As the transparency log names this person. */
  person: keyText,
  roles: array(roleName),
  expiresAt: timestampText
});
var sessionPath = strictObject({ session: keyText });
var sessionSummary = strictObject({
  ...sessionSchema.shape,
  session: keyText,
  startedAt: timestampText,
  /** Names of the person's nodes that it keeps in the mesh. */
  nodes: array(nodeName)
});
var sessionList = strictObject({ sessions: array(sessionSummary) });
var accountSchema = strictObject({ issuer: issuerUrl, subject: string2().min(1).max(255) });
var forgetReply = strictObject({
  /** False where nobody of that id was known. */
  known: boolean2(),
  sessions: counterNumber,
  nodes: counterNumber
});
var sessionRequest = strictObject({
  sessionKey: keyText,
  login: loginName,
  token: tokenText,
  firstAdmin: firstAdminCode.nullable()
});
var attemptRequest = strictObject({
  sessionKey: keyText,
  login: loginName,
  flow: _enum(["device", "browser"]),
  firstAdmin: firstAdminCode.nullable()
});
var attemptReply = strictObject({
  attempt: attemptId,
  /** Where the person goes. */
  url: string2().max(2e3),
  /** What the person types or compares there. */
  code: string2().max(64),
  /** Ask no more often. */
  intervalSeconds: int().min(1).max(3600),
  expiresAt: timestampText
});
var attemptPath = strictObject({ id: attemptId });
var attemptResult = discriminatedUnion("kind", [
  strictObject({ kind: literal("pending"), intervalSeconds: int().min(1).max(3600) }),
  strictObject({ kind: literal("refused"), reason: sentence }),
  strictObject({ kind: literal("done"), session: sessionSchema })
]);

// src/api/messages/membership.ts
var enrolmentSecret = string2().regex(/^sallyport-enrol-v1:[A-Za-z0-9_-]{43}$/);
var enrolRequest = strictObject({
  /** Null where a person approved these very keys. */
  secret: enrolmentSecret.nullable(),
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  /** Wished; a number is appended where it is taken. */
  name: nodeName,
  /** Where the agent listens in the mesh. */
  port: portNumber
});
var enrolReply = strictObject({ self: selfSchema });
var admissionRequest = strictObject({
  token: tokenText,
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  application: applicationName,
  environment: environmentName,
  /** Digest of the approval it comes with. */
  approval: digestText.nullable(),
  endpoints
});
var admissionReply = strictObject({
  self: selfSchema,
  lease: leaseSchema,
  peers: array(peerSchema),
  relays: array(relaySchema),
  /** Agents that did not answer in time; they may still come. */
  unacknowledged: array(nodeName),
  /** Agents whose own config refuses this runner. */
  refused: array(strictObject({ name: nodeName, reason: sentence }))
});
var personNodeRequest = strictObject({
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  /** Wished: the device's; it has its address again the next time. */
  name: nodeName,
  /** What was signed: the lease ends no later. */
  notAfter: timestampText,
  /** By the session's key, over both keys and `notAfter`. */
  signature: signatureText,
  /** By the person's own key over the same, for agents that ask for it. */
  own: strictObject({ key: keyText, signature: signatureText }).nullable(),
  endpoints
});
var personNodeReply = admissionReply;
var nodeSummary = strictObject({
  ...selfSchema.shape,
  state: _enum(["active", "suspended"]),
  machineKey: machineKeyText,
  wireguardKey: wireguardKeyText,
  connected: boolean2(),
  /** Whose node it is. */
  person: strictObject({ issuer: issuerUrl, subject: string2().max(255), session: keyText }).nullable(),
  createdAt: timestampText
});
var nodeList = strictObject({ nodes: array(nodeSummary) });
var secretRequest = strictObject({
  tags,
  applications: array(applicationName).min(1).max(64),
  environment: environmentName,
  /** At most an hour. */
  lifetimeSeconds: int().min(1).max(3600)
});
var secretReply = strictObject({ secret: enrolmentSecret, expiresAt: timestampText });
var agentApprovalRequest = strictObject({ fingerprint: keyText, ...secretRequest.shape });
var agentApprovalReply = strictObject({ expiresAt: timestampText });
var nodePath = strictObject({ id: nodeId });
var done = strictObject({ done: literal(true) });
var keyPath = strictObject({ key: keyText });

// src/api/messages/operation.ts
var keyListReply = strictObject({
  /** The root's public key, raw; its SHA-256 is the coordinator id and the fingerprint. */
  root: keyText,
  keyList: envelopeSchema,
  time: timestampText
});
var receiptRequest = strictObject({ receipt: envelopeSchema });
var receiptReply = strictObject({ digest: digestText, logIndex: counterNumber });
var receiptList = strictObject({
  receipts: array(strictObject({ node: string2(), receipt: envelopeSchema }))
});
var environmentsRequest = strictObject({
  /** The file as it stands in the repository. */
  text: string2().max(1024 * 1024),
  /** The version that it replaces; null for the first. */
  replaces: counterNumber.nullable()
});
var environmentsReply = strictObject({ version: counterNumber, digest: digestText });
var pushedFile = environmentsRequest;
var registeredFile = environmentsReply;
var pushRequest = strictObject({
  environments: pushedFile.nullable(),
  access: pushedFile.nullable(),
  /** Everything is checked and nothing changes. */
  dryRun: boolean2(),
  /** The change may cut agents off from every workload. */
  acceptLockOut: boolean2()
});
var workloadPushRequest = strictObject({
  /** Signs the request; made for it. */
  machineKey: machineKeyText,
  token: tokenText,
  environments: string2().max(1024 * 1024).nullable(),
  access: string2().max(1024 * 1024).nullable(),
  dryRun: boolean2(),
  acceptLockOut: boolean2()
});
var pushReply = strictObject({
  environments: registeredFile.nullable(),
  access: registeredFile.nullable(),
  edges: strictObject({ added: counterNumber, removed: counterNumber }),
  /** Names of agents that no workload can deploy to any more. */
  lockedOut: array(string2()).max(100),
  /** It loosens an environment with a quorum: nothing changed, people are asked. */
  waiting: strictObject({
    change: digestText,
    wanted: counterNumber,
    given: counterNumber,
    loosens: array(string2().max(600)).max(256)
  }).nullable()
});
var revisionOfFile = strictObject({ version: counterNumber, digest: digestText, text: string2() }).nullable();
var policyReply = strictObject({ environments: revisionOfFile, access: revisionOfFile });
var healthReply = strictObject({ status: literal("ok") });
var readyReply = strictObject({
  status: _enum(["ready", "not-ready"]),
  checks: array(strictObject({ name: string2(), ok: boolean2(), reason: sentence.optional() }))
});
var openApiReply = record(string2(), unknown());

// src/api/messages/vote.ts
var tally = {
  digest: digestText,
  wanted: int().min(0),
  given: int().min(0),
  notAfter: timestampText
};
var pendingApproval = strictObject({
  kind: literal("approval"),
  ...tally,
  application: applicationName,
  environment: environmentName,
  sequence: counterNumber,
  action: _enum(["deploy", "rollback", "revoke"]),
  artifact: strictObject({ name: string2().max(255), digest: digestText }),
  source: strictObject({
    repositoryId: numericId,
    commit: commitText,
    ref: gitRef,
    runId: numericId,
    actorId: numericId
  }).nullable()
});
var pendingChange = strictObject({
  kind: literal("policy-change"),
  ...tally,
  environments: array(environmentName),
  loosens: array(string2().max(600)).max(256),
  by: keyText.nullable()
});
var pendingItem = discriminatedUnion("kind", [pendingApproval, pendingChange]);
var pendingList = strictObject({ items: array(pendingItem) });
var pendingReply = strictObject({
  item: pendingItem,
  payloadType: string2().max(255),
  bytes: base64Text,
  /** Ids under `people` of environments.yml. */
  approvedBy: array(string2().max(63))
});
var signature = strictObject({
  keyid: keyText,
  /** Ed25519 over the DSSE encoding of type and bytes. */
  sig: base64Text.max(88)
});
var voteRequest = union([strictObject({ token: tokenText }), strictObject({ signature })]);
var voteReply = strictObject({ given: int().min(0), wanted: int().min(0) });
var refusalRequest = strictObject({ reason: sentence.min(1).max(500) });

// src/api/messages/recovery.ts
var MAX_REPORTED_BYTES = 256 * 1024;
var MAX_REPORT_BYTES = 512 * 1024;
var recoveryReport = strictObject({
  /** The largest checkpoint that the agent verified, as a signed note. */
  checkpoint: string2().max(64 * 1024).nullable(),
  /** The highest sequences that it accepted. */
  ratchets: array(
    strictObject({
      application: applicationName,
      environment: environmentName,
      keyEpoch: counter,
      sequence: counter
    })
  ).max(1e3),
  /** Entries of the log that were asked for. */
  entries: strictObject({ from: counterNumber, bytes: array(base64Text).min(1).max(4096) }).nullable()
});
var recoveryReply = strictObject({ wanted: counterNumber.nullable() });
var counts = record(string2(), counterNumber);
var recoveryState = strictObject({
  recovery: strictObject({
    since: timestampText,
    /** Entries of the log that the backup had, and that stand here by now. */
    restored: counterNumber,
    size: counterNumber,
    /** The largest log that an agent saw. */
    seen: counterNumber,
    /** Agents by name: heard, and not yet. */
    reported: array(nodeName),
    awaited: array(nodeName),
    /** Why it cannot end by itself. */
    obstacle: sentence.nullable(),
    /** What took effect again, and what a person must do again, by kind of entry. */
    replayed: counts,
    open: counts
  }).nullable()
});
var recoveryEnd = strictObject({
  /** What agents saw and nobody has any more is lost. */
  acceptLoss: boolean2()
});
var recoveryEnded = strictObject({ secrets: counterNumber, leases: counterNumber });

// src/api/recovery-routes.ts
var RECOVERY = {
  reportRecovery: {
    method: "POST",
    path: "/v1/recovery/reports",
    summary: "After a restore, an agent says what it saw of the log, and brings entries that are missing.",
    callers: ["agent"],
    maxBodyBytes: MAX_REPORT_BYTES,
    request: recoveryReport,
    reply: recoveryReply
  },
  recovery: {
    method: "GET",
    path: "/v1/recovery",
    summary: "What a restored coordinator still waits for; null where it serves.",
    callers: ["admin", "operator", "auditor"],
    maxBodyBytes: 0,
    reply: recoveryState
  },
  endRecovery: {
    method: "POST",
    path: "/v1/recovery/end",
    summary: "Serve, without those agents that have not been heard.",
    callers: ["admin"],
    maxBodyBytes: 32 * 1024,
    request: recoveryEnd,
    reply: recoveryEnded
  }
};

// src/api/route-table.ts
var SMALL = 32 * 1024;
var none = { maxBodyBytes: 0 };
var ROUTES = {
  health: {
    method: "GET",
    path: "/healthz",
    summary: "The process runs.",
    callers: ["anybody"],
    ...none,
    reply: healthReply
  },
  ready: {
    method: "GET",
    path: "/readyz",
    summary: "Store, log and clock are fit to serve.",
    callers: ["anybody"],
    ...none,
    reply: readyReply
  },
  openApi: {
    method: "GET",
    path: "/v1/openapi.json",
    summary: "This document.",
    callers: ["anybody"],
    ...none,
    reply: openApiReply
  },
  keyList: {
    method: "GET",
    path: "/v1/key-list",
    summary: "The root, and the key list that it signed.",
    callers: ["anybody"],
    ...none,
    reply: keyListReply
  },
  enrol: {
    method: "POST",
    path: "/v1/enrolments",
    summary: "An agent joins with a single-use secret, or because a person approved its keys.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    request: enrolRequest,
    reply: enrolReply
  },
  admit: {
    method: "POST",
    path: "/v1/admissions",
    summary: "A runner joins for one lease with a key-bound workload token.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    request: admissionRequest,
    reply: admissionReply
  },
  logins: {
    method: "GET",
    path: "/v1/logins",
    summary: "With which issuers people log in.",
    callers: ["anybody"],
    ...none,
    reply: loginList
  },
  openSession: {
    method: "POST",
    path: "/v1/sessions",
    summary: "A person's ID token, bound to the key of the new session.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    request: sessionRequest,
    reply: sessionSchema
  },
  beginLogin: {
    method: "POST",
    path: "/v1/login-attempts",
    summary: "A login by device or browser begins; says where the person goes.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    request: attemptRequest,
    reply: attemptReply
  },
  finishLogin: {
    method: "POST",
    path: "/v1/login-attempts/{id}/session",
    summary: "Asked until the person is done: the session, or why not.",
    callers: ["holder"],
    maxBodyBytes: SMALL,
    params: attemptPath,
    request: strictObject({}),
    reply: attemptResult
  },
  session: {
    method: "GET",
    path: "/v1/session",
    summary: "Who the caller is, and as what.",
    callers: ["member"],
    ...none,
    reply: sessionSchema
  },
  endSession: {
    method: "POST",
    path: "/v1/session/end",
    summary: "The calling session's key is worth nothing from then on.",
    callers: ["member"],
    maxBodyBytes: SMALL,
    request: strictObject({}),
    reply: done
  },
  sessions: {
    method: "GET",
    path: "/v1/sessions",
    summary: "Sessions that stand: everybody sees their own, an admin, an operator and an auditor see all.",
    callers: ["member", "admin", "operator", "auditor"],
    ...none,
    reply: sessionList
  },
  endSessionOf: {
    method: "POST",
    path: "/v1/sessions/{session}/end",
    summary: "A session ends with its person's nodes: one's own, or by an admin or operator anybody's.",
    callers: ["member", "admin", "operator"],
    maxBodyBytes: SMALL,
    params: sessionPath,
    request: strictObject({}),
    reply: done
  },
  forgetPerson: {
    method: "POST",
    path: "/v1/people/forget",
    summary: "Sessions, nodes and roles of a person end, and the log names them no more.",
    callers: ["admin"],
    maxBodyBytes: SMALL,
    request: accountSchema,
    reply: forgetReply
  },
  connectPerson: {
    method: "POST",
    path: "/v1/person-nodes",
    summary: "The calling person's own node joins, for as long as the session.",
    callers: ["member"],
    maxBodyBytes: SMALL,
    request: personNodeRequest,
    reply: personNodeReply
  },
  leave: {
    method: "POST",
    path: "/v1/leave",
    summary: "The calling node ends its own membership.",
    callers: ["agent", "runner", "person"],
    maxBodyBytes: SMALL,
    request: strictObject({}),
    reply: done
  },
  submit: {
    method: "POST",
    path: "/v1/submissions",
    summary: "Verdict and artifacts in, exact statement bytes out.",
    callers: ["holder"],
    // The one large body: a verdict with all its findings, in base64, and provenance.
    maxBodyBytes: Math.ceil(MAX_VERDICT_BYTES * 1.4) + 2 * 1024 * 1024,
    request: submissionRequest,
    reply: submissionReply
  },
  sign: {
    method: "POST",
    path: "/v1/submissions/{id}/approvals",
    summary: "Statement-bound tokens in, approval files out.",
    callers: ["holder"],
    maxBodyBytes: 512 * 1024,
    params: submissionPath,
    request: signingRequest,
    reply: signingReply
  },
  vote: {
    method: "POST",
    path: "/v1/statements/{digest}/people",
    summary: "A person's login or signature over the same bytes: of an approval, or of a change of policy.",
    callers: ["anybody"],
    maxBodyBytes: SMALL,
    params: approvalPath,
    request: voteRequest,
    reply: voteReply
  },
  pending: {
    method: "GET",
    path: "/v1/statements",
    summary: "What waits for people.",
    callers: ["admin", "operator", "approver", "auditor"],
    ...none,
    reply: pendingList
  },
  pendingOne: {
    method: "GET",
    path: "/v1/statements/{digest}",
    summary: "The exact bytes that people sign, and who has.",
    callers: ["admin", "operator", "approver", "auditor"],
    ...none,
    params: approvalPath,
    reply: pendingReply
  },
  refuse: {
    method: "POST",
    path: "/v1/statements/{digest}/refusal",
    summary: "A person says no: nothing that was asked for together is signed.",
    callers: ["admin", "approver"],
    maxBodyBytes: SMALL,
    params: approvalPath,
    request: refusalRequest,
    reply: done
  },
  latestApproval: {
    method: "GET",
    path: "/v1/applications/{application}/approval",
    summary: "The newest approval for one of the calling agent's applications.",
    callers: ["agent"],
    ...none,
    params: applicationPath,
    reply: latestReply
  },
  revokeApproval: {
    method: "POST",
    path: "/v1/approvals/{digest}/revocation",
    summary: "Withdraw an approval and every edge that it granted.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: approvalPath,
    request: strictObject({}),
    reply: done
  },
  submitReceipt: {
    method: "POST",
    path: "/v1/receipts",
    summary: "An agent's signed account of a deployment.",
    callers: ["agent"],
    maxBodyBytes: 256 * 1024,
    request: receiptRequest,
    reply: receiptReply
  },
  receipts: {
    method: "GET",
    path: "/v1/approvals/{digest}/receipts",
    summary: "Receipts of deployments under an approval.",
    callers: ["admin", "operator", "approver", "auditor", "runner"],
    ...none,
    params: approvalPath,
    reply: receiptList
  },
  nodes: {
    method: "GET",
    path: "/v1/nodes",
    summary: "Nodes that are active or suspended.",
    callers: ["admin", "operator", "auditor"],
    ...none,
    reply: nodeList
  },
  revokeNode: {
    method: "POST",
    path: "/v1/nodes/{id}/revocation",
    summary: "End a node for good; its stream ends at once.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: nodePath,
    request: strictObject({}),
    reply: done
  },
  resumeNode: {
    method: "POST",
    path: "/v1/nodes/{id}/resumption",
    summary: "Let a suspended node go on.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: nodePath,
    request: strictObject({}),
    reply: done
  },
  createSecret: {
    method: "POST",
    path: "/v1/enrolment-secrets",
    summary: "A single-use secret for one agent.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    request: secretRequest,
    reply: secretReply
  },
  approveAgent: {
    method: "POST",
    path: "/v1/enrolment-approvals",
    summary: "A person lets one agent join, by the fingerprint of its keys: in the place of a secret.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    request: agentApprovalRequest,
    reply: agentApprovalReply
  },
  putEnvironments: {
    method: "PUT",
    path: "/v1/environments",
    summary: "Replace environments.yml.",
    callers: ["admin"],
    maxBodyBytes: 2 * 1024 * 1024,
    request: environmentsRequest,
    reply: environmentsReply
  },
  environments: {
    method: "GET",
    path: "/v1/environments",
    summary: "Environments, their quorum, and what stops them now.",
    callers: ["admin", "operator", "approver", "auditor"],
    ...none,
    reply: environmentList
  },
  freeze: {
    method: "POST",
    path: "/v1/environments/{environment}/freeze",
    summary: "No approval of this environment is signed until then.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: freezeRequest,
    reply: done
  },
  unfreeze: {
    method: "POST",
    path: "/v1/environments/{environment}/unfreezing",
    summary: "A person's freeze ends.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: strictObject({}),
    reply: done
  },
  breakGlass: {
    method: "POST",
    path: "/v1/environments/{environment}/break-glass",
    summary: "Lifts for an hour at most what environments.yml lets it lift; logged, and told aloud.",
    callers: ["admin"],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: breakGlassRequest,
    reply: breakGlassReply
  },
  endBreakGlass: {
    method: "POST",
    path: "/v1/environments/{environment}/break-glass/end",
    summary: "The glass is whole again.",
    callers: ["admin", "operator"],
    maxBodyBytes: SMALL,
    params: environmentPath,
    request: strictObject({}),
    reply: done
  },
  policy: {
    method: "GET",
    path: "/v1/policy",
    summary: "The registered environments.yml and access.hujson.",
    callers: ["admin", "operator", "approver", "auditor"],
    ...none,
    reply: policyReply
  },
  push: {
    method: "PUT",
    path: "/v1/policy",
    summary: "Replace environments.yml and access.hujson in one transaction, or only check them.",
    callers: ["admin"],
    maxBodyBytes: 4 * 1024 * 1024,
    request: pushRequest,
    reply: pushReply
  },
  pushByWorkload: {
    method: "PUT",
    path: "/v1/policy/workload",
    summary: "The same by a pipeline that environments.yml lists under pushers, with a token of these files.",
    callers: ["holder"],
    maxBodyBytes: 4 * 1024 * 1024,
    request: workloadPushRequest,
    reply: pushReply
  },
  ...RECOVERY
};
var STREAM_PATH = "/v1/stream";
function fillPath(path, params) {
  return path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ""));
}

// src/api/stream-challenge.ts
init_bytes();
init_digest();
function verifyChallenge(message, context, controlKey) {
  if (message.coordinator !== context.coordinatorId) return void 0;
  const challenge2 = decodeBase64url(message.challenge);
  const signature2 = decodeBase64url(message.signature);
  return verifyEd25519(controlKey, hashOf(challenge2, context), signature2) ? challenge2 : void 0;
}
function hashOf(challenge2, { coordinatorId, upgradeSignature }) {
  return labelledHash("sallyport/challenge/v1", coordinatorId, upgradeSignature, challenge2);
}

// src/mesh/control/control-stream.ts
init_bytes();
init_errors();
init_time();

// src/trust/http-signature.ts
init_bytes();
init_digest();
init_time();
var SIGNATURE_WINDOW = 60 * SECOND;
var NONCE_LIFETIME = 180 * SECOND;
var NONCE_BYTES = 16;
var MAX_HEADER_LENGTH = 1024;
var REQUEST_COMPONENTS = '("@method" "@target-uri" "content-digest")';
var RESPONSE_INPUT = /^sig=(\("@status" "content-digest" "signature";req;key="sig"\);created=(\d{1,12});keyid="([A-Za-z0-9_-]{43})";alg="ed25519";tag="sallyport:([A-Za-z0-9_-]{43})")$/;
var SIGNATURE = /^sig=:([A-Za-z0-9+/]{86}==):$/;
function signRequest(request3, signer, nonce) {
  if (nonce.length !== NONCE_BYTES) throw new Error(`a nonce has ${NONCE_BYTES} bytes, not ${nonce.length}`);
  const digest = contentDigest(request3.body);
  const parameters = `${REQUEST_COMPONENTS};created=${seconds(signer.now)};nonce="${encodeBase64url(nonce)}"${trailer(signer)}`;
  return headersOf(digest, parameters, requestBase(request3, digest, parameters), signer);
}
function verifyResponse(response, headers, expected) {
  if (!isComplete(headers)) return { kind: "refused", code: "missing" };
  const input = match(RESPONSE_INPUT, headers["signature-input"]);
  if (!input || !SIGNATURE.test(response.requestSignature)) return { kind: "refused", code: "malformed" };
  const [, parameters, created, keyId, coordinatorId] = input;
  const base = responseBase(response, headers["content-digest"], parameters);
  const stated = { keyId, nonce: "", created, coordinatorId };
  return judge(stated, { base, headers, body: response.body }, expected);
}
function contentDigest(body) {
  return `sha-256=:${encodeBase64(sha256(body))}:`;
}
function judge(stated, signed, expected) {
  if (stated.coordinatorId !== expected.coordinatorId) return { kind: "refused", code: "coordinator" };
  if (stated.keyId !== keyIdOf(expected.publicKey)) return { kind: "refused", code: "key" };
  if (signed.headers["content-digest"] !== contentDigest(signed.body))
    return { kind: "refused", code: "digest" };
  const signature2 = decodeSignature(signed.headers.signature);
  if (!signature2) return { kind: "refused", code: "malformed" };
  if (!verifyEd25519(expected.publicKey, signed.base, signature2))
    return { kind: "refused", code: "signature" };
  const created = Number(stated.created) * SECOND;
  if (Math.abs(expected.now - created) > SIGNATURE_WINDOW) return { kind: "refused", code: "skew", created };
  return { kind: "verified", keyId: stated.keyId, nonce: stated.nonce, created };
}
function requestBase({ method, targetUri }, digest, parameters) {
  return encodeUtf8(
    [
      `"@method": ${method}`,
      `"@target-uri": ${targetUri}`,
      `"content-digest": ${digest}`,
      `"@signature-params": ${parameters}`
    ].join("\n")
  );
}
function responseBase({ status, requestSignature }, digest, parameters) {
  return encodeUtf8(
    [
      `"@status": ${status}`,
      `"content-digest": ${digest}`,
      // RFC 9421 \u00a72.1.2 and \u00a72.4: the member `sig` of the request's dictionary field.
      `"signature";req;key="sig": ${requestSignature.slice("sig=".length)}`,
      `"@signature-params": ${parameters}`
    ].join("\n")
  );
}
function headersOf(digest, parameters, base, { key }) {
  return {
    "content-digest": digest,
    "signature-input": `sig=${parameters}`,
    signature: `sig=:${encodeBase64(signEd25519(key.privateKey, base))}:`
  };
}
function trailer({ key, coordinatorId }) {
  return `;keyid="${keyIdOf(key.publicKey)}";alg="ed25519";tag="sallyport:${coordinatorId}"`;
}
function seconds(now) {
  return Math.floor(now / SECOND);
}
function isComplete(headers) {
  return headers["content-digest"] !== void 0 && headers["signature-input"] !== void 0 && headers.signature !== void 0;
}
function match(pattern, header) {
  if (header === void 0 || header.length > MAX_HEADER_LENGTH) return void 0;
  return pattern.exec(header) ?? void 0;
}
function decodeSignature(header) {
  const text2 = match(SIGNATURE, header)?.[1];
  if (text2 === void 0) return void 0;
  const bytes = new Uint8Array(Buffer.from(text2, "base64"));
  return encodeBase64(bytes) === text2 ? bytes : void 0;
}

// src/trust/stream-frame.ts
init_digest();
function signFrame(frame, context, key) {
  return signEd25519(key.privateKey, frameHash(frame, context));
}
function verifyFrame(frame, signature2, context, publicKey2) {
  return verifyEd25519(publicKey2, frameHash(frame, context), signature2);
}
function frameHash(frame, { challenge: challenge2, counter: counter2, from }) {
  const counterBytes = new Uint8Array(8);
  new DataView(counterBytes.buffer).setBigUint64(0, BigInt(counter2));
  return labelledHash("sallyport/frame/v1", challenge2, from, counterBytes, sha256(frame));
}

// src/mesh/control/control-stream.ts
var HANDSHAKE_MS2 = 15 * SECOND;
var SILENCE_MS2 = 75 * SECOND;
var MAX_PROBLEM_BYTES = 64 * 1024;
async function openControlStream(options) {
  const { client, since, wantsRelay, ca } = options;
  const { keys } = await client.keyList();
  const query = [...since === void 0 ? [] : [`since=${since}`], ...wantsRelay ? ["relay=1"] : []].join(
    "&"
  );
  const target = `${client.url}${STREAM_PATH}${query === "" ? "" : `?${query}`}`;
  const headers = client.signUpgrade(target);
  const socket = new import_websocket.default(target.replace(/^http/, "ws"), {
    headers: { ...headers },
    handshakeTimeout: HANDSHAKE_MS2,
    maxPayload: 2 * MAX_FRAME_BYTES,
    perMessageDeflate: false,
    followRedirects: false,
    ...ca === void 0 ? {} : { ca }
  });
  const state3 = {
    options,
    socket,
    control: keys.control,
    upgradeSignature: headers.signature,
    challenge: void 0,
    received: 0,
    sent: 0
  };
  watch(state3);
  return {
    send: (frame) => sendFrame(state3, frame),
    close: () => socket.close(1e3)
  };
}
function watch(state3) {
  const { socket, options } = state3;
  let reason2 = "";
  let problem;
  let silence = setTimeout(() => socket.terminate(), SILENCE_MS2);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => socket.terminate(), SILENCE_MS2);
  };
  socket.on("ping", heard);
  socket.on("message", (data) => {
    heard();
    try {
      receive(state3, data);
    } catch (thrown) {
      reason2 = messageOf(thrown);
      socket.terminate();
    }
  });
  socket.on("unexpected-response", (_request, response) => {
    const chunks = [];
    let size = 0;
    response.on("data", (chunk) => {
      size += chunk.length;
      if (size <= MAX_PROBLEM_BYTES) chunks.push(chunk);
    });
    response.on("end", () => {
      problem = readProblem(state3, response.statusCode ?? 0, response.headers, Buffer.concat(chunks));
      reason2 = problem?.message ?? `the upgrade was answered with ${response.statusCode}`;
      socket.terminate();
    });
  });
  socket.on("error", (error2) => {
    reason2 ||= error2.message;
  });
  socket.on("close", (code) => {
    clearTimeout(silence);
    options.onClosed({ reason: reason2 || `closed (${code})`, ...problem ? { problem } : {} });
  });
}
function receive(state3, data) {
  const source = "the coordinator's frame";
  const limits = { source, maxBytes: 2 * MAX_FRAME_BYTES };
  const value = parseStrictJson(data, limits);
  if (!state3.challenge) {
    const message = decode2(challengeSchema, value, { source });
    const { coordinatorId } = state3.options.client;
    state3.challenge = verifyChallenge(
      message,
      { coordinatorId, upgradeSignature: state3.upgradeSignature },
      state3.control
    );
    if (state3.challenge) return;
    state3.options.client.doubtKeyList();
    throw refused2("the challenge is not signed by the control key for this upgrade");
  }
  const signed = decode2(signedFrameSchema, value, { source });
  const bytes = encodeUtf8(signed.frame);
  const expected = { challenge: state3.challenge, counter: state3.received + 1, from: "coordinator" };
  const isNext = signed.counter === expected.counter;
  if (!isNext || !verifyFrame(bytes, decodeBase64url(signed.signature), expected, state3.control)) {
    throw refused2("a frame is not the next one, or not signed by the control key");
  }
  state3.received = expected.counter;
  state3.options.onFrame(decode2(downFrame, parseStrictJson(bytes, limits), { source }));
}
function sendFrame(state3, frame) {
  const { socket, challenge: challenge2, options } = state3;
  if (!challenge2 || socket.readyState !== socket.OPEN) return;
  state3.sent++;
  const text2 = JSON.stringify(frame);
  const context = { challenge: challenge2, counter: state3.sent, from: "node" };
  const signature2 = encodeBase64url(signFrame(encodeUtf8(text2), context, options.key));
  socket.send(JSON.stringify({ counter: state3.sent, frame: text2, signature: signature2 }));
}
function readProblem({ options, control, upgradeSignature }, status, headers, body) {
  const header = (name) => typeof headers[name] === "string" ? headers[name] : void 0;
  const judgement = verifyResponse(
    { status, body, requestSignature: upgradeSignature },
    {
      "content-digest": header("content-digest"),
      "signature-input": header("signature-input"),
      signature: header("signature")
    },
    { publicKey: control, coordinatorId: options.client.coordinatorId, now: options.clock.now() }
  );
  if (judgement.kind === "refused") {
    options.client.doubtKeyList();
    return void 0;
  }
  const source = "the refusal";
  const value = parseStrictJson(decodeUtf8(body), { source, maxBytes: MAX_PROBLEM_BYTES });
  return decode2(problemSchema, value, { source }).problem;
}
function refused2(message) {
  return new SallyportError("REPLY_REFUSED", { message });
}

// src/mesh/control/network-map-state.ts
init_errors();
init_time();
function applyFrame(known2, frame) {
  if (known2 && frame.version < known2.version) {
    throw refused3(`the map went back from version ${known2.version} to ${frame.version}`);
  }
  return frame.kind === "snapshot" ? applySnapshot(known2, frame) : applyDelta(known2, frame);
}
function applySnapshot(known2, frame) {
  const peers = new Map(frame.peers.map((peer) => [peer.id, peer]));
  const removed = [...known2?.peers.keys() ?? []].filter((id) => !peers.has(id));
  const changed = frame.peers.filter(
    (peer) => JSON.stringify(known2?.peers.get(peer.id)) !== JSON.stringify(peer)
  );
  const { version: version2, self, relays } = frame;
  return {
    map: { version: version2, expiresAt: parseTimestamp(frame.expiresAt), self, peers, relays },
    changed,
    removed
  };
}
function applyDelta(known2, frame) {
  if (!known2 || frame.since !== known2.version) {
    throw refused3(
      `a delta from version ${frame.since} does not fit the map of version ${known2?.version ?? "none"}`
    );
  }
  const peers = new Map(known2.peers);
  for (const id of frame.removed) peers.delete(id);
  for (const peer of frame.changed) peers.set(peer.id, peer);
  const map = { ...known2, version: frame.version, expiresAt: parseTimestamp(frame.expiresAt), peers };
  return { map, changed: frame.changed, removed: frame.removed };
}
function refused3(message) {
  return new SallyportError("REPLY_REFUSED", { message });
}

// src/mesh/control/control-session.ts
var FIRST_PAUSE = SECOND / 4;
var LONGEST_PAUSE = 30 * SECOND;
var FINAL = {
  revoked: "revoked",
  suspended: "suspended",
  untrusted: "untrusted",
  forbidden: "untrusted"
};
function startControlSession(options) {
  const { promise: ended, resolve: finish } = Promise.withResolvers();
  const state3 = {
    options,
    map: void 0,
    stream: void 0,
    isServed: false,
    endpoints: void 0,
    keyList: void 0,
    pause: FIRST_PAUSE,
    failures: 0,
    saidReason: void 0,
    isOver: false,
    work: Promise.resolve(),
    retry: void 0,
    expiry: void 0,
    finish(end) {
      if (state3.isOver) return;
      state3.isOver = true;
      clearTimeout(state3.retry);
      clearTimeout(state3.expiry);
      state3.stream?.close();
      finish(end);
    }
  };
  connect3(state3);
  return {
    ended,
    get map() {
      return state3.map;
    },
    get isConnected() {
      return state3.isServed;
    },
    reportEndpoints(endpoints2) {
      state3.endpoints = endpoints2;
      state3.stream?.send({ kind: "endpoints", endpoints: [...endpoints2] });
    },
    close: () => state3.finish("closed")
  };
}
function connect3(state3) {
  const { options } = state3;
  openControlStream({
    client: options.client,
    key: options.key,
    since: state3.map?.version,
    wantsRelay: options.onRelayCredential !== void 0,
    ...options.ca === void 0 ? {} : { ca: options.ca },
    clock: options.clock,
    onFrame: (frame) => receive2(state3, frame),
    onClosed({ reason: reason2, problem }) {
      state3.stream = void 0;
      state3.isServed = false;
      const end = problem && FINAL[problem.kind];
      if (problem?.kind === "recovering") options.onRecovering?.();
      if (end) state3.finish(end);
      else connectLater(state3, reason2);
    }
  }).then(
    (stream3) => {
      if (state3.isOver) stream3.close();
      else state3.stream = stream3;
    },
    (thrown) => connectLater(state3, messageOf(thrown))
  );
}
function connectLater(state3, reason2) {
  if (state3.isOver) return;
  const { diagnostics, random } = state3.options;
  const wait = state3.pause / 2 + randomBelow(random, Math.max(1, Math.ceil(state3.pause / 2)));
  state3.pause = Math.min(LONGEST_PAUSE, state3.pause * 2);
  const isNews = state3.failures > 0 && reason2 !== state3.saidReason;
  if (isNews) state3.saidReason = reason2;
  state3.failures += 1;
  diagnostics.log(isNews ? "warn" : "debug", "the coordinator is not reached", {
    reason: reason2,
    retryMs: Math.round(wait)
  });
  state3.retry = setTimeout(() => connect3(state3), wait);
}
function receive2(state3, frame) {
  if (frame.kind === "ended") {
    state3.options.diagnostics.log("info", "the coordinator ended the session", { reason: frame.reason });
    if (frame.reason !== "shutdown" && frame.reason !== "replaced") state3.finish(frame.reason);
    return;
  }
  if (state3.saidReason !== void 0)
    state3.options.diagnostics.log("info", "the coordinator is reached again");
  state3.pause = FIRST_PAUSE;
  state3.failures = 0;
  state3.saidReason = void 0;
  state3.isServed = true;
  state3.work = state3.work.then(() => take(state3, frame)).catch((thrown) => {
    state3.options.diagnostics.log("warn", "a map was refused", { error: messageOf(thrown) });
    state3.map = void 0;
    state3.stream?.close();
  });
}
async function take(state3, frame) {
  if (state3.isOver) return;
  if (frame.kind === "relay-token") return takeRelayToken(state3, frame);
  const isFirst = frame.kind === "snapshot" || state3.map === void 0;
  const change = applyFrame(state3.map, frame);
  state3.map = change.map;
  watchExpiry(state3, change.map);
  const refused4 = await state3.options.onMap(change);
  state3.stream?.send({ kind: "acknowledge", version: change.map.version, refused: [...refused4] });
  if (isFirst && state3.endpoints) state3.stream?.send({ kind: "endpoints", endpoints: [...state3.endpoints] });
}
function takeRelayToken(state3, { token, keyList }) {
  const { options, map } = state3;
  state3.keyList = keyList ?? state3.keyList;
  if (!map || !state3.keyList) return;
  const keys = [...map.peers.values()].map(({ wireguardKey }) => decodeBase64url(wireguardKey));
  options.onRelayCredential?.({
    bytes: emitRelayCredential(token, state3.keyList),
    peers: listPeers(keys).bytes
  });
}
function watchExpiry(state3, map) {
  clearTimeout(state3.expiry);
  const left2 = Math.max(0, map.expiresAt - state3.options.clock.now());
  state3.expiry = setTimeout(() => {
    state3.map = void 0;
    state3.options.onExpired();
  }, left2);
  state3.expiry.unref();
}

// src/mesh/dns/mesh-names.ts
init_ip();

// src/mesh/dns/reverse-name.ts
var IPV4_ZONE = ".in-addr.arpa";
var IPV6_ZONE = ".ip6.arpa";
function reverseNameOf({ family, bytes }) {
  if (family === 4) return `${[...bytes].reverse().join(".")}${IPV4_ZONE}`;
  const nibbles = [...bytes].flatMap((byte) => [byte >> 4, byte & 15]);
  return `${nibbles.reverse().map((nibble) => nibble.toString(16)).join(".")}${IPV6_ZONE}`;
}

// src/mesh/dns/mesh-names.ts
var MeshNames = class {
  #domain = "";
  #addresses = /* @__PURE__ */ new Map();
  /** By reverse name. */
  #pointers = /* @__PURE__ */ new Map();
  /** @param peers those that this node may talk to */
  update(self, peers) {
    this.#domain = self.domain;
    this.#addresses = new Map(
      [...peers, self].map(({ name, ipv4: ipv42, ipv6: ipv62 }) => [name, [parseIp(ipv42), parseIp(ipv62)]])
    );
    this.#pointers = new Map(
      [...this.#addresses].flatMap(
        ([name, addresses]) => addresses.map((address2) => [reverseNameOf(address2), `${name}.${self.domain}`])
      )
    );
  }
  lookUp(name) {
    const wanted = name.toLowerCase().replace(/\.$/, "");
    const pointer = this.#pointers.get(wanted);
    if (pointer !== void 0) return { pointer };
    if (!wanted.includes(".")) return this.#addresses.get(wanted) ?? [];
    if (this.#domain === "" || !wanted.endsWith(`.${this.#domain}`)) return [];
    return this.#addresses.get(wanted.slice(0, -this.#domain.length - 1)) ?? "no-such-name";
  }
};

// src/mesh/local-endpoints.ts
init_ip();
const { networkInterfaces } = process.getBuiltinModule("node:os");
var MAX_ENDPOINTS = 8;
function localEndpoints(port, withLoopback, observed = []) {
  if (port === 0) return [];
  const own2 = Object.values(networkInterfaces()).flat().filter((entry) => entry !== void 0).filter(({ internal, address: address2 }) => (withLoopback || !internal) && !address2.startsWith("fe80:")).map(({ address: address2 }) => formatEndpoint({ address: parseIp(address2), port }));
  return [.../* @__PURE__ */ new Set([...observed, ...own2])].slice(0, MAX_ENDPOINTS);
}
function isLoopbackUrl(url2) {
  const { hostname } = new URL(url2);
  return hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
}

// src/mesh/map-peers.ts
init_bytes();
init_ip();

// src/tunnel/wireguard/keys.ts
init_bytes();
init_errors();
function publicKey(bytes) {
  return checked(bytes, "public key");
}
function privateKey(bytes) {
  return new Secret(checked(bytes, "private key"));
}
function peerId(key) {
  return encodeBase64(key);
}
function checked(bytes, what) {
  if (bytes.length === 32) return bytes;
  throw new SallyportError("KEY_INVALID", { message: `a ${what} has 32 bytes, not ${bytes.length}` });
}

// src/mesh/map-peers.ts
var KEEPALIVE_SECONDS = 25;
function meshPeerOf(peer, ports) {
  return {
    publicKey: publicKey(decodeBase64url(peer.wireguardKey)),
    endpoints: peer.endpoints.map(parseEndpoint),
    allowedIps: [
      { address: parseIp(peer.ipv4), bits: 32 },
      { address: parseIp(peer.ipv6), bits: 128 }
    ],
    filter: filterOf(ports),
    persistentKeepaliveSeconds: KEEPALIVE_SECONDS
  };
}
function filterOf(ports) {
  if (ports.length === 0) return [];
  return [{ kind: "tcp", ports: ports.map((port) => ({ first: port, last: port })) }, { kind: "icmp" }];
}

// src/mesh/node.ts
init_errors();
init_ip();

// src/platform/heap-growth.ts
const { setFlagsFromString } = process.getBuiltinModule("node:v8");
var GROWTH_PERCENT = 300;
var AFTER_MS = 500;
function allowHeapGrowth() {
  setTimeout(() => setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`), AFTER_MS).unref();
}

// src/tunnel/wireguard/constants.ts
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

// src/tunnel/wireguard/remote.ts
init_bytes();
init_ip();

// src/tunnel/wireguard/cookie.ts
init_bytes();
init_messages();
function cookieKeys(crypto, receiver) {
  return {
    mac1: crypto.hash(encodeUtf8(LABEL_MAC1), receiver),
    cookie: crypto.hash(encodeUtf8(LABEL_COOKIE), receiver)
  };
}
var CookieChecker = class {
  #crypto;
  #random;
  #keys;
  #secret;
  constructor(crypto, random, publicKey2) {
    this.#crypto = crypto;
    this.#random = random;
    this.#keys = cookieKeys(crypto, publicKey2);
  }
  hasValidMac1(message) {
    const at = message.length - 2 * MAC_SIZE;
    const mac3 = this.#crypto.mac(this.#keys.mac1, message.subarray(0, at));
    return equalConstantTime(mac3, message.subarray(at, at + MAC_SIZE));
  }
  /** @param subject what the cookie is bound to: address and port, or the relay and its key. */
  hasValidMac2(message, subject, now) {
    if (!this.#secret || now - this.#secret.createdAt >= COOKIE_SECRET_LIFETIME) return false;
    const at = message.length - MAC_SIZE;
    const cookie = this.#crypto.mac(this.#secret.bytes, subject);
    return equalConstantTime(this.#crypto.mac(cookie, message.subarray(0, at)), message.subarray(at));
  }
  /** Answers a message with valid MAC1 by a cookie that only its receiver can open. */
  createReply(message, subject, now) {
    if (!this.#secret || now - this.#secret.createdAt >= COOKIE_SECRET_LIFETIME) {
      this.#secret = { bytes: this.#random.bytes(32), createdAt: now };
    }
    const cookie = this.#crypto.mac(this.#secret.bytes, subject);
    const nonce = this.#random.bytes(24);
    const mac1At = message.length - 2 * MAC_SIZE;
    const mac1 = message.subarray(mac1At, mac1At + MAC_SIZE);
    const sealedCookie = this.#crypto.sealExtended(this.#keys.cookie, nonce, cookie, mac1);
    return emitCookieReply({ receiver: firstIndex(message), nonce, sealedCookie });
  }
};
var CookieJar = class {
  #crypto;
  #keys;
  #lastMac1;
  #cookie;
  constructor(crypto, publicKey2) {
    this.#crypto = crypto;
    this.#keys = cookieKeys(crypto, publicKey2);
  }
  /** Fills in MAC1, and MAC2 while the cookie is fresh. */
  writeMacs(message, now) {
    const mac1At = message.length - 2 * MAC_SIZE;
    const mac2At = message.length - MAC_SIZE;
    const mac1 = this.#crypto.mac(this.#keys.mac1, message.subarray(0, mac1At));
    message.set(mac1, mac1At);
    this.#lastMac1 = mac1;
    if (!this.#cookie || now - this.#cookie.receivedAt >= COOKIE_REFRESH_TIME) return;
    message.set(this.#crypto.mac(this.#cookie.bytes, message.subarray(0, mac2At)), mac2At);
  }
  /** Keeps the cookie for the next message; nothing is sent again at once. @returns false where it is not ours. */
  consumeReply(reply, now) {
    if (!this.#lastMac1) return false;
    const bytes = this.#crypto.openExtended(
      this.#keys.cookie,
      reply.nonce,
      reply.sealedCookie,
      this.#lastMac1
    );
    if (!bytes) return false;
    this.#cookie = { bytes, receivedAt: now };
    return true;
  }
};
function addressSubject(address2, port) {
  return concatBytes(address2, Uint8Array.of(port >>> 8, port & 255));
}

// src/tunnel/wireguard/remote.ts
function udpRemote(endpoint) {
  const subject = addressSubject(endpoint.address.bytes, endpoint.port);
  return { kind: "udp", id: `udp ${formatEndpoint(endpoint)}`, subject, endpoint };
}
function relayRemote(relay, peer) {
  const id = `relay ${relay} ${peer}`;
  return { kind: "relay", id, subject: encodeUtf8(id), relay, peer };
}
function rateSource(remote) {
  if (remote.kind === "relay") return remote.id;
  const { bytes, family } = remote.endpoint.address;
  return bytes.subarray(0, family === 4 ? 4 : 8).join(".");
}

// src/mesh/aead-tiers.ts
init_bytes();
init_errors();
const { createHash: createHash3, randomBytes: randomBytes3 } = process.getBuiltinModule("node:crypto");
const { pathToFileURL } = process.getBuiltinModule("node:url");
init_aead();

// src/tunnel/wireguard/aead-node.ts
init_bytes();
init_aead();
init_messages();
const { createCipheriv, createDecipheriv, createSecretKey } = process.getBuiltinModule("node:crypto");
var CIPHER = "chacha20-poly1305";
var TAG = { authTagLength: TAG_SIZE2 };
var nodeAead = {
  name: "node",
  allocate: (size) => ({ bytes: Buffer.alloc(size), address: 0 }),
  importKey: (bytes) => new NodeAeadKey(bytes)
};
var NodeAeadKey = class {
  /** Until the first packet: of the pairs that a lost response leaves behind, no key is used. */
  #bytes;
  #key;
  #nonce = new Uint8Array(12);
  constructor(bytes) {
    this.#bytes = copyBytes(bytes);
  }
  seal(low, high, { bytes }, at, length) {
    const cipher = createCipheriv(CIPHER, this.#live(), this.#nonceOf(low, high), TAG);
    bytes.set(cipher.update(bytes.subarray(at, at + length)), at);
    cipher.final();
    bytes.set(cipher.getAuthTag(), at + length);
  }
  open(low, high, { bytes }, at, length) {
    const end = at + length - TAG_SIZE2;
    if (end < at) return false;
    const decipher = createDecipheriv(CIPHER, this.#live(), this.#nonceOf(low, high), TAG);
    decipher.setAuthTag(bytes.subarray(end, end + TAG_SIZE2));
    const plaintext = decipher.update(bytes.subarray(at, end));
    try {
      decipher.final();
      bytes.set(plaintext, at);
      return true;
    } catch {
      return false;
    } finally {
      plaintext.fill(0);
    }
  }
  /** Node wipes the key's memory when the last reference is gone. */
  zero() {
    this.#key = void 0;
    this.#forgetBytes();
  }
  #live() {
    if (this.#key) return this.#key;
    if (!this.#bytes) throw new Error("a zeroed key was used");
    this.#key = createSecretKey(this.#bytes);
    this.#forgetBytes();
    return this.#key;
  }
  #forgetBytes() {
    this.#bytes?.fill(0);
    this.#bytes = void 0;
  }
  #nonceOf(low, high) {
    writeUint32(this.#nonce, 4, low);
    writeUint32(this.#nonce, 8, high);
    return this.#nonce;
  }
};

// src/tunnel/wireguard/aead-sodium.ts
init_aead();
var KEY_SIZE = 32;
var NONCE_SIZE = 12;
function createSodiumAead(module) {
  if (module._sodium_init() < 0) throw new Error("libsodium does not start");
  const heap = new SodiumHeap(module);
  return {
    name: "sodium",
    allocate: (size) => new SodiumArena(heap, size),
    importKey: (bytes) => new SodiumAeadKey(module, heap, bytes)
  };
}
var SodiumHeap = class {
  nonceAt;
  bytes;
  words;
  #module;
  constructor(module) {
    this.#module = module;
    this.nonceAt = module._malloc(NONCE_SIZE);
    this.bytes = Buffer.from(module.HEAPU8.buffer);
    this.words = new DataView(module.HEAPU8.buffer);
    this.bytes.fill(0, this.nonceAt, this.nonceAt + NONCE_SIZE);
  }
  allocate(size) {
    const at = this.#module._malloc(size);
    if (at === 0) throw new Error("the heap of libsodium is full");
    if (this.bytes.buffer !== this.#module.HEAPU8.buffer) {
      this.bytes = Buffer.from(this.#module.HEAPU8.buffer);
      this.words = new DataView(this.#module.HEAPU8.buffer);
    }
    return at;
  }
  setNonce(low, high) {
    this.words.setUint32(this.nonceAt + 4, low, true);
    this.words.setUint32(this.nonceAt + 8, high, true);
  }
};
var SodiumArena = class {
  address;
  #heap;
  #size;
  #of;
  #bytes;
  constructor(heap, size) {
    this.address = heap.allocate(size);
    this.#heap = heap;
    this.#size = size;
    this.#of = heap.bytes;
    this.#bytes = heap.bytes.subarray(this.address, this.address + size).fill(0);
  }
  get bytes() {
    if (this.#of !== this.#heap.bytes) {
      this.#of = this.#heap.bytes;
      this.#bytes = this.#of.subarray(this.address, this.address + this.#size);
    }
    return this.#bytes;
  }
};
var SodiumAeadKey = class {
  #module;
  #heap;
  #at;
  constructor(module, heap, bytes) {
    this.#module = module;
    this.#heap = heap;
    this.#at = heap.allocate(KEY_SIZE);
    heap.bytes.set(bytes, this.#at);
  }
  seal(low, high, arena, at, length) {
    const packet2 = arena.address + at;
    const { nonceAt } = this.#heap;
    const key = this.#live();
    this.#heap.setNonce(low, high);
    this.#module._crypto_aead_chacha20poly1305_ietf_encrypt(
      packet2,
      0,
      packet2,
      length,
      0,
      0,
      0,
      0,
      0,
      nonceAt,
      key
    );
  }
  /** Libsodium verifies before it decrypts: a wrong tag leaves no plaintext anywhere. */
  open(low, high, arena, at, length) {
    if (length < TAG_SIZE2) return false;
    const packet2 = arena.address + at;
    const { nonceAt } = this.#heap;
    const key = this.#live();
    this.#heap.setNonce(low, high);
    const failed = this.#module._crypto_aead_chacha20poly1305_ietf_decrypt(
      packet2,
      0,
      0,
      packet2,
      length,
      0,
      0,
      0,
      0,
      nonceAt,
      key
    );
    return failed === 0;
  }
  zero() {
    if (this.#at === 0) return;
    this.#heap.bytes.fill(0, this.#at, this.#at + KEY_SIZE);
    this.#module._free(this.#at);
    this.#at = 0;
  }
  #live() {
    if (this.#at === 0) throw new Error("a zeroed key was used");
    return this.#at;
  }
};

// src/mesh/native/openssl-aead.ts
init_aead();
var CTRL_GET_TAG = 16;
var PARAMETER_SIZE = 40;
var OCTET_STRING = 5;
var TAG_PARAMETER = Buffer.from("tag\0");
var TAG_PARAMETER_AT = 2 * PARAMETER_SIZE;
function createOpensslAead(koffi) {
  const evp = bindEvp(koffi);
  const nonce = pinBytes(koffi, 12);
  const words2 = new DataView(nonce.bytes.buffer, nonce.bytes.byteOffset, 12);
  const registers = { nonce, words: words2, length: pinBytes(koffi, 8), tag: tagParameter(koffi) };
  const forgotten = new FinalizationRegistry((contexts) => freeContexts(evp, contexts));
  return {
    name: "openssl",
    allocate: (size) => pinBytes(koffi, size),
    importKey(bytes) {
      const key = new OpensslAeadKey(koffi, evp, registers, bytes);
      forgotten.register(key, key.contexts);
      return key;
    }
  };
}
function tagParameter(koffi) {
  const list = pinBytes(koffi, TAG_PARAMETER_AT + TAG_PARAMETER.length);
  const { bytes, address: address2 } = list;
  bytes.writeBigUInt64LE(BigInt(address2 + TAG_PARAMETER_AT), 0);
  bytes.writeUInt32LE(OCTET_STRING, 8);
  bytes.writeBigUInt64LE(BigInt(TAG_SIZE2), 24);
  bytes.set(TAG_PARAMETER, TAG_PARAMETER_AT);
  return list;
}
function bindEvp(koffi) {
  const library = koffi.load(null);
  const init = "uintptr_t ctx, uintptr_t cipher, uintptr_t key, uintptr_t nonce, uintptr_t parameters";
  const update = "uintptr_t ctx, uintptr_t out, uintptr_t outLength, uintptr_t in, int length";
  const final = "uintptr_t ctx, uintptr_t out, uintptr_t outLength";
  return {
    newContext: library.func("uintptr_t EVP_CIPHER_CTX_new()"),
    freeContext: library.func("void EVP_CIPHER_CTX_free(uintptr_t ctx)"),
    cipher: library.func("uintptr_t EVP_chacha20_poly1305()")(),
    control: library.func("int EVP_CIPHER_CTX_ctrl(uintptr_t ctx, int type, int value, uintptr_t at)"),
    sealInit: library.func(`int EVP_EncryptInit_ex2(${init})`),
    sealUpdate: library.func(`int EVP_EncryptUpdate(${update})`),
    sealFinal: library.func(`int EVP_EncryptFinal_ex(${final})`),
    openInit: library.func(`int EVP_DecryptInit_ex2(${init})`),
    openUpdate: library.func(`int EVP_DecryptUpdate(${update})`),
    openFinal: library.func(`int EVP_DecryptFinal_ex(${final})`)
  };
}
function freeContexts(evp, contexts) {
  for (const context of [contexts.seal, contexts.open]) if (context !== 0) evp.freeContext(context);
  contexts.seal = contexts.open = 0;
}
var OpensslAeadKey = class {
  contexts;
  #evp;
  #registers;
  constructor(koffi, evp, registers, bytes) {
    this.#evp = evp;
    this.#registers = registers;
    this.contexts = { seal: evp.newContext(), open: evp.newContext() };
    const key = pinBytes(koffi, 32);
    key.bytes.set(bytes);
    const { seal: seal2, open: open5 } = this.contexts;
    const armed = seal2 !== 0 && open5 !== 0 && evp.sealInit(seal2, evp.cipher, key.address, 0, 0) === 1 && evp.openInit(open5, evp.cipher, key.address, 0, 0) === 1;
    key.bytes.fill(0);
    if (armed) return;
    freeContexts(evp, this.contexts);
    throw new Error("OpenSSL gives no cipher context");
  }
  seal(low, high, arena, at, length) {
    const evp = this.#evp;
    const context = live(this.contexts.seal);
    const packet2 = arena.address + at;
    const taken = this.#registers.length.address;
    const sealed = evp.sealInit(context, 0, 0, this.#nonceOf(low, high), 0) === 1 && (length === 0 || evp.sealUpdate(context, packet2, taken, packet2, length) === 1) && evp.sealFinal(context, packet2, taken) === 1 && evp.control(context, CTRL_GET_TAG, TAG_SIZE2, packet2 + length) === 1;
    if (!sealed) throw new Error("OpenSSL did not seal");
  }
  open(low, high, arena, at, length) {
    const evp = this.#evp;
    const context = live(this.contexts.open);
    const size = length - TAG_SIZE2;
    if (size < 0) return false;
    const packet2 = arena.address + at;
    const { length: taken, tag: tag2 } = this.#registers;
    writeAddress(tag2.bytes, 16, packet2 + size);
    const opened = evp.openInit(context, 0, 0, this.#nonceOf(low, high), tag2.address) === 1 && (size === 0 || evp.openUpdate(context, packet2, taken.address, packet2, size) === 1) && evp.openFinal(context, packet2, taken.address) === 1;
    if (!opened) arena.bytes.fill(0, at, at + length);
    return opened;
  }
  zero() {
    freeContexts(this.#evp, this.contexts);
  }
  #nonceOf(low, high) {
    const { words: words2, nonce } = this.#registers;
    words2.setUint32(4, low, true);
    words2.setUint32(8, high, true);
    return nonce.address;
  }
};
function live(context) {
  if (context === 0) throw new Error("a zeroed key was used");
  return context;
}
function writeAddress(bytes, at, address2) {
  const low = address2 >>> 0;
  const high = (address2 - low) / 4294967296;
  for (let i = 0; i < 4; i++) {
    bytes[at + i] = low >>> 8 * i;
    bytes[at + 4 + i] = high >>> 8 * i;
  }
}

// src/mesh/aead-tiers.ts
var TIERS = [
  { name: "openssl", load: loadOpenssl },
  { name: "simd", load: loadSimd },
  { name: "sodium", load: loadSodium },
  { name: "node", load: async () => nodeAead },
  { name: "noble", load: async () => (await Promise.resolve().then(() => (init_aead_noble(), aead_noble_exports))).nobleAead }
];
async function chooseAead(among) {
  const names = typeof among === "string" ? [among] : among;
  for (const tier of TIERS) {
    if (names?.includes(tier.name) === false) continue;
    const aead = await tier.load().catch(() => void 0);
    if (aead && passesSelfTest(aead)) return aead;
  }
  throw new SallyportError("USAGE", {
    message: `the cipher tier ${JSON.stringify(names?.join(", ") ?? "any")} is not there, or failed its self-test`,
    help: `choose one of ${TIERS.map((tier) => tier.name).join(", ")}; "sallyport doctor" says which work here`
  });
}
async function loadOpenssl() {
  const report4 = loadKoffi();
  if (report4.kind === "absent") throw new Error(report4.why);
  return createOpensslAead(report4.koffi);
}
async function loadSimd() {
  return (await Promise.resolve().then(() => (init_aead_simd(), aead_simd_exports))).createSimdAead();
}
async function loadSodium() {
  const loaded = await import(pathToFileURL(assetPath("libsodium.mjs")).href);
  const { default: create } = loaded;
  return createSodiumAead(await create({ getRandomValue: () => randomBytes3(4).readUInt32LE() }));
}
var KNOWN_ANSWERS = [
  [0, "0b8736f04a6b5972a81a0f99ba0ebbc10370296a30bbab86dbab3f7edf571541"],
  [1, "f7809e46e01171abb5f81165a275a65de521490d8e28c8e187fe53198cba2565"],
  [15, "2921c215e2db1d62a2f342cbf6a4af7bd79c836069b5300acd025d1be31f4ea9"],
  [63, "90745f6cec4b75b15d735b7b2eec46f3939bac77ab0530c17c07bf2687395a6b"],
  [64, "5d9227e2e1f4eebb73162e00ca5b3661df19de8dffd914b688bbcb5fa0079271"],
  [65, "6df2dbb5b7820ef3c85fb0fc6a3cdeaa81de546d26d0a4d1edb757cf58f889b8"],
  [1420, "e80f1d868f55294f13960bf6190f830c5190ecf3966ffe4f5760f8417284ea6b"],
  [8e3, "5d5c26577cbb9f8f8a2dadab773fbe5dcca005d875d08c460d1db58a20271739"]
];
function passesSelfTest(aead) {
  const counting = countingBytes(KNOWN_ANSWERS.at(-1)[0]);
  return KNOWN_ANSWERS.every(([length, sha2562]) => {
    const plaintext = counting.subarray(0, length);
    const imported = aead.importKey(counting.subarray(0, 32));
    const sealed = sealBytes(aead, imported, 7, 1, plaintext);
    if (createHash3("sha256").update(sealed).digest("hex") !== sha2562) return false;
    const opened = openBytes(aead, imported, 7, 1, sealed);
    const changed = sealed.slice();
    changed[length] ^= 1;
    return opened !== void 0 && equalBytes(opened, plaintext) && openBytes(aead, imported, 7, 1, changed) === void 0;
  });
}
function countingBytes(length) {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < 256; i++) bytes[i] = i;
  for (let done2 = 256; done2 < length; done2 *= 2) bytes.copyWithin(done2, 0, done2);
  return bytes;
}

// src/mesh/ephemeral-keys.ts
const { generateKeyPairSync } = process.getBuiltinModule("node:crypto");

// src/tunnel/wireguard/x25519-encoding.ts
const { createPublicKey: createPublicKey2 } = process.getBuiltinModule("node:crypto");
var KEY_SIZE2 = 32;
var PRIVATE_PREFIX = Uint8Array.from([
  48,
  46,
  2,
  1,
  0,
  48,
  5,
  6,
  3,
  43,
  101,
  110,
  4,
  34,
  4,
  32
]);
var PUBLIC_PREFIX = Uint8Array.from([
  48,
  42,
  48,
  5,
  6,
  3,
  43,
  101,
  110,
  3,
  33,
  0
]);
function derOfPrivateKey(bytes) {
  return Buffer.concat([PRIVATE_PREFIX, bytes]);
}
function derOfPublicKey(bytes) {
  return Buffer.concat([PUBLIC_PREFIX, bytes]);
}
function publicKeyOfDer(der) {
  return new Uint8Array(der.subarray(der.length - KEY_SIZE2));
}
var known;
function hasRawKeys() {
  known ??= takesRawKey();
  return known;
}
function takesRawKey() {
  try {
    const basePoint = Uint8Array.from({ length: KEY_SIZE2 }, (_, index) => index === 0 ? 9 : 0);
    createPublicKey2({
      key: basePoint,
      format: "raw-public",
      asymmetricKeyType: "x25519"
    });
    return true;
  } catch {
    return false;
  }
}

// src/mesh/ephemeral-keys.ts
var NO_BYTES = new Uint8Array(0);
var ENCODING = { publicKeyEncoding: { format: "raw-public" } };
var ENCODING_OF_OLDER = { publicKeyEncoding: { format: "der", type: "spki" } };
var generate = generateKeyPairSync;
function drawEphemeral() {
  const isRaw = hasRawKeys();
  const { publicKey: publicKey2, privateKey: privateKey2 } = generate("x25519", isRaw ? ENCODING : ENCODING_OF_OLDER);
  const handle = { bytes: NO_BYTES, handle: privateKey2 };
  return { privateKey: handle, publicKey: isRaw ? publicKey2 : publicKeyOfDer(publicKey2) };
}

// src/tunnel/wireguard/primitives-node.ts
const { createPrivateKey: createPrivateKey2, createPublicKey: createPublicKey3, diffieHellman } = process.getBuiltinModule("node:crypto");

// src/tunnel/wireguard/blake2s-simd.ts
init_bytes();

// src/tunnel/cipher/assembled-blake2s.ts
var assembledBlake2s = () => new Uint8Array(Buffer.from("AGFzbQEAAAABJghgA39/fwBgAX8AYAJ/fwBgAX8AYAF/AGACf38AYAF/AGACf38AAhMBB2JsYWtlMnMGbWVtb3J5AgABAwkIAAECAwQFBgcHFgMEaGFzaAAFBGhtYWMABgRoa2RmAAcK7zMImCwEAXsBewF7AXtBAP0AAAAhA0EQ/QAAACEE/Qxn5glqha5nu3Lzbjw69U+lIQX9DH9SDlGMaAWbq9mDHxnN4Fv9DAAAAAAAAAAAAAAAAAAAAAAgAf0cACAC/RwC/VEhBiADIAAgACAAIAD9XAAA/VYACAH9VgAQAv1WABgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAE/VYADAH9VgAUAv1WABwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAg/VYAKAH9VgAwAv1WADgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAk/VYALAH9VgA0Av1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAA4/VYAEAH9VgAkAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAo/VYAIAH9VgA8Av1WABgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAE/VYAAAH9VgAsAv1WABQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAw/VYACAH9VgAcAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAs/VYAMAH9VgAUAv1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAg/VYAAAH9VgAIAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAo/VYADAH9VgAcAv1WACQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAA4/VYAGAH9VgAEAv1WABAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAc/VYADAH9VgA0Av1WACwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAk/VYABAH9VgAwAv1WADgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAI/VYAFAH9VgAQAv1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAY/VYAKAH9VgAAAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAk/VYAFAH9VgAIAv1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAA/VYAHAH9VgAQAv1WADwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAA4/VYALAH9VgAYAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAE/VYAMAH9VgAgAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAI/VYAGAH9VgAAAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAw/VYAKAH9VgAsAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAQ/VYAHAH9VgA8Av1WAAQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAA0/VYAFAH9VgA4Av1WACQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAw/VYABAH9VgA4Av1WABAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAU/VYAPAH9VgA0Av1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAA/VYAGAH9VgAkAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAc/VYADAH9VgAIAv1WACwD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAA0/VYAHAH9VgAwAv1WAAwD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAs/VYAOAH9VgAEAv1WACQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAU/VYAPAH9VgAgAv1WAAgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAA/VYAEAH9VgAYAv1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAY/VYAOAH9VgAsAv1WAAAD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAA8/VYAJAH9VgAMAv1WACAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAAw/VYANAH9VgAEAv1WACgD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAI/VYAHAH9VgAQAv1WABQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBiADIAAgACAAIAD9XAAo/VYAIAH9VgAcAv1WAAQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAI/VYAEAH9VgAYAv1WABQD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQQFBgcICQoLDA0ODwABAgMhBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQwNDg8AAQIDBAUGBwgJCgshBiADIAAgACAAIAD9XAA8/VYAJAH9VgAMAv1WADQD/a4BIAT9rgEhAyAGIAP9Uf0MAgMAAQYHBAUKCwgJDg8MDf0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQz9rQEgBEEU/asB/VAhBCADIAAgACAAIAD9XAAs/VYAOAH9VgAwAv1WAAAD/a4BIAT9rgEhAyAGIAP9Uf0MAQIDAAUGBwQJCgsIDQ4PDP0OIQYgBSAG/a4BIQUgBCAF/VEhBCAEQQf9rQEgBEEZ/asB/VAhBCAEIAT9DQwNDg8AAQIDBAUGBwgJCgshBCAFIAX9DQgJCgsMDQ4PAAECAwQFBgchBSAGIAb9DQQFBgcICQoLDA0ODwABAgMhBkEAQQD9AAAAIAMgBf1R/VH9CwAAQRBBEP0AAAAgBCAG/VH9Uf0LAAALPgBBAP0MZ+YJaoWuZ7ty8248OvVPpUHnzKfQBiAAc/0cAP0LAABBEP0Mf1IOUYxoBZur2YMfGc3gW/0LAAALSAEBf0HAAiECIABBwABLBEADQCABQcAAaiEBIAIgAUEAEAAgAkHAAGohAiAAQcAAayEAIABBwABLDQALCyACIAEgAGpBfxAAC/YBAQF/QcAA/QwAAAAAAAAAAAAAAAAAAAAA/QsAAEHQAP0MAAAAAAAAAAAAAAAAAAAAAP0LAABB4AD9DAAAAAAAAAAAAAAAAAAAAAD9CwAAQfAA/QwAAAAAAAAAAAAAAAAAAAAA/QsAAEGAAf0MAAAAAAAAAAAAAAAAAAAAAP0LAABBkAH9DAAAAAAAAAAAAAAAAAAAAAD9CwAAQaAB/QwAAAAAAAAAAAAAAAAAAAAA/QsAAEGwAf0MAAAAAAAAAAAAAAAAAAAAAP0LAAADQCAB/QwAAAAAAAAAAAAAAAAAAAAA/QsAwAIgAUEQaiEBIAAgAUsNAAsLpwMCAXsBe0GAAUHAAP0AAAD9DDY2NjY2NjY2NjY2NjY2Njb9Uf0LAABBkAFB0AD9AAAA/Qw2NjY2NjY2NjY2NjY2NjY2/VH9CwAAQaABQeAA/QAAAP0MNjY2NjY2NjY2NjY2NjY2Nv1R/QsAAEGwAUHwAP0AAAD9DDY2NjY2NjY2NjY2NjY2Njb9Uf0LAABBoICECBABQYABQcAAQQBBfyAAGxAAIAAEQCAAQcAAEAILQQD9AAAAIQFBEP0AAAAhAkGAAUHAAP0AAAD9DFxcXFxcXFxcXFxcXFxcXFz9Uf0LAABBkAFB0AD9AAAA/QxcXFxcXFxcXFxcXFxcXFxc/VH9CwAAQaABQeAA/QAAAP0MXFxcXFxcXFxcXFxcXFxcXP1R/QsAAEGwAUHwAP0AAAD9DFxcXFxcXFxcXFxcXFxcXFz9Uf0LAABBoICECBABQYABQcAAQQAQAEGAASAB/QsAAEGQASAC/QsAAEGgAf0MAAAAAAAAAAAAAAAAAAAAAP0LAABBsAH9DAAAAAAAAAAAAAAAAAAAAAD9CwAAQYABQeAAQX8QAAsQACABEAEgAEEAEAIgABADCwoAIAAQBCAAEAMLjQECAX8BfyAAEAQgABADQcAAQQD9AAAA/QsAAEHQAEEQ/QAAAP0LAAADQCADIAJBAWo6AMACIANBAWoQBEHAAkEA/QAAAP0LAABB0AJBEP0AAAD9CwAAIAJBBXRBAP0AAAD9CwDAASACQQV0QRD9AAAA/QsA0AFBICEDIAJBAWohAiABIAJLDQALQSEQAws=", "base64"));

// src/tunnel/cipher/blake2s-layout.ts
var DIGEST_MEMORY_IMPORT = { module: "blake2s", name: "memory" };
var DIGEST_AT = 0;
var HMAC_KEY_AT = 64;
var OUTPUTS_AT = 192;
var INPUT_AT = 320;
var INPUT_MAX = 512;
var DIGEST_MEMORY_END = INPUT_AT + INPUT_MAX;

// src/tunnel/wireguard/blake2s-simd.ts
init_webassembly();

// src/tunnel/cipher/blake2s-constants.ts
var IV = [
  1779033703,
  3144134277,
  1013904242,
  2773480762,
  1359893119,
  2600822924,
  528734635,
  1541459225
];
var SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0]
];

// src/tunnel/wireguard/blake2s.ts
var BLOCK = 64;
var DIGEST = 32;
var START = Int32Array.from(IV);
var SCHEDULE = Uint8Array.from(
  SIGMA.flatMap((row) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 15, 12, 13, 10, 11].map((at) => row[at]))
);
var INNER_PAD = 909522486;
var OUTER_PAD = 1549556828;
var state = new Int32Array(8);
var words = new Int32Array(BLOCK / 4);
var filled = 0;
var compressed = 0;
var inner = new Int32Array(8);
var outer = new Int32Array(8);
var scalarBlake2s = { hash, mac: mac2, hmac, hkdf };
function hash(first, second, out = new Uint8Array(DIGEST)) {
  begin(DIGEST, 0);
  take2(first);
  take2(second);
  compress(true);
  return takeDigest(out);
}
function mac2(key, data, size) {
  begin(size, key.length);
  takeKey(key, 0);
  take2(data);
  compress(true);
  return takeDigest(new Uint8Array(size));
}
function hmac(key, data) {
  computeHmac(key, data);
  outer.fill(0);
  return takeDigest(new Uint8Array(DIGEST));
}
function hkdf(salt, input, first, second, third) {
  computeHmac(salt, input);
  keyExpansion();
  expand(void 0, 1, first);
  if (second) expand(first, 2, second);
  if (second && third) expand(second, 3, third);
  inner.fill(0);
  outer.fill(0);
}
function expand(previous, index, out) {
  state.set(inner);
  compressed = BLOCK;
  if (previous) take2(previous);
  takeByte(index);
  finishHmac();
  takeDigest(out);
}
function computeHmac(key, data) {
  begin(DIGEST, 0);
  takeKey(key, OUTER_PAD);
  compress(false);
  outer.set(state);
  begin(DIGEST, 0);
  takeKey(key, INNER_PAD);
  take2(data);
  finishHmac();
}
function keyExpansion() {
  outer.set(state);
  compressKey(outer, INNER_PAD);
  inner.set(state);
  compressKey(outer, OUTER_PAD);
  outer.set(state);
}
function compressKey(key, pad2) {
  begin(DIGEST, 0);
  words.set(key);
  layPad(pad2);
  compress(false);
}
function finishHmac() {
  compress(true);
  words.set(state);
  state.set(outer);
  compressed = BLOCK;
  filled = DIGEST;
  compress(true);
}
function begin(digestSize, keySize) {
  state.set(START);
  state[0] ^= 16842752 | keySize << 8 | digestSize;
  compressed = 0;
}
function takeKey(key, pad2) {
  take2(key);
  layPad(pad2);
}
function layPad(pad2) {
  for (let i = 0; i < words.length; i++) words[i] ^= pad2;
  filled = BLOCK;
}
function take2(bytes) {
  for (let i = 0; i < bytes.length; i++) takeByte(bytes[i]);
}
function takeByte(byte) {
  if (filled === BLOCK) compress(false);
  words[filled >>> 2] |= byte << ((filled & 3) << 3);
  filled++;
}
function compress(isLast) {
  compressed += filled;
  mix(state, words, compressed, isLast);
  words.fill(0);
  filled = 0;
}
function takeDigest(digest) {
  for (let i = 0; i < digest.length; i++) digest[i] = state[i >>> 2] >>> ((i & 3) << 3);
  state.fill(0);
  return digest;
}
function mix(h, m, count, isLast) {
  let a0 = h[0];
  let a1 = h[1];
  let a2 = h[2];
  let a3 = h[3];
  let b0 = h[4];
  let b1 = h[5];
  let b2 = h[6];
  let b3 = h[7];
  let c0 = START[0];
  let c1 = START[1];
  let c2 = START[2];
  let c3 = START[3];
  let d0 = START[4] ^ count;
  let d1 = START[5];
  let d2 = isLast ? ~START[6] : START[6];
  let d3 = START[7];
  let swapped = 0;
  for (let at = 0; at < SCHEDULE.length; at += 8) {
    a0 = a0 + b0 + word(m, at) | 0;
    d0 = rotate(d0 ^ a0, 16);
    c0 = c0 + d0 | 0;
    b0 = rotate(b0 ^ c0, 12);
    a0 = a0 + b0 + word(m, at + 1) | 0;
    d0 = rotate(d0 ^ a0, 8);
    c0 = c0 + d0 | 0;
    b0 = rotate(b0 ^ c0, 7);
    a1 = a1 + b1 + word(m, at + 2) | 0;
    d1 = rotate(d1 ^ a1, 16);
    c1 = c1 + d1 | 0;
    b1 = rotate(b1 ^ c1, 12);
    a1 = a1 + b1 + word(m, at + 3) | 0;
    d1 = rotate(d1 ^ a1, 8);
    c1 = c1 + d1 | 0;
    b1 = rotate(b1 ^ c1, 7);
    a2 = a2 + b2 + word(m, at + 4) | 0;
    d2 = rotate(d2 ^ a2, 16);
    c2 = c2 + d2 | 0;
    b2 = rotate(b2 ^ c2, 12);
    a2 = a2 + b2 + word(m, at + 5) | 0;
    d2 = rotate(d2 ^ a2, 8);
    c2 = c2 + d2 | 0;
    b2 = rotate(b2 ^ c2, 7);
    a3 = a3 + b3 + word(m, at + 6) | 0;
    d3 = rotate(d3 ^ a3, 16);
    c3 = c3 + d3 | 0;
    b3 = rotate(b3 ^ c3, 12);
    a3 = a3 + b3 + word(m, at + 7) | 0;
    d3 = rotate(d3 ^ a3, 8);
    c3 = c3 + d3 | 0;
    b3 = rotate(b3 ^ c3, 7);
    swapped = a1;
    a1 = a3;
    a3 = swapped;
    swapped = b0;
    b0 = b1;
    b1 = swapped;
    swapped = b2;
    b2 = b3;
    b3 = swapped;
    swapped = c0;
    c0 = c2;
    c2 = swapped;
    swapped = d0;
    d0 = d3;
    d3 = swapped;
    swapped = d1;
    d1 = d2;
    d2 = swapped;
  }
  h[0] ^= a0 ^ c0;
  h[1] ^= a1 ^ c1;
  h[2] ^= a2 ^ c2;
  h[3] ^= a3 ^ c3;
  h[4] ^= b0 ^ d0;
  h[5] ^= b1 ^ d1;
  h[6] ^= b2 ^ d2;
  h[7] ^= b3 ^ d3;
}
function word(m, at) {
  const index = SCHEDULE[at];
  return m[index];
}
function rotate(word2, by) {
  return word2 >>> by | word2 << 32 - by;
}

// src/tunnel/wireguard/blake2s-simd.ts
var BLOCK2 = 64;
var DIGEST2 = 32;
var PARAMETER = 16842752;
function chooseBlake2s(create = createSimdBlake2s) {
  try {
    const simd = create();
    return equalBytes(knownAnswer(simd), decodeBase64(KNOWN_ANSWER)) ? simd : scalarBlake2s;
  } catch {
    return scalarBlake2s;
  }
}
var KNOWN_ANSWER = "g/Mqbo8Qs8fgeeOptrEmr/fv+RmZndDWD2qpD+4iUJFZ1rWyRgugjc8OTkfIv33Ah7Xx8h4zVFyimaAoZm2S0NoHsIvNdO2+WnKh1BL9BbUh13Ba1BYPKk3zqbBOTFdUk9XJM/k+BJwlsp11hQ8zfarR7aCCmMD3Nf+kv1jNgHB/70mZTIPcwx7SkGGAoAMzBCoxe+C03ORBTA0WeceJ4u4ZYXFraWqNop1jvp+TBirK3OLMs7+byukN9VYCybAahoUQgxbiYfoU+SPj/B4UAw==";
function knownAnswer({ hash: hash3, mac: mac3, hmac: hmac2, hkdf: hkdf2 }) {
  const [salt, input] = [new Uint8Array(DIGEST2).fill(1), new Uint8Array(2 * BLOCK2).fill(2)];
  const outputs = [
    hash3(salt, input),
    hmac2(salt, input),
    hmac2(salt, salt)
  ];
  const digests2 = concatBytes(...outputs, mac3(salt, input, 16));
  hkdf2(salt, input, ...outputs);
  return concatBytes(digests2, ...outputs);
}
function createSimdBlake2s() {
  const { module, memory } = load2();
  const digest = memory.subarray(DIGEST_AT, DIGEST_AT + DIGEST2);
  const output = (index) => memory.subarray(OUTPUTS_AT + DIGEST2 * index, OUTPUTS_AT + DIGEST2 * (index + 1));
  const [one, two, three] = [output(0), output(1), output(2)];
  return {
    hash(first, second, out = new Uint8Array(DIGEST2)) {
      const length = first.length + second.length;
      if (length > INPUT_MAX) return scalarBlake2s.hash(first, second, out);
      memory.set(first, INPUT_AT);
      memory.set(second, INPUT_AT + first.length);
      module.hash(length, PARAMETER | DIGEST2);
      return take3(digest, out);
    },
    mac(key, data, size) {
      if (key.length > DIGEST2 || BLOCK2 + data.length > INPUT_MAX) return scalarBlake2s.mac(key, data, size);
      memory.set(key, INPUT_AT);
      memory.set(data, INPUT_AT + BLOCK2);
      module.hash(BLOCK2 + data.length, PARAMETER | key.length << 8 | size);
      const mac3 = digest.slice(0, size);
      digest.fill(0);
      return mac3;
    },
    hmac(key, data) {
      if (key.length > BLOCK2 || data.length > INPUT_MAX) return scalarBlake2s.hmac(key, data);
      memory.set(key, HMAC_KEY_AT);
      memory.set(data, INPUT_AT);
      module.hmac(data.length);
      return take3(digest, new Uint8Array(DIGEST2));
    },
    hkdf(salt, input, first, second, third) {
      if (salt.length > BLOCK2 || input.length > INPUT_MAX) {
        scalarBlake2s.hkdf(salt, input, first, second, third);
        return;
      }
      memory.set(salt, HMAC_KEY_AT);
      memory.set(input, INPUT_AT);
      module.hkdf(input.length, third ? 3 : second ? 2 : 1);
      take3(one, first);
      if (second) take3(two, second);
      if (third) take3(three, third);
      digest.fill(0);
    }
  };
}
function take3(from, out) {
  out.set(from);
  from.fill(0);
  return out;
}
function load2() {
  const memory = new engine.Memory({ initial: 1 });
  const imports = { [DIGEST_MEMORY_IMPORT.module]: { [DIGEST_MEMORY_IMPORT.name]: memory } };
  const { exports } = new engine.Instance(new engine.Module(assembledBlake2s()), imports);
  return { module: exports, memory: new Uint8Array(memory.buffer) };
}

// src/tunnel/wireguard/chacha20-poly1305.ts
init_bytes();

// src/tunnel/wireguard/chacha20.ts
var CONSTANTS = Int32Array.of(1634760805, 857760878, 2036477234, 1797285236);
var working = new Int32Array(16);
function nextBlock(state3, out) {
  load3(state3.key, state3.counter, state3.nonce[0], state3.nonce[1], state3.nonce[2]);
  twentyRounds(working);
  for (let i = 0; i < 4; i++) out[i] = working[i] + CONSTANTS[i];
  for (let i = 0; i < 8; i++) out[4 + i] = working[4 + i] + state3.key[i];
  out[12] = working[12] + state3.counter;
  for (let i = 0; i < 3; i++) out[13 + i] = working[13 + i] + state3.nonce[i];
  working.fill(0);
  state3.counter++;
}
function hchacha20(key, n0, n1, n2, n3) {
  load3(key, n0, n1, n2, n3);
  twentyRounds(working);
  for (let i = 0; i < 4; i++) {
    key[i] = working[i];
    key[4 + i] = working[12 + i];
  }
  working.fill(0);
}
function load3(key, w12, w13, w14, w15) {
  working.set(CONSTANTS);
  working.set(key, 4);
  working[12] = w12;
  working[13] = w13;
  working[14] = w14;
  working[15] = w15;
}
function twentyRounds(x) {
  let a0 = x[0];
  let a1 = x[1];
  let a2 = x[2];
  let a3 = x[3];
  let b0 = x[4];
  let b1 = x[5];
  let b2 = x[6];
  let b3 = x[7];
  let c0 = x[8];
  let c1 = x[9];
  let c2 = x[10];
  let c3 = x[11];
  let d0 = x[12];
  let d1 = x[13];
  let d2 = x[14];
  let d3 = x[15];
  let swapped = 0;
  for (let round = 0; round < 20; round++) {
    a0 = a0 + b0 | 0;
    d0 = rotate2(d0 ^ a0, 16);
    c0 = c0 + d0 | 0;
    b0 = rotate2(b0 ^ c0, 12);
    a0 = a0 + b0 | 0;
    d0 = rotate2(d0 ^ a0, 8);
    c0 = c0 + d0 | 0;
    b0 = rotate2(b0 ^ c0, 7);
    a1 = a1 + b1 | 0;
    d1 = rotate2(d1 ^ a1, 16);
    c1 = c1 + d1 | 0;
    b1 = rotate2(b1 ^ c1, 12);
    a1 = a1 + b1 | 0;
    d1 = rotate2(d1 ^ a1, 8);
    c1 = c1 + d1 | 0;
    b1 = rotate2(b1 ^ c1, 7);
    a2 = a2 + b2 | 0;
    d2 = rotate2(d2 ^ a2, 16);
    c2 = c2 + d2 | 0;
    b2 = rotate2(b2 ^ c2, 12);
    a2 = a2 + b2 | 0;
    d2 = rotate2(d2 ^ a2, 8);
    c2 = c2 + d2 | 0;
    b2 = rotate2(b2 ^ c2, 7);
    a3 = a3 + b3 | 0;
    d3 = rotate2(d3 ^ a3, 16);
    c3 = c3 + d3 | 0;
    b3 = rotate2(b3 ^ c3, 12);
    a3 = a3 + b3 | 0;
    d3 = rotate2(d3 ^ a3, 8);
    c3 = c3 + d3 | 0;
    b3 = rotate2(b3 ^ c3, 7);
    swapped = a1;
    a1 = a3;
    a3 = swapped;
    swapped = b0;
    b0 = b1;
    b1 = swapped;
    swapped = b2;
    b2 = b3;
    b3 = swapped;
    swapped = c0;
    c0 = c2;
    c2 = swapped;
    swapped = d0;
    d0 = d3;
    d3 = swapped;
    swapped = d1;
    d1 = d2;
    d2 = swapped;
  }
  x[0] = a0;
  x[1] = a1;
  x[2] = a2;
  x[3] = a3;
  x[4] = b0;
  x[5] = b1;
  x[6] = b2;
  x[7] = b3;
  x[8] = c0;
  x[9] = c1;
  x[10] = c2;
  x[11] = c3;
  x[12] = d0;
  x[13] = d1;
  x[14] = d2;
  x[15] = d3;
}
function rotate2(word2, by) {
  return word2 << by | word2 >>> 32 - by;
}

// src/tunnel/wireguard/poly1305.ts
var LIMB = 4194304;
var MASK = LIMB - 1;
var WRAP = 20;
var END_OF_BLOCK = 1 << 18;
var MODULUS_END = 1048576;
var factors = new Float64Array(11);
var sum = new Float64Array(6);
var limbs = new Int32Array(6);
var pad = new Int32Array(4);
function beginPoly1305(key) {
  splitIntoLimbs(key[0] & 268435455, key[1] & 268435452, key[2] & 268435452, key[3] & 268435452);
  for (let i = 0; i < 6; i++) {
    factors[5 + i] = limbs[i];
    if (i > 0) factors[i - 1] = limbs[i] * WRAP;
  }
  for (let i = 0; i < 4; i++) pad[i] = key[4 + i];
}
function takePoly1305Block(w0, w1, w2, w3) {
  splitIntoLimbs(w0, w1, w2, w3);
  limbs[5] |= END_OF_BLOCK;
  const h0 = sum[0] + limbs[0];
  const h1 = sum[1] + limbs[1];
  const h2 = sum[2] + limbs[2];
  const h3 = sum[3] + limbs[3];
  const h4 = sum[4] + limbs[4];
  const h5 = sum[5] + limbs[5];
  let carry2 = 0;
  for (let i = 0; i < 6; i++) {
    carry2 += h0 * factors[i + 5] + h1 * factors[i + 4] + h2 * factors[i + 3];
    carry2 += h3 * factors[i + 2] + h4 * factors[i + 1] + h5 * factors[i];
    const kept = carry2;
    carry2 = Math.floor(carry2 / LIMB);
    sum[i] = kept - carry2 * LIMB;
  }
  const first = sum[0] + carry2 * WRAP;
  const rest = Math.floor(first / LIMB);
  sum[0] = first - rest * LIMB;
  sum[1] += rest;
}
function finishPoly1305(out) {
  for (let i = 0; i < 2; i++) {
    const passed = carryThrough();
    sum[0] += 5 * passed;
  }
  for (let i = 0; i < 6; i++) limbs[i] = sum[i];
  sum[0] += 5;
  const remainder = -carryThrough();
  for (let i = 0; i < 6; i++) limbs[i] = limbs[i] & ~remainder | sum[i] & remainder;
  let carry2 = 0;
  for (let i = 0; i < 4; i++) {
    carry2 += wordOf(i) + (pad[i] >>> 0);
    out.setUint32(i * 4, carry2, true);
    carry2 = Math.floor(carry2 / 4294967296);
  }
  factors.fill(0);
  sum.fill(0);
  limbs.fill(0);
  pad.fill(0);
}
function carryThrough() {
  let carry2 = 0;
  for (let i = 0; i < 6; i++) {
    const size = i < 5 ? LIMB : MODULUS_END;
    const limb = sum[i] + carry2;
    carry2 = Math.floor(limb / size);
    sum[i] = limb - carry2 * size;
  }
  return carry2;
}
function splitIntoLimbs(w0, w1, w2, w3) {
  limbs[0] = w0 & MASK;
  limbs[1] = (w0 >>> 22 | w1 << 10) & MASK;
  limbs[2] = (w1 >>> 12 | w2 << 20) & MASK;
  limbs[3] = w2 >>> 2 & MASK;
  limbs[4] = (w2 >>> 24 | w3 << 8) & MASK;
  limbs[5] = w3 >>> 14;
}
function wordOf(index) {
  switch (index) {
    case 0:
      return (limbs[0] | limbs[1] << 22) >>> 0;
    case 1:
      return (limbs[1] >>> 10 | limbs[2] << 12) >>> 0;
    case 2:
      return (limbs[2] >>> 20 | limbs[3] << 2 | limbs[4] << 24) >>> 0;
    default:
      return (limbs[4] >>> 8 | limbs[5] << 14) >>> 0;
  }
}

// src/tunnel/wireguard/chacha20-poly1305.ts
var TAG2 = 16;
var BLOCK3 = 16;
var state2 = { key: new Int32Array(8), counter: 0, nonce: new Int32Array(3) };
var stream = new Int32Array(16);
var lastBlock = new Uint8Array(BLOCK3);
var tag = new Uint8Array(TAG2);
var tagView = new DataView(tag.buffer);
function sealShort(key, nonce, plaintext, associated) {
  begin2(key, nonce);
  return seal(plaintext, associated);
}
function openShort(key, nonce, sealed, associated) {
  begin2(key, nonce);
  return open4(sealed, associated);
}
function sealExtended(key, nonce, plaintext, associated) {
  beginExtended(key, nonce);
  return seal(plaintext, associated);
}
function openExtended(key, nonce, sealed, associated) {
  beginExtended(key, nonce);
  return open4(sealed, associated);
}
function begin2(key, nonce) {
  beginWithKey(key, nonce, 12);
  for (let i = 0; i < 3; i++) state2.nonce[i] = wordAt(nonce, i);
}
function beginExtended(key, nonce) {
  beginWithKey(key, nonce, 24);
  hchacha20(state2.key, wordAt(nonce, 0), wordAt(nonce, 1), wordAt(nonce, 2), wordAt(nonce, 3));
  state2.nonce[0] = 0;
  for (let i = 1; i < 3; i++) state2.nonce[i] = wordAt(nonce, i + 3);
}
function beginWithKey(key, nonce, nonceSize) {
  if (key.length !== 32 || nonce.length !== nonceSize) {
    throw new RangeError(
      `a key of 32 and a nonce of ${nonceSize} bytes, not ${key.length} and ${nonce.length}`
    );
  }
  for (let i = 0; i < 8; i++) state2.key[i] = wordAt(key, i);
  state2.counter = 0;
}
function seal(plaintext, associated) {
  const sealed = new Uint8Array(plaintext.length + TAG2);
  beginTag();
  exclusiveOr(plaintext, sealed);
  finishTag(associated, sealed, plaintext.length);
  sealed.set(tag, plaintext.length);
  clear();
  return sealed;
}
function open4(sealed, associated) {
  const length = sealed.length - TAG2;
  let plaintext;
  if (length >= 0) {
    beginTag();
    finishTag(associated, sealed, length);
    if (equalConstantTime(tag, sealed.subarray(length))) {
      plaintext = new Uint8Array(length);
      exclusiveOr(sealed, plaintext);
    }
  }
  clear();
  return plaintext;
}
function beginTag() {
  nextBlock(state2, stream);
  beginPoly1305(stream);
}
function finishTag(associated, sealed, length) {
  takePadded(associated, associated.length);
  takePadded(sealed, length);
  takePoly1305Block(associated.length, 0, length, 0);
  finishPoly1305(tagView);
}
function takePadded(bytes, length) {
  const whole = length & -BLOCK3;
  for (let at = 0; at < whole; at += BLOCK3) takeBlock(bytes, at);
  if (whole === length) return;
  for (let i = 0; i < BLOCK3; i++) lastBlock[i] = whole + i < length ? bytes[whole + i] : 0;
  takeBlock(lastBlock, 0);
}
function takeBlock(bytes, at) {
  const first = at / 4;
  takePoly1305Block(
    wordAt(bytes, first),
    wordAt(bytes, first + 1),
    wordAt(bytes, first + 2),
    wordAt(bytes, first + 3)
  );
}
function exclusiveOr(bytes, out) {
  const length = Math.min(bytes.length, out.length);
  for (let i = 0; i < length; i++) {
    if ((i & 63) === 0) nextBlock(state2, stream);
    out[i] = bytes[i] ^ stream[(i & 63) >>> 2] >>> ((i & 3) << 3);
  }
}
function clear() {
  state2.key.fill(0);
  stream.fill(0);
}
function wordAt(bytes, index) {
  const at = index * 4;
  return bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24;
}

// src/tunnel/wireguard/primitives-node.ts
init_messages();
var ZERO_NONCE = new Uint8Array(12);
var nodePrimitives = {
  name: "node",
  importPrivateKey: (bytes) => ({ bytes, handle: importRaw(bytes, "raw-private") }),
  importPublicKey: (bytes) => ({ bytes, handle: importRaw(bytes, "raw-public") }),
  publicOf: (key) => exportRaw(createPublicKey3(key.handle)),
  agree,
  hash: (first, second, out) => digests().hash(first, second, out),
  hmac: (key, data) => digests().hmac(key, data),
  hkdf: (salt, input, first, second, third) => digests().hkdf(salt, input, first, second, third),
  mac: (key, data) => digests().mac(key, data, MAC_SIZE),
  seal: (key, plaintext, associated) => sealShort(key, ZERO_NONCE, plaintext, associated),
  open: (key, sealed, associated) => openShort(key, ZERO_NONCE, sealed, associated),
  sealExtended,
  openExtended
};
var chosen;
function digests() {
  chosen ??= chooseBlake2s();
  return chosen;
}
function agree(mine, theirs) {
  try {
    const privateKey2 = mine.handle;
    return diffieHellman({ privateKey: privateKey2, publicKey: theirs.handle });
  } catch {
    return void 0;
  }
}
function importRaw(bytes, format) {
  if (!hasRawKeys()) {
    return format === "raw-private" ? createPrivateKey2({ key: derOfPrivateKey(bytes), format: "der", type: "pkcs8" }) : createPublicKey3({ key: derOfPublicKey(bytes), format: "der", type: "spki" });
  }
  const create = format === "raw-private" ? createPrivateKey2 : createPublicKey3;
  const traces = Error;
  const limit = traces.stackTraceLimit;
  traces.stackTraceLimit = void 0;
  try {
    return create({ key: bytes, format, asymmetricKeyType: "x25519" });
  } finally {
    traces.stackTraceLimit = limit;
  }
}
function exportRaw(key) {
  if (!hasRawKeys()) return publicKeyOfDer(key.export({ format: "der", type: "spki" }));
  return toBytes(key.export({ format: "raw-public" }));
}
function toBytes(buffer) {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

// src/mesh/handshake-cost.ts
var ROUNDS = 12;
function measureHandshakeCost(clock, crypto = nodePrimitives) {
  const mine = crypto.importPrivateKey(new Uint8Array(32).fill(7));
  const theirs = crypto.publicOf(mine);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const startedAt2 = clock.monotonic();
    const shared = crypto.agree(mine, crypto.importPublicKey(theirs));
    crypto.hmac(shared, theirs);
    least = Math.min(least, clock.monotonic() - startedAt2);
  }
  return Math.max(0.02, least);
}

// src/mesh/outgoing-batch.ts
var RUN_LIMITS = { bytes: 65487, datagrams: 64 };
var ARENA_SIZE = 512 * 1024;
var MESSAGE_MAX = 65536 + 64;
var OutgoingBatch = class {
  arena;
  #limits;
  #send;
  #end = 0;
  #peer;
  #to;
  #start = 0;
  #segmentSize = 0;
  #count = 0;
  /** A shorter message has ended the run. */
  #isFull = false;
  constructor(aead, limits, send3) {
    this.arena = aead.allocate(ARENA_SIZE);
    this.#limits = limits;
    this.#send = send3;
  }
  reserve() {
    if (this.#end + MESSAGE_MAX > ARENA_SIZE) this.flush();
    return this.#end;
  }
  commit(peer, to, at, size) {
    if (!this.#extends(peer, to, at, size)) {
      this.#sendRun();
      this.#peer = peer;
      this.#to = to;
      this.#start = at;
      this.#segmentSize = size;
    }
    this.#count++;
    this.#isFull = size < this.#segmentSize;
    this.#end = at + size;
  }
  /** Sends what has been collected. */
  flush() {
    this.#sendRun();
    this.#end = 0;
  }
  #extends(peer, to, at, size) {
    return this.#count > 0 && !this.#isFull && this.#peer === peer && this.#to === to && size <= this.#segmentSize && this.#count < this.#limits.datagrams && at + size - this.#start <= this.#limits.bytes;
  }
  #sendRun() {
    if (this.#count === 0 || this.#peer === void 0 || this.#to === void 0) return;
    const size = this.#end - this.#start;
    this.#send(this.#peer, this.#to, this.arena, this.#start, size, this.#segmentSize);
    this.#count = 0;
  }
};

// src/mesh/peer-sessions.ts
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
  close(error2) {
    for (const waiter of [...this.#waiting.values()].flatMap((set2) => [...set2])) waiter.reject(error2);
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

// src/tunnel/filter/classify.ts
var PROTOCOL = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58, noNext: 59, sctp: 132 };
var HOP_BY_HOP2 = 0;
var ROUTING = 43;
var FRAGMENT = 44;
var AUTHENTICATION = 51;
var DESTINATION = 60;
var MOBILITY = 135;
var MAX_EXTENSIONS = 8;
function classify(bytes) {
  const version2 = (bytes[0] ?? 0) >> 4;
  if (version2 === 4) return classify4(bytes);
  return version2 === 6 ? classify6(bytes) : void 0;
}
function classify4(bytes) {
  const headerLength = (bytes[0] & 15) * 4;
  if (headerLength < 20 || bytes.length < headerLength || read16(bytes, 2) < headerLength) return void 0;
  const flagsAndOffset = read16(bytes, 6);
  const fragment = fragmentOf((flagsAndOffset & 8191) * 8, (flagsAndOffset & 8192) !== 0);
  const identification = fragment === "whole" ? 0 : read16(bytes, 4);
  const base = { family: 4, sourceAt: 12, destinationAt: 16, fragment, identification };
  if (fragment === "later" && (flagsAndOffset & 8191) * 8 < 40 && bytes[9] === PROTOCOL.tcp)
    return void 0;
  return withTransport(bytes, base, bytes[9], headerLength);
}
function classify6(bytes) {
  if (bytes.length < 40) return void 0;
  let base = { family: 6, sourceAt: 8, destinationAt: 24, fragment: "whole", identification: 0 };
  let next = bytes[6];
  let at = 40;
  for (let i = 0; i <= MAX_EXTENSIONS; i++) {
    if (!isExtension(next)) return withTransport(bytes, base, next, at);
    if (at + 8 > bytes.length) return void 0;
    if (next === FRAGMENT) {
      if (base.fragment !== "whole") return void 0;
      base = { ...base, ...readFragmentHeader(bytes, at) };
      if (base.fragment === "later") return withTransport(bytes, base, bytes[at], at + 8);
    }
    const length = extensionLength(next, bytes[at + 1]);
    next = bytes[at];
    at += length;
  }
  return void 0;
}
function isExtension(next) {
  return [HOP_BY_HOP2, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION, MOBILITY].includes(next);
}
function extensionLength(kind2, lengthByte) {
  if (kind2 === FRAGMENT) return 8;
  return kind2 === AUTHENTICATION ? (lengthByte + 2) * 4 : (lengthByte + 1) * 8;
}
function readFragmentHeader(bytes, at) {
  const offsetAndFlag = read16(bytes, at + 2);
  const fragment = fragmentOf(offsetAndFlag & 65528, (offsetAndFlag & 1) !== 0);
  const identification = read16(bytes, at + 4) * 65536 + read16(bytes, at + 6);
  return { fragment, identification: fragment === "whole" ? 0 : identification };
}
function fragmentOf(offset, more) {
  if (offset > 0) return "later";
  return more ? "first" : "whole";
}
function withTransport(bytes, base, protocol, at) {
  const none2 = { ...base, protocol, transportAt: at, sourcePort: 0, destinationPort: 0, icmpType: -1 };
  if (base.fragment === "later") return none2;
  switch (protocol) {
    case PROTOCOL.tcp:
      return at + 20 <= bytes.length ? withPorts(bytes, none2, at) : void 0;
    case PROTOCOL.udp:
    case PROTOCOL.sctp:
      return at + 8 <= bytes.length ? withPorts(bytes, none2, at) : void 0;
    case PROTOCOL.icmp:
    case PROTOCOL.icmpv6:
      if (protocol !== (base.family === 4 ? PROTOCOL.icmp : PROTOCOL.icmpv6)) return void 0;
      return at + 8 <= bytes.length ? { ...none2, icmpType: bytes[at] } : void 0;
    default:
      return none2;
  }
}
function withPorts(bytes, packet2, at) {
  return { ...packet2, sourcePort: read16(bytes, at), destinationPort: read16(bytes, at + 2) };
}
function read16(bytes, at) {
  return bytes[at] << 8 | bytes[at + 1];
}

// src/tunnel/filter/flows.ts
init_time();
var MAX_FLOWS2 = 65536;
var MAX_FRAGMENTS = 4096;
var FRAGMENT_LIFETIME = 30 * SECOND;
var FLOW_LIFETIME = { [PROTOCOL.tcp]: 124 * MINUTE };
var OTHER_LIFETIME = 3 * MINUTE;
var FlowTable = class {
  #flows = /* @__PURE__ */ new Map();
  #fragments = /* @__PURE__ */ new Map();
  /** To be told of each packet that this node sends. */
  noteSent(bytes, packet2, now) {
    if (packet2.fragment === "later") return;
    touch(this.#flows, flowKey(bytes, packet2, "sent"), now, MAX_FLOWS2);
  }
  /** True for an answer to what this node sent. */
  isAnswer(bytes, packet2, now) {
    const key = flowKey(bytes, packet2, "received");
    const seen = this.#flows.get(key);
    if (seen === void 0) return false;
    if (now - seen > (FLOW_LIFETIME[packet2.protocol] ?? OTHER_LIFETIME)) {
      this.#flows.delete(key);
      return false;
    }
    return true;
  }
  admitFragment(bytes, packet2, now) {
    touch(this.#fragments, fragmentKey(bytes, packet2), now, MAX_FRAGMENTS);
  }
  isAdmittedFragment(bytes, packet2, now) {
    const seen = this.#fragments.get(fragmentKey(bytes, packet2));
    return seen !== void 0 && now - seen <= FRAGMENT_LIFETIME;
  }
};
function touch(table, key, now, most) {
  table.delete(key);
  table.set(key, now);
  if (table.size > most) table.delete(table.keys().next().value);
}
function flowKey(bytes, packet2, direction) {
  const source = address(bytes, packet2.sourceAt, packet2.family);
  const destination = address(bytes, packet2.destinationAt, packet2.family);
  const { protocol, sourcePort, destinationPort } = packet2;
  return direction === "sent" ? `${protocol} ${source} ${sourcePort} ${destination} ${destinationPort}` : `${protocol} ${destination} ${destinationPort} ${source} ${sourcePort}`;
}
function fragmentKey(bytes, packet2) {
  const both = packet2.family === 4 ? 8 : 32;
  return `${packet2.identification} ${packet2.protocol} ${hex(bytes, packet2.sourceAt, both)}`;
}
function address(bytes, at, family) {
  return hex(bytes, at, family === 4 ? 4 : 16);
}
function hex(bytes, at, length) {
  return Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString("latin1");
}

// src/tunnel/filter/filter.ts
var ECHO_REQUEST = { 4: 8, 6: 128 };
var ECHO_REPLY = { 4: 0, 6: 129 };
var ICMP_ERRORS = { 4: [3, 11, 12], 6: [1, 2, 3, 4] };
var NUMBERS = { tcp: PROTOCOL.tcp, udp: PROTOCOL.udp, sctp: PROTOCOL.sctp };
var PeerFilter = class {
  #rules = [];
  /** Every packet that can be classified comes in. */
  #isOpen = false;
  counts = { admitted: 0, denied: 0, opaque: 0 };
  #flows = new FlowTable();
  constructor(rules) {
    this.rules = rules;
  }
  set rules(rules) {
    this.#rules = rules;
    this.#isOpen = rules.some((rule) => rule.kind === "any");
  }
  /** As {@link noteSent}. An open filter need not know what it would admit anyway. */
  noteSentAt(bytes, at, length, now) {
    if (!this.#isOpen) this.noteSent(bytes.subarray(at, at + length), now);
  }
  /** As {@link admits}, without a view or an object where the filter is open and the packet plain. */
  admitsAt(bytes, at, length, now) {
    if (!this.#isOpen || !isPlainTcp(bytes, at, length))
      return this.admits(bytes.subarray(at, at + length), now);
    this.counts.admitted++;
    return true;
  }
  /** To be told of each packet that goes to the peer. */
  noteSent(bytes, now) {
    const packet2 = classify(bytes);
    if (packet2) this.#flows.noteSent(bytes, packet2, now);
  }
  /** @returns whether the packet may come in. */
  admits(bytes, now) {
    const packet2 = classify(bytes);
    if (!packet2) {
      this.counts.opaque++;
      return false;
    }
    const admitted = this.#judge(bytes, packet2, now);
    if (admitted) this.counts.admitted++;
    else this.counts.denied++;
    return admitted;
  }
  #judge(bytes, packet2, now) {
    if (packet2.fragment === "later") return this.#flows.isAdmittedFragment(bytes, packet2, now);
    const admitted = this.#rules.some((rule) => matches(rule, packet2)) || mayAnswer(packet2) && this.#flows.isAnswer(bytes, packet2, now) || this.#isErrorOfOurs(bytes, packet2, now);
    if (admitted && packet2.fragment === "first") this.#flows.admitFragment(bytes, packet2, now);
    return admitted;
  }
  /** An ICMP error comes in where the packet that it quotes was sent from here. */
  #isErrorOfOurs(bytes, packet2, now) {
    const errors = ICMP_ERRORS[packet2.family];
    if (!errors.includes(packet2.icmpType)) return false;
    const quoted = classifyQuoted(bytes.subarray(packet2.transportAt + 8));
    return quoted !== void 0 && this.#flows.isAnswer(quoted.bytes, reversed(quoted.packet), now);
  }
};
function isPlainTcp(bytes, at, length) {
  if (length < 60) return false;
  const first = bytes[at];
  if (first === 69) {
    return bytes[at + 9] === PROTOCOL.tcp && (bytes[at + 6] & 63 | bytes[at + 7]) === 0;
  }
  return first >> 4 === 6 && bytes[at + 6] === PROTOCOL.tcp;
}
function mayAnswer(packet2) {
  return packet2.icmpType === -1 || packet2.icmpType === ECHO_REPLY[packet2.family];
}
function matches(rule, packet2) {
  switch (rule.kind) {
    case "any":
      return true;
    case "icmp":
      return packet2.icmpType === ECHO_REQUEST[packet2.family];
    case "protocol":
      return packet2.protocol === rule.number;
    case "tcp":
    case "udp":
    case "sctp":
      if (packet2.protocol !== NUMBERS[rule.kind]) return false;
      return rule.ports.some(
        ({ first, last }) => packet2.destinationPort >= first && packet2.destinationPort <= last
      );
  }
}
function classifyQuoted(quoted) {
  const bytes = new Uint8Array(quoted.length + 20);
  bytes.set(quoted);
  const packet2 = classify(bytes);
  return packet2 && packet2.fragment !== "later" && packet2.transportAt + 4 <= quoted.length ? { bytes, packet: packet2 } : void 0;
}
function reversed(packet2) {
  return {
    ...packet2,
    sourceAt: packet2.destinationAt,
    destinationAt: packet2.sourceAt,
    sourcePort: packet2.destinationPort,
    destinationPort: packet2.sourcePort
  };
}

// src/tunnel/netstack/netstack.ts
init_bytes();

// src/tunnel/netstack/counters.ts
var Counters = class {
  received = 0;
  /** SYNs answered with a cookie, because the listener's backlog was full. */
  cookiesSent = 0;
  #drops = /* @__PURE__ */ new Map();
  drop(reason2) {
    this.#drops.set(reason2, (this.#drops.get(reason2) ?? 0) + 1);
  }
  dropsOf(reason2) {
    return this.#drops.get(reason2) ?? 0;
  }
  /** All reasons seen, for diagnostics. */
  get drops() {
    return this.#drops;
  }
};

// src/tunnel/netstack/ip/addresses.ts
init_ip();
var Addresses = class {
  #own;
  constructor(own2) {
    this.#own = own2;
  }
  set(own2) {
    this.#own = own2;
  }
  has(address2) {
    return this.hasBytes(address2.bytes, 0, address2.bytes.length);
  }
  hasBytes(bytes, offset, length) {
    return this.#find(bytes, offset, length) !== void 0;
  }
  /** The own address that the packet is for, without making one. */
  destinationOf(ip) {
    return this.#find(ip.bytes, ip.addresses + ip.addressLength, ip.addressLength);
  }
  /** @returns the address to speak from, `undefined` where none has the family */
  sourceFor(remote) {
    return this.#own.find((address2) => address2.family === remote.family);
  }
  /** Diagnostics only. */
  get text() {
    return this.#own.map(formatIp).join(", ");
  }
  #find(bytes, offset, length) {
    for (const address2 of this.#own) {
      const own2 = address2.bytes;
      if (own2.length !== length) continue;
      let i = 0;
      while (i < length && own2[i] === bytes[offset + i]) i++;
      if (i === length) return address2;
    }
    return void 0;
  }
};
function isRefusedSource(ip) {
  const { bytes, addresses: at } = ip;
  if (ip.family === 4) {
    const first = bytes[at];
    return first === 0 || first === 127 || first >= 224;
  }
  if (bytes[at] === 255) return true;
  for (let i = 0; i < 10; i++) if (bytes[at + i] !== 0) return false;
  const group = bytes[at + 10] << 8 | bytes[at + 11];
  if (group === 65535) return true;
  const isLow = group === 0 && bytes[at + 12] === 0 && bytes[at + 13] === 0 && bytes[at + 14] === 0;
  return isLow && bytes[at + 15] <= 1;
}

// src/tunnel/netstack/ip/icmp-stack.ts
init_bytes();

// src/tunnel/netstack/rate-limit.ts
var RateLimit = class {
  #perSecond;
  #burst;
  #tokens;
  #at = 0;
  constructor(perSecond, burst) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#tokens = burst;
  }
  /** @returns false where there is no token left */
  take(now) {
    const earned = Math.max(0, now - this.#at) * this.#perSecond / 1e3;
    this.#tokens = Math.min(this.#burst, this.#tokens + earned);
    this.#at = Math.max(this.#at, now);
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }
};

// src/tunnel/netstack/wire/checksum.ts
var LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
function sumBytes(bytes, offset, length) {
  const end = offset + length;
  if (length < 32) return foldSum(sumShort(bytes, offset, end));
  if (bytes !== lastBytes) setWords(bytes);
  const lead = -(lastOffset + offset) & 3;
  const at = offset + lead;
  const first = lastOffset + at >>> 2;
  const count = end - at >>> 2;
  let rest = sumWords(lastWords, first, first + count);
  if (LITTLE_ENDIAN) rest = swap(rest);
  const tail = at + (count << 2);
  if (tail < end) rest = foldSum(rest + sumShort(bytes, tail, end));
  if (lead === 0) return rest;
  return foldSum(sumShort(bytes, offset, at) + ((lead & 1) === 1 ? swap(rest) : rest));
}
function addSums(a, b) {
  return foldSum(a + b);
}
function finishSum(sum2) {
  return ~sum2 & 65535;
}
function sumPseudoHeader(bytes, addressesOffset, addressesLength, protocol, transportLength) {
  const addresses = sumShort(bytes, addressesOffset, addressesOffset + addressesLength);
  return foldSum(addresses + protocol + (transportLength >>> 16) + (transportLength & 65535));
}
function foldSum(sum2) {
  let folded = (sum2 & 65535) + (sum2 >>> 16);
  folded = (folded & 65535) + (folded >>> 16);
  return folded;
}
function swap(sum2) {
  return (sum2 & 255) << 8 | sum2 >>> 8;
}
function sumShort(bytes, start, end) {
  let sum2 = 0;
  let at = start;
  for (; at + 1 < end; at += 2) sum2 += bytes[at] << 8 | bytes[at + 1];
  if (at < end) sum2 += bytes[at] << 8;
  return sum2;
}
function sumWords(words2, first, last) {
  let all = 0;
  let upper = 0;
  let at = first;
  for (; at + 7 < last; at += 8) {
    const a = words2[at];
    const b = words2[at + 1];
    const c = words2[at + 2];
    const d = words2[at + 3];
    const e = words2[at + 4];
    const f = words2[at + 5];
    const g = words2[at + 6];
    const h = words2[at + 7];
    all = all + (a + b | 0) + (c + d | 0) + (e + f | 0) + (g + h | 0) | 0;
    upper += (a >>> 16) + (b >>> 16) + (c >>> 16) + (d >>> 16);
    upper = upper + (e >>> 16) + (f >>> 16) + (g >>> 16) + (h >>> 16) | 0;
  }
  for (; at < last; at++) {
    all = all + words2[at] | 0;
    upper = upper + (words2[at] >>> 16) | 0;
  }
  const lower = all - (upper << 16) >>> 0;
  return foldSum(foldSum(lower) + foldSum(upper));
}
var KEPT_VIEWS = 4;
var views = [];
var nextView = 0;
var lastBytes;
var lastOffset = 0;
var lastWords = new Uint32Array(0);
function setWords(bytes) {
  lastBytes = bytes;
  lastOffset = bytes.byteOffset;
  const { buffer } = bytes;
  const kept = views.find((view2) => view2.buffer === buffer);
  lastWords = kept ?? new Uint32Array(buffer, 0, buffer.byteLength >>> 2);
  if (kept !== void 0) return;
  views[nextView] = lastWords;
  nextView = (nextView + 1) % KEPT_VIEWS;
}

// src/tunnel/netstack/wire/icmp.ts
var ICMP_HEADER = 8;

// src/tunnel/netstack/wire/icmpv4.ts
var REASON_OF_CODE = ["network", "host", "protocol", "port"];
var CODE_OF_REASON = {
  network: 0,
  host: 1,
  protocol: 2,
  port: 3,
  prohibited: 13
};
var FRAGMENTATION_NEEDED = 4;
function parseIcmpv4(bytes) {
  if (bytes.length < ICMP_HEADER) return "icmp-truncated";
  if (sumBytes(bytes, 0, bytes.length) !== 65535) return "icmp-checksum";
  const code = bytes[1];
  const low = bytes[4] << 8 | bytes[5];
  const high = bytes[6] << 8 | bytes[7];
  const rest = bytes.subarray(ICMP_HEADER);
  switch (bytes[0]) {
    case 0:
      return { kind: "echo-reply", identifier: low, sequence: high, data: rest };
    case 8:
      return { kind: "echo-request", identifier: low, sequence: high, data: rest };
    case 3:
      if (code === FRAGMENTATION_NEEDED) return { kind: "packet-too-big", mtu: high, quoted: rest };
      return { kind: "unreachable", reason: REASON_OF_CODE[code] ?? reasonOfLateCode(code), quoted: rest };
    case 11:
      return { kind: "time-exceeded", code, quoted: rest };
    case 12:
      return { kind: "parameter-problem", code, pointer: bytes[4], quoted: rest };
    default:
      return "icmp-unknown";
  }
}
function emitIcmpv4(message) {
  const body = "data" in message ? message.data : message.quoted;
  const bytes = new Uint8Array(ICMP_HEADER + body.length);
  bytes.set(body, ICMP_HEADER);
  const view2 = new DataView(bytes.buffer);
  switch (message.kind) {
    case "echo-request":
    case "echo-reply":
      bytes[0] = message.kind === "echo-request" ? 8 : 0;
      view2.setUint16(4, message.identifier);
      view2.setUint16(6, message.sequence);
      break;
    case "unreachable":
      bytes[0] = 3;
      bytes[1] = CODE_OF_REASON[message.reason];
      break;
    case "packet-too-big":
      bytes[0] = 3;
      bytes[1] = FRAGMENTATION_NEEDED;
      view2.setUint16(6, message.mtu);
      break;
    case "time-exceeded":
      bytes[0] = 11;
      bytes[1] = message.code;
      break;
    case "parameter-problem":
      bytes[0] = 12;
      bytes[1] = message.code;
      bytes[4] = message.pointer;
      break;
  }
  view2.setUint16(2, finishSum(sumBytes(bytes, 0, bytes.length)));
  return bytes;
}
function reasonOfLateCode(code) {
  if (code === 9 || code === 10 || code === 13) return "prohibited";
  return code === 6 || code === 11 ? "network" : "host";
}

// src/tunnel/netstack/wire/ip.ts
init_bytes();
var PROTOCOL2 = {
  hopByHop: 0,
  icmpv4: 1,
  tcp: 6,
  udp: 17,
  routing: 43,
  fragment: 44,
  authentication: 51,
  icmpv6: 58,
  none: 59,
  destinationOptions: 60
};
var IpView = class {
  bytes = new Uint8Array(0);
  family = 4;
  /** Where the IP header starts and the packet ends in `bytes`. */
  start = 0;
  end = 0;
  /** Source and destination follow each other from here; each is `addressLength` bytes. */
  addresses = 0;
  addressLength = 4;
  protocol = 0;
  payload = 0;
  /** IPv6: where the field stands that names `protocol`. */
  nextHeaderAt = 0;
  /** IPv6: what a fault is about, where the sender is to be told of it (RFC 4443 \u00a73.4); -1 where not. */
  faultAt = -1;
  hopLimit = 0;
  /** RFC 3168: the lowest two bits of the traffic class. */
  congestion = 0;
  dontFragment = false;
  identification = 0;
  /** Of this fragment's payload, in bytes. */
  fragmentOffset = 0;
  moreFragments = false;
  get isFragment() {
    return this.moreFragments || this.fragmentOffset > 0;
  }
  get payloadLength() {
    return this.end - this.payload;
  }
  source() {
    return copyBytes(this.bytes, this.addresses, this.addresses + this.addressLength);
  }
  destination() {
    const at = this.addresses + this.addressLength;
    return copyBytes(this.bytes, at, at + this.addressLength);
  }
};

// src/tunnel/netstack/wire/icmpv6.ts
var REASON_OF_CODE2 = [
  "network",
  "prohibited",
  "network",
  "host",
  "port",
  "prohibited",
  "prohibited"
];
var CODE_OF_REASON2 = {
  network: 0,
  prohibited: 1,
  host: 3,
  port: 4,
  protocol: 3
};
function parseIcmpv6(bytes, addresses) {
  if (bytes.length < ICMP_HEADER) return "icmp-truncated";
  const pseudo = sumPseudoHeader(addresses, 0, 32, PROTOCOL2.icmpv6, bytes.length);
  if (addSums(pseudo, sumBytes(bytes, 0, bytes.length)) !== 65535) return "icmp-checksum";
  const view2 = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const code = bytes[1];
  const rest = bytes.subarray(ICMP_HEADER);
  switch (bytes[0]) {
    case 1:
      return { kind: "unreachable", reason: REASON_OF_CODE2[code] ?? "host", quoted: rest };
    case 2:
      return { kind: "packet-too-big", mtu: view2.getUint32(4), quoted: rest };
    case 3:
      return { kind: "time-exceeded", code, quoted: rest };
    case 4:
      return { kind: "parameter-problem", code, pointer: view2.getUint32(4), quoted: rest };
    case 128:
    case 129: {
      const kind2 = bytes[0] === 128 ? "echo-request" : "echo-reply";
      return { kind: kind2, identifier: view2.getUint16(4), sequence: view2.getUint16(6), data: rest };
    }
    default:
      return "icmp-unknown";
  }
}
function emitIcmpv6(message, addresses) {
  const body = "data" in message ? message.data : message.quoted;
  const bytes = new Uint8Array(ICMP_HEADER + body.length);
  bytes.set(body, ICMP_HEADER);
  const view2 = new DataView(bytes.buffer);
  switch (message.kind) {
    case "echo-request":
    case "echo-reply":
      bytes[0] = message.kind === "echo-request" ? 128 : 129;
      view2.setUint16(4, message.identifier);
      view2.setUint16(6, message.sequence);
      break;
    case "unreachable":
      bytes[0] = 1;
      bytes[1] = CODE_OF_REASON2[message.reason];
      break;
    case "packet-too-big":
      bytes[0] = 2;
      view2.setUint32(4, message.mtu);
      break;
    case "time-exceeded":
      bytes[0] = 3;
      bytes[1] = message.code;
      break;
    case "parameter-problem":
      bytes[0] = 4;
      bytes[1] = message.code;
      view2.setUint32(4, message.pointer);
      break;
  }
  const pseudo = sumPseudoHeader(addresses, 0, 32, PROTOCOL2.icmpv6, bytes.length);
  view2.setUint16(2, finishSum(addSums(pseudo, sumBytes(bytes, 0, bytes.length))));
  return bytes;
}

// src/tunnel/netstack/ip/quoted-packet.ts
init_bytes();

// src/tunnel/netstack/wire/uint32.ts
function readUint322(bytes, at) {
  return (bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]) >>> 0;
}
function writeUint322(bytes, at, value) {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

// src/tunnel/netstack/ip/quoted-packet.ts
function parseQuotedPacket(quoted, family) {
  if (quoted.length < (family === 4 ? 28 : 48) || quoted[0] >>> 4 !== family) return void 0;
  const { protocol, transportAt, isLater } = family === 4 ? transportOf4(quoted) : transportOf6(quoted);
  if (transportAt < 20 || !isLater && quoted.length < transportAt + 8) return void 0;
  const at = family === 4 ? 12 : 8;
  const size = family === 4 ? 4 : 16;
  const read162 = (offset) => isLater ? 0 : quoted[offset] << 8 | quoted[offset + 1];
  return {
    family,
    protocol,
    source: copyBytes(quoted, at, at + size),
    destination: copyBytes(quoted, at + size, at + size * 2),
    sourcePort: read162(transportAt),
    destinationPort: read162(transportAt + 2),
    sequence: isLater ? 0 : readUint322(quoted, transportAt + 4),
    length: family === 4 ? quoted[2] << 8 | quoted[3] : 40 + (quoted[4] << 8 | quoted[5])
  };
}
function transportOf4(quoted) {
  const isLater = ((quoted[6] & 31) << 8 | quoted[7]) !== 0;
  return { protocol: quoted[9], transportAt: (quoted[0] & 15) << 2, isLater };
}
function transportOf6(quoted) {
  if (quoted[6] !== PROTOCOL2.fragment) return { protocol: quoted[6], transportAt: 40, isLater: false };
  const isLater = ((quoted[42] << 8 | quoted[43]) & 65528) !== 0;
  return { protocol: quoted[40], transportAt: 48, isLater };
}

// src/tunnel/netstack/ip/icmp-stack.ts
var MOST_QUOTED = { 4: 548, 6: 1232 };
var ERRORS_PER_SECOND = 100;
var ERROR_BURST = 50;
var ECHOES_PER_SECOND = 1e3;
var ECHO_BURST = 200;
var IcmpStack = class {
  #around;
  #errors = new RateLimit(ERRORS_PER_SECOND, ERROR_BURST);
  #echoes = new RateLimit(ECHOES_PER_SECOND, ECHO_BURST);
  constructor(around) {
    this.#around = around;
  }
  receive(ip, now) {
    const message = parseMessage(ip);
    if (typeof message === "string") {
      this.#around.counters.drop(message);
      return;
    }
    switch (message.kind) {
      case "echo-request":
        this.#answerEcho(ip, message, now);
        return;
      case "echo-reply": {
        const { identifier, sequence, data } = message;
        const from = { family: ip.family, bytes: ip.source() };
        this.#around.tell({ kind: "echo-reply", from, identifier, sequence, bytes: copyBytes(data) });
        return;
      }
      default:
        this.#handleError(ip, message, now);
    }
  }
  sendEcho(to, message, now) {
    const source = this.#around.addresses.sourceFor(to);
    if (source === void 0) return false;
    return this.#send(source.bytes, to.bytes, message, this.#around.pathMtu.find(to, now));
  }
  /** Never for an error, a later fragment or a source that cannot be answered (RFC 1122 \u00a73.2.2). */
  sendError(ip, error2, now) {
    this.sendQuoting(ip.bytes.subarray(ip.start, ip.end), ip.source(), ip.destination(), error2, now);
  }
  /** As {@link sendError}, of a packet from `source` to us. */
  sendQuoting(packet2, source, destination, error2, now) {
    if (!this.#errors.take(now)) {
      this.#around.counters.drop("icmp-rate-limited");
      return;
    }
    const quoted = packet2.subarray(0, MOST_QUOTED[source.length === 4 ? 4 : 6]);
    this.#send(destination, source, { ...error2, quoted }, this.#around.pathMtu.linkMtu);
  }
  #answerEcho(ip, message, now) {
    if (!this.#echoes.take(now)) {
      this.#around.counters.drop("icmp-rate-limited");
      return;
    }
    const remote = { family: ip.family, bytes: ip.source() };
    const mtu = this.#around.pathMtu.find(remote, now);
    this.#send(ip.destination(), remote.bytes, { ...message, kind: "echo-reply" }, mtu);
  }
  #handleError(ip, message, now) {
    const quoted = parseQuotedPacket(message.quoted, ip.family);
    const isOurs = quoted !== void 0 && this.#around.addresses.hasBytes(quoted.source, 0, quoted.source.length);
    if (!isOurs) {
      this.#around.counters.drop("icmp-quote-unknown");
      return;
    }
    if (message.kind === "packet-too-big") this.#lowerMtu(quoted, message.mtu, now);
    else if (message.kind === "unreachable") this.#tellUnreachable(quoted, message.reason, now);
  }
  #lowerMtu(quoted, mtu, now) {
    const { pathMtu, tcp } = this.#around;
    const remote = { family: quoted.family, bytes: quoted.destination };
    const isTcp = quoted.protocol === PROTOCOL2.tcp;
    if (isTcp ? !tcp.hasInFlight(quoted) : quoted.protocol !== PROTOCOL2.udp) return;
    pathMtu.lower(remote, mtu, quoted.length, now);
    if (isTcp) tcp.handlePacketTooBig(quoted, now);
  }
  #tellUnreachable(quoted, reason2, now) {
    const { tcp, udp } = this.#around;
    if (quoted.protocol === PROTOCOL2.udp) udp.handleUnreachable(quoted);
    if (quoted.protocol === PROTOCOL2.tcp) {
      tcp.handleUnreachable(quoted, reason2 === "port" || reason2 === "protocol", now);
    }
  }
  #send(source, destination, message, mtu) {
    const isIpv4 = source.length === 4;
    const payload = isIpv4 ? emitIcmpv4(message) : emitIcmpv6(message, Buffer.concat([source, destination]));
    const protocol = isIpv4 ? PROTOCOL2.icmpv4 : PROTOCOL2.icmpv6;
    return this.#around.output.send({ source, destination, protocol, payload, mtu });
  }
};
function parseMessage(ip) {
  const bytes = ip.bytes.subarray(ip.payload, ip.end);
  if (ip.family === 4) return ip.protocol === PROTOCOL2.icmpv4 ? parseIcmpv4(bytes) : "icmp-unknown";
  if (ip.protocol !== PROTOCOL2.icmpv6) return "icmp-unknown";
  return parseIcmpv6(bytes, ip.bytes.subarray(ip.addresses, ip.addresses + 32));
}

// src/tunnel/netstack/ip/outbox.ts
var MOST_PACKETS = 4096;
var MOST_BYTES2 = 4 * 1024 * 1024;
var Outbox = class {
  #packets = [];
  #bytes = 0;
  #counters;
  constructor(counters) {
    this.#counters = counters;
  }
  get isEmpty() {
    return this.#packets.length === 0;
  }
  push(packet2) {
    if (this.#packets.length >= MOST_PACKETS || this.#bytes + packet2.length > MOST_BYTES2) {
      this.#counters.drop("outbox-full");
      return;
    }
    this.#packets.push(packet2);
    this.#bytes += packet2.length;
  }
  drainTo(sink) {
    while (this.#packets.length > 0) {
      const packets = this.#packets;
      this.#packets = [];
      this.#bytes = 0;
      for (const packet2 of packets) sink(packet2, 0, packet2.length, 0);
    }
  }
};

// src/tunnel/netstack/ip/output.ts
init_random();

// src/tunnel/netstack/wire/ipv4.ts
var IPV4_HEADER = 20;
var DONT_FRAGMENT = 64;
var MORE_FRAGMENTS = 32;
var OPTION_LOOSE_SOURCE_ROUTE = 131;
var OPTION_STRICT_SOURCE_ROUTE = 137;
function readIpv4(view2, bytes, offset, length) {
  if (length < IPV4_HEADER) return "ipv4-truncated";
  const headerLength = (bytes[offset] & 15) << 2;
  if (headerLength < IPV4_HEADER || headerLength > length) return "ipv4-header-length";
  const totalLength = bytes[offset + 2] << 8 | bytes[offset + 3];
  if (totalLength < headerLength || totalLength > length) return "ipv4-total-length";
  if (sumBytes(bytes, offset, headerLength) !== 65535) return "ipv4-checksum";
  if (headerLength > IPV4_HEADER && hasSourceRoute(bytes, offset + IPV4_HEADER, offset + headerLength)) {
    return "ipv4-source-route";
  }
  const flags = bytes[offset + 6];
  view2.bytes = bytes;
  view2.family = 4;
  view2.start = offset;
  view2.end = offset + totalLength;
  view2.addresses = offset + 12;
  view2.addressLength = 4;
  view2.protocol = bytes[offset + 9];
  view2.payload = offset + headerLength;
  view2.hopLimit = bytes[offset + 8];
  view2.congestion = bytes[offset + 1] & 3;
  view2.dontFragment = (flags & DONT_FRAGMENT) !== 0;
  view2.identification = bytes[offset + 4] << 8 | bytes[offset + 5];
  view2.fragmentOffset = ((flags & 31) << 8 | bytes[offset + 7]) << 3;
  view2.moreFragments = (flags & MORE_FRAGMENTS) !== 0;
  return void 0;
}
function emitIpv4(repr, bytes, offset) {
  const totalLength = IPV4_HEADER + repr.payloadLength;
  const fragment = repr.fragmentOffset >>> 3;
  bytes[offset] = 69;
  bytes[offset + 1] = 0;
  bytes[offset + 2] = totalLength >>> 8;
  bytes[offset + 3] = totalLength;
  bytes[offset + 4] = repr.identification >>> 8;
  bytes[offset + 5] = repr.identification;
  bytes[offset + 6] = (repr.dontFragment ? DONT_FRAGMENT : 0) | (repr.moreFragments ? MORE_FRAGMENTS : 0) | fragment >>> 8;
  bytes[offset + 7] = fragment;
  bytes[offset + 8] = repr.hopLimit;
  bytes[offset + 9] = repr.protocol;
  bytes[offset + 10] = 0;
  bytes[offset + 11] = 0;
  for (let i = 0; i < 4; i++) {
    bytes[offset + 12 + i] = repr.source[i];
    bytes[offset + 16 + i] = repr.destination[i];
  }
  const sum2 = finishSum(sumBytes(bytes, offset, IPV4_HEADER));
  bytes[offset + 10] = sum2 >>> 8;
  bytes[offset + 11] = sum2;
  return IPV4_HEADER;
}
function hasSourceRoute(bytes, start, end) {
  let at = start;
  while (at < end) {
    const kind2 = bytes[at];
    if (kind2 === 0) return false;
    if (kind2 === OPTION_LOOSE_SOURCE_ROUTE || kind2 === OPTION_STRICT_SOURCE_ROUTE) return true;
    const length = kind2 === 1 ? 1 : at + 1 < end ? bytes[at + 1] : 0;
    if (length === 0) return false;
    at += length;
  }
  return false;
}

// src/tunnel/netstack/wire/ipv6.ts
var IPV6_HEADER = 40;
var IPV6_FRAGMENT_HEADER = 8;
var MOST_EXTENSIONS = 8;
var UPPER_HEADER = /* @__PURE__ */ new Map([
  [PROTOCOL2.tcp, 20],
  [PROTOCOL2.udp, 8],
  [PROTOCOL2.icmpv6, 8]
]);
function readIpv6(view2, bytes, offset, length) {
  if (length < IPV6_HEADER) return "ipv6-truncated";
  const payloadLength = bytes[offset + 4] << 8 | bytes[offset + 5];
  if (IPV6_HEADER + payloadLength > length) return "ipv6-payload-length";
  view2.bytes = bytes;
  view2.family = 6;
  view2.start = offset;
  view2.end = offset + IPV6_HEADER + payloadLength;
  view2.addresses = offset + 8;
  view2.addressLength = 16;
  view2.protocol = bytes[offset + 6];
  view2.nextHeaderAt = offset + 6;
  view2.payload = offset + IPV6_HEADER;
  view2.hopLimit = bytes[offset + 7];
  view2.congestion = bytes[offset + 1] >>> 4 & 3;
  view2.dontFragment = true;
  view2.identification = 0;
  view2.fragmentOffset = 0;
  view2.moreFragments = false;
  return walkExtensions(view2);
}
function emitIpv6(repr, bytes, offset) {
  const isFragment = repr.moreFragments || repr.fragmentOffset > 0;
  const payloadLength = repr.payloadLength + (isFragment ? IPV6_FRAGMENT_HEADER : 0);
  bytes[offset] = 96;
  bytes[offset + 1] = 0;
  bytes[offset + 2] = 0;
  bytes[offset + 3] = 0;
  bytes[offset + 4] = payloadLength >>> 8;
  bytes[offset + 5] = payloadLength;
  bytes[offset + 6] = isFragment ? PROTOCOL2.fragment : repr.protocol;
  bytes[offset + 7] = repr.hopLimit;
  bytes.set(repr.source, offset + 8);
  bytes.set(repr.destination, offset + 24);
  if (!isFragment) return IPV6_HEADER;
  const at = offset + IPV6_HEADER;
  bytes[at] = repr.protocol;
  bytes[at + 1] = 0;
  bytes[at + 2] = repr.fragmentOffset >>> 8;
  bytes[at + 3] = repr.fragmentOffset & 248 | (repr.moreFragments ? 1 : 0);
  bytes[at + 4] = repr.identification >>> 24;
  bytes[at + 5] = repr.identification >>> 16;
  bytes[at + 6] = repr.identification >>> 8;
  bytes[at + 7] = repr.identification;
  return IPV6_HEADER + IPV6_FRAGMENT_HEADER;
}
function walkExtensions(view2) {
  for (let count = 0; count <= MOST_EXTENSIONS; count++) {
    switch (view2.protocol) {
      case PROTOCOL2.hopByHop:
        if (count > 0) return "ipv6-extension-order";
        break;
      case PROTOCOL2.routing:
      case PROTOCOL2.destinationOptions:
      case PROTOCOL2.authentication:
        break;
      case PROTOCOL2.fragment: {
        const fault2 = readFragmentHeader2(view2);
        if (fault2 !== void 0) return fault2;
        if (view2.isFragment) return faultOfFirst(view2);
        continue;
      }
      default:
        return void 0;
    }
    const fault = skipExtension(view2);
    if (fault !== void 0) return fault;
  }
  return "ipv6-extension-count";
}
function skipExtension(view2) {
  const { bytes, payload, protocol } = view2;
  if (payload + 8 > view2.end) return "ipv6-extension-truncated";
  const length = extensionLength2(protocol, bytes[payload + 1]);
  if (payload + length > view2.end) return "ipv6-extension-truncated";
  if (protocol === PROTOCOL2.routing && bytes[payload + 3] !== 0) {
    view2.faultAt = payload + 2;
    return "ipv6-routing-header";
  }
  const hasOptions = protocol === PROTOCOL2.hopByHop || protocol === PROTOCOL2.destinationOptions;
  if (hasOptions && !optionsMayBeSkipped(view2, payload + 2, payload + length)) return "ipv6-option-refused";
  view2.protocol = bytes[payload];
  view2.nextHeaderAt = payload;
  view2.payload = payload + length;
  return void 0;
}
function optionsMayBeSkipped(view2, start, end) {
  const { bytes } = view2;
  let at = start;
  while (at < end) {
    const kind2 = bytes[at];
    if (kind2 === 0) {
      at++;
      continue;
    }
    if (at + 1 >= end) return false;
    if (kind2 !== 1 && kind2 >>> 6 !== 0) {
      if (kind2 >>> 6 !== 1) view2.faultAt = at;
      return false;
    }
    at += 2 + bytes[at + 1];
  }
  return at === end;
}
function faultOfFirst(view2) {
  if (view2.fragmentOffset > 0 || holdsUpperLayer(view2)) return void 0;
  view2.faultAt = view2.start;
  return "ipv6-header-chain";
}
function holdsUpperLayer({ bytes, payload, end, protocol }) {
  let [kind2, at] = [protocol, payload];
  for (let count = 0; count <= MOST_EXTENSIONS; count++) {
    switch (kind2) {
      case PROTOCOL2.routing:
      case PROTOCOL2.destinationOptions:
      case PROTOCOL2.authentication: {
        if (at + 8 > end) return false;
        const next = bytes[at];
        at += extensionLength2(kind2, bytes[at + 1]);
        kind2 = next;
        break;
      }
      default:
        return at + (UPPER_HEADER.get(kind2) ?? 0) <= end;
    }
  }
  return false;
}
function extensionLength2(protocol, units) {
  return protocol === PROTOCOL2.authentication ? units + 2 << 2 : units + 1 << 3;
}
function readFragmentHeader2(view2) {
  const { bytes, payload: at } = view2;
  if (at + IPV6_FRAGMENT_HEADER > view2.end) return "ipv6-extension-truncated";
  view2.protocol = bytes[at];
  view2.nextHeaderAt = at;
  view2.fragmentOffset = (bytes[at + 2] << 8 | bytes[at + 3]) & 65528;
  view2.moreFragments = (bytes[at + 3] & 1) !== 0;
  view2.identification = (bytes[at + 4] << 24 | bytes[at + 5] << 16 | bytes[at + 6] << 8 | bytes[at + 7]) >>> 0;
  view2.payload = at + IPV6_FRAGMENT_HEADER;
  return void 0;
}

// src/tunnel/netstack/ip/output.ts
var HOP_LIMIT = 64;
var MOST_PACKET = 65535;
var IpOutput = class {
  #outbox;
  #random;
  constructor(outbox, random) {
    this.#outbox = outbox;
    this.#random = random;
  }
  /** @returns false where the datagram is larger than IP can say */
  send(datagram) {
    const isIpv4 = datagram.source.length === 4;
    const header = isIpv4 ? IPV4_HEADER : IPV6_HEADER;
    const { length } = datagram.payload;
    if (length + (isIpv4 ? header : 0) > MOST_PACKET) return false;
    const fits = header + length <= datagram.mtu;
    const isAtomic = fits && datagram.protocol !== PROTOCOL2.icmpv4;
    const identification = isAtomic ? 0 : randomUint32(this.#random) & (isIpv4 ? 65535 : -1);
    const about = { datagram, identification: identification >>> 0, dontFragment: isAtomic };
    if (fits) {
      this.#emit(about, 0, length);
      return true;
    }
    const room = datagram.mtu - header - (isIpv4 ? 0 : IPV6_FRAGMENT_HEADER);
    const step = room & ~7;
    for (let at = 0; at < length; at += step) {
      this.#emit(about, at, Math.min(length, at + step));
    }
    return true;
  }
  #emit({ datagram, identification, dontFragment }, start, end) {
    const moreFragments = end < datagram.payload.length;
    const repr = {
      source: datagram.source,
      destination: datagram.destination,
      protocol: datagram.protocol,
      hopLimit: HOP_LIMIT,
      payloadLength: end - start,
      dontFragment,
      identification,
      fragmentOffset: start,
      moreFragments
    };
    const isIpv4 = datagram.source.length === 4;
    const isFragment = moreFragments || start > 0;
    const header = isIpv4 ? IPV4_HEADER : IPV6_HEADER + (isFragment ? IPV6_FRAGMENT_HEADER : 0);
    const packet2 = new Uint8Array(header + end - start);
    if (isIpv4) emitIpv4(repr, packet2, 0);
    else emitIpv6(repr, packet2, 0);
    packet2.set(
      start === 0 && end === datagram.payload.length ? datagram.payload : datagram.payload.subarray(start, end),
      header
    );
    this.#outbox.push(packet2);
  }
};

// src/tunnel/netstack/ip/path-mtu.ts
var LIFE_MS = 6e5;
var MOST_PATHS = 1024;
var PLATEAUS = [32e3, 17914, 8166, 4352, 2002, 1492, 1280, 1006, 576];
var LEAST_MTU = { 4: 576, 6: 1280 };
var PathMtu = class {
  linkMtu;
  #paths = /* @__PURE__ */ new Map();
  constructor(linkMtu) {
    this.linkMtu = linkMtu;
  }
  find(remote, now) {
    const path = this.#paths.get(keyOf(remote));
    if (path === void 0 || path.until <= now) return this.linkMtu;
    return Math.min(path.mtu, this.linkMtu);
  }
  /**
   * Takes a report. One that would raise the MTU is not believed, nor one of less than what every
   * IPv6 path carries (RFC 8201 \u00a74); IPv4 is not lowered under what every host takes.
   * @returns true where the MTU is lower than it was
   */
  lower(remote, reported, sentLength, now) {
    if (remote.family === 6 && reported < LEAST_MTU[6]) return false;
    const before = this.find(remote, now);
    const guess = reported === 0 ? PLATEAUS.find((mtu2) => mtu2 < Math.min(sentLength, before)) ?? 0 : reported;
    const mtu = Math.max(LEAST_MTU[remote.family], guess);
    if (mtu >= before) return false;
    const key = keyOf(remote);
    this.#paths.delete(key);
    if (this.#paths.size >= MOST_PATHS) this.#paths.delete(this.#paths.keys().next().value);
    this.#paths.set(key, { mtu, until: now + LIFE_MS });
    return true;
  }
};
function keyOf(address2) {
  return address2.bytes.join(".");
}

// src/tunnel/netstack/ip/reassembly.ts
init_bytes();
var MOST_DATAGRAMS = 64;
var MOST_BYTES3 = 2 * 1024 * 1024;
var LIFE_MS2 = 3e4;
var MOST_LENGTH = 65535;
var IPV6_LENGTH_AT = 4;
var FRAGMENT_OFFSET_AT = 2;
var MOST_FRAGMENTS = 128;
var MOST_KEPT = 1232;
var Reassembly = class {
  #partials = /* @__PURE__ */ new Map();
  #counters;
  #bytes = 0;
  constructor(counters) {
    this.#counters = counters;
  }
  get heldBytes() {
    return this.#bytes;
  }
  /**
   * @returns the whole packet, without fragment header, once the last fragment is there. Where the sender of one that is
   *   refused is to know why, `ip.faultAt` says where the fault stands.
   */
  take(ip, now) {
    const start = ip.fragmentOffset;
    const end = start + ip.payloadLength;
    if (ip.payloadLength === 0) return this.#refuse("fragment-shape");
    const fault = faultOfShape(ip, end);
    if (fault !== void 0) {
      ip.faultAt = fault;
      return this.#refuse("fragment-shape");
    }
    const key = keyOf2(ip);
    const partial2 = this.#partials.get(key) ?? this.#begin(key, ip, now);
    if (partial2.isRefused) return this.#refuse("fragment-overlap");
    const reason2 = this.#place(partial2, ip, start, end);
    if (reason2 !== void 0) {
      this.#discard(partial2);
      return this.#refuse(reason2);
    }
    this.#makeRoom(key);
    if (!this.#partials.has(key) || !isWhole(partial2)) return void 0;
    this.#forget(key, partial2);
    return join4(partial2);
  }
  /** `expire` is told of those whose sender is to know (RFC 792, RFC 8200 \u00a74.5). */
  handleTimeout(now, expire) {
    for (const [key, partial2] of this.#partials) {
      if (partial2.until > now) return;
      if (!partial2.isRefused) this.#counters.drop("fragment-timed-out");
      this.#forget(key, partial2);
      const { first } = partial2;
      if (first !== void 0 && !partial2.isRefused) expire({ ...partial2, first });
    }
  }
  nextTimeout() {
    const first = this.#partials.values().next();
    return first.done ? void 0 : first.value.until;
  }
  #begin(key, ip, now) {
    const partial2 = {
      until: now + LIFE_MS2,
      family: ip.family,
      source: ip.source(),
      destination: ip.destination(),
      protocol: ip.protocol,
      hopLimit: ip.hopLimit,
      first: void 0,
      parts: [],
      isRefused: false,
      bytes: 0,
      length: void 0
    };
    this.#partials.set(key, partial2);
    return partial2;
  }
  #place(partial2, ip, start, end) {
    let index = partial2.parts.findIndex((part) => part.start >= start);
    if (index < 0) index = partial2.parts.length;
    const before = partial2.parts[index - 1];
    const after = partial2.parts[index];
    if (after !== void 0 && after.start === start && after.bytes.length === end - start) {
      return isSame(after.bytes, ip) ? void 0 : "fragment-overlap";
    }
    if (before !== void 0 && before.start + before.bytes.length > start) return "fragment-overlap";
    if (after !== void 0 && after.start < end) return "fragment-overlap";
    if (partial2.length !== void 0 && (end > partial2.length || !ip.moreFragments)) return "fragment-shape";
    if (partial2.parts.length >= MOST_FRAGMENTS) return "fragment-too-many";
    if (!ip.moreFragments) {
      if (after !== void 0) return "fragment-shape";
      partial2.length = end;
    }
    if (start === 0) {
      partial2.protocol = ip.protocol;
      partial2.hopLimit = ip.hopLimit;
      partial2.first = copyBytes(ip.bytes, ip.start, Math.min(ip.end, ip.start + MOST_KEPT));
    }
    const bytes = copyBytes(ip.bytes, ip.payload, ip.end);
    partial2.parts.splice(index, 0, { start, bytes });
    partial2.bytes += bytes.length;
    this.#bytes += bytes.length;
    return void 0;
  }
  #makeRoom(kept) {
    for (const [key, partial2] of this.#partials) {
      if (this.#bytes <= MOST_BYTES3 && this.#partials.size <= MOST_DATAGRAMS) return;
      if (key === kept) continue;
      this.#counters.drop("fragment-too-many");
      this.#forget(key, partial2);
    }
  }
  /** Keeps the name of a refused datagram, so that its later fragments don't begin a new one. */
  #discard(partial2) {
    this.#bytes -= partial2.bytes;
    partial2.bytes = 0;
    partial2.parts = [];
    partial2.first = void 0;
    partial2.isRefused = true;
  }
  #forget(key, partial2) {
    this.#bytes -= partial2.bytes;
    this.#partials.delete(key);
  }
  #refuse(reason2) {
    this.#counters.drop(reason2);
    return void 0;
  }
};
function faultOfShape(ip, end) {
  const isUneven = ip.moreFragments && (ip.payloadLength & 7) !== 0;
  const isTooLong = end + (ip.family === 4 ? IPV4_HEADER : 0) > MOST_LENGTH;
  if (!isUneven && !isTooLong) return void 0;
  if (ip.family === 4) return -1;
  return isUneven ? ip.start + IPV6_LENGTH_AT : ip.payload - IPV6_FRAGMENT_HEADER + FRAGMENT_OFFSET_AT;
}
function keyOf2(ip) {
  const addresses = Buffer.from(ip.bytes.buffer, ip.bytes.byteOffset + ip.addresses, ip.addressLength * 2);
  const protocol = ip.family === 4 ? ip.protocol : 0;
  return `${ip.identification}/${protocol}/${addresses.toString("latin1")}`;
}
function isSame(bytes, ip) {
  return Buffer.compare(bytes, ip.bytes.subarray(ip.payload, ip.end)) === 0;
}
function isWhole(partial2) {
  return partial2.length !== void 0 && partial2.bytes === partial2.length;
}
function join4(partial2) {
  const header = partial2.family === 4 ? IPV4_HEADER : IPV6_HEADER;
  const packet2 = new Uint8Array(header + partial2.bytes);
  const repr = {
    ...partial2,
    payloadLength: partial2.bytes,
    dontFragment: false,
    identification: 0,
    fragmentOffset: 0,
    moreFragments: false
  };
  if (partial2.family === 4) emitIpv4(repr, packet2, 0);
  else emitIpv6(repr, packet2, 0);
  for (const part of partial2.parts) packet2.set(part.bytes, header + part.start);
  return packet2;
}

// src/tunnel/netstack/tcp/tcp-stack.ts
init_bytes();
init_errors();
init_ip();
init_random();

// src/tunnel/netstack/timer-queue.ts
var TimerQueue = class {
  #times = [];
  #owners = [];
  get size() {
    return this.#times.length;
  }
  /** Tells the queue that `owner.deadline` has changed. */
  update(owner) {
    const at = owner.timerIndex;
    if (at < 0) {
      if (owner.deadline === Number.POSITIVE_INFINITY) return;
      this.#siftUp(this.#times.length, owner.deadline, owner);
    } else if (owner.deadline < this.#times[at]) {
      this.#siftUp(at, owner.deadline, owner);
    }
  }
  remove(owner) {
    const at = owner.timerIndex;
    if (at < 0) return;
    owner.timerIndex = -1;
    const time2 = this.#times.pop();
    const last = this.#owners.pop();
    if (last === owner) return;
    if (at > 0 && time2 < this.#times[at - 1 >>> 1]) this.#siftUp(at, time2, last);
    else this.#siftDown(at, time2, last);
  }
  /** The earliest entry; may be early, never late. */
  next() {
    return this.#times[0];
  }
  /** Takes one owner whose deadline has come. Its deadline is then to be set anew and told. */
  takeDue(now) {
    while (this.#times.length > 0 && this.#times[0] <= now) {
      const owner = this.#owners[0];
      this.remove(owner);
      if (owner.deadline <= now) return owner;
      this.update(owner);
    }
    return void 0;
  }
  #siftUp(start, time2, owner) {
    let at = start;
    while (at > 0) {
      const parent = at - 1 >>> 1;
      if (this.#times[parent] <= time2) break;
      this.#put(at, this.#times[parent], this.#owners[parent]);
      at = parent;
    }
    this.#put(at, time2, owner);
  }
  #siftDown(start, time2, owner) {
    const count = this.#times.length;
    let at = start;
    for (; ; ) {
      let child = at * 2 + 1;
      if (child >= count) break;
      if (child + 1 < count && this.#times[child + 1] < this.#times[child]) child++;
      if (this.#times[child] >= time2) break;
      this.#put(at, this.#times[child], this.#owners[child]);
      at = child;
    }
    this.#put(at, time2, owner);
  }
  #put(at, time2, owner) {
    this.#times[at] = time2;
    this.#owners[at] = owner;
    owner.timerIndex = at;
  }
};

// src/tunnel/netstack/wire/tcp-segment.ts
var FIN = 1;
var SYN = 2;
var RST = 4;
var PSH = 8;
var ACK = 16;
var MOST_SACK_BLOCKS = 4;
var TcpSegment = class {
  sourcePort = 0;
  destinationPort = 0;
  sequence = 0;
  acknowledgment = 0;
  flags = 0;
  window = 0;
  /** 0: absent. */
  mss = 0;
  /** -1: absent. */
  windowScale = -1;
  sackPermitted = false;
  hasTimestamps = false;
  timestampValue = 0;
  timestampEcho = 0;
  sackCount = 0;
  /** Left and right edges in turn. */
  sackEdges = new Float64Array(MOST_SACK_BLOCKS * 2);
  payload = 0;
  payloadLength = 0;
  /** Takes all options away. */
  reset() {
    this.mss = 0;
    this.windowScale = -1;
    this.sackPermitted = false;
    this.hasTimestamps = false;
    this.sackCount = 0;
  }
};

// src/tunnel/netstack/tcp/keep-alive.ts
var MOST_INTERVAL_MS = 15e3;
var MOST_PROBES = 9;
var KeepAlive = class {
  idleMs;
  at = Number.POSITIVE_INFINITY;
  probes = 0;
  probedAt = Number.NEGATIVE_INFINITY;
};
function armKeepAlive(connection, now) {
  const { keepAlive: keepAlive2 } = connection;
  keepAlive2.probes = 0;
  keepAlive2.at = keepAlive2.idleMs === void 0 ? Number.POSITIVE_INFINITY : now + keepAlive2.idleMs;
}
function handleKeepAlive(connection, now) {
  const { keepAlive: keepAlive2, lastHeardAt } = connection;
  const idleMs = keepAlive2.idleMs ?? Number.POSITIVE_INFINITY;
  if (lastHeardAt >= keepAlive2.probedAt) keepAlive2.probes = 0;
  if (now - lastHeardAt < idleMs) {
    keepAlive2.at = lastHeardAt + idleMs;
    return "wait";
  }
  if (keepAlive2.probes >= MOST_PROBES) return "give-up";
  keepAlive2.probes++;
  keepAlive2.probedAt = now;
  keepAlive2.at = now + Math.min(idleMs, MOST_INTERVAL_MS);
  return "probe";
}

// src/tunnel/netstack/tcp/byte-ring.ts
var LEAST_CAPACITY = 4096;
var ByteRing = class {
  #bytes = new Uint8Array(0);
  get capacity() {
    return this.#bytes.length;
  }
  /** Makes room for `[from, to)`, keeping the bytes that stand in `[from, keptTo)`. */
  reserve(from, to, keptTo) {
    const needed = to - from;
    if (needed <= this.#bytes.length) return;
    let capacity = Math.max(LEAST_CAPACITY, this.#bytes.length);
    while (capacity < needed) capacity *= 2;
    const grown = Buffer.allocUnsafeSlow(capacity);
    const old = this.#bytes;
    for (let at = from; at < keptTo; ) {
      const oldAt = at & old.length - 1;
      const newAt = at & capacity - 1;
      const count = Math.min(keptTo - at, old.length - oldAt, capacity - newAt);
      grown.set(old.subarray(oldAt, oldAt + count), newAt);
      at += count;
    }
    this.#bytes = grown;
  }
  /** Writes at `position`; the room must be reserved. */
  write(position, from, offset, length) {
    const ring = this.#bytes;
    const at = position & ring.length - 1;
    const first = Math.min(length, ring.length - at);
    copyBytes3(from, offset, ring, at, first);
    if (first < length) copyBytes3(from, offset + first, ring, 0, length - first);
  }
  read(position, into, offset, length) {
    const ring = this.#bytes;
    const at = position & ring.length - 1;
    const first = Math.min(length, ring.length - at);
    copyBytes3(ring, at, into, offset, first);
    if (first < length) copyBytes3(ring, 0, into, offset + first, length - first);
  }
  /** The bytes at `position`, up to the end of the buffer: of what is held, no byte is ever moved or written again. */
  view(position, most) {
    const at = position & this.#bytes.length - 1;
    return this.#bytes.subarray(at, Math.min(at + most, this.#bytes.length));
  }
  /** Gives the memory back. */
  release() {
    this.#bytes = new Uint8Array(0);
  }
};
function copyBytes3(from, offset, into, at, length) {
  if (offset === 0 && length === from.length) into.set(from, at);
  else into.set(from.subarray(offset, offset + length), at);
}

// src/tunnel/netstack/tcp/range-set.ts
var RangeSet = class {
  #starts = [];
  #ends = [];
  #limit;
  constructor(limit) {
    this.#limit = limit;
  }
  get count() {
    return this.#starts.length;
  }
  startOf(index) {
    return this.#starts[index];
  }
  endOf(index) {
    return this.#ends[index];
  }
  /** The end of everything held, or `fallback` where nothing is. */
  highest(fallback) {
    return this.count === 0 ? fallback : this.#ends[this.count - 1];
  }
  get isFull() {
    return this.count >= this.#limit;
  }
  /** True where `[start, end)` would join a range that is held. */
  touches(start, end) {
    const index = this.#firstEndingAtOrAfter(start);
    return index < this.count && this.#starts[index] <= end;
  }
  /** Up to where nothing is held from `position` on, at most `end`. */
  gapEnd(position, end) {
    const index = this.#firstEndingAtOrAfter(position + 1);
    return index < this.count ? Math.max(position, Math.min(end, this.#starts[index])) : end;
  }
  /** Up to where everything is held from `position` on; `position` where it is not held. */
  heldEnd(position) {
    const index = this.#firstEndingAtOrAfter(position + 1);
    return index < this.count && this.#starts[index] <= position ? this.#ends[index] : position;
  }
  /** @returns the index of the range that holds `[start, end)` afterwards, or -1 where the set is full. */
  add(start, end) {
    const first = this.#firstEndingAtOrAfter(start);
    let last = first;
    while (last < this.count && this.#starts[last] <= end) last++;
    if (first === last) {
      if (this.count >= this.#limit) return -1;
      this.#starts.splice(first, 0, start);
      this.#ends.splice(first, 0, end);
      return first;
    }
    const joinedEnd = Math.max(end, this.#ends[last - 1]);
    this.#starts[first] = Math.min(start, this.#starts[first]);
    this.#ends[first] = joinedEnd;
    this.#starts.splice(first + 1, last - first - 1);
    this.#ends.splice(first + 1, last - first - 1);
    return first;
  }
  /** True where every byte of `[start, end)` is held. */
  covers(start, end) {
    const index = this.#firstEndingAtOrAfter(end);
    return index < this.count && this.#starts[index] <= start;
  }
  /** Takes the ranges that touch `position` away. @returns where the stream is whole up to */
  advance(position) {
    let reached = position;
    let gone = 0;
    while (gone < this.count && this.#starts[gone] <= reached) {
      reached = Math.max(reached, this.#ends[gone]);
      gone++;
    }
    if (gone > 0) {
      this.#starts.splice(0, gone);
      this.#ends.splice(0, gone);
    }
    return reached;
  }
  clear() {
    this.#starts.length = 0;
    this.#ends.length = 0;
  }
  #firstEndingAtOrAfter(position) {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = low + high >>> 1;
      if (this.#ends[middle] < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
};

// src/tunnel/netstack/tcp/receiver.ts
var INITIAL_LIMIT = 262144;
var MOST_RANGES = 128;
var DELAYED_ACK_MS = 40;
var RECENT_BLOCKS = 4;
var Receiver2 = class {
  /** Next position expected, and next to be given to the reader. */
  nxt = 0;
  readAt = 1;
  /** Position of the peer's FIN; infinite until known. */
  finAt = Number.POSITIVE_INFINITY;
  /** Right edge that the peer has been told. */
  edge = 1;
  scale = 0;
  limit;
  ackNow = false;
  ackAt = Number.POSITIVE_INFINITY;
  lastAckSent = 0;
  mss = 536;
  /** No segment of the peer's is longer: what is, are several that were joined on the way. */
  mostSegment = 65535;
  ring = new ByteRing();
  ranges = new RangeSet(MOST_RANGES);
  #unacknowledged = 0;
  #recent = [];
  #duplicateLeft = 0;
  #duplicateRight = 0;
  #measureFrom = 0;
  #measureStart = 0;
  #maxLimit;
  constructor(maxLimit) {
    this.#maxLimit = maxLimit;
    this.limit = Math.min(INITIAL_LIMIT, maxLimit);
  }
  /** Sets the shift of our window; without one the window ends at 64 kB (RFC 7323 \u00a72.2). */
  setScale(scale) {
    this.scale = scale;
    this.#maxLimit = Math.min(this.#maxLimit, 65535 * 2 ** scale);
    this.limit = Math.min(this.limit, this.#maxLimit);
  }
  get readableBytes() {
    return Math.max(0, Math.min(this.nxt, this.finAt) - this.readAt);
  }
  get finReached() {
    return this.nxt > this.finAt;
  }
  /** Bytes that may still come. */
  get room() {
    return Math.max(0, this.readAt + this.limit - this.nxt);
  }
  /**
   * RFC 9293 \u00a73.10.7.4, first check. `length` counts SYN and FIN. What has no length may also stand at the end of the
   * window: of a peer that has filled it, and lost a part on the way, every acknowledgment does.
   */
  isAcceptable(start, length) {
    const room = Math.max(this.room, this.edge - this.nxt);
    if (room === 0) return start === this.nxt;
    const end = this.nxt + room;
    if (length === 0) return start >= this.nxt && start <= end;
    return start < end && start + length > this.nxt;
  }
  /**
   * Takes the data of an acceptable segment.
   * @returns `stored` in order or not; `held` where it is out of order and wants an immediate
   * acknowledgment; `nothing` where no byte was new
   */
  take(start, bytes, offset, length, now) {
    let from = Math.max(start, this.nxt);
    const end = Math.min(start + length, this.readAt + this.limit, this.finAt);
    if (start < this.nxt) this.noteDuplicate(start, Math.min(start + length, this.nxt));
    if (end <= from) {
      this.ackNow = true;
      return "nothing";
    }
    if (from < this.readAt) from = this.readAt;
    this.mss = Math.max(this.mss, Math.min(length, this.mostSegment));
    if (from > this.nxt) return this.#hold(from, end, bytes, offset + from - start);
    this.#store(from, end, bytes, offset + from - start, this.ranges.highest(this.nxt));
    this.nxt = end;
    this.#countForAck(end - from, now);
    if (this.ranges.count > 0) {
      this.nxt = this.ranges.advance(end);
      this.ackNow = true;
    }
    return "stored";
  }
  /** `[left, right)` came twice: the next acknowledgment says so (RFC 2883). */
  noteDuplicate(left2, right) {
    this.#duplicateLeft = left2;
    this.#duplicateRight = right;
  }
  /** The peer's FIN stands at `position`. @returns true where it was reached by this */
  takeFin(position) {
    if (this.finAt === Number.POSITIVE_INFINITY && position >= this.nxt) this.finAt = position;
    this.ackNow = true;
    return this.reachFin();
  }
  /** Steps over the FIN once everything before it is there. */
  reachFin() {
    if (this.nxt !== this.finAt) return false;
    this.nxt++;
    this.ackNow = true;
    return true;
  }
  read(maxBytes, roundTripMs, now) {
    const length = Math.min(maxBytes, this.readableBytes);
    if (length <= 0) return void 0;
    const bytes = Buffer.allocUnsafe(length);
    this.ring.read(this.readAt, bytes, 0, length);
    this.consume(length, roundTripMs, now);
    return bytes;
  }
  /** What {@link read} would give, as far as it lies in one piece. */
  peek(maxBytes) {
    const length = Math.min(maxBytes, this.readableBytes);
    return length <= 0 ? void 0 : this.ring.view(this.readAt, length);
  }
  consume(most, roundTripMs, now) {
    const length = Math.min(most, this.readableBytes);
    if (length <= 0) return;
    this.readAt += length;
    this.#tune(roundTripMs, now);
    this.#offerWindow();
  }
  /** The window field of a segment that leaves now; moves the edge that the peer knows. */
  advertise() {
    const edge = this.readAt + this.limit;
    if (edge - this.edge >= Math.min(this.limit / 2, this.mss)) this.edge = edge;
    const window = Math.max(0, this.edge - this.nxt);
    return Math.min(65535, window >>> this.scale);
  }
  /** An acknowledgment left with the segment just sent. */
  onAckSent() {
    this.ackNow = false;
    this.ackAt = Number.POSITIVE_INFINITY;
    this.#unacknowledged = 0;
    this.lastAckSent = this.nxt;
  }
  get wantsSack() {
    return this.ranges.count > 0 || this.#holdsFin || this.#duplicateRight > this.#duplicateLeft;
  }
  /** Writes the blocks, newest first, a DSACK before all (RFC 2018 \u00a74, RFC 2883 \u00a74); a held FIN is in its block. */
  fillSack(segment, most, sequenceOf) {
    let count = 0;
    const put = (left2, right) => {
      segment.sackEdges[count * 2] = sequenceOf(left2);
      segment.sackEdges[count * 2 + 1] = sequenceOf(right);
      count++;
    };
    if (this.#duplicateRight > this.#duplicateLeft) {
      put(this.#duplicateLeft, this.#duplicateRight);
      this.#duplicateRight = this.#duplicateLeft;
    }
    const given = [];
    for (const position of this.#recent) {
      const index = this.#rangeAt(position);
      if (index < 0 || given.includes(index) || count >= most) continue;
      given.push(index);
      put(this.ranges.startOf(index), this.#blockEnd(index));
    }
    for (let i = 0; i < this.ranges.count && count < most; i++) {
      if (!given.includes(i)) put(this.ranges.startOf(i), this.#blockEnd(i));
    }
    const isFinAlone = this.#holdsFin && this.ranges.highest(this.nxt) !== this.finAt;
    if (isFinAlone && count < most) put(this.finAt, this.finAt + 1);
    segment.sackCount = count;
  }
  release() {
    this.ring.release();
    this.ranges.clear();
    this.readAt = Math.min(this.nxt, this.finAt);
  }
  #hold(from, end, bytes, offset) {
    this.ackNow = true;
    if (this.ranges.covers(from, end)) {
      this.noteDuplicate(from, end);
      return "nothing";
    }
    if (this.ranges.isFull && !this.ranges.touches(from, end)) return "nothing";
    this.#store(from, end, bytes, offset, this.ranges.highest(this.nxt));
    this.ranges.add(from, end);
    this.#recent.unshift(from);
    if (this.#recent.length > RECENT_BLOCKS) this.#recent.length = RECENT_BLOCKS;
    return "held";
  }
  /** `heldTo` is the end of what the ring held before. What came first stays, whatever overlaps it. */
  #store(from, end, bytes, offset, heldTo) {
    this.ring.reserve(this.readAt, Math.max(end, heldTo), heldTo);
    for (let at = from; at < end; ) {
      const gapEnd = this.ranges.gapEnd(at, end);
      if (gapEnd > at) this.ring.write(at, bytes, offset + at - from, gapEnd - at);
      at = this.ranges.heldEnd(gapEnd);
    }
  }
  /** RFC 9293 \u00a73.8.6.3: every second full segment, or after a short wait. */
  #countForAck(length, now) {
    this.#unacknowledged += length;
    if (this.#unacknowledged >= 2 * this.mss) this.ackNow = true;
    else if (this.ackAt === Number.POSITIVE_INFINITY) this.ackAt = now + DELAYED_ACK_MS;
  }
  /** Dynamic right-sizing: a peer that doubles its rate each round trip wants four times what the reader took in the last one. */
  #tune(roundTripMs, now) {
    if (now - this.#measureStart < roundTripMs) return;
    const wanted = (this.readAt - this.#measureFrom) * 4;
    if (wanted > this.limit && this.#measureStart > 0) this.limit = Math.min(this.#maxLimit, wanted);
    this.#measureStart = now;
    this.#measureFrom = this.readAt;
  }
  /** RFC 9293 \u00a73.8.6.2.2: tells of a window that has opened by much. */
  #offerWindow() {
    const known2 = this.edge - this.nxt;
    const gain = this.readAt + this.limit - this.edge;
    if (gain >= Math.min(this.limit / 2, 2 * this.mss) && gain >= known2 / 2) this.ackNow = true;
  }
  /** The FIN has come, and something before it has not. */
  get #holdsFin() {
    return this.finAt !== Number.POSITIVE_INFINITY && this.nxt < this.finAt;
  }
  #blockEnd(index) {
    const end = this.ranges.endOf(index);
    return end === this.finAt ? end + 1 : end;
  }
  #rangeAt(position) {
    for (let i = 0; i < this.ranges.count; i++) {
      if (position >= this.ranges.startOf(i) && position < this.ranges.endOf(i)) return i;
    }
    return -1;
  }
};

// src/tunnel/netstack/tcp/connection.ts
var HOP_LIMIT2 = 64;
var ORPHAN_MS = 6e4;
var TcpConnection = class {
  local;
  remote;
  host;
  sender;
  receiver;
  state;
  end;
  /** Initial sequence numbers of ours and of the peer (RFC 9293 ISS, IRS). */
  initialSend;
  initialReceive = 0;
  /** RFC 7323: timestamps are in use; ours start at the offset. */
  hasTimestamps = true;
  timestampOffset;
  timestampRecent = 0;
  timestampRecentAt = 0;
  /** The shift of the peer's window. */
  sendScale = 0;
  usesScale = true;
  /** SYN or SYN-ACK is to be sent by the next drain. */
  handshakeDue = true;
  handshakeSends = 0;
  handshakeSentAt = 0;
  listener;
  isOrphan = false;
  /** When its user closed it. */
  orphanedAt = 0;
  lastHeardAt = 0;
  lastChallengeAt = Number.NEGATIVE_INFINITY;
  challenges = 0;
  keepAlive = new KeepAlive();
  /** When TIME-WAIT or an orphan's wait is over. */
  lifetimeAt = Number.POSITIVE_INFINITY;
  deadline = Number.POSITIVE_INFINITY;
  timerIndex = -1;
  isChanged = false;
  isReadableTold = false;
  wantsWritable = false;
  isEndTold = false;
  /** Greatest IP packet on the path, and what the peer takes in a segment. */
  pathMtu = 0;
  peerMss = 536;
  /** The connection table's. */
  hash = 0;
  nextInBucket;
  ip;
  addressSum;
  constructor(host, local, remote, options) {
    this.host = host;
    this.local = local;
    this.remote = remote;
    this.state = options.state;
    this.sender = options.sender;
    this.receiver = new Receiver2(options.maxBuffer);
    this.initialSend = options.initialSend;
    this.timestampOffset = options.timestampOffset;
    const { bytes: source } = local.address;
    const { bytes: destination } = remote.address;
    this.addressSum = addSums(
      sumBytes(source, 0, source.length),
      sumBytes(destination, 0, destination.length)
    );
    this.ip = {
      source,
      destination,
      protocol: PROTOCOL2.tcp,
      hopLimit: HOP_LIMIT2,
      payloadLength: 0,
      dontFragment: true,
      identification: 0,
      fragmentOffset: 0,
      moreFragments: false
    };
  }
  get readableBytes() {
    return this.receiver.readableBytes;
  }
  get readEnded() {
    return this.receiver.finReached && this.receiver.readableBytes === 0;
  }
  get writableBytes() {
    return this.mayWrite ? this.sender.writableBytes : 0;
  }
  get unacknowledgedBytes() {
    return Math.max(0, this.sender.written - Math.max(1, this.sender.una));
  }
  get roundTripMs() {
    return this.sender.roundTrip.smoothed;
  }
  get info() {
    const { sender, receiver } = this;
    return {
      mss: sender.mss,
      congestionWindow: sender.congestion.window,
      slowStartThreshold: sender.congestion.threshold,
      bytesInFlight: sender.pipe,
      peerWindow: sender.window,
      receiveBuffer: receiver.limit,
      sendBuffer: sender.bufferLimit,
      retransmittedSegments: sender.retransmissions,
      rtoMs: sender.roundTrip.rto
    };
  }
  write(bytes, _now) {
    const taken = this.mayWrite ? this.sender.write(bytes) : 0;
    if (taken < bytes.length) this.wantsWritable = true;
    if (taken > 0) this.host.markChanged(this);
    return taken;
  }
  read(maxBytes, now) {
    this.isReadableTold = false;
    const bytes = this.receiver.read(maxBytes, this.sender.roundTrip.smoothed ?? 100, now);
    if (this.receiver.ackNow && this.state !== "closed") this.host.markChanged(this);
    return bytes;
  }
  peek(maxBytes) {
    this.isReadableTold = false;
    return this.receiver.peek(maxBytes);
  }
  consume(bytes, now) {
    this.receiver.consume(bytes, this.sender.roundTrip.smoothed ?? 100, now);
    if (this.receiver.ackNow && this.state !== "closed") this.host.markChanged(this);
  }
  shutdown(_now) {
    if (!this.mayWrite) return;
    this.sender.finAt = this.sender.written;
    if (this.state === "established") this.state = "fin-wait-1";
    else if (this.state === "close-wait") this.state = "last-ack";
    this.host.markChanged(this);
  }
  close(now) {
    if (this.isOrphan || this.state === "closed") return;
    if (this.receiver.readableBytes > 0 || this.state === "syn-sent") {
      this.abort(now);
      return;
    }
    this.isOrphan = true;
    this.orphanedAt = now;
    this.shutdown(now);
    if (this.state === "fin-wait-2") this.lifetimeAt = now + ORPHAN_MS;
    this.host.markChanged(this);
  }
  abort(_now) {
    if (this.state === "closed") return;
    if (this.state !== "syn-sent" && this.state !== "time-wait") this.host.reset(this);
    this.finish("aborted");
  }
  setNagle(enabled, _now) {
    this.sender.nagle = enabled;
    this.host.markChanged(this);
  }
  setKeepAlive(idleMs, now) {
    this.keepAlive.idleMs = idleMs;
    armKeepAlive(this, now);
    this.host.markChanged(this);
  }
  /** RFC 9293 \u00a73.10.2: writing is possible until it was shut down. */
  get mayWrite() {
    if (this.sender.finAt !== Number.POSITIVE_INFINITY) return false;
    switch (this.state) {
      case "syn-sent":
      case "syn-received":
      case "established":
      case "close-wait":
        return true;
      default:
        return false;
    }
  }
  /** The position of a sequence number of the peer. */
  receivePosition(sequence) {
    const { nxt } = this.receiver;
    return nxt + (sequence - this.initialReceive - nxt | 0);
  }
  /** The position of an acknowledgment number. */
  sendPosition(acknowledgment) {
    const { una } = this.sender;
    return una + (acknowledgment - this.initialSend - una | 0);
  }
  sendSequence(position) {
    return this.initialSend + position >>> 0;
  }
  receiveSequence(position) {
    return this.initialReceive + position >>> 0;
  }
  timestamp(now) {
    return this.timestampOffset + Math.floor(now) >>> 0;
  }
  /** Sizes segments to the path: IP and TCP headers and timestamps off (RFC 6691). */
  fitToPath(maxSuperSegment) {
    const headers = (this.local.address.family === 4 ? 20 : 40) + 20;
    const options = this.hasTimestamps ? 12 : 0;
    const mss = Math.max(48, Math.min(this.peerMss, this.pathMtu - headers) - options);
    if (mss !== this.sender.mss) this.sender.congestion.setMss(mss);
    this.sender.mss = mss;
    const most = maxSuperSegment - headers - options;
    this.sender.burst = Math.max(mss, Math.floor(most / mss) * mss);
  }
  /** Both directions are done: waits for what is still on its way (RFC 9293 \u00a73.6.1). */
  enterTimeWait(now) {
    this.state = "time-wait";
    this.lifetimeAt = now + this.host.timeWaitMs;
    this.sender.ring.release();
    this.sender.timer = "none";
    this.sender.timerAt = Number.POSITIVE_INFINITY;
    this.keepAlive.at = Number.POSITIVE_INFINITY;
    this.end = "finished";
    this.host.ended(this);
  }
  enterFinWait2(now) {
    this.state = "fin-wait-2";
    if (this.isOrphan) this.lifetimeAt = now + ORPHAN_MS;
  }
  /** Ends it at once. What was received stays readable. */
  finish(end) {
    if (this.state === "closed") return;
    this.state = "closed";
    this.end ??= end;
    this.sender.ring.release();
    this.sender.segments.clear();
    this.sender.timerAt = Number.POSITIVE_INFINITY;
    this.deadline = Number.POSITIVE_INFINITY;
    this.host.ended(this);
    this.host.remove(this);
  }
  /** Tells the stack's queue when to come back. */
  updateDeadline() {
    this.deadline = Math.min(this.sender.timerAt, this.receiver.ackAt, this.keepAlive.at, this.lifetimeAt);
  }
};

// src/tunnel/netstack/tcp/connection-table.ts
var ConnectionTable = class {
  #chains = /* @__PURE__ */ new Map();
  #seed;
  #count = 0;
  constructor(seed) {
    this.#seed = seed | 0;
  }
  get count() {
    return this.#count;
  }
  add(connection) {
    const { local, remote } = connection;
    connection.hash = this.#hashEndpoints(local, remote);
    connection.nextInBucket = this.#chains.get(connection.hash);
    this.#chains.set(connection.hash, connection);
    this.#count++;
  }
  remove(connection) {
    const first = this.#chains.get(connection.hash);
    let before;
    for (let at = first; at !== void 0; before = at, at = at.nextInBucket) {
      if (at !== connection) continue;
      if (before !== void 0) before.nextInBucket = at.nextInBucket;
      else if (at.nextInBucket !== void 0) this.#chains.set(connection.hash, at.nextInBucket);
      else this.#chains.delete(connection.hash);
      connection.nextInBucket = void 0;
      this.#count--;
      return;
    }
  }
  /** `addresses`: where the peer's address starts in `bytes`, ours directly after it. */
  find(bytes, addresses, addressLength, remotePort, localPort) {
    let hash3 = mix2(this.#seed, remotePort << 16 | localPort);
    hash3 = hashBytes(hash3, bytes, addresses, addressLength * 2);
    for (let at = this.#chains.get(hash3); at !== void 0; at = at.nextInBucket) {
      if (at.remote.port !== remotePort || at.local.port !== localPort) continue;
      if (!isEqual(at.remote.address.bytes, bytes, addresses, addressLength)) continue;
      if (isEqual(at.local.address.bytes, bytes, addresses + addressLength, addressLength)) return at;
    }
    return void 0;
  }
  has(local, remote) {
    const length = local.address.bytes.length;
    const addresses = new Uint8Array(length * 2);
    addresses.set(remote.address.bytes, 0);
    addresses.set(local.address.bytes, length);
    return this.find(addresses, 0, length, remote.port, local.port) !== void 0;
  }
  *all() {
    for (const first of [...this.#chains.values()]) {
      for (let at = first; at !== void 0; ) {
        const next = at.nextInBucket;
        yield at;
        at = next;
      }
    }
  }
  #hashEndpoints(local, remote) {
    let hash3 = mix2(this.#seed, remote.port << 16 | local.port);
    hash3 = hashBytes(hash3, remote.address.bytes, 0, remote.address.bytes.length);
    return hashBytes(hash3, local.address.bytes, 0, local.address.bytes.length);
  }
};
function hashBytes(seed, bytes, offset, length) {
  let hash3 = seed;
  for (let at = offset; at < offset + length; at += 4) {
    const word2 = bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3];
    hash3 = mix2(hash3, word2);
  }
  return hash3;
}
function mix2(hash3, word2) {
  let mixed = Math.imul(hash3 ^ word2, 2654435761);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 2246822519);
  return mixed ^ mixed >>> 13;
}
function isEqual(address2, bytes, offset, length) {
  if (address2.length !== length) return false;
  for (let i = 0; i < length; i++) if (address2[i] !== bytes[offset + i]) return false;
  return true;
}

// src/tunnel/netstack/tcp/sender-timer.ts
var WORST_DELAYED_ACK = 200;
var LEAST_PROBE_MS = 10;
var MOST_PERSIST_MS = 6e4;
var BLACKHOLE_TIMEOUTS = 3;
function armSenderTimer(sender, reorderMs, now) {
  const { segments } = sender;
  if (segments.count === 0) {
    if (sender.unsent <= 0) set(sender, "none", Number.POSITIVE_INFINITY);
    else if (sender.timer !== "persist") set(sender, "persist", now + persistInterval(sender));
    return;
  }
  sender.persistBackoff = 0;
  const timeoutAt = sender.timerBase + sender.roundTrip.rto;
  const reorderAt = reorderMs > 0 ? now + reorderMs : Number.POSITIVE_INFINITY;
  const probeAt = mayProbeTail(sender) ? now + probeTimeout(sender) : Number.POSITIVE_INFINITY;
  if (reorderAt < timeoutAt) set(sender, "reorder", reorderAt);
  else if (probeAt < timeoutAt) set(sender, "tail-probe", probeAt);
  else set(sender, "rto", timeoutAt);
}
function backOffPersist(sender, now) {
  sender.persistBackoff = Math.min(sender.persistBackoff + 1, 10);
  set(sender, "persist", now + persistInterval(sender));
}
function handleRetransmissionTimeout(sender, now) {
  const { segments, recovery, congestion } = sender;
  if (segments.count > 0 && (segments.flagsOf(0) & 1) !== 0) segments.unmarkSacked();
  if (recovery.kind !== "timeout") {
    const flight = sender.pipe;
    for (let i = 0; i < segments.count; i++) segments.markLost(i);
    congestion.onTimeout(flight, now);
    recovery.begin("timeout", sender.nxt, flight);
  } else {
    for (let i = 0; i < segments.count; i++) segments.markLost(i);
    congestion.window = sender.mss;
    recovery.firstRetransmitStamp = Number.NEGATIVE_INFINITY;
  }
  sender.duplicateAcks = 0;
  sender.tailProbeEnd = -1;
  sender.timeouts++;
  sender.roundTrip.backOff();
  sender.timerBase = now;
  armSenderTimer(sender, 0, now);
  return sender.timeouts === BLACKHOLE_TIMEOUTS;
}
function mayProbeTail(sender) {
  return sender.sackPermitted && sender.recovery.kind === "open" && !sender.isTailProbed && sender.segments.sackedBytes === 0 && sender.segments.lostBytes === 0;
}
function probeTimeout(sender) {
  const smoothed = sender.roundTrip.smoothed;
  if (smoothed === void 0) return 1e3;
  const delayed = sender.segments.count === 1 ? WORST_DELAYED_ACK : 0;
  return Math.max(LEAST_PROBE_MS, 2 * smoothed + delayed);
}
function persistInterval(sender) {
  return Math.min(MOST_PERSIST_MS, sender.roundTrip.rto * 2 ** sender.persistBackoff);
}
function set(sender, timer, at) {
  sender.timer = timer;
  sender.timerAt = at;
}

// src/tunnel/netstack/tcp/sent-segments.ts
var SACKED = 1;
var LOST = 2;
var RETRANSMITTED = 4;
var INITIAL_CAPACITY = 16;
var SentSegments = class {
  #head = 0;
  #count = 0;
  #mask = INITIAL_CAPACITY - 1;
  #ends = new Float64Array(INITIAL_CAPACITY);
  #sentAt = new Float64Array(INITIAL_CAPACITY);
  #flags = new Uint8Array(INITIAL_CAPACITY);
  #start = 0;
  /** Bytes marked as {@link SACKED}, and as {@link LOST} and not sent again. */
  sackedBytes = 0;
  lostBytes = 0;
  sackedSegments = 0;
  get count() {
    return this.#count;
  }
  /** The start of the first segment. */
  get start() {
    return this.#start;
  }
  startOf(index) {
    return index === 0 ? this.#start : this.#ends[this.#head + index - 1 & this.#mask];
  }
  endOf(index) {
    return this.#ends[this.#head + index & this.#mask];
  }
  sentAtOf(index) {
    return this.#sentAt[this.#head + index & this.#mask];
  }
  flagsOf(index) {
    return this.#flags[this.#head + index & this.#mask];
  }
  /** Records a segment sent for the first time, directly after the last one. */
  push(start, end, now) {
    if (this.#count === 0) this.#start = start;
    if (this.#count > this.#mask) this.#grow();
    const at = this.#head + this.#count & this.#mask;
    this.#ends[at] = end;
    this.#sentAt[at] = now;
    this.#flags[at] = 0;
    this.#count++;
  }
  /** Takes the first segment away, whole. */
  shift() {
    this.#uncount(0);
    this.#start = this.#ends[this.#head & this.#mask];
    this.#head = this.#head + 1 & this.#mask;
    this.#count--;
  }
  /** Moves the start of the first segment up: a peer may acknowledge a part of it. */
  trim(start) {
    const gone = start - this.#start;
    const flags = this.flagsOf(0);
    if ((flags & SACKED) !== 0) this.sackedBytes -= gone;
    if ((flags & LOST) !== 0) this.lostBytes -= gone;
    this.#start = start;
  }
  markSacked(index) {
    const size = this.endOf(index) - this.startOf(index);
    if ((this.flagsOf(index) & LOST) !== 0) this.lostBytes -= size;
    this.sackedBytes += size;
    this.sackedSegments++;
    this.#setFlags(index, (this.flagsOf(index) | SACKED) & ~LOST);
  }
  markLost(index) {
    const flags = this.flagsOf(index);
    if ((flags & (SACKED | LOST)) !== 0) return;
    this.lostBytes += this.endOf(index) - this.startOf(index);
    this.#setFlags(index, flags | LOST);
  }
  /** The segment is in flight again. */
  markRetransmitted(index, now) {
    const flags = this.flagsOf(index);
    if ((flags & LOST) !== 0) this.lostBytes -= this.endOf(index) - this.startOf(index);
    this.#setFlags(index, flags & ~LOST | RETRANSMITTED);
    this.#sentAt[this.#head + index & this.#mask] = now;
  }
  /** Takes back every {@link LOST} mark, after a loss that was none. */
  unmarkLost() {
    for (let i = 0; i < this.#count; i++) this.#setFlags(i, this.flagsOf(i) & ~LOST);
    this.lostBytes = 0;
  }
  /** Takes back every {@link SACKED} mark, after a peer has thrown away what it had SACKed. */
  unmarkSacked() {
    for (let i = 0; i < this.#count; i++) this.#setFlags(i, this.flagsOf(i) & ~SACKED);
    this.sackedBytes = 0;
    this.sackedSegments = 0;
  }
  /** Makes two segments of one, the first ending at `middle`; both keep time and flags. */
  split(index, middle) {
    if (this.#count > this.#mask) this.#grow();
    for (let i = this.#count; i > index; i--) {
      const to = this.#head + i & this.#mask;
      const from = this.#head + i - 1 & this.#mask;
      this.#ends[to] = this.#ends[from];
      this.#sentAt[to] = this.#sentAt[from];
      this.#flags[to] = this.#flags[from];
    }
    this.#count++;
    this.#ends[this.#head + index & this.#mask] = middle;
    if ((this.flagsOf(index) & SACKED) !== 0) this.sackedSegments++;
  }
  /** The first segment that ends after `position`; `count` where there is none. */
  find(position) {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = low + high >>> 1;
      if (this.endOf(middle) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  clear() {
    this.#count = 0;
    this.sackedBytes = 0;
    this.lostBytes = 0;
    this.sackedSegments = 0;
  }
  #setFlags(index, flags) {
    this.#flags[this.#head + index & this.#mask] = flags;
  }
  #uncount(index) {
    const flags = this.flagsOf(index);
    const size = this.endOf(index) - this.startOf(index);
    if ((flags & SACKED) !== 0) {
      this.sackedBytes -= size;
      this.sackedSegments--;
    }
    if ((flags & LOST) !== 0) this.lostBytes -= size;
  }
  #grow() {
    const capacity = (this.#mask + 1) * 2;
    const ends = new Float64Array(capacity);
    const sentAt = new Float64Array(capacity);
    const flags = new Uint8Array(capacity);
    for (let i = 0; i < this.#count; i++) {
      const from = this.#head + i & this.#mask;
      ends[i] = this.#ends[from];
      sentAt[i] = this.#sentAt[from];
      flags[i] = this.#flags[from];
    }
    this.#ends = ends;
    this.#sentAt = sentAt;
    this.#flags = flags;
    this.#head = 0;
    this.#mask = capacity - 1;
  }
};

// src/tunnel/netstack/tcp/acknowledgment.ts
var DUPLICATE_ACKS = 3;
var NOTHING = { delivered: 0, owed: 0 };
function handleAcknowledgment(sender, a, now) {
  const { segments, recovery } = sender;
  const before = sender.una;
  const sackedBefore = segments.sackedBytes;
  const owed = sender.owedBytes;
  const flight = sender.nxt - before + owed;
  if (a.ack > sender.nxt) {
    segments.push(sender.nxt, a.ack, now);
    sender.nxt = a.ack;
  }
  const advanced = a.ack > before;
  const delivery = takeDelivered(sender, a, now);
  const sawDuplicate = a.sackCount > 0 && takeSack(sender, a, now);
  if (sawDuplicate) sender.rack.onDuplicateSack();
  sender.una = a.ack;
  const echo = sawDuplicate ? void 0 : a.echo;
  if (advanced) takeProgress(sender, a, { oldestSentAt: delivery.oldestSentAt, echo }, now);
  endTailProbe(sender, a.ack, sawDuplicate, now);
  const delivered = Math.max(0, a.ack - before + segments.sackedBytes - sackedBefore);
  undoFalseLoss(sender, a, advanced);
  const reorderMs = detectLoss(sender, a, { advanced, delivered, owed }, now);
  if (recovery.kind !== "open" && sender.una >= recovery.point) endRecovery(sender);
  growOrRecover(sender, { acked: a.ack - before, delivered, flight, advanced }, now);
  armSenderTimer(sender, reorderMs, now);
  return advanced;
}
function sackPositions(segment, sequence, una, into) {
  for (let i = 0; i < segment.sackCount * 2; i++) {
    into[i] = una + (segment.sackEdges[i] - sequence | 0);
  }
  return segment.sackCount;
}
function handleReorderTimeout(sender, now) {
  const again = detectByTime(sender, now);
  if (sender.segments.lostBytes > 0) enterRecovery(sender, NOTHING, now);
  armSenderTimer(sender, again, now);
}
function takeDelivered(sender, a, now) {
  const { segments } = sender;
  let oldestSentAt = -1;
  while (segments.count > 0 && segments.endOf(0) <= a.ack) {
    const flags = segments.flagsOf(0);
    const sentAt = segments.sentAtOf(0);
    if ((flags & SACKED) === 0) {
      const isOld = a.echo !== void 0 && isEchoBefore(a, sentAt, now);
      sender.rack.onDelivered(segments.endOf(0), sentAt, flags, sender.roundTrip.least, isOld, now);
      if ((flags & RETRANSMITTED) === 0 && oldestSentAt < 0) oldestSentAt = sentAt;
    }
    segments.shift();
  }
  if (segments.count > 0 && a.ack > segments.start) segments.trim(a.ack);
  return { oldestSentAt };
}
function isEchoBefore(a, sentAt, now) {
  const stampThen = a.stampNow - Math.floor(now - sentAt);
  return (a.echo - stampThen | 0) < -1;
}
function takeSack(sender, a, now) {
  const { segments } = sender;
  let isDuplicate = false;
  for (let block = 0; block < a.sackCount; block++) {
    const left2 = a.sack[block * 2];
    const right = a.sack[block * 2 + 1];
    if (block === 0 && (right <= a.ack || isInside(left2, right, a, 1))) {
      isDuplicate = left2 < right;
      continue;
    }
    if (left2 >= right || right > sender.nxt || right <= a.ack) continue;
    const to = right === sender.finAt ? right + 1 : right;
    for (let i = segments.find(left2); i < segments.count && segments.endOf(i) <= to; i++) {
      if (segments.startOf(i) >= right) break;
      if (segments.startOf(i) < left2 || (segments.flagsOf(i) & SACKED) !== 0) continue;
      const sentAt = segments.sentAtOf(i);
      const isOld = a.echo !== void 0 && isEchoBefore(a, sentAt, now);
      const flags = segments.flagsOf(i);
      sender.rack.onDelivered(segments.endOf(i), sentAt, flags, sender.roundTrip.least, isOld, now);
      segments.markSacked(i);
    }
  }
  return isDuplicate;
}
function isInside(left2, right, a, block) {
  if (block >= a.sackCount) return false;
  return left2 >= a.sack[block * 2] && right <= a.sack[block * 2 + 1];
}
function takeProgress(sender, a, { oldestSentAt, echo }, now) {
  sender.timeouts = 0;
  sender.isTailProbed = false;
  sender.timerBase = now;
  sender.roundTrip.resetBackoff();
  let rtt = oldestSentAt >= 0 ? now - oldestSentAt : -1;
  if (rtt < 0 && echo !== void 0) rtt = a.stampNow - echo | 0;
  if (rtt < 0) return;
  sender.roundTrip.sample(rtt, now);
  sender.congestion.onRoundTrip(rtt, a.ack, sender.nxt);
}
function endTailProbe(sender, ack, sawDuplicate, now) {
  if (sender.tailProbeEnd < 0) return;
  if (sawDuplicate) {
    sender.tailProbeEnd = -1;
  } else if (ack >= sender.tailProbeEnd) {
    const wasRepair = sender.tailProbeWasRetransmission;
    sender.tailProbeEnd = -1;
    if (!wasRepair || sender.recovery.kind !== "open") return;
    sender.congestion.onLoss(sender.pipe, now);
    sender.congestion.window = sender.congestion.threshold;
  }
}
function undoFalseLoss(sender, a, advanced) {
  const { recovery } = sender;
  const stamp = recovery.firstRetransmitStamp;
  if (recovery.kind === "open" || !advanced || a.echo === void 0 || stamp === void 0) return;
  if (!Number.isFinite(stamp) || (a.echo - stamp | 0) >= 0) return;
  sender.segments.unmarkLost();
  sender.congestion.undo();
  sender.duplicateAcks = 0;
  recovery.end();
}
function detectLoss(sender, a, came, now) {
  if (!sender.sackPermitted) {
    detectByDuplicates(sender, a, came, now);
    return 0;
  }
  if (sender.segments.count === 0) return 0;
  const isQuiet = sender.segments.sackedBytes === 0 && sender.recovery.kind === "open";
  const again = isQuiet ? 0 : detectByTime(sender, now);
  if (sender.segments.lostBytes > 0) enterRecovery(sender, came, now);
  return again;
}
function detectByTime(sender, now) {
  const { roundTrip, recovery } = sender;
  return sender.rack.detect(
    sender.segments,
    recovery.kind !== "open",
    roundTrip.least,
    roundTrip.smoothed ?? 0,
    now
  );
}
function detectByDuplicates(sender, a, came, now) {
  const { segments, recovery } = sender;
  if (came.advanced) {
    sender.duplicateAcks = 0;
    const isPartial = recovery.kind === "fast" && sender.una < recovery.point;
    if (isPartial && segments.count > 0) segments.markLost(0);
    return;
  }
  if (!a.isDuplicate || segments.count === 0) return;
  sender.duplicateAcks = Math.min(sender.duplicateAcks + 1, segments.count);
  if (sender.duplicateAcks === DUPLICATE_ACKS && recovery.kind === "open" && sender.una >= recovery.point) {
    segments.markLost(0);
    enterRecovery(sender, came, now);
  }
}
function enterRecovery(sender, came, now) {
  const { recovery, congestion } = sender;
  if (recovery.kind !== "open") return;
  const flight = sender.nxt - sender.una - sender.segments.sackedBytes;
  congestion.onLoss(flight, now);
  recovery.begin("fast", sender.nxt, flight + came.delivered, came.owed);
  sender.tailProbeEnd = -1;
}
function endRecovery(sender) {
  const { recovery, congestion } = sender;
  if (recovery.kind === "fast") {
    congestion.window = congestion.threshold;
    sender.rack.onRecoveryEnd();
  }
  sender.duplicateAcks = 0;
  recovery.end();
}
function growOrRecover(sender, progress, now) {
  const { congestion, recovery } = sender;
  if (recovery.kind === "fast") {
    const delivered = Math.max(progress.delivered, sender.sackPermitted || progress.advanced ? 0 : sender.mss);
    const goesWell = progress.advanced && sender.segments.lostBytes === 0;
    congestion.window = recovery.windowAfter(
      delivered,
      sender.pipe,
      congestion.threshold,
      sender.mss,
      goesWell
    );
    return;
  }
  if (!progress.advanced) return;
  const wasUsed = sender.isWindowLimited || congestion.window < congestion.threshold && congestion.window < 2 * progress.flight;
  sender.isWindowLimited = false;
  if (wasUsed) congestion.onAck(progress.acked, sender.roundTrip.smoothed ?? 0, now);
}

// src/tunnel/netstack/tcp/transmit.ts
function transmit(c, writer, linkMss, now) {
  switch (c.state) {
    case "closed":
      return;
    case "syn-sent":
    case "syn-received":
      if (c.handshakeDue) sendHandshake(c, writer, linkMss, now);
      return;
    case "time-wait":
      break;
    default:
      sendData(c, writer, now);
  }
  if (c.receiver.ackNow) writer.writeAck(c, now);
}
function sendWindowProbe(c, writer, now) {
  const { sender } = c;
  const usable = sender.una + sender.window - sender.nxt;
  const most = Math.min(sender.written, sender.nxt + sender.mss);
  if (usable > 0 && most > sender.nxt) {
    sendNew(c, writer, Math.min(most, sender.nxt + usable), now);
    sender.timerBase = now;
    armSenderTimer(sender, 0, now);
    return;
  }
  sender.probedTo = sender.nxt + 1;
  writer.writeData(c, sender.nxt, sender.nxt + 1, now);
  backOffPersist(sender, now);
}
function sendTailProbe(c, writer, now) {
  const { sender } = c;
  const usable = sender.una + sender.window - sender.nxt;
  const fresh = Math.min(sender.written - sender.nxt, sender.mss, usable);
  if (fresh > 0) {
    sendNew(c, writer, sender.nxt + fresh, now);
    sender.tailProbeWasRetransmission = false;
  } else {
    const last = sender.cutTail();
    writer.writeData(c, sender.segments.startOf(last), sender.segments.endOf(last), now);
    sender.segments.markRetransmitted(last, now);
    sender.retransmissions++;
    sender.tailProbeWasRetransmission = true;
  }
  sender.tailProbeEnd = sender.nxt;
  sender.isTailProbed = true;
  sender.timerBase = now;
  armSenderTimer(sender, 0, now);
}
function sendHandshake(c, writer, linkMss, now) {
  c.handshakeDue = false;
  c.handshakeSends++;
  c.handshakeSentAt = now;
  c.sender.nxt = 1;
  c.sender.timer = "rto";
  c.sender.timerAt = now + c.sender.roundTrip.rto;
  writer.writeSyn(c, linkMss, now);
}
function sendData(c, writer, now) {
  const { sender } = c;
  const wasIdle = sender.segments.count === 0;
  if (wasIdle && sender.unsent > 0 && now - sender.lastSentAt > sender.roundTrip.rto)
    sender.congestion.onIdle();
  let sent = 0;
  let index = sender.nextRetransmission();
  while (index >= 0) {
    sendAgain(c, writer, index, now);
    sent++;
    index = sender.nextRetransmission();
  }
  for (let end = sender.nextNewEnd(); end > sender.nxt; end = sender.nextNewEnd()) {
    sendNew(c, writer, end, now);
    sent++;
  }
  if (sent > 0) {
    if (wasIdle) sender.timerBase = now;
    if (sender.timer !== "reorder") armSenderTimer(sender, 0, now);
  } else if (wasIdle && sender.unsent > 0) {
    armSenderTimer(sender, 0, now);
  }
}
function sendAgain(c, writer, index, now) {
  const { sender } = c;
  const { segments, recovery } = sender;
  const start = segments.startOf(index);
  const end = segments.endOf(index);
  writer.writeData(c, start, end, now);
  segments.markRetransmitted(index, now);
  recovery.onSent(end - start);
  recovery.firstRetransmitStamp ??= c.timestamp(now);
  sender.retransmissions++;
  sender.lastSentAt = now;
  if (index === 0) sender.timerBase = now;
}
function sendNew(c, writer, end, now) {
  const { sender } = c;
  const start = sender.nxt;
  writer.writeData(c, start, end, now);
  for (let at = start; at < end; ) {
    const isTail = end - at <= sender.mss + 1;
    const next = isTail ? end : at + sender.mss;
    sender.segments.push(at, next, now);
    at = next;
  }
  sender.nxt = end;
  sender.isTailProbed = false;
  sender.lastSentAt = now;
  if (sender.recovery.kind !== "open") sender.recovery.onSent(end - start);
}

// src/tunnel/netstack/tcp/connection-timer.ts
var MOST_SYNS = 7;
var MOST_SYN_ACKS = 6;
var GIVE_UP_MS = 12e4;
var LEAST_TRIES = 5;
function handleConnectionTimeout(c, writer, now) {
  if (c.lifetimeAt <= now) {
    c.finish("finished");
    return false;
  }
  if (c.receiver.ackAt <= now) {
    c.receiver.ackNow = true;
    c.receiver.ackAt = Number.POSITIVE_INFINITY;
  }
  if (c.keepAlive.at <= now) keepAlive(c, writer, now);
  if (c.sender.timerAt > now || c.state === "closed") return false;
  if (c.state === "syn-sent" || c.state === "syn-received") {
    repeatHandshake(c);
    return false;
  }
  return handleSenderTimeout(c, writer, now);
}
function handleSenderTimeout(c, writer, now) {
  const { sender } = c;
  switch (sender.timer) {
    case "reorder":
      handleReorderTimeout(sender, now);
      return false;
    case "tail-probe":
      sendTailProbe(c, writer, now);
      return false;
    case "persist":
      if (isGivenUp(c, sender.persistBackoff, now)) giveUp(c);
      else sendWindowProbe(c, writer, now);
      return false;
    case "rto":
      if (!isGivenUp(c, sender.timeouts, now)) return handleRetransmissionTimeout(sender, now);
      giveUp(c);
      return false;
    case "none":
      sender.timerAt = Number.POSITIVE_INFINITY;
      return false;
  }
}
function repeatHandshake(c) {
  const most = c.state === "syn-sent" ? MOST_SYNS : MOST_SYN_ACKS;
  if (c.handshakeSends >= most) {
    c.finish("timed-out");
    return;
  }
  c.sender.roundTrip.backOff();
  c.handshakeDue = true;
}
function isGivenUp(c, tries, now) {
  const since = c.isOrphan ? Math.min(c.lastHeardAt, c.orphanedAt) : c.lastHeardAt;
  return tries >= LEAST_TRIES && now - since > GIVE_UP_MS;
}
function giveUp(c) {
  c.host.reset(c);
  c.finish("timed-out");
}
function keepAlive(c, writer, now) {
  const isConnected = c.state !== "syn-sent" && c.state !== "syn-received" && c.state !== "time-wait";
  if (!isConnected) {
    c.keepAlive.at = Number.POSITIVE_INFINITY;
    if (c.state !== "time-wait" && c.keepAlive.idleMs !== void 0) c.keepAlive.at = now + c.keepAlive.idleMs;
    return;
  }
  const action = handleKeepAlive(c, now);
  if (action === "probe") writer.writeKeepAlive(c, now);
  if (action === "give-up") giveUp(c);
}

// src/tunnel/netstack/tcp/congestion.ts
function initialWindow(mss) {
  return Math.min(10 * mss, Math.max(2 * mss, 14600));
}

// src/tunnel/netstack/tcp/slow-start-exit.ts
var LEAST_THRESHOLD_MS = 4;
var MOST_THRESHOLD_MS = 16;
var THRESHOLD_DIVISOR = 8;
var SAMPLES = 8;
var CONSERVATIVE_DIVISOR = 4;
var CONSERVATIVE_ROUNDS = 5;
var SlowStartExit = class {
  #roundEnd = 0;
  #lastRound = Number.POSITIVE_INFINITY;
  #thisRound = Number.POSITIVE_INFINITY;
  #samples = 0;
  #baseline = Number.POSITIVE_INFINITY;
  #conservativeRounds = 0;
  get #isConservative() {
    return this.#baseline !== Number.POSITIVE_INFINITY;
  }
  /** By what the growth of slow start is divided. */
  get growthDivisor() {
    return this.#isConservative ? CONSERVATIVE_DIVISOR : 1;
  }
  /**
   * Takes one round-trip sample. `delivered` and `sent` are stream positions acknowledged and sent.
   * @returns true where slow start is to end
   */
  isOver(ms, delivered, sent) {
    const isOver = delivered >= this.#roundEnd && this.#endRound(sent);
    this.#thisRound = Math.min(this.#thisRound, ms);
    this.#samples++;
    if (this.#samples < SAMPLES || this.#lastRound === Number.POSITIVE_INFINITY) return isOver;
    if (this.#isConservative) {
      if (this.#thisRound < this.#baseline) this.#baseline = Number.POSITIVE_INFINITY;
    } else if (this.#thisRound >= this.#lastRound + this.#threshold()) {
      this.#baseline = this.#thisRound;
      this.#conservativeRounds = 0;
    }
    return isOver;
  }
  #threshold() {
    return Math.max(LEAST_THRESHOLD_MS, Math.min(this.#lastRound / THRESHOLD_DIVISOR, MOST_THRESHOLD_MS));
  }
  #endRound(sent) {
    this.#lastRound = this.#thisRound;
    this.#thisRound = Number.POSITIVE_INFINITY;
    this.#samples = 0;
    this.#roundEnd = sent;
    return this.#isConservative && ++this.#conservativeRounds > CONSERVATIVE_ROUNDS;
  }
};

// src/tunnel/netstack/tcp/cubic.ts
var BETA = 0.7;
var C = 0.4;
var Cubic = class {
  window;
  threshold = Number.POSITIVE_INFINITY;
  #mss;
  #maximum = 0;
  /** The window when it was last reduced. */
  #prior = 0;
  #epoch;
  #before;
  #slowStart = new SlowStartExit();
  constructor(mss) {
    this.#mss = mss;
    this.window = initialWindow(mss);
  }
  onAck(ackedBytes, smoothedRtt, now) {
    if (this.window < this.threshold) {
      this.window += ackedBytes / this.#slowStart.growthDivisor;
      return;
    }
    this.#epoch ??= this.#newEpoch(now);
    const epoch = this.#epoch;
    const target = this.#curve(epoch, (now - epoch.start + smoothedRtt) / 1e3);
    epoch.estimate += this.#renoGrowth(epoch) * this.#mss * ackedBytes / this.window;
    const current = this.#curve(epoch, (now - epoch.start) / 1e3);
    if (current < epoch.estimate) {
      this.window = Math.max(this.window, epoch.estimate);
      return;
    }
    const clamped = Math.min(Math.max(target, this.window), 1.5 * this.window);
    this.window += (clamped - this.window) * ackedBytes / this.window;
  }
  onRoundTrip(ms, delivered, sent) {
    if (this.window >= this.threshold) return;
    if (this.#slowStart.isOver(ms, delivered, sent)) this.threshold = this.window;
  }
  onLoss(_bytesInFlight, _now) {
    this.#before = { window: this.window, threshold: this.threshold, maximum: this.#maximum };
    this.#prior = this.window;
    this.#maximum = this.window < this.#maximum ? this.window * (1 + BETA) / 2 : this.window;
    this.threshold = Math.max(this.window * BETA, 2 * this.#mss);
    this.#epoch = void 0;
  }
  onTimeout(bytesInFlight, now) {
    this.onLoss(bytesInFlight, now);
    this.window = this.#mss;
  }
  onIdle() {
    this.window = Math.min(this.window, initialWindow(this.#mss));
    this.#epoch = void 0;
  }
  onHandshakeLoss() {
    this.window = this.#mss;
  }
  undo() {
    if (this.#before === void 0) return;
    this.window = Math.max(this.window, this.#before.window);
    this.threshold = this.#before.threshold;
    this.#maximum = this.#before.maximum;
    this.#before = void 0;
    this.#epoch = void 0;
  }
  setMss(mss) {
    const isUntouched = this.window === initialWindow(this.#mss);
    this.#mss = mss;
    this.window = isUntouched ? initialWindow(mss) : Math.max(this.window, 2 * mss);
  }
  #newEpoch(now) {
    const start = this.window;
    const origin2 = Math.max(this.#maximum, start);
    const k = Math.cbrt((origin2 - start) / this.#mss / C);
    return { start: now, k, origin: origin2, estimate: start };
  }
  #curve(epoch, seconds2) {
    return C * (seconds2 - epoch.k) ** 3 * this.#mss + epoch.origin;
  }
  /** RFC 9438 \u00a74.3: \u03b1 until the estimate is back where the window was before the loss, then 1. */
  #renoGrowth(epoch) {
    return epoch.estimate < this.#prior ? 3 * (1 - BETA) / (1 + BETA) : 1;
  }
};

// src/tunnel/netstack/tcp/handshake.ts
var MOST_SCALE = 14;
var DEFAULT_MSS = { 4: 536, 6: 1220 };
function scaleFor(bytes) {
  let scale = 0;
  while (scale < MOST_SCALE && 65535 * 2 ** scale < bytes) scale++;
  return scale;
}
function adoptSyn(c, s, now) {
  c.initialReceive = s.sequence;
  c.receiver.nxt = 1;
  c.receiver.lastAckSent = 1;
  c.peerMss = s.mss === 0 ? DEFAULT_MSS[c.local.address.family] : s.mss;
  c.hasTimestamps = c.hasTimestamps && s.hasTimestamps;
  c.sender.sackPermitted = s.sackPermitted;
  c.usesScale = c.usesScale && s.windowScale >= 0;
  c.sendScale = c.usesScale ? Math.min(MOST_SCALE, s.windowScale) : 0;
  if (!c.usesScale) c.receiver.setScale(0);
  if (c.hasTimestamps) {
    c.timestampRecent = s.timestampValue;
    c.timestampRecentAt = now;
  }
  c.sender.window = s.window;
  c.receiver.edge = 1 + Math.min(65535, c.receiver.limit);
}
function fillSyn(c, s, mss, now) {
  const isAnswer = c.state === "syn-received";
  s.reset();
  s.flags = isAnswer ? SYN | ACK : SYN;
  s.sequence = c.sendSequence(0);
  s.acknowledgment = isAnswer ? c.receiveSequence(c.receiver.nxt) : 0;
  s.window = Math.min(65535, c.receiver.limit);
  s.mss = mss;
  s.windowScale = c.usesScale ? c.receiver.scale : -1;
  s.sackPermitted = isAnswer ? c.sender.sackPermitted : true;
  s.hasTimestamps = c.hasTimestamps;
  s.timestampValue = c.timestamp(now);
  s.timestampEcho = isAnswer ? c.timestampRecent : 0;
}

// src/tunnel/netstack/tcp/keyed-hash.ts
const { hash: hash2 } = process.getBuiltinModule("node:crypto");
var PURPOSES = { "initial-sequence": 1, "syn-cookie": 2 };
function keyedHash(secret, purpose, local, remote, numbers = []) {
  const { bytes: ours } = local.address;
  const { bytes: theirs } = remote.address;
  const input = Buffer.alloc(secret.length + 2 + ours.length * 2 + 4 + numbers.length * 8);
  input.set(secret, 0);
  let at = secret.length;
  input[at++] = PURPOSES[purpose];
  input[at++] = local.address.family;
  input.set(ours, at);
  input.set(theirs, at + ours.length);
  at += ours.length * 2;
  at = input.writeUInt16BE(local.port, at);
  at = input.writeUInt16BE(remote.port, at);
  for (const number2 of numbers) at = input.writeDoubleBE(number2, at);
  return hash2("sha256", input, "buffer");
}

// src/tunnel/netstack/tcp/initial-sequence.ts
function sequenceOrigin(secret, local, remote, now) {
  const hash3 = keyedHash(secret, "initial-sequence", local, remote);
  const clock = Math.floor(now * 250) % 4294967296;
  return {
    initialSequence: hash3.readUInt32BE(0) + clock >>> 0,
    timestampOffset: hash3.readUInt32BE(4)
  };
}

// src/tunnel/netstack/tcp/listener.ts
var Listener = class {
  local;
  /** Until when the ACK of a cookie may come. */
  cookiesUntil = Number.NEGATIVE_INFINITY;
  #halfOpen = /* @__PURE__ */ new Set();
  #finished = [];
  #backlog;
  #onClose;
  constructor(address2, port, backlog, onClose) {
    this.local = { address: address2, port };
    this.#backlog = backlog;
    this.#onClose = onClose;
  }
  get halfOpenCount() {
    return this.#halfOpen.size;
  }
  /** False while the queue of finished connections is full: SYNs are dropped then. */
  get hasRoom() {
    return this.#finished.length < this.#backlog;
  }
  accept() {
    return this.#finished.shift();
  }
  close(now) {
    this.#onClose(this);
    for (const connection of [...this.#halfOpen, ...this.#finished]) connection.abort(now);
    this.#halfOpen.clear();
    this.#finished.length = 0;
  }
  /** True while as many connections are half open as may be. */
  get isFull() {
    return this.#halfOpen.size >= this.#backlog;
  }
  /** Takes a connection in SYN-RECEIVED. */
  begin(connection) {
    this.#halfOpen.add(connection);
  }
  /** The handshake is over. */
  finish(connection) {
    this.#halfOpen.delete(connection);
    this.#finished.push(connection);
  }
  /** The connection has ended before it was accepted, or while half open. */
  forget(connection) {
    this.#halfOpen.delete(connection);
  }
};

// src/tunnel/netstack/tcp/reno.ts
var Reno = class {
  window;
  threshold = Number.POSITIVE_INFINITY;
  #mss;
  #counted = 0;
  #before;
  constructor(mss) {
    this.#mss = mss;
    this.window = initialWindow(mss);
  }
  onAck(ackedBytes) {
    if (this.window < this.threshold) {
      this.window += ackedBytes;
      return;
    }
    this.#counted += ackedBytes;
    if (this.#counted < this.window) return;
    this.#counted -= this.window;
    this.window += this.#mss;
  }
  onRoundTrip() {
  }
  onLoss(bytesInFlight) {
    this.#before = { window: this.window, threshold: this.threshold };
    this.threshold = Math.max(bytesInFlight / 2, 2 * this.#mss);
  }
  onTimeout(bytesInFlight) {
    this.onLoss(bytesInFlight);
    this.window = this.#mss;
    this.#counted = 0;
  }
  onIdle() {
    this.window = Math.min(this.window, initialWindow(this.#mss));
  }
  onHandshakeLoss() {
    this.window = this.#mss;
  }
  undo() {
    if (this.#before === void 0) return;
    this.window = Math.max(this.window, this.#before.window);
    this.threshold = this.#before.threshold;
    this.#before = void 0;
  }
  setMss(mss) {
    const isUntouched = this.window === initialWindow(this.#mss);
    this.#mss = mss;
    this.window = isUntouched ? initialWindow(mss) : Math.max(this.window, 2 * mss);
  }
};

// src/tunnel/netstack/tcp/segment-arrives.ts
var TIMESTAMP_LIFE_MS = 24 * 864e5;
var MOST_CHALLENGES = 10;
var CHALLENGE_WINDOW_MS = 5e3;
var LEAST_CHALLENGE_GAP_MS = 100;
var sack = new Float64Array(8);
function segmentArrives(c, s, bytes, now) {
  if (c.state === "syn-sent") {
    inSynSent(c, s, now);
    return;
  }
  const start = c.receivePosition(s.sequence);
  const isReset = (s.flags & RST) !== 0;
  if (c.hasTimestamps && !isReset) {
    if (!s.hasTimestamps) return;
    if (isOldTimestamp(c, s, now)) {
      answerUnacceptable(c, s, now);
      return;
    }
  }
  const length = s.payloadLength + ((s.flags & FIN) >>> 0) + ((s.flags & SYN) >>> 1);
  if (!c.receiver.isAcceptable(start, length)) {
    if (!isReset) handleUnacceptable(c, s, start, now);
    return;
  }
  if (isReset) {
    handleReset(c, start, now);
    return;
  }
  if ((s.flags & SYN) !== 0) {
    handleSynInWindow(c, start, now);
    return;
  }
  if ((s.flags & ACK) === 0) return;
  if (c.hasTimestamps && start <= c.receiver.lastAckSent) rememberTimestamp(c, s, now);
  c.lastHeardAt = now;
  if (!handleAck(c, s, start, now)) return;
  if (c.receiver.room > 0 || length === 0) takeText(c, s, start, bytes, now);
  else c.receiver.ackNow = true;
  c.host.markChanged(c);
}
function inSynSent(c, s, now) {
  const hasAck = (s.flags & ACK) !== 0;
  const isAckOfOurs = hasAck && s.acknowledgment === c.sendSequence(1);
  if (hasAck && !isAckOfOurs) {
    if ((s.flags & RST) === 0) c.host.resetAt(c, s.acknowledgment);
    return;
  }
  if ((s.flags & RST) !== 0) {
    if (isAckOfOurs) c.finish("refused");
    return;
  }
  if ((s.flags & SYN) === 0) return;
  adoptSyn(c, s, now);
  c.host.fitToPath(c);
  c.lastHeardAt = now;
  if (!hasAck) {
    c.state = "syn-received";
    c.handshakeDue = true;
    c.host.markChanged(c);
    return;
  }
  establish(c, s, now);
  c.receiver.ackNow = true;
  c.host.tell("tcp-connected", c);
}
function establish(c, s, now) {
  const { sender } = c;
  measureHandshake(c, s, now);
  c.state = sender.finAt === Number.POSITIVE_INFINITY ? "established" : "fin-wait-1";
  sender.una = 1;
  sender.nxt = Math.max(1, sender.nxt);
  sender.window = s.window;
  sender.greatestWindow = s.window;
  sender.windowSequence = c.receivePosition(s.sequence);
  sender.windowAck = 1;
  sender.timer = "none";
  sender.timerAt = Number.POSITIVE_INFINITY;
  sender.timerBase = now;
  sender.lastSentAt = now;
  c.host.markChanged(c);
}
function measureHandshake(c, s, now) {
  const { roundTrip, congestion } = c.sender;
  if (c.handshakeSends === 1) roundTrip.sample(now - c.handshakeSentAt, now);
  else if (c.handshakeSends > 1 && c.hasTimestamps && s.hasTimestamps) {
    roundTrip.sample(Math.max(0, c.timestamp(now) - s.timestampEcho | 0), now);
  } else if (c.handshakeSends > 1) roundTrip.restart();
  if (c.handshakeSends > 2) congestion.onHandshakeLoss();
}
function isOldTimestamp(c, s, now) {
  if ((s.timestampValue - c.timestampRecent | 0) >= 0) return false;
  return now - c.timestampRecentAt < TIMESTAMP_LIFE_MS;
}
function rememberTimestamp(c, s, now) {
  if ((s.timestampValue - c.timestampRecent | 0) < 0 && now - c.timestampRecentAt < TIMESTAMP_LIFE_MS)
    return;
  c.timestampRecent = s.timestampValue;
  c.timestampRecentAt = now;
}
function handleUnacceptable(c, s, start, now) {
  if (c.state === "syn-received" && (s.flags & SYN) !== 0 && start === 0) {
    takeSynAgain(c, s, now);
    return;
  }
  if ((s.flags & (ACK | SYN)) === ACK && start <= c.receiver.nxt && start + s.payloadLength >= c.receiver.nxt) {
    c.lastHeardAt = now;
  }
  if (mayAcknowledgeUnderProbe(c, s, start)) {
    if (!handleAck(c, s, start, now)) return;
    c.host.markChanged(c);
  }
  if (s.payloadLength > 0 && start < c.receiver.nxt) {
    c.receiver.noteDuplicate(start, Math.min(start + s.payloadLength, c.receiver.nxt));
  }
  answerUnacceptable(c, s, now);
}
function mayAcknowledgeUnderProbe(c, s, start) {
  if (c.state === "syn-received" || c.state === "time-wait") return false;
  const isBare = (s.flags & (ACK | SYN | FIN)) === ACK && s.payloadLength === 0;
  return isBare && start === c.receiver.nxt - 1;
}
function takeSynAgain(c, s, now) {
  if ((s.flags & ACK) === 0) {
    c.handshakeDue = true;
    c.host.markChanged(c);
    return;
  }
  if (c.listener !== void 0 || s.acknowledgment !== c.sendSequence(1)) {
    challenge(c, now);
    return;
  }
  c.lastHeardAt = now;
  establish(c, s, now);
  c.receiver.ackNow = true;
  c.host.established(c);
}
function answerUnacceptable(c, s, now) {
  if (c.state === "time-wait") c.lifetimeAt = now + c.host.timeWaitMs;
  if (s.payloadLength > 0 && (s.flags & SYN) === 0) {
    c.receiver.ackNow = true;
    c.host.markChanged(c);
  } else {
    challenge(c, now);
  }
}
function handleReset(c, start, now) {
  if (start !== c.receiver.nxt) {
    challenge(c, now);
    return;
  }
  if (c.state === "time-wait") return;
  if (c.state === "syn-received") c.finish("refused");
  else c.finish(hasSaidAll(c) ? "finished" : "reset");
}
function hasSaidAll(c) {
  return (c.state === "closing" || c.state === "last-ack") && c.sender.una >= c.sender.finAt;
}
function handleSynInWindow(c, start, now) {
  if (c.state === "syn-received" && start === 0) c.handshakeDue = true;
  challenge(c, now);
}
function challenge(c, now) {
  if (now - c.lastChallengeAt > CHALLENGE_WINDOW_MS) c.challenges = 0;
  if (c.challenges >= MOST_CHALLENGES || now - c.lastChallengeAt < LEAST_CHALLENGE_GAP_MS) return;
  c.challenges++;
  c.lastChallengeAt = now;
  c.host.acknowledge(c);
}
function handleAck(c, s, start, now) {
  const { sender } = c;
  const ack = c.sendPosition(s.acknowledgment);
  if (c.state === "syn-received") {
    if (ack < 1 || ack > sender.nxt) {
      c.host.resetAt(c, s.acknowledgment);
      return false;
    }
    establish(c, s, now);
    updateWindow(c, s, start, ack);
    c.host.established(c);
  }
  if (ack > Math.max(sender.nxt, sender.probedTo) || ack < sender.una - Math.max(65535, sender.greatestWindow)) {
    challenge(c, now);
    return false;
  }
  if (ack >= sender.una) takeAck(c, s, start, ack, now);
  return c.state !== "closed";
}
function takeAck(c, s, start, ack, now) {
  const { sender } = c;
  const window = s.window << c.sendScale;
  const a = {
    ack,
    sack,
    sackCount: sender.sackPermitted ? sackPositions(s, c.sendSequence(sender.una), sender.una, sack) : 0,
    echo: c.hasTimestamps ? s.timestampEcho : void 0,
    stampNow: c.timestamp(now),
    isDuplicate: ack === sender.una && s.payloadLength === 0 && window === sender.window && (s.flags & FIN) === 0
  };
  const wasClosed = sender.window === 0;
  updateWindow(c, s, start, ack);
  const advanced = handleAcknowledgment(sender, a, now);
  if (wasClosed && sender.window > 0) armSenderTimer(sender, 0, now);
  if (advanced) {
    if (c.wantsWritable && sender.writableBytes >= Math.min(sender.bufferLimit / 4, 65536)) {
      c.wantsWritable = false;
      c.host.tell("tcp-writable", c);
    }
    if (sender.una > sender.finAt) handleFinAcknowledged(c, now);
  }
}
function updateWindow(c, s, start, ack) {
  const { sender } = c;
  const isNewer = sender.windowSequence < start || sender.windowSequence === start && sender.windowAck <= ack;
  if (!isNewer) return;
  sender.window = s.window << c.sendScale;
  sender.greatestWindow = Math.max(sender.greatestWindow, sender.window);
  sender.windowSequence = start;
  sender.windowAck = ack;
}
function handleFinAcknowledged(c, now) {
  if (c.state === "fin-wait-1") c.enterFinWait2(now);
  else if (c.state === "closing") c.enterTimeWait(now);
  else if (c.state === "last-ack") c.finish("finished");
}
function takeText(c, s, start, bytes, now) {
  if (c.state !== "established" && c.state !== "fin-wait-1" && c.state !== "fin-wait-2") {
    if (c.state === "time-wait" && (s.flags & FIN) !== 0) c.receiver.ackNow = true;
    return;
  }
  const { receiver } = c;
  let isHeld = false;
  if (s.payloadLength > 0) {
    if (c.isOrphan && start + s.payloadLength > receiver.nxt) {
      c.host.reset(c);
      c.finish("aborted");
      return;
    }
    isHeld = receiver.take(start, bytes, s.payload, s.payloadLength, now) === "held";
  }
  const wasReached = receiver.finReached;
  if ((s.flags & FIN) !== 0) receiver.takeFin(start + s.payloadLength);
  if (isHeld) c.host.acknowledge(c);
  receiver.reachFin();
  if (receiver.finReached && !wasReached) handleFin(c, now);
  if (!c.isReadableTold && (receiver.readableBytes > 0 || receiver.finReached)) {
    c.isReadableTold = true;
    c.host.tell("tcp-readable", c);
  }
}
function handleFin(c, now) {
  if (c.state === "established") c.state = "close-wait";
  else if (c.state === "fin-wait-1") c.state = "closing";
  else if (c.state === "fin-wait-2") c.enterTimeWait(now);
}

// src/tunnel/netstack/wire/tcp-options.ts
var NOP = 1;
function readTcpOptions(segment, bytes, start, end) {
  let at = start;
  while (at < end) {
    const kind2 = bytes[at];
    if (kind2 === 0) return true;
    if (kind2 === NOP) {
      at++;
      continue;
    }
    if (at + 1 >= end) return false;
    const length = bytes[at + 1];
    if (length < 2 || at + length > end) return false;
    if (!readOption(segment, bytes, at, kind2, length)) return false;
    at += length;
  }
  return true;
}
function readOption(segment, bytes, at, kind2, length) {
  switch (kind2) {
    case 2:
      if (length !== 4) return false;
      segment.mss = bytes[at + 2] << 8 | bytes[at + 3];
      return true;
    case 3:
      if (length !== 3) return false;
      segment.windowScale = bytes[at + 2];
      return true;
    case 4:
      segment.sackPermitted = length === 2;
      return length === 2;
    case 5:
      return readSack(segment, bytes, at, length);
    case 8:
      if (length !== 10) return false;
      segment.hasTimestamps = true;
      segment.timestampValue = readUint322(bytes, at + 2);
      segment.timestampEcho = readUint322(bytes, at + 6);
      return true;
    default:
      return true;
  }
}
function readSack(segment, bytes, at, length) {
  const count = length - 2 >>> 3;
  if (count === 0 || count > MOST_SACK_BLOCKS || length !== 2 + (count << 3)) return false;
  segment.sackCount = count;
  for (let i = 0; i < count * 2; i++) segment.sackEdges[i] = readUint322(bytes, at + 2 + i * 4);
  return true;
}
function tcpOptionsLength(segment) {
  let length = 0;
  if (segment.mss > 0) length += 4;
  if (segment.windowScale >= 0) length += 4;
  if (segment.hasTimestamps) length += 12;
  else if (segment.sackPermitted) length += 4;
  if (segment.sackCount > 0) length += 4 + segment.sackCount * 8;
  return length;
}
function writeTcpOptions(segment, bytes, offset) {
  let at = offset;
  if (segment.mss > 0) {
    bytes[at] = 2;
    bytes[at + 1] = 4;
    bytes[at + 2] = segment.mss >>> 8;
    bytes[at + 3] = segment.mss;
    at += 4;
  }
  if (segment.windowScale >= 0) {
    bytes[at] = NOP;
    bytes[at + 1] = 3;
    bytes[at + 2] = 3;
    bytes[at + 3] = segment.windowScale;
    at += 4;
  }
  if (segment.sackPermitted || segment.hasTimestamps) at = writePaired(segment, bytes, at);
  if (segment.sackCount > 0) at = writeSack(segment, bytes, at);
  return at;
}
function writePaired(segment, bytes, at) {
  bytes[at] = segment.sackPermitted ? 4 : NOP;
  bytes[at + 1] = segment.sackPermitted ? 2 : NOP;
  if (!segment.hasTimestamps) {
    bytes[at + 2] = NOP;
    bytes[at + 3] = NOP;
    return at + 4;
  }
  bytes[at + 2] = 8;
  bytes[at + 3] = 10;
  writeUint322(bytes, at + 4, segment.timestampValue);
  writeUint322(bytes, at + 8, segment.timestampEcho);
  return at + 12;
}
function writeSack(segment, bytes, at) {
  bytes[at] = NOP;
  bytes[at + 1] = NOP;
  bytes[at + 2] = 5;
  bytes[at + 3] = 2 + segment.sackCount * 8;
  for (let i = 0; i < segment.sackCount * 2; i++) writeUint322(bytes, at + 4 + i * 4, segment.sackEdges[i]);
  return at + 4 + segment.sackCount * 8;
}

// src/tunnel/netstack/wire/tcp.ts
var TCP_HEADER = 20;
function readTcp(segment, ip, verify2) {
  const { bytes, payload: at } = ip;
  const length = ip.end - at;
  if (length < TCP_HEADER) return "tcp-truncated";
  const headerLength = bytes[at + 12] >>> 4 << 2;
  if (headerLength < TCP_HEADER || headerLength > length) return "tcp-data-offset";
  if (verify2) {
    const pseudo = sumPseudoHeader(bytes, ip.addresses, ip.addressLength * 2, PROTOCOL2.tcp, length);
    if (addSums(pseudo, sumBytes(bytes, at, length)) !== 65535) return "tcp-checksum";
  }
  segment.sourcePort = bytes[at] << 8 | bytes[at + 1];
  segment.destinationPort = bytes[at + 2] << 8 | bytes[at + 3];
  if (segment.sourcePort === 0 || segment.destinationPort === 0) return "tcp-port-zero";
  segment.sequence = readUint322(bytes, at + 4);
  segment.acknowledgment = readUint322(bytes, at + 8);
  segment.flags = bytes[at + 13];
  segment.window = bytes[at + 14] << 8 | bytes[at + 15];
  segment.payload = at + headerLength;
  segment.payloadLength = length - headerLength;
  segment.reset();
  if (headerLength > TCP_HEADER && !readTcpOptions(segment, bytes, at + TCP_HEADER, at + headerLength)) {
    return "tcp-options";
  }
  return void 0;
}
function tcpHeaderLength(segment) {
  return TCP_HEADER + tcpOptionsLength(segment);
}
function emitTcp(segment, bytes, offset) {
  const headerLength = writeTcpOptions(segment, bytes, offset + TCP_HEADER) - offset;
  bytes[offset] = segment.sourcePort >>> 8;
  bytes[offset + 1] = segment.sourcePort;
  bytes[offset + 2] = segment.destinationPort >>> 8;
  bytes[offset + 3] = segment.destinationPort;
  writeUint322(bytes, offset + 4, segment.sequence);
  writeUint322(bytes, offset + 8, segment.acknowledgment);
  bytes[offset + 12] = headerLength >>> 2 << 4;
  bytes[offset + 13] = segment.flags;
  bytes[offset + 14] = segment.window >>> 8;
  bytes[offset + 15] = segment.window;
  bytes[offset + 16] = 0;
  bytes[offset + 17] = 0;
  bytes[offset + 18] = 0;
  bytes[offset + 19] = 0;
  return headerLength;
}
function sealTcp(bytes, offset, length, addressSum) {
  const sum2 = addSums(addSums(addressSum, PROTOCOL2.tcp + length), sumBytes(bytes, offset, length));
  bytes[offset + 16] = ~sum2 >>> 8 & 255;
  bytes[offset + 17] = ~sum2 & 255;
}

// src/tunnel/netstack/tcp/segment-writer.ts
var MOST_BLOCKS = { withTimestamps: 3, without: 4 };
var MOST_PACKET2 = 65535;
var SegmentWriter = class {
  sink;
  #bytes = new Uint8Array(new ArrayBuffer(MOST_PACKET2 + 1));
  #segment = new TcpSegment();
  constructor(sink) {
    this.sink = sink;
  }
  writeSyn(c, mss, now) {
    fillSyn(c, this.#segment, mss, now);
    this.#write(c, 0, 0);
  }
  /** Data, FIN, or both: the positions `[start, end)`, first sent or sent again. */
  writeData(c, start, end, now) {
    const hasFin = end > c.sender.finAt;
    const dataEnd = hasFin ? end - 1 : end;
    const isLast = dataEnd === c.sender.written;
    this.#fill(c, start, ACK | (hasFin ? FIN : 0) | (isLast && dataEnd > start ? PSH : 0), now);
    this.#write(c, start, dataEnd - start);
    if (!c.receiver.wantsSack) c.receiver.onAckSent();
  }
  /** A pure acknowledgment, with SACK blocks where something is missing. */
  writeAck(c, now) {
    this.#fill(c, c.sender.nxt, ACK, now);
    if (c.sender.sackPermitted && c.receiver.wantsSack) {
      const most = c.hasTimestamps ? MOST_BLOCKS.withTimestamps : MOST_BLOCKS.without;
      c.receiver.fillSack(this.#segment, most, (position) => c.receiveSequence(position));
    }
    this.#write(c, 0, 0);
    c.receiver.onAckSent();
  }
  /** Asks for an acknowledgment by a position that the peer has long had (RFC 9293 \u00a73.8.4). */
  writeKeepAlive(c, now) {
    this.#fill(c, c.sender.una - 1, ACK, now);
    this.#write(c, 0, 0);
  }
  writeReset(c, now) {
    this.#fill(c, c.sender.nxt, RST | ACK, now);
    this.#write(c, 0, 0);
  }
  /** RFC 9293 \u00a73.10.7.3: `<SEQ=SEG.ACK><CTL=RST>`, for a peer that acknowledges what we never sent. */
  writeResetAt(c, acknowledgment) {
    const segment = this.#segment;
    segment.reset();
    segment.flags = RST;
    segment.sequence = acknowledgment;
    segment.acknowledgment = 0;
    segment.window = 0;
    this.#write(c, 0, 0);
  }
  #fill(c, position, flags, now) {
    const segment = this.#segment;
    const { receiver } = c;
    segment.reset();
    segment.flags = flags;
    segment.sequence = c.sendSequence(position);
    segment.acknowledgment = c.receiveSequence(receiver.nxt);
    segment.window = receiver.advertise();
    segment.hasTimestamps = c.hasTimestamps;
    if (c.hasTimestamps) {
      segment.timestampValue = c.timestamp(now);
      segment.timestampEcho = c.timestampRecent;
    }
  }
  #write(c, position, length) {
    const segment = this.#segment;
    const bytes = this.#bytes;
    segment.sourcePort = c.local.port;
    segment.destinationPort = c.remote.port;
    const isIpv4 = c.local.address.family === 4;
    const tcpAt = isIpv4 ? IPV4_HEADER : IPV6_HEADER;
    const headerLength = tcpHeaderLength(segment);
    c.ip.payloadLength = headerLength + length;
    if (isIpv4) emitIpv4(c.ip, bytes, 0);
    else emitIpv6(c.ip, bytes, 0);
    emitTcp(segment, bytes, tcpAt);
    if (length > 0) c.sender.ring.read(position, bytes, tcpAt + headerLength, length);
    sealTcp(bytes, tcpAt, headerLength + length, c.addressSum);
    this.sink(bytes, 0, tcpAt + headerLength + length, length > c.sender.mss ? c.sender.mss : 0);
  }
};

// src/tunnel/netstack/tcp/rack.ts
var DUPLICATE_THRESHOLD = 3;
var MOST_WINDOW_STEPS = 16;
var PERSIST_RECOVERIES = 16;
var Rack = class {
  #sentAt = 0;
  #end = 0;
  #rtt = 0;
  /** Most forward position delivered: something delivered below it was reordered. */
  #forward = 0;
  #reorderingSeen = false;
  #windowSteps = 1;
  #persist = 0;
  /** A segment was acknowledged or SACKed for the first time. Steps 1 to 3. */
  onDelivered(end, sentAt, flags, leastRtt, timestampSaysOld, now) {
    const wasRetransmitted = (flags & RETRANSMITTED) !== 0;
    if (end >= this.#forward) this.#forward = end;
    else if (!wasRetransmitted) this.#reorderingSeen = true;
    const rtt = now - sentAt;
    if (wasRetransmitted && (timestampSaysOld || rtt < leastRtt)) return;
    if (sentAt > this.#sentAt || sentAt === this.#sentAt && end > this.#end) {
      this.#sentAt = sentAt;
      this.#end = end;
      this.#rtt = rtt;
    }
  }
  /** The peer has seen data twice: the window was too small (step 4). */
  onDuplicateSack() {
    this.#reorderingSeen = true;
    this.#windowSteps = Math.min(this.#windowSteps + 1, MOST_WINDOW_STEPS);
    this.#persist = PERSIST_RECOVERIES;
  }
  onRecoveryEnd() {
    if (this.#persist > 0 && --this.#persist === 0) this.#windowSteps = 1;
  }
  /**
   * Marks what is lost (step 5).
   * @returns milliseconds after which to look again, 0 for never
   */
  detect(segments, inRecovery, leastRtt, smoothedRtt, now) {
    const window = this.#reorderingWindow(segments, inRecovery, leastRtt, smoothedRtt);
    let again = 0;
    for (let i = 0; i < segments.count; i++) {
      const sentAt = segments.sentAtOf(i);
      const flags = segments.flagsOf(i);
      const isBefore = sentAt < this.#sentAt || sentAt === this.#sentAt && segments.endOf(i) < this.#end;
      if (!isBefore) {
        if ((flags & RETRANSMITTED) === 0) break;
        continue;
      }
      if ((flags & (SACKED | LOST)) !== 0) continue;
      const remaining = sentAt + this.#rtt + window - now;
      if (remaining <= 0) segments.markLost(i);
      else again = Math.max(again, remaining);
    }
    return again;
  }
  #reorderingWindow(segments, inRecovery, leastRtt, smoothedRtt) {
    if (!this.#reorderingSeen && (inRecovery || segments.sackedSegments >= DUPLICATE_THRESHOLD)) return 0;
    if (leastRtt === Number.POSITIVE_INFINITY) return 0;
    return Math.min(leastRtt / 4 * this.#windowSteps, smoothedRtt);
  }
};

// src/tunnel/netstack/tcp/recovery.ts
var Recovery = class {
  kind = "open";
  /** Recovery ends when everything sent before it began is acknowledged. */
  point = 0;
  /** RFC 3522: an echo older than this timestamp shows that the first transmission had arrived. */
  firstRetransmitStamp;
  #delivered = 0;
  #sent = 0;
  #flightAtStart = 1;
  /**
   * `bytesInFlight` counts what this very acknowledgment delivered, and not what was SACKed before it (\u00a76). `owed` bytes
   * had been let go by the acknowledgments before it and have not left yet: they count as delivered, or a burst of
   * acknowledgments that ends in a loss would leave the path empty for a round trip.
   */
  begin(kind2, point, bytesInFlight, owed = 0) {
    this.kind = kind2;
    this.point = point;
    this.firstRetransmitStamp = void 0;
    this.#delivered = owed;
    this.#sent = 0;
    this.#flightAtStart = Math.max(1, bytesInFlight + owed);
  }
  end() {
    this.kind = "open";
    this.firstRetransmitStamp = void 0;
  }
  onSent(bytes) {
    this.#sent += bytes;
  }
  /** @returns the congestion window until the next acknowledgment */
  windowAfter(delivered, pipe2, threshold, mss, isGoingWell) {
    this.#delivered += delivered;
    let allowance;
    if (pipe2 > threshold) {
      allowance = Math.ceil(this.#delivered * threshold / this.#flightAtStart) - this.#sent;
    } else {
      let limit = Math.max(this.#delivered - this.#sent, delivered);
      if (isGoingWell) limit += mss;
      allowance = Math.min(threshold - pipe2, limit);
    }
    if (this.#sent === 0) allowance = Math.max(allowance, mss);
    return Math.max(mss, pipe2 + Math.max(0, allowance));
  }
};

// src/tunnel/netstack/tcp/round-trip.ts
var INITIAL_RTO = 1e3;
var RTO_AFTER_LOST_SYN = 3e3;
var LEAST_RTO = 200;
var MOST_RTO = 6e4;
var GRANULARITY = 1;
var MIN_WINDOW_MS = 1e4;
var RoundTrip = class {
  smoothed;
  #variation = 0;
  #rto = INITIAL_RTO;
  #backoff = 0;
  #least = Number.POSITIVE_INFINITY;
  #leastUntil = 0;
  /** One measurement in milliseconds; of segments sent once only (Karn), or by timestamp. */
  sample(ms, now) {
    if (ms <= this.#least || now >= this.#leastUntil) {
      this.#least = ms;
      this.#leastUntil = now + MIN_WINDOW_MS;
    }
    if (this.smoothed === void 0) {
      this.smoothed = ms;
      this.#variation = ms / 2;
    } else {
      this.#variation += (Math.abs(this.smoothed - ms) - this.#variation) / 4;
      this.smoothed += (ms - this.smoothed) / 8;
    }
    this.#rto = Math.max(LEAST_RTO, this.smoothed + Math.max(GRANULARITY, 4 * this.#variation));
    this.#backoff = 0;
  }
  /** RFC 6298 5.7: data begins with three seconds where the handshake was lost and measured nothing. */
  restart() {
    this.#rto = RTO_AFTER_LOST_SYN;
    this.#backoff = 0;
  }
  /** The timeout with its backoff. */
  get rto() {
    return Math.min(MOST_RTO, this.#rto * 2 ** this.#backoff);
  }
  /** The least round trip of the last seconds; infinite before the first sample. */
  get least() {
    return this.#least;
  }
  /** RFC 6298 5.5. */
  backOff() {
    this.#backoff = Math.min(this.#backoff + 1, 10);
  }
  /** An acknowledgment of new data shows that the path is back. */
  resetBackoff() {
    this.#backoff = 0;
  }
};

// src/tunnel/netstack/tcp/sender.ts
var INITIAL_BUFFER = 131072;
var MOST_SEGMENTS = 16384;
var Sender2 = class {
  /** Oldest position not acknowledged, next to be sent, end of what was written. */
  una = 0;
  nxt = 0;
  written = 1;
  /** Position of the FIN; infinite until the sending side is shut down. */
  finAt = Number.POSITIVE_INFINITY;
  /** The peer's window in bytes, the greatest it has ever offered, and what it was taken from. */
  window = 0;
  greatestWindow = 0;
  windowSequence = 0;
  windowAck = 0;
  /** Payload bytes of a full segment. */
  mss;
  /** Payload bytes of the greatest super-segment; equal to `mss` where there are none. */
  burst;
  nagle = false;
  sackPermitted = false;
  /** A zero-window probe has sent up to here, beyond `nxt`. */
  probedTo = 0;
  /** Positions up to which a tail loss probe was sent, -1 for none (RFC 8985 \u00a77). */
  tailProbeEnd = -1;
  tailProbeWasRetransmission = false;
  /** Since a tail was probed, nothing new was sent or acknowledged. */
  isTailProbed = false;
  duplicateAcks = 0;
  /** The congestion window, not the data or the peer, was the limit. */
  isWindowLimited = false;
  retransmissions = 0;
  timer = "none";
  timerAt = Number.POSITIVE_INFINITY;
  /** RFC 6298 5.3: the timer counts from here. */
  timerBase = 0;
  persistBackoff = 0;
  timeouts = 0;
  lastSentAt = 0;
  ring = new ByteRing();
  segments = new SentSegments();
  roundTrip = new RoundTrip();
  rack = new Rack();
  recovery = new Recovery();
  congestion;
  #maxBuffer;
  constructor(congestion, mss, maxBuffer) {
    this.congestion = congestion;
    this.mss = mss;
    this.burst = mss;
    this.#maxBuffer = maxBuffer;
  }
  /**
   * So that a full window always waits behind what is outstanding; during recovery that is more than a window, for what
   * came after a gap is kept until the gap is filled.
   */
  get bufferLimit() {
    const { window, threshold } = this.congestion;
    const next = this.recovery.kind === "open" ? window : Math.max(window, threshold);
    const outstanding = Math.max(window, this.nxt - this.una);
    return Math.floor(Math.min(this.#maxBuffer, Math.max(INITIAL_BUFFER, outstanding + next)));
  }
  get writableBytes() {
    if (this.finAt !== Number.POSITIVE_INFINITY) return 0;
    return Math.max(0, this.bufferLimit - (this.written - Math.max(1, this.una)));
  }
  /** @returns the bytes taken */
  write(bytes) {
    const taken = Math.min(bytes.length, this.writableBytes);
    if (taken === 0) return 0;
    const from = Math.max(1, this.una);
    this.ring.reserve(from, this.written + taken, this.written);
    this.ring.write(this.written, bytes, 0, taken);
    this.written += taken;
    return taken;
  }
  /** Positions that are still to be sent, the FIN among them. */
  get unsent() {
    const end = this.finAt === Number.POSITIVE_INFINITY ? this.written : this.finAt + 1;
    return end - this.nxt;
  }
  /** RFC 6675: what is believed to be on its way. */
  get pipe() {
    const { sackedBytes, lostBytes } = this.segments;
    const outstanding = this.nxt - this.una - sackedBytes - lostBytes;
    if (this.sackPermitted) return outstanding;
    return Math.max(0, outstanding - this.duplicateAcks * this.mss);
  }
  /** What the windows let go and was not sent yet, for acknowledgments come in bursts: none during recovery. */
  get owedBytes() {
    if (this.recovery.kind !== "open") return 0;
    const room = Math.min(this.congestion.window - this.pipe, this.una + this.window - this.nxt);
    return Math.max(0, Math.min(room, this.unsent));
  }
  /** @returns the index of the segment to send again, or -1 */
  nextRetransmission() {
    if (this.segments.lostBytes === 0) return -1;
    const index = this.#firstLost();
    if (index < 0) return -1;
    const start = this.segments.startOf(index);
    if (this.segments.endOf(index) - start > this.mss + (this.#hasFin(index) ? 1 : 0)) {
      this.segments.split(index, start + this.mss);
    }
    const size = this.segments.endOf(index) - start;
    const pipe2 = this.pipe;
    return pipe2 === 0 || pipe2 + size <= this.congestion.window ? index : -1;
  }
  /** Makes the last segment no longer than a full one, which it may be since the path became narrower. @returns its index */
  cutTail() {
    const { segments } = this;
    const last = segments.count - 1;
    const least = segments.endOf(last) - this.mss - (this.#hasFin(last) ? 1 : 0);
    if (segments.startOf(last) >= least) return last;
    segments.split(last, least);
    return last + 1;
  }
  /** @returns the end of the new segment that starts at `nxt`; `nxt` where nothing may go out. */
  nextNewEnd() {
    const unsent = this.unsent;
    if (unsent <= 0 || this.segments.count >= MOST_SEGMENTS) return this.nxt;
    const usable = this.una + this.window - this.nxt;
    if (usable <= 0) return this.nxt;
    const data = this.written - this.nxt;
    let length = Math.min(data, this.burst, usable);
    const room = this.congestion.window - this.pipe;
    if (room < Math.min(length, this.mss)) {
      this.isWindowLimited = true;
      return this.nxt;
    }
    if (length > room) length = Math.max(this.mss, Math.floor(room / this.mss) * this.mss);
    if (length > this.mss) length -= length % this.mss;
    if (length < this.mss && !this.#maySendShort(length, data)) return this.nxt;
    const end = this.nxt + length;
    return end === this.finAt && usable > length ? end + 1 : end;
  }
  /** RFC 9293 \u00a73.8.6.2.1 (silly windows) and \u00a73.7.4 (Nagle). */
  #maySendShort(length, data) {
    if (length < data) return length * 2 >= this.greatestWindow && !(this.nagle && this.nxt > this.una);
    if (!this.nagle || this.finAt !== Number.POSITIVE_INFINITY) return true;
    return this.nxt === this.una;
  }
  #hasFin(index) {
    return this.segments.endOf(index) > this.finAt;
  }
  #firstLost() {
    const { segments } = this;
    for (let i = 0; i < segments.count; i++) if ((segments.flagsOf(i) & LOST) !== 0) return i;
    return -1;
  }
};

// src/tunnel/netstack/tcp/stray-segment.ts
var HOP_LIMIT3 = 64;
function resetAnswering(ip, stray) {
  const reset = new TcpSegment();
  reset.sourcePort = stray.destinationPort;
  reset.destinationPort = stray.sourcePort;
  if ((stray.flags & ACK) !== 0) {
    reset.flags = RST;
    reset.sequence = stray.acknowledgment;
  } else {
    const length = stray.payloadLength + (stray.flags & FIN) + ((stray.flags & SYN) >>> 1);
    reset.flags = RST | ACK;
    reset.acknowledgment = stray.sequence + length >>> 0;
  }
  const source = ip.destination();
  const destination = ip.source();
  const header = ip.family === 4 ? IPV4_HEADER : IPV6_HEADER;
  const packet2 = new Uint8Array(header + TCP_HEADER);
  const repr = {
    source,
    destination,
    protocol: PROTOCOL2.tcp,
    hopLimit: HOP_LIMIT3,
    payloadLength: TCP_HEADER,
    dontFragment: true,
    identification: 0,
    fragmentOffset: 0,
    moreFragments: false
  };
  if (ip.family === 4) emitIpv4(repr, packet2, 0);
  else emitIpv6(repr, packet2, 0);
  emitTcp(reset, packet2, header);
  const addressSum = addSums(sumBytes(source, 0, source.length), sumBytes(destination, 0, destination.length));
  sealTcp(packet2, header, TCP_HEADER, addressSum);
  return packet2;
}

// src/tunnel/netstack/tcp/syn-cookie.ts
var SIZES = [536, 1220, 1300, 1380, 1440, 1460, 4312, 8948];
var PERIOD_MS = 64e3;
var COOKIE_LIFE_MS = 2 * PERIOD_MS;
var STAMP_BITS = 63;
var SACK_BIT = 16;
var NO_SCALE = 15;
function makeCookie(secret, handshake, mss, now) {
  let size = SIZES.length - 1;
  while (size > 0 && SIZES[size] > mss) size--;
  return cookieOf(secret, handshake, Math.floor(now / PERIOD_MS), size);
}
function openCookie(secret, handshake, cookie, now) {
  const current = Math.floor(now / PERIOD_MS);
  const size = cookie >>> 29;
  for (const period of [current, current - 1]) {
    if (cookieOf(secret, handshake, period, size) === cookie) return SIZES[size];
  }
  return void 0;
}
function offsetTelling(syn, offset, now) {
  const scale = syn.windowScale < 0 ? NO_SCALE : Math.min(14, syn.windowScale);
  const told = scale | (syn.sackPermitted ? SACK_BIT : 0);
  const back = offset + Math.floor(now) - told & STAMP_BITS;
  return offset - back >>> 0;
}
function recallSyn(syn, ack, mss) {
  syn.reset();
  syn.sequence = ack.sequence - 1 >>> 0;
  syn.window = ack.window;
  syn.mss = mss;
  if (!ack.hasTimestamps) return;
  syn.hasTimestamps = true;
  syn.timestampValue = ack.timestampValue;
  syn.sackPermitted = (ack.timestampEcho & SACK_BIT) !== 0;
  const scale = ack.timestampEcho & 15;
  if (scale !== NO_SCALE) syn.windowScale = scale;
}
function cookieOf(secret, handshake, period, size) {
  const { local, remote, peerSequence } = handshake;
  const mac3 = keyedHash(secret, "syn-cookie", local, remote, [peerSequence, period, size]);
  return (size << 29 | (period & 31) << 24 | mac3.readUIntBE(0, 3)) >>> 0;
}

// src/tunnel/netstack/tcp/tcp-stack.ts
var DEFAULT_BUFFER = 8 * 1024 * 1024;
var DEFAULT_CONNECTIONS = 65536;
var DEFAULT_BACKLOG = 128;
var DEFAULT_TIME_WAIT_MS = 3e4;
var MOST_TIME_WAIT = 16384;
var FIRST_EPHEMERAL = 49152;
var TcpStack = class {
  timeWaitMs;
  #around;
  #table;
  #listeners = /* @__PURE__ */ new Map();
  #timers = new TimerQueue();
  #timeWait = /* @__PURE__ */ new Set();
  #writer;
  #toOutbox;
  #secret;
  #resets = new RateLimit(200, 100);
  #maxBuffer;
  /** The SYN that a cookie stands for; one serves all. */
  #recalled = new TcpSegment();
  #changed = [];
  #now = 0;
  constructor(around) {
    this.#around = around;
    this.#table = new ConnectionTable(randomUint32(around.random));
    this.#secret = around.random.bytes(32);
    this.#maxBuffer = around.defaults.maxBufferBytes ?? DEFAULT_BUFFER;
    this.timeWaitMs = around.defaults.timeWaitMs ?? DEFAULT_TIME_WAIT_MS;
    this.#toOutbox = (buffer, offset, length) => around.outbox.push(copyBytes(buffer, offset, offset + length));
    this.#writer = new SegmentWriter(this.#toOutbox);
  }
  get connectionCount() {
    return this.#table.count;
  }
  receive(ip, segment, now) {
    this.#now = now;
    const { sourcePort, destinationPort, flags } = segment;
    const found = this.#table.find(ip.bytes, ip.addresses, ip.addressLength, sourcePort, destinationPort);
    const isSyn = (flags & (SYN | ACK | RST)) === SYN;
    if (found !== void 0) {
      const isNew = isSyn && found.state === "time-wait" && isNewIncarnation(found, segment);
      if (!isNew) {
        segmentArrives(found, segment, ip.bytes, now);
        return;
      }
      found.finish("finished");
    }
    if (isSyn && this.#listen(ip, segment, found, now)) return;
    if ((flags & (SYN | ACK | RST)) === ACK && this.#takeCookie(ip, segment, now)) return;
    this.#around.counters.drop("tcp-no-socket");
    if ((flags & (SYN | ACK)) === 0 && this.#isListening(ip, segment)) return;
    if ((flags & RST) !== 0 || !this.#resets.take(now)) return;
    this.#around.outbox.push(resetAnswering(ip, segment));
  }
  connect(remote, options, now) {
    this.#now = now;
    const address2 = options.localAddress ?? this.#around.addresses.sourceFor(remote.address);
    if (address2 === void 0 || address2.family !== remote.address.family) {
      throw new SallyportError("TUNNEL_UNREACHABLE", {
        message: `cannot reach ${formatEndpoint(remote)} from ${this.#around.addresses.text || "no address"}`,
        help: `give this node an IPv${remote.address.family} address in the mesh`
      });
    }
    const local = { address: address2, port: options.localPort ?? this.#freePort(address2, remote) };
    if (this.#table.has(local, remote)) {
      throw new SallyportError("TUNNEL_PORT_IN_USE", {
        message: `${formatEndpoint(local)} is already connected to ${formatEndpoint(remote)}`,
        help: "leave the local port out, or choose another"
      });
    }
    const connection = this.#open(local, remote, "syn-sent", void 0);
    this.markChanged(connection);
    return connection;
  }
  listen(options) {
    const others = this.#listeners.get(options.port) ?? [];
    if (others.some((other) => isSameAddress(other.local.address, options.address))) {
      throw new SallyportError("TUNNEL_PORT_IN_USE", {
        message: `TCP port ${options.port} is taken by another listener of this node`,
        help: "choose another port"
      });
    }
    const backlog = options.backlog ?? DEFAULT_BACKLOG;
    const listener = new Listener(options.address, options.port, backlog, (closed) => this.#unlisten(closed));
    this.#listeners.set(options.port, [...others, listener]);
    return listener;
  }
  handleTimeout(now) {
    this.#now = now;
    for (let c = this.#timers.takeDue(now); c !== void 0; c = this.#timers.takeDue(now)) {
      const mayBeBlackhole = handleConnectionTimeout(c, this.#writer, now);
      if (mayBeBlackhole) this.#narrowPath(c);
      if (c.state === "closed") continue;
      c.updateDeadline();
      this.markChanged(c);
    }
  }
  nextTimeout() {
    return this.#changed.length > 0 ? this.#now : this.#timers.next();
  }
  drainTo(sink) {
    this.#writer.sink = sink;
    try {
      while (this.#changed.length > 0) {
        const connections = this.#changed;
        this.#changed = [];
        for (const c of connections) this.#run(c);
      }
    } finally {
      this.#writer.sink = this.#toOutbox;
    }
  }
  /** A packet of ours was too big for the path. The sequence number shows that the report is of our own. */
  handlePacketTooBig(quoted, now) {
    this.#now = now;
    const c = this.#findQuoted(quoted);
    if (c === void 0) return;
    const mtu = this.#around.pathMtu.find(c.remote.address, now);
    if (mtu >= c.pathMtu) return;
    c.pathMtu = mtu;
    this.fitToPath(c);
    const { sender } = c;
    if (sender.segments.count === 0) return;
    for (let i = 0; i < sender.segments.count; i++) {
      if (sender.segments.endOf(i) - sender.segments.startOf(i) > sender.mss) sender.segments.markLost(i);
    }
    this.markChanged(c);
  }
  /** True where the quote is of something sent and not yet acknowledged. */
  hasInFlight(quoted) {
    return this.#findQuoted(quoted) !== void 0;
  }
  /** RFC 5461: an error ends a connection that is being opened; later it may pass. */
  handleUnreachable(quoted, isPort, now) {
    this.#now = now;
    const c = this.#findQuoted(quoted);
    if (c?.state === "syn-sent") c.finish(isPort ? "refused" : "unreachable");
  }
  removeAddressesBut(kept) {
    for (const c of this.#table.all()) {
      if (!kept.has(c.local.address)) c.finish("address-removed");
    }
  }
  endUnreachable(isReachable2, now) {
    this.#now = now;
    for (const c of this.#table.all()) {
      if (!isReachable2(c.remote.address)) c.finish("unreachable");
    }
  }
  setLinkMtu(now) {
    this.#now = now;
    for (const c of this.#table.all()) {
      c.pathMtu = this.#around.pathMtu.find(c.remote.address, now);
      this.fitToPath(c);
    }
  }
  fitToPath(connection) {
    connection.fitToPath(Math.max(connection.pathMtu, this.#around.maxSuperSegment ?? 0));
  }
  markChanged(connection) {
    if (connection.isChanged) return;
    connection.isChanged = true;
    this.#changed.push(connection);
  }
  acknowledge(connection) {
    this.#writer.writeAck(connection, this.#now);
  }
  reset(connection) {
    this.#writer.writeReset(connection, this.#now);
  }
  resetAt(connection, acknowledgment) {
    if (this.#resets.take(this.#now)) this.#writer.writeResetAt(connection, acknowledgment);
  }
  tell(kind2, connection) {
    this.#around.tell({ kind: kind2, socket: connection });
  }
  established(connection) {
    const { listener } = connection;
    if (listener === void 0) {
      this.tell("tcp-connected", connection);
      return;
    }
    listener.finish(connection);
    this.#around.tell({ kind: "tcp-acceptable", listener });
  }
  ended(connection) {
    if (connection.state === "time-wait") this.#keepTimeWait(connection);
    if (connection.isEndTold) return;
    connection.isEndTold = true;
    this.#around.tell({ kind: "tcp-closed", socket: connection, end: connection.end ?? "aborted" });
  }
  remove(connection) {
    this.#table.remove(connection);
    this.#timers.remove(connection);
    this.#timeWait.delete(connection);
    connection.listener?.forget(connection);
  }
  #run(c) {
    c.isChanged = false;
    if (c.state === "closed") return;
    transmit(c, this.#writer, this.#linkMss(c), this.#now);
    c.updateDeadline();
    this.#timers.update(c);
  }
  #open(local, remote, state3, previous) {
    const c = this.#make(local, remote, state3);
    if (previous !== void 0) {
      const least = previous.sendSequence(previous.sender.nxt + 65536);
      if ((c.initialSend - least | 0) < 0) c.initialSend = least;
    }
    this.#table.add(c);
    return c;
  }
  /** A connection that nobody knows of yet. */
  #make(local, remote, state3) {
    const { defaults, pathMtu } = this.#around;
    const congestion = defaults.congestion === "reno" ? new Reno(536) : new Cubic(536);
    const origin2 = sequenceOrigin(this.#secret, local, remote, this.#now);
    const c = new TcpConnection(this, local, remote, {
      state: state3,
      sender: new Sender2(congestion, 536, this.#maxBuffer),
      maxBuffer: this.#maxBuffer,
      initialSend: origin2.initialSequence,
      timestampOffset: origin2.timestampOffset
    });
    c.receiver.setScale(scaleFor(this.#maxBuffer));
    c.receiver.mostSegment = this.#linkMss(c);
    c.pathMtu = pathMtu.find(remote.address, this.#now);
    c.lastHeardAt = this.#now;
    return c;
  }
  #listen(ip, segment, previous, now) {
    const local = this.#localOf(ip, segment);
    const listener = local && this.#findListener(local.port, local.address);
    if (local === void 0 || listener === void 0) return false;
    if (!this.#hasRoom(listener)) return true;
    const remote = remoteOf(ip, segment);
    if (listener.isFull) {
      this.#answerWithCookie(local, remote, segment, now);
      listener.cookiesUntil = now + COOKIE_LIFE_MS;
      return true;
    }
    const c = this.#open(local, remote, "syn-received", previous);
    c.listener = listener;
    adoptSyn(c, segment, now);
    this.fitToPath(c);
    listener.begin(c);
    this.markChanged(c);
    return true;
  }
  #hasRoom(listener) {
    if (!listener.hasRoom) {
      this.#around.counters.drop("tcp-backlog-full");
      return false;
    }
    if (this.#table.count < (this.#around.defaults.maxConnections ?? DEFAULT_CONNECTIONS)) return true;
    this.#around.counters.drop("tcp-connections-full");
    return false;
  }
  /** The connection is made for its SYN-ACK alone, and not kept. */
  #answerWithCookie(local, remote, syn, now) {
    const c = this.#make(local, remote, "syn-received");
    adoptSyn(c, syn, now);
    c.initialSend = makeCookie(this.#secret, { local, remote, peerSequence: syn.sequence }, syn.mss, now);
    if (c.hasTimestamps) {
      c.timestampOffset = offsetTelling(syn, c.timestampOffset, now);
    } else {
      c.usesScale = false;
      c.sender.sackPermitted = false;
    }
    this.#around.counters.cookiesSent++;
    this.#writer.writeSyn(c, this.#linkMss(c), now);
  }
  /** True for an ACK that may belong to a handshake whose SYN was answered with a cookie. */
  #takeCookie(ip, segment, now) {
    const local = this.#localOf(ip, segment);
    const listener = local && this.#findListener(local.port, local.address);
    if (local === void 0 || listener === void 0 || listener.cookiesUntil <= now) return false;
    const remote = remoteOf(ip, segment);
    const cookie = segment.acknowledgment - 1 >>> 0;
    const handshake = { local, remote, peerSequence: segment.sequence - 1 >>> 0 };
    const mss = openCookie(this.#secret, handshake, cookie, now);
    if (mss === void 0) return segment.payloadLength > 0 || (segment.flags & FIN) !== 0;
    if (!this.#hasRoom(listener)) return true;
    const c = this.#open(local, remote, "syn-received", void 0);
    c.listener = listener;
    c.initialSend = cookie;
    c.handshakeDue = false;
    c.sender.nxt = 1;
    recallSyn(this.#recalled, segment, mss);
    adoptSyn(c, this.#recalled, now);
    this.fitToPath(c);
    segmentArrives(c, segment, ip.bytes, now);
    return true;
  }
  #localOf(ip, segment) {
    const address2 = this.#around.addresses.destinationOf(ip);
    return address2 && { address: address2, port: segment.destinationPort };
  }
  #isListening(ip, segment) {
    const local = this.#localOf(ip, segment);
    return local !== void 0 && this.#findListener(local.port, local.address) !== void 0;
  }
  #findListener(port, address2) {
    const listeners = this.#listeners.get(port);
    return listeners?.find(
      (listener) => listener.local.address !== void 0 && equalIp(listener.local.address, address2)
    ) ?? listeners?.find((listener) => listener.local.address === void 0);
  }
  #unlisten(listener) {
    const left2 = (this.#listeners.get(listener.local.port) ?? []).filter((other) => other !== listener);
    if (left2.length === 0) this.#listeners.delete(listener.local.port);
    else this.#listeners.set(listener.local.port, left2);
  }
  #findQuoted(quoted) {
    const addresses = Buffer.concat([quoted.destination, quoted.source]);
    const size = quoted.source.length;
    const c = this.#table.find(addresses, 0, size, quoted.destinationPort, quoted.sourcePort);
    if (c === void 0) return void 0;
    const position = c.sendPosition(quoted.sequence);
    return position >= c.sender.una && position <= c.sender.nxt ? c : void 0;
  }
  /** RFC 4821 \u00a77.7: full packets vanish and no router says why. */
  #narrowPath(c) {
    const { pathMtu } = this.#around;
    const least = LEAST_MTU[c.remote.address.family];
    const narrower = c.pathMtu > 1280 ? 1280 : least;
    if (narrower >= c.pathMtu) return;
    pathMtu.lower(c.remote.address, narrower, c.pathMtu, this.#now);
    c.pathMtu = narrower;
    this.fitToPath(c);
  }
  #keepTimeWait(c) {
    this.#timeWait.add(c);
    this.markChanged(c);
    if (this.#timeWait.size <= MOST_TIME_WAIT) return;
    const [oldest] = this.#timeWait;
    oldest?.finish("finished");
  }
  /** RFC 6056: unpredictable. */
  #freePort(address2, remote) {
    const count = 65536 - FIRST_EPHEMERAL;
    const start = randomBelow(this.#around.random, count);
    for (let i = 0; i < count; i++) {
      const port = FIRST_EPHEMERAL + (start + i) % count;
      if (!this.#listeners.has(port) && !this.#table.has({ address: address2, port }, remote)) return port;
    }
    throw new SallyportError("TUNNEL_PORT_IN_USE", {
      message: `every dynamic TCP port of this node is connected to ${formatEndpoint(remote)}`,
      help: "close connections that are not needed"
    });
  }
  #linkMss(c) {
    return this.#around.pathMtu.linkMtu - (c.local.address.family === 4 ? 40 : 60);
  }
};
function isNewIncarnation(c, segment) {
  if (c.hasTimestamps && segment.hasTimestamps) {
    const age = segment.timestampValue - c.timestampRecent | 0;
    if (age !== 0) return age > 0;
  }
  return c.receivePosition(segment.sequence) > c.receiver.nxt;
}
function remoteOf(ip, segment) {
  return { address: { family: ip.family, bytes: ip.source() }, port: segment.sourcePort };
}
function isSameAddress(a, b) {
  return a === void 0 || b === void 0 ? a === b : equalIp(a, b);
}

// src/tunnel/netstack/udp/udp-stack.ts
init_bytes();
init_errors();
init_random();

// src/tunnel/netstack/wire/udp.ts
var UDP_HEADER = 8;
var UdpView = class {
  sourcePort = 0;
  destinationPort = 0;
  payload = 0;
  payloadLength = 0;
};
function readUdp(view2, ip, verify2) {
  const { bytes, payload: at } = ip;
  const available = ip.end - at;
  if (available < UDP_HEADER) return "udp-truncated";
  const length = bytes[at + 4] << 8 | bytes[at + 5];
  if (length < UDP_HEADER || length > available) return "udp-length";
  const checksum = bytes[at + 6] << 8 | bytes[at + 7];
  if (checksum === 0 && ip.family === 6) return "udp-checksum";
  if (verify2 && checksum !== 0) {
    const pseudo = sumPseudoHeader(bytes, ip.addresses, ip.addressLength * 2, PROTOCOL2.udp, length);
    if (addSums(pseudo, sumBytes(bytes, at, length)) !== 65535) return "udp-checksum";
  }
  view2.sourcePort = bytes[at] << 8 | bytes[at + 1];
  view2.destinationPort = bytes[at + 2] << 8 | bytes[at + 3];
  if (view2.destinationPort === 0) return "udp-port-zero";
  view2.payload = at + UDP_HEADER;
  view2.payloadLength = length - UDP_HEADER;
  return void 0;
}
function emitUdp(repr, bytes, offset) {
  const length = UDP_HEADER + repr.payload.length;
  bytes[offset] = repr.sourcePort >>> 8;
  bytes[offset + 1] = repr.sourcePort;
  bytes[offset + 2] = repr.destinationPort >>> 8;
  bytes[offset + 3] = repr.destinationPort;
  bytes[offset + 4] = length >>> 8;
  bytes[offset + 5] = length;
  bytes[offset + 6] = 0;
  bytes[offset + 7] = 0;
  bytes.set(repr.payload, offset + UDP_HEADER);
  const addresses = addSums(
    sumBytes(repr.source, 0, repr.source.length),
    sumPseudoHeader(repr.destination, 0, repr.destination.length, PROTOCOL2.udp, length)
  );
  const sum2 = finishSum(addSums(addresses, sumBytes(bytes, offset, length))) || 65535;
  bytes[offset + 6] = sum2 >>> 8;
  bytes[offset + 7] = sum2;
  return length;
}

// src/tunnel/netstack/udp/udp-stack.ts
var DEFAULT_QUEUE_BYTES = 262144;
var DATAGRAM_OVERHEAD = 64;
var FIRST_EPHEMERAL2 = 49152;
var MOST_DATAGRAM = { 4: 65507, 6: 65527 };
var UdpStack = class {
  #around;
  #sockets = /* @__PURE__ */ new Map();
  constructor(around) {
    this.#around = around;
  }
  /** @throws `TUNNEL_PORT_IN_USE` */
  open(options) {
    const port = options.port || this.#freePort();
    const others = this.#sockets.get(port) ?? [];
    if (others.some((other) => collides(other.local.address, options.address))) {
      throw new SallyportError("TUNNEL_PORT_IN_USE", {
        message: `UDP port ${port} is taken by another socket of this node`,
        help: "choose another port, or 0 for a free one"
      });
    }
    const socket = new Socket2(this.#around, options, port, () => this.#forget(socket));
    this.#sockets.set(port, [...others, socket]);
    return socket;
  }
  /** @returns false where nobody listens on the port */
  receive(ip, view2) {
    const to = this.#around.addresses.destinationOf(ip);
    if (to === void 0) return false;
    const socket = this.#find(view2.destinationPort, to);
    if (socket === void 0) return false;
    const from = { address: { family: ip.family, bytes: ip.source() }, port: view2.sourcePort };
    socket.deliver({ from, to, bytes: copyBytes(ip.bytes, view2.payload, view2.payload + view2.payloadLength) });
    return true;
  }
  handleUnreachable(quoted) {
    const socket = this.#find(quoted.sourcePort, { family: quoted.family, bytes: quoted.source });
    if (socket === void 0) return;
    const remote = {
      address: { family: quoted.family, bytes: quoted.destination },
      port: quoted.destinationPort
    };
    this.#around.tell({ kind: "udp-unreachable", socket, remote });
  }
  #find(port, address2) {
    const sockets = this.#sockets.get(port);
    return sockets?.find(
      (socket) => socket.local.address !== void 0 && collides(socket.local.address, address2)
    ) ?? sockets?.find((socket) => socket.local.address === void 0);
  }
  #forget(socket) {
    const left2 = (this.#sockets.get(socket.local.port) ?? []).filter((other) => other !== socket);
    if (left2.length === 0) this.#sockets.delete(socket.local.port);
    else this.#sockets.set(socket.local.port, left2);
  }
  /** RFC 6056: unpredictable. */
  #freePort() {
    const count = 65536 - FIRST_EPHEMERAL2;
    const start = randomBelow(this.#around.random, count);
    for (let i = 0; i < count; i++) {
      const port = FIRST_EPHEMERAL2 + (start + i) % count;
      if (!this.#sockets.has(port)) return port;
    }
    throw new SallyportError("TUNNEL_PORT_IN_USE", {
      message: "every dynamic UDP port of this node is in use",
      help: "close sockets that are not needed"
    });
  }
};
var Socket2 = class {
  local;
  dropped = 0;
  #around;
  #queue = [];
  #limit;
  #forget;
  #queuedBytes = 0;
  #isClosed = false;
  constructor(around, options, port, forget) {
    this.#around = around;
    this.local = { address: options.address, port };
    this.#limit = options.queueBytes ?? DEFAULT_QUEUE_BYTES;
    this.#forget = forget;
  }
  send(bytes, to, now) {
    const { addresses, output, pathMtu } = this.#around;
    const source = this.local.address ?? addresses.sourceFor(to.address);
    if (this.#isClosed || source === void 0 || source.family !== to.address.family) return false;
    if (bytes.length > MOST_DATAGRAM[source.family] || !addresses.has(source)) return false;
    const payload = new Uint8Array(UDP_HEADER + bytes.length);
    emitUdp(
      {
        source: source.bytes,
        destination: to.address.bytes,
        sourcePort: this.local.port,
        destinationPort: to.port,
        payload: bytes
      },
      payload,
      0
    );
    const mtu = pathMtu.find(to.address, now);
    const destination = to.address.bytes;
    return output.send({ source: source.bytes, destination, protocol: PROTOCOL2.udp, payload, mtu });
  }
  receive() {
    const datagram = this.#queue.shift();
    if (datagram !== void 0) this.#queuedBytes -= datagram.bytes.length + DATAGRAM_OVERHEAD;
    return datagram;
  }
  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#queue.length = 0;
    this.#queuedBytes = 0;
    this.#forget();
  }
  deliver(datagram) {
    const size = datagram.bytes.length + DATAGRAM_OVERHEAD;
    if (this.#queuedBytes + size > this.#limit) {
      this.dropped++;
      this.#around.counters.drop("udp-queue-full");
      return;
    }
    this.#queue.push(datagram);
    this.#queuedBytes += size;
    if (this.#queue.length === 1) this.#around.tell({ kind: "udp-readable", socket: this });
  }
};
function collides(a, b) {
  if (a === void 0 || b === void 0) return a === b;
  return a.family === b.family && Buffer.compare(a.bytes, b.bytes) === 0;
}

// src/tunnel/netstack/netstack.ts
var MOST_EVENTS = 65536;
var Netstack = class {
  counters = new Counters();
  #addresses;
  #pathMtu;
  #outbox = new Outbox(this.counters);
  #reassembly = new Reassembly(this.counters);
  #tcp;
  #udp;
  #icmp;
  #mustVerify;
  #ip = new IpView();
  #segment = new TcpSegment();
  #datagram = new UdpView();
  #events = [];
  constructor(options) {
    this.#addresses = new Addresses(options.addresses);
    this.#pathMtu = new PathMtu(options.mtu);
    this.#mustVerify = options.checksums !== "trusted";
    const shared = {
      addresses: this.#addresses,
      pathMtu: this.#pathMtu,
      counters: this.counters,
      random: options.random,
      outbox: this.#outbox,
      output: new IpOutput(this.#outbox, options.random),
      tell: (event) => this.#tell(event)
    };
    const defaults = options.tcp ?? {};
    this.#tcp = new TcpStack({ ...shared, defaults, maxSuperSegment: options.maxSuperSegment });
    this.#udp = new UdpStack(shared);
    this.#icmp = new IcmpStack({ ...shared, tcp: this.#tcp, udp: this.#udp });
  }
  /** Takes one IP packet. What is malformed or not for us is counted and dropped. */
  receive(packet2, now) {
    this.receiveAt(packet2, 0, packet2.length, now);
  }
  /** As {@link receive}, without a view per packet. The bytes are not kept. */
  receiveAt(buffer, offset, length, now) {
    this.counters.received++;
    const ip = this.#ip;
    const fault = this.#readIp(buffer, offset, length);
    if (fault !== void 0) {
      this.counters.drop(fault);
      if (ip.faultAt >= 0) this.#reportFault(fault, now);
      return;
    }
    if (!this.#isForUs(ip)) return;
    if (!ip.isFragment) {
      this.#dispatch(ip, now);
      return;
    }
    const whole = this.#reassembly.take(ip, now);
    if (whole === void 0) {
      if (ip.faultAt >= 0) this.#reportFault("fragment-shape", now);
      return;
    }
    const wholeFault = this.#readIp(whole, 0, whole.length);
    if (wholeFault !== void 0) this.counters.drop(wholeFault);
    else if (ip.isFragment) this.counters.drop("fragment-shape");
    else this.#dispatch(ip, now);
  }
  handleTimeout(now) {
    this.#reassembly.handleTimeout(now, (expired) => this.#reportExpired(expired, now));
    this.#tcp.handleTimeout(now);
  }
  /** When to call {@link handleTimeout}; `undefined` where nothing waits. */
  nextTimeout() {
    const tcp = this.#tcp.nextTimeout();
    const fragments = this.#reassembly.nextTimeout();
    if (tcp === void 0) return fragments;
    return fragments === void 0 ? tcp : Math.min(tcp, fragments);
  }
  /** The packets to send, as bytes that the caller owns. */
  drain() {
    const packets = [];
    this.drainTo((buffer, offset, length) => {
      packets.push(copyBytes(buffer, offset, offset + length));
    });
    return packets;
  }
  /** Gives each packet to send to `sink`, from a buffer that is used again. */
  drainTo(sink) {
    this.#outbox.drainTo(sink);
    this.#tcp.drainTo(sink);
    this.#outbox.drainTo(sink);
  }
  drainEvents() {
    if (this.#events.length === 0) return [];
    const events = this.#events;
    this.#events = [];
    return events;
  }
  /** @throws `TUNNEL_UNREACHABLE` where no address of ours has the remote's family, `TUNNEL_PORT_IN_USE` */
  connectTcp(remote, now, options = {}) {
    return this.#tcp.connect(remote, options, now);
  }
  /** @throws `TUNNEL_PORT_IN_USE` */
  listenTcp(options) {
    return this.#tcp.listen(options);
  }
  /** @throws `TUNNEL_PORT_IN_USE` */
  openUdp(options = {}) {
    return this.#udp.open(options);
  }
  /** Sends one ICMP echo request; the answer is an `echo-reply` event. @returns false without a route */
  sendEcho(to, identifier, sequence, bytes, now) {
    return this.#icmp.sendEcho(to, { kind: "echo-request", identifier, sequence, data: bytes }, now);
  }
  /** Connections bound to an address that is gone end as `address-removed`. */
  setAddresses(addresses, _now) {
    this.#addresses.set(addresses);
    this.#tcp.removeAddressesBut(this.#addresses);
  }
  /** Connections with whom no way leads any more end as `unreachable`: nothing could be said to them, nor heard. */
  endUnreachable(isReachable2, now) {
    this.#tcp.endUnreachable(isReachable2, now);
  }
  setMtu(mtu, now) {
    this.#pathMtu.linkMtu = mtu;
    this.#tcp.setLinkMtu(now);
  }
  /** Connections in every state, TIME-WAIT among them. */
  get connectionCount() {
    return this.#tcp.connectionCount;
  }
  #readIp(buffer, offset, length) {
    this.#ip.faultAt = -1;
    const version2 = length > 0 ? buffer[offset] >>> 4 : 0;
    if (version2 === 4) return readIpv4(this.#ip, buffer, offset, length);
    if (version2 === 6) return readIpv6(this.#ip, buffer, offset, length);
    return "ip-version";
  }
  #isForUs(ip) {
    if (!this.#addresses.hasBytes(ip.bytes, ip.addresses + ip.addressLength, ip.addressLength)) {
      this.counters.drop("ip-not-ours");
      return false;
    }
    if (isRefusedSource(ip) || this.#addresses.hasBytes(ip.bytes, ip.addresses, ip.addressLength)) {
      this.counters.drop("ip-source-refused");
      return false;
    }
    if (ip.hopLimit > 0) return true;
    this.counters.drop("ip-hop-limit");
    return false;
  }
  #dispatch(ip, now) {
    switch (ip.protocol) {
      case PROTOCOL2.tcp: {
        const fault = readTcp(this.#segment, ip, this.#mustVerify);
        if (fault !== void 0) this.counters.drop(fault);
        else this.#tcp.receive(ip, this.#segment, now);
        return;
      }
      case PROTOCOL2.udp: {
        const fault = readUdp(this.#datagram, ip, this.#mustVerify);
        if (fault !== void 0) this.counters.drop(fault);
        else if (!this.#udp.receive(ip, this.#datagram)) {
          this.counters.drop("udp-no-socket");
          this.#icmp.sendError(ip, { kind: "unreachable", reason: "port" }, now);
        }
        return;
      }
      case PROTOCOL2.icmpv4:
      case PROTOCOL2.icmpv6:
        this.#icmp.receive(ip, now);
        return;
      case PROTOCOL2.none:
        return;
      default:
        this.counters.drop("ip-protocol-unknown");
        this.#icmp.sendError(ip, unknownProtocol(ip), now);
    }
  }
  /** RFC 4443 \u00a73.4. Only before a transport header, so that no ICMP error is ever answered with one. */
  #reportFault(fault, now) {
    const ip = this.#ip;
    const { faultAt } = ip;
    ip.faultAt = -1;
    const isChain = fault === "ipv6-header-chain";
    const next = isChain || fault === "fragment-shape" ? ip.protocol : ip.bytes[ip.payload];
    if (next !== PROTOCOL2.tcp && next !== PROTOCOL2.udp || !this.#isForUs(ip)) return;
    const code = isChain ? 3 : fault === "ipv6-option-refused" ? 2 : 0;
    this.#icmp.sendError(ip, { kind: "parameter-problem", code, pointer: faultAt - ip.start }, now);
  }
  #reportExpired({ source, destination, protocol, first }, now) {
    if (protocol === PROTOCOL2.icmpv4 || protocol === PROTOCOL2.icmpv6) return;
    this.#icmp.sendQuoting(first, source, destination, { kind: "time-exceeded", code: 1 }, now);
  }
  #tell(event) {
    if (event.kind === "echo-reply" && this.#events.length >= MOST_EVENTS) return;
    this.#events.push(event);
  }
};
function unknownProtocol(ip) {
  if (ip.family === 4) return { kind: "unreachable", reason: "protocol" };
  return { kind: "parameter-problem", code: 1, pointer: ip.nextHeaderAt - ip.start };
}

// src/tunnel/netstack/super-segment.ts
var packet = new Uint8Array(new ArrayBuffer(65536));
function splitSuperSegment(buffer, offset, length, segmentSize, emit3) {
  const isIpv4 = buffer[offset] >>> 4 === 4;
  const tcpAt = isIpv4 ? IPV4_HEADER : IPV6_HEADER;
  const headers = tcpAt + (buffer[offset + tcpAt + 12] >>> 4 << 2);
  const addressSum = sumBytes(buffer, offset + (isIpv4 ? 12 : 8), isIpv4 ? 8 : 32);
  const sequence = readUint322(buffer, offset + tcpAt + 4);
  const payload = length - headers;
  packet.set(buffer.subarray(offset, offset + headers), 0);
  for (let at = 0; at < payload; at += segmentSize) {
    const size = Math.min(segmentSize, payload - at);
    const from = offset + headers + at;
    packet.set(buffer.subarray(from, from + size), headers);
    const flags = buffer[offset + tcpAt + 13];
    packet[tcpAt + 13] = at + size < payload ? flags & ~(FIN | PSH) : flags;
    writeUint322(packet, tcpAt + 4, sequence + at >>> 0);
    packet[tcpAt + 16] = 0;
    packet[tcpAt + 17] = 0;
    writeLength(isIpv4, headers + size);
    sealTcp(packet, tcpAt, headers - tcpAt + size, addressSum);
    emit3(packet, 0, headers + size);
  }
}
function writeLength(isIpv4, total) {
  const value = isIpv4 ? total : total - IPV6_HEADER;
  const at = isIpv4 ? 2 : 4;
  packet[at] = value >>> 8;
  packet[at + 1] = value;
  if (!isIpv4) return;
  packet[10] = 0;
  packet[11] = 0;
  const sum2 = finishSum(sumBytes(packet, 0, IPV4_HEADER));
  packet[10] = sum2 >>> 8;
  packet[11] = sum2;
}

// src/tunnel/offload/vnet-header.ts
var VNET_HEADER = 10;
var NEEDS_CHECKSUM = 1;
var GSO = { none: 0, tcp4: 1, tcp6: 4, udp: 5, ecn: 128 };
function emptyVnetHeader() {
  return { flags: 0, gsoType: 0, headerLength: 0, segmentSize: 0, checksumStart: 0, checksumOffset: 0 };
}
function writeVnetHeader(header, bytes, at) {
  bytes[at] = header.flags;
  bytes[at + 1] = header.gsoType;
  write16(bytes, at + 2, header.headerLength);
  write16(bytes, at + 4, header.segmentSize);
  write16(bytes, at + 6, header.checksumStart);
  write16(bytes, at + 8, header.checksumOffset);
}
function write16(bytes, at, value) {
  bytes[at] = value;
  bytes[at + 1] = value >>> 8;
}

// src/tunnel/offload/coalesce.ts
var TCP = 6;
var ACK2 = 16;
var PSH2 = 8;
var PACKET_MAX = 65535;
var Coalescer = class {
  #bytes;
  #words;
  /** Of the memory that the packets lie in, which is mostly the same. */
  #source;
  #sourceWords;
  #write;
  #mustVerify;
  #header = emptyVnetHeader();
  /** Bytes of the packet under way, 0 where there is none. */
  #length = 0;
  /** Segments in it. */
  #count = 0;
  #headers = 0;
  #start = 0;
  #segmentSize = 0;
  #nextSequence = 0;
  #mayGrow = false;
  /**
   * @param bytes at least 65,545; where packets are put together
   * @param checksums `trusted` where the packets go to one who does not look at them either
   */
  constructor(bytes, write, checksums = "verify") {
    this.#bytes = bytes;
    this.#words = viewOf(bytes);
    this.#sourceWords = this.#words;
    this.#write = write;
    this.#mustVerify = checksums === "verify";
  }
  /** Takes an IP packet whose length is right; what it does not join is written in its order. */
  take(bytes, at, length) {
    const start = transportOf(bytes, at, length);
    if (this.#length > 0) {
      if (start > 0 && this.#extends(bytes, at, length, start)) {
        this.#append(bytes, at, length);
        return;
      }
      this.flush();
    }
    this.#begin(bytes, at, length, start);
    if (!this.#mayGrow) this.flush();
  }
  /** Writes what is under way; to be called when nothing more waits. */
  flush() {
    if (this.#length === 0) return;
    const header = this.#header;
    const isJoined = this.#count > 1;
    const isIpv4 = this.#bytes[VNET_HEADER] >>> 4 === 4;
    header.flags = isJoined ? NEEDS_CHECKSUM : 0;
    header.gsoType = !isJoined ? GSO.none : isIpv4 ? GSO.tcp4 : GSO.tcp6;
    header.headerLength = isJoined ? this.#headers : 0;
    header.segmentSize = isJoined ? this.#segmentSize : 0;
    header.checksumStart = isJoined ? this.#start : 0;
    header.checksumOffset = isJoined ? 16 : 0;
    writeVnetHeader(header, this.#bytes, 0);
    if (isJoined) this.#writeLengths(isIpv4);
    this.#write(this.#bytes, 0, VNET_HEADER + this.#length);
    this.#length = 0;
  }
  #begin(bytes, at, length, start) {
    bytes.copy(this.#bytes, VNET_HEADER, at, at + length);
    this.#length = length;
    this.#count = 1;
    this.#start = start;
    this.#headers = start === 0 ? 0 : start + (bytes[at + start + 12] >>> 4) * 4;
    this.#segmentSize = length - this.#headers;
    const flags = start === 0 ? 0 : bytes[at + start + 13];
    this.#mayGrow = flags === ACK2 && this.#segmentSize > 0 && this.#isRight(bytes, at, length, start);
    if (this.#mayGrow) this.#nextSequence = read32(bytes, at + start + 4) + this.#segmentSize >>> 0;
  }
  #extends(bytes, at, length, start) {
    const payload = length - this.#headers;
    if (!this.#mayGrow || start !== this.#start || payload <= 0 || payload > this.#segmentSize) return false;
    if (this.#length + payload > PACKET_MAX) return false;
    if (read32(bytes, at + start + 4) !== this.#nextSequence) return false;
    if ((bytes[at + start + 13] & ~PSH2) !== ACK2) return false;
    return this.#hasSameHeaders(bytes, at, start) && this.#isRight(bytes, at, length, start);
  }
  #isRight(bytes, at, length, start) {
    return !this.#mustVerify || hasRightChecksum(bytes, at, length, start);
  }
  /** All but lengths, identification, sums, sequence and flags. */
  #hasSameHeaders(bytes, at, start) {
    if (bytes !== this.#source) {
      this.#source = bytes;
      this.#sourceWords = viewOf(bytes);
    }
    const own2 = this.#bytes;
    const tcp = at + start;
    const ownTcp = VNET_HEADER + start;
    return (start === 20 ? this.#hasSameIpv4(at) : this.#hasSameIpv6(at)) && this.#isSame(at, start) && this.#isSame(at, start + 8) && bytes[tcp + 12] === own2[ownTcp + 12] && bytes[tcp + 14] === own2[ownTcp + 14] && bytes[tcp + 15] === own2[ownTcp + 15] && bytes[tcp + 18] === own2[ownTcp + 18] && bytes[tcp + 19] === own2[ownTcp + 19] && this.#areSame(at, start + 20, this.#headers);
  }
  /** Version, service; fragmentation, lifetime, protocol; both addresses. */
  #hasSameIpv4(at) {
    const hasSameService = this.#sourceWords.getUint16(at) === this.#words.getUint16(VNET_HEADER);
    return hasSameService && this.#isSame(at, 6) && this.#areSame(at, 12, 20);
  }
  /** Version, class, flow; next header, hop limit; both addresses. */
  #hasSameIpv6(at) {
    const hasSameLimits = this.#sourceWords.getUint16(at + 6) === this.#words.getUint16(VNET_HEADER + 6);
    return hasSameLimits && this.#isSame(at, 0) && this.#areSame(at, 8, 40);
  }
  /** Four bytes of the packet under way and of the one at `at`. */
  #isSame(at, offset) {
    return this.#sourceWords.getInt32(at + offset) === this.#words.getInt32(VNET_HEADER + offset);
  }
  /** A header's length is a multiple of four. */
  #areSame(at, from, to) {
    for (let offset = from; offset < to; offset += 4) if (!this.#isSame(at, offset)) return false;
    return true;
  }
  #append(bytes, at, length) {
    const payload = length - this.#headers;
    bytes.copy(this.#bytes, VNET_HEADER + this.#length, at + this.#headers, at + length);
    this.#length += payload;
    this.#count++;
    this.#nextSequence = this.#nextSequence + payload >>> 0;
    const push = bytes[at + this.#start + 13] & PSH2;
    this.#bytes[VNET_HEADER + this.#start + 13] |= push;
    this.#mayGrow = payload === this.#segmentSize && push === 0;
  }
  /** The checksum of TCP is left to the kernel, which is given the pseudo header's sum. */
  #writeLengths(isIpv4) {
    const bytes = this.#bytes;
    const at = VNET_HEADER;
    if (isIpv4) {
      write162(bytes, at + 2, this.#length);
      write162(bytes, at + 10, 0);
      write162(bytes, at + 10, finishSum(sumBytes(bytes, at, 20)));
    } else write162(bytes, at + 4, this.#length - 40);
    const sum2 = pseudoSum(bytes, at, isIpv4, this.#length - this.#start);
    write162(bytes, at + this.#start + 16, sum2);
  }
};
function transportOf(bytes, at, length) {
  const first = bytes[at];
  let start = 0;
  if (first === 69) {
    const isWhole2 = (bytes[at + 6] & 63 | bytes[at + 7]) === 0;
    if (isWhole2 && bytes[at + 9] === TCP) start = 20;
  } else if (first >>> 4 === 6 && bytes[at + 6] === TCP) start = 40;
  if (start === 0 || start + 20 > length) return 0;
  const headers = start + (bytes[at + start + 12] >>> 4) * 4;
  return headers >= start + 20 && headers <= length ? start : 0;
}
function hasRightChecksum(bytes, at, length, start) {
  const sum2 = sumBytes(bytes, at + start, length - start);
  return addSums(sum2, pseudoSum(bytes, at, start === 20, length - start)) === 65535;
}
function pseudoSum(bytes, at, isIpv4, length) {
  return sumPseudoHeader(bytes, at + (isIpv4 ? 12 : 8), isIpv4 ? 8 : 32, TCP, length);
}
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
function read32(bytes, at) {
  return (bytes[at] << 24 | bytes[at + 1] << 16 | bytes[at + 2] << 8 | bytes[at + 3]) >>> 0;
}
function write162(bytes, at, value) {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

// src/tunnel/wireguard/device.ts
init_bytes();
init_errors();
init_random();
init_aead();

// src/tunnel/wireguard/core.ts
init_aead();

// src/tunnel/wireguard/allowed-ips.ts
init_ip();
var AllowedIps = class {
  #root4;
  #root6;
  /** Gives the prefix to `owner`; a prefix has one owner, the last one to claim it. */
  insert(prefix, owner) {
    const { address: address2, bits } = maskPrefix(prefix);
    const leaf = { bytes: address2.bytes, bits, owner, children: [void 0, void 0] };
    if (address2.family === 4) this.#root4 = insertNode(this.#root4, leaf);
    else this.#root6 = insertNode(this.#root6, leaf);
  }
  /** Takes every prefix from `owner`. */
  removeOwner(owner) {
    this.#root4 = withoutOwner(this.#root4, owner);
    this.#root6 = withoutOwner(this.#root6, owner);
  }
  /** The owner of an address that stands at `offset` in a packet; `length` is 4 or 16. */
  find(packet2, offset, length) {
    let node2 = length === 4 ? this.#root4 : this.#root6;
    let found;
    while (node2 && matches2(node2, packet2, offset)) {
      if (node2.owner !== void 0) found = node2.owner;
      if (node2.bits === length * 8) break;
      node2 = node2.children[bitAt(packet2, offset, node2.bits)];
    }
    return found;
  }
};
function insertNode(node2, leaf) {
  if (!node2) return leaf;
  const common = Math.min(commonBits(node2.bytes, leaf.bytes), node2.bits, leaf.bits);
  if (common === node2.bits && common === leaf.bits) {
    node2.owner = leaf.owner;
    return node2;
  }
  if (common === node2.bits) {
    const side = bitAt(leaf.bytes, 0, common);
    node2.children[side] = insertNode(node2.children[side], leaf);
    return node2;
  }
  if (common === leaf.bits) {
    leaf.children[bitAt(node2.bytes, 0, common)] = node2;
    return leaf;
  }
  return fork(node2, leaf, common);
}
function fork(node2, leaf, bits) {
  const family = leaf.bytes.length === 4 ? 4 : 6;
  const bytes = maskPrefix({ address: { family, bytes: leaf.bytes }, bits }).address.bytes;
  const parent = { bytes, bits, owner: void 0, children: [void 0, void 0] };
  parent.children[bitAt(node2.bytes, 0, bits)] = node2;
  parent.children[bitAt(leaf.bytes, 0, bits)] = leaf;
  return parent;
}
function withoutOwner(node2, owner) {
  if (!node2) return void 0;
  if (node2.owner === owner) node2.owner = void 0;
  node2.children = [withoutOwner(node2.children[0], owner), withoutOwner(node2.children[1], owner)];
  if (node2.owner !== void 0 || node2.children[0] && node2.children[1]) return node2;
  return node2.children[0] ?? node2.children[1];
}
function matches2(node2, packet2, offset) {
  const whole = node2.bits >> 3;
  for (let i = 0; i < whole; i++) if (node2.bytes[i] !== packet2[offset + i]) return false;
  const rest = node2.bits & 7;
  return rest === 0 || ((node2.bytes[whole] ^ packet2[offset + whole]) & 65280 >> rest & 255) === 0;
}
function bitAt(bytes, offset, bit) {
  return bytes[offset + (bit >> 3)] >> 7 - (bit & 7) & 1;
}
function commonBits(a, b) {
  for (let i = 0; i < a.length; i++) {
    const differing = a[i] ^ b[i];
    if (differing !== 0) return i * 8 + Math.clz32(differing) - 24;
  }
  return a.length * 8;
}

// src/tunnel/wireguard/handshake.ts
init_messages();

// src/tunnel/wireguard/noise.ts
init_bytes();
var EMPTY = new Uint8Array(0);
var origin;
function startNoise(crypto, responderStatic) {
  origin ??= computeOrigin(crypto);
  return { chainKey: origin.chainKey.slice(), hash: crypto.hash(origin.hash, responderStatic) };
}
function computeOrigin(crypto) {
  const chainKey = crypto.hash(encodeUtf8(CONSTRUCTION), EMPTY);
  return { chainKey, hash: crypto.hash(chainKey, encodeUtf8(IDENTIFIER)) };
}
function mixHash(crypto, state3, data) {
  crypto.hash(state3.hash, data, state3.hash);
}
function mixKey(crypto, state3, input) {
  crypto.hkdf(state3.chainKey, input, state3.chainKey);
}
function mixKeyForSeal(crypto, state3, input) {
  const key = new Uint8Array(32);
  crypto.hkdf(state3.chainKey, input, state3.chainKey, key);
  return key;
}
function mixPresharedKey(crypto, state3, presharedKey) {
  const [mixed, key] = [new Uint8Array(32), new Uint8Array(32)];
  crypto.hkdf(state3.chainKey, presharedKey, state3.chainKey, mixed, key);
  mixHash(crypto, state3, mixed);
  mixed.fill(0);
  return key;
}
function sealAndMix(crypto, state3, key, plaintext) {
  const sealed = crypto.seal(key, plaintext, state3.hash);
  key.fill(0);
  mixHash(crypto, state3, sealed);
  return sealed;
}
function openAndMix(crypto, state3, key, sealed) {
  const plaintext = crypto.open(key, sealed, state3.hash);
  key.fill(0);
  mixHash(crypto, state3, sealed);
  return plaintext;
}
function splitKeys(crypto, state3) {
  const [initiatorToResponder, responderToInitiator] = [new Uint8Array(32), new Uint8Array(32)];
  crypto.hkdf(state3.chainKey, EMPTY, initiatorToResponder, responderToInitiator);
  zeroNoise(state3);
  return { initiatorToResponder, responderToInitiator };
}
function copyNoise(state3) {
  return { chainKey: state3.chainKey.slice(), hash: state3.hash.slice() };
}
function zeroNoise(state3) {
  state3.chainKey.fill(0);
  state3.hash.fill(0);
}

// src/tunnel/wireguard/handshake.ts
var EMPTY2 = new Uint8Array(0);
function ephemeralKeys(crypto, bytes) {
  const privateKey2 = crypto.importPrivateKey(bytes);
  return { privateKey: privateKey2, publicKey: crypto.publicOf(privateKey2) };
}
function createInitiation(crypto, input) {
  const { identity, remote, localIndex } = input;
  const { privateKey: ephemeral, publicKey: ephemeralPublic } = input.ephemeral;
  const shared = crypto.agree(ephemeral, remote.publicKey);
  if (!shared) return void 0;
  const noise = startNoise(crypto, remote.publicKey.bytes);
  mixKey(crypto, noise, ephemeralPublic);
  mixHash(crypto, noise, ephemeralPublic);
  const staticKey = mixKeyForSeal(crypto, noise, shared);
  const sealedStatic = sealAndMix(crypto, noise, staticKey, identity.publicKey);
  const timestampKey = mixKeyForSeal(crypto, noise, remote.staticShared);
  const sealedTimestamp = sealAndMix(crypto, noise, timestampKey, input.timestamp);
  shared.fill(0);
  const message = emitInitiation({
    sender: localIndex,
    ephemeral: ephemeralPublic,
    sealedStatic,
    sealedTimestamp
  });
  return { message, state: { localIndex, ephemeral, noise } };
}
function openInitiation(crypto, identity, message) {
  const ephemeral = crypto.importPublicKey(message.ephemeral);
  const shared = crypto.agree(identity.privateKey, ephemeral);
  if (!shared) return void 0;
  const noise = startNoise(crypto, identity.publicKey);
  mixKey(crypto, noise, message.ephemeral);
  mixHash(crypto, noise, message.ephemeral);
  const initiator = openAndMix(crypto, noise, mixKeyForSeal(crypto, noise, shared), message.sealedStatic);
  shared.fill(0);
  return initiator && { message, ephemeral, initiator, noise };
}
function verifyInitiation(crypto, opened, remote) {
  const key = mixKeyForSeal(crypto, opened.noise, remote.staticShared);
  return openAndMix(crypto, opened.noise, key, opened.message.sealedTimestamp);
}
function createResponse(crypto, input) {
  const { opened, remote, localIndex } = input;
  const { noise, message: initiation } = opened;
  const { privateKey: ephemeral, publicKey: ephemeralPublic } = input.ephemeral;
  const ephemeralShared = crypto.agree(ephemeral, opened.ephemeral);
  const staticShared = crypto.agree(ephemeral, remote.publicKey);
  if (!ephemeralShared || !staticShared) return void 0;
  mixKey(crypto, noise, ephemeralPublic);
  mixHash(crypto, noise, ephemeralPublic);
  mixKey(crypto, noise, ephemeralShared);
  mixKey(crypto, noise, staticShared);
  const sealedEmpty = sealAndMix(crypto, noise, mixPresharedKey(crypto, noise, remote.presharedKey), EMPTY2);
  ephemeralShared.fill(0);
  staticShared.fill(0);
  const message = emitResponse({
    sender: localIndex,
    receiver: initiation.sender,
    ephemeral: ephemeralPublic,
    sealedEmpty
  });
  return { message, keys: splitKeys(crypto, noise) };
}
function consumeResponse(crypto, identity, remote, state3, message) {
  const theirs = crypto.importPublicKey(message.ephemeral);
  const ephemeralShared = crypto.agree(state3.ephemeral, theirs);
  const staticShared = crypto.agree(identity.privateKey, theirs);
  if (!ephemeralShared || !staticShared) return void 0;
  const noise = copyNoise(state3.noise);
  mixKey(crypto, noise, message.ephemeral);
  mixHash(crypto, noise, message.ephemeral);
  mixKey(crypto, noise, ephemeralShared);
  mixKey(crypto, noise, staticShared);
  const empty = openAndMix(
    crypto,
    noise,
    mixPresharedKey(crypto, noise, remote.presharedKey),
    message.sealedEmpty
  );
  ephemeralShared.fill(0);
  staticShared.fill(0);
  if (!empty) {
    zeroNoise(noise);
    return void 0;
  }
  return splitKeys(crypto, noise);
}
function zeroInitiation(state3) {
  state3.ephemeral.bytes.fill(0);
  zeroNoise(state3.noise);
}

// src/tunnel/wireguard/index-table.ts
init_random();
var IndexTable = class {
  #random;
  #entries = /* @__PURE__ */ new Map();
  /** The index that was asked for last, as most packets of a batch have the same. */
  #lastIndex = -1;
  #lastEntry;
  constructor(random) {
    this.#random = random;
  }
  /** @returns a fresh index that leads to `entry`. */
  reserve(entry) {
    let index = randomUint32(this.#random);
    while (this.#entries.has(index)) index = randomUint32(this.#random);
    this.replace(index, entry);
    return index;
  }
  /** Lets an index that is in use lead to another entry. */
  replace(index, entry) {
    this.#entries.set(index, entry);
    this.#forgetLast();
  }
  find(index) {
    if (index !== this.#lastIndex) {
      this.#lastEntry = this.#entries.get(index);
      this.#lastIndex = index;
    }
    return this.#lastEntry;
  }
  release(index) {
    this.#entries.delete(index);
    this.#forgetLast();
  }
  #forgetLast() {
    this.#lastIndex = -1;
    this.#lastEntry = void 0;
  }
  get size() {
    return this.#entries.size;
  }
};

// src/tunnel/wireguard/load.ts
var MAX_UNPRICED = 4;
var LoadMeter = class {
  #measureCost;
  #costMs;
  #unpriced = 0;
  #spent = 0;
  #drainedAt = 0;
  #underLoadUntil = Number.NEGATIVE_INFINITY;
  /** @param measureCost milliseconds that one DH with its hashing costs here; asked once. */
  constructor(measureCost) {
    this.#measureCost = measureCost;
  }
  /** To be called for each DH that a stranger made us compute. */
  spend(now, operations = 1) {
    this.#drain(now);
    this.#costMs ??= this.#measureCost();
    this.#spent += this.#costMs * (operations + this.#unpriced);
    this.#unpriced = 0;
    if (this.#spent > HANDSHAKE_BUDGET_BURST) {
      this.#spent = HANDSHAKE_BUDGET_BURST;
      this.#underLoadUntil = now + LOAD_STICKY_TIME;
    }
  }
  /** As {@link spend}, for an answer that we asked for: the first is no reason to measure, and the tunnel waits for it. */
  spendOnAnswer(now, operations) {
    if (this.#costMs === void 0 && this.#unpriced < MAX_UNPRICED) this.#unpriced += operations;
    else this.spend(now, operations);
  }
  isUnderLoad(now) {
    return now < this.#underLoadUntil;
  }
  #drain(now) {
    this.#spent = Math.max(0, this.#spent - (now - this.#drainedAt) * HANDSHAKE_BUDGET_SHARE);
    this.#drainedAt = now;
  }
};

// src/tunnel/wireguard/output.ts
function emptyDropCounts() {
  return {
    malformed: 0,
    invalidMac1: 0,
    cookieDemanded: 0,
    rateLimited: 0,
    unknownPeer: 0,
    unknownIndex: 0,
    invalidHandshake: 0,
    replayedInitiation: 0,
    floodingInitiation: 0,
    invalidCookieReply: 0,
    expiredKey: 0,
    invalidTag: 0,
    replayedPacket: 0,
    invalidInnerPacket: 0,
    disallowedSource: 0,
    noRoute: 0,
    noRemote: 0,
    stageOverflow: 0
  };
}

// src/tunnel/wireguard/rate-limiter.ts
var COST_MS = 1e3 / 20;
var BURST_MS = COST_MS * 5;
var MAX_SOURCES = 8192;
var RateLimiter = class {
  /** Per source: until when its allowance is used up, like a GCRA's arrival time. */
  #spentUntil = /* @__PURE__ */ new Map();
  allow(source, now) {
    const spent = this.#spentUntil.get(source);
    if (spent === void 0 && this.#spentUntil.size >= MAX_SOURCES) this.#forgetIdle(now);
    if (spent === void 0 && this.#spentUntil.size >= MAX_SOURCES) return false;
    const next = Math.max(spent ?? now, now) + COST_MS;
    if (next - now > BURST_MS) return false;
    this.#spentUntil.set(source, next);
    return true;
  }
  #forgetIdle(now) {
    for (const [source, until] of this.#spentUntil) if (until <= now) this.#spentUntil.delete(source);
  }
};

// src/tunnel/wireguard/core.ts
var DeviceCore = class {
  crypto;
  aead;
  random;
  drawEphemeral;
  identity;
  peers = /* @__PURE__ */ new Map();
  indices;
  allowedIps = new AllowedIps();
  cookieChecker;
  load;
  rateLimiter = new RateLimiter();
  /** Apart from the one of handshakes, which are not to wait for what strangers make us answer. */
  replyLimiter = new RateLimiter();
  drops = emptyDropCounts();
  wallClock;
  data;
  deliver;
  mtu;
  outputs = [];
  constructor(identity, options) {
    this.identity = identity;
    this.crypto = options.crypto;
    this.aead = options.aead;
    this.random = options.random;
    this.drawEphemeral = options.drawEphemeral ?? (() => ephemeralKeys(options.crypto, options.random.bytes(32)));
    this.mtu = options.mtu;
    this.wallClock = options.wallClock;
    this.indices = new IndexTable(options.random);
    this.cookieChecker = new CookieChecker(options.crypto, options.random, identity.publicKey);
    this.load = new LoadMeter(options.measureHandshakeCost);
    this.data = options.data ?? this.#queueingSink();
    this.deliver = options.deliver ?? ((peer, bytes, at, length) => {
      this.outputs.push({ kind: "packet", peer, bytes: Buffer.from(bytes.subarray(at, at + length)) });
    });
  }
  /** Makes each data message an output of its own. */
  #queueingSink() {
    const arena = scratchOf(this.aead).outgoing;
    return {
      arena,
      reserve: () => 0,
      commit: (peer, to, at, size) => {
        const bytes = Buffer.from(arena.bytes.subarray(at, at + size));
        this.outputs.push({ kind: "datagram", to, bytes, peer, reply: false });
      }
    };
  }
};

// src/tunnel/wireguard/inner-packet.ts
var IPV4_HEADER_MIN = 20;
var IPV6_HEADER2 = 40;
function innerLength(packet2, at, available) {
  if (available < IPV4_HEADER_MIN) return 0;
  const version2 = packet2[at] >> 4;
  if (version2 === 4) {
    const length2 = packet2[at + 2] << 8 | packet2[at + 3];
    return length2 >= IPV4_HEADER_MIN && length2 <= available ? length2 : 0;
  }
  if (version2 !== 6 || available < IPV6_HEADER2) return 0;
  const length = (packet2[at + 4] << 8 | packet2[at + 5]) + IPV6_HEADER2;
  return length <= available ? length : 0;
}
function innerAddressLength(packet2, at) {
  return packet2[at] >> 4 === 4 ? 4 : 16;
}
function innerSourceAt(packet2, at) {
  return at + (packet2[at] >> 4 === 4 ? 12 : 8);
}
function innerDestinationAt(packet2, at) {
  return at + (packet2[at] >> 4 === 4 ? 16 : 24);
}
function paddingOf(length, mtu) {
  const last = length > mtu ? length % mtu : length;
  return Math.min(last + 15 & ~15, mtu) - last;
}

// src/tunnel/wireguard/device.ts
init_messages();

// src/tunnel/wireguard/peer.ts
init_bytes();

// src/tunnel/wireguard/replay.ts
var WORDS = 256;
var REPLAY_WINDOW = 8128;
var ReplayWindow = class {
  /** Made for the first packet: of the pairs that a lost response leaves behind, none is used. */
  #ring;
  #low = 0;
  #high = 0;
  /**
   * Accepts a counter once. To be asked only after the packet authenticated.
   *
   * @returns false for a counter seen before, too old, or past REJECT_AFTER_MESSAGES.
   */
  accept(low, high) {
    if (isPastReject(low, high)) return false;
    const ahead = (high - this.#high) * 4294967296 + (low - this.#low);
    if (ahead > 0) this.#advance(low, high, ahead);
    else if (-ahead > REPLAY_WINDOW) return false;
    this.#ring ??= new Uint32Array(WORDS);
    const word2 = low >>> 5 & WORDS - 1;
    const bit = 1 << (low & 31);
    if ((this.#ring[word2] & bit) !== 0) return false;
    this.#ring[word2] |= bit;
    return true;
  }
  #advance(low, high, ahead) {
    const from = this.#low >>> 5;
    const passed = Math.min(WORDS, Math.floor(((this.#low & 31) + ahead) / 32));
    const ring = this.#ring;
    if (ring) for (let i = 1; i <= passed; i++) ring[from + i & WORDS - 1] = 0;
    this.#low = low;
    this.#high = high;
  }
};
function isPastReject(low, high) {
  return high === REJECT_AFTER_MESSAGES_HIGH && low >= REJECT_AFTER_MESSAGES_LOW;
}

// src/tunnel/wireguard/keypair.ts
var Keypair = class {
  localIndex;
  remoteIndex;
  isInitiator;
  createdAt;
  sendKey;
  receiveKey;
  replay = new ReplayWindow();
  /** The counter of the next packet to be sealed. */
  counterLow = 0;
  counterHigh = 0;
  constructor(aead, keys, origin2) {
    this.localIndex = origin2.localIndex;
    this.remoteIndex = origin2.remoteIndex;
    this.isInitiator = origin2.isInitiator;
    this.createdAt = origin2.createdAt;
    const toResponder = aead.importKey(keys.initiatorToResponder);
    const toInitiator = aead.importKey(keys.responderToInitiator);
    this.sendKey = origin2.isInitiator ? toResponder : toInitiator;
    this.receiveKey = origin2.isInitiator ? toInitiator : toResponder;
    keys.initiatorToResponder.fill(0);
    keys.responderToInitiator.fill(0);
  }
  /** False from REJECT_AFTER_TIME or REJECT_AFTER_MESSAGES on. */
  canSend(now) {
    return now - this.createdAt < REJECT_AFTER_TIME && !isPastReject(this.counterLow, this.counterHigh);
  }
  canReceive(now) {
    return now - this.createdAt < REJECT_AFTER_TIME;
  }
  isPastRekeyMessages() {
    return this.counterHigh > REKEY_AFTER_MESSAGES_HIGH || this.counterHigh === REKEY_AFTER_MESSAGES_HIGH && this.counterLow > 0;
  }
  /** Steps to the next counter; it cannot wrap, because {@link canSend} ends before. */
  advance() {
    this.counterLow = this.counterLow + 1 >>> 0;
    if (this.counterLow === 0) this.counterHigh = this.counterHigh + 1 >>> 0;
  }
  zero() {
    this.sendKey.zero();
    this.receiveKey.zero();
  }
};
var KeypairSlots = class {
  previous;
  current;
  next;
  #forget;
  /** @param forget is told of each keypair that left the slots, already zeroed. */
  constructor(forget) {
    this.#forget = forget;
  }
  /** The initiator's new keys serve at once: the response proved that the responder holds them. */
  installAsInitiator(keypair) {
    if (this.next) {
      this.#drop(this.previous);
      this.#drop(this.current);
      this.previous = this.next;
      this.next = void 0;
    } else {
      this.#drop(this.previous);
      this.previous = this.current;
    }
    this.current = keypair;
  }
  /** The responder's new keys wait for the first packet under them. */
  installAsResponder(keypair) {
    this.#drop(this.next);
    this.next = keypair;
    this.#drop(this.previous);
    this.previous = void 0;
  }
  /** To be told of each keypair that a packet authenticated under. @returns true where it was the waiting one. */
  confirm(keypair) {
    if (keypair !== this.next) return false;
    this.#drop(this.previous);
    this.previous = this.current;
    this.current = keypair;
    this.next = void 0;
    return true;
  }
  zero() {
    for (const keypair of [this.previous, this.current, this.next]) this.#drop(keypair);
    this.previous = this.current = this.next = void 0;
  }
  #drop(keypair) {
    if (!keypair) return;
    keypair.zero();
    this.#forget(keypair);
  }
};

// src/tunnel/wireguard/timers.ts
var NEVER = Number.POSITIVE_INFINITY;
var Timers = class {
  #jitter;
  persistentKeepaliveMs = 0;
  #retransmitAt = NEVER;
  #keepaliveAt = NEVER;
  #keepaliveWanted = false;
  #newHandshakeAt = NEVER;
  /** Drawn with each session: this timer is set for nearly every packet, and a random number costs as much as one. */
  #newHandshakeJitterMs;
  #zeroKeysAt = NEVER;
  #persistentAt = NEVER;
  #attempts = 0;
  /** Initiations since a handshake was last complete or given up. */
  #unanswered = 0;
  /** @param jitter a random number of [0, 1). */
  constructor(jitter) {
    this.#jitter = jitter;
    this.#newHandshakeJitterMs = this.#jitterMs();
  }
  /** Should be called after a packet with content is sent. */
  dataSent(now) {
    if (this.#newHandshakeAt === NEVER) {
      this.#newHandshakeAt = now + KEEPALIVE_TIMEOUT + REKEY_TIMEOUT + this.#newHandshakeJitterMs;
    }
  }
  /** Should be called after a packet with content is received. */
  dataReceived(now) {
    if (this.#keepaliveAt === NEVER) this.#keepaliveAt = now + KEEPALIVE_TIMEOUT;
    else this.#keepaliveWanted = true;
  }
  /** Should be called after any message but a cookie reply is sent. */
  anyAuthenticatedPacketSent() {
    this.#keepaliveAt = NEVER;
    this.#keepaliveWanted = false;
  }
  /** Should be called after any authenticated message is received. */
  anyAuthenticatedPacketReceived() {
    this.#newHandshakeAt = NEVER;
  }
  /** Should be called before sending or after receiving any authenticated message. */
  anyAuthenticatedPacketTraversal(now) {
    if (this.persistentKeepaliveMs > 0) this.#persistentAt = now + this.persistentKeepaliveMs;
  }
  /** Should be called after an initiation is sent. @returns true for the first after 90 s of them without an answer */
  handshakeInitiated(now) {
    this.#retransmitAt = now + REKEY_TIMEOUT + this.#jitterMs();
    this.#unanswered++;
    return this.#unanswered === MAX_HANDSHAKE_ATTEMPTS + 1;
  }
  /** Should be called when a handshake is asked for anew, by a packet to send and not by retransmission. */
  handshakeAsked() {
    this.#attempts = 0;
  }
  /** Should be called after a response is consumed, or the first packet under a responder's keys. */
  handshakeComplete() {
    this.#retransmitAt = NEVER;
    this.#attempts = 0;
    this.#unanswered = 0;
  }
  /** Should be called after keys are derived. */
  sessionDerived(now) {
    this.#zeroKeysAt = now + ZERO_KEYS_AFTER;
    this.#newHandshakeJitterMs = this.#jitterMs();
  }
  /** Should be called when the peer is removed or forgotten. */
  stop() {
    this.#retransmitAt = this.#keepaliveAt = this.#newHandshakeAt = this.#zeroKeysAt = this.#persistentAt = NEVER;
  }
  next() {
    return Math.min(
      this.#retransmitAt,
      this.#keepaliveAt,
      this.#newHandshakeAt,
      this.#zeroKeysAt,
      this.#persistentAt
    );
  }
  /** Takes one timer that is due; to be asked until it has none. */
  takeDue(now) {
    if (this.#retransmitAt <= now) return this.#takeRetransmit(now);
    if (this.#keepaliveAt <= now) {
      this.#keepaliveAt = this.#keepaliveWanted ? now + KEEPALIVE_TIMEOUT : NEVER;
      this.#keepaliveWanted = false;
      return "send-keepalive";
    }
    if (this.#newHandshakeAt <= now) {
      this.#newHandshakeAt = NEVER;
      return "start-handshake";
    }
    if (this.#zeroKeysAt <= now) {
      this.#zeroKeysAt = NEVER;
      return "zero-keys";
    }
    if (this.#persistentAt <= now) {
      this.#persistentAt = now + this.persistentKeepaliveMs;
      return "send-persistent-keepalive";
    }
    return void 0;
  }
  #takeRetransmit(now) {
    this.#retransmitAt = NEVER;
    this.#attempts++;
    if (this.#attempts < MAX_HANDSHAKE_ATTEMPTS) return "retransmit-initiation";
    this.#unanswered = 0;
    this.#keepaliveAt = NEVER;
    if (this.#zeroKeysAt === NEVER) this.#zeroKeysAt = now + ZERO_KEYS_AFTER;
    return "give-up";
  }
  #jitterMs() {
    return this.#jitter() * REKEY_TIMEOUT_JITTER_MAX;
  }
};

// src/tunnel/wireguard/peer.ts
var Peer = class {
  id;
  cookies;
  slots;
  timers;
  identity;
  #configuredRemote;
  remote;
  initiation;
  initiationSentAt = Number.NEGATIVE_INFINITY;
  initiationConsumedAt = Number.NEGATIVE_INFINITY;
  /** Greatest TAI64N received, and sent. */
  timestampReceived;
  timestampSent;
  /** One rekey is asked for when an initiator's keys near their end while only receiving. */
  sentLastMinuteHandshake = false;
  staged = [];
  lastHandshakeAt;
  bytesReceived = 0;
  bytesSent = 0;
  constructor(crypto, config2, node2) {
    const publicKey2 = crypto.importPublicKey(copyBytes(config2.publicKey));
    this.id = peerId(config2.publicKey);
    this.cookies = new CookieJar(crypto, config2.publicKey);
    this.slots = new KeypairSlots((keypair) => node2.releaseIndex(keypair.localIndex));
    this.timers = new Timers(node2.jitter);
    this.identity = { publicKey: publicKey2, staticShared: node2.staticShared, presharedKey: new Uint8Array(32) };
  }
  /** Takes what may change while the peer stays: preshared key, first remote, keepalive. */
  configure(config2) {
    this.identity.presharedKey.fill(0);
    if (config2.presharedKey) this.identity.presharedKey.set(config2.presharedKey.reveal());
    if (config2.remote && config2.remote.id !== this.#configuredRemote) this.remote = config2.remote;
    this.#configuredRemote = config2.remote?.id;
    this.timers.persistentKeepaliveMs = (config2.persistentKeepaliveSeconds ?? 0) * 1e3;
  }
  /** Keeps a packet until there is a session. @returns false where the oldest had to give way. */
  stage(packet2) {
    this.staged.push(packet2);
    if (this.staged.length <= MAX_STAGED_PACKETS) return true;
    this.staged.shift();
    return false;
  }
  /** Forgets every key of a session or a handshake under way. @returns the index of that handshake. */
  zeroKeys() {
    this.slots.zero();
    return this.zeroInitiation();
  }
  zeroInitiation() {
    const index = this.initiation?.localIndex;
    if (this.initiation) zeroInitiation(this.initiation);
    this.initiation = void 0;
    return index;
  }
  /** To be called when the peer is removed: no secret of it is left. */
  zeroIdentity() {
    this.identity.staticShared.fill(0);
    this.identity.presharedKey.fill(0);
  }
  status() {
    const { id, remote, lastHandshakeAt, bytesReceived, bytesSent } = this;
    return { id, remote, lastHandshakeAt, bytesReceived, bytesSent };
  }
};

// src/tunnel/wireguard/receiving.ts
init_bytes();
init_aead();
init_messages();

// src/tunnel/wireguard/sending.ts
init_messages();

// src/tunnel/wireguard/tai64n.ts
var TAI64N_SIZE = 12;
var BASE_HIGH = 1073741824;
var BASE_LOW = 10;
var STEP = 16777216;
var NANOS_PER_SECOND = 1e9;
function emitTai64n(now) {
  const seconds2 = Math.floor(now / 1e3);
  const nanos = Math.floor((now - seconds2 * 1e3) * 1e6);
  return emit(seconds2, nanos - nanos % STEP);
}
function nextTai64n(now, last) {
  const stamp = emitTai64n(now);
  if (!last || isAfterTai64n(stamp, last)) return stamp;
  const view2 = new DataView(last.buffer, last.byteOffset, TAI64N_SIZE);
  const seconds2 = (view2.getUint32(0) - BASE_HIGH) * 4294967296 + view2.getUint32(4) - BASE_LOW;
  const nanos = view2.getUint32(8) + STEP;
  return nanos < NANOS_PER_SECOND ? emit(seconds2, nanos) : emit(seconds2 + 1, 0);
}
function isAfterTai64n(stamp, last) {
  return Buffer.compare(stamp, last) > 0;
}
function emit(seconds2, nanos) {
  const bytes = new Uint8Array(TAI64N_SIZE);
  const view2 = new DataView(bytes.buffer);
  const low = seconds2 + BASE_LOW;
  view2.setUint32(0, BASE_HIGH + Math.floor(low / 4294967296));
  view2.setUint32(4, low % 4294967296);
  view2.setUint32(8, nanos);
  return bytes;
}

// src/tunnel/wireguard/sending.ts
var EMPTY3 = new Uint8Array(0);
function sendPacket(core, peer, bytes, at, length, now) {
  const keypair = peer.slots.current;
  if (!keypair?.canSend(now)) {
    if (!peer.stage(new Uint8Array(bytes.subarray(at, at + length)))) core.drops.stageOverflow++;
    initiate(core, peer, now);
    return;
  }
  sealAndSend(core, peer, keypair, bytes, at, length, now);
  peer.timers.dataSent(now);
  keepFreshBySending(core, peer, keypair, now);
}
function sendKeepalive(core, peer, now) {
  const keypair = peer.slots.current;
  if (!keypair?.canSend(now)) {
    initiate(core, peer, now);
    return;
  }
  sealAndSend(core, peer, keypair, EMPTY3, 0, 0, now);
  keepFreshBySending(core, peer, keypair, now);
}
function sendStaged(core, peer, now) {
  const waiting = peer.staged;
  peer.staged = [];
  for (const packet2 of waiting) sendPacket(core, peer, packet2, 0, packet2.length, now);
}
function initiate(core, peer, now) {
  peer.timers.handshakeAsked();
  retransmitInitiation(core, peer, now);
}
function retransmitInitiation(core, peer, now) {
  if (now - peer.initiationSentAt < REKEY_TIMEOUT) return;
  if (!peer.remote) {
    core.drops.noRemote++;
    return;
  }
  const stale = peer.zeroInitiation();
  if (stale !== void 0) core.indices.release(stale);
  const localIndex = core.indices.reserve({ peer, keypair: void 0 });
  const timestamp = nextTai64n(core.wallClock(now), peer.timestampSent);
  const ephemeral = core.drawEphemeral();
  const created = createInitiation(core.crypto, {
    identity: core.identity,
    remote: peer.identity,
    localIndex,
    ephemeral,
    timestamp
  });
  if (!created) {
    core.indices.release(localIndex);
    return;
  }
  peer.timestampSent = timestamp;
  peer.initiation = created.state;
  peer.initiationSentAt = now;
  peer.cookies.writeMacs(created.message, now);
  sendToPeer(core, peer, created.message, now);
  if (peer.timers.handshakeInitiated(now)) core.outputs.push({ kind: "unanswered", peer: peer.id });
}
function sendToPeer(core, peer, bytes, now) {
  const to = takeToSend(core, peer, bytes.length, now);
  if (to) core.outputs.push({ kind: "datagram", to, bytes, peer: peer.id, reply: false });
}
function takeToSend(core, peer, size, now) {
  peer.timers.anyAuthenticatedPacketTraversal(now);
  peer.timers.anyAuthenticatedPacketSent();
  if (peer.remote) peer.bytesSent += size;
  else core.drops.noRemote++;
  return peer.remote;
}
function sealAndSend(core, peer, keypair, packet2, at, length, now) {
  const padded = length === 0 ? 0 : length + paddingOf(length, core.mtu);
  const size = DATA_HEADER_SIZE + padded + TAG_SIZE;
  const to = takeToSend(core, peer, size, now);
  if (!to) return;
  const { data } = core;
  const start = data.reserve(size);
  const { arena } = data;
  const { bytes } = arena;
  const { counterLow, counterHigh } = keypair;
  writeDataHeader(bytes, keypair.remoteIndex, counterLow, counterHigh, start);
  const from = start + DATA_HEADER_SIZE;
  bytes.set(length === packet2.length ? packet2 : packet2.subarray(at, at + length), from);
  for (let i = from + length; i < from + padded; i++) bytes[i] = 0;
  keypair.sendKey.seal(counterLow, counterHigh, arena, from, padded);
  keypair.advance();
  data.commit(peer.id, to, start, size);
}
function keepFreshBySending(core, peer, keypair, now) {
  const oldByTime = keypair.isInitiator && now - keypair.createdAt > REKEY_AFTER_TIME;
  if (oldByTime || keypair.isPastRekeyMessages()) initiate(core, peer, now);
}

// src/tunnel/wireguard/receiving.ts
function receiveInitiation(core, bytes, from, now) {
  if (!mayExchangeKeys(core, bytes, from, now)) return void 0;
  core.load.spend(now);
  const opened = openInitiation(core.crypto, core.identity, parseInitiation(bytes));
  if (!opened) {
    core.drops.invalidHandshake++;
    return void 0;
  }
  const peer = core.peers.get(peerId(opened.initiator));
  if (!peer) {
    core.drops.unknownPeer++;
    return void 0;
  }
  if (!isFreshInitiation(core, peer, opened, now)) return void 0;
  peer.bytesReceived += bytes.length;
  roam(core, peer, from);
  peer.timers.anyAuthenticatedPacketTraversal(now);
  peer.timers.anyAuthenticatedPacketReceived();
  respond(core, peer, opened, now);
  return peer;
}
function receiveResponse(core, bytes, from, now) {
  const message = parseResponse(bytes);
  const peer = core.indices.find(message.receiver)?.peer;
  const initiation = peer?.initiation;
  if (!peer || initiation?.localIndex !== message.receiver) {
    core.drops.unknownIndex++;
    return void 0;
  }
  if (!mayExchangeKeys(core, bytes, from, now)) return void 0;
  core.load.spendOnAnswer(now, 2);
  const keys = consumeResponse(core.crypto, core.identity, peer.identity, initiation, message);
  if (!keys) {
    core.drops.invalidHandshake++;
    return void 0;
  }
  const { localIndex } = initiation;
  peer.zeroInitiation();
  const keypair = new Keypair(core.aead, keys, {
    localIndex,
    remoteIndex: message.sender,
    isInitiator: true,
    createdAt: now
  });
  peer.slots.installAsInitiator(keypair);
  core.indices.replace(localIndex, { peer, keypair });
  peer.bytesReceived += bytes.length;
  roam(core, peer, from);
  peer.timers.anyAuthenticatedPacketTraversal(now);
  peer.timers.anyAuthenticatedPacketReceived();
  peer.timers.sessionDerived(now);
  completeHandshake(core, peer, now, now - peer.initiationSentAt);
  if (peer.staged.length === 0) sendKeepalive(core, peer, now);
  else sendStaged(core, peer, now);
  return peer;
}
function receiveCookieReply(core, bytes, now) {
  const reply = parseCookieReply(bytes);
  const peer = core.indices.find(reply.receiver)?.peer;
  if (!peer) core.drops.unknownIndex++;
  else if (!peer.cookies.consumeReply(reply, now)) core.drops.invalidCookieReply++;
}
function receiveData(core, arena, at, size, from, now) {
  const { bytes } = arena;
  const entry = core.indices.find(readUint32(bytes, at + 4));
  if (!entry?.keypair) {
    core.drops.unknownIndex++;
    return void 0;
  }
  const { peer, keypair } = entry;
  if (!keypair.canReceive(now)) {
    core.drops.expiredKey++;
    return void 0;
  }
  const low = readUint32(bytes, at + 8);
  const high = readUint32(bytes, at + 12);
  if (!keypair.receiveKey.open(low, high, arena, at + DATA_HEADER_SIZE, size - DATA_HEADER_SIZE)) {
    core.drops.invalidTag++;
    return void 0;
  }
  if (!keypair.replay.accept(low, high)) {
    core.drops.replayedPacket++;
    return void 0;
  }
  peer.bytesReceived += size;
  roam(core, peer, from);
  if (peer.slots.confirm(keypair)) {
    completeHandshake(core, peer, now, void 0);
    sendStaged(core, peer, now);
  }
  keepFreshByReceiving(core, peer, now);
  peer.timers.anyAuthenticatedPacketTraversal(now);
  peer.timers.anyAuthenticatedPacketReceived();
  const length = size - DATA_HEADER_SIZE - TAG_SIZE2;
  if (length > 0) deliver(core, peer, bytes, at + DATA_HEADER_SIZE, length, now);
  return peer;
}
function mayExchangeKeys(core, bytes, from, now) {
  if (!core.cookieChecker.hasValidMac1(bytes)) {
    core.drops.invalidMac1++;
    return false;
  }
  if (!core.load.isUnderLoad(now)) return true;
  if (!core.cookieChecker.hasValidMac2(bytes, from.subject, now)) {
    core.drops.cookieDemanded++;
    if (!core.replyLimiter.allow(rateSource(from), now)) return false;
    const reply = core.cookieChecker.createReply(bytes, from.subject, now);
    core.outputs.push({ kind: "datagram", to: from, bytes: reply, peer: void 0, reply: true });
    return false;
  }
  if (core.rateLimiter.allow(rateSource(from), now)) return true;
  core.drops.rateLimited++;
  return false;
}
function isFreshInitiation(core, peer, opened, now) {
  const timestamp = verifyInitiation(core.crypto, opened, peer.identity);
  if (!timestamp) {
    core.drops.invalidHandshake++;
    return false;
  }
  if (peer.timestampReceived && !isAfterTai64n(timestamp, peer.timestampReceived)) {
    core.drops.replayedInitiation++;
    return false;
  }
  if (now - peer.initiationConsumedAt < INITIATION_INTERVAL_MIN) {
    core.drops.floodingInitiation++;
    return false;
  }
  peer.timestampReceived = copyBytes(timestamp);
  peer.initiationConsumedAt = now;
  return true;
}
function respond(core, peer, opened, now) {
  const localIndex = core.indices.reserve({ peer, keypair: void 0 });
  const ephemeral = core.drawEphemeral();
  core.load.spend(now, 2);
  const created = createResponse(core.crypto, { opened, remote: peer.identity, localIndex, ephemeral });
  ephemeral.privateKey.bytes.fill(0);
  if (!created) {
    core.indices.release(localIndex);
    return;
  }
  const keypair = new Keypair(core.aead, created.keys, {
    localIndex,
    remoteIndex: opened.message.sender,
    isInitiator: false,
    createdAt: now
  });
  peer.slots.installAsResponder(keypair);
  core.indices.replace(localIndex, { peer, keypair });
  peer.cookies.writeMacs(created.message, now);
  sendToPeer(core, peer, created.message, now);
  peer.timers.sessionDerived(now);
}
function completeHandshake(core, peer, now, roundTripMs) {
  peer.lastHandshakeAt = now;
  peer.sentLastMinuteHandshake = false;
  peer.timers.handshakeComplete();
  core.outputs.push({ kind: "session", peer: peer.id, roundTripMs });
}
function keepFreshByReceiving(core, peer, now) {
  const keypair = peer.slots.current;
  if (peer.sentLastMinuteHandshake || !keypair?.isInitiator) return;
  if (now - keypair.createdAt <= REJECT_AFTER_TIME - KEEPALIVE_TIMEOUT - REKEY_TIMEOUT) return;
  peer.sentLastMinuteHandshake = true;
  initiate(core, peer, now);
}
function roam(core, peer, from) {
  if (peer.remote?.id === from.id) return;
  peer.remote = from;
  core.outputs.push({ kind: "roamed", peer: peer.id, to: from });
}
function deliver(core, peer, bytes, at, available, now) {
  peer.timers.dataReceived(now);
  const length = innerLength(bytes, at, available);
  if (length === 0) {
    core.drops.invalidInnerPacket++;
    return;
  }
  const source = innerSourceAt(bytes, at);
  if (core.allowedIps.find(bytes, source, innerAddressLength(bytes, at)) !== peer) {
    core.drops.disallowedSource++;
    return;
  }
  core.deliver(peer.id, bytes, at, length);
}

// src/tunnel/wireguard/device.ts
var Device = class {
  publicKey;
  #core;
  /** No timer is due before this. */
  #earliest = Number.POSITIVE_INFINITY;
  constructor(options) {
    const crypto = options.crypto ?? nodePrimitives;
    const privateKey2 = crypto.importPrivateKey(copyBytes(options.privateKey.reveal()));
    this.publicKey = publicKey(crypto.publicOf(privateKey2));
    this.#core = new DeviceCore(
      { privateKey: privateKey2, publicKey: this.publicKey },
      {
        crypto,
        aead: options.aead ?? nodeAead,
        random: options.random,
        drawEphemeral: options.drawEphemeral,
        wallClock: options.wallClock,
        mtu: options.mtu ?? DEFAULT_MTU,
        measureHandshakeCost: options.measureHandshakeCost ?? (() => 0.1),
        data: options.data,
        deliver: options.deliver
      }
    );
  }
  /** Adds a peer, or changes one and keeps its session. @throws `KEY_INVALID` for our own key or a point of low order. */
  setPeer(config2, now) {
    const id = peerId(config2.publicKey);
    const peer = this.#core.peers.get(id) ?? this.#addPeer(config2);
    peer.configure(config2);
    this.#core.allowedIps.removeOwner(peer);
    for (const prefix of config2.allowedIps) this.#core.allowedIps.insert(prefix, peer);
    if (peer.remote && peer.staged.length > 0) sendStaged(this.#core, peer, now);
    if (peer.timers.persistentKeepaliveMs > 0) sendKeepalive(this.#core, peer, now);
    this.#noteTimers(peer);
    return id;
  }
  /** Forgets the peer and all its keys. */
  removePeer(id) {
    const peer = this.#core.peers.get(id);
    if (!peer) return;
    this.#zeroKeys(peer);
    peer.zeroIdentity();
    peer.timers.stop();
    this.#core.allowedIps.removeOwner(peer);
    this.#core.peers.delete(id);
  }
  /** Tells where to send to this peer from now on, as the path to it was chosen elsewhere. */
  setRemote(id, remote) {
    const peer = this.#core.peers.get(id);
    if (peer) peer.remote = remote;
  }
  /** Asks for a session without a packet to send. */
  connect(id, now) {
    const peer = this.#core.peers.get(id);
    if (!peer) return;
    initiate(this.#core, peer, now);
    this.#noteTimers(peer);
  }
  /** Takes one UDP datagram. Malformed and unauthenticated input is counted and dropped. */
  receive(datagram, from, now) {
    const arena = scratchOf(this.#core.aead).incoming;
    if (isDataMessage(datagram, 0, datagram.length) && datagram.length <= arena.bytes.length) {
      arena.bytes.set(datagram);
      this.receiveAt(arena, 0, datagram.length, from, now);
      return;
    }
    const peer = this.#dispatch(datagram, from, now);
    if (peer) this.#noteTimers(peer);
  }
  /** As {@link receive}, of a datagram in memory of the AEAD: a data message is opened where it lies. */
  receiveAt(arena, at, length, from, now) {
    if (!isDataMessage(arena.bytes, at, length)) {
      this.receive(Buffer.from(arena.bytes.subarray(at, at + length)), from, now);
      return;
    }
    const peer = receiveData(this.#core, arena, at, length, from, now);
    if (peer) this.#noteTimers(peer);
  }
  /** Takes one plaintext IP packet and chooses the peer by its allowed IPs. The bytes are read during the call only. */
  send(packet2, now) {
    this.sendAt(packet2, 0, packet2.length, now);
  }
  /** As {@link send}, without a view per packet. */
  sendAt(bytes, at, length, now) {
    if (innerLength(bytes, at, length) === 0) {
      this.#core.drops.invalidInnerPacket++;
      return;
    }
    const peer = this.#peerOf(bytes, at);
    if (!peer) {
      this.#core.drops.noRoute++;
      return;
    }
    sendPacket(this.#core, peer, bytes, at, length, now);
    this.#noteTimers(peer);
  }
  /** The peer that a packet's destination belongs to. */
  routeOf(packet2, at = 0, length = packet2.length) {
    return innerLength(packet2, at, length) === 0 ? void 0 : this.#peerOf(packet2, at)?.id;
  }
  /** True where some peer's allowed IPs hold the address. */
  hasRoute(address2) {
    return this.#core.allowedIps.find(address2.bytes, 0, address2.family === 4 ? 4 : 16) !== void 0;
  }
  handleTimeout(now) {
    if (now < this.#earliest) return;
    this.#earliest = Number.POSITIVE_INFINITY;
    for (const peer of this.#core.peers.values()) {
      this.#runTimers(peer, now);
      this.#noteTimers(peer);
    }
  }
  /** @returns when to call {@link handleTimeout}; `undefined` where nothing waits. */
  nextTimeout() {
    return Number.isFinite(this.#earliest) ? this.#earliest : void 0;
  }
  /** @returns what is to be done, in order, and forgets it. */
  drain() {
    const outputs = this.#core.outputs;
    if (outputs.length > 0) this.#core.outputs = [];
    return outputs;
  }
  status(id) {
    return this.#core.peers.get(id)?.status();
  }
  peers() {
    return [...this.#core.peers.keys()];
  }
  get drops() {
    return this.#core.drops;
  }
  /** Forgets every peer; the device is of no use after. */
  close() {
    for (const id of [...this.#core.peers.keys()]) this.removePeer(id);
    this.#core.identity.privateKey.bytes.fill(0);
  }
  /** @returns the peer whose timers may have moved. */
  #dispatch(datagram, from, now) {
    switch (messageKind(datagram)) {
      case "initiation":
        return receiveInitiation(this.#core, datagram, from, now);
      case "response":
        return receiveResponse(this.#core, datagram, from, now);
      case "cookieReply":
        receiveCookieReply(this.#core, datagram, now);
        return void 0;
      // A data message came by another way, unless it is longer than any datagram.
      case "data":
      case void 0:
        this.#core.drops.malformed++;
        return void 0;
    }
  }
  #peerOf(packet2, at) {
    return this.#core.allowedIps.find(packet2, innerDestinationAt(packet2, at), innerAddressLength(packet2, at));
  }
  #addPeer(config2) {
    const core = this.#core;
    const theirs = core.crypto.importPublicKey(config2.publicKey);
    const staticShared = core.crypto.agree(core.identity.privateKey, theirs);
    if (!staticShared || Buffer.compare(config2.publicKey, this.publicKey) === 0) {
      throw new SallyportError("KEY_INVALID", {
        message: `the peer's public key ${peerId(config2.publicKey)} is our own, or of low order`,
        help: 'take the key that "wg pubkey" prints on the other machine'
      });
    }
    const peer = new Peer(core.crypto, config2, {
      staticShared,
      releaseIndex: (index) => core.indices.release(index),
      jitter: () => randomUint32(core.random) / 4294967296
    });
    core.peers.set(peer.id, peer);
    return peer;
  }
  #runTimers(peer, now) {
    for (let due = peer.timers.takeDue(now); due; due = peer.timers.takeDue(now)) {
      switch (due) {
        case "retransmit-initiation":
          retransmitInitiation(this.#core, peer, now);
          break;
        case "start-handshake":
          initiate(this.#core, peer, now);
          break;
        case "send-keepalive":
        case "send-persistent-keepalive":
          sendKeepalive(this.#core, peer, now);
          break;
        case "give-up":
          peer.staged = [];
          this.#core.outputs.push({ kind: "unanswered", peer: peer.id });
          break;
        case "zero-keys":
          this.#zeroKeys(peer);
          break;
      }
    }
  }
  #zeroKeys(peer) {
    const index = peer.zeroKeys();
    if (index !== void 0) this.#core.indices.release(index);
  }
  #noteTimers(peer) {
    this.#earliest = Math.min(this.#earliest, peer.timers.next());
  }
};

// src/mesh/plane.ts
var MAX_ROUNDS = 64;
var FULL_TURN = 32;
var MAX_TURNS = 4;
var MAX_TIMER_MS = 2 ** 31 - 1;
var MAX_SUPER_SEGMENT = 65535;
var Plane = class {
  netstack;
  device;
  #options;
  #batch;
  /** A plain array: a Buffer's `slice` would be a view of what the next packet overwrites. */
  #joined = new Uint8Array(new ArrayBuffer(VNET_HEADER + MAX_SUPER_SEGMENT));
  #coalescer;
  #filters = /* @__PURE__ */ new Map();
  #handlers = /* @__PURE__ */ new WeakMap();
  #timer;
  /** The instant of the work that is being done. */
  #now;
  #flushing = false;
  #closed = false;
  /** Datagrams of this turn of the loop, and full turns before it that have not been worked off. */
  #taken = 0;
  #fullTurns = 0;
  constructor(options) {
    this.#options = options;
    const { clock, random } = options;
    this.#now = clock.monotonic();
    this.#batch = new OutgoingBatch(options.aead, options.runLimits, options.transmitRun);
    this.#coalescer = new Coalescer(
      Buffer.from(this.#joined.buffer),
      (_bytes, at, length) => this.netstack.receiveAt(this.#joined, at + VNET_HEADER, length - VNET_HEADER, this.#now),
      "trusted"
    );
    this.device = new Device({
      privateKey: options.privateKey,
      random,
      drawEphemeral: options.drawEphemeral,
      aead: options.aead,
      mtu: options.mtu,
      measureHandshakeCost: options.measureHandshakeCost,
      wallClock: () => clock.now(),
      data: this.#batch,
      deliver: (peer, bytes, at, length) => {
        if (this.#filters.get(peer)?.admitsAt(bytes, at, length, this.#now)) {
          this.#coalescer.take(bytes, at, length);
        }
      }
    });
    this.netstack = new Netstack({
      addresses: options.addresses,
      mtu: options.mtu,
      random,
      // The AEAD has authenticated every byte.
      checksums: "trusted",
      maxSuperSegment: MAX_SUPER_SEGMENT
    });
  }
  now() {
    return this.#options.clock.monotonic();
  }
  setPeer(config2, rules) {
    const id = this.device.setPeer(config2, this.now());
    const filter = this.#filters.get(id);
    if (filter) filter.rules = rules;
    else this.#filters.set(id, new PeerFilter(rules));
    this.touch();
    return id;
  }
  removePeer(id) {
    this.device.removePeer(id);
    this.#filters.delete(id);
    this.netstack.endUnreachable((remote) => this.device.hasRoute(remote), this.now());
    this.touch();
  }
  /** Takes a datagram from outside; those of one turn of the loop are handed over together, at its end. */
  receive(bytes, from) {
    if (this.#closed) return;
    this.#now = this.now();
    this.device.receive(bytes, from, this.#now);
    this.#taken++;
    this.touch();
  }
  /** Takes data messages that lie back to back, one every `segmentSize` bytes; {@link handOver} has to follow. */
  receiveRun(arena, at, size, segmentSize, from) {
    if (this.#closed) return;
    this.#now = this.now();
    for (let taken = 0; taken < size; taken += segmentSize) {
      this.device.receiveAt(arena, at + taken, Math.min(segmentSize, size - taken), from, this.#now);
    }
  }
  /** Works off the runs of a batch, while the next one gathers. */
  handOver() {
    if (this.#closed) return;
    this.#perform();
    this.touch();
  }
  /** Calls `handler` for each event of a socket or listener. */
  watch(socket, handler) {
    this.#handlers.set(socket, handler);
  }
  /** To be called after any use of the netstack or the device: its consequences are worked off soon. */
  touch() {
    if (this.#flushing || this.#closed) return;
    this.#flushing = true;
    setImmediate(this.#endTurn);
  }
  #endTurn = () => {
    if (this.#taken >= FULL_TURN && ++this.#fullTurns < MAX_TURNS && !this.#closed) {
      this.#taken = 0;
      setImmediate(this.#endTurn);
      return;
    }
    this.#taken = 0;
    this.#fullTurns = 0;
    this.#flushing = false;
    if (!this.#closed) this.#flush();
  };
  /** Works off what is waiting to be sent, as far as it can be without the peers. */
  async settle() {
    this.touch();
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.device.close();
  }
  filterCounts(id) {
    return this.#filters.get(id)?.counts;
  }
  #flush() {
    const now = this.now();
    this.#now = now;
    this.#perform();
    this.device.handleTimeout(now);
    this.netstack.handleTimeout(now);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const events = this.netstack.drainEvents();
      for (const event of events) this.#dispatch(event);
      this.netstack.drainTo((buffer, offset, length, segmentSize) => {
        this.#send(buffer, offset, length, segmentSize);
      });
      if (!this.#perform() && events.length === 0) break;
    }
    this.#arm();
  }
  #send(buffer, offset, length, segmentSize) {
    const now = this.#now;
    const id = this.device.routeOf(buffer, offset, length);
    if (id !== void 0) this.#filters.get(id)?.noteSentAt(buffer, offset, length, now);
    if (segmentSize === 0) this.device.sendAt(buffer, offset, length, now);
    else splitSuperSegment(buffer, offset, length, segmentSize, this.#sendPart);
  }
  #sendPart = (buffer, offset, length) => this.device.sendAt(buffer, offset, length, this.#now);
  /** Does what the device asks. @returns whether there was anything. */
  #perform() {
    this.#coalescer.flush();
    this.#batch.flush();
    const outputs = this.device.drain();
    for (const output of outputs) {
      if (output.kind === "datagram") this.#options.transmit(output);
      else if (output.kind !== "packet") this.#options.onNews(output);
    }
    return outputs.length > 0;
  }
  #dispatch(event) {
    if (event.kind === "echo-reply") this.#handlers.get(this.netstack)?.(event);
    else this.#handlers.get("listener" in event ? event.listener : event.socket)?.(event);
  }
  #arm() {
    clearTimeout(this.#timer);
    const next = Math.min(
      this.device.nextTimeout() ?? Number.POSITIVE_INFINITY,
      this.netstack.nextTimeout() ?? Number.POSITIVE_INFINITY
    );
    if (next === Number.POSITIVE_INFINITY) return;
    const delay = Math.min(Math.max(0, Math.ceil(next - this.now())), MAX_TIMER_MS);
    this.#timer = setTimeout(() => this.#flush(), delay);
  }
};

// src/mesh/stream/netstack-server.ts
init_ip();
init_netstack_socket();
const { EventEmitter } = process.getBuiltinModule("node:events");
var NetstackServer = class extends EventEmitter {
  maxConnections;
  #host;
  #options;
  #sockets = /* @__PURE__ */ new Set();
  #listener;
  #isClosing = false;
  constructor(host, options = {}, onConnection) {
    super();
    this.#host = host;
    this.#options = options;
    if (onConnection !== void 0) this.on("connection", onConnection);
  }
  get listening() {
    return this.#listener !== void 0;
  }
  /** @throws `TUNNEL_PORT_IN_USE`, `ENCODING_INVALID` for a host that is no address */
  listen(options, onListening) {
    if (this.#listener !== void 0) throw new Error("this server is listening already");
    if (onListening !== void 0) this.once("listening", onListening);
    const { port, host, backlog } = options;
    const listener = this.#host.netstack.listenTcp({
      port,
      ...host === void 0 ? {} : { address: parseIp(host) },
      ...backlog === void 0 ? {} : { backlog }
    });
    this.#listener = listener;
    this.#isClosing = false;
    this.#host.watch(listener, () => this.#acceptAll());
    queueMicrotask(() => this.emit("listening"));
    return this;
  }
  /** Stops listening; `close` comes once the last connection is gone. */
  close(onClose) {
    if (this.#listener === void 0) {
      const error2 = Object.assign(new Error("the server is not listening"), {
        code: "ERR_SERVER_NOT_RUNNING"
      });
      queueMicrotask(() => onClose?.(error2));
      return this;
    }
    if (onClose !== void 0) this.once("close", onClose);
    this.#listener.close(this.#host.now());
    this.#listener = void 0;
    this.#isClosing = true;
    this.#host.touch();
    this.#closeIfDone();
    return this;
  }
  /** Destroys every open connection. */
  closeAllConnections() {
    for (const socket of this.#sockets) socket.destroy();
  }
  address() {
    if (this.#listener === void 0) return null;
    const { address: address2, port } = this.#listener.local;
    if (address2 === void 0) return { address: "::", family: "IPv6", port };
    return { address: formatIp(address2), family: `IPv${address2.family}`, port };
  }
  getConnections(callback) {
    queueMicrotask(() => callback(null, this.#sockets.size));
    return this;
  }
  #acceptAll() {
    for (let tcp = this.#listener?.accept(); tcp !== void 0; tcp = this.#listener?.accept()) {
      if (this.maxConnections !== void 0 && this.#sockets.size >= this.maxConnections) {
        tcp.abort(this.#host.now());
        this.emit("drop");
        continue;
      }
      const socket = new NetstackSocket(this.#host, tcp, this.#options);
      this.#sockets.add(socket);
      socket.once("close", () => {
        this.#sockets.delete(socket);
        this.#closeIfDone();
      });
      this.emit("connection", socket);
    }
    this.#host.touch();
  }
  #closeIfDone() {
    if (!this.#isClosing || this.#sockets.size > 0) return;
    this.#isClosing = false;
    queueMicrotask(() => this.emit("close"));
  }
};

// src/mesh/node.ts
init_netstack_socket();

// src/mesh/transport.ts
init_bytes();
init_ip();
const { networkInterfaces: networkInterfaces2 } = process.getBuiltinModule("node:os");

// src/tunnel/paths/candidates.ts
init_ip();

// src/tunnel/paths/probe.ts
init_bytes();
var MAGIC = Uint8Array.of(83, 80, 112, 49);
var HINT_AT = 4;
var HINT_SIZE = 8;
var NONCE_AT2 = 12;
var NONCE_SIZE2 = 24;
var SEALED_AT = 36;
var TAG_SIZE3 = 16;
var TRANSACTION_SIZE = 12;
var ENDPOINT_SIZE = 19;
var KIND = { ping: 1, pong: 2, candidates: 3 };
var LABEL_KEY = encodeUtf8("sallyport/probe/v1");
var MAX_CANDIDATES = 16;
var PROBE_SIZE_MAX = SEALED_AT + 1 + TRANSACTION_SIZE + 1 + MAX_CANDIDATES * ENDPOINT_SIZE + TAG_SIZE3;
function probeKeys(crypto, staticShared, mine, theirs) {
  const key = crypto.hmac(staticShared, LABEL_KEY);
  const hint = (sender) => crypto.hmac(key, sender).subarray(0, HINT_SIZE);
  return { key, sendHint: hint(mine), receiveHint: Buffer.from(hint(theirs)).toString("hex") };
}
function isProbe(bytes) {
  return bytes.length >= SEALED_AT + 1 + TRANSACTION_SIZE + TAG_SIZE3 && bytes.length <= PROBE_SIZE_MAX && equalBytes(bytes.subarray(0, HINT_AT), MAGIC);
}
function probeHint(bytes) {
  return Buffer.from(bytes.subarray(HINT_AT, HINT_AT + HINT_SIZE)).toString("hex");
}
function sealProbe(crypto, keys, probe, random) {
  const nonce = random.bytes(NONCE_SIZE2);
  const header = concatBytes(MAGIC, keys.sendHint);
  return concatBytes(header, nonce, crypto.sealExtended(keys.key, nonce, emitBody(probe), header));
}
function openProbe(crypto, keys, bytes) {
  const header = bytes.subarray(0, NONCE_AT2);
  const nonce = bytes.subarray(NONCE_AT2, SEALED_AT);
  const body = crypto.openExtended(keys.key, nonce, bytes.subarray(SEALED_AT), header);
  return body && parseBody(body);
}
function emitBody(probe) {
  const start = concatBytes(Uint8Array.of(KIND[probe.kind]), probe.transaction);
  switch (probe.kind) {
    case "ping":
      return start;
    case "pong":
      return probe.observed ? concatBytes(start, emitEndpoint(probe.observed)) : start;
    case "candidates": {
      const endpoints2 = probe.endpoints.slice(0, MAX_CANDIDATES);
      return concatBytes(start, Uint8Array.of(endpoints2.length), ...endpoints2.map(emitEndpoint));
    }
  }
}
function parseBody(body) {
  const transaction = copyBytes(body, 1, 1 + TRANSACTION_SIZE);
  const rest = body.subarray(1 + TRANSACTION_SIZE);
  switch (body[0]) {
    case KIND.ping:
      return rest.length === 0 ? { kind: "ping", transaction } : void 0;
    case KIND.pong: {
      if (rest.length === 0) return { kind: "pong", transaction, observed: void 0 };
      const observed = rest.length === ENDPOINT_SIZE ? parseEndpointBytes(rest) : void 0;
      return observed && { kind: "pong", transaction, observed };
    }
    case KIND.candidates:
      return parseCandidates(transaction, rest);
    default:
      return void 0;
  }
}
function parseCandidates(transaction, rest) {
  const count = rest[0] ?? MAX_CANDIDATES + 1;
  if (count > MAX_CANDIDATES || rest.length !== 1 + count * ENDPOINT_SIZE) return void 0;
  const endpoints2 = [];
  for (let i = 0; i < count; i++) {
    const endpoint = parseEndpointBytes(rest.subarray(1 + i * ENDPOINT_SIZE));
    if (!endpoint) return void 0;
    endpoints2.push(endpoint);
  }
  return { kind: "candidates", transaction, endpoints: endpoints2 };
}
function emitEndpoint(endpoint) {
  const bytes = new Uint8Array(ENDPOINT_SIZE);
  bytes[0] = endpoint.address.family;
  bytes[1] = endpoint.port >>> 8;
  bytes[2] = endpoint.port & 255;
  bytes.set(endpoint.address.bytes, 3);
  return bytes;
}
function parseEndpointBytes(bytes) {
  const family = bytes[0];
  const port = bytes[1] << 8 | bytes[2];
  if (family !== 4 && family !== 6 || port === 0) return void 0;
  return { address: { family, bytes: copyBytes(bytes, 3, family === 4 ? 7 : 19) }, port };
}

// src/tunnel/paths/candidates.ts
var NEVER2 = ["0.0.0.0/8", "224.0.0.0/3", "::/128", "ff00::/8"].map(parsePrefix);
var NOT_ELSEWHERE = ["127.0.0.0/8", "169.254.0.0/16", "::1/128", "fe80::/10"].map(parsePrefix);
var PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"].map(parsePrefix);
function orderCandidates(endpoints2, rules) {
  const seen = /* @__PURE__ */ new Set();
  const usable = endpoints2.filter((endpoint) => {
    const text2 = formatEndpoint(endpoint);
    if (seen.has(text2) || !isUsable(endpoint, rules)) return false;
    seen.add(text2);
    return true;
  });
  return usable.sort((a, b) => rank(a) - rank(b)).slice(0, MAX_CANDIDATES);
}
function isUsable(endpoint, rules) {
  const refused4 = [...NEVER2, ...rules.mesh, ...rules.allowLoopback ? [] : NOT_ELSEWHERE];
  return endpoint.port !== 0 && !refused4.some((prefix) => prefixContains(prefix, endpoint.address));
}
function rank(endpoint) {
  const isPrivate = PRIVATE.some((prefix) => prefixContains(prefix, endpoint.address));
  return (isPrivate ? 0 : 2) + (endpoint.address.family === 6 ? 0 : 1);
}

// src/tunnel/paths/path.ts
init_ip();
init_time();
var HEARTBEAT = 3e3;
var TRUST = 6500;
var DOUBT_AFTER = 500;
var PING_TIMEOUT = 5e3;
var IDLE_AFTER = 45e3;
var FAIL_AFTER = 3e4;
var ROUNDS2 = [0, 250, 500, 1e3, 2e3, 5e3, 1e4, 3e4];
var ROUND_LAST = 6e4;
var SWITCH_FACTOR = 0.7;
var MAX_OUTSTANDING = 64;
var PING_BACK_EVERY = 1e3;
var PING_BACKS_AT_ONCE = 8;
var PING_BACK_REFILL = 2e3;
var Path = class {
  #random;
  #outstanding = /* @__PURE__ */ new Map();
  #pingedBack = /* @__PURE__ */ new Map();
  #pingBacksSpentUntil = Number.NEGATIVE_INFINITY;
  #hasRelay;
  #candidates = [];
  #state;
  #lastDirect;
  /** The direct way's answers come from where the questions went. */
  #isStraight = false;
  #relayTrustedUntil = Number.NEGATIVE_INFINITY;
  #relayRoundTripMs = 0;
  #round = 0;
  #nextRoundAt;
  #nextHeartbeatAt = Number.POSITIVE_INFINITY;
  #activeUntil;
  #outputs = [];
  constructor(options) {
    this.#random = options.random;
    this.#hasRelay = options.hasRelay;
    this.#state = { kind: "connecting", since: options.now };
    this.#nextRoundAt = options.now;
    this.#activeUntil = options.now + IDLE_AFTER;
  }
  get state() {
    return this.#state;
  }
  setRelay(hasRelay, now) {
    if (this.#hasRelay === hasRelay) return;
    this.#hasRelay = hasRelay;
    if (!hasRelay) this.#relayTrustedUntil = Number.NEGATIVE_INFINITY;
    if (!hasRelay && this.#state.kind === "relayed") this.#become({ kind: "connecting", since: now });
    this.#restartRounds(now);
  }
  /** What the peer, or the coordinator, says of where the peer is. */
  setCandidates(endpoints2, now) {
    const before = new Set(this.#candidates.map(formatEndpoint));
    const isNew = endpoints2.some((endpoint) => !before.has(formatEndpoint(endpoint)));
    this.#candidates = endpoints2;
    if (isNew) this.#restartRounds(now);
  }
  /** To be told of data to or from the peer: an idle path is not kept alive. */
  noteActivity(now) {
    const wasIdle = now > this.#activeUntil;
    this.#activeUntil = now + IDLE_AFTER;
    if (wasIdle) this.#restartRounds(now);
  }
  /** We are seen at a new address: the peer is told with the next round. An idle path waits for its next use. */
  noteOwnAddress(now) {
    if (now <= this.#activeUntil && this.#state.kind !== "direct") this.#restartRounds(now);
  }
  /** An authenticated ping came from there: the way in works, so the way out is worth a try. */
  notePing(from, now) {
    const text2 = formatEndpoint(from);
    if (this.#candidates.some((each) => formatEndpoint(each) === text2)) return;
    if (now - (this.#pingedBack.get(text2) ?? Number.NEGATIVE_INFINITY) < PING_BACK_EVERY) return;
    if (!this.#mayPingBack(now)) return;
    if (this.#pingedBack.size >= MAX_OUTSTANDING) this.#pingedBack.clear();
    this.#pingedBack.set(text2, now);
    this.#ping(from, now);
  }
  /**
   * An authenticated pong; it counts only for a ping of ours.
   *
   * @param from where it came from, by UDP: a NAT may have another port for our address than the one we asked,
   *   and only the way that the peer's own packets take is kept open by them
   * @returns the round trip in ms
   */
  handlePong(transaction, now, from) {
    const key = Buffer.from(transaction).toString("hex");
    const sent = this.#outstanding.get(key);
    if (!sent || now - sent.sentAt > PING_TIMEOUT) return void 0;
    this.#outstanding.delete(key);
    const roundTripMs = now - sent.sentAt;
    if (sent.to === "relay") {
      this.#trustRelay(roundTripMs, now);
      return roundTripMs;
    }
    const isStraight = from === void 0 || formatEndpoint(from) === formatEndpoint(sent.to);
    if (!isStraight) this.notePing(from, now);
    if (isStraight || now >= this.#relayTrustedUntil) this.#trustDirect(sent.to, roundTripMs, isStraight, now);
    return roundTripMs;
  }
  /** The relay says that the peer is not there, or the relay itself is gone. */
  noteRelayLost(now) {
    this.#relayTrustedUntil = Number.NEGATIVE_INFINITY;
    if (this.#state.kind === "relayed") this.#become({ kind: "connecting", since: now });
  }
  /** Where to send data now. */
  route(now) {
    const state3 = this.#state;
    if (state3.kind === "direct" && now < state3.trustedUntil) {
      const answeredAt = state3.trustedUntil - TRUST;
      const isInDoubt = now - answeredAt > HEARTBEAT + DOUBT_AFTER + 2 * state3.roundTripMs;
      return { relay: isInDoubt && this.#hasRelay, endpoints: [state3.endpoint] };
    }
    if (this.#hasRelay) return { relay: true, endpoints: this.#lastDirect ? [this.#lastDirect] : [] };
    return { relay: false, endpoints: this.#lastDirect ? [this.#lastDirect] : this.#candidates };
  }
  handleTimeout(now) {
    for (const [key, sent] of this.#outstanding) {
      if (now - sent.sentAt > PING_TIMEOUT) this.#outstanding.delete(key);
    }
    this.#expire(now);
    if (now > this.#activeUntil) {
      this.#nextRoundAt = this.#nextHeartbeatAt = Number.POSITIVE_INFINITY;
      return;
    }
    if (now >= this.#nextRoundAt) this.#runRound(now);
    if (now >= this.#nextHeartbeatAt) this.#runHeartbeat(now);
  }
  nextTimeout() {
    const trust = "trustedUntil" in this.#state ? this.#state.trustedUntil : Number.POSITIVE_INFINITY;
    const failing = this.#state.kind === "connecting" ? this.#state.since + FAIL_AFTER : Number.POSITIVE_INFINITY;
    return Math.min(this.#nextRoundAt, this.#nextHeartbeatAt, trust, failing);
  }
  drain() {
    const outputs = this.#outputs;
    this.#outputs = [];
    return outputs;
  }
  #runRound(now) {
    if (this.#hasRelay) {
      this.#ping("relay", now);
      this.#outputs.push({ kind: "offer" });
    }
    for (const endpoint of this.#candidates) this.#ping(endpoint, now);
    this.#round++;
    this.#nextRoundAt = now + (ROUNDS2[this.#round] ?? ROUND_LAST);
  }
  #runHeartbeat(now) {
    if (this.#lastDirect) this.#ping(this.#lastDirect, now);
    if (this.#hasRelay) this.#ping("relay", now);
    this.#nextHeartbeatAt = now + HEARTBEAT;
  }
  /** A bucket that is full again after {@link PING_BACK_REFILL} for each ping. */
  #mayPingBack(now) {
    const spentUntil = Math.max(now, this.#pingBacksSpentUntil) + PING_BACK_REFILL;
    if (spentUntil - now > PING_BACK_REFILL * PING_BACKS_AT_ONCE) return false;
    this.#pingBacksSpentUntil = spentUntil;
    return true;
  }
  #ping(to, now) {
    if (this.#outstanding.size >= MAX_OUTSTANDING) return;
    const transaction = this.#random.bytes(12);
    this.#outstanding.set(Buffer.from(transaction).toString("hex"), { to, sentAt: now });
    this.#outputs.push({ kind: "ping", to, transaction });
  }
  #trustRelay(roundTripMs, now) {
    this.#relayTrustedUntil = now + TRUST;
    this.#relayRoundTripMs = roundTripMs;
    if (this.#state.kind !== "direct") this.#become(this.#relayedState());
    this.#startHeartbeat(now);
  }
  #trustDirect(endpoint, roundTripMs, isStraight, now) {
    const current = this.#state;
    if (current.kind === "direct" && formatEndpoint(current.endpoint) !== formatEndpoint(endpoint)) {
      const isQuicker = roundTripMs <= current.roundTripMs * SWITCH_FACTOR;
      if (isStraight === this.#isStraight ? !isQuicker : !isStraight) return;
    }
    this.#isStraight = isStraight;
    this.#lastDirect = endpoint;
    this.#become({ kind: "direct", endpoint, roundTripMs, trustedUntil: addMs(now, TRUST) });
    this.#startHeartbeat(now);
  }
  #startHeartbeat(now) {
    if (this.#nextHeartbeatAt === Number.POSITIVE_INFINITY) this.#nextHeartbeatAt = now + HEARTBEAT;
  }
  #expire(now) {
    const state3 = this.#state;
    if (state3.kind === "connecting" && now - state3.since >= FAIL_AFTER)
      this.#become({ kind: "failed", since: now });
    if (!("trustedUntil" in state3) || now < state3.trustedUntil) return;
    if (state3.kind === "direct" && now < this.#relayTrustedUntil) this.#become(this.#relayedState());
    else this.#become({ kind: "connecting", since: now });
    this.#restartRounds(now);
  }
  #relayedState() {
    const trustedUntil = this.#relayTrustedUntil;
    return { kind: "relayed", roundTripMs: this.#relayRoundTripMs, trustedUntil };
  }
  #restartRounds(now) {
    this.#round = 0;
    this.#nextRoundAt = now;
  }
  #become(state3) {
    const before = this.#state;
    this.#state = state3;
    const sameWay = before.kind === state3.kind && (before.kind !== "direct" || formatEndpoint(before.endpoint) === formatEndpoint(state3.endpoint));
    if (!sameWay) this.#outputs.push({ kind: "changed", state: state3 });
  }
};

// src/tunnel/paths/relay-choice.ts
var ANSWER_WITHIN = 4e3;
var TRY_EVERY = 5e3;
var RelayChoice = class {
  #relays = [];
  #notes = /* @__PURE__ */ new Map();
  /** @param relays best first */
  setRelays(relays) {
    this.#relays = [...new Set(relays)];
    this.#notes = new Map(this.#relays.map((url2) => [url2, this.#notes.get(url2) ?? newNotes()]));
  }
  get isEmpty() {
    return this.#relays.length === 0;
  }
  /** @returns the relay to use now; `undefined` where there is none at all. */
  choose() {
    let [best] = this.#relays;
    for (const url2 of this.#relays) if (best !== void 0 && this.#rank(url2) < this.#rank(best)) best = url2;
    return best;
  }
  /** A relay in doubt that a question should go by as well, so that its answer takes the doubt away. */
  takeTry(now) {
    const used = this.choose();
    const url2 = this.#relays.find((each) => {
      const notes = this.#notes.get(each);
      return each !== used && notes.doubtedAt !== void 0 && !notes.isDown && now - notes.triedAt >= TRY_EVERY;
    });
    if (url2 !== void 0) this.#notes.get(url2).triedAt = now;
    return url2;
  }
  /** A ping goes out by this relay. */
  noteAsked(url2, now) {
    const notes = this.#notes.get(url2);
    if (!notes) return;
    notes.unansweredSince ??= now;
    if (now - notes.unansweredSince > ANSWER_WITHIN) this.noteLost(url2, now);
  }
  /** The peer was heard by this relay. */
  noteAnswer(url2) {
    const notes = this.#notes.get(url2);
    if (notes) notes.unansweredSince = notes.doubtedAt = void 0;
  }
  /** The peer is not there, or is not heard. @returns true where no relay without doubt is left */
  noteLost(url2, now) {
    const notes = this.#notes.get(url2);
    if (notes) {
      notes.unansweredSince = void 0;
      notes.doubtedAt = notes.triedAt = now;
    }
    return this.#relays.every((each) => this.#notes.get(each).doubtedAt !== void 0);
  }
  /** The connection broke. @returns as {@link noteLost} */
  noteDown(url2, now) {
    const notes = this.#notes.get(url2);
    if (notes) notes.isDown = true;
    return this.noteLost(url2, now);
  }
  /** The connection stands again; whether the peer is there is to be seen. */
  noteReady(url2) {
    const notes = this.#notes.get(url2);
    if (!notes) return;
    notes.isDown = false;
    notes.triedAt = Number.NEGATIVE_INFINITY;
    notes.unansweredSince = void 0;
    if (this.#relays.length === 1) notes.doubtedAt = void 0;
  }
  /** Without doubt, then those that a packet can go to, then the others; each by how long ago the doubt began. */
  #rank(url2) {
    const { doubtedAt, isDown } = this.#notes.get(url2);
    if (doubtedAt === void 0) return Number.NEGATIVE_INFINITY;
    return isDown ? DOWN + doubtedAt : doubtedAt;
  }
};
var DOWN = 2 ** 50;
function newNotes() {
  return {
    doubtedAt: void 0,
    isDown: false,
    unansweredSince: void 0,
    triedAt: Number.NEGATIVE_INFINITY
  };
}

// src/tunnel/paths/stun.ts
init_bytes();

// src/tunnel/paths/crc32.ts
var POLYNOMIAL = 3988292384;
function crc32(bytes) {
  let remainder = -1;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder >>> 1 ^ POLYNOMIAL & -(remainder & 1);
  }
  return ~remainder >>> 0;
}

// src/tunnel/paths/stun.ts
var HEADER_SIZE2 = 20;
var COOKIE = Uint8Array.of(33, 18, 164, 66);
var BINDING_REQUEST = 1;
var BINDING_SUCCESS = 257;
var MAPPED_ADDRESS = 1;
var XOR_MAPPED_ADDRESS = 32;
var XOR_MAPPED_ADDRESS_OLD = 32800;
var SOFTWARE = 32802;
var FINGERPRINT = 32808;
var FINGERPRINT_MASK = 1398035790;
var MAX_SIZE = 1280;
var STUN_SOFTWARE = "sallyport";
function isStun(bytes) {
  return bytes.length >= HEADER_SIZE2 && (bytes[0] & 192) === 0 && equalBytes(bytes.subarray(4, 8), COOKIE);
}
function emitStunRequest(transaction) {
  return emit2(BINDING_REQUEST, transaction, [attribute(SOFTWARE, encodeUtf8(STUN_SOFTWARE))]);
}
function parseStunResponse(bytes) {
  const attributes = parse2(bytes, BINDING_SUCCESS);
  if (!attributes) return void 0;
  const transaction = copyBytes(bytes, 8, HEADER_SIZE2);
  for (const type of [XOR_MAPPED_ADDRESS, XOR_MAPPED_ADDRESS_OLD, MAPPED_ADDRESS]) {
    const found = attributes.list.find((each) => each.type === type);
    const observed = found && readAddress(copyBytes(found.value), type === MAPPED_ADDRESS ? void 0 : transaction);
    if (observed) return { transaction, observed };
  }
  return void 0;
}
function parse2(bytes, type) {
  if (!isStun(bytes) || bytes.length > MAX_SIZE) return void 0;
  const view2 = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view2.getUint16(0) !== type || view2.getUint16(2) !== bytes.length - HEADER_SIZE2) return void 0;
  const list = [];
  let at = HEADER_SIZE2;
  while (at + 4 <= bytes.length) {
    const length = view2.getUint16(at + 2);
    const end = at + 4 + length;
    if (end > bytes.length) return void 0;
    const found = { type: view2.getUint16(at), value: bytes.subarray(at + 4, end) };
    if (found.type === FINGERPRINT) {
      const right = length === 4 && end === bytes.length && view2.getUint32(at + 4) === fingerprint(bytes.subarray(0, at));
      return right ? { list, fingerprinted: true } : void 0;
    }
    list.push(found);
    at = end + (-length & 3);
  }
  return at === bytes.length ? { list, fingerprinted: false } : void 0;
}
function emit2(type, transaction, attributes) {
  const body = concatBytes(...attributes);
  const bytes = new Uint8Array(HEADER_SIZE2 + body.length + 8);
  const view2 = new DataView(bytes.buffer);
  view2.setUint16(0, type);
  view2.setUint16(2, body.length + 8);
  bytes.set(COOKIE, 4);
  bytes.set(transaction, 8);
  bytes.set(body, HEADER_SIZE2);
  const at = HEADER_SIZE2 + body.length;
  view2.setUint16(at, FINGERPRINT);
  view2.setUint16(at + 2, 4);
  view2.setUint32(at + 4, fingerprint(bytes.subarray(0, at)));
  return bytes;
}
function attribute(type, value) {
  const bytes = new Uint8Array(4 + value.length + (-value.length & 3));
  const view2 = new DataView(bytes.buffer);
  view2.setUint16(0, type);
  view2.setUint16(2, value.length);
  bytes.set(value, 4);
  return bytes;
}
function readAddress(value, transaction) {
  const length = value[1] === 1 ? 4 : value[1] === 2 ? 16 : 0;
  if (length === 0 || value.length !== 4 + length) return void 0;
  if (transaction) applyMask(value, transaction);
  const port = value[2] << 8 | value[3];
  return { address: { family: length === 4 ? 4 : 6, bytes: copyBytes(value, 4) }, port };
}
function applyMask(value, transaction) {
  value[2] ^= COOKIE[0];
  value[3] ^= COOKIE[1];
  for (let i = 4; i < value.length; i++) value[i] ^= i < 8 ? COOKIE[i - 4] : transaction[i - 8];
}
function fingerprint(bytes) {
  return (crc32(bytes) ^ FINGERPRINT_MASK) >>> 0;
}

// src/mesh/transport.ts
init_messages();

// src/tunnel/paths/relay-order.ts
var NEARER_SHARE = 0.2;
var NEARER_MS = 2;
function nearestFirst(order, roundTrips) {
  const distance = (url2) => roundTrips.get(url2) ?? Number.POSITIVE_INFINITY;
  const sorted2 = order.toSorted((a, b) => distance(a) === distance(b) ? 0 : distance(a) - distance(b));
  const [first] = order;
  const [nearest2] = sorted2;
  if (first === void 0 || nearest2 === void 0 || first === nearest2) return sorted2;
  const isClear = distance(nearest2) < distance(first) * (1 - NEARER_SHARE) - NEARER_MS;
  return isClear ? sorted2 : [first, ...sorted2.filter((url2) => url2 !== first)];
}

// src/mesh/relay-client.ts
init_bytes();
init_errors();
init_random();
init_frame();

// src/tunnel/relay/login.ts
init_bytes();
var LABEL = encodeUtf8("sallyport/relay-login/v1");
function createProof(crypto, input) {
  const { challenge: challenge2, privateKey: privateKey2 } = input;
  const shared = crypto.agree(privateKey2, crypto.importPublicKey(challenge2.ephemeral));
  return shared && proofOf(crypto, shared, input.publicKey, input.relay, challenge2);
}
function proofOf(crypto, shared, publicKey2, relay, challenge2) {
  const name = encodeUtf8(relay);
  const key = crypto.hmac(shared, LABEL);
  shared.fill(0);
  return crypto.hmac(
    key,
    concatBytes(challenge2.ephemeral, challenge2.nonce, publicKey2, uint32be(name.length), name)
  );
}

// src/mesh/relay-client.ts
var MAX_QUEUED_BYTES = 1 << 20;
var MAX_WAITING_PACKETS = 64;
var REFUSALS = {
  proof: "it could not verify who we are",
  "no-edge": "we may not be here any more",
  rate: "too many requests",
  replaced: "another session of this key has come",
  malformed: "it did not understand us",
  closing: "it is shutting down",
  token: "its token from the coordinator is missing, over, or not for this relay",
  quota: "this lease's quota of bytes by this relay is used up"
};
var BACKOFF_FIRST = 500;
var BACKOFF_LAST = 3e4;
var RelayClient = class {
  #options;
  #name;
  #socket;
  #state = { kind: "connecting" };
  #backoff = BACKOFF_FIRST;
  #retry;
  #keepalive;
  #heardAt = 0;
  #askedAt;
  /** Sent before the login was over. */
  #waiting = [];
  #credential;
  /** The list of peers that this connection was told. */
  #told;
  /** Of this connection, until it is answered: a login needs a credential. */
  #challenge;
  #hasLoggedIn = false;
  #refusal;
  constructor(options) {
    this.#options = options;
    const url2 = checkUrl(options.url);
    this.#name = `${url2.hostname}:${url2.port || (url2.protocol === "wss:" ? 443 : 80)}`.toLowerCase();
    void this.#open();
  }
  get state() {
    return this.#state;
  }
  /** From now on; a connection that stands is told at once. */
  setCredential(credential) {
    const isFirst = !this.#credential;
    this.#credential = credential;
    const socket = this.#socket;
    if (!socket) {
      if (this.#state.kind === "waiting" && (this.#refusal || isFirst)) this.#openAnew();
      return;
    }
    if (this.#state.kind === "ready") {
      socket.send(emitFrame({ kind: "renewal", credential: credential.bytes }));
      this.#tellPeers(socket, credential);
    } else this.#logIn(socket);
  }
  /** Never waits: what cannot be sent now is lost, but for the first packets of a login. */
  send(destination, packet2) {
    const frame = emitFrame({ kind: "send", destination, packet: packet2 });
    if (frame.length > RELAY_FRAME_MAX) return;
    if (this.#state.kind === "ready" && this.#socket) {
      if (this.#socket.bufferedAmount < MAX_QUEUED_BYTES) this.#socket.send(frame);
    } else if (this.#waiting.length < MAX_WAITING_PACKETS) this.#waiting.push(frame);
  }
  close() {
    this.#become({ kind: "closed" });
    clearTimeout(this.#retry);
    clearInterval(this.#keepalive);
    this.#socket?.terminate();
  }
  async #open() {
    this.#become({ kind: "connecting" });
    const { openRelaySocket: openRelaySocket2 } = await Promise.resolve().then(() => (init_relay_socket(), relay_socket_exports));
    if (this.#state.kind === "closed") return;
    const socket = openRelaySocket2(this.#options);
    this.#socket = socket;
    this.#refusal = void 0;
    this.#challenge = void 0;
    this.#told = void 0;
    this.#hasLoggedIn = false;
    let why;
    socket.on("message", (data, isBinary) => this.#take(socket, isBinary ? toBytes2(data) : void 0));
    socket.on("error", (error2) => {
      why ??= error2.message;
    });
    socket.on("close", () => this.#lose(socket, why ?? "the connection was closed"));
  }
  #take(socket, bytes) {
    const frame = bytes && parseFrame(bytes);
    this.#heardAt = performance.now();
    if (!frame) socket.terminate();
    else this.#handle(socket, frame);
  }
  #handle(socket, frame) {
    const isOver = this.#state.kind === "ready";
    switch (frame.kind) {
      case "challenge":
        if (isOver || this.#challenge) socket.terminate();
        else {
          this.#challenge = { ephemeral: copyBytes(frame.ephemeral), nonce: copyBytes(frame.nonce) };
          this.#logIn(socket);
        }
        break;
      case "welcome":
        if (isOver) socket.terminate();
        else this.#becomeReady(socket, frame.keepaliveSeconds);
        break;
      case "receive":
        this.#options.onPacket(encodeBase64(frame.source), frame.packet);
        break;
      case "gone":
        this.#options.onGone(encodeBase64(frame.publicKey));
        break;
      case "refused":
        this.#refusal = frame.reason;
        break;
      case "keepalive":
        this.#measure();
        break;
      case "login":
      case "send":
      case "renewal":
      case "peers":
        socket.terminate();
    }
  }
  /** Once challenge and credential are there, whichever comes first. */
  #logIn(socket) {
    const challenge2 = this.#challenge;
    const credential = this.#credential;
    if (!challenge2 || !credential || this.#hasLoggedIn) return;
    const { privateKey: privateKey2, publicKey: publicKey2 } = this.#options.identity;
    const proof = createProof(nodePrimitives, { privateKey: privateKey2, publicKey: publicKey2, relay: this.#name, challenge: challenge2 });
    this.#hasLoggedIn = true;
    if (!proof) {
      socket.terminate();
      return;
    }
    socket.send(emitFrame({ kind: "login", publicKey: publicKey2, proof, credential: credential.bytes }));
    this.#tellPeers(socket, credential);
  }
  /** The relay keeps the list for as long as the coordinator's word is about the same one. */
  #tellPeers(socket, { peers }) {
    if (this.#told && equalBytes(this.#told, peers)) return;
    this.#told = peers;
    const size = 32 * RELAY_PEERS_MAX;
    for (let at = 0; at < peers.length; at += size)
      socket.send(emitFrame({ kind: "peers", keys: peers.subarray(at, at + size) }));
  }
  #becomeReady(socket, keepaliveSeconds) {
    this.#backoff = BACKOFF_FIRST;
    this.#become({ kind: "ready" });
    this.#askedAt = void 0;
    this.#ask(socket);
    for (const frame of this.#waiting.splice(0)) socket.send(frame);
    this.#keepalive = setInterval(() => {
      const silentMs = performance.now() - this.#heardAt;
      if (silentMs > keepaliveSeconds * 2500) socket.terminate();
      else this.#ask(socket);
    }, keepaliveSeconds * 1e3);
  }
  #ask(socket) {
    this.#askedAt ??= performance.now();
    socket.send(emitFrame({ kind: "keepalive" }));
  }
  #measure() {
    if (this.#askedAt === void 0) return;
    const ms = performance.now() - this.#askedAt;
    this.#askedAt = void 0;
    this.#options.onRoundTrip?.(ms);
  }
  #lose(socket, why) {
    if (socket !== this.#socket || this.#state.kind === "closed") return;
    clearInterval(this.#keepalive);
    this.#socket = void 0;
    const refusal = this.#refusal;
    if (!this.#credential)
      this.#become({ kind: "waiting", why: "the coordinator has given us no token for it" });
    else if (!refusal) this.#become({ kind: "waiting", why });
    else this.#become({ kind: "waiting", why: `the relay refused us: ${REFUSALS[refusal]}`, refusal });
    const jitter = randomBelow(this.#options.random, Math.ceil(this.#backoff / 2));
    this.#retry = setTimeout(() => void this.#open(), this.#backoff + jitter);
    this.#backoff = Math.min(this.#backoff * 2, BACKOFF_LAST);
  }
  #openAnew() {
    clearTimeout(this.#retry);
    this.#backoff = BACKOFF_FIRST;
    void this.#open();
  }
  #become(state3) {
    this.#state = state3;
    this.#options.onState(state3);
  }
};
function checkUrl(text2) {
  const url2 = URL.parse(text2);
  const isLocal = url2?.protocol === "ws:" && ["127.0.0.1", "[::1]", "localhost"].includes(url2.hostname);
  if (url2?.protocol === "wss:" || url2 && isLocal) return url2;
  throw new SallyportError("CONFIG_INVALID", {
    message: `${JSON.stringify(text2.slice(0, 200))} is no relay`,
    help: "a relay is a wss: URL"
  });
}
function toBytes2(data) {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

// src/mesh/relay-pool.ts
var MAX_RELAYS = 4;
var QUIET = ["closing", "replaced"];
var RelayPool = class {
  #options;
  #clients = /* @__PURE__ */ new Map();
  /** Digests of certificates. */
  #pins = /* @__PURE__ */ new Map();
  /** In milliseconds; of several measures, what they come to. */
  #roundTrips = /* @__PURE__ */ new Map();
  #refusals = /* @__PURE__ */ new Map();
  #credential;
  #order = [];
  constructor(options) {
    this.#options = options;
  }
  /** Relays of the whole mesh, nearest first. */
  get order() {
    return this.#order;
  }
  get status() {
    return [...this.#clients].map(([url2, { state: state3 }]) => {
      const pin = this.#pins.get(url2);
      const why = state3.kind === "waiting" ? { why: state3.why } : {};
      return { url: url2, state: state3.kind, ...why, ...pin === void 0 ? {} : { pin } };
    });
  }
  /** @throws `CONFIG_INVALID` for a URL that is no relay's */
  setRelays(relays) {
    for (const { url: url2, pin } of relays) this.#setPin(url2, pin ?? void 0);
    const waited = new Set([...new Set(relays.map(({ url: url2 }) => url2))].slice(0, MAX_RELAYS));
    const order = /* @__PURE__ */ new Set([...this.#order.filter((url2) => waited.has(url2)), ...waited]);
    this.#order = nearestFirst([...order], this.#roundTrips);
    for (const url2 of this.#order) this.use(url2);
  }
  setCredential(credential) {
    this.#credential = credential;
    for (const client of this.#clients.values()) client.setCredential(credential);
  }
  find(url2) {
    return this.#clients.get(url2);
  }
  /** Opens it where it is not yet. @throws `CONFIG_INVALID` */
  use(url2) {
    const known2 = this.#clients.get(url2);
    if (known2) return known2;
    const { identity, random, env, ca } = this.#options;
    const pin = this.#pins.get(url2);
    const client = new RelayClient({
      url: url2,
      identity,
      random,
      ...env === void 0 ? {} : { env },
      ...ca === void 0 ? {} : { ca },
      ...pin === void 0 ? {} : { pin },
      onPacket: (source, packet2) => this.#options.onPacket(url2, source, packet2),
      onGone: (peer) => this.#options.onGone(url2, peer),
      onState: (state3) => this.#noteState(url2, state3),
      onRoundTrip: (ms) => this.#noteRoundTrip(url2, ms)
    });
    this.#clients.set(url2, client);
    if (this.#credential) client.setCredential(this.#credential);
    return client;
  }
  /** Closes all that are neither the mesh's nor among these. */
  keep(others) {
    for (const url2 of this.#clients.keys())
      if (!this.#order.includes(url2) && !others.has(url2)) this.#close(url2);
  }
  close() {
    for (const client of this.#clients.values()) client.close();
  }
  /** A certificate that was replaced: the connection begins anew. */
  #setPin(url2, pin) {
    if (this.#pins.get(url2) === pin) return;
    if (pin === void 0) this.#pins.delete(url2);
    else this.#pins.set(url2, pin);
    this.#close(url2);
  }
  #close(url2) {
    this.#clients.get(url2)?.close();
    this.#clients.delete(url2);
    this.#roundTrips.delete(url2);
    this.#refusals.delete(url2);
  }
  #noteState(url2, state3) {
    if (state3.kind !== "waiting" && state3.kind !== "ready") return;
    if (state3.kind === "ready") this.#refusals.delete(url2);
    else this.#noteRefusal(url2, state3);
    this.#options.onState(url2, state3.kind);
  }
  #noteRefusal(url2, { refusal, why }) {
    if (!refusal || QUIET.includes(refusal) || this.#refusals.get(url2) === refusal) return;
    this.#refusals.set(url2, refusal);
    this.#options.onRefused(url2, why);
  }
  #noteRoundTrip(url2, ms) {
    const known2 = this.#roundTrips.get(url2);
    this.#roundTrips.set(url2, known2 === void 0 ? ms : (3 * known2 + ms) / 4);
    const next = nearestFirst(this.#order, this.#roundTrips);
    if (next.join() === this.#order.join()) return;
    this.#order = next;
    this.#options.onOrder();
  }
};

// src/mesh/stun-client.ts
init_ip();
const { lookup: lookup2 } = process.getBuiltinModule("node:dns/promises");
var ROUND_MS = 25e3;
var CONFIRMED_WITHIN_MS = 3 * ROUND_MS;
var RETRANSMIT_MS = [0, 500, 1500];
var ANSWER_MS = 3500;
var MAX_OBSERVED = 8;
var MAX_SERVERS = 8;
var StunClient = class {
  #options;
  #waiting = /* @__PURE__ */ new Map();
  #observed = /* @__PURE__ */ new Map();
  #servers = [];
  #timer;
  #closed = false;
  constructor(options) {
    this.#options = options;
  }
  /** Latest first. */
  get observed() {
    const now = this.#options.clock.monotonic();
    return [...this.#observed.values()].filter(({ at }) => now - at < CONFIRMED_WITHIN_MS).map(({ endpoint }) => endpoint).reverse();
  }
  /** @param servers `HOST:PORT`; the host may be a name */
  setServers(servers) {
    const wanted = [...new Set(servers)].slice(0, MAX_SERVERS);
    if (wanted.join(" ") === this.#servers.join(" ")) return;
    this.#servers = wanted;
    clearInterval(this.#timer);
    if (wanted.length === 0) return;
    this.#askAll();
    this.#timer = setInterval(() => this.#askAll(), ROUND_MS);
    this.#timer.unref();
  }
  /** Asks one server. @returns `undefined` after the timeout */
  observe(server, timeoutMs) {
    const transaction = this.#options.random.bytes(12);
    const key = keyOf3(transaction);
    const { promise, resolve } = Promise.withResolvers();
    const request3 = emitStunRequest(transaction);
    const ask3 = () => {
      if (!this.#closed) this.#options.send(request3, server);
    };
    const timers = RETRANSMIT_MS.map((delay) => setTimeout(ask3, delay));
    timers.push(setTimeout(() => resolve(void 0), timeoutMs));
    for (const timer of timers) timer.unref();
    this.#waiting.set(key, resolve);
    return promise.finally(() => {
      for (const timer of timers) clearTimeout(timer);
      this.#waiting.delete(key);
    });
  }
  /** Takes a STUN datagram; one that answers no question of ours is dropped. */
  take(bytes) {
    const response = parseStunResponse(bytes);
    const waiting = response && this.#waiting.get(keyOf3(response.transaction));
    if (!waiting) return;
    this.note(response.observed);
    waiting(response.observed);
  }
  /** Somebody whom we asked saw us there. */
  note(endpoint) {
    const text2 = formatEndpoint(endpoint);
    const isNew = !this.#observed.delete(text2);
    this.#observed.set(text2, { endpoint, at: this.#options.clock.monotonic() });
    if (this.#observed.size > MAX_OBSERVED) this.#observed.delete(this.#observed.keys().next().value);
    if (isNew) this.#options.onNew();
  }
  close() {
    this.#closed = true;
    clearInterval(this.#timer);
  }
  #askAll() {
    for (const server of this.#servers) void this.#askServer(server);
  }
  async #askServer(server) {
    const endpoints2 = await resolveServer(server);
    if (this.#closed) return;
    for (const endpoint of endpoints2) void this.observe(endpoint, ANSWER_MS);
  }
};
var SERVER = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/;
async function resolveServer(server) {
  const match2 = SERVER.exec(server);
  const host = match2?.[1] ?? match2?.[2];
  if (host === void 0) return [];
  const found = await lookup2(host, { all: true }).catch(() => []);
  return [4, 6].map((family) => found.find((each) => each.family === family)).filter((each) => each !== void 0).map(({ address: address2 }) => ({ address: parseIp(address2), port: Number(match2?.[3]) }));
}
function keyOf3(transaction) {
  return Buffer.from(transaction).toString("hex");
}

// src/mesh/batched-link.ts
init_errors();
init_ip();

// src/mesh/native/linux.ts
var AF_INET = 2;
var AF_INET6 = 10;
var SOCK_DGRAM = 2;
var SOCK_NONBLOCK = 2048;
var SOCK_CLOEXEC = 524288;
var SOL_SOCKET2 = 1;
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

// src/mesh/native/readiness.ts
var UV_POLL = 8;
var UV_READABLE = 1;
var SYS_GETTID = { x64: 186, arm64: 178 };
var KEPT_AFTER_CLOSE_MS = 1e3;
var uv;
function watchReadable(koffi, fd, onReadable) {
  uv ??= bindUv(koffi);
  const { init, start, stop: stop2, close, loop, handleSize } = uv;
  const handle = pinBytes(koffi, handleSize);
  const callback = koffi.register(
    () => {
      try {
        onReadable();
      } catch (error2) {
        queueMicrotask(() => {
          throw error2;
        });
      }
    },
    koffi.pointer(callbackKind(koffi))
  );
  if (init(loop, handle.address, fd) !== 0) throw new Error("uv_poll_init refused the descriptor");
  if (start(handle.address, UV_READABLE, Number(callback)) !== 0) throw new Error("uv_poll_start failed");
  return () => {
    stop2(handle.address);
    close(handle.address, 0);
    setTimeout(() => release(koffi, callback, handle), KEPT_AFTER_CLOSE_MS).unref();
  };
}
function release(koffi, callback, handle) {
  koffi.unregister(callback);
  handle.bytes.fill(0);
}
var kind;
function callbackKind(koffi) {
  kind ??= koffi.proto("void SallyportPollCallback(uintptr_t handle, int status, int events)");
  return kind;
}
function bindUv(koffi) {
  const library = koffi.load(null);
  const thread = library.func("int64_t syscall(int64_t number)")(SYS_GETTID[process.arch] ?? -1);
  if (thread !== process.pid) throw new Error("only the main thread has the default loop");
  return {
    loop: library.func("uintptr_t uv_default_loop()")(),
    handleSize: Number(library.func("uint64_t uv_handle_size(int kind)")(UV_POLL)),
    init: library.func("int uv_poll_init(uintptr_t loop, uintptr_t handle, int fd)"),
    start: library.func("int uv_poll_start(uintptr_t handle, int events, uintptr_t callback)"),
    stop: library.func("int uv_poll_stop(uintptr_t handle)"),
    close: library.func("void uv_close(uintptr_t handle, uintptr_t callback)")
  };
}

// src/mesh/native/socket-address.ts
var SOCKET_ADDRESS_MAX = 28;
function writeSocketAddress(bytes, at, { address: address2, port }) {
  const isIpv4 = address2.family === 4;
  const size = isIpv4 ? 16 : SOCKET_ADDRESS_MAX;
  bytes.fill(0, at, at + size);
  bytes.writeUInt16LE(isIpv4 ? AF_INET : AF_INET6, at);
  bytes.writeUInt16BE(port, at + 2);
  bytes.set(address2.bytes, at + (isIpv4 ? 4 : 8));
  return size;
}
function readSocketAddress(bytes, at) {
  const family = bytes.readUInt16LE(at);
  if (family !== AF_INET && family !== AF_INET6) return void 0;
  const isIpv4 = family === AF_INET;
  const from = at + (isIpv4 ? 4 : 8);
  return {
    address: {
      family: isIpv4 ? 4 : 6,
      bytes: new Uint8Array(bytes.subarray(from, from + (isIpv4 ? 4 : 16)))
    },
    port: bytes.readUInt16BE(at + 2)
  };
}

// src/mesh/native/udp-socket.ts
var BATCH = 8;
var MESSAGE_MAX2 = 65536;
var RECEIVE_ARENA_SIZE = BATCH * MESSAGE_MAX2;
var HEADER = 64;
var VECTOR = 16;
var NAME = 32;
var CONTROL = 64;
var BUFFER_BYTES = 4 << 20;
var MAX_REMOTES = 16384;
var SEND_WAIT_MS = 5;
var UdpSocket = class {
  fd;
  family;
  port;
  /** Datagrams that the system refused. */
  failures = 0;
  #linux;
  #receiving;
  #sending;
  #words;
  #sendWords;
  #remotes = /* @__PURE__ */ new Map();
  /** The sender of each slot's last message, with its raw address. */
  #lastNames = Buffer.alloc(BATCH * NAME);
  #lastRemotes = [];
  #sendTo;
  #sendNameSize = 0;
  #canSegment = true;
  #arenaBytes;
  #sentBytes;
  #sentAddress = 0;
  /** @throws an error with the `errno` of the call that failed */
  constructor(linux, family, port, address2) {
    this.#linux = linux;
    this.family = family;
    this.#receiving = pinBytes(linux.koffi, BATCH * (HEADER + VECTOR + NAME + CONTROL));
    this.#sending = pinBytes(linux.koffi, HEADER + VECTOR + NAME + CONTROL);
    this.#words = view(this.#receiving);
    this.#sendWords = view(this.#sending);
    const type = SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
    this.fd = linux.socket(family === 4 ? AF_INET : AF_INET6, type, 0);
    if (this.fd < 0) throw this.#failure("socket");
    try {
      this.#setOptions(family);
      this.port = this.#bind(family, port, address2);
    } catch (error2) {
      linux.close(this.fd);
      throw error2;
    }
    this.#layOut();
  }
  /**
   * Takes what has come, at most one batch.
   *
   * @param arena of {@link RECEIVE_ARENA_SIZE}; where the datagrams come to lie
   * @returns the number of messages; 0 where nothing waits
   */
  receive(arena, take4) {
    this.#pointAt(arena);
    const words2 = this.#words;
    for (let i = 0; i < BATCH; i++) {
      words2.setUint32(i * HEADER + 8, SOCKET_ADDRESS_MAX, true);
      words2.setUint32(i * HEADER + 40, CONTROL, true);
    }
    const count = this.#linux.recvmmsg(this.fd, this.#receiving.address, BATCH, MSG_DONTWAIT, 0);
    for (let i = 0; i < count; i++) {
      const size = words2.getUint32(i * HEADER + 56, true);
      const remote = this.#remoteOf(i);
      if (remote && size > 0) take4(i * MESSAGE_MAX2, size, this.#segmentSizeOf(i, size), remote);
    }
    return Math.max(0, count);
  }
  /** Sends `size` bytes at `at` of the arena as datagrams of `segmentSize`, the last of which may be shorter. */
  send(bytes, at, size, segmentSize, to) {
    if (size <= segmentSize) this.#sendOne(bytes, at, size, 0, to);
    else if (!this.#canSegment || !this.#sendOne(bytes, at, size, segmentSize, to)) {
      for (let sent = 0; sent < size; sent += segmentSize) {
        this.#sendOne(bytes, at + sent, Math.min(segmentSize, size - sent), 0, to);
      }
    }
  }
  close() {
    this.#linux.close(this.fd);
  }
  /** @returns false where the system does not take this run as a whole */
  #sendOne(bytes, at, size, segmentSize, to) {
    const words2 = this.#sendWords;
    this.#nameSender(to);
    writePointer(words2, HEADER, this.#addressOf(bytes) + at);
    words2.setUint32(HEADER + 8, size, true);
    words2.setUint32(40, segmentSize === 0 ? 0 : 24, true);
    words2.setUint16(HEADER + VECTOR + NAME + 16, segmentSize, true);
    for (; ; ) {
      if (this.#linux.sendmsg(this.fd, this.#sending.address, MSG_DONTWAIT) >= 0) return true;
      const errno = this.#linux.koffi.errno();
      if (errno === ERRNO.interrupted) continue;
      if ((errno === ERRNO.again || errno === ERRNO.noBuffers) && this.#waitForRoom()) continue;
      if (segmentSize === 0) this.failures++;
      else if (errno !== ERRNO.tooLong && errno !== ERRNO.again) this.#canSegment = false;
      return false;
    }
  }
  #waitForRoom() {
    const poll = pinBytes(this.#linux.koffi, 8);
    poll.bytes.writeInt32LE(this.fd, 0);
    poll.bytes.writeInt16LE(POLLOUT, 4);
    return this.#linux.poll(poll.address, 1, SEND_WAIT_MS) > 0;
  }
  #nameSender(to) {
    if (to === this.#sendTo) return;
    this.#sendTo = to;
    this.#sendNameSize = writeSocketAddress(this.#sending.bytes, HEADER + VECTOR, to);
    this.#sendWords.setUint32(8, this.#sendNameSize, true);
  }
  /** Native code's address of a buffer's first byte; kept for the one that is always used. */
  #addressOf(bytes) {
    if (this.#sentBytes !== bytes) {
      this.#sentBytes = bytes;
      this.#sentAddress = Number(this.#linux.koffi.address(bytes));
    }
    return this.#sentAddress;
  }
  #remoteOf(slot) {
    const names = this.#receiving.bytes;
    const at = BATCH * (HEADER + VECTOR) + slot * NAME;
    const known2 = this.#lastRemotes[slot];
    if (known2 && sameBytes(names, at, this.#lastNames, slot * NAME, SOCKET_ADDRESS_MAX)) return known2;
    names.copy(this.#lastNames, slot * NAME, at, at + SOCKET_ADDRESS_MAX);
    const remote = this.#lookUp(names, at);
    this.#lastRemotes[slot] = remote;
    return remote;
  }
  #lookUp(names, at) {
    const endpoint = readSocketAddress(names, at);
    if (!endpoint) return void 0;
    const key = `${endpoint.port} ${endpoint.address.bytes.join(".")}`;
    const known2 = this.#remotes.get(key);
    if (known2) return known2;
    const remote = udpRemote(endpoint);
    if (this.#remotes.size >= MAX_REMOTES) this.#remotes.delete(this.#remotes.keys().next().value);
    this.#remotes.set(key, remote);
    return remote;
  }
  /** The one control message that may be there is of GRO. */
  #segmentSizeOf(slot, size) {
    const words2 = this.#words;
    const length = words2.getUint32(slot * HEADER + 40, true);
    const at = BATCH * (HEADER + VECTOR + NAME) + slot * CONTROL;
    if (length < 20 || words2.getInt32(at + 8, true) !== SOL_UDP) return size;
    const segmentSize = words2.getInt32(at + 12, true) === UDP_GRO ? words2.getInt32(at + 16, true) : 0;
    return segmentSize > 0 && segmentSize < size ? segmentSize : size;
  }
  #pointAt(arena) {
    const { bytes } = arena;
    if (bytes === this.#arenaBytes) return;
    this.#arenaBytes = bytes;
    const base = Number(this.#linux.koffi.address(bytes));
    for (let i = 0; i < BATCH; i++) {
      const at = BATCH * HEADER + i * VECTOR;
      writePointer(this.#words, at, base + i * MESSAGE_MAX2);
      writePointer(this.#words, at + 8, MESSAGE_MAX2);
    }
  }
  #layOut() {
    const { address: address2 } = this.#receiving;
    for (let i = 0; i < BATCH; i++) {
      const names = address2 + BATCH * (HEADER + VECTOR) + i * NAME;
      const controls = address2 + BATCH * (HEADER + VECTOR + NAME) + i * CONTROL;
      layHeader(this.#words, i * HEADER, names, address2 + BATCH * HEADER + i * VECTOR, controls);
    }
    const sending = this.#sending.address;
    const control = HEADER + VECTOR + NAME;
    layHeader(this.#sendWords, 0, sending + HEADER + VECTOR, sending + HEADER, sending + control);
    this.#sendWords.setUint32(control, 18, true);
    this.#sendWords.setInt32(control + 8, SOL_UDP, true);
    this.#sendWords.setInt32(control + 12, UDP_SEGMENT, true);
  }
  #setOptions(family) {
    if (family === 6) this.#set(IPPROTO_IPV6, IPV6_V6ONLY, 1);
    if (!this.#set(SOL_SOCKET2, SO_RCVBUFFORCE, BUFFER_BYTES)) this.#set(SOL_SOCKET2, SO_RCVBUF, BUFFER_BYTES);
    if (!this.#set(SOL_SOCKET2, SO_SNDBUFFORCE, BUFFER_BYTES)) this.#set(SOL_SOCKET2, SO_SNDBUF, BUFFER_BYTES);
    this.#set(SOL_UDP, UDP_GRO, 1);
  }
  #set(level, name, value) {
    this.#words.setInt32(0, value, true);
    return this.#linux.setsockopt(this.fd, level, name, this.#receiving.address, 4) === 0;
  }
  #bind(family, port, address2) {
    const { bytes, address: at } = this.#receiving;
    const any = new Uint8Array(family === 4 ? 4 : 16);
    const size = writeSocketAddress(bytes, 0, { address: { family, bytes: address2 ?? any }, port });
    if (this.#linux.bind(this.fd, at, size) !== 0) throw this.#failure("bind");
    this.#words.setUint32(NAME, SOCKET_ADDRESS_MAX, true);
    if (this.#linux.getsockname(this.fd, at, at + NAME) !== 0) throw this.#failure("getsockname");
    return bytes.readUInt16BE(2);
  }
  #failure(call4) {
    return new Error(`${call4} failed with errno ${this.#linux.koffi.errno()}`);
  }
};
function layHeader(words2, at, name, vector, control) {
  writePointer(words2, at, name);
  writePointer(words2, at + 16, vector);
  writePointer(words2, at + 24, 1);
  writePointer(words2, at + 32, control);
}
function writePointer(words2, at, value) {
  words2.setUint32(at, value >>> 0, true);
  words2.setUint32(at + 4, Math.floor(value / 4294967296), true);
}
function view({ bytes }) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
function sameBytes(a, aAt, b, bAt, length) {
  for (let i = 0; i < length; i++) if (a[aAt + i] !== b[bAt + i]) return false;
  return true;
}

// src/mesh/batched-link.ts
var MOST_ROUNDS = 8;
function openBatchedLink(koffi, aead, options) {
  const sockets = openSockets(koffi, options);
  const arena = aead.allocate(RECEIVE_ARENA_SIZE);
  const take4 = options.onRun.bind(void 0, arena);
  const drain = (socket) => {
    for (let round = 0; round < MOST_ROUNDS && socket.receive(arena, take4) > 0; round++) options.onBatch();
  };
  const stops = [];
  try {
    for (const socket of sockets.all) stops.push(watchReadable(koffi, socket.fd, () => drain(socket)));
  } catch {
    for (const stop2 of stops) stop2();
    for (const socket of sockets.all) socket.close();
    return void 0;
  }
  return createLink(sockets, stops);
}
function openSockets(koffi, { port, address: address2 }) {
  const linux = bindLinux(koffi);
  const local = address2 === void 0 ? void 0 : parseIp(address2);
  const open5 = (family, at) => {
    if (local && local.family !== family) return void 0;
    try {
      return new UdpSocket(linux, family, at, local?.bytes);
    } catch (cause) {
      if (family === 6 && !local) return void 0;
      throw new SallyportError("TUNNEL_PORT_IN_USE", {
        message: `UDP port ${at} cannot be opened`,
        help: "choose another ListenPort, or 0 for any",
        cause
      });
    }
  };
  const socket4 = open5(4, port);
  const socket6 = open5(6, socket4?.port ?? port);
  return { socket4, socket6, all: [socket4, socket6].filter((socket) => socket !== void 0) };
}
function createLink({ socket4, socket6, all }, stops) {
  let unroutable = 0;
  let isClosed = false;
  return {
    kind: "batched",
    port: all[0].port,
    get failures() {
      return all.reduce((sum2, socket) => sum2 + socket.failures, unroutable);
    },
    send(bytes, to) {
      const socket = to.address.family === 4 ? socket4 : socket6;
      if (isClosed || !socket) unroutable++;
      else socket.send(Buffer.from(bytes), 0, bytes.length, bytes.length, to);
    },
    sendRun({ bytes }, at, size, segmentSize, to) {
      const socket = to.address.family === 4 ? socket4 : socket6;
      if (isClosed || !socket) unroutable++;
      else socket.send(bytes, at, size, segmentSize, to);
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      for (const stop2 of stops) stop2();
      for (const socket of all) socket.close();
    }
  };
}

// src/mesh/dgram-link.ts
init_errors();
init_ip();
const { createSocket: createSocket5 } = process.getBuiltinModule("node:dgram");
const { once: once2 } = process.getBuiltinModule("node:events");

// src/mesh/send-ring.ts
var RING_SIZE = 1 << 20;
var SendRing = class {
  #bytes = Buffer.allocUnsafeSlow(RING_SIZE);
  #end = 0;
  #isAllTaken;
  /** @param isAllTaken whether the system has taken all datagrams that were placed and given to it */
  constructor(isAllTaken) {
    this.#isAllTaken = isAllTaken;
  }
  /** The memory of what was placed last. */
  get bytes() {
    return this.#bytes;
  }
  /** Copies a datagram of at most 64 kB. @returns where it lies in {@link bytes} */
  place(source, at, size) {
    if (this.#end + size > RING_SIZE) this.#begin();
    const start = this.#end;
    source.copy(this.#bytes, start, at, at + size);
    this.#end += size;
    return start;
  }
  /** From the front again; in other memory, where the system has not taken everything. */
  #begin() {
    if (!this.#isAllTaken()) this.#bytes = Buffer.allocUnsafeSlow(RING_SIZE);
    this.#end = 0;
  }
};

// src/mesh/dgram-link.ts
var BUFFER_BYTES2 = 4 << 20;
var MAX_REMOTES2 = 16384;
async function openDgramLink(options) {
  const wants6 = options.address === void 0 || options.address.includes(":");
  const wants4 = options.address === void 0 || !options.address.includes(":");
  const socket4 = wants4 ? await bind2("udp4", options.port, options) : void 0;
  const port = socket4?.address().port ?? options.port;
  const socket6 = wants6 ? await bind2("udp6", port, options).catch((error2) => orThrow(error2, socket4)) : void 0;
  return createLink2(socket4, socket6);
}
var texts = /* @__PURE__ */ new WeakMap();
function textOf(endpoint) {
  const known2 = texts.get(endpoint);
  if (known2 !== void 0) return known2;
  const text2 = formatIp(endpoint.address);
  texts.set(endpoint, text2);
  return text2;
}
function createLink2(socket4, socket6) {
  let failures = 0;
  const sockets = [socket4, socket6].filter((socket) => socket !== void 0);
  const count = () => {
    failures++;
  };
  for (const socket of sockets) socket.on("error", count);
  const ring = new SendRing(() => sockets.every((socket) => socket.getSendQueueCount() === 0));
  const socketFor = (to) => to.address.family === 4 ? socket4 : socket6;
  const send3 = (bytes, to) => {
    const socket = socketFor(to);
    if (socket) socket.send(bytes, to.port, textOf(to));
    else count();
  };
  return {
    kind: "dgram",
    port: sockets[0].address().port,
    get failures() {
      return failures;
    },
    send: send3,
    sendRun({ bytes }, at, size, segmentSize, to) {
      const socket = socketFor(to);
      const address2 = textOf(to);
      for (let sent = 0; sent < size; sent += segmentSize) {
        const length = Math.min(segmentSize, size - sent);
        const place = ring.place(bytes, at + sent, length);
        if (socket) socket.send(ring.bytes, place, length, to.port, address2);
        else count();
      }
    },
    close() {
      for (const socket of sockets) socket.close();
    }
  };
}
async function bind2(type, port, options) {
  const socket = createSocket5({
    type,
    ipv6Only: type === "udp6",
    // Addresses are literal: a resolver per datagram would only cost.
    lookup: (host, _options, callback) => callback(null, host, type === "udp4" ? 4 : 6)
  });
  const remoteFor = rememberRemotes();
  socket.on("message", (bytes, from) => options.onDatagram(bytes, remoteFor(from.address, from.port)));
  const listening = once2(socket, "listening");
  socket.bind(port, options.address);
  try {
    await listening;
  } catch (cause) {
    socket.close();
    throw new SallyportError("TUNNEL_PORT_IN_USE", {
      message: `UDP port ${port} cannot be opened`,
      help: "choose another ListenPort, or 0 for any",
      cause
    });
  }
  growBuffers(socket);
  return socket;
}
function rememberRemotes() {
  const remotes = /* @__PURE__ */ new Map();
  let last;
  return (address2, port) => {
    if (last?.port === port && last.address === address2) return last.remote;
    const key = `${address2} ${port}`;
    const remote = remotes.get(key) ?? remoteOf2(address2, port);
    if (!remotes.has(key)) {
      if (remotes.size >= MAX_REMOTES2) remotes.delete(remotes.keys().next().value);
      remotes.set(key, remote);
    }
    last = { address: address2, port, remote };
    return remote;
  };
}
function remoteOf2(address2, port) {
  const zone = address2.indexOf("%");
  return udpRemote({ address: parseIp(zone < 0 ? address2 : address2.slice(0, zone)), port });
}
function growBuffers(socket) {
  try {
    socket.setRecvBufferSize(BUFFER_BYTES2);
    socket.setSendBufferSize(BUFFER_BYTES2);
  } catch {
  }
}
function orThrow(error2, socket4) {
  if (!socket4) throw error2;
  return void 0;
}

// src/mesh/udp-link.ts
async function openUdpLink(options) {
  const native = loadKoffi();
  if (native.kind === "absent" || !options.aead || options.isNative === false) return openDgramLink(options);
  return openBatchedLink(native.koffi, options.aead, options) ?? openDgramLink(options);
}

// src/mesh/transport.ts
var MAX_TIMER_MS2 = 6e4;
var Transport = class _Transport {
  #options;
  #identity;
  #probed = /* @__PURE__ */ new Map();
  #byHint = /* @__PURE__ */ new Map();
  #relays;
  #stun;
  #mapped;
  #link;
  #timer;
  #closed = false;
  constructor(options) {
    this.#options = options;
    const privateKey2 = nodePrimitives.importPrivateKey(copyBytes(options.privateKey.reveal()));
    this.#identity = { privateKey: privateKey2, publicKey: nodePrimitives.publicOf(privateKey2) };
    this.#relays = new RelayPool({
      identity: this.#identity,
      random: options.random,
      ...options.env === void 0 ? {} : { env: options.env },
      ...options.relayCa === void 0 ? {} : { ca: options.relayCa },
      onPacket: (relay, source, packet2) => this.#takeRelayed(relay, source, packet2),
      onGone: (relay, peer) => this.#noteGone(relay, this.#probed.get(peer)),
      onState: (relay, state3) => this.#noteRelay(relay, state3),
      onOrder: () => this.#chooseAnew(),
      onRefused: (relay, why) => options.onRelayRefused?.(relay, why)
    });
    this.#stun = new StunClient({
      clock: options.clock,
      random: options.random,
      send: (bytes, to) => this.#link?.send(bytes, to),
      onNew: () => this.#offerAnew()
    });
  }
  /** @throws `TUNNEL_PORT_IN_USE` */
  static async open(options) {
    const transport = new _Transport(options);
    if (options.relayOnly) return transport;
    transport.#link = await openUdpLink({
      port: options.port,
      ...options.address === void 0 ? {} : { address: options.address },
      ...options.aead === void 0 ? {} : { aead: options.aead },
      ...options.isNative === void 0 ? {} : { isNative: options.isNative },
      onDatagram: (bytes, from) => transport.#takeUdp(bytes, from),
      onRun: (arena, at, size, segmentSize, from) => transport.#takeRun(arena, at, size, segmentSize, from),
      onBatch: () => options.onBatch?.()
    });
    return transport;
  }
  get port() {
    return this.#link?.port ?? 0;
  }
  /** How datagrams come and go. */
  get linkKind() {
    return this.#link?.kind;
  }
  /** A port that the router opened comes first: it needs no punching. */
  get observed() {
    return [...this.#mapped ? [this.#mapped] : [], ...this.#stun.observed];
  }
  /** A port of the router that leads to ours, while there is one. */
  setMapped(external) {
    this.#mapped = external;
    if (external) this.#offerAnew();
  }
  /** The state of each relay that this node waits at. */
  get relays() {
    return this.#relays.status;
  }
  /** STUN servers, `HOST:PORT`; they are asked now and every 25 s. */
  setStunServers(servers) {
    if (this.#link) this.#stun.setServers(servers);
  }
  /**
   * Relays of the mesh, as the map has them: this node waits at each of them, sends by the nearest, and where
   * that fails the next serves.
   *
   * @throws `CONFIG_INVALID` for a URL that is no relay's
   */
  setRelays(relays) {
    this.#relays.setRelays(relays);
    this.#chooseAnew();
    this.#closeUnusedRelays();
    this.#run();
  }
  setRelayCredential(credential) {
    this.#relays.setCredential(credential);
  }
  setPeer(id, peer) {
    if (peer.paths === "plain") return;
    const now = this.#now();
    const known2 = this.#probed.get(id) ?? this.#addProbed(id, peer, now);
    known2.relay = peer.relay;
    known2.configured = peer.endpoints;
    if (peer.relay !== void 0) this.#relays.use(peer.relay);
    this.#chooseAmong(known2);
    known2.path.setCandidates(this.#candidatesOf(known2), now);
    this.#run();
  }
  removePeer(id) {
    const peer = this.#probed.get(id);
    if (!peer) return;
    this.#probed.delete(id);
    this.#byHint.delete(peer.keys.receiveHint);
    peer.keys.key.fill(0);
    this.#closeUnusedRelays();
  }
  /** Where WireGuard sends first; any value will do, as long as the path then chooses. */
  remoteOf(id) {
    const peer = this.#probed.get(id);
    const relay = peer?.choice.choose();
    if (relay !== void 0) return relayRemote(relay, id);
    const first = peer && this.#candidatesOf(peer)[0];
    return first && udpRemote(first);
  }
  pathOf(id) {
    const peer = this.#probed.get(id);
    return peer ? report2(peer.path.state, peer.choice.choose()) : { kind: "plain" };
  }
  transmit(output) {
    const peer = output.peer === void 0 ? void 0 : this.#probed.get(output.peer);
    if (!peer || output.reply) this.#sendTo(output.to, output.bytes);
    else this.#sendByPath(peer, output.bytes);
  }
  /** Sends data messages that lie back to back, one every `segmentSize` bytes. */
  transmitRun(peer, to, arena, at, size, segmentSize) {
    const probed = this.#probed.get(peer);
    if (!probed && to.kind === "udp") {
      this.#link?.sendRun(arena, at, size, segmentSize, to.endpoint);
      return;
    }
    if (probed) this.#sendRunByPath(probed, arena, at, size, segmentSize);
  }
  /** Asks a STUN server for our address as it sees it. @returns `undefined` after the timeout */
  observe(server, timeoutMs) {
    return this.#stun.observe(server, timeoutMs);
  }
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stun.close();
    this.#link?.close();
    this.#relays.close();
    for (const peer of this.#probed.values()) peer.keys.key.fill(0);
    this.#identity.privateKey.bytes.fill(0);
  }
  #addProbed(id, peer, now) {
    const shared = nodePrimitives.agree(this.#identity.privateKey, nodePrimitives.importPublicKey(peer.publicKey));
    const keys = probeKeys(nodePrimitives, shared ?? new Uint8Array(32), this.#identity.publicKey, peer.publicKey);
    shared?.fill(0);
    const path = new Path({ random: this.#options.random, hasRelay: false, now });
    const { relay, endpoints: configured, publicKey: publicKey2 } = peer;
    const choice = new RelayChoice();
    const added = { id, publicKey: publicKey2, keys, path, relay, choice, configured, offered: [] };
    this.#probed.set(id, added);
    this.#byHint.set(keys.receiveHint, added);
    return added;
  }
  #candidatesOf(peer) {
    if (!this.#link) return [];
    const { mesh } = this.#options;
    const offered = orderCandidates(peer.offered, { mesh, allowLoopback: false });
    return orderCandidates([...peer.configured, ...offered], { mesh, allowLoopback: true });
  }
  #takeRun(arena, at, size, segmentSize, from) {
    if (this.#closed) return;
    if (isDataMessage(arena.bytes, at, Math.min(size, segmentSize))) {
      this.#options.onRun?.(arena, at, size, segmentSize, from);
      return;
    }
    for (let sent = 0; sent < size; sent += segmentSize) {
      const start = at + sent;
      const end = start + Math.min(segmentSize, size - sent);
      this.#takeUdp(new Uint8Array(arena.bytes.subarray(start, end)), from);
    }
  }
  #takeUdp(bytes, remote) {
    if (this.#closed) return;
    if (isDataMessage(bytes, 0, bytes.length)) this.#options.onDatagram(bytes, remote);
    else if (isStun(bytes)) this.#stun.take(bytes);
    else if (isProbe(bytes)) this.#takeProbe(bytes, remote);
    else this.#options.onDatagram(bytes, remote);
  }
  #takeRelayed(relay, source, bytes) {
    if (this.#closed) return;
    const remote = relayRemote(relay, source);
    if (isProbe(bytes)) this.#takeProbe(bytes, remote);
    else this.#options.onDatagram(bytes, remote);
  }
  #takeProbe(bytes, from) {
    const peer = this.#byHint.get(probeHint(bytes));
    const probe = peer && openProbe(nodePrimitives, peer.keys, bytes);
    if (!probe || from.kind === "relay" && from.peer !== peer.id) return;
    if (from.kind === "relay" && probe.kind === "pong") peer.choice.noteAnswer(from.relay);
    this.#handleProbe(peer, probe, from);
    this.#run();
  }
  #handleProbe(peer, probe, from) {
    const now = this.#now();
    switch (probe.kind) {
      case "ping": {
        const observed = from.kind === "udp" ? from.endpoint : void 0;
        this.#sendTo(from, this.#seal(peer, { kind: "pong", transaction: probe.transaction, observed }));
        if (from.kind === "udp") peer.path.notePing(from.endpoint, now);
        break;
      }
      case "pong":
        this.#handlePong(peer, probe, from);
        break;
      case "candidates":
        if (from.kind !== "relay") return;
        peer.offered = probe.endpoints;
        peer.path.setCandidates(this.#candidatesOf(peer), now);
        break;
    }
  }
  #handlePong(peer, pong, from) {
    const endpoint = from.kind === "udp" ? from.endpoint : void 0;
    const roundTripMs = peer.path.handlePong(pong.transaction, this.#now(), endpoint);
    if (roundTripMs !== void 0 && pong.observed) this.#stun.note(pong.observed);
  }
  #sendByPath(peer, bytes) {
    const now = this.#now();
    peer.path.noteActivity(now);
    const route = peer.path.route(now);
    if (route.relay) this.#sendByRelay(peer, bytes);
    for (const endpoint of route.endpoints) this.#link?.send(bytes, endpoint);
    if (peer.path.nextTimeout() <= now) this.#run();
  }
  #sendRunByPath(peer, arena, at, size, segmentSize) {
    const now = this.#now();
    peer.path.noteActivity(now);
    const route = peer.path.route(now);
    for (const endpoint of route.endpoints) this.#link?.sendRun(arena, at, size, segmentSize, endpoint);
    for (let sent = 0; route.relay && sent < size; sent += segmentSize) {
      const start = at + sent;
      const end = start + Math.min(segmentSize, size - sent);
      this.#sendByRelay(peer, new Uint8Array(arena.bytes.subarray(start, end)));
    }
    if (peer.path.nextTimeout() <= now) this.#run();
  }
  #sendByRelay(peer, bytes) {
    const url2 = peer.choice.choose();
    if (url2 !== void 0) this.#relays.use(url2).send(peer.publicKey, bytes);
  }
  #sendTo(to, bytes) {
    if (to.kind === "udp") this.#link?.send(bytes, to.endpoint);
    else this.#relays.find(to.relay)?.send(decodeBase64(to.peer), bytes);
  }
  #noteRelay(url2, state3) {
    for (const peer of this.#probed.values()) {
      if (state3 === "ready") peer.choice.noteReady(url2);
      else this.#noteGone(url2, peer, true);
    }
    this.#run();
  }
  /** With another relay at hand the path stays as it is: the next packet takes the other. */
  #noteGone(url2, peer, isDown = false) {
    if (!peer) return;
    const now = this.#now();
    const { choice } = peer;
    const used = choice.choose();
    const isAlone2 = isDown ? choice.noteDown(url2, now) : choice.noteLost(url2, now);
    if (used === url2 && isAlone2) peer.path.noteRelayLost(now);
  }
  #chooseAnew() {
    for (const peer of this.#probed.values()) this.#chooseAmong(peer);
  }
  #chooseAmong(peer) {
    const own2 = peer.relay === void 0 ? [] : [peer.relay];
    peer.choice.setRelays([...own2, ...this.#relays.order]);
    peer.path.setRelay(!peer.choice.isEmpty, this.#now());
  }
  #closeUnusedRelays() {
    const own2 = [...this.#probed.values()].flatMap(({ relay }) => relay === void 0 ? [] : [relay]);
    this.#relays.keep(new Set(own2));
  }
  #run() {
    if (this.#closed) return;
    const now = this.#now();
    let next = Number.POSITIVE_INFINITY;
    for (const peer of this.#probed.values()) {
      peer.path.handleTimeout(now);
      for (const output of peer.path.drain()) this.#perform(peer, output);
      next = Math.min(next, peer.path.nextTimeout());
    }
    clearTimeout(this.#timer);
    if (next === Number.POSITIVE_INFINITY) return;
    const delay = Math.min(Math.max(1, Math.ceil(next - now)), MAX_TIMER_MS2);
    this.#timer = setTimeout(() => this.#run(), delay);
  }
  #perform(peer, output) {
    switch (output.kind) {
      case "ping": {
        const bytes = this.#seal(peer, { kind: "ping", transaction: output.transaction });
        if (output.to === "relay") this.#pingByRelay(peer, bytes);
        else this.#link?.send(bytes, output.to);
        break;
      }
      case "offer":
        this.#offer(peer);
        break;
      case "changed":
        this.#options.onPath(peer.id, report2(output.state, peer.choice.choose()));
        break;
    }
  }
  #pingByRelay(peer, bytes) {
    const now = this.#now();
    const url2 = peer.choice.choose();
    if (url2 === void 0) return;
    this.#relays.use(url2).send(peer.publicKey, bytes);
    peer.choice.noteAsked(url2, now);
    const doubted = peer.choice.takeTry(now);
    if (doubted !== void 0) this.#relays.use(doubted).send(peer.publicKey, bytes);
  }
  /** The peers do not know yet that we are seen there. */
  #offerAnew() {
    for (const peer of this.#probed.values()) peer.path.noteOwnAddress(this.#now());
    this.#run();
  }
  #offer(peer) {
    const endpoints2 = orderCandidates([...this.observed, ...this.#localEndpoints()], {
      mesh: this.#options.mesh,
      allowLoopback: false
    });
    const transaction = this.#options.random.bytes(12);
    if (endpoints2.length > 0)
      this.#sendByRelay(peer, this.#seal(peer, { kind: "candidates", transaction, endpoints: endpoints2 }));
  }
  #localEndpoints() {
    const link = this.#link;
    if (!link) return [];
    return Object.values(networkInterfaces2()).flatMap((addresses) => addresses ?? []).filter((each) => !each.internal && isIp(each.address)).map((each) => ({ address: parseIp(each.address), port: link.port }));
  }
  #seal(peer, probe) {
    return sealProbe(nodePrimitives, peer.keys, probe, this.#options.random);
  }
  #now() {
    return this.#options.clock.monotonic();
  }
};
function report2(state3, relay) {
  switch (state3.kind) {
    case "direct":
      return { kind: "direct", endpoint: formatEndpoint(state3.endpoint), roundTripMs: state3.roundTripMs };
    case "relayed":
      return { kind: "relayed", relay: relay ?? "", roundTripMs: state3.roundTripMs };
    case "connecting":
    case "failed":
      return { kind: state3.kind };
  }
}

// src/mesh/node.ts
var ECHO_IDENTIFIER = 21328;
var Node = class _Node {
  dataPlane = "userspace";
  plane;
  /** The cipher tier that passed its self-test. */
  tier;
  #transport;
  #options;
  #addresses;
  #sessions = new PeerSessions();
  /** Streams that nobody answered yet. */
  #dialling = /* @__PURE__ */ new Set();
  #echoes = /* @__PURE__ */ new Map();
  #echoSequence = 0;
  #portMapping;
  constructor(options, plane, transport, tier) {
    this.#options = options;
    this.tier = tier;
    this.#addresses = options.addresses.map((prefix) => prefix.address);
    this.plane = plane;
    this.#transport = transport;
  }
  /** Opens the UDP port. @throws `TUNNEL_PORT_IN_USE` */
  static async open(options) {
    const { clock, random } = options;
    let plane;
    let node2;
    allowHeapGrowth();
    const aead = await chooseAead(options.aead);
    const transport = await Transport.open({
      clock,
      random,
      privateKey: options.privateKey,
      mesh: options.addresses,
      port: options.listenPort ?? 0,
      ...options.listenAddress === void 0 ? {} : { address: options.listenAddress },
      ...options.relayCa === void 0 ? {} : { relayCa: options.relayCa },
      ...options.env === void 0 ? {} : { env: options.env },
      ...options.relayOnly === void 0 ? {} : { relayOnly: options.relayOnly },
      aead,
      ...options.isNative === void 0 ? {} : { isNative: options.isNative },
      onDatagram: (bytes, from) => plane?.receive(bytes, from),
      onRun: (arena, at, size, segmentSize, from) => plane?.receiveRun(arena, at, size, segmentSize, from),
      onBatch: () => plane?.handOver(),
      onPath: (peer, path) => options.onEvent?.({ kind: "path", peer, path }),
      onRelayRefused: (relay, why) => options.onEvent?.({ kind: "relay-refused", relay, why })
    });
    plane = new Plane({
      privateKey: options.privateKey,
      addresses: options.addresses.map((prefix) => prefix.address),
      mtu: options.mtu ?? DEFAULT_MTU,
      clock,
      random,
      drawEphemeral,
      aead,
      measureHandshakeCost: () => measureHandshakeCost(clock),
      transmit: (output) => transport.transmit(output),
      transmitRun: (peer, to, arena, at, size, segmentSize) => transport.transmitRun(peer, to, arena, at, size, segmentSize),
      runLimits: RUN_LIMITS,
      onNews: (news) => node2?.takeNews(news)
    });
    node2 = new _Node(options, plane, transport, aead.name);
    transport.setStunServers(options.stunServers ?? []);
    if (options.portMapping && !options.relayOnly) await node2.#askRouter();
    plane.watch(plane.netstack, (event) => {
      if (event.kind === "echo-reply" && event.identifier === ECHO_IDENTIFIER) node2?.takeEcho(event.sequence);
    });
    return node2;
  }
  get description() {
    const udp = this.#transport.linkKind === "batched" ? "batched UDP" : "plain UDP";
    return `userspace data plane (${udp}), ${this.tier} cipher`;
  }
  get publicKey() {
    return this.plane.device.publicKey;
  }
  /** The UDP port that is open. */
  get port() {
    return this.#transport.port;
  }
  get addresses() {
    return this.#addresses;
  }
  /**
   * The relays of the mesh, best first: this node waits at the first four of them, and where one fails the
   * next serves within seconds. Their STUN responders tell how the outside sees this node.
   *
   * @throws `CONFIG_INVALID` for a URL that is no relay's
   */
  setRelays(relays) {
    this.#transport.setRelays(relays);
    const responders = relays.map((relay) => relay.stun).filter((each) => typeof each === "string");
    this.#transport.setStunServers([...this.#options.stunServers ?? [], ...responders]);
  }
  /** What opens the relays, from the coordinator; each newer one replaces the last. Without one none lets us in. */
  setRelayCredential(credential) {
    this.#transport.setRelayCredential(credential);
  }
  /** Makes these the peers: new ones are added, known ones changed with their session kept, others forgotten. */
  setPeers(peers) {
    const wanted = new Set(peers.map((peer) => peerId(peer.publicKey)));
    for (const id of this.plane.device.peers()) {
      if (!wanted.has(id)) this.#removePeer(id);
    }
    for (const peer of peers) this.#setPeer(peer);
  }
  /** Waits until the peer answered through the tunnel. @returns the round trip in ms, where we asked first. @throws `AGENT_UNREACHABLE` */
  async connect(id, timeoutMs) {
    if (this.#sessions.has(id)) return void 0;
    this.plane.device.connect(id, this.plane.now());
    this.plane.touch();
    return this.#sessions.wait(id, timeoutMs, () => this.#unanswered(id, timeoutMs));
  }
  /** Sends one ICMP echo through the tunnel. @returns the round trip in ms, or `undefined` after the timeout. */
  ping(host, timeoutMs) {
    const { promise, resolve } = Promise.withResolvers();
    const sequence = this.#echoSequence++ & 65535;
    const sentAt = this.plane.now();
    const timer = setTimeout(() => {
      this.#echoes.delete(sequence);
      resolve(void 0);
    }, timeoutMs);
    this.#echoes.set(sequence, (now) => {
      clearTimeout(timer);
      resolve(now === void 0 ? void 0 : now - sentAt);
    });
    this.plane.netstack.sendEcho(host, ECHO_IDENTIFIER, sequence, new Uint8Array(16), sentAt);
    this.plane.touch();
    return promise;
  }
  /** Opens a TCP connection in the mesh. @throws `TUNNEL_UNREACHABLE`, or what `net.connect` would say, with its `code` */
  async dial(host, port, timeoutMs = 3e4) {
    const remote = { address: await this.resolve(host), port };
    const stream3 = connectNetstack(this.plane, remote, { allowHalfOpen: true });
    const { promise, resolve, reject } = Promise.withResolvers();
    const timer = setTimeout(() => stream3.destroy(dialTimeout(remote, timeoutMs)), timeoutMs);
    this.#dialling.add(stream3);
    stream3.once("connect", resolve);
    stream3.once("error", reject);
    try {
      await promise;
      return stream3;
    } finally {
      clearTimeout(timer);
      this.#dialling.delete(stream3);
      stream3.removeListener("error", reject);
    }
  }
  /** Listens in the mesh. @throws `TUNNEL_PORT_IN_USE` */
  listen(port, onConnection, host) {
    const server = new NetstackServer(this.plane, { allowHalfOpen: true }, onConnection);
    return server.listen({ port, ...host === void 0 ? {} : { host } });
  }
  /** As {@link listen}, on every address. @throws `TUNNEL_PORT_IN_USE` */
  async expose(port, onConnection) {
    return this.listen(port, onConnection);
  }
  openUdpPort(onDatagram) {
    const socket = this.openUdp(void 0, () => {
      for (let each = socket.receive(); each !== void 0; each = socket.receive()) {
        onDatagram(each.bytes, each.from);
      }
    });
    return {
      send: (bytes, to) => {
        socket.send(bytes, to, this.plane.now());
        this.plane.touch();
      },
      close: () => socket.close()
    };
  }
  /** A UDP socket in the mesh; `onReadable` is called when datagrams wait. */
  openUdp(port, onReadable) {
    const socket = this.plane.netstack.openUdp(port === void 0 ? {} : { port });
    this.plane.watch(socket, () => onReadable(socket));
    return socket;
  }
  /** An address as it is, a name by the mesh. @throws `TUNNEL_UNREACHABLE` for a name that the mesh does not know */
  async resolve(host) {
    const bare = host.replace(/^\[(.*)\]$/, "$1");
    const address2 = isIp(bare) ? parseIp(bare) : await this.find(bare);
    if (address2) return address2;
    throw new SallyportError("TUNNEL_UNREACHABLE", {
      message: `the mesh knows no node ${JSON.stringify(host)}`,
      help: "use an address of the mesh, or the name of a node that this one may reach"
    });
  }
  /** The address of a name of the mesh; `undefined` for every other name. */
  async find(name) {
    const answer4 = await this.lookUp(name);
    if (answer4 === "no-such-name" || "pointer" in answer4) return void 0;
    return answer4.find((address2) => this.#reaches(address2)) ?? answer4[0];
  }
  /** As {@link find}, with every address, and with what is known not to be. */
  async lookUp(name) {
    return await this.#options.lookUp?.(name.toLowerCase()) ?? [];
  }
  /** There is a route, and an address of ours to send from. */
  #reaches(address2) {
    return this.#addresses.some(({ family }) => family === address2.family) && this.hasRoute(address2);
  }
  /** Whether some peer, or this node, has the address; this machine's own loopback no peer has, whatever its networks. */
  hasRoute(address2) {
    if (isLoopback(address2)) return false;
    return this.plane.device.hasRoute(address2) || this.#addresses.some((own2) => equalIp(own2, address2));
  }
  report() {
    return this.plane.device.peers().map((id) => {
      const status = this.plane.device.status(id);
      return {
        id,
        path: this.#transport.pathOf(id),
        remote: status.remote && describe3(status.remote),
        connected: this.#sessions.has(id),
        bytesReceived: status.bytesReceived,
        bytesSent: status.bytesSent
      };
    });
  }
  /** The relays that this node waits at. */
  get relays() {
    return this.#transport.relays;
  }
  /** What the outside sees this node as, as STUN servers and peers said. */
  get observed() {
    return this.#transport.observed.map(formatEndpoint);
  }
  async close() {
    this.#portMapping?.close();
    const closed = new Error("the node was closed");
    this.#sessions.close(closed);
    for (const answer4 of this.#echoes.values()) answer4(void 0);
    for (const stream3 of this.#dialling) stream3.destroy(closed);
    await this.plane.settle();
    this.plane.close();
    this.#transport.close();
  }
  /** @internal */
  takeNews(news) {
    this.#sessions.take(news);
    this.#options.onEvent?.(news);
  }
  /** @internal */
  takeEcho(sequence) {
    const answer4 = this.#echoes.get(sequence);
    this.#echoes.delete(sequence);
    answer4?.(this.plane.now());
  }
  async #askRouter() {
    const { clock, random, onEvent } = this.#options;
    const { PortMappingClient: PortMappingClient2 } = await Promise.resolve().then(() => (init_port_mapping_client(), port_mapping_client_exports));
    this.#portMapping = new PortMappingClient2({
      port: this.port,
      clock,
      random,
      onMapped: (external) => {
        this.#transport.setMapped(external);
        onEvent?.({ kind: "port-mapped", external });
      },
      onLost: (reason2) => {
        this.#transport.setMapped(void 0);
        onEvent?.({ kind: "port-lost", reason: reason2 });
      }
    });
  }
  #setPeer(peer) {
    const id = peerId(peer.publicKey);
    this.#transport.setPeer(id, peer);
    const first = peer.endpoints[0];
    const remote = peer.paths === "plain" ? first && udpRemote(first) : this.#transport.remoteOf(id);
    this.plane.setPeer(
      {
        publicKey: peer.publicKey,
        allowedIps: peer.allowedIps,
        ...peer.presharedKey ? { presharedKey: peer.presharedKey } : {},
        ...remote ? { remote } : {},
        ...peer.persistentKeepaliveSeconds ? { persistentKeepaliveSeconds: peer.persistentKeepaliveSeconds } : {}
      },
      peer.filter
    );
  }
  #removePeer(id) {
    this.#transport.removePeer(id);
    this.plane.removePeer(id);
    this.#sessions.forget(id);
  }
  /** What keeps relays from carrying anything, where none of them does. */
  #relayTrouble() {
    if (this.relays.some(({ state: state3 }) => state3 === "ready")) return "";
    return this.relays.flatMap(({ url: url2, why }) => why === void 0 ? [] : [`; ${url2}: ${why}`]).join("");
  }
  #unanswered(id, timeoutMs) {
    const path = this.#transport.pathOf(id);
    const drops = this.plane.device.drops;
    const status = this.plane.device.status(id);
    const why = !status?.remote ? "it has no endpoint and has not called" : drops.invalidHandshake > 0 ? "its answers do not authenticate: the keys or the preshared key differ" : `nothing came back from ${describe3(status.remote)} (path: ${path.kind})${this.#relayTrouble()}`;
    return new SallyportError("AGENT_UNREACHABLE", {
      message: `peer ${id} did not answer within ${timeoutMs} ms: ${why}`,
      help: "check its endpoint, that UDP passes, and that it knows our public key"
    });
  }
};
function describe3(remote) {
  return remote.kind === "udp" ? formatEndpoint(remote.endpoint) : `relay ${remote.relay}`;
}
function dialTimeout(remote, timeoutMs) {
  const error2 = new Error(
    `connect ETIMEDOUT ${formatIp(remote.address)}:${remote.port} after ${timeoutMs} ms`
  );
  return Object.assign(error2, { code: "ETIMEDOUT", syscall: "connect" });
}

// src/mesh/node-events.ts
init_ip();
function tellDiagnostics(diagnostics) {
  return (event) => {
    switch (event.kind) {
      case "path":
        diagnostics.log("debug", "path changed", { peer: event.peer, path: event.path.kind });
        break;
      case "relay-refused":
        diagnostics.log("warn", "a relay does not carry our packets", { relay: event.relay, why: event.why });
        break;
      case "port-mapped":
        diagnostics.log("info", "the router opened a port", { external: formatEndpoint(event.external) });
        break;
      case "port-lost":
        diagnostics.log("warn", "the router opens no port", { reason: event.reason });
        break;
      default:
        diagnostics.log("debug", "tunnel event", { kind: event.kind, peer: event.peer });
    }
  };
}

// src/verbs/mesh-membership.ts
var ARTIFACT_PORT = 7701;
var CONNECT_TIMEOUT_MS = 20 * SECOND;
var LEAVE_TIMEOUT_MS = 5 * SECOND;
async function joinMesh(identity, coordinator, target, ports) {
  const { client, machineKey, wireguardKey, keys } = identity;
  const { application, environment, approval, relayOnly, portMapping = false } = target;
  const token = (await identity.admissionToken(approval)).reveal();
  const admission = await requestAdmission(client, {
    token,
    keys,
    application,
    environment,
    approval,
    endpoints: []
  });
  const entry = { ca: coordinator.ca, relayOnly, portMapping, ports: [ARTIFACT_PORT] };
  return enterMesh({ client, machineKey, wireguardKey }, admission, entry, ports);
}
async function enterMesh({ client, machineKey, wireguardKey }, admission, entry, { clock, random, diagnostics }) {
  const { self } = admission;
  const names = new MeshNames();
  const node2 = await Node.open({
    privateKey: wireguardKey,
    addresses: [
      { address: parseIp(self.ipv4), bits: 32 },
      { address: parseIp(self.ipv6), bits: 128 }
    ],
    clock,
    random,
    relayOnly: entry.relayOnly,
    lookUp: (name) => names.lookUp(name),
    portMapping: entry.portMapping ?? false,
    onEvent: tellDiagnostics(diagnostics),
    ...entry.ca === void 0 ? {} : { relayCa: entry.ca }
  });
  const setPeers = (peers, relays) => {
    names.update(self, peers);
    node2.setRelays(relays);
    node2.setPeers(peers.map((peer) => meshPeerOf(peer, entry.ports)));
  };
  setPeers(admission.peers, admission.relays);
  const session = startControlSession({
    client,
    key: machineKey,
    ...entry.ca === void 0 ? {} : { ca: entry.ca },
    clock,
    random,
    diagnostics,
    async onMap({ map }) {
      setPeers([...map.peers.values()], map.relays);
      return [];
    },
    onRelayCredential: (credential) => node2.setRelayCredential(credential),
    onExpired: () => node2.setPeers([])
  });
  let isOver = false;
  session.ended.then(() => {
    isOver = true;
  });
  session.reportEndpoints(localEndpoints(node2.port, isLoopbackUrl(client.url), node2.observed));
  return {
    node: node2,
    name: self.name,
    address: self.ipv4,
    leaseEnd: parseTimestamp(admission.lease.end),
    agents: admission.peers.flatMap(agentOf),
    unacknowledged: admission.unacknowledged,
    refused: admission.refused,
    ended: session.ended,
    reach: (agent) => reach(node2, agent),
    async leave() {
      const isGone = isOver;
      session.close();
      try {
        if (!isGone) await Promise.race([leave(client), timeout(LEAVE_TIMEOUT_MS)]);
      } finally {
        await node2.close();
      }
    }
  };
}
function agentOf(peer) {
  const edge = peer.edges.find(({ direction }) => direction === "out");
  const port = edge?.ports[0] ?? edge?.ranges?.[0]?.first;
  if (peer.kind !== "agent" || port === void 0) return [];
  return [{ name: peer.name, address: peer.ipv4, port, machineKey: decodeBase64url(peer.machineKey), peer }];
}
async function reach(node2, agent) {
  const id = peerId(publicKey(decodeBase64url(agent.peer.wireguardKey)));
  await node2.connect(id, CONNECT_TIMEOUT_MS);
  const roundTripMs = await node2.ping(parseIp(agent.address), CONNECT_TIMEOUT_MS);
  if (roundTripMs === void 0) {
    throw new SallyportError("AGENT_UNREACHABLE", {
      message: `${agent.name} shook hands, but nothing came back through the tunnel`
    });
  }
  const path = node2.report().find((report4) => report4.id === id)?.path.kind ?? "connecting";
  return `${path}, ${roundTripMs.toFixed(1)} ms`;
}
function timeout(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

// src/verbs/artifact-server.ts
function artifactPath(artifact) {
  return `/artifacts/${artifact.slice("sha256:".length)}`;
}
function serveArtifacts(node2, artifacts) {
  const http = createServer6(artifactListener(artifacts));
  const listener = node2.listen(ARTIFACT_PORT, (stream3) => http.emit("connection", stream3));
  return {
    close() {
      listener.close();
      http.closeAllConnections();
    }
  };
}
function artifactListener(artifacts) {
  const byPath = new Map(artifacts.map((served) => [artifactPath(served.artifact), served]));
  return (request3, response) => answer2(byPath, request3, response);
}
function answer2(byPath, request3, response) {
  const served = request3.method === "GET" ? byPath.get(request3.url ?? "") : void 0;
  if (!served) {
    response.writeHead(404).end();
    return;
  }
  const start = rangeStart(request3.headers.range, served.size);
  if (start === void 0) {
    response.writeHead(416, { "content-range": `bytes */${served.size}` }).end();
    return;
  }
  const partial2 = request3.headers.range !== void 0;
  response.writeHead(partial2 ? 206 : 200, {
    "content-type": "application/octet-stream",
    "content-length": served.size - start,
    "accept-ranges": "bytes",
    ...partial2 ? { "content-range": `bytes ${start}-${served.size - 1}/${served.size}` } : {}
  });
  if (start >= served.size) {
    response.end();
    return;
  }
  const file = createReadStream(served.path, { start, end: served.size - 1 });
  file.on("error", () => response.destroy());
  file.on("end", () => {
    if (start + file.bytesRead === served.size) response.end();
    else response.destroy();
  });
  response.on("close", () => file.destroy());
  file.pipe(response, { end: false });
}
function rangeStart(range, size) {
  if (range === void 0) return 0;
  const match2 = /^bytes=(\d{1,15})-$/.exec(range);
  const start = Number(match2?.[1]);
  return match2 && start < size ? start : void 0;
}

// src/verbs/deployment-client.ts
const { request: request2 } = process.getBuiltinModule("node:http");

// src/api/messages/deployment.ts
var text = string2().max(64 * 1024);
var deploymentAccepted = looseObject({
  deployment: string2().regex(/^[a-z0-9-]{1,64}$/),
  log: string2().regex(/^\/v1\/deployments\/[a-z0-9-]{1,64}\/log$/),
  receipt: string2().regex(/^\/v1\/deployments\/[a-z0-9-]{1,64}\/receipt$/)
});
var deploymentRefused = looseObject({ error: text, message: text, help: text.nullish() });
var failure2 = looseObject({ code: string2().max(100), message: text });
var deploymentOutcome = discriminatedUnion("kind", [
  looseObject({ kind: literal("committed") }),
  looseObject({ kind: literal("already-running") }),
  looseObject({ kind: literal("revoked") }),
  looseObject({ kind: literal("refused"), failure: failure2 }),
  looseObject({
    kind: literal("rolled-back"),
    failure: failure2,
    to: string2().optional(),
    restored: boolean2(),
    quarantined: boolean2()
  })
]);
var deploymentLogLine = discriminatedUnion("kind", [
  looseObject({ kind: literal("state"), state: string2().max(100) }),
  looseObject({ kind: literal("note"), text }),
  looseObject({ kind: literal("output"), from: string2().max(100), text }),
  looseObject({ kind: literal("outcome"), outcome: deploymentOutcome })
]);

// src/verbs/deployment-client.ts
init_errors();
init_ip();
init_time();

// src/trust/receipt.ts
init_bytes();
init_errors();
var RECEIPT_PREDICATE_TYPE = "https://sallyport.dev/receipt/v1";
var MAX_RECEIPT_BYTES = 32 * 1024;
var failure3 = strictObject({ code: string2().regex(/^[a-z-]{1,40}$/), message: string2().max(4e3) });
var receiptPredicateSchema = strictObject({
  deployment: string2().min(1).max(100),
  application: applicationName,
  environment: environmentName,
  kind: _enum(["deploy", "rollback", "revoke"]),
  approval: digestText,
  sequence: counter,
  machine: string2().regex(publicKeyPattern("machine")),
  outcome: _enum(["committed", "rolled-back", "refused", "revoked", "already-running"]),
  /** Why it did not commit, or what is to be said of a commit. */
  reason: failure3.optional(),
  rolledBackTo: digestText.nullable().optional(),
  quarantined: boolean2().optional(),
  /** False where the previous release did not come up either. */
  restored: boolean2().optional(),
  previous: digestText.nullable(),
  finishedAt: timestampText,
  /** What every receipt must show: commands ran as the agent's user; the trust rule pins no workflow commit. */
  sameUser: boolean2(),
  anyWorkflow: boolean2()
});
var receiptSchema = strictObject({
  _type: literal(STATEMENT_TYPE),
  subject: array(
    strictObject({ name: string2().min(1).max(255), digest: strictObject({ sha256: sha256HexText }) })
  ).length(1),
  predicateType: literal(RECEIPT_PREDICATE_TYPE),
  predicate: receiptPredicateSchema
});
function verifyReceipt(envelope, machines) {
  const { payloadType, bytes, signers } = verifyEnvelope(envelope, machines);
  if (payloadType !== STATEMENT_PAYLOAD_TYPE) {
    throw new SallyportError("SIGNATURE_INVALID", {
      message: `the payload ${JSON.stringify(payloadType)} is no receipt`
    });
  }
  const limits = { source: "the receipt", maxBytes: MAX_RECEIPT_BYTES, maxDepth: 8 };
  const receipt = decodeDocument(receiptSchema, bytes, limits);
  const machine = signers[0];
  if (receipt.predicate.machine !== formatPublicKey("machine", machine)) {
    throw new SallyportError("SIGNATURE_INVALID", {
      message: "the receipt names another machine than the one that signed it"
    });
  }
  return { receipt, bytes, machine };
}

// src/verbs/deployment-client.ts
var MAX_ANSWER_BYTES = 1024 * 1024;
var MAX_LINE_BYTES = 128 * 1024;
var MAX_LOG_BYTES = 64 * 1024 * 1024;
var DIAL_TIMEOUT_MS = 20 * SECOND;
var ABORT_TIMEOUT_MS = 4 * SECOND;
var CLIENT_TIMES = {
  answerMs: 60 * SECOND,
  quietMs: 20 * SECOND,
  silenceMs: 30 * MINUTE
};
async function deployOnAgent(options) {
  const { approval } = options;
  const body = {
    approval: JSON.parse(Buffer.from(approval.file).toString("utf8")),
    source: { kind: "runner", port: ARTIFACT_PORT, path: artifactPath(approval.artifact) }
  };
  const accepted = await nudge(options, body);
  if (accepted.kind === "refused") {
    return { outcome: { kind: "refused", failure: accepted.failure }, receipt: void 0 };
  }
  const outcome = await followOrAbort(options, accepted);
  const receipt = await fetchReceipt(options, accepted.receipt);
  compareReceipt(options, outcome, receipt?.content);
  return { outcome, receipt };
}
async function nudge(options, body) {
  const { bytes, status } = await ask2(options, "POST", "/v1/deployments", JSON.stringify(body));
  return understand(options.agent, "its answer", (source) => {
    const value = parseStrictJson(bytes, { source, maxBytes: MAX_ANSWER_BYTES });
    if (status === 202) return { kind: "accepted", ...decode2(deploymentAccepted, value, { source }) };
    const { error: error2, message } = decode2(deploymentRefused, value, { source });
    return { kind: "refused", failure: { code: error2, message } };
  });
}
async function followOrAbort(options, accepted) {
  try {
    return await follow(options, accepted.log);
  } catch (error2) {
    if (options.signal.aborted && options.cancel === "abort") {
      options.onAbortAsked(await askToAbort(options, accepted.deployment));
    }
    throw error2;
  }
}
async function askToAbort(options, deployment) {
  const times = { ...options.times ?? CLIENT_TIMES, answerMs: ABORT_TIMEOUT_MS };
  const signal = new AbortController().signal;
  try {
    const { status } = await ask2({ ...options, signal, times }, "DELETE", `/v1/deployments/${deployment}`);
    return status === 202;
  } catch {
    return false;
  }
}
async function follow(options, path) {
  const { agent, times = CLIENT_TIMES, signal } = options;
  const gone = new AbortController();
  const response = await call2(options, "GET", path, times.silenceMs, AbortSignal.any([signal, gone.signal]));
  const watch2 = watchAgent(options, (why) => gone.abort(why));
  let outcome;
  try {
    for await (const line of lines(response, agent, watch2.heard)) {
      if (outcome) continue;
      options.onLine(line);
      if (line.kind === "outcome") outcome = line.outcome;
    }
  } catch (error2) {
    if (!outcome) throw gone.signal.aborted ? gone.signal.reason : error2;
  } finally {
    watch2.end();
    response.destroy();
  }
  if (outcome) return outcome;
  throw unreachable(agent, "the log ended before the deployment did; the agent goes on by itself");
}
function watchAgent({ node: node2, agent, times = CLIENT_TIMES }, onGone) {
  let quiet = true;
  const timer = setInterval(() => {
    if (!quiet) {
      quiet = true;
      return;
    }
    node2.ping(parseIp(agent.address), times.quietMs).then(
      (roundTripMs) => {
        if (roundTripMs !== void 0 || !quiet) return;
        onGone(unreachable(agent, "it does not answer any more; what it has begun it ends by itself"));
      },
      (error2) => onGone(unreachable(agent, messageOf(error2), error2))
    );
  }, times.quietMs);
  return {
    heard() {
      quiet = false;
    },
    end: () => clearInterval(timer)
  };
}
async function* lines(response, agent, heard) {
  let rest = "";
  let total = 0;
  response.setEncoding("utf8");
  try {
    for await (const chunk of response) {
      heard();
      total += chunk.length;
      if (total > MAX_LOG_BYTES) throw new Error(`its log is longer than ${MAX_LOG_BYTES} bytes`);
      const parts = (rest + chunk).split("\n");
      rest = parts.pop() ?? "";
      if (rest.length > MAX_LINE_BYTES) throw new Error("a line has no end");
      for (const part of parts) {
        yield understand(
          agent,
          "a line of its log",
          (source) => decode2(deploymentLogLine, parseStrictJson(part, { source, maxBytes: MAX_LINE_BYTES }), { source })
        );
      }
    }
  } catch (error2) {
    if (error2 instanceof SallyportError) throw error2;
    throw unreachable(agent, messageOf(error2), error2);
  }
}
async function fetchReceipt(options, path) {
  const { bytes: file, status } = await ask2(options, "GET", path);
  if (status !== 200) return void 0;
  const envelope = understand(
    options.agent,
    "its receipt",
    (source) => decode2(envelopeSchema, parseStrictJson(file, { source, maxBytes: MAX_ANSWER_BYTES }), { source })
  );
  return { file, content: verifyReceipt(envelope, options.machines).receipt };
}
function compareReceipt({ agent, approval }, outcome, receipt) {
  if (!receipt) {
    if (outcome.kind === "refused") return;
    throw new SallyportError("SIGNATURE_INVALID", {
      message: `${agent.name} says ${outcome.kind} and has no receipt: it does not count`
    });
  }
  const { subject, predicate } = receipt;
  const isOld = outcome.kind === "already-running";
  const pairs = [
    ["artifact", `sha256:${subject[0].digest.sha256}`, approval.artifact],
    ["application", predicate.application, approval.application],
    ["approval", predicate.approval, isOld ? predicate.approval : approval.digest],
    ["outcome", predicate.outcome, isOld ? "committed" : outcome.kind]
  ];
  for (const [what, stated, wanted] of pairs) {
    if (stated === wanted) continue;
    throw new SallyportError("SIGNATURE_INVALID", {
      message: `the receipt of ${agent.name} is for the ${what} ${stated}, not ${wanted}: it does not count`
    });
  }
}
async function ask2(options, method, path, body) {
  const { agent, signal, times = CLIENT_TIMES } = options;
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(times.answerMs)]);
  try {
    const response = await call2(options, method, path, times.answerMs, inTime, body);
    return { bytes: await readBounded2(response, agent), status: response.statusCode };
  } catch (error2) {
    if (error2 instanceof SallyportError) throw error2;
    throw unreachable(agent, messageOf(error2), error2);
  }
}
async function call2({ node: node2, agent }, method, path, silenceMs, signal, body) {
  try {
    const stream3 = await node2.dial(agent.address, agent.port, Math.min(DIAL_TIMEOUT_MS, silenceMs));
    const { promise, resolve, reject } = Promise.withResolvers();
    const outgoing = request2({
      createConnection: () => stream3,
      method,
      path,
      host: agent.address,
      headers: body === void 0 ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      signal
    });
    outgoing.setTimeout(silenceMs, () => outgoing.destroy(new Error("the agent went silent")));
    outgoing.on("response", resolve).on("error", reject);
    outgoing.end(body);
    return await promise;
  } catch (error2) {
    throw unreachable(agent, messageOf(error2), error2);
  }
}
async function readBounded2(response, agent) {
  const chunks = [];
  let total = 0;
  for await (const chunk of response) {
    total += chunk.length;
    if (total > MAX_ANSWER_BYTES)
      throw unreachable(agent, `its answer is longer than ${MAX_ANSWER_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, total);
}
function understand(agent, what, read2) {
  try {
    return read2(`${what} (${agent.name})`);
  } catch (error2) {
    throw unreachable(agent, `${what} cannot be read: ${messageOf(error2)}`, error2);
  }
}
function unreachable(agent, why, cause) {
  return new SallyportError("AGENT_UNREACHABLE", { message: `${agent.name}: ${why}`, cause });
}

// src/verbs/deployment-words.ts
init_errors();
init_exit_codes();
function exitCodeOf(outcome) {
  switch (outcome.kind) {
    case "committed":
    case "already-running":
    case "revoked":
      return EXIT.ok;
    case "rolled-back":
      return EXIT.rolledBack;
    case "refused":
      return outcome.failure.code === "source-lost" ? EXIT.unreachable : EXIT.refused;
  }
}
function submissionsOf(artifacts) {
  return [...Map.groupBy(artifacts, ({ application }) => application).values()].map(
    (group) => group.map((artifact, at) => ({
      ...artifact,
      label: group.length === 1 ? artifact.application : `${artifact.application}.${at + 1}`
    }))
  );
}

// src/api/coordinator-client.ts
init_bytes();
init_errors();
init_time();
var MAX_REPLY_BYTES = 24 * 1024 * 1024;
var TIMEOUT_MS2 = 30 * SECOND;
function createCoordinatorClient(options) {
  const coordinatorId = coordinatorIdOf(options.root);
  const state3 = { options, coordinatorId, keyList: void 0, newest: void 0, offsetMs: 0 };
  return {
    coordinatorId,
    url: options.url,
    keyList: () => currentKeyList(state3),
    doubtKeyList: () => {
      state3.keyList = void 0;
    },
    call: (name, input) => call3(state3, name, input),
    signUpgrade: (url2) => sign2(state3, { method: "GET", targetUri: url2, body: new Uint8Array() })
  };
}
async function call3(state3, name, input) {
  const route = ROUTES[name];
  await currentKeyList(state3);
  for (let attempt = 1; ; attempt++) {
    const exchange2 = await send2(state3, route, input);
    const skewed = checkReply(state3, exchange2);
    if (exchange2.status < 400) {
      if (skewed !== void 0)
        throw refusedReply(`${route.path}: its time differs from ours by more than 60 s`);
      return { kind: "done", value: decodeReply(route.reply, exchange2, route.path) };
    }
    const { problem } = decodeReply(problemSchema, exchange2, route.path);
    if (problem.kind !== "skew" || skewed === void 0 || attempt > 1) return { kind: "refused", problem };
    state3.offsetMs = skewed - state3.options.clock.now();
  }
}
async function send2(state3, route, input) {
  const { url: url2, http, timeoutMs = TIMEOUT_MS2 } = state3.options;
  const targetUri = `${url2}${fillPath(route.path, input.params ?? {})}`;
  const body = route.request ? encodeUtf8(JSON.stringify(input.body)) : new Uint8Array();
  const signed = sign2(state3, { method: route.method, targetUri, body });
  const response = await http.request({
    method: route.method,
    url: targetUri,
    headers: { ...signed, ...body.length === 0 ? {} : { "content-type": "application/json" } },
    ...body.length === 0 ? {} : { body },
    maxBytes: MAX_REPLY_BYTES,
    timeoutMs: input.timeoutMs ?? timeoutMs,
    ...input.signal ? { signal: input.signal } : {}
  });
  return { ...response, signature: signed.signature };
}
function sign2(state3, request3) {
  const { key, clock, random } = state3.options;
  const now = clock.now() + state3.offsetMs;
  return signRequest(request3, { key, coordinatorId: state3.coordinatorId, now }, random.bytes(NONCE_BYTES));
}
function checkReply(state3, { status, body, headers, signature: signature2 }) {
  const judgement = verifyResponse(
    { status, body, requestSignature: signature2 },
    {
      "content-digest": headers["content-digest"],
      "signature-input": headers["signature-input"],
      signature: headers["signature"]
    },
    {
      publicKey: state3.keyList.keys.control,
      coordinatorId: state3.coordinatorId,
      now: state3.options.clock.now() + state3.offsetMs
    }
  );
  if (judgement.kind === "verified") return void 0;
  if (judgement.code === "skew" && judgement.created !== void 0) return judgement.created;
  state3.keyList = void 0;
  throw refusedReply(
    `the reply (status ${status}) is not signed by this coordinator's control key: ${judgement.code}`
  );
}
async function currentKeyList(state3) {
  const known2 = state3.keyList;
  if (known2 && isCurrent(known2, state3.options.clock.now())) return known2;
  const exchange2 = await send2(state3, ROUTES.keyList, { params: void 0, body: void 0 });
  if (exchange2.status !== 200) throw refusedReply(`${ROUTES.keyList.path} answered ${exchange2.status}`);
  const reply = decodeReply(keyListReply, exchange2, ROUTES.keyList.path);
  const { root } = state3.options;
  if (!equalBytes(decodeBase64url(reply.root), root)) {
    throw refusedReply(
      `its root has the fingerprint ${coordinatorIdOf(decodeBase64url(reply.root))}, ours is ${state3.coordinatorId}`
    );
  }
  const list = verifyKeyList(reply.keyList, root);
  const { newest } = state3;
  if (newest && ["older", "forked"].includes(compareKeyLists(list, newest))) {
    throw refusedReply("its key list is older than, or contradicts, the one that we knew");
  }
  state3.keyList = list;
  state3.newest = list;
  const theirTime = checkReply(state3, exchange2);
  if (theirTime !== void 0) state3.offsetMs = theirTime - state3.options.clock.now();
  return list;
}
function decodeReply(schema, { body }, path) {
  const source = `the reply of ${path}`;
  return decode2(schema, parseStrictJson(body, { source, maxBytes: MAX_REPLY_BYTES }), {
    source,
    code: "REPLY_REFUSED"
  });
}
function refusedReply(message) {
  return new SallyportError("REPLY_REFUSED", {
    message,
    help: "check the URL, and the root in your configuration against what `coordinator init` printed"
  });
}

// src/verbs/runner-identity.ts
init_digest();

// src/mesh/wireguard-key-file.ts
init_bytes();
init_files();
function wireguardPublicKey(key) {
  return nodePrimitives.publicOf(nodePrimitives.importPrivateKey(key.reveal().slice()));
}

// src/trust/audience.ts
init_bytes();
init_digest();
var NO_APPROVAL = new Uint8Array(32);
function admissionAudience(binding) {
  const { coordinatorId, wireguardKey, machineKey, approvalDigest: approvalDigest2 = NO_APPROVAL } = binding;
  const hash3 = labelledHash("sallyport/admission/v1", wireguardKey, machineKey, approvalDigest2);
  return `sallyport:${coordinatorId}:${encodeBase64url(hash3)}`;
}
function approvalAudience(coordinatorId, statementBytes) {
  return `sallyport:${coordinatorId}:${encodeBase64url(labelledHash("sallyport/approval/v1", statementBytes))}`;
}

// src/verbs/runner-identity.ts
function createRunnerIdentity(coordinator, tokens, http, ports) {
  const { clock, random } = ports;
  const root = parsePublicKey("root", coordinator.root);
  const machineKey = ed25519KeyPair(random.bytes(32));
  const wireguardKey = privateKey(random.bytes(32));
  const keys = { wireguard: wireguardPublicKey(wireguardKey), machine: machineKey.publicKey };
  const url2 = coordinator.url.replace(/\/+$/, "");
  const client = createCoordinatorClient({ url: url2, root, key: machineKey, http, clock, random });
  const { coordinatorId } = client;
  return {
    client,
    machineKey,
    wireguardKey,
    keys,
    admissionToken(approval) {
      const approvalDigest2 = approval === null ? void 0 : parseDigest(approval);
      const binding = {
        coordinatorId,
        wireguardKey: keys.wireguard,
        machineKey: keys.machine,
        approvalDigest: approvalDigest2
      };
      return tokens.request(admissionAudience(binding));
    },
    approvalToken: (statementBytes) => tokens.request(approvalAudience(coordinatorId, statementBytes))
  };
}

// src/verbs/deployment.ts
function createRunner(wish, ports) {
  return { identity: createRunnerIdentity(wish.coordinator, ports.tokens, ports.http, ports), wish };
}
async function approveAll({ identity, wish }, ports) {
  const verdict = new Uint8Array(await readFile(wish.verdictPath));
  const granted = [];
  await mkdir2(wish.reportFolder, { recursive: true, mode: 448 });
  for (const artifacts of submissionsOf(wish.artifacts)) {
    const approvals = await askApprovals(
      identity,
      artifacts,
      {
        environment: wish.environment,
        kind: "deploy",
        scope: wish.scope,
        verdict,
        locations: ["mesh:runner"]
      },
      {
        onWaiting: (given, wanted) => ports.onEvent({ kind: "note", text: `waiting for people: ${given} of ${wanted} have approved` }),
        onRetry: (reason2) => ports.onEvent({ kind: "note", text: `${reason2}; asking again` }),
        sleep: ports.sleep,
        signal: ports.signal
      }
    );
    for (const approval of approvals) {
      const path = join5(wish.reportFolder, `${approval.label}.approval.json`);
      await writeFileAtomic(path, approval.file);
      ports.onEvent({ kind: "approval", path, digest: approval.digest, artifact: approval.artifact });
      granted.push(approval);
    }
  }
  return granted;
}
async function joinFor({ identity, wish }, approval, ports) {
  const mesh = await joinMesh(
    identity,
    wish.coordinator,
    {
      application: approval.application,
      environment: wish.environment,
      approval: approval.digest,
      relayOnly: wish.relayOnly
    },
    ports
  );
  ports.onEvent({ kind: "joined", name: mesh.name, address: mesh.address, leaseEnd: mesh.leaseEnd });
  for (const { name, reason: reason2 } of mesh.refused)
    ports.onEvent({ kind: "note", text: `${name} refused us: ${reason2}` });
  for (const name of mesh.unacknowledged)
    ports.onEvent({ kind: "note", text: `${name} did not acknowledge in time` });
  return mesh;
}
async function deployThrough(runner, mesh, approval, ports) {
  if (mesh.agents.length === 0) {
    throw new SallyportError("AGENT_UNREACHABLE", {
      message: `no agent is there for ${approval.application} in ${runner.wish.environment}`,
      help: 'see "sallyport nodes list": agents enrol for an application and an environment'
    });
  }
  const served = serveArtifacts(mesh.node, [approval]);
  try {
    for (const agent of mesh.agents) {
      const code = await deployOn(runner, mesh, agent, approval, ports);
      if (code !== EXIT.ok) return code;
    }
    return mesh.refused.length + mesh.unacknowledged.length > 0 ? EXIT.unreachable : EXIT.ok;
  } finally {
    served.close();
  }
}
async function deployOn({ wish }, mesh, agent, approval, ports) {
  ports.onEvent({ kind: "reached", agent: agent.name, how: await mesh.reach(agent) });
  const { outcome, receipt } = await deployOnAgent({
    node: mesh.node,
    agent,
    approval,
    machines: machinesOf(wish, agent),
    onLine: (line) => ports.onEvent({ kind: "line", agent: agent.name, line }),
    signal: ports.signal,
    cancel: wish.cancel,
    onAbortAsked: (heard) => ports.onEvent({ kind: "note", text: abortNote(agent, heard) })
  });
  if (receipt) {
    const path = join5(wish.reportFolder, `${approval.label}.${agent.name}.receipt.json`);
    await writeFileAtomic(path, receipt.file);
  }
  ports.onEvent({ kind: "outcome", agent: agent.name, outcome, digest: approval.artifact });
  return exitCodeOf(outcome);
}
function abortNote({ name }, heard) {
  return heard ? `${name} was asked to stop: it does if it has not switched` : `${name} could not be asked to stop: it goes on to committed or rolled back`;
}
function machinesOf(wish, agent) {
  if (wish.machines.length > 0) return wish.machines.map((text2) => parsePublicKey("machine", text2));
  return [agent.machineKey];
}

// src/verbs/identity-token.ts
init_errors();
init_time();
var answer3 = object({ value: string2().min(1).max(16384) });
var ATTEMPTS = 4;
function createIdentityTokenSource(env, http, mask, sleep2) {
  const url2 = env["ACTIONS_ID_TOKEN_REQUEST_URL"];
  const bearer = env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  if (!url2 || !bearer) {
    throw new SallyportError("USAGE", {
      message: "this job may not ask for an identity token",
      help: "add to the job: permissions: { contents: read, id-token: write }"
    });
  }
  return {
    async request(audience) {
      const target = new URL(url2);
      target.searchParams.set("audience", audience);
      const response = await requestPatiently(http, target.href, bearer, sleep2);
      const { value } = decode2(
        answer3,
        parseStrictJson(response.body, { source: "the token answer", maxBytes: 65536 }),
        {
          source: "the token answer",
          code: "HTTP_FAILED"
        }
      );
      mask(value);
      return new Secret(value);
    }
  };
}
async function requestPatiently(http, url2, bearer, sleep2) {
  let failure4;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await sleep2(2 ** (attempt - 1) * SECOND);
    try {
      const response = await http.request({
        method: "GET",
        url: url2,
        headers: { authorization: `Bearer ${bearer}`, accept: "application/json" },
        maxBytes: 65536,
        timeoutMs: 10 * SECOND
      });
      if (response.status === 200) return response;
      failure4 = new SallyportError("HTTP_FAILED", {
        message: `the token endpoint answered ${response.status}`
      });
      if (response.status < 500 && response.status !== 429) break;
    } catch (error2) {
      failure4 = error2;
    }
  }
  throw failure4;
}

// src/platform/clock.ts
var [startedAt] = process.hrtime();
var systemClock = {
  // As quick as `performance.now`, which loads half a dozen modules at its first call.
  monotonic: () => {
    const [seconds2, nanoseconds] = process.hrtime();
    return (seconds2 - startedAt) * 1e3 + nanoseconds / 1e6;
  },
  now: () => Date.now()
};

// src/base/diagnostics.ts
var LEVELS = ["trace", "debug", "info", "warn", "error"];

// src/platform/diagnostics.ts
init_time();
function createDiagnostics(options) {
  const least = LEVELS.indexOf(options.level);
  const format = options.format === "json" ? formatJson : formatText;
  return {
    log(level, message, fields = {}) {
      if (LEVELS.indexOf(level) >= least) options.write(`${format(level, message, fields)}
`);
    }
  };
}
function formatJson(level, message, fields) {
  return JSON.stringify({ time: formatTimestamp(systemClock.now()), level, message, ...fields });
}
function formatText(level, message, fields) {
  const pairs = Object.entries(fields).filter(([, value]) => value !== void 0).map(
    ([name, value]) => `${name}=${typeof value === "string" && /^[\w.:/@+-]+$/.test(value) ? value : JSON.stringify(value)}`
  );
  const prefix = level === "info" ? "" : `${level}: `;
  return [`${prefix}${message}`, ...pairs].join(" ");
}

// src/platform/random.ts
const { randomFillSync } = process.getBuiltinModule("node:crypto");
var POOL = 4096;
var pool = new Uint8Array(POOL);
var left = 0;
var systemRandom = {
  bytes(length) {
    if (length > POOL / 8) return randomFillSync(new Uint8Array(length));
    if (left < length) {
      randomFillSync(pool);
      left = POOL;
    }
    left -= length;
    const bytes = pool.slice(left, left + length);
    pool.fill(0, left, left + length);
    return bytes;
  }
};

// src/platform/terminal.ts
function createStyle(isTerminal, env) {
  const coloured = isTerminal && !env["NO_COLOR"] && env["TERM"] !== "dumb";
  const paint = (on, off) => (text2) => coloured ? `\x1B[${on}m${text2}\x1B[${off}m` : text2;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39)
  };
}

// src/verbs/process-ports.ts
function createProcessPorts(process2) {
  let abort;
  let draining;
  const stdout = stream2(() => process2.stdout);
  const errors = stream2(() => process2.stderr);
  const stderr = (text2) => {
    errors().write(text2);
  };
  const format = process2.env["SALLYPORT_LOG"] === "json" ? "json" : "text";
  const verbose = process2.argv.includes("--verbose");
  return {
    clock: systemClock,
    random: systemRandom,
    diagnostics: createDiagnostics({ level: verbose ? "debug" : "info", format, write: stderr }),
    cwd: process2.cwd(),
    env: process2.env,
    stdout: (text2) => {
      if (stdout().write(text2)) return void 0;
      draining ??= drained(stdout()).then(() => {
        draining = void 0;
      });
      return draining;
    },
    stderr,
    // Opened where it is read: that costs a tenth of an empty start.
    get stdin() {
      return process2.stdin;
    },
    get style() {
      return createStyle(errors().isTTY === true, process2.env);
    },
    get isTerminal() {
      return errors().isTTY === true;
    },
    get signal() {
      if (!abort) {
        abort = new AbortController();
        for (const name of ["SIGINT", "SIGTERM"]) stopOn(name, process2, abort);
      }
      return abort.signal;
    }
  };
}
function stream2(open5) {
  let opened;
  return () => {
    opened ??= open5().on("error", ignoreClosedPipe);
    return opened;
  };
}
function stopOn(name, process2, abort) {
  let first;
  const stop2 = () => {
    if (first === void 0) {
      first = systemClock.monotonic();
      abort.abort(new Interruption(name));
    } else if (systemClock.monotonic() - first > 1e3) {
      process2.removeListener(name, stop2);
      process2.kill(process2.pid, name);
    }
  };
  process2.on(name, stop2);
}
function drained(stream3) {
  return new Promise((resolve) => {
    const end = () => {
      stream3.off("drain", end).off("close", end);
      resolve();
    };
    stream3.on("drain", end).on("close", end);
  });
}
function ignoreClosedPipe(error2) {
  if (error2.code !== "EPIPE") throw error2;
}

// src/verbs/background-node.ts
var PARENT_INTERVAL_MS = 2 * SECOND;
var MAX_WISH_BYTES = 1024 * 1024;
async function runBackground(process2) {
  process2.stdout.on("error", () => {
  });
  const emit3 = (event) => {
    process2.stdout.write(`${JSON.stringify(event)}
`);
  };
  const job = new Job(await readWish(process2.stdin), createProcessPorts(process2), emit3);
  try {
    process2.exitCode = await job.run();
  } catch (error2) {
    process2.exitCode = report3(error2, emit3);
  } finally {
    await job.leave();
  }
}
function report3(error2, emit3) {
  const known2 = error2 instanceof SallyportError ? error2 : void 0;
  const exitCode = known2?.exitCode ?? EXIT.internal;
  emit3({
    kind: "error",
    code: known2?.code ?? "INTERNAL",
    message: messageOf(error2),
    help: known2?.help ?? null
  });
  emit3({ kind: "done", exitCode, stays: false });
  return exitCode;
}
var Job = class {
  #wish;
  #ports;
  #emit;
  #meshes = [];
  #over = Promise.withResolvers();
  #session;
  #server;
  #parent;
  constructor(wish, ports, emit3) {
    this.#wish = wish;
    this.#ports = ports;
    this.#emit = emit3;
  }
  async run() {
    const { command } = this.#wish;
    const code = await this.#work();
    const stays = command !== "approve" && this.#meshes.length > 0;
    if (stays) await this.#listen();
    this.#emit({ kind: "done", exitCode: code, stays });
    if (stays) await this.#stay();
    return code;
  }
  /** Once: the memberships end at the coordinator, and with them the leases. */
  async leave() {
    clearInterval(this.#parent);
    this.#session?.close();
    this.#server?.close();
    for (const mesh of this.#meshes.splice(0)) {
      try {
        await mesh.leave();
      } catch (error2) {
        this.#ports.diagnostics.log(
          "warn",
          "the coordinator did not hear that we left; the lease ends by time",
          { reason: messageOf(error2) }
        );
      }
    }
  }
  async #work() {
    const { command, deployment } = this.#wish;
    const ports = this.#deploymentPorts();
    const runner = createRunner(deployment, ports);
    const approvals = await approveAll(runner, ports);
    if (command === "approve") return EXIT.ok;
    for (const approval of approvals) {
      const mesh = await joinFor(runner, approval, ports);
      this.#meshes.push(mesh);
      if (command === "deploy") {
        const code = await deployThrough(runner, mesh, approval, ports);
        if (code !== EXIT.ok) return code;
      } else {
        for (const agent of mesh.agents)
          ports.onEvent({ kind: "reached", agent: agent.name, how: await mesh.reach(agent) });
      }
    }
    if (command === "connect") await this.#openProxies();
    return EXIT.ok;
  }
  #deploymentPorts() {
    const { ca } = this.#wish.deployment.coordinator;
    const ports = this.#ports;
    const mask = (value) => this.#emit({ kind: "mask", value });
    return {
      ...ports,
      http: createHttpClient(ca === void 0 ? {} : { ca }),
      tokens: createIdentityTokenSource(ports.env, createHttpClient(), mask, sleep),
      sleep,
      onEvent: (event) => this.#emit({ kind: "event", event })
    };
  }
  /** Later steps reach the approval's agents through proxies that ask for a password. */
  async #openProxies() {
    const mesh = this.#meshes[0];
    if (!mesh || !this.#wish.proxies) return;
    const env = this.#ports.env;
    const wishes = { forwards: [], exposes: [], env, proxyNeedsLogin: true, hasCommand: true };
    this.#session = await startSession(mesh.node, wishes, this.#ports.random);
    const variables2 = this.#session.environment;
    const passwords = Object.values(variables2).map((value) => URL.parse(value)?.password);
    for (const password of new Set(passwords)) if (password) this.#emit({ kind: "mask", value: password });
    this.#emit({ kind: "export", variables: variables2 });
  }
  async #listen() {
    const server = createServer7((socket) => {
      socket.setEncoding("utf8");
      socket.on("error", () => {
      });
      if (!isOwnPeer(socket)) {
        socket.destroy();
        return;
      }
      socket.once("data", (text2) => {
        if (text2.trim() !== LEAVE) {
          socket.destroy();
          return;
        }
        void this.leave().finally(() => {
          socket.end(`${LEFT}
`);
          this.#over.resolve();
        });
      });
    });
    this.#server = server;
    await new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(this.#wish.socket, resolve);
    });
  }
  async #stay() {
    const { clock, signal } = this.#ports;
    const end = Math.max(...this.#meshes.map((mesh) => mesh.leaseEnd));
    const lease = setTimeout(
      () => this.#over.resolve(),
      Math.min(2147483647, Math.max(0, end - clock.now()))
    );
    this.#parent = setInterval(() => {
      if (!isAlive(this.#wish.parentPid)) this.#over.resolve();
    }, PARENT_INTERVAL_MS);
    signal.addEventListener("abort", () => this.#over.resolve(), { once: true });
    if (signal.aborted) this.#over.resolve();
    await this.#over.promise;
    clearTimeout(lease);
  }
};
async function readWish(stdin) {
  let text2 = "";
  stdin.setEncoding("utf8");
  for await (const chunk of stdin) {
    text2 += chunk;
    if (text2.length > MAX_WISH_BYTES) throw new Error("the wish is too long");
  }
  return JSON.parse(text2);
}
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

// src/action/background.ts
void runBackground(process);
