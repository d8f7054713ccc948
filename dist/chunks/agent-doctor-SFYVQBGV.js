const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  DEFAULT_AGENT_CONFIG,
  checkRelease,
  conflictPath,
  findLockHolder,
  judgeTime,
  layoutOf,
  loadAgentConfig,
  loadTrust,
  openStateFiles,
  readCurrent,
  readJournal,
  resolveRunAs
} from "./chunk-XV2XURWR.js";
import "./chunk-BZQOIPS2.js";
import "./chunk-2RVQGWLA.js";
import "./chunk-AF2YRSHN.js";
import "./chunk-YIPK7BWB.js";
import "./chunk-T43WOYMJ.js";
import "./chunk-7MY364S2.js";
import "./chunk-HSUPV75H.js";
import "./chunk-JODB43BX.js";
import {
  createCoordinatorClient
} from "./chunk-KWERLUGH.js";
import "./chunk-PNBZD6SV.js";
import "./chunk-XMHKMNK5.js";
import "./chunk-5VGDOCD6.js";
import "./chunk-X5X4SNDI.js";
import "./chunk-FL3KNK5Q.js";
import "./chunk-QVSNGMYU.js";
import "./chunk-3QNQVI54.js";
import "./chunk-PZRER65M.js";
import "./chunk-QK7WAWI4.js";
import "./chunk-WI4HPUWC.js";
import "./chunk-GOJIKPCR.js";
import "./chunk-373QJJLG.js";
import "./chunk-INQTESMS.js";
import "./chunk-TCZPFBKV.js";
import "./chunk-HSV5RDCE.js";
import "./chunk-GSPZSG4H.js";
import "./chunk-YDARPOJS.js";
import "./chunk-LSFF2WNL.js";
import "./chunk-RMXBN5WW.js";
import "./chunk-334BH3EO.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-C4O7WH6Y.js";
import "./chunk-BOR45FXJ.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-2JVUSB3H.js";
import "./chunk-4S2DTRWF.js";
import "./chunk-4GZJ36TC.js";
import "./chunk-CU3PBIPB.js";
import "./chunk-P4375TVH.js";
import {
  ed25519KeyPair,
  parsePublicKey
} from "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-XQ66YIOG.js";
import {
  createHttpClient
} from "./chunk-MWXHRMN2.js";
import {
  readFileIfThere
} from "./chunk-RWTYN6AN.js";
import "./chunk-NGN44GDH.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import "./chunk-NNHBBYKH.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT,
  messageOf
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/agent-doctor.ts
const { resolve } = process.getBuiltinModule("node:path");

// src/agent/doctor.ts
const { constants } = process.getBuiltinModule("node:fs");
const { access, stat, statfs } = process.getBuiltinModule("node:fs/promises");
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
  const layout = layoutOf(config.root, application.name);
  const name = (what) => `${application.name}: ${what}`;
  return [
    await checked(name("user"), async () => checkUser(application)),
    await checked(name("commands"), () => checkCommands(application)),
    await checked(name("folder"), () => checkFolder(layout, application)),
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
    return { name, ...problem(messageOf(error)) };
  }
}
async function checkTrust(config) {
  const trust = await loadTrust(config);
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
  if (await readFileIfThere(path, 4096) === void 0)
    return notice("there is none yet: it is made at the first run");
  const { mode } = await stat(path);
  return (mode & 63) === 0 ? ok("there, and only for its owner") : problem(`others may read it: chmod 600 ${path}`);
}
function checkUser(application) {
  const { user, sameUser } = application.config;
  if (sameUser)
    return notice("sameUser: true: the application can read and change what the agent knows; for trials only");
  const runAs = resolveRunAs(user);
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
  for (const program of programs) await access(program, constants.X_OK);
  if (health.kind === "none") return notice("no health check: a release that starts counts as good");
  return ok("programs with a whole path are there");
}
async function checkFolder(layout, application) {
  const { bavail, bsize } = await statfs(layout.folder).catch(() => ({ bavail: 0, bsize: 0 }));
  if (bavail === 0) return notice(`${layout.folder} is not there yet: it is made at the first run`);
  const { mode } = await stat(layout.state);
  if ((mode & 63) !== 0) return problem(`others may enter the agent's state: chmod 700 ${layout.state}`);
  const free = bavail * bsize;
  const { keepFree } = application.config.limits;
  return free > keepFree ? ok(`${Math.floor(free / 1024 ** 2)} MiB are free`) : problem("the disk is nearly full");
}
async function checkJournal(layout, clock) {
  const facts = await readJournal(layout.journal);
  const time = judgeTime(clock.now(), facts.at);
  if (time.kind === "behind")
    return problem(`the clock is ${time.behindMs} ms behind the journal: no deployment will be done`);
  const { state } = facts;
  if (state && state.kind !== "finished") return notice(`a deployment is unfinished, in ${state.kind}`);
  return ok(
    facts.lastGood ? `the last good release is sha256:${facts.lastGood}` : "no deployment was committed yet"
  );
}
async function checkCurrent(layout) {
  const current = await readCurrent(layout);
  if (current === void 0) return notice("nothing is deployed");
  await checkRelease(layout, current);
  return ok(`sha256:${current} is as it was unpacked`);
}
async function checkQuarantine(layout) {
  const { entries } = await openStateFiles(layout).readQuarantine();
  const last = entries.at(-1);
  return last ? notice(`${entries.length} digests; last sha256:${last.digest}: ${last.reason}`) : ok("empty");
}
async function checkHolder(layout) {
  const holder = await findLockHolder(layout.lock);
  return holder ? ok(`runs as process ${holder.pid}`) : notice("no agent runs now");
}

