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
  findOwnSession: () => findOwnSession,
  joinAsPerson: () => joinAsPerson,
  reachOpened: () => reachOpened
});
module.exports = stdin_exports;
var import_chunk_5NLOPGH4 = require("./chunk-5NLOPGH4.cjs");
var import_chunk_X2XC5NVU = require("./chunk-X2XC5NVU.cjs");
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
var MAX_KEY_BYTES = 4096;
var JOIN_TIMEOUT_MS = 40 * import_chunk_GEUJANHY.SECOND;
async function findOwnSession(call) {
  const kept = await (0, import_chunk_X2XC5NVU.readSession)((0, import_chunk_X2XC5NVU.sessionPath)(call));
  const { coordinator } = call.options;
  return coordinator === void 0 || kept?.url === coordinator.replace(/\/+$/, "") ? kept : void 0;
}
async function joinAsPerson(call, kept) {
  const { options, ports } = call;
  const { clock, random } = ports;
  const http = (0, import_chunk_COQYJIF4.createHttpClient)(kept.ca === null ? {} : { ca: kept.ca });
  const shared = { url: kept.url, root: (0, import_chunk_BIEF65K5.parsePublicKey)("root", kept.root), http, clock, random };
  const client = (0, import_chunk_LADPJ4KD.createCoordinatorClient)({ ...shared, key: kept.key });
  const machineKey = (0, import_chunk_BIEF65K5.ed25519KeyPair)(random.bytes(32));
  const wireguardKey = (0, import_chunk_CBR347CW.privateKey)(random.bytes(32));
  const keys = { wireguardKey: (0, import_chunk_MNSCM4MS.wireguardPublicKey)(wireguardKey), machineKey: machineKey.publicKey };
  const notAfter = kept.session.expiresAt;
  const bytes = (0, import_chunk_E3PGXMDL.personNodeBytes)({ coordinatorId: client.coordinatorId, ...keys, notAfter });
  const body = {
    machineKey: (0, import_chunk_4NFOMFHU.encodeBase64url)(keys.machineKey),
    wireguardKey: (0, import_chunk_4NFOMFHU.encodeBase64url)(keys.wireguardKey),
    name: (0, import_chunk_5NLOPGH4.deviceName)(options.name ?? (0, (process.getBuiltinModule("node:os")).hostname)(), "device"),
    notAfter,
    signature: (0, import_chunk_4NFOMFHU.encodeBase64url)((0, import_chunk_BIEF65K5.signEd25519)(kept.key.privateKey, bytes)),
    own: await signByOwnKey(call, bytes),
    endpoints: []
  };
  const reply = (0, import_chunk_LADPJ4KD.unwrap)(
    await client.call("connectPerson", { params: void 0, body, timeoutMs: JOIN_TIMEOUT_MS }),
    "ADMISSION_REFUSED"
  );
  return (0, import_chunk_GJNDFIWU.enterMesh)(
    { client: (0, import_chunk_LADPJ4KD.createCoordinatorClient)({ ...shared, key: machineKey }), machineKey, wireguardKey },
    reply,
    {
      ca: kept.ca ?? void 0,
      relayOnly: options["relay-only"] === true,
      portMapping: options["port-mapping"] === true,
      ports: []
    },
    call.ports
  );
}
async function signByOwnKey({ options, ports }, bytes) {
  const file = options["person-key"];
  if (file === void 0) return null;
  const text = (0, import_chunk_4NFOMFHU.decodeUtf8)(await (0, import_chunk_M3WSMIIZ.readFileBounded)((0, import_node_path.resolve)(ports.cwd, file), MAX_KEY_BYTES));
  const key = (0, import_chunk_BIEF65K5.parseKeyFile)("person", text, file);
  return {
    key: (0, import_chunk_4NFOMFHU.encodeBase64url)(key.publicKey),
    signature: (0, import_chunk_4NFOMFHU.encodeBase64url)((0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, bytes))
  };
}
async function reachOpened(mesh) {
  const joined = `joined as ${mesh.name}, ${mesh.address}, until ${new Date(mesh.leaseEnd).toISOString()}`;
  const refused = new Map(mesh.refused.map(({ name, reason }) => [name, reason]));
  const turnedAway = [...refused].map(([name, reason]) => `${name} does not let you in: ${reason}`);
  const silent = mesh.unacknowledged.map((name) => `${name} did not acknowledge in time`);
  const open = mesh.agents.filter(({ name }) => !refused.has(name));
  if (mesh.agents.length === 0) return [joined, "no access rule lets you reach anything"];
  const attempts = await Promise.allSettled(open.map((agent) => mesh.reach(agent)));
  const lines = attempts.map((attempt, index) => {
    const { name, address, peer } = open[index];
    return attempt.status === "fulfilled" ? `${name} ${address} ${portsOf(peer)} (${attempt.value})` : `${name} was not reached: ${(0, import_chunk_TO5RH7DJ.messageOf)(attempt.reason)}`;
  });
  if (attempts.some(({ status }) => status === "fulfilled"))
    return [joined, ...lines, ...turnedAway, ...silent];
  throw new import_chunk_TO5RH7DJ.SallyportError("AGENT_UNREACHABLE", {
    message: ["no agent was reached", ...lines, ...turnedAway, ...silent].join("; "),
    help: 'an agent lets in whom its own trust file lists under "visitors", on ports that it exposes'
  });
}
function portsOf({ edges }) {
  const ranges = edges.flatMap(({ direction, ranges: ranges2 }) => direction === "out" ? ranges2 ?? [] : []);
  return ranges.map(({ first, last }) => first === last ? `${first}` : `${first}-${last}`).join(",");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  findOwnSession,
  joinAsPerson,
  reachOpened
});
