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
  connect_mesh_NMNNLPDF: () => connect_mesh_NMNNLPDF_exports
});
module.exports = stdin_exports;
var import_chunk_76DE3E2D = require("./chunk-76DE3E2D.cjs").chunk_YOEIK7MY;
var import_chunk_SQLSEXLK = require("./chunk-SQLSEXLK.cjs").chunk_SQLSEXLK;
var import_chunk_76DE3E2D2 = require("./chunk-76DE3E2D.cjs").chunk_AXVZ4JEX;
var import_chunk_76DE3E2D3 = require("./chunk-76DE3E2D.cjs").chunk_Q7W3GSYR;
var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
var import_chunk_38EDD590 = require("./chunk-38EDD590.cjs").chunk_Y2L2NAT7;
var import_chunk_38EDD5902 = require("./chunk-38EDD590.cjs").chunk_ZXGMBMKT;
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
var import_chunk_8A5887D95 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_A7C2DCE45 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
var import_chunk_E7E63261 = require("./chunk-E7E63261.cjs").chunk_5YZ4WNU6;
var import_chunk_E7E632612 = require("./chunk-E7E63261.cjs").chunk_OEK5FYWZ;
var import_chunk_EA47D0342 = require("./chunk-EA47D034.cjs").chunk_55ZXGT2M;
var import_chunk_EA47D0343 = require("./chunk-EA47D034.cjs").chunk_B5YHRYI7;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_EA47D0344 = require("./chunk-EA47D034.cjs").chunk_UESRXYTB;
var import_chunk_EA47D0345 = require("./chunk-EA47D034.cjs").chunk_3ZQSXCLB;
var import_chunk_CF656EE4 = require("./chunk-CF656EE4.cjs").chunk_CRLEFTAS;
var import_chunk_0722AEF23 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_CF656EE42 = require("./chunk-CF656EE4.cjs").chunk_PO7UBJRE;
var import_cli4 = require("../cli.cjs").chunk_QW7UKFTH;
var import_cli5 = require("../cli.cjs").chunk_4NFOMFHU;
var import_cli6 = require("../cli.cjs").chunk_TO5RH7DJ;
var import_cli7 = require("../cli.cjs").chunk_HJAZFC2R;

var import_node_path = process.getBuiltinModule("node:path");

var __defProp2 = Object.defineProperty;
var __export2 = (target, all) => {
  for (var name in all)
    __defProp2(target, name, { get: all[name], enumerable: true });
};
var connect_mesh_NMNNLPDF_exports = {};
__export2(connect_mesh_NMNNLPDF_exports, {
  joinByCoordinator: () => joinByCoordinator,
  reachAgents: () => reachAgents
});
async function joinByCoordinator(call) {
  const { options, ports } = call;
  const absolute = (path) => (0, import_node_path.resolve)(ports.cwd, path);
  const url = options.coordinator ?? missing("coordinator");
  const application = options.application ?? missing("application");
  const environment = options.environment ?? missing("environment");
  const root = options.root ?? missing("root");
  const ca = options.ca === void 0 ? void 0 : await (0, import_chunk_8A5887D94.readAuthority)(options.ca, url, absolute);
  const approval = options.approval === void 0 ? null : await readDigest(absolute(options.approval));
  const tokens = (0, import_chunk_SQLSEXLK.createIdentityTokenSource)(
    ports.env,
    (0, import_chunk_2BC21E11.createHttpClient)(),
    () => {
    },
    (ms) => (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(ms)
  );
  const http = (0, import_chunk_2BC21E11.createHttpClient)(ca === void 0 ? {} : { ca });
  const coordinator = { url, root, ca };
  const identity = (0, import_chunk_76DE3E2D.createRunnerIdentity)(coordinator, tokens, http, ports);
  const relayOnly = options["relay-only"] === true;
  const portMapping = options["port-mapping"] === true;
  return (0, import_chunk_76DE3E2D2.joinMesh)(
    identity,
    coordinator,
    { application, environment, approval, relayOnly, portMapping },
    ports
  );
}
async function reachAgents(mesh) {
  const joined = `joined as ${mesh.name}, ${mesh.address}, until ${new Date(mesh.leaseEnd).toISOString()}`;
  const refused = mesh.refused.map(({ name, reason }) => `${name} refused us: ${reason}`);
  const silent = mesh.unacknowledged.map((name) => `${name} did not acknowledge in time`);
  const attempts = await Promise.allSettled(mesh.agents.map(async (agent) => mesh.reach(agent)));
  const lines = attempts.map((attempt, index) => {
    const name = mesh.agents[index]?.name ?? "";
    return attempt.status === "fulfilled" ? `connected to ${name} at ${mesh.agents[index]?.address} (${attempt.value})` : `not connected to ${name}: ${(0, import_cli6.messageOf)(attempt.reason)}`;
  });
  if (attempts.some((attempt) => attempt.status === "fulfilled"))
    return [joined, ...lines, ...refused, ...silent];
  throw new import_cli6.SallyportError("AGENT_UNREACHABLE", {
    message: ["no agent was reached", ...lines, ...refused, ...silent].join("; "),
    help: 'see "sallyport nodes list"; an agent that wants an approval lets in who brings it: --approval FILE'
  });
}
async function readDigest(path) {
  const bytes = await (0, (process.getBuiltinModule("node:fs/promises")).readFile)(path).catch((cause) => {
    throw new import_cli6.SallyportError("FILE_UNREADABLE", { message: `${path}: ${(0, import_cli6.messageOf)(cause)}`, cause });
  });
  return (0, import_cli4.formatDigest)((0, import_chunk_E7E632612.approvalDigest)((0, import_chunk_EA47D0343.unverifiedPayload)((0, import_chunk_E7E63261.parseApprovalFile)(bytes).envelope)));
}
function missing(option) {
  throw new import_cli6.SallyportError("USAGE", {
    message: `--${option} is missing`,
    help: "a mesh is joined with --coordinator, --root, --application and --environment, a network with --wg-config"
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  connect_mesh_NMNNLPDF
});
