const __bundleUrl = new URL('cli.js', import.meta.url.replace(/chunks\/[^/]+$/, '')).href
const require = process.getBuiltinModule('node:module').createRequire(__bundleUrl)
import {
  deviceName
} from "./chunk-UQ4ZDMNL.js";
import {
  readSession,
  sessionPath
} from "./chunk-II7SGZQF.js";
import {
  enterMesh
} from "./chunk-7HDYPHHW.js";
import {
  wireguardPublicKey
} from "./chunk-T43WOYMJ.js";
import "./chunk-7MY364S2.js";
import "./chunk-HSUPV75H.js";
import "./chunk-JODB43BX.js";
import {
  createCoordinatorClient,
  unwrap
} from "./chunk-KWERLUGH.js";
import "./chunk-PNBZD6SV.js";
import "./chunk-XMHKMNK5.js";
import "./chunk-X5X4SNDI.js";
import "./chunk-FL3KNK5Q.js";
import "./chunk-3QNQVI54.js";
import "./chunk-PZRER65M.js";
import "./chunk-QK7WAWI4.js";
import "./chunk-WI4HPUWC.js";
import {
  privateKey
} from "./chunk-GOJIKPCR.js";
import "./chunk-373QJJLG.js";
import {
  personNodeBytes
} from "./chunk-HSV5RDCE.js";
import "./chunk-LSFF2WNL.js";
import "./chunk-334BH3EO.js";
import "./chunk-GKX7OSAF.js";
import "./chunk-C4O7WH6Y.js";
import "./chunk-BOR45FXJ.js";
import "./chunk-PK2JAWJN.js";
import "./chunk-4GZJ36TC.js";
import {
  ed25519KeyPair,
  parseKeyFile,
  parsePublicKey,
  signEd25519
} from "./chunk-ZYFGNLJL.js";
import "./chunk-SBZZULRJ.js";
import "./chunk-XHCMOUYR.js";
import "./chunk-7YEXSHNJ.js";
import "./chunk-V4X75XZ6.js";
import "./chunk-XQ66YIOG.js";
import {
  createHttpClient
} from "./chunk-MWXHRMN2.js";
import {
  readFileBounded
} from "./chunk-RWTYN6AN.js";
import "./chunk-USSEVVQ4.js";
import "./chunk-SKPPTWLY.js";
import {
  SECOND
} from "./chunk-NNHBBYKH.js";
import "./chunk-MGJ2JUMM.js";
import {
  decodeUtf8,
  encodeBase64url
} from "./chunk-VOIAD42L.js";
import {
  SallyportError,
  messageOf
} from "./chunk-XELNXD6A.js";
import "./chunk-BRIVT672.js";

// src/verbs/connect-person.ts
const { hostname } = process.getBuiltinModule("node:os");
const { resolve } = process.getBuiltinModule("node:path");
var MAX_KEY_BYTES = 4096;
var JOIN_TIMEOUT_MS = 40 * SECOND;
async function findOwnSession(call) {
  const kept = await readSession(sessionPath(call));
  const { coordinator } = call.options;
  return coordinator === void 0 || kept?.url === coordinator.replace(/\/+$/, "") ? kept : void 0;
}
async function joinAsPerson(call, kept) {
  const { options, ports } = call;
  const { clock, random } = ports;
  const http = createHttpClient(kept.ca === null ? {} : { ca: kept.ca });
  const shared = { url: kept.url, root: parsePublicKey("root", kept.root), http, clock, random };
  const client = createCoordinatorClient({ ...shared, key: kept.key });
  const machineKey = ed25519KeyPair(random.bytes(32));
  const wireguardKey = privateKey(random.bytes(32));
  const keys = { wireguardKey: wireguardPublicKey(wireguardKey), machineKey: machineKey.publicKey };
  const notAfter = kept.session.expiresAt;
  const bytes = personNodeBytes({ coordinatorId: client.coordinatorId, ...keys, notAfter });
  const body = {
    machineKey: encodeBase64url(keys.machineKey),
    wireguardKey: encodeBase64url(keys.wireguardKey),
    name: deviceName(options.name ?? hostname(), "device"),
    notAfter,
    signature: encodeBase64url(signEd25519(kept.key.privateKey, bytes)),
    own: await signByOwnKey(call, bytes),
    endpoints: []
  };
  const reply = unwrap(
    await client.call("connectPerson", { params: void 0, body, timeoutMs: JOIN_TIMEOUT_MS }),
    "ADMISSION_REFUSED"
  );
  return enterMesh(
    { client: createCoordinatorClient({ ...shared, key: machineKey }), machineKey, wireguardKey },
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
  const text = decodeUtf8(await readFileBounded(resolve(ports.cwd, file), MAX_KEY_BYTES));
  const key = parseKeyFile("person", text, file);
  return {
    key: encodeBase64url(key.publicKey),
    signature: encodeBase64url(signEd25519(key.privateKey, bytes))
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
    return attempt.status === "fulfilled" ? `${name} ${address} ${portsOf(peer)} (${attempt.value})` : `${name} was not reached: ${messageOf(attempt.reason)}`;
  });
  if (attempts.some(({ status }) => status === "fulfilled"))
    return [joined, ...lines, ...turnedAway, ...silent];
  throw new SallyportError("AGENT_UNREACHABLE", {
    message: ["no agent was reached", ...lines, ...turnedAway, ...silent].join("; "),
    help: 'an agent lets in whom its own trust file lists under "visitors", on ports that it exposes'
  });
}
function portsOf({ edges }) {
  const ranges = edges.flatMap(({ direction, ranges: ranges2 }) => direction === "out" ? ranges2 ?? [] : []);
  return ranges.map(({ first, last }) => first === last ? `${first}` : `${first}-${last}`).join(",");
}
export {
  findOwnSession,
  joinAsPerson,
  reachOpened
};
