"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
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
var import_chunk_BTVMKBHD = require("./chunks/chunk-BTVMKBHD.cjs");
var import_chunk_LYNT5DVA = require("./chunks/chunk-LYNT5DVA.cjs");
var import_chunk_SO3KANTK = require("./chunks/chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunks/chunk-GEUJANHY.cjs");
var import_chunk_TO5RH7DJ = require("./chunks/chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunks/chunk-HJAZFC2R.cjs");
var import_node_crypto = process.getBuiltinModule("node:crypto");

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
  return JSON.stringify({ time: (0, import_chunk_GEUJANHY.formatTimestamp)(systemClock.now()), level, message, ...fields });
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
      abort.abort(new import_chunk_BTVMKBHD.Interruption(name));
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
  gate: async () => (await Promise.resolve().then(() => require("./chunks/gate-QKW2XS3A.cjs"))).gate,
  scan: async () => (await Promise.resolve().then(() => require("./chunks/scan-M2X4TS2P.cjs"))).scan,
  packages: async () => (await Promise.resolve().then(() => require("./chunks/packages-6Q4RRNJW.cjs"))).packages,
  sbom: async () => (await Promise.resolve().then(() => require("./chunks/sbom-36W6OL7T.cjs"))).sbom,
  why: async () => (await Promise.resolve().then(() => require("./chunks/why-27QSSGSY.cjs"))).why,
  versions: async () => (await Promise.resolve().then(() => require("./chunks/versions-3CVVEBLY.cjs"))).versions,
  "advisories update": async () => (await Promise.resolve().then(() => require("./chunks/advisories-IO45S424.cjs"))).advisoriesUpdate,
  // approving
  "key new": async () => (await Promise.resolve().then(() => require("./chunks/key-3OVKLWKB.cjs"))).keyNew,
  approve: async () => (await Promise.resolve().then(() => require("./chunks/approve-UZSIXRJ6.cjs"))).approve,
  verify: async () => (await Promise.resolve().then(() => require("./chunks/verify-3WBH3TRU.cjs"))).verify,
  "log verify": async () => (await Promise.resolve().then(() => require("./chunks/log-OSYWPSCJ.cjs"))).logVerify,
  "log show": async () => (await Promise.resolve().then(() => require("./chunks/log-view-TY2256LE.cjs"))).logShow,
  "log export": async () => (await Promise.resolve().then(() => require("./chunks/log-view-TY2256LE.cjs"))).logExport,
  // connecting and deploying
  connect: async () => (await Promise.resolve().then(() => require("./chunks/connect-EGJTEBIR.cjs"))).connect,
  nc: async () => (await Promise.resolve().then(() => require("./chunks/nc-N6DTQCEK.cjs"))).nc,
  doctor: async () => (await Promise.resolve().then(() => require("./chunks/doctor-FED2BH7U.cjs"))).doctor,
  deploy: async () => (await Promise.resolve().then(() => require("./chunks/deploy-SPJYJTAP.cjs"))).deploy,
  "agent run": async () => (await Promise.resolve().then(() => require("./chunks/agent-run-B2GONZ6F.cjs"))).agentRun,
  "agent enroll": async () => (await Promise.resolve().then(() => require("./chunks/agent-enroll-UKRTYBSS.cjs"))).agentEnroll,
  "agent stop": async () => (await Promise.resolve().then(() => require("./chunks/agent-stop-SA3SGYV6.cjs"))).agentStop,
  "agent doctor": async () => (await Promise.resolve().then(() => require("./chunks/agent-doctor-PMKHPWCB.cjs"))).agentDoctor,
  // people
  login: async () => (await Promise.resolve().then(() => require("./chunks/login-RZZN7MRY.cjs"))).login,
  logout: async () => (await Promise.resolve().then(() => require("./chunks/login-RZZN7MRY.cjs"))).logout,
  whoami: async () => (await Promise.resolve().then(() => require("./chunks/login-RZZN7MRY.cjs"))).whoami,
  "sessions list": async () => (await Promise.resolve().then(() => require("./chunks/sessions-QK5ZFIZS.cjs"))).sessionsList,
  "sessions end": async () => (await Promise.resolve().then(() => require("./chunks/sessions-QK5ZFIZS.cjs"))).sessionsEnd,
  "people forget": async () => (await Promise.resolve().then(() => require("./chunks/sessions-QK5ZFIZS.cjs"))).peopleForget,
  "approvals list": async () => (await Promise.resolve().then(() => require("./chunks/approvals-NZ5EDEAS.cjs"))).approvalsList,
  "approvals show": async () => (await Promise.resolve().then(() => require("./chunks/approvals-NZ5EDEAS.cjs"))).approvalsShow,
  "approvals approve": async () => (await Promise.resolve().then(() => require("./chunks/approvals-NZ5EDEAS.cjs"))).approvalsApprove,
  "approvals refuse": async () => (await Promise.resolve().then(() => require("./chunks/approvals-NZ5EDEAS.cjs"))).approvalsRefuse,
  "environments list": async () => (await Promise.resolve().then(() => require("./chunks/environments-3WEJ5AZI.cjs"))).environmentsList,
  "environments freeze": async () => (await Promise.resolve().then(() => require("./chunks/environments-3WEJ5AZI.cjs"))).environmentsFreeze,
  "environments unfreeze": async () => (await Promise.resolve().then(() => require("./chunks/environments-3WEJ5AZI.cjs"))).environmentsUnfreeze,
  "break-glass": async () => (await Promise.resolve().then(() => require("./chunks/environments-3WEJ5AZI.cjs"))).breakGlass,
  // operating
  "coordinator init": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-MZ4P7DL2.cjs"))).coordinatorInit,
  "coordinator serve": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-MZ4P7DL2.cjs"))).coordinatorServe,
  "coordinator enroll": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-MZ4P7DL2.cjs"))).coordinatorEnroll,
  "coordinator first-admin": async () => (await Promise.resolve().then(() => require("./chunks/first-admin-6R2AYAAU.cjs"))).coordinatorFirstAdmin,
  "coordinator configure": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-MZ4P7DL2.cjs"))).coordinatorConfigure,
  "coordinator backup": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-WDLDSN4A.cjs"))).coordinatorBackup,
  "coordinator restore": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-WDLDSN4A.cjs"))).coordinatorRestore,
  "witness serve": async () => (await Promise.resolve().then(() => require("./chunks/witness-Q5RTQGXJ.cjs"))).witnessServe,
  "relay serve": async () => (await Promise.resolve().then(() => require("./chunks/relay-FDCBCGLA.cjs"))).relayServe,
  "recovery show": async () => (await Promise.resolve().then(() => require("./chunks/recovery-JT2AVYVE.cjs"))).recoveryShow,
  "recovery end": async () => (await Promise.resolve().then(() => require("./chunks/recovery-JT2AVYVE.cjs"))).recoveryEnd,
  "coordinator migrate": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-WDLDSN4A.cjs"))).coordinatorMigrate,
  "coordinator doctor": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-WDLDSN4A.cjs"))).coordinatorDoctor,
  "keys renew": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-WDLDSN4A.cjs"))).keysRenew,
  "keys clear-log": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-WDLDSN4A.cjs"))).keysClearLog,
  "keys rotate": async () => (await Promise.resolve().then(() => require("./chunks/coordinator-upkeep-WDLDSN4A.cjs"))).keysRotate,
  "nodes list": async () => (await Promise.resolve().then(() => require("./chunks/nodes-JHUYKKXA.cjs"))).nodesList,
  "nodes approve": async () => (await Promise.resolve().then(() => require("./chunks/nodes-approve-CLYZ7IYY.cjs"))).nodesApprove,
  "nodes revoke": async () => (await Promise.resolve().then(() => require("./chunks/nodes-JHUYKKXA.cjs"))).nodesRevoke,
  "nodes resume": async () => (await Promise.resolve().then(() => require("./chunks/nodes-JHUYKKXA.cjs"))).nodesResume,
  push: async () => (await Promise.resolve().then(() => require("./chunks/push-FOUBMQYM.cjs"))).push,
  schema: async () => (await Promise.resolve().then(() => require("./chunks/schema-MJTVHRLT.cjs"))).schema,
  "acl check": async () => (await Promise.resolve().then(() => require("./chunks/acl-D4PSS22O.cjs"))).aclCheck,
  "acl test": async () => (await Promise.resolve().then(() => require("./chunks/acl-D4PSS22O.cjs"))).aclTest,
  "acl explain": async () => (await Promise.resolve().then(() => require("./chunks/acl-D4PSS22O.cjs"))).aclExplain,
  "acl diff": async () => (await Promise.resolve().then(() => require("./chunks/acl-D4PSS22O.cjs"))).aclDiff,
  "acl resolve": async () => (await Promise.resolve().then(() => require("./chunks/acl-resolve-5D7TGO6P.cjs"))).aclResolve
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
    return (0, import_chunk_GEUJANHY.parseDuration)(value);
  } catch (error) {
    throw usage(verb, `--${name}: ${(0, import_chunk_TO5RH7DJ.messageOf)(error)}`);
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
  const near = (0, import_chunk_SO3KANTK.nearest)(name, known);
  return new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
    message: `sallyport ${verb.name} has no option --${name}`,
    help: near === void 0 ? `sallyport ${verb.name} --help lists them` : `did you mean --${near}?`
  });
}
function usage(verb, message) {
  return new import_chunk_TO5RH7DJ.SallyportError("USAGE", { message, help: `see sallyport ${verb.name} --help` });
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
    ports.stdout(`${import_chunk_LYNT5DVA.VERSION}
`);
    return import_chunk_TO5RH7DJ.EXIT.ok;
  }
  if (args.length === 0) {
    ports.stderr(await overview());
    return import_chunk_TO5RH7DJ.EXIT.usage;
  }
  if (isHelp(args[0]) || args[0] === "help") {
    ports.stdout(args.length === 1 ? await overview() : verbHelp((await findVerb(args.slice(1))).verb));
    return import_chunk_TO5RH7DJ.EXIT.ok;
  }
  const { verb, rest } = await findVerb(args);
  if (beforeCommand(rest).some(isHelp)) {
    ports.stdout(verbHelp(verb));
    return import_chunk_TO5RH7DJ.EXIT.ok;
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
    throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
      message: `sallyport ${args[0]} needs one of: ${family.map((name) => name.split(" ")[1]).join(", ")}`,
      help: `sallyport ${family[0]} --help`
    });
  }
  const near = (0, import_chunk_SO3KANTK.nearest)(args.slice(0, 2).join(" "), names) ?? (0, import_chunk_SO3KANTK.nearest)(args[0], names);
  throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
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
  const interruption = (0, import_chunk_BTVMKBHD.interruptionOf)(error);
  if (interruption) {
    ports.stderr(`${interruption.message}
`);
    return 128 + (process.getBuiltinModule("node:os")).constants.signals[interruption.signal];
  }
  const { red, bold, dim } = ports.style;
  if (error instanceof import_chunk_TO5RH7DJ.SallyportError) {
    const place = placeNotSaid(error);
    ports.stderr(
      `${red("error")}: ${place === void 0 ? "" : `${bold(place)}: `}${error.message} ${dim(`[${error.code}]`)}
`
    );
    if (error.help !== void 0) ports.stderr(`${bold("help")}: ${error.help}
`);
    return import_chunk_TO5RH7DJ.ERROR_CODES[error.code][1];
  }
  ports.stderr(`${red("error")}: this is a bug in sallyport: ${(0, import_chunk_TO5RH7DJ.messageOf)(error)}
`);
  if (error instanceof Error && error.stack !== void 0) ports.stderr(`${dim(error.stack)}
`);
  return import_chunk_TO5RH7DJ.EXIT.internal;
}
function placeNotSaid({ place, message }) {
  if (place === void 0) return void 0;
  return place.line === void 0 && message.includes(place.file) ? void 0 : (0, import_chunk_TO5RH7DJ.formatPlace)(place);
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
    return import_chunk_TO5RH7DJ.EXIT.usage;
  }
  try {
    process.cwd();
  } catch (error) {
    if (!(0, import_chunk_TO5RH7DJ.hasSystemCode)(error, "ENOENT")) throw error;
    process.stderr.write("error: the current folder is not there any more\nhelp: change into one that is\n");
    return import_chunk_TO5RH7DJ.EXIT.usage;
  }
  return await runCommandLine(process.argv.slice(2), createProcessPorts(process));
}
