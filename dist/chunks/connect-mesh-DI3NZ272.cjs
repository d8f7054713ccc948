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
  connect_mesh_DI3NZ272: () => connect_mesh_DI3NZ272_exports
});
module.exports = stdin_exports;
var import_chunk_F8D669F1 = require("./chunk-F8D669F1.cjs").chunk_FZ7RTWKD;
var import_chunk_HSZIHATC = require("./chunk-HSZIHATC.cjs").chunk_HSZIHATC;
var import_chunk_F8D669F12 = require("./chunk-F8D669F1.cjs").chunk_YE6EURGI;
var import_chunk_F8D669F13 = require("./chunk-F8D669F1.cjs").chunk_NBN6EUGG;
var import_chunk_74C296B0 = require("./chunk-74C296B0.cjs").chunk_DBRSYPFL;
var import_chunk_47CB1C2A = require("./chunk-47CB1C2A.cjs").chunk_RYZFYTYQ;
var import_chunk_47CB1C2A2 = require("./chunk-47CB1C2A.cjs").chunk_ZXGMBMKT;
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
var import_chunk_7EB7A8705 = require("./chunk-7EB7A870.cjs").chunk_QA3SWOLL;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_A7C2DCE45 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_8A8057F5 = require("./chunk-8A8057F5.cjs").chunk_E3PGXMDL;
var import_chunk_56DE2BBB = require("./chunk-56DE2BBB.cjs").chunk_PZSHMVAL;
var import_chunk_56DE2BBB2 = require("./chunk-56DE2BBB.cjs").chunk_UXVXCCP6;
var import_chunk_8A8057F52 = require("./chunk-8A8057F5.cjs").chunk_FJ74566X;
var import_chunk_8A8057F53 = require("./chunk-8A8057F5.cjs").chunk_AXK55U4L;
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs").chunk_BIEF65K5;
var import_cli = require("../cli.cjs").chunk_FZ44G4XJ;
var import_chunk_8A8057F54 = require("./chunk-8A8057F5.cjs").chunk_AY43R5RU;
var import_chunk_8A8057F55 = require("./chunk-8A8057F5.cjs").chunk_3ZQSXCLB;
var import_chunk_D101FFC8 = require("./chunk-D101FFC8.cjs").chunk_CRLEFTAS;
var import_chunk_0722AEF23 = require("./chunk-0722AEF2.cjs").chunk_53KULZZP;
var import_chunk_2BC21E11 = require("./chunk-2BC21E11.cjs").chunk_COQYJIF4;
var import_cli2 = require("../cli.cjs").chunk_SO3KANTK;
var import_cli3 = require("../cli.cjs").chunk_GEUJANHY;
var import_chunk_2BC21E112 = require("./chunk-2BC21E11.cjs").chunk_M3WSMIIZ;
var import_chunk_D101FFC82 = require("./chunk-D101FFC8.cjs").chunk_WXJSDXRQ;
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
var connect_mesh_DI3NZ272_exports = {};
__export2(connect_mesh_DI3NZ272_exports, {
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
  const ca = options.ca === void 0 ? void 0 : await (0, import_chunk_7EB7A8704.readAuthority)(options.ca, url, absolute);
  const approval = options.approval === void 0 ? null : await readDigest(absolute(options.approval));
  const tokens = (0, import_chunk_HSZIHATC.createIdentityTokenSource)(
    ports.env,
    (0, import_chunk_2BC21E11.createHttpClient)(),
    () => {
    },
    (ms) => (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(ms)
  );
  const http = (0, import_chunk_2BC21E11.createHttpClient)(ca === void 0 ? {} : { ca });
  const coordinator = { url, root, ca };
  const identity = (0, import_chunk_F8D669F1.createRunnerIdentity)(coordinator, tokens, http, ports);
  const relayOnly = options["relay-only"] === true;
  const portMapping = options["port-mapping"] === true;
  return (0, import_chunk_F8D669F12.joinMesh)(
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
  return (0, import_cli4.formatDigest)((0, import_chunk_56DE2BBB2.approvalDigest)((0, import_chunk_8A8057F53.unverifiedPayload)((0, import_chunk_56DE2BBB.parseApprovalFile)(bytes).envelope)));
}
function missing(option) {
  throw new import_cli6.SallyportError("USAGE", {
    message: `--${option} is missing`,
    help: "a mesh is joined with --coordinator, --root, --application and --environment, a network with --wg-config"
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  connect_mesh_DI3NZ272
});
