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
  agent_run_ARGLVT2K: () => agent_run_ARGLVT2K_exports,
  chunk_DCL6BSIT: () => chunk_DCL6BSIT_exports
});
module.exports = stdin_exports;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_AUHCZQOL;
var import_chunk_6D9B2BDF = require("./chunk-6D9B2BDF.cjs").chunk_4ZXJRBCH;
var import_chunk_76DE3E2D = require("./chunk-76DE3E2D.cjs").chunk_MGAQQ4LA;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_LN64JXY7;
var import_schema_7C7DA544 = require("./schema-7C7DA544.cjs").chunk_NMPH2TLX;
var import_chunk_76DE3E2D2 = require("./chunk-76DE3E2D.cjs").chunk_Q7W3GSYR;
var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_2YFZQ4YB = require("./chunk-2YFZQ4YB.cjs").chunk_2YFZQ4YB;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_server_E18145EA = require("./server-E18145EA.cjs").chunk_CG4MFTYD;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_XNJ7RVPM;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_UJBLILL5 = require("./chunk-UJBLILL5.cjs").chunk_UJBLILL5;
var import_chunk_6D9B2BDF2 = require("./chunk-6D9B2BDF.cjs").chunk_KRZWIFVR;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_6OL7RJCG;
var import_chunk_E7E632613 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632614 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_0722AEF23 = require("./chunk-0722AEF2.cjs").chunk_FOJ5JTVQ;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli = require("../cli.cjs").chunk_SO3KANTK;
var import_cli2 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli3 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli4 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli5 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_path2 = process.getBuiltinModule("node:path");

var import_node_path3 = process.getBuiltinModule("node:path");

var import_node_path4 = process.getBuiltinModule("node:path");

var import_node_path5 = process.getBuiltinModule("node:path");
var import_node_fs = process.getBuiltinModule("node:fs");

var import_node_path6 = process.getBuiltinModule("node:path");
var import_node_fs2 = process.getBuiltinModule("node:fs");

var import_node_path7 = process.getBuiltinModule("node:path");

var import_node_path8 = process.getBuiltinModule("node:path");


var import_node_fs3 = process.getBuiltinModule("node:fs");

var import_node_fs4 = process.getBuiltinModule("node:fs");

var import_node_path9 = process.getBuiltinModule("node:path");
var import_node_path10 = process.getBuiltinModule("node:path");


var import_node_net = process.getBuiltinModule("node:net");


var import_node_fs5 = process.getBuiltinModule("node:fs");
var import_node_fs6 = process.getBuiltinModule("node:fs");


var import_node_path11 = process.getBuiltinModule("node:path");
var import_node_fs7 = process.getBuiltinModule("node:fs");

var import_node_path12 = process.getBuiltinModule("node:path");


var import_node_fs8 = process.getBuiltinModule("node:fs");



var import_node_fs9 = process.getBuiltinModule("node:fs");

var import_node_path13 = process.getBuiltinModule("node:path");

var import_node_path14 = process.getBuiltinModule("node:path");

var import_node_path15 = process.getBuiltinModule("node:path");


var import_node_path16 = process.getBuiltinModule("node:path");



