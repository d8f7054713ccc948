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
  agent_stop_ABQMHOLX: () => agent_stop_ABQMHOLX_exports
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

var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var agent_stop_ABQMHOLX_exports = {};
__export2(agent_stop_ABQMHOLX_exports, {
  agentStop: () => agentStop
});
var PATIENCE_MS = 120 * import_cli3.SECOND;
var agentStop = {
  name: "agent stop",
  summary: "Stop the deploy agent; the services it started go on, unless --services is given.",
  options: ["config", "services", "json", "verbose"],
  examples: ["sallyport agent stop --config agent.yml", "sallyport agent stop --services --config agent.yml"],
  async run(call) {
    const { ports, options } = call;
    const config = await (0, import_agent_run_33CD333F.loadAgentConfig)((0, import_node_path.resolve)(ports.cwd, options.config ?? import_agent_run_33CD333F.DEFAULT_AGENT_CONFIG));
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
    return import_cli6.EXIT.ok;
  }
};
async function stopAgents(config) {
  const holders = /* @__PURE__ */ new Map();
  for (const name of config.applications.keys()) {
    const holder = await (0, import_agent_run_33CD333F.findLockHolder)((0, import_agent_run_33CD333F.layoutOf)(config.root, name).lock);
    if (holder) holders.set(holder.pid, holder);
  }
  for (const holder of holders.values()) await stopAgent(holder);
  return [...holders.keys()];
}
async function stopAgent(holder) {
  process.kill(holder.pid, "SIGTERM");
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (!(0, import_agent_run_33CD333F.isSameProcess)(holder)) return;
    await (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(50);
  }
  throw new import_cli6.SallyportError("AGENT_BUSY", {
    message: `the agent (process ${holder.pid}) has not ended within ${PATIENCE_MS / import_cli3.SECOND} s`,
    help: `look at what it does; kill -9 ${holder.pid} is safe: the next start recovers`
  });
}
async function stopServices(call, config) {
  const stopped = [];
  for (const name of config.applications.keys()) {
    const runtime = await (0, import_agent_run_33CD333F.openRuntime)(config, name, {
      ...call.ports,
      oversight: import_agent_run_33CD333F.noOversight
    });
    try {
      const status = await runtime.service.status();
      if (status.kind === "unsupervised") continue;
      await runtime.service.stop();
      if (status.kind === "running") stopped.push(name);
    } finally {
      await (0, import_agent_run_33CD333F.closeRuntime)(runtime);
    }
  }
  return stopped;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  agent_stop_ABQMHOLX
});
