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
  agentStop: () => agentStop
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

var PATIENCE_MS = 120 * import_chunk_GEUJANHY.SECOND;
var agentStop = {
  name: "agent stop",
  summary: "Stop the deploy agent; the services it started go on, unless --services is given.",
  options: ["config", "services", "json", "verbose"],
  examples: ["sallyport agent stop --config agent.yml", "sallyport agent stop --services --config agent.yml"],
  async run(call) {
    const { ports, options } = call;
    const config = await (0, import_chunk_GJUEZ3DJ.loadAgentConfig)((0, import_node_path.resolve)(ports.cwd, options.config ?? import_chunk_GJUEZ3DJ.DEFAULT_AGENT_CONFIG));
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
    return import_chunk_TO5RH7DJ.EXIT.ok;
  }
};
async function stopAgents(config) {
  const holders = /* @__PURE__ */ new Map();
  for (const name of config.applications.keys()) {
    const holder = await (0, import_chunk_GJUEZ3DJ.findLockHolder)((0, import_chunk_GJUEZ3DJ.layoutOf)(config.root, name).lock);
    if (holder) holders.set(holder.pid, holder);
  }
  for (const holder of holders.values()) await stopAgent(holder);
  return [...holders.keys()];
}
async function stopAgent(holder) {
  process.kill(holder.pid, "SIGTERM");
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (!(0, import_chunk_GJUEZ3DJ.isSameProcess)(holder)) return;
    await (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(50);
  }
  throw new import_chunk_TO5RH7DJ.SallyportError("AGENT_BUSY", {
    message: `the agent (process ${holder.pid}) has not ended within ${PATIENCE_MS / import_chunk_GEUJANHY.SECOND} s`,
    help: `look at what it does; kill -9 ${holder.pid} is safe: the next start recovers`
  });
}
async function stopServices(call, config) {
  const stopped = [];
  for (const name of config.applications.keys()) {
    const runtime = await (0, import_chunk_GJUEZ3DJ.openRuntime)(config, name, {
      ...call.ports,
      oversight: import_chunk_GJUEZ3DJ.noOversight
    });
    try {
      const status = await runtime.service.status();
      if (status.kind === "unsupervised") continue;
      await runtime.service.stop();
      if (status.kind === "running") stopped.push(name);
    } finally {
      await (0, import_chunk_GJUEZ3DJ.closeRuntime)(runtime);
    }
  }
  return stopped;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  agentStop
});
