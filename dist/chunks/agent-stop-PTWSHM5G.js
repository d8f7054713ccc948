import { createRequire as __createRequire } from 'node:module'
const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = __createRequire(__bundleUrl)
import {
  DEFAULT_AGENT_CONFIG,
  closeRuntime,
  findLockHolder,
  isSameProcess,
  layoutOf,
  loadAgentConfig,
  noOversight,
  openRuntime
} from "./chunk-B7ZMJNG5.js";
import "./chunk-6WWDZZFA.js";
import "./chunk-Q4GHNQLQ.js";
import "./chunk-SZ24KAVZ.js";
import "./chunk-3HIDPVYU.js";
import "./chunk-BZQUFEWB.js";
import "./chunk-Q7TQJTEA.js";
import "./chunk-JLKAGWRR.js";
import "./chunk-V6H6REP2.js";
import "./chunk-PFXWX5GC.js";
import "./chunk-7HL7TNIJ.js";
import "./chunk-OCEKPWYK.js";
import "./chunk-AM5ZDMMY.js";
import "./chunk-Z5UFFSEW.js";
import "./chunk-ZYRPJBSQ.js";
import "./chunk-LFQCAWCU.js";
import "./chunk-TJDMEUGJ.js";
import "./chunk-MRPH3ISA.js";
import "./chunk-JEQE5PU6.js";
import "./chunk-FKL7MCIM.js";
import "./chunk-TRTAZSML.js";
import "./chunk-Z6MB5LO7.js";
import "./chunk-CFTIJ3G7.js";
import "./chunk-GQKA7WVJ.js";
import "./chunk-RSVXAF6G.js";
import "./chunk-YEIL2TR6.js";
import "./chunk-7BOGLRO5.js";
import "./chunk-BHRLYK53.js";
import "./chunk-UWUE4VRW.js";
import "./chunk-AMO7EC5R.js";
import "./chunk-QYWPSV5U.js";
import "./chunk-YGVU2H7I.js";
import "./chunk-6DY225AE.js";
import "./chunk-7CGRTRJB.js";
import "./chunk-J577H5RB.js";
import "./chunk-Y5LS2GJI.js";
import "./chunk-UOVPYECJ.js";
import "./chunk-WZMHCVDI.js";
import "./chunk-4BMJXN3H.js";
import "./chunk-VE7ZQ3BF.js";
import "./chunk-ZRQLZVM6.js";
import "./chunk-RN7RL3UA.js";
import "./chunk-AKSXVBID.js";
import "./chunk-VTG6V5IS.js";
import "./chunk-OOBHAZL6.js";
import "./chunk-QKGGW2IQ.js";
import {
  SECOND
} from "./chunk-HO7PXLR4.js";
import "./chunk-VSAJ3LUZ.js";
import "./chunk-FAI36SC3.js";
import "./chunk-OIE2JKUE.js";
import {
  EXIT,
  SallyportError
} from "./chunk-N2CRB7ZG.js";

// src/verbs/agent-stop.ts
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
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
