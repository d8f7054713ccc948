import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __knownSymbol = (name, symbol) => (symbol = Symbol[name]) ? symbol : /* @__PURE__ */ Symbol.for("Symbol." + name);
var __typeError = (msg) => {
  throw TypeError(msg);
};
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
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
var __using = (stack, value, async) => {
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
var __callDispose = (stack, error, hasError) => {
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

// src/base/exit-codes.ts
var EXIT = {
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
  unreachable: 14
};

// src/base/error-codes.ts
var ERROR_CODES = {
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

// src/base/errors.ts
var SallyportError = class extends Error {
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

export {
  __require,
  __commonJS,
  __export,
  __toESM,
  __using,
  __callDispose,
  EXIT,
  ERROR_CODES,
  SallyportError,
  formatPlace,
  messageOf,
  hasSystemCode
};
