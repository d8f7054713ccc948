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
  agent_doctor_QPET2JGQ: () => agent_doctor_QPET2JGQ_exports
});
module.exports = stdin_exports;
var import_agent_run_5EFE12EF = require("./agent-run-5EFE12EF.cjs").chunk_DCL6BSIT;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_AUHCZQOL;
var import_chunk_6D9B2BDF = require("./chunk-6D9B2BDF.cjs").chunk_4ZXJRBCH;
var import_chunk_76DE3E2D = require("./chunk-76DE3E2D.cjs").chunk_MGAQQ4LA;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_LN64JXY7;
var import_schema_7C7DA544 = require("./schema-7C7DA544.cjs").chunk_NMPH2TLX;
var import_chunk_76DE3E2D2 = require("./chunk-76DE3E2D.cjs").chunk_Q7W3GSYR;
var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_38EDD5902 = require("./chunk-38EDD590.cjs").chunk_Y2L2NAT7;
var import_chunk_38EDD5903 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
var import_chunk_8A5887D9 = require("./chunk-8A5887D9.cjs").chunk_AXPTAZ2E;
var import_chunk_8A5887D92 = require("./chunk-8A5887D9.cjs").chunk_BBZH2QS2;
var import_chunk_8A5887D93 = require("./chunk-8A5887D9.cjs").chunk_TFFOW3OJ;
var import_chunk_T6RIR5MA = require("./chunk-T6RIR5MA.cjs").chunk_T6RIR5MA;
var import_chunk_2YFZQ4YB = require("./chunk-2YFZQ4YB.cjs").chunk_2YFZQ4YB;
var import_chunk_2ZL3UNZA = require("./chunk-2ZL3UNZA.cjs").chunk_2ZL3UNZA;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_T4JFZ2LE;
var import_chunk_8C92F7232 = require("./chunk-8C92F723.cjs").chunk_DB7LFUPW;
var import_chunk_8C92F7233 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_DLDCVKX6;
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_HWYOMYN6;
var import_chunk_8A5887D96 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_A7C2DCE45 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_server_E18145EA = require("./server-E18145EA.cjs").chunk_CG4MFTYD;
var import_server_E18145EA2 = require("./server-E18145EA.cjs").chunk_5XCSCTZB;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_XNJ7RVPM;
var import_chunk_8F5DD0292 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_UJBLILL5 = require("./chunk-UJBLILL5.cjs").chunk_UJBLILL5;
var import_chunk_6D9B2BDF2 = require("./chunk-6D9B2BDF.cjs").chunk_KRZWIFVR;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_6OL7RJCG;
var import_chunk_E7E632613 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632614 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_R2HSE3F3 = require("./chunk-R2HSE3F3.cjs").chunk_R2HSE3F3;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_PC4MX4V7;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_0722AEF23 = require("./chunk-0722AEF2.cjs").chunk_FOJ5JTVQ;
var import_chunk_0722AEF24 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_CF656EE43 = require("./chunk-CF656EE4.cjs").chunk_LLW3E7RW;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE44 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_LISJZMXW = require("./chunk-LISJZMXW.cjs").chunk_LISJZMXW;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_fs = process.getBuiltinModule("node:fs");


