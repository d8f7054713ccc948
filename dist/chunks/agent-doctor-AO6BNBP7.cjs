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
  agent_doctor_AO6BNBP7: () => agent_doctor_AO6BNBP7_exports
});
module.exports = stdin_exports;
var import_agent_run_33CD333F = require("./agent-run-33CD333F.cjs").chunk_5ZR3EWFA;
var import_chunk_47CB1C2A = require("./chunk-47CB1C2A.cjs").chunk_2C4F6FCH;
var import_chunk_3D09AB1E = require("./chunk-3D09AB1E.cjs").chunk_6452EM42;
var import_chunk_F8D669F1 = require("./chunk-F8D669F1.cjs").chunk_MGAQQ4LA;
var import_chunk_56DE2BBB = require("./chunk-56DE2BBB.cjs").chunk_V6MQU5JI;
var import_schema_DFE46A6D = require("./schema-DFE46A6D.cjs").chunk_7ZEEWXXD;
var import_chunk_F8D669F12 = require("./chunk-F8D669F1.cjs").chunk_NBN6EUGG;
var import_chunk_74C296B0 = require("./chunk-74C296B0.cjs").chunk_DBRSYPFL;
var import_chunk_47CB1C2A2 = require("./chunk-47CB1C2A.cjs").chunk_RYZFYTYQ;
var import_chunk_47CB1C2A3 = require("./chunk-47CB1C2A.cjs").chunk_ZXGMBMKT;
var import_chunk_7EB7A870 = require("./chunk-7EB7A870.cjs").chunk_AWYJ7NDG;
var import_chunk_7EB7A8702 = require("./chunk-7EB7A870.cjs").chunk_4V7FCDZI;
var import_chunk_7EB7A8703 = require("./chunk-7EB7A870.cjs").chunk_PDFIH4YN;
var import_chunk_AGUB2WUS = require("./chunk-AGUB2WUS.cjs").chunk_AGUB2WUS;
var import_chunk_37UNURWS = require("./chunk-37UNURWS.cjs").chunk_37UNURWS;
var import_chunk_PTUKFJRU = require("./chunk-PTUKFJRU.cjs").chunk_PTUKFJRU;
var import_chunk_A7C2DCE4 = require("./chunk-A7C2DCE4.cjs").chunk_QWNYZ5AQ;
var import_chunk_A7C2DCE42 = require("./chunk-A7C2DCE4.cjs").chunk_UWHXMD75;
var import_chunk_0722AEF2 = require("./chunk-0722AEF2.cjs").chunk_NX2LOS6S;
var import_chunk_8C92F723 = require("./chunk-8C92F723.cjs").chunk_T4JFZ2LE;
var import_chunk_8C92F7232 = require("./chunk-8C92F723.cjs").chunk_DB7LFUPW;
var import_chunk_8C92F7233 = require("./chunk-8C92F723.cjs").chunk_CBR347CW;
var import_chunk_7EB7A8704 = require("./chunk-7EB7A870.cjs").chunk_DLDCVKX6;
var import_chunk_7EB7A8705 = require("./chunk-7EB7A870.cjs").chunk_IW4RQ534;
var import_chunk_7EB7A8706 = require("./chunk-7EB7A870.cjs").chunk_QA3SWOLL;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_A7C2DCE45 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_server_E18145EA = require("./server-E18145EA.cjs").chunk_CG4MFTYD;
var import_server_E18145EA2 = require("./server-E18145EA.cjs").chunk_5XCSCTZB;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_XNJ7RVPM;
var import_chunk_8F5DD0292 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_A5J5RAOI = require("./chunk-A5J5RAOI.cjs").chunk_A5J5RAOI;
var import_chunk_3D09AB1E2 = require("./chunk-3D09AB1E.cjs").chunk_K2GQJPO7;
var import_chunk_8A8057F5 = require("./chunk-8A8057F5.cjs").chunk_E3PGXMDL;
var import_chunk_439F88D8 = require("./chunk-439F88D8.cjs").chunk_W7ECAJ5W;
var import_chunk_56DE2BBB2 = require("./chunk-56DE2BBB.cjs").chunk_6OL7RJCG;
var import_chunk_56DE2BBB3 = require("./chunk-56DE2BBB.cjs").chunk_PZSHMVAL;
var import_chunk_56DE2BBB4 = require("./chunk-56DE2BBB.cjs").chunk_UXVXCCP6;
var import_chunk_JLNAMR5F = require("./chunk-JLNAMR5F.cjs").chunk_JLNAMR5F;
var import_chunk_D101FFC8 = require("./chunk-D101FFC8.cjs").chunk_PC4MX4V7;
var import_chunk_8A8057F52 = require("./chunk-8A8057F5.cjs").chunk_FJ74566X;
var import_chunk_8A8057F53 = require("./chunk-8A8057F5.cjs").chunk_AXK55U4L;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_8A8057F54 = require("./chunk-8A8057F5.cjs").chunk_AY43R5RU;
var import_chunk_8A8057F55 = require("./chunk-8A8057F5.cjs").chunk_3ZQSXCLB;
var import_chunk_D101FFC82 = require("./chunk-D101FFC8.cjs").chunk_CRLEFTAS;
var import_chunk_0722AEF23 = require("./chunk-0722AEF2.cjs").chunk_FOJ5JTVQ;
var import_chunk_0722AEF24 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_chunk_D101FFC83 = require("./chunk-D101FFC8.cjs").chunk_XOEOLIE2;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_D101FFC84 = require("./chunk-D101FFC8.cjs").chunk_WXJSDXRQ;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_chunk_SS6UIK3I = require("./chunk-SS6UIK3I.cjs").chunk_SS6UIK3I;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;
var import_node_path = process.getBuiltinModule("node:path");
var import_node_fs = process.getBuiltinModule("node:fs");


