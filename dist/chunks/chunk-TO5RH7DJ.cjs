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
  ERROR_CODES: () => ERROR_CODES,
  EXIT: () => EXIT,
  SallyportError: () => SallyportError,
  formatPlace: () => formatPlace,
  hasSystemCode: () => hasSystemCode,
  messageOf: () => messageOf
});
module.exports = stdin_exports;
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  ERROR_CODES,
  EXIT,
  SallyportError,
  formatPlace,
  hasSystemCode,
  messageOf
});
