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
  agentDoctor: () => agentDoctor
});
module.exports = stdin_exports;
var import_chunk_GJUEZ3DJ = require("./chunk-GJUEZ3DJ.cjs");
var import_chunk_AUHCZQOL = require("./chunk-AUHCZQOL.cjs");
var import_chunk_BNKIGCNV = require("./chunk-BNKIGCNV.cjs");
var import_chunk_NMPH2TLX = require("./chunk-NMPH2TLX.cjs");
var import_chunk_KIAWNN2D = require("./chunk-KIAWNN2D.cjs");
var import_chunk_TKOPFNUW = require("./chunk-TKOPFNUW.cjs");
var import_chunk_MNSCM4MS = require("./chunk-MNSCM4MS.cjs");
var import_chunk_Y2L2NAT7 = require("./chunk-Y2L2NAT7.cjs");
var import_chunk_ZXGMBMKT = require("./chunk-ZXGMBMKT.cjs");
var import_chunk_BBZH2QS2 = require("./chunk-BBZH2QS2.cjs");
var import_chunk_LADPJ4KD = require("./chunk-LADPJ4KD.cjs");
var import_chunk_AXPTAZ2E = require("./chunk-AXPTAZ2E.cjs");
var import_chunk_TFFOW3OJ = require("./chunk-TFFOW3OJ.cjs");
var import_chunk_3P5GHM2K = require("./chunk-3P5GHM2K.cjs");
var import_chunk_LERFQFMR = require("./chunk-LERFQFMR.cjs");
var import_chunk_HL23BLP4 = require("./chunk-HL23BLP4.cjs");
var import_chunk_LN64JXY7 = require("./chunk-LN64JXY7.cjs");
var import_chunk_DLDCVKX6 = require("./chunk-DLDCVKX6.cjs");
var import_chunk_HWYOMYN6 = require("./chunk-HWYOMYN6.cjs");
var import_chunk_BGKKW6X2 = require("./chunk-BGKKW6X2.cjs");
var import_chunk_5RE62PDQ = require("./chunk-5RE62PDQ.cjs");
var import_chunk_FZZUDDWV = require("./chunk-FZZUDDWV.cjs");
var import_chunk_LX6I7H3G = require("./chunk-LX6I7H3G.cjs");
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs");
var import_chunk_UWHXMD75 = require("./chunk-UWHXMD75.cjs");
var import_chunk_NX2LOS6S = require("./chunk-NX2LOS6S.cjs");
var import_chunk_T4JFZ2LE = require("./chunk-T4JFZ2LE.cjs");
var import_chunk_WVMRCOCQ = require("./chunk-WVMRCOCQ.cjs");
var import_chunk_CBR347CW = require("./chunk-CBR347CW.cjs");
var import_chunk_HQJHKSVR = require("./chunk-HQJHKSVR.cjs");
var import_chunk_EY6MYJBO = require("./chunk-EY6MYJBO.cjs");
var import_chunk_T4TT3RT5 = require("./chunk-T4TT3RT5.cjs");
var import_chunk_E3PGXMDL = require("./chunk-E3PGXMDL.cjs");
var import_chunk_W7ECAJ5W = require("./chunk-W7ECAJ5W.cjs");
var import_chunk_6OL7RJCG = require("./chunk-6OL7RJCG.cjs");
var import_chunk_5YZ4WNU6 = require("./chunk-5YZ4WNU6.cjs");
var import_chunk_OEK5FYWZ = require("./chunk-OEK5FYWZ.cjs");
var import_chunk_RC7NUSGF = require("./chunk-RC7NUSGF.cjs");
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_FOJ5JTVQ = require("./chunk-FOJ5JTVQ.cjs");
var import_chunk_E7TBRM2K = require("./chunk-E7TBRM2K.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_LLW3E7RW = require("./chunk-LLW3E7RW.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");
var import_node_path = process.getBuiltinModule("node:path");
var import_node_fs = process.getBuiltinModule("node:fs");


async function examine(config, clock) {
  const checks = [
    await checked("trust file", () => checkTrust(config)),
    await checked("machine key", () => checkKey(config))
  ];
  for (const application of config.applications.values()) {
    checks.push(...await examineApplication(config, application, clock));
  }
  return checks;
}
async function examineApplication(config, application, clock) {
  const layout = (0, import_chunk_GJUEZ3DJ.layoutOf)(config.root, application.name);
  const name = (what) => `${application.name}: ${what}`;
  return [
    await checked(name("user"), async () => checkUser(application)),
    await checked(name("commands"), () => checkCommands(application)),
    await checked(name("service"), () => checkService(application)),
    await checked(name("folder"), () => checkFolder(config.root, layout, application)),
    await checked(name("journal"), () => checkJournal(layout, clock)),
    await checked(name("release"), () => checkCurrent(layout)),
    await checked(name("quarantine"), () => checkQuarantine(layout)),
    await checked(name("agent"), () => checkHolder(layout))
  ];
}
var ok = (message) => ({ status: "ok", message });
var notice = (message) => ({ status: "notice", message });
var problem = (message) => ({ status: "problem", message });
async function checked(name, check) {
  try {
    return { name, ...await check() };
  } catch (error) {
    return { name, ...problem((0, import_chunk_TO5RH7DJ.messageOf)(error)) };
  }
}
async function checkTrust(config) {
  const trust = await (0, import_chunk_GJUEZ3DJ.loadTrust)(config);
  if (trust.signers === "key") {
    return notice(
      `signers: key: whoever holds one of ${trust.keys.length} keys deploys here; no gate run is proven`
    );
  }
  const loose = trust.rules.filter(({ gate }) => gate.anyWorkflow === true);
  if (loose.length === 0)
    return ok(`signers: coordinator, ${trust.rules.length} rules, each with its workflow's commit`);
  return notice(`${loose.length} rules say anyWorkflow: true: any commit of the gate's workflow may ask`);
}
async function checkKey(config) {
  const path = config.machineKeyPath;
  if (await (0, import_chunk_M3WSMIIZ.readFileIfThere)(path, 4096) === void 0)
    return notice("there is none yet: it is made at the first run");
  const { mode } = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(path);
  return (mode & 63) === 0 ? ok("there, and only for its owner") : problem(`others may read it: chmod 600 ${path}`);
}
function checkUser(application) {
  const { user, sameUser } = application.config;
  if (sameUser)
    return notice("sameUser: true: the application can read and change what the agent knows; for trials only");
  const runAs = (0, import_chunk_GJUEZ3DJ.resolveRunAs)(user);
  if (process.getuid?.() !== 0) {
    return problem(
      `the agent is not root, so it cannot run commands as ${runAs.name}: run it as root or by systemd`
    );
  }
  return ok(`commands run as ${runAs.name}`);
}
async function checkCommands(application) {
  const { hooks, service, health } = application.config;
  const programs = [
    hooks.pre?.command[0],
    hooks.post?.command[0],
    service.kind === "process" ? service.command[0] : void 0,
    health.kind === "exec" ? health.command[0] : void 0
  ].filter((program) => program?.startsWith("/"));
  for (const program of programs) await (0, (process.getBuiltinModule("node:fs/promises")).access)(program, import_node_fs.constants.X_OK);
  if (health.kind === "none") return notice("no health check: a release that starts counts as good");
  return ok("programs with a whole path are there");
}
async function checkService(application) {
  const { service } = application.config;
  if (service.kind === "none") return notice("kind: none: the agent starts and stops nothing");
  if (service.kind === "process") return ok("the agent starts and watches it");
  const state = await (0, import_chunk_GJUEZ3DJ.loadStateOf)(service.unit);
  if (state === "loaded") return ok(`systemd has ${service.unit}`);
  const next = state === "masked" ? `systemctl unmask ${service.unit}` : "write it, then systemctl daemon-reload";
  return problem(`systemd says of ${service.unit}: ${state}; ${next}`);
}
async function checkFolder(root, layout, application) {
  const { bavail, bsize } = await (0, (process.getBuiltinModule("node:fs/promises")).statfs)(layout.folder).catch(() => ({ bavail: 0, bsize: 0 }));
  if (bavail === 0) return notice(`${layout.folder} is not there yet: it is made at the first run`);
  const { mode } = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(layout.state);
  if ((mode & 63) !== 0) return problem(`others may enter the agent's state: chmod 700 ${layout.state}`);
  const { owner, name } = (0, import_chunk_GJUEZ3DJ.resolveRunAs)(application.config.user);
  for (const path of owner ? [root, layout.folder, layout.releases] : []) {
    if (!mayEnter(await (0, (process.getBuiltinModule("node:fs/promises")).stat)(path), owner)) return problem(`${name} cannot enter it: chmod 755 ${path}`);
  }
  const free = bavail * bsize;
  const { keepFree } = application.config.limits;
  return free > keepFree ? ok(`${Math.floor(free / 1024 ** 2)} MiB are free`) : problem("the disk is nearly full");
}
function mayEnter({ mode, uid, gid }, user) {
  const bit = user.uid === uid ? 64 : user.gid === gid ? 8 : 1;
  return user.uid === 0 || (mode & bit) !== 0;
}
async function checkJournal(layout, clock) {
  const facts = await (0, import_chunk_GJUEZ3DJ.readJournal)(layout.journal);
  const time = (0, import_chunk_GJUEZ3DJ.judgeTime)(clock.now(), facts.at);
  if (time.kind === "behind")
    return problem(`the clock is ${time.behindMs} ms behind the journal: no deployment will be done`);
  const { state } = facts;
  if (state && state.kind !== "finished") return notice(`a deployment is unfinished, in ${state.kind}`);
  return ok(
    facts.lastGood ? `the last good release is sha256:${facts.lastGood}` : "no deployment was committed yet"
  );
}
async function checkCurrent(layout) {
  const current = await (0, import_chunk_GJUEZ3DJ.readCurrent)(layout);
  if (current === void 0) return notice("nothing is deployed");
  await (0, import_chunk_GJUEZ3DJ.checkRelease)(layout, current);
  return ok(`sha256:${current} is as it was unpacked`);
}
async function checkQuarantine(layout) {
  const { entries } = await (0, import_chunk_GJUEZ3DJ.openStateFiles)(layout).readQuarantine();
  const last = entries.at(-1);
  return last ? notice(`${entries.length} digests; last sha256:${last.digest}: ${last.reason}`) : ok("empty");
}
async function checkHolder(layout) {
  const holder = await (0, import_chunk_GJUEZ3DJ.findLockHolder)(layout.lock);
  return holder ? ok(`runs as process ${holder.pid}`) : notice("no agent runs now");
}
async function examineMesh(config, mesh, ports) {
  return [
    await checkCoordinator(config, mesh, ports),
    await checkWireguardKey(mesh),
    await checkConflict(config),
    mesh.relayOnly ? { name: "mesh: path", status: "notice", message: "relayOnly: true: UDP is never tried" } : { name: "mesh: path", status: "ok", message: "UDP is tried first, the relay carries what it cannot" }
  ];
}
async function checkCoordinator(config, mesh, ports) {
  const name = "mesh: coordinator";
  const http = (0, import_chunk_COQYJIF4.createHttpClient)(mesh.ca === void 0 ? {} : { ca: mesh.ca });
  try {
    const trust = await (0, import_chunk_GJUEZ3DJ.loadTrust)(config);
    if (trust.signers !== "coordinator") {
      return {
        name,
        status: "problem",
        message: 'the trust file says "signers: key": no coordinator is trusted'
      };
    }
    const { clock, random } = ports;
    const root = (0, import_chunk_BIEF65K5.parsePublicKey)("root", trust.root);
    const key = (0, import_chunk_BIEF65K5.ed25519KeyPair)(random.bytes(32));
    await (0, import_chunk_LADPJ4KD.createCoordinatorClient)({ url: mesh.coordinator, root, key, http, clock, random }).keyList();
    return {
      name,
      status: "ok",
      message: `${mesh.coordinator} answers with keys that the pinned root signed`
    };
  } catch (error) {
    return { name, status: "problem", message: (0, import_chunk_TO5RH7DJ.messageOf)(error) };
  } finally {
    await http.close();
  }
}
async function checkWireguardKey({ wireguardKey }) {
  const name = "mesh: key";
  const found = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(wireguardKey).catch(() => void 0);
  if (!found) return { name, status: "notice", message: "there is none yet: sallyport agent enroll makes it" };
  return (found.mode & 63) === 0 ? { name, status: "ok", message: "there, and only for its owner" } : { name, status: "problem", message: `others may read it: chmod 600 ${wireguardKey}` };
}
async function checkConflict(config) {
  const name = "mesh: log";
  const path = (0, import_chunk_GJUEZ3DJ.conflictPath)(config);
  const found = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(path).catch(() => void 0);
  return found ? { name, status: "problem", message: `the log contradicted itself, nothing is deployed: see ${path}` } : { name, status: "ok", message: "no conflict was recorded" };
}
var MARKS = { ok: "ok     ", notice: "notice ", problem: "PROBLEM" };
var agentDoctor = {
  name: "agent doctor",
  summary: "Look at the configuration, keys, folders, journal and releases of this agent; change nothing.",
  options: ["config", "json", "verbose"],
  examples: ["sallyport agent doctor --config /etc/sallyport/agent.yml"],
  async run({ ports, options }) {
    const config = await (0, import_chunk_GJUEZ3DJ.loadAgentConfig)((0, import_node_path.resolve)(ports.cwd, options.config ?? import_chunk_GJUEZ3DJ.DEFAULT_AGENT_CONFIG));
    const mesh = config.mesh ? await examineMesh(config, config.mesh, ports) : [];
    const checks = [...await examine(config, ports.clock), ...mesh];
    for (const { name, status, message } of checks) ports.stderr(`${MARKS[status]}  ${name}: ${message}
`);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, checks }, null, 2)}
`);
    return checks.some(({ status }) => status === "problem") ? import_chunk_TO5RH7DJ.EXIT.usage : import_chunk_TO5RH7DJ.EXIT.ok;
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  agentDoctor
});
