const __bundleUrl = import.meta.url
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)

// src/base/interruption.ts
var Interruption = class extends Error {
  signal;
  constructor(signal) {
    super(`interrupted by ${signal}`);
    this.name = "Interruption";
    this.signal = signal;
  }
};

// src/platform/clock.ts
var [startedAt] = process.hrtime();
var systemClock = {
  // As quick as `performance.now`, which loads half a dozen modules at its first call.
  monotonic: () => {
    const [seconds, nanoseconds] = process.hrtime();
    return (seconds - startedAt) * 1e3 + nanoseconds / 1e6;
  },
  now: () => Date.now()
};

// src/base/diagnostics.ts
var LEVELS = ["trace", "debug", "info", "warn", "error"];

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
  unreachable: 14,
  /** the command that we were to run is there and cannot be run, as shells say it */
  commandNotExecutable: 126,
  /** there is no command of that name, as shells say it */
  commandNotFound: 127
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

// src/base/errors.ts
function messageOf(thrown) {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

// src/base/time.ts
var SECOND = 1e3;
function formatTimestamp(time) {
  return new Date(time).toISOString().replace(".000Z", "Z");
}

// src/platform/diagnostics.ts
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
  const paint = (on, off) => (text) => coloured ? `\x1B[${on}m${text}\x1B[${off}m` : text;
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

// src/action/post-run.ts
const { connect } = process.getBuiltinModule("node:net");

// src/verbs/background-protocol.ts
var LEAVE = "leave";
var LEFT = "left";

// src/base/bytes.ts
var strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var utf8 = new TextEncoder();
var scratch = Buffer.alloc(64);

// src/action/workflow-commands.ts
function formatNotice(message) {
  return `::notice::${escapeData(message)}
`;
}
var MAX_LINE_BYTES = 4 * 1024;
var MAX_PRINTED_BYTES = 1024 * 1024;
function escapeData(value) {
  return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

// src/action/post-run.ts
var LEAVE_TIMEOUT_MS = 10 * SECOND;
async function runPost(ports) {
  const socket = ports.env["STATE_socket"];
  if (socket === void 0 || socket === "") return EXIT.ok;
  try {
    const answer = await ask(socket);
    ports.stdout(
      answer === LEFT ? "left the mesh\n" : formatNotice("the background process did not say that it left; the lease ends by time")
    );
  } catch (error) {
    ports.stdout(`no node is left to end (${messageOf(error)})
`);
  }
  return EXIT.ok;
}
function ask(path) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const socket = connect(path);
  let answer = "";
  socket.setEncoding("utf8");
  socket.setTimeout(
    LEAVE_TIMEOUT_MS,
    () => socket.destroy(new Error(`no answer within ${LEAVE_TIMEOUT_MS} ms`))
  );
  socket.on("connect", () => socket.write(`${LEAVE}
`));
  socket.on("data", (text) => {
    answer = (answer + text).slice(0, 100);
  });
  socket.on("close", () => resolve(answer.trim()));
  socket.on("error", reject);
  return promise;
}

// src/action/post.ts
process.exitCode = await runPost(createProcessPorts(process));
