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
  joinByCoordinator: () => joinByCoordinator,
  reachAgents: () => reachAgents
});
module.exports = stdin_exports;
var import_chunk_ICC7YN4B = require("./chunk-ICC7YN4B.cjs");
var import_chunk_SQLSEXLK = require("./chunk-SQLSEXLK.cjs");
var import_chunk_GJNDFIWU = require("./chunk-GJNDFIWU.cjs");
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
var import_chunk_DLDCVKX6 = require("./chunk-DLDCVKX6.cjs");
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
var import_chunk_E3PGXMDL = require("./chunk-E3PGXMDL.cjs");
var import_chunk_5YZ4WNU6 = require("./chunk-5YZ4WNU6.cjs");
var import_chunk_OEK5FYWZ = require("./chunk-OEK5FYWZ.cjs");
var import_chunk_55ZXGT2M = require("./chunk-55ZXGT2M.cjs");
var import_chunk_B5YHRYI7 = require("./chunk-B5YHRYI7.cjs");
var import_chunk_BIEF65K5 = require("./chunk-BIEF65K5.cjs");
var import_chunk_FZ44G4XJ = require("./chunk-FZ44G4XJ.cjs");
var import_chunk_UESRXYTB = require("./chunk-UESRXYTB.cjs");
var import_chunk_3ZQSXCLB = require("./chunk-3ZQSXCLB.cjs");
var import_chunk_CRLEFTAS = require("./chunk-CRLEFTAS.cjs");
var import_chunk_E7TBRM2K = require("./chunk-E7TBRM2K.cjs");
var import_chunk_COQYJIF4 = require("./chunk-COQYJIF4.cjs");
var import_chunk_SO3KANTK = require("./chunk-SO3KANTK.cjs");
var import_chunk_GEUJANHY = require("./chunk-GEUJANHY.cjs");
var import_chunk_M3WSMIIZ = require("./chunk-M3WSMIIZ.cjs");
var import_chunk_PO7UBJRE = require("./chunk-PO7UBJRE.cjs");
var import_chunk_QW7UKFTH = require("./chunk-QW7UKFTH.cjs");
var import_chunk_4NFOMFHU = require("./chunk-4NFOMFHU.cjs");
var import_chunk_TO5RH7DJ = require("./chunk-TO5RH7DJ.cjs");
var import_chunk_HJAZFC2R = require("./chunk-HJAZFC2R.cjs");

var import_node_path = process.getBuiltinModule("node:path");

async function joinByCoordinator(call) {
  const { options, ports } = call;
  const absolute = (path) => (0, import_node_path.resolve)(ports.cwd, path);
  const url = options.coordinator ?? missing("coordinator");
  const application = options.application ?? missing("application");
  const environment = options.environment ?? missing("environment");
  const root = options.root ?? missing("root");
  const ca = options.ca === void 0 ? void 0 : await (0, import_chunk_DLDCVKX6.readAuthority)(options.ca, url, absolute);
  const approval = options.approval === void 0 ? null : await readDigest(absolute(options.approval));
  const tokens = (0, import_chunk_SQLSEXLK.createIdentityTokenSource)(
    ports.env,
    (0, import_chunk_COQYJIF4.createHttpClient)(),
    () => {
    },
    (ms) => (0, (process.getBuiltinModule("node:timers/promises")).setTimeout)(ms)
  );
  const http = (0, import_chunk_COQYJIF4.createHttpClient)(ca === void 0 ? {} : { ca });
  const coordinator = { url, root, ca };
  const identity = (0, import_chunk_ICC7YN4B.createRunnerIdentity)(coordinator, tokens, http, ports);
  const relayOnly = options["relay-only"] === true;
  const portMapping = options["port-mapping"] === true;
  return (0, import_chunk_GJNDFIWU.joinMesh)(
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
    return attempt.status === "fulfilled" ? `connected to ${name} at ${mesh.agents[index]?.address} (${attempt.value})` : `not connected to ${name}: ${(0, import_chunk_TO5RH7DJ.messageOf)(attempt.reason)}`;
  });
  if (attempts.some((attempt) => attempt.status === "fulfilled"))
    return [joined, ...lines, ...refused, ...silent];
  throw new import_chunk_TO5RH7DJ.SallyportError("AGENT_UNREACHABLE", {
    message: ["no agent was reached", ...lines, ...refused, ...silent].join("; "),
    help: 'see "sallyport nodes list"; an agent that wants an approval lets in who brings it: --approval FILE'
  });
}
async function readDigest(path) {
  const bytes = await (0, (process.getBuiltinModule("node:fs/promises")).readFile)(path).catch((cause) => {
    throw new import_chunk_TO5RH7DJ.SallyportError("FILE_UNREADABLE", { message: `${path}: ${(0, import_chunk_TO5RH7DJ.messageOf)(cause)}`, cause });
  });
  return (0, import_chunk_QW7UKFTH.formatDigest)((0, import_chunk_OEK5FYWZ.approvalDigest)((0, import_chunk_B5YHRYI7.unverifiedPayload)((0, import_chunk_5YZ4WNU6.parseApprovalFile)(bytes).envelope)));
}
function missing(option) {
  throw new import_chunk_TO5RH7DJ.SallyportError("USAGE", {
    message: `--${option} is missing`,
    help: "a mesh is joined with --coordinator, --root, --application and --environment, a network with --wg-config"
  });
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  joinByCoordinator,
  reachAgents
});