var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var agent_doctor_QPET2JGQ_exports = {};
__export2(agent_doctor_QPET2JGQ_exports, {
  agentDoctor: () => agentDoctor
});
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
  const layout = (0, import_agent_run_5EFE12EF.layoutOf)(config.root, application.name);
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
    return { name, ...problem((0, import_cli6.messageOf)(error)) };
  }
}
async function checkTrust(config) {
  const trust = await (0, import_agent_run_5EFE12EF.loadTrust)(config);
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
  if (await (0, import_chunk_2BC21E112.readFileIfThere)(path, 4096) === void 0)
    return notice("there is none yet: it is made at the first run");
  const { mode } = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(path);
  return (mode & 63) === 0 ? ok("there, and only for its owner") : problem(`others may read it: chmod 600 ${path}`);
}
function checkUser(application) {
  const { user, sameUser } = application.config;
  if (sameUser)
    return notice("sameUser: true: the application can read and change what the agent knows; for trials only");
  const runAs = (0, import_agent_run_5EFE12EF.resolveRunAs)(user);
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
  const state = await (0, import_agent_run_5EFE12EF.loadStateOf)(service.unit);
  if (state === "loaded") return ok(`systemd has ${service.unit}`);
  const next = state === "masked" ? `systemctl unmask ${service.unit}` : "write it, then systemctl daemon-reload";
  return problem(`systemd says of ${service.unit}: ${state}; ${next}`);
}
async function checkFolder(root, layout, application) {
  const { bavail, bsize } = await (0, (process.getBuiltinModule("node:fs/promises")).statfs)(layout.folder).catch(() => ({ bavail: 0, bsize: 0 }));
  if (bavail === 0) return notice(`${layout.folder} is not there yet: it is made at the first run`);
  const { mode } = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(layout.state);
  if ((mode & 63) !== 0) return problem(`others may enter the agent's state: chmod 700 ${layout.state}`);
  const { owner, name } = (0, import_agent_run_5EFE12EF.resolveRunAs)(application.config.user);
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
  const facts = await (0, import_agent_run_5EFE12EF.readJournal)(layout.journal);
  const time = (0, import_agent_run_5EFE12EF.judgeTime)(clock.now(), facts.at);
  if (time.kind === "behind")
    return problem(`the clock is ${time.behindMs} ms behind the journal: no deployment will be done`);
  const { state } = facts;
  if (state && state.kind !== "finished") return notice(`a deployment is unfinished, in ${state.kind}`);
  return ok(
    facts.lastGood ? `the last good release is sha256:${facts.lastGood}` : "no deployment was committed yet"
  );
}
async function checkCurrent(layout) {
  const current = await (0, import_agent_run_5EFE12EF.readCurrent)(layout);
  if (current === void 0) return notice("nothing is deployed");
  await (0, import_agent_run_5EFE12EF.checkRelease)(layout, current);
  return ok(`sha256:${current} is as it was unpacked`);
}
async function checkQuarantine(layout) {
  const { entries } = await (0, import_agent_run_5EFE12EF.openStateFiles)(layout).readQuarantine();
  const last = entries.at(-1);
  return last ? notice(`${entries.length} digests; last sha256:${last.digest}: ${last.reason}`) : ok("empty");
}
async function checkHolder(layout) {
  const holder = await (0, import_agent_run_5EFE12EF.findLockHolder)(layout.lock);
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
  const http = (0, import_chunk_2BC21E11.createHttpClient)(mesh.ca === void 0 ? {} : { ca: mesh.ca });
  try {
    const trust = await (0, import_agent_run_5EFE12EF.loadTrust)(config);
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
    await (0, import_chunk_393AA2AF.createCoordinatorClient)({ url: mesh.coordinator, root, key, http, clock, random }).keyList();
    return {
      name,
      status: "ok",
      message: `${mesh.coordinator} answers with keys that the pinned root signed`
    };
  } catch (error) {
    return { name, status: "problem", message: (0, import_cli6.messageOf)(error) };
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
  const path = (0, import_agent_run_5EFE12EF.conflictPath)(config);
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
    const config = await (0, import_agent_run_5EFE12EF.loadAgentConfig)((0, import_node_path.resolve)(ports.cwd, options.config ?? import_agent_run_5EFE12EF.DEFAULT_AGENT_CONFIG));
    const mesh = config.mesh ? await examineMesh(config, config.mesh, ports) : [];
    const checks = [...await examine(config, ports.clock), ...mesh];
    for (const { name, status, message } of checks) ports.stderr(`${MARKS[status]}  ${name}: ${message}
`);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, checks }, null, 2)}
`);
    return checks.some(({ status }) => status === "problem") ? import_cli6.EXIT.usage : import_cli6.EXIT.ok;
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  agent_doctor_QPET2JGQ
});
