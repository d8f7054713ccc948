const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  DEFAULT_AGENT_CONFIG,
  closeRuntime,
  findLockHolder,
  isSameProcess,
  layoutOf,
  loadAgentConfig,
  noOversight,
  openRuntime
} from "./chunk-XV2XURWR.js";
import "./chunk-BZQOIPS2.js";
import "./chunk-2RVQGWLA.js";
import "./chunk-AF2YRSHN.js";
import "./chunk-YIPK7BWB.js";
import "./chunk-T43WOYMJ.js";
import "./chunk-7MY364S2.js";
import "./chunk-HSUPV75H.js";
import "./chunk-JODB43BX.js";
import "./chunk-KWERLUGH.js";
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
import "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-XQ66YIOG.js";
import "./chunk-MWXHRMN2.js";
import "./chunk-RWTYN6AN.js";
import "./chunk-NGN44GDH.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import {
  SECOND
} from "./chunk-NNHBBYKH.js";
import "./chunk-EQ5RKL3W.js";
import "./chunk-MGJ2JUMM.js";
import "./chunk-VOIAD42L.js";
import {
  EXIT,
  SallyportError
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/agent-stop.ts
const { resolve } = process.getBuiltinModule("node:path");
const { setTimeout: sleep } = process.getBuiltinModule("node:timers/promises");
var PATIENCE_MS = 120 * SECOND;
var agentStop = {
  name: "agent stop",
  summary: "Stop the deploy agent; the services it started go on, unless --services is given.",
  options: ["config", "services", "json", "verbose"],
  examples: ["sallyport agent stop --config agent.yml", "sallyport agent stop --services --config agent.yml"],
  async run(call) {
    const { ports, options } = call;
    const config = await loadAgentConfig(resolve(ports.cwd, options.config ?? DEFAULT_AGENT_CONFIG));
    const agents = await stopAgents(config);
    const services = options.services ? await stopServices(call, config) : [];
    ports.stderr(
      agents.length === 0 ? "no agent was running\n" : `stopped the agent (process ${agents.join(", ")})
`
    );
    for (const name of services) ports.stderr(`stopped the service of ${name}
`);
    if (options.json) ports.stdout(`${JSON.stringify({ version: 1, agents, services })}
`);
    return EXIT.ok;
  }
};
async function stopAgents(config) {
  const holders = /* @__PURE__ */ new Map();
  for (const name of config.applications.keys()) {
    const holder = await findLockHolder(layoutOf(config.root, name).lock);
    if (holder) holders.set(holder.pid, holder);
  }
  for (const holder of holders.values()) await stopAgent(holder);
  return [...holders.keys()];
}
async function stopAgent(holder) {
  process.kill(holder.pid, "SIGTERM");
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (!isSameProcess(holder)) return;
    await sleep(50);
  }
  throw new SallyportError("AGENT_BUSY", {
    message: `the agent (process ${holder.pid}) has not ended within ${PATIENCE_MS / SECOND} s`,
    help: `look at what it does; kill -9 ${holder.pid} is safe: the next start recovers`
  });
}
async function stopServices(call, config) {
  const stopped = [];
  for (const name of config.applications.keys()) {
    const runtime = await openRuntime(config, name, {
      ...call.ports,
      oversight: noOversight
    });
    try {
      const status = await runtime.service.status();
      if (status.kind === "unsupervised") continue;
      await runtime.service.stop();
      if (status.kind === "running") stopped.push(name);
    } finally {
      await closeRuntime(runtime);
    }
  }
  return stopped;
}
export {
  agentStop
};
