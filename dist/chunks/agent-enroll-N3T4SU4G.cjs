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
  agent_enroll_N3T4SU4G: () => agent_enroll_N3T4SU4G_exports
});
module.exports = stdin_exports;
var import_agent_run_5EFE12EF = require("./agent-run-5EFE12EF.cjs").chunk_DCL6BSIT;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_AUHCZQOL;
var import_chunk_6D9B2BDF = require("./chunk-6D9B2BDF.cjs").chunk_4ZXJRBCH;
var import_chunk_76DE3E2D = require("./chunk-76DE3E2D.cjs").chunk_MGAQQ4LA;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_LN64JXY7;
var import_schema_7C7DA544 = require("./schema-7C7DA544.cjs").chunk_NMPH2TLX;
var import_chunk_76DE3E2D2 = require("./chunk-76DE3E2D.cjs").chunk_5NLOPGH4;
var import_chunk_76DE3E2D3 = require("./chunk-76DE3E2D.cjs").chunk_Q7W3GSYR;
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

var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var agent_enroll_N3T4SU4G_exports = {};
__export2(agent_enroll_N3T4SU4G_exports, {
  agentEnroll: () => agentEnroll
});
var MAX_SECRET_BYTES = 1024;
var ASK_MS = 5 * import_cli3.SECOND;
var MAX_ASKED = 720;
var agentEnroll = {
  name: "agent enroll",
  summary: "Join a coordinator with a single-use secret.",
  details: 'The keys are made on this machine. The secret, which "sallyport coordinator enroll" printed, is said only\nafter the coordinator has proven to be the one whose root the trust file names. With --request there is no secret:\nthe fingerprint of the keys is shown, and whoever operates the coordinator approves it (sallyport nodes approve).',
  options: ["config", "secret", "request", "name", "json"],
  examples: [
    "sallyport agent enroll --config /etc/sallyport/agent.yml --secret enrolment.secret --name web-1",
    "sallyport agent enroll --config /etc/sallyport/agent.yml --request"
  ],
  async run(call) {
    const { ports, options } = call;
    const config = await (0, import_agent_run_5EFE12EF.loadAgentConfig)((0, import_node_path.resolve)(ports.cwd, options.config ?? import_agent_run_5EFE12EF.DEFAULT_AGENT_CONFIG));
    const { mesh } = config;
    if (!mesh) {
      throw new import_cli6.SallyportError("CONFIG_INVALID", {
        message: 'the configuration has no "mesh" section',
        place: { file: config.path },
        help: "add: mesh: { coordinator: https://coordinator.example:8440 }"
      });
    }
    const secret = options.request ? null : await readSecret(call);
    const membership = await (0, import_agent_run_5EFE12EF.openMembership)(config, mesh, ports);
    try {
      const wireguard = (0, import_chunk_76DE3E2D3.wireguardPublicKey)(await (0, import_chunk_76DE3E2D3.openWireguardKey)(mesh.wireguardKey, ports.random));
      const keys = { wireguard, machine: membership.machineKey.publicKey };
      const agent = { keys, name: options.name ?? (0, import_chunk_76DE3E2D2.deviceName)((0, (process.getBuiltinModule("node:os")).hostname)(), "agent"), port: mesh.port };
      const { self } = secret === null ? await waitForApproval(call, membership.client, agent) : await (0, import_chunk_393AA2AF.enrolAgent)(membership.client, { secret, ...agent });
      if (options.json) ports.stdout(`${JSON.stringify({ version: 1, ...self })}
`);
      ports.stderr(
        `enrolled as ${self.name}, ${self.ipv4}, for ${self.applications.join(", ")} in ${self.environment}
`
      );
      return import_cli6.EXIT.ok;
    } finally {
      await membership.close();
    }
  }
};
async function waitForApproval({ ports }, client, agent) {
  const fingerprint = (0, import_chunk_EA47D034.enrolmentFingerprint)(agent.keys.machine, agent.keys.wireguard);
  ports.stderr(
    `whoever operates the coordinator lets this agent in with:

  sallyport nodes approve ${fingerprint} --tag TAG --application NAME --environment NAME

`
  );
  for (let asked = 0; ; asked++) {
    try {
      return await (0, import_chunk_393AA2AF.enrolAgent)(client, { secret: null, ...agent });
    } catch (thrown) {
      if (!isNotYet(thrown) || asked >= MAX_ASKED) throw thrown;
      await (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(ASK_MS, void 0, { signal: ports.signal });
    }
  }
}
function isNotYet(thrown) {
  const problem = thrown instanceof import_cli6.SallyportError ? thrown.cause : void 0;
  return typeof problem === "object" && problem !== null && "kind" in problem && problem.kind === "untrusted";
}
async function readSecret({ options, ports }) {
  if (options.secret === void 0) {
    throw new import_cli6.SallyportError("USAGE", {
      message: "--secret FILE or --request is missing",
      help: "sallyport agent enroll --help"
    });
  }
  return (0, import_cli5.decodeUtf8)(await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path.resolve)(ports.cwd, options.secret), MAX_SECRET_BYTES)).trim();
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  agent_enroll_N3T4SU4G
});