var import_node_path17 = process.getBuiltinModule("node:path");
var import_chunk_38EDD5902 = require("./chunk-38EDD590.cjs").chunk_AUHCZQOL;
var import_chunk_6D9B2BDF3 = require("./chunk-6D9B2BDF.cjs").chunk_4ZXJRBCH;
var import_chunk_76DE3E2D3 = require("./chunk-76DE3E2D.cjs").chunk_MGAQQ4LA;
var import_chunk_E7E632615 = require("./chunk-E7E63261.cjs").chunk_LN64JXY7;
var import_schema_7C7DA5442 = require("./schema-7C7DA544.cjs").chunk_NMPH2TLX;
var import_chunk_76DE3E2D4 = require("./chunk-76DE3E2D.cjs").chunk_Q7W3GSYR;
var import_chunk_393AA2AF2 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_38EDD5903 = require("./chunk-38EDD590.cjs").chunk_Y2L2NAT7;
var import_chunk_38EDD5904 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D96 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_2YFZQ4YB2 = require("./chunk-2YFZQ4YB.cjs").chunk_2YFZQ4YB;
var import_chunk_2ZL3UNZA = require("./chunk-2ZL3UNZA.cjs").chunk_2ZL3UNZA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_0722AEF24 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_T4JFZ2LE;
var import_chunk_8C92F7232 = require("./chunk-8C92F723.cjs").chunk_DB7LFUPW;
var import_chunk_8C92F7233 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_8A5887D97 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D98 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D99 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_A7C2DCE45 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_server_E18145EA2 = require("./server-E18145EA.cjs").chunk_CG4MFTYD;
var import_server_E18145EA3 = require("./server-E18145EA.cjs").chunk_5XCSCTZB;
var import_chunk_8F5DD0292 = require("./chunk-8F5DD029.cjs").chunk_XNJ7RVPM;
var import_chunk_8F5DD0293 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF25 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_UJBLILL52 = require("./chunk-UJBLILL5.cjs").chunk_UJBLILL5;
var import_chunk_6D9B2BDF4 = require("./chunk-6D9B2BDF.cjs").chunk_KRZWIFVR;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D82 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_E7E632616 = require("./chunk-E7E63261.cjs").chunk_6OL7RJCG;
var import_chunk_E7E632617 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632618 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_R2HSE3F32 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0346 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K52 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli6 = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0347 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0348 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE44 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_0722AEF26 = require("./chunk-0722AEF2.cjs").chunk_FOJ5JTVQ;
var import_chunk_0722AEF27 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_chunk_2BC21E113 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_CF656EE45 = require("./chunk-CF656EE4.cjs").chunk_LLW3E7RW;
var import_cli7 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli8 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E114 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE46 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli9 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli10 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli11 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli12 = require("../cli.cjs").chunk_HJAZFC2R;
var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var agent_run_ARGLVT2K_exports = {};
__export2(agent_run_ARGLVT2K_exports, {
  DEFAULT_AGENT_CONFIG: () => DEFAULT_AGENT_CONFIG,
  agentRun: () => agentRun
});
var chunk_DCL6BSIT_exports = {};
__export2(chunk_DCL6BSIT_exports, {
  DEFAULT_AGENT_CONFIG: () => DEFAULT_AGENT_CONFIG,
  agentRun: () => agentRun,
  checkRelease: () => checkRelease,
  closeRuntime: () => closeRuntime,
  conflictPath: () => conflictPath,
  findLockHolder: () => findLockHolder,
  isSameProcess: () => isSameProcess,
  judgeTime: () => judgeTime,
  layoutOf: () => layoutOf,
  loadAgentConfig: () => loadAgentConfig,
  loadStateOf: () => loadStateOf,
  loadTrust: () => loadTrust,
  noOversight: () => noOversight,
  openMembership: () => openMembership,
  openRuntime: () => openRuntime,
  openStateFiles: () => openStateFiles,
  readCurrent: () => readCurrent,
  readJournal: () => readJournal,
  resolveRunAs: () => resolveRunAs
});
function parseUrlPrefix(text) {
  const url = parseHttpsUrl(text);
  if (url && url.search === "") return url;
  throw new import_cli5.SallyportError("CONFIG_INVALID", {
    message: `not a prefix for downloads: ${JSON.stringify(text.slice(0, 200))}`,
    help: "write it as https://host/path/, without user, query or fragment"
  });
}
function parseHttpsUrl(text) {
  if (!URL.canParse(text) || text.includes("\\")) return void 0;
  const url = new URL(text);
  const isPlain = url.protocol === "https:" && url.username === "" && url.password === "" && url.hash === "";
  return isPlain && !/%2f|%5c|%2e|%00/i.test(url.pathname) ? url : void 0;
}
function isWithinPrefix(url, prefix) {
  if (url.origin !== prefix.origin) return false;
  const path = prefix.pathname;
  if (path.endsWith("/")) return url.pathname.startsWith(path);
  return url.pathname === path || url.pathname.startsWith(`${path}/`);
}
var MAX_CONFIG_BYTES = 256 * 1024;
var MAX_CA_BYTES = 1024 * 1024;
async function loadAgentConfig(path) {
  const bytes = await (0, import_chunk_2BC21E112.readFileBounded)(path, MAX_CONFIG_BYTES);
  const file = (0, import_chunk_R2HSE3F3.decodeYaml)(import_schema_7C7DA544.agentConfigSchema, bytes, {
    source: path,
    maxBytes: MAX_CONFIG_BYTES,
    knownKeys: import_schema_7C7DA544.AGENT_CONFIG_KEYS
  });
  const beside = (relative) => (0, import_node_path2.resolve)((0, import_node_path2.dirname)(path), relative);
  const applications = await Promise.all(
    Object.entries(file.applications).map(
      ([name, config]) => loadApplication(name, config, { path, beside })
    )
  );
  return {
    path,
    root: beside(file.root),
    machineKeyPath: beside(file.machineKey),
    trustPath: beside(file.trust),
    environment: file.environment,
    labels: file.labels,
    maxStalenessMs: file.maxStaleness,
    mesh: file.mesh && await loadMesh(file.mesh, beside),
    applications: new Map(applications.map((application) => [application.name, application]))
  };
}
async function loadTrust(config) {
  return (0, import_chunk_R2HSE3F3.parseTrustFile)(await (0, import_chunk_2BC21E112.readFileBounded)(config.trustPath, import_chunk_R2HSE3F3.MAX_TRUST_FILE_BYTES), config.trustPath);
}
async function loadMesh(mesh, beside) {
  const ca = mesh.ca === void 0 ? void 0 : await readMeshAuthority(mesh.ca, mesh.coordinator, beside);
  return { ...mesh, wireguardKey: beside(mesh.wireguardKey), ca };
}
async function readMeshAuthority(given, coordinator, beside) {
  if (!(0, import_chunk_8A5887D92.isPin)(given)) return (0, import_chunk_8A5887D92.readAuthority)(given, coordinator, beside);
  const kept = beside(`coordinator-${given.slice("sha256:".length, "sha256:".length + 16)}.pem`);
  const found = await (0, import_chunk_2BC21E112.readFileIfThere)(kept, MAX_CA_BYTES);
  if (found && (0, import_chunk_8A5887D92.certificateDigest)((0, import_cli4.decodeUtf8)(found)) === given) return (0, import_cli4.decodeUtf8)(found);
  const certificate = await (0, import_chunk_8A5887D92.fetchPinned)(coordinator, given);
  await (0, import_chunk_2BC21E112.writeFileAtomic)(kept, certificate);
  return certificate;
}
async function loadApplication(name, config, place) {
  return {
    name,
    config,
    freezes: config.freezes.map((freeze) => toFreeze(name, freeze, place)),
    https: await Promise.all(config.sources.https.map((source) => toHttpsPrefix(source, place))),
    secrets: Object.fromEntries(
      Object.entries(config.secrets).map(([variable, file]) => [variable, place.beside(file)])
    )
  };
}
function toFreeze(name, freeze, place) {
  const [from, to] = [(0, import_cli2.parseTimestamp)(freeze.from), (0, import_cli2.parseTimestamp)(freeze.to)];
  if (from < to) return { from, to, reason: freeze.reason };
  throw new import_cli5.SallyportError("CONFIG_INVALID", {
    message: `applications.${name}.freezes: a freeze ends at ${freeze.to}, not after its beginning`,
    place: { file: place.path }
  });
}
async function toHttpsPrefix(source, place) {
  const ca = source.ca === void 0 ? void 0 : await (0, import_chunk_2BC21E112.readFileBounded)(place.beside(source.ca), MAX_CA_BYTES);
  return {
    prefix: parseUrlPrefix(source.prefix),
    redirects: source.redirects.map(parseUrlPrefix),
    addresses: source.addresses,
    ...ca === void 0 ? {} : { ca: (0, import_cli4.decodeUtf8)(ca) }
  };
}
var BLAMES_RELEASE = /* @__PURE__ */ new Set(["start-failed", "unhealthy"]);
function blamesRelease(failure) {
  return BLAMES_RELEASE.has(failure.code);
}
function deploymentOf(state) {
  return state.kind === "polled" || state.kind === "finished" ? state.deployment : state.plan.deployment;
}
function mayHaveSwitched(state) {
  switch (state.kind) {
    case "checked-again":
    case "switched":
    case "started":
    case "health-window":
    case "rolling-back":
      return true;
    case "pre-hook":
      return state.plan.attempt > 1;
    default:
      return false;
  }
}
function begin(deployment) {
  return enter({ kind: "polled", deployment });
}
function transition(state, event) {
  if (event.kind === "failed") return fail(state, event.failure);
  if (event.kind === "abort") return abort(state);
  const next = advance(state, event);
  return next === void 0 ? { state, commands: [] } : enter(next);
}
var RESUMABLE = /* @__PURE__ */ new Set(["source-lost", "interrupted", "no-space"]);
function enter(state) {
  const commands = [{ kind: "journal", state }];
  if (state.kind === "receipt" && state.outcome.kind === "refused") {
    commands.push({
      kind: "discard-intake",
      plan: state.plan,
      keepPartial: RESUMABLE.has(state.outcome.failure.code)
    });
  }
  const next = commandOf(state);
  if (next) commands.push(next);
  return { state, commands };
}
function commandOf(state) {
  switch (state.kind) {
    case "polled":
      return { kind: "verify-approval" };
    case "approval-verified":
      return { kind: "reserve-space", plan: state.plan };
    case "space-reserved":
      return { kind: "open-source", plan: state.plan };
    case "downloading":
      return { kind: "download", plan: state.plan };
    case "digest-verified":
      return { kind: "stage", plan: state.plan };
    case "staged":
      return { kind: "record-intent", plan: state.plan };
    case "journalled":
      return { kind: "run-pre-hook", plan: state.plan };
    case "pre-hook":
      return { kind: "check-again", plan: state.plan };
    case "checked-again":
      return { kind: "switch", plan: state.plan };
    case "switched":
      return { kind: "start-service", plan: state.plan };
    case "started":
      return { kind: "await-answer", plan: state.plan };
    case "health-window":
      return { kind: "watch-health", plan: state.plan };
    case "committed":
      return { kind: "run-post-hook", plan: state.plan };
    case "rolling-back":
      return { kind: "roll-back", plan: state.plan };
    case "rolled-back":
      return { kind: "quarantine", plan: state.plan, reason: state.failure.message };
    case "revoking":
      return { kind: "quarantine", plan: state.plan, reason: "revoked by a signed approval" };
    case "quarantined":
      return { kind: "sign-receipt", plan: state.plan, outcome: rolledBackOutcome(state, true) };
    case "receipt":
      return { kind: "sign-receipt", plan: state.plan, outcome: state.outcome };
    case "finished":
      return void 0;
  }
}
function advance(state, event) {
  switch (state.kind) {
    case "polled":
      if (event.kind === "already-running") return finished(event.plan, { kind: "already-running" });
      return event.kind === "approval-accepted" ? accepted(event.plan) : void 0;
    case "approval-verified":
      return when(event, "space-found", { kind: "space-reserved", plan: state.plan });
    case "space-reserved":
      if (event.kind === "release-present") return { kind: "staged", plan: state.plan };
      return when(event, "source-opened", { kind: "downloading", plan: state.plan });
    case "downloading":
      return when(event, "artifact-complete", { kind: "digest-verified", plan: state.plan });
    case "digest-verified":
      return when(event, "release-staged", { kind: "staged", plan: state.plan });
    case "staged":
      return when(event, "intent-recorded", { kind: "journalled", plan: state.plan });
    case "journalled":
      return when(event, "hook-passed", { kind: "pre-hook", plan: state.plan });
    case "pre-hook":
      return when(event, "check-passed", { kind: "checked-again", plan: state.plan });
    case "checked-again":
      return when(event, "switched-over", { kind: "switched", plan: state.plan });
    case "switched":
      return when(event, "service-started", { kind: "started", plan: state.plan });
    case "started":
      return when(event, "service-answered", { kind: "health-window", plan: state.plan });
    case "health-window":
      return when(event, "window-passed", { kind: "committed", plan: state.plan });
    default:
      return conclude(state, event);
  }
}
function conclude(state, event) {
  switch (state.kind) {
    case "committed":
      return event.kind === "post-hook-ended" ? committed(state.plan, event.warning) : void 0;
    case "rolling-back":
      return event.kind === "rolled-over" ? rolledBack(state, event.restored) : void 0;
    case "rolled-back":
      return when(event, "digest-quarantined", { ...state, kind: "quarantined" });
    case "revoking":
      return when(event, "digest-quarantined", receipt(state.plan, { kind: "revoked" }));
    case "quarantined":
      return when(event, "receipt-signed", finished(state.plan, rolledBackOutcome(state, true)));
    case "receipt":
      return when(event, "receipt-signed", finished(state.plan, state.outcome));
    default:
      return void 0;
  }
}
function fail(state, failure) {
  if (mayHaveSwitched(state)) {
    if (state.kind === "rolling-back") return enter(rolledBack(state, false));
    return enter({ kind: "rolling-back", plan: planOf(state), failure });
  }
  switch (state.kind) {
    case "polled":
      return enter({
        kind: "finished",
        deployment: state.deployment,
        outcome: { kind: "refused", failure }
      });
    case "journalled":
      return enter({ kind: "rolling-back", plan: state.plan, failure });
    case "committed":
      return enter(committed(state.plan, failure));
    case "rolled-back":
    case "quarantined":
      return enter(receipt(state.plan, rolledBackOutcome(state, false)));
    case "revoking":
      return enter(receipt(state.plan, { kind: "refused", failure }));
    case "receipt":
      return enter(finished(state.plan, state.outcome));
    case "finished":
      return { state, commands: [] };
    default:
      return enter(receipt(planOf(state), { kind: "refused", failure }));
  }
}
var ABORTED = { code: "aborted", message: "stopped on request before the switch" };
function abort(state) {
  switch (state.kind) {
    case "polled":
    case "approval-verified":
    case "space-reserved":
    case "downloading":
    case "digest-verified":
    case "staged":
      return fail(state, ABORTED);
    case "journalled":
    case "pre-hook":
      return mayHaveSwitched(state) ? { state, commands: [] } : enter(receipt(state.plan, { kind: "refused", failure: ABORTED }));
    default:
      return { state, commands: [] };
  }
}
function accepted(plan) {
  return plan.kind === "revoke" ? { kind: "revoking", plan } : { kind: "approval-verified", plan };
}
function committed(plan, warning) {
  return receipt(plan, warning === void 0 ? { kind: "committed" } : { kind: "committed", warning });
}
function rolledBack(state, restored) {
  const { plan, failure } = state;
  if (blamesRelease(failure)) return { kind: "rolled-back", plan, failure, restored };
  return receipt(plan, rolledBackOutcome({ plan, failure, restored }, false));
}
function rolledBackOutcome(state, quarantined) {
  const { plan, failure, restored } = state;
  return { kind: "rolled-back", failure, to: plan.previous, quarantined, restored };
}
function receipt(plan, outcome) {
  return { kind: "receipt", plan, outcome };
}
function finished(plan, outcome) {
  return { kind: "finished", deployment: plan.deployment, plan, outcome };
}
function planOf(state) {
  if (state.kind === "polled" || state.kind === "finished" && !state.plan) {
    throw new Error(`this is a bug: the state ${state.kind} has no plan`);
  }
  return state.plan;
}
function when(event, kind, next) {
  return event.kind === kind ? next : void 0;
}
var MAX_ATTEMPTS = 3;
function recover(found) {
  switch (found.kind) {
    case "polled":
      return enter({
        kind: "finished",
        deployment: found.deployment,
        outcome: { kind: "refused", failure: INTERRUPTED }
      });
    case "approval-verified":
    case "space-reserved":
    case "downloading":
    case "digest-verified":
    case "staged":
      return enter({
        kind: "receipt",
        plan: found.plan,
        outcome: { kind: "refused", failure: INTERRUPTED }
      });
    case "journalled":
      return retry(found.plan, "journalled");
    case "pre-hook":
    case "checked-again":
    case "switched":
    case "started":
    case "health-window":
      return retry(found.plan, "pre-hook");
    case "committed":
    case "rolling-back":
    case "rolled-back":
    case "quarantined":
    case "revoking":
    case "receipt":
      return enter(found);
    case "finished":
      return { state: found, commands: [] };
  }
}
var INTERRUPTED = {
  code: "interrupted",
  message: "the agent ended before the deployment was journalled; nothing was changed"
};
function retry(plan, from) {
  const again = { ...plan, attempt: plan.attempt + 1 };
  if (again.attempt <= MAX_ATTEMPTS) return enter({ kind: from, plan: again });
  const failure = {
    code: "interrupted",
    message: `the agent ended ${plan.attempt} times while it deployed this release`
  };
  return enter({ kind: "rolling-back", plan: again, failure });
}
var MAX_RECEIPT_BYTES = 64 * 1024;
var KEEP = 200;
function signDeploymentReceipt(facts, machineKey) {
  const { plan, outcome, finishedAt, sameUser } = facts;
  return (0, import_chunk_E7E63261.signReceipt)(
    {
      artifactName: plan.artifactName,
      artifactSha256: plan.digest,
      deployment: plan.deployment,
      application: plan.application,
      environment: plan.environment,
      kind: plan.kind,
      approval: `sha256:${plan.approval}`,
      sequence: plan.sequence,
      outcome: outcome.kind,
      ...outcomeDetails(outcome),
      previous: digestOrNull(plan.before),
      finishedAt: (0, import_cli2.formatTimestamp)(finishedAt),
      sameUser,
      anyWorkflow: plan.anyWorkflow
    },
    machineKey
  );
}
async function storeReceipt(layout, plan, outcome, receipt2) {
  const text = `${JSON.stringify(receipt2)}
`;
  await (0, import_chunk_2BC21E112.writeFileAtomic)(receiptPath(layout, plan.deployment), text, 384);
  if (outcome.kind === "committed") await (0, import_chunk_2BC21E112.writeFileAtomic)(committedPath(layout, plan.digest), text, 384);
  await pruneReceipts(layout);
}
async function readReceipt(layout, deployment) {
  return await (0, import_chunk_2BC21E112.readFileIfThere)(receiptPath(layout, deployment), MAX_RECEIPT_BYTES);
}
async function readCommittedReceipt(layout, digest) {
  return await (0, import_chunk_2BC21E112.readFileIfThere)(committedPath(layout, digest), MAX_RECEIPT_BYTES);
}
function outcomeDetails(outcome) {
  switch (outcome.kind) {
    case "committed":
      return outcome.warning ? { reason: outcome.warning } : {};
    case "rolled-back": {
      const { failure, to, quarantined, restored } = outcome;
      return { reason: failure, rolledBackTo: digestOrNull(to), quarantined, restored };
    }
    case "refused":
      return { reason: outcome.failure };
    case "revoked":
    case "already-running":
      return {};
  }
}
function digestOrNull(digest) {
  return digest === void 0 ? null : `sha256:${digest}`;
}
async function pruneReceipts(layout) {
  const names = (await (0, (process.getBuiltinModule("node:fs/promises")).readdir)(layout.receipts)).filter((name) => /^d\d/.test(name)).sort();
  for (const name of names.slice(0, -KEEP)) await (0, (process.getBuiltinModule("node:fs/promises")).rm)((0, import_node_path3.join)(layout.receipts, name), { force: true });
}
function receiptPath(layout, deployment) {
  return (0, import_node_path3.join)(layout.receipts, `${deployment}.json`);
}
function committedPath(layout, digest) {
  return (0, import_node_path3.join)(layout.receipts, `committed-${digest}.json`);
}
async function readCurrent(layout) {
  let target;
  try {
    target = await (0, (process.getBuiltinModule("node:fs/promises")).readlink)(layout.current);
  } catch (cause) {
    if ((0, import_cli5.hasSystemCode)(cause, "ENOENT")) return void 0;
    throw notOurs(layout, cause);
  }
  const digest = (0, import_node_path4.basename)(target);
  if (target !== `releases/${digest}` || !/^[0-9a-f]{64}$/.test(digest)) throw notOurs(layout);
  return digest;
}
async function switchCurrent(layout, digest) {
  if (digest === void 0) await (0, (process.getBuiltinModule("node:fs/promises")).rm)(layout.current, { force: true });
  else {
    const beside = `${layout.current}.next`;
    await (0, (process.getBuiltinModule("node:fs/promises")).rm)(beside, { force: true });
    await (0, (process.getBuiltinModule("node:fs/promises")).symlink)(`releases/${digest}`, beside);
    await (0, (process.getBuiltinModule("node:fs/promises")).rename)(beside, layout.current);
  }
  await (0, import_chunk_2BC21E112.syncFolder)((0, import_node_path4.dirname)(layout.current));
}
function notOurs(layout, cause) {
  return new import_cli5.SallyportError("JOURNAL_INVALID", {
    message: `${layout.current} is not a link that this agent made`,
    help: "move it away; the agent makes a symbolic link to releases/<sha256> there",
    ...cause === void 0 ? {} : { cause }
  });
}
var entrySchema = (0, import_chunk_CF656EE42.discriminatedUnion)("kind", [
  (0, import_chunk_CF656EE42.strictObject)({
    kind: (0, import_chunk_CF656EE42.literal)("file"),
    path: (0, import_chunk_CF656EE42.string)(),
    executable: (0, import_chunk_CF656EE42.boolean)(),
    size: (0, import_chunk_CF656EE42.int)().min(0),
    sha256: (0, import_chunk_CF656EE42.string)().regex(/^[0-9a-f]{64}$/)
  }),
  (0, import_chunk_CF656EE42.strictObject)({ kind: (0, import_chunk_CF656EE42.literal)("folder"), path: (0, import_chunk_CF656EE42.string)() }),
  (0, import_chunk_CF656EE42.strictObject)({ kind: (0, import_chunk_CF656EE42.literal)("symlink"), path: (0, import_chunk_CF656EE42.string)(), target: (0, import_chunk_CF656EE42.string)() })
]);
var manifestSchema = (0, import_chunk_CF656EE42.strictObject)({
  version: (0, import_chunk_CF656EE42.literal)(1),
  digest: (0, import_chunk_CF656EE42.string)().regex(/^[0-9a-f]{64}$/),
  entries: (0, import_chunk_CF656EE42.array)(entrySchema)
});
var MAX_MANIFEST_BYTES = 256 * 1024 * 1024;
async function writeManifest(path, manifest) {
  await (0, import_chunk_2BC21E112.writeFileAtomic)(path, `${JSON.stringify(manifest)}
`, 384);
}
async function readManifest(path) {
  const bytes = await (0, import_chunk_2BC21E112.readFileIfThere)(path, MAX_MANIFEST_BYTES);
  if (bytes === void 0) return void 0;
  const json = (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source: path, maxBytes: MAX_MANIFEST_BYTES });
  return (0, import_cli.decode)(manifestSchema, json, { source: path, code: "JOURNAL_INVALID" });
}
async function scanRelease(folder) {
  const entries = [];
  const walk = async (relative) => {
    for (const name of (await (0, (process.getBuiltinModule("node:fs/promises")).readdir)((0, import_node_path7.join)(folder, relative))).sort()) {
      const path = relative === "" ? name : `${relative}/${name}`;
      const entry = await scanEntry(folder, path);
      entries.push(entry);
      if (entry.kind === "folder") await walk(path);
    }
  };
  await walk("");
  return entries.sort(byPath);
}
async function verifyRelease(folder, manifest) {
  const found = new Map((await scanRelease(folder)).map((entry) => [entry.path, entry]));
  for (const expected of manifest.entries) {
    const actual = found.get(expected.path);
    found.delete(expected.path);
    if (JSON.stringify(actual) !== JSON.stringify(expected)) throw changed(folder, expected.path);
  }
  const [surplus] = found.keys();
  if (surplus !== void 0) throw changed(folder, surplus);
}
function byPath(a, b) {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
async function scanEntry(folder, path) {
  const absolute = (0, import_node_path7.join)(folder, path);
  const stats = await (0, (process.getBuiltinModule("node:fs/promises")).lstat)(absolute);
  if (stats.isSymbolicLink()) return { kind: "symlink", path, target: await (0, (process.getBuiltinModule("node:fs/promises")).readlink)(absolute) };
  if (stats.isDirectory()) return { kind: "folder", path };
  if (!stats.isFile()) throw changed(folder, path);
  const executable = (stats.mode & 73) !== 0;
  return { kind: "file", path, executable, size: stats.size, sha256: await hashFile(absolute) };
}
async function hashFile(path) {
  const hash = (0, import_cli3.createSha256)();
  for await (const chunk of (0, import_node_fs2.createReadStream)(path)) hash.update(chunk);
  return hash.digest("hex");
}
function changed(folder, path) {
  return new import_cli5.SallyportError("DEPLOYMENT_REFUSED", {
    message: `the release was changed after it was unpacked: ${(0, import_schema_7C7DA544.quoteName)(path)} in ${folder}`,
    help: "find out who wrote there; deploying the artifact again unpacks it anew"
  });
}
var MAX_NAME_BYTES = 255;
var MAX_PATH_BYTES = 1024;
var MAX_DEPTH = 64;
var MAX_LINK_STEPS = 256;
function splitEntryPath(name) {
  if (name === "") throw (0, import_schema_7C7DA544.archiveRefused)("an entry has no name");
  if (name.startsWith("/")) throw (0, import_schema_7C7DA544.archiveRefused)("a path is absolute", name);
  const parts = splitTarget(name, name);
  if (parts.includes("..")) throw (0, import_schema_7C7DA544.archiveRefused)("a path leads upwards", name);
  return parts;
}
function splitTarget(text, entry) {
  if (Buffer.byteLength(text) > MAX_PATH_BYTES) throw (0, import_schema_7C7DA544.archiveRefused)("a path is too long", entry);
  if (/[\u0000-\u001f\u007f\\]/.test(text)) {
    throw (0, import_schema_7C7DA544.archiveRefused)("a path has a control character or a backslash", entry);
  }
  const parts = text.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.length > MAX_DEPTH) throw (0, import_schema_7C7DA544.archiveRefused)(`a path is deeper than ${MAX_DEPTH}`, entry);
  for (const part of parts) {
    if (Buffer.byteLength(part) > MAX_NAME_BYTES) throw (0, import_schema_7C7DA544.archiveRefused)("a name is too long", entry);
  }
  return parts;
}
var EntryTree = class {
  /** By folded path. */
  #nodes = /* @__PURE__ */ new Map();
  /** @throws `ARCHIVE_REFUSED` for a second entry of the name, or one below something that is no folder */
  add(kind, parts) {
    this.#addNode(parts, { kind, path: parts.join("/") });
  }
  /** @throws `ARCHIVE_REFUSED`; whether it leads out is checked by {@link checkLinks} */
  addSymlink(parts, target) {
    const path = parts.join("/");
    if (target === "") throw (0, import_schema_7C7DA544.archiveRefused)("a link has no target", path);
    if (target.startsWith("/")) throw (0, import_schema_7C7DA544.archiveRefused)("a link leads out of the release", path);
    this.#addNode(parts, { kind: "symlink", path, target: splitTarget(target, path) });
  }
  /** The path of a file that stands before in the archive. @throws `ARCHIVE_REFUSED` */
  findFile(parts, entry) {
    const path = parts.join("/");
    const node = this.#nodes.get(fold(path));
    if (node?.kind !== "file" || node.path !== path) {
      throw (0, import_schema_7C7DA544.archiveRefused)("a hard link leads to no file before it", entry);
    }
    return path;
  }
  /** Follows every symbolic link through the whole tree. @throws `ARCHIVE_REFUSED` */
  checkLinks() {
    for (const node of this.#nodes.values()) if (node.kind === "symlink") this.#follow(node);
  }
  #addNode(parts, node) {
    for (let depth = 1; depth < parts.length; depth++) this.#addParent(parts.slice(0, depth), node.path);
    const key = fold(node.path);
    const there = this.#nodes.get(key);
    if (there === void 0) this.#nodes.set(key, node);
    else if (there.path !== node.path) {
      throw (0, import_schema_7C7DA544.archiveRefused)(`two names differ in case or normalisation only: "${there.path}" and`, node.path);
    } else if (there.kind !== "folder" || node.kind !== "folder") {
      throw (0, import_schema_7C7DA544.archiveRefused)("two entries have one name", node.path);
    }
  }
  #addParent(parts, entry) {
    const path = parts.join("/");
    const there = this.#nodes.get(fold(path));
    if (there === void 0) this.#nodes.set(fold(path), { kind: "folder", path });
    else if (there.path !== path) {
      throw (0, import_schema_7C7DA544.archiveRefused)(`two names differ in case or normalisation only: "${there.path}" and`, entry);
    } else if (there.kind !== "folder")
      throw (0, import_schema_7C7DA544.archiveRefused)("an entry stands below something that is no folder", entry);
  }
  #follow(link3) {
    const at = link3.path.split("/").slice(0, -1);
    const todo = [...link3.target];
    for (let steps = 0; todo.length > 0; steps++) {
      if (steps > MAX_LINK_STEPS) throw (0, import_schema_7C7DA544.archiveRefused)("links form a circle", link3.path);
      const part = todo.shift();
      if (part !== "..") at.push(part);
      else if (at.pop() === void 0) throw (0, import_schema_7C7DA544.archiveRefused)("a link leads out of the release", link3.path);
      const node = this.#nodes.get(fold(at.join("/")));
      if (part !== ".." && node?.kind === "symlink") {
        at.pop();
        todo.unshift(...node.target);
      }
    }
  }
};
function fold(path) {
  return path.normalize("NFC").toLowerCase();
}
var SETUID_SETGID = 3072;
async function unpack(file, folder, options) {
  const unpacking = new Unpacking(folder, file.size, options);
  for await (const entry of (0, import_schema_7C7DA544.readEntries)(file, options)) await unpacking.add(entry);
  return await unpacking.finish();
}
var Unpacking = class {
  #folder;
  #options;
  #maxBytes;
  #tree = new EntryTree();
  #folders = /* @__PURE__ */ new Set();
  #files = /* @__PURE__ */ new Map();
  #symlinks = [];
  #count = 0;
  #bytes = 0;
  constructor(folder, artifactSize, options) {
    this.#folder = folder;
    this.#options = options;
    this.#maxBytes = (0, import_schema_7C7DA544.maxUnpackedBytes)(artifactSize, options.limits);
  }
  async add(entry) {
    if (++this.#count > this.#options.limits.maxEntries) {
      throw (0, import_schema_7C7DA544.archiveRefused)(`it has more than ${this.#options.limits.maxEntries} entries`);
    }
    const parts = splitEntryPath(entry.name);
    if (parts.length === 0 && entry.kind !== "folder")
      throw (0, import_schema_7C7DA544.archiveRefused)("an entry has no name", entry.name);
    if ("mode" in entry && (entry.mode & SETUID_SETGID) !== 0) {
      throw (0, import_schema_7C7DA544.archiveRefused)("an entry is setuid or setgid", entry.name);
    }
    switch (entry.kind) {
      case "folder":
        this.#tree.add("folder", parts);
        return await this.#makeFolders(parts);
      case "file":
        this.#tree.add("file", parts);
        await this.#makeFolders(parts.slice(0, -1));
        return await this.#writeFile(parts.join("/"), entry);
      case "symlink":
        this.#tree.addSymlink(parts, entry.target);
        await this.#makeFolders(parts.slice(0, -1));
        this.#symlinks.push({ path: parts.join("/"), target: entry.target });
        return;
      case "hardlink":
        return await this.#linkFile(parts, entry.name, entry.target);
    }
  }
  async finish() {
    this.#tree.checkLinks();
    for (const { path, target } of this.#symlinks) await (0, (process.getBuiltinModule("node:fs/promises")).symlink)(target, (0, import_node_path6.join)(this.#folder, path));
    const deepestFirst = [...this.#folders].sort((a, b) => b.split("/").length - a.split("/").length);
    for (const path of deepestFirst) await this.#seal(path);
    return [
      ...[...this.#folders].map((path) => ({ kind: "folder", path })),
      ...this.#files.values(),
      ...this.#symlinks.map((symbolic) => ({ kind: "symlink", ...symbolic }))
    ].sort(byPath);
  }
  async #seal(path) {
    await (0, import_chunk_2BC21E112.syncFolder)((0, import_node_path6.join)(this.#folder, path));
    await (0, (process.getBuiltinModule("node:fs/promises")).chmod)((0, import_node_path6.join)(this.#folder, path), 365);
  }
  async #makeFolders(parts) {
    for (let depth = 1; depth <= parts.length; depth++) {
      const path = parts.slice(0, depth).join("/");
      if (this.#folders.has(path)) continue;
      await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)((0, import_node_path6.join)(this.#folder, path), { mode: 493 });
      this.#folders.add(path);
    }
  }
  async #writeFile(path, entry) {
    const executable = (entry.mode & 73) !== 0;
    const hash = (0, import_cli3.createSha256)();
    const flags = import_node_fs.constants.O_WRONLY | import_node_fs.constants.O_CREAT | import_node_fs.constants.O_EXCL | import_node_fs.constants.O_NOFOLLOW;
    const file = await (0, (process.getBuiltinModule("node:fs/promises")).open)((0, import_node_path6.join)(this.#folder, path), flags, 384);
    let size = 0;
    try {
      for await (const chunk of entry.body) {
        this.#countBytes(chunk.length, entry.name);
        size += chunk.length;
        hash.update(chunk);
        for (let written = 0; written < chunk.length; ) {
          written += (await file.write(chunk, written)).bytesWritten;
        }
      }
      await file.chmod(executable ? 365 : 292);
      await file.sync();
    } finally {
      await file.close();
    }
    this.#files.set(path, { kind: "file", path, executable, size, sha256: hash.digest("hex") });
  }
  async #linkFile(parts, name, target) {
    const existing = this.#files.get(this.#tree.findFile(splitEntryPath(target), name));
    this.#tree.add("file", parts);
    await this.#makeFolders(parts.slice(0, -1));
    const path = parts.join("/");
    await (0, (process.getBuiltinModule("node:fs/promises")).link)((0, import_node_path6.join)(this.#folder, existing.path), (0, import_node_path6.join)(this.#folder, path));
    this.#files.set(path, { ...existing, path });
  }
  #countBytes(length, entry) {
    this.#bytes += length;
    if (this.#bytes > this.#maxBytes) {
      throw (0, import_schema_7C7DA544.archiveRefused)(`it unpacks to more than ${this.#maxBytes} bytes`, entry);
    }
  }
};
function layoutOf(root, application) {
  const folder = (0, import_node_path8.join)(root, application);
  const state = (0, import_node_path8.join)(folder, "state");
  return {
    folder,
    releases: (0, import_node_path8.join)(folder, "releases"),
    current: (0, import_node_path8.join)(folder, "current"),
    shared: (0, import_node_path8.join)(folder, "shared"),
    state,
    journal: (0, import_node_path8.join)(state, "journal"),
    lock: (0, import_node_path8.join)(state, "lock"),
    incoming: (0, import_node_path8.join)(state, "incoming"),
    manifests: (0, import_node_path8.join)(state, "manifests"),
    logs: (0, import_node_path8.join)(state, "logs"),
    receipts: (0, import_node_path8.join)(state, "receipts")
  };
}
function releaseFolder(layout, digest) {
  return (0, import_node_path8.join)(layout.releases, digest);
}
function stagingFolder(layout, digest) {
  return (0, import_node_path8.join)(layout.releases, `.staging-${digest}`);
}
function manifestPath(layout, digest) {
  return (0, import_node_path8.join)(layout.manifests, `${digest}.json`);
}
async function prepareLayout(layout, application) {
  try {
    for (const path of [layout.folder, layout.releases, layout.shared]) await makeOpenFolder(path);
    for (const path of [layout.state, layout.incoming, layout.manifests, layout.logs, layout.receipts]) {
      await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)(path, { recursive: true, mode: 448 });
      await (0, (process.getBuiltinModule("node:fs/promises")).chmod)(path, 448);
    }
    if (application) await (0, (process.getBuiltinModule("node:fs/promises")).chown)(layout.shared, application.uid, application.gid);
  } catch (cause) {
    throw new import_cli5.SallyportError("FILE_UNWRITABLE", {
      message: `the folder of the application cannot be prepared: ${(0, import_cli5.messageOf)(cause)}`,
      help: `let the agent's user write in ${layout.folder}`,
      cause
    });
  }
}
async function makeOpenFolder(path) {
  const first = await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)(path, { recursive: true });
  if (first === void 0) return;
  for (let made = path; made.length >= first.length; made = (0, import_node_path8.dirname)(made)) await (0, (process.getBuiltinModule("node:fs/promises")).chmod)(made, 493);
}
async function stageRelease(layout, digest, artifact, options) {
  const staging = stagingFolder(layout, digest);
  await removeRelease(layout, digest);
  await (0, (process.getBuiltinModule("node:fs/promises")).mkdir)(staging, { mode: 448 });
  try {
    const entries = await unpack(artifact, staging, options);
    await writeManifest(manifestPath(layout, digest), { version: 1, digest, entries });
    await (0, (process.getBuiltinModule("node:fs/promises")).chmod)(staging, 493);
    await (0, import_chunk_2BC21E112.syncFolder)(staging);
    await (0, (process.getBuiltinModule("node:fs/promises")).rename)(staging, releaseFolder(layout, digest));
    await (0, (process.getBuiltinModule("node:fs/promises")).chmod)(releaseFolder(layout, digest), 365);
    await (0, import_chunk_2BC21E112.syncFolder)(layout.releases);
  } catch (error) {
    await removeRelease(layout, digest);
    throw error;
  }
}
async function hasSoundRelease(layout, digest) {
  try {
    await checkRelease(layout, digest);
    return true;
  } catch {
    return false;
  }
}
async function checkRelease(layout, digest) {
  const manifest = await readManifest(manifestPath(layout, digest));
  if (manifest?.digest !== digest) throw new Error(`there is no manifest of the release ${digest}`);
  await verifyRelease(releaseFolder(layout, digest), manifest);
}
async function removeRelease(layout, digest) {
  const staging = stagingFolder(layout, digest);
  await removeTree(staging);
  try {
    await (0, (process.getBuiltinModule("node:fs/promises")).rename)(releaseFolder(layout, digest), staging);
  } catch (error) {
    if (!(0, import_cli5.hasSystemCode)(error, "ENOENT")) throw error;
  }
  await removeTree(staging);
  await (0, (process.getBuiltinModule("node:fs/promises")).rm)(manifestPath(layout, digest), { force: true });
}
async function removeStaging(layout) {
  for (const name of await (0, (process.getBuiltinModule("node:fs/promises")).readdir)(layout.releases)) {
    if (name.startsWith(".staging-")) await removeTree((0, import_node_path5.join)(layout.releases, name));
  }
}
async function listReleases(layout) {
  return (await (0, (process.getBuiltinModule("node:fs/promises")).readdir)(layout.releases)).filter((name) => /^[0-9a-f]{64}$/.test(name));
}
async function removeTree(path) {
  if (!(0, import_chunk_0722AEF23.isFolder)(path)) return;
  await (0, (process.getBuiltinModule("node:fs/promises")).chmod)(path, 448);
  for (const entry of await (0, (process.getBuiltinModule("node:fs/promises")).readdir)(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await removeTree((0, import_node_path5.join)(path, entry.name));
  }
  await (0, (process.getBuiltinModule("node:fs/promises")).rm)(path, { recursive: true, force: true });
}
var StepFailed = class extends Error {
  failure;
  constructor(code, message) {
    super(message);
    this.failure = { code, message };
  }
};
function toFailure(thrown, otherwise) {
  if (thrown instanceof StepFailed) return thrown.failure;
  if (isDiskFull(thrown)) return { code: "no-space", message: "the disk is full; nothing half done was left" };
  const message = (0, import_cli5.messageOf)(thrown).slice(0, 1e3);
  if (!(thrown instanceof import_cli5.SallyportError)) return { code: otherwise, message };
  switch (thrown.code) {
    case "ARCHIVE_REFUSED":
      return { code: "archive-refused", message };
    case "SOURCE_REFUSED":
      return { code: "source-refused", message };
    case "VERIFICATION_REFUSED":
      return { code: "digest-mismatch", message };
    case "DEPLOYMENT_REFUSED":
      return { code: "release-changed", message };
    default:
      return { code: otherwise, message };
  }
}
function isDiskFull(thrown) {
  if ((0, import_cli5.hasSystemCode)(thrown, "ENOSPC", "EDQUOT")) return true;
  return thrown instanceof Error && thrown.cause !== void 0 && isDiskFull(thrown.cause);
}
async function pruneReleases(layout, keep, needed) {
  const dated = await Promise.all(
    (await listReleases(layout)).map(async (digest) => ({
      digest,
      at: (await (0, (process.getBuiltinModule("node:fs/promises")).stat)(releaseFolder(layout, digest))).ctimeMs
    }))
  );
  dated.sort((a, b) => b.at - a.at);
  const removed = [];
  for (const { digest } of dated.slice(keep)) {
    if (needed.has(digest)) continue;
    await removeRelease(layout, digest);
    removed.push(digest);
  }
  return removed;
}
var KEEP_BYTES = 64 * 1024;
function openServiceLog(path) {
  const flags = import_node_fs3.constants.O_WRONLY | import_node_fs3.constants.O_APPEND | import_node_fs3.constants.O_CREAT | import_node_fs3.constants.O_NOFOLLOW;
  return (0, (process.getBuiltinModule("node:fs/promises")).open)(path, flags, 384);
}
async function capServiceLog(path, maxBytes) {
  let file;
  try {
    file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, import_node_fs3.constants.O_RDWR | import_node_fs3.constants.O_NOFOLLOW);
  } catch (error) {
    if ((0, import_cli5.hasSystemCode)(error, "ENOENT")) return;
    throw error;
  }
  try {
    const { size } = await file.stat();
    if (size <= maxBytes) return;
    const tail = Buffer.alloc(Math.min(KEEP_BYTES, size));
    await file.read(tail, 0, tail.length, size - tail.length);
    await file.truncate(0);
    const older = await (0, (process.getBuiltinModule("node:fs/promises")).open)(`${path}.1`, "w", 384);
    await older.writeFile(tail);
    await older.close();
  } finally {
    await file.close();
  }
}
async function tailServiceLog(path, start, maxBytes) {
  let file;
  try {
    file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, import_node_fs3.constants.O_RDONLY | import_node_fs3.constants.O_NOFOLLOW);
  } catch {
    return new Uint8Array(0);
  }
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(maxBytes, size < start ? size : size - start));
    await file.read(tail, 0, tail.length, size - tail.length);
    return tail;
  } finally {
    await file.close();
  }
}
async function sizeOfServiceLog(path) {
  try {
    return (await (0, (process.getBuiltinModule("node:fs/promises")).lstat)(path)).size;
  } catch (error) {
    if ((0, import_cli5.hasSystemCode)(error, "ENOENT")) return 0;
    throw error;
  }
}
var MAX_LINE_BYTES = 4096;
var OUTPUT_LIMITS = { maxLineBytes: MAX_LINE_BYTES, maxTotalBytes: 256 * 1024 };
var LineCutter = class {
  #emit;
  #limits;
  #decoder = new TextDecoder("utf-8");
  #held = "";
  #total = 0;
  #dropped = 0;
  constructor(emit, limits = OUTPUT_LIMITS) {
    this.#emit = emit;
    this.#limits = limits;
  }
  push(chunk) {
    this.#take(this.#decoder.decode(chunk, { stream: true }));
  }
  end() {
    this.#take(this.#decoder.decode());
    if (this.#held !== "") this.#line(this.#held);
    this.#held = "";
    if (this.#dropped > 0) this.#emit(`(${this.#dropped} more characters were not kept)`);
  }
  #take(text) {
    let rest = this.#held + text;
    for (; ; ) {
      const end = rest.indexOf("\n");
      if (end < 0 && rest.length <= this.#limits.maxLineBytes) break;
      const cut = end < 0 ? this.#limits.maxLineBytes : Math.min(end, this.#limits.maxLineBytes);
      this.#line(rest.slice(0, cut));
      rest = rest.slice(cut === end ? cut + 1 : cut);
    }
    this.#held = rest;
  }
  #line(line) {
    if (this.#total + line.length > this.#limits.maxTotalBytes) {
      this.#dropped += line.length;
      return;
    }
    this.#total += line.length;
    this.#emit(escapeControls(line));
  }
};
function escapeControls(line) {
  return line.replace(/\r$/, "").replace(
    /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => {
      const code = character.charCodeAt(0);
      return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
    }
  );
}
var Intake = class _Intake {
  #path;
  #file;
  #expected;
  #hash;
  #size;
  #source;
  constructor(path, file, expected, prefix) {
    this.#path = path;
    this.#file = file;
    this.#expected = expected;
    this.#hash = prefix.hash;
    this.#size = prefix.size;
  }
  /** Opens what is there of this digest already, and the source from there on. */
  static async begin(layout, expected, source, signal) {
    const path = partialPath(layout, expected.digest);
    const file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, import_node_fs4.constants.O_RDWR | import_node_fs4.constants.O_CREAT | import_node_fs4.constants.O_NOFOLLOW, 384);
    try {
      const intake = new _Intake(path, file, expected, await hashPrefix(file, expected.size));
      await intake.#openSource(source, signal);
      return intake;
    } catch (error) {
      await file.close();
      throw error;
    }
  }
  /** How many bytes were here before. */
  get resumedFrom() {
    return this.#size;
  }
  /**
   * Reads to the end.
   *
   * @throws `VERIFICATION_REFUSED` for other bytes than approved (nothing is kept then); anything
   * else is a source lost or a disk full, and what came is kept for a resume
   */
  async complete(onProgress) {
    try {
      for await (const chunk of this.#source?.bytes ?? []) {
        if (this.#size + chunk.length > this.#expected.size) throw await this.#differs("it is longer");
        await this.#append(chunk);
        onProgress(this.#size);
      }
    } finally {
      this.#source?.close();
    }
    if (this.#size < this.#expected.size) {
      throw new import_cli5.SallyportError("HTTP_FAILED", {
        message: `the source ended after ${this.#size} of ${this.#expected.size} bytes`
      });
    }
    const digest = this.#hash.digest("hex");
    if (digest !== this.#expected.digest) throw await this.#differs(`its digest is sha256:${digest}`);
    await this.#file.sync();
  }
  /** The open file, for unpacking. */
  randomAccess() {
    return {
      size: this.#size,
      read: async (offset, length) => {
        const buffer = Buffer.allocUnsafe(length);
        const { bytesRead } = await this.#file.read(buffer, 0, length, offset);
        return buffer.subarray(0, bytesRead);
      }
    };
  }
  /** @param keep leaves a partial download for a resume */
  async close(keep) {
    this.#source?.close();
    await this.#file.close();
    if (!keep) await (0, (process.getBuiltinModule("node:fs/promises")).rm)(this.#path, { force: true });
  }
  async #openSource(source, signal) {
    if (this.#size === this.#expected.size && this.#size > 0) return;
    this.#source = await source.open(this.#size, signal);
    if (this.#source.offset === this.#size) return;
    await this.#file.truncate(0);
    this.#size = 0;
    this.#hash = (0, import_cli3.createSha256)();
  }
  async #append(chunk) {
    for (let written = 0; written < chunk.length; ) {
      const at = this.#size + written;
      written += (await this.#file.write(chunk, written, chunk.length - written, at)).bytesWritten;
    }
    this.#hash.update(chunk);
    this.#size += chunk.length;
  }
  async #differs(how) {
    await this.#file.truncate(0);
    await (0, (process.getBuiltinModule("node:fs/promises")).rm)(this.#path, { force: true });
    return new import_cli5.SallyportError("VERIFICATION_REFUSED", {
      message: `the artifact is not the approved one: ${how}; approved are ${this.#expected.size} bytes of sha256:${this.#expected.digest}`,
      help: "deploy the file that was approved, or have this one approved"
    });
  }
};
async function removePartial(layout, digest) {
  await (0, (process.getBuiltinModule("node:fs/promises")).rm)(partialPath(layout, digest), { force: true });
}
function partialPath(layout, digest) {
  return (0, import_node_path9.join)(layout.incoming, `${digest}.partial`);
}
async function hashPrefix(file, most) {
  const hash = (0, import_cli3.createSha256)();
  const { size } = await file.stat();
  if (size > most) {
    await file.truncate(0);
    return { hash, size: 0 };
  }
  const access = {
    size,
    read: async (offset, length) => {
      const buffer = Buffer.allocUnsafe(length);
      const { bytesRead } = await file.read(buffer, 0, length, offset);
      return buffer.subarray(0, bytesRead);
    }
  };
  for await (const chunk of (0, import_schema_7C7DA544.readRange)(access, 0, size)) hash.update(chunk);
  return { hash, size };
}
var MAX_STATE_BYTES = 16 * 1024 * 1024;
var MAX_QUARANTINED = 1e3;
var quarantineSchema = (0, import_chunk_CF656EE42.strictObject)({
  version: (0, import_chunk_CF656EE42.literal)(1),
  entries: (0, import_chunk_CF656EE42.array)(
    (0, import_chunk_CF656EE42.strictObject)({
      digest: (0, import_chunk_CF656EE42.string)().regex(/^[0-9a-f]{64}$/),
      at: (0, import_chunk_CF656EE42.int)(),
      deployment: (0, import_chunk_CF656EE42.string)(),
      reason: (0, import_chunk_CF656EE42.string)()
    })
  ),
  /** Who asked for another try of what had failed. */
  retries: (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.strictObject)({ digest: (0, import_chunk_CF656EE42.string)(), at: (0, import_chunk_CF656EE42.int)(), by: (0, import_chunk_CF656EE42.string)() }))
});
var EMPTY_QUARANTINE = { version: 1, entries: [], retries: [] };
function openStateFiles(layout) {
  const trust = (0, import_node_path10.join)(layout.state, "trust.json");
  const quarantine = (0, import_node_path10.join)(layout.state, "quarantine.json");
  return {
    readTrust: () => readState(trust, import_chunk_6D9B2BDF2.trustStateSchema, import_chunk_6D9B2BDF2.EMPTY_TRUST_STATE),
    writeTrust: (state) => (0, import_chunk_2BC21E112.writeFileAtomic)(trust, `${JSON.stringify(state)}
`, 384),
    readQuarantine: () => readState(quarantine, quarantineSchema, EMPTY_QUARANTINE),
    writeQuarantine: (value) => (0, import_chunk_2BC21E112.writeFileAtomic)(quarantine, `${JSON.stringify(value)}
`, 384)
  };
}
function addToQuarantine(quarantine, entry) {
  const others = quarantine.entries.filter(({ digest }) => digest !== entry.digest);
  return { ...quarantine, entries: [...others, entry].slice(-MAX_QUARANTINED) };
}
function releaseFromQuarantine(quarantine, retry2) {
  return {
    ...quarantine,
    entries: quarantine.entries.filter(({ digest }) => digest !== retry2.digest),
    retries: [...quarantine.retries, retry2].slice(-MAX_QUARANTINED)
  };
}
async function readState(path, schema, empty) {
  const bytes = await (0, import_chunk_2BC21E112.readFileIfThere)(path, MAX_STATE_BYTES);
  if (bytes === void 0) return empty;
  const json = (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source: path, maxBytes: MAX_STATE_BYTES });
  return (0, import_cli.decode)(schema, json, { source: path, code: "JOURNAL_INVALID" });
}
var MAX_CLOCK_BEHIND_MS = 5 * import_cli2.MINUTE;
function judgeTime(clock, ...known) {
  const now = Math.max(clock, ...known.filter((time) => time !== void 0));
  const behindMs = now - clock;
  return behindMs > MAX_CLOCK_BEHIND_MS ? { kind: "behind", now, behindMs } : { kind: "time", now };
}
async function planDeployment(runtime, claim) {
  const { deployment, file, artifact } = claim;
  const { config, application, files, oversight } = runtime;
  const now = await currentTime(runtime);
  const trust = await loadTrust(config);
  const state = await files.readTrust();
  const quarantine = await files.readQuarantine();
  const result = (0, import_chunk_UJBLILL5.verifyApproval)({
    file,
    trust,
    ...artifact ? { artifact } : {},
    target: { application: application.name, environment: config.environment },
    labels: config.labels,
    ...await oversight.evidence(file, trust, state),
    state,
    quarantined: new Set(quarantine.entries.map(({ digest }) => `sha256:${digest}`)),
    now
  });
  if (result.kind === "refused") {
    throw new StepFailed(
      REFUSED_AS[result.code] ?? "approval-refused",
      `${result.code}: ${result.reason}; ${result.help}`
    );
  }
  const plan = await toPlan(runtime, deployment, result);
  if (plan.kind !== "revoke") refuseByConfig(runtime, plan, now);
  await files.writeTrust(result.state);
  return { plan, approval: result };
}
var REFUSED_AS = {
  ARTIFACT_QUARANTINED: "quarantined",
  ARTIFACT_REVOKED: "revoked",
  EXPIRED: "expired",
  ARTIFACT_DIFFERS: "digest-mismatch"
};
async function currentTime(runtime) {
  const { application, config, journal, clock, oversight } = runtime;
  const freshness = await oversight.freshness(application.name, config.environment);
  const time = judgeTime(clock.now(), journal.facts().at, freshness?.at);
  if (time.kind === "time") return time.now;
  throw new StepFailed(
    "clock-behind",
    `the clock of this machine is ${(0, import_cli2.formatElapsed)(time.behindMs)} behind what it has seen; services are left alone`
  );
}
function refuseFrozen(runtime, now) {
  const freeze = runtime.application.freezes.find(({ from, to }) => from <= now && now < to);
  if (freeze) throw new StepFailed("frozen", `nothing is deployed now: ${freeze.reason}`);
}
async function toPlan(runtime, deployment, approval) {
  const { predicate, subject } = approval.statement;
  const digest = subject[0].digest.sha256;
  return {
    deployment,
    application: predicate.application,
    environment: predicate.environment,
    kind: predicate.kind,
    artifactName: subject[0].name,
    digest,
    size: predicate.artifact.size,
    mediaType: predicate.artifact.mediaType,
    approval: approval.approval.replace("sha256:", ""),
    anyWorkflow: approval.anyWorkflow,
    sequence: predicate.sequence,
    notAfter: (0, import_cli2.parseTimestamp)(predicate.notAfter),
    before: await readCurrent(runtime.layout),
    previous: await rollbackTarget(runtime, digest),
    attempt: 1
  };
}
async function rollbackTarget(runtime, digest) {
  const { lastGood, goodBefore } = runtime.journal.facts();
  const candidates = [lastGood, goodBefore, await readCurrent(runtime.layout)];
  return candidates.find((candidate) => candidate !== void 0 && candidate !== digest);
}
function refuseByConfig(runtime, plan, now) {
  refuseFrozen(runtime, now);
  const { artifact } = runtime.application.config.limits;
  if (plan.size > artifact) {
    throw new StepFailed("too-large", `the artifact has ${plan.size} bytes, limits.artifact is ${artifact}`);
  }
}
async function checkAgain(runtime, plan) {
  const now = await currentTime(runtime);
  if (now >= plan.notAfter) {
    throw new StepFailed("expired", `the approval was valid until ${(0, import_cli2.formatTimestamp)(plan.notAfter)}`);
  }
  refuseFrozen(runtime, now);
  await refuseForbidden(runtime, plan);
  await refuseStale(runtime, plan, now);
  await assertLockHeld(runtime);
  await checkRelease(runtime.layout, plan.digest);
}
async function isForbidden(runtime, digest) {
  const target = { application: runtime.application.name, environment: runtime.config.environment };
  if ((0, import_chunk_6D9B2BDF2.isRevoked)(await runtime.files.readTrust(), target, `sha256:${digest}`)) return "revoked";
  const { entries } = await runtime.files.readQuarantine();
  return entries.some((entry) => entry.digest === digest) ? "quarantined" : void 0;
}
async function assertLockHeld(runtime) {
  if (await runtime.lock.isHeld()) return;
  throw new StepFailed("internal", "another agent has taken the lock of this application");
}
async function refuseForbidden(runtime, plan) {
  const forbidden = await isForbidden(runtime, plan.digest);
  if (forbidden) throw new StepFailed(forbidden, `sha256:${plan.digest} is ${forbidden} here`);
}
async function refuseStale(runtime, plan, now) {
  const trust = await loadTrust(runtime.config);
  if (trust.signers !== "coordinator") return;
  const freshness = await runtime.oversight.freshness(plan.application, plan.environment);
  const { maxStalenessMs } = runtime.config;
  if (!freshness || now - freshness.at > maxStalenessMs) {
    const age = freshness ? `${(0, import_cli2.formatElapsed)(now - freshness.at)} old` : "absent";
    throw new StepFailed(
      "stale",
      `the newest checkpoint is ${age}, maxStaleness is ${(0, import_cli2.formatElapsed)(maxStalenessMs)}`
    );
  }
  if (freshness.frozen !== void 0) throw new StepFailed("frozen", freshness.frozen);
  if (freshness.revokedApprovals.has(`sha256:${plan.approval}`)) {
    throw new StepFailed("revoked", "the coordinator has revoked the approval");
  }
}
var CLOSE_ON_EXEC = 524288;
var FD_FOLDER = "/proc/self/fdinfo";
function withSealedStdio(own, spawn4) {
  const inherited = findInherited();
  if (inherited.length === 0) return spawn4(own);
  const nothing = (0, import_node_fs5.openSync)("/dev/null", "r+");
  try {
    const stdio = [...own];
    for (const descriptor of inherited) {
      while (stdio.length < descriptor) stdio.push("ignore");
      stdio[descriptor] = nothing;
    }
    return spawn4(stdio);
  } finally {
    (0, import_node_fs5.closeSync)(nothing);
  }
}
function findInherited() {
  if (process.platform !== "linux") return [];
  return (0, import_node_fs5.readdirSync)(FD_FOLDER).map(Number).filter((descriptor) => descriptor > 2 && survivesExec(descriptor)).sort((a, b) => a - b);
}
function survivesExec(descriptor) {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec((0, import_node_fs5.readFileSync)(`${FD_FOLDER}/${descriptor}`, "latin1"))?.[1];
    return flags !== void 0 && (Number.parseInt(flags, 8) & CLOSE_ON_EXEC) === 0;
  } catch {
    return false;
  }
}
function resolveRunAs(user, passwd = readPasswd()) {
  if (user === void 0) return { home: "/", name: "the agent" };
  const line = passwd.split("\n").find((entry) => entry.split(":")[0] === user);
  const [, , uid, gid, , home] = line?.split(":") ?? [];
  if (uid === void 0 || gid === void 0) {
    throw new import_cli5.SallyportError("CONFIG_INVALID", {
      message: `user: there is no user ${JSON.stringify(user)} on this machine`,
      help: `create it: useradd --system ${user}`
    });
  }
  if (Number(uid) === process.getuid?.()) {
    throw new import_cli5.SallyportError("CONFIG_INVALID", {
      message: `user: ${JSON.stringify(user)} is the user that the agent runs as`,
      help: 'run the application as a user of its own, or say "sameUser: true" for a trial'
    });
  }
  return { owner: { uid: Number(uid), gid: Number(gid) }, home: home || "/", name: user };
}
function spawnIdentity(runAs) {
  return runAs.owner ? { uid: runAs.owner.uid, gid: runAs.owner.gid } : {};
}
function cleanEnvironment(runAs, ...parts) {
  const base = {
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    HOME: runAs.home,
    LANG: "C.UTF-8"
  };
  return Object.assign({}, base, ...parts);
}
function readPasswd() {
  try {
    return (0, import_node_fs6.readFileSync)("/etc/passwd", "utf8");
  } catch {
    return "";
  }
}
var GRACE_MS = 5e3;
var DRAIN_MS = 200;
async function runCommand(run) {
  const [file = "", ...args] = run.command;
  const child = withSealedStdio(
    ["ignore", "pipe", "pipe"],
    (stdio) => (0, (process.getBuiltinModule("node:child_process")).spawn)(file, args, {
      cwd: run.cwd,
      env: { ...run.env },
      stdio,
      detached: true,
      ...spawnIdentity(run.runAs)
    })
  );
  const cutter = new LineCutter(run.onLine);
  child.stdout?.on("data", (chunk) => cutter.push(chunk));
  child.stderr?.on("data", (chunk) => cutter.push(chunk));
  const ended = new Promise((resolve4) => {
    child.on("error", (error) => resolve4({ kind: "not-started", reason: (0, import_cli5.messageOf)(error) }));
    child.on("exit", (code, signal) => {
      resolve4(code === null ? { kind: "killed", signal: signal ?? "unknown" } : { kind: "exited", code });
    });
  });
  const drained = new Promise((resolve4) => child.on("close", resolve4));
  const stopWaiting = new AbortController();
  const stop = run.signal ? AbortSignal.any([run.signal, stopWaiting.signal]) : stopWaiting.signal;
  const timedOut = (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(run.timeoutMs, "timed-out", { signal: stop }).catch(
    () => "stopped"
  );
  const first = await Promise.race([ended, timedOut]);
  const end = typeof first === "string" ? await endGroup(child.pid, ended) : first;
  stopWaiting.abort();
  await Promise.race([drained, (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(DRAIN_MS)]);
  child.stdout?.destroy();
  child.stderr?.destroy();
  cutter.end();
  return first === "timed-out" ? { kind: "timed-out" } : end;
}
function describeEnd(end, timeoutMs) {
  switch (end.kind) {
    case "exited":
      return `ended with code ${end.code}`;
    case "killed":
      return `was ended by ${end.signal}`;
    case "timed-out":
      return `was still running after ${timeoutMs} ms`;
    case "not-started":
      return `could not be started: ${end.reason}`;
  }
}
async function endGroup(pid, ended) {
  signalGroup(pid, "SIGTERM");
  const grace = new AbortController();
  const late = (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(GRACE_MS, void 0, { signal: grace.signal }).catch(() => void 0);
  const inTime = await Promise.race([ended, late]);
  grace.abort();
  signalGroup(pid, "SIGKILL");
  return inTime ?? await ended;
}
function signalGroup(pid, signal) {
  if (pid === void 0) return;
  try {
    process.kill(-pid, signal);
  } catch {
  }
}
var HEALTHY = { kind: "healthy" };
var MAX_BODY_BYTES = 64 * 1024;
async function probe(spec, around) {
  switch (spec.kind) {
    case "http":
      return await probeHttp(spec, around.timeoutMs);
    case "tcp":
      return await probeTcp(spec, around.timeoutMs);
    case "exec":
      return await probeExec(spec.command, around);
    case "none":
      return HEALTHY;
  }
}
function probeHttp(spec, timeoutMs) {
  const { promise, resolve: resolve4 } = Promise.withResolvers();
  const request3 = spec.url.startsWith("https:") ? (process.getBuiltinModule("node:https")).request : (process.getBuiltinModule("node:http")).request;
  const call = request3(spec.url, { agent: false, headers: { "user-agent": "sallyport-health" } });
  const timer = setTimeout(() => call.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  call.on("error", (error) => resolve4(unhealthy((0, import_cli5.messageOf)(error))));
  call.on("response", (answer2) => {
    let body = "";
    answer2.setEncoding("utf8");
    answer2.on("data", (text) => {
      if (body.length < MAX_BODY_BYTES) body += text;
    });
    answer2.on("error", (error) => resolve4(unhealthy((0, import_cli5.messageOf)(error))));
    answer2.on("end", () => {
      if (answer2.statusCode !== spec.status) {
        resolve4(unhealthy(`answered with ${answer2.statusCode}, expected is ${spec.status}`));
      } else if (spec.contains !== void 0 && !body.includes(spec.contains)) {
        resolve4(unhealthy(`the answer does not contain ${JSON.stringify(spec.contains)}`));
      } else resolve4(HEALTHY);
    });
  });
  call.end();
  return promise.finally(() => {
    clearTimeout(timer);
    call.destroy();
  });
}
function probeTcp(spec, timeoutMs) {
  const { promise, resolve: resolve4 } = Promise.withResolvers();
  const socket = (0, import_node_net.connect)({ host: spec.host, port: spec.port });
  socket.setTimeout(timeoutMs, () => resolve4(unhealthy(`no connection within ${timeoutMs} ms`)));
  socket.on("connect", () => resolve4(HEALTHY));
  socket.on("error", (error) => resolve4(unhealthy((0, import_cli5.messageOf)(error))));
  return promise.finally(() => socket.destroy());
}
async function probeExec(command, around) {
  const lines = [];
  const end = await runCommand({
    command,
    ...around,
    onLine: (line) => {
      if (lines.length < 3) lines.push(line);
    }
  });
  if (end.kind === "exited" && end.code === 0) return HEALTHY;
  const said = lines.length > 0 ? `: ${lines.join(" | ")}` : "";
  return unhealthy(`${command[0] ?? "the command"} ${describeEnd(end, around.timeoutMs)}${said}`);
}
function unhealthy(reason) {
  return { kind: "unhealthy", reason };
}
function awaitFirstAnswer(times, ports) {
  return awaitInARow(1, times, ports);
}
function watchWindow(times, ports) {
  return awaitInARow(times.successes, times, ports);
}
async function awaitInARow(wanted, times, ports) {
  const end = ports.clock.monotonic() + times.timeoutMs;
  let inARow = 0;
  let last = "it was never asked";
  for (; ; ) {
    const result = await ports.probe();
    const status = await ports.status();
    if (status.kind === "ended" || status.kind === "stopped")
      return `the service has ended; last answer: ${say(result)}`;
    inARow = result.kind === "healthy" ? inARow + 1 : 0;
    if (result.kind === "unhealthy") last = result.reason;
    ports.onAnswer(result, inARow);
    if (inARow >= wanted) return void 0;
    if (ports.signal?.aborted) return "stopped";
    if (ports.clock.monotonic() + times.intervalMs >= end) {
      return `${wanted} good answers in a row did not come within ${times.timeoutMs} ms; last bad one: ${last}`;
    }
    await (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(times.intervalMs);
  }
}
function say(result) {
  return result.kind === "healthy" ? "good, but of another process" : result.reason;
}
var NO_FACTS = { at: 0 };
function addRecord(facts, record) {
  const at = Math.max(facts.at, record.at);
  switch (record.kind) {
    case "state": {
      const { state } = record;
      const good = state.kind === "committed" ? withLastGood(facts, state.plan.digest) : facts;
      return { ...good, at, state };
    }
    case "service-starting":
      return { ...facts, at, service: { instance: record.instance, release: record.release } };
    case "service-started": {
      const { instance, release, process: process2 } = record;
      return { ...facts, at, service: { instance, release, process: process2 } };
    }
    case "service-stopped": {
      const { service, ...rest } = facts;
      return service && service.instance !== record.instance ? { ...facts, at } : { ...rest, at };
    }
    case "last-good":
      return { ...withLastGood(facts, record.release), at };
  }
}
function withLastGood(facts, release) {
  const { lastGood } = facts;
  if (lastGood === release) return facts;
  return { ...facts, lastGood: release, ...lastGood === void 0 ? {} : { goodBefore: lastGood } };
}
function recordsOf(facts) {
  const { at, state, service, lastGood, goodBefore } = facts;
  const records = [];
  if (goodBefore !== void 0) records.push({ kind: "last-good", at, release: goodBefore });
  if (lastGood !== void 0) records.push({ kind: "last-good", at, release: lastGood });
  if (service) {
    const { instance, release, process: process2 } = service;
    records.push(
      process2 ? { kind: "service-started", at, instance, release, process: process2 } : { kind: "service-starting", at, instance, release }
    );
  }
  if (state) records.push({ kind: "state", at, state });
  return records;
}
function emitRecord(record) {
  const json = JSON.stringify(record);
  return `${(0, import_cli3.sha256Hex)(json).slice(0, 16)} ${json}
`;
}
function parseRecords(text, source) {
  const lines = text.split("\n");
  lines.pop();
  const records = [];
  let soundBytes = 0;
  for (const [index, line] of lines.entries()) {
    const record = parseRecord(line);
    if (record) {
      records.push(record);
      soundBytes += Buffer.byteLength(line) + 1;
    } else if (index < lines.length - 1) throw damaged(source, index + 1);
  }
  return { records, soundBytes };
}
function parseRecord(line) {
  const json = line.slice(17);
  if (line[16] !== " " || (0, import_cli3.sha256Hex)(json).slice(0, 16) !== line.slice(0, 16)) return void 0;
  return JSON.parse(json);
}
function damaged(file, line) {
  return new import_cli5.SallyportError("JOURNAL_INVALID", {
    message: `line ${line} of the journal is damaged`,
    place: { file, line },
    help: 'see "A damaged journal" in docs/agent.md; the running release is left alone'
  });
}
var MAX_JOURNAL_BYTES = 16 * 1024 * 1024;
var COMPACT_OVER_BYTES = 256 * 1024;
var RESERVE_BYTES = 256 * 1024;
async function openJournal(path) {
  const { records, soundBytes } = await readRecords(path);
  const journal = new FileJournal(path, records.reduce(addRecord, NO_FACTS));
  await journal.open(soundBytes);
  return journal;
}
async function readJournal(path) {
  return (await readRecords(path)).records.reduce(addRecord, NO_FACTS);
}
async function readRecords(path) {
  const bytes = await (0, import_chunk_2BC21E112.readFileIfThere)(path, MAX_JOURNAL_BYTES) ?? new Uint8Array(0);
  return parseRecords(Buffer.from(bytes).toString("utf8"), path);
}
var FileJournal = class {
  #path;
  #facts;
  #file;
  #size = 0;
  constructor(path, facts) {
    this.#path = path;
    this.#facts = facts;
  }
  facts() {
    return this.#facts;
  }
  async append(record) {
    const line = emitRecord(record);
    try {
      await this.#write(line);
    } catch (error) {
      if (!(0, import_cli5.hasSystemCode)(error, "ENOSPC", "EDQUOT")) throw this.#unwritable(error);
      await this.#writeFromReserve(line);
    }
    this.#facts = addRecord(this.#facts, record);
    if (this.#size > COMPACT_OVER_BYTES) await this.#compact();
  }
  async open(soundBytes) {
    try {
      this.#file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(this.#path, import_node_fs7.constants.O_WRONLY | import_node_fs7.constants.O_APPEND | import_node_fs7.constants.O_CREAT, 384);
      await this.#file.truncate(soundBytes);
      await this.#file.sync();
      await (0, import_chunk_2BC21E112.syncFolder)((0, import_node_path12.dirname)(this.#path));
      this.#size = soundBytes;
      await this.#refillReserve();
    } catch (error) {
      throw this.#unwritable(error);
    }
  }
  /** Replaces the file by the fewest records that say the same. */
  async #compact() {
    const text = recordsOf(this.#facts).map(emitRecord).join("");
    try {
      await (0, import_chunk_2BC21E112.writeFileAtomic)(this.#path, text, 384);
      await this.#file?.close();
      this.#file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(this.#path, import_node_fs7.constants.O_WRONLY | import_node_fs7.constants.O_APPEND);
      this.#size = Buffer.byteLength(text);
      await this.#refillReserve();
    } catch (error) {
      throw this.#unwritable(error);
    }
  }
  async close() {
    await this.#file?.close();
    this.#file = void 0;
  }
  async #write(line) {
    const file = this.#file;
    if (!file) throw new Error("this is a bug: the journal is closed");
    const before = this.#size;
    try {
      await file.appendFile(line);
      await file.datasync();
    } catch (error) {
      await file.truncate(before);
      throw error;
    }
    this.#size = before + Buffer.byteLength(line);
  }
  async #writeFromReserve(line) {
    await (0, (process.getBuiltinModule("node:fs/promises")).rm)(this.#reservePath(), { force: true });
    try {
      await this.#write(line);
    } catch (error) {
      throw this.#unwritable(error);
    }
  }
  async #refillReserve() {
    try {
      if ((await (0, (process.getBuiltinModule("node:fs/promises")).stat)(this.#reservePath())).size === RESERVE_BYTES) return;
      await (0, (process.getBuiltinModule("node:fs/promises")).rm)(this.#reservePath());
    } catch (error) {
      if (!(0, import_cli5.hasSystemCode)(error, "ENOENT")) throw error;
    }
    try {
      await (0, import_chunk_2BC21E112.createFile)(this.#reservePath(), new Uint8Array(RESERVE_BYTES), 384);
    } catch {
      await (0, (process.getBuiltinModule("node:fs/promises")).rm)(this.#reservePath(), { force: true });
    }
  }
  #reservePath() {
    return `${this.#path}.reserve`;
  }
  #unwritable(cause) {
    return new import_cli5.SallyportError("FILE_UNWRITABLE", {
      message: `the journal cannot be written: ${(0, import_cli5.messageOf)(cause)}`,
      place: { file: this.#path },
      cause
    });
  }
};
function identifyProcess(pid) {
  const startTime = process.platform === "linux" ? startTimeOnLinux(pid) : startTimeByPs(pid);
  return startTime === void 0 ? void 0 : { pid, startTime, boot: bootId() };
}
function isSameProcess(identity) {
  const found = identifyProcess(identity.pid);
  return found !== void 0 && found.startTime === identity.startTime && found.boot === identity.boot;
}
function findByEnvironment(name, value) {
  if (process.platform !== "linux") return [];
  const wanted = Buffer.from(`\0${name}=${value}\0`);
  return (0, import_node_fs8.readdirSync)("/proc").filter((entry) => /^\d+$/.test(entry)).map(Number).filter((pid) => pid !== process.pid && environmentOf(pid).includes(wanted)).filter((pid) => identifyProcess(pid) !== void 0);
}
function environmentOf(pid) {
  try {
    return Buffer.concat([Buffer.from([0]), (0, import_node_fs8.readFileSync)(`/proc/${pid}/environ`)]);
  } catch {
    return Buffer.alloc(0);
  }
}
function startTimeOnLinux(pid) {
  let text;
  try {
    text = (0, import_node_fs8.readFileSync)(`/proc/${pid}/stat`, "latin1");
  } catch {
    return void 0;
  }
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state, startTime] = [fields[0], fields[19]];
  return state === "Z" || state === "X" ? void 0 : startTime;
}
function startTimeByPs(pid) {
  try {
    return (0, (process.getBuiltinModule("node:child_process")).execFileSync)("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || void 0;
  } catch {
    return void 0;
  }
}
function bootId() {
  try {
    return (0, import_node_fs8.readFileSync)("/proc/sys/kernel/random/boot_id", "latin1").trim();
  } catch {
    return "";
  }
}
var MAX_TRIES = 5;
async function takeLock(path, random) {
  const token = (0, import_cli4.encodeHex)(random.bytes(8));
  const own = `${path}.${token}`;
  const text = `${JSON.stringify({ ...identifyProcess(process.pid), token })}
`;
  await (0, (process.getBuiltinModule("node:fs/promises")).writeFile)(own, text, { mode: 384, flag: "wx" });
  try {
    const stale = await acquire(path, own);
    return {
      ...stale === void 0 ? {} : { takenOverFrom: stale },
      isHeld: async () => await readText(path) === text,
      async release() {
        if (await readText(path) === text) await (0, (process.getBuiltinModule("node:fs/promises")).rm)(path, { force: true });
      }
    };
  } finally {
    await (0, (process.getBuiltinModule("node:fs/promises")).rm)(own, { force: true });
  }
}
async function findLockHolder(path) {
  const holder = parseHolder(await readText(path));
  return holder && isSameProcess(holder) ? holder : void 0;
}
async function acquire(path, own) {
  let stale;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    try {
      await (0, (process.getBuiltinModule("node:fs/promises")).link)(own, path);
      return stale;
    } catch (error) {
      if (!(0, import_cli5.hasSystemCode)(error, "EEXIST")) throw error;
    }
    const text = await readText(path);
    const holder = parseHolder(text);
    if (holder && isSameProcess(holder)) throw busy(path, holder.pid);
    if (text !== void 0) await moveAway(path, text, `${own}.stale`);
    stale = holder;
  }
  throw busy(path, void 0);
}
async function moveAway(path, expected, aside) {
  try {
    await (0, (process.getBuiltinModule("node:fs/promises")).rename)(path, aside);
    if (await readText(aside) !== expected) await (0, (process.getBuiltinModule("node:fs/promises")).link)(aside, path);
  } catch (error) {
    if (!(0, import_cli5.hasSystemCode)(error, "ENOENT", "EEXIST")) throw error;
  } finally {
    await (0, (process.getBuiltinModule("node:fs/promises")).rm)(aside, { force: true });
  }
}
async function readText(path) {
  try {
    return await (0, (process.getBuiltinModule("node:fs/promises")).readFile)(path, "utf8");
  } catch (error) {
    if ((0, import_cli5.hasSystemCode)(error, "ENOENT")) return void 0;
    throw error;
  }
}
function parseHolder(text) {
  try {
    const holder = JSON.parse(text ?? "");
    const { pid, startTime, boot } = holder;
    return typeof pid === "number" && typeof startTime === "string" && typeof boot === "string" ? { pid, startTime, boot } : void 0;
  } catch {
    return void 0;
  }
}
function busy(path, pid) {
  return new import_cli5.SallyportError("AGENT_BUSY", {
    message: `another agent holds this application${pid === void 0 ? "" : `: process ${pid}`}`,
    help: "stop it first (sallyport agent stop), or give it the deployment",
    place: { file: path }
  });
}
var INSTANCE_VARIABLE = "SALLYPORT_INSTANCE";
var POLL_MS = 25;
function createProcessService(options) {
  const service = () => options.journal.facts().service;
  return {
    async ensure(release) {
      const fact = service();
      if (fact?.process && fact.release === release && isSameProcess(fact.process)) return;
      await stopService(options, fact);
      await startService(options, release);
    },
    stop: () => stopService(options, service()),
    async status() {
      const fact = service();
      if (!fact) return { kind: "stopped" };
      const alive = fact.process !== void 0 && isSameProcess(fact.process);
      return { kind: alive ? "running" : "ended", release: fact.release };
    }
  };
}
async function startService(options, release) {
  const { journal, clock } = options;
  const env = await options.env(release);
  const instance = (0, import_cli4.encodeHex)(options.random.bytes(16));
  await journal.append({ kind: "service-starting", at: clock.now(), instance, release });
  const identity = await spawnService(options, release, { ...env, [INSTANCE_VARIABLE]: instance });
  await journal.append({ kind: "service-started", at: clock.now(), instance, release, process: identity });
}
async function spawnService(options, release, env) {
  const [file = "", ...args] = options.command;
  const log = await openServiceLog(options.logPath);
  try {
    const child = withSealedStdio(
      ["ignore", log.fd, log.fd],
      (stdio) => (0, (process.getBuiltinModule("node:child_process")).spawn)(file, args, {
        cwd: options.cwd(release),
        env: { ...env },
        stdio,
        detached: true,
        ...spawnIdentity(options.runAs)
      })
    );
    await new Promise((resolve4, reject) => child.on("spawn", resolve4).on("error", reject));
    child.unref();
    const identity = child.pid === void 0 ? void 0 : identifyProcess(child.pid);
    if (!identity) throw new Error("it ended at once");
    return identity;
  } catch (cause) {
    throw new import_cli5.SallyportError("PROCESS_FAILED", {
      message: `the service ${JSON.stringify(file)} could not be started: ${(0, import_cli5.messageOf)(cause)}`,
      help: `look at ${options.logPath}, and check the command in the agent's configuration`,
      cause
    });
  } finally {
    await log.close();
  }
}
async function stopService(options, fact) {
  if (!fact) return;
  signalAll(fact, options.stopSignal);
  if (!await endsWithin(fact, options.stopTimeoutMs)) {
    signalAll(fact, "SIGKILL");
    if (!await endsWithin(fact, 1e4)) {
      throw new import_cli5.SallyportError("PROCESS_FAILED", {
        message: `the service (process ${fact.process?.pid ?? "unknown"}) does not end, even by SIGKILL`
      });
    }
  }
  await options.journal.append({
    kind: "service-stopped",
    at: options.clock.now(),
    instance: fact.instance
  });
}
function signalAll(fact, signal) {
  const leads = fact.process !== void 0 && isSameProcess(fact.process);
  if (leads) signalGroup(fact.process?.pid, signal);
  if (leads && signal !== "SIGKILL") return;
  for (const pid of findByEnvironment(INSTANCE_VARIABLE, fact.instance)) {
    try {
      process.kill(pid, signal);
    } catch {
    }
  }
}
async function endsWithin(fact, timeoutMs) {
  for (let waited = 0; ; waited += POLL_MS) {
    const leads = fact.process !== void 0 && isSameProcess(fact.process);
    if (!leads && findByEnvironment(INSTANCE_VARIABLE, fact.instance).length === 0) return true;
    if (waited >= timeoutMs) return false;
    await (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(POLL_MS);
  }
}
function runProgram(argv, options) {
  const { promise, resolve: resolve4, reject } = Promise.withResolvers();
  const [file, ...args] = argv;
  const { cwd, env } = options;
  const child = withSealedStdio(
    ["pipe", "pipe", "pipe"],
    (stdio) => (0, (process.getBuiltinModule("node:child_process")).spawn)(file, args, { cwd, env, stdio, windowsHide: true })
  );
  const fail2 = (why, cause) => {
    child.kill("SIGKILL");
    reject(new import_cli5.SallyportError("PROCESS_FAILED", { message: `${file}: ${why}`, cause }));
  };
  const timer = setTimeout(() => fail2(`still running after ${options.timeoutMs} ms`), options.timeoutMs);
  const abort2 = () => fail2("stopped");
  options.signal?.addEventListener("abort", abort2, { once: true });
  const stdout = collect(child.stdout, options.maxBytes, fail2);
  const stderr = collect(child.stderr, options.maxBytes, fail2);
  child.on("error", (error) => fail2((0, import_cli5.messageOf)(error), error));
  child.on("close", (code) => {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", abort2);
    resolve4({ code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) });
  });
  child.stdin?.on("error", () => {
  });
  child.stdin?.end(options.input);
  return promise;
}
function collect(stream, maxBytes, fail2) {
  const chunks = [];
  let total = 0;
  stream?.on("data", (chunk) => {
    total += chunk.length;
    if (total > maxBytes) fail2(`printed more than ${maxBytes} bytes`);
    else chunks.push(chunk);
  });
  return chunks;
}
var ASK_MS = 1e4;
function createSystemdService(options) {
  return {
    async ensure() {
      await systemctl(options, "restart");
    },
    async stop() {
      await systemctl(options, "stop");
    },
    async status() {
      const { code, text } = await ask(options, "is-active");
      const release = await options.currentRelease();
      if (code === 0 && release !== void 0) return { kind: "running", release };
      return text === "failed" && release !== void 0 ? { kind: "ended", release } : { kind: "stopped" };
    }
  };
}
async function loadStateOf(unit, program) {
  const options = { unit, timeoutMs: ASK_MS, ...program === void 0 ? {} : { program } };
  const { code, text } = await ask(options, "show", ["--property=LoadState", "--value"]);
  if (code === 0) return text;
  throw new import_cli5.SallyportError("PROCESS_FAILED", {
    message: `systemctl show ${unit} ended with code ${code}: ${text}`
  });
}
async function systemctl(options, action) {
  const { code, text } = await ask(options, action);
  if (code === 0) return;
  throw new import_cli5.SallyportError("PROCESS_FAILED", {
    message: `systemctl ${action} ${options.unit} ended with code ${code}: ${text}`,
    help: `look at: journalctl -u ${options.unit}`
  });
}
async function ask(options, action, flags = []) {
  const result = await runProgram([options.program ?? "systemctl", action, ...flags, "--", options.unit], {
    env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8" },
    timeoutMs: options.timeoutMs,
    maxBytes: 64 * 1024
  });
  const text = (0, import_cli4.decodeUtf8)(result.stdout).trim() || (0, import_cli4.decodeUtf8)(result.stderr).trim();
  return { code: result.code, text: text.slice(0, 500) };
}
var unsupervisedService = {
  async ensure() {
  },
  async stop() {
  },
  async status() {
    return { kind: "unsupervised" };
  }
};
var MAX_KEY_FILE_BYTES = 4096;
var MAX_SECRET_BYTES = 32 * 1024;
async function openRuntime(config, name, ports) {
  const application = findApplication(config, name);
  const runAs = resolveRunAs(application.config.user);
  const layout = layoutOf(config.root, name);
  await prepareLayout(layout, runAs.owner);
  const lock = await takeLock(layout.lock, ports.random);
  try {
    const machineKey = await openMachineKey(config.machineKeyPath, ports.random);
    const opened = await openJournal(layout.journal);
    const journal = ports.wrapJournal?.(opened) ?? opened;
    const files = openStateFiles(layout);
    const { clock, random, diagnostics, oversight } = ports;
    const service = openService({
      application,
      layout,
      runAs,
      journal,
      environment: config.environment,
      ...ports
    });
    return {
      config,
      application,
      layout,
      lock,
      journal,
      files: ports.wrapFiles?.(files) ?? files,
      service,
      runAs,
      machineKey,
      oversight,
      clock,
      random,
      diagnostics
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
async function closeRuntime(runtime) {
  await runtime.journal.close();
  await runtime.lock.release();
}
function findApplication(config, name) {
  const application = config.applications.get(name);
  if (application) return application;
  throw new import_cli5.SallyportError("CONFIG_INVALID", {
    message: `the application ${JSON.stringify(name)} is not in this configuration`,
    help: `it names: ${[...config.applications.keys()].join(", ")}`,
    place: { file: config.path }
  });
}
async function openMachineKey(path, random) {
  const bytes = await (0, import_chunk_2BC21E112.readFileIfThere)(path, MAX_KEY_FILE_BYTES);
  if (bytes !== void 0) return (0, import_chunk_BIEF65K5.parseKeyFile)("machine", (0, import_cli4.decodeUtf8)(bytes), path);
  const key = (0, import_chunk_BIEF65K5.ed25519KeyPair)(random.bytes(32));
  await (0, import_chunk_2BC21E112.createFile)(path, (0, import_chunk_BIEF65K5.emitKeyFile)("machine", key.privateKey), 384);
  return key;
}
async function commandEnvironment(runtime, release) {
  const { application, layout, runAs, environment } = runtime;
  const secrets = await Promise.all(
    Object.entries(application.secrets).map(async ([name, path]) => [name, await readSecret(path)])
  );
  return cleanEnvironment(runAs, Object.fromEntries(secrets), {
    SALLYPORT_APPLICATION: application.name,
    SALLYPORT_ENVIRONMENT: environment,
    SALLYPORT_RELEASE: release,
    SALLYPORT_SHARED: layout.shared
  });
}
async function readSecret(path) {
  try {
    const text = await (0, (process.getBuiltinModule("node:fs/promises")).readFile)(path, "utf8");
    if (text.length > MAX_SECRET_BYTES) throw new Error(`it has more than ${MAX_SECRET_BYTES} characters`);
    return text.replace(/\r?\n$/, "");
  } catch (cause) {
    throw new import_cli5.SallyportError("FILE_UNREADABLE", {
      message: `a secret cannot be read: ${(0, import_cli5.messageOf)(cause)}`,
      place: { file: path },
      cause
    });
  }
}
function openService(parts) {
  const { application, layout, runAs, journal, clock, random } = parts;
  const service = application.config.service;
  switch (service.kind) {
    case "none":
      return unsupervisedService;
    case "systemd":
      return createSystemdService({
        unit: service.unit,
        timeoutMs: service.timeout,
        currentRelease: () => readCurrent(layout)
      });
    case "process":
      return createProcessService({
        command: service.command,
        runAs,
        stopTimeoutMs: service.stop.timeout,
        stopSignal: service.stop.signal,
        logPath: serviceLogPath(layout),
        cwd: (release) => releaseFolder(layout, release),
        env: async (release) => ({ ...await commandEnvironment(parts, release), ...service.env }),
        journal,
        clock,
        random
      });
  }
}
function serviceLogPath(layout) {
  return (0, import_node_path11.join)(layout.logs, "service.log");
}
function healthCheck(runtime, release, say2) {
  const { health } = runtime.application.config;
  const ask2 = async () => await probe(toSpec(health), {
    timeoutMs: health.probeTimeout,
    cwd: releaseFolder(runtime.layout, release),
    env: await commandEnvironment({ ...runtime, environment: runtime.config.environment }, release),
    runAs: runtime.runAs
  });
  const times = { intervalMs: health.interval, successes: health.successes, timeoutMs: health.timeout };
  const ports = {
    clock: runtime.clock,
    probe: ask2,
    status: () => runtime.service.status(),
    onAnswer: (result, inARow) => say2(result.kind === "healthy" ? `healthy, ${inARow} in a row` : `not healthy: ${result.reason}`)
  };
  return {
    ask: ask2,
    firstAnswer: () => awaitFirstAnswer(times, ports),
    window: () => watchWindow(times, ports)
  };
}
function toSpec(health) {
  if (health.kind !== "http") return health;
  const { kind, url, status, contains } = health;
  return contains === void 0 ? { kind, url, status } : { kind, url, status, contains };
}
var HOOK_VARIABLE = "SALLYPORT_HOOK";
async function runHook(runtime, plan, which, onLine) {
  const hook = runtime.application.config.hooks[which];
  if (!hook) return void 0;
  const env = await commandEnvironment({ ...runtime, environment: plan.environment }, plan.digest);
  const end = await runCommand({
    command: hook.command,
    cwd: releaseFolder(runtime.layout, plan.digest),
    env: { ...env, SALLYPORT_PREVIOUS: plan.previous ?? "", [HOOK_VARIABLE]: plan.deployment },
    runAs: runtime.runAs,
    timeoutMs: hook.timeout,
    onLine
  });
  if (end.kind === "exited" && end.code === 0) return void 0;
  return `the ${which}-hook ${describeEnd(end, hook.timeout)}`;
}
function endOrphanedHooks(deployment) {
  const orphans = findByEnvironment(HOOK_VARIABLE, deployment);
  for (const pid of orphans) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
    }
  }
  return orphans.length;
}
async function rollBack(runtime, plan, say2) {
  const target = plan.previous;
  if (target === void 0 && runtime.journal.facts().lastGood === plan.digest) {
    say2("there is no other release to go back to: this one was good before, and is left as it is");
    return false;
  }
  if (target === void 0) {
    await runtime.service.stop();
    await switchCurrent(runtime.layout, void 0);
    say2("there was no release before: the service is stopped");
    return true;
  }
  const reason = await unfit(runtime, target);
  if (reason !== void 0) {
    await runtime.service.stop();
    await switchCurrent(runtime.layout, void 0);
    say2(`the release before cannot be gone back to: ${reason}; the service is stopped`);
    return false;
  }
  if (await readCurrent(runtime.layout) !== target) await switchCurrent(runtime.layout, target);
  await ensureRunning(runtime, target);
  const unhealthy2 = await healthCheck(runtime, target, say2).firstAnswer();
  if (unhealthy2 !== void 0) say2(`the release before does not answer either: ${unhealthy2}`);
  return unhealthy2 === void 0;
}
async function ensureRunning(runtime, release) {
  const status = await runtime.service.status();
  const isUp = status.kind === "running" && status.release === release;
  if (isUp && runtime.application.config.service.kind === "process") return;
  await runtime.service.ensure(release);
}
async function unfit(runtime, digest) {
  const forbidden = await isForbidden(runtime, digest);
  if (forbidden) return `it is ${forbidden}`;
  return await hasSoundRelease(runtime.layout, digest) ? void 0 : "it is gone, or was changed";
}
var FAILS_AS = {
  journal: "internal",
  "discard-intake": "internal",
  quarantine: "internal",
  "verify-approval": "approval-refused",
  "reserve-space": "no-space",
  "open-source": "source-lost",
  download: "source-lost",
  stage: "archive-refused",
  "record-intent": "release-changed",
  "run-pre-hook": "pre-hook-failed",
  "check-again": "release-changed",
  switch: "switch-failed",
  "start-service": "start-failed",
  "await-answer": "unhealthy",
  "watch-health": "unhealthy",
  "run-post-hook": "post-hook-failed",
  "roll-back": "internal",
  "sign-receipt": "internal"
};
function failureCodeOf(command) {
  return FAILS_AS[command.kind];
}
var Performer = class {
  #runtime;
  #request;
  #log;
  #signal;
  #intake;
  /** Where the service's log stood when this release was started. */
  #logStart = 0;
  constructor(runtime, request3, log, signal) {
    this.#runtime = runtime;
    this.#request = request3;
    this.#log = log;
    this.#signal = signal;
  }
  /** @returns `undefined` for commands that have no answer @throws whatever kept the step from being done */
  async perform(command) {
    switch (command.kind) {
      case "journal":
        return await this.#journal(command);
      case "discard-intake":
        return await this.#discardIntake(command.plan, command.keepPartial);
      case "verify-approval":
        return await this.#verifyApproval();
      case "reserve-space":
        return await this.#reserveSpace(command.plan);
      case "open-source":
        return await this.#openSource(command.plan);
      case "download":
        return await this.#download(command.plan);
      case "stage":
        return await this.#stage(command.plan);
      case "record-intent":
        await assertLockHeld(this.#runtime);
        await checkRelease(this.#runtime.layout, command.plan.digest);
        return { kind: "intent-recorded" };
      default:
        return await this.#performSwitchSide(command);
    }
  }
  async #performSwitchSide(command) {
    switch (command.kind) {
      case "run-pre-hook":
        return await this.#runPreHook(command.plan);
      case "check-again":
        await checkAgain(this.#runtime, command.plan);
        return { kind: "check-passed" };
      case "switch":
        await switchCurrent(this.#runtime.layout, command.plan.digest);
        return { kind: "switched-over" };
      case "start-service":
        return await this.#startService(command.plan);
      case "await-answer":
        return await this.#health(command.plan, "first-answer");
      case "watch-health":
        return await this.#health(command.plan, "window");
      case "run-post-hook":
        return await this.#runPostHook(command.plan);
      case "roll-back":
        return {
          kind: "rolled-over",
          restored: await rollBack(this.#runtime, command.plan, (text) => this.#note(text))
        };
      case "quarantine":
        return await this.#quarantine(command.plan, command.reason);
      case "sign-receipt":
        return await this.#signReceipt(command);
      default:
        throw new Error(`this is a bug: nobody performs ${command.kind}`);
    }
  }
  async #journal(command) {
    const { journal, clock } = this.#runtime;
    const { state } = command;
    await journal.append({ kind: "state", at: clock.now(), state });
    this.#say({ kind: "state", state: state.kind });
    if (state.kind === "finished") this.#say({ kind: "outcome", outcome: state.outcome });
  }
  async #verifyApproval() {
    const { deployment, approval, artifact } = this.#request;
    if (!approval) throw new Error("this is a bug: there is no approval to verify");
    const { plan } = await planDeployment(this.#runtime, {
      deployment,
      file: approval,
      ...artifact ? { artifact } : {}
    });
    this.#note(`approval ${plan.approval.slice(0, 12)} verified: ${plan.kind} sequence ${plan.sequence}`);
    if (plan.kind !== "revoke" && await this.#runsAlready(plan)) {
      this.#note("this digest runs already and is healthy");
      return { kind: "already-running", plan };
    }
    return { kind: "approval-accepted", plan };
  }
  async #runsAlready(plan) {
    const { layout, service, journal } = this.#runtime;
    if (await readCurrent(layout) !== plan.digest || journal.facts().lastGood !== plan.digest) return false;
    const status = await service.status();
    if (status.kind === "ended" || status.kind === "stopped") return false;
    if (await readCommittedReceipt(layout, plan.digest) === void 0) return false;
    return (await healthCheck(this.#runtime, plan.digest, () => {
    }).ask()).kind === "healthy";
  }
  async #reserveSpace(plan) {
    const { layout, application } = this.#runtime;
    if (await hasSoundRelease(layout, plan.digest)) return { kind: "space-found" };
    const { bavail, bsize } = await (0, (process.getBuiltinModule("node:fs/promises")).statfs)(layout.folder);
    const free = bavail * bsize;
    const needed = plan.size * 4 + application.config.limits.keepFree;
    if (free >= needed) return { kind: "space-found" };
    throw new StepFailed("no-space", `${free} bytes are free on the disk, about ${needed} are needed`);
  }
  async #openSource(plan) {
    const { layout } = this.#runtime;
    if (await hasSoundRelease(layout, plan.digest)) {
      this.#note("the release is here already, and unchanged");
      return { kind: "release-present" };
    }
    this.#intake = await this.#beginIntake(plan);
    const from = this.#intake.resumedFrom;
    this.#note(
      `${this.#source().label}: ${plan.size} bytes${from > 0 ? `, the first ${from} are here already` : ""}`
    );
    return { kind: "source-opened" };
  }
  #beginIntake(plan) {
    return Intake.begin(this.#runtime.layout, plan, this.#source(), this.#signal);
  }
  #source() {
    if (this.#request.source) return this.#request.source;
    throw new StepFailed("source-refused", "nobody said where the artifact is, and it is not here");
  }
  async #download(plan) {
    const resumed = (this.#intake?.resumedFrom ?? 0) > 0;
    try {
      await this.#readIntake(plan);
    } catch (error) {
      if (!resumed || !(error instanceof import_cli5.SallyportError) || error.code !== "VERIFICATION_REFUSED") throw error;
      this.#note("the resumed download differs; it is fetched anew");
      await this.#intake?.close(false);
      this.#intake = await this.#beginIntake(plan);
      await this.#readIntake(plan);
    }
    this.#note(`sha256:${plan.digest} verified`);
    return { kind: "artifact-complete" };
  }
  async #readIntake(plan) {
    let told = 0;
    await this.#intake?.complete((bytes) => {
      const tenth = Math.floor(bytes / Math.max(1, plan.size) * 10);
      if (tenth <= told || plan.size < 16 * 1024 * 1024) return;
      told = tenth;
      this.#note(`${tenth * 10} % of ${plan.size} bytes`);
    });
  }
  async #stage(plan) {
    const { layout, application } = this.#runtime;
    const { format, fileName, limits } = application.config;
    const intake = this.#intake;
    if (!intake) throw new Error("this is a bug: nothing was taken in");
    await stageRelease(layout, plan.digest, intake.randomAccess(), {
      format,
      fileName,
      limits: { maxEntries: limits.entries, maxBytes: limits.unpacked, maxRatio: limits.ratio }
    });
    this.#intake = void 0;
    await intake.close(false);
    return { kind: "release-staged" };
  }
  async #discardIntake(plan, keepPartial) {
    await this.#intake?.close(keepPartial);
    this.#intake = void 0;
    if (!keepPartial) await removePartial(this.#runtime.layout, plan.digest);
    await removeStaging(this.#runtime.layout);
  }
  async #runPreHook(plan) {
    const failed = await runHook(this.#runtime, plan, "pre", (text) => this.#output("pre-hook", text));
    if (failed !== void 0) throw new StepFailed("pre-hook-failed", failed);
    return { kind: "hook-passed" };
  }
  async #startService(plan) {
    this.#logStart = await sizeOfServiceLog(serviceLogPath(this.#runtime.layout));
    await this.#runtime.service.ensure(plan.digest);
    return { kind: "service-started" };
  }
  async #runPostHook(plan) {
    const failed = await runHook(this.#runtime, plan, "post", (text) => this.#output("post-hook", text));
    await this.#prune(plan);
    if (failed === void 0) return { kind: "post-hook-ended" };
    this.#note(failed);
    return { kind: "post-hook-ended", warning: { code: "post-hook-failed", message: failed } };
  }
  async #health(plan, wait) {
    const check = healthCheck(this.#runtime, plan.digest, (text) => this.#note(text));
    const failed = wait === "window" ? await check.window() : await check.firstAnswer();
    if (failed === void 0) return { kind: wait === "window" ? "window-passed" : "service-answered" };
    await this.#showServiceLog();
    throw new StepFailed("unhealthy", failed);
  }
  /** The service's last words, for the person who reads why it failed. */
  async #showServiceLog() {
    const tail = await tailServiceLog(serviceLogPath(this.#runtime.layout), this.#logStart, 4096);
    const lines = [];
    const cutter = new LineCutter((line) => lines.push(line));
    cutter.push(tail);
    cutter.end();
    for (const line of lines.slice(-20)) this.#output("service", line);
  }
  async #quarantine(plan, reason) {
    const { files, clock } = this.#runtime;
    if (plan.kind !== "revoke") {
      const entry = { digest: plan.digest, at: clock.now(), deployment: plan.deployment, reason };
      await files.writeQuarantine(addToQuarantine(await files.readQuarantine(), entry));
    }
    return { kind: "digest-quarantined" };
  }
  async #signReceipt(command) {
    const { layout, machineKey, clock, runAs } = this.#runtime;
    const { plan, outcome } = command;
    const receipt2 = signDeploymentReceipt(
      {
        plan,
        outcome,
        finishedAt: clock.now(),
        sameUser: runAs.owner === void 0
      },
      machineKey
    );
    await storeReceipt(layout, plan, outcome, receipt2);
    return { kind: "receipt-signed" };
  }
  /** Housekeeping: what it cannot remove is no reason to fail a deployment that is committed. */
  async #prune(plan) {
    const { layout, application, journal, diagnostics } = this.#runtime;
    const needed = new Set(
      [plan.digest, plan.previous, journal.facts().lastGood].filter((digest) => digest !== void 0)
    );
    try {
      const removed = await pruneReleases(layout, application.config.keep, needed);
      if (removed.length > 0) this.#note(`${removed.length} old releases were removed`);
      const { service } = application.config;
      if (service.kind === "process") await capServiceLog(serviceLogPath(layout), service.log);
    } catch (error) {
      diagnostics.log("warn", "old releases could not be removed", { reason: (0, import_cli5.messageOf)(error) });
    }
  }
  #note(text) {
    this.#say({ kind: "note", text });
  }
  #output(from, text) {
    this.#say({ kind: "output", from, text });
  }
  #say(line) {
    this.#log({
      at: this.#runtime.clock.now(),
      deployment: this.#request.deployment,
      ...line
    });
  }
};
async function drive(first, performer, runtime, signal) {
  let step = first;
  for (; ; ) {
    const answer2 = await performAll(step, performer, runtime);
    if (answer2 === void 0) return step.state;
    step = advance2(step.state, answer2, signal);
  }
}
function advance2(state, answer2, signal) {
  if (signal.aborted) {
    const aborted = transition(state, { kind: "abort" });
    if (aborted.commands.length > 0) return aborted;
  }
  return transition(state, answer2);
}
async function performAll(step, performer, runtime) {
  let answer2;
  for (const command of step.commands) {
    try {
      answer2 = await performer.perform(command) ?? answer2;
    } catch (error) {
      if (command.kind === "journal") {
        await retreat(step, runtime);
        throw error;
      }
      if (command.kind === "discard-intake") {
        runtime.diagnostics.log("warn", "what was taken in could not be removed", {
          reason: (0, import_cli5.messageOf)(error)
        });
        continue;
      }
      answer2 = failedBy(command, error);
      runtime.diagnostics.log(levelOf(command), "a step of a deployment failed", {
        step: command.kind,
        reason: (0, import_cli5.messageOf)(error)
      });
    }
  }
  return answer2;
}
function levelOf(command) {
  return command.kind === "sign-receipt" || command.kind === "quarantine" ? "error" : "debug";
}
function failedBy(command, error) {
  const failure = toFailure(error, failureCodeOf(command));
  return { kind: "failed", failure: isDiskFull(error) ? { ...failure, code: "no-space" } : failure };
}
async function retreat({ state }, runtime) {
  if (!mayHaveSwitched(state) || !("plan" in state) || !state.plan) return;
  try {
    await rollBack(runtime, state.plan, (text) => runtime.diagnostics.log("warn", "retreat", { text }));
  } catch (error) {
    runtime.diagnostics.log("error", "the release before could not be restored", { reason: (0, import_cli5.messageOf)(error) });
  }
}
function newDeploymentId(now, random) {
  const time = (0, import_cli2.formatTimestamp)(now).replace(/[-:]|\.\d+/g, "").toLowerCase();
  return `d${time}-${(0, import_cli4.encodeHex)(random.bytes(4))}`;
}
async function deploy(runtime, request3, log, signal) {
  const performer = new Performer(runtime, request3, log, signal);
  const state = await drive(begin(request3.deployment), performer, runtime, signal);
  return await toEnd(runtime, state);
}
async function recoverApplication(runtime, log) {
  const found = runtime.journal.facts().state;
  const end = found && found.kind !== "finished" ? await finish(runtime, found, log) : void 0;
  await removeStaging(runtime.layout);
  await settle(runtime);
  return end;
}
async function settle(runtime) {
  const { layout, service, diagnostics } = runtime;
  const current = await readCurrent(layout);
  if (current === void 0) return;
  const status = await service.status();
  if (status.kind === "running" || status.kind === "unsupervised") return;
  try {
    await service.ensure(current);
    diagnostics.log("info", "the service was started", { release: current });
  } catch (error) {
    diagnostics.log("warn", "the service could not be started", {
      release: current,
      reason: (0, import_cli5.messageOf)(error)
    });
  }
}
async function finish(runtime, found, log) {
  const deployment = deploymentOf(found);
  endOrphanedHooks(deployment);
  runtime.diagnostics.log("info", "an unfinished deployment is recovered", { deployment, state: found.kind });
  const signal = new AbortController().signal;
  const performer = new Performer(runtime, { deployment }, log, signal);
  return await toEnd(runtime, await drive(recover(found), performer, runtime, signal));
}
async function toEnd(runtime, state) {
  if (state.kind !== "finished") throw new Error(`this is a bug: a deployment ended in ${state.kind}`);
  const { deployment, outcome, plan } = state;
  const receipt2 = plan && await findReceipt(runtime, plan, outcome);
  return { deployment, outcome, ...plan ? { plan } : {}, ...receipt2 ? { receipt: receipt2 } : {} };
}
async function findReceipt(runtime, plan, outcome) {
  if (outcome.kind === "already-running") return await readCommittedReceipt(runtime.layout, plan.digest);
  return await readReceipt(runtime.layout, plan.deployment);
}
var noOversight = {
  evidence: async () => ({ issuers: /* @__PURE__ */ new Map() }),
  freshness: async () => void 0
};
async function retryQuarantined(runtime, approval, by) {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._@+-]{0,99}$/u.test(by)) {
    throw new import_cli5.SallyportError("USAGE", {
      message: `--retry-quarantined needs the name of who asks, not ${JSON.stringify(by.slice(0, 100))}`
    });
  }
  const statement = (0, import_chunk_E7E632614.parseApprovalStatement)((0, import_chunk_EA47D0342.unverifiedPayload)((0, import_chunk_E7E632613.parseApprovalFile)(approval).envelope));
  const digest = statement.subject[0].digest.sha256;
  const quarantine = await runtime.files.readQuarantine();
  if (!quarantine.entries.some((entry) => entry.digest === digest)) return;
  const retry2 = { digest, at: runtime.clock.now(), by };
  await runtime.files.writeQuarantine(releaseFromQuarantine(quarantine, retry2));
  runtime.diagnostics.log("info", "a quarantine was lifted", { digest, by });
}
function localFileSource(path) {
  return {
    kind: "file",
    label: (0, import_node_path13.basename)(path),
    async open(offset) {
      try {
        const file = await (0, (process.getBuiltinModule("node:fs/promises")).open)(path, "r");
        if (!(await file.stat()).isFile()) {
          await file.close();
          throw new Error("it is not a regular file");
        }
        const stream = (0, import_node_fs9.createReadStream)("", { fd: file, start: offset, autoClose: true });
        return { offset, bytes: stream, close: () => stream.destroy() };
      } catch (cause) {
        throw new import_cli5.SallyportError("FILE_UNREADABLE", {
          message: `the artifact cannot be read: ${(0, import_cli5.messageOf)(cause)}`,
          place: { file: path },
          cause
        });
      }
    }
  };
}
function emitEnd(end, recovered) {
  return { version: 1, ...toJson(end), recovered: recovered ? toJson(recovered) : null };
}
function toJson(end) {
  const { plan, outcome } = end;
  return {
    deployment: end.deployment,
    application: plan?.application ?? null,
    environment: plan?.environment ?? null,
    outcome: outcome.kind,
    reason: failureOf(outcome) ?? null,
    digest: plan ? `sha256:${plan.digest}` : null,
    previous: plan?.previous === void 0 ? null : `sha256:${plan.previous}`,
    rolledBackTo: outcome.kind === "rolled-back" && outcome.to !== void 0 ? `sha256:${outcome.to}` : null,
    quarantined: outcome.kind === "rolled-back" && outcome.quarantined,
    restored: outcome.kind === "rolled-back" ? outcome.restored : null,
    receipt: end.receipt ? JSON.parse((0, import_cli4.decodeUtf8)(end.receipt)) : null
  };
}
function describeLine(line) {
  switch (line.kind) {
    case "state":
      return `  ${line.state}`;
    case "note":
      return `    ${escapeControls(line.text)}`;
    case "output":
      return `    ${line.from} | ${line.text}`;
    case "outcome":
      return void 0;
  }
}
function describeOutcome(end) {
  const { outcome } = end;
  const failure = failureOf(outcome);
  const why = failure ? `: ${escapeControls(failure.message)}` : "";
  switch (outcome.kind) {
    case "committed":
      return `committed${why}`;
    case "already-running":
      return "this digest runs already and is healthy: here is its receipt";
    case "revoked":
      return "revoked: the digest will not be deployed here any more";
    case "refused":
      return `refused (${outcome.failure.code})${why}; nothing was changed`;
    case "rolled-back":
      return `rolled back${why}; ${(0, import_chunk_76DE3E2D.afterRollback)(outcome)}`;
  }
}
function exitCodeOf(outcome) {
  switch (outcome.kind) {
    case "committed":
    case "already-running":
    case "revoked":
      return import_cli5.EXIT.ok;
    case "rolled-back":
      return import_cli5.EXIT.rolledBack;
    case "refused":
      return REFUSED_EXITS[outcome.failure.code] ?? import_cli5.EXIT.refused;
  }
}
var REFUSED_EXITS = {
  "digest-mismatch": import_cli5.EXIT.failed,
  "release-changed": import_cli5.EXIT.failed,
  "source-lost": import_cli5.EXIT.unreachable,
  interrupted: import_cli5.EXIT.unreachable,
  internal: import_cli5.EXIT.internal
};
function failureOf(outcome) {
  if (outcome.kind === "rolled-back" || outcome.kind === "refused") return outcome.failure;
  return outcome.kind === "committed" ? outcome.warning : void 0;
}
var MAX_LINES = 4e3;
var MAX_DEPLOYMENTS = 100;
var DeploymentHub = class {
  #entries = /* @__PURE__ */ new Map();
  add(id, application, approval) {
    const entry = {
      id,
      application,
      approval,
      lines: [],
      droppedLines: 0,
      end: void 0,
      listeners: /* @__PURE__ */ new Set()
    };
    this.#entries.set(id, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > MAX_DEPLOYMENTS && oldest !== void 0) this.#entries.delete(oldest);
  }
  find(id) {
    return this.#entries.get(id);
  }
  /** The deployment of an approval that is waiting or under way: asked for twice, it is the same. */
  findOpen(approval) {
    return [...this.#entries.values()].find((entry) => entry.approval === approval && !entry.end);
  }
  append(line) {
    const entry = this.#entries.get(line.deployment);
    if (!entry) return;
    entry.lines.push(line);
    if (entry.lines.length > MAX_LINES) {
      entry.lines.shift();
      entry.droppedLines++;
    }
    this.#wake(entry);
  }
  finish(id, end) {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.end = end;
    this.#wake(entry);
  }
  /** Every line from the first that is kept, and then as they come, to the end. */
  async *follow(id, signal) {
    const entry = this.#entries.get(id);
    if (!entry) return;
    let next = entry.droppedLines;
    while (!signal.aborted) {
      const index = Math.max(0, next - entry.droppedLines);
      const line = entry.lines[index];
      if (line) {
        next = entry.droppedLines + index + 1;
        yield line;
      } else if (entry.end) return;
      else await nextChange(entry, signal);
    }
  }
  #wake(entry) {
    for (const listener of entry.listeners) listener();
  }
};
function nextChange(entry, signal) {
  const { promise, resolve: resolve4 } = Promise.withResolvers();
  entry.listeners.add(resolve4);
  signal.addEventListener("abort", () => resolve4(), { once: true });
  return promise.finally(() => entry.listeners.delete(resolve4));
}
var DeploymentQueue = class {
  #tail = Promise.resolve();
  #waiting;
  /**
   * Runs a deployment when those before it have ended.
   *
   * @throws `DEPLOYMENT_REFUSED` where a newer one came while it waited
   */
  deploy(run) {
    this.#waiting?.supersede();
    const { promise: pushedAside, reject } = Promise.withResolvers();
    const waiting = { isSuperseded: false, supersede: () => {
    } };
    waiting.supersede = () => {
      waiting.isSuperseded = true;
      reject(superseded());
    };
    this.#waiting = waiting;
    const result = this.exclusive(async () => {
      if (waiting.isSuperseded) throw superseded();
      this.#waiting = void 0;
      return await run();
    });
    return Promise.race([result, pushedAside]);
  }
  /** Runs a step when nothing else does. */
  exclusive(step) {
    const result = this.#tail.then(step);
    this.#tail = result.catch(() => void 0);
    return result;
  }
  /** Resolves when all that was asked for until now has ended. */
  async idle() {
    await this.#tail;
  }
};
function superseded() {
  return new import_cli5.SallyportError("DEPLOYMENT_REFUSED", {
    message: "superseded: a newer deployment of the same application came while this one waited"
  });
}
var SUPERVISION_TIMES = {
  intervalMs: 1e3,
  firstBackoffMs: 1e3,
  maxBackoffMs: 6e4
};
async function supervise(runtime, exclusive, signal, times = SUPERVISION_TIMES) {
  let backoffMs = times.firstBackoffMs;
  while (!signal.aborted) {
    const restarted = await exclusive(() => checkService(runtime));
    const waitMs = restarted ? backoffMs : times.intervalMs;
    backoffMs = restarted ? Math.min(backoffMs * 2, times.maxBackoffMs) : decay(backoffMs, times);
    await (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(waitMs, void 0, { signal }).catch(() => void 0);
  }
}
function decay(backoffMs, times) {
  return Math.max(times.firstBackoffMs, backoffMs - times.intervalMs / 10);
}
async function checkService(runtime) {
  const { service, application, layout, diagnostics } = runtime;
  try {
    const { service: spec } = application.config;
    if (spec.kind !== "process") return false;
    await capServiceLog(serviceLogPath(layout), spec.log);
    const status = await service.status();
    if (status.kind !== "ended") return false;
    diagnostics.log("warn", "a service has ended and is started again", { application: application.name });
    await service.ensure(status.release);
    return true;
  } catch (error) {
    diagnostics.log("warn", "a service could not be supervised", {
      application: application.name,
      reason: (0, import_cli5.messageOf)(error)
    });
    return true;
  }
}
var AgentCore = class _AgentCore {
  hub = new DeploymentHub();
  #applications;
  #onLine;
  #signal;
  #onEnd;
  /** By deployment, of those that have not ended. */
  #aborts = /* @__PURE__ */ new Map();
  constructor(applications, onLine, signal, onEnd) {
    this.#applications = applications;
    this.#onLine = onLine;
    this.#signal = signal;
    this.#onEnd = onEnd;
  }
  /** Opens and recovers every application of the configuration. @throws as `openRuntime` */
  static async open(config, ports, onLine, signal, onEnd = () => {
  }) {
    const opened = /* @__PURE__ */ new Map();
    try {
      for (const name of config.applications.keys()) {
        const runtime = await openRuntime(config, name, ports);
        opened.set(name, { runtime, queue: new DeploymentQueue() });
        await recoverApplication(runtime, onLine);
      }
    } catch (error) {
      for (const { runtime } of opened.values()) await closeRuntime(runtime);
      throw error;
    }
    return new _AgentCore(opened, onLine, signal, onEnd);
  }
  /** Looks after the services until the signal is aborted. */
  async superviseAll() {
    await Promise.all(
      [...this.#applications.values()].map(
        ({ runtime, queue }) => supervise(runtime, (step) => queue.exclusive(step), this.#signal)
      )
    );
  }
  /**
   * Takes a deployment; what the approval is worth is found out by the machine.
   *
   * @returns at once; the hub tells how it goes. An approval that is under way is the same deployment
   * @throws `CONFIG_INVALID` where the approval names no application of this agent, or cannot be read
   */
  submit({ approval, source }) {
    const payload = (0, import_chunk_EA47D0342.unverifiedPayload)(approval.envelope);
    const claimed = (0, import_chunk_E7E632614.parseApprovalStatement)(payload).predicate.application;
    const opened = this.#applications.get(claimed);
    if (!opened) {
      throw new import_cli5.SallyportError("CONFIG_INVALID", {
        message: `the application ${JSON.stringify(claimed)} is not deployed by this agent`
      });
    }
    const digest = (0, import_cli4.encodeHex)((0, import_cli3.sha256)(payload));
    const open6 = this.hub.findOpen(digest);
    if (open6) return open6;
    const { clock, random } = opened.runtime;
    const id = newDeploymentId(clock.now(), random);
    this.hub.add(id, claimed, digest);
    void this.#run(opened, { id, approval, ...source ? { source } : {} });
    return this.hub.find(id);
  }
  /**
   * Asks a deployment to stop. It does so between two steps, and before the switch only; after that it
   * goes on to committed or rolled back.
   */
  abort(id) {
    this.#aborts.get(id)?.abort();
  }
  /** Waits for what is under way, then gives the applications back; services go on. */
  async close() {
    for (const { runtime, queue } of this.#applications.values()) {
      await queue.idle();
      await closeRuntime(runtime);
    }
  }
  async #run(opened, submission) {
    const { id, approval, source } = submission;
    const request3 = {
      deployment: id,
      approval: (0, import_cli4.encodeUtf8)(JSON.stringify(approval)),
      ...source ? { source } : {}
    };
    const log = (line) => {
      this.hub.append(line);
      this.#onLine(line);
    };
    const abort2 = new AbortController();
    this.#aborts.set(id, abort2);
    const signal = AbortSignal.any([this.#signal, abort2.signal]);
    let end;
    try {
      end = await opened.queue.deploy(() => deploy(opened.runtime, request3, log, signal));
    } catch (error) {
      const failure = { code: "internal", message: (0, import_cli5.messageOf)(error) };
      end = { deployment: id, outcome: { kind: "refused", failure } };
      log({ at: opened.runtime.clock.now(), deployment: id, kind: "outcome", outcome: end.outcome });
    }
    this.#aborts.delete(id);
    this.hub.finish(id, end);
    this.#onEnd(end);
  }
};
function startApprovalPoll(options) {
  const { intervalMs, random } = options;
  const seen = /* @__PURE__ */ new Map();
  let timer;
  let isClosed = false;
  const next = () => {
    if (isClosed) return;
    timer = setTimeout(
      () => void pollOnce(options, seen).then(next),
      intervalMs / 2 + (0, import_chunk_0722AEF2.randomBelow)(random, intervalMs)
    );
    timer.unref();
  };
  next();
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
    }
  };
}
async function pollOnce(options, seen) {
  await options.followLog?.().catch((error) => {
    options.diagnostics.log("debug", "the log was not followed", { reason: (0, import_cli5.messageOf)(error) });
  });
  for (const application of options.applications) {
    try {
      const text = await options.latest(application);
      if (text !== null) take(options, seen, application, (0, import_chunk_E7E632613.parseApprovalFile)((0, import_cli4.encodeUtf8)(text)));
    } catch (error) {
      options.diagnostics.log("debug", "no approval was polled", { application, reason: (0, import_cli5.messageOf)(error) });
    }
  }
}
function take({ open: open6, core, diagnostics }, seen, application, approval) {
  const url = approval.locations.find((location) => location.startsWith("https:"));
  const digest = (0, import_cli3.sha256Hex)((0, import_chunk_EA47D0342.unverifiedPayload)(approval.envelope));
  if (url === void 0 || seen.get(application) === digest) return;
  const source = open6(url, application);
  const { id } = core.submit({ approval, source });
  seen.set(application, digest);
  diagnostics.log("info", "an approval was polled", { application, deployment: id });
}
function createCoordinatorOversight(options) {
  let { conflict, follower } = options;
  let verified;
  let clearing;
  let known;
  const ownKept = async () => {
    known ??= await options.kept?.read() ?? null;
    return known;
  };
  const keep = async (note) => {
    if (note === void 0 || note === known) return;
    await options.kept?.write(note);
    known = note;
  };
  const tryToClear = async () => {
    const fresh = await options.clear?.();
    if (!fresh) throw new import_cli5.SallyportError("LOG_INCONSISTENT", { message: conflict });
    follower = fresh;
    conflict = void 0;
  };
  const resolveConflict = async () => {
    if (conflict === void 0) return;
    clearing ??= tryToClear().finally(() => {
      clearing = void 0;
    });
    await clearing;
  };
  const update = async (kept) => {
    const hadConflict = conflict !== void 0;
    await resolveConflict();
    try {
      await follower.update();
      const before = hadConflict ? [] : [kept, await ownKept()];
      for (const note of before) if (note !== null) follower.check(note);
      await keep(follower.checkpoint);
    } catch (error) {
      if (error instanceof import_cli5.SallyportError && error.code === "LOG_INCONSISTENT") {
        conflict = error.message;
        await options.onConflict(error.message, kept ?? await ownKept(), follower.checkpoint);
      }
      throw error;
    }
  };
  return {
    get conflict() {
      return conflict;
    },
    get follower() {
      return follower;
    },
    resolveConflict,
    followLog: () => update(null),
    async evidence(file, trust, state) {
      const issuers = await gatherKeys(options.issuerKeys, file, trust);
      try {
        await update(state.checkpoint);
      } catch (error) {
        const reason = (0, import_cli5.messageOf)(error);
        return { issuers, verifyLog: () => ({ kind: "refused", code: "LOG_INCONSISTENT", reason }) };
      }
      const consistency = proveConsistency(follower, file, state.checkpoint);
      return {
        issuers,
        verifyLog: import_chunk_UJBLILL5.verifyLoggedApproval,
        ...consistency ? { consistency } : {}
      };
    },
    async freshness() {
      const at = options.clock.now();
      try {
        await update(null);
        verified = { at, revokedApprovals: follower.revokedApprovals };
      } catch (error) {
        if (conflict !== void 0) throw error;
      }
      return verified;
    }
  };
}
async function gatherKeys(source, file, trust) {
  if (trust.signers !== "coordinator") return /* @__PURE__ */ new Map();
  const { token, people } = readTokens(file);
  const tokens = [token, ...people].filter((text) => text !== null);
  const found = await Promise.all(
    tokens.map((text) => source.keysFor(trust.issuers, text))
  );
  return new Map(found.flatMap((keys) => [...keys]));
}
function readTokens(file) {
  try {
    return (0, import_chunk_E7E632613.parseApprovalFile)(file);
  } catch {
    return { token: null, people: [] };
  }
}
function proveConsistency(follower, file, kept) {
  try {
    const { log } = (0, import_chunk_E7E632613.parseApprovalFile)(file);
    const wanted = log && (0, import_chunk_UJBLILL5.wantedConsistency)(log.proof, kept);
    return wanted ? follower.consistency(wanted.first, wanted.second) : void 0;
  } catch {
    return void 0;
  }
}
function keptCheckpointIn(root) {
  const path = (0, import_node_path14.join)(root, "log-checkpoint");
  return {
    async read() {
      const bytes = await (0, import_chunk_2BC21E112.readFileIfThere)(path, import_chunk_439F88D8.MAX_NOTE_BYTES);
      return bytes ? (0, import_cli4.decodeUtf8)(bytes) : null;
    },
    write: (note) => (0, import_chunk_2BC21E112.writeFileAtomic)(path, note, 384)
  };
}
var MAX_CONFLICT_BYTES = 1024 * 1024;
var conflictSchema = (0, import_chunk_CF656EE42.strictObject)({
  at: import_chunk_EA47D0343.timestampText,
  reason: (0, import_chunk_CF656EE42.string)(),
  kept: (0, import_chunk_CF656EE42.string)().nullable(),
  seen: (0, import_chunk_CF656EE42.string)().nullable()
});
async function recordConflict(path, conflict, clock) {
  const evidence = { at: (0, import_cli2.formatTimestamp)(clock.now()), ...conflict };
  await (0, import_chunk_2BC21E112.writeFileAtomic)(path, `${JSON.stringify(evidence, null, 2)}
`, 384);
}
async function readConflict(path) {
  const bytes = await (0, import_chunk_2BC21E112.readFileIfThere)(path, MAX_CONFLICT_BYTES);
  return bytes && `the coordinator's log contradicted itself before: ${path} has both checkpoints`;
}
async function clearConflict(options) {
  const bytes = await options.fetch();
  if (!bytes) return void 0;
  const clearance = (0, import_chunk_38EDD590.verifyLogClearance)(readEnvelope(bytes), options.root);
  const noticed = await readNoticed(options.path);
  if (clearance.issuedAt <= noticed) {
    throw new import_cli5.SallyportError("LOG_INCONSISTENT", {
      message: `the clearance is of ${(0, import_cli2.formatTimestamp)(clearance.issuedAt)}, the contradiction was noticed at ${(0, import_cli2.formatTimestamp)(noticed)}`,
      help: "look at both checkpoints; if all is well, sign another: sallyport keys clear-log"
    });
  }
  const follower = options.newFollower();
  await follower.update();
  follower.checkState(clearance);
  for (const state of options.states)
    await state.writeTrust({ ...await state.readTrust(), checkpoint: null });
  await (0, (process.getBuiltinModule("node:fs/promises")).rename)(options.path, `${options.path}.${clearance.issuedAt}.cleared`);
  options.diagnostics.log("warn", "the coordinator's log is believed again: the operator root cleared it", {
    size: clearance.size
  });
  return follower;
}
function readEnvelope(bytes) {
  const source = "the clearance of the log";
  return (0, import_cli.decode)(import_chunk_EA47D0342.envelopeSchema, (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source, maxBytes: 64 * 1024 }), { source });
}
async function readNoticed(path) {
  const bytes = await (0, import_chunk_2BC21E112.readFileIfThere)(path, MAX_CONFLICT_BYTES);
  if (!bytes) throw new import_cli5.SallyportError("LOG_INCONSISTENT", { message: `${path} is gone` });
  const json = (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source: path, maxBytes: MAX_CONFLICT_BYTES });
  return (0, import_cli2.parseTimestamp)((0, import_cli.decode)(conflictSchema, json, { source: path }).at);
}
function conflictPathIn(root) {
  return (0, import_node_path15.join)(root, "log-conflict.json");
}
var MAX_BYTES = 16 * 1024 * 1024;
var EntryTail = class {
  #maxBytes;
  #entries = [];
  #start = 0;
  #bytes = 0;
  constructor(maxBytes = MAX_BYTES) {
    this.#maxBytes = maxBytes;
  }
  append(entry) {
    this.#entries.push(Uint8Array.from(entry));
    this.#bytes += entry.length;
    if (this.#bytes <= this.#maxBytes) return;
    let dropped = 0;
    while (this.#bytes > this.#maxBytes * 0.75 && dropped < this.#entries.length)
      this.#bytes -= this.#entries[dropped++].length;
    this.#entries = this.#entries.slice(dropped);
    this.#start += dropped;
  }
  /** Entries from an index on, one at least and no more bytes than that; none where it is not held. */
  from(index, maxBytes, maxCount) {
    const first = index - this.#start;
    if (first < 0 || first >= this.#entries.length) return [];
    const taken = [];
    let bytes = 0;
    for (const entry of this.#entries.slice(first, first + maxCount)) {
      bytes += entry.length;
      if (taken.length > 0 && bytes > maxBytes) break;
      taken.push(entry);
    }
    return taken;
  }
};
var MAX_ENTRIES = 4e6;
var MAX_BUNDLE_BYTES = import_chunk_439F88D8.TILE_WIDTH * (import_chunk_439F88D8.MAX_ENTRY_BYTES + 2);
var LogFollower = class {
  #options;
  #leaves = new import_chunk_6D9B2BDF.LeafStore();
  #revoked = /* @__PURE__ */ new Set();
  #tail = new EntryTail();
  #note;
  #running;
  constructor(options) {
    this.#options = options;
  }
  /** Digests (`sha256:\u2026`) of approvals that the log says are revoked. */
  get revokedApprovals() {
    return this.#revoked;
  }
  /** The newest verified checkpoint, as a signed note. */
  get checkpoint() {
    return this.#note;
  }
  /**
   * Reads what is new.
   *
   * @throws `LOG_INCONSISTENT` where two checkpoints cannot be of one log; `SIGNATURE_INVALID`, `HTTP_FAILED`,
   *   `LIMIT_EXCEEDED`, and what {@link parseLogEntry} throws, where nothing new could be learnt
   */
  update() {
    this.#running ??= this.#update().finally(() => {
      this.#running = void 0;
    });
    return this.#running;
  }
  /** @throws `LOG_INCONSISTENT` where a checkpoint that we kept is no earlier state of this log */
  check(kept) {
    this.checkState((0, import_chunk_439F88D8.parseCheckpointText)((0, import_chunk_439F88D8.parseNote)(kept).text));
  }
  /** As {@link check}, of a size and a root alone. */
  checkState(checkpoint) {
    if (checkpoint.size > this.#leaves.size) {
      throw inconsistent(`it has ${this.#leaves.size} entries, and had ${checkpoint.size} before`);
    }
    if (!(0, import_cli4.equalBytes)(this.#leaves.rootAt(checkpoint.size), checkpoint.root)) {
      throw inconsistent(`its first ${checkpoint.size} entries are not those of the checkpoint kept here`);
    }
  }
  /** The newest entries are held; none where that one is not. @param maxBytes of all but the first */
  entriesFrom(index, maxBytes, maxCount) {
    return this.#tail.from(index, maxBytes, maxCount);
  }
  /** Between two sizes that we have read. */
  consistency(first, second) {
    return second > this.#leaves.size ? void 0 : this.#leaves.consistency(first, second);
  }
  async #update() {
    const { coordinatorId, fetch } = this.#options;
    const note = (0, import_cli4.decodeUtf8)(await fetch("checkpoint", import_chunk_439F88D8.MAX_NOTE_BYTES));
    const checkpoint = await this.#verify(note, (0, import_chunk_439F88D8.logOrigin)(coordinatorId));
    if (checkpoint.size < this.#leaves.size) {
      throw inconsistent(`it has ${checkpoint.size} entries, and had ${this.#leaves.size} before`);
    }
    if (checkpoint.size > MAX_ENTRIES) {
      throw new import_cli5.SallyportError("LIMIT_EXCEEDED", { message: `the log has more than ${MAX_ENTRIES} entries` });
    }
    await this.#read(checkpoint);
    if (!(0, import_cli4.equalBytes)(this.#leaves.rootAt(checkpoint.size), checkpoint.root)) {
      throw inconsistent(`its ${checkpoint.size} entries do not give the root that it signed`);
    }
    this.#note = note;
  }
  async #verify(note, origin) {
    const { logKey, doubtLogKey } = this.#options;
    try {
      return (0, import_chunk_439F88D8.verifyCheckpoint)(note, { origin, publicKey: await logKey() }).checkpoint;
    } catch (error) {
      const isReplaced = error instanceof import_cli5.SallyportError && error.code === "SIGNATURE_INVALID";
      if (!isReplaced || !doubtLogKey) throw error;
      doubtLogKey();
      return (0, import_chunk_439F88D8.verifyCheckpoint)(note, { origin, publicKey: await logKey() }).checkpoint;
    }
  }
  async #read(checkpoint) {
    while (this.#leaves.size < checkpoint.size) {
      const index = Math.floor(this.#leaves.size / import_chunk_439F88D8.TILE_WIDTH);
      const width = Math.min(import_chunk_439F88D8.TILE_WIDTH, checkpoint.size - index * import_chunk_439F88D8.TILE_WIDTH);
      const path = (0, import_chunk_439F88D8.tilePath)({ level: "entries", index, width });
      const entries = readBundle(await this.#options.fetch(path, MAX_BUNDLE_BYTES), width, path);
      for (const entry of entries.slice(this.#leaves.size % import_chunk_439F88D8.TILE_WIDTH)) this.#append(entry);
    }
  }
  #append(entry) {
    const parsed = (0, import_chunk_8A5887D93.parseLogEntry)(entry);
    this.#leaves.append((0, import_chunk_439F88D8.leafHash)(entry));
    this.#tail.append(entry);
    if (parsed.type === "approval-revoked") this.#revoked.add(parsed.approval);
  }
};
function readBundle(bytes, width, path) {
  try {
    return (0, import_chunk_439F88D8.parseEntryBundle)(bytes, width);
  } catch (cause) {
    throw new import_cli5.SallyportError("HTTP_FAILED", { message: `${path}: ${(0, import_cli5.messageOf)(cause)}`, cause });
  }
}
function inconsistent(why) {
  return new import_cli5.SallyportError("LOG_INCONSISTENT", {
    message: `the coordinator's log contradicts itself: ${why}`,
    help: "keep both checkpoints, and ask the operators: the log was rolled back or forked"
  });
}
var MAX_DEPLOYMENT_REQUEST_BYTES = import_chunk_E7E632613.MAX_APPROVAL_FILE_BYTES + 16 * 1024;
var deploymentSourceSchema = (0, import_chunk_CF656EE42.discriminatedUnion)("kind", [
  /** The calling peer's own mesh address. */
  (0, import_chunk_CF656EE42.strictObject)({
    kind: (0, import_chunk_CF656EE42.literal)("runner"),
    port: (0, import_chunk_CF656EE42.int)().min(1).max(65535),
    path: (0, import_chunk_CF656EE42.string)().max(1e3).regex(/^\/[\x21-\x7e]*$/)
  }),
  (0, import_chunk_CF656EE42.strictObject)({ kind: (0, import_chunk_CF656EE42.literal)("https"), url: (0, import_chunk_CF656EE42.string)().min(1).max(2e3) }),
  /** The release is on the machine already, or the approval revokes. */
  (0, import_chunk_CF656EE42.strictObject)({ kind: (0, import_chunk_CF656EE42.literal)("none") })
]);
var deploymentRequestSchema = (0, import_chunk_CF656EE42.strictObject)({
  approval: import_chunk_E7E632613.approvalFileSchema,
  source: deploymentSourceSchema
});
function parseDeploymentRequest(bytes) {
  const source = "the request";
  const json = (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source, maxBytes: MAX_DEPLOYMENT_REQUEST_BYTES, maxDepth: 12 });
  return (0, import_cli.decode)(deploymentRequestSchema, json, { source });
}
function mayUse(access, approval) {
  return access.kind === "operator" || access.approval === approval;
}
var DEFAULT_REQUEST_TIMEOUT_MS = 3e4;
function createDeploymentListener(ports) {
  return (request3, response) => {
    const peer = ports.identifyPeer(request3.socket);
    if (!peer) {
      request3.socket.destroy();
      return;
    }
    answer(ports, peer, request3, response).catch((error) => answerError(response, error));
  };
}
async function answer(ports, peer, request3, response) {
  const path = (request3.url ?? "").split("?", 1)[0];
  if (path === "/v1/deployments" && request3.method === "POST") {
    return sendJson(response, 202, await accept(ports, peer, request3));
  }
  const match = /^\/v1\/deployments\/([a-z0-9-]{1,64})(\/log|\/receipt)?$/.exec(path);
  const found = match?.[1] === void 0 ? void 0 : ports.core.hub.find(match[1]);
  const isAbort = request3.method === "DELETE" && match?.[2] === void 0;
  if (request3.method !== "GET" && !isAbort || !found || !mayUse(peer.access, found.approval)) {
    return sendJson(response, 404, { error: "NOT_FOUND", message: "there is no such deployment" });
  }
  if (isAbort) {
    ports.core.abort(found.id);
    return sendJson(response, 202, statusOf(found));
  }
  if (match?.[2] === "/log") return await streamLog(ports.core, found, request3, response);
  if (match?.[2] === "/receipt") return sendReceipt(response, found);
  sendJson(response, 200, statusOf(found));
}
async function accept(ports, peer, request3) {
  const body = await readBody(request3, ports.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS);
  const { approval, source } = parseDeploymentRequest(body);
  const digest = (0, import_cli4.encodeHex)((0, import_cli3.sha256)((0, import_chunk_EA47D0342.unverifiedPayload)(approval.envelope)));
  if (!mayUse(peer.access, digest)) {
    throw new import_cli5.SallyportError("APPROVAL_REFUSED", { message: "this edge was granted by another approval" });
  }
  const opened = ports.openSource(source, peer, claimedApplication(approval.envelope.payload));
  const { id } = ports.core.submit({ approval, ...opened ? { source: opened } : {} });
  const base = `/v1/deployments/${id}`;
  return { version: 1, deployment: id, status: base, log: `${base}/log`, receipt: `${base}/receipt` };
}
function claimedApplication(payload) {
  try {
    const statement = JSON.parse(Buffer.from(payload, "base64").toString("utf8"));
    return String(statement?.predicate?.application);
  } catch {
    return "";
  }
}
async function readBody(request3, timeoutMs) {
  const timer = setTimeout(() => request3.destroy(new Error("the request did not come in time")), timeoutMs);
  const chunks = [];
  let total = 0;
  try {
    for await (const chunk of request3) {
      total += chunk.length;
      if (total > MAX_DEPLOYMENT_REQUEST_BYTES) {
        throw new import_cli5.SallyportError("LIMIT_EXCEEDED", {
          message: `the request has more than ${MAX_DEPLOYMENT_REQUEST_BYTES} bytes`
        });
      }
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks, total);
}
async function streamLog(core, found, request3, response) {
  const gone = new AbortController();
  request3.on("close", () => gone.abort());
  response.on("close", () => gone.abort());
  response.writeHead(200, { "content-type": "application/x-ndjson", "cache-control": "no-store" });
  response.flushHeaders();
  for await (const line of core.hub.follow(found.id, gone.signal)) {
    if (response.write(`${JSON.stringify(line)}
`)) continue;
    await new Promise((resolve4) => {
      response.once("drain", resolve4);
      gone.signal.addEventListener("abort", () => resolve4(), { once: true });
    });
  }
  response.end();
}
function sendReceipt(response, found) {
  const receipt2 = found.end?.receipt;
  if (!receipt2) {
    sendJson(response, 404, { error: "NOT_FOUND", message: "there is no receipt of it (yet)" });
    return;
  }
  response.writeHead(200, { "content-type": "application/vnd.dsse+json" }).end(receipt2);
}
function statusOf(found) {
  const states = found.lines.filter((line) => line.kind === "state");
  return {
    version: 1,
    deployment: found.id,
    application: found.application,
    approval: `sha256:${found.approval}`,
    state: states.at(-1)?.state ?? "waiting",
    outcome: found.end?.outcome ?? null
  };
}
function sendJson(response, status, value) {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(`${JSON.stringify(value)}
`);
}
function answerError(response, error) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof import_cli5.SallyportError) {
    const status = error.code === "LIMIT_EXCEEDED" ? 413 : error.code === "APPROVAL_REFUSED" ? 403 : 400;
    sendJson(response, status, { error: error.code, message: error.message, help: error.help ?? null });
    return;
  }
  sendJson(response, 500, { error: "INTERNAL", message: (0, import_cli5.messageOf)(error) });
}
var MAX_CLOCK_SKEW = import_cli2.MINUTE;
function judgePerson(peer, edge, rules, { issuers, now }) {
  const { person } = edge;
  if (!person) return "it comes without what says whose it is";
  const visitors = (rules.trust.visitors ?? []).filter((visitor) => isNamed(visitor, person));
  if (visitors.length === 0) return 'the trust file names no such person under "visitors"';
  const end = judgeLease(edge, person, now);
  if (typeof end === "string") return end;
  const reasons = [];
  const proven = visitors.filter((visitor) => {
    const reason = findDoubt(visitor, peer, person, { rules, issuers, end });
    if (reason !== void 0) reasons.push(reason);
    return reason === void 0;
  });
  if (proven.length === 0) return reasons[0];
  const ports = openPorts(edge, proven, rules);
  if (ports.length === 0) return "nothing that this machine exposes is open to this person";
  return { kind: "person", ports, leaseEnd: end, tokenId: `person ${peer.machineKey}` };
}
function isNamed(visitor, { issuer, subject, own }) {
  const byLogin = visitor.issuer === issuer && visitor.subject === subject;
  return byLogin || own !== null && visitor.keys.some((key) => sameKey(key, own.key));
}
function sameKey(listed, key) {
  return Buffer.from((0, import_chunk_BIEF65K5.parsePublicKey)("person", listed)).equals((0, import_cli4.decodeBase64url)(key));
}
function judgeLease({ lease }, { notAfter }, now) {
  if (!lease) return "it has no lease";
  const end = (0, import_cli2.parseTimestamp)(lease.end);
  if (end <= now) return "its lease is over";
  return end > (0, import_cli2.parseTimestamp)(notAfter) ? "its lease is longer than the person signed" : end;
}
function findDoubt(visitor, peer, person, { rules, issuers, end }) {
  const { own, notAfter } = person;
  const bytes = (0, import_chunk_EA47D034.personNodeBytes)({
    coordinatorId: rules.coordinatorId,
    wireguardKey: (0, import_cli4.decodeBase64url)(peer.wireguardKey),
    machineKey: (0, import_cli4.decodeBase64url)(peer.machineKey),
    notAfter
  });
  const isSigned = (key, text) => (0, import_chunk_BIEF65K5.verifyEd25519)((0, import_cli4.decodeBase64url)(key), bytes, (0, import_cli4.decodeBase64url)(text));
  const listed = own && visitor.keys.some((key) => sameKey(key, own.key)) ? own : void 0;
  if (listed)
    return isSigned(listed.key, listed.signature) ? void 0 : "the person's key did not sign its keys";
  if (visitor.keys.length > 0)
    return "the trust file wants the person's own key: sallyport connect --person-key";
  if (!isSigned(person.sessionKey, person.signature)) return "the session's key did not sign its keys";
  return findTokenDoubt(visitor, person, { rules, issuers, end });
}
function findTokenDoubt(visitor, { token, sessionKey }, { rules, issuers, end }) {
  if (token === null) return "the coordinator made this login itself, so that nobody else can verify it";
  const trusted = new Map(
    [...issuers].filter(
      ([url]) => url === visitor.issuer && rules.trust.issuers.some((each) => each.issuer === url)
    )
  );
  const result = (0, import_chunk_6D9B2BDF2.verifyToken)(token, { issuers: trusted, audience: visitor.audience ?? "" });
  if (result.kind === "refused") return `its login: ${result.reason}`;
  const { sub, nonce, iat } = result.claims;
  if (sub !== visitor.subject) return "its login is of another person";
  if (nonce !== (0, import_chunk_EA47D034.sessionNonce)(rules.coordinatorId, (0, import_cli4.decodeBase64url)(sessionKey)))
    return "its login is for another session";
  return end - iat * import_cli2.SECOND > rules.maxSessionMs + MAX_CLOCK_SKEW ? "its lease ends later than maxSession after the login" : void 0;
}
function openPorts({ ranges }, visitors, { exposed, port }) {
  return [...exposed].filter(
    (each) => each !== port && visitors.some(({ ports }) => ports.includes(each)) && (ranges ?? []).some(({ first, last }) => first <= each && each <= last)
  ).sort((a, b) => a - b);
}
var MAX_LEASE_DISTANCE = 10 * import_cli2.MINUTE;
function judgePeer(peer, rules, issuers, now) {
  try {
    return { kind: "accepted", access: acceptPeer(peer, rules, issuers, now) };
  } catch (thrown) {
    if (thrown instanceof Refused) return { kind: "refused", reason: thrown.message };
    throw thrown;
  }
}
function inboundEdge(peer) {
  return peer.edges.find((edge) => edge.direction === "in");
}
var Refused = class extends Error {
};
function acceptPeer(peer, rules, issuers, now) {
  if (peer.kind === "agent") throw new Refused("other agents are not let in");
  const edge = inboundEdge(peer) ?? refuse("it has no edge to this agent");
  if (peer.kind === "person") {
    const judged = judgePerson(peer, edge, rules, { issuers, now });
    return typeof judged === "string" ? refuse(judged) : judged;
  }
  return acceptRunner(peer, edge, rules, { issuers, now });
}
function acceptRunner(peer, edge, rules, { issuers, now }) {
  checkEdge(edge, rules);
  const approvalDigest = (0, import_cli3.parseDigest)(edge.approval ?? refuse("it comes without an approval"));
  const token = edge.token ?? refuse("it comes without its token");
  const result = (0, import_chunk_6D9B2BDF2.verifyWorkloadToken)(token, {
    issuers: trustedOnly(issuers, rules.trust),
    audience: (0, import_chunk_EA47D034.admissionAudience)({
      coordinatorId: rules.coordinatorId,
      wireguardKey: (0, import_cli4.decodeBase64url)(peer.wireguardKey),
      machineKey: (0, import_cli4.decodeBase64url)(peer.machineKey),
      approvalDigest
    })
  });
  if (result.kind === "refused") throw new Refused(`its token: ${result.reason}`);
  const leaseEnd = checkLease(edge, result.claims, rules, now);
  checkRules(edge, result.claims, rules);
  return {
    kind: "runner",
    approval: Buffer.from(approvalDigest).toString("hex"),
    leaseEnd,
    tokenId: `${result.claims.iss} ${(0, import_chunk_6D9B2BDF2.jtiOf)(result.claims)}`
  };
}
function checkEdge(edge, rules) {
  if (edge.environment !== rules.environment)
    throw new Refused(`it is for the environment ${edge.environment}`);
  if (edge.application === null || !rules.applications.has(edge.application)) {
    throw new Refused(`it is for the application ${edge.application}, which is not deployed here`);
  }
  const other = edge.ports.find((port) => port !== rules.port);
  if (other !== void 0) throw new Refused(`it wants port ${other}, only ${rules.port} is open`);
}
function checkLease(edge, claims, rules, now) {
  const lease = edge.lease ?? refuse("it has no lease");
  const start = (0, import_cli2.parseTimestamp)(lease.start);
  const end = (0, import_cli2.parseTimestamp)(lease.end);
  if (Math.abs(start - claims.iat * import_cli2.SECOND) > MAX_LEASE_DISTANCE) {
    throw new Refused("its lease begins more than ten minutes from its token");
  }
  if (end - start > rules.maxLeaseMs) throw new Refused("its lease is longer than maxLease");
  if (end <= now) throw new Refused("its lease is over");
  return end;
}
function checkRules(edge, claims, { trust, labels }) {
  const application = edge.application ?? "";
  const environment = edge.environment ?? "";
  const candidates = trust.rules.filter(
    (rule) => rule.application === application && rule.environments.includes(environment)
  );
  let nearest = `no trust rule is for ${application} in ${environment}`;
  for (const rule of candidates) {
    const request3 = { application, environment, scope: labels, claims };
    const mismatch = (0, import_chunk_R2HSE3F3.checkTrustRule)(rule, request3);
    if (!mismatch) return;
    nearest = mismatch.reason;
  }
  throw new Refused(nearest);
}
function trustedOnly(issuers, trust) {
  return new Map([...issuers].filter(([url]) => trust.issuers.some(({ issuer }) => issuer === url)));
}
function refuse(reason) {
  throw new Refused(reason);
}
var PeerRegistry = class {
  #clock;
  #peers = /* @__PURE__ */ new Map();
  #tokens = /* @__PURE__ */ new Map();
  constructor(clock) {
    this.#clock = clock;
  }
  /** @returns why not, where the token was shown with other keys */
  register(peer, access) {
    this.#forgetTokens();
    const keys = `${peer.wireguardKey} ${peer.machineKey}`;
    const shown = this.#tokens.get(access.tokenId);
    if (shown && shown.keys !== keys) return "its token was used with other keys";
    const until = shown?.until ?? this.#instantOf(access.leaseEnd);
    this.#tokens.set(access.tokenId, { keys, until });
    this.#peers.set(peer.id, { peer, access, until });
    return void 0;
  }
  remove(id) {
    this.#peers.delete(id);
  }
  clear() {
    this.#peers.clear();
  }
  /** Those whose lease runs. */
  current() {
    const now = this.#clock.monotonic();
    for (const [id, { until }] of this.#peers) if (until <= now) this.#peers.delete(id);
    return [...this.#peers.values()];
  }
  findByAddress(address) {
    return this.current().find(({ peer }) => peer.ipv4 === address || peer.ipv6 === address);
  }
  /** When the next lease ends. */
  nextEnd() {
    const ends = [...this.#peers.values()].map(({ until }) => until);
    return ends.length === 0 ? void 0 : Math.min(...ends);
  }
  #instantOf(end) {
    return this.#clock.monotonic() + (end - this.#clock.now());
  }
  #forgetTokens() {
    const now = this.#clock.monotonic();
    for (const [id, { until }] of this.#tokens) if (until <= now) this.#tokens.delete(id);
  }
};
var DIAL_TIMEOUT_MS = 15 * import_cli2.SECOND;
var ENDPOINT_INTERVAL_MS = 30 * import_cli2.SECOND;
function startMeshAgent(options) {
  const state = new MeshAgentState(options);
  const session = (0, import_chunk_76DE3E2D2.startControlSession)({
    client: options.client,
    key: options.machineKey,
    ...options.ca === void 0 ? {} : { ca: options.ca },
    clock: options.clock,
    random: options.random,
    diagnostics: options.diagnostics,
    async onMap(change) {
      options.onMap();
      return await state.take(change);
    },
    onRelayCredential: (credential) => state.setRelayCredential(credential),
    onExpired: () => state.dropAll(),
    ...options.onRecovering ? { onRecovering: options.onRecovering } : {}
  });
  state.attach(session);
  void session.ended.then((end) => end !== "closed" && state.dropPeers());
  return {
    ended: session.ended,
    async close() {
      session.close();
      await state.close();
    }
  };
}
var MeshAgentState = class {
  #options;
  #registry;
  #http;
  #node;
  #opening;
  #isClosed = false;
  #session;
  #map;
  #names = new import_chunk_76DE3E2D2.MeshNames();
  #resolver;
  #exposed = [];
  #leaseTimer;
  #endpointTimer;
  constructor(options) {
    this.#options = options;
    this.#registry = new PeerRegistry(options.clock);
    const { core, openSource: openSource2 } = options;
    const identifyPeer = (socket) => this.#identify(socket.remoteAddress ?? "");
    this.#http = (0, (process.getBuiltinModule("node:http")).createServer)(createDeploymentListener({ core, openSource: openSource2, identifyPeer }));
  }
  /** After the map, so that the node is there. */
  setRelayCredential(credential) {
    this.#node?.setRelayCredential(credential);
  }
  attach(session) {
    this.#session = session;
  }
  async take({ map, changed: changed2, removed }) {
    const node = this.#node ?? await this.#join(map);
    if (this.#isClosed) return [];
    this.#map = map;
    node.setRelays(map.relays);
    for (const id of removed) this.#registry.remove(id);
    const refused2 = [];
    for (const peer of changed2) {
      const reason = await this.#admit(peer);
      if (reason === void 0) continue;
      this.#registry.remove(peer.id);
      refused2.push({ node: peer.id, reason });
      this.#options.diagnostics.log("info", "refused a peer", { peer: peer.name, reason });
    }
    if (!this.#isClosed) this.#setPeers(node);
    return refused2;
  }
  /** Nothing was renewed: whoever was let in by that map is not any more. */
  dropAll() {
    this.dropPeers();
    this.#options.diagnostics.log("warn", "the network map has expired: all peers are dropped");
  }
  dropPeers() {
    this.#registry.clear();
    if (this.#node) this.#setPeers(this.#node);
  }
  async close() {
    this.#isClosed = true;
    clearTimeout(this.#leaseTimer);
    clearInterval(this.#endpointTimer);
    this.#http.closeAllConnections();
    this.#resolver?.close();
    for (const exposed of this.#exposed) exposed.close();
    const node = await this.#opening?.catch(() => void 0);
    await node?.close();
  }
  /** Opens the node with the first map. An opening that failed is tried again with the next. */
  async #join(map) {
    this.#opening = this.#open(map);
    const node = await this.#opening;
    if (this.#isClosed) return node;
    this.#node = node;
    const { client, diagnostics, port } = this.#options;
    await this.#startResolver(node);
    node.listen(port, (stream) => this.#http.emit("connection", stream));
    for (const rule of this.#options.expose) this.#exposed.push(await (0, import_chunk_8F5DD029.startExpose)(node, rule));
    const report2 = () => this.#session?.reportEndpoints((0, import_chunk_76DE3E2D2.localEndpoints)(node.port, (0, import_chunk_76DE3E2D2.isLoopbackUrl)(client.url), node.observed));
    report2();
    this.#endpointTimer = setInterval(report2, ENDPOINT_INTERVAL_MS);
    this.#endpointTimer.unref();
    diagnostics.log("info", "joined the mesh", { name: map.self.name, address: map.self.ipv4, port });
    return node;
  }
  /** A machine whose port is taken deploys nevertheless. */
  async #startResolver(node) {
    const { dns, diagnostics } = this.#options;
    if (dns === void 0) return;
    try {
      this.#resolver = await (0, import_server_E18145EA.startDnsServer)((name) => node.lookUp(name), dns);
    } catch (error) {
      diagnostics.log("warn", "names of the mesh are not answered", { reason: (0, import_cli5.messageOf)(error) });
    }
    if (this.#isClosed) this.#resolver?.close();
  }
  #open(map) {
    const { wireguardKey, clock, random, listenPort, relayOnly, portMapping, ca, diagnostics } = this.#options;
    return import_chunk_2YFZQ4YB.Node.open({
      privateKey: wireguardKey,
      addresses: [
        { address: (0, import_chunk_0722AEF22.parseIp)(map.self.ipv4), bits: 32 },
        { address: (0, import_chunk_0722AEF22.parseIp)(map.self.ipv6), bits: 128 }
      ],
      clock,
      random,
      listenPort,
      relayOnly,
      lookUp: (name) => this.#names.lookUp(name),
      portMapping,
      onEvent: (0, import_chunk_2YFZQ4YB.tellDiagnostics)(diagnostics),
      ...ca === void 0 ? {} : { relayCa: ca }
    });
  }
  /** @returns why not */
  async #admit(peer) {
    const { issuerKeys, clock } = this.#options;
    try {
      const rules = await this.#options.rules();
      const edge = inboundEdge(peer);
      const token = edge?.token ?? edge?.person?.token;
      const issuers = token ? await issuerKeys.keysFor(rules.trust.issuers, token) : /* @__PURE__ */ new Map();
      const judgement = judgePeer(peer, rules, issuers, clock.now());
      return judgement.kind === "refused" ? judgement.reason : this.#registry.register(peer, judgement.access);
    } catch (error) {
      return (0, import_cli5.messageOf)(error);
    }
  }
  #setPeers(node) {
    const { port } = this.#options;
    const registered = this.#registry.current();
    node.setPeers(
      registered.map(
        ({ peer, access }) => (0, import_chunk_76DE3E2D2.meshPeerOf)(peer, access.kind === "runner" ? [port] : access.ports)
      )
    );
    if (this.#map)
      this.#names.update(
        this.#map.self,
        registered.map(({ peer }) => peer)
      );
    clearTimeout(this.#leaseTimer);
    const next = this.#registry.nextEnd();
    if (next === void 0) return;
    const wait = Math.max(0, next - this.#options.clock.monotonic());
    this.#leaseTimer = setTimeout(() => this.#setPeers(node), Math.min(wait, 2147483647));
    this.#leaseTimer.unref();
  }
  #identify(address) {
    const found = this.#registry.findByAddress(address);
    const node = this.#node;
    if (!found || !node || found.access.kind !== "runner") return void 0;
    return {
      address,
      access: { kind: "approval", approval: found.access.approval },
      dial: (port) => node.dial(address, port, DIAL_TIMEOUT_MS)
    };
  }
};
var REPORTED = "reported.json";
var MAX_REPORTED_BYTES2 = 256 * 1024;
var MAX_RECEIPT_BYTES2 = 64 * 1024;
var FINAL = ["malformed", "refused", "not-found", "too-large"];
var reportedSchema = (0, import_chunk_CF656EE42.array)((0, import_chunk_CF656EE42.string)());
function createReceiptOutbox(options) {
  let isFull = true;
  let work = Promise.resolve();
  const flush = () => {
    work = work.then(async () => {
      if (!isFull) return;
      isFull = false;
      try {
        for (const folder of options.folders) await sendFolder(folder, options);
      } catch (error) {
        isFull = true;
        options.diagnostics.log("warn", "receipts wait for the coordinator", { reason: (0, import_cli5.messageOf)(error) });
      }
    });
    return work;
  };
  return {
    add() {
      isFull = true;
      return flush();
    },
    flush
  };
}
async function sendFolder(folder, options) {
  const names = (await (0, (process.getBuiltinModule("node:fs/promises")).readdir)(folder)).filter((name) => /^d\d.*\.json$/.test(name)).sort();
  const reported = await readReported(folder);
  for (const name of names) {
    if (reported.has(name)) continue;
    await send(folder, name, options);
    reported.add(name);
    const kept = names.filter((each) => reported.has(each));
    await (0, import_chunk_2BC21E112.writeFileAtomic)((0, import_node_path16.join)(folder, REPORTED), `${JSON.stringify(kept)}
`, 384);
  }
}
async function send(folder, name, options) {
  const bytes = await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path16.join)(folder, name), MAX_RECEIPT_BYTES2);
  try {
    const json = (0, import_chunk_CF656EE4.parseStrictJson)(bytes, { source: name, maxBytes: MAX_RECEIPT_BYTES2 });
    await options.submit(import_chunk_EA47D0342.envelopeSchema.parse(json));
  } catch (error) {
    if (!isFinal(error)) throw error;
    options.diagnostics.log("warn", "the coordinator did not take a receipt", {
      receipt: name,
      reason: (0, import_cli5.messageOf)(error)
    });
  }
}
function isFinal(error) {
  if (error instanceof import_chunk_CF656EE42.core_exports.$ZodError) return true;
  if (!(error instanceof import_cli5.SallyportError)) return false;
  if (error.code !== "REQUEST_REFUSED") return error.code === "JSON_INVALID";
  const { kind } = error.cause ?? {};
  return kind !== void 0 && FINAL.includes(kind);
}
async function readReported(folder) {
  const bytes = await (0, import_chunk_2BC21E112.readFileIfThere)((0, import_node_path16.join)(folder, REPORTED), MAX_REPORTED_BYTES2);
  try {
    return new Set(bytes ? reportedSchema.parse(JSON.parse((0, import_cli4.decodeUtf8)(bytes))) : []);
  } catch {
    return /* @__PURE__ */ new Set();
  }
}
var MAX_RATCHETS = 1e3;
var MAX_ENTRIES_PER_REPORT = 1024;
async function reportForRecovery(options) {
  const { client, follower, diagnostics } = options;
  const said = await gather(options);
  let entries = null;
  let last = -1;
  let brought = 0;
  for (; ; ) {
    const wanted = await tell(client, { ...said, entries });
    const found = wanted === null || wanted <= last ? [] : entriesOf(follower(), wanted);
    if (wanted === null || found.length === 0) break;
    entries = { from: wanted, bytes: found.map((entry) => (0, import_cli4.encodeBase64)(entry)) };
    last = wanted;
    brought += found.length;
  }
  diagnostics.log("info", "told the coordinator, which came back from a backup, what we saw", { brought });
  return brought;
}
async function tell(client, body) {
  const reply = await client.call("reportRecovery", { params: void 0, body });
  return (0, import_chunk_393AA2AF.unwrap)(reply, "REQUEST_REFUSED").wanted;
}
function entriesOf(follower, index) {
  return follower.entriesFrom(index, import_chunk_8A5887D9.MAX_REPORTED_BYTES, MAX_ENTRIES_PER_REPORT);
}
async function gather({
  follower,
  kept,
  states
}) {
  const trusts = await Promise.all(states.map((state) => state.readTrust()));
  const notes = [follower().checkpoint ?? null, await kept(), ...trusts.map(({ checkpoint }) => checkpoint)];
  const ratchets = trusts.flatMap(
    (trust) => trust.ratchets.map(({ application, environment, keyEpoch, sequence }) => ({
      application,
      environment,
      keyEpoch,
      sequence
    }))
  );
  return { checkpoint: largest(notes), ratchets: ratchets.slice(-MAX_RATCHETS) };
}
function largest(notes) {
  const sized = notes.flatMap((note) => note === null ? [] : [{ note, size: sizeOf(note) }]);
  return sized.sort((a, b) => b.size - a.size)[0]?.note ?? null;
}
function sizeOf(note) {
  try {
    return (0, import_chunk_439F88D8.parseCheckpointText)((0, import_chunk_439F88D8.parseNote)(note).text).size;
  } catch (error) {
    if (error instanceof import_cli5.SallyportError) return -1;
    throw error;
  }
}
var SPECIAL = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "::/128",
  "::1/128",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "3fff::/20",
  "5f00::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8"
].map(import_chunk_0722AEF22.parsePrefix);
var EMBEDDING = [
  { prefix: (0, import_chunk_0722AEF22.parsePrefix)("::ffff:0:0/96"), at: 12 },
  { prefix: (0, import_chunk_0722AEF22.parsePrefix)("::/96"), at: 12 },
  { prefix: (0, import_chunk_0722AEF22.parsePrefix)("64:ff9b::/96"), at: 12 },
  { prefix: (0, import_chunk_0722AEF22.parsePrefix)("2002::/16"), at: 2 }
];
function isAddressAllowed(address, mesh, allowed) {
  if (allowed.some((prefix) => (0, import_chunk_0722AEF22.prefixContains)(prefix, address))) return true;
  if ([...SPECIAL, ...mesh].some((prefix) => (0, import_chunk_0722AEF22.prefixContains)(prefix, address))) return false;
  const inside = EMBEDDING.find(({ prefix }) => (0, import_chunk_0722AEF22.prefixContains)(prefix, address));
  if (!inside) return true;
  const embedded = { family: 4, bytes: address.bytes.subarray(inside.at, inside.at + 4) };
  return isAddressAllowed(embedded, mesh, allowed);
}
function requestHeaders(offset) {
  const headers = { accept: "application/octet-stream", "accept-encoding": "identity" };
  return offset > 0 ? { ...headers, range: `bytes=${offset}-` } : headers;
}
function openAnswer(answer2, offset, label) {
  const close = () => void answer2.destroy();
  if (answer2.statusCode === 200) return { offset: 0, bytes: answer2, close };
  const range = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(answer2.headers["content-range"] ?? "");
  if (answer2.statusCode === 206 && Number(range?.[1]) === offset) return { offset, bytes: answer2, close };
  close();
  throw new import_cli5.SallyportError("HTTP_FAILED", {
    message: `${label} answered with ${answer2.statusCode ?? "no status"} to a request from byte ${offset}`
  });
}
var MAX_REDIRECTS = 5;
function httpsSource(text, options) {
  const url = parseHttpsUrl(text);
  const rule = url && options.prefixes.find(({ prefix }) => isWithinPrefix(url, prefix));
  if (!url || !rule) throw refused(`${JSON.stringify(text.slice(0, 200))} is within no prefix`);
  return {
    kind: "https",
    label: `${url.origin}${url.pathname}`,
    async open(offset, signal) {
      const agent = createGuardedAgent(rule, options);
      let at = url;
      for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
        const answer2 = await get(at, {
          agent,
          offset,
          signal,
          idleTimeoutMs: options.idleTimeoutMs,
          rule,
          mesh: options.mesh
        });
        const next = redirectOf(answer2, at, rule);
        if (!next) return openAnswer(answer2, offset, at.origin);
        answer2.destroy();
        at = next;
      }
      throw refused(`${url.origin} redirects more than ${MAX_REDIRECTS} times`);
    }
  };
}
function redirectOf(answer2, from, rule) {
  if (![301, 302, 303, 307, 308].includes(answer2.statusCode ?? 0)) return void 0;
  const location = answer2.headers.location ?? "";
  const next = URL.canParse(location, from.href) ? parseHttpsUrl(new URL(location, from).href) : void 0;
  if (next && [rule.prefix, ...rule.redirects].some((prefix) => isWithinPrefix(next, prefix))) return next;
  answer2.destroy();
  throw refused(
    `${from.origin} redirects to ${JSON.stringify(location.split("?", 1)[0].slice(0, 200))}, out of the prefix`
  );
}
function get(url, options) {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if ((0, import_chunk_0722AEF22.isIp)(host)) assertAllowed(host, options.rule, options.mesh);
  const { promise, resolve: resolve4, reject } = Promise.withResolvers();
  const call = (0, (process.getBuiltinModule("node:https")).request)(url, {
    agent: options.agent,
    headers: requestHeaders(options.offset),
    signal: options.signal,
    ...options.rule.ca === void 0 ? {} : { ca: options.rule.ca }
  });
  call.setTimeout(options.idleTimeoutMs, () => call.destroy(new Error("the source went silent")));
  call.on("error", reject).on("response", (answer2) => {
    try {
      assertAllowed(answer2.socket.remoteAddress ?? "", options.rule, options.mesh);
      resolve4(answer2);
    } catch (error) {
      answer2.destroy();
      reject(error);
    }
  });
  call.end();
  return promise;
}
function createGuardedAgent(rule, options) {
  const resolveName = options.lookup ?? (process.getBuiltinModule("node:dns")).lookup;
  const guarded = (host, lookupOptions, callback) => {
    resolveName(host, { ...lookupOptions, all: true }, (error, found) => {
      if (error) return callback(error, "", 4);
      const addresses = (Array.isArray(found) ? found : [found]).filter(
        ({ address }) => isAddressAllowed((0, import_chunk_0722AEF22.parseIp)(address), options.mesh, rule.addresses)
      );
      const [first] = addresses;
      if (!first) return callback(refused(`${host} has no address that is allowed`), "", 4);
      if (lookupOptions.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
  return new (process.getBuiltinModule("node:https")).Agent({ keepAlive: false, lookup: guarded });
}
function assertAllowed(address, rule, mesh) {
  if ((0, import_chunk_0722AEF22.isIp)(address) && isAddressAllowed((0, import_chunk_0722AEF22.parseIp)(address), mesh, rule.addresses)) return;
  throw refused(`the address ${address || "(unknown)"} is loopback, link-local, private or of the mesh`);
}
function refused(message) {
  return new import_cli5.SallyportError("SOURCE_REFUSED", {
    message,
    help: "list it under sources.https in the agent's configuration, if it is yours"
  });
}
function runnerSource(options) {
  const label = `runner ${options.address}`;
  return {
    kind: "runner",
    label,
    async open(offset, signal) {
      const stream = await options.dial(options.port, signal);
      const { promise, resolve: resolve4, reject } = Promise.withResolvers();
      const call = (0, (process.getBuiltinModule("node:http")).request)({
        createConnection: () => stream,
        method: "GET",
        path: options.path,
        headers: { ...requestHeaders(offset), host: options.address },
        signal
      });
      call.setTimeout(options.idleTimeoutMs, () => call.destroy(new Error("the runner went silent")));
      call.on("response", resolve4).on("error", reject).end();
      return openAnswer(await promise, offset, label);
    }
  };
}
var IDLE_TIMEOUT_MS = 30 * import_cli2.SECOND;
function openOfferedSource(config, source, { peer, application, mesh }) {
  switch (source.kind) {
    case "none":
      return void 0;
    case "runner": {
      const { port, path } = source;
      return runnerSource({
        address: peer.address,
        port,
        path,
        dial: peer.dial,
        idleTimeoutMs: IDLE_TIMEOUT_MS
      });
    }
    case "https": {
      const prefixes = config.applications.get(application)?.https ?? [];
      return httpsSource(source.url, { prefixes, mesh, idleTimeoutMs: IDLE_TIMEOUT_MS });
    }
  }
}
function issuerKeyPorts(configPath, root, clock) {
  return {
    root,
    clock,
    readFile: (path) => (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path17.resolve)((0, import_node_path17.dirname)(configPath), path), 2 * import_chunk_6D9B2BDF2.MAX_JWKS_BYTES),
    async fetch(url, { ca, maxBytes, timeoutMs }) {
      const http = (0, import_chunk_2BC21E11.createHttpClient)(ca === void 0 ? {} : { ca });
      try {
        const { status, body } = await http.request({ method: "GET", url, maxBytes, timeoutMs });
        if (status === 200) return body;
        throw new import_cli5.SallyportError("HTTP_FAILED", { message: `GET ${url}: status ${status}` });
      } finally {
        await http.close();
      }
    }
  };
}
var SOURCE_IDLE_TIMEOUT_MS = 30 * import_cli2.SECOND;
var POLL_INTERVAL_MS = import_cli2.MINUTE;
var LOG_TIMEOUT_MS = 20 * import_cli2.SECOND;
var MAX_CLEARANCE_BYTES = 64 * 1024;
var MESH_PREFIXES = ["100.64.0.0/10", "fd00::/8"].map(import_chunk_0722AEF22.parsePrefix);
async function openMembership(config, mesh, ports) {
  const trust = await loadCoordinatorTrust(config);
  const root = (0, import_chunk_BIEF65K5.parsePublicKey)("root", trust.root);
  const machineKey = await openMachineKey(config.machineKeyPath, ports.random);
  const http = (0, import_chunk_2BC21E11.createHttpClient)(mesh.ca === void 0 ? {} : { ca: mesh.ca });
  const { clock, random } = ports;
  const client = (0, import_chunk_393AA2AF.createCoordinatorClient)({
    url: mesh.coordinator,
    root,
    key: machineKey,
    http,
    clock,
    random
  });
  const issuerKeys = (0, import_chunk_6D9B2BDF.createIssuerKeySource)(issuerKeyPorts(config.trustPath, root, clock));
  const oversight = createCoordinatorOversight({
    follower: followLog(client, http),
    issuerKeys,
    clock,
    kept: keptCheckpointIn(config.root),
    conflict: await readConflict(conflictPath(config)),
    async onConflict(reason, kept, seen) {
      const path = conflictPath(config);
      await recordConflict(path, { reason, kept, seen: seen ?? null }, clock);
      ports.diagnostics.log("error", "the coordinator's log contradicts itself: nothing is deployed", {
        evidence: path
      });
    },
    clear: () => clearConflict(clearingOf(config, client, http, { root, diagnostics: ports.diagnostics }))
  });
  const outbox = createReceiptOutbox({
    folders: [...config.applications.keys()].map((name) => layoutOf(config.root, name).receipts),
    submit: (receipt2) => (0, import_chunk_393AA2AF.submitReceipt)(client, receipt2),
    diagnostics: ports.diagnostics
  });
  let reporting;
  const report2 = () => {
    reporting ??= reportForRecovery({
      client,
      follower: () => oversight.follower,
      kept: keptCheckpointIn(config.root).read,
      states: statesOf(config),
      diagnostics: ports.diagnostics
    }).catch(
      (error) => ports.diagnostics.log("warn", "the coordinator, which came back from a backup, was told nothing", {
        reason: (0, import_cli5.messageOf)(error)
      })
    ).then(() => {
      reporting = void 0;
    });
    return reporting;
  };
  const start = async (core) => startMeshAgent({
    client,
    machineKey,
    wireguardKey: await (0, import_chunk_76DE3E2D2.openWireguardKey)(mesh.wireguardKey, random),
    ...mesh.ca === void 0 ? {} : { ca: mesh.ca },
    async rules() {
      await oversight.resolveConflict();
      return await ownRules(config, mesh, client);
    },
    onMap: () => void outbox.flush(),
    onRecovering: () => void report2(),
    issuerKeys,
    core,
    openSource: openSource(config),
    port: mesh.port,
    expose: Object.entries(mesh.expose).map(([port, where]) => ({ meshPort: Number(port), ...where })),
    listenPort: mesh.listenPort ?? 0,
    relayOnly: mesh.relayOnly,
    portMapping: mesh.portMapping,
    ...mesh.dns === void 0 ? {} : { dns: mesh.dns },
    clock,
    random,
    diagnostics: ports.diagnostics
  });
  return {
    client,
    machineKey,
    oversight,
    start,
    poll: (core) => startApprovalPoll({
      applications: [...config.applications.keys()],
      latest: (application) => (0, import_chunk_393AA2AF.fetchLatestApproval)(client, application),
      open(url, application) {
        const prefixes = config.applications.get(application)?.https ?? [];
        return httpsSource(url, { prefixes, mesh: MESH_PREFIXES, idleTimeoutMs: SOURCE_IDLE_TIMEOUT_MS });
      },
      core,
      followLog: () => oversight.followLog(),
      intervalMs: POLL_INTERVAL_MS,
      random,
      diagnostics: ports.diagnostics
    }),
    outbox,
    close: () => http.close()
  };
}
async function loadCoordinatorTrust(config) {
  const trust = await loadTrust(config);
  if (trust.signers === "coordinator") return trust;
  throw new import_cli5.SallyportError("CONFIG_INVALID", {
    message: 'mesh: the trust file says "signers: key", so that no coordinator is trusted',
    place: { file: config.trustPath },
    help: `name the coordinator's root with "signers: coordinator", or leave mesh out of the configuration`
  });
}
function followLog(client, http) {
  return new LogFollower({
    coordinatorId: client.coordinatorId,
    logKey: async () => (await client.keyList()).keys.log,
    doubtLogKey: () => client.doubtKeyList(),
    async fetch(path, maxBytes) {
      const url = `${client.url}${import_chunk_8A5887D9.LOG_PATH}${path}`;
      const { status, body } = await http.request({ method: "GET", url, maxBytes, timeoutMs: LOG_TIMEOUT_MS });
      if (status === 200) return body;
      throw new import_cli5.SallyportError("HTTP_FAILED", { message: `GET ${url}: status ${status}` });
    }
  });
}
function conflictPath(config) {
  return conflictPathIn(config.root);
}
function clearingOf(config, client, http, { root, diagnostics }) {
  const url = `${client.url}${import_chunk_8A5887D9.LOG_PATH}clearance`;
  return {
    path: conflictPath(config),
    root,
    diagnostics,
    newFollower: () => followLog(client, http),
    states: statesOf(config),
    async fetch() {
      const request3 = {
        method: "GET",
        url,
        maxBytes: MAX_CLEARANCE_BYTES,
        timeoutMs: LOG_TIMEOUT_MS
      };
      const reply = await http.request(request3).catch(() => void 0);
      return reply?.status === 200 ? reply.body : void 0;
    }
  };
}
function statesOf(config) {
  return [...config.applications.keys()].map((name) => openStateFiles(layoutOf(config.root, name)));
}
async function ownRules(config, mesh, client) {
  return {
    coordinatorId: client.coordinatorId,
    trust: await loadCoordinatorTrust(config),
    environment: config.environment,
    applications: new Set(config.applications.keys()),
    labels: config.labels,
    port: mesh.port,
    maxLeaseMs: mesh.maxLease,
    exposed: new Set(Object.keys(mesh.expose).map(Number)),
    maxSessionMs: mesh.maxSession
  };
}
function openSource(config) {
  return (source, peer, application) => openOfferedSource(config, source, { peer, application, mesh: MESH_PREFIXES });
}
async function serveAgent(call, config) {
  const { ports } = call;
  const membership = config.mesh && await openMembership(config, config.mesh, ports);
  const stop = new AbortController();
  const signal = AbortSignal.any([ports.signal, stop.signal]);
  const core = await openCore(call, config, membership, signal);
  ports.diagnostics.log("info", "the agent is ready", {
    applications: [...config.applications.keys()].join(",")
  });
  const mesh = await membership?.start(core);
  const poll = membership?.poll(core);
  const put = mesh?.ended.then((end) => {
    if (end === "closed") return void 0;
    ports.diagnostics.log("error", "the coordinator ended our membership", { reason: end });
    stop.abort();
    return import_cli5.EXIT.refused;
  });
  try {
    await core.superviseAll();
  } finally {
    poll?.close();
    await mesh?.close();
    await core.close();
    await membership?.close();
  }
  return await put ?? import_cli5.EXIT.ok;
}
function openCore(call, config, membership, signal) {
  const { ports } = call;
  const options = { ...ports, oversight: membership?.oversight ?? noOversight };
  const core = AgentCore.open(
    config,
    options,
    (line) => {
      const text = describeLine(line);
      if (text !== void 0) ports.stderr(`${line.deployment}${text}
`);
    },
    signal,
    (end) => {
      ports.stderr(`${end.deployment}  ${describeOutcome(end)}
`);
      if (end.receipt) void membership?.outbox.add();
    }
  );
  return core;
}
var DEFAULT_AGENT_CONFIG = "agent.yml";
var agentRun = {
  name: "agent run",
  summary: "Run the deploy agent of this machine.",
  details: "With --once: verify the approval, deploy the artifact, watch its health, commit or roll back, write a signed receipt, and end; the service goes on. Without: recover, supervise the services, and take deployments as they come. Commands, users and time-outs come from the configuration alone.",
  options: ["config", "once", "approval", "artifact", "application", "retry-quarantined", "json", "verbose"],
  examples: [
    "sallyport agent run --once --config agent.yml --approval shop.approval.json --artifact shop.tar.gz",
    "sallyport agent run --config /etc/sallyport/agent.yml"
  ],
  async run(call) {
    const config = await loadAgentConfig((0, import_node_path.resolve)(call.ports.cwd, call.options.config ?? DEFAULT_AGENT_CONFIG));
    return call.options.once ? await runOnce(call, config) : await serveAgent(call, config);
  }
};
async function runOnce(call, config) {
  const { options, ports } = call;
  if (options.approval === void 0) throw usage("--once needs --approval FILE");
  const path = (0, import_node_path.resolve)(ports.cwd, options.approval);
  const approval = await (0, import_chunk_2BC21E112.readFileBounded)(path, import_chunk_E7E632613.MAX_APPROVAL_FILE_BYTES);
  const name = options.application ?? chooseApplication(config, approval);
  const runtime = await openRuntime(config, name, { ...ports, oversight: noOversight });
  try {
    const recovered = await recoverApplication(runtime, printer(call));
    if (recovered) ports.stderr(`recovered ${recovered.deployment}: ${describeOutcome(recovered)}
`);
    const end = await deployOnce(call, runtime, approval);
    return report(call, end, recovered);
  } finally {
    await closeRuntime(runtime);
  }
}
async function deployOnce(call, runtime, approval) {
  const { options, ports } = call;
  const by = options["retry-quarantined"];
  if (by !== void 0) await retryQuarantined(runtime, approval, by);
  const artifact = findArtifact(options.artifact ?? [], runtime.application.name);
  const request3 = {
    deployment: newDeploymentId(ports.clock.now(), ports.random),
    approval,
    ...artifact === void 0 ? {} : await openArtifact((0, import_node_path.resolve)(ports.cwd, artifact))
  };
  return await deploy(runtime, request3, printer(call), ports.signal);
}
async function openArtifact(path) {
  return { artifact: await (0, import_chunk_E7E632612.measureArtifact)(path), source: localFileSource(path) };
}
function report(call, end, recovered) {
  call.ports.stderr(`${end.deployment}: ${describeOutcome(end)}
`);
  if (call.options.json) call.ports.stdout(`${JSON.stringify(emitEnd(end, recovered), null, 2)}
`);
  return exitCodeOf(end.outcome);
}
function printer(call) {
  return (line) => {
    const text = describeLine(line);
    if (text !== void 0) call.ports.stderr(`${text}
`);
  };
}
function findArtifact(given, application) {
  const named = given.find((text) => text.startsWith(`${application}=`));
  if (named !== void 0) return named.slice(application.length + 1);
  const plain = given.filter((text) => !/^[a-z0-9-]{1,63}=/.test(text));
  if (plain.length > 1) throw usage("one artifact is deployed at a time: write --artifact APPLICATION=FILE");
  return plain[0];
}
function chooseApplication(config, approval) {
  const names = [...config.applications.keys()];
  if (names.length === 1) return names[0];
  const claimed = claimedApplication2(approval);
  if (claimed !== void 0 && config.applications.has(claimed)) return claimed;
  throw usage(`say which application: --application ${names.join(" | ")}`);
}
function claimedApplication2(approval) {
  try {
    const statement = (0, import_chunk_E7E632614.parseApprovalStatement)((0, import_chunk_EA47D0342.unverifiedPayload)((0, import_chunk_E7E632613.parseApprovalFile)(approval).envelope));
    return statement.predicate.application;
  } catch {
    return void 0;
  }
}
function usage(message) {
  return new import_cli5.SallyportError("USAGE", { message, help: "sallyport agent run --help" });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  agent_run_ARGLVT2K,
  chunk_DCL6BSIT
});
