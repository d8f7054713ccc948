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
  connect_person_GEF3PRGS: () => connect_person_GEF3PRGS_exports
});
module.exports = stdin_exports;
var import_chunk_393AA2AF = require("./chunk-393AA2AF.cjs").chunk_X2XC5NVU;
var import_chunk_76DE3E2D = require("./chunk-76DE3E2D.cjs").chunk_5NLOPGH4;
var import_chunk_76DE3E2D2 = require("./chunk-76DE3E2D.cjs").chunk_AXVZ4JEX;
var import_chunk_76DE3E2D3 = require("./chunk-76DE3E2D.cjs").chunk_Q7W3GSYR;
var import_chunk_393AA2AF2 = require("./chunk-393AA2AF.cjs").chunk_LADPJ4KD;
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
var import_chunk_8A5887D94 = require("./chunk-8A5887D9.cjs").chunk_BGKKW6X2;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_A7C2DCE45 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_EA47D034 = require("./chunk-EA47D034.cjs").chunk_E3PGXMDL;
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
var connect_person_GEF3PRGS_exports = {};
__export2(connect_person_GEF3PRGS_exports, {
  findOwnSession: () => findOwnSession,
  joinAsPerson: () => joinAsPerson,
  reachOpened: () => reachOpened
});
var MAX_KEY_BYTES = 4096;
var JOIN_TIMEOUT_MS = 40 * import_cli3.SECOND;
async function findOwnSession(call) {
  const kept = await (0, import_chunk_393AA2AF.readSession)((0, import_chunk_393AA2AF.sessionPath)(call));
  const { coordinator } = call.options;
  return coordinator === void 0 || kept?.url === coordinator.replace(/\/+$/, "") ? kept : void 0;
}
async function joinAsPerson(call, kept) {
  const { options, ports } = call;
  const { clock, random } = ports;
  const http = (0, import_chunk_2BC21E11.createHttpClient)(kept.ca === null ? {} : { ca: kept.ca });
  const shared = { url: kept.url, root: (0, import_chunk_BIEF65K5.parsePublicKey)("root", kept.root), http, clock, random };
  const client = (0, import_chunk_393AA2AF2.createCoordinatorClient)({ ...shared, key: kept.key });
  const machineKey = (0, import_chunk_BIEF65K5.ed25519KeyPair)(random.bytes(32));
  const wireguardKey = (0, import_chunk_8C92F7233.privateKey)(random.bytes(32));
  const keys = { wireguardKey: (0, import_chunk_76DE3E2D3.wireguardPublicKey)(wireguardKey), machineKey: machineKey.publicKey };
  const notAfter = kept.session.expiresAt;
  const bytes = (0, import_chunk_EA47D034.personNodeBytes)({ coordinatorId: client.coordinatorId, ...keys, notAfter });
  const body = {
    machineKey: (0, import_cli5.encodeBase64url)(keys.machineKey),
    wireguardKey: (0, import_cli5.encodeBase64url)(keys.wireguardKey),
    name: (0, import_chunk_76DE3E2D.deviceName)(options.name ?? (0, (process.getBuiltinModule("node:os")).hostname)(), "device"),
    notAfter,
    signature: (0, import_cli5.encodeBase64url)((0, import_chunk_BIEF65K5.signEd25519)(kept.key.privateKey, bytes)),
    own: await signByOwnKey(call, bytes),
    endpoints: []
  };
  const reply = (0, import_chunk_393AA2AF2.unwrap)(
    await client.call("connectPerson", { params: void 0, body, timeoutMs: JOIN_TIMEOUT_MS }),
    "ADMISSION_REFUSED"
  );
  return (0, import_chunk_76DE3E2D2.enterMesh)(
    { client: (0, import_chunk_393AA2AF2.createCoordinatorClient)({ ...shared, key: machineKey }), machineKey, wireguardKey },
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
  const text = (0, import_cli5.decodeUtf8)(await (0, import_chunk_2BC21E112.readFileBounded)((0, import_node_path.resolve)(ports.cwd, file), MAX_KEY_BYTES));
  const key = (0, import_chunk_BIEF65K5.parseKeyFile)("person", text, file);
  return {
    key: (0, import_cli5.encodeBase64url)(key.publicKey),
    signature: (0, import_cli5.encodeBase64url)((0, import_chunk_BIEF65K5.signEd25519)(key.privateKey, bytes))
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
    return attempt.status === "fulfilled" ? `${name} ${address} ${portsOf(peer)} (${attempt.value})` : `${name} was not reached: ${(0, import_cli6.messageOf)(attempt.reason)}`;
  });
  if (attempts.some(({ status }) => status === "fulfilled"))
    return [joined, ...lines, ...turnedAway, ...silent];
  throw new import_cli6.SallyportError("AGENT_UNREACHABLE", {
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
  connect_person_GEF3PRGS
});