// src/verbs/agent-mesh-checks.ts
const { stat: stat2 } = process.getBuiltinModule("node:fs/promises");
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
  const http = createHttpClient(mesh.ca === void 0 ? {} : { ca: mesh.ca });
  try {
    const trust = await loadTrust(config);
    if (trust.signers !== "coordinator") {
      return {
        name,
        status: "problem",
        message: 'the trust file says "signers: key": no coordinator is trusted'
      };
    }
    const { clock, random } = ports;
    const root = parsePublicKey("root", trust.root);
    const key = ed25519KeyPair(random.bytes(32));
    await createCoordinatorClient({ url: mesh.coordinator, root, key, http, clock, random }).keyList();
    return {
      name,
      status: "ok",
      message: `${mesh.coordinator} answers with keys that the pinned root signed`
    };
  } catch (error) {
    return { name, status: "problem", message: messageOf(error) };
  } finally {
    await http.close();
  }
}
async function checkWireguardKey({ wireguardKey }) {
  const name = "mesh: key";
  const found = await stat2(wireguardKey).catch(() => void 0);
  if (!found) return { name, status: "notice", message: "there is none yet: sallyport agent enroll makes it" };
  return (found.mode & 63) === 0 ? { name, status: "ok", message: "there, and only for its owner" } : { name, status: "problem", message: `others may read it: chmod 600 ${wireguardKey}` };
}
async function checkConflict(config) {
  const name = "mesh: log";
  const path = conflictPath(config);
  const found = await stat2(path).catch(() => void 0);
  return found ? { name, status: "problem", message: `the log contradicted itself, nothing is deployed: see ${path}` } : { name, status: "ok", message: "no conflict was recorded" };
}

// src/verbs/agent-doctor.ts
var MARKS = { ok: "ok     ", notice: "notice ", problem: "PROBLEM" };
var agentDoctor = {
  name: "agent doctor",
  summary: "Look at the configuration, keys, folders, journal and releases of this agent; change nothing.",
  options: ["config", "json", "verbose"],
  examples: ["sallyport agent doctor --config /etc/sallyport/agent.yml"],
  async run({ ports, options }) {
    const config = await loadAgentConfig(resolve(ports.cwd, options.config ?? DEFAULT_AGENT_CONFIG));
    const mesh = config.mesh ? await examineMesh(config, config.mesh, ports) : [];
    const checks = [...await examine(config, ports.clock), ...mesh];
    for (const { name, status, message } of checks) ports.stderr(`${MARKS[status]}  ${name}: ${message}
`);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, checks }, null, 2)}
`);
    return checks.some(({ status }) => status === "problem") ? EXIT.usage : EXIT.ok;
  }
};
export {
  agentDoctor
};