var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var agent_doctor_AO6BNBP7_exports = {};
__export2(agent_doctor_AO6BNBP7_exports, {
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
  const layout = (0, import_agent_run_33CD333F.layoutOf)(config.root, application.name);
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
  const trust = await (0, import_agent_run_33CD333F.loadTrust)(config);
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
  const runAs = (0, import_agent_run_33CD333F.resolveRunAs)(user);
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
  const state = await (0, import_agent_run_33CD333F.loadStateOf)(service.unit);
  if (state === "loaded") return ok(`systemd has ${service.unit}`);
  const next = state === "masked" ? `systemctl unmask ${service.unit}` : "write it, then systemctl daemon-reload";
  return problem(`systemd says of ${service.unit}: ${state}; ${next}`);
}
async function checkFolder(root, layout, application) {
  const { bavail, bsize } = await (0, (process.getBuiltinModule("node:fs/promises")).statfs)(layout.folder).catch(() => ({ bavail: 0, bsize: 0 }));
  if (bavail === 0) return notice(`${layout.folder} is not there yet: it is made at the first run`);
  const { mode } = await (0, (process.getBuiltinModule("node:fs/promises")).stat)(layout.state);
  if ((mode & 63) !== 0) return problem(`others may enter the agent's state: chmod 700 ${layout.state}`);
  const { owner, name } = (0, import_agent_run_33CD333F.resolveRunAs)(application.config.user);
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
  const facts = await (0, import_agent_run_33CD333F.readJournal)(layout.journal);
  const time = (0, import_agent_run_33CD333F.judgeTime)(clock.now(), facts.at);
  if (time.kind === "behind")
    return problem(`the clock is ${time.behindMs} ms behind the journal: no deployment will be done`);
  const { state } = facts;
  if (state && state.kind !== "finished") return notice(`a deployment is unfinished, in ${state.kind}`);
  return ok(
    facts.lastGood ? `the last good release is sha256:${facts.lastGood}` : "no deployment was committed yet"
  );
}
async function checkCurrent(layout) {
  const current = await (0, import_agent_run_33CD333F.readCurrent)(layout);
  if (current === void 0) return notice("nothing is deployed");
  await (0, import_agent_run_33CD333F.checkRelease)(layout, current);
  return ok(`sha256:${current} is as it was unpacked`);
}
async function checkQuarantine(layout) {
  const { entries } = await (0, import_agent_run_33CD333F.openStateFiles)(layout).readQuarantine();
  const last = entries.at(-1);
  return last ? notice(`${entries.length} digests; last sha256:${last.digest}: ${last.reason}`) : ok("empty");
}
async function checkHolder(layout) {
  const holder = await (0, import_agent_run_33CD333F.findLockHolder)(layout.lock);
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
    const trust = await (0, import_agent_run_33CD333F.loadTrust)(config);
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
    await (0, import_chunk_74C296B0.createCoordinatorClient)({ url: mesh.coordinator, root, key, http, clock, random }).keyList();
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
  const path = (0, import_agent_run_33CD333F.conflictPath)(config);
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
    const config = await (0, import_agent_run_33CD333F.loadAgentConfig)((0, import_node_path.resolve)(ports.cwd, options.config ?? import_agent_run_33CD333F.DEFAULT_AGENT_CONFIG));
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
  agent_doctor_AO6BNBP7
});
