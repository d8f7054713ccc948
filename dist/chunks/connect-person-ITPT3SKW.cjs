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
  connect_person_ITPT3SKW: () => connect_person_ITPT3SKW_exports
});
module.exports = stdin_exports;
var import_chunk_74C296B0 = require("./chunk-74C296B0.cjs").chunk_EG7S35FH;
var import_chunk_F8D669F1 = require("./chunk-F8D669F1.cjs").chunk_5NLOPGH4;
var import_chunk_F8D669F12 = require("./chunk-F8D669F1.cjs").chunk_YE6EURGI;
var import_chunk_F8D669F13 = require("./chunk-F8D669F1.cjs").chunk_NBN6EUGG;
var import_chunk_74C296B02 = require("./chunk-74C296B0.cjs").chunk_DBRSYPFL;
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
var import_chunk_7EB7A8704 = require("./chunk-7EB7A870.cjs").chunk_QA3SWOLL;
var import_chunk_A7C2DCE43 = require("./chunk-A7C2DCE4.cjs").chunk_5RE62PDQ;
var import_chunk_A7C2DCE44 = require("./chunk-A7C2DCE4.cjs").chunk_FZZUDDWV;
var import_chunk_A7C2DCE45 = require("./chunk-A7C2DCE4.cjs").chunk_LX6I7H3G;
var import_chunk_8F5DD029 = require("./chunk-8F5DD029.cjs").chunk_ZQXX2OND;
var import_chunk_0722AEF22 = require("./chunk-0722AEF2.cjs").chunk_HQJHKSVR;
var import_chunk_8A8057F5 = require("./chunk-8A8057F5.cjs").chunk_E3PGXMDL;
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
var connect_person_ITPT3SKW_exports = {};
__export2(connect_person_ITPT3SKW_exports, {
  findOwnSession: () => findOwnSession,
  joinAsPerson: () => joinAsPerson,
  reachOpened: () => reachOpened
});
var MAX_KEY_BYTES = 4096;
var JOIN_TIMEOUT_MS = 40 * import_cli3.SECOND;
async function findOwnSession(call) {
  const kept = await (0, import_chunk_74C296B0.readSession)((0, import_chunk_74C296B0.sessionPath)(call));
  const { coordinator } = call.options;
  return coordinator === void 0 || kept?.url === coordinator.replace(/\/+$/, "") ? kept : void 0;
}
async function joinAsPerson(call, kept) {
  const { options, ports } = call;
  const { clock, random } = ports;
  const http = (0, import_chunk_2BC21E11.createHttpClient)(kept.ca === null ? {} : { ca: kept.ca });
  const shared = { url: kept.url, root: (0, import_chunk_BIEF65K5.parsePublicKey)("root", kept.root), http, clock, random };
  const client = (0, import_chunk_74C296B02.createCoordinatorClient)({ ...shared, key: kept.key });
  const machineKey = (0, import_chunk_BIEF65K5.ed25519KeyPair)(random.bytes(32));
  const wireguardKey = (0, import_chunk_8C92F7233.privateKey)(random.bytes(32));
  const keys = { wireguardKey: (0, import_chunk_F8D669F13.wireguardPublicKey)(wireguardKey), machineKey: machineKey.publicKey };
  const notAfter = kept.session.expiresAt;
  const bytes = (0, import_chunk_8A8057F5.personNodeBytes)({ coordinatorId: client.coordinatorId, ...keys, notAfter });
  const body = {
    machineKey: (0, import_cli5.encodeBase64url)(keys.machineKey),
    wireguardKey: (0, import_cli5.encodeBase64url)(keys.wireguardKey),
    name: (0, import_chunk_F8D669F1.deviceName)(options.name ?? (0, (process.getBuiltinModule("node:os")).hostname)(), "device"),
    notAfter,
    signature: (0, import_cli5.encodeBase64url)((0, import_chunk_BIEF65K5.signEd25519)(kept.key.privateKey, bytes)),
    own: await signByOwnKey(call, bytes),
    endpoints: []
  };
  const reply = (0, import_chunk_74C296B02.unwrap)(
    await client.call("connectPerson", { params: void 0, body, timeoutMs: JOIN_TIMEOUT_MS }),
    "ADMISSION_REFUSED"
  );
  return (0, import_chunk_F8D669F12.enterMesh)(
    { client: (0, import_chunk_74C296B02.createCoordinatorClient)({ ...shared, key: machineKey }), machineKey, wireguardKey },
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
  connect_person_ITPT3SKW
});
